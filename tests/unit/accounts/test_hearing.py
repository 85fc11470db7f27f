"""Readers' answers move a link's score a little, visibly, and never bring in what was only counted."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.hearing import heeded, voice
from domain.answers import Answer, Heard, ToldItem
from domain.events import MAIL_THRESHOLD, Event, Impact, ImpactReason, ReasonKind, Stance
from domain.findings import Tag, TagName
from domain.sources import Subject, SubjectKind

NOW = datetime(2026, 2, 23, tzinfo=UTC)
TAG = Tag(tag=TagName.PRICING, confidence=1.0, rule="pricing.x", quotes=())
EVENT = Event(
    id="e2",
    subject=Subject(kind=SubjectKind.COMPETITOR, name="Vanta"),
    headline="Vanta raises a price",
    sightings=(),
    tags=(TAG,),
    facts=(),
    happened_on=None,
    first_seen=NOW,
    last_confirmed=NOW,
)
IMPACT = Impact(
    event="e2",
    account="Marlowe",
    score=60.0,
    stance=Stance.THREAT,
    reasons=(ImpactReason(kind=ReasonKind.INCUMBENT_THERE, text="Vanta is incumbent there", weight=0.8),),
)


def heard(answer: Answer, edition: str = "2026-W07-owner-ines", **changed: object) -> Heard:
    item = ToldItem(number=1, account="Marlowe", events=("e1",), competitor="Vanta", tag="pricing", said="…")
    return Heard(edition=edition, item=replace(item, **changed), answer=answer, by="ines", at=NOW)  # type: ignore[arg-type]


def test_silence_changes_nothing() -> None:
    assert heeded(IMPACT, EVENT, ()) == IMPACT


def test_useful_lifts_the_like_of_it_and_says_so() -> None:
    found = heeded(IMPACT, EVENT, (heard(Answer.USEFUL), heard(Answer.USEFUL, "2026-W06-owner-ines")))
    assert found.score == 70.0
    assert found.heard == "readers called the like of it “useful” 2 times"


def test_not_this_account_said_once_lowers_the_like_of_it_and_said_twice_only_counts_it() -> None:
    once = heeded(IMPACT, EVENT, (heard(Answer.NOT_THIS_ACCOUNT),))
    twice = heeded(
        IMPACT, EVENT, (heard(Answer.NOT_THIS_ACCOUNT), heard(Answer.NOT_THIS_ACCOUNT, "2026-W06-owner-owen"))
    )
    assert (once.score, once.told) == (55.0, True)
    assert (twice.score, twice.told) == (39.0, False)


def test_not_this_account_said_of_the_very_event_takes_it_away() -> None:
    found = heeded(IMPACT, EVENT, (heard(Answer.NOT_THIS_ACCOUNT, events=("e2",)),))
    assert not found.told
    assert found.heard == "a reader says: not this account"


@pytest.mark.parametrize("other", [{"account": "Calder"}, {"competitor": "Secora"}, {"tag": "product"}])
def test_what_was_said_of_another_account_rival_or_tag_weighs_nothing(other: dict[str, str]) -> None:
    assert heeded(IMPACT, EVENT, (heard(Answer.NOT_THIS_ACCOUNT, **other),)) == IMPACT


def test_wrong_is_about_the_finding_and_not_the_link() -> None:
    assert heeded(IMPACT, EVENT, (heard(Answer.WRONG),)) == IMPACT


@given(st.floats(0, 100), st.lists(st.sampled_from(list(Answer)), max_size=12))
def test_whatever_is_answered_a_score_stays_on_its_scale_and_its_side(score: float, answers: list[Answer]) -> None:
    before = replace(IMPACT, score=score)
    found = heeded(before, EVENT, [heard(one, f"{place}") for place, one in enumerate(answers)])
    assert 0 <= found.score <= 100
    assert before.told or not found.told
    assert (found.score == before.score) or found.heard
    if voice(EVENT, "Marlowe", [heard(one, f"{n}") for n, one in enumerate(answers)]).told and before.told:
        assert found.score >= MAIL_THRESHOLD
