"""Answers, steps, pauses, drafts and told facts are kept on both databases, each once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.answers import Action, ActionState, Answer, Origin, ToldFact, ToldItem
from domain.drafts import Draft, DraftChange
from domain.editions import DeliveryState, EditionKind, PublishedPage
from storage import Archive
from storage.answers import ref_of
from tests.integration.support_storage import edition

NOW = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)
STEP = Action(
    key="a" * 64,
    event="e1",
    account="Marlowe Travel",
    what="call Marlowe",
    owner="rosa",
    due=date(2026, 2, 27),
    week="2026-W06",
)
ITEM = ToldItem(
    number=1, account="Marlowe Travel", events=("e1", "e2"), competitor="Acme", tag="pricing", said="…", action=STEP
)
FACT = ToldFact(event="e1", source="acme-pricing", seq=7, key="price amount Pro", value="49 59 USD", words="Pro …")


@pytest.fixture
def ready(archive: Archive) -> Archive:
    archive.editions.save(replace(edition(), items=(ITEM,), told=(FACT,)))
    return archive


def test_an_editions_items_open_their_steps_once(ready: Archive) -> None:
    again = replace(edition(label="2026-W07", after_seq=7, cut_seq=12), items=(ITEM,))
    ready.editions.save(again)
    (kept,) = ready.answers.actions()
    assert (kept.action, kept.state, kept.by) == (STEP, ActionState.OPEN, "rosa")
    assert ready.answers.item(again.id, 1) == replace(ITEM, action=None)
    assert ready.answers.item(again.id, 2) is None


def test_the_steps_of_some_accounts_are_those_of_all_in_the_same_order(ready: Archive) -> None:
    others = [
        replace(ITEM, number=at, account=name, action=replace(STEP, key=f"{at:064}", account=name))
        for at, name in enumerate(("Zephyr", "Calder", "Orrin"), start=1)
    ]
    ready.editions.save(replace(edition(label="2026-W07", after_seq=7, cut_seq=12), items=tuple(others)))
    every, named = ready.answers.actions(), ("Zephyr", "Calder", *(f"Account {at}" for at in range(600)))
    assert ready.answers.actions(accounts=named) == tuple(one for one in every if one.action.account in named)
    assert len(every) == 4
    assert ready.answers.actions(accounts=()) == ()


def test_a_step_that_is_settled_stays_so_when_it_is_asked_for_again(ready: Archive) -> None:
    assert ready.answers.settle([STEP.key], ActionState.DROPPED, by="mara", note="they left") == 1
    assert ready.answers.settle([STEP.key], ActionState.DROPPED, by="mara") == 0
    ready.editions.save(replace(edition(label="2026-W07", after_seq=7, cut_seq=12), items=(ITEM,)))
    assert ready.answers.actions(ActionState.OPEN) == ()
    (kept,) = ready.answers.actions()
    assert (kept.state, kept.by, kept.note) == (ActionState.DROPPED, "mara", "they left")


def test_the_last_answer_of_a_reader_stands_and_done_stands_beside_it(ready: Archive) -> None:
    name = edition().id
    said = [ready.answers.record(name, 1, one, "rosa") for one in (Answer.USEFUL, Answer.USEFUL, Answer.WRONG)]
    assert said == [True, False, True]
    assert ready.answers.record(name, 1, Answer.DONE, "rosa")
    assert ready.answers.record(name, 1, Answer.USEFUL, "omar")
    assert [(one.answer, one.by, one.item.events) for one in ready.answers.heard()] == [
        (Answer.WRONG, "rosa", ("e1", "e2")),
        (Answer.DONE, "rosa", ("e1", "e2")),
        (Answer.USEFUL, "omar", ("e1", "e2")),
    ]
    assert ready.answers.heard(since=datetime.now(UTC) + timedelta(days=1)) == ()


def test_the_key_is_drawn_once_and_an_edition_is_found_by_what_hides_it(ready: Archive) -> None:
    assert ready.answers.secret() == ready.answers.secret()
    assert len(ready.answers.secret()) == 32
    assert ready.answers.edition_of(ref_of(edition().id)) == (edition().id, "rosa")
    assert ready.answers.edition_of("000000000000") is None


def test_a_pause_is_kept_until_it_is_lifted(ready: Archive) -> None:
    ready.answers.pause("rosa", date(2026, 3, 1))
    ready.answers.pause("rosa", None)
    assert [(one.person, one.until) for one in ready.answers.pauses()] == [("rosa", None)]
    assert ready.answers.resume("rosa")
    assert not ready.answers.resume("rosa")
    assert ready.answers.pauses() == ()


def test_the_way_an_answer_came_by_is_kept_with_it(ready: Archive) -> None:
    ready.answers.record(edition().id, 1, Answer.USEFUL, "rosa")
    ready.answers.record(edition().id, 1, Answer.WRONG, "omar", Origin.LINK)
    assert [one.origin for one in ready.answers.heard()] == [Origin.MAIL, Origin.LINK]
    ready.answers.pause("rosa", None, Origin.LINK)
    assert [one.origin for one in ready.answers.pauses()] == [Origin.LINK]


def test_a_page_is_old_when_its_time_is_over_and_everybody_has_its_mail(ready: Archive) -> None:
    one = replace(
        edition(label="2026-W07", after_seq=7, cut_seq=12), page=PublishedPage(name="a.html", html="<p>é</p>")
    )
    ready.editions.save(one, ("outbox", "smtp"))
    later = one.composed_at + timedelta(seconds=1)
    assert ready.pages.older_than(later) == (), "nobody has its mail"
    for channel in ("outbox", "smtp"):
        ready.ledger.begin(one.id, one.recipient, channel)
        ready.ledger.finish(one.id, one.recipient, channel, DeliveryState.SENT)
    assert ready.pages.older_than(one.composed_at) == ()
    assert ready.pages.older_than(later) == ((one.id, "a.html"),)
    assert not ready.pages.is_removed("a.html")
    ready.pages.removed(one.id)
    assert ready.pages.older_than(later) == ()
    assert ready.pages.is_removed("a.html")
    assert ready.pages.of(one.id) == one.page


def test_the_newest_week_of_a_reader_is_known(ready: Archive) -> None:
    assert ready.editions.last_label("rosa", EditionKind.OWNER) == "2026-W06"
    ready.editions.save(edition(label="2026-W07", after_seq=7, cut_seq=12))
    assert ready.editions.last_label("rosa", EditionKind.OWNER) == "2026-W07"
    assert ready.editions.last_label("rosa", EditionKind.ANALYST) is None


def test_a_draft_is_kept_once_with_what_it_changed(archive: Archive) -> None:
    draft = Draft(week="2026-W08", by="mara", rulings=(), text="week: 2026-W08\n")
    change = DraftChange(week="2026-W08", event="e1", what="hide", before="", after="yes", by="mara", at=NOW)
    assert archive.drafts.latest("2026-W08") is None
    assert archive.drafts.keep(draft, [change])
    assert not archive.drafts.keep(draft, [change])
    assert archive.drafts.latest("2026-W08") == draft.text
    assert archive.drafts.changes("2026-W08") == (change,)
    assert archive.drafts.changes("2026-W07") == ()


def test_what_was_told_comes_back_with_its_week_to_its_own_reader_only(ready: Archive) -> None:
    since = edition().composed_at
    assert ready.told.facts("rosa", EditionKind.OWNER, since) == (("2026-W06", FACT),)
    assert ready.told.facts("omar", EditionKind.OWNER, since) == ()
    assert ready.told.facts("rosa", EditionKind.OWNER, since + timedelta(seconds=1)) == ()
