"""Whether a name stands for a body in the sky, a good, a town or a team of the name, by what is told of it."""

from accounts.texts.patterns import Pattern

_BODIES = """
mercury venus mars jupiter saturn uranus neptune pluto ceres moon luna sun titan europa callisto ganymede phobos deimos
triton io vega sirius polaris rigel antares orion andromeda
"""
_IN_THE_SKY = frozenset(_BODIES.split())
# "NASA's probe reached Mars", "a year on Mars".
_SKY_BEFORE = Pattern(
    r"(?i)\b(?:probes?|spacecraft|NASA|ESA|rovers?|landers?|orbiters?|telescopes?|astronomers?|astronauts?|planets?|"
    r"space agency|solar system)\b[^.;]{0,40}$|\b(?:years?|days?|nights?|sunrise|winter|dust|soil) (?:on|of|from) $"
)
# "Saturn has 145 moons", "Saturn's rings".
_SKY_AFTER = Pattern(
    r"^ (?:has|have|had|with) (?:\S+ ){0,3}(?:moons?|rings|craters?|atmosphere)\b|"
    r"^(?: and its|['’]s) (?:\p{Ll}+ )?(?:moons?|rings?|orbit|atmosphere|surface|gravity|crust|poles?|craters?)\b|"
    r"^ (?:orbits|rotates|spins around|is visible|is closest)\b"
)
_GOODS = """
gold silver copper platinum palladium nickel zinc tin cobalt lithium iron steel aluminium aluminum lead oil brent crude
coal gas cotton corn maize wheat rice soy coffee cocoa sugar rubber timber lumber uranium bitcoin
"""
_TRADED = frozenset(_GOODS.split())
# "Gold hit a record", "Copper fell to $9,000 a tonne".
_QUOTED_AT = Pattern(
    r"^ (?:prices? |futures )?(?:hits?|reach\w*|touch\w*|set|climb\w*|r[oi]se\w*|f[ae]ll\w*|slip\w*|gain\w*|jump\w*|"
    r"surg\w*|drop\w*|eas\w+|trad\w+|rall\w+|sl[ia]d\w*|settled|closed|steadied|soar\w*|tumbl\w*) "
    r"(?:[^.;]{0,30} )?(?:record|all-time|high|low|(?:an|per) ounce|a (?:tonne|ton|barrel|bushel|pound))\b"
)
# "Soria is the county seat", "Soria hit 47 degrees", "Soria had 12 inches of snow": what only a place is and has.
_IS_A_PLACE = (
    r"^ (?:is|was|became|remains) (?:the|an?) (?:\S+ ){0,3}(?:county seat|city|town|village|suburb|municipality|county|"
    r"river|lake|mountain|borough)(?: (?:of|in|on|near|where|and|with)\b|[.,;]|$)"
)
_HAS_WEATHER = (
    r"^ (?:hits?|reach(?:es|ed)|record(?:s|ed)|saw|sees|had|topped|hovers? at|swelter\w* (?:in|at|under)) (?:\S+ ){0,4}"
    r"(?:degrees|°C?F?|inches of|centimetres of|(?:heavy|first|fresh) snow|rainfall)(?:[^\p{L}]|$)"
)
_OF_TOWN = Pattern("|".join((_IS_A_PLACE, _HAS_WEATHER)))
# "the bankers met in Soria over the weekend": people come together in towns.
_MET_IN = Pattern(
    r"(?i)\b(?:leaders|ministers|bankers|officials|delegates|executives|chiefs|governors|scientists|economists|lawyers|"
    r"diplomats|negotiators|investors|guests|families|presidents|envoys|teams) (?:who )?(?:[a-z]+ )?(?:met|meet|"
    r"will meet|gather(?:ed)?|convene[ds]?|assembled?|came together|holiday(?:ed)?|ski(?:ed)?) (?:[a-z]+ ){0,2}in $"
)
# "Keld beat Kansas on Saturday": a match has a day or a round, and the other side a town's name.
_BEATS = Pattern(
    r"^ (?:beats?|defeat(?:s|ed)|edge[sd]|thrash(?:es|ed)|rout(?:s|ed)|upset|lost to|drew with|host(?:s|ed)|f[ae]ces?|"
    r"play(?:s|ed)|held off) \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:at home |away )?"
    r"(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in (?:overtime|extra time|the (?:final|semi-?final|"
    r"quarter-?final|opener|play-?offs?|first round|second round))|at home|on penalties)\b"
)


def is_of_nature_or_town(plain: str, before: str, after: str) -> bool:
    """Whether the folded name `plain` is a body in the sky, a good at a price, a place or a team here."""
    if plain in _IN_THE_SKY and (_SKY_BEFORE.search(before) or _SKY_AFTER.match(after)):
        return True
    if plain in _TRADED and _QUOTED_AT.match(after):
        return True
    return _OF_TOWN.match(after) is not None or _MET_IN.search(before) is not None or _BEATS.match(after) is not None
