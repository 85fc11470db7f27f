"""What a page or register says now, without any change: its prices, people, certificates and open roles."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from classifiers.acts.certificates import CERTIFICATES, certificates, happened
from classifiers.happenings.openings import find_openings
from classifiers.headlines.fact_names import called, tells_prices
from classifiers.people.team import is_team_page, team
from classifiers.prices.finder import find_prices
from classifiers.prices.labels import GENERIC, NO_PLAN, heading_of
from classifiers.prices.offers import FREE, ON_REQUEST, offers
from classifiers.wording.money import find_money
from classifiers.wording.page_names import page_name
from classifiers.wording.passages import Passage, passages
from classifiers.wording.patterns import Pattern
from domain.changes import Edit, EditKind
from domain.content import Block, Extraction, Record, Where
from domain.findings import Fact, Price, PriceKind, Quote, Regulation, Side
from domain.sources import Source, SourceKind

LABELS = frozenset({Where.PARAGRAPH, Where.CARD})
LABEL = Pattern(r"^\p{Lu}[\pL\d+&'’.-]*(?: [\pL\d+&'’.-]+){0,3}$")
INVITE_LIST = (
    "see choose get start buy try sign view learn compare contact switch save billed select join book call read "
    "change update manage cancel add download request subscribe upgrade downgrade thank pay renew"
)
INVITES = frozenset(INVITE_LIST.split())
# What stands between a plan's name and its price at most: a badge, a line about whom it is for.
LOOK_AHEAD = 3
TRUST = Pattern(r"(?i)\b(?:trust|security|compliance|certificat\w*|privacy|sicherheit|zertifi\w*|sécurité|seguridad)\b")
SHORT = 80
# A level alone may stand in a sentence about somebody else's certificate, or about one that is only hoped for.
HELD = Pattern(
    r"(?i)\b(?:authori[sz]ed|authori[sz]ation|certified|accredited|attest\w*|achieved|received|completed|obtained|earned|"
    r"compliant|hold|holds|maintain\w*|audited|zertifiziert|certifiée?s?|certificad[oa]s?)\b"
)
NEAR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A fact that stands in one block or record now; `edit` shows that as if all of it were new."""

    fact: Fact
    edit: Edit


def present_facts(extraction: Extraction, source: Source) -> tuple[Stated, ...]:
    """The facts of an answer as it stands; a feed tells news and no state, and has none."""
    if source.kind is SourceKind.FEED:
        return ()
    edits = record_edits(extraction.records) if extraction.records else block_edits(extraction.blocks)
    by_key = {edit.key: edit for edit in edits}
    read = passages(edits)
    found = [*people_now(read, source), *certificates_now(read, source), *find_openings(read, source)]
    page = page_name(source, edits)
    if tells_prices(page, source):
        found += called(list(prices_now(read, source)), edits, page)
    return tuple(Stated(fact=fact, edit=by_key[fact.quote.edit]) for fact in found)


def prices_now(read: Sequence[Passage], source: Source) -> Iterator[Fact]:
    """Every amount that is an offer, every plan that is free, and every plan whose price is told on request."""
    amounts = in_force([fact for fact in find_prices(read, source) if isinstance(fact.value, Price)])
    yield from amounts
    priced = {fact.value.plan for fact in amounts if isinstance(fact.value, Price)}
    for passage in (one for one in read if not one.aside):
        for offer in offers(passage, source):
            heading = passage.edit.where is Where.HEADING and FREE.match(passage.text)  # a plan that is called Free
            if offer.plan and not heading and not offer.money.amount and offer.plan not in priced:
                priced.add(offer.plan)
                quote = passage.quote(offer.start, offer.money.stop)
                yield without_amount(PriceKind.FREE_TIER, offer.plan, quote, Decimal(0))
    for passage in (one for one in read if not one.aside and one.edit.where is not Where.HEADING):
        plan = heading_of(passage.headings)
        if plan and plan not in priced and ON_REQUEST.match(passage.text.strip()):
            priced.add(plan)
            yield without_amount(PriceKind.AMOUNT, plan, passage.quote(0, len(passage.text)), None)


def in_force(found: Sequence[Fact]) -> list[Fact]:
    """The amounts without those that a plan is to have from some day on, beside the one it has."""
    now = {
        (price.plan, price.period, price.charge)
        for fact in found
        if isinstance(price := fact.value, Price) and price.amount_after is not None and not price.effective_on
    }
    return [
        fact
        for fact in found
        if isinstance(price := fact.value, Price)
        and price.kind in (PriceKind.AMOUNT, PriceKind.DISCOUNT)
        and not (price.effective_on and (price.plan, price.period, price.charge) in now)
    ]


def without_amount(kind: PriceKind, plan: str, quote: Quote, amount: Decimal | None) -> Fact:
    """A plan that is free (an amount of nothing), or whose amount is not told."""
    value = Price(kind=kind, plan=plan, after=quote.text.strip(), amount_after=amount)
    return Fact(type="price", value=value, quote=quote, confidence=0.7)


