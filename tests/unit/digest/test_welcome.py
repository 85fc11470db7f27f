"""A reader's first mail says how things stand, as background and in few words, and nothing of others' accounts."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from digest.words import count_words
from domain.accounts import Product, Use
from domain.editions import Background, Dated, Stated, Week
from domain.findings import Fact, FactValue, Opening, Price, PriceKind, Quote, Regulation, Side
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from tests.unit.digest import worlds
from tests.unit.digest.support_compose import everything, rendered

DAILY = Schedule(text="1d")
TODAY = worlds.SENDS.date() - timedelta(days=7)


def stated(rival: str, value: FactValue, page: str = "") -> Stated:
    name = f"{rival.casefold()}{page or type(value).__name__.casefold()}"
    source = Source(
        name=name, subject=worlds.rival(rival), kind=SourceKind.PAGE, url=f"https://{name}.example/", schedule=DAILY
    )
    quote = Quote(edit="", side=Side.AFTER, text="…", start=0, end=1)
    fact = Fact(type=type(value).__name__.casefold(), value=value, quote=quote, confidence=1.0, part="page")
    return Stated(subject=source.subject, source=source, fact=fact, heading=())


def price(plan: str, amount: int | None, period: str | None = "month") -> Price:
    known = Decimal(amount) if amount is not None else None
    return Price(kind=PriceKind.AMOUNT, plan=plan, amount_after=known, currency="EUR", period=period)


def entry(rival: str, title: str, ago: int, kind: SubjectKind = SubjectKind.COMPETITOR) -> Dated:
    subject = Subject(kind=kind, name=rival)
    source = Source(name="news", subject=subject, kind=SourceKind.FEED, url="https://news.example/", schedule=DAILY)
    day = TODAY - timedelta(days=ago)
    return Dated(subject=subject, source=source, title=title, day=day, url=f"https://news.example/{ago}")


def week(*facts: Stated, entries: tuple[Dated, ...] = ()) -> Week:
    return replace(worlds.first_week(), background=Background(facts=facts, entries=entries))


def crowd() -> Week:
    facts = [
        stated(f"Rival {n}", price(f"Plan number {m} of many", 1000 + m), f"-{n}") for n in range(40) for m in range(9)
    ]
    facts += [
        stated(f"Rival {n}", Opening(role=f"Head of matter {m}", place="Leeds", count=3))
        for n in range(40)
        for m in range(9)
    ]
    facts += [
        stated(f"Rival {n}", Regulation(what="certificate", name=f"ISO 2700{m}")) for n in range(40) for m in range(9)
    ]
    long = " ".join(f"word{n}" for n in range(60))
    return week(*facts, entries=tuple(entry(f"Rival {n}", f"{n} {long}", n % 14) for n in range(90)))


def test_prices_are_said_by_rival_with_their_period_once() -> None:
    one = rendered(
        week(
            stated("Brightvane", price("Solo", 190)),
            stated("Brightvane", price("Team", 640)),
            stated("Brightvane", price("Enterprise", None, None)),
            stated("Brightvane", price("Starter", 0)),
        ),
        worlds.owner(),
    )
    said = " ".join(one.text.split())
    assert "Brightvane: Solo €190, Team €640 a month, Enterprise on request, Starter free. [1]" in said
    assert "[1] https://brightvaneprice.example/" in said


def test_certificates_and_open_roles_are_said_by_rival() -> None:
    one = rendered(
        week(
            stated("Vanta", Regulation(what="certificate", name="FedRAMP", level="Moderate")),
            stated("Vanta", Opening(role="Key account manager", place="Leeds", count=3)),
        ),
        worlds.owner(),
    )
    said = " ".join(one.text.split())
    assert "CERTIFICATES Vanta: FedRAMP Moderate. [1]" in said
    assert "OPEN ROLES Vanta: 3 Key account manager (Leeds). [2]" in said


def test_all_of_it_is_marked_as_background() -> None:
    said = " ".join(rendered(week(entries=(entry("Vanta", "Vanta has a new office", 3),)), worlds.owner()).text.split())
    assert "All below is background" in said
    assert "None of it is news." in said
    day = TODAY - timedelta(days=3)
    assert f"LAST 14 DAYS {day.day} {day:%b}, Vanta: Vanta has a new office [1]" in said


@pytest.mark.parametrize("audience", [worlds.owner(), worlds.analyst()])
def test_however_much_stands_the_mail_has_at_most_700_words(audience) -> None:  # type: ignore[no-untyped-def]
    one = rendered(crowd(), audience)
    assert count_words(one.text) <= 700
    assert "LAST 14 DAYS" in one.text
    assert "more: " in one.text
    assert len(one.html.encode()) < 100_000


def test_rivals_that_are_at_an_account_of_the_reader_come_first() -> None:
    one = rendered(
        week(stated("Aardvark", price("Solo", 1)), stated("Scrapingdog", price("Lite", 500))), worlds.owner()
    )
    assert one.text.index("Scrapingdog: Lite") < one.text.index("Aardvark: Solo")


def test_an_entry_that_names_or_is_about_an_account_of_others_reaches_its_readers_only() -> None:
    found = week(
        entries=(
            entry("Vanta", "Vanta signs Zephyr Aerospace", 1),
            entry("Zephyr Aerospace", "We have a new chief", 2, SubjectKind.ACCOUNT),
        )
    )
    mine = everything(rendered(found, worlds.owner()))
    assert "Zephyr" not in mine
    assert "new chief" not in mine
    assert "Vanta signs Zephyr Aerospace" in rendered(found, worlds.owner(worlds.ROSA)).text


def test_a_rival_of_two_of_our_products_is_said_once_and_named_once() -> None:
    ours = (
        Product(name="Hotel Rates", what="rates", topics=(), rivals=(("Fathom", ()), ("Vanta", ("Vanta Rooms",)))),
        Product(name="Halden Pay", what="pay", topics=(), rivals=(("Fathom", ()), ("Vanta", ("Vanta Till",)))),
    )
    uses = (Use(competitor="Vanta", product="Vanta Rooms (EU)"),)
    account = replace(worlds.MARLOWE, buys=("Hotel Rates", "Halden Pay"), also_uses=uses)
    first = worlds.with_account(worlds.first_week(), account)
    us = replace(first.accounts.us, products=ours)
    one = rendered(replace(first, accounts=replace(first.accounts, us=us)), worlds.owner_of(account))
    said = " ".join(one.text.split())
    assert (
        "runs Vanta Rooms (EU) beside your Hotel Rates; Fathom sells against your Hotel Rates and Halden Pay." in said
    )


def test_sources_of_competitors_alone_are_counted_once() -> None:
    one = rendered(replace(worlds.first_week(), watched=10), worlds.owner())
    assert "accounts, on 2 competitors." in " ".join(one.text.split())
