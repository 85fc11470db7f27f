"""A price rise of the rival that an account runs, from the link to the mail: told, with reason and a fitting step."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import digest
from accounts import Names, link
from domain.accounts import Account, Accounts, Product, Renewal, Us, Use
from domain.content import Where
from domain.editions import Rendered
from domain.events import Event
from domain.findings import Price, PriceKind, TagName
from domain.sources import Competitor
from tests.unit.digest import worlds

NOTATIONS = [("Fathom Feed", ("Fathom Feed",)), ("Fathom Feed", ()), (None, ("Fathom Feed",)), (None, ())]
RIVALS = (Competitor(name="Fathom Rates"),)


def alder(product: str | None) -> Account:
    return Account(
        name="Alder Cruises", tier="key", owner="owen", buys=("Hotel Rates",), revenue=worlds.euros(120_000),
        also_uses=(Use(competitor="Fathom Rates", product=product),),
        renewal=Renewal(ends=date(2026, 6, 30), notice=date(2026, 3, 20)),
    )  # fmt: skip


def raised() -> Event:
    """A price page that names no product, and a term that moved with it."""
    row = worlds.edit("p", "Team | €199", "Team | €249", where=Where.TABLE, path=("Plans",))
    term = worlds.edit("t", "Cancel at any time", "Cancel with three months notice", path=("Plans",))
    price = Price(
        kind=PriceKind.AMOUNT, plan="Team", before="€199", after="€249",
        amount_before=Decimal(199), amount_after=Decimal(249), currency="EUR", period="month",
    )  # fmt: skip
    return worlds.event(
        "f", worlds.rival("Fathom Rates"), "Fathom Rates raises Team from €199 to €249 a month (+25.1%)",
        (TagName.PRICING,), [row, term], [worlds.fact("price", price, row)],
        source="fathom-prices",
    )  # fmt: skip


def mailed(product: str | None, met: tuple[str, ...]) -> Rendered:
    ours = Product(name="Hotel Rates", topics=("hotel prices",), rivals=(("Fathom Rates", met),))
    account, event = alder(product), raised()
    world = Accounts(us=Us(name="Halden", products=(ours,)), people=worlds.WORLD.people, accounts=(account,))
    impacts = link(event, world, Names(RIVALS, world.accounts), date(2026, 2, 23))
    week = replace(worlds.full_week(), accounts=world, events=(event,), impacts=impacts, activity=(), corrections=())
    (audience,) = (one for one in digest.audiences(world) if one.person.key == "owen")
    return digest.compose(week, audience, shown=worlds.shown)


@pytest.mark.parametrize(("product", "met"), NOTATIONS)
def test_the_owner_reads_of_a_price_rise_on_a_page_that_names_no_product(
    product: str | None, met: tuple[str, ...]
) -> None:
    one = mailed(product, met)
    said = " ".join(one.text.split())
    assert one.subject == "Alder Cruises: Fathom raises Team 25% · W08"
    assert said.startswith("Your account is touched; Alder Cruises can leave before 20 March.")
    assert "1 ALDER CRUISES · opportunity · pricing" in said
    assert "Team: €199 → €249 (+25%); “Cancel at any time” → “Cancel with three months notice”." in said
    assert "Worth €120k a year; notice by 20 Mar." in said
    assert "Do: you, by Fri 27 Feb: offer Alder Cruises a price that holds for a year." in said
    assert "Quiet:" not in said


def test_the_reason_names_the_product_that_the_account_runs_where_the_file_does() -> None:
    named, unnamed = (" ".join(mailed(product, ("Fathom Feed",)).text.split()) for product in ("Fathom Feed", None))
    assert "Why: Alder Cruises runs Fathom Rates' Fathom Feed beside your Hotel Rates." in named
    assert "Why: Alder Cruises runs Fathom Rates beside your Hotel Rates." in unnamed


def test_the_link_is_called_by_its_source() -> None:
    assert ">fathom prices page</a>" in mailed(None, ()).html


def test_the_evidence_says_each_reason_once() -> None:
    evidence = worlds.visible(mailed("Fathom Feed", ("Fathom Feed",)).evidence)
    assert evidence.count("Alder Cruises runs Fathom Rates' Fathom Feed") == 1
