"""What kind of answer a page is: good, blocked, gone, an empty shell, or broken."""

from diffing.charsets import decode
from diffing.pages import NothingSelected, page_parts, read_page
from domain.errors import UnreadableContent
from domain.sources import Source
from domain.visits import Failure, FetchedPart, PageState, Reason, Verdict

OK = Verdict(state=PageState.OK)


def judge_page(source: Source, parts: tuple[FetchedPart, ...], failure: Failure | None) -> Verdict:
    """The state of a page visit, with its reason and one sentence."""
    verdict = judge_answer(parts, failure)
    if verdict is not None:
        return verdict
    pages = page_parts(parts)
    try:
        extraction = read_page(source, parts)
    except NothingSelected as error:
        return Verdict(
            state=PageState.ERROR, reason=Reason.SELECTOR, explanation=f"The page holds nothing to read: {error}."
        )
    except UnreadableContent as error:
        return unreadable(source, parts, error)
    if not extraction.blocks:
        return Verdict(state=PageState.THIN, reason=Reason.EMPTY, explanation="The page shows no text.")
    for expected in source.expect:
        if expected.text and not any(expected.text.casefold() in decode(part).casefold() for part in pages):
            return Verdict(
                state=PageState.ERROR,
                reason=Reason.EXPECTATION,
                explanation=f"The page lacks the expected text {expected.text!r}.",
            )
    return OK


def judge_answer(parts: tuple[FetchedPart, ...], failure: Failure | None) -> Verdict | None:
    """A verdict that needs no look at the body: a failed visit, no answer at all, or a status that is no success."""
    if failure is not None:
        return Verdict(state=PageState.ERROR, reason=failure.reason, explanation=failure.detail)
    pages = page_parts(parts)
    if not pages:
        return Verdict(state=PageState.ERROR, reason=Reason.INCOMPLETE, explanation="No page came back.")
    return next((verdict for part in pages if (verdict := _by_status(part.status)) is not None), None)


def unreadable(source: Source, parts: tuple[FetchedPart, ...], error: UnreadableContent) -> Verdict:
    """The verdict on a body that is not what its source says it is."""
    return Verdict(state=PageState.ERROR, reason=Reason.UNREADABLE, explanation=f"The answer cannot be read: {error}.")


def _by_status(status: int | None) -> Verdict | None:
    if status is None or 200 <= status < 300:
        return None
    if status in (404, 410):
        return Verdict(
            state=PageState.GONE,
            reason=Reason.NOT_FOUND,
            explanation=f"The server answered {status}: the page is not there.",
        )
    if status in (401, 403):
        return Verdict(
            state=PageState.BLOCKED, reason=Reason.FORBIDDEN, explanation=f"The server refused us ({status})."
        )
    if status == 429:
        return Verdict(
            state=PageState.BLOCKED, reason=Reason.RATE_LIMITED, explanation="The server says we ask too often (429)."
        )
    if status >= 500:
        return Verdict(state=PageState.ERROR, reason=Reason.SERVER_ERROR, explanation=f"The server answered {status}.")
    return Verdict(state=PageState.ERROR, reason=Reason.SERVER_ERROR, explanation=f"The server answered {status}.")
