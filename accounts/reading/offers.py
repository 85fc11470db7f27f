"""Rivals' products that a text names, in full, shortened, or by their last word beside their maker."""

from collections.abc import Iterable

import re2

from accounts.naming.cues import LEGAL_FORM, OWN_THING
from accounts.reading.directory import Directory
from accounts.texts.folding import fold
from accounts.texts.patterns import Pattern
from accounts.texts.phrases import TELLING, Read, phrase

# How soon (words) behind its maker's name one word can stand for a product.
_SOON = 7


def products_in(
    words: Read, directory: Directory, rivals: tuple[str, ...], speaker: str | None = None
) -> frozenset[str]:
    """Known products of rivals in the text; the longest where one holds another.

    `speaker` is the rival whose own page or feed this is: of its products it says only the last word.
    """
    known = [(rival, name) for name in directory.offers.near(words) for rival in directory.makers[name]]
    found = {name for rival, name in known if _names_product(words, rival, name, rival in rivals)}
    none: frozenset[str] = frozenset()
    found |= {name for rival in rivals for name in _by_one_word(words, rival, directory.catalogues.get(rival, none))}
    if speaker and not found:
        found = {
            name for name in directory.catalogues.get(speaker, none) if _last_word_by_itself(words.text, speaker, name)
        }
    return frozenset(name for name in found if not _inside_another(name, found, words))


def _names_product(words: Read, rival: str, product: str, rival_here: bool) -> bool:
    full = phrase(product)
    if words.says(full):
        return len(full.stems) > 1 or rival_here
    if len(full.stems) > 1 and words.says_short(full.stems):
        return True
    brand = {*phrase(rival).stems, full.stems[0]} if full.stems else set()
    rest = tuple(one for one in full.stems if one not in brand)
    telling = len(rest) > 1 and any(one in full.weighty for one in rest)
    return rival_here and ((telling and words.says_stems(rest)) or _last_word_as_a_name(words.text, rival, product))


def _by_one_word(words: Read, rival: str, catalogue: frozenset[str]) -> set[str]:
    """The rival's own products told by one word soon behind its name: "Papyrex: carton prices" of Papyrex Cartons."""
    brand = phrase(rival).stems
    rests = {name: _rest(phrase(name).stems, brand) for name in catalogue}
    single = {name: rest[0] for name, rest in rests.items() if len(rest) == 1 and rest[0] in phrase(name).weighty}
    soon = {one for at in words.places.get(brand[0], ()) for one in words.stems[at : at + _SOON]} if brand else set()
    return {name for name, one in single.items() if one in soon and (len(one) >= TELLING or name.split()[-1].isupper())}


def _rest(product: tuple[str, ...], brand: tuple[str, ...]) -> tuple[str, ...]:
    """A product's words behind its maker's name, or behind the first word of that name."""
    for first in (brand, brand[:1]):
        if first and product[: len(first)] == first:
            return product[len(first) :]
    return ()


def _last_word_as_a_name(text: str, rival: str, product: str) -> bool:
    """ "Stripe raises Terminal fees": the product's last word, capitalised within a sentence that names the maker."""
    first, _, last = product.rpartition(" ")
    if first.casefold() != rival.casefold() or len(last) < 5 or not last[0].isupper() or rival not in text:
        return False
    at = text.find(f" {last}")
    while at >= 0:
        if text[max(0, at - 3) : at].removesuffix(",")[-1:].islower() and not text[at + 1 + len(last) :][:1].isalnum():
            return True
        at = text.find(f" {last}", at + 1)
    return False


def _last_word_by_itself(text: str, maker: str, product: str) -> bool:
    """ "Shield: elevated decline rates", in the maker's own feed, of its "Payfield Shield"."""
    first, _, last = product.rpartition(" ")
    named = first.casefold() == maker.casefold() and len(last) >= 5 and last[0].isupper()
    return named and re2.search(rf"\b{re2.escape(last)}\b", text) is not None


# A product that a sentence names behind its maker: "Rosterly Hire now screens". German writes any noun so.
_GERMAN = Pattern(r"\b(?:der|die|das|und|mit|von|bei|ab|jetzt|wird|ist|sein|ihre?|statt|je)\b")
_CAPITALISED = Pattern(r"^ (\p{Lu}\p{Ll}{2,}) (?:now|is|has|gains|gets|adds|and|will|can|for|in|\p{Ll}+s)\b")


def names_an_unknown(text: str, rival: str, catalogue: frozenset[str]) -> bool:
    """Whether a sentence speaks of a product of the rival's by a name that is none of those we know."""
    at = text.find(rival)
    after = text[at + len(rival) :][:80] if at >= 0 else ""
    hit = _CAPITALISED.match(after)
    if hit is None or LEGAL_FORM.match(after) or OWN_THING.match(after) or _GERMAN.search(text[:200]):
        return False
    known = {word for name in catalogue for word in fold(name).text.split()}
    return fold(hit.group(1)).text not in known


def _inside_another(name: str, found: Iterable[str], words: Read) -> bool:
    mine = phrase(name).stems
    for other in found:
        longer = phrase(other).stems
        inside = any(longer[at : at + len(mine)] == mine for at in range(len(longer) - len(mine) + 1))
        if len(longer) > len(mine) and inside and _count(words, mine) <= _count(words, longer):
            return True
    return False


def _count(words: Read, stems: tuple[str, ...]) -> int:
    return sum(words.stems[at : at + len(stems)] == stems for at in words.places.get(stems[0], ()))
