"""Links in mails that do what a reader asks, and what one means when it is opened."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import digest
from config.web_keys import link_keys
from domain.accounts import Accounts, Person
from domain.answers import FIRST_STEP, ActionState, Answer, Asked, Origin, ToldItem, Wish
from domain.keys import action_key
from guard.signed_links import Link, LinkKey, Shut, opened, signed
from pipeline.world import World
from storage.answers import ref_of

# Longer than anybody keeps a mail open, and than an answer weighs.
LIFE = timedelta(days=400)
VERBS: dict[str, Answer | Wish] = {one.value.replace(" ", "-"): one for one in (*Answer, *Wish)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A link that is ours: what it does (None: its reader chooses), for whom, and with which item of which week.

    `about` names the item as far as its reader may still see it: never a rival whose account is not theirs to read of.
    """

    link: Link
    what: Answer | Wish | None
    edition: str
    reader: Person
    week: str
    item: ToldItem | None
    about: str

    def asked(self, until: date | None = None) -> Asked | None:
        """What its reader asks by it; None where they must choose first."""
        if self.what is None:
            return None
        return Asked(
            edition=self.edition,
            reader=self.reader.key,
            what=self.what,
            origin=Origin.LINK,
            number=self.link.number,
            until=until,
        )


def link_writer(world: World, edition_id: str) -> Callable[[str, int], str] | None:
    """What writes the links of an edition: verb and item to address. None without a web address.

    ConfigurationError where there is no key to sign with.
    """
    web = world.configuration.settings.web
    if web is None:
        return None
    key, expires = _keys(world)[0], world.clock().date() + LIFE
    ref, address = ref_of(edition_id), web.address

    def link(verb: str, number: int) -> str:
        one = Link(ref=ref, verb=verb.replace(" ", "-"), number=number, expires=expires)
        return f"{address}/answer/{signed(one, key)}"

    return link


def beside(world: World, one: Opened, verb: str) -> str:
    """The token of another verb for the same item of the same mail, for as long as the first one."""
    return signed(replace(one.link, verb=verb.replace(" ", "-")), _keys(world)[0])


def choices(world: World, one: Opened) -> tuple[Answer | Wish, ...]:
    """What a page to choose on offers: `done` where a step is open, to resume where mails are paused."""
    if one.item is None:
        resting = any(pause.person == one.reader.key for pause in world.archive.answers.pauses())
        return (*((Wish.RESUME,) if resting else ()), Wish.PAUSE, Wish.UNSUBSCRIBE)
    if one.link.number >= FIRST_STEP:
        return (Answer.DONE,)
    steps = {action_key(event, one.item.account) for event in one.item.events}
    still_open = world.archive.answers.actions(ActionState.OPEN, [one.item.account])
    asked = any(kept.action.key in steps for kept in still_open)
    return tuple(answer for answer in Answer if answer is not Answer.DONE or asked)


def open_link(world: World, token: str) -> Opened | Shut:
    """What a link means. Its signature is looked at before anything else, the database only for what is ours."""
    today = world.clock().date()
    link = opened(token, _keys(world), today)
    if isinstance(link, Shut):
        return link
    found = world.archive.answers.edition_of(link.ref)
    item = world.archive.answers.item(found[0], link.number) if found else None
    if found is None or (item is None and link.number):
        return Shut.UNKNOWN
    edition_id, recipient = found
    reader = world.configuration.accounts.person(recipient)
    if reader is None:
        return Shut.LEFT
    accounts = world.configuration.accounts
    if item is not None and item.account not in read_by(accounts, today, reader.key):
        return Shut.NOT_THEIRS
    return Opened(
        link=link,
        what=VERBS.get(link.verb),
        edition=edition_id,
        reader=reader,
        week="-".join(edition_id.split("-")[:2]),
        item=item,
        about=about(accounts, today, reader, item) if item else "",
    )


def _keys(world: World) -> tuple[LinkKey, ...]:
    web = world.configuration.settings.web
    return link_keys(web, world.environ) if web else ()


def about(accounts: Accounts, today: date, reader: Person, item: ToldItem) -> str:
    """`Marlowe Travel · Brightvane · pricing`; "" where the account is not, or no longer, theirs to read of."""
    every = {account.name for account in accounts.accounts}
    mine = read_by(accounts, today, reader.key)
    if item.account not in mine:
        return ""
    rival = item.competitor if item.competitor in mine or item.competitor not in every else ""
    return " · ".join(one for one in (item.account, rival, item.tag) if one)


def read_by(accounts: Accounts, today: date, reader: str) -> frozenset[str]:
    """The accounts that somebody may read of today: their mails name no other, and they answer for no other."""
    audiences = (one for one in digest.audiences(accounts, today) if one.person.key == reader)
    return frozenset(account.name for one in audiences for account in one.accounts)
