"""The shapes of makers' own notices: what is available from today, a version that brings, a name that changes."""

from classifiers.happenings.product_shapes import CAPITAL, FEATURE, NAME, OUR, START, STOP, telling

VERSIONED = rf"({CAPITAL}(?: (?:{CAPITAL}|of|for|&))*? v?\d[\d.]*(?:\.x)?)"
TRIED = r"(?:public |private |open |closed |limited )?(?:beta|preview|early access)"
# Verbs that end anything: of a contract, an office, a street. The name has to be a product's by its make.
ENDS = (
    r"(?:[Cc]los(?:es|ing)(?: down)?|(?:[Tt]o|[Ww]ill) (?:close(?: down)?|switch off|turn off|withdraw|wind down|drop)|"
    r"[Pp]ull(?:s|ing) the plug on|[Kk]ill(?:s|ing)(?: off)?|[Aa]xes|[Ss]crap(?:s|ping)|"
    r"[Ss]witch(?:es|ing) off|[Tt]urn(?:s|ing) off|[Ww]ithdraw(?:s|ing)|[Dd]rop(?:s|ping)|[Pp]ull(?:s|ing)|"
    r"[Ss]tops? (?:selling|offering|supporting|making)|[Ss]ales? of|[Ll]ast day (?:of|for)|[Gg]oodbye,?)"
)
IS_ENDING = (
    r"(?:(?:is|are) (?:closing|shutting|winding) down|(?:will )?(?:shuts?|closes?|winds?) down|"
    r"(?:will )?closes? (?:on|in|for good)\b|(?:will )?goe?s? (?:away|dark|offline)\b|"
    r"(?:retires|sunsets)(?:$|[.,:!]| (?:on|in|at|this|next)\b)|"
    r"(?:will be|is being|has been|is to be) (?:switched off|turned off|withdrawn|decommissioned|closed down))"
)
ARRIVES = (
    r"(?:(?:goes|went) live(?:$|[.,:!]| (?:today|for|this|next|worldwide)\b)|goes on sale|ma(?:kes|de) its debut|"
    r"debuts\b|hits (?:(?:app |the )?stores|(?:the )?shelves|the market)"
    r"(?:$|[.,:!]| (?:in|on|today|this|next|with|for|at|across|worldwide|after|and)\b)|"
    r"(?:rolls|is rolling) out\b|(?:starts|begins) shipping|"
    r"is (?:now )?shipping|ships (?:today|in|on|this|next|worldwide)\b|opens (?:to|for) (?:all|everyone|every|new)\b)"
)
NOTICES = (
    telling(
        rf"{START}{NAME} (?:is|are) (?:now )?(?:generally )?available "
        r"(?:now|today|immediately|worldwide|from (?:today|now)|starting|as of|this)\b",
        "launched",
    ),
    telling(
        rf"{START}{VERSIONED} (?:brings|adds|introduces|makes|delivers|improves|fixes|lands|arrives|ships|drops|goes|"
        r"is (?:now )?rolling out|"
        r"(?:ships|comes|arrives|launches) with)\b",
        "launched",
        doubt="anybody",
    ),
    telling(
        rf"\b(?:[Oo]pens|[Oo]pening|[Mm]akes|[Mm]aking) {OUR}{NAME} (?:(?:up )?to (?:everyone|all|every|the public)|"
        r"(?:generally |widely |publicly )?available)\b",
        "launched",
    ),
    telling(rf"^(?:Hello,?|Here comes|Here is|Here’s|Here's|Welcome,?) {NAME}(?:$|[:.!])", "launched", doubt="anybody"),
    telling(
        rf"\b[a-z]+s?, (?:the|called) {NAME}, (?:ships|arrives|launches|goes on sale|is out|lands|comes)\b", "launched"
    ),
    telling(rf"\b(?:prototypes?|previews?|early versions?|first images?) of {OUR}{NAME}", "previewed", doubt="anybody"),
    telling(
        rf"\b(?:gets?|gain|gains|have|get early) (?:early )?access to {OUR}{NAME}",
        "previewed",
        doubt="made by its maker",
    ),
    telling(rf"^The end (?:of|for) {OUR}{NAME}", "retired", doubt="made by its maker"),
    telling(
        rf"{START}{NAME} (?:[a-z-]+ )?(?:stops|will stop) (?:working|accepting|syncing)\b",
        "retired",
        pages=True,
        doubt="made by its maker",
    ),
    telling(
        rf"\b(?:[Mm]erg(?:es|ing)|[Ff]old(?:s|ing)|(?:[Tt]o|[Ww]ill) (?:merge|fold)) {OUR}{NAME} into [A-Z]",
        "retired",
        doubt="made by its maker",
    ),
    telling(
        rf"\b[Rr]eplac(?:es|ing) {OUR}{NAME} (?:with|by) {OUR}{NAME}",
        "replaced",
        swapped=True,
        doubt="another name of it",
    ),
    telling(rf"{START}{NAME} (?:has|gets|is getting) a new name: {NAME}", "renamed", swapped=True),
    telling(
        rf"^{CAPITAL}(?: {CAPITAL}){{0,3}} (?:drops|ends|removes|loses) support for {FEATURE}{STOP}", "feature_removed"
    ),
    telling(
        rf"{START}{NAME} (?:leaves|exits|graduates from|is out of|comes out of|moves out of) {TRIED}\b", "launched"
    ),
    telling(rf"{START}{NAME} (?:reaches|enters|moves to|goes) (?:general availability|GA)\b", "launched"),
    telling(rf"{START}{NAME} {ARRIVES}", "launched", doubt="anybody"),
    telling(
        rf"\b(?:starts|begins|started|began|has begun|has started) "
        r"(?:shipping|selling|offering|rolling out|delivering|(?:the roll-?out|sales?|deliver(?:y|ies)|shipments?) of) "
        rf"{OUR}{NAME}",
        "launched",
        doubt="anybody",
    ),
    telling(
        rf"\b(?:tool|app|product|service|platform|assistant|device|model|suite|feature|engine|reader|terminal|system|"
        rf"version|line|range|plan|module|agent)s?,? (?:called|named|dubbed|known as) {NAME}",
        "launched",
        doubt="called by its maker",
    ),
    telling(rf"{START}{NAME}, (?:our|its|the) (?:new|newest|latest|first|all-new) [^,\n]{{3,60}},", "launched"),
    telling(
        rf"\b(?:tests|trials|pilots|teases|previews|beta[- ]tests|is (?:testing|piloting|trialling|trialing)) "
        rf"{OUR}{NAME}",
        "previewed",
        doubt="anybody",
    ),
    telling(rf"\b(?:[Oo]pens|[Ss]tarts|[Bb]egins|[Jj]oin) (?:the |an? )?{TRIED} (?:of|for) {OUR}{NAME}", "previewed"),
    telling(rf"\b(?:[Ff]irst look at|[Ss]neak peek(?: at| of|:)) {OUR}{NAME}", "previewed", doubt="anybody"),
    telling(rf"\b{ENDS} {OUR}{NAME}", "retired", doubt="made by its maker"),
    telling(rf"{START}{NAME} {IS_ENDING}", "retired", pages=True, doubt="made by its maker"),
    telling(
        rf"\b(?:[Ss]upport|[Uu]pdates|[Mm]aintenance) (?:for|of) {OUR}{NAME} "
        r"(?:(?:ends|stops|expires|ceases|finishes)\b|(?:will|is to) (?:end|stop|cease)\b|is ending\b)",
        "retired",
        pages=True,
        doubt="made by its maker",
    ),
    telling(
        rf"^{NAME} (?:is|are) now {NAME}(?:$|[.,:;!]| [–—-] )", "renamed", swapped=True, doubt="another name of it"
    ),
    telling(
        rf"{START}{NAME} (?:changes|is changing|has changed) (?:its )?name to {NAME}",
        "renamed",
        swapped=True,
        doubt="another name of it",
    ),
    telling(rf"{START}{NAME} is the new name (?:for|of) {NAME}", "renamed", formerly=True, doubt="another name of it"),
    telling(rf"\b[Nn]ew name for {NAME}: {NAME}", "renamed", swapped=True, doubt="another name of it"),
    telling(
        rf"{START}{NAME} (?:replaces|supersedes|takes the place of|takes over from) {OUR}{NAME}",
        "replaced",
        formerly=True,
        doubt="another name of it",
    ),
    telling(
        rf"^{FEATURE} (?:is|are) (?:now )?(?:available|live|here|possible|supported) in "
        rf"({CAPITAL}(?: {CAPITAL})*)(?:$|[.:!])",
        "feature_added",
        doubt="a place",
    ),
    telling(
        rf"^(?:Added|New feature|New capability): (?:support for |a |an |the |new )*{FEATURE}{STOP}", "feature_added"
    ),
    telling(rf"^Removed: (?:support for |the |legacy )*{FEATURE}{STOP}", "feature_removed"),
)
