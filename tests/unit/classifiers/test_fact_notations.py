"""Amounts, days and names written in the notations of six languages are read back, and nothing is added to them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers.facts import find_facts
from classifiers.people.reading import reading
from classifiers.wording.days import days_in
from classifiers.wording.money import find_money
from classifiers.wording.passages import passages
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.findings import Appointment, Fact, Move
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind

AT = datetime(2026, 2, 19, tzinfo=UTC)
# Language, how an amount is written around its number, mark of thousands, decimal mark, currency, words for a month.
NOTATIONS = (
    ("en", "${}", ",", ".", "USD", "per month"),
    ("en", "£{}", ",", ".", "GBP", "a month"),
    ("de", "{} €", ".", ",", "EUR", "pro Monat"),
    ("de", "CHF {}", "'", ".", "CHF", "pro Monat"),
    ("fr", "{} €", "\u202f", ",", "EUR", "par mois"),
    ("fr", "{} EUR", " ", ",", "EUR", "par mois"),
    ("es", "{} €", ".", ",", "EUR", "al mes"),
    ("pt", "R$ {}", ".", ",", "BRL", "por mês"),
    ("sv", "{} kr", " ", ",", "SEK", "per månad"),
    ("no", "kr {}", ".", ",", "NOK", "per måned"),
    ("pl", "{} zł", " ", ",", "PLN", "/ miesiąc"),
)
MONTH_LISTS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
MONTHS = {language: names.split() for language, names in MONTH_LISTS.items()}
DAYS = {"de": "{}. {} {}", "fr": "{} {} {}", "es": "{} de {} de {}"}
FIRST = st.sampled_from(["Ana", "Étienne", "Íñigo", "Jürgen", "Zoë", "Wen-Li", "Sinéad", "Łukasz", "Noor"])
LAST = st.sampled_from(["Ruiz", "Müller", "O'Connor", "Ångström", "Lefèvre", "Núñez", "Šimić", "Oyelaran-Stone"])
ROLES = st.sampled_from(["Chief Financial Officer", "CEO", "VP Sales, EMEA", "General Counsel", "head of research"])
CAME = ("Brightvane appoints {} as {}", "{} joins Brightvane as {}", "{} was appointed {}", "{} will become {}")
WENT = ("{}, {}, resigned on 4 May", "{} steps down as {}", "{} retires as {}")


def written(amount: Decimal, thousands: str, mark: str) -> str:
    return f"{amount:,.2f}".replace(",", "\0").replace(".", mark).replace("\0", thousands)


@settings(max_examples=300, deadline=None)
@given(st.decimals(min_value="0.01", max_value=99_999, places=2), st.sampled_from(NOTATIONS))
def test_an_amount_is_read_back_in_the_notation_of_its_language(
    amount: Decimal, notation: tuple[str, str, str, str, str, str]
) -> None:
    language, around, thousands, mark, currency, monthly = notation
    text = f"{around.format(written(amount, thousands, mark))} {monthly}"
    (money,) = find_money(text, language=language)
    assert (money.amount, money.currency, money.period) == (amount, currency, "month")
    assert text[money.start : money.end].strip() == around.format(written(amount, thousands, mark)).strip()


@pytest.mark.parametrize(
    ("text", "amount", "currency", "period"),
    [
        ("1 299,00 EUR", "1299", "EUR", None),
        ("1.299,- €", "1299", "EUR", None),
        ("CHF 1'299.–", "1299", "CHF", None),
        ("CHF 1’299.— pro Jahr", "1299", "CHF", "year"),
        ("¥12,000", "12000", "JPY", None),
        ("Rs 4,999", "4999", "INR", None),
        ("₹1,49,999 per year", "149999", "INR", "year"),
        ("R$ 49,90", "49.90", "BRL", None),
        ("kr 129", "129", "SEK", None),
        ("US$1.2M", "1200000", "USD", None),
        ("€0.004 per call", "0.004", "EUR", None),
    ],
)
def test_an_amount_is_read_as_its_country_writes_it(text: str, amount: str, currency: str, period: str | None) -> None:
    (money,) = find_money(text)
    assert (money.amount, money.currency, money.period) == (Decimal(amount), currency, period)


@given(st.dates(min_value=date(1990, 1, 1)), st.sampled_from(sorted(MONTHS)))
def test_a_day_is_read_back_in_the_words_of_its_language(day: date, language: str) -> None:
    text = DAYS[language].format(day.day, MONTHS[language][day.month - 1], f"{day.year:04}")
    assert list(days_in(f"({text})")) == [day]


@given(st.dates(min_value=date(1990, 1, 1)))
def test_a_day_in_numbers_is_read_day_first_behind_dots(day: date) -> None:
    assert list(days_in(f"ab {day.day}.{day.month}.{day.year:04}")) == [day]


@settings(max_examples=150, deadline=None)
@given(FIRST, LAST, ROLES, st.sampled_from(CAME))
def test_whoever_comes_is_read_back_by_full_name_and_office(first: str, last: str, role: str, shape: str) -> None:
    person = f"{first} {last}"
    found = [fact.value for fact in facts(shape.format(person, role)) if isinstance(fact.value, Appointment)]
    assert [(one.person, one.role, one.move) for one in found] == [(person, role, Move.JOINED)]


@settings(max_examples=150, deadline=None)
@given(FIRST, LAST, ROLES, st.sampled_from(WENT))
def test_whoever_goes_is_read_back_by_full_name_and_office(first: str, last: str, role: str, shape: str) -> None:
    person = f"{first} {last}"
    found = [fact.value for fact in facts(shape.format(person, role)) if isinstance(fact.value, Appointment)]
    assert [(one.person, one.role, one.move) for one in found] == [(person, role, Move.LEFT)]


PIECES = (
    "Ana Ruiz;, the Company’s;(the “Board”);appointed;CFO;resigned;effective May 1, 2026,;of Calder, Inc.;and;Bo Lind;"
    "notified the Company of his intent to retire;was promoted to;as a director;age 54,;previously;in 2012;FDA;"
    "approves;Zelvora;(K123456);recalls 4,000 carts over fire risk;settles;Nasdaq;court;orders;revenue of €5 million;"
    "(+8%);merchants;Account Manager – Leeds;1 299,00 EUR;kr 129;¥12,000;par mois;Elbtal übernimmt Kantor;is out;.;\n;"
    "—;’s;"
)
WORDS = st.sampled_from(PIECES.split(";"))


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=16).map(" ".join), st.sampled_from(["en", "de", "fr", "es", "pt", "sv"]))
def test_whatever_is_put_together_every_quote_stands_in_the_text_and_names_what_is_told(
    text: str, language: str
) -> None:
    for fact in facts(text, language):
        quote = fact.quote
        assert text[quote.start : quote.end] == quote.text
        if isinstance(fact.value, Appointment):
            assert all(word in text for word in fact.value.person.split())


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=16).map(" ".join)))
def test_every_letter_that_is_read_knows_where_it_stands(text: str) -> None:
    read = reading(text)
    assert "".join(text[place] for place in read.places) == read.text
    assert list(read.places) == sorted(set(read.places))


def facts(text: str, language: str = "en") -> tuple[Fact, ...]:
    """The facts of a text as the title of a new entry."""
    edit = Edit(key="e", kind=EditKind.ADDED, where=Where.ENTRY, path=(text,), before=None, after=text, title=text)
    source = Source(
        name="s",
        kind=SourceKind.FEED,
        url="https://b.example/feed",
        subject=Subject(kind=SubjectKind.COMPETITOR, name="Brightvane"),
        schedule=Schedule(text="1d"),
        language=language,
    )
    return find_facts(passages((edit,)), source)
