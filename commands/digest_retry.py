"""`bellwether digest retry`: what was not delivered, and another try at it."""

from pathlib import Path

import click

from commands.base import (
    OK,
    SOME_FAILED,
    clock_option,
    home_option,
    json_option,
    opened,
    print_json,
    stamp,
    told_plainly,
)
from domain.editions import DeliveryState
from domain.errors import UsageError
from guard.escaping import terminal_text
from pipeline.delivering.retrying import OPEN, Unsent, try_again, try_now, unsent


@click.command("retry")
@click.argument("edition", required=False, metavar="[ID]")
@click.option("--arrived", is_flag=True, help="The mail in doubt is in its reader's box: done.")
@click.option("--channel", metavar="NAME", help="Only by this channel; without it by all that are not done.")
@click.option("--send-again", is_flag=True, help="It is not: send the same mail once more.")
@json_option
@home_option
@clock_option
@told_plainly
def retry_command(
    edition: str | None, arrived: bool, channel: str | None, send_again: bool, as_json: bool, home: Path, at: str | None
) -> None:
    """Try again what was put off, and list what is refused or in doubt.

    With the ID of an edition: try that one. A refused mail is sent to the address that accounts.yaml gives today. A
    mail in doubt may have arrived, so it is sent again only with --send-again. What is held for a reader who asked for
    no mail, or whom accounts.yaml names no more, stays held. Exit code 3 while any other is undelivered.
    """
    if arrived and send_again:
        raise UsageError("--arrived and --send-again contradict each other")
    if edition is None and (arrived or send_again):
        raise UsageError("say which edition: `bellwether digest retry` lists them")
    world = opened(home, at)
    if edition is None:
        try_now(world)
    else:
        outcome = try_again(world, edition, arrived=arrived, send_again=send_again, channel=channel)
        click.echo(f"{edition}: {', '.join(f'{by} {state}' for by, state in outcome.items())}", err=as_json)
    left = unsent(world)
    if as_json:
        print_json([_row(one) for one in left])
    elif edition is None:
        click.echo("\n\n".join(_said(one) for one in left) if left else "every edition was delivered")
    raise SystemExit(SOME_FAILED if any(not one.held for one in left) else OK)


def _row(one: Unsent) -> dict[str, object]:
    return {
        "edition": one.edition.id,
        "to": one.edition.email,
        "channel": one.delivery.channel,
        "state": str(one.delivery.state),
        "tries": one.delivery.tries,
        "since": stamp(one.delivery.changed_at),
        "detail": one.delivery.detail,
        "held": one.held,
        "message_id": one.edition.message_id,
    }


def _said(one: Unsent) -> str:
    row, edition = one.delivery, one.edition
    tries = f"{row.tries} {'try' if row.tries == 1 else 'tries'}"
    head = f"{edition.id}  {row.channel} {row.state} since {stamp(row.changed_at)}, {tries}, to {edition.email}"
    return terminal_text("\n  ".join(part for part in (head, row.detail, _next_step(one)) if part))


def _next_step(one: Unsent) -> str:
    command = f"bellwether digest retry {one.edition.id}"
    if one.delivery.state is DeliveryState.UNKNOWN:
        return (
            f"it may have arrived ({one.edition.message_id}): then {command} --arrived; if not, {command} --send-again"
        )
    if one.held:
        return f"held: {one.held}"
    if one.delivery.state in OPEN:
        return "is tried again by itself"
    return f"mend the address in accounts.yaml or the server, then {command}"
