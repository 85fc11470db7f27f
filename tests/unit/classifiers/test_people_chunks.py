"""A sentence is cut into people, offices and words of coming and going, and told by their order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers.people.chunks import chunks, letters
from classifiers.people.folded import folded
from classifiers.people.parsing import parsed
from domain.findings import Move

PIECE_LIST = (
    "Ana Ruiz|Mr. Ruiz|Rutger van der Meulen|Pei-Ling Tsai|T. J. MacAllister, Jr.|Solway Energy|Brightvane’s|CFO|"
    "chief executive|Head of Fleet|director|the Board|appoints|appointed|has been|will|joins|as|to become|"
    "resigned|steps down|succeeded by|"
    "replaces|he|who|,|;|:|(|)|and|new|former|on 1 May 2026|departure of|promoted to|.|–|É|ß|💥|Vorstand|nommée|deja"
)
PIECES = st.sampled_from(PIECE_LIST.split("|"))
SENTENCES = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=16).map(" ".join))


def string_of(sentence: str, language: str = "en") -> str:
    return letters(chunks(sentence, (), language))[0]


@pytest.mark.parametrize(
    ("sentence", "language", "string"),
    [
        ("Chief Risk Officer Olga Petrenko and General Counsel Simon Achterberg will both leave", "en", "ON&ONbG"),
        ("Eirik Sandvik (Chief Digital Officer) and Marta Kowalczyk (Head of Fleet) join", "en", "N(O)&N(O)J"),
        ("Nguyen Thi Mai Anh takes the reins as country manager", "en", "NTsO"),
        ("Corinna Wohlfahrt folgt auf Detlef Pohl als Vertriebsleiterin", "de", "NtNsO"),
        ("Jean-Baptiste Le Goff succède à Anne-Sophie Perrin à la présidence", "fr", "NtNsO"),
        ("Textil Ronda nombra a Núria Puigdomènech directora financiera", "es", "NANO"),
    ],
)
def test_a_sentence_is_a_string_of_its_chunks(sentence: str, language: str, string: str) -> None:
    assert string_of(sentence, language) == string


@pytest.mark.parametrize(
    ("sentence", "person", "role", "move"),
    [
        ("Fernando de la Vega has been brought in as VP Platform", "Fernando de la Vega", "VP Platform", Move.JOINED),
        ("CFO Siobhan O’Malley, who joined in May, resigned", "Siobhan O’Malley", "CFO", Move.LEFT),
        ("Larry Feng’s service as Treasurer ended on June 1, 2026", "Larry Feng", "Treasurer", Move.LEFT),
        ("Ex-Tallis marketing chief Renske de Boer is Bonpli’s new CMO", "Renske de Boer", "CMO", Move.JOINED),
        ("Hendrik ’t Hooft was promoted from buyer to Head of Purchasing", "Hendrik ’t Hooft", "Head of Purchasing",
         Move.PROMOTED),
    ],
)  # fmt: skip
def test_the_order_of_chunks_tells_a_move(sentence: str, person: str, role: str, move: Move) -> None:
    (told,) = parsed(sentence, (0, len(sentence)), "en", (), [])
    assert (told.person, told.role, told.move) == (person, role, move)


def test_who_takes_over_has_the_office_of_the_one_told_to_leave_before() -> None:
    text = "Chief executive Simon Peel resigned. Her deputy Leah Armitage takes over."
    known: list[str] = []
    first = parsed(text, (0, 36), "en", (), known)
    later = parsed(text, (37, len(text)), "en", first, known)
    assert {(one.person, one.role, one.successor) for one in later} == {
        ("Simon Peel", "Chief executive", "Leah Armitage"),
        ("Leah Armitage", "Chief executive", None),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Alan Greaves tells how the CFO left",
        "The supervisory board has extended the contract of CEO Annika Freund",
        "Stockholders elected Ines Moreau and Paul Abara to the Board",
        "Chief executive Marisol Vega leaves no doubt about growth",
    ],
)
def test_who_is_only_spoken_of_has_not_moved(sentence: str) -> None:
    assert parsed(sentence, (0, len(sentence)), "en", (), []) == []


@settings(max_examples=300, deadline=None)
@given(SENTENCES, st.sampled_from(["en", "de", "fr", "es"]))
def test_any_sentence_is_read_without_a_crash_and_names_only_whom_it_names(sentence: str, language: str) -> None:
    assert len(folded(sentence)) == len(sentence)
    for one in parsed(sentence, (0, len(sentence)), language, (), []):
        assert one.span is not None
        assert 0 <= one.span[0] < one.span[1] <= len(sentence)
        assert one.person.split()[-1] in sentence
        assert one.role is None or one.role.split()[0].rstrip(",s") in sentence
