"""Records of registers: certificates got, moved on and lost, registrations, and filings."""

from collections.abc import Callable

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Regulation, TagName
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
Site = Callable[..., Source]


def record(
    edit: Make, before: dict[str, str] | None, after: dict[str, str] | None, title: str = "Calder Cloud"
) -> Edit:
    def said(fields: dict[str, str] | None) -> str | None:
        return None if fields is None else "\n".join(f"{label}: {text}" for label, text in fields.items())

    cells = tuple((after or before or {}).items())
    return edit(said(before), said(after), "record", ("R1", title), title=title, cells=cells)


def rules_of(sighting: Sighting) -> list[Regulation]:
    return [fact.value for fact in sighting.facts if isinstance(fact.value, Regulation)]


def test_a_new_product_in_a_register_of_certificates(seen: See, edit: Make, source: Site) -> None:
    fields = {"Product": "Calder Cloud", "Impact level": "Moderate", "Status": "FedRAMP In Process"}
    (sighting,) = seen(record(edit, None, fields), of=source(kind="registry"))
    (rule,) = rules_of(sighting)
    assert (rule.what, rule.name, rule.level, rule.product) == ("certification", "FedRAMP", "Moderate", "Calder Cloud")
    assert [tag.tag for tag in sighting.tags] == [TagName.REGULATORY]
    assert sighting.headline == "Brightvane: new entry “Calder Cloud”, FedRAMP In Process, Moderate"


def test_a_status_that_moved_on_is_said_before_and_after(seen: See, edit: Make, source: Site) -> None:
    moved = record(edit, {"Status": "FedRAMP In Process"}, {"Status": "FedRAMP Authorized"})
    (sighting,) = seen(moved, of=source(kind="registry"))
    assert [tag.tag for tag in sighting.tags] == [TagName.REGULATORY]
    assert sighting.headline == "Brightvane: Calder Cloud: status FedRAMP In Process → FedRAMP Authorized"


def test_a_record_that_is_gone_lost_its_certificate(seen: See, edit: Make, source: Site) -> None:
    (sighting,) = seen(record(edit, {"Status": "FedRAMP In Process"}, None), of=source(kind="registry"))
    assert [rule.what for rule in rules_of(sighting)] == ["delisted"]
    assert [tag.tag for tag in sighting.tags] == [TagName.REGULATORY]
    assert sighting.headline == "Brightvane: “Calder Cloud” is no longer listed"


def test_a_spelling_mended_in_a_record_is_no_news(seen: See, edit: Make, source: Site) -> None:
    mended = record(edit, {"Provider": "Calder Sytems"}, {"Provider": "Calder Systems"})
    (sighting,) = seen(mended, of=source(kind="registry"))
    assert not sighting.tags


def test_a_registration_names_agency_and_product_from_its_fields(seen: See, edit: Make, source: Site) -> None:
    fields = {"Agency": "U.S. EPA", "Product": "Clearfield herbicide", "Use": "over the top", "Status": "Registered"}
    (sighting,) = seen(record(edit, None, fields, "Clearfield herbicide"), of=source(kind="registry"))
    (rule,) = rules_of(sighting)
    assert (rule.what, rule.agency, rule.product) == ("registration", "EPA", "Clearfield herbicide")
    assert sighting.headline == "Brightvane: EPA registration of Clearfield herbicide"


def test_what_the_owner_expects_of_a_register_is_enough_for_its_records(seen: See, edit: Make, source: Site) -> None:
    plain = record(edit, None, {"Title": "Notice 12"}, "Notice 12")
    (hinted,) = seen(plain, of=source(kind="registry", tags=("regulatory",)))
    (unhinted,) = seen(plain, of=source(kind="registry"))
    assert [tag.rule for tag in hinted.tags] == ["source.regulatory"]
    assert not unhinted.tags


def test_what_the_owner_expects_of_a_page_alone_gives_no_tag(seen: See, edit: Make, source: Site) -> None:
    (sighting,) = seen(edit("Plain words", "Other words"), of=source(tags=("pricing",)))
    assert not sighting.tags


def test_a_filing_of_officers_that_come_or_go_is_executive_and_regulatory(seen: See, edit: Make, source: Site) -> None:
    (sighting,) = seen(record(edit, None, {"form": "8-K", "items": "5.02,9.01"}, "8-K"), of=source(kind="registry"))
    assert {tag.tag for tag in sighting.tags} == {TagName.EXECUTIVE, TagName.REGULATORY}
