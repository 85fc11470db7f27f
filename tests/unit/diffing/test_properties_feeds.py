"""What must hold for any feed and any register: every entry or record is told once, and as what happened to it."""

import random
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import diffing
from diffing.registries.records import NOTICE
from domain.changes import EditKind
from tests.unit.diffing.support_feeds import FORMATS, NOW, Story, added, changed, told
from tests.unit.diffing.support_random_pages import sentence, words
from tests.unit.diffing.test_registries import page, source
from tests.unit.diffing.test_registries_days import OPEN

seeds = st.integers(min_value=0, max_value=10_000_000)
Row = dict[str, Any]


def a_story(chance: random.Random, number: int) -> Story:
    title = f"{words(chance, chance.randint(4, 8))} {number}"
    return Story(
        id=f"https://brightvane.example/?p={1000 + number}",
        link=f"https://brightvane.example/news/{number}-{title.lower().replace(' ', '-')}",
        title=title,
        text=" ".join(sentence(chance) for _ in range(chance.randint(2, 5))),
        at=NOW - timedelta(days=200 - number, minutes=chance.randint(0, 600)),
    )


@settings(max_examples=100, deadline=None)
@given(seed=seeds, form=st.sampled_from(FORMATS))
def test_every_story_of_a_feed_is_told_once_and_as_what_it_is(seed: int, form: str) -> None:
    chance = random.Random(seed)
    known = [a_story(chance, number) for number in range(chance.randint(3, 25), 0, -1)]
    fresh = [a_story(chance, 100 + number) for number in range(chance.randint(0, 6), 0, -1)]
    kept = known[: chance.randint(2, len(known))]
    rewritten = set(chance.sample(range(len(kept)), min(len(kept) // 2, chance.randint(0, 2))))
    stays = [
        replace(one, text=f"{one.text} Correction: {sentence(chance, 12, 20)}") if at in rewritten else one
        for at, one in enumerate(kept)
    ]
    after = [*fresh, *_turned(chance, stays)]
    chance.shuffle(after)
    edits = told(form, known, after)
    assert sorted(added(edits)) == sorted(one.title for one in fresh)
    assert sorted(changed(edits)) == sorted(kept[at].title for at in rewritten)
    assert len({edit.key for edit in edits}) == len(edits)


def _turned(chance: random.Random, entries: list[Story]) -> list[Story]:
    """The entries as a feed may give them again: with other ids, other dates, or other addresses."""
    turn = chance.randrange(5)
    if turn == 0:
        return [replace(one, id=f"urn:entry:{chance.getrandbits(60):x}") for one in entries]
    if turn == 1:
        return [replace(one, at=NOW - timedelta(minutes=at)) for at, one in enumerate(entries)]
    if turn == 2:
        return [replace(one, link=one.link.replace("https://", "http://www.") + "?utm_source=feed") for one in entries]
    if turn == 3:
        return [replace(one, link=one.link.replace("/news/", "/en/press/"), id="") for one in entries]
    return entries


def a_row(chance: random.Random, number: int) -> Row:
    return {
        "id": f"R-{number}",
        "name": f"{words(chance, 3)} {number}",
        "status": chance.choice(("in process", "ready", "authorized")),
        "owner": words(chance, 2),
        "users": chance.randint(1, 90_000),
    }


@settings(max_examples=100, deadline=None)
@given(seed=seeds)
def test_every_record_of_a_register_is_told_once_and_as_what_happened_to_it(seed: int) -> None:
    chance = random.Random(seed)
    before = [a_row(chance, number) for number in range(chance.randint(8, 60))]
    gone = set(chance.sample(range(len(before)), chance.randint(0, 3)))
    moved = set(chance.sample([at for at in range(len(before)) if at not in gone], chance.randint(0, 3)))
    after = [_moved(chance, one) if at in moved else one for at, one in enumerate(before) if at not in gone]
    come = [a_row(chance, 500 + number) for number in range(chance.randint(0, 4))]
    after += come
    chance.shuffle(after)
    visits = [(page({"items": one}),) for one in (before, after)]
    found = diffing.examine(source(OPEN), source_id=3, before=visits[0], after=visits[1], captured_at=NOW)
    kinds = {
        kind: {edit.path[0] for edit in found.edits if edit.kind is kind and edit.path != (NOTICE,)}
        for kind in EditKind
    }
    assert kinds[EditKind.ADDED] == {one["id"] for one in come}
    assert kinds[EditKind.REMOVED] == {before[at]["id"] for at in gone}
    assert kinds[EditKind.REPLACED] == {before[at]["id"] for at in moved}
    assert all(edit.path != (NOTICE,) for edit in found.edits)


def _moved(chance: random.Random, one: Row) -> Row:
    field = chance.choice(("status", "owner", "users"))
    new = {"status": "revoked", "owner": f"{one['owner']} and heirs", "users": one["users"] + chance.randint(1, 500)}
    return {**one, field: new[field]}
