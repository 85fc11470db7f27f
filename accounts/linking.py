"""Links an event to the accounts it touches: with reasons, a stance and a score, or not at all."""

from datetime import date

from accounts.candidates import candidates
from accounts.directory import directory_of
from accounts.names import Names
from accounts.reading import Reading, read_event
from accounts.reasons import reasons
from accounts.stakes import score, stakes
from accounts.ties import best_variants, tie
from accounts.verdict import judge
from domain.accounts import Account, Accounts
from domain.events import MAIL_THRESHOLD, Event, Impact

__all__ = ["MAIL_THRESHOLD", "link"]


def link(event: Event, world: Accounts, names: Names, today: date) -> tuple[Impact, ...]:
    """The accounts this event touches, highest score first, each with at least one reason; muted ones left out.

    Impacts below MAIL_THRESHOLD are for totals ("also touches ..."), not for a line in the mail.
    """
    directory = directory_of(world)
    reading = read_event(event, directory, names)
    variants = best_variants(reading, directory)
    found = [_impact(reading, account, variants, world, today) for account in candidates(reading, directory)]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (-one.score, one.account)))


def _impact(
    reading: Reading, account: Account, variants: dict[str, int], world: Accounts, today: date
) -> Impact | None:
    if muted(reading, account, today):
        return None
    ties = tie(reading, account, variants)
    judgement = judge(reading, ties)
    if judgement is None:
        return None
    why = reasons(reading, ties, judgement)
    if not why:
        return None
    at_stake = stakes(account, today, world.rates)
    return Impact(
        event=reading.event.id,
        account=account.name,
        score=score(reading.event, judgement, at_stake.lift),
        stance=judgement.stance,
        reasons=why,
        lifts=at_stake.words,
    )


def muted(reading: Reading, account: Account, today: date) -> bool:
    """Whether its readers asked not to hear of this: all of the event's tags, or its competitor, are muted."""
    active = [mute for mute in account.mute if mute.until is None or today <= mute.until]
    tags = {tag.tag.value for tag in reading.event.tags}
    quiet = {mute.tag for mute in active if mute.tag and mute.competitor in (None, *reading.rivals)}
    rivals = {mute.competitor for mute in active if mute.competitor and mute.tag is None}
    return bool(tags and tags <= quiet) or bool(rivals & set(reading.rivals))
