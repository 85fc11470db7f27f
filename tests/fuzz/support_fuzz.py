"""What hostile input is made of: mutated bytes, odd texts, and the records the stages are asked with."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from domain.changes import Captured, Change, ChangeStatus, Edit, EditKind, Word
from domain.content import Cell, Where
from domain.keys import edit_key
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import FetchedPart

AT = datetime(2026, 2, 19, 9, 12, tzinfo=UTC)
RIVAL = Subject(kind=SubjectKind.COMPETITOR, name="Brightvane")
MARKUP = '<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">press</a>'

SNIPPETS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\x80", b"<", b">", b"</", b"&", b"&#0;", b"&#xD800;",
    b"&#1114112;", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"<table><tr>",
    b"</table>", b"<td colspan=99999999>", b"<td rowspan=-1>", b"<base href='http://[::1'>", b"<a href='http://['>",
    b"<a href='javascript:alert(1)'>", b"<title>", b"<svg><title>", b"<template>", b"<frameset>", b"<plaintext>",
    b"<meta charset=utf-7>", b"<meta charset=nonsense>", b"<meta charset=utf-16>", b"<item>", b"</item>", b"<entry/>",
    b"<pubDate>Sun, 99 Foo 0000 99:99:99 +9999</pubDate>", b"<updated>9999-99-99T99:99:99Z</updated>",
    b"<link>http://[bad</link>", b"<link>file:///etc/passwd</link>", b"1e999", b"-0", b"NaN", b"null", b"{}", b"[]",
    b"\\ud800", b"\\u0000", b'"', b"'", b"\n", b"\r", b"\t", b": ", b"- ", b"!!python/object:x",
    b"!include /etc/passwd",
    b"&x [*x]", b"*x", b"<<: *x", b"%YAML 9.9", b"---", b"...", b"|", b">-", b"9" * 5000, b"0x", b"$" + b"9" * 40,
    "\u202e\u2066‏".encode(), "\u2028\x85".encode(), "🏳️‍🌈".encode(), "İßﬁŉ".encode(), "٣٤٥ ५६".encode(), "½¼²".encode(),
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn, seed: bytes, most: int = 8) -> bytes:
    """The seed with up to `most` cuts, repeats, swaps, flipped bytes and pasted snippets."""
    body = bytearray(seed)
    for _ in range(draw(st.integers(0, most))):
        start = draw(st.integers(0, len(body)))
        end = min(len(body), start + draw(st.sampled_from((0, 1, 2, 7, 40, 300))))
        action = draw(st.sampled_from(("cut", "paste", "repeat", "flip", "end")))
        if action == "cut":
            del body[start:end]
        elif action == "paste":
            body[start:end] = draw(st.sampled_from(SNIPPETS))
        elif action == "repeat":
            body[start:start] = body[start:end] * draw(st.sampled_from((1, 2, 50)))
        elif action == "flip" and start < len(body):
            body[start] = draw(st.integers(0, 255))
        elif action == "end":
            del body[max(start, len(body) // 2) :]
    return bytes(body)


PIECES = (
    "Pro", "Starter", "$49", "€1.299,50", "US$1.2M", "$" + "9" * 60, "1e999", "-$0", "$.", "$1,2,3.4.5", "per seat",
    "/ month", "Contact sales", "raises", "prices", "appoints", "Lena Brandt", "as CFO", "CEO", "“", "”", "FedRAMP",
    "20x Moderate", "U.S. EPA", "registration", "partners with", "Calder Hotels", "in the UK", "launches",
    "StayFeed 2.0",
    "revenue", "EUR 35M", "(+14%)", ".", "\n", " | ", "Leeds", "💥", "İ", "ß", "\u00a0", "\u202e", "\x1b[2J", "\x00",
    "٣٤٥", "½", "99/99/9999", "Q4 0000", "31 February 2026", "Brightvane", "Marlowe", MARKUP,
    "\r\nBcc: thief@evil.example", "{{ 7 * 7 }}", "{% raw %}", "</mj-text>", "javascript:alert(1)", "&lt;b&gt;", "<!--",
    "]]>", "=HYPERLINK(1)", "http://evil.example/x", "www.evil.example", "a" * 3000, "%s%n", "${BELLWETHER_SECRET_X}",
)  # fmt: skip
# What is read holds no lone surrogates: the readers' own tests see to it.
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
)


def source(kind: str, **more: Any) -> Source:
    url = more.pop("url", "https://brightvane.example/page")
    schedule = Schedule(text="1d")
    return Source(name="one", kind=SourceKind(kind), url=url, subject=RIVAL, schedule=schedule, **more)


def part(body: bytes, media_type: str = "text/html", name: str = "page", status: int = 200) -> FetchedPart:
    url = "https://brightvane.example/page"
    headers = (("Content-Type", media_type),)
    return FetchedPart(part=name, url=url, requested_url=url, status=status, headers=headers, body=body)


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """One edit of any kind, with the texts of anybody."""
    before, after = draw(st.one_of(st.none(), TEXTS)), draw(st.one_of(st.none(), TEXTS))
    if before is None and after is None:
        after = draw(TEXTS)
    kind = EditKind.ADDED if before is None else EditKind.REMOVED if after is None else EditKind.REPLACED
    text = after if after is not None else before or ""
    cells = tuple(Cell(header=draw(TEXTS), text=cell) for cell in text.split(" | ")) if " | " in text else ()
    path = tuple(draw(st.lists(TEXTS, max_size=3)))
    return Edit(
        key=edit_key(1, path, before, after),
        kind=kind,
        where=draw(st.sampled_from(list(Where))),
        path=path,
        before=before,
        after=after,
        words=(Word(op="removed", text=before), Word(op="added", text=after)) if before and after else (),
        cells_after=cells if after is not None else (),
        cells_before=cells if after is None else (),
        title=draw(st.one_of(st.just(""), TEXTS)),
        link=draw(st.sampled_from(("", "javascript:alert(1)", "https://brightvane.example/n", "file:///etc/passwd"))),
        dated=draw(st.one_of(st.none(), st.datetimes(timezones=st.just(UTC)))),
        names=tuple(draw(st.lists(TEXTS, max_size=2))),
        minor=draw(st.booleans()),
    )


EDITS = st.lists(edits(), min_size=1, max_size=4, unique_by=lambda edit: edit.key).map(tuple)


def change(found: tuple[Edit, ...]) -> Change:
    return Change(
        key="c",
        source="one",
        source_id=1,
        subject=RIVAL,
        status=ChangeStatus.NEWS,
        before=Captured(snapshot=1, seq=1, captured_at=AT),
        after=Captured(snapshot=2, seq=2, captured_at=AT),
        edits=found,
    )
