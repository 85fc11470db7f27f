"""What cannot wait for the weekly mail: which of the week's findings that is, and one short mail of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from digest.compose import answerable, heading, subject_of
from digest.items import choose
from digest.links import ATTACHED
from digest.mail import Mail
from digest.publication import published
from digest.render import MARKUP, render
from digest.scope import scope
from digest.words import counted
from domain.accounts import Account, AlertRule, Rates, Revenue
from domain.editions import Audience, Edition, EditionKind, Evidence, Rendered, Week
from domain.events import Event, Impact
from domain.money import in_ours

BLOCK = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgent:
    """An event that cannot wait, the account it touches most, and the reader's rule that says so."""

    event: Event
    impact: Impact
    rule: AlertRule


def urgent(week: Week, audience: Audience) -> tuple[Urgent, ...]:
    """The events that one of the reader's rules holds for, the weightiest first; each once.

    Analysts' rules see tags only: stakes and contract dates are for owners.
    """
    accounts = {account.name: account for account in audience.accounts}
    events = {event.id: event for event in week.events if not event.long_past}
    today = week.period.sends_at.date()
    found: dict[str, Urgent] = {}
    for impact in sorted(week.impacts, key=lambda impact: (-impact.score, impact.account)):
        event, account = events.get(impact.event), accounts.get(impact.account)
        if event is None or account is None or not impact.told or event.id in found:
            continue
        for rule in audience.person.alerts.rules:
            if holds(rule, event, account, today, money=audience.kind is EditionKind.OWNER, rates=week.accounts.rates):
                found[event.id] = Urgent(event=event, impact=impact, rule=rule)
                break
    return tuple(found.values())


def holds(
    rule: AlertRule, event: Event, account: Account, today: date, *, money: bool, rates: Rates | None = None
) -> bool:
    """Whether all that the rule names is so; amounts of two currencies are compared by the rates, if there are any."""
    if (rule.stake or rule.notice) and not money:
        return False
    if rule.tag is not None and rule.tag not in {tag.tag.value for tag in event.tags}:
        return False
    if rule.stake is not None and not _is_worth(account, rule.stake, rates, today):
        return False
    if rule.notice is not None:
        return account.renewal is not None and 0 <= (account.renewal.notice - today).days <= rule.notice
    return True


def _is_worth(account: Account, stake: Revenue, rates: Rates | None, today: date) -> bool:
    """Whether an account's yearly revenue reaches a stake; not where no rate leads from one currency to the other."""
    worth = account.revenue
    if worth is None or worth.currency == stake.currency:
        return worth is not None and worth.low >= stake.low
    ours, theirs = in_ours(worth, rates, today), in_ours(stake, rates, today)
    return ours is not None and theirs is not None and ours.low >= theirs.low


def alert(
    week: Week, audience: Audience, one: Urgent, *, shown: Callable[[Event], Evidence], money: bool, page: str = ""
) -> Rendered:
    """One finding as a mail of its own, pure. Without `money` it names neither revenue nor contract dates."""
    mine = tuple(impact for impact in week.impacts if impact.event == one.event.id)
    kind = EditionKind.OWNER if money else EditionKind.ANALYST
    only = replace(week, events=(one.event,), impacts=mine, unseen=(), held=(), corrections=(), draft=None, actions=())
    seen = scope(only, replace(audience, kind=kind))
    chosen = choose(seen, 0)
    mail = Mail(
        heading=heading(seen),
        subject=f"Alert: {subject_of(seen, chosen)}",
        preview=chosen.items[0].why if chosen.items else "",
        opening=f"You asked to be told at once of {asked(one.rule)}. The weekly mail will say that you know.",
        items=chosen.items,
        unlisted=chosen.unlisted,
    )
    mail = answerable(mail, seen)
    rendered = render(mail, seen, shown)
    return published(rendered, mail, seen, shown, MARKUP, page) if page else rendered


def asked(rule: AlertRule) -> str:
    """`pricing at accounts worth 250000 EUR or more`"""
    said = [rule.tag] if rule.tag else ["whatever touches your accounts"]
    said += [f"at accounts worth {rule.stake.text} or more"] if rule.stake else []
    said += [f"with at most {counted(rule.notice, 'day')} to notice"] if rule.notice else []
    return " ".join(said)


def for_chat(edition: Edition) -> str:
    """The alert's words for a channel without attachments: the finding, and where the evidence lies, if anywhere."""
    blocks = edition.text.split(BLOCK)
    items = [block for block in blocks[1:] if block[:1].isdigit()]
    lines = [line for line in edition.text.splitlines() if line.startswith("Evidence, by number: ")]
    return BLOCK.join([*items, *_places(lines)])


def _places(lines: Sequence[str]) -> list[str]:
    return [line.replace("Evidence, by number:", "Evidence:") for line in lines if ATTACHED not in line]
