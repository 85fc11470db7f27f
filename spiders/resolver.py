"""Names are resolved here, and addresses the policy refuses never reach a connection."""

from collections.abc import Sequence
from ipaddress import ip_address, ip_network
from typing import Any, cast

from scrapy.resolver import CachingHostnameResolver, HostResolution
from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IAddress, IHostResolution

from domain.errors import AddressRefused
from guard.addresses import AddressPolicy


class _Filter:
    """Passes on the addresses the policy permits and remembers one it does not."""

    def __init__(self, receiver: Any, host: str, owner: "GuardedResolver") -> None:
        self._receiver, self._host, self._owner = receiver, host, owner

    def resolutionBegan(self, resolution: IHostResolution) -> None:
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: IAddress) -> None:
        ip = str(cast(Any, address).host)
        if self._owner.permits(self._host, ip):
            self._receiver.addressResolved(address)
        else:
            self._owner.refused[self._host] = ip

    def resolutionComplete(self) -> None:
        self._receiver.resolutionComplete()


class GuardedResolver(CachingHostnameResolver):
    """Twisted's own resolver behind the address policy: between DNS and the connection, so nothing can slip between.

    It covers redirects, robots.txt and hosts written as numbers, because every connection of the reactor asks it.
    """

    def __init__(self, reactor: Any, policy: AddressPolicy, operators_own: frozenset[str]) -> None:
        self._reactor = reactor
        self._inner = reactor.nameResolver
        self._policy = policy
        self._operators_own = operators_own
        self.refused: dict[str, str] = {}

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: Any) -> "GuardedResolver":
        """Made by Scrapy from the settings BELLWETHER_ALLOWED_NETWORKS and BELLWETHER_EGRESS_HOST."""
        allowed = tuple(ip_network(text) for text in crawler.settings["BELLWETHER_ALLOWED_NETWORKS"])
        host = crawler.settings["BELLWETHER_EGRESS_HOST"]
        return cls(reactor, AddressPolicy(allowed), frozenset([host] if host else []))

    def install_on_reactor(self) -> None:
        self._reactor.installNameResolver(self)

    def permits(self, host: str, ip: str) -> bool:
        return host in self._operators_own or self._policy.permits(ip)

    def require_resolved(self, host: str) -> None:
        """Raises AddressRefused when the host's last resolution held a refused address."""
        if host in self.refused:
            raise AddressRefused(f"{host} is inside a private network ({self.refused[host]})")

    def resolveHostName(
        self,
        resolutionReceiver: Any,
        hostName: str,
        portNumber: int = 0,
        addressTypes: Sequence[type[IAddress]] | None = None,
        transportSemantics: str = "TCP",
    ) -> Any:
        receiver = _Filter(resolutionReceiver, hostName, self)
        literal = _literal(hostName, portNumber)
        if literal is None:
            return self._inner.resolveHostName(receiver, hostName, portNumber, addressTypes, transportSemantics)
        resolution = HostResolution(hostName)
        receiver.resolutionBegan(cast(IHostResolution, resolution))
        receiver.addressResolved(cast(IAddress, literal))
        receiver.resolutionComplete()
        return resolution


def _literal(host: str, port: int) -> IPv4Address | IPv6Address | None:
    try:
        version = ip_address(host).version
    except ValueError:
        return None
    return IPv4Address("TCP", host, port) if version == 4 else IPv6Address("TCP", host, port)