def people_now(read: Sequence[Passage], source: Source) -> Iterator[Fact]:
    if is_team_page(read, source):
        yield from {fact.value: fact for fact in team(read, Side.AFTER, source.subject.name)}.values()


def certificates_now(read: Sequence[Passage], source: Source) -> Iterator[Fact]:
    """Certificates with a word that says they are held; on a page about trust a short line alone says so."""
    address = source.url.replace("-", " ").replace("/", " ").replace("_", " ")
    about_trust = TRUST.search(address) is not None
    found: dict[tuple[str | None, str | None, str | None], Fact] = {}
    for passage in (one for one in read if not one.aside):
        facts = [fact for fact in certificates(passage, source) if not is_lost(fact) and says_held(passage, fact.quote)]
        if not facts and len(passage.text) <= SHORT and (about_trust or TRUST.search(" ".join(passage.headings))):
            named = CERTIFICATES.finditer(passage.text)
            facts = [bare_certificate(passage, one) for one in named if is_held(passage, one, source)]
        for fact in facts:
            if isinstance(fact.value, Regulation):
                found.setdefault((fact.value.name, fact.value.level, fact.value.product), fact)
    levelled = {name for name, level, _ in found if level}
    yield from (fact for (name, level, _), fact in found.items() if level or name not in levelled)


def is_lost(fact: Fact) -> bool:
    return isinstance(fact.value, Regulation) and fact.value.what == "certification lost"


def is_held(passage: Passage, match: Any, source: Source) -> bool:
    return happened(passage, match.span(), source) == "certification"


def says_held(passage: Passage, quote: Quote) -> bool:
    """Whether words near a certificate's name say that it is held; in a register every record is."""
    near = passage.text[max(0, quote.start - NEAR) : quote.end + NEAR]
    return passage.edit.where is Where.RECORD or HELD.search(near) is not None


def bare_certificate(passage: Passage, match: Any) -> Fact:
    value = Regulation(what="certification", name=match.group(1), level=match.group(2))
    return Fact(type="regulation", value=value, quote=passage.quote(*match.span()), confidence=0.6)


def record_edits(records: Sequence[Record]) -> tuple[Edit, ...]:
    """The records that the source wants, each as one that came."""
    return tuple(
        Edit(
            key=f"record {number}",
            kind=EditKind.ADDED,
            where=Where.RECORD,
            path=(record.key, record.title),
            before=None,
            after="\n".join([record.title, *(f"{cell.header}: {cell.text}" for cell in record.fields)]),
            cells_after=record.fields,
            title=record.title,
            link=record.link,
            names=record.names,
        )
        for number, record in enumerate(records)
        if record.wanted
    )


def block_edits(blocks: Sequence[Block]) -> tuple[Edit, ...]:
    """The content blocks of a page, each as one that came, under the plan's name where that is no heading."""
    content = [block for block in blocks if not block.chrome]
    return tuple(
        Edit(
            key=f"block {number}",
            kind=EditKind.ADDED,
            where=block.where,
            path=block.path,
            before=None,
            after=block.text,
            cells_after=block.cells,
        )
        for number, block in enumerate(under_labels(content))
    )


def under_labels(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with a plan's name as innermost heading, where a short line stands as one above its price.

    A second short line before the price describes the plan and names no other.
    """
    prices = Counter(block.path for block in blocks if says_price(block.text))
    label: tuple[tuple[str, ...], str] | None = None
    priced = False
    for number, block in enumerate(blocks):
        if prices[block.path] < 2:  # the heading above names the plan
            yield block
            continue
        if label and (block.path != label[0] or block.where is Where.HEADING):
            label = None
        if (label is None or priced) and names_a_plan(block, blocks[number + 1 : number + 1 + LOOK_AHEAD]):
            label, priced = (block.path, block.text), False
            yield block
        else:
            priced = priced or says_price(block.text)
            yield replace(block, path=(*block.path, label[1])) if label else block


def names_a_plan(block: Block, following: Sequence[Block]) -> bool:
    """Whether a line is a short name, and a price stands alone soon after it under the same headings."""
    if (
        block.where not in LABELS
        or block.links
        or block.text.endswith(".")
        or not LABEL.match(block.text)
        or GENERIC.match(block.text)
    ):
        return False
    if find_money(block.text) or says_price(block.text) or block.text.split()[0].lower() in NO_PLAN | INVITES:
        return False
    for one in following:
        if one.path != block.path or one.where is Where.HEADING:
            return False
        if says_price(one.text):
            return True
    return False


def says_price(text: str) -> bool:
    """Whether the line is a price and nothing more: an amount, "Free" or "Contact sales"."""
    money = find_money(text)
    if money:
        return money[0].start <= 8 and len(text) <= SHORT
    return FREE.match(text) is not None or ON_REQUEST.match(text) is not None
