"""Sentences that tell a price change whole: "raises Pro from $20 to $25", "now €9, up from €7"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from classifiers.prices.counters import counts_or_covers
from classifiers.prices.labels import PRICE_WORD, heading_of
from classifiers.prices.named_plans import charge_behind, plan_in, plan_in_title
from classifiers.prices.no_prices import is_reported
from classifiers.prices.not_sold import not_sold
from classifiers.prices.offers import NOT_A_PRICE
from classifiers.prices.untold_moves import is_untold
from classifiers.wording.money import Money, find_money
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from classifiers.wording.units import how_often, is_used
from domain.content import Where
from domain.findings import Fact, Price, PriceKind, Side
from domain.sources import Source

LONGEST = 4_000
MOVES = Pattern(
    r"(?i)\b(?:rais\w+|increas\w+|ris(?:e|es|ing|en)|rose|cut(?:s|ting)?|reduc\w+|lower\w*|drop\w*|hik\w+|"
    r"jump\w*|go(?:es|ing)?|updat\w+|adjust\w*|new pric\w+|"
    r"went|chang\w+|mov\w+|climb\w*|fall\w*|fell|up|down|erhöh\w+|senk\w+|steig\w+|augment\w+|pass\w+|baiss\w+|"
    r"sub\w+|baj\w+)\b"
)
STARTS = Pattern(r"(?i)\b(?:from|von|de)\s*$")
TURNS_TO = Pattern(r"(?i)^\s*(?:,\s*)?(?:to|auf|à|a)\s+(?:just |only |nur )?$")
UP_FROM = Pattern(
    r"(?i)^(?: for (?:[a-z-]+ ){0,2}[a-z-]+)?[\s,;(]*(?:instead of|rather than|(?:up|"
    r"down)(?: [$€£]?[\d.,]+ ?[€£]?)? from|was|previously|formerly|before|compared (?:to|with)|"
    r"(?:an? )?(?:increase|decrease|cut|rise) from|against|(?:an)?statt(?: bisher| bislang)?|bisher|zuvor|vorher|"
    r"au lieu de|contre|"
    r"currently|today|at present|derzeit|aktuell|actuellement|aujourd['’]hui|actualmente|hoy|"
    r"en lugar de|en vez de|frente a)\s*:?\s*$"
)
# A number without a sign before the amount that it takes the place of.
BARE = Pattern(
    r"(?i)(?:^|[^\pL\d.,$€£-])(\d{1,5}(?:[.,]\d{1,2})?) "
    r"(?:statt|anstatt|instead of|au lieu de|en vez de|en lugar de) $|"
    r"\b(?:von|from|de) (\d{1,5}(?:[.,]\d{1,2})?) (?:auf|to|à|a) $"
)
AROUND = 90
# "Both are per user per month": the unit of all amounts of a text, told once.
UNIT_OF_ALL = Pattern(
    r"(?i)\b(?:both|all|prices|amounts|fees|preise|prix|precios)(?: of (?:them|these|the prices))?"
    r"(?: prices| amounts| fees| shown| above| quoted)*(?: are| verstehen sich| s['’]entendent| son)? "
    r"(?:per|pro|par|por)\b"
)
# Where a text is more than a label: only there does a sentence stand.
PLACES = frozenset({Where.ENTRY, Where.PARAGRAPH, Where.LIST, Where.RECORD, Where.CARD})


def told_whole(passage: Passage, source: Source) -> Iterator[Fact]:
    """Facts with both amounts in one sentence of what is new; the quote holds both."""
    if passage.side is Side.BEFORE or passage.aside or passage.edit.where not in PLACES or passage.cells:
        return
    text = passage.text[:LONGEST]
    found = find_money(text, decimal=source.decimal, language=source.language, currency=source.currency)
    signed = {money.start for money in found}
    for one, two in pairwise(with_bare(text, found, source)):
        pair = in_order(text, one, two)
        around = text[max(0, one.start - AROUND) : two.stop + 40]
        if (
            pair is None
            or is_reported(text, one.start)
            or not passage.is_fresh(one.start, two.stop)
            or NOT_A_PRICE.search(around)
        ):
            continue
        if not (PRICE_WORD.search(around) or one.period or two.period or one.per or two.per):
            continue
        first = one if one.start in signed else two
        if not is_sold(passage, first, source) or is_untold(passage, one.start, two.stop):
            continue
        yield whole_fact(passage, pair, (one.start, max(one.stop, two.stop)))


def is_sold(passage: Passage, money: Money, source: Source) -> bool:
    """Whether the amount is what the company asks for: no wage, and no price of somebody else."""
    return not (not_sold(passage, money, source) or counts_or_covers(passage, money))


def in_order(text: str, one: Money, two: Money) -> tuple[Money, Money] | None:
    """The two amounts as old and new where the words around them say which is which."""
    if one.period and two.period and one.period != two.period:
        return None
    same = one.currency == two.currency
    if (same and one.amount == two.amount) or two.start - one.stop > 60:
        return None
    before, between = text[max(0, one.start - AROUND) : one.start], text[one.stop : two.start]
    if same and STARTS.search(before) and TURNS_TO.match(between) and MOVES.search(before):
        return one, two
    return (two, one) if UP_FROM.match(between) else None


def with_bare(text: str, found: Sequence[Money], source: Source) -> list[Money]:
    """The amounts, and before "statt 10 Euro" the bare number that has the same currency: "12 statt 10 Euro"."""
    made: list[Money] = []
    for money in found:
        match = BARE.search(text[max(0, money.start - AROUND) : money.start])
        group = match.lastindex or 1 if match else 1
        start = max(0, money.start - AROUND) + match.start(group) if match else 0
        if match and (not made or made[-1].stop <= start):
            number = match.group(group)
            (bare,) = find_money(f"{number} {money.currency}", decimal=source.decimal, language=source.language)
            end = start + len(number)
            made.append(replace(bare, start=start, end=end, stop=end, period=money.period, per=money.per))
        made.append(money)
    return made


def whole_fact(passage: Passage, pair: tuple[Money, Money], span: tuple[int, int]) -> Fact:
    old, new = pair
    text = passage.text
    unit = next((one for one in (new, old) if one.period or one.per), with_unit_of_all(text, new))
    return Fact(
        type="price",
        value=Price(
            kind=PriceKind.AMOUNT,
            plan=charge_behind(text, new.stop)
            or plan_in(text, span[0])
            or plan_in_title(passage.edit.title)
            or heading_of(passage.headings if passage.edit.where is not Where.ENTRY else ()),
            before=text[old.start : old.stop],
            after=text[new.start : new.stop],
            amount_before=old.amount,
            amount_after=new.amount,
            currency=new.currency,
            currency_before=old.currency if old.currency != new.currency else None,
            view="currency" if old.currency != new.currency else None,
            period=unit.period,
            per=unit.per,
            charge="usage" if is_used(unit.per) else None,
        ),
        quote=passage.quote(*span),
        confidence=0.85,
    )


def with_unit_of_all(text: str, money: Money) -> Money:
    """The amount with the unit that a later sentence tells for all of them."""
    match = UNIT_OF_ALL.search(text[money.stop : LONGEST])
    if match is None:
        return money
    period, per, _ = how_often(text, money.stop + match.end() - len("per"))
    return replace(money, period=period, per=per)
