"""The sentence shapes that tell what became of a product or a feature."""

from dataclasses import dataclass

from classifiers.wording.names import LETTER, UPPER
from classifiers.wording.patterns import Pattern

CAPITAL = rf"(?:[ie]?[{UPPER}]|\d)(?:[{LETTER}\d®™+'’&-]|\.\d)*"
START = r"(?:^|[\s“\"'(:])"
NAME = rf"({CAPITAL}(?: (?:{CAPITAL}|of|for|&|and|app|add-in|add-on|plug-in|v\d[\d.]*|\d+\.x))*)"
# What a feature is called: small words too, up to where its description begins.
FEATURE = rf"((?:[{LETTER}\d][{LETTER}\d+&/'’.-]*)(?: (?:[{LETTER}\d+&/'’-]+)){{0,5}}?)"
STOP = r"(?: (?:for|with|to|in|on|by|across|from|so|that|and)\b|[.,;:!]|$)"
OUR = (
    r"(?i:the |its |our |a |an |new |all-new |latest |their |redesigned |upcoming |long-awaited |"
    r"(?:first|second|third|fourth|fifth|next|new|latest)[- ]generation (?:of )?)*"
)
DAY = r"(?: on [\w ,]{4,20}?)?"


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence shape: group 1 is the name of the product or feature.

    `swapped` says that group 1 is what group 2 was called before; `formerly` that group 2 is what group 1 was called.
    A `doubt` is why the same words are said of what is no product: of anybody, of a thing at a place, of companies.
    """

    pattern: Pattern
    move: str
    swapped: bool = False
    pages: bool = False
    formerly: bool = False
    doubt: str = ""


def telling(
    pattern: str, move: str, *, swapped: bool = False, pages: bool = False, formerly: bool = False, doubt: str = ""
) -> Telling:
    return Telling(Pattern(pattern), move, swapped, pages, formerly, doubt)


RETIRES = (
    r"(?:[Rr]etir(?:es|ing)|[Dd]iscontinu(?:es|ing)|[Ss]unset(?:s|ting)|[Ss]huts? down|[Ss]hutting down|"
    r"[Pp]has(?:es|ing) out|[Dd]eprecat(?:es|ing)|(?:[Tt]o|[Ww]ill) (?:retire|discontinue|sunset|shut down|phase out)|"
    r"[Ee]nd(?:s|ing) (?:support|sales?) "
    r"(?:for|of)|[Ww]inding down)"
)
GONE = (
    r"(?:(?:will be|is being|is to be|is|has been|was|to be) (?:retired|discontinued|sunset|deprecated|"
    r"shut down|phased out)|"
    r"(?:is|will be) no longer (?:be )?(?:supported|available|sold|offered)|will no longer be (?:supported|"
    r"available|sold|offered)|"
    r"reach(?:es|ed) (?:its )?end of (?:life|support|sale)|is retiring|will retire|is going away)"
)
TELLINGS = (
    telling(
        rf"\b(?:[Ll]aunch(?:es|ed|ing)?|[Ii]ntroduc(?:es|ed|ing)|[Uu]nveil(?:s|ed|ing)?|[Rr]eleas(?:es|ed|ing)|"
        rf"[Dd]ebut(?:s|ed)|[Rr]oll(?:s|ed) out|[Ss]hips|[Ss]ay hello to) {OUR}{NAME}",
        "launched",
    ),
    telling(rf"{START}{NAME} is (?:now )?(?:out|here|live)\b", "launched", doubt="anybody"),
    telling(rf"{START}{NAME} is (?:now )?(?:generally available|GA)\b", "launched"),
    telling(
        rf"\b(?:[Aa]nnouncing|[Aa]nnounces) (?:the )?(?:general availability|GA|launch|release) of {OUR}{NAME}",
        "launched",
    ),
    telling(rf"{START}{NAME} launch(?:es|ed) (?:in|on|today|for|this|worldwide|next)\b", "launched"),
    telling(rf"{START}({CAPITAL}(?: {CAPITAL})* v?\d[\d.]*): (?i:what['’]s new|release notes)", "launched"),
    telling(rf"\bbringt {OUR}{NAME} (?:auf den Markt|heraus)", "launched"),
    telling(
        rf"{START}{NAME} (?:released|is now available(?:[.!]|$| (?:in all|worldwide|globally|everywhere|"
        rf"to (?:all|every|everyone)|for (?:all|every|everyone|download|purchase))\b))",
        "launched",
    ),
    telling(
        rf"{START}{NAME} (?:arrive|passe|est disponible|entre) en (?:version )?(?:bêta|preview|aperçu)", "previewed"
    ),
    telling(
        rf"{START}{NAME} (?:startet|geht|ist) (?:jetzt |nun )?(?:in|als) (?:der |die |eine )?"
        rf"(?:öffentliche[rn]? )?[Bb]eta",
        "previewed",
    ),
    telling(rf"^(?:Meet|Say hi to) {NAME}(?:[:,.!]| –|$)", "launched", doubt="anybody"),
    telling(rf"{START}{NAME} (?:has arrived|has landed)\b", "launched", doubt="anybody"),
    telling(rf"{START}{NAME} hits general availability\b", "launched"),
    telling(rf"\b[Aa]nnounc(?:es|ing|ed) {OUR}{NAME}(?:, (?:an?|the|our|its)\b|[:.!]|$)", "launched", doubt="anybody"),
    telling(rf"\b[Tt]ry {OUR}{NAME} in (?:early access|(?:public |private |open )?(?:beta|preview))\b", "previewed"),
    telling(
        rf"{START}{NAME} [^\n]{{0,60}}?(?:will|is to) be (?:removed|switched off|turned off|withdrawn)\b",
        "retired",
        pages=True,
        doubt="taken down",
    ),
    telling(
        rf"^{FEATURE} (?:comes|is coming|came) to ({CAPITAL}(?: {CAPITAL})*)(?:$|[.:!])",
        "feature_added",
        doubt="a place",
    ),
    telling(rf"\b[Ss]tellen (?:den |die |das )?{NAME} (?:zum|ab|am|bis|im|Ende) [^\n]{{2,40}}?ein\b", "retired"),
    telling(
        rf"(?m)^(?:[{UPPER}][^\n:]{{0,24}}: )?{NAME} (?:stops|will stop) working "
        rf"(?:this|next|from|on|at the end|in (?:\d|[{UPPER}])|after \d|by )",
        "retired",
        pages=True,
    ),
    telling(
        rf"{START}{NAME} (?:merges?|is merging|and {CAPITAL}(?: {CAPITAL})* (?:merge|combine)|combines?) "
        rf"(?:with {CAPITAL}(?: {CAPITAL})* )?(?:to become|into|to form|as) {NAME}",
        "renamed",
        swapped=True,
        doubt="companies",
    ),
    telling(
        rf"^{CAPITAL}(?: {CAPITAL}){{0,3}} (?:now )?(?:lets|allows|enables) "
        rf"(?:you|users|teams|customers|admins)(?: to)? {FEATURE}{STOP}",
        "feature_added",
    ),
    telling(
        rf"\b(?:brings|brought|bringing) {NAME} to (?:Android|iOS|iPhone|iPad|Windows|Mac|macOS|Linux|"
        rf"mobile|desktop|web)\b",
        "launched",
    ),
    telling(rf"\b(?:lance|présente|dévoile|lanza|presenta) {OUR}(?:son |sa |le |la |su |el )?{NAME}", "launched"),
    telling(rf"\b(?:stellt|führt) (?:das |die |den |sein |seine )?{NAME} (?:vor|ein)$", "launched"),
    telling(
        rf"{START}{NAME} (?:is |are )?(?:now |enters |goes )?(?:in(?:to)? )?(?:public |private |open |closed |"
        rf"limited )?(?:beta|preview)\b",
        "previewed",
    ),
    telling(
        rf"\b(?:[Nn]ow in|[Jj]oin the) (?:public |private |open |closed )?(?:beta|"
        rf"preview)(?: of)?:? {OUR}{NAME}",
        "previewed",
    ),
    telling(rf"\b(?:beta|preview|early access) (?:of|for) {OUR}{NAME} (?:starts|begins|opens|is|now)\b", "previewed"),
    telling(
        rf"{START}{NAME} wird (?:(?:zum|ab|am|bis|im|Ende) [^\n]{{2,40}}? )?(?:eingestellt|abgeschaltet|abgekündigt)",
        "retired",
    ),
    telling(rf"{START}{NAME} (?:deja|dejará) de (?:estar disponible|funcionar|existir)", "retired"),
    telling(rf"{START}{NAME} (?:cesse d['’]exister|ne sera plus (?:disponible|proposé))", "retired"),
    telling(rf"{START}{NAME} (?:API |service |app |plan )?{GONE}", "retired", pages=True),
    telling(rf"\b{RETIRES} {OUR}{NAME}", "retired", pages=True),
    telling(
        rf"\b(?:(?:[Ss]aying|[Ss]ay|[Ss]ays) (?:goodbye|farewell) to|[Ff]arewell(?: to|,)) {OUR}{NAME}",
        "retired",
        pages=True,
        doubt="anybody",
    ),
    telling(rf"\b[Ee]nd[ -]of[ -](?:life|support|sale)(?: for| of|:| -| –)? {OUR}{NAME}", "retired", pages=True),
    telling(rf"\bstellt {OUR}(?:den |die |das )?{NAME} (?:zum|ab|am|bis|im|Ende) [^\n]{{2,40}}?ein\b", "retired"),
    telling(
        rf"\b(?:arrête|met fin à|abandonne|retira|descontinúa|deja de ofrecer) {OUR}(?:le |la |"
        rf"el )?{NAME}",
        "retired",
    ),
    telling(
        rf"{START}{NAME} (?:is now|will be|becomes|is) (?:called|named|"
        rf"known as) {NAME}",
        "renamed",
        swapped=True,
        pages=True,
    ),
    telling(
        rf"{START}{NAME} (?:becomes|is becoming|will become) {NAME}",
        "renamed",
        swapped=True,
        doubt="another name of it",
    ),
    telling(rf"{START}{NAME},? \(?(?:formerly|previously)(?: known as| called)? {NAME}", "renamed", formerly=True),
    telling(
        rf"\b(?:[Rr]enam(?:es|ed|ing)|[Rr]ebrand(?:s|ed|ing)) {OUR}{NAME} (?:to|as|"
        rf"into) {NAME}",
        "renamed",
        swapped=True,
        pages=True,
    ),
    telling(
        rf"{START}{NAME} (?:has been|was|is being) (?:renamed|rebranded)(?: to|"
        rf" as)? {NAME}",
        "renamed",
        swapped=True,
        pages=True,
    ),
    telling(rf"\b(?:[Nn]ew|[Nn]ow) in {CAPITAL}(?: {CAPITAL})*: {FEATURE}{STOP}", "feature_added"),
    telling(
        rf"^{CAPITAL}(?: {CAPITAL}){{0,3}} (?:adds|gains|now supports|now offers|"
        rf"now includes) (?:support for |a |an |new )*{FEATURE}{STOP}",
        "feature_added",
    ),
    telling(
        rf"^{CAPITAL}(?: {CAPITAL}){{0,3}} introduces ((?:[a-zà-ÿ][{LETTER}-]*)(?: [{LETTER}\d-]+){{0,4}}?){STOP}",
        "feature_added",
    ),
    telling(
        rf"\b[Ss]upport for {FEATURE} (?:is |has been |was |will be )?(?:dropped|removed|ended|discontinued)",
        "feature_removed",
        pages=True,
    ),
    telling(
        rf"\b(?:[Rr]emov(?:es|ed|ing)|[Dd]rop(?:s|ped|ping)) (?:the |its |"
        rf"our )?{FEATURE} from {CAPITAL}",
        "feature_removed",
        pages=True,
    ),
)
