"""Whether price changes of real pricing pages are seen, and told as such, through the product's own path."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.change_figures import Case, Sheet
from bench.change_warm import Home, open_home
from bench.outside_data import Row
from domain.changes import ChangeStatus

PRICING = "pricing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """One pair of visits of a pricing page: whether it was news, and which tags the change carries."""

    row: Row
    alert: bool
    tags: tuple[str, ...]
    told: str


def price_figures(sheet: Sheet, rows: Sequence[Row]) -> None:
    """Adds price_seen, price_recall and price_precision; rows without a label are left out of the last two."""
    results = look(rows)
    changed = [one for one in results if one.row["pricing_change"] == 1]
    tagged = [one for one in results if one.row["pricing_change"] in (0, 1) and PRICING in one.tags]
    sheet.add("price_seen", _cases(changed, lambda one: one.alert))
    sheet.add("price_recall", _cases(changed, lambda one: PRICING in one.tags))
    sheet.add("price_precision", _cases(tagged, lambda one: one.row["pricing_change"] == 1))
    sheet.misses["price_seen"] = [_shown(one) for one in changed if not one.alert]
    sheet.misses["price_recall"] = [_shown(one) for one in changed if PRICING not in one.tags]
    sheet.misses["price_precision"] = [_shown(one) for one in tagged if one.row["pricing_change"] != 1]


def look(rows: Sequence[Row]) -> list[Priced]:
    """Each pair as two visits of a page of its own, all in one home."""
    if not rows:
        return []
    with open_home({row["id"]: row["url"] for row in rows}) as home:
        return [_visited(home, row) for row in rows]


def _visited(home: Home, row: Row) -> Priced:
    name = row["id"]
    home.visit(name, row["prev_time"], row["prev_html"].encode())
    change = home.visit(name, row["next_time"], row["next_html"].encode())
    sightings = home.world.archive.derived.sightings_of(change.key) if change else ()
    return Priced(
        row=row,
        alert=change is not None and change.status is ChangeStatus.NEWS,
        tags=tuple(sorted({tag.tag for sighting in sightings for tag in sighting.tags})),
        told=" / ".join(f"{edit.before} -> {edit.after}" for edit in change.edits[:4])[:400] if change else "",
    )


def _cases(results: Sequence[Priced], holds: Callable[[Priced], bool]) -> list[Case]:
    return [Case(id=one.row["id"], company=one.row["site"], above=float(holds(one))) for one in results]


def _shown(one: Priced) -> dict[str, object]:
    return {"id": one.row["id"], "company": one.row["site"], "tags": list(one.tags), "edits": one.told}
