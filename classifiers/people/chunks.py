"""A sentence as chunks: people, offices, words of coming and going, and what stands between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from classifiers.people.cues import FOUND, letter_of
from classifiers.people.folded import folded
from classifiers.people.letters import BE, DAY, GAVE_NOTICE, OFFICE, PERSON, SKIPPED, VERBS, WORD
from classifiers.people.other_languages import other_role
from classifiers.people.roles import FIELD, one_of, role_in
from classifiers.wording.names import ACRONYM, NOT_PEOPLE, person_name
from classifiers.wording.names import OFFICE as ANY_OFFICE
from classifiers.wording.patterns import Pattern

SMALL_FIELD = (
    r"(?:finance|financial|sales|marketing|operations|operating|commercial|technical|technology|tech|products?|people|"
    r"creative|regional|country|medical|legal|design|engineering|research|science|strategy|group|company|hr|it|"
    r"communications|corporate|revenue|risk|compliance|information|investment|accounting|human resources|customer|"
    r"data|security|policy|growth|brand|digital|innovation|sustainability|supply chain|plant|programme|program)"
)
RANK = (
    r"(?:executive|non-executive|senior|vice|deputy|assistant|associate|global|managing|general|chief|principal|"
    r"independent|lead|interim|acting|joint|divisional|class i{1,3}|advisory|supervisory|national|area|"
    r"permanent|founding)"
)
CORE = (
    r"chair\w* of the board(?: of directors)?|chief (?:[a-z-]+ (?:(?:and|&) )?){0,3}officers?|"
    r"chief executives?(?: officer)?|chief of staff|"
    r"chief (?:scientist|economist|architect|engineer|technologist)|c[efotimrps]o|chro|ciso|[se]?vp|"
    r"(?:commerce|treasury|defen[cs]e|interior|trade|justice|foreign|home|energy|education|labou?r|transport(?:ation)?|"
    r"agriculture|press|cabinet|general|corporate|company) secretary|"
    r"(?:president|chair(?:man|woman|person)?|founder|directors?|managers?|counsel|treasurer|controller|comptroller|"
    rf"secretary|partner|leader|officer)|{SMALL_FIELD} (?:chief|boss|head)|head of|"
    r"(?:members? of (?:the |our |its )?(?:company['’]s )?)?board(?: of (?:directors|trustees)| members?)?"
)
PIECE = rf"(?:(?:{RANK}|{SMALL_FIELD}|{FIELD.lower()})[ -]|co-|ex-)*(?:{CORE})"
ENGLISH = Pattern(rf"(?i)\b(?:{PIECE})(?:(?:,? (?:and|&) |, | )(?:{PIECE}))*\b")
OTHERS = Pattern(
    r"(?i)\b(?:C[EFOTIMP]O|PDG|DG|DRH|DAF|(?:stellvertretende[rn]? )?[\w-]*(?:vorstand|geschaftsfuhrer|leiter|"
    r"chef|direktor|"
    r"aufsichtsrat|vorsitzende|prasident|beirat)\w*|leitung|vorsitz|"
    r"(?:co)?(?:direct(?:eur|rice|or|ora)|president)[ea]?(?:[ -]general\w*)?|"
    r"direction|direccion|presid(?:ence|encia)|responsable|gerante?|gerente|consejer[oa](?: delegad[oa])?|jef[ea]|"
    r"administrat(?:eur|rice)|administrador[ea]?|vocal)\b"
)
PARTICLE = r"(?:van|von|vom|zu|de|der|den|del|la|le|las|los|bin|ben|ibn|al|da|di|du|dos|ter|ten|y|e|['’]t)"
PART = r"(?:(?:[A-Z]\.){1,3}|(?:[DdLl]['’]|[Aa]l-|[Ee]l-)?(?:St\. )?[A-Z][A-Za-z'’-]*)"
ANYBODY = Pattern(
    rf"\b(?:(?:Dr|Mr|Ms|Mrs|Prof|Rev|Hon)\. )*{PART}(?: (?:{PARTICLE} ){{0,3}}{PART}){{1,4}}(?:, (?:[JS]r\.?|II|"
    rf"III|IV)\b)?"
)
SHORT = Pattern(rf"\b(?:Mr|Ms|Mrs|Mx|Dr|Prof)\.? ((?:{PARTICLE} )*[A-Z][A-Za-z'’-]+)")
FIELDS = Pattern(rf"(?:^| )(?:{FIELD})(?: |$)")
FIRM = Pattern(
    r"(?:^| )(?:AG|KG|SE|SA|SAS|SpA|NV|BV|AB|ASA|Oyj?|Grupo|Groupe|Bancorp|Bancshares|Industries|Robotics|Networks|"
    r"Mining|Telecom|Therapeutics|Devices|Insurance|Bio|Pumps|Pumpen|Air|Rail|Ventures|Mr|Ms|Mrs|Audit|Class|"
    r"AGM)(?: |$)"
)
OWNS = Pattern(r"^['’]s\b")
OF_BODY = Pattern(r"^['’]s [A-Z][a-z]*(?: [A-Z][a-z]*)? (?:of|for|on)\b|^['’]s (?:Council|Committee|Commission|Club)\b")
OF_SERVICE = Pattern(r"^['’]s (?:employment|service|tenure|term|resignation|departure|retirement|appointment|last)\b")
PLACED = Pattern(r"\b(?:at|of|for|in|from|bei|der|des|du|von|chez|en|del?) (?:the |The )?$")
WORDS = Pattern(r"[\pL\d][\pL\d'’&.-]*")
NEXT_WORD = Pattern(r"(,? ?)([\pL\d&][\pL\d&’'/.-]*)")
LEADS = frozenset("APVUXagekRtr")
REACH = len("agreement with")
LEAD = Pattern(r"(?i)(?:ed by|each of|(?:letter|agreement) with)$")
TITLE = Pattern(r"^(?:(?:Dr|Mr|Ms|Mrs|Mx|Prof|Rev|Hon|Capt|Gen|Col|Sir|Dame)\.? )+$")
OFFICE_FIELD = Pattern(rf"(?:(?:{FIELD}|Trustees|Staff|Governors|Directors|Safety|Content|Sustainability) )+")
# What of the words behind an office belongs to it: what has a capital, and what follows "of".
OF = frozenset(("of", "for", "and", "&", "the", "der", "des", "de", "du", "del", "la", "des"))
MOST_SMALL = 3
NOT_OF_LIST = (
    "former ex formerly his her their its both which to at with from in on as by who will is was has after before"
)
NOT_OF = frozenset(NOT_OF_LIST.split())
BEHIND = Pattern(r" (?:hat|aus|wird|ist|est|a|ha|qui|que) | (?:ab|an|aus|zurück)$")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a sentence with its letter; of a person the full name, of an office how it is called."""

    letter: str
    start: int
    end: int
    said: str = ""


