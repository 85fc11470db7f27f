"""`bellwether doctor`: what is wrong with this installation, and what to do about it."""

import os
from dataclasses import asdict
from email.utils import parseaddr
from pathlib import Path

import click

from commands.base import OK, SOME_FAILED, home_option, json_option, print_json, told_plainly
from config.settings_file import load_settings
from digest.probe import probe
from domain.checks import Check, Health
from domain.errors import ConfigurationError, UsageError
from domain.times import utc_now
from guard.escaping import terminal_text
from pipeline.delivering.doctor import look_over

MARKS = {Health.OK: "ok", Health.WARNING: "look", Health.WRONG: "WRONG"}


@click.command("doctor")
@click.option("--mail", is_flag=True, help="Send a short mail and say how far it came.")
@click.option("--to", metavar="ADDRESS", help="Whom the probe goes to; without it the sender of [mail].")
@json_option
@home_option
@told_plainly
def doctor_command(mail: bool, to: str | None, as_json: bool, home: Path) -> None:
    """Check files, database, space, browser, clock and deliveries; with --mail, the mail server.

    Exit code 3 where something is wrong.
    """
    if to and not mail:
        raise UsageError("--to is for --mail")
    if not home.is_dir():
        raise UsageError(f"there is no folder {home}; name one with --home, or make one with `bellwether init DIR`")
    checks = _mail(home, to) if mail else look_over(home, os.environ, utc_now)
    if as_json:
        print_json([asdict(check) for check in checks])
    for check in () if as_json else checks:
        click.echo(_said(check))
    raise SystemExit(SOME_FAILED if any(check.health is Health.WRONG for check in checks) else OK)


def _mail(home: Path, to: str | None) -> tuple[Check, ...]:
    settings, problems = load_settings(home, os.environ)
    if problems:
        raise ConfigurationError(problems)
    if settings.smtp is None:
        raise UsageError("there is no [smtp] in bellwether.toml: editions are written to digests/ only")
    return probe(settings.smtp, settings.mail_from, to or parseaddr(settings.mail_from)[1], os.environ, utc_now())


def _said(check: Check) -> str:
    line = f"{MARKS[check.health]:<6} {check.name:<10} {check.said}"
    return terminal_text(f"{line}\n{'':<18}{check.hint}" if check.hint else line)
