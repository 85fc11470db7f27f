"""Events in words: what stood before, what stands now, and a subject line that fits."""

from dataclasses import replace
from decimal import Decimal

import pytest

from digest.say import excerpt, sentence, short
from digest.subjects import finding
from domain.changes import Word
from domain.content import Cell, Where
from domain.events import Event
from domain.findings import Appointment, Move, Opening, Price, PriceKind, Regulation, TagName
from domain.sources import SourceKind
from tests.unit.digest import worlds


def priced(*prices: Price) -> Event:
    row = worlds.edit("p", "Pro | $49", "Pro | $59", where=Where.TABLE, path=("Plans",))
    return worlds.event(
        "p", worlds.rival("Brightvane"), "Brightvane: prices", (TagName.PRICING,), [row],
        [worlds.fact("price", price, row) for price in prices],
    )  # fmt: skip


def price(plan: str, before: int | None, after: int | None, **more: str) -> Price:
    return Price(
        kind=PriceKind.AMOUNT if before and after else PriceKind.PLAN_ADDED if after else PriceKind.PLAN_REMOVED,
        plan=plan,
        before=f"${before}" if before else None,
        after=f"${after}" if after else None,
        amount_before=Decimal(before) if before else None,
        amount_after=Decimal(after) if after else None,
        currency="USD",
        **more,
    )


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (worlds.engenia(), "BASF's Engenia herbicide receives federal registration from the U.S. EPA for over-the-top "
         "use on dicamba-tolerant crops."),
        (worlds.cc_pharma(), "Tilray's CC Pharma enters an agreement with Smartway Pharmaceuticals to widen "
         "availability in the UK."),
        (worlds.esto(), "ESTO 2025: revenue €35M (+14%), EBITDA €18M (+27%), net profit €10M (+48%), "
         "9,000+ merchants (+48%), 790,000 users (+20%)."),
        (worlds.capcut(), "CapCut, AI tools: “Happy Horse 1.0” → “GPT Image 2”."),
        (worlds.veridale(), "Veridale appoints Lena Brandt as head of regulatory affairs."),
        (worlds.brightvane_jobs(), "Brightvane hires: three key account manager roles in Leeds."),
    ],
)  # fmt: skip
def test_each_signal_is_one_sentence(event: Event, said: str) -> None:
    assert sentence(event) == said


def test_a_changed_price_says_both_amounts_and_the_growth() -> None:
    event = priced(price("Pro", 49, 59), price("Team", 100, 90))
    assert sentence(event) == "Brightvane, Plans: Pro: $49 → $59 (+20%); Team: $100 → $90 (-10%)."


def test_a_price_in_another_currency_has_no_growth() -> None:
    moved = replace(price("Pro", 49, 59), before="€49")
    assert sentence(priced(moved)) == "Brightvane, Plans: Pro: €49 → $59."


def test_a_term_that_changed_at_the_same_amount_is_no_raise_and_no_cut() -> None:
    term = replace(price("Pro", 49, 49), kind=PriceKind.BILLING_TERM, before="$49 monthly", after="$49 yearly")
    assert finding(priced(term), 40) == "Brightvane changes its prices"


def test_more_than_three_changed_prices_are_counted() -> None:
    event = priced(*(price(f"Plan {n}", 10, 20) for n in range(5)))
    assert "2 more prices" in sentence(event)
    assert "Plan 3" not in sentence(event)


def test_a_plan_that_went_is_said_with_its_price() -> None:
    assert sentence(priced(price("Solo", 9, None))) == "Brightvane, Plans: Solo $9 gone."


def test_one_new_price_says_what_for_and_per_what() -> None:
    event = priced(price("Solo", None, 9, period="month", per="seat"))
    assert sentence(event) == "Brightvane, Plans: new, Solo: $9 per seat a month."


@pytest.mark.parametrize(
    ("prices", "said"),
    [
        ((price("Pro", 49, 59),), "Brightvane raises Pro to $59"),
        ((price("Pro", 49, 59), price("Team", 90, 99)), "Brightvane raises prices"),
        ((price("Pro", 59, 49), price("Team", 99, 90)), "Brightvane cuts prices"),
        ((price("Pro", 59, 49), price("Team", 90, 99)), "Brightvane changes prices"),
        ((price("Pro", None, 49), price("Team", None, 99)), "Brightvane adds price tiers"),
    ],
)
def test_a_price_change_has_a_short_form(prices: tuple[Price, ...], said: str) -> None:
    assert finding(priced(*prices), 32) == said


