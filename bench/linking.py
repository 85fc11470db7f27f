"""The linking bench: which mentions of ambiguous names mean the company, renamed companies, and speed."""

import json
import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accounts import Names
from bench import UnreadableData
from bench.impact_interval import interval
from bench.outside_data import rows
from bench.worlds import own_worlds
from domain.accounts import Account

Talk = Callable[[str], None]
FIGURES = ("precision", "recall", "rename_recall", "mb_per_s", "speed_vs_re")
SPEED_NAMES = 10_000
SPEED_CHARACTERS = 15_000_000
# Plain `re` is so slow on 10,000 names that it is timed on this much of the same text.
RE_CHARACTERS = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One labelled mention and ours; `label` says that the company is meant."""

    id: str
    name: str
    label: bool
    predicted: bool
    words: str


def run(
    data: Path | None, talk: Talk, *, characters: int = SPEED_CHARACTERS, companies: int = SPEED_NAMES
) -> dict[str, Any]:
    """Figures of the contracts' "linking". No cue is set by name; none was chosen by leaving a name out."""
    outside = measure(data / "accounts" if data else None)
    speed = _speed(characters, companies)
    own = {world.name: measure(world / "accounts") for world in own_worlds()}
    for name, one in {"outside": outside, **own}.items():
        talk(f"{name}: " + " ".join(f"{key}={one[key]}" for key in ("precision", "recall", "rename_recall")))
    talk(" ".join(f"{key}={figure}" for key, figure in speed.items()))
    return {**outside, **speed, "own": own}


def measure(folder: Path | None) -> dict[str, Any]:
    """What one folder of mentions and renames gives; None each where there are none."""
    judged = _mentions(folder) if folder else []
    renamed = _renames(folder) if folder else []
    lost = [name for name, found in renamed if not found]
    figures: dict[str, float | None] = {
        "precision": precision(judged),
        "recall": recall(judged),
        "rename_recall": (len(renamed) - len(lost)) / len(renamed) if renamed else None,
    }
    wrong = [one for one in judged if one.predicted != one.label]
    return {
        **figures,
        "n": {"precision": sum(one.predicted for one in judged), "recall": sum(one.label for one in judged),
              "rename_recall": len(renamed)},
        "ci95": {"precision": interval(judged, lambda one: one.name, precision),
                 "recall": interval(judged, lambda one: one.name, recall)},
        "misses": {
            "precision": [f"{one.id} {one.name}: {one.words}" for one in wrong if one.predicted],
            "recall": [f"{one.id} {one.name}: {one.words}" for one in wrong if one.label],
            "rename_recall": lost,
        },
    }  # fmt: skip


def precision(judged: list[Judged]) -> float | None:
    said = [one for one in judged if one.predicted]
    return sum(one.label for one in said) / len(said) if said else None


def recall(judged: list[Judged]) -> float | None:
    given = [one for one in judged if one.label]
    return sum(one.predicted for one in given) / len(given) if given else None


def _mentions(folder: Path) -> list[Judged]:
    path = folder / "accounts.json"
    if not path.exists():
        return []
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableData(f"{path}: {error}") from error
    names = {name: Names((), (_account(name, one),)) for name, one in known.items()}
    labelled = [row for row in rows(folder / "entity_mentions.jsonl") if row["label"] is not None]
    return [_judge(row, names[row["account"]]) for row in labelled]


def _account(name: str, one: dict[str, Any]) -> Account:
    return Account(
        name=name,
        aliases=tuple(alias for alias in (one.get("legal_name"),) if alias),
        tickers=tuple(ticker for ticker in (one.get("ticker"),) if ticker),
        domains=tuple(domain for domain in (one.get("domain"),) if domain),
        former_names=tuple(one.get("former_names", ())),
        ambiguous=bool(one.get("ambiguous_word")),
    )


def _judge(row: dict[str, Any], names: Names) -> Judged:
    start, end = row["span"]
    found = any(mention.start < end and start < mention.end for mention in names.find(row["text"]))
    words = row["text"][max(0, start - 40) : end + 40]
    return Judged(id=row["id"], name=row["account"], label=row["label"] == 1, predicted=found, words=words)


def _renames(folder: Path) -> list[tuple[str, bool]]:
    """(old name, found): each company is looked for in a text that only says a former name of it."""
    pairs = [(row["a"], row["b"]) for row in rows(folder / "name_pairs.jsonl") if row["match"] == 1]
    pairs += [(row["name"], old[0]) for row in rows(folder / "former_names.jsonl") for old in row["former"]]
    found = []
    for now, before in pairs:
        names = Names((), (Account(name=now, former_names=(before,)),))
        found.append((before, bool(names.find(f"The registrant was {before} until last year."))))
    return found


def _speed(characters: int, companies: int) -> dict[str, float | None]:
    """Megabytes a second of our own finder and of one compiled alternation of the same names, on the same text."""
    chance = random.Random(0)
    written = [_invented(chance) for _ in range(companies)]
    text = _text(chance, written, characters)
    names = Names((), tuple(Account(name=name) for name in written))
    ours = _rate(lambda: names.find(text), len(text), runs=3)
    pattern = re.compile(
        r"\b(?:" + "|".join(re.escape(name) for name in sorted(written, key=len, reverse=True)) + r")\b"
    )
    sample = text[:RE_CHARACTERS]
    plain = _rate(lambda: pattern.findall(sample), len(sample), runs=1)
    return {"mb_per_s": ours, "speed_vs_re": ours / plain}


def _rate(work: Callable[[], object], characters: int, runs: int) -> float:
    """Megabytes a second of processor time in the best of some runs, for the machine may be busy otherwise."""
    seconds = []
    for _ in range(runs):
        started = time.process_time()
        work()
        seconds.append(time.process_time() - started)
    return characters / 1e6 / min(seconds)


def _invented(chance: random.Random) -> str:
    syllables = [chance.choice("bcdfghklmnprstvw") + chance.choice("aeiou") + chance.choice("nlrstm") for _ in range(3)]
    return "".join(syllables).title() + chance.choice((" Ltd", " Foods Inc.", " Group plc", " Systems", ""))


def _text(chance: random.Random, names: list[str], characters: int) -> str:
    """Prose-like lower-case words, with a name every two hundred words or so."""
    words = ["".join(chance.choice("etaoinshrdlu") for _ in range(chance.randint(2, 9))) for _ in range(5_000)]
    parts: list[str] = []
    size = 0
    while size < characters:
        part = chance.choice(names) if chance.random() < 0.005 else chance.choice(words)
        parts.append(part)
        size += len(part) + 1
    return " ".join(parts)[:characters]
