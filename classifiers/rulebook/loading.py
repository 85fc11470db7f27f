"""Reading rule folders into one rule book, or all their problems at once."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from classifiers.rulebook.conditions import is_name
from classifiers.rulebook.files import read_rule_file
from classifiers.rulebook.needed import heading_families, needed_families
from classifiers.rulebook.nodes import nearest, nearest_of_many
from classifiers.rulebook.prefilter import Prefilter
from classifiers.rulebook.records import Adjustment, Rule, RuleFile, Word
from classifiers.rulebook.texts import OUR_RULES, book_hash, rule_paths
from classifiers.rulebook.words import Vocabulary
from config.yaml_tree import in_file_order
from domain.errors import ConfigurationError
from domain.findings import FIVE_TAGS, TagName
from domain.problems import Problem
from domain.sources import SourceKind

SHARED = "shared.yaml"
OURS = "classifiers/rules/"


class RuleBook:
    """All rules with the vocabulary that finds their words. `hash` is over the texts of the files it was read from.

    `off` are those that analysts switched off, which fire nowhere; `idle` are these and those of packs that are off.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        families: Mapping[str, Sequence[Word]],
        digest: str,
        packs: Sequence[str] | None = None,
        off: Sequence[Rule] = (),
        unwanted: Sequence[Rule] = (),
    ) -> None:
        self.rules = tuple(rules)
        self.off = tuple(off)
        self.idle = (*off, *unwanted)
        self.packs = packs
        self.families = families
        self.hash = digest
        self._prefilters: dict[SourceKind, Prefilter] = {}
        self._vocabularies: dict[tuple[SourceKind, bool], Vocabulary] = {}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Finds every word of every family."""
        return Vocabulary(self.families)

    @cached_property
    def heading_vocabulary(self) -> Vocabulary:
        """Finds the words that rules ask of headings, those of idle rules too."""
        return self._vocabulary_of(heading_families((*self.rules, *self.idle)))

    def vocabulary_for(self, kind: SourceKind, *, gone: bool) -> Vocabulary:
        """Finds the words that rules may ask of texts of a kind of source; `gone`: of those that went."""
        if (kind, gone) not in self._vocabularies:
            self._vocabularies[kind, gone] = self._vocabulary_of(needed_families(self.rules, kind, gone=gone))
        return self._vocabularies[kind, gone]

    def _vocabulary_of(self, names: Set[str]) -> Vocabulary:
        return Vocabulary({name: words for name, words in self.families.items() if name in names})

    def gives(self, tag: TagName) -> bool:
        """Whether it is one of the five, or of a pack that is on."""
        return wanted(tag, self.packs)

    def prefilter(self, kind: SourceKind) -> Prefilter:
        """The index of the rules that may fire at sources of a kind; made when first asked for."""
        if kind not in self._prefilters:
            sizes = {name: len(words) for name, words in self.families.items()}
            self._prefilters[kind] = Prefilter(self.rules, sizes, kind)
        return self._prefilters[kind]

    def absent(self, rule_id: str) -> str:
        """Why no rule of that id is in use, in one line."""
        idle = next((rule for rule in self.idle if rule.id == rule_id), None)
        if idle is not None:
            return f"{rule_id} is switched off {switched_off(idle)}"
        hint = nearest_of_many(rule_id, [rule.id for rule in (*self.rules, *self.off)])
        return f"no rule is called '{rule_id}' ({hint})"

    def rule(self, rule_id: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.id == rule_id), None)


def load_rules(folders: Sequence[Path] = (OUR_RULES,), packs: Sequence[str] | None = None) -> RuleBook:
    """Every `*.yaml` of the folders, in order of name; a folder that is not there has no rules.

    `packs` are the tags beyond the five to keep (None: all). ConfigurationError holds all problems of all files:
    an unknown key or word family, a rule without an example for or against, one id in two places.
    """
    files, problems = read_rules(folders)
    if problems:
        raise ConfigurationError(problems)
    families = {name: words for file in files for name, words in file.families}
    set_about = {one.rule: one for file in files for one in file.adjustments}
    every = [adjusted(rule, set_about.get(rule.id)) for file in files for rule in file.rules]
    rules = [rule for rule in every if wanted(rule.tag, packs)]
    on = [rule for rule in rules if not is_off(rule)]
    off = [rule for rule in rules if is_off(rule)]
    unwanted = [rule for rule in every if not wanted(rule.tag, packs)]
    return RuleBook(on, families, book_hash(rule_paths(folders), packs), packs, off, unwanted)


def adjusted(rule: Rule, adjustment: Adjustment | None) -> Rule:
    """The rule as analysts want it."""
    if adjustment is None:
        return rule
    weight = rule.confidence if adjustment.confidence is None else adjustment.confidence
    return replace(rule, confidence=weight, adjusted=replace(adjustment, was=rule.confidence))


def is_off(rule: Rule) -> bool:
    return rule.adjusted is not None and rule.adjusted.off


def switched_off(rule: Rule) -> str:
    """Where a rule that is not in use was switched off: "by rules/ours.yaml:2", or by its pack."""
    if rule.adjusted is not None and rule.adjusted.off:
        return f"by {rule.adjusted.origin.file}:{rule.adjusted.origin.line}"
    return f"with its pack: packs_off in sources.yaml names {rule.tag}"


def read_rules(folders: Sequence[Path]) -> tuple[tuple[RuleFile, ...], tuple[Problem, ...]]:
    """The files of the folders as far as they can be read, and every problem in them, in file order."""
    files: list[RuleFile] = []
    problems: list[Problem] = []
    for path in rule_paths(folders):
        ours = path.parent == OUR_RULES
        scope = "" if ours and path.name == SHARED else f"{path}:"
        file, found = read_rule_file(path, shown(path), scope=scope, keep=ours)
        files.append(file)
        problems += found
    families = {name for file in files for name, _ in file.families}
    problems += [problem for file in files for problem in unknown_families(file, families)]
    problems += doubled_ids(files)
    problems += adjusted_wrongly(files)
    problems += [problem for folder in folders for problem in unread(folder)]
    return tuple(files), in_file_order(problems, [file.file for file in files])


def shown(path: Path) -> str:
    """A file as people look for it: `rules/fees.yaml` of their home, `classifiers/rules/pricing.yaml` of ours."""
    return f"{OURS}{path.name}" if path.parent == OUR_RULES else f"{path.parent.name}/{path.name}"


def is_ours(rule: Rule) -> bool:
    """Whether it came with Bellwether; such a rule is adjusted, and not edited."""
    return rule.origin.file.startswith(OURS)


def unread(folder: Path) -> Iterator[Problem]:
    """Files that are meant for rules and are not looked at: named .yml, or in a folder inside the folder."""
    for path in sorted(path for end in ("yaml", "yml") for path in folder.rglob(f"*.{end}")):
        within = path.relative_to(folder)
        if any(part.startswith(".") for part in within.parts) or (len(within.parts) == 1 and path.suffix == ".yaml"):
            continue
        hint = "name it .yaml" if len(within.parts) == 1 else f"move it into {folder.name}/ itself, as a .yaml file"
        yield Problem(
            file=f"{folder.name}/{within.as_posix()}", line=0, column=0, message="this file is not read", hint=hint
        )


def unknown_families(file: RuleFile, families: Collection[str]) -> list[Problem]:
    known = [name for name in families if name.isupper()] + [name.rpartition(":")[2] for name, _ in file.families]
    return [
        Problem(
            file=file.file,
            line=line,
            column=column,
            message=f"unknown word family {name}",
            hint=nearest(name, [one for one in known if is_name(one)]) + "; put plain words in small letters",
        )
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
                    column=rule.column,
                    message=f"rule '{rule.id}' is already in {other.file}:{other.line}",
                    hint="give it an id of its own",
                )
            )
        first.setdefault(rule.id, rule)
    return problems


def adjusted_wrongly(files: Sequence[RuleFile]) -> Iterator[Problem]:
    """Adjustments of a rule that nobody wrote, of one rule twice, and of a weight that a rule does not have."""
    rules = {rule.id: rule for file in files for rule in file.rules}
    first: dict[str, Adjustment] = {}
    for one in (one for file in files for one in file.adjustments):
        message = hint = ""
        if one.rule not in rules:
            message, hint = f"no rule is called '{one.rule}'", nearest_of_many(one.rule, list(rules))
        elif one.rule in first:
            other = first[one.rule].origin
            message, hint = f"{one.rule} is already adjusted in {other.file}:{other.line}", "keep one of them"
        elif one.confidence is not None and rules[one.rule].tag is None:
            message, hint = f"{one.rule} gives no tag, so it has no confidence", "off: true switches it off"
        if message:
            at = one.origin
            yield Problem(file=at.file, line=at.line, column=one.column, message=message, hint=hint)
        first.setdefault(one.rule, one)


def wanted(tag: TagName | None, packs: Sequence[str] | None) -> bool:
    return packs is None or tag is None or tag in FIVE_TAGS or tag.value in packs
