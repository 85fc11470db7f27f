"""Running a rule's examples: each one a small edit through the product's own path."""

from classifiers.facts import find_facts
from classifiers.loading import RuleBook
from classifiers.passages import passages
from classifiers.rulebook import Example, Rule
from classifiers.tagging import fired, readings
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind

COMPETITOR = "Brightvane"


def example_edit(example: Example) -> Edit:
    """A title is a feed entry that came; a before and an after is a block that did, at the place named."""
    if example.title is not None:
        after = f"{example.title}\n{example.lead}" if example.lead else example.title
        where = Where.RECORD if example.at == "record" else Where.ENTRY
        return Edit(
            key="e",
            kind=EditKind.ADDED,
            where=where,
            path=(example.title,),
            before=None,
            after=after,
            title=example.title,
        )
    kind = (
        EditKind.REPLACED if example.before and example.after else EditKind.ADDED if example.after else EditKind.REMOVED
    )
    return Edit(
        key="e", kind=kind, where=Where(example.at), path=example.path, before=example.before, after=example.after
    )


def example_source(example: Example) -> Source:
    kind = SourceKind.FEED if example.title is not None else SourceKind.PAGE
    if example.at == "record":
        kind = SourceKind.REGISTRY
    return Source(
        name="example",
        kind=kind,
        url="https://brightvane.example/",
        subject=Subject(kind=SubjectKind.COMPETITOR, name=COMPETITOR),
        schedule=Schedule(text="1d"),
    )


def fires(rule: Rule, example: Example, book: RuleBook) -> bool:
    """Whether the rule, by itself, fires on the example."""
    source = example_source(example)
    read = passages((example_edit(example),))
    facts = find_facts(read, source)
    found = readings(read, facts, rules=book, kind=source.kind, names=(COMPETITOR,), address=source.url)
    return any(firing.rule.id == rule.id for reading in found for firing in fired(reading, book))


def failed_examples(book: RuleBook) -> tuple[str, ...]:
    """One line for each example a rule gets wrong; empty when all are right."""
    return tuple(
        f"{rule.origin.file}:{example.line}: {rule.id} {'does not fire' if expected else 'fires'} on "
        f"{example.title or example.after or example.before!r}"
        for rule in book.rules
        for expected, examples in ((True, rule.examples_for), (False, rule.examples_against))
        for example in examples
        if fires(rule, example, book) is not expected
    )
