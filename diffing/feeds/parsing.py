"""Reads RSS, Atom, RDF and JSON feeds into entries; comparing two readings is in `diffing.feeds.entries`."""

import io
import re
from calendar import timegm
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urljoin
from xml.parsers import expat

import feedparser
from w3lib.encoding import http_content_type_encoding, read_bom, resolve_encoding

from diffing.feeds.entries import compare_entries
from diffing.feeds.entry_text import AT_MOST_TEXT, clean_link, plain_text
from diffing.reading.damage import read_json, without_impossible
from diffing.reading.ignored import without_ignored
from domain.content import Entry, Extraction
from domain.errors import UnreadableContent
from domain.sources import Source
from domain.visits import FetchedPart

__all__ = ["VERSION", "compare_entries", "read_feed"]

VERSION = "feeds-1"
AT_MOST_ENTRIES = 1_000
AT_MOST_CHARACTERS = 8_000_000
AT_MOST_MALFORMED = 400_000  # feedparser's way with broken XML takes time with the square of some inputs

ROOT_ELEMENT = re.compile(r"<[A-Za-z_]")
FEED_ROOT = re.compile(r"<(?:\w+:)?(?:rss|rdf|feed|channel)[\s>]", re.IGNORECASE)
HEAD = 50_000
FEED_END = re.compile(r"</\s*(?:[\w-]+:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)
ENTRY_END = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)
DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
ENTITY = re.compile(r"<!ENTITY\s+(?!%)", re.IGNORECASE)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
DECLARED_ENCODING = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)


def read_feed(source: Source, parts: tuple[FetchedPart, ...]) -> Extraction:
    """The entries of the first part that has a body, in the feed's own order.

    Malformed XML is read as far as it goes; a feed without entries is an empty extraction. Links are absolute and
    without tracking parameters; times are UTC as claimed; what `ignore` matches is left out.

    Raises UnreadableContent when the body is no feed at all, or declares XML entities of its own (they are never
    expanded: an entity bomb costs nothing).
    """
    part = next((part for part in parts if part.body), None)
    text = decode(part.body, _header(part, "content-type")) if part and part.body else ""
    if part is None or not text.strip():
        raise UnreadableContent("the feed's answer is empty", source=source.name)
    is_json = text.lstrip().startswith(("{", "["))
    found = _read_json(source, text, part.url) if is_json else _read_xml(source, text, part.url)
    return replace(found, entries=tuple(_counted(entry, source.ignore) for entry in found.entries))


def _counted(entry: Entry, ignore: tuple[str, ...]) -> Entry:
    return replace(entry, title=without_ignored(entry.title, ignore), text=without_ignored(entry.text, ignore))


def decode(body: bytes, content_type: str) -> str:
    """Text of a body by byte order mark, valid UTF-8, the header's charset, the XML declaration, Windows-1252.

    Bytes beyond ASCII that are valid UTF-8 are UTF-8 whatever is declared: wrong declarations are common, and text in
    another encoding is almost never valid UTF-8 by accident.
    """
    encoding, mark = read_bom(body)
    if encoding is not None:
        return body[len(mark or b"") :].decode(encoding, "replace")
    if not body.isascii():
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError as error:
            if error.end >= len(body) - 3 and error.start > 0:
                return body.decode("utf-8", "ignore")
    declared = DECLARED_ENCODING.match(body)
    names = (http_content_type_encoding(content_type), declared and declared.group(1).decode("ascii"))
    return body.decode(_codec(names), "replace")


def _codec(names: Iterable[str | None]) -> str:
    for name in names:
        found = resolve_encoding(name) if name else None
        if found and found not in ("utf-8", "ascii"):
            return found
    return "cp1252"


def _header(part: FetchedPart, name: str) -> str:
    return next((value for key, value in part.headers or () if key.lower() == name), "")


def _cut(text: str, limit: int) -> str:
    """The feed with the entries that are read and within the cap, its end kept; feeds lead with the newest."""
    ends = [found.end() for found in ENTRY_END.finditer(text)]
    kept = [end for end in ends[:AT_MOST_ENTRIES] if end <= limit]
    if len(kept) == len(ends):
        return text[: (ends or [0])[-1] + limit]
    return text[: (kept or [0])[-1]] + text[ends[-1] :][:limit]


def _well_formed(text: str) -> bool:
    parser = expat.ParserCreate("utf-8", " ")
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError:
        return False
    return True


def _read_xml(source: Source, text: str, url: str) -> Extraction:
    text = without_impossible(_without_doctype(source, text))
    if not FEED_ROOT.search(text, 0, HEAD):
        raise UnreadableContent(f"not a feed: {_what_it_is(text)}", source=source.name)
    whole, text = text, _cut(text, AT_MOST_CHARACTERS)
    if not _well_formed(text):
        if not FEED_END.search(whole):
            raise UnreadableContent("broken XML: the answer ends before the feed does", source=source.name)
        text = _cut(text, AT_MOST_MALFORMED)
    found = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),  # a stream: feedparser takes other bytes for a file name
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
        # Both would rewrite markup that is turned into plain text below; they take ten times as long as all the rest.
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    entries = _telling(_entry(item, url) for item in found.entries[:AT_MOST_ENTRIES])
    if not found.entries and ENTRY_END.search(whole):
        raise UnreadableContent("broken XML: none of the feed's entries can be read", source=source.name)
    return Extraction(
        version=VERSION,
        title=plain_text(found.feed.get("title", "")),
        language=found.feed.get("language") or None,
        entries=entries,
    )


