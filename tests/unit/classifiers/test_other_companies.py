"""What a rival or a customer does, or a table shows in a rival's column, earns the company no tag."""

from collections.abc import Callable

import pytest

from classifiers.saying.doers import another_acts, in_others_column
from domain.changes import Edit
from domain.content import Cell, Where
from domain.events import Sighting
from domain.findings import TagName
from domain.sources import Source
from tests.unit.classifiers.conftest import make_edit

See = Callable[..., tuple[Sighting, ...]]
FIVE_AND_SETBACK = {"pricing", "product", "partnership", "regulatory", "executive", "setback"}


@pytest.mark.parametrize(
    "title",
    [
        "Rival Calder cuts fares as Brightvane holds firm",
        "Customer Calder Freight appoints Ana Ruiz as CFO",
        "Partner news: Calder launches video intercom",
        "Our partner Calder launches a new scanner",
        "Calder, Brightvane's rival, names new chief executive",
        "Dealer Calder opens its new workshop app",
        "Investors urge Brightvane chief to step down",
        "Minister calls for cut in network charges",
        "Unions want regulators to look into Brightvane's rosters",
        "FDA clearance of Brightvane's reader still pending",
        "FDA approval of Brightvane's pump not expected before 2028",
        "Outage resolved: Brightvane's exports are back",
        "Our take on Calder's price increase",
        "Ex-Brightvane engineers unveil a scanner",
        "Card schemes plan fee changes: what merchants should know",
        "Brightvane pilots call off strike",
        "The partnership between sales and finance",
        "Meet our meter readers",
        "Our customers cut their prices by 20%",
        "Unsere Kunden senken ihre Preise",
        "Nos clients baissent leurs prix de 20 %",
        "Brightvane faces streaming rivals that have been cutting prices",
        "Retailers cut prices on last year's bikes as stocks pile up",
        "City council raises parking fees for cargo bikes",
        "Brightvane resellers in Ontario raise their fees",
        "Calder lays off 200 staff; Brightvane hires",
        "Calder cuts fares while Brightvane holds firm",
    ],
)
def test_what_others_do_or_only_call_for_earns_no_tag(
    title: str, entry: Callable[..., Edit], source: Callable[..., Source], seen: See
) -> None:
    (sighting,) = seen(entry(title), of=source(kind="feed"))
    assert {tag.tag.value for tag in sighting.tags} & FIVE_AND_SETBACK == set()


@pytest.mark.parametrize(
    ("title", "tag"),
    [
        ("Rival Calder sues Brightvane over patents", "regulatory"),
        ("Former rival Calder CFO Ana Ruiz joins Brightvane as CFO", "executive"),
        ("Brightvane beats rival Calder and launches StayFeed Studio", "product"),
        ("Brightvane and partner Calder launch StayFeed Lens", "partnership"),
        ("Calder hires; Brightvane lays off 200", "setback"),
        ("StayFeed raises prices; hotels complain", "pricing"),
        ("CEO steps down after investors urge change", "executive"),
        ("Supermarket chain Calder takes Brightvane as sole supplier", "partnership"),
    ],
)
def test_what_a_rival_and_the_company_share_keeps_its_tag(
    title: str, tag: str, entry: Callable[..., Edit], source: Callable[..., Source], seen: See
) -> None:
    (sighting,) = seen(entry(title), of=source(kind="feed"))
    assert tag in {one.tag.value for one in sighting.tags}


@pytest.mark.parametrize(
    "title",
    [
        "Brightvane airlines raise fares by 8%",
        "Brightvane Banks raises fees by 8%",
        "Sellers will be charged a 15% commission from June",
        "Merchants will now be billed per booking",
    ],
)
def test_a_trade_behind_the_company_s_name_and_those_it_charges_are_no_others(
    title: str, entry: Callable[..., Edit], source: Callable[..., Source], seen: See
) -> None:
    (sighting,) = seen(entry(title), of=source(kind="feed"))
    assert TagName.PRICING in {tag.tag for tag in sighting.tags}


