"""What stands where a party's name would stand and is none, and what two parties do without an agreement."""

from collections.abc import Sequence

from classifiers.happenings.partner_shapes import Deal
from classifiers.saying.unsaid import sentence_around
from classifiers.wording.names import OFFICE
from classifiers.wording.patterns import Pattern

# Countries and big cities, seasons and feasts, languages to program in, and those who serve the public.
PLACE_LIST = (
    "ukraine russia belarus hungary romania bulgaria serbia croatia slovenia slovakia czechia iceland luxembourg "
    "malta cyprus moldova georgia armenia morocco tunisia algeria libya ghana ethiopia uganda rwanda gaza palestine "
    "syria iraq iran jordan lebanon qatar kuwait bahrain oman afghanistan pakistan bangladesh nepal thailand vietnam "
    "malaysia indonesia philippines taiwan haiti cuba peru venezuela ecuador asia europe america berlin london paris "
    "madrid rome vienna zurich geneva dublin lisbon amsterdam brussels munich hamburg frankfurt barcelona milan "
    "warsaw prague budapest copenhagen stockholm oslo helsinki athens istanbul dubai tokyo seoul beijing shanghai "
    "sydney melbourne toronto montreal vancouver boston chicago austin dallas denver seattle atlanta miami houston "
    "brooklyn manhattan leeds manchester birmingham edinburgh glasgow cardiff belfast bristol liverpool"
)
TIME_LIST = (
    "christmas easter thanksgiving halloween ramadan diwali hanukkah summer winter autumn spring monday tuesday "
    "wednesday thursday friday saturday sunday"
)
LANGUAGE_LIST = "rust python java javascript typescript kotlin golang scala ruby php perl haskell erlang elixir"
PUBLIC_LIST = (
    "police parliament congress senate government authorities ministers regulators lawmakers charities volunteers "
    "residents firefighters schools unions scientists researchers experts"
)
NOBODIES = frozenset(f"{PLACE_LIST} {TIME_LIST} {LANGUAGE_LIST} {PUBLIC_LIST}".split()) | {"new york", "hong kong"}
# Of two words that begin so the second is a surname: "Ana Ruiz", where "Calder Rail" is a firm.
GIVEN_LIST = (
    "ada adam alan alex alexander alice amy ana anders andrea andreas andrew anna anne antonio ben björn bo brian "
    "carla carlos carmen caroline charlotte chris christian christina christine claire claudia dan daniel david diana "
    "elena elisabeth elizabeth emily emma eric erik eva felix fiona francesca frank gabriel hanna hannah hans helen "
    "henrik ingrid isabel jack jakob james jan jane janet javier jennifer jessica joan john jonathan jorge jose josef "
    "juan julia julie karen karin karl kate katharina katherine laura lena leo linda lisa lucas lucia luis luisa "
    "maria marie mario mark marta martin mary matthew michael miguel monica nadia nicole nina olga oliver pablo "
    "patricia patrick paul pedro peter philip pierre priya rachel raj ralf rebecca richard robert rosa sally samuel "
    "sandra sara sarah sofia sophie stefan stephanie steven susan sven teresa thomas tim tom ursula valerie vera "
    "victoria wei william yuki"
)
GIVEN = frozenset(GIVEN_LIST.split())
# Firms bear such names, too: with a word of dealing they are parties.
DEALT = Pattern(
    r"(?i)agreement|contract|deal|partner|allian|acqui|buy|bought|stake|merge|sponsor|resell|distribut|licen|venture|"
    r"integrat|forces|suppl"
)
# What was agreed before is no news: "In 2019", "Two years ago".
LONG_AGO = Pattern(
    r"(?i)^\W*(?:(?:back |already )?in (?:19|20)\d\d,? |last (?:year|decade|century)\b)|"
    r"\b(?:\w+|\d+) (?:years|decades) (?:ago|earlier)\b"
)
# A cause or a quarrel; pay and jobs are agreed on with those who work there.
AHEAD = (
    r"(?i)^(?: (?:for|as|to|on|over|about))? (?:(?:its|the|a|an|their|new|next|second|first|global|european|regional|"
    r"annual|local|planned|future|good|[a-z]+ly) )*"
)
NO_MATTER = Pattern(
    rf"{AHEAD}(?:charity|charities|fundrais\w+|[a-z]+ campaign|campaign|marathon|pay|wages?|salar\w+|"
    r"working (?:hours|time|conditions)|job cuts|jobs|redundanc\w+|lay-?offs|collective)\b"
)
# What is picked for a building is a town.
A_SITE = Pattern(rf"{AHEAD}(?:headquarters?|hq|offices?|site|plant|factory|hub|relocation)\b")
AS_OFFICE = Pattern(
    r"(?i)^ (?:as )?(?:(?:its|the|a|an|new|next|interim|group|first|deputy) )*([^\W\d]+(?: [^\W\d]+){0,2})"
)
PARTNER_OFFICE = Pattern(r"(?i)\b(?:partner|lead|leader|founder)\b")
# "Agree to disagree", "agree to talk": nothing is agreed on.
AGREES_ON_NOTHING = Pattern(
    r"(?i)\bagreed? (?:to|on) (?:(?:keep|continue|start|resume) )?(?:disagree|differ|meet|talks?|talking|discuss\w*|"
    r"delay|wait|pause|postpone|pay|settle|drop|extend talks|negotiate|negotiating|a truce|a date)\b"
)
TAKES_POST = Pattern(r"\b(?:takes|took) over (?:from|as|at|in|on|for)\b")
# Of another's people and feasts one is a host and no supplier.
NO_SERVICE = Pattern(
    r"(?i)^(?:[\w-]+ ){0,3}?(?:teams?|staff|executives|delegates|delegation|visit|visitors|race|races|rush|run|walk|"
    r"party|dinner|reception|gala|ceremony|anniversary|birthday|summit|conference|guests|students|interns)\b"
)


def no_party(name: str) -> bool:
    """Whether a name is a place's, a season's, a language's, or of those who serve the public."""
    return name.casefold().removeprefix("the ") in NOBODIES


def is_person(name: str) -> bool:
    """Whether a name of two words begins with a given name: "Ana Ruiz", and not "Ana AG"."""
    first, _, last = name.partition(" ")
    return first.casefold() in GIVEN and last[:1].isupper() and not last.isupper() and " " not in last


def nothing_agreed(one: Deal, text: str, span: tuple[int, int], parties: Sequence[str], us: str) -> bool:
    """Whether the words in and behind a match tell of a post, a cause, the past, or of two parts of one house."""
    start, end = span
    low, high = sentence_around(text, start, end)
    words, behind = text[start:end], text[end:high]
    if LONG_AGO.search(text[low:end]) or AGREES_ON_NOTHING.search(words + behind) or TAKES_POST.search(words):
        return True
    if one.kind == "acquisition" and us and all(name.split()[0] == us.split()[0] for name in parties):
        return True
    if any(map(is_person, parties)) and not DEALT.search(words):
        return True
    last = words.rpartition(" ")[2]
    after = f" {last}{behind}" if last.islower() else behind
    if one.firms and NO_SERVICE.search(behind):
        return True
    if A_SITE.search(after) and not DEALT.search(words):
        return True
    return NO_MATTER.search(after) is not None or fills_office(after)


def fills_office(after: str) -> bool:
    """Whether somebody is picked "as chair", "as new head of sales", and not "as data partner"."""
    office = AS_OFFICE.search(after)
    words = office.group(1) if office else ""
    return after.startswith(" as ") and OFFICE.search(words) is not None and not PARTNER_OFFICE.search(words)
