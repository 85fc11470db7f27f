"""`bellwether compact` and `bellwether stats`: make the archive smaller, and see where its bytes and minutes go."""

from pathlib import Path

import click

from commands.base import home_option, json_option, opened, print_json, table, talk, told_plainly
from commands.choosing import choose
from domain.usage import SourceUse
from guard.escaping import terminal_text

SHOWN = 20


@click.command("compact")
@click.option("--source", "names", multiple=True, metavar="NAME", help="Only this source; may be given several times.")
@home_option
@told_plainly
def compact_command(names: tuple[str, ...], home: Path) -> None:
    """Encode old snapshots anew so that they take less room. Nothing they say changes, and each is checked.

    It may be stopped at any time. A source that is being crawled is refused (exit code 4). SQLite needs as much free
    room on the disk as the database takes, to give back what became free.
    """
    world = opened(home)
    sources = choose(world, names, everything=not names)
    archive, console = world.archive, talk()
    archive.visits.register(world.sources)
    was = archive.usage.whole()
    with archive.runs.hold([source.name for source in sources]):
        for number, source in enumerate(sources, start=1):
            done = archive.compaction.compact(source.name)
            said = f"{source.name}: {done.bodies} bodies, {size(done.before)} to {size(done.after)}"
            console.print(terminal_text(f"[{number}/{len(sources)}] {said}"), markup=False, soft_wrap=True)
    archive.compaction.vacuum()
    now = size(archive.usage.whole())
    click.echo(f"{len(sources)} sources compacted; the database took {size(was)} and takes {now}")


@click.command("stats")
@click.option("--all", "everything", is_flag=True, help=f"Every source, not only the {SHOWN} largest.")
@json_option
@home_option
@told_plainly
def stats_command(everything: bool, as_json: bool, home: Path) -> None:
    """Say where the bytes and the minutes go, by source, the largest first."""
    world = opened(home)
    uses, whole = world.archive.usage.by_source(), world.archive.usage.whole()
    if as_json:
        print_json({"database_bytes": whole, "sources": [as_value(use) for use in uses]})
        return
    if not uses:
        click.echo("nothing is stored yet; `bellwether crawl --all` begins")
        return
    shown = uses if everything else uses[:SHOWN]
    click.echo(table([row(use) for use in (*shown, total(uses))], HEADERS))
    left = f"; {len(uses) - len(shown)} more sources, see them with --all" if len(shown) < len(uses) else ""
    click.echo(f"\nthe database takes {size(whole)}, rows and indexes included{left}")


HEADERS = ("SOURCE", "VISITS", "UNCHANGED", "MINUTES", "FETCHED", "STORED", "PICTURES")


def row(use: SourceUse) -> tuple[str, ...]:
    minutes = f"{use.seconds / 60:.1f}"
    kept = (size(count) for count in (use.fetched, use.stored, use.pictures))
    return (use.source, str(use.visits), str(use.revisits), minutes, *kept)


def total(uses: tuple[SourceUse, ...]) -> SourceUse:
    return SourceUse(
        source=f"all {len(uses)}",
        visits=sum(use.visits for use in uses),
        revisits=sum(use.revisits for use in uses),
        seconds=sum(use.seconds for use in uses),
        fetched=sum(use.fetched for use in uses),
        stored=sum(use.stored for use in uses),
        pictures=sum(use.pictures for use in uses),
    )


def as_value(use: SourceUse) -> dict[str, object]:
    return {
        "source": use.source,
        "visits": use.visits,
        "revisits": use.revisits,
        "seconds": round(use.seconds, 3),
        "fetched_bytes": use.fetched,
        "stored_bytes": use.stored,
        "picture_bytes": use.pictures,
    }


def size(count: int) -> str:
    """A number of bytes as people read it: 840 kB, 1.2 GB."""
    amount, units = float(count), ["bytes", "kB", "MB", "GB"]
    while amount >= 1000 and len(units) > 1:
        amount, units = amount / 1000, units[1:]
    return f"{amount:.0f} {units[0]}" if units[0] == "bytes" or amount >= 100 else f"{amount:.1f} {units[0]}"
