"""Named products and features that came, went or took another's place."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from classifiers.acts.certificates import CERTIFICATES
from classifiers.happenings.no_products import NOT_A_PRODUCT
from classifiers.happenings.product_doubts import rivals
from classifiers.happenings.product_sentences import told_of_products, with_version
from classifiers.wording.header_rows import columns_of, is_header_row
from classifiers.wording.money import has_money
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.changes import EditKind
from domain.content import Where
from domain.findings import Fact, ProductMove, Side
from domain.sources import Source, SourceKind, SubjectKind

ITEMS = frozenset({Where.LIST, Where.CARD, Where.TABLE, Where.HEADING, Where.LINK})
OFFERED = Pattern(
    r"(?i)\b(?:tools?|products?|features?|models?|apps?|integrations?|capabilit\w+|platforms?|"
    r"services?|solutions?|what(?:'|’)?s new|"
    r"whats new|modules?|connectors?|changelog|release notes|roadmap|plugins?|add-?ons?|apis?|"
    r"fedramp|funktionen|produkte|fonctionnalités|produits)\b"
)
VERSION = Pattern(
    r"(?i)\b(?:v?\d+(?:\.\d+)+|v\d+|[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž]+ ?\d+(?:\.\d+)?|beta|pro|"
    r"plus|max|mini|turbo)\b"
)
NOT_A_NAME = Pattern(
    r"(?i)[.!?]$|^\d|\b(?:am|pm|mon|tue|wed|thu|fri|sat|sun|o'clock|copyright|©|said|says|"
    r"customer|review|testimonial|read more|learn more)\b|[“”\"]"
)
LABELLED = Pattern(
    r"^((?i:Generally Available|Public Preview|Private Preview|Retirement|Now Available|Introducing|"
    r"Launched|Preview|In preview|New|Early access|Early Access|Coming soon|Coming Soon|Beta|Public beta|Public "
    r"Beta|Now in (?:public |private |open )?(?:beta|preview)|Just launched|Now live|Announcing|Announcement|"
    r"New release|New product|Deprecated|Deprecation|Sunset|Discontinued|End of (?:life|sale|support)|Retired|"
    r"Sneak peek|First look|Coming (?:in|this|next) [A-Za-z]{3,10}))\s*[:–—-]\s*([^\n]{3,120})"
)
# Where the name behind a label ends and a sentence about it begins.
SENTENCE = Pattern(r" (?:is|are|will|now|has|have|can) ")
SUPPORTS = Pattern(
    r" (?:now |will )?(?:supports?|offers?|includes?) ((?:[^\s,.;]+ ?){1,6}?)(?: (?:for|in|"
    r"with|to|on)\b|[,.;]|$)"
)
LABELS = {
    "retirement": "retired",
    "public preview": "previewed",
    "private preview": "previewed",
    "preview": "previewed",
    "in preview": "previewed",
    "early access": "previewed",
    "coming soon": "previewed",
    "beta": "previewed",
    "public beta": "previewed",
    "sneak peek": "previewed",
    "first look": "previewed",
    **{
        f"now in {kind}{what}": "previewed"
        for kind in ("", "public ", "private ", "open ")
        for what in ("beta", "preview")
    },
    **dict.fromkeys(("deprecated", "deprecation", "sunset", "discontinued", "retired"), "retired"),
    **dict.fromkeys(("end of life", "end of sale", "end of support"), "retired"),
}
# Labels that stand before whatever is new: what follows has to begin with a name that ends, or is described, there.
SAID_OF_ANYTHING = frozenset(
    {"new", "now available", "coming soon", "launched", "announcing", "announcement", "now live", "just launched"}
    | {"deprecated", "deprecation", "sunset", "discontinued", "retired", "sneak peek", "first look", "new release"}
    | {"end of life", "end of sale", "end of support", "new product"}
)
NAMED = Pattern(
    r"^(?:[A-ZÀ-Þ][\w®™'’+-]*|\d[\w.]*)(?: (?:[A-ZÀ-Þ\d][\w®™.'’+-]*|of|and|&))*(?:$|[.,:;!(]| (?:for|in|on|with|is|"
    r"are|now|from|by|that|–|-)\b| –)|^[A-ZÀ-Þ]?[a-zà-ÿ]+[A-ZÀ-Þ]"
)
# Pages that speak of services without offering any: terms, policies, jobs, customers, help.
ELSEWHERE = Pattern(
    r"(?i)\b(?:terms|conditions|privacy|polic(?:y|ies)|legal|cookies?|agreement|imprint|"
    r"careers?|jobs?|customers|testimonials?|"
    r"faqs?|frequently asked|contact|team|press|blog|events?|opening hours|datenschutz|agb|confidentialité)\b"
)
LONGEST_NAME = 60
LONGEST_ITEM = 100
# A feature's name ends where its description begins.
DESCRIBED = Pattern(r" (?:from|with|for|that|which|to|so|in|on|by|using)\b|[,;:–—]| - ")
# Items by the headings they stand under.
Items = dict[tuple[str, ...], list[Passage]]


def find_products(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """Replaced, added and removed items of lists of products, and launches told in titles; once each."""
    found: dict[tuple[str, str], Fact] = {}
    items = listed(read, source) if source.kind is SourceKind.PAGE else ()
    for fact in [*items, *(fact for passage in read for fact in told(passage, source))]:
        if isinstance(fact.value, ProductMove):
            found.setdefault((fact.value.name, fact.value.move), fact)
    renamed = {name for name, move in found if move == "renamed"}  # "Say hello to X, formerly Y" is told once
    return tuple(fact for (name, move), fact in found.items() if not (name in renamed and move == "launched"))


def told(passage: Passage, source: Source) -> Iterator[Fact]:
    """What a title says in a sentence; else what stands behind a label and a colon. A rival's is no news of ours."""
    company, title = source.subject.name, passage.text[: passage.title_end]
    if title and source.subject.kind is SubjectKind.COMPETITOR and rivals(title, company):
        return
    in_sentence = tuple(told_of_products(passage, company))
    yield from in_sentence or labelled(passage)


