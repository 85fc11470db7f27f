"""`bellwether catalog`: sources that are set up once for everybody, to be named by `use:` in sources.yaml."""

from pathlib import Path

import click

from commands.base import home_option, json_option, print_json, table, told_plainly
from config.catalog import Offer, offers
from config.schema import did_you_mean
from domain.errors import UsageError


@click.group("catalog")
def catalog_group() -> None:
    """Registers, job boards and feeds that `use: NAME` sets up."""


@catalog_group.command("list")
@json_option
@home_option
@told_plainly
def list_command(as_json: bool, home: Path) -> None:
    """List what `use: NAME` may name, and what each asks for."""
    found = sorted(offers().items())
    if as_json:
        print_json([offer_value(name, offer) for name, offer in found])
        return
    rows = [(name, ", ".join(offer.asks) or "-", offer.watches) for name, offer in found]
    click.echo(table(rows, ("use", "asks for", "watches")))
    click.echo("\nmore of one: bellwether catalog show NAME")


@catalog_group.command("show")
@click.argument("name")
@json_option
@home_option
@told_plainly
def show_command(name: str, as_json: bool, home: Path) -> None:
    """Show one of them: what to write in sources.yaml, and what it stands for."""
    offer = offers().get(name)
    if offer is None:
        raise UsageError(f"the catalog has no '{name}': {did_you_mean(name, offers()) or 'bellwether catalog list'}")
    if as_json:
        print_json(offer_value(name, offer))
        return
    click.echo(f"{offer.watches}\n\nWrite in sources.yaml:\n\n  - name: my-{name}\n    use: {name}")
    for word, ask in offer.asks.items():
        click.echo(f"    {word}: {ask.example:<24} # {ask.what}")
    click.echo("\nIt stands for this; what you write beside it comes before:\n")
    for key, value in offer.source.items():
        click.echo(f"    {key}: {written(value)}")


def written(value: object) -> str:
    """A value in one line, as YAML writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(each) for each in value) + "]"
    text = str(value)
    return f'"{text}"' if text[:1] in "{[" or ": " in text else text


def offer_value(name: str, offer: Offer) -> dict[str, object]:
    asks = {word: {"what": ask.what, "example": ask.example} for word, ask in offer.asks.items()}
    return {"use": name, "watches": offer.watches, "asks": asks, "source": offer.source}
