"""A rival that an account runs is told to its manager however the files say so, with or without the product's name."""

from datetime import UTC, date, datetime

import pytest

from accounts import Names, link
from domain.accounts import Account, Accounts, Product, Us, Use
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.events import Event, Impact, ReasonKind, Sighting, Stance
from domain.findings import Tag, TagName
from domain.sources import Competitor, SourceKind, Subject, SubjectKind

NOW = datetime(2026, 11, 20, 6, tzinfo=UTC)
FATHOM = Subject(kind=SubjectKind.COMPETITOR, name="Fathom Rates")
RIVALS = (Competitor(name="Fathom Rates"), Competitor(name="Quayside"))

# The four ways to write it: what the account runs, and which products of the rival ours meets.
NOTATIONS = {
    "product and list": ("Fathom Feed", ("Fathom Feed",)),
    "product, no list": ("Fathom Feed", ()),
    "list, no product": (None, ("Fathom Feed",)),
    "neither": (None, ()),
}
PRICE = "Team | €249 a month"
ALLY = "Fathom Rates partners with Costa Booking to bring its rates to every harbour desk"
HIRE = "Fathom Rates appoints Jo Marsh as chief financial officer"


def alder(product: str | None, *more: Use) -> Account:
    uses = (Use(competitor="Fathom Rates", product=product), *more)
    return Account(name="Alder Cruises", tier="key", buys=("Hotel Rates",), also_uses=uses)


def world(product: str | None, met: tuple[str, ...], *others: Account) -> Accounts:
    ours = Product(name="Hotel Rates", topics=("hotel prices",), rivals=(("Fathom Rates", met),))
    return Accounts(us=Us(name="We", products=(ours,)), accounts=(alder(product), *others))


def event(text: str, tag: TagName, kind: SourceKind, *, before: str | None = None, path: str = "Plans") -> Event:
    """What a source of Fathom Rates says: a page's block replaced, or an entry added."""
    edit = Edit(
        key="e",
        kind=EditKind.REPLACED if before else EditKind.ADDED,
        where=Where.TABLE,
        path=(path,),
        before=before,
        after=text,
    )
    tags = (Tag(tag=tag, confidence=1.0, rule="r", quotes=()),)
    sighting = Sighting(
        key="s", change="c", source="fathom", source_kind=kind, url="https://fathom.example/", subject=FATHOM,
        edits=(edit,), tags=tags, facts=(), headline=text, happened_on=None, first_seen=NOW, last_confirmed=NOW, seq=1,
    )  # fmt: skip
    return Event(
        id="E1", subject=FATHOM, headline=text, sightings=(sighting,), tags=tags, facts=(), happened_on=None,
        first_seen=NOW, last_confirmed=NOW,
    )  # fmt: skip


def price() -> Event:
    return event(PRICE, TagName.PRICING, SourceKind.PAGE, before="Team | €199 a month")


def linked(happening: Event, where: Accounts) -> dict[str, Impact]:
    found = link(happening, where, Names(RIVALS, where.accounts), date(2026, 11, 22))
    return {impact.account: impact for impact in found}


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize(
    "happening",
    [
        price(),
        event(ALLY, TagName.PARTNERSHIP, SourceKind.FEED),
        event("Ferries are now covered, with 40 lines", TagName.PRODUCT, SourceKind.PAGE, path="What is new"),
        event("ISO 27001 | Fathom Rates Ltd | Revoked", TagName.REGULATORY, SourceKind.REGISTRY),
    ],
    ids=["price", "partnership", "product", "register"],
)
def test_what_the_incumbent_changes_without_naming_a_product_is_told_however_the_incumbent_is_written(
    happening: Event, notation: str
) -> None:
    impact = linked(happening, world(*NOTATIONS[notation]))["Alder Cruises"]
    assert impact.told
    assert {ReasonKind.INCUMBENT_THERE, ReasonKind.SAME_PRODUCT} <= {reason.kind for reason in impact.reasons}


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize(
    "happening",
    [
        event("Fathom Feed: Team | €249 a month", TagName.PRICING, SourceKind.PAGE, before="Team | €199 a month"),
        event(f"{ALLY}, with Fathom Feed", TagName.PARTNERSHIP, SourceKind.FEED),
        event("Fathom Feed now covers ferries", TagName.PRODUCT, SourceKind.FEED),
        event("Fathom Feed | ISO 27001 | Revoked", TagName.REGULATORY, SourceKind.REGISTRY),
    ],
    ids=["price", "partnership", "product", "register"],
)
def test_what_the_incumbent_changes_about_the_product_that_is_run_is_told_however_the_incumbent_is_written(
    happening: Event, notation: str
) -> None:
    assert linked(happening, world(*NOTATIONS[notation]))["Alder Cruises"].told


