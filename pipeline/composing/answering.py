"""What readers answered, understood and kept: verdicts on items, steps that are done, mails to pause."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from digest.inbox import Letter, from_folder, from_imap
from domain.answers import FIRST_STEP, ActionState, Answer, Asked, Origin, Pause, Wish
from domain.editions import Ways
from domain.keys import action_key
from guard.tokens import ref_in, token
from pipeline.composing.links import link_writer, read_by
from pipeline.world import World
from storage.answers import ref_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"
PAUSE = timedelta(weeks=4)
SUBJECT = re.compile(
    r"\b(?P<verb>useful|not this account|wrong|done)\s+(?P<which>\d{1,2}|[a-z])\b"
    r"|\b(?P<mail>pause|unsubscribe|resume)\b(?:\s+until\s+(?P<until>\d{4}-\d\d-\d\d))?",
    re.IGNORECASE,
)


class Fate(StrEnum):
    """What became of an answer."""

    TAKEN = "taken"
    KNOWN = "known already"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one answer, whom it came from, and in words what that means."""

    fate: Fate
    sender: str
    words: str


def ways_to_answer(world: World, edition_id: str) -> Ways | None:
    """How a reader answers this edition: its token and links; None where neither inbox nor web address is set.

    ConfigurationError where a web address is set and there is no key to sign links with.
    """
    inbox, link = world.configuration.settings.inbox, link_writer(world, edition_id)
    if inbox is None and link is None:
        return None
    return Ways(
        address=inbox.address if inbox else "",
        token=token(world.archive.answers.secret(), ref_of(edition_id)),
        link=link,
    )


def read_inbox(world: World, folder: Path | None = None) -> tuple[Outcome, ...]:
    """What became of each letter of the inbox, or of a folder. DeliveryError where it cannot be read."""
    outcomes: list[Outcome] = []

    def take(letter: Letter) -> None:
        outcomes.append(understand(world, letter.sender, letter.subject, automatic=letter.automatic))

    inbox = world.configuration.settings.inbox
    if folder is not None:
        for _, letter in from_folder(folder):
            take(letter)
    elif inbox is not None and inbox.host is not None:
        from_imap(inbox, world.environ, take)
    return tuple(outcomes)


def has_inbox(world: World) -> bool:
    """Whether there is a server to read answers from."""
    inbox = world.configuration.settings.inbox
    return inbox is not None and inbox.host is not None


def is_paused(world: World, person: str, day: date) -> bool:
    """Whether a reader asked for no mail on that day, by an answer or in `accounts.yaml`."""
    return bool(pause_said(world, person, day))


def pause_said(world: World, person: str, day: date) -> str:
    """For how long from that day on a reader asked for no mail: `until 2026-03-02`; "" where they did not."""
    known = world.configuration.accounts.person(person)
    asked = (known.paused if known else None, paused_until(world, person, day))
    ends = [one.until for one in asked if one is not None and (one.until is None or day < one.until)]
    last = None if None in ends else max((end for end in ends if end), default=None)
    return "" if not ends else f"until {last}" if last else "until further notice"


def paused_until(world: World, person: str, day: date) -> Pause | None:
    """The pause that a reader asked for and that holds on that day."""
    mine = (one for one in world.archive.answers.pauses() if one.person == person)
    return next((one for one in mine if one.until is None or day < one.until), None)


def disputed(world: World, since: datetime | None) -> tuple[str, ...]:
    """What readers called wrong since then, for analysts: `Veridale files its report (Tessera Pay), says ines`."""
    heard = world.archive.answers.heard(since=since)
    found = [one for one in heard if one.answer is Answer.WRONG]
    return tuple(dict.fromkeys(f"{one.item.said} ({one.item.account}), says {one.by}" for one in found))


def understand(world: World, sender: str, subject: str, *, automatic: bool = False) -> Outcome:
    """Do what a letter asks for, once. Only a token of ours and the address of its edition's reader are believed."""
    asked = asked_in(world, sender, subject, automatic=automatic)
    if isinstance(asked, str):
        return Outcome(fate=Fate.REFUSED, sender=sender, words=asked)
    return replace(take(world, asked), sender=sender)


