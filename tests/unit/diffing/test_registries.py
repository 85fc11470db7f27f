import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

import diffing
from diffing.reading.limits import MOST_EDITS
from diffing.registries.parsing import compare_records, read_registry, suspicious_shrink
from domain.changes import Edit, EditKind
from domain.content import Extraction, Where
from domain.errors import UnreadableContent
from domain.sources import RegistryShape, Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import FetchedPart

SHAPE = RegistryShape(
    records="data.items",
    key=("id",),
    fields=(("Product", "name"), ("Status", "status"), ("Place", "office.city")),
    title=("name",),
    date="filed",
    link="https://register.example/items/{id}",
    names=("maker",),
)


def source(shape: RegistryShape = SHAPE, where: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Source:
    return Source(
        name="register",
        kind=SourceKind.REGISTRY,
        url="https://register.example/items.json",
        subject=Subject(kind=SubjectKind.MARKET, name="register"),
        schedule=Schedule(text="1d"),
        registry=shape,
        where=where,
    )


def page(document: object, name: str = "page") -> FetchedPart:
    body = document if isinstance(document, bytes) else json.dumps(document).encode()
    url = "https://register.example/items.json"
    return FetchedPart(part=name, url=url, requested_url=url, status=200, headers=(), body=body)


def item(number: int, **changed: Any) -> dict[str, Any]:
    plain = {"id": f"R-{number}", "name": f"Product {number}", "status": "ready", "filed": "2026-02-10"}
    return {**plain, "office": {"city": "Leeds"}, "maker": f"Maker {number}", **changed}


def reading(*items: dict[str, Any], of: Source | None = None) -> Extraction:
    return read_registry(of or source(), (page({"data": {"items": list(items)}}),))


def edits(before: Extraction, after: Extraction) -> tuple[Edit, ...]:
    return compare_records(7, before, after)


def test_declared_fields_are_read_by_their_labels_and_dotted_paths() -> None:
    (record,) = reading(item(1)).records
    assert [(cell.header, cell.text) for cell in record.fields] == [
        ("Product", "Product 1"),
        ("Status", "ready"),
        ("Place", "Leeds"),
    ]
    assert (record.key, record.title, record.dated, record.names) == ("R-1", "Product 1", "2026-02-10", ("Maker 1",))
    assert record.link == "https://register.example/items/R-1"


def test_without_declared_fields_every_scalar_is_read_and_no_list() -> None:
    shape = RegistryShape(records="data.items", key=("id",))
    (record,) = reading(item(1, tags=["a"], open=True, count=3), of=source(shape)).records
    found = {cell.header: cell.text for cell in record.fields}
    assert found["office.city"] == "Leeds"
    assert (found["open"], found["count"]) == ("yes", "3")
    assert "tags" not in found


def test_an_object_of_lists_is_read_row_by_row() -> None:
    shape = RegistryShape(records="filings.recent", key=("number",), columnar=True, title=("form",))
    document = {"filings": {"recent": {"number": ["1", "2"], "form": ["8-K", "10-Q"]}}}
    records = read_registry(source(shape), (page(document),)).records
    assert [(record.key, record.title) for record in records] == [("1", "8-K"), ("2", "10-Q")]


def test_lists_of_different_length_are_unreadable() -> None:
    shape = RegistryShape(records="recent", key=("number",), columnar=True)
    with pytest.raises(UnreadableContent, match=r"differ in length: `number` 2, `form` 1"):
        read_registry(source(shape), (page({"recent": {"number": ["1", "2"], "form": ["8-K"]}}),))


def test_pages_are_merged_and_a_record_on_two_pages_counts_once() -> None:
    one = page({"data": {"items": [item(1), item(2)]}})
    two = page({"data": {"items": [item(2), item(3)]}}, "page-2")
    assert [record.key for record in read_registry(source(), (one, two)).records] == ["R-1", "R-2", "R-3"]


def test_two_different_records_of_one_key_are_both_kept_whatever_their_order() -> None:
    one, other = item(1, status="ready"), item(1, status="authorized")
    forward, backward = reading(one, other), reading(other, one)
    assert [record.key for record in forward.records] == ["R-1", "R-1 #2"]
    assert edits(forward, backward) == ()


def test_a_filter_keeps_matching_records_whatever_their_case() -> None:
    filtered = source(where=(("status", ("Authorized",)), ("Place", ("leeds", "York"))))
    found = reading(item(1), item(2, status="authorized"), item(3, status="AUTHORIZED", office={}), of=filtered)
    assert [record.key for record in found.records if record.wanted] == ["R-2"]


def test_a_record_that_begins_or_ceases_to_match_the_filter_is_told_as_changed_and_not_as_new_or_gone() -> None:
    filtered = source(where=(("status", ("Active",)),))
    before = reading(item(1, status="Active"), item(2, status="Expired"), item(3, status="Expired"), of=filtered)
    after = reading(item(1, status="Revoked"), item(2, status="Active"), item(3, status="Lapsed"), of=filtered)
    told = edits(before, after)
    assert [(edit.kind, edit.path[0]) for edit in told] == [(EditKind.REPLACED, "R-1"), (EditKind.REPLACED, "R-2")]


def test_a_record_the_filter_leaves_out_comes_and_goes_untold() -> None:
    filtered = source(where=(("status", ("Active",)),))
    kept, other = item(1, status="Active"), item(2, status="Expired")
    assert edits(reading(kept, of=filtered), reading(kept, other, of=filtered)) == ()
    assert edits(reading(kept, other, of=filtered), reading(kept, of=filtered)) == ()


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (b"<html>Sign in</html>", "page: broken JSON"),
        (b"[" * 100_000, "page: broken JSON"),
        ({"data": {"rows": []}}, "page: wanted a field `items` at data, found an object with `rows`"),
        ({"data": {"items": {"a": 1}}}, "page: wanted a list of records at data.items, found an object with `a`"),
        ({"data": {"items": [1]}}, r"page: wanted an object at data.items\[1\], found int '1'"),
        ([1, 2], "page: wanted a field `data` at the top, found a list of 2"),
        ({"data": {"items": [item(1), {"id": " "}]}}, "record 2 has no `id`, its key"),
        (
            {"data": {"items": [{"id": n, "name": "x", "office": {"city": "y"}} for n in range(12)]}},
            "no record has `status`",
        ),
    ],
)
def test_another_shape_says_what_was_found_where(document: object, said: str) -> None:
    with pytest.raises(UnreadableContent, match=said):
        read_registry(source(), (page(document),))


