"""How often somebody may ask: a bucket for each that fills up again, for as many as fit."""

from collections import OrderedDict
from collections.abc import Callable
from ipaddress import ip_address, ip_network

MINUTE = 60.0
MOST = 10_000


class Rates:
    """At most `per_minute` requests of each in a minute; whoever was silent for longest is forgotten first."""

    def __init__(self, per_minute: int, passed: Callable[[], float], most: int = MOST) -> None:
        self._per_minute = float(per_minute)
        self._passed = passed
        self._most = most
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allow(self, who: str) -> bool:
        """Whether this one may ask now; if so, it is counted."""
        now = self._passed()
        left, at = self._left.pop(who, (self._per_minute, now))
        left = min(self._per_minute, left + (now - at) * self._per_minute / MINUTE)
        may = left >= 1.0
        self._left[who] = (left - 1.0 if may else left, now)
        if len(self._left) > self._most:
            self._left.popitem(last=False)
        return may

    def __len__(self) -> int:
        return len(self._left)


def asker(host: str) -> str:
    """One who asks: an address of IPv4, or the network of 64 bits that one of IPv6 can choose its addresses from."""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host[:64]
    if address.version == 6 and address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(address) if address.version == 4 else str(ip_network((address, 64), strict=False))
