"""Looks an installation over: files, database, browser, clock, and what waits to be delivered."""

import shutil
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import spiders.chromium
from config.web_keys import link_keys
from domain.checks import Check, Health
from domain.errors import BrowserMissing, ConfigurationError, StorageError
from domain.times import Clock
from pipeline.composing.asked import stuck
from pipeline.delivering.editions import composed, due_editions
from pipeline.delivering.retrying import unsent
from pipeline.world import World, open_world

LEAST_FREE = 1_000_000_000
LATE = timedelta(hours=2)
# Clocks of machines that keep time differ by less.
SKEW = timedelta(minutes=5)


def look_over(home: Path, environ: Mapping[str, str], clock: Clock) -> tuple[Check, ...]:
    """Every check that can be made; files with problems leave the rest unmade."""
    try:
        world = open_world(home, environ, clock)
    except ConfigurationError as error:
        return tuple(Check(name="files", health=Health.WRONG, said=str(problem)) for problem in error.problems)
    except StorageError as error:
        return _files(home), Check(
            name="database", health=Health.WRONG, said=str(error), hint="mend url in [database], or its server"
        )
    with world.archive:
        here = (_files(home), _database(world), _space(world), _browser(world), _clock(world))
        return (*here, *_web(world), *_deliveries(world))


def _files(home: Path) -> Check:
    private = [home / name for name in ("bellwether.db", "bellwether.toml", "digests")]
    open_ones = [path.name for path in private if path.exists() and path.stat().st_mode & 0o007]
    if open_ones:
        tip = f"they say what accounts are worth: chmod -R o-rwx {' '.join(open_ones)}"
        return Check(
            name="files", health=Health.WARNING, said=f"everybody on this machine may read {open_ones[0]}", hint=tip
        )
    return Check(name="files", health=Health.OK, said="no problems in the files people edit")


def _database(world: World) -> Check:
    visits, where = world.archive.visits.count(), world.configuration.settings.database_url.split(":", 1)[0]
    return Check(name="database", health=Health.OK, said=f"{where.partition('+')[0]}, {visits} visits stored")


def _space(world: World) -> Check:
    free = shutil.disk_usage(world.configuration.settings.home).free
    said = f"{free / 1e9:.1f} GB free in the home"
    if free < LEAST_FREE:
        return Check(name="space", health=Health.WRONG, said=said, hint="make room: a full disk stops every crawl")
    return Check(name="space", health=Health.OK, said=said)


def _browser(world: World) -> Check:
    needs = sum(source.browser for source in world.sources)
    try:
        found = spiders.chromium.find(world.configuration.settings.fetching.browser, world.environ)
    except BrowserMissing as error:
        if not needs:
            return Check(name="browser", health=Health.OK, said="none found, and no source needs one")
        return Check(name="browser", health=Health.WRONG, said=f"{needs} sources need one: {error}")
    return Check(name="browser", health=Health.OK, said=f"{found}; sources that need it: {needs}")


def _clock(world: World) -> Check:
    now, last = world.clock(), world.archive.visits.last_recorded()
    said = f"it is {now:%Y-%m-%d %H:%M} UTC"
    if last is not None and last - now > SKEW:
        return Check(
            name="clock",
            health=Health.WRONG,
            said=f"{said}, but the newest visit was recorded at {last:%Y-%m-%d %H:%M}",
            hint="the clock was put back, or was ahead: set it (timedatectl), or editions come late",
        )
    return Check(name="clock", health=Health.OK, said=said)


def _web(world: World) -> Iterator[Check]:
    """Whether links of mails can be signed, and nobody else can read with what."""
    web = world.configuration.settings.web
    if web is None:
        return
    try:
        keys = link_keys(web, world.environ)
    except ConfigurationError as error:
        yield Check(name="web", health=Health.WRONG, said=str(error), hint="until then no mail can be composed")
        return
    if web.key_env not in world.environ and web.key_file.stat().st_mode & 0o077:
        said = f"others on this machine may read {web.key_file.name}, and could answer for every reader"
        yield Check(name="web", health=Health.WRONG, said=said, hint=f"chmod 600 {web.key_file.name}; draw a new key")
        return
    said = f"links lead to {web.address}, signed by key {keys[0].id}; keys that are read: {len(keys)}"
    yield Check(name="web", health=Health.OK, said=said)


def _deliveries(world: World) -> Iterator[Check]:
    now = world.clock()
    missing = [(audience, at) for audience, at in due_editions(world, now) if not composed(world, audience, at)]
    for one, gave_up in stuck(world, missing):
        said = f"given up: {one.kind} of {one.reader} for {one.sends_at:%Y-%m-%d %H:%M} UTC, {gave_up.times} times"
        hint = f"a worker's log says why; it is tried again at {gave_up.again:%Y-%m-%d %H:%M} UTC"
        yield Check(name="composing", health=Health.WRONG, said=said, hint=hint)
    due = [at for _, at in missing if now - at > LATE]
    if due:
        late = f"{len(due)} late, the first since {min(due):%Y-%m-%d %H:%M} UTC"
        hint = "is `bellwether schedule run` running?"
        yield Check(name="editions", health=Health.WRONG, said=late, hint=hint)
    every = unsent(world)
    left, held = [one for one in every if not one.held], {one.edition.id for one in every if one.held}
    if held:
        said = f"{len(held)} held for readers who want no mail or have left"
        yield Check(name="held", health=Health.OK, said=said, hint="`bellwether digest retry` names them")
    if left:
        states = ", ".join(f"{one.edition.id} {one.delivery.state}" for one in left[:3])
        said = f"{len(left)} not delivered: {states}{', …' if len(left) > 3 else ''}"
        yield Check(name="mail", health=Health.WRONG, said=said, hint="`bellwether digest retry` says why")
    elif world.configuration.settings.smtp is None:
        yield Check(name="mail", health=Health.OK, said="no [smtp]: editions are written to digests/ only")
    else:
        yield Check(name="mail", health=Health.OK, said="everything was delivered; --mail sends a probe")
