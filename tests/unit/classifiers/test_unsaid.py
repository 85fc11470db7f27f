"""Whether what a span says is denied, hoped for, asked or over."""

import pytest

from classifiers.saying.unsaid import Unsaid, promises, unsaid


def why(text: str, words: str) -> Unsaid | None:
    start = text.index(words)
    return unsaid(text, start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("We are not yet SOC 2 Type II certified.", "SOC 2 Type II", Unsaid.DENIED),
        ("We aren't ISO 27001 certified.", "ISO 27001", Unsaid.DENIED),
        ("We are not SOC 2, ISO 27001 or HIPAA certified.", "HIPAA", Unsaid.DENIED),
        ("The FDA has not approved Nimbus.", "approved", Unsaid.DENIED),
        ("Brightvane denies that the SEC fined it.", "fined", Unsaid.DENIED),
        ("Brightvane avoids FTC fine.", "fine", Unsaid.DENIED),
        ("Brightvane dementiert Bußgeld der BaFin.", "Bußgeld", Unsaid.DENIED),
        ("Brightvane n'a jamais reçu d'amende de la CNIL.", "amende", Unsaid.DENIED),
        ("La AEPD no sanciona a Brightvane.", "sanciona", Unsaid.DENIED),
        ("Jane Miller did not join Brightvane as CFO.", "join", Unsaid.DENIED),
        ("FedRAMP: not yet", "FedRAMP", Unsaid.DENIED),
        ("Brightvane expects FDA approval.", "approval", Unsaid.HOPED),
        ("It could win EPA approval.", "approval", Unsaid.HOPED),
        ("FCC proposes $5 million fine against Brightvane", "fine", Unsaid.HOPED),
        ("SOC 2 Type II (planned for 2027)", "SOC 2 Type II", Unsaid.HOPED),
        ("Coming soon: ISO 27001", "ISO 27001", Unsaid.HOPED),
        ("We are working toward FedRAMP High authorization.", "FedRAMP High", Unsaid.HOPED),
        ("FDA approval is expected in 2027.", "approval", Unsaid.HOPED),
        ("Brightvane erwartet die Zulassung der BaFin.", "Zulassung", Unsaid.HOPED),
        ("Is Brightvane HIPAA compliant? No, not at this time.", "HIPAA", Unsaid.ASKED),
        ("We are no longer SOC 2 certified.", "SOC 2", Unsaid.ENDED),
        ("Our ISO 27001 certification expired in March.", "ISO 27001", Unsaid.ENDED),
        ("SEC drops investigation into Brightvane", "investigation", Unsaid.ENDED),
        ("Court overturns CNIL fine", "fine", Unsaid.ENDED),
        ("FDA lifts clinical hold", "clinical hold", Unsaid.ENDED),
        ("Wir sind nicht mehr ISO 27001 zertifiziert.", "ISO 27001", Unsaid.ENDED),
    ],
)
def test_what_a_clause_takes_back_is_no_fact(text: str, words: str, expected: Unsaid) -> None:
    assert why(text, words) is expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Brightvane is SOC 2 Type II certified.", "SOC 2 Type II"),
        ("Is Brightvane HIPAA compliant? Yes.", "HIPAA"),
        ("Brightvane, which does not comment, was fined by the FTC.", "fined"),
        ("FDA approves Nimbus for patients who do not respond.", "approves"),
        ("We are not only SOC 2 but also ISO 27001 certified.", "SOC 2"),
        ("We never sell data. We are ISO 27001 certified.", "ISO 27001"),
        ("EPA cancels Reg. No. 264-1234 of Brightvane Inc. for its Nimbus", "cancels"),
        ("The FDA refuses approval of Nimbus.", "refuses"),
        ("In May 2026 the FDA approved Nimbus.", "approved"),
    ],
)
def test_what_a_clause_tells_is_not_taken_back_by_its_neighbours(text: str, words: str) -> None:
    assert why(text, words) is None


def test_a_roadmap_promises_and_a_security_page_does_not() -> None:
    assert promises("Roadmap")
    assert promises("Coming soon")
    assert not promises("Security and compliance")
