"""The sentence shapes in which English texts tell that somebody came, went or rose."""

from dataclasses import dataclass
from typing import Any

import re2

from classifiers.wording.names import ORGANISATION, PERSON
from domain.findings import Move


@dataclass(frozen=True, slots=True)
class Shape:
    """A sentence shape: its pattern, which group is the person, which starts the role (0: none), and the move.

    A `sure` one needs no office: nobody but a person in office does that. `follows` is the group of the one who takes
    the leaver's place (0: none).
    """

    pattern: Any
    person: int
    role: int
    move: Move
    sure: bool = False
    follows: int = 0


def shape(pattern: str, person: int, role: int, move: Move, *, sure: bool = False, follows: int = 0) -> Shape:
    return Shape(re2.compile(pattern), person, role, move, sure, follows)


AS = r"(?:,? (?:as|to be|to the (?:role|position|post) of|to serve as|to become|to)|,) "
# An office right after the name, without "as": "names Ana Ruiz CEO".
BARE = (
    r"((?:(?:its|the|new|group|global|interim|acting|as) )*(?:C[EFOTIMR]O|CISO|SVP|EVP|VP|Chief|"
    r"chief|President|president|Chair|chair|"
    r"Managing|managing|Vice|vice|Head|head|Director|director|General|general|Senior|senior)[^\n]{0,100})"
)
# Whom they were before: "hires ex-Grayfield CFO Daniel Roth", "named board member Ian Frost".
WHO_WAS = (
    r"(?:(?:ex-|[Ff]ormer |[Ll]ong-?time |[Vv]eteran |[Bb]oard member |[Cc]o-founder |[Ff]ounder |[Ii]nsider |"
    r"[a-z]+ (?:chief|veteran|executive|boss|head|manager) |"
    r"[A-Z][\w&-]+(?: [A-Z][\w&-]+)? (?:veteran|executive|exec|alum|alumna|alumnus|insider) )[^,.:;\n]{0,50}?)?"
)
# What a director or manager directs: "finance director", "Sales and Marketing Director".
FIELD = (
    r"(?:[Ff]inance|[Ss]ales|[Mm]arketing|[Oo]perations|[Cc]ommercial|[Tt]echnical|[Tt]echnology|[Pp]roduct|"
    r"[Pp]eople|[Cc]reative|"
    r"[Rr]egional|[Cc]ountry|[Mm]edical|[Ll]egal|[Dd]esign|[Ee]ngineering|[Rr]esearch|[Ss]trategy|[Gg]roup|[Dd]eputy|"
    r"[Cc]ommunications|HR|IT)"
)
# An office before its holder's name: "chief executive Clara Bexley", "CFO Daniel Roth".
OFFICE_BEFORE = (
    r"((?:[Ee]xecutive |[Vv]ice |[Ss]enior |[Dd]eputy |[Cc]o-)?(?:[Cc]o-founder|[Ff]ounder|C[EFOTIMPRS]O|CISO|"
    r"[Cc]hief [a-z]+(?: (?:and|&) [a-z]+)?(?: officer)?|Chief [A-Z][a-z]+(?: [A-Z][a-z]+)? Officer|"
    rf"[a-z]+ (?:chief|boss|head)|(?:{FIELD} ){{1,2}}(?:[Dd]irector|[Mm]anager|[Cc]hief|[Hh]ead)|[Pp]resident|"
    r"[Cc]hair(?:man|woman|person)?|[Mm]anaging director|[Gg]eneral counsel|"
    r"[Hh]ead of [a-z]+(?: [a-z]+)?))"
)
LEAVES = (
    r"(?i:has |have |will |is |would |to )?(?i:resign(?:ed|s|ing)?|retir(?:e|es|ed|ing)|step(?:s|ped|ping)? (?:down|"
    r"back)|"
    r"depart(?:s|ed|ing)?|leav(?:e|es|ing)|left|quits?|exit(?:s|ed|ing)?)\b"
)
OUSTS = (
    r"\b(?:[Oo]ust(?:s|ed)|[Ff]ire[sd]|[Dd]ismiss(?:es|ed)|[Ss]ack(?:s|ed)|[Rr]emove[sd]|[Ss]uspend(?:s|ed)|"
    r"[Pp]art(?:s|ed) (?:ways|company) with)"
)
HANDS_OVER = (
    rf"({PERSON}) (?:hands?|handed|is handing|will hand) over (?:as|the role of) "
    rf"([^,.\n]{{2,60}}?) to ({PERSON})"
)
TOGETHER = (
    rf"((?:[Ii]ndependent |[Nn]on-executive )?[Dd]irectors?),? ({PERSON})(?:,| and) ({PERSON}),? "
    rf"(?:have |has |will )?join(?:s|ed)? (?:the|its|our) [Bb]oard"
)
SHAPES = (
    shape(rf"{OFFICE_BEFORE},? ({PERSON}),? {LEAVES}", 2, 1, Move.LEFT),
    shape(rf"{OUSTS} (?:its |their |the )?(?:former |long-?time )?{OFFICE_BEFORE},? ({PERSON})", 2, 1, Move.LEFT),
    shape(rf"{OUSTS} ({PERSON}),? as ([^\n]{{3,100}})", 1, 2, Move.LEFT),
    shape(rf"({PERSON}) (?:is |was |has been )?(?:confirmed|installed) as ([^\n]{{3,100}})", 1, 2, Move.JOINED),
    shape(HANDS_OVER, 1, 2, Move.LEFT),
    shape(HANDS_OVER, 3, 2, Move.JOINED),
    shape(rf"{HANDS_OVER},? (?:and|to) becomes? ([^\n]{{3,100}})", 1, 4, Move.JOINED),
    shape(TOGETHER, 2, 1, Move.BOARD),
    shape(TOGETHER, 3, 1, Move.BOARD),
    shape(
        rf"({PERSON}),? (?:has )?(?:informed|notified) (?:the|its) (?:Board|Company|board|company)[^\n]{{0,60}}? "
        r"not (?:to |be )?stand(?:ing)? for re-?election",
        1,
        0,
        Move.LEFT,
        sure=True,
    ),
    shape(
        rf"[Aa]ppointment of {WHO_WAS}({PERSON}),? (?:as|to the (?:role|position|post) of|"
        rf"to) ([^\n]{{3,120}})",
        1,
        2,
        Move.JOINED,
    ),
    shape(
        (
            rf"\b(?:[Aa]ppoint(?:s|ed|ing)?|[Nn]am(?:es|ed|ing)|[Hh]ir(?:es|ed|ing)|[Tt]app?(?:s|ed)|"
            rf"[Rr]ecruit(?:s|ed)|[Pp]oach(?:es|ed)) {WHO_WAS}({PERSON}),? (?:as|to be|to become) ([^\n]{{3,120}})"
        ),
        1,
        2,
        Move.JOINED,
    ),
    shape(
        (
            rf"\b(?:[Aa]ppoint|[Nn]ame|[Hh]ire|[Tt]ap|[Ee]lect)(?:s|ed|d|ped|"
            rf"ing)? ({PERSON.replace('{1,2}', '{1,2}?')}),? {BARE}"
        ),
        1,
        2,
        Move.JOINED,
    ),
    shape(
        (
            rf"\b(?:[Aa]ppoint(?:s|ed|ing)?|[Nn]am(?:es|ed|ing)|[Hh]ir(?:es|ed|ing)|[Tt]app?(?:s|ed)|"
            rf"[Rr]ecruit(?:s|ed)|[Ww]elcomes) ({PERSON}){AS}([^\n]{{3,120}})"
        ),
        1,
        2,
        Move.JOINED,
    ),
    shape(rf"\b(?:[Pp]romot(?:es|ed|ing)) ({PERSON}){AS}([^\n]{{3,120}})", 1, 2, Move.PROMOTED),
    shape(
        rf"\b(?:[Ee]lect(?:s|ed)|[Aa]ppoint(?:s|ed)|[Aa]dd(?:s|ed)|[Ww]elcom(?:es|ed)|[Nn]am(?:es|ed)) ({PERSON}) to "
        rf"(?:its|the|our) ([Bb]oard[^\n]{{0,80}})",
        1,
        2,
        Move.BOARD,
    ),
    shape(
        (
            rf"({PERSON})(?:, [^,\n]{{3,60}},)? (?i:joins|joined|has joined|will join|is joining|"
            rf"to join)(?: (?:{ORGANISATION}|us|the company))? (?i:as) ([^\n]{{3,120}})"
        ),
        1,
        2,
        Move.JOINED,
    ),
    shape(
        (
            rf"({PERSON})(?:, (?:formerly|previously|most recently) [^,\n]{{3,60}},)?"
            r" (?:has been |was |were |is |is being |to be )?(?:appointed|named|hired|"
            rf"elected)(?: by [A-Za-zÀ-ÖØ-öø-ÿĀ-ž ]{{3,30}})?(?: as| to serve as|"
            rf" to the position of)? ([^\n]{{3,120}})"
        ),
        1,
        2,
        Move.JOINED,
    ),
    shape(rf"({PERSON}) (?:has been |was |is |to be )?promoted to ([^\n]{{3,120}})", 1, 2, Move.PROMOTED),
    shape(
        (
            rf"({PERSON}) (?:will serve as|to serve as|takes over as|will become|becomes|to become|"
            rf"(?:succeeds|to succeed|will succeed) [A-Za-zÀ-ÖØ-öø-ÿĀ-ž ]{{3,40}} as|"
            r"assumes the role of) ([^\n]{3,120})"
        ),
        1,
        2,
        Move.JOINED,
    ),
    shape(
        (
            rf"({PERSON})(?:, ([^\n]{{3,140}}?),)?(?:, who)? (?:has |have |will |is |would |to |tendered (?:his|"
            rf"her) )?(?:resign(?:ed|s|ing|ation)?|retir(?:e|es|ed|ing)|step(?:s|ped|ping)? down|"
            rf"depart(?:s|ed|ing)?|leav(?:e|es|ing)|left)\b"
        ),
        1,
        2,
        Move.LEFT,
    ),
    shape(
        rf"(?:[Rr]esignation|[Rr]etirement|[Dd]eparture|[Ee]xit) of (?:its |our |the |their )?{OFFICE_BEFORE},? "
        rf"({PERSON})",
        2,
        1,
        Move.LEFT,
    ),
    shape(rf"(?:[Rr]esignation|[Rr]etirement|[Dd]eparture) of ({PERSON})(?:, ([^\n]{{3,120}}))?", 1, 2, Move.LEFT),
    shape(
        (
            rf"({PERSON}), ([^\n]{{3,120}}?), (?:notified|informed) [^\n]{{3,80}}? (?:decision|intent|"
            rf"intention|resignation|she is resigning|he is resigning|retir)"
        ),
        1,
        2,
        Move.LEFT,
    ),
)
