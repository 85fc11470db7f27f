"""An answer that is not the page is told by status, headers and content, and never becomes a baseline."""

from datetime import UTC, datetime

import pytest

import diffing
from domain.sources import Expectation
from domain.visits import Failure, FetchedPart, PageState, Reason, Verdict
from tests.unit.diffing.support_pages import URL, page_source

PROSE = "".join(
    f"<p>Plan {n} brings fresh hotel rates to a team of {n} people, every morning of the year.</p>" for n in range(30)
)


def judged(
    body: str | bytes,
    *,
    status: int | None = 200,
    headers: dict[str, str] | None = None,
    url: str = URL,
    **settings: object,
) -> Verdict:
    raw = body.encode() if isinstance(body, str) else body
    sent = None if status is None else tuple({"content-type": "text/html", **(headers or {})}.items())
    part = FetchedPart(part="page", url=url, requested_url=URL, status=status, headers=sent, body=raw)
    return diffing.judge(page_source(**settings), (part,), None)


def test_a_page_with_text_is_good_with_or_without_a_status() -> None:
    assert judged(PROSE).state is PageState.OK
    assert judged(PROSE, status=None).state is PageState.OK


@pytest.mark.parametrize(
    ("status", "state", "reason"),
    [
        (404, PageState.GONE, Reason.NOT_FOUND),
        (410, PageState.GONE, Reason.NOT_FOUND),
        (401, PageState.BLOCKED, Reason.LOGIN_WALL),
        (403, PageState.BLOCKED, Reason.FORBIDDEN),
        (429, PageState.BLOCKED, Reason.RATE_LIMITED),
        (500, PageState.ERROR, Reason.SERVER_ERROR),
        (202, PageState.THIN, Reason.INCOMPLETE),
    ],
)
def test_a_status_of_failure_decides(status: int, state: PageState, reason: Reason) -> None:
    verdict = judged(PROSE, status=status)
    assert (verdict.state, verdict.reason) == (state, reason)
    assert verdict.explanation.endswith(".")


@pytest.mark.parametrize("headers", [{"CF-Mitigated": "challenge"}, {"x-amzn-waf-action": "captcha"}])
def test_a_challenge_in_the_headers_is_a_bot_wall(headers: dict[str, str]) -> None:
    assert judged("", status=202, headers=headers).reason is Reason.BOT_WALL


@pytest.mark.parametrize(
    ("body", "state", "reason"),
    [
        ("<title>Just a moment...</title><p>Please wait.</p>", PageState.BLOCKED, Reason.BOT_WALL),
        ("<title>Access Denied</title><p>Reference #18</p>", PageState.BLOCKED, Reason.FORBIDDEN),
        (
            "<title>Brightvane</title><h1>Page not found</h1><p>Sorry.</p>",
            PageState.SOFT_404,
            Reason.NOT_FOUND,
        ),
        ("<title>Page introuvable</title><p>Désolé.</p>", PageState.SOFT_404, Reason.NOT_FOUND),
        ("<title>Seite nicht gefunden</title><p>Leider.</p>", PageState.SOFT_404, Reason.NOT_FOUND),
        ("<title>Down for maintenance</title><p>Soon.</p>", PageState.ERROR, Reason.MAINTENANCE),
        ("<title>Log in</title><p>Welcome.</p>", PageState.BLOCKED, Reason.LOGIN_WALL),
        ("<p>Welcome</p><form><input type=password></form>", PageState.BLOCKED, Reason.LOGIN_WALL),
        ("<title>brightvane</title><h1>This domain is for sale</h1>", PageState.SOFT_404, Reason.PARKED),
        ("<p>Before you continue, choose your cookies.</p>", PageState.BLOCKED, Reason.CONSENT_WALL),
        ("<p>You need to enable JavaScript to run this app.</p>", PageState.THIN, Reason.SHELL),
        ("<div id=root></div>", PageState.THIN, Reason.SHELL),
        ("", PageState.THIN, Reason.EMPTY),
        ("   ", PageState.THIN, Reason.EMPTY),
        (b"%PDF-1.7", PageState.ERROR, Reason.UNREADABLE),
    ],
)
def test_content_gives_a_bad_answer_away(body: str | bytes, state: PageState, reason: Reason) -> None:
    verdict = judged(body, status=None)
    assert (verdict.state, verdict.reason) == (state, reason)


@pytest.mark.parametrize(
    "title", ["Log in to save rates", "How we handle 404 errors", "Maintenance of hotel data", "Captcha policy"]
)
def test_a_long_page_is_good_whatever_its_title_speaks_of(title: str) -> None:
    assert judged(f"<title>{title}</title>{PROSE}").state is PageState.OK


def test_a_pricing_page_with_a_sign_in_box_in_its_header_is_good() -> None:
    box = "<header><form><input type=password><button>Sign in</button></form></header>"
    assert judged(box + PROSE).state is PageState.OK


@pytest.mark.parametrize("title", ["Maintenance plans", "Captcha solver pricing", "Team log in with SSO"])
def test_a_short_page_that_sells_such_things_is_good(title: str) -> None:
    assert (
        judged(f"<title>{title}</title><h1>{title}</h1><p>From $9 a month for a small team.</p>").state is PageState.OK
    )


