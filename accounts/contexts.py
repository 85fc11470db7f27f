"""Whether an ordinary word, as it stands in a text, is the company called so: by the words around it, never by name."""

from enum import IntEnum

import re2

from accounts.common_words import CALENDAR, FUNCTION_WORDS, ORDINARY
from accounts.folding import fold


class Sense(IntEnum):
    """NO: another thing. OPEN: the company if the text shows it elsewhere. SURE: the company."""

    NO = 0
    OPEN = 1
    SURE = 2


LEGAL_FORM = re2.compile(
    r"^,? ?(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|LLC|L\.L\.C|PLC|plc|Plc|GmbH|AG|SE|SA|S\.A|NV|N\.V|BV|B\.V|"
    r"AB|ASA|AS|A/S|Oy|Oyj|SpA|S\.p\.A|SAS|SARL|KG|KGaA|Pty|Bhd|Holdings|Group|Co|Company|LP|LLP)\b"
)
_TICKER_NEXT = re2.compile(
    r"^(?:[^.;()]{0,40}\((?:NYSE|NASDAQ|Nasdaq|NasdaqGS|AMEX|LSE|TSX|ASX|Euronext|XETRA|OTC\w*)[^)]{0,20}\)|"
    r" \([A-Z]{1,5}(?:\.[A-Z])?\))"
)
# "announcements from Amazon.": whom something is from, with or at.
_PREPOSITION = re2.compile(r"\b(?:from|by|at|with|for|to|of) $")
_CLOSED = re2.compile(r"^ ?(?:$|[.;:!?)\n]|, (?:and|or|which|who|the|a|an)\b)")
# How far (characters) capitalised ordinary words tell of labels.
_NEARBY = 32
_VERBS = """
is was has had will would may can could might must does did do n't said says say pays pay paid wants want went goes
gets get makes made announces announced launches launched reports reported unveils unveiled introduces introduced
continues continued helps helped plans planned expects expected agrees agreed acquires acquired buys bought sells
sold offers offered adds added opens opened signs signed hires hired names named appoints appointed raises raised
cuts reduces joins joined partners partnered provides provided collects uses believes considers reserves owns
operates disclaims became becomes faces faced files filed posted expands expanded invests invested wins won debuts
brings brought completes completed reaches reached declined told began begins starts started stock shares customers
employees executives
"""
_SUBJECT_VERB = re2.compile(
    r"^ (?:(?:also|now|today|just|recently|already|still|never|has|have|had) )?(?:" + "|".join(_VERBS.split()) + r")\b"
)
# "Spectrum and Apple unveiled": two names that do something together.
_TOGETHER = re2.compile(r"^ (?:and|&) [A-Z][\p{L}]+ (?:\p{L}+ed|" + "|".join(_VERBS.split()) + r")\b")
# A company's name before these is still the company: its service, its branch, its channel.
_OWN_THINGS = """
Service Services App Apps Website Site Platform Account Accounts Logo Trading Holding International Global Europe
Technologies Americas UK US USA Deutschland France News Sports TV Careers Newsroom Investor
"""
OWN_THING = re2.compile(r"^ (?:" + "|".join(_OWN_THINGS.split()) + r")\b")
# "Firefox, Brave, DuckDuckGo": an item in a list.
_ITEM_BEFORE, _ITEM_AFTER = re2.compile(r"([\p{L}]+) ?, $"), re2.compile(r"^ ?,? (?:and |or )?([\p{L}]+)")
# "Pilot, the largest network of travel centers": an apposition.
_APPOSITION = re2.compile(r"^ ?, (?:the|a|an|which|whose|based|one of) ")
_POSSESSIVE = re2.compile(r"^['’](?:s|S)\b")
_PERSON_TITLE = re2.compile(r"(?:\bMrs?|\bMs|\bDr|\bSir|\bLord|\bLady|\bProf|\bJudge|\bSen|\bGen)\.? $")
_BEFORE_WORD = re2.compile(r"([\p{L}\p{N}&]+(?:['’.-][\p{L}\p{N}&]+)*)( ?)$")
_WORDS = re2.compile(r"[\p{L}]+")
_NEXT_WORD = re2.compile(r"^ ([\p{L}\p{N}&]+)")
_SENTENCE_END = re2.compile(r"(?:^|[.!?:;•·|◎–—>\"“”\n]|\s-|\.{3})[\s\"'“‘(\[]*$")


