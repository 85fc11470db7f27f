"""`bellwether rules`: list, check, test, explain and backtest the rules that give tags."""

from pathlib import Path
from typing import Any

import click

from classifiers import OUR_RULES, load_rules, read_rules
from classifiers.trying.conflicts import conflicts
from classifiers.trying.examples import Failure, failures
from commands.base import SOME_FAILED, USAGE, home_option, json_option, print_json, stop, told_plainly
from commands.rules_backtest import backtest_command
from commands.rules_explain import explain_command
from commands.rules_list import list_command
from commands.shapes import problem_value
from domain.errors import UsageError
from guard.escaping import terminal_text

NEXT_STEP = (
    "mend the rule or the example at its line, and run this again; "
    "`bellwether rules explain --text TEXT --rule ID` tells what a rule makes of a text"
)


@click.group("rules")
def rules_group() -> None:
    """List, check, test, explain and try out the rules that give tags.

    Ours come with Bellwether; yours are files in the folder `rules` of your home.
    """


for command in (list_command, explain_command, backtest_command):
    rules_group.add_command(command)


@rules_group.command("check", short_help="Tell every mistake and conflict in rule files.")
@json_option
@home_option
@told_plainly
def check_command(as_json: bool, home: Path) -> None:
    """Read ours and yours, and tell every mistake and every conflict with its place. Needs no other file.

    Exit code 2 where a rule cannot be read; a conflict, or an example that your rule gets wrong, is only told.
    """
    folders = folders_of(home)
    files, problems = read_rules(folders)
    found = problems or conflicts(load_rules(folders), files)
    rules = sum(len(file.rules) for file in files)
    if as_json:
        print_json({"files": len(files), "rules": rules, "problems": [problem_value(one) for one in found]})
    for problem in () if as_json else found:
        click.echo(terminal_text(f"{'warning: ' if problem.warning else ''}{problem}"), err=True)
    if problems:
        stop(USAGE, f"{counted(len(problems), 'problem')}; mend them, then run `bellwether rules check` again")
    if not as_json:
        doubts = f", {len(found)} worth a look" if found else ""
        click.echo(f"{rules} rules in {len(files)} files: no problems{doubts}")


def folders_of(home: Path) -> tuple[Path, Path]:
    """Ours and the analysts'; UsageError where there is no such home."""
    if not home.is_dir():
        raise UsageError(f"there is no folder {home}; name one with --home")
    return OUR_RULES, home / "rules"


@rules_group.command("test", short_help="Run the examples of every rule.")
@click.option("--rule", "names", multiple=True, metavar="ID", help="Only this rule.")
@json_option
@home_option
@told_plainly
def test_command(names: tuple[str, ...], as_json: bool, home: Path) -> None:
    """Run the examples of every rule, ours and yours; exit 3 when one goes wrong. Needs no other file."""
    book = load_rules(folders_of(home))
    for name in names:
        if book.rule(name) is None:
            raise UsageError(book.absent(name))
    rules = [rule for rule in book.rules if not names or rule.id in names]
    wrong = failures(book, rules)
    examples = sum(len(rule.examples_for) + len(rule.examples_against) for rule in rules)
    if as_json:
        print_json({"rules": len(rules), "examples": examples, "failed": [failure_value(one) for one in wrong]})
    else:
        for failure in wrong:
            click.echo(terminal_text(str(failure)))
        said = f"{len(wrong)} go wrong" if wrong else "all are right"
        click.echo(f"{counted(examples, 'example')} of {counted(len(rules), 'rule')}: {said}")
    if wrong:
        stop(SOME_FAILED, NEXT_STEP)


def failure_value(failure: Failure) -> dict[str, Any]:
    return {
        "rule": failure.rule.id,
        "file": failure.rule.origin.file,
        "line": failure.example.line,
        "text": failure.text,
        "expected": "fires" if failure.expected else "silent",
        "why": failure.why,
        "fired": list(failure.fired),
    }


def counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
