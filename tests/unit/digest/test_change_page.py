"""One change as a page: words marked side by side, what decided its tags, and nothing a visitor's browser would run."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

import digest
from domain.changes import Captured, Change, ChangeStatus, Edit, EditKind, Word
from domain.content import Cell, Where
from domain.editions import Exhibit
from domain.events import Event, Sighting
from domain.explanations import Explained, Fate
from tests.unit.digest import worlds

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">click</a>',
    "</section></main><iframe src=//evil.example></iframe>",
    '" onmouseover="alert(1)',
    "</style><style>body{display:none}</style>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u202egnp.exe\u202c\u200b\u0007",
    "العربية נגד \u2067mixed\u2069",
)


class Tags(HTMLParser):
    """Collects the page's tags, addresses and event handlers."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def change_of(sighting: Sighting, status: ChangeStatus = ChangeStatus.NEWS) -> Change:
    return Change(
        key="c0ffee" * 8,
        source=sighting.source,
        source_id=1,
        subject=sighting.subject,
        status=status,
        before=Captured(snapshot=1, seq=1, captured_at=worlds.SEEN),
        after=Captured(snapshot=2, seq=2, captured_at=worlds.STILL),
        edits=sighting.edits,
        explanation="2 edits in the page's content.",
    )


def exhibit(**more: object) -> Exhibit:
    found = Exhibit(
        sighting="",
        source="vanta-fedramp",
        url="https://vanta.example/fedramp",
        before_at=worlds.SEEN,
        before_sha256="a" * 64,
        after_at=worlds.STILL,
        after_sha256=None,
    )
    return replace(found, **more)  # type: ignore[arg-type]


def page(event: Event, explained: tuple[Explained, ...] = (), **more: object) -> str:
    sighting = event.sightings[0]
    return digest.change_page(change_of(sighting), exhibit(**more), sightings=(sighting,), explained=explained)


def explained(edit: Edit, fate: Fate = Fate.NEWS, why: str = "", **more: object) -> Explained:
    found = Explained(
        fate=fate, why=why, where=edit.where, path=edit.path, before=edit.before, after=edit.after, key=edit.key
    )
    return replace(found, **more)  # type: ignore[arg-type]


def test_words_that_went_and_came_are_marked_side_by_side() -> None:
    found = page(worlds.vanta())
    assert "<del>ready</del>" in found
    assert "<ins><mark>20x</mark></ins>" in found
    assert found.count('<div class="sides') >= 1


def test_the_page_says_when_where_and_which_bytes() -> None:
    said = worlds.visible(page(worlds.vanta()))
    assert "2026-02-19 09:12 UTC" in said
    assert "2026-02-23 05:40 UTC" in said
    assert "a" * 64 in said
    assert "SHA-256 no body" in said
    assert "https://vanta.example/fedramp" in said
    assert "c0ffee" * 8 in said


def test_tags_and_facts_are_told_with_the_words_they_rest_on() -> None:
    said = worlds.visible(page(worlds.scrapingdog()))
    assert "rule pricing" in said
    assert "Starter: $500 a month price, from “$500”" in " ".join(said.split())


def test_lines_that_stayed_stand_around_an_edit_once() -> None:
    event = worlds.vanta()
    first = event.sightings[0].edits[0]
    twins = (replace(first, key="one"), replace(first, key="two"))
    event = replace(event, sightings=(replace(event.sightings[0], edits=twins),))
    found = page(event, tuple(explained(edit, above=("A line above",), below=("A line below",)) for edit in twins))
    assert found.count("A line above") == found.count("A line below") == 1
    assert found.index("A line above") < found.index("<del>") < found.rindex("<article") < found.index("A line below")


def test_what_was_left_out_is_folded_with_its_reason_and_its_words() -> None:
    event = worlds.vanta()
    line = Edit(key="n", kind=EditKind.REPLACED, where=Where.FOOTER, path=(), before="5 agents", after="9 agents")
    words = (Word(op="removed", text="5"), Word(op="added", text="9"), Word(op="same", text="agents"))
    left = explained(line, Fate.FURNITURE, "footer, told by <footer>", words=words)
    found = page(event, (left,))
    assert "<details>" in found
    assert "Left out: 1 difference (site furniture 1)" in found
    assert "Footer, told by &lt;footer&gt;" in found
    assert "<del>5</del>" in found


