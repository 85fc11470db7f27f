"""Whether an ordinary word is a label: a plan, a button, a defined term of a contract or a part of a title."""

from accounts.naming.common_words import CALENDAR, FUNCTION_WORDS, LABELS, is_common
from accounts.places.towns import COUNTRY_NAMES
from accounts.texts.folding import fold
from accounts.texts.patterns import Pattern
from accounts.texts.verbs import BASES

# Capitalised ordinary words this near (characters) make labels of their neighbours.
_NEARBY = 32
_WORDS = Pattern(r"[\p{L}]+")
# Words of labels that dates and countries are not made of.
_PLAIN_LABELS = LABELS - FUNCTION_WORDS - CALENDAR - {word for name in COUNTRY_NAMES for word in name.split()}
_DOINGS = frozenset(BASES.split("|"))
# What sorts customers, services and shares, or what contracts define: "Enterprise customers", "the Web App".
_SORTS = """
advanced affiliate agreement api application audience bank basic beta bronze business buyer common contact content
corporate creator customer data deluxe developer diamond digital direct elite employee end enterprise essential family
free global gold guest host individual key licence license live local member merchant mobile network online order
ordinary partner pass payment personal platform platinum plus preferred premium privacy private pro product
professional profile program project property public purchase retail select seller senior service silver site social
software special standard starter student subscriber subscription supplier supreme team term trial ultimate user
vendor video web website work
"""
SORTS = frozenset(_SORTS.split())
# "Save & Close": two words of a button.
_AND_AFTER = Pattern(r"^ & (\p{Lu}\p{Ll}+)\b")
# "Keld & Kelder opened": the end of a longer name, or of two.
_AND_BEFORE = Pattern(r"\p{Lu}[\p{L}.]+ & $")
# "the Site and Platform": a pair of things that a contract speaks of.
_PAIR_BEFORE = Pattern(r"\b(?i:the|our|your|its|this) (\p{Lu}\p{L}+) (?:and|or|&) $")
# "Department of Justice", "membre Premium": ends of titles and of plans.
_TITLE_BEFORE = Pattern(
    r"\b(?:Department|Ministry|Court|Bank|University|Institute|Bureau|Commission|Council|House|Church|Museum|"
    r"Academy|School|College|Society|Federation) of $|\b(?i:membres?|abonnements?|formule|offre|compte|option|"
    r"statut|services?|mitgliedschaft|abo|tarif) $"
)
# "the Statue of Liberty", "our Terms of Use": a title within a sentence; who has an office has it in a company.
_OF_BEFORE = Pattern(r"\b(?i:the|an?|our|its|your|these|their) [“\"]?(\p{Lu}[\p{L}-]+) of (?:the )?$")
_OFFICES = Pattern(
    r"(?i)(?:president|chair\w*|directors?|ceo|head|officer|officers|chief|manager|founder|partner|owner|board|"
    r"shares?|stock|parent|acquisition|purchase|sale|members?|secretary|counsel|treasurer|controller|shareholders|"
    r"stockholders|holders|trustees|subsidiary|affiliates?|executive|merger|affairs|marketing|operations|elect|"
    r"customers|users|\w+-elect|governor|bylaws|charter|investors|division|owners|fans|cfo|coo|cto|vp)$"
)
# "Terms of Service", "Code of Conduct", at the start of a sentence too.
_RULES_OF = Pattern(r"\b(?:Terms|Conditions|Code|Rules|Right) of (?:the )?$")
# "see the information under Contact", "a page titled Help": a heading.
_UNDER = Pattern(r"\b(?:under|titled|entitled|labelled|labeled|marked|headed) [\"“‘]?$")
# "a Partnership to Build the First": a verb in a headline.
_TO_DO = Pattern(r"^ (?:the|an?|your|its|their|our|his|her|this|these|more|new)\b")
# "Plan of Merger", "Bank of Leeds".
_TITLE_AFTER = Pattern(r"^ of (?:the )?\p{Lu}")
_POSSESSIVE = Pattern(r"^['’](?:s|S)\b")
_QUOTES = ('"', "“", "«", "'", "’", "‘")
# "click “Manage My Choices”": what a button says.
_CLICKED = Pattern(
    r"(?i)\b(?:click\w*|select\w*|tap\w*|press\w*|choose|tick\w*|button|tab|menu|section|option|heading)"
    r"(?: (?:on|the|in|at|then|and|your))* [\"“«'’‘]$"
)
# "Do Not Track", "How to Contact": headings that tell what one does.
_HEADED = Pattern(r"\b(?:Do Not|Don['’]t|How [Tt]o|Right [Tt]o|How We|Ways [Tt]o|Steps [Tt]o) $")
# "(the “Common Stock”)", "(a “Social Account”)": what a contract calls something.
_CALLED_THE = Pattern(r"\((?:(?:collectively|together|each),? )?(?:the|an?) [\"“]$")
_REST_OF_TERM = Pattern(r"^(?: \p{Lu}[\p{L}-]+){1,3}[\"”]")
# "Audience measurement", "Users' Input": what a word sorts, and whose it is.
_SMALL_WORD = Pattern(r"^ (\p{Ll}{3,})\b")
_OWNER_BEFORE = Pattern(r"\p{L}(?:['’]s|s['’]) $")


