"""`bellwether rules list`: every rule, how often it fired, and what analysts' verdicts say of it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from classifiers.rulebook.catalogue import gives
from classifiers.rulebook.records import Rule
from commands.base import home_option, json_option, opened, print_json, table, told_plainly
from domain.findings import TagName
from guard.escaping import terminal_text
from pipeline.detecting.rules import Tally, missed, tallies

MOST_KEYS = 3


@click.command("list", short_help="List the rules: how often each fired, and was right.")
@click.option("--tag", type=click.Choice([tag.value for tag in TagName]), help="Only rules about this tag.")
@click.option("--verdicts", is_flag=True, help="Only rules that analysts judged, worst first, with what was wrong.")
@json_option
@home_option
@told_plainly
def list_command(tag: str | None, verdicts: bool, as_json: bool, home: Path) -> None:
    """List every rule: how often it fired, and how often analysts found it right.

    A rule that your files adjust says so, and where; one that is off fires nowhere.
    """
    world = opened(home)
    every = sorted((*world.rules.rules, *world.rules.off), key=lambda rule: (rule.origin.file, rule.origin.line))
    rules = [rule for rule in every if tag is None or tag in (rule.tag, *rule.clears, *rule.excludes)]
    found = tallies(world)
    if verdicts:
        rules = [rule for rule in worst_first(rules, found) if found.get(rule.id, Tally()).score.judged]
    unfound = {name: keys for name, keys in missed(world).items() if tag in (None, name)}
    if as_json:
        print_json([rule_value(rule, found.get(rule.id, Tally())) for rule in rules])
    elif verdicts:
        show_verdicts(rules, found, unfound)
    else:
        show_rules(rules, found, world.configuration.sources.packs_off)


def worst_first(rules: Sequence[Rule], found: Mapping[str, Tally]) -> list[Rule]:
    """By the share that was right, then by how many were judged."""

    def order(rule: Rule) -> tuple[float, int]:
        score = found.get(rule.id, Tally()).score
        return (1.0 if score.precision is None else score.precision, -score.judged)

    return sorted(rules, key=order)


def show_rules(rules: Sequence[Rule], found: Mapping[str, Tally], packs_off: Sequence[str]) -> None:
    rows = [[terminal_text(cell) for cell in rule_row(rule, found.get(rule.id, Tally()))] for rule in rules]
    click.echo(table(rows, ("RULE", "GIVES", "WEIGHT", "FIRED", "RIGHT", "WHERE")))
    off = sum(is_off(rule) for rule in rules)
    packs = f"; packs switched off: {', '.join(packs_off)}" if packs_off else ""
    click.echo(f"{len(rules) - off} rules{f' and {off} that you switched off' if off else ''}{packs}")


def rule_row(rule: Rule, tally: Tally) -> list[str]:
    fired = str(tally.fired) if rule.tag else "-"
    return [rule.id, gives(rule), weight_said(rule), fired, right_said(tally), where_said(rule)]


def weight_said(rule: Rule) -> str:
    """ "0.65", "0.40 (0.65)" where it came with another one, "off"."""
    if is_off(rule):
        return "off"
    was = rule.adjusted.was if rule.adjusted else None
    return (f"{rule.confidence:.2f}" if rule.tag else "-") + (f" ({was:.2f})" if was is not None else "")


def right_said(tally: Tally) -> str:
    return f"{tally.score.right} of {tally.score.judged}" if tally.score.judged else "-"


def where_said(rule: Rule) -> str:
    where = f"{rule.origin.file}:{rule.origin.line}"
    set_in = rule.adjusted
    return f"{where}, set in {set_in.origin.file}:{set_in.origin.line}: {set_in.why}" if set_in else where


def is_off(rule: Rule) -> bool:
    return rule.adjusted is not None and rule.adjusted.off


def show_verdicts(rules: Sequence[Rule], found: Mapping[str, Tally], unfound: Mapping[TagName, Sequence[str]]) -> None:
    """The rules that were judged, and the tags that no rule gives and an analyst holds."""
    if not rules and not unfound:
        click.echo("no verdict stands on any rule; `bellwether changes judge` gives one")
        return
    rows = [[terminal_text(cell) for cell in verdict_row(rule, found[rule.id])] for rule in rules]
    if rows:
        click.echo(table(rows, ("RULE", "GIVES", "FIRED", "JUDGED", "RIGHT", "WRONG IN")))
    for name, keys in unfound.items():
        click.echo(f"{name} that no rule gives and an analyst gave or found right: {keys_said(keys)}")
    wrong = sum(found[rule.id].score.judged - found[rule.id].score.right for rule in rules)
    if wrong:
        click.echo("why one fired: bellwether rules explain KEY")


def verdict_row(rule: Rule, tally: Tally) -> list[str]:
    score = tally.score
    share = f"{score.right} ({score.precision or 0.0:.0%})"
    return [rule.id, gives(rule), str(tally.fired), str(score.judged), share, keys_said(tally.wrong) or "-"]


def keys_said(keys: Sequence[str]) -> str:
    more = f" and {len(keys) - MOST_KEYS} more" if len(keys) > MOST_KEYS else ""
    return ", ".join(key[:10] for key in keys[:MOST_KEYS]) + more


def rule_value(rule: Rule, tally: Tally) -> dict[str, Any]:
    set_in = rule.adjusted
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
        "wrong": list(tally.wrong),
        "file": rule.origin.file,
        "line": rule.origin.line,
        "off": is_off(rule),
        "adjusted": None
        if set_in is None
        else {"file": set_in.origin.file, "line": set_in.origin.line, "why": set_in.why, "weight_before": set_in.was},
    }
