"""Reading rule files: YAML to rules, with every mistake as a Problem at its line."""

from pathlib import Path

import re2
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from classifiers.rule_nodes import Node
from classifiers.rulebook import CONFIDENCE, Condition, Example, FactNeed, Near, Rule, RuleFile, Word
from classifiers.words import parse_word
from domain.changes import EditKind
from domain.content import Where
from domain.findings import FACT_TYPES, TagName
from domain.problems import Problem
from domain.sources import Origin, SourceKind

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
)
RULE_KEYS = ("id", "why", "when", "unless", "confidence", "clears", "excludes", "overlaps", "for", "against")
EXAMPLE_KEYS = ("title", "lead", "before", "after", "at", "path", "why")
PLACES = frozenset({place.value for place in Where} | {"lead", "body", "deep", "chrome"})
FACT_NAMES = frozenset(FACT_TYPES) | {"person"}
GUARDS = ("negated", "hedged")


class RuleFileReader:
    """Reads one file. Words written into a rule are a family under their own text.

    A named family belongs to its file (`scope` goes before its name), so that two files may use the same name; those of
    `shared.yaml` have no scope and are everybody's. `used` are the names left to be found there.
    """

    def __init__(self, file: str, *, scope: str = "") -> None:
        self.file = file
        self.scope = scope
        self.problems: list[Problem] = []
        self.families: dict[str, tuple[Word, ...]] = {}
        self.used: list[tuple[str, Node]] = []

    def read(self, text: str) -> RuleFile:
        root = self._root(text)
        if root is None:
            return RuleFile(file=self.file)
        root.only("tag", "words", "rules")
        self._words(root.child("words"))
        tag = self._tag(root.child("tag"))
        rules = [rule for node in root.child("rules").items() if (rule := self._rule(node, tag)) is not None]
        return RuleFile(
            file=self.file,
            families=tuple(self.families.items()),
            rules=tuple(rules),
            used=tuple((name, node.line, node.column) for name, node in self.used),
        )

    def _root(self, text: str) -> Node | None:
        try:
            data = YAML(typ="rt").load(text)
        except MarkedYAMLError as error:
            mark = error.problem_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
            self.problems.append(
                Problem(file=self.file, line=line, column=column, message=f"not YAML: {error.problem or error.context}")
            )
            return None
        except YAMLError as error:
            self.problems.append(Problem(file=self.file, line=0, column=0, message=f"not YAML: {error}"))
            return None
        root = Node(self.problems, self.file, data, 1, 1)
        if not isinstance(data, CommentedMap):
            root.problem("a rule file has the keys tag, words and rules")
            return None
        return root

    def _words(self, node: Node) -> None:
        for name, child in node.fields():
            if not name.isupper():
                child.problem(f"word family {name!r} is not in capitals")
            written = [item.text() for item in child.items()]
            self.families[self.scope + name] = tuple(parse_word(word) for word in written if word)
            if not self.families[self.scope + name]:
                child.problem(f"word family {name} has no words")

    def _tag(self, node: Node) -> TagName | None:
        if node.missing or node.data == "none":
            return None
        return node.one_of({tag.value: tag for tag in TagName})

    def _rule(self, node: Node, tag: TagName | None) -> Rule | None:
        before = len(self.problems)
        node.only(*RULE_KEYS)
        for key in ("id", "why", "when", "for", "against"):
            if node.child(key).missing:
                node.problem(f"a rule needs {key!r}", "see docs/rules.md")
        rule = Rule(
            id=node.child("id").text(),
            tag=tag,
            why=node.child("why").text(),
            when=tuple(self._condition(item) for item in node.child("when").items()),
            unless=tuple(self._condition(item) for item in node.child("unless").items() if item.data not in GUARDS),
            negated=any(item.data == "negated" for item in node.child("unless").items()),
            hedged=any(item.data == "hedged" for item in node.child("unless").items()),
            confidence=self._confidence(node, tag),
            clears=self._tags(node.child("clears")),
            excludes=self._tags(node.child("excludes")),
            overlaps=tuple(item.text() for item in node.child("overlaps").items()),
            examples_for=tuple(self._example(item) for item in node.child("for").items()),
            examples_against=tuple(self._example(item) for item in node.child("against").items()),
            origin=Origin(file=self.file, line=node.line),
        )
        return rule if len(self.problems) == before else None

    def _tags(self, node: Node) -> tuple[TagName, ...]:
        return tuple(found for item in node.items() if (found := item.one_of({t.value: t for t in TagName})))

    def _confidence(self, node: Node, tag: TagName | None) -> float:
        child = node.child("confidence")
        if tag is None:
            if node.child("clears").missing and node.child("excludes").missing:
                node.problem("a rule of a file without a tag needs 'clears' or 'excludes'")
            return 0.0
        if child.missing:
            node.problem("a rule needs 'confidence'", "low, medium or high")
            return 0.0
        return child.one_of(CONFIDENCE) or 0.0

    def _condition(self, node: Node) -> Condition:
        node.only(*CONDITION_KEYS)
        condition = Condition(
            any=self._families(node.child("any")),
            all=self._families(node.child("all")),
            near=self._near(node),
            pattern=self._pattern(node.child("pattern")),
            fact=self._fact(node),
            where=self._places(node.child("where")),
            who=None
            if node.child("who").missing
            else node.child("who").one_of({"competitor": "competitor", "named": "named"}),
            within=node.child("within").choice(("sentence", "text"), default="sentence"),
            kinds=frozenset(
                kind for item in node.child("kind").items() if (kind := item.one_of({k.value: k for k in SourceKind}))
            ),
            directions=self._directions(node.child("direction")),
        )
        if not (condition.any or condition.all or condition.near or condition.pattern or condition.fact):
            node.problem("a condition needs any, all, near, pattern or fact")
        return condition

    def _directions(self, node: Node) -> frozenset[EditKind]:
        if node.missing:
            return Condition().directions
        return frozenset(kind for item in node.items() if (kind := item.one_of({k.value: k for k in EditKind})))

    def _places(self, node: Node) -> frozenset[str]:
        return frozenset(place for item in node.items() if (place := item.one_of({p: p for p in PLACES})))

    def _families(self, node: Node) -> tuple[str, ...]:
        names = []
        for item in node.items():
            written = item.text()
            if not written:
                continue
            if written.replace("_", "").isupper() and not written.startswith("="):
                local = self.scope + written in self.families
                self.used += [] if local else [(written, item)]
                names.append(self.scope + written if local else written)
                continue
            self.families.setdefault(written, (parse_word(written),))
            names.append(written)
        return tuple(names)

    def _near(self, node: Node) -> Near | None:
        child = node.child("near")
        if child.missing:
            if not node.child("words_apart").missing:
                node.problem("'words_apart' belongs to 'near'")
            return None
        families = tuple(self._families(item) for item in child.items())
        if len(families) < 2:
            child.problem("'near' needs at least two word families")
        return Near(
            families=families,
            words_apart=node.child("words_apart").whole(default=5),
            order=node.child("order").flag(default=False),
        )

    def _pattern(self, node: Node) -> str | None:
        if node.missing:
            return None
        written = node.text()
        try:
            re2.compile(written)
        except re2.error as error:
            node.problem(f"not an re2 pattern: {error}", "re2 has no look-around and no back-references")
        return written

    def _fact(self, node: Node) -> FactNeed | None:
        child = node.child("fact")
        if child.missing:
            return None
        name = child.text()
        if name.split(".")[0] not in FACT_NAMES:
            child.problem(f"unknown fact {name!r}", "one of " + ", ".join(sorted(FACT_NAMES)))
        return FactNeed(
            name=name.replace("person", "appointment", 1) if name.startswith("person") else name,
            at_least=node.child("at_least").whole(default=1),
            where=self._places(node.child("where")),
        )

    def _example(self, node: Node) -> Example:
        node.only(*EXAMPLE_KEYS)
        if all(node.child(key).missing for key in ("title", "before", "after")):
            node.problem("an example needs a title, or a before and an after")

        def take(key: str) -> str | None:
            return None if node.child(key).missing else node.child(key).text()

        return Example(
            title=take("title"),
            lead=take("lead") or "",
            before=take("before") or None,
            after=take("after") or None,
            at=take("at") or "paragraph",
            path=tuple(item.text() for item in node.child("path").items()),
            why=take("why") or "",
            line=node.line,
        )


SHARED = "shared.yaml"


def read_rule_file(path: Path) -> tuple[RuleFile, tuple[Problem, ...]]:
    """One file's rules and word families, and its problems."""
    reader = RuleFileReader(path.name, scope="" if path.name == SHARED else f"{path}:")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        problem = Problem(file=str(path), line=0, column=0, message=f"cannot be read: {error}")
        return RuleFile(file=path.name), (problem,)
    return reader.read(text), tuple(reader.problems)
