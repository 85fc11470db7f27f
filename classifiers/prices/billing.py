"""For which kind of contract a page shows its amounts: paid month by month, or for a year at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from classifiers.prices.labels import heading_of
from classifiers.prices.offers import Offer
from classifiers.wording.money import has_money
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.changes import EditKind
from domain.findings import Side

MONTHLY = Pattern(
    r"(?i)\b(?:monthly|month-to-month|by the month|every month|monatlich\w*|mensuel\w*|mensual\w*|au mois)\b"
)
YEARLY = Pattern(
    r"(?i)\b(?:annual(?:ly)?|yearly|by the year|once a year|annuel\w*|à l['’]année|anual\w*|al año)\b|jährlich"
)
# A button names the prices that are not shown.
OFFERED = Pattern(
    r"(?i)^\W*(?:show|see|view|switch to|display|zeigen?|voir|ver)(?: prices| pricing| billing)? "
    r"(?:(monthly|per month|month)|(?:annual(?:ly)?|yearly|per year|year))\b"
)
BILLED_YEARLY = Pattern(
    r"(?i)\b(?:billed|paid|paying|payable|charged|invoiced|pay) (?:annually|yearly|by the year|per year|once a year|"
    r"upfront for (?:a|the) year)\b|\b(?:annual|yearly) (?:billing|contract|commitment|payment|subscription)\b|"
    r"\bwith an annual plan\b|\bjährlich(?:er|e)? (?:abgerechnet|bezahlt|zahl\w+|abrechnung)|"
    r"\bfacturée?s? annuellement|\b(?:paiement|facturation|engagement) annuel|\bfacturad[oa]s? anualmente|"
    r"\bpago anual|\bfacturación anual|\bpagando al año"
)
BILLED_MONTHLY = Pattern(
    r"(?i)\b(?:billed|paid|paying|payable|charged|invoiced|pay) (?:monthly|by the month|per month|every month|"
    r"month[- ]to[- ]month)\b|\bmonthly (?:billing|contract|payment)\b|\bmonth-to-month\b|"
    r"\bmonatlich(?:er|e)? (?:abgerechnet|bezahlt|zahl\w+|abrechnung|kündbar)|\bfacturée?s? mensuellement|"
    r"\bfacturad[oa]s? mensualmente"
)
SHORT = 200
# The plan's name in small letters, "" for the whole page; to which kind of contract it turned.
Turns = Mapping[str, str]


def turns(read: Sequence[Passage], old: Sequence[Offer], new: Sequence[Offer]) -> Turns:
    """Which plans, or the whole page, now show their amounts for the other kind of contract ("year" or "month")."""
    found: dict[str, str] = {}
    before, after = words_by_plan(read, old, Side.BEFORE), words_by_plan(read, new, Side.AFTER)
    for plan in {offer.plan_key for offer in new}:
        was, now = contract_of(before.get(plan, ())), contract_of(after.get(plan, ()))
        if now is not None and now != was:
            found[plan] = now
        elif was == "year" and now is None:
            found[plan] = "month"
    page = turned_to(read, new)
    return {"": page, **found} if page else found


def words_by_plan(read: Sequence[Passage], offers: Iterable[Offer], side: Side) -> Mapping[str, Sequence[str]]:
    """The changed short texts of each plan: those with its amounts, and those under its heading; each text once."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for offer in offers:
        found[offer.plan_key][id(offer.passage)] = offer.passage.text
    for one in read:
        if one.side is side and len(one.text) <= SHORT and (plan := heading_of(one.headings)):
            found[plan.casefold()][id(one)] = one.text
    return {plan: tuple(texts.values()) for plan, texts in found.items()}


def contract_of(texts: Sequence[str]) -> str | None:
    """The kind of contract that the texts speak of, where it is one of the two."""
    joined = "\n".join(texts)
    yearly, monthly = BILLED_YEARLY.search(joined), BILLED_MONTHLY.search(joined)
    if bool(yearly) == bool(monthly):
        return None
    return "year" if yearly else "month"


def turned_to(read: Sequence[Passage], new: Sequence[Offer] = ()) -> str | None:
    """The kind of contract that the page turned to, where one side speaks of months only and the other of years.

    A page that said nothing of either turned to years where a year now costs twelve of the months beside it.
    """
    before, after = new_words(read, Side.BEFORE), new_words(read, Side.AFTER)
    said = [(bool(MONTHLY.search(text)), bool(YEARLY.search(text))) for text in (before, after)]
    if said == [(True, False), (False, True)] or (said == [(False, False), (False, True)] and twelve_months(new)):
        return "year"
    return "month" if said == [(False, True), (True, False)] else None


def twelve_months(new: Sequence[Offer]) -> bool:
    """Whether each plan with a yearly amount asks for twelve of its monthly ones, and there is one."""
    monthly = {offer.plan_key: offer.money.amount for offer in new if offer.money.period == "month"}
    yearly = [offer for offer in new if offer.money.period == "year"]
    return bool(yearly) and all(offer.money.amount == 12 * monthly.get(offer.plan_key, 0) for offer in yearly)


def new_words(read: Sequence[Passage], side: Side) -> str:
    """That side's short texts; where amounts stand the changed words, of a button what it turns away from."""
    return "\n".join(
        words for passage in read if passage.side is side and len(passage.text) <= SHORT for words in shown(passage)
    )


def shown(passage: Passage) -> Iterable[str]:
    offered = OFFERED.search(passage.text)
    if offered:
        return ("yearly",) if offered.group(1) else ("monthly",)
    if passage.edit.kind is EditKind.REPLACED and not has_money(passage.text):
        return (passage.text,)
    return (passage.text[start:end] for start, end in passage.fresh)
