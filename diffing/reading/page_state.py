"""What kind of answer a page is: good, blocked, gone, an empty shell, or broken."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from diffing.reading.blocks import read_page_tree
from diffing.reading.charsets import decode, header
from diffing.reading.enough import PLENTY, SOME, plain_words
from diffing.reading.giveaways import give_away
from diffing.reading.glance import says_plenty
from diffing.reading.limits import LONGEST_TITLE
from diffing.reading.markup import Element
from diffing.reading.pages import (
    NothingSelected,
    Opened,
    asks_password,
    is_lone,
    lone_tree,
    open_page,
    page_parts,
    title_of,
)
from diffing.reading.signs import CONSENT_WALL, LOGIN_PATH, SCRIPT_NEEDED, TITLE_SIGNS
from diffing.reading.tags import HEADINGS
from diffing.wording.text import tidy
from domain.content import Extraction, Where
from domain.errors import UnreadableContent
from domain.sources import Source
from domain.visits import Failure, FetchedPart, PageState, Reason, Verdict

OK = Verdict(state=PageState.OK)
SHORT = 200  # words: past it a page has something to say, whatever its title
FEW = 60
NEXT_TO_NOTHING = 12
BY_STATUS_ALONE = (Reason.FORBIDDEN, Reason.LOGIN_WALL, Reason.RATE_LIMITED)
FEWEST_PARTS = 2
WIDE = re.compile("[\u3040-\u9fff]")
STATE_OF_A_PART = re.compile(
    r"\b(?:operational|degraded|available|outage|online|up|opérationnel\w*|betriebsbereit|verfügbar|operativ[oa]|"
    r"disponible)\W*(?:[\d.,]+\W*)?$|正常|稼働中|運用中",
    re.IGNORECASE,
)
CHALLENGES = {
    "cf-mitigated": ("challenge", "block"),
    "x-amzn-waf-action": ("challenge", "captcha", "block"),
    "x-datadome": ("protected",),
    "x-sucuri-block": ("",),
    "rimon": ("rwc_block",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A verdict, and what was read to reach it where the page could be read.

    `behind` is what stands behind a refusal that only the status tells: nothing in the body says so.
    """

    verdict: Verdict
    extraction: Extraction | None = None
    behind: Extraction | None = None


def judge_page(source: Source, parts: tuple[FetchedPart, ...], failure: Failure | None) -> Verdict:
    """The state of a page visit, with its reason and one sentence: that of `look_at`, mostly without its reading."""
    if judge_answer(parts, failure) is not None:
        return look_at(source, parts, failure).verdict
    if is_lone(source, parts) and says_plenty(page_parts(parts)[0].body or b""):
        return _by_address(parts) or OK
    try:
        root = lone_tree(source, parts)
    except UnreadableContent as error:
        return unreadable(error)
    if root is not None and _plainly_good(root, page_parts(parts)[0]):
        return _by_address(parts) or OK
    return look_at(source, parts, failure, root).verdict


def _plainly_good(root: Element, part: FetchedPart) -> bool:
    """Whether a tree need not be cut up: it says plenty, or enough that only its headings could tell otherwise."""
    words = plain_words(root, part)
    return words >= PLENTY or (words >= SOME and not _gives_itself_away(root))


def _gives_itself_away(root: Element) -> bool:
    """Whether a form to sign in, the title or any heading may say what kind of page this is, wherever it stands."""
    if asks_password(root):
        return True
    headings = [piece.text for one in root.iter(*HEADINGS) for piece in read_page_tree(one, "").pieces]
    return give_away([title_of(root), *headings, *(one[:LONGEST_TITLE] for one in headings)])


