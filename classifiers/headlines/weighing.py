"""How much an edit says to a reader: obligations, sums and names before rewording, housekeeping last."""

import re
from collections import Counter
from collections.abc import Container, Sequence
from functools import lru_cache
from math import log2

import re2
from rapidfuzz.distance import Indel

from classifiers.headlines.pressed import CALLS, IDLE, pressed
from classifiers.wording.differing import Difference, Span, bare, differences, letters
from classifiers.wording.passages import CHROME
from classifiers.wording.together import Together
from domain.changes import Edit, EditKind
from domain.content import Where

# A line that only dates the page says least of all that changed on it.
DATES_THE_PAGE = re2.compile(
    r"(?i)(?:^|[^\pL])(?:updated?|effective|version|revised|revision|modified|published|as of|valid from|mise à jour|"
    r"en vigueur|"
    r"s.applique à partir|stand|aktualisiert|gültig ab|zuletzt|actualización|actualizado|vigor|入力|更新|改定|最終)"
    r"[^\n]{0,80}\d|^\W*(?:\d{1,2}[./ ])?\pL*\.? ?\d{0,2},? ?\d{4}\W*$"
)
DAY_WORDS = re2.compile(
    r"(?i)^(?:jan\w*|feb\w*|f[ée]v\w*|mar\w*|märz|apr\w*|avr\w*|may|mai|mayo|jun\w*|juin|jul\w*|juil\w*|au[gt]\w*|août|"
    r"ago\w*|sep\w*|oct\w*|o[ck]t\w*|nov\w*|d[eé][czi]\w*|ene\w*|abr\w*|st|nd|rd|th|er|le|the|on|am|vom|du|of|de|"
    r"effective|updated?|last|version|date|as|stand|v|days?|weeks?|months?|hours?|minutes?|ago)$"
)
WORD = re2.compile(r"[\pL]+")
# "Article 15.4", "section 7.B", "§ 3": which clause is meant.
REFERENCE = re2.compile(
    r"(?i)(?:articles?|sections?|clauses?|paragraphs?|annex|appendix|chapter|abschnitt|ziffer|punkt|absatz|artikel|"
    r"point|paragraphe|chapitre|sección|artículo|§+)[\s(“]*[\dIVXivx.A-H()]*$"
)
DIGIT = re.compile("[0-9]")
NUMERALS = frozenset("ivxIVX")
NUMBERING = re2.compile(r"^[\s(]*(?:\d+|[ivxIVX]+|[a-zA-Z])?[.):\d\s-]*$")
NUMBER_ALONE = re2.compile(r"^[\s(]*(?:[a-zA-Z]|[ivxIVX]+|\d+)?(?:[.)]+(?:[a-zA-Z]|[ivxIVX]+|\d+))*[.):\s-]*$")
IN_A_WORD = re.compile(r"[^\W\d_]{2}(?<!(?i:[ivx]{2}))")  # two letters that are no numeral
SUMS = re2.compile(r"[$€£¥₹%]|\b(?:USD|EUR|GBP|CHF|percent|Prozent|pour cent)\b")
SPANS = (
    r"(?i)\d[\d.,]*[\s-]*(?:k|m|gb|tb|mb|days?|hours?|weeks?|months?|years?|minutes?|users?|seats?|tage?n?|stunden|"
    r"wochen|monate?n?|jahre?n?|jours?|heures?|semaines?|mois|ans?|días|meses|años|requests?|calls?|people|employees|"
    r"日|月|年|时|時間|件|人)(?:[^\pL]|$)"
)
OBLIGES = (
    r"(?i)(?:^|[^\pL])(?:must|shall|may not|not|no longer|required?|prohibit\w*|forbid\w*|consent\w*|agree\w*|fees?|"
    r"charg\w*|liab\w*|refund\w*|cancel\w*|terminat\w*|delet\w*|retain\w*|retention|shar(?:e|ed|ing)|sell|sold|"
    r"arbitrat\w*|third.part\w*|rights?|warrant\w*|minimum|age|children|law|court|price\w*|free|paid|pay\w*|"
    r"subscri\w*|transfer\w*|biometric\w*|train\w*|AI|advert\w*|doi(?:t|vent)|interdi\w*|consentement|frais|"
    r"rembours\w*|résili\w*|responsab\w*|supprim\w*|conserv\w*|partag\w*|droits?|gratuit\w*|payant\w*|abonnement\w*|"
    r"muss|müssen|dürfen|darf|verboten|einwillig\w*|gebühr\w*|kündig\w*|haft\w*|lösch\w*|widerruf\w*|kostenlos\w*)"
    r"(?:[^\pL]|$)"
)
NAMES = r"[\pL\d,] (?:\p{Lu}[\pL\d&.-]+ ){0,2}\p{Lu}[\pL\d&.-]+"
# What makes words weigh, and how much.
MARKS = Together(SUMS.pattern, SPANS, OBLIGES, NAMES)
MARKS_WEIGH = (1.6, 1.2, 0.8, 0.6)
PLACES = {
    Where.TITLE: 1.0, Where.HEADING: 1.0, Where.TABLE: 0.2, Where.CARD: 0.8, Where.LIST: 0.4, Where.BANNER: 0.6,
}  # fmt: skip
LINES = frozenset({Where.LIST, Where.LINK})
SHORT = 110
NEAR = 90
HOUSEKEEPING = -6.0
BARE_NUMBER = 0.6  # told after all else, with the heading that may say what it counts
MINOR = -5.0
SENTENCE_WORDS = 3  # a text of fewer is a name, which may well be gone where a longer one holds it: "Pro", "Pro Plus"
MOST_SEARCHED = 400_000  # characters of new text
ASIDE = -3.0
TRIVIAL = -4.0  # letters, case or marks of the same words
MOST_SIZE = 400
MOST_PLACES = 200  # differences of one text that are weighed
LONGEST = 4_000  # characters of a text that are weighed
NEW = 0.3  # what came is told before what went
WHOLE = 1.3  # a sentence that came or went says more than words in one
SIGN = 2
UNIT = 9
TYPO = 24
SPELLING = 0.82
# What turns a sentence round: "we no longer accept", "ist nicht".
TURNS = re2.compile(
    r"(?i)(?:^|[^\pL])(?:no|not|never|no longer|only|except|unless|ne|pas|jamais|nicht|kein\w*|nie|nur|nunca|solo)"
    r"(?:[^\pL]|$)"
)
NAMED = 0.8
NAME_FIRST = re2.compile(r"^\p{Lu}\pL+")
SHORT_FORM_LIST = "art no nr para sec cl abs inc ltd corp co approx incl excl max min tel est app"
SHORT_FORMS = frozenset(SHORT_FORM_LIST.split())
CALL = 0.4
# A clause of an enumeration that is not its first: it leans on those before it.
LATER_CLAUSE = re2.compile(r"^\((?:[2-9]|1\d|[b-h]|i{2,3}|iv|vi{0,3})\)")
LEANS = -1.5
URL = re2.compile(r"(?i)(?:https?://|www\.)\S+")
LINK = re2.compile(r"(?i)^\W*(?:https?://|www\.)\S+\W*$")


