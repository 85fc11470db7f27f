"""By how much a price is said to move, whatever it was: "£6 more", "goes up $4 to $29", "um 2 Euro auf 14,90 Euro"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from classifiers.prices.labels import PRICE_WORD, heading_of
from classifiers.prices.move_words import FALL, HEDGES, OTHERS, OURS, RISE
from classifiers.prices.named_plans import plan_behind, plan_in, plan_in_title
from classifiers.prices.no_prices import is_reported, sentence_before
from classifiers.prices.not_sold import not_sold
from classifiers.wording.money import Money, find_money
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from classifiers.wording.units import how_often
from domain.content import Where
from domain.findings import Fact, Price, PriceKind, Side
from domain.sources import Source

PLACES = frozenset({Where.ENTRY, Where.PARAGRAPH, Where.LIST, Where.CARD, Where.BANNER})
LONGEST = 4_000
REACH = 60
GAP = 28
MORE = Pattern(
    r"(?i)^ (?:more|extra (?:a|per|every|each)|dearer|mehr|teurer|de plus|plus chère?s?|en plus|más|más car[oa]s?)\b"
)
LESS = Pattern(
    r"(?i)^ (?:less|cheaper|lower|weniger|billiger|günstiger|de moins|moins chère?s?|menos|más barat[oa]s?|"
    r"off (?:the|our|its|your) [^.;:!?]{0,20}\bprices?)\b"
)
BY = r"\b[^.;:!?\d$€£]{0,50}\b(?:by|um)(?: just| only| nur| up to| as much as| about)?"
UP = Pattern(
    rf"(?i)\b(?:(?:{RISE}){BY}|(?:increase|rise|hausse|augmentation|subida|aumento) (?:of|de)|"
    r"erhöhung um|go(?:es|ing)? up|went up|is up|are up|up by|augmente(?:nt|ra)? de|"
    r"sub(?:e|en|irá)(?: en)?|aumenta(?:n|rá)?(?: en)?) $"
)
DOWN = Pattern(
    rf"(?i)\b(?:(?:{FALL}){BY}|(?:decrease|cut|reduction|bajada|reducción) (?:of|de)|"
    r"senkung um|go(?:es|ing)? down|went down|is down|down by|baisse(?:nt|ra)? de|baja(?:n|rá)?(?: en)?) $"
)
# "goes up $4 to $29", "um 2 Euro auf 14,90 Euro": the new price behind the difference.
REACHES = Pattern(
    r"(?i)^[\s,]*(?:(?:a|per|each|every|pro|par|al) \pL+[\s,]*)?(?:to|auf|à|a|hasta(?: los| las)?|pour atteindre|"
    r"bringing it to|making it)(?: just| only| nur)? $"
)
TO = Pattern(r"(?i)^ (?:to|auf|à|a|hasta) ")
# "goes up $4 to $29" is no range, as "$20 to $29" is one: nothing costs seven times as much at its end.
FAR = 3
# "is now $5 a month, $2 less": the new price ahead of it.
BESIDE = Pattern(
    r"(?i)^(?: \pL+){0,2}(?:[,(–—-]|,? (?:which is|that is|that['’]s)|,? (?:soit|das sind|es decir)|[.\n]\s?(?:that|"
    r"this)(?: is|['’]s))\s?(?:just |only )?$"
)
# "Pro and Team by $5 and $10": each amount is that of the name at its own place.
STEPS = Pattern(r"(?:[$€£]\s?\d[\d.,]*(?:, (?:and )?| (?:and|und|et|y) ))+$")
JOIN = Pattern(r"^(?:, (?:and )?| (?:and|und|et|y) )$")
NAMES = Pattern(
    r"((?:[A-ZÀ-Þ][\w+&-]*)(?: [A-ZÀ-Þ\d][\w+&-]*)?(?:, [A-ZÀ-Þ][\w+&-]*(?: [A-ZÀ-Þ\d][\w+&-]*)?)*,? (?:and|und|et|y) "
    r"[A-ZÀ-Þ][\w+&-]*(?: [A-ZÀ-Þ\d][\w+&-]*)?)(?: (?:plans?|tiers?|prices?|pricing|subscriptions?))* (?:by|um|de) $"
)
BETWEEN_NAMES = Pattern(r",? (?:and|und|et|y) |, ")
UNSURE = Pattern(rf"(?i)\b(?:{HEDGES}|{OTHERS}|as much as|worth|value|than (?:other|most))\b|n['’]t\b")
WHOSE = Pattern(
    rf"(?i)\b(?:{OURS}|"
    r"your (?:\pL+ ){0,2}(?:price|prices|bill|plan|subscription|fee|membership|charge)|"
    r"(?:customers|members|subscribers|households|users) (?:will|now))\b"
)


SAID = Pattern(r"(?i)\b(?:this|that|the|dieser|ce|cette|este|esta) (?:price|fee|charge|plan|preis|prix|precio|tarif)\b")


def sign_of(text: str, money: Money) -> int:
    """1 of an amount by which something rises, -1 of one by which it falls, 0 of any other."""
    ahead, behind = text[max(0, money.start - REACH) : money.start], text[money.stop : money.stop + REACH]
    ahead = STEPS.sub("", ahead)
    if money.ends == "high" or (money.ends and not TO.match(text[money.end :])) or not money.amount:
        return 0
    if MORE.match(behind) or UP.search(ahead):
        return 1
    return -1 if LESS.match(behind) or DOWN.search(ahead) else 0


def moves_by(passage: Passage, source: Source) -> Iterator[Fact]:
    """Facts of the amounts by which a new sentence says that the company's own prices move."""
    if passage.side is Side.BEFORE or passage.aside or passage.edit.where not in PLACES or passage.cells:
        return
    text = passage.text[:LONGEST]
    found = find_money(text, decimal=source.decimal, language=source.language, currency=source.currency)
    made = [fact for at in range(len(found)) if (fact := fact_at(passage, found, at, source)) is not None]
    yield from without_echoes(made)


