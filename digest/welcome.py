"""A reader's first mail: what is watched, and how things stood at the first visit, all of it background."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from digest.lines import corrections, held, not_seen, notices, watched
from digest.mail import Heading, Line, Mail, Section
from digest.nearness import near
from digest.scope import Scope
from digest.words import amount, clean, clip, counted, joined, short_day, short_name
from domain.accounts import Account, Product, Use
from domain.editions import EditionKind, Stated
from domain.findings import Opening, Price, PriceKind, Regulation
from domain.grammar import possessive
from domain.sources import SubjectKind
from guard.escaping import web_url

WORDS = 700
PLANS, ROLES, CERTIFICATES = 6, 4, 6
# How many lines of each section, until the mail fits.
LINES = (12, 9, 7, 5, 3)
TITLE_WORDS = 16
NAME_WORDS = 5
NAMED_CALM = 5
PERIODS = {"month": "a month", "year": "a year", "week": "a week", "day": "a day", "once": "once"}


def welcome(scope: Scope, heading: Heading, words: Callable[[Mail], int]) -> Mail:
    """The first mail, at most 700 words: as many lines of background as that leaves room for."""
    tries = (_mail(scope, heading, most) for most in LINES)
    return next((mail for mail in tries if words(mail) <= WORDS), _mail(scope, heading, 1))


def _mail(scope: Scope, heading: Heading, most: int) -> Mail:
    sections = (
        ("Who touches whom", _touches(scope)),
        ("Today's prices", _facts(scope, Price, _prices)),
        ("Certificates", _facts(scope, Regulation, _certificates)),
        ("Open roles", _facts(scope, Opening, _roles)),
        ("Last 14 days", _entries(scope)),
    )
    week = scope.week
    return Mail(
        heading=heading,
        subject=f"Welcome: {counted(week.watched, 'source')} watched · {heading.week}",
        preview="How your rivals stand today. From the next mail on: what changed, whom it touches, what to do.",
        opening=f"Bellwether now watches {counted(week.watched, 'source')} for {_yours(scope)}"
        f"{counted(len(scope.accounts), 'account')}{_whose(scope)}.",
        aside="From the next mail on you read what changed, and whom it touches. All below is background: how things "
        "stood at the first visit. None of it is news.",
        sections=tuple(Section(title=title, lines=_capped(lines, most)) for title, lines in sections if lines),
        notices=notices(scope),
        closing=(*watched(scope), *held(scope), *not_seen(scope), *corrections(scope)),
    )


def _capped(lines: Sequence[Line], most: int) -> tuple[Line, ...]:
    """So many lines, the last of them saying how many more there are."""
    if len(lines) <= most:
        return tuple(lines)
    names = [line.who for line in lines[most - 1 :]]
    said = joined([clip(name, NAME_WORDS) for name in dict.fromkeys(names)][:4])
    more = len(lines) - most + 1
    return (*lines[: most - 1], Line(who=f"{more} more", text=f"{said}." if more <= 4 else f"{said} and others."))


def _yours(scope: Scope) -> str:
    return "your " if scope.audience.kind is EditionKind.OWNER else ""


def _whose(scope: Scope) -> str:
    """`: 15 on 8 competitors, 5 on registers, markets and accounts`; `, on 44 competitors` where there is no other."""
    rivals = [one for one in scope.week.watching if one.subject.kind is SubjectKind.COMPETITOR]
    if not rivals:
        return ""
    theirs, whose = sum(one.sources for one in rivals), counted(len(rivals), "competitor")
    rest = scope.week.watched - theirs
    return f": {theirs} on {whose}, {rest} on registers, markets and accounts" if rest else f", on {whose}"


def _touches(scope: Scope) -> list[Line]:
    """A line for each account that a rival is at, or could be: most at stake first."""
    found = [(account, _rivals_at(scope, account)) for account in scope.accounts.values()]
    lines = [Line(who=short_name(account), text=f"{'; '.join(said)}.") for account, said in found if said]
    calm = [short_name(account) for account, said in found if not said]
    if calm and lines:
        said = joined(calm) if len(calm) <= NAMED_CALM else counted(len(calm), "account")
        lines.append(Line(who="No rival known at", text=f"{said}."))
    return lines


def _rivals_at(scope: Scope, account: Account) -> list[str]:
    """`runs Scrapingdog's Google Hotels API beside your Hotel Rates`, `Fathom sells against your Hotel Rates`"""
    bought = [product for product in scope.week.accounts.us.products if product.name in account.buys]
    said = [_run(use, bought) for use in account.also_uses]
    running = {use.competitor for use in account.also_uses}
    against: dict[tuple[str, ...], list[str]] = {}
    for product in bought:
        names = tuple(clean(rival) for rival, _ in product.rivals if rival not in running)
        against.setdefault(names, []).append(clean(product.name))
    for names, ours in against.items():
        if names:
            said.append(f"{joined(names)} {'sells' if len(names) == 1 else 'sell'} against your {joined(ours)}")
    return said


def _run(use: Use, bought: Sequence[Product]) -> str:
    """What they run, and beside which of ours: those it is named a rival of, else those its maker sells against."""
    meets = [product for product in bought if use.competitor in dict(product.rivals)]
    named = [product for product in meets if _is_rival_of(use, product)]
    ours = joined([clean(product.name) for product in named or meets])
    rival = clean(use.competitor)
    what = possessive(rival, clean(use.product)) if use.product else rival
    return f"runs {what} beside your {ours}" if ours else f"runs {what}"


def _is_rival_of(use: Use, product: Product) -> bool:
    """Whether our product names theirs; `Azure Ultra Disk (UK South)` is a variant of `Azure Ultra Disk`."""
    names = next((names for rival, names in product.rivals if rival == use.competitor), ())
    theirs = (use.product or "").casefold()
    return any(theirs == name.casefold() or theirs.startswith(f"{name.casefold()} (") for name in names)


def _facts(scope: Scope, kind: type, say: Callable[[Sequence[Stated]], str]) -> list[Line]:
    """A line for each source that states facts of a kind, the rivals nearest to the reader's accounts first."""
    rivals = near(scope)
    found: dict[tuple[str, str], list[Stated]] = {}
    for one in scope.week.background.facts:
        if isinstance(one.fact.value, kind) and one.subject.kind is SubjectKind.COMPETITOR:
            found.setdefault((one.subject.name, one.source.name), []).append(one)
    ranked = sorted(found.items(), key=lambda pair: (-rivals[pair[0][0]], pair[0]))
    lines = []
    for (who, _), facts in ranked:
        text = say(facts)
        if text and not scope.names_others(text):
            lines.append(Line(who=clean(who), text=f"{text}.", url=web_url(facts[0].source.url)))
    return lines


