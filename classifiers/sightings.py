"""What one change says: its edits as sightings, each with tags, facts, a headline and the day it happened."""

from collections.abc import Callable, Sequence

from classifiers.address_lines import address_line
from classifiers.facts import find_facts
from classifiers.happened import happened_on
from classifiers.headlines.entries import names_a_page
from classifiers.headlines.headline import headline
from classifiers.headlines.telling import shortened
from classifiers.rulebook.loading import RuleBook
from classifiers.tagging.tags import tag
from classifiers.unpublished import unpublished, unpublished_line, unpublished_tags
from classifiers.wording.passages import passages
from domain.changes import Change, Edit, EditKind
from domain.events import Sighting
from domain.findings import Fact, Tag
from domain.keys import sighting_key
from domain.sources import Competitor, Source, SourceKind, Subject, SubjectKind

TOLD_TOGETHER = (SourceKind.PAGE, SourceKind.SITEMAP)
About = Callable[[Edit], tuple[Subject, ...]]


def sight(
    change: Change,
    source: Source,
    source_id: int,
    *,
    rules: RuleBook,
    competitors: Sequence[Competitor],
    about: About,
) -> tuple[Sighting, ...]:
    """The sightings of a change: edits of a page or sitemap together are one, each entry or record is one of its own.

    A market's record is about the companies that `about` finds in it; where there are none it is no sighting.
    An entry or record that only went away (it left a feed's window) is none either.
    """
    if source.kind in TOLD_TOGETHER:
        return tuple(
            sighting(change, source, source_id, change.edits, subject, rules, competitors)
            for subject in subjects_of(change.edits, change, about)[:1]
        )
    made = []
    for edit in change.edits:
        if source.kind is SourceKind.FEED and edit.kind is EditKind.REMOVED:
            continue
        for subject in subjects_of((edit,), change, about)[:1]:
            made.append(sighting(change, source, source_id, (edit,), subject, rules, competitors))
    return tuple(made)


def subjects_of(edits: Sequence[Edit], change: Change, about: About) -> tuple[Subject, ...]:
    """Whom the edits are about; in a market's record of a rival and an account, the rival acts and comes first."""
    if change.subject.kind is not SubjectKind.MARKET:
        return (change.subject,)
    found = dict.fromkeys(subject for edit in edits for subject in about(edit))
    return tuple(sorted(found, key=lambda subject: subject.kind is not SubjectKind.COMPETITOR))


def sighting(
    change: Change,
    source: Source,
    source_id: int,
    edits: Sequence[Edit],
    subject: Subject,
    rules: RuleBook,
    competitors: Sequence[Competitor],
) -> Sighting:
    tags, facts, line = _read(source, edits, subject, rules, competitors)
    return Sighting(
        key=sighting_key(source_id, (edit.key for edit in edits)),
        change=change.key,
        source=source.name,
        source_kind=source.kind,
        url=next((edit.link for edit in edits if edit.link), source.url),
        subject=subject,
        edits=tuple(edits),
        tags=tags,
        facts=facts,
        headline=line,
        happened_on=happened_on(edits, change.after.captured_at),
        first_seen=change.after.captured_at,
        last_confirmed=change.after.captured_at,
        seq=change.after.seq,
        topics=source.topics,
    )


def _read(
    source: Source, edits: Sequence[Edit], subject: Subject, rules: RuleBook, competitors: Sequence[Competitor]
) -> tuple[tuple[Tag, ...], tuple[Fact, ...], str]:
    """What the edits are about, what they say exactly, and the line that tells it."""
    gone = unpublished(edits)
    if gone is not None:
        return unpublished_tags(gone, source), (), shortened(unpublished_line(subject.name, gone, source))
    if source.kind is SourceKind.FEED and names_a_page(edits[0].after or edits[0].title or ""):
        return (), (), headline(subject.name, source, edits, (), ())
    read = passages(edits)
    facts = () if source.kind is SourceKind.SITEMAP else find_facts(read, source)
    tags = tag(
        read,
        facts,
        rules=rules,
        kind=source.kind,
        names=names_of(subject, competitors),
        hints=source.tags,
        address=source.url,
    )
    return tags, facts, line_of(subject.name, source, edits, tags, facts)


def line_of(name: str, source: Source, edits: Sequence[Edit], tags: Sequence[Tag], facts: Sequence[Fact]) -> str:
    """The headline; the addresses of a sitemap are no claims, and are told as addresses."""
    if source.kind is SourceKind.SITEMAP:
        return shortened(address_line(name, edits))
    return headline(name, source, edits, tags, facts)


def names_of(subject: Subject, competitors: Sequence[Competitor]) -> tuple[str, ...]:
    """The names a subject goes by."""
    known = next((competitor for competitor in competitors if competitor.name == subject.name), None)
    return (subject.name, *(known.aliases if known else ()))
