"""Whether an ordinary word, as it stands in a text, is the company called so: by the words around it, never by name."""

from enum import IntEnum

import re2

from accounts.naming import cues
from accounts.naming.common_words import CALENDAR, FUNCTION_WORDS, LABELS, is_common
from accounts.naming.common_words_abroad import ABROAD
from accounts.naming.labels import is_a_label, is_a_sort, is_among_labels, is_of_a_button, is_of_a_title
from accounts.naming.likenesses import is_another_thing
from accounts.texts.folding import fold


class Sense(IntEnum):
    """NO: another thing. OPEN: the company if the text shows it elsewhere. SURE: the company."""

    NO = 0
    OPEN = 1
    SURE = 2


# How far (characters) words around tell of anything.
_AROUND = 60
_WORDS = re2.compile(r"[\p{L}]+")
# What only somebody has or does.
_ACTS = (cues.POSSESSIVE, cues.SUBJECT_VERB, cues.TO_DO, cues.TOGETHER)
# Signs of a registered name.
_MARKS = ("®", "™")
# A quotation that ends right behind the word.
_QUOTED = re2.compile(r"^ ?[\"”»’]+(?: |$)")


def sense(
    text: str,
    start: int,
    end: int,
    *,
    articled: bool = False,
    in_small: bool = False,
    own_words: frozenset[str] = frozenset(),
) -> Sense:
    """The sense of the word at `start`..`end`, which is written as the company writes it (capitals included).

    `articled`: the company itself is called "The ...", so that an article before it says nothing. `in_small`: the text
    writes the word in small letters too. `own_words`: what the company's longer names go on with.
    """
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    plain = fold(text[start:end]).text
    if _is_part_of_something(before, after) or is_another_thing(plain, before, after):
        return Sense.NO
    if text[start:end].isupper() and _is_shouted(before, after):
        return _in_capitals(plain, before, after)
    told_to = cues.HEADING_BEFORE.search(before) is not None or _is_repeated(text[start:end], before)
    name_before = _name_before(before) and not told_to
    if _goes_on_as_its_own(after, own_words):
        return Sense.OPEN if name_before or cues.NAMED_AFTER.search(before) else Sense.SURE
    if (
        after[:1] in _MARKS
        or cues.OWNED_BY.match(after)
        or (cues.DEFINED_BEFORE.search(before) and cues.DEFINED_AFTER.match(after))
    ):
        return Sense.SURE
    if cues.TRADE_BEFORE.search(before) and not _name_after(after):
        return Sense.SURE
    if name_before or is_a_label(before, after):
        return Sense.NO
    if cues.LINKED.match(after):
        return Sense.SURE
    if plain in CALENDAR:
        return Sense.SURE if _is_beside_a_name(before, after) else Sense.NO
    shown = _by_things(plain, before, after, articled=articled or _is_a_german_an(before, text[start]))
    return _by_position(text, start, end, plain, ordinary=in_small or is_common(plain)) if shown is None else shown


def _goes_on_as_its_own(after: str, own_words: frozenset[str]) -> bool:
    """Whether a legal form, a ticker or a word of its own longer names is next: "Keld Foods", "Keld Inc."."""
    if cues.LEGAL_FORM.match(after) or cues.LEGAL_FORM_LATER.match(after):
        return True
    return cues.TICKER_NEXT.match(after) is not None or is_own_word(after, own_words)


def is_own_word(after: str, own_words: frozenset[str]) -> bool:
    """Whether the capitalised word behind is one of `own_words`, or begins with one: "air" in "Keld Airlines"."""
    following = cues.NEXT_WORD.match(after)
    if following is None or not following.group(1)[0].isupper():
        return False
    word = fold(following.group(1)).text
    return any(word.startswith(own) for own in own_words)


def _by_things(plain: str, before: str, after: str, *, articled: bool) -> Sense | None:
    """What things of users and companies, articles, counts and predicates around it say; None where nothing does."""
    sort = is_a_sort(plain)
    of_company = cues.CORPORATE_THING.match(after) or cues.OWN_THING.match(after)
    if sort and of_company:
        return Sense.OPEN
    used = cues.USER_HAS.match(after) and cues.USER_BEFORE.search(before)
    if not sort and (used or (cues.CONNECTED_AFTER.match(after) and cues.CONNECTED_BEFORE.search(before))):
        return Sense.SURE
    if not articled and cues.DETERMINER.search(before):
        return Sense.SURE if of_company else _behind_determiner(after)
    counted = cues.COUNTED_BEFORE.search(before) and not (
        cues.YEAR_BEFORE.search(before) or cues.SECTION_BEFORE.search(before)
    )
    if counted and not cues.CORPORATE_THING.match(after):
        return Sense.NO
    return Sense.NO if cues.COPULA_BEFORE.search(before) and cues.PREDICATE_AFTER.match(after) else None


