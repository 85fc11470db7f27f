"""Moves of prices that a sentence denies, leaves open or tells of years ago: no news, for all their amounts."""

from classifiers.prices.move_words import HEDGES
from classifiers.prices.no_prices import sentence_before
from classifiers.wording.money import Money
from classifiers.wording.passages import AMOUNT, Passage
from classifiers.wording.patterns import Pattern
from domain.content import Where

REACH = 40

MOVES = (
    r"(?:rais(?:e|es|ed|ing)|hik(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|lift(?:s|ed|ing)?|put(?:s|ting)? up|"
    r"go(?:es|ing)? (?:up|down)|went|mov(?:e|es|ed|ing)|ris(?:e|es|ing)|rose|climb(?:s|ed)?|chang(?:e|es|ed|ing)|"
    r"cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|drop(?:s|ped|ping)?|f[ae]ll(?:s|ing)?|erhöh\w+|anheb\w+|"
    r"steig\w+|senk\w+|augment\w+|pass\w+|baiss\w+|sub\w+|baj\w+)"
)
# The same clause goes on to the amount; a comma within a number ends none.
REST = r"(?:[^,;:–—]|,\d)*$"
MOVED = Pattern(rf"(?i)\b(?:{MOVES}|hike|rise|change)\b")
# "will not raise Pro from", "denies plans to raise": the word stands ahead of what moves, in the same clause.
DENIED = Pattern(
    rf"(?i)(?:\b(?:{HEDGES}|den(?:y|ies|ied)|(?:rul|shelv|scrap|reject|postpon)(?:e|s|es|ed|ing)? (?:out|a|an|the|its|"
    r"plans?|any)|rumou?rs?|propos(?:e|es|ed|al)|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)|mull(?:s|ed|ing)?)\b|n['’]t\b)"
    rf"[^,;:–—]*\b{MOVES}\b{REST}"
)
# "not only", "no longer" and "no later than" deny nothing that moves.
NO_DENIAL = Pattern(
    r"(?i)\b(?:not (?:only|just)|no (?:longer|later|sooner)|nicht (?:nur|mehr)|non seulement|no s[oó]lo)\b"
)
DENIED_BEHIND = Pattern(
    r"(?i)^[^.,;:\n]{0,30}\b(?:(?:is|was|are|were|has been|have been|will be|does|did|will) (?:not|never)|"
    r"(?:is|was|are|were|does|did|wo)n['’]t|(?:ruled out|shelved|scrapped|rejected|postponed|called off|"
    r"off the table))\b"
)
YEARS_AGO = (
    r"(?:(?:in|back in|during|en|im jahr)\s(?:19|20)\d\d|last year|years? (?:ago|before|earlier)|"
    r"letztes jahr|vor \w+ jahren|l['’]an dernier|il y a \w+ ans|el año pasado|hace \w+ años)"
)
PAST = (
    r"(?:raised|hiked|increased|lifted|went|moved|rose|climbed|changed|cut|lowered|reduced|dropped|fell|doubled|"
    r"erhöhten|erhöht|senkten|gesenkt|augmenté|baissé|subimos|bajamos)"
)
LONG_AGO = Pattern(rf"(?i)\b{YEARS_AGO}\b[^;:]*\b{PAST}\b{REST}")
PAST_MOVE = Pattern(rf"(?i)\b{PAST}\b")
YEAR = Pattern(r"\b((?:19|20)\d\d)\b")
AGO_BEHIND = Pattern(rf"(?i)^[^.,;:\n]{{0,24}}\b{YEARS_AGO}\b")


# "From $49 to IPO": a way that a story tells, and no floor of a price.
WAY = Pattern(r"^ to (?:(?:an?|the|millions|billions|thousands)\b|\p{Lu}\pL+)(?:[^\d$€£]|$)")
CODE = Pattern(r"^ to (?:[A-Z]{3}|US|Rs) ?[\d$]")


def is_journey(passage: Passage, money: Money) -> bool:
    """Whether a headline's "From $49 to IPO" names the amount as where somebody began."""
    behind = passage.text[money.end : money.stop + REACH].split("\n")[0]
    opens = sentence_before(passage.text, money.start).strip().casefold() in ("from", "von", "de", "desde")
    if passage.edit.where is not Where.ENTRY or not opens or CODE.match(behind):
        return False
    return WAY.match(behind) is not None and not AMOUNT.search(behind)


def is_untold(passage: Passage, start: int, stop: int) -> bool:
    """Whether the sentence around the amounts of a move says that it is not so, may be so, or was so years ago."""
    ahead, behind = sentence_before(passage.text, start), passage.text[stop : stop + 90]
    if not MOVED.search(ahead):
        return False
    hedged = DENIED.search(NO_DENIAL.sub(" ", ahead)) or DENIED_BEHIND.search(behind)
    return bool(hedged) or is_past(passage, ahead, behind)


def is_past(passage: Passage, ahead: str, behind: str) -> bool:
    """Whether the move is told with a year of its own or as years ago; an entry may tell of the year it is from."""
    match = LONG_AGO.search(ahead) or (PAST_MOVE.search(ahead) and AGO_BEHIND.search(behind))
    year = YEAR.search(match.group(0)) if match else None
    dated = passage.edit.dated
    this_year = year is not None and dated is not None and int(year.group(1)) >= dated.year
    return bool(match) and not this_year
