"""Examples that say nothing of the rule that they stand under: it gets them wrong, or another rule decides them."""

from collections.abc import Iterator, Sequence

from classifiers.rulebook.loading import RuleBook, is_ours
from classifiers.rulebook.records import GIVEN_FROM, Example, Rule
from classifiers.rulebook.warnings import of_example, of_rule, place_of
from classifiers.tagging.tags import Weighing, strength
from classifiers.trying.examples import Failure, failures, reasons
from domain.problems import Problem

Said = tuple[Example, Weighing | None]  # an example, and what all rules together say of the rule's tag in it


def doubted_examples(book: RuleBook) -> Iterator[Problem]:
    """A warning for each rule that never shows in its examples, and for each example gone wrong or decided by others.

    Of ours only the first is told: they are meant to bear one another out, and nobody can edit them.
    """
    for rule in book.rules:
        wrong = () if is_ours(rule) else failures(book, (rule,))
        yield from (gone_wrong(failure) for failure in wrong)
        if rule.tag is not None:
            said = [(example, weighing_of(rule, example, book)) for example in rule.examples_for]
            yield from taken_away(rule, said)
            if not is_ours(rule):
                yield from adds_nothing(rule, said)
                yield from given_all_the_same(rule, book, [failure.example for failure in wrong])


def gone_wrong(failure: Failure) -> Problem:
    rule, fires = failure.rule, "does not fire on" if failure.expected else "fires on"
    section = "for" if failure.expected else "against"
    message = f"{rule.id} {fires} this example {section} it: {failure.why}"
    return of_example(
        rule, failure.example, message, "mend this rule or the example; `bellwether rules test` runs them"
    )


def taken_away(rule: Rule, said: Sequence[Said]) -> Iterator[Problem]:
    """Others take its tag away in all of its examples, or in some."""
    taken = [(example, one) for example, one in said if one is not None and not one.given and one.takers]
    if taken and len(taken) == len(said):
        takers = {taker.id: taker for _, one in taken for taker in one.takers}
        by = " and ".join(place_of(taker) for taker in takers.values())
        message = f"{rule.id} never shows: {by} takes {rule.tag} away in each of its examples"
        hint = f"write overlaps: [{', '.join(takers)}], or narrow what takes it away"
        yield of_rule(rule, message, hint)
    for example, one in taken if len(taken) < len(said) and not is_ours(rule) else ():
        by = " and ".join(place_of(taker) for taker in one.takers)
        yield of_example(
            rule, example, f"{rule.tag} is taken away from this example by {by}", "take it out, or write overlaps"
        )


def adds_nothing(rule: Rule, said: Sequence[Said]) -> Iterator[Problem]:
    """Others give its tag in all of its examples already."""
    others = [others_giving(rule, one) for _, one in said]
    if others and all(others):
        by = " and ".join(place_of(one) for one in {one.id: one for found in others for one in found}.values())
        message = f"{rule.id} adds nothing in its examples: {rule.tag} is given there by {by} already"
        yield of_rule(rule, message, "add an example that only this rule finds")


def given_all_the_same(rule: Rule, book: RuleBook, wrong: Sequence[Example]) -> Iterator[Problem]:
    """Examples against it that get its tag from another rule: readers see what the example says they do not."""
    for example in rule.examples_against:
        one = None if example in wrong else weighing_of(rule, example, book)
        if one is not None and one.given:
            by = " and ".join(place_of(firing.rule) for firing in {each.rule.id: each for each in one.firings}.values())
            message = f"this example against {rule.id} is {rule.tag} all the same, by {by}"
            yield of_example(rule, example, message, "mend the other rule, or take another example")


def weighing_of(rule: Rule, example: Example, book: RuleBook) -> Weighing | None:
    """What all rules together say of the rule's tag in an example."""
    return next((one for one in reasons(example, book).weighings if one.name is rule.tag), None)


def others_giving(rule: Rule, weighing: Weighing | None) -> tuple[Rule, ...]:
    """The rules that would give the tag without this one."""
    others = [one for one in weighing.firings if one.rule.id != rule.id] if weighing and weighing.given else []
    return tuple(one.rule for one in others) if strength(others) >= GIVEN_FROM else ()
