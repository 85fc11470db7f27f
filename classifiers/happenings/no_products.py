"""What stands where a product's name would stand and names none: people, days, events, departments, works, firms."""

from classifiers.wording.names import LETTER, OFFICE, UPPER
from classifiers.wording.patterns import Pattern

# Of these no product is told: people, money, jobs, papers.
NOT_A_PRODUCT = Pattern(
    r"(?i)\b(?:compliance|certification|partner\w*|jobs?|employees|staff|offices?|directors?|board|million|"
    r"billion|funding|"
    r"customers|members|dividend|report|results|campaign|programme?|initiative|study|survey|series|contest|"
    r"charges?|fees?|"
    r"status|approval|licen[cs]e|certificate|accreditation|patent|"
    r"investigation|lawsuit|recruitment|hiring|shares?|bonds?|debt|offering|"
    r"(?:tender|exchange|public|private|rights|purchase|takeover) offers?|agreement|acquisition|merger|partnership|"
    r"settlement|appointment|closing|completion|pricing|redemption|buyback|split|earnings|guidance|webcast|"
    r"conference call|annual (?:meeting|general meeting)|restructuring|reorgani[sz]ation|spin-?off|succession)\b|"
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^(?:today|yesterday|tomorrow|q[1-4])\b|[$€£%]|^\d+$|"
    r"^(?:public|private|open|closed|new|early|beta|limited|our|support|us|you|me|them|everyone|everybody|now|meet|"
    r"available|added|update|version|release|live|free|here|it|this|that|we|they|back|more|all|part|home|certified|"
    r"compliant)$"
)
# Days and gatherings: they come, but nobody sells them under that name.
EVENT = Pattern(
    r"(?i)^(?:black friday|cyber monday|christmas|xmas|easter|halloween|thanksgiving|hanukkah|diwali|ramadan|eid|"
    r"new year\b.*|spring|summer|autumn|winter|fall|ostern|weihnachten|noël|navidad)(?: (?:sales?|season|deals?))?$|"
    r"\S (?:summit|days?|weeks?|weekend|conference|symposium|congress|festival|awards?|prize|scholarship|foundation|"
    r"webinar|hackathon|expo|gala|marathon|roadshow|tour|season)$|\S friday$"
)
# What a firm does, and what its parts are called.
DEPARTMENT = Pattern(
    r"(?i)^(?:vertrieb|produktion|betrieb|verkauf|geschäft\w*|fertigung|entwicklung|lieferung\w*|forschung|einkauf|"
    r"zahlung\w*|sales|production|operations|marketing|manufacturing|research|engineering|recruitment|deliveries|"
    r"shipments|trading|payments|ventes|activités?|ventas|producción)$"
)
# Deeds and states that titles write with a capital.
DEED = Pattern(
    r"(?i)^(?:(?:plans?|search|hunt|bid|call|appeal|statement|talks|home|hub|part|drive|fight|efforts?)"
    r"(?: (?:for|of|to|on|against)\b.*)?|change|help|hope|voting|registration|booking|nominations|applications|"
    r"tickets|enrol?ment|rumou?rs|speculation|strikes?|protests?)$"
)
WORKS = Pattern(
    r"(?i)\S (?:plant|factory|depot|warehouse|mine|refinery|mill|smelter|brewery|foundry|shipyard|quarry|hospital|"
    r"school|stadium|bridge|tower)$"
)
# What a company gains that is no feature of anything.
NOT_A_FEATURE = Pattern(
    r"(?i)^(?:ground|traction|momentum|pace|steam|(?:market )?share|weight|time|value)$|"
    r"\b(?:shifts?|flights?|routes?|seats|beds|capacity|stores|hotels|countries|markets)$"
)
FIRM = Pattern(
    r"\b(?:Bank|Trust|Group|Holdings?|Airlines?|Airways|Foods|Insurance|Partners|Energy|Motors|Railways?|Inc|plc|AG)\b"
)
PRODUCT_NOUN = Pattern(
    r"(?i)\b(?:apps?|tools?|platforms?|software|suites?|models?|assistants?|dashboards?|apis?|sdks?|devices?|engines?|"
    r"plugins?|add-?ons?|modules?|copilots?|agents?|browsers?|cameras?|phones?|laptops?|chips?|cars?|drugs?|products?|"
    r"features?|services?|versions?|releases?|generally available)\b"
)
FEATURE_NOUN = Pattern(
    r"(?i)\b(?:modes?|search|exports?|imports?|sync|log-?in|sign-on|support|translation|reports?|dashboards?|filters?|"
    r"maps|widgets?|shortcuts?|integrations?|apis?|editor|views?|alerts|notifications|chat|billing|passkeys?)$"
)
PERSONAL = Pattern(
    r"(?i)\b(?:who|she|he|her|his|engineer|designer|developer|chef|nurse|winner|student|intern|colleague|teammate|"
    r"volunteer|people|person|former|manager|scientist|pilot|driver)\b"
)
# A name that was made: "StayFeed", "iPhone", "GPT-4", "Atlas™".
MADE = Pattern(rf"[{LETTER}]*[a-zà-ÿ][{UPPER}]|\d|[®™]")
# What products run on: makers end their support for it, and it is not theirs.
OTHERS_SYSTEM = Pattern(
    r"(?i)\b(?:windows|mac ?os|os x|ios|ipados|android|linux|ubuntu|debian|centos|rhel|internet explorer|python|node|"
    r"node\.js|php|java|ruby|\.net|tls|ssl|postgres\w*|mysql|mongodb|redis|kubernetes|ie ?\d+|chrome ?os)\b"
)
# "Windows 11 adds support for": what such a system does is its own maker's news.
OTHERS_DO = Pattern(rf"^(?:{OTHERS_SYSTEM.pattern})(?: \d[\d.]*)?[®™]? [a-z]+s\b")
# A year, or a plain number, stands behind a day, an illness or a contest as behind a product.
YEAR = Pattern(r"^(?:19|20)\d\d$")
AT_A_PLACE = Pattern(rf"^[^.\n]*\b(?:to|in) [{UPPER}]")
AS_OFFICE = Pattern(r"^ as (?:(?:its|the|our|a|an|new|their|interim) )*([^,.;\n]{2,60})")
LINE = Pattern(
    rf"^ to [{UPPER}][{LETTER}-]*(?: [{UPPER}][{LETTER}-]*)* (?:route|flights?|service|ferry|line|trains?)\b"
)
INTO_BODY = Pattern(r"(?i)^(?: to)? (?:(?:its|the|our) )?(?:[\w-]+ )?(?:board|team|staff|leadership|management)\b")
OFF_LIST = Pattern(
    r"^ from [\w ]{0,30}?\b(?:List|Office|Board|Panel|Index|Register|Roster|Committee|Team|Squad|"
    r"board|committee|panel|council)\b"
)
# "Will be removed from sale" ends a product; "from the list", "at the tower" and "on Sunday" do not.
SOMEWHERE = Pattern(r"(?i)\b(?:at|near|inside|outside)\b")
FOR_A_WHILE = Pattern(
    r"(?i)^ (?:on|this|next|for|between|during|overnight|until|over)\b[^.;\n]{0,12}?\b(?:(?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day|night|weekend|hours?|maintenance|minutes)\b"
)
FROM_ELSEWHERE = Pattern(r"(?i)^ from (?:the |our |its )?([\w-]+)")
FROM_SALE = frozenset({"sale", "market", "shelves", "catalogue", "catalog", "store", "range", "line-up", "product"})
AND_WITH = Pattern(r",? (?:and|with|&) ")


