"""What changed about plans besides their amounts: plans added, dropped and renamed, quotas, free tiers, discounts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from classifiers.prices.days import dated
from classifiers.prices.labels import GENERIC, PLAN_WORDS, heading_of
from classifiers.prices.offers import ON_REQUEST
from classifiers.prices.renaming import exchanged, is_plan_name, renamed_plans
from classifiers.wording.money import find_money, has_money
from classifiers.wording.offered_to import EVERY_PLAN
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.changes import EditKind
from domain.content import Where
from domain.findings import Fact, Price, PriceKind, Quote, Side
from domain.sources import Source, SourceKind

PRICING_PAGE = Pattern(r"(?i)\b(?:pric(?:e|es|ing)|plans?|tarifs?|preise|tarife|subscriptions?|billing)\b")
ITEMS = frozenset({Where.LIST, Where.TABLE, Where.CARD})
COUNT = (
    r"(?:[Uu]p to |[Bb]is zu |[Jj]usqu['’]à |[Hh]asta )?(?:\d[\d.,'’]*\s?[kKmM]?\b\+?|[Uu]nlimited|[Oo]ne|[Ss]ingle)"
)
QUOTA = Pattern(rf"^(?:[Ff]or )?(?:{COUNT})\s+([A-Za-zÀ-ž][A-Za-zÀ-ž&,/ -]{{2,50}})$")
# "Single sign-on", "One-click checkout": a feature that begins with a count.
NO_QUOTA = Pattern(r"(?i)^(?:single|one|2|two)[- ](?:sign|tenant|pane|point|source|page|click|factor|step)|\bminimum$")
DISCOUNT = Pattern(
    r"(?i)\b\d{1,2} ?% (?:off|discount|cheaper)\b[^.;\n]{0,40}|\bsave (?:up to )?\d{1,2} ?%[^.;\n]{0,40}|"
    r"\bhalf[- ]price\b[^.;\n]{0,40}|\bmoitié prix\b[^.;\n]{0,40}|\bzum halben preis\b[^.;\n]{0,40}"
)
FREE = Pattern(r"(?i)^(?:currently |now )?free(?: (?:during|forever|for|but|tier|plan|trial|up to)\b.{0,60})?$")
TERM = Pattern(
    r"(?i)\b(?:billed (?:annually|monthly|yearly)|annual billing|monthly billing|"
    r"charged based on [\w ]+|"
    r"minimum (?:(?:term|commitment)[\w ]*|(?:of )?\d+ \w+(?: \w+)?)|\d+ \w+ minimum|"
    r"\d+[- ](?:months?|years?) commitment|"
    r"\d+[- ]days? (?:free )?trial|free for (?:the first )?\d+ (?:days?|weeks?|months?)|"
    r"for \d+ (?:days?|weeks?|months?) (?:free|for free|at no cost|free of charge)|"
    r"\d+ (?:tage|wochen) (?:kostenlos|gratis)(?: testen)?|essai gratuit de \d+ jours|"
    r"\d+ jours d['’]essai(?: gratuit)?|\d+ días (?:de prueba|gratis)|prueba gratuita de \d+ días|"
    r"(?:jährlich|monatlich) abgerechnet|facturée?s? (?:annuellement|mensuellement)|"
    r"facturad[oa]s? (?:anualmente|mensualmente)|(?:all )?(?:prices|amounts|fees)(?: are| shown)? "
    r"(?:include|includes|exclude|excludes|inclusive of|exclusive of|excluding|including|with|without|plus) "
    r"(?:any |all )?(?:vat|gst|sales tax|taxes|tax)|"
    r"\d+(?:[.,]\d+)? ?% (?:\+ ?[$€£]?\d[\d.,]*[¢cp]? )?"
    r"(?:per|of (?:each|every|your|the (?:value|amount|total|sum|transaction|order|sale))|transaction|commission|fee|"
    r"on each)[\w ]{0,30}|"
    r"(?:orders|purchases) (?:over|above|from) [$€£]\d[\d.,]* [\w ]{3,40}|"
    r"contact (?:us|sales)? ?(?:for (?:pricing|a quote|prices))|money[- ]back[\w ]*)\b"
)
# What holds for whoever pays by the year, whichever plan it is.
BY_THE_YEAR = Pattern(
    r"(?i)\b(?:all|our) prices\b|\bwhen (?:you )?pa(?:y|id|ying)\b|\b(?:annual|yearly|monthly) (?:plans|subscriptions|"
    r"contracts)\b|\b(?:pay|paying|billed|on|with) (?:an? )?(?:annual(?:ly)?|yearly)(?: (?:plans?|billing|"
    r"contracts?))?\b"
)
ONES = {"single": "one", "1": "one"}
TRIAL = Pattern(
    r"(?i)\b(?:trial|free for|for free|at no cost|free of charge|(?:days?|weeks?|months?) free|testen|"
    r"kostenlos|essai|prueba|gratis)\b"
)
REDUCED = Pattern(r"(?i)% (?:off|discount|cheaper)")
TAXES = Pattern(r"(?i)\b(?:vat|gst|tax(?:es)?)$")


@dataclass(frozen=True, slots=True)
class Find:
    """A term found on one side of an edit: what kind, its plan, its words and their span."""

    kind: PriceKind
    plan: str | None
    unit: str
    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.passage.text[self.start : self.end]


def find_plans(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """Facts of a pricing page only: elsewhere a heading is no plan and a count is no quota."""
    if source.kind is not SourceKind.PAGE or not about_prices(read, source):
        return ()
    company = source.subject.name
    found = [find for passage in read if not passage.aside for find in terms(passage, company)]
    facts = [*paired(found), *headings(read)]
    return dated(tuple({fact.value: fact for fact in reversed(facts)}.values())[::-1], read)


def about_prices(read: Sequence[Passage], source: Source) -> bool:
    address = source.url.replace("-", " ").replace("/", " ").replace("_", " ")
    if "pricing" in source.tags or PRICING_PAGE.search(address):
        return True
    if any(GENERIC.search(title) for title in {title for passage in read for title in passage.headings}):
        return True
    titles = [passage for passage in read if passage.edit.where is Where.HEADING]
    named = {passage.text for passage in titles if is_plan_word(passage.text) and is_plan_name(passage)}
    return len(named) > 1 or priced_plans(read)


def is_plan_word(text: str) -> bool:
    """Whether it is what sellers call their plans: two such headings that changed are a list of plans, on any page."""
    return set(text.lower().split()) <= PLAN_WORDS


def priced_plans(read: Sequence[Passage]) -> bool:
    """Whether what changed stands under two plans' names at least, and an amount that is paid again among it."""
    under = {title for passage in read for title in passage.headings[-1:] if is_plan_word(title)}
    return len(under) > 1 and any(money.period for passage in read for money in find_money(passage.text))