def _without_doctype(source: Source, text: str) -> str:
    """The feed without XML declaration and document type. A type that declares general entities is refused."""
    text = DECLARATION.sub("", text, count=1)
    root = ROOT_ELEMENT.search(text)
    prolog_end = root.start() if root else len(text)
    found = DOCTYPE.search(text)
    if found is None or found.start() > prolog_end:
        return text
    if ENTITY.search(found.group(1) or ""):
        raise UnreadableContent("the feed declares XML entities of its own, which are refused", source=source.name)
    return text[: found.start()] + text[found.end() :]


def _what_it_is(text: str) -> str:
    head = text.lstrip()[:400].lower()
    if "<html" in head or "<!doctype html" in head:
        return "an HTML page"
    return f"it begins with {' '.join(text.split())[:60]!r}"


def _telling(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that say anything at all."""
    return tuple(entry for entry in entries if entry.link or entry.title or entry.text)


def _absolute(url: str, address: str) -> str:
    """The web address meant, without tracking; the empty text for one that cannot be read."""
    try:
        return clean_link(urljoin(url, address))
    except ValueError:
        return ""


def _entry(item: dict[str, object], url: str) -> Entry:
    authors = item.get("authors") or ()
    names = [str(author.get("name") or author.get("email") or "") for author in authors]  # type: ignore[attr-defined]
    return Entry(
        id=str(item.get("id") or "").strip(),
        link=_link(item, url),
        title=_title(item),
        text=_text(item)[:AT_MOST_TEXT],
        published_at=_moment(item.get("published_parsed")),
        # by dict's own get: feedparser's warns, and gives the date of publication where there is no other
        updated_at=_moment(dict.get(item, "updated_parsed")),
        authors=tuple(name for name in names if name),
    )


def _link(item: Mapping[str, object], url: str) -> str:
    """The first web address among the entry's link, its other links, and its id."""
    others: Sequence[Mapping[str, object]] = item.get("links") or ()  # type: ignore[assignment]
    related = [link.get("href") for link in others if link.get("rel", "alternate") == "alternate"]
    wanted = [item.get("link"), *related]
    found = [_absolute(url, str(address).strip()) for address in wanted if address]
    return next(filter(None, [*found, clean_link(str(item.get("id") or ""))]), "")


def _title(item: Mapping[str, object]) -> str:
    return " ".join(plain_text(str(item.get("title") or "")).split())


def _text(item: Mapping[str, object]) -> str:
    """The longest of an entry's content and its summary, as text."""
    contents: Sequence[Mapping[str, object]] = item.get("content") or ()  # type: ignore[assignment]
    texts = [plain_text(str(content.get("value") or "")) for content in contents]
    return max([*texts, plain_text(str(item.get("summary") or ""))], key=len)


def _moment(parsed: object) -> datetime | None:
    """A UTC datetime of feedparser's struct_time (already UTC); None where there is none or it makes no sense."""
    if not parsed:
        return None
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC)  # type: ignore[arg-type]
    except (ValueError, OverflowError, OSError):
        return None


def _read_json(source: Source, text: str, url: str) -> Extraction:
    """JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    try:
        found = read_json(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableContent(f"broken JSON: {error}", source=source.name) from error
    if not isinstance(found, dict):
        raise UnreadableContent("not a feed: a JSON list, where a JSON Feed is an object", source=source.name)
    items = found.get("items")
    if not isinstance(items, list):
        keys = ", ".join(sorted(str(key) for key in found)[:8])
        raise UnreadableContent(f"not a JSON Feed: no list `items` among {keys or 'no keys'}", source=source.name)
    return Extraction(
        version=VERSION,
        title=plain_text(_string(found.get("title"))),
        language=_string(found.get("language")) or None,
        entries=_telling(_json_entry(item, url) for item in items[:AT_MOST_ENTRIES] if isinstance(item, dict)),
    )


def _json_entry(item: Mapping[str, object], url: str) -> Entry:
    link = _string(item.get("url")) or _string(item.get("external_url"))
    text = _string(item.get("content_text")) or plain_text(_string(item.get("content_html")))
    return Entry(
        id=_string(item.get("id")),
        link=_absolute(url, link) if link else "",
        title=" ".join(plain_text(_string(item.get("title"))).split()),
        text=(text or plain_text(_string(item.get("summary"))))[:AT_MOST_TEXT],
        published_at=_iso(item.get("date_published")),
        updated_at=_iso(item.get("date_modified")),
        authors=_json_authors(item),
    )


def _json_authors(item: Mapping[str, object]) -> tuple[str, ...]:
    listed = item.get("authors")
    authors = listed if isinstance(listed, list) else [item.get("author")]
    return tuple(_string(author.get("name")) for author in authors if isinstance(author, dict) and author.get("name"))


def _string(value: object) -> str:
    """A JSON scalar as text: ids and titles are sometimes numbers."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def _iso(value: object) -> datetime | None:
    """An RFC 3339 time in UTC; one without a zone is taken as UTC."""
    try:
        found = datetime.fromisoformat(_string(value))
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
