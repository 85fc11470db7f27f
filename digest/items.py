"""Turns impacts into the items of a mail: grouped by account, ranked by what is at stake, fitted to a word budget."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest import nearness
from digest.answering import told_item, ways
from digest.edited import is_pinned, note, pinned_first, told, told_short
from digest.mail import Brief, Finding, Item, Proof
from digest.naming import named, once
from digest.playbook import Case, in_words, step
from digest.say import site_pages
from digest.scope import Scope
from digest.seen import seen
from digest.why import unnamed, why
from digest.words import DAYS, capital, clean, clip, count_words, day, local, revenue, short_day
from domain.accounts import Account
from domain.editions import EditionKind
from domain.events import Event, Impact, ImpactReason, Stance
from domain.findings import TagName
from domain.sources import SourceKind
from guard.escaping import web_url

TOP = 5
FINDINGS = 2
UNTOUCHED = 3
TOP_WORDS = 400
BRIEF_LENGTH = 110
NOTICE_DAYS = 120
LABEL_WORDS = 5
# Labels and links of evidence are the same in every mail, and a mail of a busy week has hundreds.
SOURCES = 10_000
SENTENCE_CAPS = (44, 36, 30, 25, 21, 17, 13, 11, 9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Impacts on one account under one stance, each leading its event (it touches no account of the reader more)."""

    impacts: tuple[Impact, ...]

    @property
    def lead(self) -> Impact:
        return self.impacts[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What the mail says of the week's events, top items first; `unlisted` ones stand in the evidence only."""

    items: tuple[Item, ...]
    briefs: tuple[Brief, ...]
    briefs_more: int
    near: tuple[Brief, ...]
    near_more: int
    untouched: tuple[Brief, ...]
    untouched_more: int
    unlisted: tuple[Proof, ...]


def choose(scope: Scope, most: int) -> Chosen:
    """At most five items of at most two findings, under 400 words together; then at most `most` short lines each of
    what else touches an account and of what may concern one, and for owners three of what touches none."""
    groups = _groups(scope)
    top = groups[:TOP]
    shown = [impact for group in top for impact in group.impacts[:FINDINGS]]
    left = [impact for group in groups for impact in group.impacts if impact not in shown]
    left.sort(key=lambda impact: (not is_pinned(scope, impact.event), -impact.score))
    near, untouched = _ranked(scope, scope.near), _ranked(scope, scope.untouched)
    listed = [impact.event for impact in (*shown, *left[:most])]
    some = most if scope.audience.kind is EditionKind.ANALYST else min(most, UNTOUCHED)
    listed += [event.id for event in (*near[:most], *untouched[:some])]
    unlisted = [impact.event for impact in left[most:]]
    unlisted += [event.id for event in (*near[most:], *untouched[some:], *scope.untagged)]
    numbers = {event: place for place, event in enumerate((*listed, *unlisted), start=1)}
    return Chosen(
        items=_fitted(scope, top, numbers),
        briefs=tuple(_brief(scope, scope.events[i.event], numbers, _all(scope, scope.impacts, i)) for i in left[:most]),
        briefs_more=len(left[most:]),
        near=_near(scope, near[:most], numbers),
        near_more=len(near[most:]),
        untouched=tuple(_brief(scope, event, numbers, "") for event in untouched[:some]),
        untouched_more=len(untouched[some:]),
        unlisted=tuple(_proof(scope.events[event], numbers) for event in unlisted),
    )


def _near(scope: Scope, events: Sequence[Event], numbers: dict[str, int]) -> tuple[Brief, ...]:
    groups = [concerned(scope, event.id) for event in events]
    briefs = [_brief(scope, event, numbers, named(scope, group)) for event, group in zip(events, groups, strict=True)]
    return once(briefs, groups)


def _ranked(scope: Scope, events: Sequence[Event]) -> list[Event]:
    """What an analyst put first, what most concerns an account, what rivals near the reader do, what is surest."""
    best: dict[str, float] = {}
    for impact in scope.counted:
        best[impact.event] = max(best.get(impact.event, 0.0), impact.score)
    rivals = nearness.near(scope)

    def rank(event: Event) -> tuple[bool, float, int, float]:
        sure = max((tag.confidence for tag in event.tags), default=0.0)
        return (not is_pinned(scope, event.id), -best.get(event.id, 0.0), -rivals[event.subject.name], -sure)

    return sorted(events, key=rank)


def _groups(scope: Scope) -> list[Group]:
    """Each event under the account it touches most; groups by account and stance in order of their best score."""
    leading: dict[str, Impact] = {}
    for impact in pinned_first(scope, scope.impacts):
        leading.setdefault(impact.event, impact)
    grouped: dict[tuple[str, Stance], list[Impact]] = {}
    for impact in leading.values():
        grouped.setdefault((impact.account, impact.stance), []).append(impact)
    return [Group(impacts=tuple(impacts)) for impacts in grouped.values()]


def _fitted(scope: Scope, groups: list[Group], numbers: dict[str, int]) -> tuple[Item, ...]:
    items: tuple[Item, ...] = ()
    for cap in SENTENCE_CAPS:
        items = tuple(_item(scope, groups, place, numbers, cap) for place in range(len(groups)))
        if sum(item_words(item) for item in items) < TOP_WORDS:
            break
    return items


def item_words(item: Item) -> int:
    """How many words an item takes, labels and links included."""
    said = [item.account, item.label, *item.tags, item.meeting, item.why, item.do, item.also]
    said += [
        f"{finding.text} {finding.note} {finding.seen} evidence {finding.proof.number} {finding.proof.label}"
        for finding in item.findings
    ]
    said += [way.label for way in item.ways]
    return count_words(" ".join(said)) + 3


def _item(scope: Scope, groups: list[Group], place: int, numbers: dict[str, int], cap: int) -> Item:
    group = groups[place]
    account = scope.accounts[group.lead.account]
    again = any(earlier.lead.account == account.name for earlier in groups[:place])
    events = [scope.events[impact.event] for impact in group.impacts[:FINDINGS]]
    tags = tuple(dict.fromkeys(tag.tag for event in events for tag in event.tags))
    each = cap if len(events) == 1 else cap * 2 // 3
    found = step(
        Case(
            account=account,
            stance=group.lead.stance,
            tags=tags,
            about=events[0].subject,
            reasons=frozenset(reason.kind for reason in group.lead.reasons),
        ),
        playbook=scope.week.playbook,
        world=scope.week.accounts,
        name=scope.name(account.name),
        today=scope.today,
    )
    return Item(
        number=place + 1,
        account=account.name,
        label=_label(group.lead.stance, tags),
        tags=tuple(tag.value for tag in tags),
        meeting="" if again else meeting(scope, account),
        findings=tuple(_finding(scope, event, numbers, each) for event in events),
        why=_why(scope, groups, place, cap, "" if again else _stake(scope, account)),
        do=in_words(found, reader=scope.audience.person, world=scope.week.accounts, today=scope.today),
        also=_also(scope, group, account),
        told=told_item(scope, place + 1, account, events, found),
        ways=ways(scope, place + 1, step=found is not None),
    )


def _label(stance: Stance, tags: tuple[TagName, ...]) -> str:
    return "early warning" if TagName.HIRING in tags[:1] and stance is not Stance.OPPORTUNITY else stance.value


def meeting(scope: Scope, account: Account) -> str:
    """`you meet Wed` where the meeting is within a week; "you" only to the account's owner."""
    when = account.next_meeting
    if when is None or not 0 <= (when - scope.today).days < 7:
        return ""
    said = "today" if when == scope.today else DAYS[when.weekday()]
    return f"you meet {said}" if account.owner == scope.audience.person.key else f"meeting {said}"


def _finding(scope: Scope, event: Event, numbers: dict[str, int], cap: int) -> Finding:
    return Finding(
        text=told(scope, event, cap),
        seen=seen(scope, event),
        proof=_proof(event, numbers),
        note="; ".join(part for part in (note(scope, event.id), told_atonce(scope, event.id)) if part),
    )


def told_atonce(scope: Scope, event: str) -> str:
    """`you were told Thu 19 Feb` where an alert was quicker than the weekly mail."""
    when = dict(scope.week.alerted).get(event)
    return f"you were told {day(local(when, scope.audience.person.zone).date(), scope.today)}" if when else ""


def _proof(event: Event, numbers: dict[str, int]) -> Proof:
    first = event.sightings[0]
    return Proof(
        event=event.id,
        number=numbers[event.id],
        url=_link(first.url),
        label=_proof_label(first.source, page=first.source_kind is SourceKind.PAGE),
    )


@lru_cache(SOURCES)
def _proof_label(source: str, *, page: bool) -> str:
    name = clip(clean(source.replace("-", " ")), LABEL_WORDS)
    return f"{name} page" if page and not name.endswith("page") else name


@lru_cache(SOURCES)
def _link(url: str) -> str | None:
    return web_url(url)


def _why(scope: Scope, groups: list[Group], place: int, cap: int, stake: str) -> str:
    """The reasons, what is at stake, told once for an account, and what readers said of the like.

    What an earlier item says of the same account in the same words is pointed to.
    """
    said = [why(_reasons(one), cap) for one in groups[: place + 1]]
    mine = groups[place]
    same = next((at for at in range(place) if _is_same(groups[at], mine) and said[at] == said[place]), None)
    heard = next((impact.heard for impact in mine.impacts[:FINDINGS] if impact.heard), "")
    first = (said[place], stake, unnamed(_reasons(mine))) if same is None else (f"As in {same + 1}.", stake)
    return " ".join(part for part in (*first, f"{capital(heard)}." if heard else "") if part)


def _is_same(one: Group, other: Group) -> bool:
    return one.lead.account == other.lead.account


def _reasons(group: Group) -> list[ImpactReason]:
    return [reason for impact in group.impacts[:FINDINGS] for reason in impact.reasons]


def _stake(scope: Scope, account: Account) -> str:
    """`Worth €410k a year; notice by 2 Apr.`"""
    if not scope.with_money:
        return ""
    said = [f"worth {revenue(account.revenue)} a year"] if account.revenue else []
    if account.renewal and 0 <= (account.renewal.notice - scope.today).days <= NOTICE_DAYS:
        said.append(f"notice by {short_day(account.renewal.notice, scope.today)}")
    return f"{capital('; '.join(said))}." if said else ""


def _also(scope: Scope, group: Group, account: Account) -> str:
    """The reader's other accounts that the item's findings touch, and those that they may concern."""
    # In their order, not as a set has it: the same week gives the same words in every process.
    events = list(dict.fromkeys(impact.event for impact in group.impacts[:FINDINGS]))
    touched = list(dict.fromkeys(impact.account for impact in scope.impacts if impact.event in events))
    near = list(dict.fromkeys(name for event in events for name in concerned(scope, event)))
    others = [name for name in touched if name != account.name]
    said = [f"Also touches {named(scope, others)}."] if others else []
    near = [name for name in near if name not in touched]
    return " ".join([*said, f"May also concern {named(scope, near)}."] if near else said)


def concerned(scope: Scope, event: str) -> list[str]:
    """The reader's accounts that the event may concern, and does not touch."""
    return list(dict.fromkeys(impact.account for impact in scope.counted if impact.event == event))


def _all(scope: Scope, impacts: Sequence[Impact], lead: Impact) -> str:
    """Every account that the event touches, the lead's first."""
    others = [impact.account for impact in impacts if impact.event == lead.event and impact.account != lead.account]
    return named(scope, [lead.account, *others])


def _brief(scope: Scope, event: Event, numbers: dict[str, int], account: str) -> Brief:
    pages = site_pages(event)
    many = f" (on {pages} pages)" if pages > 1 else ""
    said = note(scope, event.id)
    text = told_short(scope, event, BRIEF_LENGTH) + many + (f" ({said})" if said else "")
    return Brief(account=account, text=text, proof=_proof(event, numbers))
