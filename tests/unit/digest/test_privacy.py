"""Nobody reads a name or revenue outside their accounts, whatever the world looks like."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import digest
from domain.accounts import Account, Accounts, Away, Person, Us, Use
from domain.answers import Action, ActionState, KeptAction
from domain.drafts import Draft, Ruling
from domain.editions import ActivityLine, Audience, Background, Dated, EditionKind, Unseen, Ways, Week
from domain.events import Event, ReasonKind, Stance
from domain.sources import Subject, SubjectKind
from domain.visits import Reason
from tests.unit.digest import worlds

PEOPLE = tuple(
    Person(key=f"person{n}", name=f"Person {n}", email=f"p{n}@halden.example", zone="Europe/Paris", analyst=n == 0)
    for n in range(4)
)
KEYS = [person.key for person in PEOPLE]
# One of them leads another, and one stands in for a third who is away.
PEOPLE = (
    PEOPLE[0],
    PEOPLE[1],
    replace(PEOPLE[2], away=Away(deputy="person1")),
    replace(PEOPLE[3], leads=("person1",)),
)


@st.composite
def accounts(draw: st.DrawFn) -> tuple[Account, ...]:
    """Up to six accounts with names, money and days nobody could mistake for anything else."""
    return tuple(
        replace(
            worlds.MARLOWE,
            name=f"Quxcorp{n} Holding",
            aliases=(f"Quxcorp{n}",),
            owner=draw(st.sampled_from([*KEYS[1:], None])),
            team=tuple(draw(st.sets(st.sampled_from(KEYS[1:]), max_size=2))),
            revenue=worlds.euros(1_000_001 + n),
            also_uses=(Use(competitor="Scrapingdog", product=None),),
        )
        for n in range(draw(st.integers(1, 6)))
    )


@st.composite
def weeks(draw: st.DrawFn) -> Week:
    world = Accounts(us=Us(name="Halden"), people=PEOPLE, accounts=draw(accounts()))
    events: list[Event] = []
    impacts = []
    for n in range(draw(st.integers(0, 4))):
        base = draw(st.sampled_from((worlds.scrapingdog(), worlds.capcut(), worlds.esto())))
        own = draw(st.sampled_from([None, *world.accounts]))
        subject = Subject(kind=SubjectKind.ACCOUNT, name=own.name) if own else base.subject
        event = replace(base, id=f"event{n}", subject=subject, headline=f"{subject.name}: news of the week")
        events.append(event)
        touched = draw(st.sets(st.sampled_from(world.accounts), max_size=4)) if own is None else {own}
        impacts += [
            worlds.impact(event, account, 40 + n, draw(st.sampled_from(Stance)), (ReasonKind.TOPIC, account.name))
            for account in sorted(touched, key=lambda account: account.name)
        ]
    return replace(
        draw(st.sampled_from((worlds.quiet_week(), worlds.first_week()))),
        accounts=world,
        events=tuple(events),
        impacts=tuple(impacts),
        unseen=tuple(own_source(account) for account in world.accounts),
        activity=tuple(ActivityLine(account=account.name, value=50, last=40) for account in world.accounts),
        corrections=tuple(f"{account.aliases[0]} was not touched" for account in world.accounts),
        actions=tuple(step(account) for account in world.accounts),
        background=Background(entries=tuple(entry(account) for account in world.accounts)),
        draft=draft(draw(st.sampled_from(world.accounts)), tuple(events)),
        answers=Ways(address="answers@halden.example", token="bw-0123456789ab-abcdefghijklmnopqrstuvwx"),
    )


def step(account: Account) -> KeptAction:
    found = Action(
        key=account.name,
        event="e",
        account=account.name,
        what=f"call {account.name}",
        owner=account.owner,
        due=date(2026, 2, 20),
        week="2026-W01",
    )
    return KeptAction(action=found, state=ActionState.OPEN, by="x", at=worlds.SENDS)


def entry(account: Account) -> Dated:
    source = own_source(account).source
    return Dated(subject=source.subject, source=source, title=account.name, day=date(2026, 2, 10), url=source.url)


def draft(account: Account, events: tuple[Event, ...]) -> Draft:
    """Notes and sentences of an analyst that name an account."""
    rulings = tuple(
        Ruling(event=event.id, note=f"as {account.aliases[0]} said", reword=f"{account.aliases[0]} gets news")
        for event in events
    )
    return Draft(week="2026-W08", by="mara", rulings=rulings, text="", note=f"{account.aliases[0]} comes first")


def own_source(account: Account) -> Unseen:
    subject = Subject(kind=SubjectKind.ACCOUNT, name=account.name)
    return worlds.unseen(f"{account.aliases[0].lower()}-news", subject, Reason.TIMEOUT, 2)


def everything(week: Week, audience: Audience) -> str:
    one = digest.compose(week, audience, shown=worlds.shown)
    return "\n".join((one.subject, one.preview, one.text, one.html, one.evidence)).casefold()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(weeks())
def test_a_name_outside_the_readers_accounts_reaches_them_nowhere(week: Week) -> None:
    for audience in digest.audiences(week.accounts, worlds.SENDS.date()):
        said = everything(week, audience)
        for account in week.accounts.accounts:
            if account not in audience.accounts:
                assert account.aliases[0].casefold() not in said
            if account not in audience.accounts or audience.kind is EditionKind.ANALYST:
                assert worlds.said_revenue(account) not in said


def test_the_readers_own_names_and_money_do_reach_them() -> None:
    """So that the property above cannot hold because nothing is ever said."""
    account = replace(worlds.MARLOWE, name="Quxcorp0 Holding", aliases=("Quxcorp0",), owner="person1", team=())
    event = worlds.scrapingdog()
    week = replace(
        worlds.quiet_week(),
        accounts=Accounts(us=Us(name="Halden"), people=PEOPLE, accounts=(account,)),
        events=(event,),
        impacts=(worlds.impact(event, account, 50, Stance.WATCH, (ReasonKind.TOPIC, "x")),),
    )
    by_kind = {audience.kind: everything(week, audience) for audience in digest.audiences(week.accounts)}
    owner, analyst = by_kind[EditionKind.OWNER], by_kind[EditionKind.ANALYST]
    assert "quxcorp0" in owner
    assert worlds.said_revenue(account) in owner
    assert "quxcorp0" in analyst
    assert worlds.said_revenue(account) not in analyst
