"""Links an event to the accounts it touches: with reasons, a stance and a score, or not at all."""

from collections.abc import Mapping
from datetime import date

from accounts.deciding.candidates import candidates
from accounts.deciding.judgement import Relevance
from accounts.deciding.reasons import reasons
from accounts.deciding.stakes import score, stakes
from accounts.deciding.ties import best_variants, tie
from accounts.deciding.verdict import judge
from accounts.naming.finder import Names
from accounts.reading.directory import directory_of
from accounts.reading.event import Reading, read_event
from domain.accounts import Account, Accounts, Rates
from domain.events import MAIL_THRESHOLD, Event, Impact
from domain.links import Link, Links

__all__ = ["MAIL_THRESHOLD", "link", "links", "weighed"]


def link(event: Event, world: Accounts, names: Names, today: date) -> tuple[Impact, ...]:
    """The accounts this event touches, highest score first, each with at least one reason; muted ones left out.

    Impacts below MAIL_THRESHOLD are for totals ("also touches ..."), not for a line in the mail.
    """
    found = links(event, world, names)
    position = directory_of(world).position
    return weighed(
        found, {one.account: world.accounts[position[one.account]] for one in found.links}, world.rates, today
    )


def links(event: Event, world: Accounts, names: Names) -> Links:
    """Whom the event touches and why, whatever the day, and whoever asked not to hear of it."""
    directory = directory_of(world)
    reading = read_event(event, directory, names)
    variants = best_variants(reading, directory)
    found = (_link(reading, account, variants) for account in candidates(reading, directory))
    return Links(
        id=event.id,
        subject=event.subject,
        tags=event.tags,
        rivals=reading.rivals,
        links=tuple(one for one in found if one is not None),
    )


def _link(reading: Reading, account: Account, variants: dict[str, int]) -> Link | None:
    ties = tie(reading, account, variants)
    judgement = judge(reading, ties)
    if judgement is None:
        return None
    why = reasons(reading, ties, judgement)
    if not why:
        return None
    return Link(
        account=account.name,
        told=judgement.relevance is Relevance.TELL,
        strength=judgement.strength,
        stance=judgement.stance,
        reasons=why,
    )


def weighed(found: Links, accounts: Mapping[str, Account], rates: Rates | None, today: date) -> tuple[Impact, ...]:
    """What the links come to on a day: by what is at stake with each account then, without those that are muted."""
    impacts = (_weighed(found, each, accounts[each.account], rates, today) for each in found.links)
    return tuple(sorted((one for one in impacts if one is not None), key=lambda one: (-one.score, one.account)))


def _weighed(found: Links, each: Link, account: Account, rates: Rates | None, today: date) -> Impact | None:
    if muted(found, account, today):
        return None
    at_stake = stakes(account, today, rates)
    return Impact(
        event=found.id,
        account=account.name,
        score=score(found, each, at_stake.lift),
        stance=each.stance,
        reasons=each.reasons,
        lifts=at_stake.words,
    )


def muted(found: Links, account: Account, today: date) -> bool:
    """Whether its readers asked not to hear of this: all of the event's tags, or its competitor, are muted."""
    active = [mute for mute in account.mute if mute.until is None or today <= mute.until]
    tags = {tag.tag.value for tag in found.tags}
    quiet = {mute.tag for mute in active if mute.tag and mute.competitor in (None, *found.rivals)}
    rivals = {mute.competitor for mute in active if mute.competitor and mute.tag is None}
    return bool(tags and tags <= quiet) or bool(rivals & set(found.rivals))
