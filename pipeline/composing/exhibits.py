"""What proves an event: the visits that its sightings lie between, looked up once for all mails of a sitting."""

from dataclasses import dataclass, field, replace

from domain.changes import Change
from domain.editions import Evidence, Exhibit
from domain.events import Event, Sighting
from domain.visits import Purpose, Visit
from pipeline.composing.latest import Latest
from pipeline.composing.week_news import WeekNews
from pipeline.world import World

# Screenshots are large: of the changes that have some, so many are kept at hand.
PICTURED = 32


@dataclass(frozen=True, slots=True)
class Exhibits:
    """What was looked up before, by change: its sightings lie between the same two visits."""

    plain: dict[str, Exhibit] = field(default_factory=dict)
    pictured: Latest = field(default_factory=lambda: Latest(PICTURED))

    def of(self, world: World, sighting: Sighting, news: WeekNews) -> Exhibit:
        """The two visits a sighting lies between, with their hashes and pictures."""
        found = self.plain.get(sighting.change)
        if found is None:
            found = self.pictured.of(sighting.change, lambda: exhibit(world, sighting, news))
            if found.screenshot_before is None and found.screenshot_after is None:
                self.plain[sighting.change] = found
        return replace(found, sighting=sighting.key, url=sighting.url)


def evidence(world: World, event: Event, news: WeekNews, known: Exhibits | None = None) -> Evidence:
    """What shows an event; `known` keeps what was looked up before."""
    known = Exhibits() if known is None else known
    return Evidence(event=event.id, exhibits=tuple(known.of(world, one, news) for one in event.sightings))


def exhibit(world: World, sighting: Sighting, news: WeekNews) -> Exhibit:
    change = news.changes.get(sighting.change) or world.archive.derived.change(sighting.change)
    if change is None:
        raise LookupError(f"no change {sighting.change}")
    return exhibit_of(world, change, url=sighting.url, sighting=sighting.key)


def exhibit_of(world: World, change: Change, *, url: str, sighting: str = "") -> Exhibit:
    """The two visits of a change, with their hashes and pictures."""
    before = world.archive.visits.get(change.before.snapshot)
    after = world.archive.visits.get(change.after.snapshot)
    return Exhibit(
        sighting=sighting,
        source=change.source,
        url=url,
        before_at=before.captured_at,
        before_sha256=before.main.sha256 if before.main else None,
        after_at=after.captured_at,
        after_sha256=after.main.sha256 if after.main else None,
        screenshot_before=picture(world, before),
        screenshot_after=picture(world, after),
    )


def picture(world: World, visit: Visit) -> bytes | None:
    """The screenshot that belongs to a visit, if one was taken."""
    for shot in world.archive.visits.serving(visit.id, Purpose.SCREENSHOT):
        for part in world.archive.visits.fetched(shot):
            if part.body:
                return part.body
    return None
