"""Acts that a company fights, certificates that its customers will hold, and which product an act is about."""

import pytest

from domain.findings import Regulation
from tests.unit.classifiers.support_said import acts as acts_of


def acts(text: str) -> list[Regulation]:
    return acts_of(text, "Brightvane")


@pytest.mark.parametrize(
    "text",
    [
        "Brightvane challenges €3 million CNIL fine",
        "Brightvane will contest an FTC order on fees",
        "Brightvane guides hotels to reach ISO 27001 certification",
        "How we helped a chain get SOC 2 certified",
    ],
)
def test_what_is_fought_or_only_helped_with_is_no_act(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Court rejects appeal by Brightvane", "rejection"),
        ("FTC sues Brightvane over hidden fees", "lawsuit"),
        ("FTC sues Norrhost, a Brightvane company, over hidden fees", "lawsuit"),
        ("FTC sues us over hidden fees", "lawsuit"),
        ("Brightvane gets SOC 2 certified", "certification"),
    ],
)
def test_what_is_done_to_the_company_is_told(text: str, what: str) -> None:
    assert [one.what for one in acts(text)] == [what]


def test_a_files_number_is_no_product() -> None:
    (act,) = acts("FDA grants 510(k) clearance K250417 for PulseLens Band")
    assert (act.product, act.number) == ("PulseLens Band", "K250417")
    (act,) = acts("Brightvane receives FDA clearance K250417")
    assert act.product != "K250417"


def test_each_act_of_a_line_has_the_product_beside_it() -> None:
    text = "FDA approves PulseLens Band. EMA approves PulseLens Ring."
    assert {(one.agency, one.product) for one in acts(text)} == {("FDA", "PulseLens Band"), ("EMA", "PulseLens Ring")}
