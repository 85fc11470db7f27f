"""A register's days from a reader's side: JSON in, news out. What the register does to itself is said once."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import diffing
from diffing.registries.parsing import read_registry
from diffing.registries.records import NOTICE
from domain.changes import ChangeStatus, Edit, EditKind
from domain.sources import Paging, RegistryShape, Source
from domain.visits import FetchedPart
from tests.unit.diffing.support_feeds import NOW
from tests.unit.diffing.test_registries import page, source

Row = dict[str, Any]
OPEN = RegistryShape(records="items", key=("id",), title=("name",))
STATES = ("in process", "ready", "authorized", "withdrawn")
ANEW = dict(zip(STATES, ("Under review", "Prepared", "Certified", "Retired"), strict=True))
MAKERS = ("Brightvane", "Quayside", "Harbour", "Lantern", "Foundry", "Meadow", "Viaduct")


def row(number: int, **changed: object) -> Row:
    plain = {
        "id": f"R-{number:04}",
        "name": f"{MAKERS[number % 7]} service {number}",
        "status": STATES[number * 7 // 3 % 4],
        "users": f"{number},{100 + number}",
        "since": f"2025-{1 + number % 12:02}-{1 + number % 28:02}",
    }
    return {**plain, **changed}


def rows(count: int) -> list[Row]:
    return [row(number) for number in range(1, count + 1)]


def visit(*pages: list[Row]) -> tuple[FetchedPart, ...]:
    return tuple(page({"items": one}, "page" if not at else f"page-{at + 1}") for at, one in enumerate(pages))


def examined(before: list[Row], after: list[Row], of: Source | None = None) -> diffing.Examination:
    return diffing.examine(of or source(OPEN), source_id=3, before=visit(before), after=visit(after), captured_at=NOW)


def said(before: list[Row], after: list[Row], of: Source | None = None) -> list[tuple[EditKind, str]]:
    return [(edit.kind, edit.path[0]) for edit in examined(before, after, of).edits]


def notices(before: list[Row], after: list[Row]) -> tuple[Edit, ...]:
    edits = examined(before, after).edits
    assert [edit.path for edit in edits] in ([], [(NOTICE,)]), [edit.after for edit in edits]
    return edits


Drift = Callable[[Row], Row]
ONE_NOTICE: dict[str, Drift] = {
    "status values renamed": lambda r: {**r, "status": ANEW[r["status"]]},
    "status values numbered": lambda r: {**r, "status": str(STATES.index(r["status"]) + 1)},
    "a column added": lambda r: {**r, "region": "north"},
    "a column of different values added": lambda r: {**r, "contact": f"{r['name']} desk"},
    "a column dropped": lambda r: {key: value for key, value in r.items() if key != "users"},
    "a column renamed": lambda r: {("state" if key == "status" else key): value for key, value in r.items()},
    "keys renumbered": lambda r: {**r, "id": f"X/{(int(r['id'][2:]) * 7919) % 10007}"},
    "keys spelt otherwise": lambda r: {**r, "id": r["id"].lower().replace("-", "")},
    "keys renumbered and a column renamed": lambda r: {**r, "id": f"X/{int(r['id'][2:]) * 3}", "checked": "2026-02-16"},
}
NO_WORD: dict[str, Drift] = {
    "numbers without commas": lambda r: {**r, "users": int(r["users"].replace(",", ""))},
    "dates in words": lambda r: {**r, "since": f"{date.fromisoformat(r['since']):%d %B %Y}"},
    "dates with a time": lambda r: {**r, "since": f"{r['since']}T00:00:00Z"},
    "dates in German": lambda r: {**r, "since": f"{r['since'][8:]}.{r['since'][5:7]}.{r['since'][:4]}"},
    "capital letters": lambda r: {**r, "status": r["status"].upper(), "name": r["name"].title()},
    "blanks": lambda r: {key: f" {value}  " for key, value in r.items()},
    "columns in another order": lambda r: dict(reversed(r.items())),
    "an empty column spelt out": lambda r: {**r, "note": None},
}


@pytest.mark.parametrize("count", [6, 40, 300])
@pytest.mark.parametrize("drift", ONE_NOTICE)
def test_what_the_register_does_to_itself_is_one_notice(drift: str, count: int) -> None:
    before = rows(count)
    (notice,) = notices(before, [ONE_NOTICE[drift](one) for one in before])
    assert notice.minor


@pytest.mark.parametrize("drift", NO_WORD)
def test_another_notation_is_not_worth_a_word(drift: str) -> None:
    before = rows(30)
    assert notices(before, [NO_WORD[drift](one) for one in before]) == ()
    assert notices([NO_WORD[drift](one) for one in before], before) == ()


@pytest.mark.parametrize("drift", [*ONE_NOTICE, *NO_WORD])
def test_real_events_are_told_on_a_day_of_drift(drift: str) -> None:
    remake = {**ONE_NOTICE, **NO_WORD}[drift]
    before = rows(40)
    after = [remake(one) for one in before[:20] + before[21:]] + [remake(row(77, name="A wholly new service"))]
    edits = [edit for edit in examined(before, after).edits if edit.path != (NOTICE,)]
    titles = sorted(edit.title.casefold() for edit in edits)
    assert titles == sorted(["a wholly new service", before[20]["name"].casefold()])
    assert {edit.kind for edit in edits} == {EditKind.ADDED, EditKind.REMOVED}


def test_a_status_that_really_moved_is_told_beside_the_renamed_vocabulary() -> None:
    before = rows(40)
    after = [ONE_NOTICE["status values renamed"](one) for one in before]
    after[3] = {**after[3], "status": "Certified" if after[3]["status"] != "Certified" else "Retired"}
    told = said(before, after)
    assert told[1:] == [(EditKind.REPLACED, after[3]["id"])]


def test_a_renamed_column_is_named_in_the_notice() -> None:
    before = rows(12)
    (notice,) = notices(before, [ONE_NOTICE["a column renamed"](one) for one in before])
    assert (notice.before, notice.after) == ("Fields: status", "Fields: state")


def test_the_time_of_the_export_in_every_record_is_no_notice() -> None:
    before = [{**one, "exported": "2026-02-15T03:00:00Z"} for one in rows(30)]
    after = [{**one, "exported": f"2026-02-16T03:00:{at:02}Z"} for at, one in enumerate(rows(30))]
    assert notices(before, after) == ()


def test_one_number_or_date_really_changed_is_told() -> None:
    before = rows(30)
    for field, value in (("users", "5,999"), ("since", "2025-06-07"), ("status", "revoked"), ("name", "Other name")):
        after = [{**one, field: value} if at == 4 else one for at, one in enumerate(before)]
        assert said(before, after) == [(EditKind.REPLACED, "R-0005")], field


def test_two_dates_of_numbers_that_swap_day_and_month_are_two_dates() -> None:
    before = [{**one, "since": "05/01/2026"} for one in rows(12)]
    after = [{**one, "since": "01/05/2026"} if at == 2 else one for at, one in enumerate(before)]
    assert said(before, after) == [(EditKind.REPLACED, "R-0003")]


def test_a_turnover_of_like_records_is_no_new_numbering() -> None:
    before = [{"id": f"J-{n}", "name": "Driver", "city": "Leeds"} for n in range(12)]
    after = [*before[:4], *({"id": f"J-{n}", "name": "Driver", "city": "Leeds"} for n in range(50, 56))]
    told = said(before, after)
    assert [kind for kind, _ in told].count(EditKind.ADDED) == 6
    assert [kind for kind, _ in told].count(EditKind.REMOVED) == 8


def test_a_twin_that_comes_or_goes_leaves_its_other_alone() -> None:
    twin, other = row(5, status="suspended"), row(5, status="authorized")
    assert said([row(1), other], [row(1), twin, other]) == [(EditKind.ADDED, "R-0005 #2")]
    assert said([row(1), twin, other], [row(1), twin]) == [(EditKind.REMOVED, "R-0005")]
    assert said([row(1), twin, other], [row(1), other, twin]) == []


@pytest.mark.parametrize("size", [10, 50, 25])
def test_what_a_list_of_the_latest_pushes_out_is_not_removed(size: int) -> None:
    def latest(newest: int) -> list[Row]:
        return [row(number) for number in range(newest, newest - size, -1)]

    told = said(latest(200), latest(203))
    assert told == [(EditKind.ADDED, f"R-{n:04}") for n in (203, 202, 201)]


def test_a_record_gone_from_the_middle_of_a_list_of_the_latest_is_removed() -> None:
    before = [row(number) for number in range(200, 150, -1)]
    after = [row(201), *(one for one in before if one["id"] != "R-0170")]
    assert (EditKind.REMOVED, "R-0170") in said(before, after)


def test_a_list_of_the_latest_that_turned_over_whole_is_news_and_not_held() -> None:
    shape = RegistryShape(records="items", key=("id",), title=("name",), date="filed")
    before, after = (
        [row(n, filed=f"2026-{month:02}-{1 + n % 20:02}") for n in range(start, start + 20)]
        for month, start in ((1, 0), (2, 100))
    )
    found = examined(before, after, source(shape))
    assert found.status is ChangeStatus.NEWS
    assert {edit.kind for edit in found.edits} == {EditKind.ADDED}


def test_a_suspicious_shrink_is_held_and_the_baseline_stays() -> None:
    found = examined(rows(40), rows(12))
    assert (found.status, found.baseline) == (ChangeStatus.HELD, False)
    assert examined(rows(40), rows(39)).status is ChangeStatus.NEWS


def test_keys_that_all_changed_where_nothing_tells_the_records_apart_are_one_notice() -> None:
    shape = RegistryShape(records="items", key=("id",), fields=(("Status", "status"),))
    before = [{"id": f"A{n}", "status": STATES[n % 2]} for n in range(60)]
    after = [{"id": f"B{n}", "status": STATES[n * n % 2]} for n in range(59)]
    assert [edit.path for edit in examined(before, after, source(shape)).edits] == [(NOTICE,)]


def paged(pages: int) -> Source:
    return replace(source(OPEN), paging=Paging(parameter="page", at_most=pages))


def test_a_register_cut_at_its_last_page_tells_no_removal_and_no_record_let_in() -> None:
    everything = [row(number) for number in range(100, 0, -1)]

    def cut(first: list[Row]) -> tuple[FetchedPart, ...]:
        return visit(first[:10], first[10:20])

    def told(before: list[Row], after: list[Row]) -> list[tuple[EditKind, str]]:
        found = diffing.examine(paged(2), source_id=3, before=cut(before), after=cut(after), captured_at=NOW)
        return [(edit.kind, edit.path[0]) for edit in found.edits]

    assert read_registry(paged(2), cut(everything)).cut
    assert not read_registry(paged(3), cut(everything)).cut
    assert not read_registry(paged(2), visit(everything[:10], everything[10:14])).cut
    assert told(everything, [row(102), row(101), *everything]) == [
        (EditKind.ADDED, "R-0102"),
        (EditKind.ADDED, "R-0101"),
    ]
    assert told(everything, everything[:5] + everything[6:]) == []


def test_a_cut_register_says_so() -> None:
    pages = visit(rows(20)[:10], rows(20)[10:])
    more = visit([row(99), *rows(9)], rows(20)[9:19])
    found = diffing.examine(paged(2), source_id=3, before=pages, after=more, captured_at=NOW)
    assert "first 2 pages" in found.explanation


def test_a_filter_whose_words_were_renamed_is_said() -> None:
    filtered = source(OPEN, where=(("status", ("authorized",)),))
    before = rows(40)
    (notice,) = examined(before, [ONE_NOTICE["status values renamed"](one) for one in before], filtered).edits[:1]
    assert notice.path == (NOTICE,)
    assert "Filter: lets none through" in (notice.after or "")


def test_an_export_in_another_order_is_no_change() -> None:
    before = rows(50)
    assert said(before, sorted(before, key=lambda one: json.dumps(one)[::-1])) == []
