"""Floors of the tags on our own texts in the styles of other publishers (bench/answers/tags.jsonl)."""

import pytest

from bench.outside_data import Row, rows
from bench.tags import predict
from bench.tags_own import ANSWERS, READ
from classifiers import RuleBook, load_rules

Judged = list[tuple[Row, frozenset[str], frozenset[str]]]


@pytest.fixture(scope="module")
def judged() -> Judged:
    book: RuleBook = load_rules(packs=())
    return [(row, frozenset(row["tags"]), predict(row, book)) for row in rows(ANSWERS)]


def exact(some: Judged) -> float:
    return sum(given == found for _, given, found in some) / len(some)


def test_texts_that_were_read_while_tuning_get_their_tags(judged: Judged) -> None:
    read = [one for one in judged if one[0]["half"] in READ]
    assert len(read) > 200
    assert exact(read) >= 0.95


def test_texts_that_were_never_read_get_their_tags(judged: Judged) -> None:
    unread = [one for one in judged if one[0]["half"] not in READ]
    assert len(unread) > 200
    assert exact(unread) >= 0.88


def test_advice_portraits_invitations_vacancies_and_status_notes_get_no_tag(judged: Judged) -> None:
    no_news = [found for _, given, found in judged if not given]
    assert len(no_news) > 150
    assert sum(not found for found in no_news) / len(no_news) >= 0.98


def test_a_tag_that_is_given_is_nearly_always_right(judged: Judged) -> None:
    said = sum(len(found) for _, _, found in judged)
    assert sum(len(found & given) for _, given, found in judged) / said >= 0.96


@pytest.mark.parametrize("language", ["fr", "de", "es"])
def test_headlines_in_three_more_languages_get_their_tags(judged: Judged, language: str) -> None:
    some = [one for one in judged if one[0]["language"] == language]
    assert len(some) >= 40
    assert exact(some) >= 0.9
