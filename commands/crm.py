"""`bellwether crm`: accounts read from HubSpot or Salesforce, and open steps given back as tasks, each once."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.base import home_option, json_option, opened, print_json, stop, table, told_plainly
from domain.errors import CrmError
from guard.escaping import terminal_text

if TYPE_CHECKING:
    from pipeline.crm import Pushed

FAILED = 3


@click.group("crm")
def crm_group() -> None:
    """Accounts from a CRM, and open steps back to it."""


@crm_group.command("pull")
@click.option(
    "--all", "everything", is_flag=True, help="All accounts, not only those that changed since the last time."
)
@json_option
@home_option
@told_plainly
def pull_command(everything: bool, as_json: bool, home: Path) -> None:
    """Bring the export up to date that `tables` in accounts.yaml names."""
    from pipeline.crm import pull

    world = opened(home)
    try:
        found = pull(world, everything=everything)
    except CrmError as error:
        stop(FAILED, f"bellwether: {error}; the export is as it was")
    if as_json:
        print_json({"changed": found.changed, "rows": found.rows, "file": str(found.path)})
        return
    click.echo(terminal_text(f"{found.changed} accounts changed; {found.rows} in {found.path}"))
    click.echo("next: bellwether sources check")


@crm_group.command("push")
@click.option("--send", is_flag=True, help="Make the tasks; without it only show them.")
@json_option
@home_option
@told_plainly
def push_command(send: bool, as_json: bool, home: Path) -> None:
    """Give open steps to the CRM as tasks; each is made once, however often this runs."""
    from pipeline.crm import push

    found = list(push(opened(home), send=send))
    if as_json:
        print_json([pushed_value(one) for one in found])
    else:
        show(found, send=send)
    if any(one.task is not None and one.state != "made" for one in found) and send:
        stop(FAILED, "not every task was made: see above")


def show(found: Sequence["Pushed"], *, send: bool) -> None:
    if not found:
        click.echo("no step is open; nothing to give")
        return
    rows = [(one.account, one.what, said(one, send=send)) for one in found]
    click.echo(terminal_text(table(rows, ("account", "step", "task"))))
    ready = sum(one.task is not None for one in found)
    if not send:
        click.echo(f"\n{ready} would be made: bellwether crm push --send" if ready else "\nnothing to give")


def said(one: "Pushed", *, send: bool) -> str:
    if one.task is None:
        known = {"made": f"made before: {one.why}", "sending": "nobody knows whether it arrived: look there"}
        return known.get(str(one.state), one.why)
    if not send:
        return f"would be made, due {one.task.due}"
    return f"made: {one.why}" if one.state == "made" else f"not made: {one.why}"


def pushed_value(one: "Pushed") -> dict[str, object]:
    task = one.task
    return {
        "account": one.account,
        "step": one.what,
        "key": task.key if task else None,
        "record": task.record if task else None,
        "state": str(one.state) if one.state else None,
        "why": one.why,
    }
