"""What is denied, called for, called off, asked or done by another company is no fact of the company."""

from collections.abc import Callable

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Appointment, Figure, ProductMove, Setback
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
TOLD = (Appointment, Figure, ProductMove, Setback)

UNTRUE = [
    "Brightvane denies that CEO Jane Miller will resign",
    "Investors urge CEO Jane Miller to step down",
    "Brightvane board rejects call for CEO Jane Miller to resign",
    "Vorstandschefin Anna Müller tritt nicht zurück",
    "If Jane Miller resigns as CEO, Brightvane must tell the bank",
    "Was Jane Miller named CEO of Brightvane?",
    "Customer Acme appoints Bob Stone as CEO",
    "Rival Acme CEO Bob Stone resigns",
    "Rival Acme lays off 300 employees",
    "Brightvane's rival Acme reports revenue of $40 million",
    "Analysts expect revenue of $40 million from Brightvane",
    "Brightvane has not launched StayFeed 3.0",
    "Brightvane has no plans to retire StayFeed Classic",
    "Brightvane denies plans to cut 200 jobs",
    "Brightvane reverses decision to lay off 300 employees",
    "Brightvane StayFeed outage resolved",
    "Resolved: StayFeed outage",
]
TRUE = [
    ("CEO Jane Miller steps down after calls from investors", Appointment),
    ("CEO Jane Miller resigns: what next for Brightvane?", Appointment),
    ("Vorstandschefin Anna Müller tritt zurück", Appointment),
    ("Brightvane said CEO Jane Miller would step down in May", Appointment),
    ("Former rival Acme CFO Ana Ruiz joins Brightvane as CFO", Appointment),
    ("Brightvane names Will Stone CEO", Appointment),
    ("Brightvane beats rival Acme and lays off 300 employees", Setback),
    ("Brightvane fails to find a buyer and lays off 300 employees", Setback),
    ("Brightvane plans to cut 200 jobs", Setback),
    ("Without warning Brightvane closes its Leeds office", Setback),
    ("Investigating: StayFeed unavailable in Europe", Setback),
    ("Brightvane reports revenue of $40 million, beating analysts' estimates", Figure),
    ("Brightvane is not only launching StayFeed 4 today", ProductMove),
    ("Brightvane launches StayFeed 3.0: what is new?", ProductMove),
]


def told(seen: See, edit: Edit, source: Source) -> list[object]:
    return [fact.value for one in seen(edit, of=source) for fact in one.facts if isinstance(fact.value, TOLD)]


@pytest.mark.parametrize("title", UNTRUE)
def test_what_the_company_did_not_do_is_no_fact(
    seen: See, entry: Callable[..., Edit], source: Callable[..., Source], title: str
) -> None:
    assert told(seen, entry(title), source(kind="feed")) == []


@pytest.mark.parametrize(("title", "kind"), TRUE)
def test_what_it_did_stays_a_fact_beside_other_peoples_doubts(
    seen: See, entry: Callable[..., Edit], source: Callable[..., Source], title: str, kind: type
) -> None:
    found = told(seen, entry(title), source(kind="feed"))
    assert [type(value) for value in found] == [kind]
    assert not any(isinstance(value, Appointment) and value.person.split()[0] in ("If", "Was") for value in found)
