"""Rules that contradict or silence one another, or can never fire: read without fault, and hardly meant so."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from classifiers.rulebook.boundaries import vain_boundaries
from classifiers.rulebook.loading import RuleBook
from classifiers.rulebook.records import Condition, Rule, RuleFile
from classifiers.rulebook.warnings import of_rule, place_of
from classifiers.trying.doubts import doubted_examples
from domain.content import Where
from domain.problems import Problem
from domain.sources import SourceKind

OF_ENTRIES = frozenset({"title", "lead", "deep", "boilerplate"})
PLACES = {
    SourceKind.FEED: OF_ENTRIES | {"entry"},
    SourceKind.REGISTRY: OF_ENTRIES | {"record"},
    SourceKind.SITEMAP: OF_ENTRIES | {"record"},
    SourceKind.PAGE: frozenset({place.value for place in Where} - {"entry", "record"})
    | {"body", "chrome", "price_table", "boilerplate"},
}


def conflicts(book: RuleBook, files: Sequence[RuleFile]) -> tuple[Problem, ...]:
    """Warnings about the rules of a book and the files it was read from, in file order."""
    found = [*unknown_overlaps(book), *contradictions(book), *never_possible(book), *twins(book), *vain_signs(book)]
    found += doubted_examples(book)
    found += [problem for file in files for problem in unused_families(file)]
    return tuple(found)


def unknown_overlaps(book: RuleBook) -> Iterator[Problem]:
    known = {rule.id for rule in (*book.rules, *book.off)}
    for rule in book.rules:
        for other in rule.overlaps:
            if other not in known:
                yield of_rule(
                    rule, f"{rule.id} overlaps '{other}', which no rule is called", "`rules list` shows the ids"
                )


def contradictions(book: RuleBook) -> Iterator[Problem]:
    """Two rules that take each other's tag away leave neither; a rule that takes its own leaves none."""
    for rule in book.rules:
        if rule.tag in (*rule.excludes, *rule.clears):
            yield of_rule(
                rule, f"{rule.id} takes away {rule.tag}, the tag it gives", "take it out of excludes or clears"
            )
    for one, other in combinations(book.rules, 2):
        if one.tag in other.excludes and other.tag in one.excludes and apart(one, other):
            message = f"{other.id} and {place_of(one)} exclude each other's tag: where both fire, neither is given"
            yield of_rule(other, message, f"keep one 'excludes', or write overlaps: [{one.id}]")


def apart(one: Rule, other: Rule) -> bool:
    return one.id not in other.overlaps and other.id not in one.overlaps


def never_possible(book: RuleBook) -> Iterator[Problem]:
    """Alternatives that ask for a place their kind of source does not have, or that their own `unless` takes away."""
    for rule in book.rules:
        for condition in rule.when:
            for kind in condition.kinds:
                if condition.where and not condition.where & PLACES[kind]:
                    places = ", ".join(sorted(condition.where))
                    hint = "a feed has title, lead, deep; docs/rules.md lists the places"
                    yield of_rule(rule, f"{rule.id} never fires: a {kind} has no {places}", hint)
            if any(same_words(condition, guard) for guard in rule.unless):
                yield of_rule(rule, f"{rule.id} never fires: its unless holds whenever it does", "narrow the unless")


def same_words(condition: Condition, guard: Condition) -> bool:
    """Whether the guard is met by the very words of the match."""
    plain = not (guard.all or guard.near or guard.pattern or guard.fact or guard.where or guard.kinds or guard.under)
    words = set(guard.any)
    if not (plain and words):
        return False
    needed = [set(condition.any)] if condition.any else []
    needed += [{family} for family in condition.all]
    needed += [set(group) for group in condition.near.families] if condition.near else []
    return any(group <= words for group in needed)


def twins(book: RuleBook) -> Iterator[Problem]:
    """Two rules of one tag that ask for the same make it look surer than it is."""
    for one, other in combinations(book.rules, 2):
        if one.tag is other.tag and one.tag is not None and one.when == other.when:
            yield of_rule(other, f"{other.id} asks for the same as {place_of(one)}", "delete one of them")


def vain_signs(book: RuleBook) -> Iterator[Problem]:
    """Patterns with a boundary where none can be meant."""
    for rule in book.rules:
        patterns = [one for each in (*rule.when, *rule.unless) for one in (each.pattern, each.address) if one]
        for sign in dict.fromkeys(sign for pattern in patterns for sign in vain_boundaries(pattern)):
            message = rf"{rule.id}: \b beside {sign} asks for a letter or digit right next to it"
            yield of_rule(rule, message, r"leave the \b out there")


def unused_families(file: RuleFile) -> Iterator[Problem]:
    """Families that no rule of their file names; those of our shared file are named elsewhere."""
    if file.file.endswith("rules/shared.yaml"):
        return
    for name, line, column in file.unused:
        yield Problem(
            file=file.file,
            line=line,
            column=column,
            message=f"word family {name} is used nowhere in this file",
            hint="delete it, or name it in a rule",
            warning=True,
        )
