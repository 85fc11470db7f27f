"""An item of a list that is only worded anew is not told as gone, and limits lead over what else a list says."""

from dataclasses import replace
from decimal import Decimal

import pytest

from classifiers.headlines.headline import headline
from classifiers.headlines.price_phrases import price_line
from classifiers.headlines.reworded_items import as_reworded
from classifiers.prices.plans import find_plans
from classifiers.wording.passages import passages
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.findings import Fact, Price, PriceKind, Quote, Side
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind

SOURCE = Source(
    name="page",
    kind=SourceKind.PAGE,
    url="https://skerry.example/pricing",
    subject=Subject(kind=SubjectKind.COMPETITOR, name="Skerry"),
    schedule=Schedule(text="1d"),
)


def item(before: str | None, after: str | None, path: tuple[str, ...] = ()) -> Edit:
    kind = EditKind.REPLACED if before and after else EditKind.ADDED if after else EditKind.REMOVED
    return Edit(key=f"{before}{after}{path}", kind=kind, where=Where.LIST, path=path, before=before, after=after)


def quota(edit: Edit, plan: str | None = None) -> Fact:
    value = Price(kind=PriceKind.QUOTA, plan=plan, before=edit.before, after=edit.after)
    quote = Quote(edit=edit.key, side=Side.AFTER, start=0, end=1, text="x")
    return Fact(type="price", value=value, quote=quote, confidence=0.7)


@pytest.mark.parametrize(
    ("gone", "come"),
    [
        ("Harbour chart access", "Harbour charts and chart access"),
        ("Single skipper access", "Single skipper"),
        ("Phone support on weekdays", "Phone support on all weekdays"),
        ("10 boat places", "25 boat places"),
    ],
)
def test_an_item_in_other_words_is_one_item(gone: str, come: str) -> None:
    (one,) = as_reworded([item(gone, None), item(None, come)], ())
    assert (one.kind, one.before, one.after) == (EditKind.REPLACED, gone, come)


@pytest.mark.parametrize(
    ("gone", "come"),
    [
        ("Unlimited boats", "Unlimited charts"),
        ("Phone support", "Weather maps"),
        ("Tide tables", "Crew lists for tides"),
    ],
)
def test_items_with_little_in_common_are_two(gone: str, come: str) -> None:
    assert len(as_reworded([item(gone, None), item(None, come)], ())) == 2


def test_an_item_that_only_moved_in_its_list_is_not_told() -> None:
    left = as_reworded([item("Tide tables", None), item(None, "Crew lists"), item(None, "Tide tables")], ())
    assert [edit.after for edit in left] == ["Crew lists"]


def test_a_short_paragraph_that_only_moved_is_not_told() -> None:
    edits = [item("$8/mo", None), item(None, "$8/mo"), item(None, "Paid by the season")]
    left = as_reworded([replace(edit, where=Where.PARAGRAPH) for edit in edits], ())
    assert [edit.after for edit in left] == ["Paid by the season"]


def test_items_of_two_lists_stay_two() -> None:
    assert (
        len(as_reworded([item("Tide table print", None, ("Solo",)), item(None, "Tide table prints", ("Crew",))], ()))
        == 2
    )


def test_an_item_that_a_fact_speaks_of_stays_as_it_is() -> None:
    edits = [item("Phone support daily", None), item(None, "Phone support weekly")]
    assert as_reworded(edits, {edits[0].key}) == edits


def test_a_limit_on_what_had_none_is_told_though_no_plan_names_it() -> None:
    limit = item("Unlimited boats", "20 boats")
    edits = [limit, item("Tide alarms", None)]
    said = headline("Skerry", SOURCE, edits, (), (quota(limit),))
    assert said == "Skerry changes its quota: “Unlimited boats” becomes “20 boats”; also drops “Tide alarms”"


def test_quotas_beside_a_price_that_moved_are_told_as_well() -> None:
    card = Edit(
        key="amount", kind=EditKind.REPLACED, where=Where.PARAGRAPH, path=(), before="$30/month", after="$24/month"
    )
    new = item(None, "50 storm alerts")
    amounts = {"amount_before": Decimal(30), "amount_after": Decimal(24)}
    moved = Price(kind=PriceKind.AMOUNT, plan="Crew", currency="USD", period="month", **amounts)  # type: ignore[arg-type]
    quote = Quote(edit="amount", side=Side.AFTER, start=0, end=3, text="$24")
    facts = (Fact(type="price", value=moved, quote=quote, confidence=0.9), quota(new))
    said = headline("Skerry", SOURCE, [card, new], (), facts)
    assert said == "Skerry cuts Crew from $30 to $24 a month (-20.0%); also adds “50 storm alerts”"


def test_new_quotas_of_several_plans_are_told_each_with_its_plan() -> None:
    edits = [item(None, "5 storm alerts", ("Solo",)), item(None, "20 storm alerts", ("Crew",))]
    facts = [quota(edits[0], "Solo"), quota(edits[1], "Crew")]
    said = price_line("Skerry", facts, {edit.key: edit for edit in edits})
    assert said == "Skerry adds quotas: “5 storm alerts” for Solo and “20 storm alerts” for Crew"


def test_one_user_and_a_single_user_are_the_same_quota() -> None:
    edits = [item("One skipper", None, ("Solo",)), item(None, "Single skipper", ("Solo",))]
    assert find_plans(passages(edits), SOURCE) == ()
