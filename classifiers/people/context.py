"""What a sentence says around a person's move: where they came from, which company acts, and who follows them."""

import calendar
from collections.abc import Iterator
from typing import Any

import re2

from classifiers.people.other_languages import OTHER_OFFICE
from classifiers.saying.unsaid import sentence_around
from classifiers.wording.names import ACRONYM, LETTER, OFFICE, ORGANISATION, PERSON, UPPER, person_name
from classifiers.wording.patterns import Pattern

# How far around the move its circumstances stand: the sentence and the next one.
REACH = 220
# How far behind a name the office stands that its bearer holds already.
HELD_NEAR = 60
CAME_FROM = tuple(
    Pattern(pattern)
    for pattern in (
        rf"\b[Ff]ormer ({ORGANISATION}) (?:[a-z]+ )?"
        r"(?:executive|exec|official|chief|boss|veteran|manager|banker|leader|head|president|C[A-Z]O\b)",
        rf"\b(?:ex-|Ex-)({ORGANISATION})\b",
        rf"\b(?:[Ff]ormerly|[Pp]reviously|most recently|latterly) "
        rf"(?:[A-Za-z][\w -]{{0,60}} )?(?:at|of|with|for) ({ORGANISATION})",
        rf"\b(?:joins?|joined|comes?|came|moves?|moved|arrives?|arrived|recruited|hired|hires|poached|lured) "
        rf"[^.\n]{{0,90}}?\bfrom ({ORGANISATION})",
        rf"\b(?:was|been) employed (?:by|at|with) ({ORGANISATION})",
        rf"\b(?:[Pp]rior to|[Bb]efore) (?:joining|that|this)(?:[^.\n]|(?:[sr]s?)\. ){{3,60}}? "
        rf"(?:was|served as|held)[^.\n]{{3,60}}? (?:at|of|with|for) ({ORGANISATION})",
        rf"\b[Rr]aids ({ORGANISATION}) for\b",
        rf"\bspent [a-z0-9 ]{{3,30}} (?:at|with) ({ORGANISATION})",
        rf"\b(?:procedente de|proviene de|llega desde|viene de|kommt von|wechselt von|[Zz]uvor (?:war (?:er|"
        rf"sie) )?bei|en provenance de|"
        rf"venue? de|vient de|précédemment chez|auparavant chez) (?:der |dem |la |el |chez )?({ORGANISATION})",
        rf"\b(?:[Hh]e|[Ss]he|M(?:r|s|rs)\. [{UPPER}][{LETTER}'’-]+),? (?:has )?(?:served|worked) (?:as|at|for|with) "
        rf"[^.,;\n]{{0,90}}?\b(?:of|at|for|with) (?:the )?({ORGANISATION})",
    )
)
# "hires Corbridge's Natasha Bloom": whose she was.
OWN_PERSON = Pattern(
    rf"\b(?:[Hh]ires?|[Hh]ired|[Pp]oach(?:es|ed)|[Ll]ure[sd]|[Tt]aps|[Rr]ecruits|[Rr]ecruited|[Nn]ames|"
    rf"[Aa]ppoints|[Bb]rings (?:in|on)|[Ss]igns) "
    rf"([{UPPER}][{LETTER}&-]+(?: [{UPPER}][{LETTER}&-]+)?)['’]s ([{UPPER}][{LETTER}-]+)"
)
COMPANY = Pattern(
    rf"^(?:[^:\n]{{0,20}}: )?({ORGANISATION}) (?:has |today )?"
    r"(?:[Aa]ppoint|[Nn]ame|[Hh]ire|[Tt]ap|[Ee]lect|[Pp]romot|[Rr]ecruit|[Ww]elcome)"
)
JOINED = Pattern(
    rf"\b(?:[Jj]oin(?:s|ed|ing)?|rejoint|helm at|reins at) (?:(?:the )?board of )?({ORGANISATION}) (?:as|comme|en) "
)
LEFT = Pattern(
    rf"\b(?:[Ll]eav(?:e|es|ing)|[Qq]uits?|[Dd]epart(?:s|ing)?|quitte|verlässt|deja) ({ORGANISATION})"
    r"(?: (?:in|on|at|by|after|next|to|amid|fin|en|im|zum)\b|[.,;]|$)"
)
# "COO of Quillon", "Finanzchef der Nordwerk AG": but no "Director of Sales".
HELD_AT = Pattern(
    rf"(?:\b(?:C[EFOTIM]O|[Cc]hief [Ee]xecutive|[Pp]resident|[Cc]hair(?:man|woman)?)\b (?:of|at)|"
    rf"(?:[Cc]hef|[Vv]orstand|[Pp]résident|[Pp]residente|[Ll]eiter)(?:in)? (?:der|des|de|du|von)) ({ORGANISATION})$"
)
# "The Board appointed": a body of the company, and no company.
OWN_BODY = Pattern(
    r"(?i)^(?:on behalf of )?(?:(?:the|our|its) )?(?:(?:company|registrant|corporation|bank|firm)['’]?s? )?(?:"
    r"(?:supervisory |management |full |entire )?board(?: of (?:directors|trustees|managers|governors))?|"
    r"company|registrant|corporation|directors|(?:independent )?(?:directors|shareholders|stockholders|members)|"
    r"(?:[a-z]+ (?:and [a-z]+ )?)?committee(?: of the board(?: of directors)?)?)$"
)
# "currently the Company's Vice President", "who has served as our controller": in the company before the move.
HELD_HERE = Pattern(
    r"(?:\b[Cc]urrent(?:ly)?,? (?:(?:as|serves as|serving as) )?(?:(?:the Company|our company|the Registrant|"
    r"the Bank)['’]s|our|its|the)|\b(?:the Company|the Registrant)['’]s current|"
    r"\bwho (?:has served|has been serving|has been|currently serves|serves) (?:as )?(?:(?:the Company|"
    r"the Registrant)['’]s|our|its)) "
)
FOLLOWED = Pattern(
    rf"\b(?:succeeded|replaced|followed) (?:in the role )?by ({PERSON})|\bsuccessor(?: will be| is|,)? ({PERSON})|"
    rf"\bhand(?:s|ed|ing)? over [^,.\n]{{0,60}}?to ({PERSON})|"
    rf"({PERSON}) lui succède|"
    rf"({PERSON}) (?:will |is to |to )?(?:take|takes) (?:over|charge)(?: (?:as|on|in|from)\b|[.,;]|$)|"
    rf"({PERSON})(?:, [^.\n]{{3,80}}?,)? (?:will |is to |to )?(?:take over|takes over|assumes?|fills?|steps? into) "
    r"(?:the|that|this|his|her) (?:role|position|post|office|duties)\b"
)
FOLLOWS = Pattern(
    rf"\b(?:succeed(?:s|ing)?|replac(?:es|ing)|take[s]? over from|follow(?:s|ing)|folgt auf|sustituye a|en "
    rf"sustitución de|"
    rf"en remplacement de|remplace) ({PERSON})"
)
REPLACES = Pattern(rf"\b(?:replac(?:es|ing)|(?:is to|will|to) replace) ({PERSON})")
WAS_TO = Pattern(
    r"(?i)\b(?:was|were|had been) (?:due|set|scheduled|supposed|expected|meant|going|planned|slated|about) to\b"
)
STAYS = Pattern(
    r"(?i)\b(?:will|would|to|has|have|is|are|agreed to|asked to) (?:now |instead |not |still )*(?:stay(?:ing)?|"
    r"remain(?:ing)?|continu(?:e|ing)|keep(?:ing)?|stayed|remained|changed (?:his|her|their) mind)\b|"
    r"\b(?:stays|remains|continues) "
)
INTERIM = Pattern(r"(?i)^.{0,40}\bon an interim basis\b|^.{0,30}\bin the interim\b")
ANY_PERSON = Pattern(PERSON)
NAMED_LAST = Pattern(rf"({PERSON})(?:, | \()$")
# What follows is the name of a company or place.
OF_PLACE = Pattern(r"\b(?:of|at|for|in|de|del|du|der|des|von|bei|chez|en) (?:the |la |el |le |den |dem )?$")
# Words that follow "from" and open no name.
NO_NAMES = frozenset(
    {
        "The",
        "Board",
        "Company",
        "Chief",
        "Executive",
        "Vice",
        "President",
        "Director",
        *(calendar.month_name[number] for number in range(1, 13)),
    }
)


