"""One meaning of "touched": heading, items, short lines, activity and quiet accounts agree, for every reader."""

from dataclasses import replace

import pytest

import digest
from digest.compose import contents
from digest.mail import Mail
from digest.scope import scope
from domain.accounts import Person
from domain.editions import Audience, Rendered, Week
from domain.events import ReasonKind, Stance
from tests.unit.digest import worlds


def mail(week: Week, audience: Audience) -> Mail:
    return contents(scope(week, audience))


def rendered(week: Week, audience: Audience) -> Rendered:
    return digest.compose(week, audience, shown=worlds.shown)


def shared_week(orrin: float, score: float) -> Week:
    """One event that touches Zephyr (Rosa's), and by their scores Marlowe (Ines's and Owen's) and Orrin (Ines's)."""
    event = worlds.scrapingdog()
    impacts = (
        worlds.impact(event, worlds.FOREIGN, 80, Stance.THREAT, (ReasonKind.TOPIC, "x")),
        worlds.impact(event, worlds.MARLOWE, score, Stance.WATCH, (ReasonKind.INDUSTRY, "travel")),
        worlds.impact(event, worlds.QUIET[0], orrin, Stance.WATCH, (ReasonKind.INDUSTRY, "food")),
    )
    return replace(worlds.full_week(), events=(event,), impacts=impacts, activity=())


@pytest.mark.parametrize(("orrin", "score"), [(90.0, 70.0), (70.0, 90.0), (12.0, 60.0), (60.0, 12.0), (9.0, 12.0)])
@pytest.mark.parametrize("person", [worlds.INES, worlds.OWEN, worlds.ROSA])
def test_every_owner_reads_what_any_mail_says_touches_or_may_concern_their_account(
    orrin: float, score: float, person: Person
) -> None:
    week = shared_week(orrin, score)
    audience = worlds.owner(person)
    said = rendered(week, audience).text.casefold()
    mine = [impact for impact in week.impacts if impact.account in {account.name for account in audience.accounts}]
    for one in mine:
        assert one.account.split()[0].casefold() in said
        assert "scrapingdog" in said
    for foreign in {"marlowe", "orrin", "zephyr"} - {one.account.split()[0].casefold() for one in mine}:
        assert foreign not in said


@pytest.mark.parametrize(("orrin", "score"), [(90.0, 70.0), (12.0, 60.0), (9.0, 12.0)])
def test_touched_concerned_and_quiet_accounts_add_up_to_all_of_them(orrin: float, score: float) -> None:
    week = shared_week(orrin, score)
    mine = scope(week, worlds.owner())
    found = mail(week, worlds.owner())
    quiet = next(note for note in found.closing if note.label == "Quiet")
    assert len(mine.touched) == sum(one >= 40 for one in (orrin, score))
    assert len(mine.touched) + len(mine.concerned) == 2
    assert quiet.text.startswith("12 accounts.")


def test_a_short_line_names_every_account_that_its_event_touches() -> None:
    events = tuple(replace(worlds.scrapingdog(), id=f"e{n}") for n in range(4))
    impacts = tuple(
        worlds.impact(event, account, 90 - n, Stance.THREAT, (ReasonKind.TOPIC, "x"))
        for n, event in enumerate(events)
        for account in (worlds.MARLOWE, worlds.TESSERA)
    )
    found = mail(replace(worlds.full_week(), events=events, impacts=impacts), worlds.owner())
    assert found.briefs
    assert all(brief.account == "Marlowe and Tessera" for brief in found.briefs)
