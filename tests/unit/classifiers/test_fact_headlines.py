"""Headlines written from facts, each read aloud once: right, short, and in plain English."""

from datetime import date
from decimal import Decimal

import pytest

from classifiers.headlines.headline import told
from classifiers.wording.said_amounts import listed, several
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.findings import (
    FACT_TYPES,
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
    Setback,
    Side,
)
from domain.grammar import owned

D = Decimal
LONGEST = 125


def price(plan: str | None, old: str | None, new: str | None, **more: object) -> Price:
    """A price in dollars a month unless told otherwise; amounts as texts."""
    fields: dict[str, object] = {"kind": PriceKind.AMOUNT, "currency": "USD", "period": "month", **more}
    amounts = [D(text) if text is not None else None for text in (old, new)]
    return Price(plan=plan, amount_before=amounts[0], amount_after=amounts[1], **fields)  # type: ignore[arg-type]


def term(kind: PriceKind, plan: str | None, before: str | None, after: str | None, **more: str) -> Price:
    return Price(kind=kind, plan=plan, before=before, after=after, **more)  # type: ignore[arg-type]


def person(name: str, role: str | None, move: Move, **more: str) -> Appointment:
    return Appointment(person=name, role=role, move=move, **more)  # type: ignore[arg-type]


def line(*values: FactValue, path: tuple[str, ...] = ("Brightvane", "Pricing")) -> str:
    edit = Edit(key="e", kind=EditKind.ADDED, where=Where.CARD, path=path, before=None, after="x " * 200)
    names = {kind: name for name, kind in FACT_TYPES.items()}
    facts = [
        Fact(
            type=names[type(value)],
            value=value,
            quote=Quote(edit="e", side=Side.AFTER, start=0, end=1, text="x"),
            confidence=0.9,
        )
        for value in values
    ]
    return told("Brightvane", [edit], facts)[0]


