"""Whatever a page says: no crash, no invented amount, and every quote stands where it says it does."""

from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.amounts_said import cut_short, said
from classifiers import load_rules, sight
from classifiers.headlines.headline import ALONE
from classifiers.headlines.telling import LONGEST
from classifiers.wording.days import days_in
from classifiers.wording.effective import starting_on
from classifiers.wording.money import find_money
from domain.changes import Captured, Change, ChangeStatus, Edit, EditKind
from domain.content import Cell, Where
from domain.findings import Figure, Price, Quote, Regulation, Setback, Side
from domain.sources import Competitor, Schedule, Source, SourceKind, Subject, SubjectKind

BOOK = load_rules()
AT = datetime(2026, 2, 19, tzinfo=UTC)
PIECE_LIST = (
    "Pro;Starter;$49;€1.299,50;per seat;/ month;a year;free;Contact sales;raises;prices;appoints;Lena Brandt;"
    "as CFO;said;CEO;“;”;FedRAMP;20x Moderate;U.S. EPA;registration;partners with;Calder Hotels;in the UK;launches;"
    "StayFeed 2.0;revenue;EUR 35M;(+14%);.;\n; | ;no;Key Account Manager;Leeds;💥;İ;\u00a0;ß;20 checks;up to;%;"
    "¢;円／月;₹1,49,999;instead of;from 1 May 2026;lays off 120 people;fined;CNIL;€3.2 million;2.9% +;–;$5–10;"
    "CEO Ana Ruiz;steps down;End of life:;is now called;is down;Leadership;Free;Contact us;billed annually"
)
PIECES = st.sampled_from(PIECE_LIST.split(";"))
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join))


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    before, after = draw(st.one_of(st.none(), TEXTS)), draw(st.one_of(st.none(), TEXTS))
    if before is None and after is None:
        after = draw(TEXTS)
    kind = EditKind.ADDED if before is None else EditKind.REMOVED if after is None else EditKind.REPLACED
    cells = tuple(Cell(header=draw(PIECES), text=text) for text in (after or "").split(" | ") if "|" in (after or ""))
    return Edit(
        key=f"e{draw(st.integers(0, 10**9))}",
        kind=kind,
        where=draw(st.sampled_from(list(Where))),
        path=tuple(draw(st.lists(PIECES, max_size=3))),
        before=before,
        after=after,
        title=draw(st.sampled_from(["", after or ""])),
        cells_after=cells,
    )


def text_of(quote: Quote, found: dict[str, Edit]) -> str:
    edit = found[quote.edit]
    return (edit.after if quote.side is Side.AFTER else edit.before) or ""


@settings(max_examples=150, deadline=None)
@given(st.lists(edits(), min_size=1, max_size=5, unique_by=lambda edit: edit.key), st.sampled_from(list(SourceKind)))
def test_any_change_is_read_without_a_crash_and_proves_what_it_says(found: list[Edit], kind: SourceKind) -> None:
    subject = Subject(kind=SubjectKind.COMPETITOR, name="Brightvane")
    source = Source(name="s", kind=kind, url="https://b.example/pricing", subject=subject, schedule=Schedule(text="1d"))
    change = Change(
        key="c",
        source="s",
        source_id=1,
        subject=subject,
        status=ChangeStatus.NEWS,
        before=Captured(snapshot=1, seq=1, captured_at=AT),
        after=Captured(snapshot=2, seq=2, captured_at=AT),
        edits=tuple(found),
    )
    made = sight(
        change, source, 1, rules=BOOK, competitors=(Competitor(name="Brightvane"),), about=lambda edit: (subject,)
    )
    by_key = {edit.key: edit for edit in found}
    for sighting in made:
        assert sighting.headline
        assert len(sighting.headline) <= LONGEST + ALONE
        for fact in sighting.facts:
            assert text_of(fact.quote, by_key)[fact.quote.start : fact.quote.end] == fact.quote.text
            assert 0 < fact.confidence <= 1
            if isinstance(fact.value, Price) and fact.value.amount_after:
                assert fact.value.amount_after in said_either_way(fact.quote.text)
                assert not cut_short(text_of(fact.quote, by_key), fact.quote.end)
            if isinstance(fact.value, Figure) and fact.value.amount is not None:
                assert digits(f"{fact.value.amount.normalize():f}").strip("0") in digits(fact.quote.text)
            if isinstance(fact.value, Regulation) and fact.value.amount is not None:
                assert digits(f"{fact.value.amount.normalize():f}").strip("0") in digits(fact.quote.text)
            if isinstance(fact.value, Setback) and fact.value.count is not None:
                assert str(fact.value.count).strip("0") in digits(fact.quote.text)
        for quote in (quote for tag in sighting.tags for quote in tag.quotes):
            assert text_of(quote, by_key)[quote.start : quote.end] == quote.text


def said_either_way(quote: str) -> set[Decimal]:
    return {amount for comma in (None, False, True) for amount in said(quote, comma=comma)}


def digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit() and char.isascii())


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_text_gives_amounts_inside_it_in_order(text: str) -> None:
    found = find_money(text)
    for money in found:
        assert 0 <= money.start < money.end <= money.stop <= len(text)
        assert money.amount >= 0
    assert [money.start for money in found] == sorted(money.start for money in found)


@given(st.decimals(min_value="0.01", max_value=999_999, places=2), st.sampled_from(["$", "€", "£", "¥"]))
def test_an_amount_written_out_is_read_back(amount: Decimal, sign: str) -> None:
    (money,) = find_money(f"{sign}{amount:,.2f} / month")
    assert (money.amount, money.period) == (amount, "month")


@given(st.dates(min_value=date(1990, 1, 1)))
def test_a_day_written_out_is_read_back(day: date) -> None:
    for text in (f"{day.day} {day:%B} {day.year:04}", f"{day:%B} {day.day}, {day.year:04}", day.isoformat()):
        assert list(days_in(f"on {text} it begins")) == [day]


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_text_gives_days_or_none_and_never_a_crash(text: str) -> None:
    assert starting_on(text) is None or starting_on(text) in set(days_in(text))
