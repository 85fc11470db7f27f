"""`bellwether digest`: read the next edition, send what is due, list what was sent."""

from datetime import datetime
from pathlib import Path

import click

import digest
from commands.base import (
    OK,
    SOME_FAILED,
    clock_option,
    home_option,
    json_option,
    opened,
    print_json,
    stamp,
    table,
    told_plainly,
)
from commands.digest_draft import draft_command, edits_command
from commands.digest_retry import retry_command
from config.due import next_edition
from domain.editions import Audience, DeliveryState, Edition, EditionKind
from domain.errors import UsageError
from domain.times import week_label
from pipeline import World, compose, deliver, due_editions, prepare, waiting
from pipeline.composing.answering import is_paused
from pipeline.composing.drafting import draft_of
from pipeline.composing.sitting import Sitting
from pipeline.delivering.alerts import compose_alerts
from pipeline.delivering.editions import composed, local_day

# What a row says besides the state of each channel.
TOLD = ("edition", "recipient", "subject")


@click.group("digest")
def digest_group() -> None:
    """Read the next edition, send what is due, list what was sent."""


recipient_option = click.option("--recipient", metavar="KEY", help="Only this person of accounts.yaml.")


def audiences(world: World, recipient: str | None) -> tuple[Audience, ...]:
    """The recipients meant; UsageError where there are none or the name is not one of them."""
    everyone = digest.audiences(world.configuration.accounts, world.clock().date())
    if not everyone:
        raise UsageError("nobody receives a digest: give an account an owner, or a person `analyst: true`")
    if recipient is None:
        return everyone
    chosen = tuple(audience for audience in everyone if audience.person.key == recipient)
    if not chosen:
        known = ", ".join(dict.fromkeys(audience.person.key for audience in everyone))
        raise UsageError(f"no recipient is called '{recipient}'; there are {known}")
    return chosen


@digest_group.command("preview")
@recipient_option
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder to write HTML and text to.")
@home_option
@clock_option
@told_plainly
def preview_command(recipient: str | None, out: Path | None, home: Path, at: str | None) -> None:
    """Compose the next edition as it would be if it went out now. Stores and sends nothing."""
    world = opened(home, at)
    for audience in audiences(world, recipient):
        sends_at = next_edition(audience.person, world.clock())
        draft = draft_of(world, week_label(sends_at, audience.person.zone))
        edition = compose(world, audience, sends_at, draft)
        click.echo(f"Week: {edition_week(world, audience, sends_at)}")
        click.echo(f"To: {edition.email}\nSubject: {edition.subject}\n\n{edition.text}\n")
        if out is not None:
            written = digest.deliver.write_outbox(out, edition)
            click.echo(f"written: {written.with_suffix('.html')}", err=True)


def edition_week(world: World, audience: Audience, sends_at: datetime) -> str:
    """`2026-W48`; where the reader's mail of an earlier week is late, that one too, with how it goes out."""
    week = week_label(sends_at, audience.person.zone)
    due = [at for one, at in due_editions(world, world.clock()) if one == audience and not composed(world, one, at)]
    if not due:
        return week
    late = week_label(min(due), audience.person.zone)
    hint = f"`digest draft --week {late}` writes its draft, `digest send --due` sends it"
    return f"{week}; {late} is due and not composed yet: {hint}"


@digest_group.command("send")
@recipient_option
@click.option("--due", is_flag=True, help="Only editions whose hour has come.")
@json_option
@home_option
@clock_option
@told_plainly
def send_command(recipient: str | None, due: bool, as_json: bool, home: Path, at: str | None) -> None:
    """Compose and hand over this week's edition to each recipient, once.

    An edition that was handed over is never sent again. Exit code 3 where a hand-over failed or is in doubt.
    """
    world = opened(home, at)
    chosen = mailed(world, audiences(world, recipient))
    wanted = [(audience, world.clock()) for audience in chosen]
    if due:
        wanted = [(audience, hour) for audience, hour in due_editions(world, world.clock()) if audience in chosen]
    if due:
        compose_alerts(world)
    sitting = Sitting(world)
    rows = [sent(world, prepare(world, audience, sends_at, sitting)) for audience, sends_at in wanted]
    if due:
        told = {(audience.kind, audience.person.key) for audience in chosen}
        done = {row["edition"] for row in rows}
        told |= {(EditionKind.ALERT, key) for _, key in told}
        late = [one for one in waiting(world) if one.id not in done and (one.kind, one.recipient) in told]
        rows += [sent(world, edition) for edition in late]
    if as_json:
        print_json(rows)
    for row in () if as_json else rows:
        states = ", ".join(f"{channel} {state}" for channel, state in row.items() if channel not in TOLD)
        click.echo(f"{row['edition']} to {row['recipient']}: {states}\n  {row['subject']}")
    ends = {state for row in rows for channel, state in row.items() if channel not in TOLD}
    failed = ends - {DeliveryState.SENT}
    raise SystemExit(SOME_FAILED if failed else OK)


def mailed(world: World, chosen: tuple[Audience, ...]) -> tuple[Audience, ...]:
    """Those who want mail today; the others are named."""
    now = world.clock()
    resting = {one.person.key for one in chosen if is_paused(world, one.person.key, local_day(now, one.person))}
    for key in sorted(resting):
        click.echo(f"{key} wants no mail now", err=True)
    return tuple(one for one in chosen if one.person.key not in resting)


def sent(world: World, edition: Edition) -> dict[str, str]:
    """Hands it over; what became of it, by channel."""
    outcome = deliver(world, edition)
    return {"edition": edition.id, "recipient": edition.email, "subject": edition.subject, **outcome}


@digest_group.command("list")
@json_option
@home_option
@told_plainly
def list_command(as_json: bool, home: Path) -> None:
    """List the editions so far and what became of them."""
    world = opened(home)
    ledger = world.archive.ledger.deliveries()
    rows = []
    for edition in world.archive.editions.all():
        states = {row.channel: str(row.state) for row in ledger if row.edition == edition.id}
        said = ", ".join(f"{channel} {state}" for channel, state in states.items()) or "not handed over"
        row = {"edition": edition.id, "composed_at": stamp(edition.composed_at), "to": edition.email}
        rows.append({**row, "delivery": said, "subject": edition.subject})
    if as_json:
        print_json(rows)
    elif not rows:
        click.echo("no editions yet; `bellwether digest preview` shows the next one")
    else:
        click.echo(table([list(row.values()) for row in rows], [key.upper() for key in rows[0]]))


digest_group.add_command(draft_command)
digest_group.add_command(edits_command)
digest_group.add_command(retry_command)