def no_product(name: str, move: str, version: str | None) -> bool:
    """Whether what is named is an office, a matter of business, an event, a department, or no name at all."""
    if OFFICE.search(name) or NOT_A_PRODUCT.search(name) or DEPARTMENT.search(name):
        return True
    if DEED.search(name):
        return not (move.startswith("feature") and FEATURE_NOUN.search(name))
    if EVENT.search(name):
        return version is None or " " in name
    if move.startswith("feature"):
        return NOT_A_FEATURE.search(name) is not None
    return move == "retired" and WORKS.search(name) is not None


def evident(name: str, version: str | None, text: str, company: str) -> bool:
    """Whether a plain name is a product's by its make, by the company's name in it, or by what the text calls it.

    Of a version only one with a full stop says so, and a year not even behind the company's name: "Kestrel Days 2026".
    """
    if OTHERS_SYSTEM.match(name):
        return False
    own = company.split()[0].casefold() in name.casefold().split() and not YEAR.match(version or "")
    if own or MADE.search(name) or "." in (version or ""):
        return True
    return PRODUCT_NOUN.search(text) is not None and not (PERSONAL.search(text) or OFFICE.search(text))


def gathers(version: str | None, behind: str) -> bool:
    """Whether what bears a year takes place somewhere, as an event does: "RateLens Days 2026 brings 500 to Oslo"."""
    placed = AT_A_PLACE.search(behind) is not None and not OTHERS_SYSTEM.search(behind)
    return placed and YEAR.match(version or "") is not None


def evident_maker(name: str, version: str | None, company: str) -> bool:
    """Whether a name is a product's by its make, a version or the company's name in it, and no system of others."""
    made = version is not None or MADE.search(name) or company.split()[0].casefold() in name.casefold().split()
    return bool(made) and not OTHERS_SYSTEM.search(name)


def same_thing(one: str, other: str, company: str) -> bool:
    """Whether two names can be names of one product: they share a word, or both were made; no company is meant."""
    if company.casefold() in (one.casefold(), other.casefold()) or FIRM.search(one) or FIRM.search(other):
        return False
    shared = set(one.split()) & set(other.split()) - {"of", "for", "and", "&"}
    return bool(shared) or bool(MADE.search(one) and MADE.search(other))


def evident_feature(name: str, place: str, company: str) -> bool:
    """Whether "X comes to Y" is told of a product Y, or X is a feature by its last word."""
    own = company.split()[0].casefold() in place.casefold().split()
    return own or MADE.search(place) is not None or FEATURE_NOUN.search(name) is not None


def goes_elsewhere(move: str, behind: str) -> bool:
    """Whether the words behind a move say that it is an office's, a journey's, a list's or a body's."""
    office = AS_OFFICE.search(behind)
    if move == "launched":
        return LINE.search(behind) is not None or (office is not None and OFFICE.search(office.group(1)) is not None)
    if move == "feature_removed":
        return OFF_LIST.search(behind) is not None
    return move == "feature_added" and INTO_BODY.search(behind) is not None


def only_taken_down(between: str, behind: str) -> bool:
    """Whether what "will be removed" or "switched off" is a thing at a place, for a while, or an item of a list."""
    source = FROM_ELSEWHERE.search(behind)
    from_else = source is not None and source.group(1).casefold() not in FROM_SALE
    return from_else or SOMEWHERE.search(between) is not None or FOR_A_WHILE.search(behind) is not None


def firms_merge(words: str, name: str) -> bool:
    """Whether what becomes one are companies: they bear no common first name, or are called as firms are."""
    brand = name.split()[0]
    return FIRM.search(words) is not None or not all(part.startswith(brand) for part in AND_WITH.split(words))
