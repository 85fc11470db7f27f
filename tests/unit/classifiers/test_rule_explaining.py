"""What is said of a tag is true of the text, and no rule that could have fired is passed over."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers import RuleBook, load_rules
from classifiers.rulebook.prefilter import Prefilter
from classifiers.rulebook.records import Rule
from classifiers.trying.explaining import Reasons, explain
from domain.changes import Edit
from domain.sources import Source, SourceKind
from tests.unit.classifiers.conftest import make_edit, make_entry, make_source

FEED = make_source(kind="feed")
OURS = load_rules()


def said(book: RuleBook, edit: Edit, source: Source) -> Reasons:
    return explain((edit,), source, rules=book, names=(source.subject.name,))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "raises",
                "prices",
                "“we”",
                "not",
                "$5 a month",
                "CEO",
                "said",
                ".",
                "About Brightvane",
                "Brightvane",
                "FDA",
                "partner",
                "launches",
                "\n",
                "é",
                "\U0001f600",
                "could",
            ]
        ),
        max_size=30,
    )
)
def test_whatever_a_text_says_every_word_quoted_stands_in_it(words: list[str]) -> None:
    text = " ".join(words)
    edit = make_entry(text.split("\n")[0] or "x", text)
    found = said(OURS, edit, FEED)
    firings = [firing for weighing in found.weighings for firing in weighing.fired]
    quotes = [quote for firing in firings for quote in firing.quotes]
    quotes += [quote for one in found.refusals for quote in (*one.objection.quotes, *one.objection.by)]
    assert all((edit.after or "")[quote.start : quote.end] == quote.text for quote in quotes)


class Everything(Prefilter):
    """No prefilter at all: every rule is tried on every passage."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.every = list(rules)

    def suspects(self, *passage: object, **more: object) -> list[Rule]:
        return self.every


class Unfiltered(RuleBook):
    """A rule book that tries every rule."""

    def prefilter(self, kind: SourceKind) -> Prefilter:
        return Everything(self.rules)


def test_the_prefilter_leaves_out_only_what_could_not_have_fired(book: RuleBook) -> None:
    unfiltered = Unfiltered(book.rules, book.families, "")
    titles = [example.title for rule in book.rules for example in (*rule.examples_for, *rule.examples_against)]
    edits = [make_entry(title, "About Brightvane. $5 a month.") for title in titles if title]
    edits += [make_edit(title, f"{title} No. We raise prices to $9 per month.", "list") for title in titles if title]
    for edit in edits:
        source = make_source(kind="feed" if edit.title else "page")
        assert said(book, edit, source) == said(unfiltered, edit, source)
