"""Reported figures: metric, amount and growth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from classifiers.saying.disowned import expected_by_analysts, of_another
from classifiers.wording.money import SYMBOL, amount_of, currency_of
from classifiers.wording.numbers import NUMBER, SCALE
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from classifiers.wording.suspects import Suspects
from domain.findings import Fact, Figure, Side
from domain.sources import Source

LONGEST_TEXT = 4_000
MONEY_METRIC = (
    r"(?:net |total |annual |quarterly |operating |recurring |gross )*(?:revenues?|turnover|"
    r"sales|EBITDA|EBITA|EBIT|profits?|income|earnings|ARR|bookings|loss|"
    r"cash flow|GMV|transaction volume|funding|valuation)"
)
COUNTED = (
    r"(?:merchants|users|customers|employees|subscribers|members|stores|partners|countries|"
    r"hotels|clients|downloads|accounts|shoppers)"
)
GROWTH = (
    r"(?:\s*\(\s*([+\-−–]\s?[\d.,]+)\s?%[^)]{0,30}\)|,? (up|down|an increase of|a decrease of|"
    r"growing|rising|falling) (?:by )?([\d.,]+)\s?(?:%|percent|per cent))"
)
LINK = (
    r"(?: for the (?:quarter|year|period|(?:first|second|third|fourth) quarter|full year|half)(?: of \d{4})?)?"
    r"(?: (?:of|was|were|is|reached|totall?ed|rose to|grew to|increased to|climbed to|hit|narrowed to|widened to|"
    r"came to|fell to|at|to|amounted to|passes|passed|tops|topped|exceeds|exceeded|surpasses|surpassed|crosses|"
    r"crossed))?:? "
)
MONEY_FIGURE = Pattern(
    rf"(?i)\b({MONEY_METRIC}){LINK}(?:a |an )?(?:record )?({SYMBOL})\s?({NUMBER})({SCALE})?{GROWTH}?"
)
# "Revenue rose 14% to €35 million": the growth stands before the amount.
ROSE = r"(rose|grew|increased|climbed|jumped|surged|was up|up|fell|dropped|declined|decreased|slipped|was down|down)"
MOVED_FIGURE = Pattern(
    rf"(?i)\b({MONEY_METRIC}) {ROSE} (?:by )?([\d.,]+) ?(?:%|percent|per cent)(?: year[ -]over[ -]year|"
    rf" year[ -]on[ -]year)? to "
    rf"({SYMBOL})\s?({NUMBER})({SCALE})?"
)
# "Recurring revenue grew by 44 percent to 71 million dollars": the currency behind the amount.
WORDED_FIGURE = Pattern(
    rf"(?i)\b({MONEY_METRIC})(?: {ROSE} (?:by )?([\d.,]+) ?(?:%|percent|per cent)[^.\n\d]{{0,30}}? to|"
    rf" (?:of|was|reached|totall?ed|hit)) ({NUMBER})({SCALE})?[ -](dollars|euros|pounds|USD|EUR|GBP|CHF|€|£)"
)
FALLS = frozenset(
    ("down", "fell", "falling", "dropped", "declined", "decreased", "slipped", "was down", "a decrease of")
)
RAISED = Pattern(
    rf"(?i)\b(?:raises|raised|secures|secured|closes|closed|lands) (?:an? )?({SYMBOL})\s?({NUMBER})({SCALE})?"
    r"(?:,| in| of)? ?(?:[\w-]+ ){0,3}(?:funding|financing|round|series [a-h]\b)"
)
COUNT_FIGURE = Pattern(
    rf"(?i)\b({NUMBER})({SCALE})?(\+)? (?:active |new |paying |"
    rf"registered )?({COUNTED}){GROWTH}"
)
COUNT_LABEL = Pattern(rf"(?i)\b(?:number of |total )?({COUNTED}): ({NUMBER})({SCALE})?(\+)?{GROWTH}?")
# A company tells how many it has: with that verb it is a figure, elsewhere a number like any other.
COUNT_TOLD = Pattern(
    rf"(?i)\b(?:now (?:serves?|has|counts|employs)|serv(?:es|ing)|surpass(?:es|ed)|pass(?:es|ed)|reach(?:es|ed)|"
    rf"topp?(?:s|ed)|"
    rf"exceed(?:s|ed)|cross(?:es|ed)|hits|hit) (?:more than |over |nearly |about |the )?({NUMBER})({SCALE})?(\+)? "
    rf"(?:active |new |paying |registered )?({COUNTED})\b(?:(?: in| across) ({NUMBER})()(\+)? (countries|hotels|"
    rf"stores))?"
)
RAISED_ELSEWHERE = Pattern(
    rf"(?i)\b(?:lève|levé|sammelt|erhält|recauda|levanta|capta|logra) (?:rund |près de |cerca de )?({NUMBER})"
)
# German, French and Spanish reports: the metric in English, the amount before its sign.
OTHER_METRICS = {
    "nettoverlust": "net loss", "verlust": "loss", "perte nette": "net loss", "pérdida neta": "net loss",
    "betriebsergebnis": "operating income", "résultat d'exploitation": "operating income",
    "umsatz": "revenue", "nettogewinn": "net profit", "gewinn": "profit", "chiffre d'affaires": "revenue",
    "chiffre d’affaires": "revenue", "résultat net": "net profit", "bénéfice net": "net profit", "ingresos": "revenue",
    "ventas": "revenue", "beneficio neto": "net profit",
}  # fmt: skip
OTHER_SCALE = (
    r"(?:\s?(?:Mio\.?|Millionen|M|millions?(?: d['’])?|millones(?: de)?|Mrd\.?|Milliarden|"
    r"milliards?(?: d['’])?))"
)
OTHER_FIGURE = Pattern(
    rf"(?i)\b(?:({'|'.join(OTHER_METRICS)}))[^.\n]{{0,50}}?\b({NUMBER})({OTHER_SCALE})?\s?(€|euros?|EUR|CHF|\$)"
)
MOVES = (
    r"steigt|steigert|stieg|wächst|wuchs|hausse|progresse|crece|crecen|creció|crecieron|sube|suben|sinkt|sank|fällt|"
    r"baisse|"
    r"recule|cae|caen|cayeron"
)
OTHER_GROWTH = tuple(
    Pattern(rf"(?i){before}[^.\n%]{{0,24}}?([\d.,]+) ?(?:%|Prozent|por ciento)") for before in (rf"\b({MOVES})", "()")
)
WITH_SIGN = Pattern(rf"(?i)^{NUMBER}({OTHER_SCALE})\s?(€|euros?|EUR|CHF|\$|dollars?|Dollar)")
BILLIONS = Pattern(r"(?i)mrd|milliard")
OTHER_FALLS = frozenset(("sinkt", "sank", "fällt", "baisse", "cae", "caen"))
# Most texts tell no figure: one look spares them all these.
SHAPES = (
    MONEY_FIGURE,
    MOVED_FIGURE,
    WORDED_FIGURE,
    RAISED,
    COUNT_FIGURE,
    COUNT_LABEL,
    COUNT_TOLD,
    OTHER_FIGURE,
    RAISED_ELSEWHERE,
)
SUSPECTS = Suspects(*(shape.pattern for shape in SHAPES))
PERIOD = Pattern(
    r"\b((?:[QH][1-4] |FY ?|[Ff]ull[- ]year |(?:first|second|third|fourth) (?:quarter|half) (?:of )?)?20\d\d)\b"
)


def find_figures(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """Figures of what is new, in order, once for each metric."""
    found: dict[str, Fact] = {}
    for passage in read:
        if passage.side is Side.AFTER and not passage.aside:
            for fact in reported(passage, source):
                if isinstance(fact.value, Figure):
                    found.setdefault(fact.value.metric, fact)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as a text writes it, with its span."""

    span: tuple[int, int]
    metric: str
    amount: Decimal | None
    currency: str | None = None
    growth: Decimal | None = None
    at_least: bool = False


