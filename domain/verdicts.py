"""What analysts say of what was found: noise, right as it is, or a tag too many or too few."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.events import Sighting
from domain.findings import Tag, TagName

# The rule that a tag given by an analyst names.
BY_ANALYST = "analyst"


class Says(StrEnum):
    """What one verdict says. Of one sighting, a later one takes the place of what it contradicts."""

    NOISE = "noise"
    RIGHT = "right"
    TAG = "tag"
    NOT_TAG = "not_tag"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalystVerdict:
    """One thing that somebody said of one sighting. It points to keys that survive a replay, never to rows.

    `whole` says that the sighting was all there was of its change: the verdict then holds for the change, even where a
    later version reads its edits in another way. `tags` are those it had when it was judged. `tag` is set for TAG and
    NOT_TAG only.
    """

    sighting: str
    change: str
    source: str
    whole: bool
    says: Says
    by: str
    at: datetime
    tag: TagName | None = None
    tags: tuple[TagName, ...] = ()
    note: str = ""

    def about(self, sighting: Sighting) -> bool:
        return self.sighting == sighting.key or (self.whole and self.change == sighting.change)

    def contradicts(self, other: "AnalystVerdict") -> bool:
        """Whether the other one falls when this one is given."""
        if self.says in (Says.NOISE, Says.RIGHT):
            return self.says is Says.NOISE or other.says in (Says.NOISE, Says.RIGHT)
        return other.says in (Says.NOISE, Says.RIGHT) or other.tag is self.tag


class Standing:
    """Verdicts by what they are about, so that those about one sighting are found at once."""

    def __init__(self, verdicts: Iterable[AnalystVerdict]) -> None:
        self._by_key: dict[str, list[AnalystVerdict]] = {}
        for verdict in verdicts:
            for key in {verdict.sighting, verdict.change} if verdict.whole else {verdict.sighting}:
                self._by_key.setdefault(key, []).append(verdict)

    def about(self, sighting: Sighting) -> tuple[AnalystVerdict, ...]:
        """In the order they were given."""
        mine = [*self._by_key.get(sighting.key, ()), *self._by_key.get(sighting.change, ())]
        return tuple(sorted(dict.fromkeys(mine), key=lambda verdict: verdict.at))


def retagged(sighting: Sighting, standing: Standing) -> Sighting:
    """The sighting with the tags that an analyst gave it or found right, and without those that were taken from it."""
    mine = [verdict for verdict in standing.about(sighting) if verdict.tag or verdict.says is Says.RIGHT]
    if not mine:
        return sighting
    gone = {verdict.tag for verdict in mine if verdict.says is Says.NOT_TAG}
    kept = [tag for tag in sighting.tags if tag.tag not in gone]
    new = [name for name in held(mine) if name not in {tag.tag for tag in kept}]
    added = [Tag(tag=name, confidence=1.0, rule=BY_ANALYST, quotes=(), rules=(BY_ANALYST,)) for name in new]
    return replace(sighting, tags=(*added, *kept))


def held(verdicts: Iterable[AnalystVerdict]) -> tuple[TagName, ...]:
    """The tags that stand whatever the rules say: those given, and those that were there when it was found right."""
    names: dict[TagName, None] = {}
    for verdict in verdicts:
        if verdict.says is Says.RIGHT:
            names |= dict.fromkeys(verdict.tags)
        elif verdict.says is Says.TAG and verdict.tag:
            names[verdict.tag] = None
    return tuple(names)


def truth(tag: TagName, verdicts: Sequence[AnalystVerdict]) -> bool | None:
    """Whether a tag is right of a sighting, by the verdicts about it, oldest first; None where they do not say."""
    said: bool | None = None
    for verdict in verdicts:
        match verdict.says:
            case Says.NOISE:
                said = False
            case Says.RIGHT:
                said = tag in verdict.tags
            case _ if verdict.tag is tag:
                said = verdict.says is Says.TAG
    return said