def test_a_row_of_a_table_stands_under_the_heads_of_its_columns() -> None:
    event = worlds.vanta()
    cells = (Cell(header="Plan", text="Pro"), Cell(header="Price", text="$9"))
    row = Edit(
        key="r", kind=EditKind.ADDED, where=Where.TABLE, path=(), before=None, after="Pro | $9", cells_after=cells
    )
    event = replace(event, sightings=(replace(event.sightings[0], edits=(row,)),))
    assert "Plan | Price" in worlds.visible(page(event))


def test_screenshots_are_held_in_the_page_itself() -> None:
    found = page(worlds.vanta(), screenshot_before=PNG, screenshot_after=b"<svg onload=alert(1)>")
    assert found.count('src="data:image/png;base64,') == 1
    assert "Screenshot after: not a PNG image" in worlds.visible(found)


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    found = page(worlds.vanta(), screenshot_before=PNG)
    assert "default-src 'none'" in found
    assert not re.search(r"url\(|@import|<link|<script", found)
    assert {address.split(":")[0] for address in Tags(found).addresses} <= {"https", "data"}


@pytest.mark.parametrize("text", ATTACKS)
def test_hostile_words_stay_words(text: str) -> None:
    event = worlds.vanta()
    edits = tuple(
        replace(edit, before=f"{text} {edit.before}", after=f"{text} {edit.after}", path=(text, text), words=())
        for edit in event.sightings[0].edits
    )
    sighting = replace(event.sightings[0], edits=edits, headline=text, facts=(), tags=())
    evil = replace(event, sightings=(sighting,), subject=worlds.rival(text))
    told = tuple(explained(edit, above=(text,), below=(text,)) for edit in edits)
    left = tuple(explained(edit, Fate.NOISE, text, key="") for edit in edits)
    harmless = Tags(page(worlds.vanta(), tuple(explained(edit, Fate.NOISE) for edit in edits)))
    found = page(evil, (*told, *left), url=f"javascript:alert('{text}')")
    seen = Tags(found)
    assert set(seen.tags) <= {*harmless.tags, "details", "summary", "h3"}
    assert not seen.handlers
    assert not seen.addresses
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\u0007]", found)


def test_words_of_another_direction_do_not_turn_their_neighbours_around() -> None:
    event = worlds.vanta()
    edit = replace(event.sightings[0].edits[0], before=None, after="خطة جديدة بسعر 49", words=(), kind=EditKind.ADDED)
    found = page(replace(event, sightings=(replace(event.sightings[0], edits=(edit,), facts=()),)))
    assert re.search(r'<div class="side" dir="auto"><b>New</b><ins>خطة', found)


def test_a_thousand_long_edits_make_a_page_that_opens() -> None:
    event = worlds.capcut()
    edit = replace(event.sightings[0].edits[0], before=None, after="x" * 20_000, words=(), kind=EditKind.ADDED)
    edits = tuple(replace(edit, key=f"many{n}") for n in range(1_000))
    sighting = replace(event.sightings[0], edits=edits, facts=())
    left = tuple(explained(one, Fate.NOISE, "noise", key="") for one in edits)
    found = page(replace(event, sightings=(sighting,)), left)
    assert len(found) < 2_000_000
    assert "800 further edits are in the archive" in found
    assert "980 more" in found


def test_a_change_without_a_sighting_shows_its_edits_all_the_same() -> None:
    sighting = worlds.vanta().sightings[0]
    found = digest.change_page(change_of(sighting, ChangeStatus.HELD), exhibit())
    assert "<del>ready</del>" in found
    assert "held" in worlds.visible(found)


def test_an_explanation_that_cannot_be_made_says_why() -> None:
    sighting = worlds.vanta().sightings[0]
    found = digest.change_page(change_of(sighting), exhibit(), sightings=(sighting,), unexplained="the body is gone")
    assert "The body is gone" in worlds.visible(found)
    assert "Left out: not known" in worlds.visible(found)
