"""The records that rule files are read into: rules, what they match, and the examples that test them."""

from dataclasses import dataclass, field

from domain.changes import EditKind
from domain.findings import TagName
from domain.sources import Origin, SourceKind

CONFIDENCE = {"low": 0.4, "medium": 0.65, "high": 0.9}
# A tag is given from here on: one medium rule, or two low ones that agree.
GIVEN_FROM = 0.5
Fields = tuple[tuple[str, str], ...]  # labels with their values


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One entry of a word family, case-folded unless `exact`; a `stem` also matches with letters after it."""

    text: str
    stem: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Word families that stand together: at most `words_apart` words between neighbours, in order where `order`."""

    families: tuple[tuple[str, ...], ...]
    words_apart: int
    order: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FactNeed:
    """At least so many facts of a name such as `price.changed`, standing in one of `where` (empty: anywhere)."""

    name: str
    at_least: int = 1
    where: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Everything in it must hold of one passage. Empty sets and tuples ask for nothing.

    `who` is "competitor" (the words are not in a quotation, and not part of "said its CEO"), "named" (the passage also
    names the subject) or "actor" (the subject, or "we", stands in the sentence before the words end). `directions`
    defaults to what is new: added and replaced. `within` matters to an `unless`: it is met in a sentence of the match,
    or anywhere in the text. `under` are words of a heading above, `address` is a re2 pattern for the source's address
    or the entry's link; neither makes a rule fire without words or a fact.
    """

    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    near: Near | None = None
    pattern: str | None = None
    fact: FactNeed | None = None
    where: frozenset[str] = frozenset()
    who: str | None = None
    within: str = "sentence"
    directions: frozenset[EditKind] = frozenset({EditKind.ADDED, EditKind.REPLACED})
    kinds: frozenset[SourceKind] = frozenset()
    under: tuple[str, ...] = ()
    address: str | None = None

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The word families it asks for: of each group one must have a word in the text."""
        said = (self.any,) if self.any else ()
        return (*said, *((family,) for family in self.all), *(self.near.families if self.near else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A small edit that a rule must fire on, or must not: a title with a lead, or a before and an after.

    A before or after that is fields is a row of a table by its columns, or a record by its labels. `deep` is text of an
    entry past its lead, `address` that of the source.
    """

    title: str | None = None
    lead: str = ""
    deep: str = ""
    before: str | Fields | None = None
    after: str | Fields | None = None
    kind: SourceKind = SourceKind.PAGE
    at: str = "paragraph"
    path: tuple[str, ...] = ()
    address: str = ""
    why: str = ""
    line: int = 0
    column: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """What analysts set about a rule that is not theirs: off, or another confidence; why, and where they wrote it.

    `was` is the confidence that the rule came with; set once it is applied.
    """

    rule: str
    why: str
    off: bool = False
    confidence: float | None = None
    was: float | None = None
    origin: Origin = field(default_factory=lambda: Origin(file="", line=0))
    column: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: `when` is a list of alternatives; `unless` takes a match away again.

    `clears` takes tags away unless a rule of high confidence gave them; `excludes` takes them away in any case; neither
    touches what the rules named in `overlaps` gave. `tag` is None for a rule that does nothing else: it says that an
    entry is no news. `column` is where the rule begins on the line of `origin`. `adjusted` is what analysts set
    about it.
    """

    id: str
    tag: TagName | None
    why: str
    when: tuple[Condition, ...]
    unless: tuple[Condition, ...] = ()
    negated: bool = False
    hedged: bool = False
    prose: bool = False
    confidence: float = 0.0
    clears: tuple[TagName, ...] = ()
    excludes: tuple[TagName, ...] = ()
    overlaps: tuple[str, ...] = ()
    examples_for: tuple[Example, ...] = ()
    examples_against: tuple[Example, ...] = ()
    origin: Origin = field(default_factory=lambda: Origin(file="", line=0))
    column: int = 1
    adjusted: Adjustment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFile:
    """One rule file as read: its word families (under names unique in the book), its rules, and what it adjusts.

    `used` are the families it names without defining them, `unused` those it defines and no rule of it names; with line
    and column.
    """

    file: str
    families: tuple[tuple[str, tuple[Word, ...]], ...] = ()
    rules: tuple[Rule, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    used: tuple[tuple[str, int, int], ...] = ()
    unused: tuple[tuple[str, int, int], ...] = ()
