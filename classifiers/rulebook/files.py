"""Reading rule files: YAML to rules, with every mistake as a Problem at its line."""

from functools import lru_cache
from pathlib import Path

import re2

from classifiers.rulebook.conditions import ConditionReader
from classifiers.rulebook.kept import read_kept
from classifiers.rulebook.nodes import Node
from classifiers.rulebook.records import CONFIDENCE, Adjustment, Condition, Example, Fields, Rule, RuleFile
from config.yaml_tree import parse, read_text
from domain.content import Where
from domain.findings import TagName
from domain.problems import Problem
from domain.sources import Origin, SourceKind

RULE_KEYS = ("id", "why", "when", "unless", "confidence", "clears", "excludes", "overlaps", "for", "against")
EXAMPLE_KEYS = ("title", "lead", "deep", "before", "after", "kind", "at", "path", "address", "why")
ADJUSTMENT_KEYS = ("off", "confidence", "why")
GUARDS = ("negated", "hedged", "prose")
ID = re2.compile(r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)+")
WEIGHTS = "low, medium, high, or a number from 0.05 to 0.99"
GUIDE = "docs/rules.md shows a whole rule"
TAGS = {tag.value: tag for tag in TagName}
# What an example of a feed or register is, wherever it is said to stand.
PLACE_OF = {SourceKind.FEED: Where.ENTRY.value, SourceKind.REGISTRY: Where.RECORD.value}


class RuleFileReader:
    """Reads the rules of one file that is YAML; `problems` are what is wrong with them."""

    def __init__(self, root: Node, *, scope: str) -> None:
        self.root = root
        self.problems = root.problems
        self.conditions = ConditionReader(scope)

    def read(self) -> RuleFile:
        file = self.root.tree.file
        if not self.root.is_mapping:
            self.root.problem("a rule file has the keys tag, words, rules and adjust", GUIDE)
            return RuleFile(file=file)
        self.root.only("tag", "words", "rules", "adjust")
        self.conditions.words(self.root.child("words"))
        tag = self._tag(self.root.child("tag"))
        rules = [rule for node in self.root.child("rules").items() if (rule := self._rule(node, tag)) is not None]
        return RuleFile(
            file=file,
            families=tuple(self.conditions.families.items()),
            rules=tuple(rules),
            adjustments=tuple(self._adjustment(name, node) for name, node in self.root.child("adjust").fields()),
            used=tuple((name, node.line, node.column) for name, node in self.conditions.used),
            unused=tuple(
                (name, node.line, node.column)
                for name, node in self.root.child("words").fields()
                if name not in self.conditions.named
            ),
        )

    def _tag(self, node: Node) -> TagName | None:
        if node.missing and not self.root.child("rules").missing:
            self.root.problem("the file says no tag", "write 'tag: pricing' above, or 'tag: none' for rules that clear")
        return None if node.missing or node.data == "none" else node.one_of(TAGS)

    def _rule(self, node: Node, tag: TagName | None) -> Rule | None:
        before = len(self.problems)
        node.only(*RULE_KEYS)
        if not node.is_mapping:
            return None
        for key in ("id", "why", "when", "for", "against"):
            if node.child(key).missing:
                node.problem(f"a rule needs '{key}'", GUIDE)
        guards = node.child("unless").items()
        rule = Rule(
            id=self._id(node.child("id")),
            tag=tag,
            why=node.child("why").text(),
            when=tuple(self.conditions.condition(item) for item in node.child("when").items()),
            unless=tuple(self._guard(item) for item in guards if item.data not in GUARDS),
            negated=any(item.data == "negated" for item in guards),
            hedged=any(item.data == "hedged" for item in guards),
            prose=any(item.data == "prose" for item in guards),
            confidence=self._confidence(node, tag),
            clears=self._tags(node.child("clears")),
            excludes=self._tags(node.child("excludes")),
            overlaps=tuple(item.text() for item in node.child("overlaps").items()),
            examples_for=tuple(self._example(item) for item in node.child("for").items()),
            examples_against=tuple(self._example(item) for item in node.child("against").items()),
            origin=Origin(file=node.tree.file, line=node.line),
            column=node.column,
        )
        return rule if len(self.problems) == before else None

    def _id(self, node: Node) -> str:
        written = node.text()
        if written and not ID.fullmatch(written):
            node.problem(f"'{written}' is no id", "two words of small letters, digits, dashes, as in mine.deposits")
        return written

    def _guard(self, node: Node) -> Condition:
        if isinstance(node.data, str):
            node.problem(
                f"'{node.data}' is no guard", "write negated, hedged, prose, or a condition such as {any: [some words]}"
            )
            return Condition()
        return self.conditions.condition(node)

    def _tags(self, node: Node) -> tuple[TagName, ...]:
        return tuple(found for item in node.items() if (found := item.one_of(TAGS)))

    def _adjustment(self, rule: str, node: Node) -> Adjustment:
        """What is set about a rule of another file: off, or another confidence; never without a reason."""
        node.only(*ADJUSTMENT_KEYS)
        off, weight = node.child("off"), node.child("confidence")
        if node.is_mapping and node.child("why").missing:
            node.problem(f"it is not said why {rule} is adjusted", "add why: for whoever reads the file next")
        if node.is_mapping and off.missing == weight.missing:
            node.problem(f"say one thing of {rule}", "write off: true, or confidence: low (medium, high, 0.7)")
        return Adjustment(
            rule=rule,
            why=node.child("why").text(),
            off=off.flag(default=False),
            confidence=None if weight.missing else number_of(weight),
            origin=Origin(file=node.tree.file, line=node.line),
            column=node.column,
        )

    def _confidence(self, node: Node, tag: TagName | None) -> float:
        child = node.child("confidence")
        if self.root.child("tag").data == "none":
            if node.child("clears").missing and node.child("excludes").missing:
                node.problem("a rule of a file without a tag gives none and takes none", "add clears or excludes")
            return 0.0
        if child.missing:
            node.problem("a rule needs 'confidence'", "low, medium, high, or a number such as 0.7")
            return 0.0
        return number_of(child)

    def _example(self, node: Node) -> Example:
        node.only(*EXAMPLE_KEYS)
        if node.is_mapping and not any(key in node.data for key in ("title", "before", "after")):
            node.problem("an example needs a title, or a before and an after", 'write {title: "A headline"}')
        entry = not node.child("title").missing
        fields = any(isinstance(node.child(key).data, dict) for key in ("before", "after"))
        for key in ("lead", "deep"):
            if not entry and not node.child(key).missing:
                node.child(key).problem(f"'{key}' belongs to an entry with a title", "add a title, or take it out")
        at = node.child("at").choice([place.value for place in Where], default="table" if fields else "paragraph")
        kinds = {kind.value: kind for kind in SourceKind}
        usual = SourceKind.REGISTRY if at == Where.RECORD else SourceKind.FEED if entry else SourceKind.PAGE
        kind = usual if node.child("kind").missing else node.child("kind").one_of(kinds) or usual
        return Example(
            title=one_text(node.child("title")),
            lead=one_text(node.child("lead")) or "",
            deep=one_text(node.child("deep")) or "",
            before=text_or_fields(node.child("before")) or None,
            after=text_or_fields(node.child("after")) or None,
            kind=kind,
            at=PLACE_OF.get(kind, at),
            path=tuple(item.text() for item in node.child("path").items()),
            address=one_text(node.child("address")) or "",
            why=one_text(node.child("why")) or "",
            line=node.line,
            column=node.column,
        )


