"""`facts list` and `competitor show` over a real home: today's price book, its exports, and a rival's timeline."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commands import main
from domain.findings import Price
from pipeline import World
from pipeline.detecting.present import present
from tests.integration.support_pipeline import MONDAY, Moments, Record, clock, record, world

__all__ = ["clock", "record", "world"]
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return lambda *words: CliRunner().invoke(main, [*words, "--home", str(tmp_path)])


def test_the_baseline_has_prices_before_anything_changed(run: Run, record: Record) -> None:
    record("$49 / month")
    (fact,) = json.loads(run("facts", "list", "--json").stdout)
    assert (fact["plan"], fact["amount_after"], fact["currency"], fact["period"]) == ("Pro", "49", "USD", "month")
    assert (fact["competitor"], fact["source"], fact["quote"]) == ("Brightvane", "prices", "$49 / month")
    assert fact["since"] == "2026-02-16T05:00:00Z"


def test_a_price_is_known_since_the_visit_that_brought_it(world: World, record: Record, clock: Moments) -> None:
    record("$49 / month")
    clock.now += timedelta(days=3)
    record("$59 / month")
    clock.now += timedelta(days=3)
    record("$59 / month")
    (one,) = present(world, world.sources).facts
    assert isinstance(one.fact.value, Price)
    assert one.fact.value.amount_after == 59
    assert one.since == MONDAY + timedelta(days=3, hours=1)
    assert one.seen > one.since


def test_a_source_never_seen_is_named_and_no_error(run: Run, world: World) -> None:
    done = run("facts", "list")
    assert done.exit_code == 0
    assert "no facts yet" in done.stdout
    assert "not seen: prices: no good visit yet" in done.stderr


def test_a_page_that_fails_today_keeps_its_last_good_prices(run: Run, record: Record) -> None:
    record("$49 / month")
    record(None, status=503)
    assert "$49 / month" in run("facts", "list", "--tag", "pricing").stdout


FORMULA = "$49 / month</td></tr><tr><td>=SUM(A1)</td><td>$5 / month"


def test_a_cell_of_a_csv_file_is_never_a_formula(run: Run, world: World, record: Record) -> None:
    record(FORMULA)
    rows = list(csv.DictReader(io.StringIO(run("facts", "list", "--tag", "pricing", "--csv").stdout)))
    assert [(row["plan"], row["price"]) for row in rows] == [("Pro", "49"), ("'=SUM(A1)", "5")]


def test_a_months_amount_that_is_paid_for_a_year_says_so_in_an_export(run: Run, world: World, record: Record) -> None:
    record("$49 / month, billed annually")
    (row,) = csv.DictReader(io.StringIO(run("facts", "list", "--tag", "pricing", "--csv").stdout))
    assert (row["price"], row["period"], row["billed"]) == ("49", "month", "year")
    (fact,) = json.loads(run("facts", "list", "--json").stdout)
    assert fact["billed"] == "year"


def test_a_workbook_holds_texts_as_texts_and_amounts_as_numbers(run: Run, record: Record, tmp_path: Path) -> None:
    record(FORMULA)
    file = tmp_path / "prices.xlsx"
    assert run("facts", "list", "--xlsx", str(file)).exit_code == 0
    with zipfile.ZipFile(file) as book:
        pages = {name: book.read(name).decode() for name in book.namelist() if "worksheets/" in name}
        strings = book.read("xl/sharedStrings.xml").decode()
    assert len([name for name in pages if name.endswith(".xml")]) == 5
    assert all("<f>" not in page and "<hyperlink" not in page for page in pages.values())
    assert "<v>49</v>" in pages["xl/worksheets/sheet1.xml"]
    assert "<t>=SUM(A1)</t>" in strings


def test_a_rival_is_shown_with_its_prices_and_what_it_did(run: Run, record: Record) -> None:
    record("$49 / month")
    record("$59 / month")
    shown = run("competitor", "show", "brightvane").stdout
    assert "PRICES" in shown
    assert "TIMELINE" in shown
    assert "Brightvane raises Pro from $49 to $59 a month" in shown
    assert "HAPPENED: the day that the source gives, else the day we first saw it" in shown
    assert "SINCE: the visit of the newest change to it" in shown


def test_lines_of_a_timeline_that_say_the_same_are_told_once_with_their_number(run: Run, record: Record) -> None:
    for price in ("$49", "$59", "$49", "$59", "$49", "$59"):
        record(f"{price} / month")
    shown = run("competitor", "show", "Brightvane", "--all").stdout
    rows = [line.rstrip() for line in shown.splitlines() if "Brightvane raises" in line or "Brightvane cuts" in line]
    assert len(rows) == len(set(rows))
    assert any(row.endswith(" times)") for row in rows)


def test_what_analysts_said_of_a_change_stands_beside_it(run: Run, record: Record) -> None:
    record("$49 / month")
    record("$59 / month")
    assert "JUDGED" not in run("competitor", "show", "Brightvane").stdout
    (change,) = json.loads(run("changes", "list", "--json").stdout)
    run("changes", "judge", change["key"], "--right", "--by", "ines")
    shown = run("competitor", "show", "Brightvane").stdout
    assert "JUDGED" in shown
    assert "right as it is (ines, 2026-" in shown
    (told,) = json.loads(run("competitor", "show", "Brightvane", "--json").stdout)["timeline"]
    assert [(one["says"], one["by"]) for one in told["verdicts"]] == [("right", "ines")]


def test_what_is_judged_to_be_noise_is_no_line_and_is_counted_beneath(run: Run, record: Record) -> None:
    record("$49 / month")
    record("$59 / month")
    (change,) = json.loads(run("changes", "list", "--json").stdout)
    run("changes", "judge", change["key"], "--noise", "--by", "ines", "--note", "only a test price")
    shown = run("competitor", "show", "Brightvane").stdout
    assert "raises" not in shown
    assert "left out: 1 judged to be noise, the newest by ines on 2026-" in shown
    assert "only a test price" in shown


def test_a_rival_as_json_has_state_timeline_and_what_was_not_seen(run: Run, record: Record) -> None:
    record("$49 / month")
    record("$59 / month")
    rival = json.loads(run("competitor", "show", "Brightvane", "--json").stdout)
    assert [price["amount_after"] for price in rival["present"]["prices"]] == ["59"]
    (told,) = rival["timeline"]
    assert told["event"]
    assert told["tags"] == ["pricing"]
    assert rival["not_seen"] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("competitor", "show", "Brightvan"), "did you mean 'Brightvane'?"),
        (("facts", "list", "--source", "price"), "did you mean 'prices'?"),
        (("facts", "list", "--competitor", "Calder"), "no competitor is called 'Calder'"),
        (("facts", "list", "--csv"), "say which with --tag"),
        (("facts", "list", "--csv", "--json", "--tag", "pricing"), "say one of"),
    ],
)
def test_what_cannot_be_meant_is_told_with_a_next_step(
    run: Run, world: World, words: tuple[str, ...], said: str
) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert said in done.stderr


def test_facts_of_a_page_that_is_not_read_any_more_say_of_which_day_they_are(run: Run, record: Record) -> None:
    record("$49 / month")
    record(None, status=503)
    for words in (("facts", "list", "--tag", "pricing"), ("competitor", "show", "Brightvane")):
        assert "last read 2026-02-16: prices; since then " in run(*words).stdout


def test_a_timeline_of_which_all_was_judged_to_be_noise_says_so(run: Run, record: Record) -> None:
    record("$49 / month")
    record("$59 / month")
    (change,) = json.loads(run("changes", "list", "--json").stdout)
    run("changes", "judge", change["key"], "--noise", "--by", "ines")
    shown = run("competitor", "show", "Brightvane").stdout
    assert "no changes yet" not in shown
    assert "no changes but those left out:" in shown
