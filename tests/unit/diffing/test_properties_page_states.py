"""What a site answers instead of its page is told from the page in six languages, and the page from such answers."""

from dataclasses import replace

import pytest

import diffing
from domain.visits import PageState, Reason
from tests.unit.diffing.support_answers import ANSWERS, Words, page_of
from tests.unit.diffing.support_pages import AT, PROSE, answer, examined
from tests.unit.diffing.test_properties_pages import SOURCE

GOOD = f"<html><head><title>Plans | Brightvane</title></head><body><main><h1>Plans</h1>{PROSE}</main></body></html>"
CASES = [(state, language, words) for state, said in ANSWERS.items() for language, words in said.items()]
NAMES = [f"{state[1]}-{language}" for state, language, _ in CASES]
every_answer = pytest.mark.parametrize(("state", "language", "words"), CASES, ids=NAMES)


@every_answer
def test_an_answer_that_is_not_the_page_is_called_what_it_is(
    state: tuple[PageState, Reason], language: str, words: Words
) -> None:
    verdict = examined(None, page_of(words, language)).verdict
    assert (verdict.state, verdict.reason) == state
    assert verdict.explanation


@every_answer
def test_it_is_neither_change_nor_baseline_and_the_next_good_answer_clears_it(
    state: tuple[PageState, Reason], language: str, words: Words
) -> None:
    found = examined(GOOD, page_of(words, language))
    assert (found.baseline, found.status, found.edits) == (False, None, ())
    assert examined(GOOD, GOOD).verdict.state is PageState.OK


@every_answer
def test_a_page_that_writes_about_it_at_length_is_good(
    state: tuple[PageState, Reason], language: str, words: Words
) -> None:
    about = page_of((words[0], words[1], words[2]), language).replace("</main>", f"{PROSE}{PROSE}</main>")
    assert examined(None, about).verdict.state is PageState.OK


@pytest.mark.parametrize("status", [403, 401, 429, 503, 500, 404, 410, 202])
def test_a_refusal_by_status_is_neither_change_nor_baseline(status: int) -> None:
    (part,) = answer("<html><body><h1>No</h1></body></html>")
    refused = (replace(part, status=status),)
    found = diffing.examine(SOURCE, source_id=7, before=answer(GOOD), after=refused, captured_at=AT)
    assert found.verdict.state is not PageState.OK
    assert (found.baseline, found.status, found.edits) == (False, None, ())