EUROS = {"currency": "EUR", "currency_before": "USD", "view": "currency"}
YEARLY = {"period": "year", "period_before": "month", "view": "billing"}
CASES: tuple[tuple[tuple[FactValue, ...], str], ...] = (
    ((price("Pro", "49", "59", per="seat"),), "Brightvane raises Pro from $49 to $59 per seat a month (+20.4%)"),
    ((price("Pro", "59", "49"),), "Brightvane cuts Pro from $59 to $49 a month (-16.9%)"),
    (
        (price("Consulting", "120", "135", period="hour"),),
        "Brightvane raises Consulting from $120 to $135 an hour (+12.5%)",
    ),
    ((price(None, "20", "75"),), "Brightvane raises a price from $20 to $75 a month (+275.0%)"),
    ((price("$75/mo", "20", "75"),), "Brightvane raises a price from $20 to $75 a month (+275.0%)"),
    (
        (price("Plans", "15", "18", bound="from"),),
        "Brightvane raises Plans' starting price from $15 to $18 a month (+20.0%)",
    ),
    (
        (price("Fleet", "500", "750", charge="one-off", period=None),),
        "Brightvane raises Fleet's one-off fee from $500 to $750 (+50.0%)",
    ),
    (
        (price("Joining fee", "50", "75", charge="one-off", period=None),),
        "Brightvane raises Joining fee from $50 to $75 (+50.0%)",
    ),
    (
        (price("Home", "50", "75", bound="from"), price("Office", "90", "95", bound="from")),
        "Brightvane raises two starting prices: Home $50 → $75, Office $90 → $95 a month",
    ),
    (
        (price("Home", "50", "75", bound="from"), price("Office", "90", "95")),
        "Brightvane raises two prices: Home from $50 → from $75, Office $90 → $95 a month",
    ),
    (
        (price("Pro", "20", "25", billed="year"),),
        "Brightvane raises Pro from $20 to $25 a month, billed yearly (+25.0%)",
    ),
    (
        (price("Pro", "20", "25", effective_on=date(2026, 5, 1)),),
        "Brightvane raises Pro from $20 to $25 a month (+25.0%), from 1 May 2026",
    ),
    ((price("Hobby", "0", "5"),), "Brightvane ends the free Hobby plan: now $5 a month"),
    ((price("Hobby", "5", "0"),), "Brightvane makes Hobby free (was $5 a month)"),
    (
        (price("Solo", "9", "12"), price("Duo", "19", "24")),
        "Brightvane raises two prices: Solo $9 → $12, Duo $19 → $24 a month",
    ),
    (
        (price("Solo", "12", "9"), price("Duo", "19", "24")),
        "Brightvane changes two prices: Solo $12 → $9, Duo $19 → $24 a month",
    ),
    (
        (price("Pro", "19", "22"), price("Pro", "190", "220", period="year")),
        "Brightvane raises two prices: Pro $19 → $22 a month, Pro $190 → $220 a year",
    ),
    (
        tuple(price(f"Rather Long Plan {n}", "10", "12") for n in range(1, 7)),
        "Brightvane raises six prices: Rather Long Plan 1 $10 → $12, Rather Long Plan 2 $10 → $12 and four more",
    ),
    (
        (price("Move", "500", "600", bound="from"), price("Move", "2500", "3000", bound="up to")),
        "Brightvane raises Move from $500–$2,500 to $600–$3,000 a month",
    ),
    ((price("Plus", "20", "20", **EUROS),), "Brightvane now shows prices in euros: Plus €20 a month (was $20)"),
    (
        (price("Plus", "20", "200", **YEARLY),),
        "Brightvane now shows prices by the year: Plus $200 a year (was $20 a month)",
    ),
    (
        (price("Plus", "49", "39", view="billing"),),
        "Brightvane now shows prices as billed yearly: Plus $39 a month (was $49)",
    ),
    (
        (price("Plus", "39", "49", view="billing"),),
        "Brightvane now shows prices as billed monthly: Plus $49 a month (was $39)",
    ),
    (
        (term(PriceKind.BILLING_TERM, "Pro", "€59.50 incl. VAT", "€50.00 excl. VAT", view="tax"),),
        "Brightvane now shows prices without tax: Pro €50 (was €59.50 with)",
    ),
    (
        (price("Pro", "99", "79", kind=PriceKind.DISCOUNT),),
        "Brightvane offers Pro at $79 a month instead of $99",
    ),
    (
        (price("Pro", "79", "99", kind=PriceKind.DISCOUNT),),
        "Brightvane ends the discount on Pro: $99 a month again",
    ),
    (
        (price("Enterprise", "900", None, after="Contact sales"),),
        "Brightvane no longer shows the price of Enterprise ($900 a month): “Contact sales”",
    ),
    (
        (price("Enterprise", None, "1200", before="Contact us", bound="from"),),
        "Brightvane now shows the price of Enterprise: from $1,200 a month",
    ),
    (
        (price("Scale", None, "120"), term(PriceKind.PLAN_ADDED, "Scale", None, "Scale")),
        "Brightvane adds the Scale plan at $120 a month",
    ),
    (
        (price("Scale", "120", None), term(PriceKind.PLAN_REMOVED, "Scale", "Scale", None)),
        "Brightvane drops the Scale plan ($120 a month)",
    ),
    (
        (price("Free", "0", None), term(PriceKind.PLAN_REMOVED, "Free", "Free", None)),
        "Brightvane drops its Free plan",
    ),
    (
        (term(PriceKind.PLAN_RENAMED, "Business", "Standard", "Business"),),
        "Brightvane renames its Standard plan Business",
    ),
    (
        (
            term(PriceKind.PLAN_RENAMED, "Hobbyist", "Free", "Hobbyist"),
            term(PriceKind.PLAN_RENAMED, "Business", "Standard", "Business"),
        ),
        "Brightvane renames two plans: Free → Hobbyist, Standard → Business",
    ),
    (
        (term(PriceKind.QUOTA, "Starter", "10 projects", "5 projects"),),
        "Brightvane changes Starter's quota: “10 projects” becomes “5 projects”",
    ),
    (
        (term(PriceKind.BILLING_TERM, None, None, "14-day free trial"),),
        "Brightvane changes its terms: “14-day free trial” is new",
    ),
    ((term(PriceKind.PLAN_ADDED, "Team", None, "Team"),), "Brightvane adds the Team plan"),
    (
        (person("Lena Brandt", "Chief Financial Officer", Move.JOINED, came_from="Calder Labs"),),
        "Brightvane hires Lena Brandt as Chief Financial Officer from Calder Labs",
    ),
    (
        (person("Bo Lind", "CEO", Move.LEFT, successor="Ana Ruiz"), person("Ana Ruiz", "CEO", Move.JOINED)),
        "Bo Lind leaves Brightvane (CEO), succeeded by Ana Ruiz",
    ),
    ((person("Sofia Lund", "acting CFO", Move.INTERIM),), "Brightvane names Sofia Lund interim CFO"),
    (
        (person("Ida Holm", "Head of Sales", Move.PROMOTED), person("Jo Ray", "CTO", Move.LEFT)),
        "Brightvane promotes Ida Holm to Head of Sales, and one more change at the top",
    ),
    ((person("Mia Berg", "board", Move.BOARD),), "Mia Berg joins the board of Brightvane"),
    (
        (Partnership(parties=("Brightvane", "Norrhost"), kind="reseller", region="Nordics"),),
        "Brightvane and Norrhost sign a reseller agreement in the Nordics",
    ),
    ((Partnership(parties=("Brightvane", "Deskworks"), kind="integration"),), "Brightvane integrates with Deskworks"),
    ((Partnership(parties=("Brightvane", "Maisonette"), kind="acquisition"),), "Brightvane buys Maisonette"),
    ((Partnership(parties=("Brightvane", "Calder"), kind="ended"),), "Brightvane and Calder end their partnership"),
    (
        (Partnership(parties=("A", "B", "C"), kind="alliance"), Partnership(parties=("A", "D"), kind="agreement")),
        "A, B and C join in an alliance, and one other agreement",
    ),
    (
        (ProductMove(name="StayFeed Classic", move="retired", effective_on=date(2026, 3, 31)),),
        "Brightvane retires StayFeed Classic on 31 March 2026",
    ),
    ((ProductMove(name="RateLens", move="launched", version="3.0"),), "Brightvane launches RateLens 3.0"),
    ((ProductMove(name="Go", move="renamed", before="Lite"),), "Brightvane renames “Lite” “Go”"),
    (
        (
            Figure(metric="revenue", amount=D(35_000_000), currency="EUR", growth=D(14)),
            Figure(metric="users", amount=D(790_000)),
        ),
        "Brightvane reports revenue €35M (+14%), 790,000 users",
    ),
    (
        (Opening(role="Key Account Manager", place="Leeds", count=3),),
        "Brightvane opens three Key Account Manager roles in Leeds",
    ),
    ((Opening(role="Data Engineer", place=None),), "Brightvane opens a role as Data Engineer"),
    ((Setback(kind="lay_offs", count=120, share=D(10)),), "Brightvane lays off 120 people (10% of its staff)"),
    ((Setback(kind="lay_offs", share=D(15)),), "Brightvane lays off 15% of its staff"),
    ((Setback(kind="closure", what="office", place="Dublin"),), "Brightvane closes its office in Dublin"),
    ((Setback(kind="outage", what="StayFeed API"),), "Brightvane has an outage of StayFeed API"),
    ((Setback(kind="breach", count=2_000_000),), "Brightvane reports a breach that touches 2,000,000"),
    ((Regulation(what="approval", agency="FDA", product="Nimbus"),), "Brightvane: FDA approval of Nimbus"),
)


@pytest.mark.parametrize(("values", "said"), CASES, ids=[said[:40] for _, said in CASES])
def test_facts_are_told_in_one_plain_line(values: tuple[FactValue, ...], said: str) -> None:
    assert line(*values) == said
    assert len(said) <= LONGEST


def test_there_are_enough_cases_to_have_read() -> None:
    assert len(CASES) >= 40


def test_tiers_are_counted_with_their_lowest_and_highest_price() -> None:
    tiers = [price(f"T{n}", None, amount) for n, amount in enumerate(("500", "2000", "28000"))]
    assert line(*tiers, path=("Google Hotels API",)) == (
        "Brightvane adds three price tiers to Google Hotels API, $500 to $28,000 a month"
    )


def test_words_of_number_and_of_owning_follow_english() -> None:
    assert [several(n, "price") for n in (1, 2, 13)] == ["one price", "two prices", "13 prices"]
    assert [listed(list("ABCDE"[:n])) for n in (0, 1, 2, 3, 5)] == [
        "",
        "A",
        "A and B",
        "A, B and C",
        "A, B, C and two more",
    ]
    assert [owned("Pro"), owned("Plus")] == ["Pro's", "Plus'"]