def look_at(
    source: Source, parts: tuple[FetchedPart, ...], failure: Failure | None, first: Element | None = None
) -> Look:
    """As `judge_page`, with the extraction, so that a good page is read once; `first` as in `open_page`."""
    verdict = judge_answer(parts, failure)
    try:
        opened = open_page(source, parts, first) if failure is None and page_parts(parts) else None
    except NothingSelected as error:
        told = _said(PageState.ERROR, Reason.SELECTOR, f"The page holds nothing to read: {error}.")
        return Look(verdict=verdict or _walled(source, parts) or told)
    except UnreadableContent as error:
        return Look(verdict=verdict or unreadable(error))
    if opened is None:
        return Look(verdict=verdict or OK)
    if verdict is not None:
        sharper = _sharpened(verdict, opened)
        only = sharper.reason in BY_STATUS_ALONE and not _by_body(source, parts, opened)
        return Look(verdict=sharper, behind=opened.extraction if only else None)
    return Look(verdict=_by_body(source, parts, opened) or OK, extraction=opened.extraction)


def _by_body(source: Source, parts: tuple[FetchedPart, ...], opened: Opened) -> Verdict | None:
    return _by_content(opened) or _by_address(parts) or _unmet(source, parts, opened)


def judge_answer(parts: tuple[FetchedPart, ...], failure: Failure | None) -> Verdict | None:
    """A verdict that needs no look at the body: a failed visit, no answer at all, a challenge, a status of failure."""
    if failure is not None:
        return _said(PageState.ERROR, failure.reason, failure.detail)
    answers = [part for part in parts if part.part != "screenshot"]
    if not answers:
        return _said(PageState.ERROR, Reason.INCOMPLETE, "No answer came back.")
    return next((verdict for part in answers if (verdict := _challenged(part) or _by_status(part.status))), None)


def unreadable(error: UnreadableContent) -> Verdict:
    """The verdict on a body that is not what its source says it is."""
    return _said(PageState.ERROR, Reason.UNREADABLE, f"The answer cannot be read: {error}.")


def _said(state: PageState, reason: Reason, explanation: str) -> Verdict:
    return Verdict(state=state, reason=reason, explanation=explanation)


def _challenged(part: FetchedPart) -> Verdict | None:
    for name, values in CHALLENGES.items():
        value = header(part, name).lower()
        if value and any(one in value for one in values):
            return _said(PageState.BLOCKED, Reason.BOT_WALL, f"The site's guard stopped us ({name}: {value}).")
    return None


def _by_status(status: int | None) -> Verdict | None:
    if status is None or (200 <= status < 300 and status != 202):
        return None
    if status in (404, 410):
        return _said(PageState.GONE, Reason.NOT_FOUND, f"The server answered {status}: the page is not there.")
    if status in (401, 407):
        return _said(PageState.BLOCKED, Reason.LOGIN_WALL, f"The server asks us to sign in ({status}).")
    if status in (403, 451):
        return _said(PageState.BLOCKED, Reason.FORBIDDEN, f"The server refuses us ({status}).")
    if status == 429:
        return _said(PageState.BLOCKED, Reason.RATE_LIMITED, "The server says that we ask too often (429).")
    if status == 202:
        return _said(PageState.THIN, Reason.INCOMPLETE, "The server took the request and has no page yet (202).")
    return _said(PageState.ERROR, Reason.SERVER_ERROR, f"The server answered {status}.")


def _sharpened(verdict: Verdict, opened: Opened) -> Verdict:
    """A refusal by status with the reason its page gives: a bot wall behind a 403 or 503, a maintenance page."""
    if verdict.reason in (Reason.FORBIDDEN, Reason.SERVER_ERROR):
        by_title = _by_title(opened.extraction, _words(opened.extraction))
        if by_title is not None and by_title.state in (PageState.BLOCKED, PageState.ERROR):
            return by_title
    return verdict


def _walled(source: Source, parts: tuple[FetchedPart, ...]) -> Verdict | None:
    """What stands where the selected part should be: often a wall, not an edited page."""
    bare = Source(name=source.name, kind=source.kind, url=source.url, subject=source.subject, schedule=source.schedule)
    try:
        return _by_content(open_page(bare, parts))
    except UnreadableContent:
        return None


