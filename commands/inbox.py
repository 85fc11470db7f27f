"""`bellwether inbox`: read what readers answered to their mails."""

from pathlib import Path

import click

from commands.base import (
    SOME_FAILED,
    clock_option,
    home_option,
    json_option,
    opened,
    print_json,
    stop,
    told_plainly,
)
from domain.errors import DeliveryError, UsageError
from guard.escaping import terminal_text
from pipeline.composing.answering import Fate, Outcome, has_inbox, read_inbox


@click.command("inbox", short_help="Read what readers answered to their mails.")
@click.option(
    "--maildir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Read the .eml files, or the Maildir, of this folder instead of the server.",
)
@json_option
@home_option
@clock_option
@told_plainly
def inbox_command(maildir: Path | None, as_json: bool, home: Path, at: str | None) -> None:
    """Read the unread mails of the [inbox] of bellwether.toml: useful, not this account, wrong, done, pause.

    Only the reader of an edition can answer it, with the token that stands in it. Reading twice does no harm. Exit
    code 3 where the server could not be read.
    """
    world = opened(home, at)
    if maildir is None and not has_inbox(world):
        raise UsageError("no [inbox] with a host stands in bellwether.toml; or name a folder with --maildir")
    outcomes: tuple[Outcome, ...] = ()
    try:
        outcomes = read_inbox(world, maildir)
    except DeliveryError as error:
        stop(SOME_FAILED, f"bellwether: {error}")
    if as_json:
        print_json([{"fate": one.fate.value, "from": one.sender, "words": one.words} for one in outcomes])
    else:
        for one in outcomes:
            click.echo(terminal_text(f"{one.fate.value}: {one.words} ({one.sender or 'nobody'})"))
        taken = sum(one.fate is Fate.TAKEN for one in outcomes)
        click.echo(f"{len(outcomes)} letters read, {taken} answers new", err=True)
