"""`python -m demo`: three weeks of an invented world, crawled, compared and mailed on this machine."""

import argparse
import sys
import threading
from pathlib import Path
from typing import cast

from demo.home import clear, finished, furnish, made_by_us, read_note, write_note
from demo.site import DATES, WORLD, folders, serve
from demo.weeks import newest_for_analysts, play, to_read_first
from domain.errors import BellwetherError, BrowserMissing, UsageError
from spiders.chromium import find

OK, USAGE, FAILED = 0, 2, 1
DEFAULT = Path("demo-home")
LATER = 10  # a world served again counts its visits on, so that its tokens and quotes are new ones


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def make(home: Path, *, again: bool) -> None:
    """Make the home and live three weeks in it."""
    clear(home, again=again)
    try:
        find(None)
    except BrowserMissing as error:
        say(f"\n*** NO BROWSER: sources with `render: browser` are not seen in this demo. {error} ***\n")
    with serve(WORLD) as site:
        furnish(home, site.port)
        said = play(home, site, say)
    write_note(home, said)


def point(home: Path) -> None:
    """Say where the mails are and which to read first; the last line on stdout is the newest analysts' mail."""
    editions = cast("list[dict[str, object]]", read_note(home)["editions"])
    say(f"mails and their evidence: {home / 'digests'}")
    first = to_read_first(editions)
    if first is not None:
        say(f"read this one first, the account manager's mail of the week with news: {first}")
    print(newest_for_analysts(editions), flush=True)


def show(home: Path, date: str) -> None:
    """Serve the home's copy of the world on its stored port until interrupted."""
    port = read_note(home).get("port")
    if not made_by_us(home) or not isinstance(port, int):
        raise UsageError(f"{home} was not made by the demo; make it with `./dev demo --out {home}`")
    with serve(home / "world", date, port, visits=LATER) as site:
        say(f"the demo world of {DATES[date]} answers at {site.base}; end it with Ctrl-C")
        say(f"try: .venv/bin/crawl --home {home} --source brightvane-jobs --json")
        say(copies(home, date))
        say("edit a page there and crawl again to see a change")
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            say("ended")


def copies(home: Path, date: str) -> str:
    """Which folder's pages a date shows, and whose copy is shown of a page that is not there."""
    first, *others = folders(date)
    rest = ", then ".join(others)
    return (
        f"shown now are the pages in {home / 'world' / first}; a page not there comes from {rest}: the first copy wins"
    )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="./dev demo", description=__doc__)
    parser.add_argument("--out", type=Path, metavar="DIR", help=f"folder to make (default ./{DEFAULT})")
    parser.add_argument(
        "--serve",
        nargs="?",
        const="",
        metavar="DIR",
        help="keep the sites answering; a demo that is there already goes on as it is (default ./demo-home)",
    )
    parser.add_argument("--date", choices=DATES, default="quiet", help="the date that --serve shows (default quiet)")
    parser.add_argument("--again", action="store_true", help="make it anew, although its files were edited")
    chosen = parser.parse_args(arguments)
    only_serve = bool(chosen.serve)
    if only_serve and (chosen.out is not None or chosen.again):
        parser.error("--serve DIR starts a demo made before; leave out --out and --again, or leave out DIR")
    home = (Path(chosen.serve) if only_serve else chosen.out or DEFAULT).absolute()
    try:
        if not only_serve and (chosen.again or chosen.serve is None or not finished(home)):
            make(home, again=chosen.again)
        elif not only_serve:
            say(f"{home} goes on as it is; --again makes it anew")
        if not only_serve:
            point(home)
        if chosen.serve is not None:
            show(home, chosen.date)
    except UsageError as error:
        say(f"demo: {error}")
        return USAGE
    except BellwetherError as error:
        say(f"demo: {error}")
        return FAILED
    return OK


if __name__ == "__main__":
    raise SystemExit(main())
