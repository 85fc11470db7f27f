"""What stands behind a word that opens a sentence: a thing's lot, many doing something, or a list of names."""

from accounts.naming import cues, doings
from accounts.naming.common_words import is_common
from accounts.texts.folding import fold


def is_first_listed(after: str) -> bool:
    """Whether it begins a list of names that do something together; the last is no ordinary word."""
    hit = doings.LISTED_TOGETHER.match(after)
    return hit is not None and not is_common(fold(hit.group(1)).text)


def is_before_a_noun(after: str) -> bool:
    """Whether the word behind is no verb, since one follows: "Merit pay was agreed", but not "Ford shares were"."""
    hit = doings.NOUN_BEHIND.match(after)
    if hit is None or hit.group(1) in doings.NO_PLURALS | doings.NO_NOUNS or hit.group(1).endswith("ly"):
        return False
    return cues.CORPORATE_THING.match(after) is None and cues.OWN_THING.match(after) is None


def is_said_of_things(after: str) -> bool:
    """Whether it is what is said of a thing: "Data collected by", "Progress has been slow", but not "Box sued by"."""
    undergone = doings.UNDERGONE.match(after)
    if undergone is not None and undergone.group(1) not in doings.OF_SOMEBODY:
        return True
    return doings.STATED.match(after) is not None


def is_of_many(after: str) -> bool:
    """Whether things of many are told of: "Sharp falls in", "Upstart rivals have"."""
    did = doings.MANY_DID.match(after)
    if did is not None and did.group(1) not in doings.NO_PLURALS:
        return True
    do = doings.MANY_DO.match(after) and not doings.SUBJECT_VERB.match(after)
    return bool(do) or doings.OF_MANY.match(after) is not None
