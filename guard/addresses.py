"""Which network addresses may be visited: one policy for every door a request can leave by."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

from domain.errors import AddressRefused

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address

# Not left to `is_global` alone: its answer for these has changed between patch releases of Python, and
# 168.63.129.16 is a public number that a large cloud answers from the inside.
INSIDE = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "168.63.129.16/32",
        "169.254.0.0/16",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
# The only part of IPv6 that is given out for the public (RFC 4291, 2.4).
PUBLIC_IPV6 = IPv6Network("2000::/3")
NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
COMPATIBLE = IPv6Network("::/96")
ISATAP = (0x00005EFE, 0x02005EFE)
NUMERIC_LABEL = re.compile(r"0[xX][0-9a-fA-F]*|[0-9]+")
# What a browser and Python's parser read differently, and what no address needs.
UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")


@dataclass(frozen=True, slots=True)
class AddressPolicy:
    """Public addresses, and the networks the operator has allowed by name."""

    allowed: tuple[Network, ...] = ()

    def permits(self, ip: str) -> bool:
        """True for an address (text, zone id or not) that may be connected to; False for anything unreadable."""
        try:
            address = ip_address(ip.strip("[]").partition("%")[0])
        except ValueError:
            return False
        return all(self._permits_one(each) for each in carried_addresses(address))

    def require_url(self, url: str) -> None:
        """Refuse a URL that is not http(s), that two parsers could read differently, or whose host is a private number.

        A host that is a name is decided after DNS, by `permits`, where the connection is made. Raises AddressRefused.
        """
        parts = split_url(url)
        literal = literal_address(parts.hostname or "")
        if literal is not None and not self.permits(literal):
            raise AddressRefused(f"{parts.hostname} is inside a private network ({literal})")

    def require_address(self, host: str, ip: str) -> None:
        """Raises AddressRefused when `ip`, which `host` resolves to, may not be connected to."""
        if not self.permits(ip):
            raise AddressRefused(f"{host} is inside a private network ({ip})")

    def _permits_one(self, address: Address) -> bool:
        if any(address.version == network.version and address in network for network in self.allowed):
            return True
        if isinstance(address, IPv4Address) and any(address in network for network in INSIDE):
            return False
        if isinstance(address, IPv6Address) and address not in PUBLIC_IPV6:
            return False
        return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def carried_addresses(address: Address) -> Iterator[Address]:
    """The address, what a translated one leads to, or both for a tunnel (RFC 4291, 6052, 3056, 4380, 5214)."""
    if isinstance(address, IPv4Address):
        yield address
        return
    low = IPv4Address(int(address) & 0xFFFFFFFF)
    if address.ipv4_mapped is not None or address in NAT64[0] or address in NAT64[1]:
        yield low
        return
    if address in COMPATIBLE and int(address) > 1:
        yield low
        return
    yield address
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo
    if (int(address) >> 32) & 0xFFFFFFFF in ISATAP:
        yield low


def split_url(url: str) -> SplitResult:
    """The parts of an http(s) URL with a host. Raises AddressRefused for every other text."""
    if UNSAFE.search(url):
        raise AddressRefused(f"{url!r} holds a space, control character or backslash")
    try:
        parts = urlsplit(url)
        port_is_readable = parts.port is None or parts.port > 0
    except ValueError as error:
        raise AddressRefused(f"{url!r} cannot be read as an address: {error}") from error
    if parts.scheme.lower() not in ("http", "https"):
        raise AddressRefused(f"{url!r} is not http or https")
    if not parts.hostname or not port_is_readable:
        raise AddressRefused(f"{url!r} names no host")
    if "@" in parts.netloc:
        raise AddressRefused("an address may not hold a user name or password; use a header")
    return parts


def literal_address(host: str) -> str | None:
    """The address a host's digits mean (dotted, decimal, octal or hex, full-width or not), or None for a name.

    Follows what `inet_aton` and browsers accept. Raises AddressRefused for a host that ends in a number and is none.
    """
    host = unicodedata.normalize("NFKC", host).replace("。", ".").strip("[]").partition("%")[0]
    if ":" in host:
        return host
    labels = host.rstrip(".").split(".")
    if not NUMERIC_LABEL.fullmatch(labels[-1]):
        return None
    try:
        numbers = [_number(label) for label in labels]
        return str(_from_numbers(numbers))
    except ValueError as error:
        raise AddressRefused(f"{host} ends in a number and is no address") from error


def _number(label: str) -> int:
    if not NUMERIC_LABEL.fullmatch(label):
        raise ValueError(label)
    if label[:2].lower() == "0x":
        return int(label[2:] or "0", 16)
    return int(label, 8 if len(label) > 1 and label.startswith("0") else 10)


def _from_numbers(numbers: list[int]) -> IPv4Address:
    *first, last = numbers
    if len(first) > 3 or any(number > 255 for number in first) or last >= 256 ** (4 - len(first)):
        raise ValueError(numbers)
    return IPv4Address(sum(number << (24 - 8 * place) for place, number in enumerate(first)) + last)
