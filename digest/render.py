"""Sets a mail's words as HTML (MJML) and as plain text; every word from outside is escaped here."""

import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path

import mrml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from digest.evidence import evidence_page
from digest.mail import Bar, Brief, Mail, Note, OpenStep
from digest.scope import Scope
from domain.editions import Evidence, Rendered
from domain.events import Event

TEMPLATES = Path(__file__).parent / "templates"
LINE = 78


def render(mail: Mail, scope: Scope, shown: Callable[[Event], Evidence]) -> Rendered:
    """The mail in all its parts; HTML and text say the same."""
    return Rendered(
        subject=mail.subject,
        preview=mail.preview,
        html=html(mail),
        text=text(mail),
        evidence=evidence_page(mail, scope, shown, MARKUP),
        event_ids=mail.events,
        items=mail.told,
    )


def text(mail: Mail) -> str:
    """The plain part, in lines of 78 characters."""
    return PLAIN.get_template("mail.txt.j2").render(
        mail=mail, briefs=_briefs, notices=_notices, bars=_bars, open_steps=_steps
    )


def html(mail: Mail) -> str:
    """The HTML part, with marks where the evidence page is meant (see links.py)."""
    source = MARKUP.get_template("mail.mjml.j2").render(mail=mail)
    return str(mrml.to_html(source).content)


def _environment(*, escaping: bool) -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=escaping,  # noqa: S701 - off for the plain-text part only, which has no markup to escape
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _wrap(said: str, indent: str = "") -> str:
    return textwrap.fill(said, LINE, break_long_words=False, break_on_hyphens=False, subsequent_indent=indent)


def _list(label: str, lines: Sequence[str]) -> str:
    """`Also:` and a line for each; of a single line without a name of its own, `No account touched: …`"""
    return "\n".join([f"{label}:", *(_wrap(f"- {line}", "  ") for line in lines)])


def _briefs(label: str, briefs: Sequence[Brief], more: int) -> str:
    said = [f"{brief.account + ': ' if brief.account else ''}{brief.text} [{brief.proof.number}]" for brief in briefs]
    if len(said) == 1 and not more and not briefs[0].account:
        return _wrap(f"{label}: {said[0]}")
    return _list(label, [*said, f"{more} more in the evidence"] if more else said)


def _notices(notes: Sequence[Note]) -> str:
    return " · ".join(f"{note.label} {note.text}".strip() for note in notes)


def _steps(week: str, steps: Sequence[OpenStep]) -> str:
    return "\n".join([f"Open from {week}:", *(_wrap(f"{step.letter} {step.text}", "  ") for step in steps)])


def _bars(bars: Sequence[Bar]) -> str:
    return " · ".join(f"{bar.account} {bar.value} ({bar.last})" for bar in bars)


MARKUP = _environment(escaping=True)
PLAIN = _environment(escaping=False)
PLAIN.filters["wrap"] = _wrap
