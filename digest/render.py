"""Sets a mail's words as HTML (MJML) and as plain text; every word of the outside is escaped here."""

from collections.abc import Callable
from pathlib import Path

import mrml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from digest.evidence import evidence_page
from digest.mail import Mail
from digest.scope import Scope
from domain.editions import Evidence, Rendered
from domain.events import Event

TEMPLATES = Path(__file__).parent / "templates"


def _environment(*, escaping: bool) -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=escaping,  # noqa: S701 - False for the plain-text part only, which has no markup to escape
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


MARKUP = _environment(escaping=True)
PLAIN = _environment(escaping=False)


def render(mail: Mail, scope: Scope, shown: Callable[[Event], Evidence]) -> Rendered:
    """The mail in all its parts."""
    return Rendered(
        subject=mail.subject,
        preview=mail.preview,
        html=mrml.to_html(MARKUP.get_template("mail.mjml.j2").render(mail=mail)).content,
        text=PLAIN.get_template("mail.txt.j2").render(mail=mail),
        evidence=evidence_page(mail, scope, shown, MARKUP),
        event_ids=mail.events,
    )
