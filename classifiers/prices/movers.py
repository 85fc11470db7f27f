"""Who moves the prices that a sentence tells of: the company itself, or its customers, its tool, its reader."""

from dataclasses import dataclass

import re2

from classifiers.wording.patterns import Pattern

# In "software prices rise by 10% a year" the word right before says whose prices: not the company's.
OF_THINGS = Pattern(r"(?:^|[^\pL])(\pL+)\s$")
DETERMINER_LIST = (
    "our its the all these list plan subscription licence license membership new current most that and monthly yearly "
    "published general standard paid every each unsere unseren alle die der nos nuestros nuestras los las les tous "
    "todos"
)
DETERMINERS = frozenset(DETERMINER_LIST.split())
# What whoever raises its own prices may say of them besides.
OF_DOER_LIST = (
    "their his by up down annual base standard service platform transaction processing usage seat user storage seine "
    "seinen ihre ihren den ses leurs sus"
)
OF_DOER = DETERMINERS | frozenset(OF_DOER_LIST.split())
# Whoever is helped to raise prices, or is spoken to, raises his own.
HELPED = Pattern(
    r"(?i)\b(?:help(?:s|ed|ing)?|let(?:s|ting)?|allow(?:s|ed|ing)?|enabl(?:e|es|ed|ing)|empower(?:s|ed|ing)?|"
    r"mak(?:es|ing)|made|how to|hilft|helfen|half|aid(?:e|ons|ent|ez)|permet(?:tent|tons)?|ayud(?:a|amos|an)|"
    r"permit(?:e|en|imos)|demand|occupancy|weekends?|seasons?|peak)\b"
)
YOURS = Pattern(r"\b(?:[Yy]ours?|Ihre[nrms]?|deine[nrms]?|[Vv]os|[Vv]otre|[Tt]us|Sie|[Vv]ous|[Yy]ou)\b")
YOUR_PLAN = Pattern(r"(?i)\byour (?:\w+ )?(?:subscription|plan|licen[cs]e|membership|account|contract)\b")
OWN_NOUN = Pattern(
    r"(?i)(?:^|\s)(?:our|unsere?[nr]?|nos|notre|nuestr[oa]s?)(?: (?:\pL+(?:ly|en)|list|plan|subscription|monthly|"
    r"annual|yearly|new|current|licen[cs]e|membership))* $"
)
DOER = r"we|wir|nous|nosotros|the (?:company|firm|group|provider|vendor|start-?up)|das unternehmen|l['’]entreprise"
# "Hotels using Kelvar", "with us": a name behind such a word is no subject.
BEHIND = Pattern(
    r"(?i)\b(?:us(?:ing|es?)|with|by|via|through|of|on|to|for|from|thanks to|mit|dank|bei|avec|grâce à|con|"
    r"gracias a)\s+$"
)
BESIDE_LIST = (
    "will would shall is are am be being been has have had now also to going plan plans planning today soon again must "
    "need needs therefore only just both it that and then once says said announces announced confirms confirmed "
    "intends decided re ll ve s at this next year month week have werden wird haben hat ab sofort va allons allez "
    "vamos ha hemos en"
)
BESIDE = frozenset(BESIDE_LIST.split())
WORDS = Pattern(r"[\pL\d]+")
PRODUCT_WORDS = 2
# Behind a verb without an object: when, and from what on.
NO_OBJECT = Pattern(
    r"(?i)^\s*$|^[\s,(]*(?:by|on|from|in|at|to|for|as|with|again|once|this|next|each|every|per|about|around|um|zum|"
    r"zur|ab|"
    r"im|am|in|jährlich|rund|de|del|en|un|à|dès|au|le|a|el|desde|\pL+ly|durchschnittlich)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Words that move prices: ahead of the first of verb and noun, between the two, and behind both up to the share."""

    start: int
    sign: int
    verb_first: bool
    ahead: str
    between: str
    behind: str


def moves_own(move: Move, sentence: str, company: str) -> bool:
    """Whether it is the company that moves its own prices: of a verb with an object its subject must be the company."""
    if HELPED.search(sentence) or (YOURS.search(move.ahead + move.between) and not YOUR_PLAN.search(sentence)):
        return False
    if not move.verb_first:
        return not of_things(move.ahead, company) and NO_OBJECT.search(move.behind) is not None
    if OWN_NOUN.search(move.between) or names_doer(move.between, company):
        return True
    return is_doer(move.ahead, company) and not of_doers_things(move.between)


def of_things(ahead: str, company: str) -> bool:
    """Whether the word right before the noun says whose prices, and not the company's: "software", "their"."""
    word = OF_THINGS.search(ahead)
    if word is None or re2.search(rf"(?i:{re2.escape(company)})(?:['’]s)?(?: \p{{Lu}}[\pL\d]*){{0,2}} $", ahead):
        return False
    if word.group(1).casefold() == "its":
        return company.casefold() not in ahead.casefold() and "company" not in ahead
    return word.group(1).casefold() not in DETERMINERS


def of_doers_things(between: str) -> bool:
    """The same of what the company itself raises: a name in capitals is one of its plans."""
    word = OF_THINGS.search(between)
    return word is not None and word.group(1).islower() and word.group(1) not in OF_DOER


def names_doer(between: str, company: str) -> bool:
    """Whether the subject stands behind its verb: "erhöhen wir die Preise"."""
    return re2.match(rf"(?i)^\s*(?:{DOER}|{re2.escape(company)})\b", between) is not None


def is_doer(ahead: str, company: str) -> bool:
    """Whether the words right before a verb are the company or "we", with nothing but small words between."""
    for match in re2.finditer(rf"(?i)\b(?:{DOER}|{re2.escape(company)})\b", ahead):
        if BEHIND.search(ahead[: match.start()]):
            continue
        if no_other_doer(ahead[match.end() :], company):
            return True
    return False


def no_other_doer(words: str, company: str) -> bool:
    """Whether words between a subject and its verb bring no subject of their own; a product's name may follow."""
    if words.startswith(("'s ", "’s ")) or ":" in words:
        return False
    found = WORDS.findall(words)
    names = 0
    while names < min(PRODUCT_WORDS, len(found)) and found[names][0].isupper() and not found[names].endswith("s"):
        names += 1
    own = BESIDE | set(company.casefold().split())
    return all(word.casefold() in own or word.endswith("ly") for word in found[names:])
