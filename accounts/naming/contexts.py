"""Whether an ordinary word, as it stands in a text, is the company called so: by the words around it, never by name."""

from enum import IntEnum

import re2

from accounts.naming import cues
from accounts.naming.common_words import CALENDAR, FUNCTION_WORDS, LABELS, is_common
from accounts.naming.common_words_abroad import ABROAD
from accounts.naming.surroundings import is_the_place
from accounts.places.towns import COUNTRY_NAMES
from accounts.texts.folding import fold
from accounts.texts.verbs import BASES


class Sense(IntEnum):
    """NO: another thing. OPEN: the company if the text shows it elsewhere. SURE: the company."""

    NO = 0
    OPEN = 1
    SURE = 2


# How far (characters) words around tell of headlines and capitals, and capitalised ordinary words of labels.
_AROUND = 60
_NEARBY = 32
_WORDS = re2.compile(r"[\p{L}]+")
# Words of labels that dates and countries are not made of.
_PLAIN_LABELS = LABELS - FUNCTION_WORDS - CALENDAR - {word for name in COUNTRY_NAMES for word in name.split()}
# What only somebody has or does.
_ACTS = (cues.POSSESSIVE, cues.SUBJECT_VERB, cues.TO_DO, cues.TOGETHER)
_DOINGS = frozenset(BASES.split("|"))
# Signs of a registered name.
_MARKS = ("®", "™")
# A quotation that ends right behind the word.
_QUOTED = re2.compile(r"^ ?[\"”»’]+(?: |$)")


def sense(text: str, start: int, end: int, *, articled: bool = False, in_small: bool = False) -> Sense:
    """The sense of the word at `start`..`end`, which is written as the company writes it (capitals included).

    `articled`: the company itself is called "The ...", so that an article before it says nothing. `in_small`: the text
    writes the word in small letters too.
    """
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    plain = fold(text[start:end]).text
    if _is_part_of_something(before, after) or _is_another_thing(plain, before, after):
        return Sense.NO
    if text[start:end].isupper() and _is_shouted(before, after):
        return _in_capitals(plain, before, after)
    told_to = cues.HEADING_BEFORE.search(before) is not None or _is_repeated(text[start:end], before)
    name_before = _name_before(before) and not told_to
    if cues.LEGAL_FORM.match(after) or cues.TICKER_NEXT.match(after):
        return Sense.OPEN if name_before or cues.NAMED_AFTER.search(before) else Sense.SURE
    if after[:1] in _MARKS or (cues.DEFINED_BEFORE.search(before) and cues.DEFINED_AFTER.match(after)):
        return Sense.SURE
    if cues.TRADE_BEFORE.search(before) and not _name_after(after):
        return Sense.SURE
    if name_before:
        return Sense.NO
    if cues.LINKED.match(after):
        return Sense.SURE
    if plain in CALENDAR:
        return Sense.SURE if _is_beside_a_name(before, after) else Sense.NO
    if not articled and cues.DETERMINER.search(before) and not _is_a_german_an(before, text[start]):
        return _behind_determiner(after)
    counted = cues.COUNTED_BEFORE.search(before) and not cues.YEAR_BEFORE.search(before)
    if counted and not cues.CORPORATE_THING.match(after):
        return Sense.NO
    if cues.COPULA_BEFORE.search(before) and cues.PREDICATE_AFTER.match(after):
        return Sense.NO
    return _by_position(text, start, end, plain, ordinary=in_small or is_common(plain))


def _by_position(text: str, start: int, end: int, plain: str, *, ordinary: bool) -> Sense:
    """What a capital says here: nothing at a sentence's start or in a headline, all within a sentence."""
    word, before = text[start:end], text[max(0, start - _AROUND) : start]
    after = _QUOTED.sub(" ", text[end : end + _AROUND])
    heading = cues.HEADING_BEFORE.search(before) is not None
    first = cues.SENTENCE_END.search(before) is not None or not before.strip() or _is_repeated(word, before)
    if (heading and not _name_after(after)) or (first and cues.BEFALLS.match(after)):
        return Sense.SURE
    if _name_after(after) and not cues.OWN_THING.match(after):
        return _before_a_capital(word, after, heading=heading, first=first and plain not in FUNCTION_WORDS)
    if first:
        return _at_sentence_start(plain, after, ordinary=ordinary)
    if cues.ADJECTIVE_BEFORE.search(before) and not cues.APPOSITION.match(after):
        return Sense.NO
    if _is_of_a_title(before, after) or (ordinary and _is_of_a_button(after)):
        return Sense.OPEN
    if (
        _is_listed(before, after)
        or _is_last_listed(before)
        or (cues.PREPOSITION.search(before) and cues.CLOSED.match(after))
    ):
        return Sense.SURE
    if plain in ABROAD and cues.GERMAN_IDIOM.search(before) and cues.CLOSED.match(after):
        return Sense.OPEN
    if _is_headline(text, start, end) or _is_among_labels(before, after):
        shown = cues.POSSESSIVE.match(after) or cues.DONE_TO.search(before) or cues.TOGETHER.match(after)
        return Sense.SURE if shown else Sense.OPEN
    return Sense.SURE


