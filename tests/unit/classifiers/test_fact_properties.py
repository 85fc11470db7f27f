"""Whatever a page says: no crash, no invented amount, and every quote stands where it says it does."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers import load_rules, sight
from domain.changes import Captured, Change, ChangeStatus, Edit, EditKind
from domain.content import Cell, Where
from domain.findings import Figure, Price, Quote, Side
from domain.sources import Competitor, Schedule, Source, SourceKind, Subject, SubjectKind

BOOK = load_rules()
AT = datetime(2026, 2, 19, tzinfo=UTC)
PIECE_LIST = (
    "Pro;Starter;$49;€1.299,50;per seat;/ month;a year;free;Contact sales;raises;prices;appoints;Lena Brandt;"
    "as CFO;said;CEO;“;”;FedRAMP;20x Moderate;U.S. EPA;registration;partners with;Calder Hotels;in the UK;launches;"
    "StayFeed 2.0;revenue;EUR 35M;(+14%);.;\n; | ;no;Key Account Manager;Leeds;💥;İ;\u00a0;ß;20 checks;up to;%"
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
        assert len(sighting.headline) <= 160
        for fact in sighting.facts:
            assert text_of(fact.quote, by_key)[fact.quote.start : fact.quote.end] == fact.quote.text
            assert 0 < fact.confidence <= 1
            if isinstance(fact.value, Price) and fact.value.amount_after is not None:
                assert digits(f"{fact.value.amount_after.normalize():f}").strip("0") in digits(fact.quote.text)
            if isinstance(fact.value, Figure) and fact.value.amount is not None:
                assert digits(f"{fact.value.amount.normalize():f}").strip("0") in digits(fact.quote.text)
        for quote in (quote for tag in sighting.tags for quote in tag.quotes):
            assert text_of(quote, by_key)[quote.start : quote.end] == quote.text


def digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit() and char.isascii())
