"""Announcements that prices move by a share: "Prices will increase by 8% on January 1, 2027"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from classifiers.prices.move_words import FALL, HEDGES, OTHERS, OURS, RISE
from classifiers.prices.movers import Move, moves_own
from classifiers.wording.effective import starting_on
from classifiers.wording.numbers import DIGIT
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.content import Where
from domain.findings import Fact, Price, PriceKind, Side
from domain.sources import Source

PRICES = Pattern(
    r"(?i)\b(?:prices|price of|pricing|fees|subscriptions|rates|tariffs|preise|tarife|prix|tarifs|precios|tarifas|"
    r"cuotas)\b"
)
PRICE_OF = Pattern(r"(?i:prices? (?:of|for)) (?i:its |our |the )?((?:[A-ZÀ-Þ][\w+&-]*)(?: [A-ZÀ-Þ\d][\w+&-]*){0,3})")
RISES = Pattern(rf"(?i)\b(?:{RISE}|upwards?|augment\w+|subir\w*|suben|aument\w+)\b")
FALLS = Pattern(rf"(?i)\b(?:{FALL}|downwards?|baiss\w+|diminu\w+|baj\w+|reduc\w+)\b")
SHARE = Pattern(r"(?i)\b(\d{1,2}(?:[.,]\d{1,2})?) ?(?:%|percent\b|per cent\b|prozent\b|pour cent\b|por ciento\b)")
BY = Pattern(
    r"(?i)\b(?:by|um|de|del|en un|un)\s+(?:an average of |about |around |on average |durchschnittlich |rund )?$"
)
WHOSE = Pattern(rf"(?i)\b(?:{OURS}|its|published (?:rates|prices)|(?:all|every|each)(?: paid)? (?:plans?|prices))\b")
# Shares are told of much besides prices, and often only as a guess.
UNSURE = Pattern(
    rf"(?i)\b(?:{HEDGES}|{OTHERS}|if|more than|maximum|expect(?:s|ed)?|industry|house|oil|gas|energy|food|commodity|"
    r"share|stock|suppliers?|costs?|last year|since)\b|n['’]t\b"
)
# "costs 15% less", "sind 10 % günstiger".
WAY = Pattern(
    r"(?i)^ (?:(less|cheaper|lower|günstiger|billiger|weniger|moins chère?s?|más barat[oa]s?)|(?:more|dearer|teurer|"
    r"mehr|"
    r"plus chère?s?|más car[oa]s?))\b"
)
COSTS = Pattern(
    r"(?i)\b(?:plans?|subscriptions?|prices?|licen[cs]es|tarife?|abos?|abonnements?|formules?|planes|tarifas)\b"
    r"(?: (?:now|will|today))* (?:costs?|is|are|kosten|sind|coûtent|sont|cuestan|son)(?: now| nun)?\s$"
)
PLACES = frozenset({Where.ENTRY, Where.PARAGRAPH, Where.LIST, Where.CARD, Where.HEADING, Where.BANNER})
LONGEST = 4_000
AROUND = 140
BEHIND = 90
FEW_WORDS = 6
# A full stop behind one or two digits is that of a German day.
ENDS = Pattern(r"(?:[^\d\s]\.|\d{3}\.|[!?;])(?:\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Share:
    """A share in a sentence: the span from what moves to the percent sign, the sentence, and the words that move."""

    start: int
    end: int
    percent: Decimal
    sentence: str
    plan: str | None
    move: Move


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
    for match in SHARE.finditer(text) if DIGIT.search(text) else ():
        since = max(0, match.start() - AROUND)
        since += max((one.end() for one in ENDS.finditer(text[since : match.start()])), default=0)
        ahead, rest = text[since : match.start()], text[match.end() : match.end() + BEHIND]
        end = ENDS.search(rest)
        behind = rest[: end.start()] if end else rest
        move = moved(ahead) or cheaper(ahead, rest)
        if move is not None:
            percent = move.sign * Decimal(match.group(1).replace(",", "."))
            of = PRICE_OF.search(ahead)
            sentence = COSTS.sub("prices ", ahead) + match.group(0) + behind
            yield Share(since + move.start, match.end(), percent, sentence, of.group(1) if of else None, move)


def moved(ahead: str) -> Move | None:
    """The words that move prices before a share, and whether prices rise (1) or fall (-1) by it."""
    found = [(match, sign) for words, sign in ((RISES, 1), (FALLS, -1)) for match in words.finditer(ahead)]
    if not found:
        return None
    verb, sign = max(found, key=lambda one: one[0].start())
    noun_behind = PRICES.search(ahead[verb.end() :])
    noun = noun_behind or next(iter([*PRICES.finditer(ahead[: verb.start()])][::-1]), None)
    beside = not ahead[verb.end() :].strip()  # "prices rise 6%"
    if noun is None or len(ahead[verb.end() :].split()) > FEW_WORDS or not (BY.search(ahead) or noun_behind or beside):
        return None
    at = verb.end() + noun.start() if noun_behind else noun.start()
    end = verb.end() + noun.end() if noun_behind else noun.end()
    start, stop = min(verb.start(), at), max(verb.end(), end)
    return Move(
        start=start,
        sign=sign,
        verb_first=noun_behind is not None,
        ahead=ahead[:start],
        between=ahead[verb.end() : at] if noun_behind else ahead[end : verb.start()],
        behind=ahead[stop:],
    )


def cheaper(ahead: str, behind: str) -> Move | None:
    """The words of "every plan costs 15% less": what costs ahead of the share, and the way it moves behind it."""
    way, costs = WAY.match(behind), COSTS.search(ahead)
    if way is None or costs is None:
        return None
    sign = -1 if way.group(1) else 1
    return Move(start=costs.start(), sign=sign, verb_first=False, ahead=ahead[: costs.start()], between="", behind="")


def is_own(share: Share, passage: Passage, company: str) -> bool:
    """Whether the sentence is sure and about the company's own prices: in an entry it says whose."""
    if UNSURE.search(share.sentence) or not moves_own(share.move, share.sentence, company):
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