def terms(passage: Passage, company: str) -> Iterator[Find]:
    plan = plan_here(passage, company)
    item = passage.edit.where in ITEMS
    # A card may set its limits in paragraphs, "Up to 25 users", under the plan's name.
    card = passage.edit.where is Where.PARAGRAPH and plan is not None and is_plan_word(plan)
    counted = (item or card) and (plan or not passage.headings) and not find_money(passage.text)
    quota = QUOTA.match(passage.text) if counted and not NO_QUOTA.search(passage.text) else None
    if quota:
        yield Find(PriceKind.QUOTA, plan, unit_of(quota.group(1)), passage, 0, len(passage.text))
    elif item and FREE.match(passage.text):
        yield Find(PriceKind.FREE_TIER, plan, "free", passage, 0, len(passage.text))
    for kind, pattern in ((PriceKind.DISCOUNT, DISCOUNT), (PriceKind.BILLING_TERM, TERM)):
        for match in pattern.finditer(passage.text):
            if passage.is_fresh(*match.span()) and len(passage.text) < 400:
                mine = None if TAXES.search(match.group(0)) else plan  # how prices are shown holds for all of them
                yield Find(kind, mine, term_unit(match.group(0)), passage, *match.span())


def plan_here(passage: Passage, company: str) -> str | None:
    """The plan by its heading; one without a name goes by its price. None where the text speaks of all plans.

    A paragraph below the last of several cards stands under that card's heading, and is not about it.
    """
    named = heading_of(passage.headings)
    of_all = EVERY_PLAN.search(passage.text) or BY_THE_YEAR.search(passage.text)
    if named == company or (passage.edit.where is Where.PARAGRAPH and of_all and not TERM.fullmatch(passage.text)):
        return None
    last = passage.headings[-1] if passage.headings else ""
    return named or (last if find_money(last) or FREE.match(last) else None)