def _before_a_capital(word: str, after: str, *, heading: bool, first: bool) -> Sense:
    """With another capital behind it, it may be part of a longer name, unless that is a headline's verb or itself."""
    if heading and after[1:].startswith(word):
        return Sense.SURE
    return Sense.SURE if first and (cues.SUBJECT_VERB.match(after) or cues.TO_DO.match(after)) else Sense.OPEN


def _is_of_a_title(before: str, after: str) -> bool:
    """Whether it is joined to capitalised words that make a longer name with it: "Plan of Merger", "Keld & Kelder"."""
    joined = cues.AND_BEFORE.search(before) or cues.TITLE_BEFORE.search(before) or cues.TITLE_AFTER.match(after)
    return joined is not None and not cues.POSSESSIVE.match(after)


def _is_of_a_button(after: str) -> bool:
    """Whether another ordinary word is joined to it by a sign: "Save & Close"."""
    pair = cues.AND_AFTER.match(after)
    word = fold(pair.group(1)).text if pair else ""
    return is_common(word) or word in _DOINGS


def _at_sentence_start(plain: str, after: str, *, ordinary: bool) -> Sense:
    """A capital at the start says nothing: a verb or a possessive must show that the word is somebody."""
    if plain in FUNCTION_WORDS:
        return Sense.NO
    own, after = after, cues.OWN_THING.sub("", after)
    if own != after and cues.CLOSED.match(after):
        return Sense.SURE
    if cues.OF_MANY.match(after):
        return Sense.OPEN
    shown = [*_ACTS, cues.PAST_VERB, cues.OBJECT_VERB, cues.GERMAN_VERB, cues.REFRAINS, cues.AGAINST]
    if plain not in cues.SENTENCE_ADVERBS:
        shown.append(cues.APPOSITION)
    if not ordinary:
        shown.append(cues.ANY_VERB)
    return Sense.SURE if any(pattern.match(after) for pattern in shown) else Sense.OPEN


def _behind_determiner(after: str) -> Sense:
    """ "the Oracle spoke" is nobody's name; "its Nest unit" is; "the Target debut" could be."""
    if cues.CORPORATE_THING.match(after) or cues.OWN_THING.match(after):
        return Sense.SURE
    following = cues.NEXT_WORD.match(after)
    if following is None or fold(following.group(1)).text in FUNCTION_WORDS or cues.SUBJECT_VERB.match(after):
        return Sense.OPEN if cues.POSSESSIVE.match(after) else Sense.NO
    return Sense.OPEN


def _in_capitals(plain: str, before: str, after: str) -> Sense:
    """In a line of capitals only what stands around tells: a verb behind it at the start, or what is done to it."""
    if cues.LEGAL_FORM.match(after.title()) or cues.TICKER_NEXT.match(after):
        return Sense.SURE
    if plain in CALENDAR or plain in FUNCTION_WORDS or cues.DETERMINER.search(before.lower()):
        return Sense.NO
    if (not before.strip() or cues.SENTENCE_END.search(before)) and any(one.match(after) for one in _ACTS):
        return Sense.SURE
    at_end = cues.PREPOSITION.search(before) and cues.CLOSED.match(after)
    return Sense.SURE if at_end or cues.DONE_TO.search(before) or cues.SHARES_IN.search(before) else Sense.OPEN


def _is_shouted(before: str, after: str) -> bool:
    """Whether the words around are capitals only, so that capitals tell nothing."""
    words = [word for word in _WORDS.findall(before)[1:] + _WORDS.findall(after)[:-1] if len(word) > 1]
    return len(words) >= 3 and sum(word.isupper() for word in words) >= 0.8 * len(words)


