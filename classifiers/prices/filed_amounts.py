"""What a company files: it tells of money by the page, and hardly ever of what customers pay."""

from classifiers.wording.money import Money
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.content import Where

FORM = Pattern(
    r"(?i)^\W*(?:form |current report (?:on form )?)?(?:8-K|10-[KQ]|6-K|20-F|40-F|S-[1348]|F-[134]|424B\d|"
    r"DEFM? ?14A|SC 13[DG])(?:/A)?\b|"
    r"\bitem \d{1,2}\.\d{2}\b|\bpursuant to\b"
)
HEAD = 700
# Ahead of an amount in a filing: whom it is asked of, or that it is a price by name.
ASKED = Pattern(
    r"(?i)\b(?:list prices?|subscribers?|customers|users|pric(?:e|es|ing) of|subscription prices?|"
    r"(?:plan|tier|subscription) (?:price|costs?))\b"
)
# Of what a company pays, earns and borrows; "plan" and "fee" stand beside these, too.
OF_THE_BOOKS = Pattern(
    r"(?i)\b(?:base salar(?:y|ies)|annual salar(?:y|ies)|salary of|compensation|severance|retainer|"
    r"(?:termination|break-?up|advisory|consulting|commitment|underwriting|audit) fees?|(?:paid|payable|pays?|owed) to|"
    r"(?:net|gross) (?:revenues?|proceeds|loss|sales)|aggregate|principal amount|"
    r"(?:senior|convertible|promissory|secured|unsecured|subordinated) (?:\pL+ )?notes?|"
    r"credit (?:facility|agreement|line)|lines? of credit|term loan|purchase price|offering price)\b"
)
LENDS = Pattern(r"(?i)^ (?:in |of )?(?:aggregate|principal|(?:\pL+ ){0,2}(?:notes|bonds|debentures|debt|loans?))\b")
A_PLAN = Pattern(r"(?i)\b(?:plans?|tiers?|packages?|editions?|subscriptions?|licen[cs]es?)\b")
SENTENCES = frozenset({Where.ENTRY, Where.RECORD, Where.PARAGRAPH})
LARGE = 1_000_000
# Of these a million is little.
SMALL_CURRENCIES = frozenset(("JPY", "KRW", "HUF", "CLP", "COP", "ARS", "INR", "PHP", "THB", "TRY", "RUB"))


def is_filing(passage: Passage) -> bool:
    """Whether an entry's title or lead has the shape of a filing: its form, an item's number, "pursuant to"."""
    return passage.edit.where in (Where.ENTRY, Where.RECORD) and FORM.search(passage.text[:HEAD]) is not None


def of_the_books(passage: Passage, money: Money, ahead: str, behind: str) -> bool:
    """Whether an amount is one of the company's books, by its words, its size or the filing it stands in."""
    if (
        OF_THE_BOOKS.search(ahead)
        or LENDS.match(behind)
        or (passage.edit.where in SENTENCES and too_large(money, ahead))
    ):
        return True
    asked = ASKED.search(ahead) and (money.period or money.per or A_PLAN.search(ahead))
    return is_filing(passage) and not asked


def too_large(money: Money, ahead: str) -> bool:
    """Whether an amount of a million or more lacks a period, or a per-what and a plan, to be a price."""
    if money.amount < LARGE or money.currency in SMALL_CURRENCIES:
        return False
    return not money.period or not (money.per or A_PLAN.search(ahead))
