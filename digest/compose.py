"""Says what one reader's mail says: their part of the week, ranked, in words."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from digest.answering import disputed, doors, how, leave, open_steps
from digest.audience import deputy_for
from digest.common import Common
from digest.doubts import unseen_text
from digest.edited import edited, pinned_first, reworded, told_subject, top_note
from digest.items import NOTICE_DAYS, Chosen, choose, meeting
from digest.leader import leader
from digest.lines import bars, closing, corrections, days_left, entries, held, judged, noise, notices
from digest.mail import Heading, Mail
from digest.publication import published
from digest.render import MARKUP, render, text
from digest.scope import Scope, scope
from digest.subjects import brand, fewer_words, fits, of_its_own, room_for
from digest.welcome import welcome
from digest.words import capital, clean, count_words, counted, day, joined, long_day, number, short_day
from domain.editions import Audience, EditionKind, Evidence, Rendered, Week
from domain.events import Event

SUBJECT_ROOM = 40
WORDS = 700
BRIEFS = 5
ANALYST_BRIEFS = 25
NAME_ROOM = 22


def compose(
    week: Week, audience: Audience, *, shown: Callable[[Event], Evidence], page: str = "", common: Common | None = None
) -> Rendered:
    """The reader's mail of this week: pure, the same arguments give the same words.

    `shown` gives the exhibits of an event that the mail speaks of; it is asked for no other. `page` is the address that
    the evidence page will have, where it is published; `common` what all mails of the week share.
    """
    mine = scope(week, audience, common)
    mail = answerable(contents(mine), mine)
    rendered = render(mail, mine, shown)
    return published(rendered, mail, mine, shown, MARKUP, page) if page else rendered


def answerable(mail: Mail, scope: Scope) -> Mail:
    """The mail with the ways to answer it and to leave."""
    return replace(mail, how=how(scope, mail.told), doors=doors(scope, mail.told), leave=leave(scope))


def contents(scope: Scope) -> Mail:
    """What the mail says."""
    if scope.audience.kind is EditionKind.LEADER:
        return leader(scope, heading(scope))
    if scope.impacts or scope.near or scope.untouched or scope.untagged:
        return _fitted(scope)
    first = scope.week.period.after_seq == 0 and scope.week.baselines > 0
    return welcome(scope, heading(scope), lambda mail: words(mail, scope)) if first else _quiet(scope)


def _fitted(scope: Scope) -> Mail:
    """An owner's mail in at most 700 words, with as many short lines as that leaves room for; an analyst's with all."""
    if scope.audience.kind is EditionKind.ANALYST:
        return _eventful(scope, ANALYST_BRIEFS)
    tries = (_eventful(scope, most) for most in range(BRIEFS, -1, -1))
    return next((mail for mail in tries if words(mail, scope) <= WORDS), _eventful(scope, 0))


def words(mail: Mail, scope: Scope) -> int:
    """How many words the whole mail has, with the ways to answer it."""
    return count_words(text(answerable(mail, scope)))


def _eventful(scope: Scope, most: int) -> Mail:
    chosen = choose(scope, most)
    touched = scope.touched
    quiet = len(scope.accounts) - len(touched) - len(scope.concerned)
    return Mail(
        heading=heading(scope),
        subject=subject_of(scope, chosen),
        preview=_preview(scope, touched, quiet),
        opening=_opening(scope, touched),
        aside=" ".join(part for part in (standing_in(scope), top_note(scope)) if part),
        items=chosen.items,
        briefs=chosen.briefs,
        briefs_more=chosen.briefs_more,
        near=chosen.near,
        near_more=chosen.near_more,
        untouched=chosen.untouched,
        untouched_more=chosen.untouched_more,
        unlisted=chosen.unlisted,
        open_steps=open_steps(scope, [item.told for item in chosen.items if item.told]),
        notices=notices(scope),
        activity=bars(scope),
        closing=(*closing(scope, quiet), *edited(scope), *disputed(scope)),
    )


def _quiet(scope: Scope) -> Mail:
    week = scope.week
    seen = week.watched - len(scope.unseen)
    none = "No confirmed changes" if scope.held else "No changes"
    every = "the only source was" if week.watched == 1 else f"all {week.watched} sources were"
    said = f"{none} this week: {every} seen."
    found = f"{counted(len(scope.held), 'change')} held" if scope.held else "no changes"
    subject = f"Quiet week: {found} · {_week(scope)}"
    if scope.unseen:
        said = f"{none} this week on the {seen} of {week.watched} sources that could be seen."
    if scope.unseen and not seen:
        said = f"None of {counted(week.watched, 'source')} could be seen this week."
        subject = f"Nothing could be seen · {_week(scope)}"
    return Mail(
        heading=heading(scope),
        subject=_untouched(scope) if week.events else subject,
        preview=f"{counted(len(scope.accounts), 'account')}; {seen} of {counted(week.watched, 'source')} seen.",
        opening=_opening(scope, ()) if week.events else said,
        aside=" ".join(one for one in (standing_in(scope), top_note(scope), _unseen(scope), _calm(scope)) if one),
        open_steps=open_steps(scope, ()),
        notices=notices(scope),
        closing=(*entries(scope), *held(scope), *judged(scope), *corrections(scope), *edited(scope), *disputed(scope)),
    )


def standing_in(scope: Scope) -> str:
    """`Ines Moreau is away until 15 Mar; you stand in.`"""
    people, reader = scope.week.accounts, scope.audience.person
    if scope.audience.kind is not EditionKind.OWNER:
        return ""
    keys = deputy_for(people, reader, scope.today)
    gone = [
        one for one in people.people if one.key in keys and any(a.owner == one.key for a in scope.accounts.values())
    ]
    said = [
        f"{clean(one.name)} is away{f' until {short_day(one.away.until, scope.today)}' if one.away.until else ''}"
        for one in gone
        if one.away
    ]
    return f"{joined(said)}; you stand in." if said else ""


def _calm(scope: Scope) -> str:
    return noise(scope.week) if scope.week.noise else ""


def _unseen(scope: Scope) -> str:
    return f"Not seen: {unseen_text(scope)}" if scope.unseen else ""


def heading(scope: Scope) -> Heading:
    sends = f"{day(scope.today, scope.today)} {scope.today.year}, {scope.now:%H:%M}"
    return Heading(to=scope.audience.person.name, week=_week(scope), sends=sends)


def _week(scope: Scope) -> str:
    return scope.week.period.label.rpartition("-")[2]


def subject_of(scope: Scope, chosen: Chosen) -> str:
    """`Marlowe: Scrapingdog adds price tiers · W08`; an account's first word where its name leaves no room."""
    if not chosen.items:
        return _untouched(scope)
    lead = pinned_first(scope, scope.impacts)[0]
    event, account = scope.events[lead.event], scope.accounts[lead.account]
    own = of_its_own(event, (account.name, scope.name(account.name), *account.aliases), SUBJECT_ROOM)
    if own and not reworded(scope, event):
        return f"{clean(own)} · {_week(scope)}"
    whole = fewer_words(room_for(account, NAME_ROOM), NAME_ROOM)
    alone = sum(scope.name(name).startswith(brand(whole)) for name in scope.accounts) == 1
    short = (whole, brand(whole)) if alone else (whole,)
    names = [name for name in short if fits(event, SUBJECT_ROOM - len(name) - 2)]
    name = names[0] if names else whole
    found = told_subject(scope, event, SUBJECT_ROOM - len(name) - 2)
    return f"{name}: {found} · {_week(scope)}"


