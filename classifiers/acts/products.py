"""Which product an agency's act is about, by the words before and after its name."""

from classifiers.acts.agencies import AGENCY, EXCHANGES, OVER_COMPANIES
from classifiers.wording.patterns import Pattern

LETTERS = r"[A-Za-zÀ-ÖØ-öø-ÿĀ-ž\d®™-]"
CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
NAME = rf"({CAPITAL}{LETTERS}+(?: (?:{CAPITAL}|\d){LETTERS}*(?:\.\d\w*)?){{0,3}})"
OWNER = rf"(?:(?:{CAPITAL}{LETTERS}+ ){{0,2}}{CAPITAL}{LETTERS}+(?:'s|’s) )?"
SORT = (
    r"(?:[a-z]+-[a-z]+ )?(?:(?:[a-z-]+ ){0,2}(?:drug|device|vaccine|pill|inhaler|herbicide|fungicide|system|"
    r"treatment|candidate|"
    r"therapy) )?"
)
# "approval of", "registers", "application for", "first generic of": what stands before the product.
AHEAD = (
    r"(?i:registration|approval|clearance|authori[sz]ation|registers|approves|clears|registered|approved|cleared|"
    r"authori[sz](?:es|ed)|rejects?|rejected|refuses?|exemption for|recalls?|recalled|recall of|(?:turns?|"
    r"turned) down|nod for|green light|approve|"
    r"to (?:build|operate|construct)|patents?|NDA for|BLA for|(?:[Aa]pplication|submission|dossier|letter|opinion|"
    r"certificate) for|"
    r"label of|lässt|(?:approves|approved|clears|cleared|registers|registered) (?:[a-z-]+ ){1,4}(?:of|in)|"
    r"designation|opinion (?:for|on)|use of)"
)
# A file's number: "clearance K250001 for".
FILE = r"(?:K|DEN|BLA|NDA|ANDA|NCT) ?\d{4,}"
AFTER = Pattern(
    rf"{AHEAD}(?: \(?{FILE}\)?)?(?: (?:of|for|to|on|covering))? "
    rf"(?:the |its |certain |some |all |select )?{OWNER}{SORT}{NAME}"
)
FOR = Pattern(
    rf"\b(?i:designation|approval|clearance|authori[sz]ation|registration|nod|letter|application|submission|dossier|"
    rf"request) (?:from|by|in|to|with) [\w.&() ]{{2,70}}? for (?:the |its )?{OWNER}{SORT}{NAME}"
)
SUBMITS = Pattern(
    rf"\b(?:submi(?:ts|tted)|files|filed) (?:its |an? |the )?[\w() -]{{2,40}} (?:to|"
    rf"with) (?:the )?[\w.]+ for (?:the |its )?{OWNER}{SORT}{NAME}"
)
OF = Pattern(
    rf"\b(?:on|of|for) (?:the |its )?{NAME} (?:registration|approval|clearance|application|label|trial|study|recall)\b"
)
BEFORE = Pattern(
    rf"{NAME}(?:'s|’s)?(?: (?:herbicide|fungicide|insecticide|drug|device|system|vaccine|platform|label|product|"
    rf"therapy|monitor|implant|inhaler|pump|test|app|software))? "
    r"(?:has |have )?(?:receiv|gets?\b|got\b|gain|win|won\b|earn|obtain|secur|is |was |been )"
)
DEAL = Pattern(
    r"(?i)^(?:['’]s)?(?: (?:proposed|planned|\w+ed))? (?:merger|acquisition|takeover|deal|purchase|bid|buyout)\b"
)
FILE_NUMBER = Pattern(FILE)
# How far from an act its product is looked for.
BEFORE_ACT = 200
BEHIND_ACT = 320
OF_PRODUCTS = frozenset(
    {"registration", "clearance", "approval", "cancellation", "rejection", "submission", "recall", "warning"}
)


def product_of(what: str, text: str, at: int, *, agency: str, company: str) -> str | None:
    """The product the act at `at` is about: what is registered, or what receives it, near it in its line.

    Never the company: that gets a licence, a fine or a warning.
    """
    if what not in OF_PRODUCTS or agency in EXCHANGES or agency in OVER_COMPANIES:
        return None
    begin = max(text.rfind("\n", 0, at) + 1, text.find(" ", at - BEFORE_ACT) + 1 if at > BEFORE_ACT else 0)
    stop = text.find("\n", at, at + BEHIND_ACT)
    near = text[begin : stop if stop >= 0 else at + BEHIND_ACT]
    receives = (BEFORE,) if what != "warning" else ()
    for pattern in (AFTER, FOR, SUBMITS, OF, *receives):
        for match in sorted(pattern.finditer(near), key=lambda one: abs(begin + one.start() - at)):
            name = str(match.group(1))
            if AGENCY.search(name) or name.casefold() == company.casefold() or FILE_NUMBER.match(name):
                continue
            if DEAL.match(near[match.end(1) :]):  # what is cleared is a merger
                return None
            if pattern is AFTER and near[match.end(1) : match.end(1) + 1] in ("'", "’"):
                continue  # an owner: its matter is named in small letters
            return name
    return None
