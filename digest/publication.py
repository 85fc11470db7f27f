"""The evidence page as it may lie at a web address: no reader, no account, no revenue; the rest stays attached.

An event that names one of our accounts, in our words or in its source's, is not published: that we watch a customer's
news is nobody's business.
"""

from collections.abc import Callable
from dataclasses import replace

from jinja2 import Environment

from digest.evidence import evidence_page, told_of
from digest.exhibits import Told
from digest.links import linked, located
from digest.mail import Mail
from digest.scope import Scope
from domain.editions import Evidence, Rendered
from domain.events import Event
from domain.sources import SubjectKind


def published(
    rendered: Rendered, mail: Mail, scope: Scope, shown: Callable[[Event], Evidence], markup: Environment, page: str
) -> Rendered:
    """The mail with live links to the page at `page`, that page, and an attachment only for what is not on it."""
    public = frozenset(name for name in mail.events if may_be_published(scope, name, shown, markup))
    rest = frozenset(mail.events) - public
    seen = replace(scope, unseen=tuple(one for one in scope.unseen if _is_public(one.source.subject.kind)))
    html = evidence_page(mail, seen, shown, markup, only=public, public=True) if public else ""
    return replace(
        rendered,
        html=linked(rendered.html, page, public) if public else rendered.html,
        text=located(rendered.text, page, attached=bool(rest)) if public else rendered.text,
        evidence=evidence_page(mail, scope, shown, markup, only=rest) if rest else "",
        published=html,
    )


def may_be_published(scope: Scope, name: str, shown: Callable[[Event], Evidence], markup: Environment) -> bool:
    """Whether an event says nothing of any account, as far as its page would show."""
    event = scope.common.every[name]
    subjects = (event.subject, *(sighting.subject for sighting in event.sightings))
    if not all(_is_public(subject.kind) for subject in subjects):
        return False
    return not any(
        scope.common.named_in(line.replace("-", " ")) for line in _said(told_of(scope, event, shown, markup))
    )


def _is_public(kind: SubjectKind) -> bool:
    return kind is not SubjectKind.ACCOUNT


def _said(told: Told) -> list[str]:
    """Every text of an event but whom it touches, which is not published."""
    found = [told.title, told.said]
    for sighting in told.sightings:
        found += [sighting.source, sighting.url]
        for edit in sighting.edits:
            sides = ("".join(piece.text for piece in side) for side in (edit.before, edit.after))
            found += [edit.path, edit.columns, edit.note, *edit.above, *edit.below, *sides]
    return found
