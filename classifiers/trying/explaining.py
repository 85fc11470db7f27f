"""Why texts got the tags they got: which words of which rule gave which weight, and what spoke against others."""

from collections.abc import Sequence
from dataclasses import dataclass

from classifiers.facts import find_facts
from classifiers.rulebook.loading import RuleBook
from classifiers.rulebook.records import Rule
from classifiers.tagging.matching import Firing, Objection, attempt, fire
from classifiers.tagging.tags import OWNER_DECIDES, Weighing, hinted, readings, suspects, weigh
from classifiers.unpublished import unpublished
from classifiers.wording.passages import passages
from domain.changes import Edit
from domain.findings import Fact
from domain.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A rule whose words were there and did not count, and why."""

    rule: Rule
    objection: Objection


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Everything rules say of some edits: every tag that was weighed, what takes tags away, and what did not count.

    `idle` are rules that are switched off and would have fired. `gone`: the page or record went as a whole, which is
    told without any rule. `facts` are what the finders read.
    """

    weighings: tuple[Weighing, ...] = ()
    takers: tuple[Firing, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    idle: tuple[Firing, ...] = ()
    gone: bool = False
    facts: tuple[Fact, ...] = ()


def explain(edits: Sequence[Edit], source: Source, *, rules: RuleBook, names: Sequence[str]) -> Reasons:
    """As tagging goes, with every step kept. `names` are those the subject goes by; the strongest tag comes first."""
    if unpublished(edits) is not None:
        return Reasons(gone=True)
    read = passages(edits)
    facts = find_facts(read, source)
    firings: list[Firing] = []
    idle: list[Firing] = []
    refusals: dict[str, Refusal] = {}
    for reading in readings(
        read, facts, rules=rules, kind=source.kind, names=names, address=source.url, every_word=True
    ):
        for rule in suspects(reading, rules, anywhere=True):
            outcome = attempt(rule, reading)
            if isinstance(outcome, Firing):
                firings.append(outcome)
            elif outcome is not None:
                refusals.setdefault(rule.id, Refusal(rule=rule, objection=outcome))
        idle += [found for rule in rules.idle if (found := fire(rule, reading)) is not None]
    fired = {firing.rule.id for firing in firings}
    hints = hinted(read, source.tags, source.kind, rules) if firings or source.kind in OWNER_DECIDES else []
    weighings = sorted(weigh([*firings, *hints]), key=lambda one: (not one.given, -one.weight))
    return Reasons(
        weighings=tuple(weighings),
        takers=tuple(one for one in firings if one.rule.tag is None),
        refusals=tuple(one for rule, one in refusals.items() if rule not in fired),
        idle=tuple(idle),
        facts=tuple(facts),
    )
