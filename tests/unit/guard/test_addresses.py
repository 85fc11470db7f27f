"""The address policy, against every spelling and range that got past somebody."""

from ipaddress import ip_network

import pytest

from domain.errors import AddressRefused
from guard.addresses import AddressPolicy, literal_address

POLICY = AddressPolicy()

INSIDE = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "168.63.129.16",
    "100.64.0.1",
    "100.100.100.200",
    "0.0.0.0",
    "0.1.2.3",
    "192.0.0.8",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.7",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "::10.0.0.1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a00:1",
    "2606:4700::5efe:7f00:1",
    "2606:4700::200:5efe:a00:1",
    "",
    "localhost",
    "1.2.3",
]
OUTSIDE = ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101", "[2606:4700::1111]"]


@pytest.mark.parametrize("ip", INSIDE)
def test_an_address_inside_is_refused(ip: str) -> None:
    assert not POLICY.permits(ip)


@pytest.mark.parametrize("ip", OUTSIDE)
def test_a_public_address_is_permitted(ip: str) -> None:
    assert POLICY.permits(ip)


def test_only_the_networks_the_operator_names_are_allowed() -> None:
    policy = AddressPolicy((ip_network("10.1.0.0/16"), ip_network("fd00::/64")))
    assert policy.permits("10.1.2.3")
    assert policy.permits("::ffff:10.1.2.3")
    assert policy.permits("fd00::5")
    assert not policy.permits("10.2.0.1")
    assert not policy.permits("127.0.0.1")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "FILE:/etc/passwd",
        "ftp://files.example/",
        "gopher://x.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "view-source:http://x.example/",
        "source:http://x.example/",
        "//x.example/",
        "x.example/path",
        "",
        "http://",
        "http:///path",
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.1./",
        "http://0/",
        "http://[::1]/",
        "http://[::ffff:7f00:1]/",
        "http://[fe80::1%25eth0]/",
        "http://１２７.0.0.1/",
        "http://127。0。0。1/",
        "http://999.1.1.1/",
        "http://1.2.3.4.5/",
        "http://08.1.1.1/",
        "http://10.0.0.1\\@public.example/",
        "http://public.example@10.0.0.1/",
        "http://user:pass@public.example/",
        "http://public.example\t.evil/",
        "http://public.example /",
        "http://public.example\r\nHost: inside/",
        "http://public.example:99999/",
        "http://public.example:0/",
        "http://[::1/",
    ],
)
def test_an_address_that_is_not_plainly_public_is_refused_before_dns(url: str) -> None:
    with pytest.raises(AddressRefused):
        POLICY.require_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://brightvane.example/pricing?a=1#top",
        "HTTP://BRIGHTVANE.EXAMPLE:8080",
        "https://bücher.example/",
        "http://1.1.1.1/",
        "http://3com.example/",
        "https://[2606:4700::1111]:8443/",
    ],
)
def test_an_ordinary_address_is_permitted(url: str) -> None:
    POLICY.require_url(url)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("2130706433", "127.0.0.1"),
        ("0x7f.0.0.1", "127.0.0.1"),
        ("017700000001", "127.0.0.1"),
        ("10.258", "10.0.1.2"),
        ("brightvane.example", None),
        ("1.2.3.example", None),
    ],
)
def test_a_host_of_digits_is_read_as_a_browser_reads_it(host: str, expected: str | None) -> None:
    assert literal_address(host) == expected
