"""What a page or register says now: prices, people, certificates and open roles, without any change."""

from decimal import Decimal

import pytest

from classifiers import present_facts
from classifiers.facts import find_facts
from classifiers.headlines.headline import headline
from classifiers.wording.passages import passages
from domain.changes import Edit, EditKind
from domain.content import Block, Cell, Extraction, Record, Where
from domain.findings import Appointment, FactValue, Opening, Price, PriceKind, Regulation
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind

PRICING = "https://brightvane.example/pricing"


def block(
    text: str, where: Where = Where.PARAGRAPH, path: tuple[str, ...] = ("Plans",), *, chrome: bool = False
) -> Block:
    return Block(where=where, path=path, text=text, chrome=chrome)


def row(*cells: tuple[str, str]) -> Block:
    read = tuple(Cell(header=header, text=text) for header, text in cells)
    return Block(where=Where.TABLE, path=("Plans",), text=" | ".join(cell.text for cell in read), cells=read)


def source(url: str = PRICING, kind: SourceKind = SourceKind.PAGE) -> Source:
    subject = Subject(kind=SubjectKind.COMPETITOR, name="Brightvane")
    return Source(name="page", kind=kind, url=url, subject=subject, schedule=Schedule(text="1d"))


def stated(*blocks: Block, url: str = PRICING) -> list[FactValue]:
    return [one.fact.value for one in present_facts(Extraction(version="1", blocks=blocks), source(url))]


def offers(*blocks: Block) -> list[tuple[str | None, Decimal | None, str | None]]:
    return [(one.plan, one.amount_after, one.period) for one in stated(*blocks) if isinstance(one, Price)]


def headline_of(before: Block, after: Block) -> str:
    at = source()
    edit = Edit(
        key="e",
        kind=EditKind.REPLACED,
        where=Where.TABLE,
        path=("Plans",),
        before=before.text,
        after=after.text,
        cells_before=before.cells,
        cells_after=after.cells,
    )
    return headline("Brightvane", at, (edit,), (), find_facts(passages((edit,)), at))


def test_plans_under_headings_have_their_price_their_free_tier_and_their_contact() -> None:
    found = stated(
        block("$0", path=("Plans", "Free")),
        block("$49 / seat / month", path=("Plans", "Pro")),
        block("Contact sales", path=("Plans", "Enterprise")),
    )
    assert {(one.plan, one.kind, one.amount_after) for one in found if isinstance(one, Price)} == {
        ("Pro", PriceKind.AMOUNT, Decimal(49)),
        ("Free", PriceKind.FREE_TIER, Decimal(0)),
        ("Enterprise", PriceKind.AMOUNT, None),
    }


def test_a_short_line_above_a_price_is_its_plan_where_there_are_no_headings() -> None:
    found = offers(
        block("Seedling"), block("For teams that grow"), block("$19 / mo"), block("10 sites", Where.LIST),
        block("Growth"), block("$79 / mo"), block("Choose Growth"),
    )  # fmt: skip
    assert found == [("Seedling", Decimal(19), "month"), ("Growth", Decimal(79), "month")]


def test_a_button_above_a_price_is_no_plan() -> None:
    ((plan, amount, _),) = offers(block("Change Payment Method"), block("$20 / mo"))
    assert (plan, amount) == ("$20 / mo", Decimal(20))


def test_the_header_of_a_column_says_how_often_its_amounts_are_paid() -> None:
    found = offers(row(("Plan", "Solo"), ("Monthly", "€9"), ("Yearly", "€90")))
    assert found == [("Solo", Decimal(9), "month"), ("Solo", Decimal(90), "year")]


def test_amounts_in_site_furniture_and_praise_are_no_prices() -> None:
    praise = block("We saved $90 a month", path=("Plans", "What our customers say"))
    assert offers(block("Plans from $9 / month", chrome=True), praise) == []


def test_what_terms_and_policies_name_is_no_price_of_today() -> None:
    fee = block("$35 / month", path=("Plans", "Pro"))
    assert stated(fee, url="https://brightvane.example/terms-of-service") == []
    assert stated(fee, url=PRICING) != []


def test_a_team_page_says_who_is_in_office() -> None:
    found = stated(
        block("Chief Executive Officer", path=("Leadership", "Lena Brandt")),
        block("Bo Lind", path=("Leadership",)),
        block("Chief Financial Officer", path=("Leadership",)),
        block("Ana Ruiz, VP Sales", path=("Leadership",)),
        block("Read more", path=("Leadership",)),
        url="https://brightvane.example/about",
    )
    people = [(one.person, one.role) for one in found if isinstance(one, Appointment)]
    assert people == [
        ("Lena Brandt", "Chief Executive Officer"),
        ("Bo Lind", "Chief Financial Officer"),
        ("Ana Ruiz", "VP Sales"),
    ]


def test_names_on_another_page_are_nobody_in_office() -> None:
    assert not stated(block("Ana Ruiz, VP Sales", path=("Customer stories",)), url="https://brightvane.example/blog")


@pytest.mark.parametrize(
    ("text", "url", "found"),
    [
        ("SOC 2 Type II", "https://brightvane.example/trust", [("SOC 2", "Type II")]),
        ("We are ISO 27001 certified", PRICING, [("ISO 27001", None)]),
        ("Map your controls once and use them for FedRAMP Low", PRICING, []),
        ("Get ready for SOC 2 with us", PRICING, []),
    ],
)
def test_a_certificate_is_held_where_the_page_says_so(text: str, url: str, found: list[tuple[str, str | None]]) -> None:
    values = stated(block(text, path=("Brightvane",)), url=url)
    assert [(one.name, one.level) for one in values if isinstance(one, Regulation)] == found


def test_open_roles_are_counted_by_role_and_place() -> None:
    line = block("Key Account Manager – Leeds", Where.LIST, ("Open positions",))
    found = stated(line, line, url="https://brightvane.example/careers")
    assert found == [Opening(role="Key Account Manager", place="Leeds", count=2)]


def test_the_records_a_source_wants_are_read_with_their_fields() -> None:
    fields = (Cell(header="Title", text="Data Engineer"), Cell(header="Location", text="Oslo"))
    wanted = Record(key="1", title="Data Engineer", fields=fields)
    other = Record(key="2", title="Data Engineer", fields=fields, wanted=False)
    register = source(kind=SourceKind.REGISTRY)
    (one,) = present_facts(Extraction(version="1", records=(wanted, other)), register)
    assert one.fact.value == Opening(role="Data Engineer", place="Oslo")


def test_a_feed_tells_news_and_no_state() -> None:
    assert present_facts(Extraction(version="1", blocks=(block("$9 / month"),)), source(kind=SourceKind.FEED)) == ()