@lru_cache(maxsize=1024)  # asked several times for each edit of a change
def weight(edit: Edit) -> float:
    """The more an edit says, the greater; below zero for what nobody would lead with."""
    if edit.before is not None and edit.after is not None:
        parts = sorted((said for _, said in places_of(edit)), reverse=True)
        said = parts[0] + sum(max(part, 0.0) for part in parts[1:3]) * 0.2 if parts else TRIVIAL
    else:
        said = of_text(edit)
    place = PLACES.get(edit.where, 0.0)
    if edit.where is Where.HEADING and edit.kind is EditKind.REPLACED and edit.path:
        place = -2.0
    return said + place + NEW * (edit.before is None) + MINOR * edit.minor + ASIDE * (edit.where in CHROME)


@lru_cache(maxsize=1024)
def places_of(edit: Edit) -> tuple[tuple[Difference, float], ...]:
    """The first of the places where its texts differ, each with how much it says."""
    return tuple((one, of_difference(edit, one)) for one in differences(edit)[:MOST_PLACES])


def of_text(edit: Edit) -> float:
    """A text that came or went, as a whole."""
    text = ((edit.after if edit.before is None else edit.before) or "")[:LONGEST]
    if (not any(map(str.isalpha, text)) and not SUMS.search(text)) or is_number(text):
        return HOUSEKEEPING
    short = pressed(text) if len(text) < SHORT else ()
    if IDLE in short or (len(text) < SHORT and dates(text)):
        return HOUSEKEEPING
    if edit.links and len(edit.links) == 1 and edit.links[0].text == text and "#" in edit.links[0].url:
        return HOUSEKEEPING / 2
    if CALLS in short:
        return CALL
    leans = LEANS * (text[:1] == "(" and edit.where is not Where.TABLE and LATER_CLAUSE.search(text) is not None)
    whole = WHOLE * (len(text) > SHORT // 2 and edit.where is not Where.TABLE)
    return size(text) + marks(text) + whole + leans - 1.5 * text.rstrip().endswith(":")


def is_number(text: str) -> bool:
    """Whether a text is but a number or the number of a clause; one with a word is not asked further."""
    return IN_A_WORD.search(text) is None and NUMBER_ALONE.search(text) is not None


def of_difference(edit: Edit, one: Difference) -> float:
    """One place of a replaced text."""
    before, after = one.before[:SHORT], one.after[:SHORT]
    if not any(map(str.isalpha, before + after)) and not SUMS.search(after):
        return BARE_NUMBER if edit.path else HOUSEKEEPING
    idle = len(one.after) < SHORT and IDLE in pressed(after) and IDLE in pressed(before)
    if idle or dates_the_page(edit, one) or numbers_only(one):
        return HOUSEKEEPING
    if bare(one.gone) == bare(one.come):
        return TRIVIAL
    if links_only(one):
        return 0.0
    gone, come = words_of(one.gone), words_of(one.come)
    left, new = " ".join((gone - come).elements()), " ".join((come - gone).elements())
    if not left and not new:
        return TRIVIAL / 2
    if {bare(one.gone.rstrip(" .")), bare(one.come.rstrip(" ."))} & SHORT_FORMS and starts_alike(one):
        return 0.0
    word = (left + new).replace(" ", "").isalpha() and max(len(one.gone), len(one.come)) < TYPO
    if word and Indel.normalized_similarity(one.gone, one.come) > SPELLING:
        return 0.0
    said = size(left) * 0.4 + size(new) * 0.6 + 1.2 * (bool(TURNS.search(left)) != bool(TURNS.search(new)))
    told = max(marks(seen(one.before, one.old)), marks(seen(one.after, one.new)))
    return said + told * (0.5 + 0.5 * share(left, new, one)) + NAMED * names_more(one)


def starts_alike(one: Difference) -> bool:
    """Whether one word is the beginning of the other: "art." of "article"."""
    short, long = sorted((bare(one.gone.rstrip(" .")), bare(one.come.rstrip(" ."))), key=len)
    return bool(short) and long.startswith(short)


def names_more(one: Difference) -> bool:
    """Whether what came amid a sentence holds a name that the text did not hold before: one more product."""
    if one.gone.strip(" ,") or not one.before[: one.old[0]].rstrip(" ,")[-1:].isalnum():
        return False
    return any(NAME_FIRST.match(word) and word.strip(",.;") not in one.before for word in one.come.split())


def links_only(one: Difference) -> bool:
    """Whether an address only came, went or got words to press for it, or a link's words are no longer said twice."""
    gone, come = one.gone.strip(), one.come.strip()
    if any(holds_address(part) and LINK.search(part) for part in (gone, come)) or same_but_addresses(gone, come):
        return True
    words = gone.split() if not come else come.split() if not gone else []
    if not 0 < len(words) <= 3:
        return False
    text, at = (one.before, one.old) if gone else (one.after, one.new)
    near = {bare(word) for word in (*text[: at[0]].rsplit(maxsplit=2)[-2:], *text[at[1] :].split(maxsplit=2)[:2])}
    return bare(words[-1]) in near and all(word.islower() for word in words[:-1])


def same_but_addresses(gone: str, come: str) -> bool:
    """Whether the words around web addresses are the same, and only the addresses are others."""
    if not (holds_address(gone) and holds_address(come) and URL.search(gone) and URL.search(come)):
        return False
    return bare(URL.sub("", gone)) == bare(URL.sub("", come))


def holds_address(text: str) -> bool:
    """Whether a web address may stand in the text: the cheap look before URL."""
    return "//" in text or "www." in text.lower()


def seen(text: str, at: Span) -> str:
    """The words at a span with the sign before and the unit behind them: "60" of "€60", of "60 days"."""
    return (
        text[max(0, at[0] - SIGN) : at[1] + UNIT]
        if at[0] < at[1] and text[at[0] : at[1]].strip()[-1:].isdigit()
        else text[slice(*at)]
    )


def words_of(text: str) -> Counter[str]:
    return Counter(filter(None, map(bare, text.split())))


def share(left: str, new: str, one: Difference) -> float:
    """How much of the words that were set anew are others."""
    return min(1.0, (len(left) + len(new)) / max(1, len(one.gone) + len(one.come)))


def size(text: str) -> float:
    many = len(letters(text[: 2 * MOST_SIZE]))  # of a long text that much has letters enough, hardly ever not
    if many < MOST_SIZE and len(text) > 2 * MOST_SIZE:
        many = len(letters(text))
    return log2(1 + min(many, MOST_SIZE)) * 0.6


def marks(text: str) -> float:
    """What makes words weigh: sums of money, spans of time and counts, duties and rights, names."""
    return sum(MARKS_WEIGH[number] for number in MARKS.within(text))


def dates_the_page(edit: Edit, one: Difference) -> bool:
    """Whether only the day or number of a version differs."""
    around = one.after[max(0, one.new[0] - NEAR) : one.new[1]], one.before[max(0, one.old[0] - NEAR) : one.old[1]]
    short = max(len(edit.before or ""), len(edit.after or "")) < SHORT
    dated = (short and (dates(edit.after or "") or dates(edit.before or ""))) or any(map(dates, around))
    return dated and other_words(one.gone) == other_words(one.come)


def dates(text: str) -> bool:
    """Whether a line dates the page; one without a digit is not asked further."""
    return DIGIT.search(text) is not None and DATES_THE_PAGE.search(text) is not None


def other_words(text: str) -> list[str]:
    """The words of a text that tell no day."""
    return [word.casefold() for word in WORD.findall(text) if not DAY_WORDS.search(word)]


def numbers_only(one: Difference) -> bool:
    """Whether a clause, or a reference to one, only got another number."""
    both = f"{one.gone} {one.come}"
    if any(len(word) > 1 and word.isalpha() and not NUMERALS.issuperset(word) for word in both.split()):
        return False
    words = (found.group() for found in WORD.finditer(both))
    if any(len(word) > 1 and not NUMBERING.search(word) for word in words) or SUMS.search(one.gone + one.come):
        return False
    leads = (one.after[max(0, one.new[0] - NEAR) : one.new[0]], one.before[max(0, one.old[0] - NEAR) : one.old[0]])
    if not any(lead.strip() for lead in leads):
        behind = one.after[one.new[1] : one.new[1] + 1] + one.before[one.old[1] : one.old[1] + 1]
        marks_it = any(mark in one.gone + one.come + behind for mark in ".):")
        return marks_it and all(NUMBERING.search(part) or NUMBER_ALONE.search(part) for part in (one.gone, one.come))
    return any(REFERENCE.search(lead) for lead in leads)


def renames_heading(edit: Edit) -> bool:
    """Whether a heading has other words: it does not lead, but is no housekeeping either."""
    if edit.where is not Where.HEADING or edit.before is None or edit.after is None:
        return False
    return any(said > 0 for _, said in places_of(edit))


def rewords(edit: Edit) -> bool:
    """Whether a text says the same as before: spelt, marked or linked in another way."""
    if edit.before is None or edit.after is None or edit.cells_after:
        return False
    found = places_of(edit)
    return all(TRIVIAL <= said <= 0 and not same_but_addresses(one.gone, one.come) for one, said in found)


def is_housekeeping(edit: Edit) -> bool:
    """Whether an edit dates or numbers the page, or only spells it anew."""
    return weight(edit) < 0


def without_standing(edits: Sequence[Edit], spoken_of: Container[str] = ()) -> list[Edit]:
    """Without the texts said to be gone that a new text of the page still holds, word for word.

    Edits whose keys are in `spoken_of` stay; so do all where none would be left, or the new text is very long.
    """
    if not any(edit.after is None and edit.key not in spoken_of for edit in edits):
        return list(edits)
    new = "\n".join(plain_words(edit.after) for edit in edits if edit.after)
    if len(new) > MOST_SEARCHED:
        return list(edits)
    kept = [edit for edit in edits if edit.key in spoken_of or not (edit.after is None and stands(edit.before, new))]
    return kept or list(edits)


def stands(text: str | None, new: str) -> bool:
    """Whether a text of some words is part of the new text, between edges of words."""
    words = plain_words(text).rstrip(" .:;,")
    if words.count(" ") + 1 < SENTENCE_WORDS:
        return False
    at = new.find(words)
    while at >= 0:
        end = at + len(words)
        if not (new[at - 1 : at].isalnum() or new[end : end + 1].isalnum()):
            return True
        at = new.find(words, end)
    return False


def plain_words(text: str | None) -> str:
    return " ".join((text or "").casefold().split())
