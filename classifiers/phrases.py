"""Clauses for headlines, one for each type of fact."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import re2

from classifiers.labels import heading_of
from domain.changes import Edit
from domain.content import Where
from domain.findings import (
    Appointment,
    Fact,
    Figure,
    Move,
    Opening,
    Partnership,
    Price,
    PriceKind,
    ProductMove,
    Regulation,
)

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
CLAUSE_END = re2.compile(r"[.;:(\n]| (?:that|which|and|so|for|with|to)\b")
SHORT_FORM = re2.compile(r"^(?:[A-Z][\w-]* (?:[a-z]{1,3} )?){2,6}\(([A-Z][A-Z\d-]{1,6})\)")
VERBS = {"launched": "launches", "previewed": "previews", "retired": "retires"}


def money(amount: Decimal, currency: str | None) -> str:
    """ "$1,200", "€0.20", "CHF 49"."""
    plain = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
    if amount != amount.quantize(Decimal("0.01")):
        plain = f"{amount.normalize():,f}"
    sign = SIGNS.get(currency or "")
    return f"{sign}{plain}" if sign else f"{currency} {plain}" if currency else plain


def unit(price: Price) -> str:
    """ " per seat a month", or nothing."""
    per = f" per {price.per.upper() if price.per in ('mb', 'gb', 'tb') else price.per}" if price.per else ""
    return per + (f" a{'n' if price.period == 'hour' else ''} {price.period}" if price.period else "")


def number(count: int) -> str:
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else f"{count:,}"


def price_line(subject: str, facts: Sequence[Fact], edits: Mapping[str, Edit]) -> str:
    prices = [fact.value for fact in facts if isinstance(fact.value, Price) and fact.value.kind is PriceKind.AMOUNT]
    place = page_of(facts, edits)
    moved = [price for price in prices if price.amount_before is not None and price.amount_after is not None]
    if moved:
        return moved_line(subject, moved)
    added = [price for price in prices if price.amount_after is not None]
    removed = [price for price in prices if price.amount_before is not None and price.amount_after is None]
    hidden = contact_line(subject, prices, facts)
    if hidden:
        return hidden
    if added:
        return listed_line(subject, "adds", "to", added, place)
    return listed_line(subject, "removes", "from", removed, place) if removed else terms_line(subject, facts)


def contact_line(subject: str, prices: Sequence[Price], facts: Sequence[Fact]) -> str:
    """ "X no longer shows the price of Enterprise ($499 a month): “Contact for pricing”", or that it now does."""
    terms = [fact.value for fact in facts if isinstance(fact.value, Price)]
    terms = [term for term in terms if "contact" in (term.after or term.before or "").lower()]
    if len(prices) != 1 or len(terms) != 1 or not prices[0].plan:
        return ""
    price, term = prices[0], terms[0]
    if price.amount_after is None and term.after and price.amount_before is not None:
        shown = f"{money(price.amount_before, price.currency)}{unit(price)}"
        return f"{subject} no longer shows the price of {price.plan} ({shown}): “{term.after}”"
    if price.amount_before is None and term.before and price.amount_after is not None:
        shown = f"{money(price.amount_after, price.currency)}{unit(price)}"
        return f"{subject} now shows the price of {price.plan}: {shown}"
    return ""


def terms_line(subject: str, facts: Sequence[Fact]) -> str:
    for value in (fact.value for fact in facts):
        if isinstance(value, Price) and (value.before or value.after):
            plan = f"{value.plan}, " if value.plan else ""
            if value.before and value.after:
                return f"{subject}: {plan}“{value.before}” becomes “{value.after}”"
            return f"{subject}: {plan}“{value.after or value.before}” is {'new' if value.after else 'gone'}"
    return ""


def moved_line(subject: str, moved: Sequence[Price]) -> str:
    """ "X raises Pro from $49 to $59 per seat a month (+20.4%)", or the first three of several."""
    if len(moved) == 1:
        price = moved[0]
        before, after = price.amount_before or Decimal(0), price.amount_after or Decimal(0)
        verb = "raises" if after > before else "cuts" if after < before else "changes"
        to = f"{money(after, price.currency)}{unit(price)}{percent(before, after)}"
        return f"{subject} {verb} {price.plan or 'a price'} from {first_amount(price)} to {to}"
    shown = ", ".join(
        f"{price.plan or 'a price'} {first_amount(price)} → {money(price.amount_after or Decimal(0), price.currency)}"
        for price in moved[:3]
    )
    return f"{subject} changes {number(len(moved))} prices: {shown}"


def first_amount(price: Price) -> str:
    """The old amount; in the words of the page where its currency was another."""
    now = SIGNS.get(price.currency or "", price.currency or "")
    if price.before and now not in price.before:
        return price.before.split(" ")[0].split("/")[0]
    return money(price.amount_before or Decimal(0), price.currency)


def percent(before: Decimal, after: Decimal) -> str:
    return f" ({(after - before) / before * 100:+.1f}%)" if before and before != after else ""


def listed_line(subject: str, verb: str, joint: str, prices: Sequence[Price], place: str) -> str:
    where = f" {joint} {place}" if place else ""
    if len(prices) == 1:
        price = prices[0]
        only = (price.amount_before if price.amount_after is None else price.amount_after) or Decimal(0)
        plan = f"{price.plan} at " if price.plan and price.plan != place else ""
        return f"{subject} {verb} {plan}{money(only, price.currency)}{unit(price)}{where}"
    amounts = [
        amount
        for p in prices
        if (amount := p.amount_after if p.amount_after is not None else p.amount_before) is not None
    ]
    low, high = min(amounts), max(amounts)
    same = {(price.period, price.per, price.currency) for price in prices}
    tail = unit(prices[0]) if len(same) == 1 else ""
    span = (
        money(low, prices[0].currency)
        if low == high
        else f"{money(low, prices[0].currency)} to {money(high, prices[0].currency)}"
    )
    return f"{subject} {verb} {number(len(prices))} price tiers{where}, {span}{tail}"


def page_of(facts: Sequence[Fact], edits: Mapping[str, Edit]) -> str:
    """The heading that all prices stand under, if there is one that is not just "Pricing"."""
    paths = [edits[fact.quote.edit].path for fact in facts if fact.quote.edit in edits]
    plans = {fact.value.plan for fact in facts if isinstance(fact.value, Price)}
    shared = [
        title for title in (paths[0] if paths else ()) if all(title in path for path in paths) and title not in plans
    ]
    return heading_of(shared[:1]) or heading_of(shared) or ""


def people_line(subject: str, moves: Sequence[Appointment]) -> str:
    if not moves:
        return ""
    one = moves[0]
    role = f" as {one.role}" if one.role else ""
    match one.move:
        case Move.LEFT:
            return f"{one.person} leaves {subject}" + (f" ({one.role})" if one.role else "")
        case Move.PROMOTED:
            return f"{subject} promotes {one.person}" + (f" to {one.role}" if one.role else "")
        case Move.BOARD:
            return f"{one.person} joins the board of {subject}"
        case _:
            return f"{subject} hires {one.person}{role}"


def rule_line(subject: str, facts: Sequence[Fact], edits: Mapping[str, Edit]) -> str:
    if not facts:
        return ""
    fact = facts[0]
    value = fact.value
    if not isinstance(value, Regulation):
        return ""
    edit = edits.get(fact.quote.edit)
    if edit and edit.where is Where.RECORD and value.name:
        return ""
    if value.name and edit and edit.after:
        if any(value.name.casefold() in title.casefold() for title in edit.path):
            return f"{subject}: {value.name} page now says “{clause(edit.after, level_at(edit.after, fact, value))}”"
        return f"{subject}: page now says “{clause(edit.after, fact.quote.start)}”"
    product = f" of {value.product}" if value.product else ""
    return f"{subject}: {value.agency or 'agency'} {value.what}{product}"


def level_at(text: str, fact: Fact, value: Regulation) -> int:
    """Where the certificate's level stands, or its name where no level is said."""
    found = text.find(value.level, fact.quote.start) if value.level else -1
    return found if found >= 0 else fact.quote.start