def listed(read: Sequence[Passage], source: Source) -> Iterator[Fact]:
    """What lists of products show: items that took another's place, and those that only came or only went."""
    for passage in read:
        before = passage.edit.before
        if before and took_its_place(passage, before, source):
            yield move_fact(passage, "replaced", before=row_name(before, passage))
    columns = columns_of(passage.edit for passage in read)
    read = [passage for passage in read if not is_header_row(passage.cells, columns)]
    gone, come = items_by_place(read, EditKind.REMOVED, source), items_by_place(read, EditKind.ADDED, source)
    yield from replaced(gone, come)
    yield from come_and_gone(gone, come)


def replaced(gone: Items, come: Items) -> Iterator[Fact]:
    """One item that went and one that came under the same heading."""
    for path, new in come.items():
        old = gone.get(path, [])
        if len(old) == len(new) == 1:
            yield move_fact(new[0], "replaced", before=row_name(old[0].text, old[0]))


def items_by_place(read: Sequence[Passage], kind: EditKind, source: Source) -> Items:
    """The items that came or went, by the headings they stand under."""
    found: dict[tuple[str, ...], list[Passage]] = {}
    for passage in read:
        if is_item(passage, kind, source):
            found.setdefault(passage.headings, []).append(passage)
    return found


def took_its_place(passage: Passage, before: str, source: Source) -> bool:
    """Whether a replaced item names another product than before; off a product list both need a version."""
    edit = passage.edit
    if passage.side is Side.BEFORE or edit.kind is not EditKind.REPLACED or edit.where not in ITEMS:
        return False
    old, new = row_name(before, passage), row_name(passage.text, passage)
    if CERTIFICATES.search(old) and CERTIFICATES.search(new):  # another level of a certificate is no product
        return False
    if not (names_product(old) and names_product(new) and other_name(old, new)):
        return False
    return offered(passage, source) or bool(VERSION.search(old) and VERSION.search(new))


def row_name(text: str, passage: Passage) -> str:
    """What a row of a table is about, its first cell; of another item its whole text."""
    return text.partition(" | ")[0] if passage.edit.where is Where.TABLE else text


