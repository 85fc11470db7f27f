"""Announcements that prices move by a share: "Prices will increase by 8% on January 1, 2027"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import re2

from classifiers.effective import starting_on
from classifiers.passages import Passage
from domain.content import Where
from domain.findings import Fact, Price, PriceKind, Side
from domain.sources import Source

PRICES = re2.compile(
    r"(?i)\b(?:prices|price of|pricing|fees|subscriptions|rates|tariffs|preise|tarife|prix|tarifs|precios|tarifas|"
    r"cuotas)\b"
)
PRICE_OF = re2.compile(
    r"(?i:prices? (?:of|for)) (?i:its |our |the )?((?:[A-ZÀ-Þ][\w+&-]*)(?: [A-ZÀ-Þ\d][\w+&-]*){0,3})"
)
RISES = re2.compile(
    r"(?i)\b(?:rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|ris(?:e|es|ing)|rose|go(?:es|ing)? up|went up|climb(?:s|ed)?|"
    r"hik(?:e|es|ed|ing)|put(?:s|ting)? up|upwards?|erhöh\w+|steigen|anheb\w+|augment\w+|subir\w*|suben|aument\w+)"
)
FALLS = re2.compile(
    r"(?i)\b(?:cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|drop(?:s|ped|ping)?|fall(?:s|ing)?|fell|"
    r"go(?:es|ing)? down|downwards?|senk\w+|sinken|baiss\w+|diminu\w+|baj\w+|reduc\w+)"
)
SHARE = re2.compile(r"(?i)\b(\d{1,2}(?:[.,]\d{1,2})?) ?(?:%|percent\b|per cent\b|prozent\b|pour cent\b|por ciento\b)")
BY = re2.compile(
    r"(?i)\b(?:by|um|de|del|en un|un)\s+(?:an average of |about |around |on average |durchschnittlich |rund )?$"
)
# In "software prices rise by 10% a year" the word right before says whose prices: not the company's.
OF_THINGS = re2.compile(r"(?i)(?:^|[^\pL])(\pL+)\s$")
DETERMINER_LIST = (
    "our its the all these list plan subscription licence license membership new current most that and monthly yearly "
    "unsere unseren alle die der nos nuestros nuestras los las les tous todos"
)
DETERMINERS = frozenset(DETERMINER_LIST.split())
WHOSE = re2.compile(r"(?i)\b(?:we|our|ours|us|its|wir|unsere?[nr]?|nous|nos|notre|nuestr[oa]s?)\b")
UNSURE = re2.compile(
    r"(?i)\b(?:not|no|never|may|might|could|would|if|whether|more than|at most|up to|maximum|nicht|keine?|könnten?|ne|"
    r"pas|pourraient?|podrían?|expect(?:s|ed)?|competitors?|rivals?|others?|elsewhere|market|industry|inflation|house|"
    r"oil|gas|energy|food|commodity|share|stock|suppliers?|costs?|last year|since)\b|n['’]t\b"
)
PLACES = frozenset({Where.ENTRY, Where.PARAGRAPH, Where.LIST, Where.CARD, Where.HEADING, Where.BANNER})
LONGEST = 4_000
AROUND = 140
BEHIND = 90
FEW_WORDS = 6
# A full stop behind one or two digits is that of a German day.
ENDS = re2.compile(r"(?:[^\d\s]\.|\d{3}\.|[!?;])(?:\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Share:
    """A share in a sentence: the span from what moves to the percent sign, and the sentence."""

    start: int
    end: int
    percent: Decimal
    sentence: str
    plan: str | None


def shares(read: Sequence[Passage], source: Source) -> Iterator[Fact]:
    """Facts of kind billing term with `percent`, for a sentence that is new and speaks of the company's own prices."""
    for passage in read:
        if passage.side is not Side.AFTER or passage.edit.where not in PLACES or passage.aside:
            continue
        for share in shares_in(passage.text[:LONGEST]):
            if passage.is_fresh(share.start, share.end) and is_own(share, passage, source.subject.name):
                yield share_fact(passage, share)


def shares_in(text: str) -> Iterator[Share]:
    """Every share by which prices are said to rise or fall; a fall is below zero."""
    for match in SHARE.finditer(text):
        since = max(0, match.start() - AROUND)
        since += max((one.end() for one in ENDS.finditer(text[since : match.start()])), default=0)
        ahead, rest = text[since : match.start()], text[match.end() : match.end() + BEHIND]
        end = ENDS.search(rest)
        behind = rest[: end.start()] if end else rest
        found = moved(ahead)
        if found is not None:
            start, sign = found
            percent = sign * Decimal(match.group(1).replace(",", "."))
            of = PRICE_OF.search(ahead)
            sentence = ahead + match.group(0) + behind
            yield Share(since + start, match.end(), percent, sentence, of.group(1) if of else None)


def moved(ahead: str) -> tuple[int, int] | None:
    """Where the words that move prices begin before a share, and whether prices rise (1) or fall (-1) by it."""
    found = [(match, sign) for words, sign in ((RISES, 1), (FALLS, -1)) for match in words.finditer(ahead)]
    if not found:
        return None
    move, sign = max(found, key=lambda one: one[0].start())
    between = ahead[move.end() :]
    noun_behind = PRICES.search(between)
    noun = noun_behind or PRICES.search(ahead[: move.start()])
    if (
        noun is None
        or (not noun_behind and of_things(ahead[: noun.start()]))
        or len(between.split()) > FEW_WORDS
        or not (BY.search(ahead) or noun_behind)
    ):
        return None
    return (move.start() if noun_behind else noun.start()), sign


def of_things(ahead: str) -> bool:
    """Whether a word that is no determiner stands right before the noun: "software prices"."""
    word = OF_THINGS.search(ahead)
    return word is not None and word.group(1).casefold() not in DETERMINERS


def is_own(share: Share, passage: Passage, company: str) -> bool:
    """Whether the sentence is sure and about the company's own prices: in an entry it says whose."""
    if UNSURE.search(share.sentence):
        return False
    named = company.casefold() in share.sentence.casefold() or WHOSE.search(share.sentence) is not None
    return named or passage.edit.where is not Where.ENTRY


def share_fact(passage: Passage, share: Share) -> Fact:
    quote = passage.quote(share.start, share.end)
    value = Price(
        kind=PriceKind.BILLING_TERM,
        plan=share.plan,
        after=quote.text,
        percent=share.percent,
        effective_on=starting_on(share.sentence),
    )
    return Fact(type="price", value=value, quote=quote, confidence=0.8)
