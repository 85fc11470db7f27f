"""Accounts that another system keeps: exports of a CRM or a spreadsheet, read beside those of `accounts.yaml`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from config.accounts_build import build_account
from config.accounts_rules import Known, account_problems
from config.accounts_schema import AccountEntry
from config.schema import Many, Strict, check, did_you_mean
from config.tables import Row, Table, leads_out, read_table
from config.values import CurrencyCode, Name, Text
from config.yaml_tree import Loc, Place, Tree
from domain.accounts import Account, Person
from domain.problems import Problem

# What the usual exports of two systems call their columns. Neither holds what *we* earn from a company: the "annual
# revenue" there is the company's own, so that no preset reads it.
PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "hubspot": {
        "crm": ("Record ID",),
        "name": ("Company name",),
        "domains": ("Company Domain Name",),
        "owner": ("Company owner",),
        "industry": ("Industry",),
        "places": ("City", "Country/Region"),
    },
    "salesforce": {
        "crm": ("Account ID",),
        "name": ("Account Name",),
        "domains": ("Website",),
        "owner": ("Account Owner",),
        "industry": ("Industry",),
        "places": ("Billing City", "Billing Country"),
    },
}
LISTS = frozenset(
    ("aliases", "former_names", "tickers", "domains", "team", "places", "buys", "bound_by", "topics", "partners")
) | {"also_uses"}
ORDERS = {"year-month-day": "%Y-%m-%d", "day-month-year": "%d-%m-%Y", "month-day-year": "%m-%d-%Y"}
NUMBER = re.compile(r"[^\d.,-]")
Field_ = Literal[
    "name", "aliases", "former_names", "tickers", "domains", "tier", "owner", "team", "industry", "places", "buys",
    "also_uses", "bound_by", "topics", "partners", "revenue", "ends", "notice", "next_meeting", "crm", "stage",
]  # fmt: skip


class TableEntry(Strict):
    """One export, and which of its columns holds what."""

    EXAMPLE: ClassVar[str] = "{file: crm/accounts.csv, like: hubspot}"

    file: Text
    like: Literal["hubspot", "salesforce"] | None = None
    columns: dict[Field_, Many[Name]] = Field(default_factory=dict)
    only: dict[Name, Many[Name]] = Field(default_factory=dict)
    split: Annotated[str, Field(min_length=1, max_length=3)] = ";"
    dates: Literal["year-month-day", "day-month-year", "month-day-year"] = "year-month-day"
    decimal: Literal[".", ","] = "."
    currency: CurrencyCode | None = None
    notice_days: Annotated[int, Field(ge=0, le=730)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FromTables:
    """What the exports say. `problems` stop everything, `warnings` nothing; `texts` are (file, text)."""

    accounts: tuple[Account, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()


def read_tables(
    home: Path, tree: Tree, data: Any, known: Known, people: Sequence[Person], *, awaited: str = ""
) -> FromTables:
    """The accounts of every export that `tables:` names, the first of two that share a name.

    The export called `awaited` may be missing: it is what `bellwether crm pull` writes.

    An entry that cannot be understood, a file that is missing and a column that it lacks are problems; what is wrong in
    a row is a warning, and the row is read without it: whoever keeps the other system cannot be made to wait for us.
    """
    found = FromTables()
    for index, each in enumerate(data if isinstance(data, list) else []):
        path: Loc = ("tables", index)
        entry, problems = check(TableEntry, tree, path, each)
        problems += _outside(tree, path, entry)
        if entry is None or problems:
            found = replace(found, problems=found.problems + problems)
            continue
        if entry.file == awaited and not (home / awaited).exists():
            doubt = tree.problem((*path, "file"), f"'{awaited}' was not read from the CRM yet", "bellwether crm pull")
            found = replace(found, warnings=(*found.warnings, replace(doubt, warning=True)))
            continue
        table, problems = read_table(home, entry.file)
        columns = _columns(entry, table)
        problems += _lacking(tree, path, entry, columns, table)
        if table is None or problems:
            found = replace(found, problems=found.problems + problems)
            continue
        found = _with_rows(found, table, entry, columns, known, people)
    return found


def merged(own: Sequence[Account], theirs: Sequence[Account]) -> tuple[Account, ...]:
    """Both, one account for one name or domain; what `accounts.yaml` says comes before what an export says."""
    at = {key: position for position, account in enumerate(own) for key in _keys(account)}
    result = list(own)
    for account in theirs:
        position = next((at[key] for key in _keys(account) if key in at), None)
        if position is None:
            at |= {key: len(result) for key in _keys(account)}
            result.append(account)
        else:
            result[position] = _filled(result[position], account)
    return tuple(result)


def _keys(account: Account) -> tuple[str, ...]:
    return (account.name.casefold(), *account.domains)


def _filled(own: Account, theirs: Account) -> Account:
    empty = {field.name for field in fields(own) if not getattr(own, field.name)}
    return replace(own, **{name: getattr(theirs, name) for name in empty})


def _outside(tree: Tree, path: Loc, entry: TableEntry | None) -> tuple[Problem, ...]:
    if entry is None or not leads_out(entry.file):
        return ()
    return (tree.problem((*path, "file"), f"'{entry.file}' leads out of the home folder", "put the export inside it"),)


def _columns(entry: TableEntry, table: Table | None) -> dict[str, tuple[str, ...]]:
    """Which columns hold what: as written, and for the rest as the preset says, where the export has them."""
    there = table.columns if table else ()
    usual = PRESETS.get(entry.like or "", {}).items()
    found = {field: kept for field, names in usual if (kept := tuple(name for name in names if name in there))}
    return found | {str(field): names for field, names in entry.columns.items()}


def _lacking(
    tree: Tree, path: Loc, entry: TableEntry, columns: Mapping[str, Sequence[str]], table: Table | None
) -> tuple[Problem, ...]:
    """Columns that are asked for and that the export does not have."""
    if table is None:
        return ()
    if "name" not in columns:
        usual = PRESETS.get(entry.like or "", {}).get("name", ())
        said = f"{table.file} has no column '{usual[0]}'" if usual else "which column holds the name is not said"
        return (tree.problem(path, said, "write columns: {name: ...}" + ("" if usual else ", or like: hubspot")),)
    asked = [(column, (*path, "columns", field)) for field, names in columns.items() for column in names]
    asked += [(column, (*path, "only", column)) for column in entry.only]
    return tuple(
        tree.problem(place, f"{table.file} has no column '{column}'", did_you_mean(column, table.columns))
        for column, place in asked
        if column not in table.columns
    )


def _with_rows(
    found: FromTables,
    table: Table,
    entry: TableEntry,
    columns: Mapping[str, Sequence[str]],
    known: Known,
    people: Sequence[Person],
) -> FromTables:
    accounts, warnings = {account.name.casefold(): account for account in found.accounts}, list(found.warnings)
    for row in table.rows:
        if not _wanted(row, entry):
            continue
        account, doubts = _account(table, row, entry, columns, known, people)
        warnings += doubts
        if account is not None and account.name.casefold() in accounts:
            warnings.append(
                _doubt(table, row, f"'{account.name}' stands in an earlier row too", "the first one counts")
            )
        elif account is not None:
            accounts[account.name.casefold()] = account
    texts = (*found.texts, (table.file, table.text))
    return replace(found, accounts=tuple(accounts.values()), warnings=tuple(warnings), texts=texts)


def _wanted(row: Row, entry: TableEntry) -> bool:
    return all(
        row.cells.get(column, "").casefold() in {value.casefold() for value in values}
        for column, values in entry.only.items()
    )


def _account(
    table: Table,
    row: Row,
    entry: TableEntry,
    columns: Mapping[str, Sequence[str]],
    known: Known,
    people: Sequence[Person],
) -> tuple[Account | None, list[Problem]]:
    """The row's account, and a warning for each cell that cannot be used and is left out."""
    tree = Tree(file=table.file)
    given: dict[str, Any] = {}
    doubts: list[Problem] = []
    for field, names in columns.items():
        words = [row.cells[name] for name in names if row.cells.get(name)]
        if words:
            place = Place(line=row.line, column=table.columns.index(names[0]) + 1)
            tree.values[("renewal", field) if field in ("ends", "notice") else (field,)] = place
            tree.values.setdefault(("renewal",), place)
            given[field] = words
    if "name" not in given:
        return None, [_doubt(table, row, "the row has no name", "fill it in there")]
    data = _renewed({field: _value(field, words, entry, people) for field, words in given.items()}, entry)
    sound: dict[str, Any] = {}
    for field, value in data.items():
        model, problems = check(AccountEntry, tree, (), {"name": data["name"], field: value})
        problems = problems or tuple(account_problems(tree, (), model, known) if model else ())
        doubts += [replace(problem, warning=True) for problem in problems]
        sound |= {} if problems else {field: value}
    model, _ = check(AccountEntry, tree, (), sound)
    return (build_account(model, file=table.file, line=row.line) if model else None), doubts