def one_text(node: Node) -> str | None:
    """A text that may be empty: a page that said nothing before."""
    return None if node.missing else "" if node.data == "" else node.text()


def text_or_fields(node: Node) -> str | Fields | None:
    """A text, or labels with their values: a row by its columns, a record by its fields."""
    if isinstance(node.data, dict):
        return tuple((label, child.text()) for label, child in node.fields())
    return one_text(node)


def number_of(node: Node) -> float:
    """A word for a confidence, or a number between 0.05 and 0.99."""
    if isinstance(node.data, str) and node.data.replace(".", "", 1).isdecimal():
        if 0.05 <= float(node.data) <= 0.99:
            return float(node.data)
        node.problem(f"a confidence of {node.data}", f"write {WEIGHTS}")
        return 0.0
    if isinstance(node.data, str) and node.data.strip() and node.data not in CONFIDENCE:
        node.problem(f"'{node.data}' is not known here", WEIGHTS)
        return 0.0
    return node.one_of(CONFIDENCE) or 0.0


def read_rule_file(path: Path, name: str, *, scope: str, keep: bool = False) -> tuple[RuleFile, tuple[Problem, ...]]:
    """One file's rules and word families, and its problems under the file's `name`.

    `scope` goes before the names of its families: empty for those that are everybody's. `keep`: the file is ours, and
    what is read of it is kept beside it.
    """
    text, problems = read_text(path, name, "it was there a moment ago")
    if problems:
        return RuleFile(file=name), problems
    return read_kept(path, text, name, scope, rules_of) if keep else rules_of(text, name, scope)


@lru_cache(maxsize=128)  # every command, and every test of one, reads our own files; nobody alters what was read
def rules_of(text: str, name: str, scope: str) -> tuple[RuleFile, tuple[Problem, ...]]:
    """The rules and word families of one file's text, and its problems."""
    tree, faults = parse(text, name)
    if tree is None:
        return RuleFile(file=name), faults
    found = list(faults)
    return RuleFileReader(Node(found, tree, (), tree.data), scope=scope).read(), tuple(found)
