"""Amounts in sentences about money that are no price, or a price that did not change."""

from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.changes import EditKind

# What a company expects or reports: "lowers guidance to $40 million from $50 million".
REPORTED = Pattern(
    r"(?i)\b(?:guidance|outlook|forecasts?|targets?|sales|earnings|ebit|income|arr|bookings|losses|loss|capex|"
    r"market cap(?:itali[sz]ation)?|backlog|prognose|umsatz|gewinn|prévisions?|chiffre d['’]affaires|bénéfice|"
    r"previsi(?:ón|ones)|ventas|beneficio)\b"
)
# Tools for those who sell are priced, too: "Sales Hub from $45 to $50 per seat".
PRICED = Pattern(r"(?i)\b(?:pric(?:e|es|ed|ing)|plans?|tiers?|fees?|subscriptions?|per (?:user|seat|month|year))\b")
UNCHANGED = Pattern(
    r"(?i)\b(?:unchanged|stays?|stayed|remains?|remained|keeps?|kept|holds?|held|unverändert|bleib(?:t|en)|"
    r"inchangée?s?|reste(?:nt|ra)?|se mantienen?|mantienen?)\b[^.;\n\d$€£]{0,40}$"
)
# "the monthly price of $19 does not change".
STAYS = Pattern(
    r"(?i)^[$€£]?\s?\d[\d.,]*\s?[€£]?(?: (?:a|per) \pL+)* (?:does not|doesn['’]t|do not|don['’]t|will not|won['’]t|"
    r"stays?|"
    r"remains?|is unchanged|bleib\w+|ne change|no cambia)\b(?: change| rise| move| unchanged)?"
)
AROUND = 90
ENDS = Pattern(r"(?:[^\d\s]\.|\d{3}\.|[!?])\s|\n")


def is_reported(text: str, start: int) -> bool:
    """Whether the sentence before an amount speaks of results or expectations and names no price."""
    ahead = sentence_before(text, start)
    return bool(REPORTED.search(ahead)) and not PRICED.search(text[max(0, start - AROUND) : start + AROUND])


def is_unchanged(passage: Passage, start: int) -> bool:
    """Whether a new sentence says of the amount that it stays: one side alone is no change then."""
    if passage.edit.kind is not EditKind.ADDED:
        return False
    behind = STAYS.match(passage.text[start : start + AROUND]) is not None
    return behind or UNCHANGED.search(sentence_before(passage.text, start)) is not None


def sentence_before(text: str, start: int) -> str:
    """What stands ahead in the same sentence, at most 90 characters; a German day's full stop ends none."""
    ahead = text[max(0, start - AROUND) : start]
    return ahead[max((match.end() for match in ENDS.finditer(ahead)), default=0) :]