def test_the_reason_says_what_the_account_runs_beside_which_product_of_ours() -> None:
    reasons = linked(price(), world("Fathom Feed", ("Fathom Feed",)))["Alder Cruises"].reasons
    assert {reason.text for reason in reasons} == {
        "Alder Cruises runs Fathom Rates' Fathom Feed beside your Hotel Rates"
    }
    assert {reason.does for reason in reasons} == {"runs Fathom Rates' Fathom Feed beside your Hotel Rates"}


def test_naming_the_product_never_scores_lower_than_not_naming_it() -> None:
    scores = {name: linked(price(), world(*NOTATIONS[name]))["Alder Cruises"].score for name in NOTATIONS}
    assert scores["product and list"] >= scores["neither"]
    assert min(scores.values()) >= 40


def test_another_known_product_of_the_incumbent_is_only_counted() -> None:
    both = world("Fathom Feed", ("Fathom Feed", "Fathom Vault"))
    found = linked(event("Fathom Vault: Team | €249", TagName.PRICING, SourceKind.PAGE, before="Team | €199"), both)
    assert not found["Alder Cruises"].told
    named = linked(event("Fathom Feed: Team | €249", TagName.PRICING, SourceKind.PAGE, before="Team | €199"), both)
    assert named["Alder Cruises"].told


def test_an_incumbents_people_are_only_counted() -> None:
    found = linked(event(HIRE, TagName.EXECUTIVE, SourceKind.FEED), world("Fathom Feed", ("Fathom Feed",)))
    assert not found["Alder Cruises"].told


def test_an_incumbents_award_is_no_news_even_where_it_is_tagged() -> None:
    award = event("Fathom Rates wins the best workplace award", TagName.PRODUCT, SourceKind.FEED)
    assert not any(one.told for one in linked(award, world("Fathom Feed", ())).values())


def test_an_entry_of_a_rival_with_many_products_that_names_none_we_know_is_not_about_the_one_that_is_run() -> None:
    many = world("Fathom Feed", ("Fathom Feed", "Fathom Vault", "Fathom Ledger", "Fathom Desk"))
    entry = event("Fathom Rates retires its Monitor agent", TagName.PRODUCT, SourceKind.FEED)
    assert not any(one.told for one in linked(entry, many).values())
    assert linked(price(), many)["Alder Cruises"].told


def test_an_account_that_runs_another_rival_is_not_told() -> None:
    other = Account(
        name="Quill Tours", buys=("Hotel Rates",), also_uses=(Use(competitor="Quayside", product="Quay Feed"),)
    )
    found = linked(price(), world("Fathom Feed", ("Fathom Feed",), other))
    assert not ("Quill Tours" in found and found["Quill Tours"].told)


def test_what_the_incumbent_signs_with_another_account_is_that_accounts_news() -> None:
    other = Account(name="Costa Booking", buys=("Hotel Rates",))
    found = linked(event(ALLY, TagName.PARTNERSHIP, SourceKind.FEED), world("Fathom Feed", ("Fathom Feed",), other))
    assert found["Costa Booking"].told
    assert not found["Alder Cruises"].told


def test_a_certificate_that_the_incumbent_loses_is_an_opportunity_and_a_new_ally_a_threat() -> None:
    where = world("Fathom Feed", ("Fathom Feed",))
    lost = event("ISO 27001 | Fathom Rates Ltd | Revoked", TagName.REGULATORY, SourceKind.REGISTRY)
    assert linked(lost, where)["Alder Cruises"].stance is Stance.OPPORTUNITY
    assert linked(event(ALLY, TagName.PARTNERSHIP, SourceKind.FEED), where)["Alder Cruises"].stance is Stance.THREAT
