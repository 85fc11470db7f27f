"""An event in words: a few for the subject line, and one sentence with what stood before and what stands now."""

import re
from collections.abc import Sequence

from digest import phrases
from digest.phrases import of_type
from digest.records import with_fields
from digest.short_forms import SHORT_FORMS
from digest.terms import terms
from digest.words import MONTHS, capital, clip, count_words, counted
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.events import Event
from domain.findings import Appointment, Fact, Figure, Opening, Partnership, Price, ProductMove, Regulation, TagName
from domain.keys import host_of
from domain.sources import SourceKind, SubjectKind

FULL_TITLE = 5
PLACE_WORDS = 6
SHOWN_EDITS = 2
EXCERPT = 12
LEADING_EDITS = 1
LEADING = (Where.TITLE, Where.HEADING, Where.LIST, Where.CARD, Where.TABLE)
# Headings that say what kind of section it is and not of what.
GENERIC = ("pricing", "prices", "plans", "overview", "features", "details", "plans and pricing", "pricing and plans")
HEAVY = 25
WORD = re.compile(r"[^\W\d_]+")
MONTH_STARTS = tuple(month.casefold() for month in MONTHS)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
FEW = 7


def sentence(event: Event) -> str:
    """One sentence, ending in a full stop.

    A page speaks through its facts and edits; an entry or a record has its own title, and facts that it lacks.
    """
    if event.sightings[0].source_kind is SourceKind.PAGE:
        said = _page(event)
    elif len(of_type(event.facts, Figure)) > 1:
        said = _results(event)
    elif of_type(event.facts, Opening):
        said = f"{_who(event)} hires: {phrases.openings(of_type(event.facts, Opening))}"
    else:
        said = _titled(event)
    said = said.rstrip(". ")
    return f"{said if said.startswith(_who(event)) else capital(said)}."


def short(event: Event, most: int) -> str:
    """The headline in at most `most` characters: whole, up to a semicolon, of a page by its facts, else cut."""
    title = headline(event)
    candidates = [title, title.partition("; ")[0]]
    if event.sightings[0].source_kind is SourceKind.PAGE:
        candidates += [text for write in SHORT_FORMS for text in write(_who(event), event.facts)]
    fitting = [text for text in candidates if text and len(text) <= most]
    return fitting[0] if fitting else cut(title, most)


def cut(text: str, most: int) -> str:
    """The text in at most `most` characters, cut between words."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–") + "…"


def headline(event: Event) -> str:
    """The event's headline without a company in front that it names anyway."""
    start, colon, rest = event.headline.partition(": ")
    quoted = rest.startswith("“")
    doubled = colon and not quoted and start == event.subject.name and start.casefold() in rest.casefold()
    return rest if doubled else event.headline


def _who(event: Event) -> str:
    return event.subject.name


def _page(event: Event) -> str:
    """The first fact, terms of contract and use, other facts; then what else was edited: named where it leads, else
    counted. One page's headline where neither facts nor terms speak."""
    sighting = event.sightings[0]
    weighty = [edit for edit in sighting.edits if not edit.minor] or list(sighting.edits)
    said = _facts(event, weighty)
    binding = _unsaid(event, terms(sighting.edits), "; ".join(said))
    if not said and not binding and len(event.sightings) == 1:
        return headline(event)  # it names page, section and words, and counts the other edits
    said = [*said[:1], *(excerpt(edit) for edit in binding), *said[1:]]
    rest = [edit for edit in _rest(event, weighty, "; ".join(said)) if edit not in binding]
    leading = [edit for edit in rest if edit.where in LEADING]
    named = _telling(leading, LEADING_EDITS) if said else _telling(rest, SHOWN_EDITS)
    said += [excerpt(edit) for edit in named]
    named += binding
    smaller = sum(edit not in named for edit in (*rest, *_beside_prices(event, weighty, "; ".join(said))))
    smaller += sum(edit not in weighty and edit not in named for edit in sighting.edits)
    if smaller:
        said.append(counted(smaller, "smaller edit"))
    return f"{_where(event, weighty)}: {'; '.join(said)}" if said else headline(event)


def _rest(event: Event, edits: Sequence[Edit], said: str) -> list[Edit]:
    """The edits that no fact speaks for: neither its own words nor, with prices, the text of the same section."""
    sections = _priced(event, edits)
    return [edit for edit in _unsaid(event, edits, said) if edit.path not in sections]


def _beside_prices(event: Event, edits: Sequence[Edit], said: str) -> list[Edit]:
    """What was replaced in a section with prices, and is not said; what came or went there belongs to its prices."""
    sections = _priced(event, edits)
    return [edit for edit in _unsaid(event, edits, said) if edit.path in sections and edit.before and edit.after]


def _unsaid(event: Event, edits: Sequence[Edit], said: str) -> list[Edit]:
    quoted = {fact.quote.edit for fact in event.facts}
    lower = said.casefold()
    return [
        edit for edit in edits if edit.key not in quoted and (edit.after or edit.before or "").casefold() not in lower
    ]


def _priced(event: Event, edits: Sequence[Edit]) -> set[tuple[str, ...]]:
    """The heading paths of the edits that prices were read from."""
    priced = {fact.quote.edit for fact in event.facts if isinstance(fact.value, Price)}
    return {edit.path for edit in edits if edit.key in priced}


def _telling(edits: Sequence[Edit], most: int) -> list[Edit]:
    """The edits that change most words, in page order; dates and numbers alone count for nothing."""
    heaviest = sorted(edits, key=_weight, reverse=True)[:most]
    return [edit for edit in edits if edit in heaviest]


