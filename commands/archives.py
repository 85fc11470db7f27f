"""`bellwether import`: bring in what an archive kept."""

from pathlib import Path

import click

from commands.base import OK, home_option, opened, stamp, talk, told_plainly
from domain.visits import Attempt
from pipeline import import_visits


@click.group("import")
def import_group() -> None:
    """Bring in what an archive kept; it is marked backfill and never mailed as news."""


@import_group.command("warc")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@home_option
@told_plainly
def warc_command(files: tuple[Path, ...], home: Path) -> None:
    """Store the records of WARC files as visits at their own dates.

    A record belongs to the source of sources.yaml with the same address; others are counted and skipped.

    Exit codes: 0 stored, 2 a file cannot be read, 4 another run holds a source (nothing is stored then).
    """
    world = opened(home)
    console = talk()

    def progress(attempt: Attempt) -> None:
        if console.is_terminal:
            console.print(f"{attempt.source} {stamp(attempt.captured_at)}", markup=False)

    done = import_visits(world, files, progress)
    click.echo(f"{done.visits} visits of {len(done.sources)} sources stored; {done.skipped} other addresses skipped")
    if not done.visits:
        click.echo("no record's address is the url of a source in sources.yaml; add it there first", err=True)
    raise SystemExit(OK)