def is_a_sort(plain: str) -> bool:
    return plain in SORTS or plain.removesuffix("s") in SORTS


def is_a_label(before: str, after: str) -> bool:
    """Whether it is what a button says, or the beginning of what a contract calls something."""
    if _HEADED.search(before):
        return True
    if before[-1:] not in _QUOTES:
        return False
    if _CLICKED.search(before):
        return True
    return _CALLED_THE.search(before) is not None and _REST_OF_TERM.match(after) is not None


def is_of_a_title(before: str, after: str) -> bool:
    """Whether it is joined to capitalised words that make a longer name with it: "Plan of Merger", "Keld & Kelder"."""
    if _POSSESSIVE.match(after):
        return False
    pair = _PAIR_BEFORE.search(before)
    of = _OF_BEFORE.search(before) if before.endswith(("of ", "of the ")) else None
    paired = pair is not None and is_a_sort(fold(pair.group(1)).text)
    titled = of is not None and not _OFFICES.match(of.group(1))
    joined = _AND_BEFORE.search(before) or _TITLE_BEFORE.search(before) or _TITLE_AFTER.match(after)
    return paired or titled or joined is not None


def is_a_heading(before: str, after: str) -> bool:
    """Whether an ordinary word is what a section is called by, or a verb that a headline writes with a capital."""
    if _POSSESSIVE.match(after):
        return False
    if _UNDER.search(before) or _RULES_OF.search(before):
        return True
    return before.endswith((" to ", " To ")) and _TO_DO.match(after) is not None


def sorts_a_thing(before: str, after: str) -> bool:
    """Whether a word that sorts has one behind it or an owner before: "Audience measurement", "Users' Input"."""
    following = _SMALL_WORD.match(after)
    thing = following is not None and following.group(1) not in FUNCTION_WORDS
    return thing or _OWNER_BEFORE.search(before) is not None


def is_of_a_button(after: str) -> bool:
    """Whether another ordinary word is joined to it by a sign: "Save & Close"."""
    pair = _AND_AFTER.match(after)
    word = fold(pair.group(1)).text if pair else ""
    return is_common(word) or word in _DOINGS


def is_among_labels(before: str, after: str) -> bool:
    """Whether ordinary words around it are capitalised too ("Discover, Basic, or Pro"): labels, not companies."""
    words = _WORDS.findall(before[-_NEARBY:])[1:] + _WORDS.findall(after[:_NEARBY])[:-1]
    return len([word for word in words if word[0].isupper() and fold(word).text in _PLAIN_LABELS]) >= 2