def _prices(facts: Sequence[Stated]) -> str:
    """`StayFeed Solo €190, Team €640 a month; Enterprise on request`"""
    said: list[str] = []
    last = ""
    values = [one.fact.value for one in facts if isinstance(one.fact.value, Price)]
    plans = [value for value in values if value.kind in (PriceKind.AMOUNT, PriceKind.PLAN_ADDED, PriceKind.FREE_TIER)]
    for value in plans[:PLANS]:
        cost, period = _cost(value)
        if said and period == last:
            said[-1] = said[-1].removesuffix(f" {period}") if period else said[-1]
        name = clip(clean(value.plan or ""), NAME_WORDS)
        said.append(" ".join(word for word in (name, cost, period) if word))
        last = period
    more = len(plans) - PLANS
    return ", ".join([*said, f"{more} more"] if more > 0 else said)


def _cost(value: Price) -> tuple[str, str]:
    if value.kind is PriceKind.FREE_TIER or value.amount_after == Decimal(0):
        return "free", ""
    if value.amount_after is None:
        return "on request", ""
    bound = f"{value.bound} " if value.bound else ""
    per = f"per {value.per}" if value.per else ""
    period = PERIODS.get(value.period or "", f"per {value.period}" if value.period else "")
    return f"{bound}{amount(value.amount_after, value.currency)}", " ".join(word for word in (per, period) if word)


def _certificates(facts: Sequence[Stated]) -> str:
    """`FedRAMP 20x Moderate, ISO 27001`"""
    values = [one.fact.value for one in facts if isinstance(one.fact.value, Regulation)]
    said = [" ".join(clean(word) for word in (value.name or value.what, value.level or "") if word) for value in values]
    names = [clip(name, NAME_WORDS) for name in dict.fromkeys(said)]
    more = len(names) - CERTIFICATES
    return ", ".join([*names[:CERTIFICATES], f"{more} more"] if more > 0 else names)


def _roles(facts: Sequence[Stated]) -> str:
    """`3 Key account manager (Leeds), Data engineer (Rotterdam)`"""
    values = [one.fact.value for one in facts if isinstance(one.fact.value, Opening)]
    said = [
        f"{f'{value.count} ' if value.count > 1 else ''}{clip(clean(value.role), NAME_WORDS)}"
        f"{f' ({clean(value.place)})' if value.place else ''}"
        for value in values
    ]
    more = sum(value.count for value in values[ROLES:])
    return ", ".join([*said[:ROLES], f"{more} more"] if more > 0 else said)


def _entries(scope: Scope) -> list[Line]:
    """The newest entries of feeds, of rivals near the reader's accounts first among those of one day."""
    rivals = near(scope)
    mine = [
        one
        for one in scope.week.background.entries
        if (one.subject.kind is not SubjectKind.ACCOUNT or one.subject.name in scope.accounts)
        and not scope.names_others(one.title)
    ]
    mine.sort(key=lambda one: (one.day, rivals[one.subject.name]), reverse=True)
    return [
        Line(
            who=f"{short_day(one.day, scope.today)}, {clean(one.subject.name)}",
            text=clip(clean(one.title), TITLE_WORDS),
            url=web_url(one.url),
        )
        for one in mine
    ]