def _by_content(opened: Opened) -> Verdict | None:
    words = _words(opened.extraction)
    if words >= SHORT:
        return None
    text = " ".join(block.text for block in opened.extraction.blocks)[:5_000]
    if not text:
        if opened.extraction.title and (titled := _by_title(opened.extraction, 0)):
            return titled
        reason = Reason.SHELL if opened.mounts else Reason.EMPTY
        return _said(PageState.THIN, reason, "The page shows no text.")
    titled = _by_title(opened.extraction, words)
    if titled is not None:
        return titled
    if opened.password and words < FEW * 2:
        return _said(PageState.BLOCKED, Reason.LOGIN_WALL, "The page is a form to sign in.")
    asked = [text] if words < FEW else _headings(opened.extraction)
    if any(CONSENT_WALL.search(one) for one in asked):
        return _said(PageState.BLOCKED, Reason.CONSENT_WALL, "The site asks for consent before it shows anything.")
    if words < FEW and SCRIPT_NEEDED.search(text):
        return _said(PageState.THIN, Reason.SHELL, "The page needs a script to show anything; try `render: browser`.")
    return None


def _by_title(extraction: Extraction, words: int) -> Verdict | None:
    if words >= SHORT:
        return None
    shown = [extraction.title, *_headings(extraction)]
    if words < NEXT_TO_NOTHING:
        shown += [block.text for block in extraction.blocks if not block.chrome]
    for state, reason, explanation, pattern in TITLE_SIGNS:
        asked = shown[:1] if reason is Reason.MAINTENANCE and _reports(extraction) else shown
        if any(len(one) < 200 and pattern.search(one) for one in asked):
            return _said(state, reason, explanation)
    return None


def _reports(extraction: Extraction) -> bool:
    """Whether a page says how several things are: one that announces work is not being worked on itself."""
    states = [block for block in extraction.blocks if not block.chrome and STATE_OF_A_PART.search(block.text)]
    return len(states) >= FEWEST_PARTS


def _headings(extraction: Extraction) -> list[str]:
    """The first heading of a page, and those above its first words: a heading may be read as a label beside them."""
    first = [block.text for block in extraction.blocks if block.where is Where.HEADING][:1]
    content = next((block for block in extraction.blocks if not block.chrome), None)
    return [*first, *(content.path if content else ())]


def _by_address(parts: tuple[FetchedPart, ...]) -> Verdict | None:
    """Where a redirect took us: to a form to sign in, or to the front page of the site."""
    part = page_parts(parts)[0]
    asked, came = urlsplit(part.requested_url).path, urlsplit(part.url).path
    if LOGIN_PATH.search(came) and not LOGIN_PATH.search(asked):
        return _said(PageState.BLOCKED, Reason.LOGIN_WALL, "The site sent us to a form to sign in.")
    if asked.strip("/") and not came.strip("/"):
        return _said(PageState.SOFT_404, Reason.NOT_FOUND, "The site sent us to its front page instead.")
    return None


def _unmet(source: Source, parts: tuple[FetchedPart, ...], opened: Opened) -> Verdict | None:
    if opened.missing:
        return _said(
            PageState.ERROR, Reason.EXPECTATION, f"The page lacks what is expected: {', '.join(opened.missing)}."
        )
    texts = [expected.text for expected in source.expect if expected.text]
    if not texts:
        return None
    shown = " ".join([opened.extraction.title, *(block.text for block in opened.extraction.blocks)]).casefold()
    raw = "".join(decode(part) for part in page_parts(parts)).casefold()
    for text in texts:
        if tidy(text).casefold() not in shown and text.casefold() not in raw:
            return _said(PageState.ERROR, Reason.EXPECTATION, f"The page lacks the expected text {text!r}.")
    return None


def _words(extraction: Extraction) -> int:
    """How much the page says outside its furniture, in words; a Chinese or Japanese character counts as half a one.

    SHORT are not told from more: most pages say as much in their first paragraphs.
    """
    words, texts = 0, []
    for block in extraction.blocks:
        if not block.chrome:
            words += len(block.text.split())
            texts.append(block.text)
            if words >= SHORT:
                return SHORT
    return min(SHORT, words + len(WIDE.findall(" ".join(texts))) // 2)
