"""The sentence shapes in which filings and formal releases tell of boards and officers."""

from classifiers.people.shapes import BARE, WHO_WAS, Shape, shape
from classifiers.wording.names import LETTER, UPPER
from domain.findings import Move

PARTICLES = r"(?:van|von|de|der|den|del|la|le|bin|al|da|di|du|dos|ter|ten)"
# Two to four words that begin with a capital; initials, "III" and "Jr." among them.
NAME = rf"[{UPPER}][{LETTER}'’.-]*(?: (?:{PARTICLES} )*[{UPPER}][{LETTER}'’.-]*){{1,3}}"
OWNER = rf"[{UPPER}][{LETTER}.-]*(?: [{UPPER}][{LETTER}.-]*){{1,2}}"
NAMES = rf"{NAME}(?:(?:, {NAME}){{0,5}},? and {NAME})?"
REST = r"([^\n]+)"
# An office set off behind the name: "Ana Ruiz, the Company's President,".
APPOSITION = r"(?:, [^\n]+?,?)?"
HAS = (
    r"(?:has |have |had |will |would |is to |was |were |is |are |be |been |each |also |officially |formally |"
    r"unanimously |recently |today |now )*"
)
TOLD = r"(?:notified|informed|advised|told|gave notice to)"
LEAVE = (
    r"(?:resign(?:ing|ation|s)?|retir(?:e|es|ing|ement)|step(?:s|ping)? down|leav(?:e|es|ing)|depart(?:s|ing|ure)?|"
    r"(?:(?:does|do|did) )?not (?:intend to |plan to |wish to |to )?(?:stand|seek|run)(?:ing)?"
    r"(?: for)?(?: re-?election)?|not be standing for re-?election)"
)
FROM = r"(?:,? (?:from (?:his|her|their) (?:positions?|roles?|posts?|offices?) (?:as|of)|as|from|to)) "
JOINING = (
    shape(
        rf"\b(?:[Aa]ppointed|[Ee]lected|[Nn]amed|[Hh]ired|[Aa]dded|[Ee]ngaged|[Ss]elected|[Dd]esignated|[Ee]lects|"
        rf"[Aa]ppoints) (?:each of )?({NAMES}){APPOSITION} "
        rf"(?:as|to be|to serve as|to serve on|to the (?:additional |new )?(?:position|role|office|post) of|to) {REST}",
        1,
        2,
        Move.JOINED,
    ),
    shape(rf"\b(?:[Aa]ppointed|[Nn]amed|[Ee]lected) ({NAME}) ((?:the|its|our) [^\n]+)", 1, 2, Move.JOINED),
    shape(
        rf"({NAMES})(?:, [^\n]+?,?)? {HAS}(?:appointed|elected|named|hired|engaged|selected)(?: by [^\n]{{3,70}}?)?"
        rf"(?: effective [A-Z][a-z]+ \d+, \d{{4}},?)?(?: as| to be| to serve as| to serve on| to join| to| the "
        rf"duties of| to the (?:position|role|office) of) {REST}",
        1,
        2,
        Move.JOINED,
    ),
    shape(
        rf"({NAME})(?:, [^\n]+?,?)? {HAS}(?:appointed|elected|named|designated) "
        rf"((?:[a-z]+ ){{0,4}}(?:officer|president|chair\w*|counsel|treasurer|secretary|controller)\b[^\n]*)",
        1,
        2,
        Move.JOINED,
    ),
    shape(
        rf"({NAME}){APPOSITION} {HAS}(?:to )?(?:assume[sd]?|assuming|take[ns]? on|took on|take[ns]? over|took over) "
        rf"(?:the |all )?"
        rf"(?:duties|responsibilities|roles?|positions?|offices?|title)(?: and responsibilities)? (?:of|as) {REST}",
        1,
        2,
        Move.JOINED,
    ),
    shape(rf"({NAME}) (?:became|has become) (?:the |our |its ){REST}", 1, 2, Move.JOINED),
    shape(rf"({NAME}){APPOSITION},? (?:who )?{HAS}promoted (?:from [^\n]{{3,60}} )?to {REST}", 1, 2, Move.PROMOTED),
    shape(
        rf"({NAME}) {HAS}(?:decided to |agreed to )?(?:mov(?:e|es|ed|ing)|transition(?:s|ed|ing)?|shift(?:s|ed)?) "
        rf"(?:up )?"
        rf"(?:in)?to (?:the (?:role|position) of )?{REST}",
        1,
        2,
        Move.JOINED,
    ),
    shape(
        rf"({NAME}) {HAS}(?:to )?(?:(?:take|takes|took|taken) over as|step(?:s|ped|ping)? "
        rf"(?:up|in|into)(?: the)? (?:as|to|to become|role of|position of)) {REST}",
        1,
        2,
        Move.JOINED,
    ),
    shape(
        rf"\b(directors|members)\b[^\n]*? (?:appointed|elected) ({NAME}) to fill (?:the|a|this|that)", 2, 1, Move.BOARD
    ),
    shape(
        rf"\b(?:[Pp]oach|[Ll]ure|[Rr]ecruit|[Hh]ire|[Aa]ppoint)(?:s|ed|d)? ({NAME}) from "
        rf"[^,.\n]{{2,40}}?[^.\n]{{0,70}}? as {REST}",
        1,
        2,
        Move.JOINED,
    ),
    shape(rf"\bto name ({NAME}) as {REST}", 1, 2, Move.JOINED),
    shape(
        rf"({NAME}) {HAS}join(?:s|ed|ing)? [^,;.\n]{{0,40}}?[Bb]oard(?: of [^,;.\n]{{3,50}}?)? as {REST}",
        1,
        2,
        Move.BOARD,
    ),
    shape(
        rf"({NAME}) {HAS}join(?:s|ed|ing)? (?:the |our |its |[^,;.\n]{{3,30}}?(?:’s|'s) )([Bb]oard[^\n]*)",
        1,
        2,
        Move.BOARD,
    ),
    shape(
        rf"\b(?:[Pp]ick|[Cc]hoose|[Ss]elect|[Tt]ap|[Nn]ame|[Hh]ire|[Aa]ppoint|[Rr]ecruit)(?:s|ed|ped)? "
        rf"{WHO_WAS}({NAME}) "
        rf"to (?:lead|run|head|oversee) [^,;.\n]{{2,50}}? as {REST}",
        1,
        2,
        Move.JOINED,
    ),
    shape(
        rf"(?:offer letter|employment agreement) with ({NAME})[^\n]{{0,90}}? (?:will|to) "
        rf"(?:serve|join[^\n]{{0,30}}|be employed) as {REST}",
        1,
        2,
        Move.JOINED,
    ),
    shape(rf"\b(?:[Nn]ames|[Aa]ppoints|[Hh]ires|[Tt]aps) {WHO_WAS}({NAME}),? {BARE}", 1, 2, Move.JOINED),
    shape(
        rf"^(?:New|Our new|Incoming|Next) ([^:\n]{{3,50}}?)(?: (?:for|at|of|named|appointed)[^:\n]{{0,30}})?: ({NAME})",
        2,
        1,
        Move.JOINED,
    ),
    shape(rf"\b[Ww]elcom(?:e|es|ed|ing) ({NAME}) to ([^,.\n]{{0,40}}?[Bb]oard\b[^,.\n]*)", 1, 2, Move.BOARD),
    shape(
        rf"^(?:Meet|Welcome|Introducing|Say hello to) ({NAME}),? (?:as )?((?:our|the) new [^\n]+)", 1, 2, Move.JOINED
    ),
    shape(rf"^(?:Joining|New (?:at|to|hire|joiner|appointment))[^:\n]{{0,40}}: ({NAME}), {REST}", 1, 2, Move.JOINED),
    shape(
        rf"\b[Aa]ppointment of ({NAMES}){APPOSITION} (?:as|to(?: the (?:position|role|office|post) of)?) {REST}",
        1,
        2,
        Move.JOINED,
    ),
)
LEAVING = (
    shape(rf"({OWNER})(?:’s|'s) employment (?:with [^,\n]{{2,50}} )?as {REST}", 1, 2, Move.LEFT),
    shape(rf"({NAME})(?:, ([^\n]+?),)? (?:has )?(?:passed away|died)\b", 1, 2, Move.LEFT),
    shape(
        rf"({NAME}), ([^\n]+?), {HAS}(?:entered into|signed|executed) (?:an? |the )?(?:[a-z]+ ){{0,3}}"
        rf"(?:separation|severance|transition)",
        1,
        2,
        Move.LEFT,
    ),
    shape(
        rf"({NAME})(?:, ([^\n]+?),)? {HAS}(?:transition|move|moving|transitioning) (?:in)?to (?:an? |the "
        rf")?(?:[a-z]+ ){{0,2}}"
        rf"(?:advis|consult|emeritus)",
        1,
        2,
        Move.LEFT,
    ),
    shape(
        rf"({NAMES})(?:, ([^\n]+?),?)? {HAS}{TOLD} [^\n]+?\b(?:of|that|about) (?:his|her|their|he|she|they)\b"
        rf"(?: {HAS}| )(?:[a-z]+ ){{0,3}}?{LEAVE}",
        1,
        2,
        Move.LEFT,
        sure=True,
    ),
    shape(
        rf"\b(?:informed|notified|advised) by ({NAME})(?:, ([^\n]+?),?)? (?:that|of) (?:he|she|his|her) "
        rf"[^\n.]{{0,40}}?{LEAVE}",
        1,
        2,
        Move.LEFT,
        sure=True,
    ),
    shape(
        rf"({NAMES})(?:, ([^\n]+?),)? {HAS}(?:agreed|elected|decided|chosen|announce[sd]|intends?|plans?|"
        rf"tendered|(?:delivered|submitted|given|gave|provided) (?:written )?notice of)"
        rf"(?: (?:his|her|their)(?: (?:intention|intent|decision|plans?))?)?(?: that)?(?: (?:he|she|they) "
        rf"(?:intends?|plans?|will|would))?(?: to)? {LEAVE}",
        1,
        2,
        Move.LEFT,
        sure=True,
    ),
    shape(rf"({NAMES})(?:, ([^\n]+?),?)? {HAS}(?:resigned|retired|stepped down|departed)\b", 1, 2, Move.LEFT),
    shape(
        rf"(?:[Ss]eparation|[Ss]everance|[Tt]ransition)(?: and [A-Z]?[a-z]+)? (?:[Aa]greement )?with ({NAME}), "
        rf"([^\n]+)",
        1,
        2,
        Move.LEFT,
    ),
    shape(
        rf"({NAME}), ([^\n]+?), {HAS}(?:mutually )?agreed (?:(?:upon|to|on) a (?:mutual )?separation|that "
        rf"[^\n]{{0,40}}(?:employment|separate|depart|leave|resign|retire))",
        1,
        2,
        Move.LEFT,
    ),
    shape(rf"({NAME}),? {HAS}(?:ousted|fired|dismissed|sacked|removed)\b", 1, 0, Move.LEFT),
    shape(
        rf"({NAME})(?:, ([^\n]+?),)? {HAS}(?:terminated (?:his |her )?employment|ceased (?:to be|to serve as|"
        rf"serving as)|no longer)\b",
        1,
        2,
        Move.LEFT,
    ),
    shape(rf"(?:termination|separation) of ({NAME}), ([^\n]+)", 1, 2, Move.LEFT),
)
HANDED = (
    rf"({NAME}) {HAS}(?:relinquish|transition|hand over|transfer)[^\n]{{0,30}}? (?:the )?(?:duties|role|position) "
    rf"of ([^\n]+?),? (?:effective [^\n]{{4,50}}, )?to ({NAME})\b"
)
REPLACE = rf"\breplac(?:e[sd]?|ing) ({NAME}) with (?:[^\n,.]{{0,40}}? )?({NAME}) as {REST}"
BE_REPLACED = (
    rf"({NAME})(?:, [^\n]+?,)? (?:will|is to|would) be (?:replaced|succeeded)(?: in the role)? by "
    rf"(?:[^\n,.]{{0,40}}? )?({NAME})"
)
FOLLOWED_AS = rf"{BE_REPLACED} as {REST}"
HANDS_TO = (
    rf"({NAME}) {HAS}(?:hands?|handing|handed|hand) over(?: the reins)? to "
    rf"(?:[^\n,.]{{0,40}}? )?({NAME})"
)
HANDOVERS = (
    shape(HANDS_TO, 1, 0, Move.LEFT, sure=True, follows=2),
    shape(HANDED, 1, 2, Move.LEFT, follows=3),
    shape(HANDED, 3, 2, Move.JOINED),
    shape(REPLACE, 1, 3, Move.LEFT, follows=2),
    shape(REPLACE, 2, 3, Move.JOINED),
    shape(FOLLOWED_AS, 1, 3, Move.LEFT, follows=2),
    shape(FOLLOWED_AS, 2, 3, Move.JOINED),
    shape(BE_REPLACED, 1, 0, Move.LEFT, sure=True, follows=2),
)
FILING_SHAPES: tuple[Shape, ...] = (*JOINING, *LEAVING, *HANDOVERS)