def reported(passage: Passage, source: Source) -> Iterator[Fact]:
    text = passage.text[:LONGEST_TEXT]
    if not SUSPECTS.of(text):
        return
    period = PERIOD.search(text)
    found = [
        *money_figures(text, source.decimal),
        *counts(text, source.decimal),
        *other_figures(text),
        *raised_elsewhere(text),
    ]
    for one in sorted(found, key=lambda reading: reading.span):
        if one.amount is None or not passage.is_fresh(*one.span) or not_reported(text, one.span, source):
            continue
        yield Fact(
            type="figure",
            value=Figure(
                metric=one.metric if one.metric.isupper() else one.metric.lower(),
                amount=one.amount,
                currency=one.currency,
                growth=one.growth,
                period=period.group(1) if period else None,
                at_least=one.at_least,
            ),
            quote=passage.quote(*one.span),
            confidence=0.85 if one.growth is not None else 0.7,
        )


def not_reported(text: str, span: tuple[int, int], source: Source) -> bool:
    """Whether another company reports the figure, or analysts only expect it."""
    return of_another(text, *span, source) or expected_by_analysts(text, *span)


def money_figures(text: str, decimal: str | None) -> Iterator[Reading]:
    """Metrics with an amount: its growth behind it, before it, or not told; and funding that was raised."""
    for match in MONEY_FIGURE.finditer(text):
        metric, symbol, number, scale, *grown = match.groups()
        yield Reading(
            match.span(),
            metric,
            amount_of(number, scale, decimal),
            currency_of(symbol),
            growth_of(grown[0], grown[1], grown[2]),
        )
    for match in MOVED_FIGURE.finditer(text):
        metric, direction, percent, symbol, number, scale = match.groups()
        growth = growth_of(None, direction, percent)
        yield Reading(match.span(), metric, amount_of(number, scale, decimal), currency_of(symbol), growth)
    for match in WORDED_FIGURE.finditer(text):
        metric, direction, percent, number, scale, name = match.groups()
        growth = growth_of(None, direction, percent)
        sign = "£" if name.lower() == "pounds" else name
        yield Reading(match.span(), metric, amount_of(number, scale, decimal), currency_of(sign), growth)
    for match in RAISED.finditer(text):
        symbol, number, scale = match.groups()
        yield Reading(match.span(), "funding", amount_of(number, scale, decimal), currency_of(symbol))


