"""What a reader sees of a mail, and the edition that holds it."""

from html.parser import HTMLParser

import digest
from digest.words import revenue
from domain.accounts import Account
from domain.editions import (
    Audience,
    Edition,
    Rendered,
)
from tests.unit.digest.worlds.weeks import SENDS


class _Visible(HTMLParser):
    """Collects what a reader sees of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("style", "script", "title")
        if tag in ("br", "p", "td", "div", "li", "h2", "h3"):
            self.found.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("style", "script", "title")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.found.append(data)


def visible(page: str) -> str:
    """The words of an HTML page as read."""
    reader = _Visible()
    reader.feed(page)
    return "".join(reader.found).replace("\u00a0", " ")


def edition_of(rendered: Rendered, audience: Audience, label: str = "2026-W08") -> Edition:
    """The edition as the pipeline would store it."""
    id = f"{label}-{audience.kind.value}-{audience.person.key}"
    sender = "Bellwether <bellwether@halden.example>"
    return Edition(
        id=id,
        kind=audience.kind,
        recipient=audience.person.key,
        email=audience.person.email,
        label=label,
        after_seq=5,
        cut_seq=90,
        composed_at=SENDS,
        subject=rendered.subject,
        message_id=digest.message_id(id, sender),
        event_ids=rendered.event_ids,
        eml=digest.message(rendered, audience=audience, edition_id=id, sender=sender, composed_at=SENDS),
        html=rendered.html,
        text=rendered.text,
        evidence=rendered.evidence,
    )


def said_revenue(account: Account) -> str:
    """The account's revenue as a mail would say it, in small letters."""
    assert account.revenue is not None
    return revenue(account.revenue).casefold()