def clause(text: str, start: int) -> str:
    """From there on, the words up to the end of the clause, at most ten."""
    rest = text[start:]
    end = CLAUSE_END.search(rest)
    return " ".join((rest[: end.start()] if end else rest).split()[:10]).rstrip(",")


def partner_line(found: Sequence[Partnership]) -> str:
    if not found:
        return ""
    one = found[0]
    region = f" in {one.region}" if one.region else ""
    kind = one.kind if one.kind in ("agreement", "partnership", "alliance", "acquisition") else f"{one.kind} agreement"
    return f"{' and '.join(one.parties)}: {kind}{region}"


def product_line(subject: str, facts: Sequence[Fact], edits: Mapping[str, Edit]) -> str:
    if not facts:
        return ""
    fact = facts[0]
    value = fact.value
    if not isinstance(value, ProductMove):
        return ""
    edit = edits.get(fact.quote.edit)
    under = heading_of(edit.path) if edit else None
    place = f" in {under}" if under and under != value.name else ""
    moves = [one.value for one in facts if isinstance(one.value, ProductMove)]
    same = [short(move.name) for move in moves if move.move == value.move]
    names = ", ".join(same[:3]) + (f" and {len(same) - 3} more" if len(same) > 3 else "")
    if value.move == "replaced":
        return f"{subject}: “{value.before}” becomes “{value.name}”{place}"
    if value.move == "feature_added":
        return f"{subject}: {names} new{place}"
    if value.move == "feature_removed":
        return f"{subject}: {names} gone{' from' + place.removeprefix(' in') if place else ''}"
    return f"{subject} {VERBS.get(value.move, value.move)} {names}"


def short(name: str) -> str:
    """ "System Security Plan (SSP) generation" as "SSP generation"."""
    found = SHORT_FORM.search(name)
    return found.group(1) + name[found.end() :] if found else name


def figure_line(subject: str, figures: Sequence[Figure]) -> str:
    shown = []
    for figure in figures[:3]:
        amount = scaled(figure.amount) if figure.amount is not None else ""
        sign = SIGNS.get(figure.currency or "", f"{figure.currency} " if figure.currency else "")
        growth = f" ({figure.growth:+}%)" if figure.growth is not None else ""
        floor = "+" if figure.at_least else ""
        shown.append(f"{figure.metric} {sign}{amount}{floor}{growth}")
    return f"{subject} reports {', '.join(shown)}" if shown else ""


def scaled(amount: Decimal) -> str:
    for size, mark in ((Decimal(10**9), "bn"), (Decimal(10**6), "M")):
        if amount >= size:
            return f"{(amount / size).normalize():f}{mark}"
    return f"{amount:,f}"


def opening_line(subject: str, openings: Sequence[Opening]) -> str:
    """ "X opens three Key Account Manager roles in Leeds"; of several roles, how many."""
    if not openings:
        return ""
    one = openings[0]
    count = sum(opening.count for opening in openings)
    places = {opening.place for opening in openings}
    where = f" in {one.place}" if len(places) == 1 and one.place else ""
    if len({opening.role for opening in openings}) > 1:
        return f"{subject} opens {number(count)} roles{where}, among them {one.role}"
    if count == 1:
        return f"{subject} opens a role as {one.role}{where}"
    return f"{subject} opens {number(count)} {one.role} roles{where}"
