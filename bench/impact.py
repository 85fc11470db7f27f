"""The impact bench: which accounts the product tells of each event, against two readers' labels."""

import json
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from accounts import MAIL_THRESHOLD, Names, link
from bench import UnreadableData
from bench.impact_interval import interval
from bench.impact_world import event_of, world_of
from bench.outside_data import rows
from bench.worlds import own_worlds
from domain.events import Impact

Talk = Callable[[str], None]
TODAY = date(2026, 1, 12)
FIGURES = ("impact_precision", "impact_recall", "precision_at_5", "reason_accuracy", "stance_accuracy")


def run(data: Path | None, talk: Talk) -> dict[str, Any]:
    """Figures of `contracts.md` (impact) over DATA/impact, None each where absent; `own`: those of our worlds."""
    outside = measure(data / "impact", talk) if data else nothing()
    return {**outside, "own": {world.name: measure(world / "impact", talk) for world in own_worlds()}}


def nothing() -> dict[str, Any]:
    return {**dict.fromkeys(FIGURES), "n": {}, "ci95": {}, "misses": {}}


def measure(folder: Path, talk: Talk) -> dict[str, Any]:
    """The figures of one world: `world.json`, `events.jsonl` and `links.jsonl` in the folder."""
    if not (folder / "links.jsonl").exists():
        return nothing()
    raw = _world(folder / "world.json")
    world, competitors = world_of(raw)
    names = Names(competitors, world.accounts)
    ids = {account["name"]: account["id"] for account in raw["accounts"]}
    gold = {row["event"]: {one["account"]: one for one in row["links"]} for row in rows(folder / "links.jsonl")}
    judged = []
    for row in rows(folder / "events.jsonl"):
        impacts = link(event_of(row, names), world, names, TODAY)
        told = {ids[impact.account]: impact for impact in impacts if impact.score >= MAIL_THRESHOLD}
        judged.append(_judge(row, told, gold.get(row["id"], {})))
    figures = _figures(judged)
    talk(f"{folder.parent.name}: " + " ".join(f"{key}={figures[key]}" for key in FIGURES))
    return {**figures, "n": _counts(judged), "ci95": _intervals(judged), "misses": _misses(judged)}


def _world(path: Path) -> dict[str, Any]:
    try:
        raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableData(f"{path}: {error}") from error
    return raw


def _judge(row: dict[str, Any], told: dict[str, Impact], gold: dict[str, Any]) -> dict[str, Any]:
    """One event's outcome: per told account right, not counted or wrong; the `both` accounts that were missed."""
    hits, wrong = [], []
    misses: list[tuple[str, dict[str, Any]]] = []
    for account, impact in told.items():
        agreed = gold.get(account, {}).get("agreed", "none")
        stated = sorted(reason.kind.value for reason in impact.reasons)
        if agreed in ("both", "split"):
            answer = gold[account]
            reason_right, stance_right = (
                bool(set(stated) & set(answer["reasons"])),
                impact.stance.value in answer["stances"],
            )
            hits.append((account, impact.score, agreed, reason_right, stance_right))
            if not (reason_right and stance_right):
                said = {"event": row["id"], "account": account, "stance": impact.stance.value, "reasons": stated}
                misses.append(("stance_accuracy" if reason_right else "reason_accuracy", said))
        elif agreed == "none":
            wrong.append((account, impact.score))
            misses.append(("impact_precision", {"event": row["id"], "account": account, "reasons": stated}))
    both = [account for account, answer in gold.items() if answer["agreed"] == "both"]
    lost = [account for account in both if account not in told]
    misses += [("impact_recall", {"event": row["id"], "account": account}) for account in lost]
    return {"company": row["company"], "hits": hits, "wrong": wrong, "both": both, "lost": lost, "misses": misses}


def _share(right: float, all_: float) -> float | None:
    return right / all_ if all_ else None


def _figures(judged: list[dict[str, Any]]) -> dict[str, float | None]:
    hits = [hit for one in judged for hit in one["hits"]]
    wrong = sum(len(one["wrong"]) for one in judged)
    both, lost = sum(len(one["both"]) for one in judged), sum(len(one["lost"]) for one in judged)
    return {
        "impact_precision": _share(len(hits), len(hits) + wrong),
        "impact_recall": _share(both - lost, both),
        "precision_at_5": _at_five(judged),
        "reason_accuracy": _share(sum(hit[3] for hit in hits), len(hits)),
        "stance_accuracy": _share(sum(hit[4] for hit in hits), len(hits)),
    }


def _at_five(judged: list[dict[str, Any]]) -> float | None:
    """Mean over accounts of the share that is right among their five highest scored told events."""
    lists: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for one in judged:
        for account, score, *_ in one["hits"]:
            lists[account].append((score, 1))
        for account, score in one["wrong"]:
            lists[account].append((score, 0))
    shares = []
    for told in lists.values():
        best = sorted(told, reverse=True)[:5]
        shares.append(sum(right for _, right in best) / len(best))
    return _share(sum(shares), len(shares))


def _counts(judged: list[dict[str, Any]]) -> dict[str, int]:
    hits = sum(len(one["hits"]) for one in judged)
    told = hits + sum(len(one["wrong"]) for one in judged)
    both = sum(len(one["both"]) for one in judged)
    return {
        "impact_precision": told,
        "impact_recall": both,
        "precision_at_5": told,
        "reason_accuracy": hits,
        "stance_accuracy": hits,
    }


def _intervals(judged: list[dict[str, Any]]) -> dict[str, list[float] | None]:
    def of(key: str) -> list[float] | None:
        return interval(judged, lambda one: str(one["company"]), lambda drawn: _figures(drawn)[key])

    return {key: of(key) for key in FIGURES}


def _misses(judged: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in judged:
        for figure, miss in one["misses"]:
            found[figure].append(miss)
    return dict(found)
