"""`bellwether rules`: list, check, test, explain and backtest the rules that give tags."""

from pathlib import Path
from typing import Any

import click

from classifiers import OUR_RULES, load_rules, read_rules
from classifiers.catalogue import gives
from classifiers.conflicts import conflicts
from classifiers.examples import Failure, failures
from classifiers.rulebook import Rule
from commands.base import SOME_FAILED, USAGE, home_option, json_option, opened, print_json, stop, table, told_plainly
from commands.rules_backtest import backtest_command
from commands.rules_explain import explain_command
from domain.errors import UsageError
from domain.findings import TagName
from domain.problems import Problem
from guard.escaping import terminal_text
from pipeline.rules import Tally, tallies


@click.group("rules")
def rules_group() -> None:
    """List, check, test, explain and try out the rules that give tags.

    Ours come with Bellwether; yours are files in the folder `rules` of your home.
    """


for command in (explain_command, backtest_command):
    rules_group.add_command(command)


@rules_group.command("list", short_help="List the rules: how often each fired, and was right.")
@click.option("--tag", type=click.Choice([tag.value for tag in TagName]), help="Only rules about this tag.")
@json_option
@home_option
@told_plainly
def list_command(tag: str | None, as_json: bool, home: Path) -> None:
    """List every rule in use: how often it fired, and how often analysts found it right."""
    world = opened(home)
    rules = [rule for rule in world.rules.rules if tag is None or tag in (rule.tag, *rule.clears, *rule.excludes)]
    found = tallies(world)
    if as_json:
        print_json([rule_value(rule, found.get(rule.id, Tally())) for rule in rules])
        return
    rows = [[terminal_text(cell) for cell in rule_row(rule, found.get(rule.id, Tally()))] for rule in rules]
    click.echo(table(rows, ("RULE", "GIVES", "WEIGHT", "FIRED", "RIGHT", "WHERE")))
    off = world.configuration.sources.packs_off
    click.echo(f"{len(rules)} rules{'; switched off: ' + ', '.join(off) if off else ''}")


def rule_row(rule: Rule, tally: Tally) -> list[str]:
    score = tally.score
    right = f"{score.right} of {score.judged}" if score.judged else "-"
    weight = f"{rule.confidence:.2f}" if rule.tag else "-"
    fired = str(tally.fired) if rule.tag else "-"
    return [rule.id, gives(rule), weight, fired, right, f"{rule.origin.file}:{rule.origin.line}"]


def rule_value(rule: Rule, tally: Tally) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "tag": rule.tag,
        "weight": rule.confidence if rule.tag else None,
        "why": rule.why,
        "excludes": list(rule.excludes),
        "clears": list(rule.clears),
        "fired": tally.fired if rule.tag else None,
        "judged": tally.score.judged,
        "precision": tally.score.precision,
        "file": rule.origin.file,
        "line": rule.origin.line,
    }


@rules_group.command("check", short_help="Tell every mistake and conflict in rule files.")
@json_option
@home_option
@told_plainly
def check_command(as_json: bool, home: Path) -> None:
    """Read ours and yours, and tell every mistake and every conflict with its place. Needs no other file.

    Exit code 2 where a rule cannot be read; a conflict is only told.
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


def problem_value(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "hint": problem.hint,
        "warning": problem.warning,
    }


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
            raise UsageError(f"no rule is called '{name}'; `bellwether rules list` shows them all")
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
        stop(SOME_FAILED)


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