def test_a_filter_on_a_field_nobody_has_is_an_error_not_an_empty_register() -> None:
    with pytest.raises(UnreadableContent, match="`where` asks for `impact`"):
        reading(item(1), of=source(where=(("impact", ("High",)),)))


def test_what_a_pattern_ignores_is_no_change() -> None:
    ignoring = replace(source(), ignore=(r"\(seen \d+ times\)",))
    old, new = (reading(item(1, name=f"Product 1 (seen {times} times)"), of=ignoring) for times in (3, 4))
    assert edits(old, new) == ()


def test_an_empty_register_is_read_as_empty() -> None:
    assert reading().records == ()


def test_a_new_record_is_added_with_all_its_fields_and_its_own_date() -> None:
    (edit,) = edits(reading(item(1)), reading(item(2), item(1)))
    assert (edit.kind, edit.where, edit.path) == (EditKind.ADDED, Where.RECORD, ("R-2", "Product 2"))
    assert (edit.before, edit.after) == (None, "Product: Product 2\nStatus: ready\nPlace: Leeds")
    assert edit.dated is not None
    assert edit.dated.isoformat() == "2026-02-10T00:00:00+00:00"
    assert (edit.link, edit.names) == ("https://register.example/items/R-2", ("Maker 2",))


def test_a_changed_record_says_only_the_fields_that_changed_and_takes_no_old_date() -> None:
    (edit,) = edits(reading(item(1), item(2)), reading(item(2), item(1, status="authorized")))
    assert edit.kind is EditKind.REPLACED
    assert (edit.before, edit.after, edit.dated) == ("Status: ready", "Status: authorized", None)


def test_a_withdrawn_record_is_removed() -> None:
    (edit,) = edits(reading(item(1), item(2)), reading(item(1)))
    assert (edit.kind, edit.path[0], edit.after) == (EditKind.REMOVED, "R-2", None)


def test_order_and_white_space_are_no_change() -> None:
    before = reading(item(1), item(2))
    assert edits(before, reading(item(2, name=" Product  2\n"), item(1, id="R-1 "))) == ()


def test_a_renamed_vocabulary_is_one_notice_beside_the_real_changes() -> None:
    before = [item(n, status="in process" if n < 30 else "ready" if n < 33 else "done") for n in range(40)]
    after = [
        dict(one, status={"in process": "Under review", "ready": "Prepared"}.get(one["status"], "done"))
        for one in before
    ]
    after[0]["status"] = "done"
    notice, real = edits(reading(*before), reading(*after))
    assert notice.after == "Status: Under review; Prepared"
    assert notice.minor
    assert (real.path[0], real.before, real.after) == ("R-0", "Status: in process", "Status: done")


