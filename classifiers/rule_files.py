"""Reading rule files: YAML to rules, with every mistake as a Problem at its line."""

from functools import lru_cache
from pathlib import Path

import re2

from classifiers.rule_conditions import ConditionReader
from classifiers.rule_nodes import Node
from classifiers.rulebook import CONFIDENCE, Condition, Example, Rule, RuleFile
from config.yaml_tree import parse, read_text
from domain.content import Where
from domain.findings import TagName
from domain.problems import Problem
from domain.sources import Origin

RULE_KEYS = ("id", "why", "when", "unless", "confidence", "clears", "excludes", "overlaps", "for", "against")
EXAMPLE_KEYS = ("title", "lead", "before", "after", "at", "path", "why")
GUARDS = ("negated", "hedged")
ID = re2.compile(r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)+")
GUIDE = "docs/rules.md shows a whole rule"
TAGS = {tag.value: tag for tag in TagName}


class RuleFileReader:
    """Reads the rules of one file that is YAML; `problems` are what is wrong with them."""

    def __init__(self, root: Node, *, scope: str) -> None:
        self.root = root
        self.problems = root.problems
        self.conditions = ConditionReader(scope)

    def read(self) -> RuleFile:
        file = self.root.tree.file
        if not self.root.is_mapping:
            self.root.problem("a rule file has the keys tag, words and rules", GUIDE)
            return RuleFile(file=file)
        self.root.only("tag", "words", "rules")
        self.conditions.words(self.root.child("words"))
        tag = self._tag(self.root.child("tag"))
        rules = [rule for node in self.root.child("rules").items() if (rule := self._rule(node, tag)) is not None]
        return RuleFile(
            file=file,
            families=tuple(self.conditions.families.items()),
            rules=tuple(rules),
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
                f"'{node.data}' is no guard", "write negated, hedged, or a condition such as {any: [some words]}"
            )
        return self.conditions.condition(node)

    def _tags(self, node: Node) -> tuple[TagName, ...]:
        return tuple(found for item in node.items() if (found := item.one_of(TAGS)))

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

        def take(key: str) -> str | None:
            """A text that may be empty: a page that said nothing before."""
            child = node.child(key)
            return None if child.missing else str(child.data) if child.data == "" else child.text()

        at = node.child("at").choice([place.value for place in Where], default="paragraph")
        return Example(
            title=take("title"),
            lead=take("lead") or "",
            before=take("before") or None,
            after=take("after") or None,
            at=at,
            path=tuple(item.text() for item in node.child("path").items()),
            why=take("why") or "",
            line=node.line,
            column=node.column,
        )


def number_of(node: Node) -> float:
    """A word for a confidence, or a number between 0.05 and 0.99."""
    if isinstance(node.data, str) and node.data.replace(".", "", 1).isdecimal():
        if 0.05 <= float(node.data) <= 0.99:
            return float(node.data)
        node.problem(f"a confidence of {node.data}", "write low, medium, high, or a number from 0.05 to 0.99")
        return 0.0
    return node.one_of(CONFIDENCE) or 0.0


def read_rule_file(path: Path, name: str, *, scope: str) -> tuple[RuleFile, tuple[Problem, ...]]:
    """One file's rules and word families, and its problems under the file's `name`.

    `scope` goes before the names of its families: empty for those that are everybody's.
    """
    text, problems = read_text(path, name, "it was there a moment ago")
    return (RuleFile(file=name), problems) if problems else rules_of(text, name, scope)


@lru_cache(maxsize=128)  # every command, and every test of one, reads our own files; nobody alters what was read
def rules_of(text: str, name: str, scope: str) -> tuple[RuleFile, tuple[Problem, ...]]:
    """The rules and word families of one file's text, and its problems."""
    tree, faults = parse(text, name)
    if tree is None:
        return RuleFile(file=name), faults
    found = list(faults)
    return RuleFileReader(Node(found, tree, (), tree.data), scope=scope).read(), tuple(found)