def chunks(sentence: str, known: Sequence[str], language: str) -> list[Chunk]:
    """The chunks of a sentence in order, none of one that names nobody: it tells no move.

    `known` are the people whom the text has named before by full name.
    """
    plain = folded(sentence)
    cores = [match.span() for match in (ENGLISH if language == "en" else OTHERS).finditer(plain)]
    cores = [core for core in cores if not plain[: core[0]].endswith(" on ")]  # who comes on board joins
    cores = [core for core in cores if not OF_BODY.match(plain[core[1] :])]  # "the President's Council"
    cues = [Chunk(letter_of(match.group(0), language), *match.span()) for match in FOUND[language].finditer(plain)]
    notices = [cue for cue in cues if cue.letter == GAVE_NOTICE]  # in them the board is only told
    cores = [core for core in cores if not any(cue.start < core[0] < cue.end for cue in notices)]
    cues = [cue for cue in cues if not any(start < cue.end and cue.start < end for start, end in cores)]
    led = {cue.end + 1 for cue in cues if cue.letter in LEADS}
    firm = [(cue.start, cue.end) for cue in cues if not may_be_name(cue, sentence, led)]
    free = gaps(sorted([*cores, *firm]), len(sentence))
    people = list(
        persons(
            sentence,
            plain,
            free,
            known,
            [
                cue.end + 1
                for cue in cues
                if cue.letter in LEADS or LEAD.search(plain[max(0, cue.end - REACH) : cue.end])
            ],
        )
    )
    if not people:
        return []
    stops = sorted([cue.start for cue in cues if cue.letter in VERBS] + [one.start for one in people])
    found = [*people, *offices(sentence, cores, stops, language)]
    found += [cue for cue in cues if not any(one.start < cue.end and cue.start < one.end for one in found)]
    return sorted([*found, *words(sentence, found)], key=lambda one: one.start)


def may_be_name(cue: Chunk, sentence: str, led: set[int]) -> bool:
    """Whether a small word may be part of a name: "de", and "Will" right behind a word of coming or going."""
    return cue.letter == SKIPPED or (cue.letter == BE and cue.start in led and sentence[cue.start].isupper())


