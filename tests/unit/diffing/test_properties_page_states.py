"""What a site answers instead of its page is told from the page in six languages, and the page from such answers."""

from dataclasses import replace

import pytest

import diffing
from domain.visits import PageState, Reason
from tests.unit.diffing.support_answers import ANSWERS, COMMON, LONGER, Words, page_of
from tests.unit.diffing.support_pages import AT, PROSE, answer, examined
from tests.unit.diffing.test_properties_pages import SOURCE

GOOD = f"<html><head><title>Plans | Brightvane</title></head><body><main><h1>Plans</h1>{PROSE}</main></body></html>"
CASES = [(state, language, words) for state, said in ANSWERS.items() for language, words in said.items()]
NAMES = [f"{state[1]}-{language}" for state, language, _ in CASES]
BY_TITLE = (Reason.BOT_WALL, Reason.SHELL)  # told by their title, or their only sentence
HEADED = [case for case in CASES if case[0][1] not in BY_TITLE]
every_answer = pytest.mark.parametrize(("state", "language", "words"), CASES, ids=NAMES)


@every_answer
def test_an_answer_that_is_not_the_page_is_called_what_it_is(
    state: tuple[PageState, Reason], language: str, words: Words
) -> None:
    verdict = examined(None, page_of(words, language)).verdict
    assert (verdict.state, verdict.reason) == state
    assert verdict.explanation


@pytest.mark.parametrize(("state", "language", "words"), HEADED, ids=[f"{one[0][1]}-{one[1]}" for one in HEADED])
def test_it_is_told_by_its_heading_where_it_says_more(
    state: tuple[PageState, Reason], language: str, words: Words
) -> None:
    verdict = examined(None, page_of(("Brightvane", words[1], f"{words[2]} {LONGER}"), language)).verdict
    assert (verdict.state, verdict.reason) == state


@pytest.mark.parametrize(("state", "reason", "words"), COMMON, ids=[words[1] or words[2] for _, _, words in COMMON])
def test_what_hosts_and_guards_answer_is_known(state: PageState, reason: Reason, words: Words) -> None:
    verdict = examined(None, page_of(words, "en")).verdict
    assert (verdict.state, verdict.reason) == (state, reason)


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
