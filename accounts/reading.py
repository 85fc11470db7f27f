"""One event read once for all accounts: its words, what happens, whose products, where, on what topics."""

from collections.abc import Iterable
from dataclasses import dataclass

import re2

from accounts.folding import fold
from accounts.gist import Gist, gists
from accounts.names import Mention, Names
from accounts.phrases import TELLING, Read, phrase, read, speaks_of
from accounts.places import Place, places_in
from domain.accounts import Account, Accounts, Product
from domain.events import Event
from domain.sources import SubjectKind

_BUYS = re2.compile(
    r"\b(?:acquir\w+|acquisition of|buys|buy|bought|takes over|take over|purchase of|takeover of|"
    r"rachet\w+|rachat de|ubernimmt|koopt|compra|adquiere)\b"
)
_PARENT = re2.compile(r"\([\"'“‘]*parent[\"'”’]*\)")
# "each share will be converted into the right to receive $31.50 in cash": who files this is bought.
_CASHED = re2.compile(
    r"right to receive|per share in cash|(?:will|to) become a wholly[- ]owned subsidiary|go(?:es|ing)? private"
)
_BY_A_DAY = re2.compile(
    r"^\s*by (?:\d|jan|feb|mar|apr|may|june?\b|july?\b|aug|sep|oct|nov|dec|the end|then|customers?\b)"
)
_PASSIVE = re2.compile(r"^\s*(?:by|von)\b")
# How soon (words) behind its maker's name one word can stand for a product.
_SOON = 7
# How far (characters) from "acquires" the bought one's name may stand.
_NEAR = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the linker knows of an event. `touched` maps our product's name to the words of the text that meet it;
    `met` are our products that meet any product of its rivals, `fields` what the text says of what each is for.

    `products` are rivals' products in the text, `catalogues` all that we know of each rival.
    `bought` are rivals (or rivals' products) that somebody buys; `places` limit where the event has effect.
    `hinted`: its source names topics.
    """

    event: Event
    text: str
    folded: str
    words: Read
    gists: frozenset[Gist]
    rivals: tuple[str, ...]
    named: dict[str, Mention]
    own: frozenset[str]
    bought: frozenset[str]
    buyers: frozenset[str]
    products: frozenset[str]
    catalogues: dict[str, frozenset[str]]
    touched: dict[str, str]
    met: frozenset[str]
    fields: dict[str, frozenset[str]]
    spoken: frozenset[tuple[str, ...]]
    hinted: bool
    places: tuple[Place, ...]

    def on_topic(self, topic: str) -> bool:
        """Whether the event is about this topic, or about a narrower one of the topic tree."""
        return phrase(topic).stems in self.spoken or speaks_of(self.words, topic)


def event_text(event: Event) -> str:
    """All that the event's sightings say, headline first."""
    parts = [event.headline]
    for sighting in event.sightings:
        for edit in sighting.edits:
            parts += [edit.title, *edit.path, edit.before or "", edit.after or ""]
    return _joined(parts)


def news_text(event: Event) -> str:
    """What the event's sightings newly say: the words that vanished left out, so that they are not read as news."""
    edits = [edit for sighting in event.sightings for edit in sighting.edits]
    gone = [edit.before for edit in edits if edit.after is None and edit.before]
    return _joined([event.headline if event.headline not in gone else "", *(edit.after or "" for edit in edits)])


def _joined(parts: Iterable[str]) -> str:
    """The parts less those that an earlier one already holds."""
    kept: list[str] = []
    for part in parts:
        if part and not any(part in earlier for earlier in kept):
            kept.append(part)
    return "\n".join(kept)


def read_event(event: Event, world: Accounts, names: Names) -> Reading:
    text = event_text(event)
    folded = fold(text).text
    words = read(text)
    mentions = names.find(text)
    rivals = _rivals(event, mentions)
    spoken = _spoken(event, words, world.topics)
    catalogues = _catalogues(world)
    products = _products(words, catalogues, rivals)
    bought, buyers = deal(event, folded, mentions, products)
    named = {one.subject.name: one for one in reversed(mentions) if one.subject.kind is SubjectKind.ACCOUNT}
    return Reading(
        event=event,
        text=text,
        folded=folded,
        words=words,
        gists=gists(event, fold(news_text(event)).text),
        rivals=rivals,
        named=named,
        own=_own(event, named),
        bought=bought,
        buyers=buyers,
        products=products,
        catalogues=catalogues,
        met=frozenset(one.name for one in world.us.products if any(rival in rivals for rival, _ in one.rivals)),
        touched=_touched(world.us.products, words, spoken, products, rivals),
        fields=_fields(world.us.products, words),
        spoken=spoken,
        hinted=any(sighting.topics for sighting in event.sightings),
        places=places_in(text, folded, cities(world.accounts), [(one.start, one.end) for one in mentions]),
    )


def _rivals(event: Event, mentions: Iterable[Mention]) -> tuple[str, ...]:
    found = [event.subject.name] if event.subject.kind is SubjectKind.COMPETITOR else []
    found += [sighting.subject.name for sighting in event.sightings if sighting.subject.kind is SubjectKind.COMPETITOR]
    found += [mention.subject.name for mention in mentions if mention.subject.kind is SubjectKind.COMPETITOR]
    return tuple(dict.fromkeys(found))


def _own(event: Event, named: dict[str, Mention]) -> frozenset[str]:
    """Accounts the event is about: its subject, or one named at the very beginning."""
    subjects = {event.subject, *(sighting.subject for sighting in event.sightings)}
    own = {subject.name for subject in subjects if subject.kind is SubjectKind.ACCOUNT}
    return frozenset(own | {name for name, mention in named.items() if mention.start < 160})


def _spoken(event: Event, words: Read, tree: Iterable[tuple[str, str]]) -> frozenset[tuple[str, ...]]:
    """Stems of the tree's topics that the event is about: those it names, those of its sources, all broader."""
    pairs = tuple(tree)
    hinted = {phrase(topic).stems for sighting in event.sightings for topic in sighting.topics}
    spoken = set(hinted)
    spoken |= {phrase(narrow).stems for narrow, _ in pairs if speaks_of(words, narrow)}
    while True:
        broader = {phrase(broad).stems for narrow, broad in pairs if phrase(narrow).stems in spoken}
        if broader <= spoken:
            return frozenset(spoken)
        spoken |= broader


def base_name(product: str) -> str:
    """A product's name without what is in brackets behind it (variant, plan, region)."""
    return product.partition("(")[0].strip()


def _catalogues(world: Accounts) -> dict[str, frozenset[str]]:
    """Rival -> its products that we know: those we meet and those that accounts run."""
    known = {(rival, base_name(name)) for ours in world.us.products for rival, all_ in ours.rivals for name in all_}
    known |= {
        (use.competitor, base_name(use.product)) for one in world.accounts for use in one.also_uses if use.product
    }
    found: dict[str, set[str]] = {}
    for rival, name in known:
        found.setdefault(rival, set()).add(name)
    return {rival: frozenset(names) for rival, names in found.items()}


def _products(words: Read, catalogues: dict[str, frozenset[str]], rivals: tuple[str, ...]) -> frozenset[str]:
    """Known products of rivals in the text; the longest where one holds another."""
    known = [(rival, name) for rival, names in catalogues.items() for name in names]
    found = {name for rival, name in known if _names_product(words, rival, name, rival in rivals)}
    found |= {name for rival in rivals for name in _by_one_word(words, rival, catalogues.get(rival, frozenset()))}
    return frozenset(name for name in found if not _inside_another(name, found, words))


def _names_product(words: Read, rival: str, product: str, rival_here: bool) -> bool:
    full = phrase(product)
    if words.says(full):
        return len(full.stems) > 1 or rival_here
    if len(full.stems) > 1 and words.says_short(full.stems):
        return True
    brand = {*phrase(rival).stems, full.stems[0]} if full.stems else set()
    rest = tuple(one for one in full.stems if one not in brand)
    telling = len(rest) > 1 and any(one in full.weighty for one in rest)
    return rival_here and ((telling and words.says_stems(rest)) or _last_word_as_a_name(words.text, rival, product))


def _by_one_word(words: Read, rival: str, catalogue: frozenset[str]) -> set[str]:
    """The rival's own products told by one word soon behind its name: "Papyrex: carton prices" of Papyrex Cartons."""
    brand = phrase(rival).stems
    rests = {name: phrase(name).stems[len(brand) :] for name in catalogue if phrase(name).stems[: len(brand)] == brand}
    single = {name: rest[0] for name, rest in rests.items() if len(rest) == 1 and rest[0] in phrase(name).weighty}
    soon = {one for at in words.places.get(brand[0], ()) for one in words.stems[at : at + _SOON]} if brand else set()
    return {name for name, one in single.items() if one in soon and (len(one) >= TELLING or name.split()[-1].isupper())}


def _last_word_as_a_name(text: str, rival: str, product: str) -> bool:
    """ "Stripe raises Terminal fees": the product's last word, capitalised within a sentence that names the maker."""
    first, _, last = product.rpartition(" ")
    if first.casefold() != rival.casefold() or len(last) < 5 or not last[0].isupper() or rival not in text:
        return False
    return re2.search(r"\p{Ll},? " + re2.escape(last) + r"\b", text) is not None


def _inside_another(name: str, found: Iterable[str], words: Read) -> bool:
    mine = phrase(name).stems
    for other in found:
        longer = phrase(other).stems
        inside = any(longer[at : at + len(mine)] == mine for at in range(len(longer) - len(mine) + 1))
        if len(longer) > len(mine) and inside and _count(words, mine) <= _count(words, longer):
            return True
    return False


def _count(words: Read, stems: tuple[str, ...]) -> int:
    return sum(words.stems[at : at + len(stems)] == stems for at in words.places.get(stems[0], ()))


def _touched(
    ours: Iterable[Product],
    words: Read,
    spoken: frozenset[tuple[str, ...]],
    products: frozenset[str],
    rivals: tuple[str, ...],
) -> dict[str, str]:
    """Our products the event bears on: through a rival's product it names, or through one of their topics."""
    touched: dict[str, str] = {}
    for product in ours:
        met = [base_name(name) for _, names in product.rivals for name in names if base_name(name) in products]
        topics = [one for one in product.topics if phrase(one).stems in spoken or speaks_of(words, one)]
        whole = [rival for rival, names in product.rivals if not names and rival in rivals]
        if met or topics or whole:
            touched[product.name] = (met or topics or whole)[0]
    return touched


def _fields(ours: Iterable[Product], words: Read) -> dict[str, frozenset[str]]:
    """Our product -> the telling words of what it is for (`what`, topics) that the text says."""
    found = {}
    for product in ours:
        telling = {
            one for told in (product.what, *product.topics) for one in phrase(told).weighty if len(one) >= TELLING
        }
        found[product.name] = frozenset(one for one in telling if one in words.places)
    return found


def deal(
    event: Event, folded: str, mentions: Iterable[Mention], products: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Who (or which product) is bought, and who buys, as names of companies and products.

    Reads "X acquires Y", "Y acquired by X" and a merger agreement's "(Parent)", whose counterpart files.
    """
    bought: set[str] = set()
    buyers: set[str] = set()
    companies = tuple(mentions)
    for verb in _BUYS.finditer(folded):
        after = [one.subject.name for one in companies if verb.end() <= one.start < verb.end() + _NEAR]
        before = [one.subject.name for one in companies if verb.start() - _NEAR <= one.start < verb.start()]
        tail = folded[verb.end() : verb.end() + _NEAR]
        things = {name for name in products if fold(name).text in tail}
        if _BY_A_DAY.match(tail):
            continue
        if _PASSIVE.match(tail):
            after, before, things = before[-1:], after[:1], set()
        buyers.update(before[-1:])
        bought.update({*after[:1], *things} - set(before))
    if "merger" in folded and event.subject.kind is not SubjectKind.MARKET:
        parent = [one for one in companies if "parent" in folded[one.end : one.end + 14]]
        (bought if parent or _PARENT.search(folded) or _CASHED.search(folded) else buyers).add(event.subject.name)
        buyers.update(one.subject.name for one in parent)
    return frozenset(bought - buyers), frozenset(buyers)


def cities(accounts: Iterable[Account]) -> tuple[tuple[str, str | None], ...]:
    """(folded city, country code) of every account; the code written next after a city is its country."""
    found: dict[tuple[str, str | None], None] = {}
    for places in {account.places: None for account in accounts}:
        codes = [place for place in places if is_code(place)]
        for at, place in enumerate(places):
            if not is_code(place):
                later = next((one for one in places[at + 1 :] if is_code(one)), codes[-1] if codes else None)
                found[fold(place).text, later] = None
    return tuple(found)


def is_code(place: str) -> bool:
    """Whether a place of the account file is a country code ("GB"), not a city or a country's name."""
    return len(place) == 2 and place.isalpha() and place.isupper()
