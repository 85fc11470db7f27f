"""Amounts are read whole, with every mark and scale word, as a second reader reads them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.amounts_said import SCALE, cut_short, said, writes_commas
from classifiers.facts import find_facts
from classifiers.wording.money import find_money
from classifiers.wording.passages import passages
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.findings import Price
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind

WORD_LIST = (
    "thousand;million;millions;billion;trillion;crore;lakh;mln;MM;tn;bn;Mrd;Mrd.;Mio;Mio.;Millionen;Milliarden;"
    "milliards;millones;mil millones;billones;Tausend;mille;milioni;miljoner;milhões;млн;млрд"
)
WORDS = WORD_LIST.split(";")
NOTATIONS = (
    ("en", "${}", ",", "."),
    ("de", "{} €", ".", ","),
    ("fr", "{} €", "\u202f", ","),
    ("en", "CHF {}", "'", "."),
)


def written(amount: Decimal, places: int, thousands: str, mark: str) -> str:
    return f"{amount:,.{places}f}".replace(",", "\0").replace(".", mark).replace("\0", thousands)


@settings(max_examples=400, deadline=None)
@given(st.integers(1, 999_999_999), st.integers(0, 8), st.sampled_from(NOTATIONS))
def test_an_amount_of_any_decimals_is_read_back(units: int, places: int, notation: tuple[str, str, str, str]) -> None:
    language, around, thousands, mark = notation
    amount = Decimal(units).scaleb(-places)
    text = around.format(written(amount, places, thousands, mark))
    (money,) = find_money(f"now {text} per seat", language=language)
    assert money.amount == amount
    assert not cut_short(f"now {text} per seat", money.end)


@settings(max_examples=300, deadline=None)
@given(
    st.integers(1, 9_999),
    st.integers(0, 2),
    st.sampled_from(WORDS),
    st.sampled_from(["${} {}", "EUR {} {}", "{} {} €"]),
)
def test_an_amount_with_a_scale_word_is_read_back_whole(units: int, places: int, word: str, around: str) -> None:
    text = around.format(f"{Decimal(units).scaleb(-places):.{places}f}", word)
    (money,) = find_money(text)
    assert money.amount in said(text)
    assert money.amount >= Decimal(units).scaleb(-places) * 1000
    assert (money.start, money.end) == (0, len(text))


@settings(max_examples=400, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("0123456789.,' $€"), max_size=14), st.sampled_from(["", " million", " Mrd", "k"])
)
def test_no_amount_is_a_part_of_a_longer_number(number: str, scale: str) -> None:
    text = f"${number}{scale}"
    for money in find_money(text):
        assert not cut_short(text, money.end)
        assert money.amount in {
            one for comma in (None, False, True) for one in said(text[money.start : money.end], comma=comma)
        }


@pytest.mark.parametrize(
    "text",
    [
        "$1,2,3,4",
        "$49.99.99",
        "€1.23.456",
        "$5 quadrillion",
        "$5 hundred",
        "$5 million lakh",
        "$1.123456789",
        "€ 12 m²",
    ],
)
def test_a_malformed_number_or_an_unknown_scale_word_is_no_amount(text: str) -> None:
    assert find_money(text) == ()


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("$1.10 → $1.125 per hour", ["1.10", "1.125"]),
        ("$2.50 instead of $3.125", ["2.50", "3.125"]),
        ("$1.2345", ["1.2345"]),
        ("$.05 per call", [".05"]),
        ("$1.299.000 or $1.500", ["1299000", "1500"]),
        ("€1.299 or €49,90", ["1299", "49.90"]),
        ("€1.125 or €1.10", ["1.125", "1.10"]),
        ("1,5 Millionen Euro", ["1500000"]),
        ("2 millions d'euros", ["2000000"]),
        ("2 milliards d’euros", ["2000000000"]),
        ("3 millones de dólares", ["3000000"]),
        ("€1.234 billion", ["1234000000"]),
        ("1.234 Mio. €", ["1234000000"]),
        ("$5–10 million", ["5000000", "10000000"]),
        ("10€, 20€", ["10", "20"]),
    ],
)
def test_marks_mean_what_the_other_amounts_and_words_say(text: str, amounts: list[str]) -> None:
    assert [money.amount for money in find_money(text)] == [Decimal(amount) for amount in amounts]


def test_a_billion_and_a_mil_are_read_by_the_language_of_the_text() -> None:
    assert find_money("2 Billionen €")[0].amount == 2 * 10**12
    assert find_money("2 billion €", language="fr")[0].amount == 2 * 10**12
    assert find_money("€2 mil", language="es")[0].amount == 2_000
    assert find_money("€2 mil", language="en")[0].amount == 2_000_000
    assert find_money("€2 mil") == ()


def test_the_second_reader_sees_amounts_a_thousand_times_too_high_and_cut_quotes() -> None:
    assert said("$1.125") == (Decimal("1.125"),)
    assert said("$1.125", comma=True) == (Decimal(1125),)
    assert said("EUR 1,5 Millionen") == (Decimal(1_500_000),)
    assert said("$49.99.99") == ()
    assert cut_short("$5 million", 2)
    assert cut_short("$1.2345", 4)
    assert not cut_short("$5 per seat", 2)
    assert writes_commas(["49,90 €", "1.299 €"])
    assert writes_commas(["$1.10", "$1.125"]) is False
    assert writes_commas(["$1.125"]) is None
    assert SCALE["crore"] == 10**7


SUBJECT = Subject(kind=SubjectKind.COMPETITOR, name="Brightvane")


def told(before: str | None, after: str, where: Where = Where.ENTRY) -> list[tuple[Decimal | None, Decimal | None]]:
    """Amounts before and after of the price facts of one edit."""
    kind = EditKind.REPLACED if before else EditKind.ADDED
    edit = Edit(key="e", kind=kind, where=where, path=(after,), before=before, after=after, title=after)
    page = SourceKind.FEED if where is Where.ENTRY else SourceKind.PAGE
    source = Source(name="s", kind=page, url="https://b.example/x", subject=SUBJECT, schedule=Schedule(text="1d"))
    values = [fact.value for fact in find_facts(passages((edit,)), source)]
    return [(one.amount_before, one.amount_after) for one in values if isinstance(one, Price)]


def test_the_other_side_says_what_the_marks_of_this_one_mean() -> None:
    assert told("€1.10 per hour", "€1.125 per hour", Where.CARD) == [(Decimal("1.10"), Decimal("1.125"))]
    assert told("$1.299.000 per year", "$999.000 per year", Where.CARD) == [(Decimal(1_299_000), Decimal(999_000))]


@pytest.mark.parametrize(
    "text",
    [
        "Brightvane lowers guidance to $40 million from $50 million",
        "Brightvane cuts 2026 outlook from $50 million to $40 million",
        "Brightvane says prices are unchanged at $49",
        "The Pro plan stays at $49 per month",
        "Brightvane keeps the Pro price at $49 per month",
    ],
)
def test_guidance_and_prices_that_stay_are_no_price_change(text: str) -> None:
    assert told(None, text) == []


def test_tools_for_sales_people_have_prices() -> None:
    assert told(None, "Brightvane raises Sales Hub prices from $45 to $50 per seat") == [(Decimal(45), Decimal(50))]
