"""What rules say of a text, as lines for people and as a value for programs."""

from typing import Any, NamedTuple

from rich.console import Console

from classifiers.rulebook.catalogue import gives
from classifiers.rulebook.loading import switched_off
from classifiers.rulebook.records import GIVEN_FROM, Rule
from classifiers.tagging.matching import Firing
from classifiers.tagging.tags import Weighing
from classifiers.trying.examples import firings_in, objection_said
from classifiers.trying.explaining import Reasons, Refusal
from commands.changes_judge import verdict_line
from commands.shapes import fact_value, verdict_value
from digest.fact_words import fact_words
from domain.findings import Quote
from domain.verdicts import AnalystVerdict
from guard.escaping import terminal_text

LONGEST_QUOTE = 80
LEGEND = f"behind a tag: how often tags of its weight were right; a weight of {GIVEN_FROM:.2f} or more gives it"


class Explained(NamedTuple):
    """The edit's key, the headline, what the rules say, what analysts said, and what the rule asked about misses."""

    edit: str
    headline: str
    why: Reasons
    verdicts: tuple[AnalystVerdict, ...] = ()
    lacks: str = ""


def show(say: Console, about: str, found: list[Explained], rule: Rule | None = None) -> None:
    """Everything that rules say, or what the one asked about does."""
    say.print(terminal_text(about), markup=False)
    for one in found:
        entry = f"{one.edit[:10]}  " if len(found) > 1 else ""
        say.print(terminal_text(f"\n{entry}{one.headline}"), markup=False, style="bold")
        if rule is not None:
            say.print(terminal_text(f"  {rule_line(rule, one)}"), markup=False)
            continue
        said = dict.fromkeys(f"  judged, and heeded before any rule: {verdict_line(each)}" for each in one.verdicts)
        for line in (*lines(one.why), *said):
            say.print(terminal_text(line), markup=False)
    if rule is None and any(weighing.given for one in found for weighing in one.why.weighings):
        say.print(terminal_text(f"\n{LEGEND}"), markup=False)


def lines(why: Reasons) -> list[str]:
    """The explanation, for people."""
    if why.gone:
        return ["  the page is gone: what kind of page it was gives the tag, no rule does"]
    said = [line for weighing in why.weighings for line in weighing_lines(weighing)]
    tags = {weighing.name for weighing in why.weighings}
    for firing in why.takers:
        taken = ", ".join([*firing.rule.clears, *firing.rule.excludes])
        verb = "takes" if any(name in taken for name in tags) else "would take"
        said += [f"  {verb} away {taken}:", f"    {firing.rule.id}: {words(firing.quotes)}", f"      {firing.rule.why}"]
    if why.facts:
        said.append("  facts:")
        said += [f"    {fact_words(fact)}: {words((fact.quote,))}" for fact in why.facts]
    if why.refusals:
        said.append("  words that were there and did not count:")
        said += [f"    {refusal_line(one)}" for one in why.refusals]
    if why.idle:
        said.append("  rules that are switched off, and would fire:")
        said += [f"    {idle_line(one)}" for one in merged(why.idle)]
    return said if any((why.weighings, why.takers, why.refusals)) else [nothing_said(why), *said]


def nothing_said(why: Reasons) -> str:
    return "  no rule that is on has its words in it" if why.idle else "  no rule's words are in it"


def idle_line(firing: Firing) -> str:
    about = firing.rule.tag or gives(firing.rule)
    return f"{firing.rule.id} ({about}): {words(firing.quotes)} - switched off {switched_off(firing.rule)}"


def rule_line(rule: Rule, one: Explained) -> str:
    """Whether one rule fires, by which words; else what spoke against it, or what it misses."""
    fired = [firing for firing in firings_in(one.why) if firing.rule.id == rule.id]
    if fired:
        return f"{rule.id} fires: {words(merged(tuple(fired))[0].quotes)}"
    refusal = next((each for each in one.why.refusals if each.rule.id == rule.id), None)
    return refusal_line(refusal) if refusal else f"{rule.id} does not fire: {one.lacks}"


def weighing_lines(weighing: Weighing) -> list[str]:
    said = [f"  {weighing.name}{because(weighing)}"]
    for firing in merged(weighing.fired):
        counts = firing.rule.id in {one.rule.id for one in weighing.firings}
        note = "" if counts or weighing.given is False else " (taken away)"
        quoted = (
            f": {words(firing.quotes)}" if firing.rule.when else ""
        )  # what a source is expected to tell has no words
        said.append(f"    {firing.rule.confidence:.2f}  {firing.rule.id}{note}{quoted}")
        said.append(f"          {firing.rule.why}{place(firing.rule)}")
    return said


def place(rule: Rule) -> str:
    """ " (file:line)", with the analysts' line that set its weight; "" for what no file says."""
    if not rule.origin.line:
        return ""
    set_in = f", weight set in {rule.adjusted.origin.file}:{rule.adjusted.origin.line}" if rule.adjusted else ""
    return f" ({rule.origin.file}:{rule.origin.line}{set_in})"


def because(weighing: Weighing) -> str:
    """ " 0.96: given, weight 0.90", or why a tag is not given, or what it stood against."""
    takers = " and ".join(rule.id for rule in weighing.takers)
    if weighing.given:
        against = f", although {takers} would take it away" if takers else ""
        return f" {weighing.confidence:.2f}: given, weight {weighing.weight:.2f}{against}"
    if weighing.weight < GIVEN_FROM:
        return f": not given, weight {weighing.weight:.2f} of the {GIVEN_FROM:.2f} that it takes"
    return f": not given, taken away by {takers}"


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
    """The words in quotation marks, each once, long ones cut behind a word."""
    said = dict.fromkeys(" ".join(quote.text.split()) for quote in quotes)
    return " … ".join(f"“{one if len(one) <= LONGEST_QUOTE else cut(one)}”" for one in said)


def cut(text: str) -> str:
    """The whole words that fit; of a text without a space what fits of it."""
    head = text[: LONGEST_QUOTE + 1].rpartition(" ")[0] or text[:LONGEST_QUOTE]
    return f"{head} …"


def explained_value(explained: Explained) -> dict[str, Any]:
    why = explained.why
    return {
        "edit": explained.edit or None,
        "headline": explained.headline,
        "verdicts": [verdict_value(one) for one in explained.verdicts],
        "lacks": explained.lacks or None,
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
        "switched_off": [
            {
                "rule": one.rule.id,
                "tag": one.rule.tag,
                "words": texts(one.quotes),
                "switched_off": switched_off(one.rule),
            }
            for one in merged(why.idle)
        ],
        "facts": [fact_value(one) for one in why.facts],
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
