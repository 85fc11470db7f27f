"""Reading one condition of a rule: words, patterns, facts, and where and of whom they must stand."""

import re2

from classifiers.rulebook.boundaries import in_any_language
from classifiers.rulebook.nodes import Node
from classifiers.rulebook.records import Condition, FactNeed, Near, Word
from classifiers.rulebook.words import parse_word
from domain.changes import EditKind
from domain.content import Where
from domain.findings import FACT_TYPES, Move, PriceKind
from domain.sources import SourceKind

CONDITION_KEYS = (
    "any",
    "all",
    "near",
    "words_apart",
    "order",
    "pattern",
    "fact",
    "at_least",
    "where",
    "who",
    "within",
    "direction",
    "kind",
    "under",
    "address",
)
PLACES = frozenset({place.value for place in Where} | {"lead", "body", "deep", "chrome", "price_table", "boilerplate"})
FACT_NAMES = (*FACT_TYPES, "person")
# What may stand behind the dot, of the facts that have a closed list.
HAPPENINGS = {
    "price": ("added", "removed", "changed", *PriceKind),
    "person": tuple(Move),
    "appointment": tuple(Move),
}
QUIET = re2.Options()
QUIET.log_errors = False  # the problem says it, with its place
LONGEST_PATTERN = 2_000
SINGLE_QUOTES = r"write patterns in single quotes: in double ones \b is a backspace to YAML"
CONTROL = re2.compile(r"\p{Cc}", QUIET)
NOT_IN_RE2 = re2.compile(r"\(\?<?[=!]|\\[1-9]", QUIET)  # a look-around, a back-reference


class ConditionReader:
    """Reads conditions of one file. Words written into a rule are a family under their own text.

    A named family belongs to its file (`scope` goes before its name), so that two files may use the same name; those of
    our `shared.yaml` have no scope and are everybody's. `used` are the names left to be found there.
    """

    def __init__(self, scope: str) -> None:
        self.scope = scope
        self.families: dict[str, tuple[Word, ...]] = {}
        self.used: list[tuple[str, Node]] = []
        self.named: set[str] = set()

    def words(self, node: Node) -> None:
        """The file's own word families."""
        for name, child in node.fields():
            if not is_name(name):
                child.problem(f"word family '{name}' is not in capitals", f"write {name.upper()}")
            found = tuple(word for item in child.items() if (word := self._word(item)) is not None)
            self.families[self.scope + name] = found
            if not found and not child.problems:
                child.problem(f"word family {name} has no words", "write at least one, or delete the line")

    def _word(self, item: Node) -> Word | None:
        written = item.text()
        word = parse_word(written)
        if written and not any(char.isalnum() for char in word.text):
            item.problem(f"'{written}' is no word", "write letters or digits; * ends a stem, = asks for that very case")
        elif any(sign in word.text for sign in ("\\", "|", "*", "[", ".?", ".+")):
            item.problem(
                f"'{written}' reads like a pattern; words stand as they are", "use pattern:; a * only ends a stem"
            )
        return word if word.text else None

    def condition(self, node: Node) -> Condition:
        node.only(*CONDITION_KEYS)
        condition = Condition(
            any=self._families(node.child("any")),
            all=self._families(node.child("all")),
            near=self._near(node),
            pattern=pattern(node.child("pattern")),
            fact=fact(node),
            where=places(node.child("where")),
            who=node.child("who").choice(("competitor", "named", "actor"), default="") or None,
            within=node.child("within").choice(("sentence", "text"), default="sentence"),
            kinds=frozenset(
                kind for item in node.child("kind").items() if (kind := item.one_of({k.value: k for k in SourceKind}))
            ),
            directions=directions(node.child("direction")),
            under=self._families(node.child("under")),
            address=pattern(node.child("address")),
        )
        asks = (condition.any, condition.all, condition.near, condition.pattern, condition.fact)
        if node.is_mapping and not any(asks) and not any(key in node.data for key in CONDITION_KEYS[:7]):
            node.problem("a condition needs any, all, near, pattern or fact", "say which words or fact it looks for")
        return condition

    def _families(self, node: Node) -> tuple[str, ...]:
        names = []
        for item in node.items():
            written = item.text()
            if not written:
                continue
            if is_name(written) and not written.startswith("="):
                local = self.scope + written in self.families
                self.used += [] if local else [(written, item)]
                self.named.add(written)
                names.append(self.scope + written if local else written)
                continue
            if (word := self._word(item)) is not None:
                self.families.setdefault(written, (word,))
                names.append(written)
        return tuple(names)

    def _near(self, node: Node) -> Near | None:
        child = node.child("near")
        if child.missing:
            for key in ("words_apart", "order"):
                if not node.child(key).missing:
                    node.child(key).problem(f"'{key}' belongs to 'near'", "add near: [A, B], or take it out")
            return None
        families = tuple(self._families(item) for item in child.items())
        if len(families) < 2:
            child.problem("'near' needs at least two word families", "write near: [A, B]; for one family use any: A")
        return Near(
            families=families,
            words_apart=node.child("words_apart").whole(default=5),
            order=node.child("order").flag(default=False),
        )


def is_name(written: str) -> bool:
    """Whether it is written as a family's name: all capitals, such as PRICE or CUT_NOUN."""
    return written.replace("_", "").isupper()


def directions(node: Node) -> frozenset[EditKind]:
    if node.missing:
        return Condition().directions
    return frozenset(kind for item in node.items() if (kind := item.one_of({k.value: k for k in EditKind})))


def places(node: Node) -> frozenset[str]:
    return frozenset(place for item in node.items() if (place := item.one_of({p: p for p in sorted(PLACES)})))


def pattern(node: Node) -> str | None:
    """The re2 pattern; a Problem for one that cannot be run, or that matches nothing at all and so everywhere."""
    if node.missing:
        return None
    written = node.text()
    if len(written) > LONGEST_PATTERN:
        node.problem(
            f"a pattern of {len(written):,} characters", f"keep it below {LONGEST_PATTERN:,}; use word families"
        )
        return None
    if CONTROL.search(written):
        node.problem("the pattern holds a control character", SINGLE_QUOTES)
        return None
    try:
        if written and re2.compile(written, QUIET).fullmatch(""):
            node.problem("the pattern matches the empty text, so it holds everywhere", "ask for at least one character")
    except re2.error as error:
        said = error.args[0] if error.args else error
        said = said.decode() if isinstance(said, bytes) else said
        node.problem(f"not an re2 pattern: {said}", way_out(written))
        return None
    return in_any_language(written) or None


def way_out(written: str) -> str:
    """What to do about a pattern that re2 does not take."""
    if NOT_IN_RE2.search(written):
        return "re2 has no look-around and no back-references"
    return "close each bracket; a sign that stands for itself has a backslash before it"


def fact(node: Node) -> FactNeed | None:
    child = node.child("fact")
    if child.missing:
        if not node.child("at_least").missing:
            node.child("at_least").problem("'at_least' belongs to 'fact'", "add fact: NAME, or take it out")
        return None
    name = child.text()
    kind, _, happening = name.partition(".")
    if name and kind not in FACT_NAMES:
        child.problem(f"unknown fact '{name}'", "one of " + ", ".join(sorted(FACT_NAMES)))
    elif happening and happening not in HAPPENINGS.get(kind, (happening,)):
        child.problem(f"'{kind}' facts know no '{happening}'", "one of " + ", ".join(HAPPENINGS[kind]))
    return FactNeed(
        name=name.replace("person", "appointment", 1) if kind == "person" else name,
        at_least=node.child("at_least").whole(default=1),
        where=places(node.child("where")),
    )
