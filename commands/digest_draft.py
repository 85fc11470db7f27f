"""`bellwether digest draft` and `digest edits`: change a week's mails before they go out, and see who did."""

import re
from pathlib import Path

import click

from commands.base import clock_option, home_option, json_option, opened, print_json, stamp, table, told_plainly
from commands.changes_judge import user_of
from domain.drafts import Draft
from domain.errors import UsageError
from guard.escaping import terminal_text
from pipeline import World, relate
from pipeline.composing.drafting import draft_of, path_of
from pipeline.delivering.draft_text import next_week, offered, written
from pipeline.files import write_whole

WEEK = re.compile(r"\d{4}-W\d\d")


@click.command("draft", short_help="Write the next mails' findings to a file, for you to change.")
@click.option("--week", metavar="WEEK", help="As 2026-W08; else the week whose mails go out next.")
@click.option("--by", metavar="NAME", help="Who changes them; else the user's name from the environment.")
@home_option
@clock_option
@told_plainly
def draft_command(week: str | None, by: str | None, home: Path, at: str | None) -> None:
    """Write drafts/WEEK.yaml: every finding that is about to be mailed, to hide, pin, reword, note, merge or judge.

    What you changed stays when the command is run again; findings that came since are added. The next send of that
    week reads the file, and refuses it where it has problems.
    """
    world = opened(home, at)
    if week is not None and not WEEK.fullmatch(week):
        raise UsageError(f"'{week}' is no week; write it as 2026-W08")
    chosen = week or next_week(world)
    draft = draft_of(world, chosen)
    relate(world)  # what an interrupted crawl left: findings are named by ids that must last
    findings = offered(world, chosen)
    who = by or (draft.by if draft else user_of(world.environ))
    text = written(chosen, findings, draft, who)
    path = path_of(world, chosen)
    write_whole(path, text)
    click.echo(terminal_text(f"{path}: {summary(len(findings), draft)}"))


def summary(findings: int, draft: Draft | None) -> str:
    """`8 findings; 1 left out, 1 reworded`"""
    said = []
    rulings = draft.rulings if draft else ()
    for count, word in (
        (sum(one.left_out for one in rulings), "left out"),
        (sum(one.pin for one in rulings), "put first"),
        (sum(bool(one.reword) for one in rulings), "reworded"),
        (sum(bool(one.note) for one in rulings), "with a note"),
        (sum(bool(one.same_as) for one in rulings), "told in another"),
        (sum(bool(one.judge) for one in rulings), "judged"),
    ):
        said += [f"{count} {word}"] if count else []
    return f"{findings} finding{'s' if findings != 1 else ''}; {', '.join(said) or 'nothing changed so far'}"


@click.command("edits", short_help="Who changed what in the mails before they went out, and when.")
@click.argument("week", required=False)
@json_option
@home_option
@told_plainly
def edits_command(week: str | None, as_json: bool, home: Path) -> None:
    """List what was changed in drafts that were read by a send, of one WEEK or of all."""
    world: World = opened(home)
    rows = [
        {
            "week": one.week,
            "at": stamp(one.at),
            "by": one.by,
            "event": one.event or None,
            "what": one.what,
            "before": one.before,
            "after": one.after,
        }
        for one in world.archive.drafts.changes(week)
    ]
    if as_json:
        print_json(rows)
    elif not rows:
        click.echo("no mail was changed before it went out")
    else:
        shown = [[terminal_text(str(row[key] or "-")) for key in row] for row in rows]
        click.echo(table(shown, [key.upper() for key in rows[0]]))
