"""Every difference between two visits is accounted for, and sorted as examining sorts it."""

import json
from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.explaining.explain import as_stored, explain
from diffing.reading.pages import read_page
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.explanations import Explained, Fate
from domain.sources import RegistryShape, SourceKind
from domain.visits import FetchedPart
from tests.unit.diffing.support_pages import AT, PROSE, URL, answer, examined, page_source

PAGE = f"<title>Plans</title><nav><a href='/'>Home</a></nav><main><h1>Plans</h1>{PROSE}{{}}</main>"


def told(before: str, after: str, **more: object) -> tuple[Explained, ...]:
    return explain(
        page_source(**more),
        source_id=7,
        before=answer(before),
        after=answer(after),
        captured_at=AT,
        before_at=AT - timedelta(days=7),
    )


def fates(before: str, after: str, **more: object) -> list[tuple[Fate, str | None, str | None]]:
    return [(one.fate, one.before, one.after) for one in told(before, after, **more)]


def test_news_is_told_with_the_lines_around_it_that_stayed() -> None:
    page = PAGE.format("<h2>Pro</h2><p>First line.</p><p>{} a month</p><p>Last line.</p>")
    (one,) = told(page.format("$49"), page.format("$59"))
    assert (one.fate, one.before, one.after) == (Fate.NEWS, "$49 a month", "$59 a month")
    assert one.path == ("Plans", "Pro")
    assert (one.above, one.below) == (("Pro", "First line."), ("Last line.",))
    assert [word.text for word in one.words if word.op != "same"] == ["$49", "$59"]


def test_news_and_minor_are_exactly_what_examining_tells() -> None:
    page = PAGE.format(
        "<p>{} a month</p><aside class='testimonial'><p>“{} made our audit a quiet affair.” Ana</p></aside>"
    )
    before, after = page.format("$49", "It has"), page.format("$59", "This has")
    edits = {edit.key: edit.minor for edit in examined(before, after).edits}
    found = {one.key: one.fate is Fate.MINOR for one in told(before, after) if one.fate in (Fate.NEWS, Fate.MINOR)}
    assert found == edits
    assert sorted(edits.values()) == [False, True]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("Trusted by 12,345 teams", "Trusted by 12,391 teams", "a running count"),
        ("Updated 3 minutes ago", "Updated 5 hours ago", "reads the same but for how long ago something was"),
        ("Our very own plan", "Our very own plan!", "reads the same but for punctuation, case or spacing"),
        ("Valid on 3 May 2026 for all", "Valid on May 3, 2026 for all", "the notation of a date"),
        ("All rights are ours © 2025", "All rights are ours © 2026", "the year of a copyright notice"),
        ("2 minutes ago", "a week ago", "reads the same but for how long ago something was"),
    ],
)
def test_noise_names_the_rule_and_shows_the_words(before: str, after: str, why: str) -> None:
    page = PAGE.format("<p>{}</p>")
    (one,) = told(page.format(before), page.format(after))
    assert one.fate is Fate.NOISE
    assert why in one.why
    assert (one.before, one.after) == (before, after)


def test_a_link_with_another_address_shows_both_addresses() -> None:
    page = PAGE.format("<p>See <a href='/{}'>our terms</a> for more.</p>")
    (one,) = told(page.format("old"), page.format("new"))
    assert one.fate is Fate.NOISE
    assert "https://brightvane.example/old" in (one.before or "")
    assert "https://brightvane.example/new" in (one.after or "")


def test_what_only_moved_is_told_once_as_moved() -> None:
    items = "<ul><li>One good thing</li><li>Another good thing</li><li>A third thing</li></ul>"
    moved = "<ul><li>A third thing</li><li>One good thing</li><li>Another good thing</li></ul>"
    assert fates(PAGE.format(items), PAGE.format(moved)) == [(Fate.MOVED, "A third thing", "A third thing")]


def test_a_heading_that_moved_into_the_furniture_names_where_it_stands_now() -> None:
    inside = f"<main><h1>Our rules</h1>{PROSE}</main>"
    outside = f"<header><h1>Our rules</h1></header><main>{PROSE}</main>"
    (one,) = told(inside, outside)
    assert (one.fate, one.before) == (Fate.MOVED, "Our rules")
    assert "<header>" in one.why


