"""Places in a text and in the account file: countries by their names, and the cities accounts have."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import re2

# ISO 3166 code -> names and adjectives, folded. Adjectives serve "the UK market", never an agency's own name.
COUNTRIES: dict[str, tuple[str, ...]] = {
    "AE": ("united arab emirates", "uae", "emirati", "dubai", "abu dhabi"),
    "AR": ("argentina", "argentine"),
    "AT": ("austria", "austrian", "vienna"),
    "AU": ("australia", "australian", "sydney", "melbourne"),
    "BE": ("belgium", "belgian", "brussels"),
    "BG": ("bulgaria", "bulgarian"),
    "BR": ("brazil", "brazilian", "sao paulo"),
    "CA": ("canada", "canadian", "toronto", "vancouver", "montreal", "ontario", "quebec"),
    "CH": ("switzerland", "swiss", "zurich", "geneva"),
    "CL": ("chile", "chilean"),
    "CN": ("china", "chinese", "beijing", "shanghai"),
    "CO": ("colombia", "colombian"),
    "CY": ("cyprus", "cypriot"),
    "CZ": ("czech republic", "czechia", "czech", "prague"),
    "DE": ("germany", "german", "deutschland", "berlin", "munich", "frankfurt", "hamburg"),
    "DK": ("denmark", "danish", "copenhagen"),
    "EE": ("estonia", "estonian", "tallinn"),
    "EG": ("egypt", "egyptian", "cairo"),
    "ES": ("spain", "spanish", "espana", "madrid", "barcelona"),
    "FI": ("finland", "finnish", "helsinki"),
    "FR": ("france", "french", "paris"),
    "GB": ("united kingdom", "uk", "u.k", "great britain", "britain", "british", "england", "scotland", "wales",
        "london"),
    "GR": ("greece", "greek", "athens"),
    "HK": ("hong kong",),
    "HR": ("croatia", "croatian"),
    "HU": ("hungary", "hungarian", "budapest"),
    "ID": ("indonesia", "indonesian", "jakarta"),
    "IE": ("ireland", "irish", "dublin"),
    "IL": ("israel", "israeli", "tel aviv"),
    "IN": ("india", "indian", "mumbai", "bangalore", "new delhi"),
    "IT": ("italy", "italian", "italia", "milan", "rome"),
    "JP": ("japan", "japanese", "tokyo", "osaka"),
    "KE": ("kenya", "kenyan", "nairobi"),
    "KR": ("south korea", "korea", "korean", "seoul"),
    "LT": ("lithuania", "lithuanian", "vilnius"),
    "LU": ("luxembourg",),
    "LV": ("latvia", "latvian", "riga"),
    "MA": ("morocco", "moroccan"),
    "MX": ("mexico", "mexican"),
    "MY": ("malaysia", "malaysian", "kuala lumpur"),
    "NG": ("nigeria", "nigerian", "lagos"),
    "NL": ("netherlands", "dutch", "amsterdam", "rotterdam"),
    "NO": ("norway", "norwegian", "oslo"),
    "NZ": ("new zealand", "auckland"),
    "PE": ("peru", "peruvian"),
    "PH": ("philippines", "philippine", "manila"),
    "PK": ("pakistan", "pakistani"),
    "PL": ("poland", "polish", "warsaw"),
    "PT": ("portugal", "portuguese", "lisbon"),
    "QA": ("qatar", "qatari", "doha"),
    "RO": ("romania", "romanian", "bucharest"),
    "RS": ("serbia", "serbian"),
    "SA": ("saudi arabia", "saudi", "riyadh"),
    "SE": ("sweden", "swedish", "stockholm", "gothenburg"),
    "SG": ("singapore",),
    "SI": ("slovenia", "slovenian"),
    "SK": ("slovakia", "slovak", "bratislava"),
    "TH": ("thailand", "thai", "bangkok"),
    "TR": ("turkey", "turkiye", "turkish", "istanbul"),
    "TW": ("taiwan", "taiwanese", "taipei"),
    "UA": ("ukraine", "ukrainian", "kyiv"),
    "US": (
        "united states", "usa", "u.s", "u.s.a", "us", "america", "american", "new york", "california", "texas",
        "virginia", "illinois", "florida", "ohio", "central us", "east us", "west us",
    ),
    "VN": ("vietnam", "vietnamese", "hanoi"),
    "ZA": ("south africa", "south african", "johannesburg", "cape town"),
}  # fmt: skip
# The European Union's members that are listed above.
_UNION_CODES = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV NL PL PT RO SE SI SK"
EUROPE = frozenset(_UNION_CODES.split())
# Regions people sell in -> the codes of the countries in them.
_REGIONS = {
    "european union": EUROPE,
    "eu": EUROPE,
    "europe": EUROPE | {"GB", "CH", "NO"},
    "baltics": frozenset({"EE", "LV", "LT"}),
    "baltic states": frozenset({"EE", "LV", "LT"}),
    "nordics": frozenset({"SE", "NO", "DK", "FI"}),
    "nordic countries": frozenset({"SE", "NO", "DK", "FI"}),
    "scandinavia": frozenset({"SE", "NO", "DK"}),
    "benelux": frozenset({"BE", "NL", "LU"}),
    "dach": frozenset({"DE", "AT", "CH"}),
    "iberia": frozenset({"ES", "PT"}),
    "north america": frozenset({"US", "CA"}),
    "latin america": frozenset({"MX", "BR", "AR", "CL", "CO", "PE"}),
}
# "U.S. FDA" names an agency, not a place of sale.
_AGENCY_NEXT = re2.compile(
    r"^[ .,]*(?:federal|department|dept|food and drug|fda|epa|ftc|fcc|sec|securities|environmental|district|court|bank|"
    r"central bank|ministry|senate|congress|treasury|government|parliament|commission|regulation|patent|justice|dollar)"
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
    known.update({name: Place(words=name, countries=codes) for name, codes in _REGIONS.items()})
    for city, country in cities:
        known[city] = Place(words=city, countries=frozenset({country} if country else ()), city=city)
    longest_first = sorted(known, key=len, reverse=True)
    return re2.compile(r"\b(?:" + "|".join(re2.escape(name) for name in longest_first) + r")\b"), known


def places_in(text: str, folded: str, cities: Iterable[tuple[str, str | None]]) -> tuple[Place, ...]:
    """The places a text speaks of, agencies' own names left out.

    `text` and `folded` are the same words before and after folding; `cities` are (folded name, country code) of the
    accounts. "us" and "uk" count only in capitals.
    """
    pattern, known = _gazetteer(tuple(sorted(set(cities), key=str)))
    found: dict[str, Place] = {}
    same = len(text) == len(folded)
    for hit in pattern.finditer(folded):
        name, written = hit.group(), text[hit.start() : hit.end()] if same else hit.group()
        if same and (written.islower() or (name in ("us", "eu", "uk") and not written.isupper())):
            continue
        if _AGENCY_NEXT.match(folded[hit.end() : hit.end() + 30]):
            continue
        found.setdefault(name, Place(words=written, countries=known[name].countries, city=known[name].city))
    return tuple(found.values())
