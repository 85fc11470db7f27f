"""Whether a name that is also a town's or a country's stands for the place, by the words around it."""

from accounts.naming.common_words import ORDINARY
from accounts.naming.cues import CORPORATE_THING, ITEM_AFTER, POSSESSIVE, SHARES_IN
from accounts.places.towns import COUNTRY_NAMES, is_place
from accounts.texts.folding import fold
from accounts.texts.patterns import Pattern

# "the port of Santander", "ayuntamiento de Soria": what only a place has. For any name, known as a place or not.
_HAS = """
city town port county province district mayor municipality borough parish people streets county diocese bishop
university battle siege treaty gulf bay island isle cliffs coast castle cathedral suburb suburbs outskirts north south
east west harbour harbor skyline residents citizens
ville port mairie maire commune département préfecture préfet université aéroport gare
ciudad puerto ayuntamiento alcalde alcaldesa provincia municipio bahía universidad diputación aeropuerto
città porto comune provincia sindaco università aeroporto
stad haven gemeente provincie burgemeester universiteit
"""
_OF_PLACE = Pattern(
    r"(?i)\b(?:" + "|".join(dict.fromkeys(_HAS.split())) + r") (?:of|de|d'|di|van|von) "
    r"(?:\p{Lu}[\p{L}]+ (?:and|y|et|und|e|en) )?$"
)
# "volunteers from Soria": where people come from.
_PEOPLE_FROM = Pattern(
    r"(?i)\b(?:residents|people|volunteers|natives|students|pupils|families|visitors|refugees|firefighters|commuters|teams|"
    r"crews|farmers) (?:from|of) (?:(?-i:\p{Lu})[\p{L}]+ and )?$"
)
# "in Soria", "nach Soria": where something is or goes.
_WHERE = Pattern(
    r"(?i)\b(?:in|near|outside|around|across|throughout|into|nach|en|à|près de|cerca de|desde|hasta|a|te|nabij|"
    r"vicino a) $"
)
# "in Cornwall and Devon": the last of two places where something is.
_WHERE_BOTH = Pattern(r"\b(?:in|across|throughout|near) (?:\p{Lu}[\p{L}]+, )*(\p{Lu}[\p{L}]+),? (?:and|or) $")
# "landed on Mars", "the orbit of Mars": where only spacecraft go.
_IN_THE_SKY = Pattern(
    r"(?i)\b(?:land(?:s|ed|ing)?|life|water|surface|missions?|orbit\w*|rovers?|astronauts?|spacecraft|crater|moons?|"
    r"planets?) (?:on|of|to|around|for) $"
)
# "stake in Soria", "huelga en Soria": what one has or does in a company too.
_IN_A_COMPANY = Pattern(
    r"(?i)\b(?:interest|holding|position|invest\w*|confidence|trust|jobs|strike|layoffs|huelga|participación|acciones|"
    r"parts?|actions|anteil\w*|beteiligung|aktien|belang|aandelen) (?:in|en|à|an|bei|de) $"
)
# "a board in Keld": what one has in a program; in a place that we know it lies there.
_IN_A_PROGRAM = Pattern(
    r"(?i)\b(?:boards?|tasks?|files?|pages?|channels?|workspaces?|documents?|accounts?|projects?|folders?|messages?|"
    r"videos?|tickets?|posts?|profiles?) in $"
)
# "flights to Soria", "ferry entre Soria y Vigo".
_GOES = Pattern(
    r"(?i)\b(?:flights?|ferry|ferries|trains?|routes?|roads?|line|bus|buses|vuelos?|vols?|trenes|tren|zug|züge|flüge|"
    r"trein|vluchten|treni|voli)\b[^.;]{0,20}\b(?:to|from|between|and|entre|y|et|de|à|a|desde|nach|von|zwischen|und|tra|e|"
    r"van|naar) $"
)
# "Norway, the Faroes and ": the one or two items of a list before it.
_ITEMS_BEFORE = Pattern(r"([\p{L}]+)(?:, (?:the )?([\p{L}]+))? ?(?:,|and|or|y|et|und|e|en) $")
# "Soria, Nebraska": with the state or country it lies in.
_WITHIN = Pattern(r"^(?:, | \()(\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)?)(?:[^\p{L}'’]|$)")


def is_the_place(plain: str, before: str, after: str) -> bool:
    """Whether the folded name `plain` is a place here: beside words that only a place has, or where something is."""
    if _IN_THE_SKY.search(before) or _OF_PLACE.search(before) or _PEOPLE_FROM.search(before):
        return True
    if POSSESSIVE.match(after) or CORPORATE_THING.match(after):
        return False
    where = _WHERE.search(before) and not SHARES_IN.search(before)
    if where and _lies_within(after):
        return True
    somewhere = where and not _IN_A_COMPANY.search(before)
    if somewhere and plain not in ORDINARY and (is_place(plain) or not _IN_A_PROGRAM.search(before)):
        return True
    both = _WHERE_BOTH.search(before)
    if both and is_place(plain) and is_place(fold(both.group(1)).text):
        return True
    return is_place(plain) and bool(somewhere or _GOES.search(before) or _is_among_places(before, after))


def _is_among_places(before: str, after: str) -> bool:
    """Whether it is an item between places: "Norway, the Faroes and Iceland"."""
    left, right = _ITEMS_BEFORE.search(before), ITEM_AFTER.match(after) if after[:1] == "," else None
    items = [*(left.group(1, 2) if left else ()), right.group(1) if right else None]
    named = [item for item in items if item]
    return bool(named) and all(item[0].isupper() and fold(item).text in COUNTRY_NAMES for item in named[:1])


def _lies_within(after: str) -> bool:
    hit = _WITHIN.match(after)
    return hit is not None and any(is_place(fold(words).text) for words in (hit.group(1), hit.group(1).split(" ")[0]))
