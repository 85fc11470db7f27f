"""One event read once for all accounts: its words, what happens, whose products, where, on what topics."""

from collections.abc import Iterable
from dataclasses import dataclass

from accounts.naming.finder import Mention, Names
from accounts.places.finder import Place
from accounts.reading.deals import deal
from accounts.reading.directory import Directory, base_name
from accounts.reading.gist import Gist, gists
from accounts.reading.ideas import ideas_in, speaks_by_another_name
from accounts.reading.offers import products_in
from accounts.texts.folding import fold
from accounts.texts.phrases import TELLING, Read, phrase, read, speaks_of
from domain.accounts import Product
from domain.events import Event
from domain.sources import SubjectKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the linker knows of an event. `touched` maps our product's name to the words of the text that meet it;
    `met` are our products that meet any product of its rivals, `fields` what the text says of what each is for.

    `products` are rivals' products in the text, `catalogues` all that we know of each rival.
    `our_topics`: the stems of each topic of our products -> whether the text is on it.
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
    our_topics: dict[tuple[str, ...], bool]
    spoken: frozenset[tuple[str, ...]]
    hinted: bool
    places: tuple[Place, ...]

    def on_topic(self, topic: str) -> bool:
        """Whether the event is about this topic, or about a narrower one of the topic tree."""
        return _says(self.words, self.spoken, topic)


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
    held = ""  # all that is kept as one text: looked through at once, for hundreds of edits have hundreds of parts
    for part in dict.fromkeys(parts):  # the same headings stand over many edits
        if part and not (part in held and any(part in earlier for earlier in kept)):
            kept.append(part)
            held += "\n" + part
    return held[1:]


def read_event(event: Event, directory: Directory, names: Names) -> Reading:
    world = directory.world
    text = event_text(event)
    folded = fold(text).text
    words = read(text)
    mentions = names.find(text)
    rivals = _rivals(event, mentions)
    said = ideas_in(words)
    spoken = _spoken(event, words, said, directory)
    speaker = event.subject.name if event.subject.kind is SubjectKind.COMPETITOR else None
    products = products_in(words, directory, rivals, speaker)
    bought, buyers = deal(event, folded, mentions, products)
    happening = gists(event, fold(news_text(event)).text)
    named = {one.subject.name: one for one in reversed(mentions) if one.subject.kind is SubjectKind.ACCOUNT}
    return Reading(
        event=event,
        text=text,
        folded=folded,
        words=words,
        gists=happening,
        rivals=rivals,
        named=named,
        own=_own(event, named),
        bought=bought,
        buyers=buyers,
        products=products,
        catalogues=directory.catalogues,
        met=frozenset(one.name for one in world.us.products if any(rival in rivals for rival, _ in one.rivals)),
        touched=_touched(world.us.products, words, spoken, products, rivals),
        fields=_fields(world.us.products, words),
        our_topics={phrase(one).stems: _says(words, said, one) for ours in world.us.products for one in ours.topics},
        spoken=spoken,
        hinted=any(sighting.topics for sighting in event.sightings),
        places=directory.gazetteer.places(
            text, folded, [(one.start, one.end) for one in mentions], hiring=Gist.HIRES in happening
        ),
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


def _spoken(
    event: Event, words: Read, said: frozenset[tuple[str, ...]], directory: Directory
) -> frozenset[tuple[str, ...]]:
    """Stems of the topics that the event is about: those it names or has `said`, those of its sources, all broader."""
    spoken = set(said)
    spoken |= {phrase(topic).stems for sighting in event.sightings for topic in sighting.topics}
    spoken |= {phrase(narrow).stems for narrow in directory.tree.near(words) if speaks_of(words, narrow)}
    waiting = list(spoken)
    while waiting:
        fresh = directory.broader.get(waiting.pop(), set()) - spoken
        spoken |= fresh
        waiting += fresh
    return frozenset(spoken)


def _says(words: Read, spoken: frozenset[tuple[str, ...]], topic: str) -> bool:
    return speaks_of(words, topic) or speaks_by_another_name(words, spoken, topic)


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
        topics = [one for one in product.topics if _says(words, spoken, one)]
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
