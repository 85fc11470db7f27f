"""Reading rule folders into one rule book, or all their problems at once."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from classifiers.prefilter import Prefilter
from classifiers.rule_files import read_rule_file
from classifiers.rulebook import Rule, RuleFile, Word
from classifiers.words import Vocabulary
from domain.errors import ConfigurationError
from domain.findings import FIVE_TAGS, TagName
from domain.problems import Problem
from domain.sources import SourceKind

OUR_RULES = Path(__file__).resolve().parent / "rules"


class RuleBook:
    """All rules with the vocabulary that finds their words. `hash` is over the texts of the files it was read from."""

    def __init__(self, rules: Sequence[Rule], families: Mapping[str, Sequence[Word]], digest: str) -> None:
        self.rules = tuple(rules)
        self.vocabulary = Vocabulary(families)
        self.hash = digest
        self.reads_headings = any(condition.under for rule in rules for condition in (*rule.when, *rule.unless))
        self._sizes = {name: len(words) for name, words in families.items()}
        self._prefilters: dict[SourceKind, Prefilter] = {}

    def prefilter(self, kind: SourceKind) -> Prefilter:
        """The index of the rules that may fire at sources of a kind; made when first asked for."""
        if kind not in self._prefilters:
            self._prefilters[kind] = Prefilter(self.rules, self._sizes, kind)
        return self._prefilters[kind]

    def rule(self, rule_id: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.id == rule_id), None)


def load_rules(folders: Sequence[Path] = (OUR_RULES,), packs: Sequence[str] | None = None) -> RuleBook:
    """Every `*.yaml` of the folders, in order of name; a folder that is not there has no rules.

    `packs` are the tags beyond the five to keep (None: all). ConfigurationError holds all problems of all files:
    an unknown key or word family, a rule without an example for or against, one id in two places.
    """
    paths = [path for folder in folders for path in sorted(folder.glob("*.yaml"))]
    files: list[RuleFile] = []
    problems: list[Problem] = []
    for path in paths:
        file, found = read_rule_file(path)
        files.append(file)
        problems += found
    families = {name: words for file in files for name, words in file.families}
    problems += [problem for file in files for problem in unknown_families(file, families)]
    problems += doubled_ids(files)
    if problems:
        raise ConfigurationError(tuple(problems))
    rules = [rule for file in files for rule in file.rules if wanted(rule.tag, packs)]
    return RuleBook(rules, families, book_hash(paths, packs))


def unknown_families(file: RuleFile, families: Mapping[str, Sequence[Word]]) -> list[Problem]:
    return [
        Problem(file=file.file, line=line, column=column, message=f"unknown word family {name}")
        for name, line, column in file.used
        if name not in families
    ]


def doubled_ids(files: Sequence[RuleFile]) -> list[Problem]:
    first: dict[str, Rule] = {}
    problems = []
    for rule in (rule for file in files for rule in file.rules):
        if rule.id in first:
            other = first[rule.id].origin
            problems.append(
                Problem(
                    file=rule.origin.file,
                    line=rule.origin.line,
                    column=1,
                    message=f"rule {rule.id!r} is already in {other.file}:{other.line}",
                    hint="give it an id of its own",
                )
            )
        first.setdefault(rule.id, rule)
    return problems


def wanted(tag: TagName | None, packs: Sequence[str] | None) -> bool:
    return packs is None or tag is None or tag in FIVE_TAGS or tag.value in packs


def book_hash(paths: Sequence[Path], packs: Sequence[str] | None) -> str:
    """SHA-256 (hex) over the files' names and texts and the packs chosen."""
    total = hashlib.sha256(repr(None if packs is None else sorted(packs)).encode())
    for path in paths:
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()
