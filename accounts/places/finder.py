"""Places in a text and in the account file: countries by their names, and the cities accounts have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ahocorasick_rs import MATCHKIND_STANDARD, AhoCorasick

from accounts.places.countries import ADJECTIVES, COUNTRIES, REGIONS
from accounts.places.towns import STATES, State, states_of
from accounts.texts.folding import stands_alone
from accounts.texts.patterns import Pattern

# "U.S. FDA" names an agency, not a place of sale.
_AGENCY_NEXT = Pattern(
    r"^[ .,]*(?:federal|department|dept|food and drug|fda|epa|ftc|fcc|sec|securities|environmental|district|court|bank|"
    r"central bank|ministry|senate|congress|treasury|government|parliament|commission|regulation|patent|justice|dollar)"
)
# "MEMPHIS, Tenn., January 9, 2026 -": where a release was written.
_DATE_NEXT = Pattern(
    r"^(?:, [a-z. ]{1,14})?,? ?(?:[(/-].{0,14})?(?:\d{1,2} )?"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? \d"
)
_SEAT_NEXT = Pattern(r"^(?:-based|-headquartered|,? (?:corporation|limited liability|limited partnership))")
_SEAT_BEFORE = Pattern(
    r"(?:headquartered in|seat in|laws of(?: the)?(?: \w+ of)?|bank of|university of|republic of) (?:the )?$"
)
# "a company based in Leeds" has its seat there; "Account Manager, based in Leeds" is sought there.
_BASED_IN = Pattern(r"based in $")
# Where something is or comes to: a town that is only known from our table counts behind these.
_WHERE = Pattern(r"(?:^|[^\p{L}])(?:in|near|outside|around|at|en|a|nach|bei|te|naar) $")
_MARKET_NEXT = Pattern(
    r"^ (?:market|customer|user|region|subsidiar|business|compan|bank|hospital|retail|consumer|client|site|"
    r"plant|data cent|cloud region|launch|availab|operation|branch|store|patient|farmer|account|firm|"
    r"export|import|grower|merchant|shipper|carrier|haul|school|clinic|restaurant|shop|airline|rail|road|port|vessel|insurer|"
    r"utilit|developer|brand|public sector|lab|hotel|pharmac|manufactur|canton|state|province|waters?\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place the text names: the words, the codes of its country or countries, and the city where it is one.

    `states` are the regions within a country that it is, or lies in, where we know them. `tabled`: a town of our
    table, in the account file of nobody.
    """

    words: str
    countries: frozenset[str]
    city: str | None = None
    states: frozenset[State] = frozenset()
    tabled: bool = False


class Gazetteer:
    """Every place name we know, ready to be looked for in one pass: countries, regions, towns, the accounts' cities.

    `cities` are (folded name, country code); one name in several countries means all of them.
    """

    def __init__(self, cities: Iterable[tuple[str, str | None]]) -> None:
        known = {name: _tabled(name, states) for name, states in STATES.items()}
        for code, names in COUNTRIES.items():
            known.update({name: _within(name, frozenset({code})) for name in names})
        known.update({name: Place(words=name, countries=codes) for name, codes in REGIONS.items()})
        codes_of: dict[str, set[str]] = {}
        for city, country in cities:
            codes_of.setdefault(city, set()).update({country} if country else ())
        known.update({city: replace(_within(city, frozenset(codes)), city=city) for city, codes in codes_of.items()})
        self._known = known
        self._names = tuple(known)
        self._automaton = AhoCorasick(self._names, matchkind=MATCHKIND_STANDARD)

    def _hits(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Names standing alone, from left to right, the longest where they overlap."""
        raw = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        alone = [(start, -end, at) for at, start, end in raw if stands_alone(folded, start, end)]
        free_from = 0
        for start, minus_end, at in sorted(alone):
            if start >= free_from:
                free_from = -minus_end
                yield start, -minus_end, self._names[at]

    def places(
        self, text: str, folded: str, names: Iterable[tuple[int, int]] = (), *, hiring: bool = False
    ) -> tuple[Place, ...]:
        """The places where what a text tells has effect: not agencies', datelines, seats of companies, nor in `names`.

        `text` and `folded` are the same words before and after folding; `names` are spans of companies' names in the
        text. "us" and "uk" count only in capitals, an adjective only with a market behind it. A region is left out
        where the text names a place inside it. Who is `hiring` seeks people where they are to be based.
        """
        spans = tuple(names)
        found: dict[str, Place] = {}
        for start, end, name in self._hits(folded):
            written = text[start:end] if len(text) == len(folded) else name.upper()
            inside = any(first < end and start < last for first, last in spans)
            before, after, here = folded[max(0, start - 40) : start], folded[end : end + 60], self._known[name]
            if inside or (here.tabled and not _WHERE.search(before)) or (_BASED_IN.search(before) and not hiring):
                continue
            if _counts(name, written, before, after):
                found.setdefault(name, replace(here, words=written))
        narrow = [place.countries for name, place in found.items() if name not in REGIONS]
        return tuple(
            place
            for name, place in found.items()
            if name not in REGIONS or not any(one & place.countries for one in narrow)
        )


def _tabled(name: str, states: frozenset[State]) -> Place:
    return Place(words=name, countries=frozenset(code for code, _ in states), states=states, tabled=True)


def _within(name: str, codes: frozenset[str]) -> Place:
    """The place of this name in these countries, with its region where we know it."""
    return Place(words=name, countries=codes, states=frozenset().union(*(states_of(name, code) for code in codes)))


@lru_cache(maxsize=8)
def gazetteer(cities: tuple[tuple[str, str | None], ...]) -> Gazetteer:
    return Gazetteer(cities)


def places_in(
    text: str, folded: str, cities: Iterable[tuple[str, str | None]], names: Iterable[tuple[int, int]] = ()
) -> tuple[Place, ...]:
    """The places of one text, by a gazetteer kept for the next text of the same cities."""
    return gazetteer(tuple(cities)).places(text, folded, names)


def _counts(name: str, written: str, before: str, after: str) -> bool:
    if written.islower() or (name in ("us", "eu", "uk") and not written.isupper()):
        return False
    if name in ADJECTIVES and not _MARKET_NEXT.match(after):
        return False
    patterns = (_AGENCY_NEXT, _DATE_NEXT, _SEAT_NEXT)
    return not any(pattern.match(after) for pattern in patterns) and not _SEAT_BEFORE.search(before)