def sense(text: str, start: int, end: int) -> Sense:
    """The sense of the word at `start`..`end`, which is written as the company writes it (capitals included)."""
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    if _is_part_of_something(before, after):
        return Sense.NO
    name_before = _name_before(before)
    if LEGAL_FORM.match(after) or _TICKER_NEXT.match(after):
        return Sense.OPEN if name_before else Sense.SURE
    if name_before:
        return Sense.NO
    plain = fold(text[start:end]).text
    if plain in CALENDAR:
        return Sense.NO
    if _name_after(after) and not OWN_THING.match(after):
        return Sense.OPEN
    if _SENTENCE_END.search(before) or not before.strip():
        return _at_sentence_start(plain, OWN_THING.sub("", after))
    if _is_listed(before, after) or (_PREPOSITION.search(before) and _CLOSED.match(after)):
        return Sense.SURE
    if _is_headline(text, start, end) or _is_among_labels(before, after):
        return Sense.SURE if _POSSESSIVE.match(after) else Sense.OPEN
    return Sense.SURE


def _at_sentence_start(plain: str, after: str) -> Sense:
    """A capital at the start says nothing: a verb or a possessive must show that the word is somebody."""
    if plain in FUNCTION_WORDS:
        return Sense.NO
    shown = (_POSSESSIVE, _SUBJECT_VERB, _APPOSITION, _TOGETHER)
    if any(pattern.match(after) for pattern in shown):
        return Sense.SURE
    return Sense.OPEN


def _is_part_of_something(before: str, after: str) -> bool:
    """Whether it is part of a number, a hyphened word, an address or a person's name."""
    if after[:1] in ("-", "_", "/", "@") and after[1:2].isalnum():
        return True
    if before[-1:] in ("@", "/", "_", "#", "."):
        return True
    numbered = after[:1] == " " and after[1:2].isdigit()
    return numbered or _PERSON_TITLE.search(before) is not None


def _name_before(before: str) -> bool:
    """Whether the word right before is capitalised too, as in "Eagle Ford", so that both are another's name."""
    hit = _BEFORE_WORD.search(before)
    if hit is None or not hit.group(2):
        return False
    word = hit.group(1)
    return bool(word[0].isupper() and fold(word).text not in FUNCTION_WORDS and not word.endswith(("'s", "’s")))


def _name_after(after: str) -> bool:
    """Whether the next word is capitalised, as in "Gap Analysis Program": maybe another's name."""
    hit = _NEXT_WORD.match(after)
    return hit is not None and hit.group(1)[0].isupper() and fold(hit.group(1)).text not in FUNCTION_WORDS


def _is_headline(text: str, start: int, end: int) -> bool:
    """Whether the words around are nearly all capitalised, so that a capital says nothing."""
    around = text[max(0, start - 60) : start].split()[1:] + text[end : end + 60].split()[:-1]
    words = [word for word in around if word[:1].isalpha() and fold(word).text.strip(".,") not in FUNCTION_WORDS]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def _is_listed(before: str, after: str) -> bool:
    """Whether the items on both sides of it in a list are names, and not ordinary words themselves."""
    left, right = _ITEM_BEFORE.search(before), _ITEM_AFTER.match(after)
    if left is None or right is None or after.lstrip()[:1] != ",":
        return False
    return all(word[0].isupper() and fold(word).text not in ORDINARY for word in (left.group(1), right.group(1)))


def _is_among_labels(before: str, after: str) -> bool:
    """Whether ordinary words around it are capitalised too ("Discover, Basic, or Pro"): labels, not companies."""
    words = _WORDS.findall(before[-_NEARBY:])[1:] + _WORDS.findall(after[:_NEARBY])[:-1]
    labels = ORDINARY - FUNCTION_WORDS
    return len([word for word in words if word[0].isupper() and fold(word).text in labels]) >= 2