def around(text: str, start: int, end: int) -> str:
    """The words about a move: its own line, from a little before to a little after."""
    low = max(text.rfind("\n", 0, start) + 1, start - REACH)
    stop = text.find("\n", end)
    return text[low : min(stop if stop >= 0 else len(text), end + REACH)]


def came_from(words: str, person: str) -> str | None:
    """The organisation a person left for this one, where one is named."""
    owner = OWN_PERSON.search(words)
    if owner and owner.group(2) in person and owner.group(1).split()[0] not in NO_NAMES:
        return str(owner.group(1))
    insider = re2.search(
        rf"\b({ORGANISATION}) (?:exec|executive|leader|veteran|boss|alum|insider) {re2.escape(person)}", words
    )
    whose = re2.search(rf"\b({ORGANISATION})['’]s {re2.escape(person)} (?:is to|will|to|has been|is being)\b", words)
    for match in (*(first_of(pattern.finditer(words), words, person) for pattern in CAME_FROM), insider, whose):
        if match and match.group(1).split()[0] not in NO_NAMES:
            name = match.group(1).rstrip(".,").split()
            office = next((at for at, word in enumerate(name) if ACRONYM.match(word)), len(name))
            return " ".join(name[:office]) or None
    return None


def first_of(found: Iterator[Any], words: str, person: str) -> Any:
    """The first that is told of the person, and not ("Ana Ruiz, formerly with Calder") of another right before it."""
    return next((match for match in found if not another_before(words[: match.start()], person)), None)


