"""Finds competitors and accounts by name in a text: one pass over it, however many names there are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ahocorasick_rs import MATCHKIND_STANDARD, AhoCorasick
from cleanco import basename

from accounts.naming.common_words import FIRST_NAMES, is_common
from accounts.naming.contexts import Sense, sense
from accounts.naming.cues import BEFORE_WORD, LEGAL_FORM, LISTED_AS, OWN_THING, PERSON_TITLE
from accounts.naming.neighbours import is_own_word
from accounts.naming.surfaces import Form, Surface, surfaces_of_account, surfaces_of_competitor
from accounts.texts.folding import fold, stands_alone
from accounts.texts.patterns import Pattern
from accounts.texts.phrases import phrase, read
from domain.accounts import Account
from domain.sources import Competitor, Subject, SubjectKind

_EXCHANGE_BEFORE = Pattern(r"(?:\$|(?:NYSE|NASDAQ|Nasdaq|NasdaqGS|AMEX|LSE|TSX|ASX|Euronext|XETRA|OTC\w*) ?: ?)$")
_BRACKET_AROUND = Pattern(r"[\p{L}.] ?\($")
# "Halden Street", "Halden University": a place, a school or another house of the same name.
_OTHER_THING = Pattern(
    r"^ (?:Street|St|Avenue|Road|County|Stadium|Arena|Museum|Park|Island|River|Valley|Beach|Airport|University|College|"
    r"School|Hospital|Children|Foundation|Institute|Partners|Capital|Ventures|Energy|Insurance|Realty|Properties|"
    r"Law School|Business School|Bay|Creek|Hills|Heights|Springs|Falls|Canyon|Desert|Peninsula|Castle|Cathedral|"
    r"Library|Cup|Prize|FC|Collective|Fellowship|Syndrome|Theater|Theatre|Orchestra|Symphony|Ballet)\b"
)
# "Progressive Networks, Inc.": capitalised words that run into a legal form make another company's name.
_LONGER_NAME = Pattern(r"^(?: (?:&|and|of|[A-Z][\p{L}&.'-]*)){1,4}")

# So many words of an account's own record in a text make a doubtful name in it the account.
CLUES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A company meant in a text: code-point offsets `start`..`end` into it, and the words there."""

    subject: Subject
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class _Hit:
    """A place where a surface stands in the text as whole words (offsets into the original)."""

    start: int
    end: int
    surface: Surface
    sense: Sense


