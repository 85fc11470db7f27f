"""Further sentence shapes of moves: who is due to go, is ended by the company, comes back, or stands in a list."""

from classifiers.people.filings import HAS, NAME, REST
from classifiers.people.shapes import OFFICE_BEFORE, WHO_WAS, Shape, shape
from classifiers.wording.names import ORGANISATION, PERSON
from domain.findings import Move

# What is settled, though it is still to come.
DUE = r"(?:is|was|are|were|has been|had been)(?: now)? (?:expected|scheduled|set|due|slated|planning) to "
GOES = r"(?:resign|retire|step (?:down|aside|back)|depart|leave|exit|cease (?:to be|to serve as|serving as))\b"
# A role to which who leaves an office goes on: no office of the company any more.
ADVISER = (
    r"(?:an? |the )?(?:(?:new |part-time |non-executive |advisory )?(?:role|position|capacity) (?:of|as) )?"
    r"(?:an? |the )?"
    r"(?:[A-Za-z-]+ ){0,3}(?:[Aa]dvis[eo]ry?s?|[Cc]onsult(?:ant|ing)|[Ee]merit)"
)
AFTER_YEARS = rf"\b[Aa]fter [^,.\n]{{3,40}} as (?:our|its|the|[Cc]ompany['’]s) ([^,\n]{{2,60}}), ({NAME})"
ON = (
    r"(?:decided to |chosen to |elected to )?(?:mov(?:e|es|ing) on|leav(?:e|es|ing)|step(?:s|ping)? (?:down|aside)|"
    r"depart(?:s|ing)?|retir(?:e|es|ing)|resign(?:s|ed|ing)?|left|stepped down)\b"
)
CEASES = rf"({NAME})(?:, ([^\n]+?),)? {HAS}(?:cease|ceases|ceasing) (?:to be|to serve as|serving as|service as)\b"
BACK = r"(?:returns?|returned|returning|comes? back|came back|coming back|rejoins?|rejoined|rejoining)"
RISES = r"(?:promoted|elevated|advanced|upped)"
IDIOMS: tuple[Shape, ...] = (
    shape(rf"{OFFICE_BEFORE},? ({PERSON}),? {DUE}{GOES}", 2, 1, Move.LEFT),
    shape(rf"({NAME})(?:, ([^\n]+?),)? {DUE}{GOES}", 1, 2, Move.LEFT),
    shape(
        rf"({NAME})(?:, ([^\n]+?),)? {HAS}(?:transition|move|moving|transitioning) (?:in)?to {ADVISER}", 1, 2, Move.LEFT
    ),
    shape(rf"{AFTER_YEARS},? {HAS}{ON}", 2, 1, Move.LEFT),
    shape(CEASES, 1, 2, Move.LEFT),
    shape(
        rf"\bterminat(?:ed|es|ing|ion of) (?:the )?employment (?:of|with) ({NAME})(?:,? (?:as|from)|,) {REST}",
        1,
        2,
        Move.LEFT,
    ),
    shape(
        rf"\bterminated ({NAME})(?:,? (?:as|from (?:his|her) (?:position|role) (?:as|of))|,) {REST}", 1, 2, Move.LEFT
    ),
    shape(
        rf"({NAME})(?:’s|'s) last day (?:of employment )?(?:as ([^\n]+?) |with [^\n]{{2,40}} |at [^\n]{{2,40}} )?"
        r"(?:was|is|will be)\b",
        1,
        2,
        Move.LEFT,
    ),
    shape(rf"({NAME}) {HAS}{BACK} (?:to (?:the )?{ORGANISATION} )?as {REST}", 1, 2, Move.JOINED),
    shape(
        rf"({NAME})(?:, [^\n]+?,)? {HAS}{RISES} (?:from [^\n]{{3,60}}? )?to (?:the (?:role|position) of )?{REST}",
        1,
        2,
        Move.PROMOTED,
    ),
    shape(
        rf"\b(?:[Ee]levate|[Aa]dvance|[Pp]romote)(?:s|d)? {WHO_WAS}({NAME}) (?:from [^\n]{{3,60}}? )?to {REST}",
        1,
        2,
        Move.PROMOTED,
    ),
    shape(
        rf"({NAME}) {HAS}step(?:s|ped|ping)? into (?:the |its |our )?([^,.\n]{{2,40}}?) (?:role|post|job|position)\b",
        1,
        2,
        Move.JOINED,
    ),
    shape(
        rf"({NAME}) {HAS}join(?:s|ed|ing)? (?:the (?:Company|Bank|firm|group)|us|our company) as {REST}",
        1,
        2,
        Move.JOINED,
    ),
    shape(rf"{OFFICE_BEFORE}, ({PERSON}), {HAS}(?:appointed|named|hired) (?:as )?{REST}", 2, 3, Move.JOINED),
    shape(
        rf"({NAME}), who (?:becomes|will become|takes over as|will take over as|is now|joins as) {REST}",
        1,
        2,
        Move.JOINED,
    ),
    shape(
        rf"\b(?:[Nn]ame|[Aa]ppoint|[Hh]ire|[Tt]ap|[Pp]ick)(?:s|ed|ped)? (?:[Ii]ndustry |[Ff]ormer )?"
        rf"(?:{ORGANISATION} )?(?:[Vv]eteran|[Ee]xecutive|[Ii]nsider|[Ee]xpert|[Ll]eader) ({PERSON}) "
        rf"[Tt]o (?:[Ll]ead|[Rr]un|[Hh]ead|[Oo]versee) [^,;.\n]{{2,50}}? [Aa]s {REST}",
        1,
        2,
        Move.JOINED,
    ),
)
