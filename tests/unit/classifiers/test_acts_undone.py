"""Acts that a text tells as taken back, over, put off or only asked for, and those that stand whatever else is gone."""

import pytest

from tests.unit.classifiers.support_said import acts


def kinds(text: str) -> list[str]:
    return [one.what for one in acts(text)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("FDA approves Kestrel's Zelvora after earlier rejection was withdrawn", "approval"),
        ("EMA approval for Zelvora stands as appeal is withdrawn", "approval"),
        ("FDA clears Zelvora, whose earlier label was withdrawn", "clearance"),
        ("BaFin erteilt Kestrel die Erlaubnis", "licence"),
        ("L'AMF délivre un agrément à Kestrel", "licence"),
    ],
)
def test_a_grant_stands_where_another_matter_is_gone(text: str, what: str) -> None:
    assert kinds(text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "FDA approval of Zelvora revoked",
        "FDA approval of the pump was withdrawn on 3 March 2026",
        "FDA to revoke approval of Zelvora",
        "BaFin entzieht Kestrel die Lizenz",
        "BaFin entzieht Kestrel die Erlaubnis",
        "Die BaFin hat Kestrel die Lizenz entzogen",
        "FINMA entzieht der Kestrel Bank die Bewilligung",
        "L'AMF retire son agrément à Kestrel",
        "L'AMF retire à Kestrel l'agrément",
        "Kestrel surrenders its FCA licence",
    ],
)
def test_a_grant_that_is_taken_or_given_back_is_a_cancellation(text: str) -> None:
    assert kinds(text) == ["cancellation"]


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel withdraws its application to the FDA for approval of Zelvora",
        "Kestrel pulls its application for FDA approval of Zelvora",
        "Kestrel withdraws Zelvora from FDA approval process",
        "Kestrel withdraws request to FCA for licence",
        "Kestrel abandons FDA approval bid for Zelvora",
    ],
)
def test_who_takes_back_a_request_is_granted_nothing_and_loses_nothing(text: str) -> None:
    assert kinds(text) == []


def test_who_asks_for_approval_has_none_yet() -> None:
    assert kinds("Kestrel files application with FDA for approval of Zelvora") == ["submission"]


@pytest.mark.parametrize(
    "text",
    [
        "SEC terminates its investigation",
        "SEC terminates its investigation into Kestrel",
        "SEC investigation into Kestrel closed",
        "SEC charges against Kestrel dismissed",
        "FTC withdraws its complaint against Kestrel",
        "FDA withdraws warning letter to Kestrel",
        "FCA cancels fine against Kestrel",
        "FDA clears Kestrel of wrongdoing",
    ],
)
def test_what_an_authority_ends_itself_is_no_act_against_anybody(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "FDA approval of Zelvora was not revoked",
        "FDA approval of Zelvora could be revoked",
        "FDA has the power to revoke approval of Zelvora",
        "FDA delays approval of Zelvora",
    ],
)
def test_what_may_come_or_did_not_come_is_no_act(text: str) -> None:
    assert kinds(text) == []
