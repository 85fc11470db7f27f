"""`bellwether init`, `verify` and `replay`: begin a home, prove its snapshots, derive everything again."""

import shutil
from pathlib import Path

import click

import pipeline
from commands.base import home_option, opened, stop, told_plainly
from commands.choosing import choose
from config.starter import STARTER_FILES
from domain.errors import UsageError

FAULTY = 1


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@told_plainly
def init_command(folder: Path) -> None:
    """Make FOLDER a home: a commented sources.yaml and accounts.yaml to edit."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = [path.name for path in STARTER_FILES if (folder / path.name).exists()]
    if taken:
        raise UsageError(f"{folder} already has {' and '.join(taken)}; nothing was written")
    for path in STARTER_FILES:
        shutil.copyfile(path, folder / path.name)
    click.echo(f"wrote {', '.join(path.name for path in STARTER_FILES)} to {folder}")
    click.echo(f"next: edit them, then `bellwether sources check --home {folder}`")


@click.command("verify")
@home_option
@told_plainly
def verify_command(home: Path) -> None:
    """Hash every stored body again and walk every chain; exit 1 and one line per fault if something was altered."""
    world = opened(home)
    faults = list(world.archive.visits.verify())
    if faults:
        stop(FAULTY, *faults, f"{len(faults)} faults")
    click.echo(f"{world.archive.visits.count()} visits: every body and every chain verifies")


@click.command("replay")
@click.option("--source", "names", multiple=True, metavar="NAME", help="Only this source.")
@home_option
@told_plainly
def replay_command(names: tuple[str, ...], home: Path) -> None:
    """Derive changes, tags, facts and events again from the stored snapshots. Fetches nothing, mails nobody."""
    world = opened(home)
    sources = choose(world, names, everything=not names)
    before = len(world.archive.derived.changes())
    pipeline.replay(world, sources)
    now = len(world.archive.derived.changes())
    replayed = f"{len(sources)} source{'s' if len(sources) != 1 else ''} replayed"
    click.echo(f"{replayed}; changes of all sources: {before} before, {now} now")