def _by_position(text: str, start: int, end: int, plain: str, *, ordinary: bool) -> Sense:
    """What a capital says here: nothing at a sentence's start or in a headline, all within a sentence."""
    word, before = text[start:end], text[max(0, start - _AROUND) : start]
    after = _QUOTED.sub(" ", text[end : end + _AROUND])
    heading = cues.HEADING_BEFORE.search(before) is not None
    first = _is_first(word, before)
    if (heading and not _name_after(after)) or (first and cues.BEFALLS.match(after)):
        return Sense.SURE
    if _name_after(after) and not cues.OWN_THING.match(after):
        return _before_a_capital(word, before, after, heading=heading, first=first and plain not in FUNCTION_WORDS)
    if first:
        return _at_sentence_start(plain, after, ordinary=ordinary)
    if _is_an_adjective_before(before) and not cues.APPOSITION.match(after):
        return Sense.NO
    if is_of_a_title(before, after) or (ordinary and is_of_a_button(after)):
        return Sense.OPEN
    if (
        _is_listed(before, after)
        or _is_last_listed(before)
        or (cues.PREPOSITION.search(before) and cues.CLOSED.match(after))
    ):
        return Sense.SURE
    if plain in ABROAD and cues.GERMAN_IDIOM.search(before) and cues.CLOSED.match(after):
        return Sense.OPEN
    if _is_headline(text, start, end) or is_among_labels(before, after):
        return Sense.SURE if _is_shown_among_capitals(plain, before, after) else Sense.OPEN
    return Sense.SURE


def _is_first(word: str, before: str) -> bool:
    begins = cues.SENTENCE_END.search(before) or cues.SECTION_BEFORE.search(before)
    return begins is not None or not before.strip() or _is_repeated(word, before)


def _is_shown_among_capitals(plain: str, before: str, after: str) -> bool:
    """Whether it has, does or undergoes something that a label does not."""
    if cues.DONE_TO.search(before) or any(one.match(after) for one in (cues.POSSESSIVE, cues.TOGETHER, cues.SHOP)):
        return True
    return not is_a_sort(plain) and (
        cues.ACTS.match(after) is not None or cues.OFFICE_BEFORE.search(before) is not None
    )


def _before_a_capital(word: str, before: str, after: str, *, heading: bool, first: bool) -> Sense:
    """With another capital behind it, it may be part of a longer name, unless that is a headline's verb or itself."""
    if heading and after[1:].startswith(word):
        return Sense.SURE
    if first:
        does = any(verb.match(after) for verb in (cues.SUBJECT_VERB, cues.TO_DO, cues.HEADLINE_VERB))
    else:
        joint = cues.JOINED_BEFORE.search(before) is not None and cues.JOINT_VERB.match(after) is not None
        does = joint or cues.PRODUCT_OF.match(after) is not None
    return Sense.SURE if does else Sense.OPEN


def _at_sentence_start(plain: str, after: str, *, ordinary: bool) -> Sense:
    """A capital at the start says nothing: a verb or a possessive must show that the word is somebody."""
    if plain in FUNCTION_WORDS:
        return Sense.NO
    own, after = after, cues.OWN_THING.sub("", after)
    if own != after and (cues.CLOSED.match(after) or cues.BEFALLS.match(after)):
        return Sense.SURE
    if _is_of_many(after) or (ordinary and cues.UNDERGONE.match(after)):
        return Sense.OPEN
    shown = [*_ACTS, cues.PAST_VERB, cues.OBJECT_VERB, cues.GERMAN_VERB, cues.REFRAINS, cues.AGAINST]
    if plain not in cues.SENTENCE_ADVERBS:
        shown.append(cues.APPOSITION)
    if not ordinary:
        shown.append(cues.ANY_VERB)
    return Sense.SURE if any(pattern.match(after) for pattern in shown) else Sense.OPEN


def _is_of_many(after: str) -> bool:
    """Whether things of many are told of: "Sharp falls in", "Upstart rivals have"."""
    many = cues.MANY_DO.match(after) and not cues.SUBJECT_VERB.match(after)
    return bool(many) or cues.OF_MANY.match(after) is not None


def _behind_determiner(after: str) -> Sense:
    """ "the Oracle spoke" is nobody's name; "its Nest unit" is; "the Target debut" could be."""
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
    if after[:1] == "-" and cues.OWNED_BY.match(after):
        return False
    if after[:1] in ("-", "_", "/", "@") and after[1:2].isalnum():
        return after[:1] != "/" or cues.CONNECTED_BEFORE.search(before) is None
    if before[-1:] in ("@", "/", "_", "#", ".") or cues.EXTENSION.match(after):
        return True
    numbered = after[:1] == " " and after[1:2].isdigit()
    if numbered and cues.MOVED.match(after) and cues.JOINT_BEFORE.search(before):
        return False
    return numbered or cues.PERSON_TITLE.search(before) is not None


def _name_before(before: str) -> bool:
    """Whether the word right before is capitalised too, as in "Eagle Ford", so that both are another's name."""
    hit = cues.BEFORE_WORD.search(before)
    if hit is None or not hit.group(2):
        return False
    word = hit.group(1)
    if "-" in word and word.split("-")[-1].islower():  # "Jersey-based"
        return False
    if cues.DONE_TO.search(before) and len(before.split()) > 1:
        return False
    return bool(
        any(letter.isupper() for letter in word)
        and fold(word).text not in FUNCTION_WORDS
        and not word.endswith(("'s", "’s"))
    )


def _is_an_adjective_before(before: str) -> bool:
    hit = cues.ADJECTIVE_BEFORE.search(before)
    return hit is not None and hit.group().strip(" ").split(" ")[-1] not in FUNCTION_WORDS


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
