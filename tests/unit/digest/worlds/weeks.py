"""Whole weeks: full, quiet, first, crowded, and one with traces of somebody else's account."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from config.playbook_file import our_playbook
from domain.accounts import Account
from domain.editions import (
    ActivityLine,
    Period,
    Unseen,
    Watching,
    Week,
)
from domain.events import ReasonKind, Stance
from domain.findings import (
    TagName,
)
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import PageState, Reason
from tests.unit.digest.worlds.readers import CALDER, FOREIGN, MARLOWE, PENHALE, TESSERA, WORLD
from tests.unit.digest.worlds.signals import (
    brightvane_jobs,
    capcut,
    cc_pharma,
    edit,
    engenia,
    esto,
    event,
    impact,
    rival,
    scrapingdog,
    vanta,
    veridale,
)

SENDS = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)


def unseen(name: str, subject: Subject, reason: Reason, days: int, sends: datetime = SENDS) -> Unseen:
    source = Source(
        name=name, kind=SourceKind.PAGE, url=f"https://{name}.example/", subject=subject,
        schedule=Schedule(text="1d", every=timedelta(days=1)),
    )  # fmt: skip
    since = sends - timedelta(days=days)
    return Unseen(
        source=source, state=PageState.BLOCKED, reason=reason, explanation="a wall", since=since, last_good=since
    )


def walls(sends: datetime) -> tuple[Unseen, ...]:
    """Two bot walls, since Tuesday and Friday of the week before the edition."""
    return (
        unseen("brightvane-prices", rival("Brightvane"), Reason.BOT_WALL, 6, sends),
        unseen("veridale-newsroom", rival("Veridale"), Reason.BOT_WALL, 3, sends),
    )


UNSEEN = walls(SENDS)


def period(label: str = "2026-W08", after: int = 5, sends: datetime = SENDS) -> Period:
    return Period(label=label, after_seq=after, cut_seq=90, sends_at=sends)


def full_week() -> Week:
    """Signals 1 to 8, linked as an account manager would."""
    one, two, three, four, five, six, seven, eight = (
        scrapingdog(), engenia(), cc_pharma(), vanta(), esto(), capcut(), veridale(), brightvane_jobs(),
    )  # fmt: skip
    impacts = (
        impact(one, MARLOWE, 88, Stance.THREAT,
               (ReasonKind.INCUMBENT_THERE, "Marlowe runs Scrapingdog's Google Hotels API beside your Hotel Rates")),
        impact(one, FOREIGN, 60, Stance.THREAT, (ReasonKind.SAME_PRODUCT, "Zephyr buys Hotel Rates from us")),
        impact(four, TESSERA, 76, Stance.THREAT, (ReasonKind.INCUMBENT_THERE, "Vanta is incumbent there"),
               (ReasonKind.INDUSTRY, "fintech")),
        impact(eight, CALDER, 64, Stance.WATCH, (ReasonKind.REGION, "Leeds is Calder's city")),
        impact(three, CALDER, 58, Stance.WATCH, (ReasonKind.INDUSTRY, "UK pharmaceutical distribution")),
        impact(two, PENHALE, 52, Stance.WATCH, (ReasonKind.TOPIC, "dicamba is crop protection, which they buy")),
        impact(seven, TESSERA, 48, Stance.WATCH, (ReasonKind.BOUND_BY, "bound by the eIDAS wallet rule")),
        impact(five, TESSERA, 44, Stance.WATCH, (ReasonKind.REGION, "merchants in Tallinn")),
    )  # fmt: skip
    return Week(
        period=period(),
        accounts=WORLD,
        playbook=our_playbook(),
        events=(one, two, three, four, five, six, seven, eight),
        impacts=impacts,
        unseen=UNSEEN,
        watched=63,
        noise=23,
        baselines=0,
        corrections=('Correction to W06: Brightvane "Team" fell 10%, not 20% (yearly view misread).',),
        activity=(
            ActivityLine(account="Marlowe Travel", value=62, last=48),
            ActivityLine(account="Tessera Pay", value=41, last=22),
            ActivityLine(account="Calder Pharma Wholesale", value=38, last=9),
            ActivityLine(account="Penhale Growers", value=15, last=15),
            ActivityLine(account="Zephyr Aerospace", value=70, last=70),
        ),
    )


def quiet_week() -> Week:
    """Signal 9: nothing real changed; two sites answered with a bot wall."""
    return Week(
        period=period("2026-W09", 90, SENDS + timedelta(days=7)), accounts=WORLD, events=(), impacts=(),
        unseen=walls(SENDS + timedelta(days=7)), watched=63, noise=23, baselines=0,
    )  # fmt: skip


def first_week() -> Week:
    """Only baselines."""
    return Week(
        period=period("2026-W07", 0, SENDS - timedelta(days=7)), accounts=WORLD, events=(), impacts=(),
        unseen=walls(SENDS - timedelta(days=7))[:1], watched=63, noise=0, baselines=62,
        watching=(
            Watching(subject=rival("Brightvane"), sources=6),
            Watching(subject=rival("Vanta"), sources=4),
            Watching(subject=Subject(kind=SubjectKind.ACCOUNT, name="Zephyr Aerospace"), sources=1),
        ),
    )  # fmt: skip


def with_account(week: Week, account: Account) -> Week:
    others = tuple(one for one in week.accounts.accounts if one.name != account.name)
    return replace(week, accounts=replace(week.accounts, accounts=(account, *others)))


def with_foreign_traces(week: Week) -> Week:
    """The same week with Rosa's account in every field that could carry its name, money or dates."""
    own = unseen("zephyr-aerospace-newsroom", Subject(kind=SubjectKind.ACCOUNT, name=FOREIGN.name), Reason.TIMEOUT, 1)
    activity = ActivityLine(account=FOREIGN.name, value=88, last=70)
    return replace(
        week,
        unseen=(*week.unseen, own),
        corrections=(*week.corrections, "Correction to W06: Zephyr is not touched by BASF, €777k is not at stake."),
        activity=(*week.activity, activity),
    )


def crowded_week(count: int) -> Week:
    """Many wordy events, each touching one of Ines's accounts."""
    wordy = " ".join(f"word{n}" for n in range(80))
    accounts = [account for account in WORLD.accounts if account.owner == "ines"]
    events, impacts = [], []
    for n in range(count):
        made = event(
            f"many{n}", rival(f"Rival {n}"), f"Rival {n} announces {wordy}", (TagName.PRODUCT,),
            [edit(f"m{n}", f"old {wordy}", f"new {wordy}", path=("Heading",))],
        )  # fmt: skip
        events.append(made)
        reasons = [(ReasonKind.TOPIC, f"reason {place} {wordy}") for place in range(4)]
        impacts.append(impact(made, accounts[n % len(accounts)], 90 - n / 2, tuple(Stance)[n % 3], *reasons))
    return replace(full_week(), events=tuple(events), impacts=tuple(impacts))