def test_a_title_too_long_for_the_subject_gives_way_to_a_short_form_that_fits() -> None:
    assert finding(worlds.veridale(), 32) == "Veridale appoints Lena Brandt"
    assert short(worlds.veridale(), 80) == "Veridale appoints Lena Brandt as head of regulatory affairs"
    assert finding(worlds.brightvane_jobs(), 30) == "Brightvane hires in Leeds"


def test_a_company_named_in_the_title_is_not_named_twice() -> None:
    event = replace(worlds.cc_pharma(), headline="Tilray: Tilray's CC Pharma signs Smartway in the UK")
    assert sentence(event) == "Tilray's CC Pharma signs Smartway in the UK."


def test_a_record_with_a_bare_title_says_what_the_agency_did_and_for_what() -> None:
    record = replace(
        worlds.edit("r", None, "Engenia herbicide", where=Where.RECORD, title="Engenia herbicide"),
        cells_after=(
            Cell(header="Status", text="Registered"),
            Cell(header="Use", text="Over-the-top use on dicamba-tolerant crops"),
        ),
    )
    value = Regulation(what="registered", agency="U.S. EPA", product="Engenia herbicide")
    event = worlds.event(
        "r", worlds.rival("BASF"), "BASF: Engenia herbicide", (TagName.REGULATORY,), [record],
        [worlds.fact("regulation", value, record)], kind=SourceKind.REGISTRY,
    )  # fmt: skip
    assert sentence(event) == (
        "U.S. EPA registered BASF's Engenia herbicide for over-the-top use on dicamba-tolerant crops."
    )
    titled = replace(event, headline="BASF: EPA registration of Engenia herbicide")
    assert sentence(titled) == (
        "BASF: EPA registration of Engenia herbicide for over-the-top use on dicamba-tolerant crops."
    )


def test_someone_who_leaves_is_said_to_be_lost() -> None:
    edit = worlds.edit("l", None, "x", where=Where.RECORD, title="x")
    value = Appointment(person="Bo Ek", role="CTO", move=Move.LEFT, successor="Ana Roy")
    event = worlds.event("l", worlds.rival("Veridale"), "x", (), [edit], [worlds.fact("appointment", value, edit)],
                         kind=SourceKind.REGISTRY)  # fmt: skip
    assert sentence(event) == "Bo Ek left as CTO; Ana Roy follows."


def test_the_same_role_in_one_place_is_counted_over_all_records() -> None:
    event = worlds.brightvane_jobs()
    one = Opening(role="Key Account Manager", place="Leeds")
    facts = tuple(worlds.fact("opening", one, edit) for edit in event.sightings[0].edits)
    assert sentence(replace(event, facts=facts)) == "Brightvane hires: three key account manager roles in Leeds."


def test_words_that_did_not_change_are_left_out_of_a_long_replacement() -> None:
    edit = worlds.edit(
        "w",
        "Our platform is hosted in one region and backed up every night by hand",
        "Our platform is hosted in three regions and backed up every night by hand",
        words=(
            Word(op="same", text="Our platform is hosted in"),
            Word(op="removed", text="one region"),
            Word(op="added", text="three regions"),
            Word(op="same", text="and backed up every night by hand"),
        ),
    )
    assert excerpt(edit) == "“one region” → “three regions”"


def test_words_that_only_came_or_only_went_say_so() -> None:
    long = "one two three four five six seven eight"
    came = worlds.edit("c", long, f"{long} nine", words=(Word(op="same", text=long), Word(op="added", text="nine")))
    went = worlds.edit("g", f"{long} nine", long, words=(Word(op="same", text=long), Word(op="removed", text="nine")))
    assert excerpt(came) == "new: “nine”"
    assert excerpt(went) == "gone: “nine”"


def test_text_around_new_prices_is_not_said_beside_them() -> None:
    event = worlds.scrapingdog()
    intro = worlds.edit("intro", None, "Choose a tier by the number of searches", path=("Plans",))
    rows = tuple(replace(edit, path=("Plans",)) for edit in event.sightings[0].edits)
    sighting = replace(event.sightings[0], edits=(*rows, intro))
    assert "Choose" not in sentence(replace(event, sightings=(sighting,)))


def test_a_page_without_facts_is_told_by_its_headline() -> None:
    edits = [
        worlds.edit("a", "Support: 9 to 5", "Support: around the clock", path=("Service",)),
        worlds.edit("b", None, "New office in Leeds", path=("Service",)),
        worlds.edit("c", "Old line", None, path=("Service",)),
    ]
    told = "Brightvane changes “Support: 9 to 5” to “Support: around the clock”, and two more edits"
    event = worlds.event("n", worlds.rival("Brightvane"), told, (), edits)
    assert sentence(event) == f"{told}."
