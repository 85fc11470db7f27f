"""The evidence of an edition: one page that needs nothing else, with what stood there before and after."""

from collections.abc import Callable

from jinja2 import Environment

from digest.mail import Mail
from digest.scope import Scope
from domain.editions import Evidence
from domain.events import Event


def evidence_page(mail: Mail, scope: Scope, shown: Callable[[Event], Evidence], markup: Environment) -> str:
    """The page's HTML; empty where the mail speaks of no event."""
    if not mail.events:
        return ""
    known = {event.id: event for event in scope.week.events}
    cases = [(known[name], shown(known[name])) for name in mail.events]
    return markup.get_template("evidence.html.j2").render(mail=mail, cases=cases)
