"""Which product an agency's act is about, by the words before and after its name."""

import re2

from classifiers.acts.agencies import AGENCY, EXCHANGES, OVER_COMPANIES

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
AFTER = re2.compile(
    rf"{AHEAD}(?: (?:of|for|to|on|covering))? (?:the |its |certain |some |all |select )?{OWNER}{SORT}{NAME}"
)
FOR = re2.compile(
    rf"\b(?i:designation|approval|clearance|authori[sz]ation|registration|nod|letter|application|submission|dossier|"
    rf"request) (?:from|by|in|to|with) [\w.&() ]{{2,70}}? for (?:the |its )?{OWNER}{SORT}{NAME}"
)
SUBMITS = re2.compile(
    rf"\b(?:submi(?:ts|tted)|files|filed) (?:its |an? |the )?[\w() -]{{2,40}} (?:to|"
    rf"with) (?:the )?[\w.]+ for (?:the |its )?{OWNER}{SORT}{NAME}"
)
OF = re2.compile(
    rf"\b(?:on|of|for) (?:the |its )?{NAME} (?:registration|approval|clearance|application|label|trial|study|recall)\b"
)
BEFORE = re2.compile(
    rf"{NAME}(?:'s|’s)?(?: (?:herbicide|fungicide|insecticide|drug|device|system|vaccine|platform|label|product|"
    rf"therapy|monitor|implant|inhaler|pump|test|app|software))? "
    r"(?:has |have )?(?:receiv|gets?\b|got\b|gain|win|won\b|earn|obtain|secur|is |was |been )"
)
DEAL = re2.compile(
    r"(?i)^(?:['’]s)?(?: (?:proposed|planned|\w+ed))? (?:merger|acquisition|takeover|deal|purchase|bid|buyout)\b"
)
OF_PRODUCTS = frozenset(
    {"registration", "clearance", "approval", "cancellation", "rejection", "submission", "recall", "warning"}
)


def product_of(what: str, text: str, at: int, *, agency: str, company: str) -> str | None:
    """The product the act at `at` is about: what is registered, or what receives it, in the same line.

    Never the company: that gets a licence, a fine or a warning.
    """
    if what not in OF_PRODUCTS or agency in EXCHANGES or agency in OVER_COMPANIES:
        return None
    begin = text.rfind("\n", 0, at) + 1
    stop = text.find("\n", at)
    line = text[begin : stop if stop >= 0 else len(text)]
    receives = (BEFORE,) if what != "warning" else ()
    found = (match for pattern in (AFTER, FOR, SUBMITS, OF, *receives) for match in pattern.finditer(line))
    for match in found:
        if AGENCY.search(match.group(1)) or match.group(1).casefold() == company.casefold():
            continue
        if DEAL.match(line[match.end(1) :]):  # what is cleared is a merger
            return None
        if line[match.end(1) : match.end(1) + 1] in ("'", "’") and match.re is AFTER:
            continue  # an owner: its matter is named in small letters
        return str(match.group(1))
    return None