class Names:
    """All names of all companies, ready to be looked for. Building it takes about a second per 10,000 names."""

    def __init__(self, competitors: Sequence[Competitor], accounts: Sequence[Account]) -> None:
        self.competitors = tuple(competitors)
        self.accounts = tuple(accounts)
        found: dict[str, list[Surface]] = {}
        for surface in self._all():
            found.setdefault(surface.folded, []).append(surface)
        self._by_folded = found
        self._surfaces = tuple(tuple(surfaces) for surfaces in found.values())
        self._clues = {account.name: _clues(account) for account in self.accounts}
        self._automaton = AhoCorasick(tuple(found), matchkind=MATCHKIND_STANDARD) if found else None

    def _all(self) -> Iterator[Surface]:
        for competitor in self.competitors:
            subject = Subject(kind=SubjectKind.COMPETITOR, name=competitor.name)
            yield from surfaces_of_competitor(subject, competitor)
        for account in self.accounts:
            yield from surfaces_of_account(Subject(kind=SubjectKind.ACCOUNT, name=account.name), account)

    def whose(self, name: str) -> tuple[Subject, ...]:
        """The companies that go by exactly this name (as a field such as a registrant holds it), legal form or not."""
        for written in (name, basename(name)):
            surfaces = self._by_folded.get(fold(written.strip(" ,")).text, ())
            if surfaces:
                return tuple(dict.fromkeys(surface.subject for surface in surfaces))
        return ()

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every mention, in order, the longest name winning where names overlap.

        A name that is an ordinary word counts where the words around show the company, and everywhere in a text that
        shows it once, or that speaks of what the account file says of it.
        """
        if self._automaton is None:
            return ()
        hits = [hit for hit in self._hits(text) if hit.sense is not Sense.NO]
        sure = {hit.surface.subject for hit in hits if hit.sense is Sense.SURE}
        doubtful = {hit.surface.subject for hit in hits} - sure
        sure |= self._shown_by_clues(text, doubtful) if doubtful else set()
        return tuple(_mention(text, hit) for hit in hits if hit.surface.subject in sure)

    def _shown_by_clues(self, text: str, doubtful: set[Subject]) -> set[Subject]:
        """Those of whose line of business, topics or places the text says CLUES words at least."""
        said = read(text).places.keys()
        return {subject for subject in doubtful if len(said & self._clues.get(subject.name, frozenset())) >= CLUES}

    def _hits(self, text: str) -> Iterator[_Hit]:
        """Hits from left to right, none inside a longer one; two companies may share one."""
        folded = fold(text)
        raw = self._automaton.find_matches_as_indexes(folded.text, overlapping=True)  # type: ignore[union-attr]
        alone = [(start, -end, pattern) for pattern, start, end in raw if stands_alone(folded.text, start, end)]
        in_small = {pattern for start, end, pattern in alone if text[slice(*folded.span(start, -end))].islower()}
        free_from, taken = 0, (-1, -1)
        for start, minus_end, pattern in sorted(alone):
            end = -minus_end
            if start < free_from and (start, end) != taken:
                continue
            first, last = folded.span(start, end)
            here = self._surfaces[pattern]
            if pattern in in_small:
                here = tuple(replace(one, ambiguous=one.ambiguous or one.is_word, in_small=True) for one in here)
            judged = [_Hit(first, last, one, judge(text, first, last, one)) for one in here]
            if any(hit.sense is not Sense.NO for hit in judged):
                free_from, taken = end, (start, end)
                yield from judged


def _clues(account: Account) -> frozenset[str]:
    """Stems of what the account file says of it besides its names."""
    told = (account.industry or "", *account.topics, *account.partners, *account.places, *account.bound_by)
    names = {stem for name in (account.name, *account.aliases) for stem in phrase(name).stems}
    return frozenset(stem for words in told for stem in phrase(words).weighty if len(stem) > 3) - names


def _mention(text: str, hit: _Hit) -> Mention:
    return Mention(subject=hit.surface.subject, start=hit.start, end=hit.end, words=text[hit.start : hit.end])


def judge(text: str, start: int, end: int, surface: Surface) -> Sense:
    """Whether the surface at `start`..`end` is its company: by form, capitals and, where ambiguous, its context."""
    if surface.form is Form.DOMAIN:
        return _domain(text, start, end)
    words = text[start:end]
    if surface.form is Form.TICKER:
        return _ticker(text, start, end, surface) if words == surface.written else Sense.NO
    if not _written_like_a_name(words, surface):
        return Sense.NO
    if words.isupper() and _shortens_words_before(text, start, end):
        return Sense.NO
    if surface.alone and _trades_as_another(text[end : end + 80], surface):
        return Sense.NO
    if surface.alone and (
        _runs_into_another(text[end : end + 80], surface) or _is_a_person(text[max(0, start - 40) : start])
    ):
        return Sense.NO
    if not surface.ambiguous and not _loses_a_capital(words, surface.written):
        return Sense.SURE
    return sense(text, start, end, articled=surface.articled, in_small=surface.in_small, own_words=surface.own_words)


def _domain(text: str, start: int, end: int) -> Sense:
    inside = start > 0 and text[start - 1] == "-"
    longer = text[end : end + 1] in ("-", ".") and text[end + 1 : end + 2].isalnum()
    return Sense.NO if inside or longer else Sense.SURE


def _ticker(text: str, start: int, end: int, surface: Surface) -> Sense:
    """A ticker counts behind an exchange or "$"; one of three letters or more also alone in brackets behind a name."""
    before = text[max(0, start - 14) : start]
    if _EXCHANGE_BEFORE.search(before):
        return Sense.SURE
    bracketed = len(surface.written) >= 3 and text[end : end + 1] == ")" and _BRACKET_AROUND.search(before)
    shortened = _is_acronym(text[:start], surface.written) or _shortens_words_before(text, start, end)
    return Sense.SURE if bracketed and not shortened else Sense.NO


def _shortens_words_before(text: str, start: int, end: int) -> bool:
    """Whether brackets hold it and it only shortens ordinary words: "an internal combustion engine (ICE)"."""
    if end - start < 2 or text[end : end + 1] != ")" or text[:start][-1:] != "(":
        return False
    letters, words = text[start:end].casefold(), text[max(0, start - 80) : start].rstrip(" (").split()[start - end :]
    if not words or not words[-1].islower():
        return False
    return words[-1][0] == letters[-1] and letters[0] in {word[0] for word in words[:-1]}


def _trades_as_another(after: str, surface: Surface) -> bool:
    """Whether a ticker stands behind it that is not the company's: "Kelder Foods (NYSE: KFO)"."""
    listed = LISTED_AS.match(after)
    return listed is not None and bool(surface.tickers) and listed.group(1) not in surface.tickers


def _is_acronym(before: str, letters: str) -> bool:
    """Whether the capitals in brackets only shorten the words before them: "Gap Analysis Program (GAP)"."""
    words = before[-200:].rstrip(" (").split()[-len(letters) :]
    return "".join(word[0] for word in words).casefold() == letters.casefold()


def _written_like_a_name(words: str, surface: Surface) -> bool:
    """Capitals as people write it; an ambiguous or very short name exactly so, a longer one also in capitals only."""
    if words == surface.written:
        return True
    if surface.ambiguous:
        return words == (surface.written.title() if surface.written.isupper() else surface.written.upper())
    if surface.alone and len(surface.written) <= 4:
        return False
    return words[:1].isupper() or words[:1].isdigit() or surface.written[:1].islower()


def _loses_a_capital(words: str, written: str) -> bool:
    """Whether the text writes an ordinary word of the name small: "Genuine parts" of "Genuine Parts"."""
    pairs = zip(words.split(" "), written.split(" "), strict=False)
    return any(mine[:1].islower() and theirs[:1].isupper() and is_common(fold(mine).text) for mine, theirs in pairs)


def _is_a_person(before: str) -> bool:
    """Whether a title or a first name stands before it: "Judge Kohler", "Michael Dell"."""
    if PERSON_TITLE.search(before):
        return True
    first = BEFORE_WORD.search(before)
    return first is not None and first.group(1)[0].isupper() and fold(first.group(1)).text in FIRST_NAMES


def _runs_into_another(after: str, surface: Surface) -> bool:
    if is_own_word(after, surface.own_words):
        return False
    if _OTHER_THING.match(after):
        return True
    longer = _LONGER_NAME.match(after)
    if longer is None:
        return False
    first = after[1:].split(" ", 1)[0]
    if LEGAL_FORM.match(" " + first) or OWN_THING.match(" " + first):
        return False
    return (
        LEGAL_FORM.match(after[longer.end() :]) is not None
        or LEGAL_FORM.match(" " + longer.group().split(" ")[-1]) is not None
    )
