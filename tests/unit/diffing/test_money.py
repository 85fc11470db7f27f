"""An amount is money in whatever currency and notation it is written, for every rule that asks."""

import pytest

from diffing.wording.money import MENTIONED
from diffing.wording.passing import BOUND, running_count
from diffing.wording.text import names_amount, tokens
from tests.unit.diffing.support_feeds import changed, story, told
from tests.unit.diffing.support_pages import PROSE, examined, said

AMOUNTS = (
    "1,480円", "1万円", "月额30元", "9,900원", "￥1,480", "299 kr", "kr 299", "kr. 299", "1 290 zł", "990 Kč",
    "9 990 Ft", "R$ 99", "1.234,56 €", "$1,200", "1,299 SEK", "NOK 499", "499 DKK", "PLN 99", "990 CZK", "99 CNY",
    "INR 999", "BRL 99", "MXN 199", "SGD 49", "HKD 399", "KRW 9900", "59 NZD", "ZAR 799", "₩9,900", "₽ 990", "₺199",
    "฿590",
)  # fmt: skip


@pytest.mark.parametrize("amount", AMOUNTS)
def test_an_amount_is_money_for_every_rule(amount: str) -> None:
    for text in (amount, f"Brightvane Pro, {amount} a seat"):
        assert names_amount(text)
        assert MENTIONED.search(text)
        assert BOUND.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "円満な解決",
        "二元論",
        "元の状態",
        "Krakow 24 krew",
        "3 ktrees",
        "5 sek",
        "NOKIA 3310",
        "Half 12 Fta",
        "30 days",
        "12 guests",
    ],
)
def test_what_only_looks_like_a_currency_is_none(text: str) -> None:
    assert not names_amount(text)
    assert not MENTIONED.search(text)


@pytest.mark.parametrize("line", ["{}円", "{}元", "Pro {} kr", "{} zł", "{} SEK", "Team {} Kč", "{}원"])
def test_a_new_price_is_no_running_count(line: str) -> None:
    before, after = line.format("1,481"), line.format("1,683")
    assert not running_count(before, after)
    old, new = (f"<h1>Plans</h1>{PROSE}<h2>Pro</h2><p>{text}</p>" for text in (before, after))
    assert said(old, new) == [(before, after)]


def test_another_price_in_yen_is_an_edit_of_a_feeds_entry() -> None:
    old, new = (story(3, text=f"The small plan is {yen}円 from spring on.") for yen in ("1,480", "1,680"))
    assert changed(told("rss", [story(4), old], [story(4), new])) == [old.title]


def test_a_won_beside_a_yen_sign_is_another_currency() -> None:
    assert tokens("₩9,900") != tokens("¥9,900")


def test_a_price_set_in_a_larger_heading_stands_under_the_name_of_its_plan() -> None:
    def cards(pro: str) -> str:
        plans = (("Free", "$0"), ("Pro", pro), ("Enterprise", "$29"))
        return f"<h1>Pricing</h1>{PROSE}" + "".join(
            f"<h4>{plan}</h4><h1>{price}/mo</h1><ul><li>{plan} support by mail</li></ul>" for plan, price in plans
        )

    found = examined(cards("$15"), cards("$19"))
    assert [(edit.path[-1], edit.before, edit.after) for edit in found.edits] == [("Pro", "$15/mo", "$19/mo")]


def test_the_next_plan_does_not_stand_under_the_price_of_the_last() -> None:
    page = f"<h1>Pricing</h1>{PROSE}<h4>Free</h4><h1>$0</h1><p>One seat.</p><h4>Pro</h4><h1>$15</h1><p>Ten seats.</p>"
    found = examined(page, page.replace("Ten seats.", "Nine seats."))
    assert [edit.path for edit in found.edits] == [("Pricing", "Pro", "$15")]
