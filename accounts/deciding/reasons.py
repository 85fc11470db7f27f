"""Says in one sentence each why an event matters to an account."""

from functools import lru_cache

from cleanco import basename

from accounts.deciding.judgement import Judgement
from accounts.deciding.nearness import Near
from accounts.deciding.ties import Fit, Ties
from accounts.places.countries import NAMES
from accounts.places.homes import homes, regions
from accounts.reading.event import Reading
from accounts.texts.folding import fold
from domain.accounts import Account
from domain.events import ImpactReason, ReasonKind
from domain.grammar import owned, possessive

SHOUTED = 5  # letters: shorter ones are short forms
# Places that English speaks of with an article.
WITH_ARTICLE = frozenset(
    (
        *("uk", "us", "usa", "eu", "uae", "netherlands", "baltics", "nordics", "balkans", "midlands", "gulf"),
        *("philippines", "midwest", "alps", "middle east", "far east", "united arab emirates", "bay area"),
    )
)


@lru_cache(maxsize=100_000)
def _plain(name: str) -> str:
    return basename(name) or name


def short_name(account: Account) -> str:
    """What people call the account: the shortest alias that begins its name, else the name less its legal form."""
    leading = [alias for alias in account.aliases if account.name.casefold().startswith(alias.casefold())]
    return min(leading, key=len, default="") or _plain(account.name)


def reasons(reading: Reading, ties: Ties, judgement: Judgement) -> tuple[ImpactReason, ...]:
    """All reasons that apply, the weightiest first."""
    found = (
        *_named(reading, ties, judgement),
        *_incumbent(ties),
        *_rule(ties),
        *_product(ties),
        *_topic(ties),
        *_region(ties),
        *_partner(ties),
        *_industry(ties),
    )
    return tuple(sorted(found, key=lambda reason: -reason.weight))


def _named(reading: Reading, ties: Ties, judgement: Judgement) -> list[ImpactReason]:
    mention = reading.named.get(ties.account.name)
    words = mention.words if mention else ""
    found = []
    if mention:
        found.append(_does(ReasonKind.NAMED_IN_TEXT, ties, "is named in the text", 1.0, words))
    if judgement.own:
        text = f"it is {owned(short_name(ties.account))} own news"
        found.append(_reason(ReasonKind.OWN_NEWS, text, "it is their own news", 0.8, words))
    return found


def _incumbent(ties: Ties) -> list[ImpactReason]:
    if ties.use is None or ties.fit is None:
        return []
    kind, rival, product = ReasonKind.INCUMBENT_THERE, ties.use.competitor, ties.use.product
    if product is None:
        return [_does(kind, ties, _runs(ties), 0.8, rival)]
    if ties.fit is Fit.OTHER_PRODUCT:
        return [_does(kind, ties, f"runs {possessive(rival, product)} (not this product)", 0.4, product)]
    if ties.fit is Fit.OTHER_VARIANT:
        return [_does(kind, ties, f"runs {possessive(rival, product)} (another variant than this)", 0.4, product)]
    return [_does(kind, ties, _runs(ties), 0.9, product)]


def _runs(ties: Ties) -> str:
    """ "runs Scrapingdog's Google Hotels API beside your Hotel Rates", "runs Vanta"."""
    if ties.use is None:
        return ""
    beside = f" beside your {ties.product}" if ties.product else ""
    what = possessive(ties.use.competitor, ties.use.product) if ties.use.product else ties.use.competitor
    return f"runs {what}{beside}"


def _product(ties: Ties) -> list[ImpactReason]:
    """Where the incumbent's sentence says it already, that very sentence, so that the mail says it once."""
    if ties.product is None:
        return []
    said = _runs(ties) if _runs_it(ties) else f"buys your {ties.product}"
    return [_does(ReasonKind.SAME_PRODUCT, ties, said, 0.6, ties.met_by or "")]


def _runs_it(ties: Ties) -> bool:
    """Whether what the account runs of the rival is what the event is about, or all that we know of it."""
    return ties.fit in (Fit.SAME, Fit.NONE_NAMED) or (ties.use is not None and ties.use.product is None)


def _topic(ties: Ties) -> list[ImpactReason]:
    return [_does(ReasonKind.TOPIC, ties, f"deals with {ties.topic}", 0.5, ties.topic)] if ties.topic else []


def _rule(ties: Ties) -> list[ImpactReason]:
    return [_does(ReasonKind.BOUND_BY, ties, f"is bound by {ties.rule}", 0.7, ties.rule)] if ties.rule else []


def _region(ties: Ties) -> list[ImpactReason]:
    if ties.region is None:
        return []
    words, name = unshouted(ties.region.words), short_name(ties.account)
    around = _lies_in(ties)
    if ties.near is Near.CITY:
        text, theirs = f"{words} is {owned(name)} city", f"{words} is their city"
    elif around:
        text, theirs = f"{words} is{around}, where {name} is", f"{words} is{around}, where they are"
    else:
        return [_does(ReasonKind.REGION, ties, f"is in {with_article(words)}", 0.45, words)]
    return [_reason(ReasonKind.REGION, text, theirs, 0.45, words)]


def unshouted(place: str) -> str:
    """`England` of the `ENGLAND` of a dateline; `UK` and `NRW` stay."""
    return place.title() if place.isupper() and len(place) >= SHOUTED else place


def with_article(place: str) -> str:
    """`the UK`, `the Baltics`, `Estonia`."""
    asks = fold(place).text in WITH_ARTICLE or place.endswith(("Republic", "States", "Islands", "Kingdom"))
    return f"the {place}" if asks else place


def _lies_in(ties: Ties) -> str:
    """The region or country that holds both the text's place and the account, unless the place is that itself."""
    place = ties.region
    if place is None or not place.states:
        return ""
    shared = sorted(place.states & regions(ties.account.places))
    common = sorted(place.countries & homes(ties.account.places)[1])
    name = shared[0][1] if shared else NAMES.get(common[0], "") if common else ""
    return f" in {with_article(name)}" if name and fold(place.words).text != fold(name).text else ""


def _partner(ties: Ties) -> list[ImpactReason]:
    if not ties.partner:
        return []
    text, theirs = (
        f"{ties.partner} is a partner of {short_name(ties.account)}",
        f"{ties.partner} is a partner of theirs",
    )
    return [_reason(ReasonKind.PARTNER_OF_ACCOUNT, text, theirs, 0.4, ties.partner)]


def _industry(ties: Ties) -> list[ImpactReason]:
    return [_does(ReasonKind.INDUSTRY, ties, f"works in {ties.industry}", 0.2, ties.industry)] if ties.industry else []


def _does(kind: ReasonKind, ties: Ties, does: str, weight: float, words: str) -> ImpactReason:
    """A reason whose subject is the account."""
    return ImpactReason(kind=kind, text=f"{short_name(ties.account)} {does}", weight=weight, words=words, does=does)


def _reason(kind: ReasonKind, text: str, theirs: str, weight: float, words: str) -> ImpactReason:
    return ImpactReason(kind=kind, text=text, weight=weight, words=words, theirs=theirs)