def _value(field: str, words: Sequence[str], entry: TableEntry, people: Sequence[Person]) -> Any:
    if field in LISTS:
        listed = [part.strip() for word in words for part in word.split(entry.split) if part.strip()]
        if field == "domains":
            return [_host(part) for part in listed]
        if field == "team":
            return [_person(part, people) for part in listed]
        return dict.fromkeys(listed) if field == "also_uses" else listed
    text = " ".join(words)
    match field:
        case "owner":
            return _person(text, people)
        case "revenue":
            return _money(text, entry)
        case "ends" | "notice" | "next_meeting":
            return _day(text, entry)
        case "industry":
            return text.replace("_", " ").lower() if text.isupper() else text
    return text


def _host(text: str) -> str:
    return re.sub(r"^[a-z]+://", "", text.casefold()).split("/")[0].split(":")[0]


def _person(text: str, people: Sequence[Person]) -> str:
    """The key of the person that the other system calls by key, name or address; else the words, to be warned of."""
    wanted = text.casefold()
    return next((one.key for one in people if wanted in (one.key, one.name.casefold(), one.email.casefold())), text)


def _money(text: str, entry: TableEntry) -> str:
    """`410000 EUR` of `€410,000.00`; words that hold their own currency, or a band, stay as they are."""
    if entry.currency is None or re.search(r"[A-Z]{3}\s*$", text):
        return text
    bare = NUMBER.sub("", text)
    whole = bare.replace(".", "").replace(",", ".") if entry.decimal == "," else bare.replace(",", "")
    return f"{whole} {entry.currency}"


def _day(text: str, entry: TableEntry) -> str:
    """An ISO day of a day in the export's own order, with any sign between its numbers and any clock behind it."""
    bare = re.sub(r"[./]", "-", text.split("T")[0].split(" ")[0])
    try:
        return datetime.strptime(bare, ORDERS[entry.dates]).date().isoformat()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return text


def _renewed(data: dict[str, Any], entry: TableEntry) -> dict[str, Any]:
    """`ends` and `notice` as the renewal they are; without a notice date it is `notice_days` before the end."""
    ends, notice = data.pop("ends", None), data.pop("notice", None)
    if ends and not notice and entry.notice_days is not None:
        try:
            notice = (date.fromisoformat(ends) - timedelta(days=entry.notice_days)).isoformat()
        except ValueError:
            notice = None
    return data | ({"renewal": {"ends": ends, "notice": notice or ends}} if ends else {})


def _doubt(table: Table, row: Row, message: str, hint: str) -> Problem:
    return Problem(file=table.file, line=row.line, column=1, message=message, hint=hint, warning=True)
