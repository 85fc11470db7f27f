"""Three weeks of the demo: a crawl each Thursday, the editions each Monday, through the product's own path."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import digest.deliver
from commands.shapes import change_value
from demo.site import Site
from domain.editions import Edition, EditionKind
from domain.errors import BellwetherError
from pipeline import World, deliver, due_editions, open_world, prepare, to_recheck

ROOT = Path(__file__).resolve().parent.parent
OK, SOME_FAILED = 0, 3
RECHECKED_BEFORE = timedelta(minutes=25)
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoWeek:
    """One date of the world: when it is crawled, and when the editions about it are due."""

    date: str
    crawled_at: datetime
    mailed_at: datetime


def _utc(day: int, month: int, hour: int, minute: int) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


# Monday 07:00 is earliest in Berlin and latest in London: at 07:05 UTC everyone's hour has come.
WEEKS = (
    DemoWeek(date="baseline", crawled_at=_utc(12, 2, 5, 0), mailed_at=_utc(16, 2, 7, 5)),
    DemoWeek(date="signals", crawled_at=_utc(19, 2, 5, 0), mailed_at=_utc(23, 2, 7, 5)),
    DemoWeek(date="quiet", crawled_at=_utc(26, 2, 5, 0), mailed_at=_utc(2, 3, 7, 5)),
)


def play(home: Path, site: Site, say: Say) -> dict[str, object]:
    """All weeks in order; what demo.json says of them."""
    editions: list[dict[str, object]] = []
    sources: dict[str, dict[str, object]] = {}
    for number, week in enumerate(WEEKS, 1):
        say(f"week {number} of {len(WEEKS)}: the world of {week.crawled_at:%a %d %b %Y} ({week.date})")
        site.show(week.date)
        for seen in crawl(home, week.crawled_at, say):
            known = sources.setdefault(str(seen["name"]), {"name": seen["name"], "states": {}})
            known["states"] |= {week.date: {key: seen[key] for key in ("state", "reason", "explanation", "change")}}  # type: ignore[operator]
        recheck(home, week.mailed_at, say)
        editions += mail(home, week.mailed_at, say)
    return {"port": site.port, "editions": editions, "sources": list(sources.values()), "changes": changes(home)}


def recheck(home: Path, mailed_at: datetime, say: Say) -> None:
    """What the mails are about to say is looked at once more shortly before they go, as the schedule does."""
    moment = mailed_at - RECHECKED_BEFORE
    world = open_world(home, os.environ, lambda: moment)
    with world.archive:
        names = [source.name for source in to_recheck(world, mailed_at)]
    if names:
        say("looking once more at what the mails tell")
        crawl(home, moment, say, *(part for name in names for part in ("--source", name)))


def crawl(home: Path, moment: datetime, say: Say, *which: str) -> list[dict[str, object]]:
    """One crawl, of every source unless told which, in a process of its own; its sources as `--json` says."""
    command = [sys.executable, "-m", "commands", "crawl", *(which or ("--all",)), "--json", "--home", str(home)]
    done = subprocess.run(  # its progress goes to our stderr as it comes
        [*command, "--at", moment.isoformat()], stdout=subprocess.PIPE, text=True, cwd=ROOT, check=False
    )
    if done.returncode not in (OK, SOME_FAILED):
        raise BellwetherError(f"the crawl of {moment:%d %b} ended with exit code {done.returncode}")
    seen: list[dict[str, object]] = json.loads(done.stdout)["sources"]
    for source in seen:
        if source["state"] != "ok":
            say(f"  not seen: {source['name']}: {source['explanation']}")
    say(f"  {len(seen)} sources visited, {sum(bool(source['change']) for source in seen)} changed")
    return seen


def mail(home: Path, moment: datetime, say: Say) -> Iterator[dict[str, object]]:
    """The editions due by `moment`, written to the outbox folder."""
    world = open_world(home, os.environ, lambda: moment)
    with world.archive:
        for audience, sends_at in due_editions(world, moment):
            edition = prepare(world, audience, sends_at)
            deliver(world, edition)
            say(f"  mail to {audience.person.name}: {edition.subject}")
            yield written(world, edition)


def written(world: World, edition: Edition) -> dict[str, object]:
    """Where an edition stands. Writing it once more changes nothing, and says where."""
    html = digest.deliver.write_outbox(world.configuration.settings.digests, edition).resolve()
    return {
        "id": edition.id,
        "week": edition.label,
        "kind": str(edition.kind),
        "recipient": edition.recipient,
        "email": edition.email,
        "subject": edition.subject,
        **{end: str(html.with_suffix(f".{end}")) for end in ("eml", "html", "txt")},
        "event_ids": list(edition.event_ids),
    }


def changes(home: Path) -> list[dict[str, object]]:
    """Every change, in the shape of `bellwether changes list --json`."""
    world = open_world(home, os.environ, lambda: WEEKS[-1].mailed_at)
    with world.archive:
        return [change_value(world, change) for change in world.archive.derived.changes()]


def newest_for_analysts(editions: list[dict[str, object]]) -> str:
    """The `.html` of the last analysts' edition."""
    return [str(edition["html"]) for edition in editions if edition["kind"] == EditionKind.ANALYST][-1]


def to_read_first(editions: list[dict[str, object]]) -> str | None:
    """The `.html` of the first account owner's edition that has something to tell."""
    told = (one for one in editions if one["kind"] != EditionKind.ANALYST and one["event_ids"])
    return next((str(one["html"]) for one in told), None)
