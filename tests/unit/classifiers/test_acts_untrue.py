"""Acts and certificates that a page denies, hopes for, lost, or tells of others."""

import pytest

from classifiers.acts.finder import find_regulation
from classifiers.present import certificates_now
from classifiers.wording.passages import passages
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.findings import Regulation
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind

PAGE = Source(
    name="page",
    kind=SourceKind.PAGE,
    url="https://brightvane.example/security",
    subject=Subject(kind=SubjectKind.COMPETITOR, name="Brightvane"),
    schedule=Schedule(text="1d"),
    language="en",
)


def paragraph(text: str, *path: str) -> Edit:
    return Edit(key="one", kind=EditKind.ADDED, where=Where.PARAGRAPH, path=path, before=None, after=text)


def acts(text: str) -> list[str]:
    found = find_regulation(passages([paragraph(text)]), PAGE)
    return [fact.value.what for fact in found if isinstance(fact.value, Regulation)]


def held(text: str, *path: str) -> list[str | None]:
    found = certificates_now(passages([paragraph(text, *path)]), PAGE)
    return [fact.value.name for fact in found if isinstance(fact.value, Regulation)]


@pytest.mark.parametrize(
    "text",
    [
        "We are not yet SOC 2 Type II certified.",
        "Our ISO 27001 certification expired in March.",
        "Is Brightvane HIPAA compliant? No, not at this time.",
        "We are working toward FedRAMP High authorization.",
        "SOC 2 Type II (planned for 2027)",
        "Our customer Acme is SOC 2 certified.",
        "Our data centres at AWS are ISO 27001 certified.",
    ],
)
def test_a_certificate_that_is_denied_hoped_for_or_anothers_is_not_held(text: str) -> None:
    assert held(text) == []


def test_a_certificate_under_a_roadmap_is_not_held_and_one_told_plainly_is() -> None:
    assert held("SOC 2 Type II", "Roadmap") == []
    assert held("Brightvane is SOC 2 Type II certified.") == ["SOC 2"]
    assert held("We are ISO 27001 certified, and we never sell data.") == ["ISO 27001"]


@pytest.mark.parametrize(
    "text",
    [
        "We are no longer SOC 2 certified.",
        "Brightvane loses its ISO 27001 certification",
        "Brightvane's FedRAMP authorization expired",
        "Brightvane suspended from FedRAMP",
    ],
)
def test_a_lost_certificate_is_told_as_lost(text: str) -> None:
    assert acts(text) == ["certification lost"]


@pytest.mark.parametrize(
    "text",
    [
        "The FDA has not approved StaySense.",
        "Brightvane expects FDA approval of StaySense.",
        "Brightvane denies that the SEC fined it.",
        "FCC proposes $5 million fine against Brightvane",
        "Brightvane avoids FTC fine",
        "Court overturns CNIL fine against Brightvane",
        "Brightvane dementiert Bußgeld der BaFin",
        "SEC drops investigation into Brightvane",
        "EPA proposes to cancel registration of StaySense",
        "We have not been fined by the FTC.",
    ],
)
def test_an_act_that_is_denied_hoped_for_or_over_is_none(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The FTC fined Acme $9 million.",
        "Acme was fined $9 million by the FTC.",
        "Acme recalled 300 pumps over fire risk.",
    ],
)
def test_an_act_against_another_company_on_the_page_is_not_the_companys(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The FTC fined Brightvane $9 million.", ["fine"]),
        ("The FTC fined us $9 million.", ["fine"]),
        ("The SEC fined the company $9 million.", ["fine"]),
        ("Brightvane recalls 300 pumps over fire risk.", ["recall"]),
    ],
)
def test_an_act_against_the_company_is_told(text: str, expected: list[str]) -> None:
    assert acts(text) == expected