def come_and_gone(gone: Items, come: Items) -> Iterator[Fact]:
    """Items that only came or only went, where none took another's place."""
    for here, there, move in ((come, gone, "feature_added"), (gone, come, "feature_removed")):
        for path, items in here.items():
            if not (len(items) == len(there.get(path, ())) == 1):
                yield from (move_fact(passage, move) for passage in items)


def is_item(passage: Passage, kind: EditKind, source: Source) -> bool:
    return (
        passage.edit.kind is kind
        and not passage.aside
        and passage.edit.where in ITEMS
        and names_product(item_name(passage))
        and offered(passage, source)
    )


def offered(passage: Passage, source: Source) -> bool:
    """Whether the item stands where a page lists what is offered: under such a heading, or on such an address."""
    headings = passage.headings[:-1] if passage.edit.where is Where.HEADING else passage.headings
    address = source.url.replace("-", " ").replace("/", " ").replace("_", " ")
    place = " ".join((*headings, address))
    elsewhere, offers = kind_of_place(place)
    return not elsewhere and ("product" in source.tags or offers)


@lru_cache(maxsize=1_024)  # the same few headings stand over all items of a page
def kind_of_place(words: str) -> tuple[bool, bool]:
    """Whether headings and an address speak of what offers nothing, and whether of what is offered."""
    return ELSEWHERE.search(words) is not None, OFFERED.search(words) is not None


def item_name(passage: Passage) -> str:
    """The item's text, or of a longer list item what stands before its description, and of a row its first cell."""
    text = row_name(passage.text.strip(), passage)
    if len(text) <= LONGEST_NAME or len(text) > LONGEST_ITEM or passage.edit.where is not Where.LIST:
        return text
    cut = DESCRIBED.search(text)
    return text[: cut.start()] if cut else text


def names_product(text: str) -> bool:
    """A short name with a capital or a version; no price, no sentence, no opening hours."""
    plain = text.strip()
    if not plain or len(plain) > LONGEST_NAME or len(plain.split()) > 8 or NOT_A_NAME.search(plain) or has_money(plain):
        return False
    return any(char.isupper() for char in plain)


def other_name(before: str, after: str) -> bool:
    return before.casefold().split() != after.casefold().split()


def move_fact(passage: Passage, move: str, *, before: str | None = None) -> Fact:
    name = item_name(passage)
    version = VERSION.search(name)
    start = passage.text.index(name)
    return Fact(
        type="product",
        value=ProductMove(name=name, move=move, before=before, version=version.group(0) if version else None),
        quote=passage.quote(start, start + len(name)),
        confidence=0.75,
    )


def labelled(passage: Passage) -> Iterator[Fact]:
    """What an entry's title says before a colon was launched, previewed or retired."""
    if passage.side is Side.BEFORE or not passage.title_end or passage.edit.where is not Where.ENTRY:
        return
    label = LABELLED.match(passage.text[: passage.title_end])
    gained = SUPPORTS.search(label.group(2)) if label else None
    if label and gained:  # "Preview: X now supports Y": Y is what is new
        span = label.start(2) + gained.start(1), label.start(2) + gained.end(1)
        yield Fact(
            type="product",
            value=ProductMove(name=gained.group(1), move="feature_added"),
            quote=passage.quote(*span),
            confidence=0.7,
        )
    elif label:
        if label.group(1).casefold() in SAID_OF_ANYTHING and not (
            NAMED.search(label.group(2)) and not NOT_A_PRODUCT.search(label.group(2))
        ):
            return
        rest = SENTENCE.split(label.group(2))[0] if SENTENCE.search(label.group(2)) else label.group(2)
        name, version = with_version(rest.strip().rstrip("."), "retired")
        start = label.start(2)
        yield Fact(
            type="product",
            value=ProductMove(name=name, move=move_of(label.group(1)), version=version),
            quote=passage.quote(start, start + len(rest.rstrip())),
            confidence=0.7,
        )


def move_of(label: str) -> str:
    """What a label says of what stands behind it; "Coming in March" is a preview."""
    return LABELS.get(label.lower(), "previewed" if label.lower().startswith("coming ") else "launched")