def fact_at(passage: Passage, found: Sequence[Money], at: int, source: Source) -> Fact | None:
    """What one of the amounts of a text says as a difference, if it is one of the company's own prices."""
    text, money = passage.text[:LONGEST], found[at]
    sign = sign_of(text, money)
    if not sign or not passage.is_fresh(money.start, money.stop):
        return None
    first, last = run_of(text, found, at)
    if first < last:
        return step_of_a_run(passage, found[first : last + 1], at - first, source)
    new = new_price(text, found, at)
    if new and money.ends and new.amount < FAR * money.amount:
        return None
    plan = plan_of(passage, found, min(money, new or money, key=start_of), source.subject.name)
    return difference_fact(passage, money, new, plan, sign) if is_own(passage, money, plan, source) else None


def run_of(text: str, found: Sequence[Money], at: int) -> tuple[int, int]:
    """The first and the last of the differences that nothing but commas and an "and" keeps apart."""
    first = last = at
    while first and joined(text, found[first - 1], found[first]):
        first -= 1
    while last + 1 < len(found) and joined(text, found[last], found[last + 1]):
        last += 1
    return first, last


def joined(text: str, one: Money, two: Money) -> bool:
    """Whether both are differences side by side: "$5 a month, $2 less" tells a price and one."""
    return bool(JOIN.match(text[one.stop : two.start]) and sign_of(text, one) and sign_of(text, two))


def step_of_a_run(passage: Passage, run: Sequence[Money], at: int, source: Source) -> Fact | None:
    """The difference of one plan of several; where names and amounts are not as many, nobody knows whose it is."""
    text = passage.text
    match = NAMES.search(sentence_before(text, run[0].start))
    names = BETWEEN_NAMES.split(match.group(1)) if match else []
    if len(names) != len(run) or not is_own(passage, run[0], names[at], source):
        return None
    money = replace(run[at], period=run[-1].period, per=run[-1].per)
    return difference_fact(passage, money, None, names[at], sign_of(text, run[at]))


def start_of(money: Money) -> int:
    return money.start


def without_echoes(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without a difference alone that another fact of the text tells with its plan or its new price."""
    prices = [fact.value for fact in facts if isinstance(fact.value, Price)]
    return [
        fact
        for fact in facts
        if isinstance(price := fact.value, Price)
        and (
            price.plan
            or price.amount_after is not None
            or not any(other is not price and other.difference == price.difference for other in prices)
        )
    ]


def is_own(passage: Passage, money: Money, plan: str | None, source: Source) -> bool:
    """Whether the sentence is sure, speaks of prices, and in an entry of the company's own."""
    text, company = passage.text, source.subject.name.casefold()
    sentence = sentence_before(text, money.start) + text[money.start : money.stop + REACH].split(". ")[0]
    if UNSURE.search(sentence) or is_reported(text, money.start) or not_sold(passage, money, source):
        return False
    named = plan is not None
    if passage.edit.where is Where.ENTRY:
        return named or WHOSE.search(sentence) is not None or company in sentence_before(text, money.start).casefold()
    return named or PRICE_WORD.search(sentence) is not None or bool(money.period)


def new_price(text: str, found: Sequence[Money], at: int) -> Money | None:
    """The amount that the price then is, where it stands right behind the difference or right ahead of it."""
    money = found[at]
    after = found[at + 1] if at + 1 < len(found) else None
    if after and after.currency == money.currency and REACHES.match(text[money.end : after.start]):
        return after
    ahead = found[at - 1] if at else None
    gap = text[ahead.stop : money.start] if ahead else ""
    near = ahead is not None and ahead.currency == money.currency and len(gap) <= GAP
    return ahead if near and BESIDE.match(gap) and not (ahead and sign_of(text, ahead)) else None


def plan_of(passage: Passage, found: Sequence[Money], money: Money, company: str) -> str | None:
    """The plan that the sentence names, ahead or behind; of "this price" the one before; on a page else the heading."""
    text, earlier = passage.text, found[0]
    named = plan_in(text, money.start) or plan_behind(text, money.stop)
    if named is None and earlier.start < money.start and SAID.search(sentence_before(text, money.start)):
        named = plan_in(text, earlier.start)
    entry = passage.edit.where is Where.ENTRY
    above = plan_in_title(passage.edit.title) if entry else heading_of(passage.headings)
    return named or (above if above != company else None)


def difference_fact(passage: Passage, money: Money, new: Money | None, plan: str | None, sign: int) -> Fact:
    text = passage.text
    start = min(money.start, new.start if new else money.start)
    end = max(money.stop, new.stop if new else money.stop)
    told = new or money
    unit = unit_behind(text, money)
    return Fact(
        type="price",
        value=Price(
            kind=PriceKind.AMOUNT if new else PriceKind.BILLING_TERM,
            plan=plan,
            after=text[told.start : told.stop],
            amount_after=new.amount if new else None,
            currency=told.currency,
            period=told.period or unit.period,
            per=told.per or unit.per,
            difference=sign * money.amount,
        ),
        quote=passage.quote(start, end),
        confidence=0.75,
    )


def unit_behind(text: str, money: Money) -> Money:
    """The difference with the unit behind its word: "£6 more per line"."""
    match = MORE.match(text[money.stop :]) or LESS.match(text[money.stop :])
    period, per, _ = how_often(text, money.stop + match.end()) if match else (None, None, 0)
    return replace(money, period=money.period or period, per=money.per or per)
