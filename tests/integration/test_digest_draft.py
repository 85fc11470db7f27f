"""A week's draft: written, changed by hand, heeded by the send, and kept with who changed what."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from commands.digest import edition_week
from domain.changes import ChangeStatus
from domain.editions import Edition
from domain.errors import ConfigurationError
from pipeline import World, compose, detect, open_world, prepare, relate, replay
from pipeline.composing.drafting import draft_of, heed, path_of
from pipeline.delivering.draft_text import draft_for_review, offered, written
from pipeline.files import write_whole
from tests.integration.support_pipeline import Moments, attempt_at
from tests.integration.support_rules import Type, typed, value
from tests.integration.support_week import (
    MONDAY,
    NEXT_MONDAY,
    Look,
    clock,
    edition,
    ines,
    look,
    noor,
    page,
    words,
    world,
)

__all__ = ["clock", "look", "typed", "world"]
WEEK = "2026-W08"

Change = Callable[..., None]


@pytest.fixture
def drafted(world: World, look: Look, clock: Moments) -> Change:
    """A week with a price change and a new policy; gives a way to write its draft with some lines changed."""
    look(page("Pro|$49"))
    look(page(), name="terms")
    look(page("Pro|$59"), 1)
    look(page("Crew|$15"), 2, name="terms")
    clock.now = NEXT_MONDAY - timedelta(hours=2)

    def change(place: int | None = None, **lines: str) -> None:
        text = written(WEEK, offered(world, WEEK), None, "noor")
        head, *entries = text.split("\n  - event:")
        if place is None:
            head = changed(head, lines)
        else:
            entries[place] = changed(entries[place], lines)
        write_whole(path_of(world, WEEK), "\n  - event:".join([head, *entries]))

    return change


def changed(text: str, lines: dict[str, str]) -> str:
    kept = []
    for line in text.split("\n"):
        key = line.strip().partition(":")[0]
        kept.append(f"{line.partition(':')[0]}: {lines[key]}" if key in lines and not line.startswith("#") else line)
    return "\n".join(kept)


def sent(world: World, clock: Moments) -> Edition:
    return edition(world, clock, ines(world))


def test_a_draft_that_changes_nothing_leaves_the_mail_as_it_is(world: World, drafted: Change, clock: Moments) -> None:
    without = words(sent_without_storing(world, clock))
    drafted()
    assert words(sent(world, clock)) == without
    assert world.archive.drafts.changes() == ()


def sent_without_storing(world: World, clock: Moments) -> Edition:
    clock.now = NEXT_MONDAY
    return compose(world, ines(world), NEXT_MONDAY)


def test_a_hidden_finding_is_in_no_mail_and_analysts_read_of_it(world: World, drafted: Change, clock: Moments) -> None:
    drafted(0, hide="true")
    mail, copy = words(sent(world, clock)), words(edition(world, clock, noor(world)))
    assert "$59" not in mail
    assert "Edited by noor: 1 left out" in copy
    assert "Edited by" not in mail


def test_a_reworded_sentence_is_marked_for_analysts_and_keeps_its_evidence(
    world: World, drafted: Change, clock: Moments
) -> None:
    drafted(0, reword="Brightvane asks ten dollars more of every seat")
    mine, copy = sent(world, clock), words(edition(world, clock, noor(world)))
    assert "Brightvane asks ten dollars more of every seat." in words(mine)
    assert mine.subject.startswith("Marlowe Travel: Brightvane asks")
    assert "$59" not in words(mine)
    assert "$59" in mine.evidence
    assert "[noor's words; found: Brightvane" in copy


def test_a_note_stands_below_its_finding_and_at_the_top(world: World, drafted: Change, clock: Moments) -> None:
    drafted(0, note="ask them on Wednesday")
    assert "(Noor: ask them on Wednesday)" in words(sent(world, clock))


def test_a_note_that_names_an_account_of_others_does_not_reach_a_reader_without_it(
    world: World, drafted: Change, clock: Moments, tmp_path: Path
) -> None:
    accounts = (
        tmp_path / "accounts.yaml"
    ).read_text() + "  - {name: Pellworm Rail, owner: noor, buys: [Hotel Rates]}\n"
    (tmp_path / "accounts.yaml").write_text(accounts)
    again = open_world(tmp_path, {}, clock)
    drafted(note="Pellworm Rail asked about this")
    assert "Pellworm" not in words(edition(again, clock, ines(again)))
    again.archive.close()


def test_a_pinned_finding_stands_first(world: World, drafted: Change, clock: Moments) -> None:
    first = offered(world, WEEK)[0]
    drafted(1, pin="true")
    mail = sent(world, clock)
    assert mail.event_ids[1] == first.event.id
    assert mail.text.index("Crew") < mail.text.index("$59")


def test_findings_that_are_one_happening_are_told_as_one_for_good(
    world: World, drafted: Change, clock: Moments
) -> None:
    lead, _ = offered(world, WEEK)
    drafted(1, same_as=lead.event.id)
    mail = sent(world, clock)
    assert mail.event_ids == (lead.event.id,)
    assert "Seen on 2 pages of the site" in words(mail)
    replay(world, world.sources)
    assert set(world.archive.derived.events()) == {lead.event.id}


def test_a_verdict_of_a_draft_lasts_through_a_replay(world: World, drafted: Change, clock: Moments) -> None:
    drafted(0, judge="noise")
    assert "$59" not in words(sent(world, clock))
    replay(world, world.sources)
    statuses = {change.status for change in world.archive.derived.changes(source="prices")}
    assert statuses == {ChangeStatus.NOISE}
    assert [one.by for one in world.archive.verdicts.standing()] == ["noor"]


def test_all_that_is_not_judged_is_right_where_the_file_says_so(world: World, drafted: Change, clock: Moments) -> None:
    drafted(rest="right")
    sent(world, clock)
    assert [one.says.value for one in world.archive.verdicts.standing()] == ["right", "right"]


def test_a_broken_draft_is_refused_with_the_line_and_nothing_is_sent(
    world: World, drafted: Change, clock: Moments, typed: Type
) -> None:
    drafted(0, pin="maybe", same_as="nobody")
    with pytest.raises(ConfigurationError) as refused:
        sent(world, clock)
    said = [str(problem) for problem in refused.value.problems]
    assert [line.partition(": ")[0].rpartition(":")[0].rpartition(":")[0] for line in said] == [f"drafts/{WEEK}.yaml"]
    assert "'maybe' is neither true nor false" in said[0]
    assert world.archive.editions.all() == ()
    assert typed("digest", "draft", "--week", WEEK).exit_code == 2


def test_who_changed_what_is_kept_and_told(world: World, drafted: Change, clock: Moments, typed: Type) -> None:
    drafted(0, hide="true")
    sent(world, clock)
    drafted(0, hide="false", note="look twice")
    clock.now = MONDAY + timedelta(days=10)
    prepare(world, noor(world), clock.now)
    rows = value(typed("digest", "edits", "--json"))
    assert [(one["what"], one["before"], one["after"], one["by"]) for one in rows] == [
        ("hide", "", "yes", "noor"),
        ("hide", "yes", "", "noor"),
        ("note", "", "look twice", "noor"),
    ]
    assert "look twice" in typed("digest", "edits", WEEK).stdout


def test_writing_a_draft_again_keeps_what_was_changed_and_adds_what_came_since(
    world: World, drafted: Change, look: Look
) -> None:
    drafted(0, hide="true", note='"colons: and # signs"')
    look(page("Pro|$59", "Plus|$99"), 6)
    text = written(WEEK, offered(world, WEEK), draft_of(world, WEEK), "noor")
    write_whole(path_of(world, WEEK), text)
    again = draft_of(world, WEEK)
    assert again is not None
    assert len(again.rulings) == len(offered(world, WEEK))
    assert [(one.hide, one.note) for one in again.rulings if one.hide] == [(True, "colons: and # signs")]


def test_a_home_without_the_file_heeds_what_was_heeded_elsewhere(world: World, drafted: Change, clock: Moments) -> None:
    drafted(0, hide="true", note="look twice")
    edition(world, clock, noor(world))
    path_of(world, WEEK).unlink()
    assert "$59" not in words(sent(world, clock)), "what the first mail's home left out is left out here"
    assert "look twice" in world.archive.drafts.texts(WEEK)[-1][0]


def test_an_older_copy_of_a_draft_is_not_heeded_over_a_newer_one(world: World, drafted: Change, clock: Moments) -> None:
    path = path_of(world, WEEK)
    texts = []
    for hidden in ("false", "true"):
        drafted(0, hide=hidden)
        texts.append(path.read_text())
        draft = draft_of(world, WEEK)
        assert draft is not None
        assert heed(world, draft)
    write_whole(path, texts[0])
    before = clock.now.timestamp() - 60
    os.utime(path, (before, before))
    found = draft_of(world, WEEK)
    assert found is not None
    assert found.text == texts[1], "a machine that was copied to earlier"
    os.utime(path)
    again = draft_of(world, WEEK)
    assert again is not None
    assert again.text == texts[0], "an analyst put it back by hand"


def test_a_week_with_nothing_to_say_has_a_draft_that_can_be_read(world: World, clock: Moments) -> None:
    source = world.sources[0]
    attempt = attempt_at(source, clock.now, "$49")
    world.archive.visits.record(replace(attempt))
    detect(world, source)
    relate(world)
    write_whole(path_of(world, WEEK), written(WEEK, offered(world, WEEK), None, "noor"))
    draft = draft_of(world, WEEK)
    assert draft is not None
    assert draft.rulings == ()


def test_a_draft_is_written_ahead_of_the_hour_once_where_the_operator_wants_a_review(
    world: World, look: Look, clock: Moments
) -> None:
    look(page("Pro|$49"))
    look(page("Pro|$59"), 1)
    settings = replace(world.configuration.settings, review=timedelta(hours=4))
    reviewed = replace(world, configuration=replace(world.configuration, settings=settings))
    clock.now = NEXT_MONDAY - timedelta(hours=5)
    assert draft_for_review(reviewed) is None
    clock.now = NEXT_MONDAY - timedelta(hours=4)
    assert draft_for_review(world) is None
    path = draft_for_review(reviewed)
    assert path == path_of(world, WEEK)
    assert "Pro: $49 → $59" in path.read_text()
    assert draft_for_review(reviewed) is None
    assert "$59" in words(edition(reviewed, clock, ines(reviewed)))


def test_a_preview_names_its_week_and_the_late_one_that_a_draft_is_written_of(
    world: World, drafted: Change, clock: Moments
) -> None:
    coming = NEXT_MONDAY + timedelta(days=7)
    clock.now = NEXT_MONDAY + timedelta(hours=2)
    said = edition_week(world, ines(world), coming)
    assert said.startswith("2026-W09; 2026-W08 is due and not composed yet: `digest draft --week 2026-W08`")
    prepare(world, ines(world), NEXT_MONDAY)
    assert edition_week(world, ines(world), coming) == "2026-W09"