def test_a_value_split_in_two_new_ones_is_one_notice_and_one_made_precise_is_not() -> None:
    before = [item(n, status="in process" if n < 20 else "done") for n in range(60)]
    split = [dict(one, status=f"in process, {'agency' if n < 13 else 'board'}") for n, one in enumerate(before[:20])]
    assert len(edits(reading(*before), reading(*split, *before[20:]))) == 1
    precise = [dict(one, status=f"expected in week {n}") for n, one in enumerate(before[:20])]
    assert len(edits(reading(*before), reading(*precise, *before[20:]))) == 20


def test_many_records_moving_to_a_value_already_in_use_are_real_changes() -> None:
    before = [item(n, status="in process" if n < 8 else "authorized") for n in range(40)]
    after = [dict(one, status="authorized") for one in before]
    assert len(edits(reading(*before), reading(*after))) == 8


def test_a_format_changed_everywhere_is_one_notice_and_no_word_where_it_is_only_another_notation() -> None:
    before = [item(n, status=f"2026-01-{n:02}") for n in range(1, 25)]
    planned = [dict(one, status=f"planned for {one['status']}") for one in before]
    timed = [dict(one, status=one["status"] + "T04:00:00Z") for one in before]
    assert len(edits(reading(*before), reading(*planned))) == 1
    assert edits(reading(*before), reading(*timed)) == ()


def test_an_export_with_new_keys_is_one_notice_and_no_shrink() -> None:
    before = reading(*(item(n) for n in range(20)))
    after = reading(*(item(n, id=f"2026/{n}") for n in range(1, 20)), item(99, id="2026/99"))
    notice, added, removed = edits(before, after)
    assert notice.after == "Keys: the same records under new keys"
    assert (added.kind, added.path[0]) == (EditKind.ADDED, "2026/99")
    assert (removed.kind, removed.path[0]) == (EditKind.REMOVED, "R-0")
    assert not suspicious_shrink(before, after)


def test_a_register_that_loses_most_of_its_records_is_suspicious() -> None:
    full = reading(*(item(n) for n in range(20)))
    assert suspicious_shrink(full, reading(*(item(n) for n in range(9))))
    assert not suspicious_shrink(full, reading(*(item(n) for n in range(12))))


def test_a_job_board_whose_two_jobs_are_gone_is_not_suspicious() -> None:
    assert not suspicious_shrink(reading(item(1), item(2)), reading())


@pytest.mark.parametrize(
    ("filed", "moment"),
    [
        ("2026-02-12T09:30:00+01:00", "2026-02-12T08:30:00+00:00"),
        (1770854400, "2026-02-12T00:00:00+00:00"),
        (1770854400123, "2026-02-12T00:00:00+00:00"),
        ("soon", None),
    ],
)
def test_a_records_date_is_read_from_iso_and_unix_times(filed: object, moment: str | None) -> None:
    (edit,) = edits(reading(), reading(item(1, filed=filed)))
    assert (edit.dated.isoformat() if edit.dated else None) == moment


def test_a_link_field_that_is_no_web_address_gives_no_link() -> None:
    shape = RegistryShape(records="data.items", key=("id",), link="{url}")
    found = reading(item(1, url="javascript:alert(1)"), item(2, url="https://jobs.example/2"), of=source(shape))
    assert [record.link for record in found.records] == ["", "https://jobs.example/2"]


def test_the_oldest_end_of_a_list_that_keeps_the_newest_rolls_off_without_being_removed() -> None:
    def dated(n: int) -> dict[str, object]:
        return item(n, filed=f"2026-02-{n:02d}")

    told = edits(reading(*map(dated, (3, 2, 1))), reading(*map(dated, (5, 4, 3))))
    assert [(edit.kind, edit.path[0]) for edit in told] == [(EditKind.ADDED, "R-5"), (EditKind.ADDED, "R-4")]
    told = edits(reading(*map(dated, (3, 2, 1))), reading(*map(dated, (4, 3, 1))))
    assert [edit.path[0] for edit in told if edit.kind is EditKind.REMOVED] == ["R-2"]


def test_what_is_past_the_edits_told_of_one_visit_is_counted_in_the_explanation() -> None:
    first, later = [item(0)], [item(number) for number in range(MOST_EDITS + 8)]
    before, after = ((page({"data": {"items": items}}),) for items in (first, later))
    found = diffing.examine(
        source(), source_id=7, before=before, after=after, captured_at=datetime(2026, 2, 16, tzinfo=UTC)
    )
    assert len(found.edits) == MOST_EDITS
    assert found.explanation == "2,000 edits. 7 more are not told: at most 2,000 of one visit are."
