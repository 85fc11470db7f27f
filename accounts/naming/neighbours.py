"""What the words next to a name are: other names, lists of them, headlines and adjectives."""

from accounts.naming import cues, doings
from accounts.naming.common_words import CALENDAR, FUNCTION_WORDS, LABELS
from accounts.texts.folding import fold
from accounts.texts.patterns import Pattern

# How far (characters) words around tell of anything.
AROUND = 60
_WORDS = Pattern(r"[\p{L}]+")


def is_shouted(before: str, after: str) -> bool:
    """Whether the words around are capitals only, so that capitals tell nothing."""
    words = [word for word in _WORDS.findall(before)[1:] + _WORDS.findall(after)[:-1] if len(word) > 1]
    return len(words) >= 3 and sum(word.isupper() for word in words) >= 0.8 * len(words)


def name_before(before: str) -> bool:
    """Whether the word right before is capitalised too, as in "Eagle Ford", so that both are another's name."""
    hit = cues.BEFORE_WORD.search(before)
    if hit is None or not hit.group(2):
        return False
    word = hit.group(1)
    if "-" in word and word.split("-")[-1].islower():  # "Jersey-based"
        return False
    if doings.DONE_TO.search(before) and len(before.split()) > 1:
        return False
    return bool(
        any(letter.isupper() for letter in word)
        and fold(word).text not in FUNCTION_WORDS
        and not word.endswith(("'s", "’s"))
    )


def is_an_adjective_before(before: str) -> bool:
    """Whether an adjective stands before it: "optical Zoom", but neither "unless Zoom" nor "will close Zoom"."""
    hit = cues.ADJECTIVE_BEFORE.search(before)
    if hit is None or cues.VERB_BEFORE.search(before):
        return False
    return hit.group().strip(" ").split(" ")[-1] not in FUNCTION_WORDS


def is_repeated(word: str, before: str) -> bool:
    """Whether it stands right behind itself: a heading run into its text, "About Kelder Kelder is"."""
    return before.endswith(f" {word} ")


def is_a_german_an(before: str, initial: str) -> bool:
    """Whether "an" before it is no English article, for a consonant follows: "an Kelder übermittelt"."""
    return before.endswith(" an ") and initial.lower() not in "aeiouhx"


def name_after(after: str) -> bool:
    """Whether the next word is capitalised, as in "Gap Analysis Program": maybe another's name."""
    hit = cues.NEXT_WORD.match(after)
    return hit is not None and hit.group(1)[0].isupper() and fold(hit.group(1)).text not in FUNCTION_WORDS


def is_headline(text: str, start: int, end: int) -> bool:
    """Whether the words around are nearly all capitalised, so that a capital says nothing."""
    around = text[max(0, start - AROUND) : start].split()[1:] + text[end : end + AROUND].split()[:-1]
    words = [word for word in around if word[:1].isalpha() and fold(word).text.strip(".,") not in FUNCTION_WORDS]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def is_listed(before: str, after: str) -> bool:
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


def is_last_listed(before: str) -> bool:
    """Whether it ends a list of names: "Linde, Air Liquide and Messer"."""
    items = cues.LIST_BEFORE.search(before)
    return items is not None and _are_names(*items.group(1, 2))


def is_beside_a_name(before: str, after: str) -> bool:
    """Whether shares in it are spoken of, or another name is joined to it or listed with it."""
    joined = cues.JOINED_BEFORE.search(before)
    named = joined is not None and fold(joined.group(1)).text not in CALENDAR | FUNCTION_WORDS
    return named or cues.SHARES_IN.search(before) is not None or is_listed(before, after)


def is_own_word(after: str, own_words: frozenset[str]) -> bool:
    """Whether the capitalised word behind is one of `own_words`, or begins with one: "air" in "Keld Airlines"."""
    following = cues.NEXT_WORD.match(after)
    if following is None or not following.group(1)[0].isupper():
        return False
    word = fold(following.group(1)).text
    return any(word.startswith(own) for own in own_words)
