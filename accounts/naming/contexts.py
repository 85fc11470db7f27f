"""Whether an ordinary word, as it stands in a text, is the company called so: by the words around it, never by name."""

from enum import IntEnum

from accounts.naming import cues, doings
from accounts.naming.common_words import CALENDAR, FUNCTION_WORDS, is_common
from accounts.naming.common_words_abroad import ABROAD
from accounts.naming.labels import (
    is_a_heading,
    is_a_label,
    is_a_sort,
    is_among_labels,
    is_of_a_button,
    is_of_a_title,
    sorts_a_thing,
)
from accounts.naming.likenesses import is_another_thing
from accounts.naming.neighbours import (
    AROUND,
    is_a_german_an,
    is_an_adjective_before,
    is_beside_a_name,
    is_headline,
    is_last_listed,
    is_listed,
    is_own_word,
    is_repeated,
    is_shouted,
    name_after,
    name_before,
)
from accounts.naming.openings import is_before_a_noun, is_first_listed, is_of_many, is_said_of_things
from accounts.texts.folding import fold
from accounts.texts.patterns import Pattern


class Sense(IntEnum):
    """NO: another thing. OPEN: the company if the text shows it elsewhere. SURE: the company."""

    NO = 0
    OPEN = 1
    SURE = 2


# What only somebody has or does.
_ACTS = (cues.POSSESSIVE, doings.SUBJECT_VERB, doings.TO_DO, doings.TOGETHER)
_OF_ONE_FIRM = (doings.ITS_PEOPLE_DO, doings.ITS_VERB, doings.WHO_CUT_ITS)
# Signs of a registered name.
_MARKS = ("®", "™")
# A quotation that ends right behind the word.
_QUOTED = Pattern(r"^ ?[\"”»’]+(?: |$)")


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
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    plain = fold(text[start:end]).text
    if _is_part_of_something(before, after) or is_another_thing(plain, before, after):
        return Sense.NO
    if text[start:end].isupper() and is_shouted(before, after):
        return _in_capitals(plain, before, after)
    told_to = cues.HEADING_BEFORE.search(before) is not None or is_repeated(text[start:end], before)
    another_before = name_before(before) and not told_to
    if _is_a_group_of_another(after, own_words):
        return Sense.OPEN
    if _goes_on_as_its_own(after, own_words):
        return Sense.OPEN if another_before or cues.NAMED_AFTER.search(before) else Sense.SURE
    if _is_marked(before, after):
        return Sense.SURE
    if another_before or is_a_label(before, after):
        return Sense.NO
    if cues.LINKED.match(after):
        return Sense.SURE
    if plain in CALENDAR:
        return Sense.SURE if is_beside_a_name(before, after) else Sense.NO
    shown = _by_things(plain, before, after, articled=articled or is_a_german_an(before, text[start]))
    return _by_position(text, start, end, plain, ordinary=in_small or is_common(plain)) if shown is None else shown


def _goes_on_as_its_own(after: str, own_words: frozenset[str]) -> bool:
    """Whether a legal form, a ticker or a word of its own longer names is next: "Keld Foods", "Keld Inc."."""
    if cues.LEGAL_FORM.match(after) or cues.LEGAL_FORM_LATER.match(after):
        return True
    return cues.TICKER_NEXT.match(after) is not None or is_own_word(after, own_words)


def _is_marked(before: str, after: str) -> bool:
    """Whether a sign, what it owns, a definition or its trade before it tells that it is a company."""
    if after[:1] in _MARKS or cues.OWNED_BY.match(after):
        return True
    if cues.DEFINED_BEFORE.search(before) and cues.DEFINED_AFTER.match(after):
        return True
    return cues.TRADE_BEFORE.search(before) is not None and not name_after(after)


def _is_a_group_of_another(after: str, own_words: frozenset[str]) -> bool:
    """Whether it is called a group, and the company's own longer name goes on with another word: "Keld Group"."""
    return bool(own_words) and cues.GROUP_NEXT.match(after) is not None and not is_own_word(after, own_words)


def _by_things(plain: str, before: str, after: str, *, articled: bool) -> Sense | None:
    """What things of users and companies, articles, counts and predicates around it say; None where nothing does."""
    sort = is_a_sort(plain)
    of_company = cues.CORPORATE_THING.match(after) or cues.OWN_THING.match(after)
    if sort and (of_company or (sorts_a_thing(before, after) and not doings.SUBJECT_VERB.match(after))):
        return Sense.OPEN
    used = cues.USER_HAS.match(after) and cues.USER_BEFORE.search(before)
    if not sort and (used or (cues.CONNECTED_AFTER.match(after) and cues.CONNECTED_BEFORE.search(before))):
        return Sense.SURE
    if not articled and cues.DETERMINER.search(before):
        papers = not sort and cues.OWN_PAPER.match(after)
        return Sense.SURE if of_company or papers else _behind_determiner(after)
    counted = cues.COUNTED_BEFORE.search(before) and not (
        cues.YEAR_BEFORE.search(before) or cues.SECTION_BEFORE.search(before)
    )
    if counted and not cues.CORPORATE_THING.match(after):
        return Sense.NO
    return Sense.NO if cues.COPULA_BEFORE.search(before) and cues.PREDICATE_AFTER.match(after) else None


