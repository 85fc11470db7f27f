"""What readers answered, understood and kept: verdicts on items, steps that are done, mails to pause."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from digest.inbox import Letter, from_folder, from_imap
from domain.answers import ActionState, Answer
from domain.editions import Ways
from domain.keys import action_key
from guard.tokens import ref_in, token
from pipeline.world import World
from storage.answers import ref_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"
FIRST_STEP = 100
PAUSE = timedelta(weeks=4)
SUBJECT = re.compile(
    r"\b(?P<verb>useful|not this account|wrong|done)\s+(?P<which>\d{1,2}|[a-z])\b"
    r"|\b(?P<mail>pause|unsubscribe|resume)\b(?:\s+until\s+(?P<until>\d{4}-\d\d-\d\d))?",
    re.IGNORECASE,
)


class Fate(StrEnum):
    """What became of a letter."""

    TAKEN = "taken"
    KNOWN = "known already"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one letter, and in words what that means."""

    fate: Fate
    sender: str
    words: str


def ways_to_answer(world: World, edition_id: str) -> Ways | None:
    """Where a reader answers this edition, and its token; None where no inbox is set."""
    inbox = world.configuration.settings.inbox
    if inbox is None:
        return None
    return Ways(address=inbox.address, token=token(world.archive.answers.secret(), ref_of(edition_id)))


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
    known = world.configuration.accounts.person(person)
    if known and known.paused and (known.paused.until is None or day < known.paused.until):
        return True
    return any(
        one.person == person and (one.until is None or day < one.until) for one in world.archive.answers.pauses()
    )


def disputed(world: World, since: datetime | None) -> tuple[str, ...]:
    """What readers called wrong since then, for analysts: `Veridale files its report (Tessera Pay), says ines`."""
    heard = world.archive.answers.heard(since=since)
    found = [one for one in heard if one.answer is Answer.WRONG]
    return tuple(dict.fromkeys(f"{one.item.said} ({one.item.account}), says {one.by}" for one in found))


def understand(world: World, sender: str, subject: str, *, automatic: bool = False) -> Outcome:
    """Do what a letter asks for, once. Only a token of ours and the address of its edition's reader are believed."""

    def refused(words: str) -> Outcome:
        return Outcome(fate=Fate.REFUSED, sender=sender, words=words)

    if automatic:
        return refused("written by a machine")
    ref = ref_in(subject, world.archive.answers.secret())
    found = world.archive.answers.edition_of(ref) if ref else None
    if found is None:
        return refused("no token of ours in the subject")
    edition_id, recipient = found
    person = next((one for one in world.configuration.accounts.people if one.email.casefold() == sender), None)
    if person is None or person.key != recipient:
        return refused("not the reader that this mail went to")
    asked = SUBJECT.search(subject)
    if asked is None:
        return refused("the subject says nothing we know")
    if asked["mail"]:
        return leave(world, sender, recipient, asked["mail"].casefold(), asked["until"])
    answer, number = Answer(asked["verb"].casefold()), number_of(asked["which"].casefold())
    item = world.archive.answers.item(edition_id, number)
    if item is None:
        return refused(f"that mail has no item {asked['which'].upper()}")
    new = world.archive.answers.record(edition_id, number, answer, recipient)
    if answer is Answer.DONE:
        keys = {one.action.key for one in world.archive.answers.actions() if one.action.account == item.account}
        mine = keys & {action_key(event, item.account) for event in item.events}
        new = bool(world.archive.answers.settle(sorted(mine), ActionState.DONE, by=recipient)) or new
    said = f"{answer.value}: {item.account}, {item.said}"
    return Outcome(fate=Fate.TAKEN if new else Fate.KNOWN, sender=sender, words=said)


def number_of(which: str) -> int:
    """The number of an item, or of a step by its letter."""
    return int(which) if which.isdigit() else FIRST_STEP + LETTERS.index(which)


def leave(world: World, sender: str, person: str, verb: str, until: str | None) -> Outcome:
    """Pause this reader's mails, end them, or send them again."""
    today = world.clock().date()
    if verb == "resume":
        known = not world.archive.answers.resume(person)
        return Outcome(fate=Fate.KNOWN if known else Fate.TAKEN, sender=sender, words="mails again")
    end = None if verb == "unsubscribe" else last_day(until, today)
    standing = {one.person: one.until for one in world.archive.answers.pauses()}
    same = person in standing and standing[person] == end
    world.archive.answers.pause(person, end)
    words = f"no mail until {end}" if end else "no mail until further notice"
    return Outcome(fate=Fate.KNOWN if same else Fate.TAKEN, sender=sender, words=words)


def last_day(until: str | None, today: date) -> date:
    """The day a pause ends: as asked for, else in four weeks."""
    try:
        asked = date.fromisoformat(until) if until else None
    except ValueError:
        asked = None
    return asked if asked and asked > today else today + PAUSE
