"""What rules did and would do on stored history: how often each fired, how often it was right, what an edit changes."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import classifiers
from classifiers.rulebook.records import Rule
from classifiers.sightings import names_of
from classifiers.trying.explaining import Reasons, explain
from classifiers.trying.lacking import lacking
from domain.changes import Change, Edit, EditKind
from domain.content import Where
from domain.events import Sighting
from domain.findings import Tag, TagName
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from domain.verdicts import BY_ANALYST, AnalystVerdict, Standing, held, truth
from domain.verdicts import retagged as corrected
from pipeline.detecting.detection import sight
from pipeline.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many of the judged were right; nobody knows of the rest."""

    right: int = 0
    judged: int = 0

    @property
    def precision(self) -> float | None:
        return self.right / self.judged if self.judged else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often a rule helped to give its tag in stored history, and how often analysts found that tag right.

    `wrong` are the keys of the edits it was wrong about, newest first.
    """

    fired: int = 0
    score: Score = Score()
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Retagged:
    """A sighting to which other rules give other tags, or the same with another confidence."""

    change: Change
    sighting: Sighting
    added: tuple[Tag, ...]
    removed: tuple[Tag, ...]
    reweighed: tuple[tuple[Tag, Tag], ...]  # as stored, and as now


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """Stored history tagged again: what differs, by sighting and by rule, and the precision before and after.

    `reweighed` are sightings with the same tags, of which one has another confidence. `left_out` names sources that
    sources.yaml no longer has: how they were to be read is not known.
    """

    changes: int
    sightings: int
    retagged: tuple[Retagged, ...]
    reweighed: tuple[Retagged, ...]
    gained: Mapping[str, int]
    lost: Mapping[str, int]
    before: Mapping[TagName, Score]
    after: Mapping[TagName, Score]
    left_out: tuple[str, ...]


def tallies(world: World) -> dict[str, Tally]:
    """Of every rule that ever helped to give a tag, by its id."""
    standing = Standing(world.archive.verdicts.standing())
    fired: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong: defaultdict[str, list[str]] = defaultdict(list)
    for sighting in world.archive.derived.sightings(corrected=False):
        about = standing.about(sighting)
        for tag in sighting.tags:
            said = truth(tag.tag, about)
            for rule in witnesses(tag):
                fired[rule] += 1
                judged[rule] += said is not None
                right[rule] += said is True
                if said is False:
                    wrong[rule].insert(0, sighting.edits[0].key)
    return {
        rule: Tally(fired=fired[rule], score=Score(right=right[rule], judged=judged[rule]), wrong=tuple(wrong[rule]))
        for rule in fired
    }


def missed(world: World) -> dict[TagName, tuple[str, ...]]:
    """The tags that analysts gave or found right and no rule gives, each with the keys of the edits, newest first."""
    standing = Standing(world.archive.verdicts.standing())
    found: defaultdict[TagName, list[str]] = defaultdict(list)
    for sighting in world.archive.derived.sightings(corrected=False):
        have = {tag.tag for tag in sighting.tags}
        for tag in held(standing.about(sighting)):
            if tag not in have:
                found[tag].insert(0, sighting.edits[0].key)
    return {tag: tuple(found[tag]) for tag in TagName if tag in found}


def witnesses(tag: Tag) -> tuple[str, ...]:
    """The rules that agreed on a tag; of one that an earlier version stored, only the strongest is known."""
    return tag.rules or (tag.rule,)


def reasons(world: World, edits: Sequence[Edit], source: Source) -> Reasons:
    """What the rules of now say of edits at a source; its subject is whom they are about."""
    return explain(edits, source, rules=world.rules, names=names_in(world, source))


def lacks(world: World, rule: Rule, edits: Sequence[Edit], source: Source) -> str:
    """What one rule misses in edits that it does not fire on."""
    return lacking(rule, edits, source, rules=world.rules, names=names_in(world, source))


def names_in(world: World, source: Source) -> tuple[str, ...]:
    return names_of(source.subject, world.configuration.sources.competitors)


def backtest(world: World, rules: classifiers.RuleBook, since: datetime) -> Backtest:
    """Tag every change seen since then again by these rules, beside the tags that are stored. Writes nothing.

    What differs is what readers would see: a tag that an analyst gave, took or found right stays as it was said.
    """
    trial = replace(world, rules_read=lambda: rules)
    standing = Standing(world.archive.verdicts.standing())
    retagged: list[Retagged] = []
    reweighed: list[Retagged] = []
    before: dict[TagName, Score] = {}
    after: dict[TagName, Score] = {}
    changes = world.archive.derived.changes(since=since)
    known = {source.name: source for source in world.sources}
    seen = 0
    for change in changes:
        if change.source not in known:
            continue
        for old, new in pairs(trial, known[change.source], change):
            seen += 1
            scored(before, old.tags, standing.about(old))
            scored(after, new.tags, standing.about(old))
            one = compared(change, corrected(old, standing), corrected(new, standing))
            retagged += [one] if one.added or one.removed else []
            reweighed += [one] if one.reweighed and not (one.added or one.removed) else []
    return Backtest(
        changes=len(changes),
        sightings=seen,
        retagged=tuple(retagged),
        reweighed=tuple(reweighed),
        gained=Counter(rule for one in retagged for tag in one.added for rule in witnesses(tag)),
        lost=Counter(rule for one in retagged for tag in one.removed for rule in witnesses(tag)),
        before=before,
        after=after,
        left_out=tuple(dict.fromkeys(change.source for change in changes if change.source not in known)),
    )


def pairs(trial: World, source: Source, change: Change) -> Iterator[tuple[Sighting, Sighting]]:
    """Each sighting of a change as stored, and as the rules of now make it."""
    made = {one.key: one for one in sight(trial, source, change)}
    for old in trial.archive.derived.sightings_of(change.key, corrected=False):
        if old.key in made:
            yield old, made[old.key]


def compared(change: Change, old: Sighting, new: Sighting) -> Retagged:
    now = {tag.tag: tag for tag in new.tags}
    both = [(tag, now[tag.tag]) for tag in old.tags if tag.tag in now]
    said = [(tag, other) for tag, other in both if BY_ANALYST not in (tag.rule, other.rule)]
    moved = tuple((tag, other) for tag, other in said if tag.confidence != other.confidence)
    return Retagged(change=change, sighting=new, added=less(new, old), removed=less(old, new), reweighed=moved)


def less(one: Sighting, other: Sighting) -> tuple[Tag, ...]:
    """The tags of one that the other has not."""
    have = {tag.tag for tag in other.tags}
    return tuple(tag for tag in one.tags if tag.tag not in have)


def scored(scores: dict[TagName, Score], tags: Sequence[Tag], about: Sequence[AnalystVerdict]) -> None:
    for tag in tags:
        said = truth(tag.tag, about)
        if said is not None:
            score = scores.get(tag.tag, Score())
            scores[tag.tag] = Score(right=score.right + said, judged=score.judged + 1)


def named_in(world: World, text: str) -> str:
    """The first competitor that a text names; "" where it names none."""
    found = (one.subject.name for one in world.names.find(text) if one.subject.kind is SubjectKind.COMPETITOR)
    return next(found, "")


def typed(text: str, kind: SourceKind, subject: str) -> tuple[Edit, Source]:
    """A typed text as an edit and its source: an entry or record with its title first, or a new paragraph of a page."""
    title = text.partition("\n")[0]
    page = kind is SourceKind.PAGE
    edit = Edit(
        key="typed",
        kind=EditKind.ADDED,
        where=Where.PARAGRAPH if page else Where.RECORD if kind is SourceKind.REGISTRY else Where.ENTRY,
        path=() if page else (title,),
        before=None,
        after=text,
        title="" if page else title,
    )
    about = Subject(kind=SubjectKind.COMPETITOR, name=subject)
    return edit, Source(name="typed", kind=kind, url="", subject=about, schedule=Schedule(text="1d"))
