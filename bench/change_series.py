"""Visits of a page in order, through the product's own path: sixty of them, or a text that comes and goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.change_pairs import address
from bench.change_warm import open_home
from bench.outside_data import Row
from domain.changes import ChangeStatus

CONFIRMED = "confirmed"  # how the pipeline begins the explanation of a change that a second visit confirmed
PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """What a page's history came to: real steps, those said, and alerts on steps where nothing had changed."""

    series: str
    company: str
    real: int
    found: int
    false: int
    missed_steps: tuple[int, ...]
    false_steps: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Couple:
    """A text that changed (A to B) and came back (to A'); `earlier` are visits of the page before, all oldest first."""

    id: str
    company: str
    url: str
    earlier: tuple[tuple[str, str], ...]
    visits: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flap:
    """Whether a couple still has news that is not marked reverted, after all of it was seen."""

    id: str
    company: str
    alert: bool
    statuses: tuple[str, ...]


def replay(rows: Sequence[Row], bodies: dict[str, bytes]) -> Replay:
    """Runs a series; a step is said when its change was news, took one back, or was held and confirmed next."""
    ordered = sorted(rows, key=lambda row: row["step"])
    said: set[int] = set()
    news: set[int] = set()
    held: int | None = None
    with open_home({PAGE: address(ordered[0])}) as home:
        for row in ordered:
            change = home.visit(PAGE, row["time"], bodies[row["blob"]])
            status = change.status if change else None
            if change and status is ChangeStatus.NEWS and held is not None and change.explanation.startswith(CONFIRMED):
                said.add(held)
                news.add(held)
            elif status is ChangeStatus.NEWS:
                said.add(row["step"])
                news.add(row["step"])
            elif status is ChangeStatus.REVERTED:
                said.add(row["step"])
            held = row["step"] if status is ChangeStatus.HELD else None
    real = {row["step"] for row in ordered if row["label"] == 1}
    quiet = {row["step"] for row in ordered if row["label"] == 0}
    return Replay(
        series=ordered[0]["series"],
        company=ordered[0]["service"],
        real=len(real),
        found=len(real & said),
        false=len(quiet & news),
        missed_steps=tuple(sorted(real - said)),
        false_steps=tuple(sorted(quiet & news)),
    )


def couples(rows: Sequence[Row]) -> list[Couple]:
    """The flap rows of a page two by two, where the second brings back the text that the first replaced."""
    flaps: dict[tuple[str, str, str], list[Row]] = {}
    for row in sorted((one for one in rows if one["kind"] == "flap"), key=lambda one: one["prev_time"]):
        flaps.setdefault((row["service"], row["terms"], address(row)), []).append(row)
    return [made for found in flaps.values() for one, other in pairwise(found) for made in _couple(one, other, rows)]


def _couple(one: Row, other: Row, rows: Sequence[Row]) -> Iterator[Couple]:
    back = next((side for side in ("next", "prev") if other[f"version_{side}"] == one["version_prev"]), None)
    if back is None:
        return
    same_page = [row for row in rows if all(row[key] == one[key] for key in ("service", "terms", "url"))]
    seen = {(row[f"{side}_time"], row[side]) for row in same_page for side in ("prev", "next")}
    yield Couple(
        id=f"{one['id']}+{other['id']}",
        company=one["service"],
        url=address(one),
        earlier=tuple(sorted(visit for visit in seen if visit[0] < one["prev_time"])),
        visits=tuple((row[f"{side}_time"], row[side]) for row, side in ((one, "prev"), (one, "next"), (other, back))),
    )


def flap(couple: Couple, bodies: dict[str, bytes]) -> Flap:
    """Runs what came before, then A, B and A'; news is looked for among the changes that B and A' made."""
    with open_home({PAGE: couple.url}) as home:
        for time, blob in (*couple.earlier, *couple.visits[:1]):
            home.visit(PAGE, time, bodies[blob])
        known = {change.key for change in home.changes(PAGE)}
        for time, blob in couple.visits[1:]:
            home.visit(PAGE, time, bodies[blob])
        made = [change for change in home.changes(PAGE) if change.key not in known]
    return Flap(
        id=couple.id,
        company=couple.company,
        alert=any(change.status is ChangeStatus.NEWS for change in made),
        statuses=tuple(change.status.value for change in made),
    )
