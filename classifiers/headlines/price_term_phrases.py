"""Clauses of headlines about prices shown otherwise, reduced, told on request or moved by a share, and about terms."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from classifiers.prices.tax import taxed
from classifiers.wording.money import find_money
from classifiers.wording.said_amounts import CURRENCIES, FITS, a_period, fitting, listed, money, several, unit
from domain.findings import Price, PriceKind
from domain.grammar import owned


def share_line(subject: str, moved: Sequence[Price]) -> str:
    """ "X raises prices by 8%, from 1 January 2027"."""
    if not moved:
        return ""
    percent = moved[0].percent or Decimal(0)
    verb = "raises" if percent > 0 else "cuts"
    return f"{subject} {verb} prices by {abs(percent).normalize():f}%{since(moved[0].effective_on)}"


def since(day: date | None) -> str:
    return f", from {day_of(day)}" if day else ""


def day_of(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def view_line(subject: str, shown: Sequence[Price]) -> str:
    """ "X now shows prices in euros: Plus €20 a month (was $20)": the offer may be the same."""
    if not shown:
        return ""
    view = shown[0].view
    same = [price for price in shown if price.view == view and (price.amount_after or view == "tax")] or [*shown]
    if view == "tax":
        return tax_line(subject, same)
    if view == "bound":
        return bound_line(subject, same)
    how = f"in {CURRENCIES.get(same[0].currency or '', same[0].currency)}" if view == "currency" else paid(same[0])
    return f"{subject} now shows prices {how}: {fitting([was(price) for price in same])}"


def tax_line(subject: str, shown: Sequence[Price]) -> str:
    """ "X now shows prices with tax: Pro £60 a month (was £40 without)", the amounts by the words of the page."""
    how, other = "with", "without"
    if any(taxed(price.after or "") is False for price in shown):
        how, other = other, how
    steps = [step for price in shown if (step := tax_step(price, other))]
    line = f"{subject} now shows prices {how} tax"
    return f"{line}: {fitting(steps)}" if steps else line


def tax_step(price: Price, other: str) -> str:
    """ "Pro £60 a month (was £40 without)"; one whose amount stayed is told without the old one."""
    now, before = (next(iter(find_money(words or "")), None) for words in (price.after, price.before))
    if now is None or before is None:
        return ""
    named = f"{price.plan} " if price.plan and not find_money(price.plan) else ""
    was = f" (was {money(before.amount, before.currency)} {other})" if before.amount != now.amount else ""
    return f"{named}{money(now.amount, now.currency)}{a_period(now.period)}{was}"


def bound_line(subject: str, bound: Sequence[Price]) -> str:
    """ "X now asks up to $49 per hour for Consulting (was “From $49 per hour”)"."""
    price = bound[0]
    cost = f"{price.bound} {money(price.amount_after or Decimal(0), price.currency)}{unit(price)}"
    more = f", and changes {several(len(bound) - 1, 'more price')} likewise" if len(bound) > 1 else ""
    named = f" for {price.plan}" if price.plan and not find_money(price.plan) else ""
    return f"{subject} now asks {cost}{named} (was “{price.before}”){more}"


def paid(price: Price) -> str:
    if price.period_before and price.period:
        return f"by the {price.period}"
    lower = (price.amount_after or 0) < (price.amount_before or 0)
    return "as billed yearly" if lower else "as billed monthly"


def was(price: Price) -> str:
    """ "Plus €20 a month (was $20)"."""
    before = money(price.amount_before or Decimal(0), price.currency_before or price.currency)
    period = a_period(price.period_before) if price.period_before else ""
    now = money(price.amount_after or Decimal(0), price.currency)
    return f"{price.plan or 'a plan'} {now}{a_period(price.period)} (was {before}{period})"


def reduced_line(subject: str, reduced: Sequence[Price]) -> str:
    """ "X offers Pro at $79 a month instead of $99"."""
    if not reduced:
        return ""
    price = reduced[0]
    before, after = price.amount_before or Decimal(0), price.amount_after or Decimal(0)
    more = f", and {several(len(reduced) - 1, 'other reduced price')}" if len(reduced) > 1 else ""
    named = price.plan or "a plan"
    if after > before:
        return f"{subject} ends the discount on {named}: {money(after, price.currency)}{unit(price)} again{more}"
    now = f"{money(after, price.currency)}{unit(price)}"
    until = f" until {day_of(price.ends_on)}" if price.ends_on else ""
    return f"{subject} offers {named} at {now} instead of {money(before, price.currency)}{until}{more}"


def contact_line(subject: str, alone: Sequence[Price]) -> str:
    """ "X no longer shows the price of Enterprise ($499 a month): “Contact for pricing”", or that it now does."""
    if len(alone) != 1 or not alone[0].plan:
        return ""
    price = alone[0]
    if price.amount_after is None and price.after and price.amount_before is not None:
        shown = f"{money(price.amount_before, price.currency)}{unit(price)}"
        return f"{subject} no longer shows the price of {price.plan} ({shown}): “{price.after}”"
    if price.amount_before is None and price.before and price.amount_after is not None:
        shown = f"{'from ' if price.bound == 'from' else ''}{money(price.amount_after, price.currency)}{unit(price)}"
        return f"{subject} now shows the price of {price.plan}: {shown}"
    return ""


WHAT = {
    PriceKind.QUOTA: "quota", PriceKind.DISCOUNT: "discount", PriceKind.FREE_TIER: "free offer",
    PriceKind.BILLING_TERM: "terms",
}  # fmt: skip


def terms_line(subject: str, prices: Sequence[Price]) -> str:
    """ "X changes Starter's quota: “10 projects” becomes “5 projects”", and how many more of the kind."""
    terms = [price for price in prices if price.kind in WHAT and (price.before or price.after)]
    if not terms:
        plans = [price for price in prices if price.kind in (PriceKind.PLAN_ADDED, PriceKind.PLAN_REMOVED)]
        return plans_line(subject, plans)
    if line := new_quotas_line(subject, terms):
        return line
    first = max(terms, key=tells)
    what = f"{owned(first.plan) if first.plan else 'its'} {WHAT[first.kind]}"
    more = f", and {several(len(terms) - 1, 'more term')}" if len(terms) > 1 else ""
    if first.before and first.after:
        return f"{subject} changes {what}: “{first.before}” becomes “{first.after}”{more}"
    return f"{subject} changes {what}: “{first.after or first.before}” is {'new' if first.after else 'gone'}{more}"


def new_quotas_line(subject: str, terms: Sequence[Price]) -> str:
    """ "X adds quotas: “5 boats” for Solo, “20 boats” for Crew"; "" where there is another term, or only one plan."""
    new = {term.plan: f"“{term.after}” for {term.plan}" for term in terms if term.plan and not term.before}
    only_quotas = all(term.kind is PriceKind.QUOTA for term in terms)
    if len(new) < len(terms) or len(terms) == 1 or not only_quotas:
        return ""
    line = f"{subject} adds quotas: {listed(list(new.values()), len(new))}"
    return line if len(line) <= 2 * FITS else ""


def tells(term: Price) -> int:
    """How much a term says: from what number to what, from words to others, or that it came or went."""
    both = bool(term.before and term.after)
    return both + (both and any(map(str.isdigit, f"{term.before}{term.after}")))


def plans_line(subject: str, plans: Sequence[Price]) -> str:
    added = [price.plan or "" for price in plans if price.kind is PriceKind.PLAN_ADDED]
    removed = [price.plan or "" for price in plans if price.kind is PriceKind.PLAN_REMOVED]
    said = [f"adds the {listed(added)} plan{'s' if len(added) > 1 else ''}"] if added else []
    said += [f"drops the {listed(removed)} plan{'s' if len(removed) > 1 else ''}"] if removed else []
    return f"{subject} {' and '.join(said)}" if said else ""