def another_before(words: str, person: str) -> bool:
    """Whether words end in the name of another person and a comma."""
    match = NAMED_LAST.search(words)
    name = name_of(match.group(1)) if match else None
    return name is not None and person not in name and name not in person


def organisation(words: str, role: str | None, *, left: bool) -> str | None:
    """The company that is left, or that appoints or is joined; else the one that the office is told with."""
    match = LEFT.search(words) if left else JOINED.search(words) or COMPANY.search(words)
    match = match or (HELD_AT.search(role) if role else None)
    name = match.group(1).rstrip(".,") if match else None
    return None if name is None or OWN_BODY.match(name) else name


def held_here(words: str, person: str) -> bool:
    """Whether the words right behind a person's name say that they hold another office of the company already."""
    behind = words[words.find(person) + len(person) :] if person in words else ""
    held = HELD_HERE.search(behind[:HELD_NEAR])
    return held is not None and OFFICE.search(behind[held.end() : held.end() + HELD_NEAR]) is not None


def successor(words: str, person: str) -> str | None:
    """Who follows the one that leaves: "will be succeeded by X", or X who is named "succeeding" them."""
    match = FOLLOWED.search(words)
    if match:
        name = person_name(next(group for group in match.groups() if group))
        if name and name != person:
            return name
    follows = FOLLOWS.search(words)
    if follows and person_name(follows.group(1)) == person:
        before = [
            name_of(found.group(0))
            for found in ANY_PERSON.finditer(words[: follows.start()])
            if not OF_PLACE.search(words[: found.start()])
        ]
        return next((name for name in reversed(before) if name), None)
    return None


def name_of(text: str) -> str | None:
    """A person's name without an office in capitals behind it ("Ana Ruiz CEO")."""
    words = text.split()
    while words and words[-1].isupper() and len(words[-1]) <= 4:
        words = words[:-1]
    name = person_name(" ".join(words))
    return name if name and not (OFFICE.search(name) or OTHER_OFFICE.search(name)) else None


def predecessor(words: str, person: str) -> str | None:
    """Whom they follow: "succeeding X", "replacing X"."""
    match = FOLLOWS.search(words)
    name = person_name(match.group(1)) if match else None
    return name if name != person else None


def replaced(words: str) -> str | None:
    """Who is said to be replaced by the one that comes."""
    match = REPLACES.search(words)
    return person_name(match.group(1)) if match else None


def stays_after_all(text: str, start: int, end: int) -> bool:
    """Whether the one that "was due to step down" stays: a move that was planned once, and is off."""
    low, high = sentence_around(text, start, end)
    due = WAS_TO.search(text[low:end])
    return due is not None and STAYS.search(text[low + due.end() : high]) is not None


def interim(words: str, person: str) -> bool:
    """Whether the words say that the person only stands in."""
    at = words.find(person)
    return at >= 0 and INTERIM.search(words[at + len(person) :]) is not None