def _by_position(text: str, start: int, end: int, plain: str, *, ordinary: bool) -> Sense:
    """What a capital says here: nothing at a sentence's start or in a headline, all within a sentence."""
    word, before = text[start:end], text[max(0, start - AROUND) : start]
    after = _QUOTED.sub(" ", text[end : end + AROUND])
    heading = cues.HEADING_BEFORE.search(before) is not None
    first = _is_first(word, before)
    if (heading and not name_after(after)) or (first and doings.BEFALLS.match(after)):
        return Sense.SURE
    if name_after(after) and not cues.OWN_THING.match(after):
        return _before_a_capital(word, before, after, heading=heading, first=first and plain not in FUNCTION_WORDS)
    if first:
        return _at_sentence_start(plain, after, ordinary=ordinary)
    if is_an_adjective_before(before) and not (cues.APPOSITION.match(after) or cues.CORPORATE_THING.match(after)):
        return Sense.NO
    if is_of_a_title(before, after) or (ordinary and (is_of_a_button(after) or is_a_heading(before, after))):
        return Sense.OPEN
    if (
        is_listed(before, after)
        or is_last_listed(before)
        or (cues.PREPOSITION.search(before) and cues.CLOSED.match(after))
    ):
        return Sense.SURE
    if plain in ABROAD and cues.GERMAN_IDIOM.search(before) and cues.CLOSED.match(after):
        return Sense.OPEN
    if is_headline(text, start, end) or is_among_labels(before, after):
        return Sense.SURE if _is_shown_among_capitals(plain, before, after) else Sense.OPEN
    return Sense.SURE


def _is_first(word: str, before: str) -> bool:
    begins = cues.SENTENCE_END.search(before) or cues.SECTION_BEFORE.search(before)
    return begins is not None or not before.strip() or is_repeated(word, before)


def _is_shown_among_capitals(plain: str, before: str, after: str) -> bool:
    """Whether it has, does or undergoes something that a label does not."""
    if doings.DONE_TO.search(before) or any(one.match(after) for one in (cues.POSSESSIVE, doings.TOGETHER, cues.SHOP)):
        return True
    return not is_a_sort(plain) and (
        doings.ACTS.match(after) is not None or cues.OFFICE_BEFORE.search(before) is not None
    )


def _before_a_capital(word: str, before: str, after: str, *, heading: bool, first: bool) -> Sense:
    """With another capital behind it, it may be part of a longer name, unless that is a headline's verb or itself."""
    if heading and after[1:].startswith(word):
        return Sense.SURE
    if first:
        does = any(verb.match(after) for verb in (doings.SUBJECT_VERB, doings.TO_DO, doings.HEADLINE_VERB))
    else:
        joint = cues.JOINED_BEFORE.search(before) is not None and doings.JOINT_VERB.match(after) is not None
        does = joint or cues.PRODUCT_OF.match(after) is not None
    return Sense.SURE if does else Sense.OPEN


def _at_sentence_start(plain: str, after: str, *, ordinary: bool) -> Sense:
    """A capital at the start says nothing: a verb or a possessive must show that the word is somebody."""
    if plain in FUNCTION_WORDS:
        return Sense.NO
    own, after = after, cues.OWN_THING.sub("", after)
    if own != after and (cues.CLOSED.match(after) or doings.BEFALLS.match(after)):
        return Sense.SURE
    if is_first_listed(after) or any(one.match(after) for one in _OF_ONE_FIRM):
        return Sense.SURE
    if is_of_many(after) or is_before_a_noun(after) or (ordinary and is_said_of_things(after)):
        return Sense.OPEN
    shown = [*_ACTS, doings.PAST_VERB, doings.OBJECT_VERB, doings.GERMAN_VERB, doings.REFRAINS, doings.AGAINST]
    if plain not in cues.SENTENCE_ADVERBS:
        shown.append(cues.APPOSITION)
    if not ordinary:
        shown.append(doings.ANY_VERB)
    return Sense.SURE if any(pattern.match(after) for pattern in shown) else Sense.OPEN


def _behind_determiner(after: str) -> Sense:
    """ "the Oracle spoke" is nobody's name; "its Nest unit" is; "the Target debut" could be."""
    following = cues.NEXT_WORD.match(after)
    if following is None or fold(following.group(1)).text in FUNCTION_WORDS or doings.SUBJECT_VERB.match(after):
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
    return Sense.SURE if at_end or doings.DONE_TO.search(before) or cues.SHARES_IN.search(before) else Sense.OPEN


def _is_part_of_something(before: str, after: str) -> bool:
    """Whether it is part of a number, a hyphened word, an address or a person's name."""
    if after[:1] == "-" and cues.OWNED_BY.match(after):
        return False
    if after[:1] in ("-", "_", "/", "@") and after[1:2].isalnum():
        return after[:1] != "/" or cues.CONNECTED_BEFORE.search(before) is None
    if before[-1:] in ("@", "/", "_", "#", ".") or cues.EXTENSION.match(after):
        return True
    if before[-1:] == "-" and before[-2:-1].isalpha() and not cues.PREFIX_BEFORE.search(before):
        return True
    numbered = after[:1] == " " and after[1:2].isdigit()
    if numbered and doings.MOVED.match(after) and cues.JOINT_BEFORE.search(before):
        return False
    return numbered or cues.PERSON_TITLE.search(before) is not None
