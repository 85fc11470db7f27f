"""Sightings of one happening made into one event, which keeps its id for as long as it has a known edit."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from classifiers.headlines.phrases import opening_line
from classifiers.likeness import Traits, same_happening, traits
from classifiers.translations import words_of
from classifiers.wording.tongues import ENGLISH, tongue
from domain.events import Event, Sighting
from domain.findings import Fact, Opening, Tag, TagName
from domain.sources import SourceKind


def group(
    sightings: Sequence[Sighting], known: Mapping[str, tuple[str, ...]], mint: Callable[[], str]
) -> tuple[Event, ...]:
    """Events in the order of their first sighting. `known` maps event ids to edit keys; `mint` gives new ids.

    Sightings whose edits belong to different known events stay apart: an id once given is never merged silently.
    """
    owner = {key: event for event, keys in known.items() for key in keys}
    clusters: list[list[Traits]] = []
    near: dict[object, list[int]] = defaultdict(list)  # by subject and by event: nothing else can make two one
    for sighting in sorted(sightings, key=lambda one: (one.seq, one.key)):
        marks = (sighting.subject, *owners((sighting,), owner))
        possible = sorted({at for mark in marks for at in near[mark]})
        read = traits(sighting)
        home = next((at for at in possible if belongs(read, clusters[at], owner)), None)
        if home is None:
            home = len(clusters)
            clusters.append([])
        clusters[home].append(read)
        for mark in marks:
            near[mark].append(home)
    taken: set[str] = set()
    told = [[one.sighting for one in cluster] for cluster in clusters]
    return tuple(event(cluster, event_id(cluster, owner, taken, mint)) for cluster in told)


def belongs(one: Traits, cluster: Sequence[Traits], owner: Mapping[str, str]) -> bool:
    mine, theirs = owners((one.sighting,), owner), owners([other.sighting for other in cluster], owner)
    if mine and theirs:
        return bool(mine & theirs)
    return any(same_happening(one, other) for other in cluster)


def owners(cluster: Sequence[Sighting], owner: Mapping[str, str]) -> set[str]:
    return {owner[edit.key] for sighting in cluster for edit in sighting.edits if edit.key in owner}


def event_id(cluster: Sequence[Sighting], owner: Mapping[str, str], taken: set[str], mint: Callable[[], str]) -> str:
    """The known id of the earliest edit that has one and is not used yet, else a new one."""
    for sighting in cluster:
        for edit in sighting.edits:
            found = owner.get(edit.key)
            if found is not None and found not in taken:
                taken.add(found)
                return found
    return mint()


def event(cluster: Sequence[Sighting], identity: str) -> Event:
    lead = cluster[0]
    facts = distinct(cluster)
    openings = [fact.value for fact in facts if isinstance(fact.value, Opening)]
    pattern = len(cluster) > 1 and openings and len(openings) == len(facts)
    return Event(
        id=identity,
        subject=lead.subject,
        headline=opening_line(lead.subject.name, openings) if pattern else line_of(cluster),
        sightings=tuple(cluster),
        tags=strongest(cluster),
        facts=facts,
        happened_on=min((s.happened_on for s in cluster if s.happened_on), default=None),
        first_seen=min(sighting.first_seen for sighting in cluster),
        last_confirmed=max(sighting.last_confirmed for sighting in cluster),
    )


def line_of(cluster: Sequence[Sighting]) -> str:
    """The first sighting's headline; of entries in several languages that of the first in English."""
    feeds = [seen for seen in cluster if seen.source_kind is SourceKind.FEED]
    if len(feeds) < len(cluster) or len(cluster) == 1 or tongue(words_of(cluster[0])) in (ENGLISH, None):
        return cluster[0].headline
    return next((seen.headline for seen in feeds if tongue(words_of(seen)) == ENGLISH), cluster[0].headline)


def strongest(cluster: Sequence[Sighting]) -> tuple[Tag, ...]:
    best: dict[TagName, Tag] = {}
    for tag in (tag for sighting in cluster for tag in sighting.tags):
        if tag.tag not in best or tag.confidence > best[tag.tag].confidence:
            best[tag.tag] = tag
    return tuple(sorted(best.values(), key=lambda tag: -tag.confidence))


def distinct(cluster: Sequence[Sighting]) -> tuple[Fact, ...]:
    """Facts once each, by what they say; openings of one role and place are added up."""
    facts: dict[object, Fact] = {}
    for fact in (fact for sighting in cluster for fact in sighting.facts):
        value = fact.value
        if isinstance(value, Opening):
            key: object = (value.role.casefold(), value.place)
            known = facts.get(key)
            if known is not None and isinstance(known.value, Opening):
                facts[key] = added_up(known, known.value, value)
                continue
            facts[key] = fact
        else:
            facts.setdefault(value, fact)
    return tuple(facts.values())


def added_up(fact: Fact, one: Opening, other: Opening) -> Fact:
    value = Opening(role=one.role, place=one.place, count=one.count + other.count, function=one.function)
    return Fact(type=fact.type, value=value, quote=fact.quote, confidence=fact.confidence, part=fact.part)
