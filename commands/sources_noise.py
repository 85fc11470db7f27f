"""`bellwether sources noise`: what was learned to be noise in a source, and how to listen to it again."""

from pathlib import Path

import click

from commands.base import answer, home_option, json_option, opened, print_json, stamp, told_plainly
from commands.choosing import unknown
from diffing.noise.learned import LearnedNoise
from domain.errors import UsageError
from guard.escaping import terminal_text
from pipeline.detecting import noise


@click.command("noise")
@click.argument("name")
@click.option("--undo", "slot", metavar="ID", help="Listen to this place again, whatever is learned of it later.")
@json_option
@home_option
@told_plainly
def noise_command(name: str, slot: str | None, as_json: bool, home: Path) -> None:
    """Show which places of a page change by themselves and are left out, each with its ID."""
    world = opened(home)
    source = world.configuration.sources.named(name)
    if source is None:
        raise UsageError(unknown("source", name, [each.name for each in world.sources]))
    if slot is not None:
        undone = noise.undo(world, source, slot)
        click.echo(
            f"{name}: listens to {undone.slot} again; told from the next visit on. "
            f"`bellwether replay --source {name}` lists what was left out, and mails nothing"
        )
        return
    found = noise.learned(world, source)
    if as_json:
        print_json([noise_value(one) for one in found])
        return
    if not found:
        click.echo(f"{name}: nothing is known to change by itself; every change is told")
        return
    say = answer()
    for one in found:
        say.print(terminal_text(f"{one.slot}  since {one.since:%Y-%m-%d}: {one.says}"), markup=False)
    say.print(f"to be told of one again: bellwether sources noise {name} --undo ID", markup=False)


def noise_value(one: LearnedNoise) -> dict[str, object]:
    return {"id": one.slot, "since": stamp(one.since), "visits": one.visits, "of": one.of, "says": one.says}
