"""Cheap looks before costly ones: they may only say "nothing here" where the costly one finds nothing."""

from hypothesis import given
from hypothesis import strategies as st

from classifiers.acts.agencies import AGENCY
from classifiers.acts.certificates import CERTIFICATES
from classifiers.acts.finder import NAMED as NAMED_IN
from classifiers.happenings.partners import first_word, is_us
from classifiers.people.chunks import LEAD, REACH, chunks
from classifiers.people.cues import LANGUAGES, may_tell, told_in
from classifiers.people.finder import language_of
from classifiers.people.folded import folded
from classifiers.prices.offers import FREE, LONGEST_FREE
from classifiers.prices.shares import SHARE
from classifiers.wording.money import MONEY, find_money, has_money
from classifiers.wording.numbers import DIGIT
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind

WORDS = (
    *("Ana Ruiz", "Bo Lind", "CFO", "appoints", "wurde", "ernannt", "nommé", "nombra", "folgt", "quitte", "resigns"),
    *("joins", "as", "and", "the", "démissionne", "der", "la", "será", "nouvelle", "verlässt", "Vertrieb", "dimite"),
)
AMOUNTS = ("$", "€", "EUR", "1", "49", ".", ",", "k", " ", "m", "kr", "٣", "１", "%", "percent", "free", "Free!", "-")
COMPANIES = ("Brightvane", "Calder Rail", "ΣΕΒ Groß", "the Ivory Group")
NAMED = (*COMPANIES, "Calder's", "brightvane’s", "The", "the", "GROSS", "Rail", "ivory", "rate engine", "ΣΕΒ's")
texts = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
amounts = st.lists(st.sampled_from(AMOUNTS), max_size=8).map("".join)


def source(language: str | None) -> Source:
    return Source(
        name="news",
        kind=SourceKind.PAGE,
        url="https://example.com/news",
        subject=Subject(name="Brightvane", kind=SubjectKind.COMPETITOR),
        schedule=Schedule(text="1d"),
        language=language,
    )


@given(texts)
def test_one_look_tells_the_languages_that_each_look_would(text: str) -> None:
    plain = folded(text)
    assert told_in(plain) == [code for code in LANGUAGES if may_tell(plain, code)]


@given(texts, st.sampled_from([None, *LANGUAGES, "pt"]))
def test_a_text_is_read_in_a_language_that_has_a_word_of_coming_or_going_in_it(text: str, own: str | None) -> None:
    language = language_of(source(own), text)
    assert language is None or may_tell(folded(text), language)
    if own and own in LANGUAGES and language is not None and may_tell(folded(text), own):
        assert language == own


def test_a_text_that_tells_no_move_is_read_in_no_language() -> None:
    assert language_of(source("en"), "Ana Ruiz likes Paris.") is None
    assert language_of(source("en"), "somebody resigns") is None
    assert language_of(source("de"), "Ana Ruiz resigns as CFO") == "en"


def test_a_sentence_that_names_nobody_has_no_chunks() -> None:
    assert chunks("The company appoints a new chief executive", (), "en") == []


@given(st.sampled_from(COMPANIES), st.lists(st.sampled_from(NAMED), max_size=4).map(" ".join))
def test_a_party_that_is_the_company_holds_its_names_first_word(us: str, words: str) -> None:
    assert first_word(us) in words.casefold() or not words.strip() or not is_us(words, us)


@given(st.lists(st.sampled_from(("led by", "each", "of", "letter", "agreement with", "an", "é")), max_size=5))
def test_what_leads_to_a_name_is_seen_in_the_few_letters_before_it(words: list[str]) -> None:
    plain = " ".join(words)
    assert (LEAD.search(plain[max(0, len(plain) - REACH) :]) is None) == (LEAD.search(plain) is None)


@given(st.lists(st.sampled_from(("EPA", "bans", "Court", "jury", "SOC 2", "certified", "section", "é")), max_size=5))
def test_one_look_tells_whether_authorities_and_certificates_are_named(words: list[str]) -> None:
    text = " ".join(words)
    each = (AGENCY, CERTIFICATES)
    assert NAMED_IN.within(text) == [number for number, one in enumerate(each) if one.search(text)]


@given(amounts)
def test_a_text_without_a_digit_has_no_amount_and_no_share(text: str) -> None:
    assert has_money(text) == (MONEY.search(text) is not None)
    if not DIGIT.search(text):
        assert find_money(text) == ()
        assert SHARE.search(text) is None


@given(amounts)
def test_what_is_longer_than_the_longest_word_for_free_is_none(text: str) -> None:
    assert len(text) <= LONGEST_FREE or FREE.match(text) is None


def test_the_longest_word_for_free_is_one() -> None:
    assert FREE.match("Free forever!")
    assert len("Free forever!") == LONGEST_FREE
