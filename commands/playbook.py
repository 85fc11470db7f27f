"""`bellwether playbook`: what to do about a finding, who does it and by when."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

import config
from commands.base import USAGE, home_option, json_option, print_json, stop, table, told_plainly
from commands.choosing import unknown
from commands.shapes import problem_value
from config.accounts_file import load_accounts
from config.playbook_file import FILE, load_playbook
from config.schedules import DAYS
from digest.playbook import Case, in_words, meets, step
from domain.accounts import Account, Accounts, Person, Stage
from domain.errors import UsageError
from domain.events import ReasonKind, Stance
from domain.findings import TagName
from domain.playbook import By, Play, Playbook
from domain.sources import Subject, SubjectKind
from domain.times import utc_now
from guard.escaping import terminal_text

ANYBODY = Person(key="", name="", email="", zone="UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What plays are looked for; None asks for nothing."""

    tag: TagName | None
    reason: ReasonKind | None
    stance: Stance | None
    stage: Stage | None

    def fits(self, play: Play) -> bool:
        """Whether the play may be taken where all of this is so."""
        if self.reason is ReasonKind.OWN_NEWS and ReasonKind.OWN_NEWS not in play.reasons:
            return False
        pairs = (
            (play.tags, self.tag),
            (play.reasons, self.reason),
            (play.stances, self.stance),
            (play.stages, self.stage),
        )
        return all(one is None or meets(asked, (one,)) for asked, one in pairs)


@click.group("playbook")
def playbook_group() -> None:
    """What to do about a finding, who does it and by when.

    Ours comes with Bellwether; yours is playbook.yaml in your home.
    """


@playbook_group.command("check", short_help="Tell every mistake in playbook.yaml.")
@json_option
@home_option
@told_plainly
def check_command(as_json: bool, home: Path) -> None:
    """Read playbook.yaml, and tell every mistake with its place. Exit code 2 where there is one."""
    if not home.is_dir():
        raise UsageError(f"there is no folder {home}; name one with --home")
    accounts, wrong = load_accounts(home / "accounts.yaml", None)
    book, problems = load_playbook(home, None if wrong else accounts)
    mine = sum(play.mine for play in book.plays)
    if as_json:
        print_json({"plays": len(book.plays), "mine": mine, "problems": [problem_value(one) for one in problems]})
    for problem in () if as_json else problems:
        click.echo(terminal_text(str(problem)), err=True)
    if problems:
        stop(USAGE, f"{len(problems)} to mend; then run `bellwether playbook check` again")
    if not as_json:
        whose = f"{mine} of yours" if (home / FILE).exists() else f"all of them ours; {FILE} in your home adds to them"
        click.echo(f"{len(book.plays)} plays, {whose}: no problems")


@playbook_group.command("show", short_help="List the plays in the order they are tried.")
@click.option("--tag", type=click.Choice([tag.value for tag in TagName]), help="Only plays that fit this tag.")
@click.option("--reason", type=click.Choice([kind.value for kind in ReasonKind]), help="... that fit this reason.")
@click.option("--stance", type=click.Choice([stance.value for stance in Stance]), help="... that fit this stance.")
@click.option("--stage", type=click.Choice([stage.value for stage in Stage]), help="... that fit this stage.")
@click.option("--account", metavar="NAME", help="Say the step for this account as its mail would.")
@json_option
@home_option
@told_plainly
def show_command(
    tag: str | None,
    reason: str | None,
    stance: str | None,
    stage: str | None,
    account: str | None,
    as_json: bool,
    home: Path,
) -> None:
    """List the plays in the order they are tried: of those that fit a finding, the first is taken."""
    found = config.load(home, os.environ, today=utc_now().date())
    whom = named(found.accounts, account) if account else None
    asked = Asked(
        tag=TagName(tag) if tag else None,
        reason=ReasonKind(reason) if reason else None,
        stance=Stance(stance) if stance else None,
        stage=whom.reached if whom else Stage(stage) if stage else None,
    )
    plays = [play for play in found.playbook.plays if asked.fits(play)]
    if as_json:
        print_json([play_value(play) for play in plays])
        return
    rows = [[terminal_text(cell) for cell in play_row(play)] for play in plays]
    click.echo(table(rows, ("PLAY", "FOR", "DO", "WHO", "BY", "WHERE")))
    if whom is not None:
        click.echo(terminal_text("\n" + sentence(whom, asked, found.playbook, found.accounts)))


def named(accounts: Accounts, name: str) -> Account:
    found = accounts.named(name)
    if found is None:
        raise UsageError(unknown("account", name, [each.name for each in accounts.accounts]))
    return found


def sentence(account: Account, asked: Asked, book: Playbook, accounts: Accounts) -> str:
    """The step as a mail of today would say it to somebody else than who does it."""
    own = asked.reason is ReasonKind.OWN_NEWS
    case = Case(
        account=account,
        stance=asked.stance or Stance.THREAT,
        tags=(asked.tag,) if asked.tag else (),
        about=Subject(kind=SubjectKind.ACCOUNT, name=account.name) if own else RIVAL,
        reasons=frozenset({asked.reason}) if asked.reason else frozenset(),
    )
    today = utc_now().date()
    found = step(case, playbook=book, world=accounts, name=account.name, today=today)
    return f"{account.name}, a {case.stance}: {in_words(found, reader=ANYBODY, world=accounts, today=today)}"


RIVAL = Subject(kind=SubjectKind.COMPETITOR, name="the rival")


def play_row(play: Play) -> Sequence[str]:
    by = ", else ".join(map(by_said, play.by))
    return (play.name, asks_for(play), play.do or "nothing", play.who, by, f"{play.origin.file}:{play.origin.line}")


def asks_for(play: Play) -> str:
    """ "pricing, threat or watch"; "anything" where nothing is asked for."""
    parts = (play.tags, play.reasons, play.stances, play.stages)
    return ", ".join(" or ".join(sorted(part)) for part in parts if part) or "anything"


def by_said(by: By) -> str:
    days = f"{by.days} {'working ' if by.working else ''}day{'' if by.days == 1 else 's'}"
    if by.before is not None:
        return f"{days} before {by.before}" if by.days else by.before.value
    return DAYS[by.weekday] if by.weekday is not None else days


def play_value(play: Play) -> dict[str, Any]:
    return {
        "name": play.name,
        "tags": sorted(play.tags),
        "reasons": sorted(play.reasons),
        "stances": sorted(play.stances),
        "stages": sorted(play.stages),
        "do": play.do or None,
        "who": play.who,
        "by": [by_said(by) for by in play.by],
        "mine": play.mine,
        "file": play.origin.file,
        "line": play.origin.line,
    }