def _untouched(scope: Scope) -> str:
    count = len(scope.accounts)
    whose = f"{_yours(scope) or 'the '}account" if count == 1 else f"{_yours(scope)}{count} accounts"
    return f"Nothing touches {whose} · {_week(scope)}"


def _opening(scope: Scope, touched: Sequence[str]) -> str:
    if not touched:
        near = f"; {_near(scope)}" if scope.near else ""
        count = len(scope.accounts)
        whose = f"{_yours(scope) or 'the '}account" if count == 1 else f"any of {_yours(scope)}{count} accounts"
        return f"Nothing this week touches {whose}{near}."
    said = _share(scope, len(touched))
    lead = scope.accounts[touched[0]]
    if scope.with_money and lead.renewal and 0 <= days_left(scope, lead) <= NOTICE_DAYS:
        said += f"; {scope.name(lead.name)} can leave before {long_day(lead.renewal.notice, scope.today)}"
    return f"{said}."


def _near(scope: Scope) -> str:
    """`one change may concern Calder`"""
    changes = "change" if len(scope.near) == 1 else "changes"
    return f"{number(len(scope.near))} {changes} may concern {_concerned(scope)}"


def _concerned(scope: Scope) -> str:
    names = [scope.name(name) for name in scope.concerned]
    return joined(names) if len(names) <= BRIEFS else counted(len(names), "account")


def _share(scope: Scope, touched: int) -> str:
    """`Four of your 14 accounts are touched`"""
    every, yours = len(scope.accounts), _yours(scope)
    if touched == every:
        one = f"{capital(yours or 'The ')}account is touched"
        return one if every == 1 else f"All {yours}{every} accounts are touched"
    return f"{capital(number(touched))} of {yours}{every} accounts {'is' if touched == 1 else 'are'} touched"


def _yours(scope: Scope) -> str:
    return "your " if scope.audience.kind is EditionKind.OWNER else ""


def _preview(scope: Scope, touched: Sequence[str], quiet: int) -> str:
    said = []
    lead = scope.accounts[touched[0]] if touched else None
    if lead and scope.with_money and 0 <= days_left(scope, lead) <= NOTICE_DAYS:
        said.append(f"Notice in {counted(days_left(scope, lead), 'day')}.")
    others = []
    for name in touched[1:5]:
        note = meeting(scope, scope.accounts[name])
        others.append(f"{scope.name(name)} ({note})" if note else scope.name(name))
    if others:
        said.append(f"Also {', '.join(others)}.")
    if not touched and scope.concerned:
        said.append(f"May concern {_concerned(scope)}.")
    if quiet:
        said.append(f"Nothing new for {counted(quiet, 'account')}.")
    return " ".join(said)
