"""Links an event to the accounts it touches: with reasons, a stance and a score, or not at all."""

from datetime import date

from accounts.names import Names
from domain.accounts import Account, Accounts
from domain.events import Event, Impact, ImpactReason, ReasonKind, Stance
from domain.sources import SubjectKind

MAIL_THRESHOLD = 40.0


def event_text(event: Event) -> str:
    """All that the event's sightings say, headline first."""
    parts = [event.headline]
    for sighting in event.sightings:
        for edit in sighting.edits:
            parts += [edit.title, *edit.path, edit.before or "", edit.after or ""]
    return "\n".join(dict.fromkeys(part for part in parts if part))


def link(event: Event, world: Accounts, names: Names, today: date) -> tuple[Impact, ...]:
    """The accounts this event touches, highest score first; each with at least one reason."""
    text = event_text(event)
    named = {
        mention.subject.name: mention.words
        for mention in names.find(text)
        if mention.subject.kind is SubjectKind.ACCOUNT
    }
    found = [_impact(event, account, named) for account in world.accounts]
    return tuple(sorted((impact for impact in found if impact), key=lambda impact: -impact.score))


def _impact(event: Event, account: Account, named: dict[str, str]) -> Impact | None:
    reasons = []
    if account.name in named:
        words = named[account.name]
        reasons.append(
            ImpactReason(kind=ReasonKind.NAMED_IN_TEXT, text=f"{account.name} is named", weight=1, words=words)
        )
    for use in account.also_uses:
        if event.subject.kind is SubjectKind.COMPETITOR and use.competitor == event.subject.name:
            reasons.append(
                ImpactReason(kind=ReasonKind.INCUMBENT_THERE, text=f"{use.competitor} is incumbent there", weight=1)
            )
    if not reasons:
        return None
    return Impact(event=event.id, account=account.name, score=50, stance=Stance.WATCH, reasons=tuple(reasons))
