"""`bellwether rules explain`: which words of which rule gave which weight, and what spoke against others."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from classifiers.rulebook.records import Rule
from commands.base import answer, home_option, json_option, opened, print_json, told_plainly
from commands.choosing import unknown
from commands.rules_explained import Explained, explained_value, show
from domain.changes import Edit
from domain.errors import UsageError
from domain.sources import Source, SourceKind
from pipeline import World
from pipeline.composing.judging import meant, verdicts_about
from pipeline.detecting.rules import lacks, named_in, reasons, typed


@click.command("explain", short_help="Show which words gave which tag, and which did not count.")
@click.argument("key", metavar="CHANGE", required=False)
@click.option("--text", help="Explain this text instead: a headline, and what follows it after a line break.")
@click.option("--kind", type=click.Choice([str(kind) for kind in SourceKind]), default="feed", show_default=True)
@click.option("--competitor", metavar="NAME", help="Whose text it is; else the one it names, or the first.")
@click.option("--rule", "rule_id", metavar="ID", help="Only this rule: its words, or what it misses.")
@json_option
@home_option
@told_plainly
def explain_command(
    key: str | None,
    text: str | None,
    kind: str,
    competitor: str | None,
    rule_id: str | None,
    as_json: bool,
    home: Path,
) -> None:
    """Show which words of which rule gave a change its tags, and which words did not count, and why.

    CHANGE is the key of a change or of one entry's edit; it may be shortened. The rules are those of now.
    """
    if (key is None) == (text is None) or (text is not None and not text.strip()):
        raise UsageError("say what to explain: the key of a change, or --text")
    world = opened(home)
    rule = chosen(world, rule_id) if rule_id else None
    if text is not None:
        about, found = of_text(world, text, SourceKind(kind), competitor, rule)
    else:
        about, found = of_change(world, key or "", rule)
    if as_json:
        print_json([explained_value(one) for one in found])
    else:
        show(answer(), about, found, rule)


def chosen(world: World, rule_id: str) -> Rule:
    rule = world.rules.rule(rule_id)
    if rule is None:
        raise UsageError(world.rules.absent(rule_id))
    return rule


def of_text(
    world: World, text: str, kind: SourceKind, competitor: str | None, rule: Rule | None
) -> tuple[str, list[Explained]]:
    """What rules say of a typed text: of the competitor named, else of the one in the text, else of the first."""
    rivals = [rival.name for rival in world.configuration.sources.competitors]
    if competitor is not None and competitor not in rivals:
        raise UsageError(unknown("competitor", competitor, rivals))
    subject = competitor or named_in(world, text) or next(iter(rivals), "")
    edit, source = typed(text, kind, subject)
    about = f"read as a text of {subject}, from a {kind} (--competitor NAME, --kind)"
    return about, [explained(world, "", text.split("\n", 1)[0], (edit,), source, rule)]


def of_change(world: World, key: str, rule: Rule | None) -> tuple[str, list[Explained]]:
    change, sightings = meant(world, key)
    source = world.configuration.sources.named(change.source)
    if source is None:
        raise UsageError(f"{change.source} is no longer in sources.yaml: how it is to be read is not known")
    about = f"{change.key[:10]}  {change.source} ({change.subject.name}), {change.after.captured_at:%Y-%m-%d}"
    found = []
    for one in sightings:
        source = replace(source, subject=one.subject)
        said = explained(world, one.edits[0].key, one.headline, one.edits, source, rule)
        found.append(said._replace(verdicts=verdicts_about(world, one)))
    return about, found


def explained(
    world: World, key: str, headline: str, edits: Sequence[Edit], source: Source, rule: Rule | None
) -> Explained:
    missed = lacks(world, rule, edits, source) if rule else ""
    return Explained(key, headline, reasons(world, edits, source), lacks=missed)
