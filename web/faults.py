"""Pages for what cannot be done: each says what is the matter and what to do next."""

from http import HTTPStatus

from guard.signed_links import Shut
from web.pages import Page

SHUT: dict[Shut, Page] = {
    Shut.BROKEN: Page(
        status=HTTPStatus.BAD_REQUEST,
        title="This link is not whole",
        said=("Some mail programs cut long links in two. Click the link in the mail itself, or copy all of it.",),
    ),
    Shut.FORGED: Page(
        status=HTTPStatus.FORBIDDEN,
        title="This link is not one of ours",
        said=("It was changed after it was written. Nothing was done. Open it from the mail that you got.",),
    ),
    Shut.RETIRED: Page(
        status=HTTPStatus.GONE,
        title="This link has ended",
        said=("It was signed with a key that is no longer used. Use the links of your newest mail.",),
    ),
    Shut.EXPIRED: Page(
        status=HTTPStatus.GONE,
        title="This link has ended",
        said=("It is older than a year. Use the links of your newest mail.",),
    ),
    Shut.UNKNOWN: Page(
        status=HTTPStatus.NOT_FOUND,
        title="This mail is not known here",
        said=("The link is ours, but its mail is not in the archive. Use the links of your newest mail.",),
    ),
    Shut.LEFT: Page(
        status=HTTPStatus.GONE,
        title="No mail goes to this reader any more",
        said=("They are no reader of Bellwether now, so there is nothing to answer and nothing to end.",),
    ),
    Shut.NOT_THEIRS: Page(
        status=HTTPStatus.FORBIDDEN,
        title="You do not read of this account any more",
        said=(
            "Nothing was done. Who reads of it now answers from a mail of their own; an analyst can change who does.",
        ),
    ),
}
OTHER: dict[HTTPStatus, tuple[str, str]] = {
    HTTPStatus.NOT_FOUND: (
        "There is nothing here",
        "Open a link of your mail, or ask whoever runs Bellwether for you.",
    ),
    HTTPStatus.GONE: (
        "This evidence is gone",
        "It was kept for a time. Ask an analyst: the archive still has all of it.",
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: ("That cannot be done here", "Open the link of your mail in a browser."),
    HTTPStatus.REQUEST_TIMEOUT: ("That took too long", "Nothing was done. Go back and try again."),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: ("That was too much", "Nothing was done. Open the link of your mail again."),
    HTTPStatus.TOO_MANY_REQUESTS: ("Too often", "Nothing was done. Wait a minute and try again."),
    HTTPStatus.SERVICE_UNAVAILABLE: (
        "Not now",
        "Bellwether cannot reach its archive. Nothing was done; try again soon.",
    ),
}
ELSE = ("Something went wrong", "Nothing was done. Try again; if it stays so, tell whoever runs Bellwether for you.")


def page(status: HTTPStatus) -> Page:
    title, said = OTHER.get(status, ELSE)
    return Page(status=status, title=title, said=(said,))
