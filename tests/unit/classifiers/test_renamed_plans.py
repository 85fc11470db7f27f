"""A plan that was given another name is told as renamed, and one that gave way to another plan is not."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Price, PriceKind
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
PLANS = ("Plans",)


@pytest.fixture
def pricing(source: Callable[..., Source]) -> Source:
    return source(url="https://brightvane.example/pricing")


def renames(sighting: Sighting) -> list[tuple[str | None, str | None]]:
    prices = [fact.value for fact in sighting.facts if isinstance(fact.value, Price)]
    return [(one.before, one.after) for one in prices if one.kind is PriceKind.PLAN_RENAMED]


def test_a_plan_renamed_and_raised_is_told_in_one_line(seen: See, edit: Make, pricing: Source) -> None:
    (sighting,) = seen(
        edit("Team", None, "heading", PLANS),
        edit("$49 per seat / month", "$59 per seat / month", "card", (*PLANS, "Growth")),
        edit(None, "Growth", "heading", PLANS),
        of=pricing,
    )
    assert renames(sighting) == [("Team", "Growth")]
    assert sighting.headline == "Brightvane renames Team to Growth and raises it to $59 per seat a month (+20.4%)"


def test_a_plan_renamed_beside_one_that_came_is_still_told_as_renamed(seen: See, edit: Make, pricing: Source) -> None:
    (sighting,) = seen(
        edit("Team", None, "heading", PLANS),
        edit("$30 / month", "$36 / month", "card", (*PLANS, "Growth")),
        edit(None, "Growth", "heading", PLANS),
        edit(None, "Enterprise", "heading", PLANS),
        edit(None, "Contact us", "card", (*PLANS, "Enterprise")),
        of=pricing,
    )
    assert renames(sighting) == [("Team", "Growth")]


def test_a_plan_that_went_and_another_that_came_are_not_one(seen: See, edit: Make, pricing: Source) -> None:
    (sighting,) = seen(
        edit("Hobby", None, "heading", PLANS),
        edit("$5 / month", None, "card", (*PLANS, "Hobby")),
        edit(None, "Enterprise", "heading", PLANS),
        edit(None, "$500 / month", "card", (*PLANS, "Enterprise")),
        of=pricing,
    )
    assert renames(sighting) == []
    assert "raises" not in sighting.headline


def test_plans_renamed_by_headings_without_a_section_are_told_too(seen: See, edit: Make, pricing: Source) -> None:
    (sighting,) = seen(
        edit("Standard", None, "heading"),
        edit(None, "Business", "heading"),
        edit("Plus", None, "heading"),
        edit(None, "Business Plus", "heading"),
        of=pricing,
    )
    assert sighting.headline == "Brightvane renames two plans: Standard → Business, Plus → Business Plus"


def row(edit: Make, before: tuple[str, ...], after: tuple[str, ...], headers: tuple[str, ...]) -> Edit:
    """A row of a table that became another one."""
    old = edit(" | ".join(before), None, "table", PLANS, cells=tuple(zip(headers, before, strict=True)))
    new = edit(None, " | ".join(after), "table", PLANS, cells=tuple(zip(headers, after, strict=True)))
    made = edit(old.before, new.after, "table", PLANS)
    return replace(made, cells_before=old.cells_before, cells_after=new.cells_after)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (("Advanced", "£21 / month", "250 GB"), [("Silver", "Advanced")]),
        (("Advanced", "£99 / month", "250 GB"), []),
        (("Platinum", "£21 / month", "2 TB"), []),
    ],
    ids=["the same storage at a price near it", "five times the price", "nothing stayed"],
)
def test_a_row_is_renamed_where_what_the_plan_holds_stayed(
    seen: See, edit: Make, pricing: Source, after: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    changed = row(edit, ("Silver", "£18 / month", "250 GB"), after, ("Plan", "Price", "Storage"))
    assert renames(seen(changed, of=pricing)[0]) == expected


def test_the_name_over_a_column_is_a_plan_s_name(seen: See, edit: Make, pricing: Source) -> None:
    (sighting,) = seen(
        row(edit, ("", "Lite", "Standard", "Max"), ("", "Lite", "Crew", "Max"), ("", "", "", "")),
        of=pricing,
    )
    assert renames(sighting) == [("Standard", "Crew")]


def test_columns_that_only_changed_places_were_not_renamed(seen: See, edit: Make, pricing: Source) -> None:
    (sighting,) = seen(
        row(edit, ("", "Lite", "Crew", "Max"), ("", "Crew", "Lite", "Max"), ("", "", "", "")),
        of=pricing,
    )
    assert renames(sighting) == []