@pytest.mark.parametrize(
    "title",
    [
        "Client Dashboard gets a dark mode",
        "Dealer Locator is now available for iOS",
        "Customer Data Platform now generally available",
        "Customer Hub launches with live chat",
        "Supplier Entitlements now generally available",
        "Kelvar launches Client Lifecycle Portal for brokers",
        "Partner Portal gets a dark mode",
    ],
)
def test_a_thing_of_its_own_that_is_named_after_customers_is_no_other_company(
    title: str, entry: Callable[..., Edit], source: Callable[..., Source], seen: See
) -> None:
    (sighting,) = seen(entry(title), of=source(name="Kelvar", kind="feed"))
    assert TagName.PRODUCT in {tag.tag for tag in sighting.tags}


@pytest.mark.parametrize(
    "title",
    [
        "Customer Ordway Freight launches a scanner app",
        "Dealer Ordway launches an app for drivers",
        "Client Ordway Hotels launches a booking tool",
        "Rival Ordway launches in two new markets",
    ],
)
def test_a_customer_with_a_name_of_its_own_stays_another_company(title: str) -> None:
    assert another_acts(title, title.find("launches"), len(title), ("Kelvar",), tag=TagName.PRODUCT)


def test_a_name_that_is_called_nothing_may_be_a_part_of_the_company() -> None:
    text = "Calder Robotics launches a scanner"
    assert not another_acts(text, text.find("launches"), len(text), ("Brightvane",), tag=TagName.PRODUCT)


def row(before: tuple[str, ...], after: tuple[str, ...]) -> Edit:
    """A row of a table that compares Brightvane with Calder."""
    headers = ("Feature", "Brightvane", "Calder")
    old = tuple(Cell(header=header, text=text) for header, text in zip(headers, before, strict=True))
    new = tuple(Cell(header=header, text=text) for header, text in zip(headers, after, strict=True))
    edit = make_edit(" | ".join(before), " | ".join(after), Where.TABLE.value, ("Compare",))
    return Edit(
        key=edit.key,
        kind=edit.kind,
        where=edit.where,
        path=edit.path,
        before=edit.before,
        after=edit.after,
        cells_before=old,
        cells_after=new,
    )


def test_a_sentence_about_another_before_takes_nothing_from_the_companys_own() -> None:
    text = "Ordway did well. Kelvar launches a scanner; Kelvar also hires."
    assert not another_acts(text, text.find("launches"), text.find(";"), ("Kelvar",), tag=TagName.PRODUCT)


def test_a_tick_in_a_rivals_column_is_the_rivals() -> None:
    assert in_others_column(row(("Audit log", "✓", "✗"), ("Audit log", "✓", "✓")), ("Brightvane",))


@pytest.mark.parametrize("after", [("Audit log", "✗", "✗"), ("Audit log", "✗", "✓"), ("Audit trail", "✓", "✗")])
def test_a_row_whose_own_column_or_label_changed_is_the_companys(after: tuple[str, ...]) -> None:
    assert not in_others_column(row(("Audit log", "✓", "✗"), after), ("Brightvane",))


def test_a_rivals_column_gives_the_page_no_tag(source: Callable[..., Source], seen: See) -> None:
    (theirs,) = seen(row(("Audit log", "✓", "✗"), ("Audit log", "✓", "✓")), of=source())
    (ours,) = seen(row(("Audit log", "✗", "✗"), ("Audit log", "✓", "✗")), of=source())
    assert TagName.PRODUCT not in {tag.tag for tag in theirs.tags}
    assert TagName.PRODUCT in {tag.tag for tag in ours.tags}


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Brightvane Gives Customers Lower Prices", ("Brightvane",)),
        ("Riverside Supermarkets cuts prices on 200 items", ("Riverside Supermarkets",)),
        ("Brightvane cuts fees while customers wait", ("Brightvane",)),
    ],
)
def test_a_price_is_the_companys_own_though_customers_are_named(title: str, names: tuple[str, ...]) -> None:
    start = max(title.find(word) for word in ("Lower", "cuts"))
    assert not another_acts(title, start, start + 4, names, tag=TagName.PRICING)


def test_what_customers_can_do_now_is_news_of_a_product() -> None:
    title = "Customers can now export their rates"
    assert not another_acts(title, title.find("can"), len(title), ("Brightvane",), tag=TagName.PRODUCT)
