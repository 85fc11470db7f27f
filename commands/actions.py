"""`bellwether actions` and `bellwether answers`: the steps that mails asked for, and what readers said of items."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from commands.base import home_option, json_option, opened, print_json, stamp, table, told_plainly
from commands.changes_judge import user_of
from domain.answers import ActionState, KeptAction
from domain.errors import UsageError
from guard.escaping import terminal_text
from pipeline import World

by_option = click.option("--by", metavar="NAME", help="Who says so; else the user's name from the environment.")
note_option = click.option("--note", default="", help="Why, for whoever reads it next.")


@click.group("actions")
def actions_group() -> None:
    """The steps that mails asked for: open until they are done or dropped."""


@actions_group.command("list")
@click.option("--all", "everything", is_flag=True, help="Those that are done or dropped, too.")
@click.option("--account", metavar="NAME", help="Only those of this account.")
@json_option
@home_option
@told_plainly
def list_command(everything: bool, account: str | None, as_json: bool, home: Path) -> None:
    """List the steps by the day they are due."""
    world = opened(home)
    kept = world.archive.answers.actions(None if everything else ActionState.OPEN)
    rows = [action_value(one) for one in kept if account in (None, one.action.account)]
    show(rows, as_json, "no step is open; `bellwether actions list --all` shows all there were")


@actions_group.command("done")
@click.argument("keys", nargs=-1, required=True, metavar="KEY...")
@by_option
@note_option
@home_option
@told_plainly
def done_command(keys: tuple[str, ...], by: str | None, note: str, home: Path) -> None:
    """Say that steps are done. A KEY may be shortened."""
    settle(opened(home), keys, ActionState.DONE, by, note)


@actions_group.command("drop")
@click.argument("keys", nargs=-1, required=True, metavar="KEY...")
@by_option
@note_option
@home_option
@told_plainly
def drop_command(keys: tuple[str, ...], by: str | None, note: str, home: Path) -> None:
    """Say that steps are not worth doing. A KEY may be shortened."""
    settle(opened(home), keys, ActionState.DROPPED, by, note)


@click.group("answers")
def answers_group() -> None:
    """What readers said of the items of their mails."""


@answers_group.command("list")
@json_option
@home_option
@told_plainly
def answers_command(as_json: bool, home: Path) -> None:
    """List the answers that stand, newest last: what was wrong is for you to judge."""
    rows = [
        {
            "at": stamp(one.at),
            "by": one.by,
            "answer": one.answer.value,
            "how": one.origin.value,
            "edition": one.edition,
            "account": one.item.account,
            "competitor": one.item.competitor,
            "tag": one.item.tag,
            "said": one.item.said,
        }
        for one in opened(home).archive.answers.heard()
    ]
    show(rows, as_json, "nobody has answered yet")


def settle(world: World, keys: Sequence[str], state: ActionState, by: str | None, note: str) -> None:
    """Settle the one step that each key begins; UsageError where none or several do."""
    kept = world.archive.answers.actions()
    found = []
    for key in keys:
        meant = [one.action for one in kept if one.action.key.startswith(key)]
        if len(meant) != 1:
            raise UsageError(f"{len(meant)} steps begin with '{key}'; `bellwether actions list` shows the keys")
        found += meant
    changed = world.archive.answers.settle(
        [one.key for one in found], state, by=by or user_of(world.environ), note=note
    )
    click.echo(f"{changed} step{'s' if changed != 1 else ''} {state.value}")


def action_value(one: KeptAction) -> dict[str, Any]:
    return {
        "key": one.action.key[:12],
        "due": one.action.due.isoformat(),
        "account": one.action.account,
        "owner": one.action.owner,
        "what": one.action.what,
        "week": one.action.week,
        "state": one.state.value,
        "by": one.by,
        "at": stamp(one.at),
        "note": one.note,
    }


def show(rows: Sequence[dict[str, Any]], as_json: bool, nothing: str) -> None:
    if as_json:
        print_json(list(rows))
    elif not rows:
        click.echo(nothing)
    else:
        shown = [[terminal_text(str(row[key] or "-")) for key in row] for row in rows]
        click.echo(table(shown, [key.upper() for key in rows[0]]))
