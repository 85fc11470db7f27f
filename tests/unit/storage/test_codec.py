"""Records come back from their JSON equal, also where their shapes are alike."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.changes import Edit, EditKind
from domain.content import Cell, Where
from domain.errors import StorageError
from domain.events import Sighting
from domain.findings import (
    Appointment,
    Fact,
    FactValue,
    Figure,
    Move,
    Opening,
    Partnership,
    Price,
    PriceKind,
    ProductMove,
    Quote,
    Regulation,
    Side,
    Tag,
    TagName,
)
from domain.sources import SourceKind, Subject, SubjectKind
from storage.codec import clean, read_sighting, to_json, write_sighting

QUOTE = Quote(edit="k", side=Side.AFTER, start=0, end=4, text="Plan")
SIGHTING = Sighting(
    key="s",
    change="c",
    source="acme-pricing",
    source_kind=SourceKind.PAGE,
    url="https://acme.example/",
    subject=Subject(kind=SubjectKind.COMPETITOR, name="Acme"),
    edits=(
        Edit(
            key="k",
            kind=EditKind.ADDED,
            where=Where.TABLE,
            path=("Plans", "Prices"),
            before=None,
            after="Plan Pro",
            cells_after=(Cell(header="Price", text="$59"),),
            dated=datetime(2026, 2, 2, 6, 0, 0, 5, tzinfo=UTC),
        ),
    ),
    tags=(Tag(tag=TagName.PRICING, confidence=0.75, rule="r", quotes=(QUOTE,)),),
    facts=(),
    headline="Plan Pro",
    happened_on=date(2026, 2, 1),
    first_seen=datetime(2026, 2, 2, tzinfo=UTC),
    last_confirmed=datetime(2026, 2, 3, tzinfo=UTC),
    seq=7,
    topics=("proxies",),
)
VALUES: dict[str, FactValue] = {
    "price": Price(kind=PriceKind.AMOUNT, plan=None, amount_before=Decimal("1200.50"), amount_after=Decimal("1E+3")),
    "appointment": Appointment(person="Ana Silva", role=None, move=Move.JOINED),
    "partnership": Partnership(parties=("Acme", "Larkspur"), kind="reseller"),
    "product": ProductMove(name="Pro", move="launched"),
    "regulation": Regulation(what="registration", name="Pro", effective_on=date(2026, 3, 1)),
    "figure": Figure(metric="revenue", amount=Decimal("35000000"), currency="EUR", growth=Decimal("14"), period="2025"),
    "opening": Opening(role="key account manager", place="Riga", count=3),
}


@pytest.mark.parametrize("name", VALUES)
def test_a_fact_comes_back_as_the_record_it_was(name: str) -> None:
    fact = Fact(type=name, value=VALUES[name], quote=QUOTE, confidence=0.5, part="article-1")
    assert read_sighting(write_sighting(replace(SIGHTING, facts=(fact,)))) == replace(SIGHTING, facts=(fact,))


def test_a_fact_that_is_not_what_its_type_says_is_refused() -> None:
    fact = Fact(type="price", value=VALUES["product"], quote=QUOTE, confidence=0.5)
    with pytest.raises(StorageError, match="ProductMove"):
        write_sighting(replace(SIGHTING, facts=(fact,)))


def test_a_field_that_is_not_what_its_type_says_is_refused() -> None:
    with pytest.raises(StorageError, match="cannot be stored"):
        write_sighting(replace(SIGHTING, source_kind="paper"))  # type: ignore[arg-type]


def test_a_damaged_record_is_refused() -> None:
    for text in ("{", "{}", '{"facts": []}'):
        with pytest.raises(StorageError, match="cannot be read"):
            read_sighting(text)


@given(st.text(st.characters()))
def test_cleaned_text_is_as_long_as_before_and_can_be_written(text: str) -> None:
    cleaned = clean(text + "\x00\ud800")
    assert len(cleaned) == len(text) + 2
    assert "\x00" not in cleaned
    cleaned.encode()
    to_json([text, "\ud800"]).encode()


def test_a_nul_in_json_is_escaped_and_stays() -> None:
    assert to_json("a\x00") == '"a\\u0000"'
