"""`bellwether schedule`: what runs when, and running it."""

from pathlib import Path

import click

from commands.base import home_option, json_option, opened, print_json, stamp, table, told_plainly


@click.group("schedule", invoke_without_command=True)
@json_option
@home_option
@click.pass_context
@told_plainly
def schedule_group(context: click.Context, as_json: bool, home: Path) -> None:
    """Show what runs when. `bellwether schedule run` runs it until it is stopped."""
    if context.invoked_subcommand is not None:
        return
    from scheduler import agenda

    world = opened(home)
    now = world.clock()
    rows = [{"at": stamp(max(item.at, now)), "what": item.what, "name": item.name} for item in agenda(world)]
    if as_json:
        print_json(rows)
    elif not rows:
        click.echo("nothing is scheduled: sources.yaml has no source that is not paused")
    else:
        cells = [["now" if row["at"] == stamp(now) else row["at"], row["what"], row["name"]] for row in rows]
        click.echo(table(cells, ("NEXT (UTC)", "WHAT", "NAME")))


@schedule_group.command("run")
@home_option
@told_plainly
def run_command(home: Path) -> None:
    """Crawl what is due and send each edition at its hour, until stopped (Ctrl-C or SIGTERM)."""
    from pipeline.logs import to_stderr
    from scheduler import serve

    to_stderr()
    serve(home)