def offices(sentence: str, cores: Sequence[tuple[int, int]], stops: Sequence[int], language: str) -> Iterator[Chunk]:
    """Offices with what they are of, each up to the next verb, person or office."""
    for number, (start, end) in enumerate(cores):
        next_one = cores[number + 1][0] if number + 1 < len(cores) else len(sentence)
        stop = min([one for one in stops if one >= end] + [next_one])
        if language == "en":
            text = sentence[start:end] + belonging(sentence[end:stop], of=sentence[start:end].endswith(" of"))
            role = role_in(one_of(text))
        else:
            text = BEHIND.split(sentence[start:stop])[0]
            role = other_role(text)
        if role is None and sentence[start:end].endswith("s"):  # of several: "joint managing directors"
            role = role_in(sentence[start : end - 1])
        if role:
            at = max(sentence.find(role.split()[-1], start) - len(role) + len(role.split()[-1]), start)
            yield Chunk(OFFICE, start, max(end, at + len(role)), role)


def belonging(rest: str, *, of: bool) -> str:
    """The words behind an office that go on with it; `of` where it ends in "of"."""
    end, small = 0, 0
    for match in NEXT_WORD.finditer(rest):
        word = match.group(2)
        if match.start() != end or (match.group(1).startswith(",") and not word[0].isupper()):
            break
        if word in OF:
            of = True
        elif word[0].islower():
            small += 1
            if not of or small > MOST_SMALL or word in NOT_OF:
                break
        end = match.end()
    return rest[:end]


def gaps(taken: Sequence[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    """What of a sentence lies outside of those stretches."""
    found, at = [], 0
    for start, stop in taken:
        if start > at:
            found.append((at, start))
        at = max(at, stop)
    return [*found, (at, end)] if at < end else found


def persons(
    sentence: str, plain: str, free: Sequence[tuple[int, int]], known: Sequence[str], led: Sequence[int]
) -> Iterator[Chunk]:
    """People by their full names, or by a surname with Mr. or Dr. of one whom the text has named.

    `led` is where a name may stand behind "of" or "by": right behind a word of coming or going.
    """
    here: list[str] = []
    for low, high in free:
        named = []
        for match in ANYBODY.finditer(plain, low, high):
            start, end = match.start(), match.end()
            if plain[:start].endswith(" of ") and start not in led and (field := OFFICE_FIELD.match(plain[start:end])):
                start += field.end()  # "Chair of Trustees Sunil Mehra"
                led = (*led, start)
            name = name_at(sentence[start:end])
            if name and (start in led or not PLACED.search(plain[max(0, start - 12) : start])) and not owns(plain, end):
                at = start + max(sentence[start:end].find(name.split()[0]), 0)
                first = start if TITLE.match(plain[start:at]) else at
                named.append(Chunk(PERSON, first, min(end, at + len(name)), name))
        yield from named
        here += [one.said for one in named]
        for match in SHORT.finditer(plain, low, high):
            surname = sentence[match.start(1) : match.end(1)]
            full = next((name for name in (*known, *here) if name.endswith(surname)), None)
            if full and not any(one.start < match.end() and match.start() < one.end for one in named):
                yield Chunk(PERSON, match.start(), match.end(), full)


def name_at(text: str) -> str | None:
    """A person's full name, or None for a company's, a place's or an office's."""
    text = text.removesuffix("’s").removesuffix("'s").replace("'s ", "’s ").split("’s ")[-1]  # "Kirkby's Ana Ruiz"
    name = person_name(text if text.endswith(("Jr.", "Sr.")) else text.rstrip("."))
    if name is None or FIELDS.search(name) or FIRM.search(name) or ANY_OFFICE.search(name):
        return None
    return None if any(ACRONYM.match(word) or word.lower() in NOT_PEOPLE for word in name.split()) else name


def owns(plain: str, end: int) -> bool:
    """Whether a name behind which one ends is an owner's: "Kirkby Retail's COO"; people own their service only."""
    tail = plain[end - 2 : end + 20] if plain[end - 2 : end] in ("'s", "’s") else plain[end : end + 20]
    return OWNS.match(tail) is not None and OF_SERVICE.match(tail) is None


def words(sentence: str, found: Sequence[Chunk]) -> Iterator[Chunk]:
    """The other words, one chunk each."""
    for low, high in gaps(sorted((one.start, one.end) for one in found), len(sentence)):
        for match in WORDS.finditer(sentence[low:high]):
            yield Chunk(WORD, low + match.start(), low + match.end())


def letters(found: Sequence[Chunk]) -> tuple[str, list[Chunk]]:
    """The chunks as one string of letters, without those that say nothing, and the chunk of each letter."""
    kept = [one for one in found if one.letter not in (SKIPPED, DAY)]
    return "".join(one.letter for one in kept), kept