def asked_in(world: World, sender: str, subject: str, *, automatic: bool) -> Asked | str:
    """What a letter asks for, or why it is not believed."""
    if automatic:
        return "written by a machine"
    ref = ref_in(subject, world.archive.answers.secret())
    found = world.archive.answers.edition_of(ref) if ref else None
    if found is None:
        return "no token of ours in the subject"
    edition_id, recipient = found
    person = next((one for one in world.configuration.accounts.people if one.email.casefold() == sender), None)
    if person is None or person.key != recipient:
        return "not the reader that this mail went to"
    said = SUBJECT.search(subject)
    if said is None:
        return "the subject says nothing we know"
    if said["mail"]:
        what: Answer | Wish = Wish(said["mail"].casefold())
        return Asked(edition=edition_id, reader=recipient, what=what, origin=Origin.MAIL, until=day_in(said["until"]))
    what, number = Answer(said["verb"].casefold()), number_of(said["which"].casefold())
    return Asked(edition=edition_id, reader=recipient, what=what, origin=Origin.MAIL, number=number)


def take(world: World, asked: Asked) -> Outcome:
    """Do what a reader asks, once: whichever way an answer came, it is applied here and nowhere else.

    Refused where it is about an account that they may not, or no longer, read of.
    """
    if isinstance(asked.what, Wish):
        return leave(world, asked, asked.what)
    item = world.archive.answers.item(asked.edition, asked.number)
    if item is None:
        words = f"that mail has no item {which_of(asked.number)}"
        return Outcome(fate=Fate.REFUSED, sender=asked.reader, words=words)
    if item.account not in read_by(world.configuration.accounts, world.clock().date(), asked.reader):
        words = f"the account of item {which_of(asked.number)} is not theirs to read of any more"
        return Outcome(fate=Fate.REFUSED, sender=asked.reader, words=words)
    new = world.archive.answers.record(asked.edition, asked.number, asked.what, asked.reader, asked.origin)
    if asked.what is Answer.DONE:
        keys = {one.action.key for one in world.archive.answers.actions(accounts=[item.account])}
        mine = keys & {action_key(event, item.account) for event in item.events}
        new = bool(world.archive.answers.settle(sorted(mine), ActionState.DONE, by=asked.reader)) or new
    said = f"{asked.what.value}: {item.account}, {item.said}"
    return Outcome(fate=Fate.TAKEN if new else Fate.KNOWN, sender=asked.reader, words=said)


def number_of(which: str) -> int:
    """The number of an item, or of a step by its letter."""
    return int(which) if which.isdigit() else FIRST_STEP + LETTERS.index(which)


def which_of(number: int) -> str:
    """What a reader calls an item: its number, or a step's letter."""
    step = number - FIRST_STEP
    return LETTERS[step].upper() if 0 <= step < len(LETTERS) else str(number)


def leave(world: World, asked: Asked, wish: Wish) -> Outcome:
    """Pause this reader's mails, end them, or send them again."""
    if wish is Wish.RESUME:
        known = not world.archive.answers.resume(asked.reader)
        return Outcome(fate=Fate.KNOWN if known else Fate.TAKEN, sender=asked.reader, words="mails again")
    end = None if wish is Wish.UNSUBSCRIBE else last_day(asked.until, world.clock().date())
    standing = {one.person: one.until for one in world.archive.answers.pauses()}
    same = asked.reader in standing and standing[asked.reader] == end
    if not same:
        world.archive.answers.pause(asked.reader, end, asked.origin)
    words = f"no mail until {end}" if end else "no mail until further notice"
    return Outcome(fate=Fate.KNOWN if same else Fate.TAKEN, sender=asked.reader, words=words)


def day_in(text: str | None) -> date | None:
    """A day as a letter writes it; None where that is no day."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def last_day(until: date | None, today: date) -> date:
    """The day a pause ends: as asked for, else in four weeks."""
    return until if until and until > today else today + PAUSE
