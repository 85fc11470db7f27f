"""`bellwether rules explain`: which words of which rule gave which weight, and what spoke against others."""

from pathlib import Path
from typing import Any

import click
from rich.console import Console

from classifiers.examples import objection_said
from classifiers.explaining import Reasons, Refusal
from classifiers.matching import Firing
from classifiers.rulebook import GIVEN_FROM, Rule
from classifiers.tagging import Weighing
from commands.base import answer, home_option, json_option, opened, print_json, told_plainly
from commands.choosing import unknown
from domain.errors import UsageError
from domain.findings import Quote
from domain.sources import SourceKind
from guard.escaping import terminal_text
from pipeline.judging import meant
from pipeline.rules import reasons, typed

LONGEST_QUOTE = 80
Explained = tuple[str, str, Reasons]  # the edit's key, the headline, and what the rules say


@click.command("explain", short_help="Show which words gave which tag, and which did not count.")
@click.argument("key", metavar="CHANGE", required=False)
@click.option("--text", help="Explain this text instead: a headline, and what follows it after a line break.")
@click.option("--kind", type=click.Choice([str(kind) for kind in SourceKind]), default="feed", show_default=True)
@click.option("--competitor", metavar="NAME", help="Whose text it is; else the first competitor's.")
@json_option
@home_option
@told_plainly
def explain_command(
    key: str | None, text: str | None, kind: str, competitor: str | None, as_json: bool, home: Path
) -> None:
    """Show which words of which rule gave a change its tags, and which words did not count, and why.

    CHANGE is the key of a change or of one entry's edit; it may be shortened. The rules are those of now.
    """
    if (key is None) == (text is None) or (text is not None and not text.strip()):
        raise UsageError("say what to explain: the key of a change, or --text")
    world = opened(home)
    if text is not None:
        rivals = [rival.name for rival in world.configuration.sources.competitors]
        if competitor is not None and competitor not in rivals:
            raise UsageError(unknown("competitor", competitor, rivals))
        subject = competitor or next(iter(rivals), "")
        title = text.split("\n", 1)[0]
        about, found = f"a {kind}'s text of {subject}", [("", title, typed(world, text, SourceKind(kind), subject))]
    else:
        change, sightings = meant(world, key or "")
        source = world.configuration.sources.named(change.source)
        if source is None:
            raise UsageError(f"{change.source} is no longer in sources.yaml: how it is to be read is not known")
        about = f"{change.key[:10]}  {change.source} ({change.subject.name}), {change.after.captured_at:%Y-%m-%d}"
        found = [(one.edits[0].key, one.headline, reasons(world, one, source)) for one in sightings]
    if as_json:
        print_json([explained_value(one) for one in found])
    else:
        show(answer(), about, found)


def show(say: Console, about: str, found: list[Explained]) -> None:
    say.print(terminal_text(about), markup=False)
    for edit, headline, why in found:
        entry = f"{edit[:10]}  " if len(found) > 1 else ""
        say.print(terminal_text(f"\n{entry}{headline}"), markup=False, style="bold")
        for line in lines(why):
            say.print(terminal_text(line), markup=False)


def lines(why: Reasons) -> list[str]:
    """The explanation, for people."""
    if why.gone:
        return ["  the page is gone: what kind of page it was gives the tag, no rule does"]
    said = [line for weighing in why.weighings for line in weighing_lines(weighing)]
    for firing in why.takers:
        taken = ", ".join([*firing.rule.clears, *firing.rule.excludes])
        said += [f"  takes away {taken}:", f"    {firing.rule.id}: {words(firing.quotes)}", f"      {firing.rule.why}"]
    if why.refusals:
        said.append("  words that were there and did not count:")
        said += [f"    {refusal_line(one)}" for one in why.refusals]
    return said or ["  no rule's words are in it"]


def weighing_lines(weighing: Weighing) -> list[str]:
    yes = "given" if weighing.given else "not given"
    said = [f"  {weighing.name} {weighing.confidence:.2f}: {yes}, weight {weighing.weight:.2f}{because(weighing)}"]
    for firing in merged(weighing.fired):
        counts = firing.rule.id in {one.rule.id for one in weighing.firings}
        note = "" if counts or weighing.given is False else " (taken away)"
        said.append(f"    {firing.rule.confidence:.2f}  {firing.rule.id}{note}: {words(firing.quotes)}")
        said.append(f"          {firing.rule.why}{place(firing.rule)}")
    return said


def place(rule: Rule) -> str:
    """ " (file:line)", with the analysts' line that set its weight; "" for what no file says."""
    if not rule.origin.line:
        return ""
    set_in = f", weight set in {rule.adjusted.origin.file}:{rule.adjusted.origin.line}" if rule.adjusted else ""
    return f" ({rule.origin.file}:{rule.origin.line}{set_in})"


def because(weighing: Weighing) -> str:
    """Why a tag is not given, or what it stood against."""
    takers = " and ".join(rule.id for rule in weighing.takers)
    if weighing.given:
        return f", although {takers} would take it away" if takers else ""
    if weighing.weight < GIVEN_FROM:
        return f"; a tag is given from {GIVEN_FROM:.2f} on"
    return f", taken away by {takers}"


def merged(firings: tuple[Firing, ...]) -> list[Firing]:
    """One line for each rule, with its words of all passages."""
    found: dict[str, Firing] = {}
    for one in firings:
        known = found.get(one.rule.id)
        quotes = tuple(dict.fromkeys((*known.quotes, *one.quotes))) if known else one.quotes
        found[one.rule.id] = Firing(one.rule, quotes)
    return sorted(found.values(), key=lambda one: -one.rule.confidence)


def refusal_line(refusal: Refusal) -> str:
    rule, objection = refusal.rule, refusal.objection
    about = rule.tag or "takes away " + ", ".join([*rule.clears, *rule.excludes])
    return f"{rule.id} ({about}): {words(objection.quotes)} - {objection_said(objection)}"


def words(quotes: tuple[Quote, ...]) -> str:
    """The words in quotation marks, each once, long ones cut."""
    said = dict.fromkeys(" ".join(quote.text.split()) for quote in quotes)
    return " … ".join(f"“{one[:LONGEST_QUOTE]}{'…' if len(one) > LONGEST_QUOTE else ''}”" for one in said)


def explained_value(explained: Explained) -> dict[str, Any]:
    edit, headline, why = explained
    return {
        "edit": edit or None,
        "headline": headline,
        "gone": why.gone,
        "tags": [weighing_value(one) for one in why.weighings],
        "takes_away": [
            {"rule": one.rule.id, "tags": [*one.rule.clears, *one.rule.excludes], "words": texts(one.quotes)}
            for one in why.takers
        ],
        "did_not_count": [
            {
                "rule": one.rule.id,
                "tag": one.rule.tag,
                "words": texts(one.objection.quotes),
                "why": one.objection.cause,
                "by": texts(one.objection.by),
            }
            for one in why.refusals
        ],
    }


def weighing_value(weighing: Weighing) -> dict[str, Any]:
    return {
        "tag": weighing.name,
        "confidence": weighing.confidence,
        "weight": weighing.weight,
        "given": weighing.given,
        "rules": [
            {
                "rule": one.rule.id,
                "weight": one.rule.confidence,
                "why": one.rule.why,
                "words": texts(one.quotes),
                "file": one.rule.origin.file,
                "line": one.rule.origin.line,
            }
            for one in merged(weighing.fired)
        ],
        "taken_by": [rule.id for rule in weighing.takers],
    }


def texts(quotes: tuple[Quote, ...]) -> list[str]:
    return list(dict.fromkeys(quote.text for quote in quotes))
