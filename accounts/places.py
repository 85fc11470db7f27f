"""Places in a text and in the account file: countries by their names, and the cities accounts have."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import re2

from accounts.countries import ADJECTIVES, COUNTRIES, REGIONS

# "U.S. FDA" names an agency, not a place of sale.
_AGENCY_NEXT = re2.compile(
    r"^[ .,]*(?:federal|department|dept|food and drug|fda|epa|ftc|fcc|sec|securities|environmental|district|court|bank|"
    r"central bank|ministry|senate|congress|treasury|government|parliament|commission|regulation|patent|justice|dollar)"
)
# "MEMPHIS, Tenn., January 9, 2026 -": where a release was written.
_DATE_NEXT = re2.compile(
    r"^(?:, [a-z. ]{1,14})?,? ?(?:[(/-].{0,14})?(?:\d{1,2} )?"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? \d"
)
_SEAT_NEXT = re2.compile(r"^(?:-based|-headquartered|,? (?:corporation|limited liability|limited partnership))")
_SEAT_BEFORE = re2.compile(
    r"(?:based in|headquartered in|seat in|laws of(?: the)?(?: \w+ of)?|bank of|university of|republic of) (?:the )?$"
)
_MARKET_NEXT = re2.compile(
    r"^ (?:market|customer|user|region|subsidiar|business|compan|bank|hospital|retail|consumer|client|site|"
    r"plant|data cent|cloud region|launch|availab|operation|branch|store|patient|farmer|account|firm|"
    r"export|import|grower|merchant|shipper|carrier|haul|school|clinic|restaurant|shop|airline|rail|road|port|vessel|insurer|"
    r"utilit|developer|brand|public sector|lab|hotel|pharmac|manufactur|canton|state|province|waters?\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place the text names: the words, the codes of its country or countries, and the city where it is one."""

    words: str
    countries: frozenset[str]
    city: str | None = None


@lru_cache(maxsize=8)
def _gazetteer(cities: tuple[tuple[str, str | None], ...]) -> tuple[re2._Regexp, dict[str, Place]]:
    """One pattern of every place name, the longest first, and what each means."""
    known: dict[str, Place] = {}
    for code, names in COUNTRIES.items():
        known.update({name: Place(words=name, countries=frozenset({code})) for name in names})
    known.update({name: Place(words=name, countries=codes) for name, codes in REGIONS.items()})
    for city, country in cities:
        known[city] = Place(words=city, countries=frozenset({country} if country else ()), city=city)
    longest_first = sorted(known, key=len, reverse=True)
    return re2.compile(r"\b(?:" + "|".join(re2.escape(name) for name in longest_first) + r")\b"), known


def places_in(
    text: str,
    folded: str,
    cities: Iterable[tuple[str, str | None]],
    names: Iterable[tuple[int, int]] = (),
) -> tuple[Place, ...]:
    """The places where what a text tells has effect: not agencies', datelines, seats of companies, nor inside `names`.

    `text` and `folded` are the same words before and after folding; `cities` are (folded name, country code) of the
    accounts; `names` are spans of companies' names in the text. "us" and "uk" count only in capitals, an adjective only
    with a market behind it. A region is left out where the text names a place inside it.
    """
    pattern, known = _gazetteer(tuple(sorted(set(cities), key=str)))
    spans = tuple(names)
    found: dict[str, Place] = {}
    for hit in pattern.finditer(folded):
        start, end, name = hit.start(), hit.end(), hit.group()
        written = text[start:end] if len(text) == len(folded) else name.upper()
        inside = any(first < end and start < last for first, last in spans)
        if not inside and _counts(name, written, folded[max(0, start - 40) : start], folded[end : end + 60]):
            found.setdefault(name, Place(words=written, countries=known[name].countries, city=known[name].city))
    narrow = [place.countries for name, place in found.items() if name not in REGIONS]
    return tuple(
        place
        for name, place in found.items()
        if name not in REGIONS or not any(one & place.countries for one in narrow)
    )


def _counts(name: str, written: str, before: str, after: str) -> bool:
    if written.islower() or (name in ("us", "eu", "uk") and not written.isupper()):
        return False
    if name in ADJECTIVES and not _MARKET_NEXT.match(after):
        return False
    patterns = (_AGENCY_NEXT, _DATE_NEXT, _SEAT_NEXT)
    return not any(pattern.match(after) for pattern in patterns) and not _SEAT_BEFORE.search(before)
