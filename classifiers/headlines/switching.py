"""A page that is told in another language than before: most of what went is in one, most of what came in another."""

from collections import Counter
from collections.abc import Sequence

from classifiers.wording.page_names import PageName
from classifiers.wording.tongues import LANGUAGES, tongue
from domain.changes import Edit
from domain.content import Where
from domain.findings import Fact, Price
from domain.grammar import owned

MOST = 0.8  # of the letters on each side are in one language
LEAST_TEXTS = 4  # on each side: of fewer, a paragraph may have been put in the place of another
LEAST_LETTERS = 250
TITLES = 1  # headings: the one over the whole page may be a name that no language changes


def switched_line(subject: str, page: PageName, edits: Sequence[Edit], facts: Sequence[Fact]) -> str:
    """ "X's terms are now in English instead of French"; "" for any other change, and where a price moved as well."""
    if any(isinstance(fact.value, Price) and fact.value.comparable for fact in facts):
        return ""
    if not whole_page(edits):
        return ""
    old = [edit.before for edit in edits if edit.before]
    new = [edit.after for edit in edits if edit.after]
    if (sole := sole_language(old)) and sole == sole_language(new):
        return ""
    was = language(old)
    now = language(new) if was else None
    if not was or not now or was == now:
        return ""
    verb = "are" if page.many else "is"
    return f"{owned(subject)} {page.words or 'page'} {verb} now in {LANGUAGES[now]} instead of {LANGUAGES[was]}"


def sole_language(texts: Sequence[str]) -> str | None:
    """The one language that `language` may find, where so much is in it that what is left cannot outweigh it.

    A fifth of a page's letters tells as much, and nearly every page stays in its language.
    """
    letters: Counter[str] = Counter()
    left = sum(map(len, texts))
    for text in sorted(texts, key=len, reverse=True):
        left -= len(text)
        if code := tongue(text):
            letters[code] += sum(map(str.isalpha, text))
            if letters[code] > (letters.total() + left) * (1 - MOST) + 1:  # a letter more, for the sake of fractions
                return code
    return None


def language(texts: Sequence[str]) -> str | None:
    """The language of most of the letters of texts long enough to have one; None where there is none, or too little."""
    if len(texts) < LEAST_TEXTS or sum(map(len, texts)) < LEAST_LETTERS:
        return None
    letters: Counter[str] = Counter()
    count = 0
    for text in texts:
        code = tongue(text)
        if code:
            letters[code] += sum(map(str.isalpha, text))
            count += 1
    if count < LEAST_TEXTS or letters.total() < LEAST_LETTERS:
        return None
    code, most = letters.most_common(1)[0]
    return code if most >= MOST * letters.total() else None


def whole_page(edits: Sequence[Edit]) -> bool:
    """Whether no more than half of what came stands under sections whose headings stayed as they were."""
    new = {edit.after for edit in edits if edit.where is Where.HEADING}
    came = [
        edit.path[-1] for edit in edits if edit.after and edit.where is not Where.HEADING and len(edit.path) > TITLES
    ]
    return 2 * sum(title not in new for title in came) <= len(came)