def test_a_redirect_to_a_login_form_or_the_front_page_is_not_the_page() -> None:
    assert judged(PROSE, url="https://brightvane.example/login?next=/plans").reason is Reason.LOGIN_WALL
    assert judged(PROSE, url="https://brightvane.example/").state is PageState.SOFT_404


def test_a_missing_expectation_is_an_error_and_a_met_one_is_not() -> None:
    wanted = (Expectation(text="per month"), Expectation(selector=".plan"))
    assert judged(PROSE, expect=wanted).reason is Reason.EXPECTATION
    assert judged(PROSE + "<p class=plan>$9 per&nbsp;month</p>", expect=wanted).state is PageState.OK


def test_a_selector_without_a_match_is_an_error() -> None:
    assert judged(PROSE, select=(".plan-card",)).reason is Reason.SELECTOR


def test_a_wall_where_the_selected_part_should_be_is_called_a_wall() -> None:
    assert judged("<title>Just a moment...</title><p>Wait.</p>", select=(".plan-card",)).reason is Reason.BOT_WALL


def test_a_selector_that_cannot_be_parsed_is_unreadable_and_no_crash() -> None:
    assert judged(PROSE, select=("div[",)).reason is Reason.UNREADABLE


def test_a_failed_visit_is_an_error_by_its_own_reason() -> None:
    verdict = diffing.judge(
        page_source(), (), Failure(reason=Reason.TIMEOUT, detail="No answer in 60 s.", transient=True)
    )
    assert (verdict.state, verdict.reason, verdict.explanation) == (
        PageState.ERROR,
        Reason.TIMEOUT,
        "No answer in 60 s.",
    )


def test_a_visit_without_any_part_is_incomplete() -> None:
    assert diffing.judge(page_source(), (), None).reason is Reason.INCOMPLETE


def told_of(
    status: int, body: str, before: str = PROSE, headers: tuple[tuple[str, str], ...] = ()
) -> diffing.Examination:
    good, now = (
        (FetchedPart(part="page", url=URL, requested_url=URL, status=code, headers=sent, body=text.encode()),)
        for code, sent, text in ((200, (), before), (status, headers, body))
    )
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return diffing.examine(page_source(), source_id=1, before=good, after=now, captured_at=at)


@pytest.mark.parametrize("status", [401, 403, 429])
def test_a_refusal_that_brings_the_page_itself_is_read_and_says_so(status: int) -> None:
    told = told_of(status, f"{PROSE}<p>Plan Nine is retired on 1 May.</p>")
    assert (told.verdict.state, told.baseline) == (PageState.OK, True)
    assert [edit.after for edit in told.edits] == ["Plan Nine is retired on 1 May."]
    assert str(status) in told.verdict.explanation
    assert told.explanation.endswith("and sent the page itself all the same.")


WALL = (
    "<title>Brightvane</title><main><p>"
    + "Your visit looks like that of a machine, so this is all we show. " * 9
    + "</p></main>"
)


@pytest.mark.parametrize(
    ("status", "body", "headers"),
    [
        (403, WALL, ()),
        (403, "<title>Access denied</title><p>No.</p>", ()),
        (401, f"<title>Sign in</title><form>{'<input type=password>'}</form>", ()),
        (403, PROSE, (("cf-mitigated", "challenge"),)),
        (404, PROSE, ()),
        (500, PROSE, ()),
    ],
)
def test_a_refusal_that_brings_anything_else_stays_one(
    status: int, body: str, headers: tuple[tuple[str, str], ...]
) -> None:
    told = told_of(status, body, headers=headers)
    assert told.verdict.state is not PageState.OK
    assert (told.baseline, told.edits) == (False, ())


def test_a_wall_read_as_good_once_does_not_vouch_for_the_next_refusal_unless_it_is_prose() -> None:
    assert told_of(403, "<p>Not for you.</p>", before="<p>Not for you.</p>").verdict.state is PageState.BLOCKED


@pytest.mark.parametrize("status", [403, 404, 500])
def test_a_bad_answer_is_neither_baseline_nor_change(status: int) -> None:
    good = (FetchedPart(part="page", url=URL, requested_url=URL, status=200, headers=(), body=PROSE.encode()),)
    bad = (FetchedPart(part="page", url=URL, requested_url=URL, status=status, headers=(), body=b"<p>No.</p>"),)
    told = diffing.examine(
        page_source(), source_id=1, before=good, after=bad, captured_at=datetime(2026, 1, 1, tzinfo=UTC)
    )
    assert (told.baseline, told.status, told.edits) == (False, None, ())


def test_a_status_page_that_announces_maintenance_is_good_and_one_being_worked_on_is_not() -> None:
    parts = "<div>Calls <i>Operational</i></div><div>Messages <i>Operational</i></div>"
    announced = f"<title>Brightvane status</title><main><h2>Scheduled maintenance</h2><p>12 July.</p>{parts}</main>"
    assert judged(announced).state is PageState.OK
    worked_on = "<title>Brightvane</title><main><h1>Under maintenance</h1><p>We are back at noon.</p></main>"
    assert judged(worked_on).reason is Reason.MAINTENANCE
    titled = f"<title>Scheduled maintenance</title><main><h1>Sorry</h1>{parts}</main>"
    assert judged(titled).reason is Reason.MAINTENANCE
