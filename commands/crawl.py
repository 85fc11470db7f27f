"""`crawl`: visit sources now, store what they answer, and say what changed."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

import pipeline
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
from commands.choosing import choose
from domain.reports import CrawlReport, SourceReport
from domain.sources import SourceKind
from domain.visits import PageState, Reason
from guard.escaping import terminal_text

if TYPE_CHECKING:
    from pipeline import World


@click.command("crawl", context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--source", "names", multiple=True, metavar="NAME", help="This source; may be given several times.")
@click.option("--competitor", metavar="NAME", help="All sources of this competitor.")
@click.option("--kind", type=click.Choice([*SourceKind]), help="All sources of this kind.")
@click.option("--failed", is_flag=True, help="The sources whose last visit was not good.")
@click.option("--due", is_flag=True, help="The sources whose time has come.")
@click.option("--all", "everything", is_flag=True, help="Every source that is not paused.")
@click.option("--until-stdin-ends", is_flag=True, hidden=True, help="Stop when the parent process is gone.")
@json_option
@home_option
@clock_option
@told_plainly
def crawl_command(
    names: tuple[str, ...],
    competitor: str | None,
    kind: str | None,
    failed: bool,
    due: bool,
    everything: bool,
    until_stdin_ends: bool,
    as_json: bool,
    home: Path,
    at: str | None,
) -> None:
    """Visit sources now, store what they answer, and say what changed.

    Exit codes: 0 all fine, 2 nothing fetched (usage or configuration), 3 some source could not be seen,
    4 another run holds a source.
    """
    world = opened(home, at)
    sources = choose(world, names, competitor=competitor, kind=kind, failed=failed, due=due, everything=everything)
    progress = Progress(len(sources), quiet=as_json and not sys.stderr.isatty())
    report = pipeline.crawl(
        world, sources, on_report=progress.say, stop_with=sys.stdin.fileno() if until_stdin_ends else None
    )
    if as_json:
        print_json(as_value(report))
    else:
        summarise(world, report, click.echo)
    raise SystemExit(SOME_FAILED if report.failed else OK)


OFFLINE = (Reason.DNS, Reason.CONNECTION)


class Progress:
    """One line on stderr per source as it is done, numbered."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self.total, self.quiet, self.done = total, quiet, 0

    def say(self, report: SourceReport) -> None:
        self.done += 1
        if not self.quiet:
            click.echo(f"[{self.done}/{self.total}] {outcome(report)}", err=True)


def outcome(report: SourceReport) -> str:
    """One line: the source, what came of it, and how long it took."""
    if report.state is not PageState.OK:
        said = f"{report.state}" + (f" ({report.reason})" if report.reason else "")
        return terminal_text(f"{report.name}: {said}: {report.explanation}")
    what = "changed" if report.change else "unchanged" if report.revisit else "no change"
    if report.first:
        what = "first seen; this is its baseline"
    return terminal_text(f"{report.name}: {what} ({report.bytes / 1000:.0f} kB, {report.seconds:.1f} s)")


def summarise(world: "World", report: CrawlReport, say: Callable[[str], None]) -> None:
    changed = [source for source in report.sources if source.change]
    counts = f"{len(report.sources)} visited, {len(changed)} changed, {len(report.failed)} not seen"
    say(counts)
    for source in changed:
        for sighting in world.archive.derived.sightings_of(source.change or ""):
            tags = ", ".join(tag.tag for tag in sighting.tags) or "untagged"
            say(terminal_text(f"  {source.name}: {sighting.headline} [{tags}]"))
    if report.sources and all(source.reason in OFFLINE for source in report.sources):
        say("  no source could be reached at all: is this machine online?")
    for source in report.failed:
        say(terminal_text(f"  not seen: {source.name}: {source.explanation}"))


def as_value(report: CrawlReport) -> dict[str, object]:
    """The crawl as `--json` prints it; the keys are a contract."""
    return {
        "run": report.run,
        "started": stamp(report.started),
        "ended": stamp(report.ended),
        "sources": [
            {
                "name": source.name,
                "state": source.state,
                "reason": source.reason or None,
                "explanation": source.explanation,
                "status": source.status,
                "snapshot": source.snapshot,
                "revisit": source.revisit,
                "bytes": source.bytes,
                "seconds": round(source.seconds, 3),
                "change": source.change,
            }
            for source in report.sources
        ],
    }


def main() -> None:
    crawl_command()


if __name__ == "__main__":
    main()
