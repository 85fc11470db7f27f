"""Meetings with accounts, read from calendar files (iCalendar, RFC 5545): the next one of each account."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import recurring_ical_events

from config.tables import leads_out
from config.yaml_tree import Tree
from domain.accounts import Account
from domain.problems import Problem

AHEAD = timedelta(days=120)
MOST_BYTES = 20_000_000
WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting's day, the words that say with whom, and the domains of those invited."""

    day: date
    words: str
    domains: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendars:
    """The meetings of all files, what keeps a file from being read, and (file, text) of those read."""

    meetings: tuple[Meeting, ...] = ()
    problems: tuple[Problem, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()


def read_calendars(home: Path, tree: Tree, names: Sequence[str], today: date) -> Calendars:
    """The meetings of the next 120 days in the calendar files that `calendars:` names, with those that recur."""
    found = Calendars()
    for index, name in enumerate(names):

        def wrong(message: str, hint: str, at: int = index) -> Problem:
            return tree.problem(("calendars", at), message, hint)

        if leads_out(name):
            problem = wrong(f"'{name}' leads out of the home folder", "put the calendar inside it")
            found = replace(found, problems=(*found.problems, problem))
            continue
        try:
            raw = (home / name).read_bytes()[:MOST_BYTES]
            meetings = tuple(meetings_of(raw, today))
        except OSError as error:
            problem = wrong(f"'{name}' cannot be read: {error.strerror}", "export it again, or delete this")
            found = replace(found, problems=(*found.problems, problem))
        except ValueError as error:
            problem = wrong(f"'{name}' is no calendar: {str(error).splitlines()[0][:80]}", "export it as .ics")
            found = replace(found, problems=(*found.problems, problem))
        else:
            text = raw.decode("utf-8", "replace")
            found = replace(found, meetings=(*found.meetings, *meetings), texts=(*found.texts, (name, text)))
    return found


def meetings_of(raw: bytes, today: date) -> Iterator[Meeting]:
    """The meetings of one file from `today` on, cancelled ones left out. Raises ValueError where it is no calendar."""
    calendar = icalendar.Calendar.from_ical(raw)
    for event in recurring_ical_events.of(calendar).between(today, today + AHEAD):
        start = event.get("DTSTART")
        if start is None or str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        when = start.dt.date() if isinstance(start.dt, datetime) else start.dt
        if when >= today:
            words = " ".join(str(event.get(part, "")) for part in ("SUMMARY", "LOCATION"))
            yield Meeting(day=when, words=words, domains=frozenset(_domains(event)))


def _domains(event: "icalendar.cal.Component") -> Iterator[str]:
    invited = event.get("ATTENDEE", [])
    for one in (*(invited if isinstance(invited, list) else [invited]), event.get("ORGANIZER", "")):
        address = str(one).casefold().removeprefix("mailto:")
        if "@" in address:
            yield address.rpartition("@")[2]


def with_meetings(accounts: Sequence[Account], meetings: Sequence[Meeting], today: date) -> tuple[Account, ...]:
    """The accounts, each with the day of its next meeting: what the calendars say, or what was written, if sooner."""
    days = {account.name: sorted(one.day for one in meetings if is_with(one, account)) for account in accounts}
    return tuple(_meeting(account, days, today) for account in accounts)


def _meeting(account: Account, days: Mapping[str, Sequence[date]], today: date) -> Account:
    written = [account.next_meeting] if account.next_meeting and account.next_meeting >= today else []
    coming = min([*written, *days[account.name][:1]], default=account.next_meeting)
    return account if coming == account.next_meeting else replace(account, next_meeting=coming)


def is_with(meeting: Meeting, account: Account) -> bool:
    """Whether somebody of theirs is invited, or the meeting is called by a name of theirs that is no other word."""
    if any(domain == own or domain.endswith(f".{own}") for domain in meeting.domains for own in account.domains):
        return True
    said = f" {' '.join(WORDS.findall(meeting.words.casefold()))} "
    names = (account.name, *(() if account.ambiguous else account.aliases))
    return any(f" {' '.join(WORDS.findall(name.casefold()))} " in said for name in names)
