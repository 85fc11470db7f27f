"""How fast many rules read much text, beside plain `re` one rule after the other, on rules and texts made for it."""

import random
import re
import time
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

from classifiers import RuleBook
from classifiers.rulebook.records import Condition, Near, Rule
from classifiers.rulebook.words import parse_word
from classifiers.tagging.tags import fired, readings, suspects
from classifiers.wording.passages import passages
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.findings import TagName
from domain.sources import SourceKind

RULES = 2_000
CHARACTERS = 15_000_000
# Plain `re` needs minutes for what we do in seconds: its rate is taken on a part of the same text.
RE_CHARACTERS = 60_000
WORDS = 20_000
ENTRY_WORDS = 250
EVERYWHERE = frozenset({"title", "lead", "deep"})
HOSTILE = ("(a+)+b", "(a|aa)+$", "(x+x+)+y", "([a-z]+)*[0-9]")

Talk = Callable[[str], None]


def run(
    data: Path | None, talk: Talk, *, rules: int = RULES, characters: int = CHARACTERS, sample: int = RE_CHARACTERS
) -> dict[str, object]:
    """The figures; no data are needed. `agreement` is the share of what either found that ours and `re` both found."""
    chance = random.Random(0)
    words = [invented(chance) for _ in range(WORDS)]
    made = [rule(number, chance, words) for number in range(rules)]
    book = RuleBook(made, {word: (parse_word(word),) for one in made for word in words_of(one)}, "bench")
    texts = entries(chance, words, characters)
    talk(f"rules: {rules:,} rules, {len(texts):,} texts of {sum(map(len, texts)) / 1e6:.1f} MB")
    ours, found, tried = read_all(book, texts)
    few = texts[: max(1, sample // max(1, len(texts[0])))]
    plain, said = one_by_one([(one.id, compiled(one)) for one in made], few)
    both = sum(len(mine & theirs) for mine, theirs in zip(found, said, strict=False))
    either = sum(len(mine | theirs) for mine, theirs in zip(found, said, strict=False))
    talk(f"rules: ours {ours:.2f} MB/s, plain re {plain:.4f} MB/s")
    return {
        "mb_per_s": ours,
        "re_mb_per_s": plain,
        "speed_vs_re": ours / plain,
        "skipped_by_prefilter": 1 - tried / (rules * len(texts)),
        "agreement": both / either if either else None,
        "fired": sum(map(len, found)),
        "slowest_hostile_s": max(hostile(pattern) for pattern in HOSTILE),
        "n": {"rules": rules, "texts": len(texts), "characters": sum(map(len, texts)), "re_texts": len(few)},
    }


def invented(chance: random.Random) -> str:
    return "".join(chance.choice("etaoinshrdlucmfwypvbgk") for _ in range(chance.randint(3, 10)))


def rule(number: int, chance: random.Random, words: Sequence[str]) -> Rule:
    """Two families of four words near each other; every fourth rule looks for a pattern."""
    picked = [words[int(100 * (len(words) / 100) ** chance.random())] for _ in range(8)]  # common and rare alike
    if number % 4 == 3:
        condition = Condition(pattern=rf"\b{picked[0]} (?:\w+ )?{picked[1][:3]}\w*", where=EVERYWHERE)
    else:
        near = Near(families=(tuple(picked[:4]), tuple(picked[4:])), words_apart=6)
        condition = Condition(near=near, where=EVERYWHERE)
    return Rule(id=f"bench.{number}", tag=TagName.PRICING, why="", when=(condition,), confidence=0.65)


def words_of(one: Rule) -> tuple[str, ...]:
    near = one.when[0].near
    return tuple(word for family in near.families for word in family) if near else ()


def compiled(one: Rule) -> re.Pattern[str]:
    """The rule as one `re` pattern."""
    condition = one.when[0]
    if condition.near is None:
        return re.compile(condition.pattern or "")
    left, right = (rf"\b(?:{'|'.join(family)})\b" for family in condition.near.families)
    gap = rf"\W+(?:\w+\W+){{0,{condition.near.words_apart}}}?"
    return re.compile(rf"{left}{gap}{right}|{right}{gap}{left}")


def entries(chance: random.Random, words: Sequence[str], characters: int) -> list[str]:
    """Texts of invented words as frequent as those of a language (Zipf), each its own sentence."""
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    made: list[str] = []
    total = 0
    while total < characters:
        made.append(" ".join(chance.choices(words, cum_weights=weights, k=ENTRY_WORDS)))
        total += len(made[-1])
    return made


def read_all(book: RuleBook, texts: Sequence[str]) -> tuple[float, list[set[str]], int]:
    """Megabytes a second of processor time, the rules that fired on each text, and how many were tried in all."""
    found: list[set[str]] = []
    started = time.process_time()
    for text in texts:
        (reading,) = readings(passages((edit(text),)), (), rules=book, kind=SourceKind.FEED)
        found.append({firing.rule.id for firing in fired(reading, book)})
    seconds = time.process_time() - started
    tried = 0
    for text in texts:
        (reading,) = readings(passages((edit(text),)), (), rules=book, kind=SourceKind.FEED)
        tried += len(suspects(reading, book))
    return sum(map(len, texts)) / 1e6 / seconds, found, tried


def edit(text: str) -> Edit:
    return Edit(key="bench", kind=EditKind.ADDED, where=Where.ENTRY, path=(), before=None, after=text)


def one_by_one(patterns: Sequence[tuple[str, re.Pattern[str]]], texts: Sequence[str]) -> tuple[float, list[set[str]]]:
    started = time.process_time()
    found = [{name for name, pattern in patterns if pattern.search(text)} for text in texts]
    return sum(map(len, texts)) / 1e6 / (time.process_time() - started), found


def hostile(pattern: str) -> float:
    """Seconds for a rule with a pattern that makes a backtracking engine hang, on a text made for it."""
    one = Rule(id="bench.hostile", tag=TagName.PRICING, why="", when=(Condition(pattern=pattern),), confidence=0.65)
    book = RuleBook((one,), {}, "bench")
    started = time.process_time()
    (reading,) = readings(passages((edit("a" * 50_000 + "x" * 50_000 + "!"),)), (), rules=book, kind=SourceKind.FEED)
    fired(reading, book)
    return time.process_time() - started
