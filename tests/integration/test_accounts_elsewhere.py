"""Accounts from exports and meetings from calendars, read with a home's own files."""

from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import dedent

import pytest

import config
from config.calendars import meetings_of
from domain.errors import ConfigurationError
from pipeline import open_world

TODAY = date(2026, 2, 23)
SOURCES = (
    'competitors:\n  - name: Brightvane\n    sources:\n      - {name: prices, url: "https://brightvane.example/"}\n'
)
HEAD = """\
us:
  name: Halden Group
  products: [{name: Hotel Rates}, {name: Halden Trust}]
people:
  ines: {name: Ines Moreau, email: ines@halden.example, zone: Europe/Paris}
  owen: {name: Owen Hale, email: owen@halden.example, zone: Europe/London}
"""
ORDERED = """\
Account Name;Website;Account Owner;Industry;Billing City;Billing Country;Contract value;Contract end;Products;Type;Stage
Marlowe Travel;https://www.marlowe.example/en;Ines Moreau;TRAVEL;London;GB;"410.000,00";\
01.07.2027;Hotel Rates, Halden Trust;Customer;key account
Calder Pharma;calder.example;owen@halden.example;pharma;Leeds;GB;;;;Customer;
Old Friend;old.example;;;;;;;;Prospect;
"""
TABLES = """\
tables:
  - file: crm/accounts.csv
    like: salesforce
    columns: {revenue: Contract value, ends: Contract end, buys: Products, stage: Stage}
    only: {Type: Customer}
    split: ","
    dates: day-month-year
    decimal: ","
    currency: EUR
    notice_days: 90
"""


def home_of(folder: Path, accounts: str, **files: str | bytes) -> Path:
    (folder / "sources.yaml").write_text(SOURCES)
    (folder / "accounts.yaml").write_text(HEAD + accounts)
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def loaded(home: Path) -> config.Configuration:
    return config.load(home, {}, today=TODAY)


def problems(home: Path) -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        loaded(home)
    return [str(problem) for problem in caught.value.problems]


def test_an_export_is_read_by_its_columns_and_in_its_own_notation(tmp_path: Path) -> None:
    found = loaded(home_of(tmp_path, TABLES, crm__accounts_csv=ORDERED.encode("cp1252"))).accounts
    marlowe, calder = found.accounts
    assert (marlowe.name, marlowe.domains, marlowe.owner, marlowe.industry) == (
        "Marlowe Travel",
        ("marlowe.example",),
        "ines",
        "travel",
    )
    assert (marlowe.places, marlowe.buys) == (("London", "GB"), ("Hotel Rates", "Halden Trust"))
    assert marlowe.stage == "key account"
    assert marlowe.revenue is not None
    assert (int(marlowe.revenue.low), marlowe.revenue.currency) == (410_000, "EUR")
    assert marlowe.renewal is not None
    assert (marlowe.renewal.ends, marlowe.renewal.notice) == (date(2027, 7, 1), date(2027, 4, 2))
    assert (calder.owner, calder.revenue, calder.renewal) == ("owen", None, None)


def test_what_the_analyst_wrote_comes_before_what_an_export_says(tmp_path: Path) -> None:
    own = "accounts:\n  - {name: Marlowe, domains: [marlowe.example], owner: owen, also_uses: {Brightvane: null}}\n"
    first, second = loaded(home_of(tmp_path, own + TABLES, crm__accounts_csv=ORDERED)).accounts.accounts
    assert (first.name, first.owner, first.industry, len(first.also_uses)) == ("Marlowe", "owen", "travel", 1)
    assert second.name == "Calder Pharma"


