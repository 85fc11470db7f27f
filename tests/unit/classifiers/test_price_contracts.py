"""Amounts of another contract, with tax or as another bound are told as such; nothing rose or fell."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from classifiers.prices.tax import taxed
from classifiers.wording.money import find_money
from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Price, PriceKind
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
PRO = ("Pricing", "Pro")


@pytest.fixture
def pricing(source: Callable[..., Source]) -> Source:
    return source(url="https://brightvane.example/pricing")


def views(sighting: Sighting) -> set[str | None]:
    return {fact.value.view for fact in sighting.facts if isinstance(fact.value, Price)} - {None}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("$49/mo", "$39/mo billed annually"),
        ("$49/mo", "$39/mo, paid yearly"),
        ("12 € pro Monat bei monatlicher Zahlung", "10 € pro Monat bei jährlicher Zahlung"),
        ("19 €/mois", "15 €/mois, facturé annuellement"),
        ("25 €/mes", "20 €/mes, facturado anualmente"),
        ("$39/mo billed annually", "$49/mo billed monthly"),
    ],
)
def test_words_of_another_contract_beside_an_amount_make_it_no_cut_and_no_rise(
    seen: See, edit: Make, pricing: Source, before: str, after: str
) -> None:
    (sighting,) = seen(edit(before, after, "card", PRO), of=pricing)
    assert views(sighting) == {"billing"}
    assert "shows prices as billed" in sighting.headline


def test_a_button_offers_the_prices_that_are_not_shown(seen: See, edit: Make, pricing: Source) -> None:
    (sighting,) = seen(
        edit("Show yearly prices", "Show monthly prices", "paragraph", ("Pricing",)),
        edit("$30 / month", "$25 / month", "card", PRO),
        of=pricing,
    )
    assert views(sighting) == {"billing"}


def test_a_cut_under_words_that_stayed_is_a_cut(seen: See, edit: Make, pricing: Source) -> None:
    (sighting,) = seen(edit("$20/mo billed annually", "$18/mo billed annually", "card", PRO), of=pricing)
    assert sighting.headline.startswith("Brightvane cuts Pro from $20 to $18 a month")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("£20 per month", "£20 per month plus VAT", "without tax"),
        ("11,90 € brutto pro Monat", "10,00 € netto pro Monat", "without tax"),
        ("24 € TTC par mois", "20 € HT par mois", "without tax"),
        ("30 €/mes (IVA no incluido)", "36,30 €/mes (IVA incluido)", "with tax"),
        ("$30 / month", "$36 / month incl. tax", "with tax"),
    ],
)
def test_a_tax_switch_is_no_rise_and_no_cut(
    seen: See, edit: Make, pricing: Source, before: str, after: str, told: str
) -> None:
    (sighting,) = seen(edit(before, after, "card", PRO), of=pricing)
    assert views(sighting) == {"tax"}
    assert sighting.headline.startswith(f"Brightvane now shows prices {told}")


def test_a_statement_on_all_prices_holds_for_amounts_that_say_nothing(seen: See, edit: Make, pricing: Source) -> None:
    (sighting,) = seen(
        edit("All prices exclude VAT.", "All prices include VAT.", "paragraph", ("Pricing",)),
        edit("£50 / month", "£60 / month", "card", PRO),
        of=pricing,
    )
    assert views(sighting) == {"tax"}


def test_a_rise_that_no_tax_explains_stays_one(seen: See, edit: Make, pricing: Source) -> None:
    (sighting,) = seen(edit("£30 / month + VAT", "£33 / month + VAT", "card", PRO), of=pricing)
    assert views(sighting) == set()
    assert "raises Pro from £30 to £33" in sighting.headline


@pytest.mark.parametrize(
    ("words", "said"),
    [("per month plus VAT", False), ("incl. MwSt.", True), ("TTC", True), ("hors taxes", False), ("per month", None)],
)
def test_words_beside_an_amount_say_whether_tax_is_in_it(words: str, said: bool | None) -> None:
    assert taxed(words) is said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("$40 per month ex VAT per the terms below", "$40 per month ex VAT"),
        ("$40 (plus VAT) for the first seat", "$40 (plus VAT)"),
    ],
)
def test_the_words_of_a_tax_term_end_with_no_loose_word(
    seen: See, edit: Make, pricing: Source, text: str, words: str
) -> None:
    new = text.replace("$40", "$48").replace("ex VAT", "inc VAT").replace("plus VAT", "incl. VAT")
    (sighting,) = seen(edit(text, new, "card", PRO), of=pricing)
    (before,) = [fact.value.before for fact in sighting.facts if isinstance(fact.value, Price)]
    assert before == words


@pytest.mark.parametrize("words", ["ex VAT", "excl. VAT", "inc VAT", "plus VAT"])
def test_a_period_behind_words_about_tax_is_read(words: str) -> None:
    (money,) = find_money(f"$40 {words} per month")
    assert money.period == "month"


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("From $49 per hour.", "Up to $49 per hour.", "now asks up to $49 an hour for Pro (was “From $49 per hour”)"),
        ("$900 / month", "Starting at $900 / month", "now asks from $900 a month for Pro (was “$900 / month”)"),
        ("From €200", "Up to €350", "now asks up to €350 for Pro (was “From €200”)"),
    ],
)
def test_a_floor_that_became_a_ceiling_is_neither_a_rise_nor_a_cut(
    seen: See, edit: Make, pricing: Source, before: str, after: str, line: str
) -> None:
    (sighting,) = seen(edit(before, after, "card", PRO), of=pricing)
    assert sighting.headline == f"Brightvane {line}"


def test_a_rival_s_column_is_nobody_s_price_change(seen: See, edit: Make, pricing: Source) -> None:
    cells = (("", "Monthly price"), ("Us", "$19"), ("Other tools", "$59"))
    (sighting,) = seen(edit(None, "Monthly price | $19 | $59", "table", ("Why us",), cells=cells), of=pricing)
    amounts = [fact.value.amount_after for fact in sighting.facts if isinstance(fact.value, Price)]
    assert amounts == [Decimal(19)]


@pytest.mark.parametrize("title", ["Undercut your rivals", "Everything you need to grow", "One price. No surprises."])
def test_a_heading_that_speaks_to_its_reader_is_no_plan(seen: See, edit: Make, pricing: Source, title: str) -> None:
    (sighting,) = seen(
        edit("Plans start at $99 per month.", "Plans start at $119 per month.", path=(title,)), of=pricing
    )
    (price,) = [fact.value for fact in sighting.facts if isinstance(fact.value, Price)]
    assert (price.plan, price.kind) == (None, PriceKind.AMOUNT)
    assert sighting.headline == "Brightvane raises its starting price from $99 to $119 a month (+20.2%)"


def test_nothing_in_another_currency_ends_no_free_plan(seen: See, edit: Make, pricing: Source) -> None:
    (sighting,) = seen(
        edit("€0 / month", "$0 / month", "card", ("Pricing", "Free Plan")),
        edit("€10 / month", "$10 / month", "card", PRO),
        of=pricing,
    )
    assert sighting.headline == "Brightvane now shows prices in dollars: Pro $10 a month (was €10)"
