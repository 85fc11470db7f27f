"""Feeds from a reader's side: real formats in, news out. What the feed does to itself is no news."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

import diffing
from diffing.feeds.entries import compare_entries, entry_keys
from diffing.feeds.parsing import read_feed
from domain.changes import ChangeStatus, EditKind
from domain.content import Extraction
from tests.unit.diffing.support_feeds import (
    FORMATS,
    NOW,
    STORIES,
    Story,
    added,
    changed,
    fed,
    feed_source,
    stories,
    story,
    told,
    written,
)

every_format = pytest.mark.parametrize("form", FORMATS)
Remake = Callable[[int, Story], Story]
LONGER = " More on this in the coming weeks, when the plans of all the teams that take part are known to everybody."


def remade(remake: Remake, entries: Sequence[Story]) -> list[Story]:
    return [remake(at, one) for at, one in enumerate(entries)]


def linked(template: str) -> Remake:
    return lambda _, one: replace(one, link=template.format(slug=one.link.rpartition("/")[2]))


TURNS: dict[str, Remake] = {
    "re-dates everything": lambda at, one: replace(one, at=NOW - timedelta(minutes=at)),
    "drops its dates": lambda _, one: replace(one, at=None),
    "moves its dates by a time zone": lambda _, one: replace(one, at=one.at and one.at + timedelta(hours=9)),
    "changes all its ids": lambda at, one: replace(one, id=f"cms-{at}-{len(one.title)}"),
    "drops its ids": lambda _, one: replace(one, id=""),
    "numbers its ids by position": lambda at, one: replace(one, id=str(at)),
    "goes to http": linked("http://brightvane.example/news/{slug}"),
    "adds www and a slash": linked("https://www.brightvane.example/news/{slug}/"),
    "changes host": linked("https://press.brightvane.example/news/{slug}"),
    "changes folder": linked("https://brightvane.example/en/press-room/2026/{slug}.html"),
    "adds tracking": linked("https://brightvane.example/news/{slug}?utm_source=rss&utm_medium=feed&fbclid=x1"),
    "adds tracking nobody knows": linked("https://brightvane.example/news/{slug}?from=newsfeed"),
    "adds a fragment": linked("https://brightvane.example/news/{slug}#xtor=RSS-1"),
    "gives every entry one address": lambda _, one: replace(one, link="https://brightvane.example/news"),
    "flips to full text": lambda at, one: replace(one, text=f"{one.text} {STORIES[at][2]}{LONGER}"),
    "flips to headlines": lambda _, one: replace(one, text=""),
    "cuts its texts": lambda _, one: replace(one, text=one.text[:34] + "…"),
    "signs every text": lambda _, one: replace(
        one, text=f"{one.text} The post {one.title} appeared first on Brightvane."
    ),
    "signs every title": lambda _, one: replace(one, title=f"{one.title} | Brightvane Newsroom"),
    "shouts": lambda _, one: replace(one, title=one.title.upper()),
    "counts comments": lambda at, one: replace(
        one, text=f"{one.text} {at * 3 + 2} comments, 1,2{at}7 views, 3 days ago"
    ),
    "sets curly quotes and entities": lambda _, one: replace(one, text=one.text.replace(" ", "\u00a0", 1) + " &amp;"),
}
HOUSE_MOVES = {
    "ids and links": ("changes all its ids", "changes folder"),
    "ids and dates": ("changes all its ids", "re-dates everything"),
    "ids, host and dates": ("changes all its ids", "changes host", "moves its dates by a time zone"),
    "everything but titles": (
        "changes all its ids",
        "gives every entry one address",
        "re-dates everything",
        "flips to full text",
    ),
    "links and full text": ("changes folder", "flips to full text", "drops its ids"),
}


@every_format
@pytest.mark.parametrize("turn", TURNS)
def test_a_feed_that_only_turns_is_no_news(form: str, turn: str) -> None:
    before = stories(8)
    assert told(form, before, remade(TURNS[turn], before)) == ()
    assert told(form, remade(TURNS[turn], before), before) == ()


@every_format
@pytest.mark.parametrize("turn", TURNS)
def test_a_new_story_is_found_while_the_feed_turns(form: str, turn: str) -> None:
    after = [story(9), *remade(TURNS[turn], stories(8, 1))]
    assert [edit.title for edit in told(form, stories(8), after)] == [STORIES[9][1]]


@pytest.mark.parametrize("move", HOUSE_MOVES)
def test_a_feed_that_moves_house_is_no_news(move: str) -> None:
    after = stories(8)
    for turn in HOUSE_MOVES[move]:
        after = remade(TURNS[turn], after)
    assert told("rss", stories(8), after) == ()
    assert added(told("rss", stories(8), [story(9), *after])) == [STORIES[9][1]]


@every_format
def test_order_does_not_matter(form: str) -> None:
    assert told(form, stories(8), stories(8)[::-1]) == ()


@every_format
def test_roll_off_is_no_removal(form: str) -> None:
    assert added(told(form, stories(5), stories(7, 4))) == [STORIES[7][1], STORIES[6][1]]
    assert told(form, stories(5), stories(5, 5)) == ()


@every_format
def test_an_edited_story_says_what_changed_and_is_not_new(form: str) -> None:
    dearer = replace(story(9), text=STORIES[9][2].replace("$49", "$59"))
    (edit,) = told(form, stories(9), [dearer, *stories(8)])
    assert edit.kind is EditKind.REPLACED
    assert [(word.op, word.text) for word in edit.words if word.op != "same"] == [("removed", "$49"), ("added", "$59")]


@pytest.mark.parametrize(
    ("number", "old", "new"),
    [
        (0, "Ada Brook", "Rupert Vane"),
        (3, "€12.4 million", "€11.9 million"),
        (5, "the first of May", "the first of July"),
        (2, "30 cities", "45 cities"),
    ],
)
def test_one_name_amount_or_number_edited_in_a_story_is_told(number: int, old: str, new: str) -> None:
    after = [replace(one, text=one.text.replace(old, new)) for one in stories(8)]
    assert changed(told("rss", stories(8), after)) == [STORIES[number][1]]


def test_all_prices_of_a_feed_raised_at_once_are_edits_and_no_template() -> None:
    plans = [
        replace(story(n), title=f"The {name} plan of StayFeed", text=f"It costs ${n}9 a month for a hotel.")
        for n, name in enumerate(("small", "middle", "large", "wide", "deep", "tall"), 1)
    ]
    raised = [replace(one, text=one.text.replace("9 a", "5 a")) for one in plans]
    assert len(changed(told("rss", plans, raised))) == 6


def test_two_edits_are_both_told_while_every_text_gains_a_line() -> None:
    after = remade(TURNS["signs every text"], stories(8))
    after[2] = replace(after[2], text=after[2].text.replace("June", "September").replace("Beacon", "Windmill"))
    assert changed(told("rss", stories(8), after)) == [after[2].title]


@every_format
def test_two_entries_of_one_id_are_still_two(form: str) -> None:
    before = [replace(story(1), id="same"), replace(story(0), id="same")]
    after = [replace(story(2), id="same"), *before]
    assert added(told(form, before, after)) == [STORIES[2][1]]


@every_format
def test_an_entry_listed_twice_is_not_new(form: str) -> None:
    assert told(form, stories(4), [story(4), *stories(4)]) == ()


@every_format
def test_entries_without_id_and_link_are_known_by_their_words(form: str) -> None:
    bare = [replace(one, id="", link="") for one in stories(6)]
    after = [replace(story(7), id="", link=""), *bare]
    assert added(told(form, bare, after)) == [STORIES[7][1]]
    undated = [replace(one, at=None) for one in bare]
    assert told(form, undated, undated[::-1]) == ()


def test_two_short_messages_of_one_day_are_two() -> None:
    noon = datetime(2026, 2, 9, 12, tzinfo=UTC)
    one = Story(id="", link="", title="", text="All lines to Kiel run again since this morning.", at=noon)
    other = Story(
        id="", link="", title="", text="The ferry to Hull waits for the storm to pass.", at=noon + timedelta(hours=2)
    )
    (edit,) = told("rss", [one], [other])
    assert edit.kind is EditKind.ADDED
    update = Story(id="", link="", title="Update", text=one.text, at=noon)
    later = Story(id="", link="", title="Update", text=other.text, at=noon + timedelta(hours=2))
    assert [edit.kind for edit in told("rss", [update], [later, update])] == [EditKind.ADDED]


def test_an_entry_from_the_future_hides_nothing() -> None:
    pinned = replace(
        story(0),
        at=datetime(2031, 1, 1, tzinfo=UTC),
        title="Save the date for our summer fair",
        id="fair",
        link="https://brightvane.example/fair",
    )
    before = [pinned, *stories(3, 1)]
    assert added(told("rss", before, [pinned, *stories(9, 6)])) == [STORIES[n][1] for n in (9, 8, 7, 6)]


def test_a_story_dated_back_that_stands_on_top_is_new() -> None:
    late = replace(story(9), at=datetime(2025, 11, 3, tzinfo=UTC))
    assert added(told("rss", stories(6, 3), [late, *stories(6, 3)])) == [STORIES[9][1]]


def test_a_longer_window_lets_in_no_news() -> None:
    assert told("atom", stories(8, 6), stories(8, 0)) == ()


def test_a_feed_that_comes_back_empty_does_not_tell_everything_again() -> None:
    empty = diffing.examine(
        feed_source(),
        source_id=5,
        before=fed(written("rss", stories(8))),
        after=fed(written("rss", [])),
        captured_at=NOW,
    )
    assert (empty.status, empty.baseline, empty.edits) == (None, False, ())
    first = diffing.examine(feed_source(), source_id=5, before=None, after=fed(written("rss", [])), captured_at=NOW)
    assert first.baseline


def test_a_story_that_comes_back_after_it_rolled_off_is_not_new() -> None:
    def read(*numbers: int) -> Extraction:
        return read_feed(feed_source(), fed(written("rss", [replace(story(n), at=None) for n in numbers])))

    old, window, back = read(2, 1, 0), read(4, 3), read(5, 4, 3, 1)
    assert len(compare_entries(5, window, back, ())) == 2
    (edit,) = compare_entries(5, window, back, (), seen=entry_keys(old))
    assert edit.title == STORIES[5][1]


@pytest.mark.parametrize(("later", "asked", "told"), [(5, 0, 0), (6, 1, 0), (7, 1, 1)])
def test_earlier_visits_are_asked_for_only_where_a_feed_says_something_new(later: int, asked: int, told: int) -> None:
    questions: list[int] = []

    def seen() -> frozenset[str]:
        questions.append(1)
        return entry_keys(read_feed(feed_source(), fed(written("rss", stories(6, 4)))))

    before, after = fed(written("rss", stories(5))), fed(written("rss", stories(later)))
    found = diffing.examine(feed_source(), source_id=5, before=before, after=after, captured_at=NOW, seen=seen)
    assert (len(questions), len(found.edits)) == (asked, told)


def test_the_next_story_of_the_same_words_is_seen_as_new_by_its_id() -> None:
    one, other = (
        read_feed(
            feed_source(),
            fed(
                written(
                    "rss",
                    [
                        replace(
                            story(4),
                            id=f"n-{n}",
                            link=f"https://brightvane.example/s/{n}",
                            at=datetime(2026, 2, n, tzinfo=UTC),
                        )
                    ],
                )
            ),
        )
        for n in (3, 10)
    )
    assert not entry_keys(one) & entry_keys(other)


def test_a_change_of_feed_entries_is_news() -> None:
    found = diffing.examine(
        feed_source(),
        source_id=5,
        before=fed(written("json", stories(3))),
        after=fed(written("json", stories(4))),
        captured_at=NOW,
    )
    assert (found.status, found.baseline) == (ChangeStatus.NEWS, True)


def test_many_entries_of_one_title_are_compared() -> None:
    def update(number: int, words: str) -> Story:
        return Story(
            id="", link="", title="Update", text=f"{words} {number} " * 150, at=NOW + timedelta(minutes=number)
        )

    old, new = ([update(n, words) for n in range(300)] for words in ("line down", "all well"))
    assert not told("rss", old, new)  # each is the old one of its place, in other words