def test_a_wrong_cell_is_a_warning_with_its_place_and_the_row_stays(tmp_path: Path) -> None:
    text = (
        ORDERED.replace("Ines Moreau", "Someone Else").replace("01.07.2027", "in summer").replace("Calder Pharma", "")
    )
    found = loaded(home_of(tmp_path, TABLES, crm__accounts_csv=text))
    assert [account.name for account in found.accounts.accounts] == ["Marlowe Travel"]
    assert found.accounts.accounts[0].owner is None
    said = [str(warning) for warning in found.warnings]
    assert "crm/accounts.csv:2:3: 'Someone Else' is not under people (known: ines, owen)" in said[0]
    assert any("crm/accounts.csv:2:8: 'in summer' is not a day" in one for one in said)
    assert any("crm/accounts.csv:3:1: the row has no name" in one for one in said)


@pytest.mark.parametrize(
    ("accounts", "said"),
    [
        (TABLES.replace("Contract end", "Contract ends"), "accounts.yaml:10:"),
        (TABLES.replace("crm/accounts.csv", "crm/none.csv"), "crm/none.csv: the file cannot be read"),
        (TABLES.replace("crm/accounts.csv", "../accounts.csv"), "leads out of the home folder"),
        (TABLES.replace("    like: salesforce\n", ""), "which column holds the name is not said"),
        (TABLES.replace("like: salesforce", "like: sales"), "unknown value 'sales' (did you mean 'salesforce'?)"),
        ("calendars: [none.ics]\n", "accounts.yaml:7:13: 'none.ics' cannot be read"),
        ("calendars: crm/accounts.csv\n", "is no calendar"),
    ],
)
def test_what_cannot_be_read_at_all_is_a_problem_with_its_place(accounts: str, said: str, tmp_path: Path) -> None:
    found = problems(home_of(tmp_path, accounts, crm__accounts_csv=ORDERED))
    assert len(found) == 1
    assert said in found[0]


def event(day: str, summary: str, *more: str) -> str:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{day}-{len(summary)}@x",
        "DTSTAMP:20260201T000000Z",
        f"DTSTART;TZID=Europe/Paris:{day}T100000",
        f"SUMMARY:{summary}",
        *more,
        "END:VEVENT",
    ]
    return "".join(f"{line}\r\n" for line in lines)


def calendar(*events: str) -> str:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n{''.join(events)}END:VCALENDAR\r\n"


def test_the_next_meeting_is_the_first_that_names_or_invites_the_account(tmp_path: Path) -> None:
    dates = calendar(
        event("20260220", "Marlowe Travel review"),
        event("20260101", "Weekly with Marlowe Travel", "RRULE:FREQ=WEEKLY;BYDAY=WE"),
        event("20260224", "Marlowe Travel lunch", "STATUS:CANCELLED"),
        event("20260227", "Catch-up", "ATTENDEE;CN=Jo:mailto:jo@uk.calder.example"),
        event("20260226", "Calderwood visit"),
    )
    own = dedent("""\
        accounts:
          - {name: Marlowe Travel, owner: ines, next_meeting: 2026-03-11}
          - {name: Calder Pharma, domains: [calder.example], owner: owen}
          - {name: Penhale Growers, owner: owen, next_meeting: 2026-04-01}
        calendars: cal/team.ics
        """)
    home = home_of(tmp_path, own, cal__team_ics=dates)
    days = {account.name: account.next_meeting for account in loaded(home).accounts.accounts}
    assert days == {
        "Marlowe Travel": date(2026, 2, 25),
        "Calder Pharma": date(2026, 2, 27),
        "Penhale Growers": date(2026, 4, 1),
    }
    with open_world(home, {}, lambda: datetime(2026, 2, 26, tzinfo=UTC)).archive as archive:
        assert archive is not None
    later = config.load(home, {}, today=date(2026, 2, 26)).accounts.accounts[0]
    assert later.next_meeting == date(2026, 3, 4)


def test_an_all_day_meeting_is_on_its_day() -> None:
    text = calendar(event("20260303", "x").replace(";TZID=Europe/Paris:20260303T100000", ";VALUE=DATE:20260303"))
    assert [one.day for one in meetings_of(text.encode(), TODAY)] == [date(2026, 3, 3)]
