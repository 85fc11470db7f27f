"""What could not be seen, and what is held until it is seen again, in words."""

from digest.nearness import touches
from digest.scope import Scope
from digest.words import clean, clip, counted, day, joined, local, since, source_called
from domain.editions import Held, Unseen
from domain.sources import Source, SubjectKind
from domain.visits import PageState, Reason

NAMED_UNSEEN = 6
SAID_WORDS = 18
WHY_WORDS = 12
REASONS = {
    Reason.LOGIN_WALL: "login wall",
    Reason.CONSENT_WALL: "consent wall",
    Reason.BOT_WALL: "bot wall",
    Reason.RATE_LIMITED: "rate limit",
    Reason.FORBIDDEN: "refused",
    Reason.MAINTENANCE: "maintenance",
    Reason.PARKED: "parked domain",
    Reason.NOT_FOUND: "page gone",
    Reason.SERVER_ERROR: "server error",
    Reason.EMPTY: "empty page",
    Reason.SHELL: "script-only page",
    Reason.EXPECTATION: "expected words missing",
    Reason.SELECTOR: "selector matches nothing",
    Reason.UNREADABLE: "unreadable answer",
    Reason.INCOMPLETE: "answer cut short",
    Reason.TIMEOUT: "no answer in time",
    Reason.DNS: "address not found",
    Reason.TLS: "certificate refused",
    Reason.CONNECTION: "no connection",
    Reason.TOO_LARGE: "answer too large",
    Reason.ROBOTS: "robots.txt forbids",
    Reason.ADDRESS_REFUSED: "private address refused",
    Reason.NO_BROWSER: "no browser here",
    Reason.BROWSER: "browser failed",
    Reason.NOT_VISITED: "not visited yet",
    Reason.NOT_LOOKED_AT: "not looked at",
    Reason.SECRET_MISSING: "secret not set",
}
STATES = {
    PageState.BLOCKED: "blocked",
    PageState.SOFT_404: "page gone",
    PageState.GONE: "page gone",
    PageState.THIN: "too little on the page",
    PageState.ERROR: "error",
}


def held_text(scope: Scope, one: Held) -> str:
    """`Brightvane prices, since Sat: “…” (the whole page is another one); decided at the next look, due Tue 24 Feb.`"""
    zone = scope.audience.person.zone
    begun = since(local(one.since, zone).date(), scope.today)
    due = local(one.due, zone)
    when = "due now" if due <= scope.now else f"due {day(due.date(), scope.today)}"
    tried = f"; not decided yet, {unseen_why(scope, one.failed)}" if one.failed else ""
    said, why = clip(clean(one.says), SAID_WORDS).rstrip(". "), clip(clean(one.why), WHY_WORDS)
    return f"{source_name(one.source)}, since {begun}: {said} ({why}){tried}; decided at the next good look, {when}."


def unseen_text(scope: Scope) -> str:
    """`Brightvane prices (bot wall since Tue); their silence means nothing.`

    Named are those that could touch the reader; the others are counted, and listed in the evidence.
    """
    mine = [one for one in scope.unseen if touches(scope, one.source)]
    said = [f"{source_name(one.source)} ({unseen_why(scope, one)})" for one in mine[:NAMED_UNSEEN]]
    more, others = len(mine) - NAMED_UNSEEN, len(scope.unseen) - len(mine)
    said += [f"{more} more, listed in the evidence"] if more > 0 else []
    said += [f"{counted(others, 'source')} of rivals at none of your accounts"] if others else []
    theirs = "its" if len(scope.unseen) == 1 else "their"
    return f"{joined(said)}; {theirs} silence means nothing."


def unseen_why(scope: Scope, one: Unseen) -> str:
    """`bot wall since Tue`"""
    why = REASONS.get(one.reason) or STATES.get(one.state, one.state.value)
    if one.reason is Reason.NOT_VISITED:
        return why
    return f"{why} since {since(local(one.since, scope.audience.person.zone).date(), scope.today)}"


def source_name(source: Source) -> str:
    """`brightvane-pricing` as a reader would say it: `Brightvane pricing`; a market's source by its own name."""
    if source.subject.kind is SubjectKind.MARKET:
        return source.name.replace("-", " ")
    return source_called(source.name, source.subject.name)
