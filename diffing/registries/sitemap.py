"""Reads a sitemap into records, one for each address it lists, so that pages that come and go are told."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from lxml import etree

from domain.content import Cell, Extraction, Record
from domain.errors import UnreadableContent
from domain.sources import Source
from domain.visits import FetchedPart
from guard.unpacking import TooLarge, Unpackable, gunzipped

VERSION = "sitemap-1"
LIMIT = 52_428_800  # bytes of one list, unpacked: the protocol's own
PLAIN = re.compile(rb"\s*https?://")


def read_sitemap(source: Source, parts: tuple[FetchedPart, ...]) -> Extraction:
    """One record per address, keyed by its path, in order; those that `only` leaves out are not wanted.

    When a list was last touched, and how often it says it is, does not count (sitemaps.org, protocol 0.9: both are
    hints). Raises UnreadableContent when a list is no sitemap, or where `only` matches none of its addresses.
    """
    lists = [part for part in parts if part.part.startswith("page")]
    if not any(part.body for part in lists):
        raise UnreadableContent("the sitemap's answer is empty", source=source.name)
    home = host_of(source.url)
    addresses = dict.fromkeys(address for part in lists for address in _addresses(source, part))
    records = {key: _record(source, key, address) for address in addresses if (key := key_of(address, home))}
    if source.only and records and not any(record.wanted for record in records.values()):
        raise UnreadableContent(f"`only` matches none of the {len(records):,} addresses", source=source.name)
    return Extraction(version=VERSION, records=tuple(records.values()))


def key_of(address: str, home: str) -> str:
    """The path with its query, and the host where it is not the sitemap's own; "" for what is no address."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    path = unquote(parts.path).rstrip("/") or "/"
    query = f"?{parts.query}" if parts.query else ""
    host = host_of(address)
    return f"{'' if host == home else host}{path}{query}"


def host_of(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


@lru_cache(maxsize=256)
def pattern_of(glob: str) -> re.Pattern[str]:
    """`*` stands for anything within one step of a path, `**` for anything at all."""
    parts = re.split(r"(\*\*|\*)", glob)
    steps = {"**": ".*", "*": "[^/]*"}
    return re.compile("".join(steps.get(part) or re.escape(part) for part in parts))


def _record(source: Source, key: str, address: str) -> Record:
    path = unquote(urlsplit(address).path)
    wanted = not source.only or any(pattern_of(glob).fullmatch(path.rstrip("/") or "/") for glob in source.only)
    return Record(key=key, title=key, fields=(Cell(header="", text=key),), link=address, wanted=wanted)


def _addresses(source: Source, part: FetchedPart) -> Iterator[str]:
    try:
        body = gunzipped(part.body or b"", LIMIT)
    except (TooLarge, Unpackable) as error:
        raise UnreadableContent(f"{part.part}: {error}", source=source.name) from error
    if PLAIN.match(body):
        return _clean(body.decode("utf-8", "replace").splitlines())
    root = _root(source, part, body)
    kind = etree.QName(root).localname
    if kind in ("rss", "feed", "RDF"):
        raise UnreadableContent(f"{part.part}: this is a feed: write kind: feed", source=source.name)
    if kind not in ("urlset", "sitemapindex"):
        raise UnreadableContent(f"{part.part}: wanted a sitemap, found <{kind}>", source=source.name)
    return _clean(_located(root) if kind == "urlset" else ())


def _root(source: Source, part: FetchedPart, body: bytes) -> etree._Element:
    """A broken list is no list: read to where it breaks, it would tell that all behind is gone."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableContent(f"{part.part}: broken XML: {error}", source=source.name) from error


def _located(root: etree._Element) -> Iterator[str]:
    """What `loc` of each `url` says; those of its pictures and videos are other elements."""
    for entry in root.iterchildren(tag=etree.Element):
        for child in entry.iterchildren(tag=etree.Element):
            if etree.QName(child).localname == "loc" and etree.QName(child).namespace == etree.QName(root).namespace:
                yield child.text or ""


def _clean(addresses: Iterable[str]) -> Iterator[str]:
    return (clean for address in addresses if (clean := address.strip()))
