"""How a reader answers a mail, and which steps of earlier mails are still open."""

from collections.abc import Sequence
from urllib.parse import quote

from digest.mail import Note, OpenStep, Way
from digest.playbook import Step
from digest.scope import Scope
from digest.words import clean, clip, day
from domain.accounts import Account
from domain.answers import FIRST_STEP, ITEM, MAILS, Action, Answer, KeptAction, ToldItem, Wish
from domain.editions import EditionKind, Ways
from domain.events import Event
from domain.keys import action_key

OPEN_STEPS = 5
STEP_WORDS = 14
SAID_WORDS = 30


def told_item(scope: Scope, number: int, account: Account, events: Sequence[Event], step: Step | None) -> ToldItem:
    """What is kept of an item, so that an answer can be understood."""
    lead = events[0]
    return ToldItem(
        number=number,
        account=account.name,
        events=tuple(event.id for event in events),
        competitor=lead.subject.name,
        tag=lead.tags[0].tag.value if lead.tags else "",
        said=clip(clean(lead.headline), SAID_WORDS),
        action=_action(scope, account, lead, step) if step else None,
    )


def _action(scope: Scope, account: Account, event: Event, step: Step) -> Action | None:
    """Steps are asked of the owner and the team; an analyst's copy opens none."""
    if scope.audience.kind is EditionKind.ANALYST:
        return None
    return Action(
        key=action_key(event.id, account.name),
        event=event.id,
        account=account.name,
        what=step.action,
        owner=step.person or account.owner,
        due=step.due,
        week=scope.week.period.label,
    )


def ways(scope: Scope, number: int, *, step: bool) -> tuple[Way, ...]:
    """`useful`, `not this account`, `wrong`, and `done` where a step is asked for; none without an address."""
    found = _open_ways(scope)
    if found is None:
        return ()
    verbs = [answer for answer in Answer if answer is not Answer.DONE or step]
    return tuple(_way(found, answer, number) for answer in verbs)


def _open_ways(scope: Scope) -> Ways | None:
    found = scope.week.answers
    return found if found is not None and (found.link is not None or found.address) else None


def _way(found: Ways, answer: Answer, number: int) -> Way:
    if found.link is not None:
        return Way(label=answer.value, url=found.link(answer.value, number))
    return Way(label=answer.value, url=_letter(found, f"{answer.value} {_which(number)}"))


def _letter(found: Ways, said: str) -> str:
    return f"mailto:{found.address}?subject={quote(f'{said} [{found.token}]')}"


def how(scope: Scope, told: Sequence[ToldItem]) -> str:
    """For the plain part: `Answer item 1: mail answers@… with the subject “useful 1 [bw-…]”, …`"""
    found = _open_ways(scope)
    if found is None or found.link is not None:
        return ""
    stop = f"To pause these mails for four weeks mail “pause [{found.token}]”, to end them “unsubscribe”"
    if not told:
        return f"{stop} with the same brackets, to {found.address}."
    ending = "In place of it “pause” stops these mails for four weeks, “unsubscribe” ends them."
    if told[0].number >= FIRST_STEP:
        return f"Is A done? Mail {found.address} with the subject “done A [{found.token}]”. {ending}"
    others = ", ".join(f"“{answer.value} 1”" for answer in Answer if answer is not Answer.USEFUL)
    return f"Answer item 1: mail {found.address} with the subject “useful 1 [{found.token}]”, or {others}. {ending}"


def doors(scope: Scope, told: Sequence[ToldItem]) -> tuple[Way, ...]:
    """For the plain part, where links answer: one page to choose on for each item and step, and one for the mails."""
    found = _open_ways(scope)
    if found is None or found.link is None:
        return ()
    pages = [(_which(one.number), found.link(ITEM, one.number)) for one in told]
    return tuple(Way(label=label, url=url) for label, url in (*pages, ("Pause or end", found.link(MAILS, 0))))


def leave(scope: Scope) -> tuple[Way, ...]:
    """`pause for four weeks`, or with links `pause`, for there the reader names a day; `unsubscribe`"""
    found = _open_ways(scope)
    if found is None:
        return ()
    if found.link is not None:
        words = (("Pause", Wish.PAUSE), ("Unsubscribe", Wish.UNSUBSCRIBE))
        return tuple(Way(label=label, url=found.link(wish.value, 0)) for label, wish in words)
    words = (("Pause for four weeks", Wish.PAUSE), ("Unsubscribe", Wish.UNSUBSCRIBE))
    return tuple(Way(label=label, url=_letter(found, wish.value)) for label, wish in words)


def _which(number: int) -> str:
    return chr(ord("A") + number - FIRST_STEP) if number >= FIRST_STEP else str(number)


def open_steps(scope: Scope, asked: Sequence[ToldItem]) -> tuple[OpenStep, ...]:
    """Steps of earlier mails on this reader's accounts that are open and not asked for again, the first due first."""
    again = {item.action.key for item in asked if item.action}
    mine = [
        one
        for one in scope.week.actions
        if one.action.account in scope.accounts
        and one.action.week < scope.week.period.label
        and one.action.key not in again
    ]
    mine.sort(key=lambda one: (one.action.due, one.action.account, one.action.key))
    return tuple(_open_step(scope, place, one) for place, one in enumerate(mine[:OPEN_STEPS]))


def _open_step(scope: Scope, place: int, one: KeptAction) -> OpenStep:
    letter, found = _which(FIRST_STEP + place), _open_ways(scope)
    owner = scope.week.accounts.person(one.action.owner or "")
    who = "you" if owner and owner.key == scope.audience.person.key else owner.name.split()[0] if owner else "team"
    was = "was due" if one.action.due < scope.today else "due"
    return OpenStep(
        letter=letter,
        week=one.action.week.rpartition("-")[2],
        text=f"{clip(clean(one.action.what), STEP_WORDS)} ({who}, {was} {day(one.action.due, scope.today)})",
        done=_way(found, Answer.DONE, FIRST_STEP + place) if found else None,
        told=ToldItem(
            number=FIRST_STEP + place,
            account=one.action.account,
            events=(one.action.event,),
            competitor="",
            tag="",
            said=one.action.what,
            action=one.action,
        ),
    )


def disputed(scope: Scope) -> tuple[Note, ...]:
    """In analysts' copies: what readers called wrong since the last one."""
    if scope.audience.kind is not EditionKind.ANALYST or not scope.week.disputed:
        return ()
    return (Note(label="Called wrong", text="; ".join(clean(one) for one in scope.week.disputed[:OPEN_STEPS]) + "."),)