def _is_part_of_something(before: str, after: str) -> bool:
    """Whether it is part of a number, a hyphened word, an address or a person's name."""
    if after[:1] in ("-", "_", "/", "@") and after[1:2].isalnum():
        return True
    if before[-1:] in ("@", "/", "_", "#", ".") or cues.EXTENSION.match(after):
        return True
    numbered = after[:1] == " " and after[1:2].isdigit()
    return numbered or cues.PERSON_TITLE.search(before) is not None


def _is_another_thing(plain: str, before: str, after: str) -> bool:
    """Whether it is the place, the person or the measure of that name."""
    called = cues.CALLED_BEFORE.search(before) or cues.MEASURED_BEFORE.search(before) or cues.OF_A_PERSON.match(after)
    return called is not None or is_the_place(plain, before, after)


def _name_before(before: str) -> bool:
    """Whether the word right before is capitalised too, as in "Eagle Ford", so that both are another's name."""
    hit = cues.BEFORE_WORD.search(before)
    if hit is None or not hit.group(2):
        return False
    word = hit.group(1)
    if cues.DONE_TO.search(before) and len(before.split()) > 1:
        return False
    return bool(
        any(letter.isupper() for letter in word)
        and fold(word).text not in FUNCTION_WORDS
        and not word.endswith(("'s", "’s"))
    )


def _is_repeated(word: str, before: str) -> bool:
    """Whether it stands right behind itself: a heading run into its text, "About Kelder Kelder is"."""
    return before.endswith(f" {word} ")


def _is_a_german_an(before: str, initial: str) -> bool:
    """Whether "an" before it is no English article, for a consonant follows: "an Kelder übermittelt"."""
    return before.endswith(" an ") and initial.lower() not in "aeiouhx"


def _name_after(after: str) -> bool:
    """Whether the next word is capitalised, as in "Gap Analysis Program": maybe another's name."""
    hit = cues.NEXT_WORD.match(after)
    return hit is not None and hit.group(1)[0].isupper() and fold(hit.group(1)).text not in FUNCTION_WORDS


def _is_headline(text: str, start: int, end: int) -> bool:
    """Whether the words around are nearly all capitalised, so that a capital says nothing."""
    around = text[max(0, start - _AROUND) : start].split()[1:] + text[end : end + _AROUND].split()[:-1]
    words = [word for word in around if word[:1].isalpha() and fold(word).text.strip(".,") not in FUNCTION_WORDS]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def _is_listed(before: str, after: str) -> bool:
    """Whether the items on both sides of it in a list are names, and not ordinary words themselves."""
    left, right = cues.ITEM_BEFORE.search(before), cues.ITEM_AFTER.match(after)
    if left is None or right is None or after.lstrip()[:1] != ",":
        return False
    return _are_names(left.group(1), right.group(1))


def _are_names(*items: str) -> bool:
    """Whether the items of a list are capitalised and one at least is no ordinary word; labels all are."""
    plain = [fold(item).text for item in items]
    named = all(item[0].isupper() for item in items) and not FUNCTION_WORDS.intersection(plain)
    return named and any(item not in LABELS for item in plain)


def _is_last_listed(before: str) -> bool:
    """Whether it ends a list of names: "Linde, Air Liquide and Messer"."""
    items = cues.LIST_BEFORE.search(before)
    return items is not None and _are_names(*items.group(1, 2))


def _is_beside_a_name(before: str, after: str) -> bool:
    """Whether shares in it are spoken of, or another name is joined to it or listed with it."""
    joined = cues.JOINED_BEFORE.search(before)
    named = joined is not None and fold(joined.group(1)).text not in CALENDAR | FUNCTION_WORDS
    return named or cues.SHARES_IN.search(before) is not None or _is_listed(before, after)


def _is_among_labels(before: str, after: str) -> bool:
    """Whether ordinary words around it are capitalised too ("Discover, Basic, or Pro"): labels, not companies."""
    words = _WORDS.findall(before[-_NEARBY:])[1:] + _WORDS.findall(after[:_NEARBY])[:-1]
    return len([word for word in words if word[0].isupper() and fold(word).text in _PLAIN_LABELS]) >= 2