def term_unit(words: str) -> str:
    """What a term is about, by its first word; a share of each sale is one thing, whatever its rate."""
    first = words.lower().split()[0]
    if words.lower().endswith(" minimum"):
        return "minimum"
    if TRIAL.search(words):
        return "trial"
    if first[0].isdigit() and REDUCED.search(words):
        return "off"
    return "%" if first[0].isdigit() and "%" in words and "off" not in words.lower() else first


def unit_of(text: str) -> str:
    """What is counted, by its first word: "team members" and "team access" are both of the team."""
    return text.lower().split()[0].rstrip("s,")


def paired(found: Sequence[Find]) -> Iterator[Fact]:
    """Old and new terms of one plan and unit as one fact; the rest alone. Other words for the same count are none."""
    old = [find for find in found if find.passage.side is Side.BEFORE]
    for find in (find for find in found if find.passage.side is Side.AFTER):
        before = next((one for one in old if same_term(one, find)), None)
        if before is None:
            if not boundless(find):
                yield term_fact(find, None, find.words)
            continue
        old.remove(before)
        if count_of(before) != count_of(find):
            yield term_fact(find, before.words, find.words)
    for find in old:
        if not boundless(find):
            yield term_fact(find, find.words, None)


def same_term(one: Find, other: Find) -> bool:
    """Whether both are about the same thing of the same plan; a quota rewritten in its place counts in other units."""
    if (one.kind, one.plan) != (other.kind, other.plan):
        return False
    in_place = one.kind is PriceKind.QUOTA and one.passage.edit.key == other.passage.edit.key
    return in_place or one.unit == other.unit


def count_of(find: Find) -> str:
    """What a quota counts to, "single" as "one"; of another term, its words."""
    first = find.words.casefold().removeprefix("for ").removeprefix("up to ").split()[0]
    return ONES.get(first, first) if find.kind is PriceKind.QUOTA else find.words.casefold()


def boundless(find: Find) -> bool:
    """A quota without a number on one side only says little: "unlimited alerts" is as often a turn of phrase."""
    return find.kind is PriceKind.QUOTA and count_of(find) == "unlimited"


def term_fact(find: Find, before: str | None, after: str | None) -> Fact:
    return Fact(
        type="price",
        value=Price(kind=find.kind, plan=find.plan, before=before, after=after, view=view_of(find, before, after)),
        quote=find.passage.quote(find.start, find.end),
        confidence=0.7,
    )


def renames(read: Sequence[Passage], source: Source) -> dict[str, str]:
    """Old names of plans with their new ones."""
    if source.kind is not SourceKind.PAGE or not about_prices(read, source):
        return {}
    return {one.before: one.after for one in renamed_plans(read)}


def view_of(find: Find, before: str | None, after: str | None) -> str | None:
    """Whether the term tells only how prices are shown: with tax or without."""
    both = find.kind is PriceKind.BILLING_TERM and before is not None and after is not None
    return "tax" if both and TAXES.search(find.words) else None


def headings(read: Sequence[Passage]) -> Iterator[Fact]:
    """Plans that were renamed, and headings that name a plan with amounts or quotas of this change under them."""
    pairs = renamed_plans(read)
    for one in pairs:
        quote = one.passage.quote(one.start, one.start + len(one.after))
        yield plan_fact(quote, PriceKind.PLAN_RENAMED, one.before, one.after)
    told = {name for one in pairs for name in (one.before, one.after)}
    gone, come = exchanged(read)
    swapped = {one.text for one in (*gone, *come)} if len(gone) == len(come) else set()
    under = swapped | {title for passage in read if is_offer(passage) for title in passage.headings[-1:]}
    for passage in filter(is_plan_name, read):
        if passage.text in told or passage.text not in under:
            continue
        quote = passage.quote(0, len(passage.text))
        if passage.edit.kind is EditKind.ADDED:
            yield plan_fact(quote, PriceKind.PLAN_ADDED, None, passage.text)
        elif passage.edit.kind is EditKind.REMOVED:
            yield plan_fact(quote, PriceKind.PLAN_REMOVED, passage.text, None)


def is_offer(passage: Passage) -> bool:
    if ON_REQUEST.match(passage.text.strip()) and passage.edit.where in ITEMS:
        return True
    return has_money(passage.text) or bool(passage.edit.where in ITEMS and QUOTA.match(passage.text))


def plan_fact(quote: Quote, kind: PriceKind, before: str | None, after: str | None) -> Fact:
    value = Price(kind=kind, plan=after or before, before=before, after=after)
    return Fact(type="price", value=value, quote=quote, confidence=0.75)