@pytest.mark.parametrize(
    ("box", "sign"),
    [
        ("<nav><a href='/a'>{}</a></nav>", "navigation, told by <nav>"),
        ("<footer><p>{}</p></footer>", "footer, told by <footer>"),
        ("<div class='site-footer'><p>{}</p></div>", "told by class or id 'site-footer'"),
        ("<div role='dialog'><p>{}</p></div>", "a banner or dialog, told by role=dialog"),
        ("<div id='cookie-banner'><p>{}</p></div>", "told by class or id 'cookie-banner'"),
    ],
)
def test_furniture_names_its_place_and_the_sign_that_told_it(box: str, sign: str) -> None:
    page = PAGE.format("") + box
    (one,) = told(page.format("About our company"), page.format("About our great company"))
    assert one.fate is Fate.FURNITURE
    assert sign in one.why


def test_the_title_in_the_browsers_tab_is_furniture() -> None:
    assert fates(PAGE.format(""), PAGE.format("").replace("<title>Plans", "<title>Prices")) == [
        (Fate.FURNITURE, "Plans", "Prices")
    ]


def test_what_ignore_matches_names_the_pattern() -> None:
    page = PAGE.format("<p>Session {} of the day</p>")
    (one,) = told(page.format("alpha"), page.format("omega"), ignore=("Session [a-z]+",))
    assert (one.fate, one.why) == (Fate.IGNORED, "matches `ignore`: Session [a-z]+")


def test_what_select_and_remove_leave_out_is_told_with_the_selector() -> None:
    page = (
        PAGE.format("<p class='praise'>{0} praise for all</p>")
        + "<div class='beside'><p>A {0} line beside it.</p></div>"
    )
    before, after = page.format("High"), page.format("Low")
    reasons = [(one.fate, one.why) for one in told(before, after, select=("main",), remove=(".praise",))]
    assert reasons == [(Fate.IGNORED, "taken out by `remove`: .praise"), (Fate.IGNORED, "outside `select`: main")]


def test_differences_stand_in_the_order_of_the_page() -> None:
    page = "<main><h1>Plans</h1>" + "".join(f"<p>Line {n} costs {{{n}}} here.</p>" for n in range(6)) + "</main>"
    before = page.format("one", "two", "six", "ten", "red", "sky")
    after = page.format("uno", "dos", "seis", "diez", "rojo", "cielo")
    places = [int((one.after or one.before or "").split()[1]) for one in told(before, after)]
    assert places == sorted(places)
    assert len(places) == 6


def test_equal_pages_have_no_difference() -> None:
    assert told(PAGE.format("<p>Same.</p>"), PAGE.format("<p>Same.</p>")) == ()


LINES = st.lists(
    st.sampled_from(
        [
            "<p>Solo costs $9 a month for one seat.</p>",
            "<p>Solo costs $19 a month for one seat.</p>",
            "<p>Updated 3 minutes ago</p>",
            "<p>Updated 3 hours ago</p>",
            "<li>Works offline</li>",
            "<li>works offline.</li>",
            "<footer><p>Contact us in Leeds</p></footer>",
            "<footer><p>Contact us in York</p></footer>",
            "<nav><a href='/a'>About</a></nav>",
            "<h2>Questions</h2>",
            "<p>“It has made our audit a quiet affair.” Ana Dale, Tessera</p>",
        ]
    ),
    max_size=14,
)


@given(before=LINES, after=LINES)
def test_every_line_that_only_one_side_has_is_accounted_for(before: list[str], after: list[str]) -> None:
    old, new = (f"<main><h1>Plans</h1>{PROSE}</main>{''.join(side)}" for side in (before, after))
    texts = [Counter(b.text for b in read_page(page_source(), answer(page)).blocks) for page in (old, new)]
    found = told(old, new)
    assert set(texts[0] - texts[1]) <= {one.before for one in found}
    assert set(texts[1] - texts[0]) <= {one.after for one in found}


