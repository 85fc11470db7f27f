"""Which amounts on a page are offers, and of which plan: the row, card or heading they stand under."""

from collections.abc import Sequence
from dataclasses import dataclass

import re2

from classifiers.money import Money, find_money
from classifiers.passages import Passage
from domain.content import Where
from domain.sources import Source, SourceKind

# Amounts that are not what an offer costs: savings, prizes, turnover, funding, fines, examples of customers' money.
NOT_A_PRICE = re2.compile(
    r"(?i)\b(?:sav(?:e|es|ed|ing|ings)|won?|wins?|prizes?|vouchers?|gift|worth|rais(?:ed|es|ing)\s+(?:[$€£]|\w+\s+[$€£])|revenue|"
    r"turnover|ebitda|profit|funding|valuation|valued|fine[ds]?|penalt\w+|settle\w*|donat\w+|grants?|invest\w+|"
    r"lawsuit|salary|shares?|dividend|cash|debt|market|budget|spent|spend)\b"
)
PRICE_WORD = re2.compile(
    r"(?i)\b(?:pric(?:e|es|ed|ing)|plans?|tiers?|fees?|costs?|subscriptions?|licen[cs]es?|charg\w+|billed|rates?|pay|packages?|"
    r"add-?ons?|starting at|from|free|tarifs?|preis\w*|abonnements?)\b"
)
GENERIC = re2.compile(
    r"(?i)^(?:our |the |simple,? |choose |select |compare |find )*"
    r"(?:pricing|prices?|plans?|plans? (?:and|&) pricing|pricing plans?|"
    r"your plan|a plan|packages|frequently asked questions|faq|subscriptions?|rate card|tarifs|preise)[.!?]?$"
)
TAXED = re2.compile(
    r"(?i)\b(incl|inc|with|plus|excl|ex|without|before|hors|ht|ttc|zzgl|inkl|exkl)\b\.?(?:uding|usive)?(?: of)?\s*"
    r"(?:vat|tax\w*|mwst|tva|iva|gst)?"
)
LABEL = re2.compile(
    r"(?:^|[;|.•\n]|\s[-–—]\s)\s*([^;|•\n$€£]{1,60}?)\s*[:|–—-]?\s*"
    r"(?:from|costs?|is|starts at|ab|à partir de|starting at)?\s*$"
)
NOT_A_PLAN = "and or for at from only per to the with up just now was you optional additional extra"
NO_PLAN = frozenset(NOT_A_PLAN.split())
# Words of a button that repeats the price of the plan beside it.
BUTTON = re2.compile(r"(?i)\b(?:switch to|upgrade|sign up|get started|buy now|subscribe for|try for)\b")
# A longer list item is a sentence, in which an amount need not be an offer ("runs on a $5 server").
LONGEST_ITEM = 120
CERTAIN = frozenset({Where.TABLE, Where.CARD, Where.LIST, Where.HEADING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An amount as an offer: its plan where one is named, its words, and whether tax is in it (None: not said)."""

    passage: Passage
    money: Money
    plan: str | None
    words: str
    confidence: float
    taxed: bool | None = None

    @property
    def name(self) -> str | None:
        """The plan; one without a name goes by its price label where that stands alone."""
        alone = len(self.passage.text) - len(self.words) <= 8
        return self.plan or (self.words.strip() if alone else None)

    @property
    def plan_key(self) -> str:
        return (self.plan or "").casefold()


def offers(passage: Passage, source: Source) -> list[Offer]:
    """The offers of one side of an edit, in order. Amounts in navigation, footers and banners are none."""
    if passage.aside:
        return []
    found = find_money(passage.text, decimal=source.decimal)
    made = []
    for index, money in enumerate(found):
        since = found[index - 1].stop if index else 0
        confidence = likeness(passage, money, source)
        if confidence:
            made.append(
                Offer(
                    passage=passage,
                    money=money,
                    plan=plan_of(passage, money, since),
                    words=passage.text[money.start : money.stop],
                    confidence=confidence,
                    taxed=taxed(passage.text[money.end : money.stop + 24]),
                )
            )
    return made


def likeness(passage: Passage, money: Money, source: Source) -> float:
    """How sure it is that the amount is what something costs; 0 where it is not."""
    around = passage.text[max(0, money.start - 60) : money.stop + 40]
    if NOT_A_PRICE.search(around) or (len(passage.text) < 80 and BUTTON.search(passage.text)):
        return 0.0
    sentence = passage.edit.where is Where.LIST and len(passage.text) > LONGEST_ITEM
    if passage.cells or (passage.edit.where in CERTAIN and not sentence):
        return 0.9
    short = len(passage.text) <= 60
    if source.kind is SourceKind.PAGE and (short or money.period or money.per):
        return 0.9 if short and money.period else 0.75
    if PRICE_WORD.search(around):
        return 0.7 if money.period or money.per else 0.55
    return 0.0


def plan_of(passage: Passage, money: Money, since: int) -> str | None:
    """The plan an amount belongs to: its row's first cell or column, its name right before it, or the heading above."""
    named = label_before(passage.text[since : money.start])
    return plan_of_cells(passage, money) or named or heading_of(passage.headings)


def plan_of_cells(passage: Passage, money: Money) -> str | None:
    """In a table with plans as columns the header names the plan; else the row's first cell does."""
    position = 0
    for index, cell in enumerate(passage.cells):
        at = passage.text.find(cell.text, position) if cell.text else position
        position = max(position, at) + len(cell.text)
        if at <= money.start < position:
            if index and not find_money(passage.cells[0].text) and passage.cells[0].text and not cell.header:
                return passage.cells[0].text
            first = passage.cells[0].text
            if index and first and not GENERIC.search(first) and not PRICE_WORD.fullmatch(first):
                return first
            return cell.header or None
    return None


def label_before(text: str) -> str | None:
    """A plan's name right before its amount ("Pro | $49", "Starter $500"); no half sentence, no other price."""
    match = LABEL.search(text)
    if match is None:
        return None
    label: str = match.group(1).strip(" :|-–—,·*")
    words = label.split()
    if not words or len(words) > 4 or "/" in label or GENERIC.search(label) or not words[0][0].isupper():
        return None
    return None if words[0].lower() in NO_PLAN or words[-1].lower() in NO_PLAN else label


def heading_of(path: Sequence[str]) -> str | None:
    """The innermost heading as a plan's name, or the one above it where that is itself a price."""
    above = [title for title in path if title and not find_money(title)]
    if not above or len(above[-1]) > 80 or GENERIC.search(above[-1]) or above[-1].endswith("?"):
        return None
    return above[-1]


def taxed(tail: str) -> bool | None:
    match = TAXED.search(tail)
    if match is None or not any(
        name in tail.lower() for name in ("vat", "tax", "mwst", "tva", "ttc", "iva", "gst", " ht")
    ):
        return None
    return match.group(1).lower() in ("incl", "inc", "with", "ttc", "inkl")
