"""Which amounts on a page are offers, and of which plan: the row, card or heading they stand under."""

from collections.abc import Sequence
from dataclasses import dataclass

import re2

from classifiers.money import Money, find_money
from classifiers.passages import CHROME, Passage
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
    r"(?:from|at|for|costs?|is|ab|à partir de|starting at)?\s*$"
)
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
    def plan_key(self) -> str:
        return (self.plan or "").casefold()


def offers(passage: Passage, source: Source) -> list[Offer]:
    """The offers of one side of an edit, in order. Amounts in navigation, footers and banners are none."""
    if passage.edit.where in CHROME:
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
    if NOT_A_PRICE.search(around):
        return 0.0
    if passage.edit.where in CERTAIN or passage.cells:
        return 0.9
    short = len(passage.text) <= 60
    if source.kind is SourceKind.PAGE and (short or money.period or money.per):
        return 0.9 if short and money.period else 0.75
    if PRICE_WORD.search(around):
        return 0.7 if money.period or money.per else 0.55
    return 0.0


def plan_of(passage: Passage, money: Money, since: int) -> str | None:
    """The plan an amount belongs to: its row's first cell or column, the words before it, or the heading above."""
    return (
        plan_of_cells(passage, money) or label_before(passage.text[since : money.start]) or heading_of(passage.headings)
    )


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
    match = LABEL.search(text)
    if match is None:
        return None
    label: str = match.group(1).strip(" :|-–—,·*")
    if not label or not any(char.isalpha() for char in label) or len(label.split()) > 6 or GENERIC.search(label):
        return None
    if label.split()[0].lower() in (
        "and",
        "or",
        "for",
        "at",
        "from",
        "only",
        "per",
        "to",
        "the",
        "with",
        "up",
        "just",
        "/",
    ):
        return None
    return label


def heading_of(path: Sequence[str]) -> str | None:
    for title in reversed(path):
        if title and len(title) <= 80 and not GENERIC.search(title):
            return title
    return None


def taxed(tail: str) -> bool | None:
    match = TAXED.search(tail)
    if match is None or not any(
        name in tail.lower() for name in ("vat", "tax", "mwst", "tva", "ttc", "iva", "gst", " ht")
    ):
        return None
    return match.group(1).lower() in ("incl", "inc", "with", "ttc", "inkl")
