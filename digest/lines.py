"""The lines below the items: notice dates, quiet accounts, what could not be seen, corrections."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from digest.doubts import held_text, source_name, unseen_text
from digest.items import NOTICE_DAYS
from digest.mail import Bar, Note
from digest.scope import Scope
from digest.words import clean, counted, joined, revenue, short_day, short_name
from domain.accounts import Account, Renewal, Revenue
from domain.editions import EditionKind, Week
from domain.money import together
from domain.sources import SubjectKind

NOTICES = 5
HELD = 12
HELD_OWNER = 2
CAME_AND_WENT = 12
CAME_AND_WENT_OWNER = 3
PASSED = "Came and went"
NAMED_WATCHED = 15
BARS = 5
MILLION, TENTH = Decimal(1_000_000), Decimal(100_000)


def notices(scope: Scope) -> tuple[Note, ...]:
    """Accounts with a notice day within 120 days, soonest first, and what they are worth together; none for analysts.

    `2 Apr, 38 days, €410k a year`
    """
    if not scope.with_money:
        return ()
    due = [account for account in scope.accounts.values() if 0 <= days_left(scope, account) <= NOTICE_DAYS]
    due.sort(key=lambda account: days_left(scope, account))
    lines = tuple(_notice(scope, account, account.renewal) for account in due[:NOTICES] if account.renewal)
    more = len(due) - NOTICES
    lines += (Note(label="", text=f"{more} more"),) if more > 0 else ()
    return lines + _at_stake(scope, due)


def _at_stake(scope: Scope, due: Sequence[Account]) -> tuple[Note, ...]:
    """What several accounts that may leave are worth together, in one currency; nothing where a rate is not known."""
    worth = [account.revenue for account in due if account.revenue]
    sum_of = together(worth, scope.week.accounts.rates, scope.today) if len(worth) > 1 else None
    if sum_of is None or sum_of.revenue is None or sum_of.missing:
        return ()
    return (Note(label="", text=f"together {revenue(_rounded(sum_of.revenue))} a year"),)


def _rounded(value: Revenue) -> Revenue:
    """A sum of a million and more to a tenth of one: `€1.8M` is read, `€1,765k` is counted."""
    if value.low < MILLION:
        return value
    return replace(value, low=round(value.low / TENTH) * TENTH, high=round(value.high / TENTH) * TENTH)


def days_left(scope: Scope, account: Account) -> int:
    """Days until the account's notice day; -1 without one."""
    return (account.renewal.notice - scope.today).days if account.renewal else -1


def _notice(scope: Scope, account: Account, renewal: Renewal) -> Note:
    left = (renewal.notice - scope.today).days
    said = [short_day(renewal.notice, scope.today), counted(left, "day") if left else "today"]
    said += [f"{revenue(account.revenue)} a year"] if account.revenue else []
    return Note(label=short_name(account), text=", ".join(said))


def bars(scope: Scope) -> tuple[Bar, ...]:
    """The reader's most active accounts, this week and last; nothing where none moved."""
    mine = [line for line in scope.week.activity if line.account in scope.accounts and (line.value or line.last)]
    mine.sort(key=lambda line: (-line.value, -line.last, line.account))
    return tuple(Bar(account=scope.name(line.account), value=line.value, last=line.last) for line in mine[:BARS])


def closing(scope: Scope, quiet: int) -> tuple[Note, ...]:
    """Quiet accounts and noise, what was not seen, corrections."""
    calm = [counted(quiet, "account") + "."] if quiet else []
    calm += [noise(scope.week)] if scope.week.noise else []
    notes = [Note(label="Quiet" if quiet else "Noise", text=" ".join(calm))] if calm else []
    if scope.untagged:
        text = f"{counted(len(scope.untagged), 'change')} of no known kind; the evidence shows what changed."
        notes.append(Note(label="Untagged", text=text))
    return (*notes, *entries(scope), *judged(scope), *held(scope), *not_seen(scope), *corrections(scope))


def entries(scope: Scope) -> tuple[Note, ...]:
    """`7 more entries of Brightvane news.`; analysts read how many no rule knows as news, too."""
    said = [f"{counted(count, 'more entry', 'more entries')} of {clean(feed)}" for feed, count in scope.entries_more]
    text = f"{joined(said)}." if said else ""
    silent = [f"{counted(scope.untold, 'entry', 'entries')} without a tag"] if scope.untold else []
    silent += [f"{counted(scope.long_past, 'entry', 'entries')} of long ago"] if scope.long_past else []
    if scope.audience.kind is EditionKind.ANALYST and (silent or said):
        text += f" {joined(silent)}." if silent else ""
        text += " All are in `bellwether changes list`."
    return (Note(label="Feeds", text=text.strip()),) if text else ()


def held(scope: Scope) -> tuple[Note, ...]:
    """What waits to be seen again, one line each: a doubtful change is not news, and not unsaid either."""
    most = HELD if scope.audience.kind is EditionKind.ANALYST else HELD_OWNER
    notes = tuple(Note(label="Held", text=held_text(scope, one)) for one in scope.held[:most])
    more = len(scope.held) - most
    names = joined(list(dict.fromkeys(source_name(one.source) for one in scope.held[most:])))
    return (*notes, Note(label="Held", text=f"{more} more: {names}.")) if more > 0 else notes


def not_seen(scope: Scope) -> tuple[Note, ...]:
    """What could not be looked at, where there is any."""
    label = f"Not seen, {len(scope.unseen)} of {scope.week.watched}"
    return (Note(label=label, text=unseen_text(scope)),) if scope.unseen else ()


def watched(scope: Scope) -> tuple[Note, ...]:
    """Sources by competitor, for the welcome edition."""
    rivals = [one for one in scope.week.watching if one.subject.kind is SubjectKind.COMPETITOR]
    said = [f"{clean(one.subject.name)} {one.sources}" for one in rivals[:NAMED_WATCHED]]
    said += [f"{len(rivals) - NAMED_WATCHED} more"] if len(rivals) > NAMED_WATCHED else []
    return (Note(label="Watched", text=", ".join(said) + "."),) if said else ()


def corrections(scope: Scope) -> tuple[Note, ...]:
    """One line each; `Correction to W06: …`, `Came and went: …` and `Held before: …` keep their own label."""
    notes = tuple(_correction(clean(line)) for line in dict.fromkeys(scope.corrections))
    passed = [note for note in notes if note.label == PASSED]
    most = CAME_AND_WENT if scope.audience.kind is EditionKind.ANALYST else CAME_AND_WENT_OWNER
    left = passed[most:]
    kept = tuple(note for note in notes if note not in left)
    return (*kept, Note(label=PASSED, text=f"{len(left)} more.")) if left else kept


def _correction(line: str) -> Note:
    label, colon, text = line.partition(": ")
    own = bool(colon) and label.startswith(("Correction", PASSED, "Held before"))
    return Note(label=label, text=text) if own else Note(label="Correction", text=line)


def judged(scope: Scope) -> tuple[Note, ...]:
    """`Left out: 2 findings that an analyst judged to be noise.`"""
    count = scope.week.judged_noise
    said = f"{counted(count, 'finding')} that an analyst judged to be noise."
    return (Note(label="Left out", text=said),) if count else ()


def noise(week: Week) -> str:
    """`23 pages differed only in testimonials, tokens, counters.`"""
    return f"{counted(week.noise, 'page')} differed only in testimonials, tokens, counters."
