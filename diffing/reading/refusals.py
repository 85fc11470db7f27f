"""A refusal that brings the page all the same: some guards answer 401, 403 or 429 and serve what was asked for."""

from diffing.reading.page_state import Look
from diffing.reading.pages import read_page
from diffing.reading.runs import in_common
from domain.errors import UnreadableContent
from domain.sources import Source
from domain.visits import FetchedPart, PageState, Verdict

MOST = 0.5  # of the runs of three words of the longer of the two
FEWEST_WORDS = 20


def served_all_the_same(source: Source, before: tuple[FetchedPart, ...], look: Look) -> Look:
    """The look as good where only its status refused us and its body is mostly the last good one; else as it was.

    The verdict needs the last good answer: without it nobody can tell a page that is refused from one that is served.
    """
    if look.verdict.state is not PageState.BLOCKED or look.behind is None:
        return look
    try:
        old = [block for block in read_page(source, before).blocks if not block.chrome]
    except UnreadableContent:
        return look
    new = [block for block in look.behind.blocks if not block.chrome]
    if sum(len(block.text.split()) for block in new) < FEWEST_WORDS or in_common(old, new) < MOST:
        return look
    told = f"{look.verdict.explanation.rstrip('.')}, and sent the page itself all the same."
    return Look(verdict=Verdict(state=PageState.OK, explanation=told), extraction=look.behind)