def _weight(edit: Edit) -> int:
    changed = [word.text for word in edit.words if word.op != "same"] or [edit.before or "", edit.after or ""]
    words = {word for text in changed for word in WORD.findall(text.casefold()) if word[:3] not in MONTH_STARTS}
    return min(len(words), HEAVY)


def site_pages(event: Event) -> int:
    """On how many pages of one site an event was seen; 0 where other sources, or other sites, tell it too."""
    pages = {sighting.source for sighting in event.sightings if sighting.source_kind is SourceKind.PAGE}
    every = {sighting.source for sighting in event.sightings}
    one_site = len({host_of(sighting.url) for sighting in event.sightings}) == 1
    return len(pages) if pages == every and one_site else 0


def _where(event: Event, edits: Sequence[Edit]) -> str:
    who = _who(event)
    # The same edits under other headings: a site's edit, and no page's.
    many = site_pages(event) > 1 and len({sighting.edits[0].path for sighting in event.sightings}) > 1
    place = f"{site_pages(event)} pages" if many else _place(edits)
    if not place or who.casefold() in place.casefold():
        return place or who
    return f"{who}, “{place}”" if "," in place else f"{who}, {place}"


def _facts(event: Event, edits: Sequence[Edit]) -> list[str]:
    """The facts' phrases in the order of the event's tags, so that the leading tag is said first."""
    facts = event.facts
    said = {
        TagName.PRICING: phrases.prices(of_type(facts, Price), _stood(edits)),
        TagName.PRODUCT: phrases.products(of_type(facts, ProductMove)),
        TagName.REGULATORY: _quoted(facts, edits) or phrases.regulations(of_type(facts, Regulation), ""),
        TagName.EXECUTIVE: phrases.appointments(of_type(facts, Appointment)),
        TagName.PARTNERSHIP: phrases.partnerships(of_type(facts, Partnership)),
        TagName.FINANCIAL: phrases.figures(of_type(facts, Figure)),
        TagName.HIRING: phrases.openings(of_type(facts, Opening)),
    }
    first = [tag.tag for tag in event.tags if tag.tag in said]
    return [said[tag] for tag in dict.fromkeys((*first, *said)) if said[tag]]


def _stood(edits: Sequence[Edit]) -> str:
    """The first sentence of the one text that went away where prices came, such as “Contact us for a quote”."""
    gone = [edit.before for edit in edits if edit.before and edit.kind is EditKind.REMOVED]
    return clip(SENTENCE_END.split(gone[0], maxsplit=1)[0], EXCERPT) if len(gone) == 1 else ""


def _quoted(facts: Sequence[Fact], edits: Sequence[Edit]) -> str:
    """What a page now says of its certificates, in its own words, with those before where they were replaced."""
    said = []
    for fact in facts:
        edit = next((edit for edit in edits if edit.key == fact.quote.edit), None)
        if isinstance(fact.value, Regulation) and edit is not None:
            said.append(excerpt(edit))
    return "; ".join(dict.fromkeys(said[:SHOWN_EDITS]))


def excerpt(edit: Edit) -> str:
    """`“old” → “new”` around the words that differ, `new: “…”` or `gone: “…”`."""
    if edit.before and edit.after:
        old, new = _differing(edit)
        if old and new:
            return f"{_quote(old)} → {_quote(new)}"
        return f"new: {_quote(new)}" if new else f"gone: {_quote(old)}"
    if edit.after:
        return f"new: {_quote(edit.title or edit.after)}"
    return f"gone: {_quote(edit.title or edit.before or '')}"


def _quote(text: str) -> str:
    return f"“{clip(text, EXCERPT).strip(' ,;:')}”"


def _differing(edit: Edit) -> tuple[str, str]:
    """Both sides from the first differing word to the last, whole where they are short or not aligned."""
    before, after = edit.before or "", edit.after or ""
    changed = [place for place, word in enumerate(edit.words) if word.op != "same"]
    if not changed or max(count_words(before), count_words(after)) <= FEW:
        return before, after
    middle = edit.words[changed[0] : changed[-1] + 1]
    old = " ".join(word.text for word in middle if word.op != "added")
    new = " ".join(word.text for word in middle if word.op != "removed")
    return old, new


def _place(edits: Sequence[Edit]) -> str:
    """The deepest heading that all the edits stand under, where it is short enough to be a name."""
    paths = [edit.path for edit in edits if edit.path]
    shared: list[str] = []
    for level in zip(*paths, strict=False):
        if len(set(level)) > 1:
            break
        shared.append(level[0])
    names = [name for name in reversed(shared) if 0 < len(name.split()) <= PLACE_WORDS]
    return next((name for name in names if name.casefold().strip(" .!") not in GENERIC), names[0] if names else "")


def _results(event: Event) -> str:
    found = of_type(event.facts, Figure)
    period = next((figure.period for figure in found if figure.period), "")
    return f"{' '.join(part for part in (_who(event), period) if part)}: {phrases.figures(found)}"


def _titled(event: Event) -> str:
    """An entry's title as it stands; a record's facts where its title says little, with the field that says most."""
    said = headline(event)
    if count_words(said) < FULL_TITLE:
        whose = _who(event) if event.subject.kind is not SubjectKind.MARKET else ""
        made = phrases.regulations(of_type(event.facts, Regulation), whose)
        made = made or phrases.appointments(of_type(event.facts, Appointment))
        said = made or phrases.partnerships(of_type(event.facts, Partnership)) or said
    return with_fields(event, said)