def counts(text: str, decimal: str | None) -> Iterator[Reading]:
    """Customers, users and the like: with their growth, behind a label, or as what a company says it has."""
    for match in COUNT_FIGURE.finditer(text):
        number, scale, plus, counted, *grown = match.groups()
        growth = growth_of(grown[0], grown[1], grown[2])
        yield Reading(match.span(), counted, amount_of(number, scale, decimal), None, growth, bool(plus))
    for match in COUNT_LABEL.finditer(text):
        counted, number, scale, plus, *grown = match.groups()
        growth = growth_of(grown[0], grown[1], grown[2])
        yield Reading(match.span(), counted, amount_of(number, scale, decimal), None, growth, bool(plus))
    for match in COUNT_TOLD.finditer(text):
        groups = match.groups()
        for at in (0, 4):
            number, scale, plus, counted = groups[at : at + 4]
            if number:
                span = match.start(at + 1), match.end(at + 4)
                yield Reading(span, counted, amount_of(number, scale, decimal), None, None, bool(plus))


def other_figures(text: str) -> Iterator[Reading]:
    """Metrics of German, French and Spanish reports, told in English."""
    for match in OTHER_FIGURE.finditer(text):
        metric, number, scale, sign = match.groups()
        amount = amount_of(number, None, None)
        around = text[match.start() : match.start(2)], text[match.end() : match.end() + 50]
        grown = next((hit for one in OTHER_GROWTH for part in around if (hit := one.search(part))), None)
        factor = 10**9 if scale and BILLIONS.search(scale) else 10**6 if scale else 1
        yield Reading(
            match.span(),
            OTHER_METRICS[metric.lower()],
            amount * factor if amount is not None else None,
            currency_of(sign),
            other_growth(grown) if grown else None,
        )


def raised_elsewhere(text: str) -> Iterator[Reading]:
    """Money that a company got from investors, as German, French and Spanish texts tell it."""
    for match in RAISED_ELSEWHERE.finditer(text):
        found = WITH_SIGN.match(text[match.start(1) : match.start(1) + 60])
        amount = amount_of(match.group(1), None, None)
        if found and amount is not None:
            factor = 10**9 if BILLIONS.search(found.group(1)) else 10**6
            span = match.start(), match.start(1) + found.end()
            yield Reading(span, "funding", amount * factor, currency_of(found.group(2)))


def growth_of(signed: str | None, direction: str | None, percent: str | None) -> Decimal | None:
    """Growth in percent; negative for a fall."""
    written = signed or percent
    if not written:
        return None
    falls = written[0] in "-−–" or (direction or "").lower() in FALLS
    try:
        size = Decimal(written.lstrip("+-−– ").replace(",", "."))
    except InvalidOperation:
        return None
    return -size if falls else size


def other_growth(match: Any) -> Decimal | None:
    """Growth in percent of a German, French or Spanish text; negative for a fall."""
    return growth_of(None, "down" if (match.group(1) or "").lower() in OTHER_FALLS else "up", match.group(2))
