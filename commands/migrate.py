"""`bellwether migrate`: everything stored, moved to another database and proved there."""

from pathlib import Path

import click

from commands.base import home_option, json_option, print_json, talk, told_plainly
from guard.escaping import terminal_text


@click.command("migrate")
@click.option(
    "--from", "source", required=True, metavar="URL", help="The database to copy: sqlite:///FILE or postgresql://..."
)
@click.option("--to", "target", required=True, metavar="URL", help="An empty database to copy it to.")
@json_option
@home_option
@told_plainly
def migrate_command(source: str, target: str, as_json: bool, home: Path) -> None:
    """Copy everything stored to another database, and prove it there.

    The old one keeps all it holds, in the tables of this version: an earlier version opens it no more. Stop the
    scheduler before, and write the new address into bellwether.toml after.
    """
    from storage.moving import move  # with all of storage, which --help need not wait for

    talking = talk()

    def say(name: str, rows: int) -> None:
        if rows:
            talking.print(terminal_text(f"{name}: {rows:,}"), markup=False)

    counts = move(source, target, on_table=say)
    if as_json:
        print_json({"rows": counts, "verified": True})
        return
    click.echo(f"{sum(counts.values()):,} rows moved; every body and every chain verifies there")
    click.echo('next: url = "..." under [database] in bellwether.toml, then start the scheduler again')
