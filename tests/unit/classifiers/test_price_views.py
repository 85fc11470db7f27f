"""A page that shows its prices another way is told so, and never as a rise or a cut."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from classifiers.tagging.fact_names import fact_names
from classifiers.wording.money import find_money
from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Price, PriceKind
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]


def prices(sighting: Sighting) -> list[Price]:
    return [fact.value for fact in sighting.facts if isinstance(fact.value, Price)]


@pytest.mark.parametrize(
    ("before", "after", "view"),
    [
        ("$20 per month", "$200 per year", "billing"),
        ("$20 per month", "€20 per month", "currency"),
        ("$20 per month", "£16 per month", "currency"),
        ("$20 per month", "$24 per month", None),
        ("$200 per year", "$240 per year", None),
        ("Free", "$5 per month", None),
    ],
)
def test_another_period_or_currency_is_a_view_and_another_amount_is_not(
    seen: See, edit: Make, before: str, after: str, view: str | None
) -> None:
    (price,) = prices(seen(edit(before, after, "card", ("Pricing", "Pro")))[0])
    assert price.view == view
    assert price.comparable is (view is None)


def test_a_page_that_turned_to_yearly_contracts_cut_nothing(seen: See, edit: Make) -> None:
    (sighting,) = seen(
        edit("$49 / month", "$39 / month", "card", ("Pricing", "Plus")),
        edit("Billed monthly", "Billed annually", "list", ("Pricing", "Plus")),
    )
    assert [price.view for price in prices(sighting) if price.kind is PriceKind.AMOUNT] == ["billing"]
    assert "cuts" not in sighting.headline


def test_a_rule_may_ask_for_prices_only_shown_otherwise(seen: See, edit: Make) -> None:
    (sighting,) = seen(edit("$20 per month", "€20 per month", "card", ("Pricing", "Pro")))
    assert "price.shown_otherwise" in fact_names(sighting.facts[0])


def test_with_and_without_tax_is_a_term_that_names_no_rise(
    seen: See, edit: Make, source: Callable[..., Source]
) -> None:
    page = source(url="https://brightvane.example/pricing")
    (sighting,) = seen(edit("€59,50 incl. VAT", "€50,00 excl. VAT", "card", ("Pricing", "Pro")), of=page)
    (price,) = prices(sighting)
    assert (price.kind, price.view, price.amount_after) == (PriceKind.BILLING_TERM, "tax", None)


@pytest.mark.parametrize(
    ("before", "after"),
    [("£40 / month + VAT", "£60 / month incl. VAT"), ("€90 inkl. MwSt.", "€50 zzgl. MwSt.")],
)
def test_amounts_on_two_sides_of_tax_are_never_set_against_each_other(
    seen: See, edit: Make, source: Callable[..., Source], before: str, after: str
) -> None:
    page = source(url="https://brightvane.example/pricing")
    (sighting,) = seen(edit(before, after, "card", ("Pricing", "Pro")), of=page)
    assert [price.view for price in prices(sighting)] == ["tax"]
    assert "%" not in sighting.headline


def test_what_students_pay_is_told_of_students(seen: See, edit: Make, source: Callable[..., Source]) -> None:
    page = source(url="https://brightvane.example/pricing")
    (sighting,) = seen(edit("Students pay $10/mo", "Students pay $8/mo", "paragraph", ("Pricing", "Pro")), of=page)
    assert [price.plan for price in prices(sighting)] == ["Students"]
    assert "Pro" not in sighting.headline.split(", under")[0]


def test_a_reduced_price_beside_the_regular_one_is_a_discount(seen: See, edit: Make) -> None:
    (price,) = prices(seen(edit("$99 / month", "$99 $79 / month", "card", ("Pricing", "Pro")))[0])
    assert (price.kind, price.amount_before, price.amount_after) == (PriceKind.DISCOUNT, Decimal(99), Decimal(79))


def test_a_plan_that_was_renamed_keeps_its_old_price(seen: See, edit: Make, source: Callable[..., Source]) -> None:
    (sighting,) = seen(
        edit("Team", None, "heading", ("Plans",)),
        edit(None, "Business", "heading", ("Plans",)),
        edit("$30 / month", None, "list", ("Plans", "Team")),
        edit(None, "$36 / month", "list", ("Plans", "Business")),
        of=source(url="https://brightvane.example/pricing"),
    )
    moved = [
        (one.plan, one.amount_before, one.amount_after) for one in prices(sighting) if one.kind is PriceKind.AMOUNT
    ]
    assert moved == [("Business", Decimal(30), Decimal(36))]


@pytest.mark.parametrize(
    ("text", "plan", "before", "after"),
    [
        ("From 1 May 2026 the Pro plan costs $25 per seat per month instead of $20.", "Pro", "20", "25"),
        ("We are raising the price of StayFeed Pro from €20 to €25 per month.", "StayFeed Pro", "20", "25"),
        ("The Basic plan now costs $8 a month, down from $10.", "Basic", "10", "8"),
        ("Der Pro-Tarif kostet 25 € statt 20 € pro Monat.", None, "20", "25"),
    ],
)
def test_a_sentence_that_tells_old_and_new_is_one_change(
    seen: See, edit: Make, text: str, plan: str | None, before: str, after: str
) -> None:
    (price,) = prices(seen(edit(None, text))[0])
    assert (price.amount_before, price.amount_after) == (Decimal(before), Decimal(after))
    assert price.plan == plan or plan is None


def test_the_day_from_which_prices_hold_is_read_beside_them(seen: See, edit: Make) -> None:
    (price,) = prices(
        seen(edit(None, "New prices take effect on 1 June 2026: Pro costs $25 a month instead of $20."))[0]
    )
    assert price.effective_on == date(2026, 6, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Shares fell from $20 to $15.",
        "Revenue rose from $2 million to $3 million.",
        "The fund grew from $5 to $10 million.",
    ],
)
def test_other_money_that_moved_is_no_price(seen: See, edit: Make, text: str) -> None:
    assert prices(seen(edit(None, text))[0]) == []


@pytest.mark.parametrize(
    ("text", "amount", "currency", "period"),
    [
        ("1,480円／月", "1480", "JPY", "month"),
        ("月額 ¥980", "980", "JPY", "month"),
        ("₹1,49,999 per year", "149999", "INR", "year"),
        ("R$ 49,90/mês", "49.90", "BRL", "month"),
        ("CHF 1'290.– pro Jahr", "1290", "CHF", "year"),
        ("499 kr/mån", "499", "SEK", "month"),
        ("49 zł / mies.", "49", "PLN", "month"),
        ("29 € HT par mois", "29", "EUR", "month"),
        ("5¢ per minute", "0.05", "USD", None),
        ("$499 MXN al mes", "499", "MXN", "month"),
        ("NZ$30 /user/mo", "30", "NZD", "month"),
    ],
)
def test_amounts_are_read_as_their_country_writes_them(
    text: str, amount: str, currency: str, period: str | None
) -> None:
    (money,) = find_money(text)
    assert (money.amount, money.currency, money.period) == (Decimal(amount), currency, period)


@pytest.mark.parametrize(
    ("text", "language", "currency", "read"),
    [
        ("49 kr", "da", None, "DKK"),
        ("49 kr", "nb", None, "NOK"),
        ("$49", "en", "CAD", "CAD"),
        ("US$49", "en", "CAD", "USD"),
    ],
)
def test_a_sign_of_many_countries_is_read_by_the_page(
    text: str, language: str, currency: str | None, read: str
) -> None:
    assert find_money(text, language=language, currency=currency)[0].currency == read


def test_a_sign_between_two_numbers_belongs_to_the_second() -> None:
    assert [money.amount for money in find_money("10 $49 / month")] == [Decimal(49)]
