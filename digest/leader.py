"""A sales leader's mail: what the week did to the accounts of those they lead, added up by owner and by rival."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from digest.edited import told_short, top_note
from digest.lines import bars, closing, days_left
from digest.mail import Heading, Line, Mail, Proof, Section
from digest.scope import Scope
from digest.words import amount, capital, clean, counted, joined, number
from domain.accounts import Account
from domain.events import Impact, Stance
from guard.escaping import web_url

NOTICE_DAYS = 120
MOVES = 5
RIVALS = 5
LETTERS = 90


def leader(scope: Scope, heading: Heading) -> Mail:
    """One opening sentence, a line for each owner, what moves most, and the rivals behind it."""
    touched = scope.touched
    quiet = len(scope.accounts) - len(touched) - len(scope.concerned)
    sections = (
        ("By owner", _owners(scope)),
        ("What moves most", _moves(scope)),
        ("By rival", _rivals(scope)),
    )
    return Mail(
        heading=heading,
        subject=_subject(scope, heading),
        preview=_counts(scope.impacts) or "Nothing touches your team's accounts this week.",
        opening=_opening(scope),
        aside=top_note(scope),
        sections=tuple(Section(title=title, lines=tuple(lines)) for title, lines in sections if lines),
        unlisted=_proofs(scope),
        activity=bars(scope),
        closing=closing(scope, quiet),
    )


def _subject(scope: Scope, heading: Heading) -> str:
    """`Team: 4 of 14 accounts touched · W08`"""
    count = len(scope.touched)
    said = f"{count} of {counted(len(scope.accounts), 'account')} touched" if count else "quiet week"
    return f"Team: {said} · {heading.week}"


def _opening(scope: Scope) -> str:
    every, touched = len(scope.accounts), len(scope.touched)
    if not touched:
        whose = "your team's account" if every == 1 else f"any of your team's {every} accounts"
        return f"Nothing this week touches {whose}."
    are = "is" if touched == 1 else "are"
    said = f"{capital(number(touched))} of your team's {counted(every, 'account')} {are} touched"
    counts = _counts(scope.impacts)
    return f"{said}: {counts}." if counts else f"{said}."


def _counts(impacts: Sequence[Impact]) -> str:
    """`three threats, one opportunity`, each event and account once."""
    pairs = {(impact.event, impact.account): impact.stance for impact in impacts}
    counts = Counter(pairs.values())
    words = ((Stance.THREAT, "threat", "threats"), (Stance.OPPORTUNITY, "opportunity", "opportunities"))
    said = [
        f"{number(counts[one])} {single if counts[one] == 1 else many}" for one, single, many in words if counts[one]
    ]
    return joined([*said, f"{number(counts[Stance.WATCH])} to watch"] if counts[Stance.WATCH] else said)


def _owners(scope: Scope) -> list[Line]:
    """`Ines Moreau: 3 of 7 accounts touched; notice within 120 days: 2, €590k a year; 2 steps open, 1 overdue.`"""
    by_owner: dict[str, list[Account]] = {}
    for account in scope.accounts.values():
        by_owner.setdefault(account.owner or "", []).append(account)
    lines = []
    for key, accounts in by_owner.items():
        person = scope.week.accounts.person(key)
        names = {account.name for account in accounts}
        touched = [name for name in scope.touched if name in names]
        said = [f"{len(touched)} of {counted(len(accounts), 'account')} touched"]
        said += _due(scope, accounts) + _steps(scope, names)
        lines.append(Line(who=person.name if person else "No owner", text=f"{'; '.join(said)}."))
    return lines


def _due(scope: Scope, accounts: Sequence[Account]) -> list[str]:
    due = [account for account in accounts if 0 <= days_left(scope, account) <= NOTICE_DAYS]
    return [f"notice within {NOTICE_DAYS} days: {len(due)}{_worth(due)}"] if due else []


def _worth(accounts: Sequence[Account]) -> str:
    """`, €590k and $230k a year`: the upper ends of bands, currencies apart."""
    sums: dict[str, Decimal] = {}
    for account in accounts:
        if account.revenue:
            sums[account.revenue.currency] = sums.get(account.revenue.currency, Decimal(0)) + account.revenue.high
    said = [amount(value, currency, shorten_from=10_000) for currency, value in sums.items()]
    return f", {joined(said)} a year" if said else ""


def _steps(scope: Scope, names: set[str]) -> list[str]:
    mine = [one.action for one in scope.week.actions if one.action.account in names]
    late = sum(one.due < scope.today for one in mine)
    return [f"{counted(len(mine), 'step')} open" + (f", {late} overdue" if late else "")] if mine else []


def _moves(scope: Scope) -> list[Line]:
    """The findings with most at stake, one line each: `Marlowe, threat: Scrapingdog adds price tiers`."""
    lines = []
    for impact in _leading(scope):
        event = scope.events[impact.event]
        who = f"{scope.name(impact.account)}, {impact.stance.value}"
        lines.append(Line(who=who, text=told_short(scope, event, LETTERS), url=web_url(event.sightings[0].url)))
    return lines


def _leading(scope: Scope) -> list[Impact]:
    """Each of the events with most at stake, at the account it touches most."""
    leading: dict[str, Impact] = {}
    for impact in scope.impacts:
        leading.setdefault(impact.event, impact)
    return list(leading.values())[:MOVES]


def _proofs(scope: Scope) -> tuple[Proof, ...]:
    """The events of the mail, for its evidence page."""
    events = [scope.events[impact.event] for impact in _leading(scope)]
    return tuple(
        Proof(event=event.id, number=place, url=web_url(event.sightings[0].url))
        for place, event in enumerate(events, start=1)
    )


def _rivals(scope: Scope) -> list[Line]:
    """`Brightvane: 3 accounts`, the busiest first."""
    touched: dict[str, set[str]] = {}
    for impact in scope.impacts:
        touched.setdefault(scope.events[impact.event].subject.name, set()).add(impact.account)
    ranked = sorted(touched.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:RIVALS]
    said = ", ".join(f"{clean(rival)} {counted(len(accounts), 'account')}" for rival, accounts in ranked)
    return [Line(who="Touching", text=f"{said}.")] if said else []
