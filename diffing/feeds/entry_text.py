"""The text of entries: addresses without tracking, HTML as plain lines, and the article behind an entry."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import lxml.etree
import lxml.html

from diffing.reading.charsets import decode
from diffing.reading.markup import find, outermost, parse
from domain.errors import UnreadableContent
from domain.sources import Follow
from domain.visits import FetchedPart

AT_MOST_TEXT = 50_000
TRACKING = re.compile(
    r"^(utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|ttclid|mc_[ce]id"
    r"|_hs\w+|mkt_tok|oly_\w+_id|vero_(id|conv)|wickedid|at_(medium|campaign|custom\d)|ns_(source|mchannel|campaign))$",
    re.IGNORECASE,
)
BLOCK_TAG = re.compile(
    r"address|article|aside|blockquote|br|d[dlt]|div|fig(caption|ure)|footer|form|h[1-6r]|header|li|main|nav|[ou]l|p(re)?"
    r"|section|t(able|[dhr])"
)
PASSING_FRAGMENT = re.compile(r"utm_|xtor=|:~:|(?:comments?|respond|ref|rss|feed|top)$", re.IGNORECASE)
ENDING = re.compile(r"\.(?:html?|php|aspx?|jsp)$")
SHORT_NAME = 8
SILENT = ("script", "style", "noscript", "template", "iframe", "object", "svg", lxml.etree.Comment, lxml.etree.PI)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
MARKUP = re.compile(r"<[A-Za-z/!]|&[#\w]+;")


def clean_link(url: str) -> str:
    """The address without tracking parameters; anything that is no web address becomes the empty text."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    if not parts.query:
        return url
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(key)]
    if len(kept) == len(parse_qsl(parts.query, keep_blank_values=True)):
        return url
    return urlunsplit(parts._replace(query=urlencode(kept)))


def plain_text(markup: str) -> str:
    """Text of a piece of HTML: one line per block, whitespace normalised. Text without markup stays as it is."""
    markup = CONTROL.sub("", markup)
    if not MARKUP.search(markup):
        return _lines(markup)
    try:
        tree = lxml.html.fragment_fromstring(markup, create_parent="div")
    except (lxml.etree.ParserError, ValueError):
        return _lines(markup)
    lxml.etree.strip_elements(tree, *SILENT, with_tail=False)
    pieces: list[str] = []
    for event, node in lxml.etree.iterwalk(tree, events=("start", "end")):
        pieces.append("\n" if BLOCK_TAG.fullmatch(str(node.tag)) else "")
        pieces.append((node.text if event == "start" else node.tail) or "")
    return _lines("".join(pieces))


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def same_link(one: str, other: str) -> bool:
    """Whether two addresses lead to the same page: scheme, `www.`, a closing slash and tracking do not count."""
    return bool(one) and canonical_link(one) == canonical_link(other)


def canonical_link(url: str) -> str:
    """An address as it is compared; the empty text for none. A fragment counts: changelogs have one page of anchors."""
    clean = clean_link(url)
    if not clean:
        return ""
    parts = urlsplit(clean)
    fragment = "" if PASSING_FRAGMENT.match(parts.fragment) else parts.fragment
    host = parts.netloc.lower().removeprefix("www.").removesuffix(":443").removesuffix(":80")
    return f"{host}{_path(parts.path)}?{'&'.join(sorted(parts.query.split('&')))}#{fragment}"


def link_path(url: str) -> str:
    """The path of an address, whatever its host and query; the empty text where it says too little."""
    path = _path(_split_path(url))
    return path if len(path) >= SHORT_NAME else ""


def link_slug(url: str) -> str:
    """The last step of a path, without its ending: what a story keeps when the folders above it are renamed."""
    slug = ENDING.sub("", _path(_split_path(url)).rpartition("/")[2])
    return slug if len(slug) >= SHORT_NAME else ""


def _split_path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _path(path: str) -> str:
    return path.rstrip("/").casefold()


def article_text(link: str, articles: Iterable[FetchedPart], follow: Follow | None) -> str:
    """The text of the followed page at `link`, or the empty text where it was not fetched or says nothing.

    With `follow.select` it is that part of the page as it stands, without it the main text as trafilatura finds it.
    """
    part = next((p for p in articles if same_link(link, p.requested_url) or same_link(link, p.url)), None)
    if part is None or not part.body or (part.status or 200) >= 400:
        return ""
    html = decode(part)
    if follow is None or follow.select is None:
        import trafilatura  # late: a fifth of the start-up time of every command, for followed articles only

        return plain_text(trafilatura.extract(html, include_comments=False, fast=True) or "")[:AT_MOST_TEXT]
    try:
        root = parse(html)
    except UnreadableContent:  # too large or too deep: then the entry speaks for itself
        return ""
    found = outermost(find(root, follow.select)) if root is not None else []
    pieces = [lxml.etree.tostring(element, encoding="unicode", method="html", with_tail=False) for element in found]
    return "\n".join(plain_text(piece) for piece in pieces)[:AT_MOST_TEXT]