def test_learned_noise_of_a_stored_edit_is_told_in_place_of_news() -> None:
    page = PAGE.format("<p>{} people applied this week to our school</p>")
    before, after = page.format("Forty"), page.format("Fifty")
    (edit,) = examined(before, after).edits
    left = Edit(
        key=edit.key, kind=edit.kind, where=edit.where, path=edit.path, before=edit.before, after=edit.after,
        noise="a number that moved at 5 of 6 visits", waits=True,
    )  # fmt: skip
    (one,) = as_stored(told(before, after), [left])
    assert one.fate is Fate.LEARNED
    assert one.why == "a number that moved at 5 of 6 visits; told if it stands at the next visit"


def test_an_edit_that_only_the_archive_knows_is_told_too() -> None:
    gone = Edit(key="k", kind=EditKind.REMOVED, where=Where.STATE, path=("Plans",), before="Plans", after=None)
    (one,) = as_stored((), [gone])
    assert (one.fate, one.before, one.after) == (Fate.NEWS, "Plans", None)


def feed(*items: tuple[str, str, str]) -> tuple[FetchedPart, ...]:
    entries = "".join(
        f"<item><guid>{link}</guid><link>https://b.example/{link}</link><title>{title}</title>"
        f"<pubDate>{day} Feb 2026 08:00:00 GMT</pubDate></item>"
        for link, title, day in items
    )
    body = f"<rss version='2.0'><channel><title>News</title>{entries}</channel></rss>".encode()
    return (FetchedPart(part="page", url=URL, requested_url=URL, status=200, headers=(), body=body),)


def test_entries_of_a_feed_are_new_rolled_off_or_older_than_the_list_was() -> None:
    stayed = (("c", "Offline mode is here", "09"), ("b", "We open in Leeds", "06"))
    before = feed(*stayed, ("a", "A new map view", "04"))
    after = feed(("d", "Team plan costs less", "12"), *stayed, ("z", "An old story comes back", "01"))
    found = explain(page_source(kind=SourceKind.FEED), source_id=7, before=before, after=after, captured_at=AT)
    assert [(one.fate, one.path[0]) for one in found] == [
        (Fate.NEWS, "Team plan costs less"),
        (Fate.PASSED, "An old story comes back"),
        (Fate.PASSED, "A new map view"),
    ]


def test_an_entry_dated_anew_is_noise() -> None:
    before, after = feed(("c", "Offline mode is here", "09")), feed(("c", "Offline mode is here", "10"))
    (one,) = explain(page_source(kind=SourceKind.FEED), source_id=7, before=before, after=after, captured_at=AT)
    assert (one.fate, one.why) == (Fate.NOISE, "dated anew")


def register(*records: dict[str, str]) -> tuple[FetchedPart, ...]:
    body = json.dumps(list(records)).encode()
    return (FetchedPart(part="page", url=URL, requested_url=URL, status=200, headers=(), body=body),)


def test_records_of_a_register_are_told_or_left_out_by_where() -> None:
    shape = RegistryShape(key=("id",), fields=(("status", "status"), ("name", "name")), title=("name",))
    asked = page_source(kind=SourceKind.REGISTRY, registry=shape, where=(("status", ("ready",)),))
    before = register({"id": "1", "status": "ready", "name": "Atlas"})
    after = register(
        {"id": "1", "status": "ready", "name": "Atlas Two"}, {"id": "2", "status": "planned", "name": "Comet"}
    )
    found = explain(asked, source_id=7, before=before, after=after, captured_at=AT)
    assert [(one.fate, one.path[0]) for one in found] == [(Fate.NEWS, "1"), (Fate.IGNORED, "2")]
    assert found[1].why == "left out by the source's `where`"


def test_what_was_told_and_would_not_be_today_says_so_and_so_does_the_other_way_round() -> None:
    page = PAGE.format("<p>{} teams</p><p>{} a month</p>")
    before, after = page.format("Trusted by 12,345", "$49"), page.format("Trusted by 12,391", "$59")
    found = told(before, after)
    (count,) = [one for one in found if one.fate is Fate.NOISE]
    stored = Edit(
        key=count.key,
        kind=EditKind.REPLACED,
        where=count.where,
        path=count.path,
        before=count.before,
        after=count.after,
    )
    again = {one.after: one for one in as_stored(found, [stored])}
    assert again["Trusted by 12,391 teams"].fate is Fate.NEWS
    assert "would be left out: a running count" in again["Trusted by 12,391 teams"].why
    assert "not told at the time" in again["$59 a month"].why
