"""`bellwether changes show`: one change with its words before and after, on the terminal or as an evidence page."""

from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console

from commands.base import answer, home_option, json_option, opened, print_json, told_plainly
from commands.changes_judge import verdict_line
from commands.marked import marked
from commands.shapes import change_value
from digest.fact_words import fact_words
from digest.words import clip
from domain.changes import Captured, Change, Edit
from domain.errors import UsageError
from domain.events import Sighting
from domain.findings import Tag
from domain.sources import Subject
from guard.escaping import terminal_text
from pipeline import World
from pipeline.composing.change_page import change_page

SHOWN_QUOTES = 3
QUOTE_WORDS = 16
SHOWN_EDITS = 40
SHORT_HASH = 12


def chosen(world: World, key: str) -> Change:
    """The one change whose key begins so, or that of one of its entries does; UsageError for none or several."""
    changes = world.archive.derived.changes()
    found = [change for change in changes if change.key.startswith(key)]
    found = found or [change for change in changes if any(edit.key.startswith(key) for edit in change.edits)]
    if len(found) != 1:
        raise UsageError(
            f"{len(found)} changes or entries begin with '{key}'; `bellwether changes list` shows the keys"
        )
    return found[0]


@click.command("show")
@click.argument("key")
@click.option("--full", is_flag=True, help="Show every edit, and long texts as a whole.")
@click.option("--html", "page", type=click.Path(path_type=Path, dir_okay=False), help="Write an evidence page there.")
@json_option
@home_option
@told_plainly
def show_command(key: str, full: bool, page: Path | None, as_json: bool, home: Path) -> None:
    """Show one change with its words before and after. KEY is its own or an entry's; it may be shortened."""
    world = opened(home)
    change = chosen(world, key)
    if page is not None:
        written(page, change_page(world, change))
    if as_json:
        print_json(change_value(world, change))
    elif page is None:
        show(answer(), world, change, full=full)


def written(page: Path, html: str) -> None:
    try:
        page.write_text(html, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{page} cannot be written: {error.strerror}") from error
    click.echo(f"written: {page}", err=True)


def show(say: Console, world: World, change: Change, *, full: bool = False) -> None:
    """Who and when, tags and facts with the words they rest on, then every edit with its words marked."""
    sightings = world.archive.derived.sightings_of(change.key)
    for headline in dict.fromkeys(one.headline for one in sightings):
        say.print(terminal_text(headline), markup=False, style="bold")
    for line in about(world, change):
        say.print(terminal_text(line), markup=False)
    edits = change.edits if full else change.counted[:SHOWN_EDITS]
    shown: set[str] = set()
    for one in sightings:
        show_findings(say, one, named=len(sightings) > 1)
        keys = {edit.key for edit in one.edits} - shown
        shown |= keys
        show_edits(say, [edit for edit in edits if edit.key in keys], full=full)
    show_edits(say, [edit for edit in edits if edit.key not in shown], full=full)
    if len(edits) < len(change.edits):
        left = len(change.edits) - len(edits)
        say.print(
            f"\n{left} more edit{'s' if left != 1 else ''}: `changes show {change.key[:10]} --full`", markup=False
        )


def about(world: World, change: Change) -> list[str]:
    """Which source, when, which bytes, and what was made of it."""
    source = world.configuration.sources.named(change.source)
    address = f" · {source.url}" if source else ""
    lines = [f"{named(change.source, change.subject)}{address}"]
    lines += [f"{side}  {_end(world, end)}" for side, end in (("before", change.before), ("after ", change.after))]
    said = f": {change.explanation}" if change.explanation else ""
    return [*lines, f"status  {change.status}{said}", f"key     {change.key}", *judged_lines(world, change)]


def judged_lines(world: World, change: Change) -> list[str]:
    """What analysts said of it, each matter once."""
    standing = world.archive.verdicts.standing(change.key)
    return list(dict.fromkeys(f"judged  {verdict_line(one)}" for one in standing))


def named(source: str, subject: Subject) -> str:
    """The source and whom it is about; a market's list has no other name than its own."""
    return source if subject.name == source else f"{source} ({subject.name})"


def _end(world: World, end: Captured) -> str:
    visit = world.archive.visits.get(end.snapshot)
    sha256 = visit.main.sha256 if visit.main else None
    return f"{end.captured_at:%Y-%m-%d %H:%M} UTC  {f'sha256 {sha256[:SHORT_HASH]}' if sha256 else 'no body'}"


def show_findings(say: Console, sighting: Sighting, *, named: bool) -> None:
    if named and (sighting.tags or sighting.facts):
        say.print(f"\n{terminal_text(sighting.headline)}", markup=False, style="bold")
    elif sighting.tags or sighting.facts:
        say.print()
    for tag in sighting.tags:
        say.print(terminal_text(f"  tag   {tag.tag} {tag.confidence:.2f} by {tag.rule}{quoted(tag)}"), markup=False)
    for fact in sighting.facts:
        line = f"  fact  {fact.type}: {fact_words(fact)}  {quote(fact.quote.text)}"
        say.print(terminal_text(line), markup=False)


def quoted(tag: Tag) -> str:
    quotes = [quote(one.text) for one in tag.quotes[:SHOWN_QUOTES]]
    return f": {', '.join(quotes)}" if quotes else ""


def quote(text: str) -> str:
    return f"“{clip(text, QUOTE_WORDS)}”"


def show_edits(say: Console, edits: Sequence[Edit], *, full: bool) -> None:
    """Each edit under its headings, which neighbours share."""
    above = ""
    for edit in edits:
        head = f"{place(edit.path)} [{'minor, ' if edit.minor else ''}{edit.where}]"
        if head != above:
            say.print(f"\n{head}", markup=False, style="dim")
        above = head
        say.print(marked(say, edit.before, edit.after, full=full))
        if edit.noise:
            waits = "; told if it stands at the next visit" if edit.waits else ""
            say.print(terminal_text(f"left out: {edit.noise}{waits}"), markup=False)


def place(path: Sequence[str]) -> str:
    return terminal_text(" › ".join(path)) or "(top of the page)"
