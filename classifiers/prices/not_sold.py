"""Amounts on a seller's page that it does not ask for: others' prices, wages, losses, credits, and prices of before."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from classifiers.prices.filed_amounts import of_the_books
from classifiers.prices.labels import PLAN_WORDS, cell_at
from classifiers.prices.others_money import of_somebody_else
from classifiers.wording.money import Money
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.sources import Source, SourceKind

# A page or section about work tells wages; one that sells job adverts says so by its prices' own address.
WORK_PAGE = Pattern(
    r"(?i)/(?:careers?|jobs?|vacanc(?:y|ies)|open-(?:roles|positions)|karriere|stellen\w*|emploi)(?:[/.?-]|$)"
)
WORK_TITLE = Pattern(
    r"(?i)^(?:careers?|careers? (?:at|with) .{1,40}|(?:our )?(?:open|current) (?:roles|positions|jobs|vacancies)|"
    r"vacancies|work for us|join our team|we(?:'|’| a)re hiring|karriere|offene stellen)$"
)
PRICES_ADDRESS = Pattern(r"(?i)pric|plans?\b|preise|tarif")
# Ahead of the amount, in its sentence: what it is that somebody has, gets or loses.
HAD = Pattern(
    r"(?i)\b(?:earn(?:s|ed|ing|ings)?|los(?:e|es|ing|t)|losses|salar(?:y|ies)|wages?|credits? (?:of|worth)|"
    r"late (?:payment )?fees?|(?:customers|users|subscribers|members|clients|they) (?:can )?(?:keep|stay)|"
    r"not (?:yet )?(?:available|on sale)(?: yet)?)\b[^|;]{0,40}$"
)
# Right ahead of the amount: it was asked for before.
WAS = Pattern(
    r"(?i)\b(?:was|were|previously|formerly|originally|instead of|rather than|statt|anstatt|bisher|zuvor|vorher|"
    r"au lieu de|antes|en lugar de)\s*:?\s*(?:only|just|nur)?\s*$"
)
# "Until now exports cost $10": the sentence says that it held before.
UNTIL_NOW = Pattern(
    r"(?i)^\s*(?:until|till|up to) (?:now|today|then)\b|^\s*(?:bisher|bislang|jusqu['’]ici|hasta ahora)\b"
)
# "retires Starter ($19/month)": what is no longer sold.
RETIRED = Pattern(
    r"(?i)\b(?:retir(?:e|es|ed|ing)|discontinu(?:e|es|ed|ing)|withdraw(?:s|n|ing)?|sunset(?:s|ting)?|"
    r"phas(?:e|es|ed|ing) out)\b(?: (?:its|our|the|old))?(?: [\pL\d+&-]+){1,4} \($"
)
GIVEN = Pattern(
    r"(?i)^[ -](?:(?:of|in|worth of) )?(?:(?:free|monthly|welcome|sign-?up|account|platform|usage|api|one-time) )*"
    r"credits?\b(?: (packs?|bundles?|top-?ups?))?|^ late (?:payment )?fee|^[^.;|]{0,16}\(?not (?:yet )?available\b"
)
# Other sellers, ahead of the amount: theirs, unless "we" stands between.
RIVALS = Pattern(
    r"(?i)\b(?:competitors?|competing \w+|rivals?|other (?:vendors|providers|tools|platforms|companies|suppliers|"
    r"sellers)|wettbewerber\w*|mitbewerber\w*|konkurren\w+|concurrents?|competidores)\b|\bcompare(?:d (?:to|with)|:)"
)
# "Undercuts rivals at $49": the amount of whoever undercuts.
BEATEN = Pattern(
    r"(?i)\b(?:than|unlike|undercut\w*|beat(?:s|ing)?|against)\s+"
    r"(?:our |your |its |all |most |the |any |other |many )*$"
)
OURS = Pattern(r"(?i)\b(?:we|ours?|us|wir|unser\w*|nous|nuestr\w+)\b")
ROLE = Pattern(
    r"(?i)\b(?:manager|engineer|director|executive|designer|developer|analyst|representative|officer|recruiter|"
    r"accountant|architect|scientist|coordinator|specialist|nurse|driver)s?\b[^.;|]{0,30}$"
)
LEAST_WAGE = 15_000
VERSUS_PAGE = Pattern(r"(?i)(?:^|[/-])(?:vs|versus|alternatives?|compare|comparisons?)(?:[-/.?]|$)")
OWN_COMPARED = Pattern(r"(?i)compar\w+-(?:\w+-)?(?:plans|editions|tiers|packages|pric\w+)")
VERSUS_TITLE = Pattern(r"(?i)\b(?:vs\.?|versus|alternatives?)(?:\s|$)")
# Columns that are named for neither: "Us" and "Other tools".
US = Pattern(r"(?i)^(?:us|we|with us|ours?|our (?:price|product|platform|service|app|tool|plans?))$")
OTHERS = Pattern(
    r"(?i)^(?:the )?(?:others?|other \pL+|competitors?|competition|rivals?|alternatives?|them|they|elsewhere|the rest|"
    r"(?:typical|traditional|legacy|average|conventional) \pL+(?: \pL+)?|andere(?: \pL+)?|les autres|los demás)$"
)
AROUND = 200
ENDS = Pattern(r"[.!?](?:\s|$)|\n")


def not_sold(passage: Passage, money: Money, source: Source) -> bool:
    """Whether the words around an amount, its column or its page say that the company does not ask for it."""
    start, stop = sentence_of(passage.text, money)
    ahead, behind = passage.text[start : money.start], passage.text[money.end : stop]
    given = GIVEN.match(behind)
    return (
        HAD.search(ahead) is not None
        or of_the_books(passage, money, ahead, behind)
        or (given is not None and not given.group(1))
        or wage(passage, money, ahead, source)
        or of_somebody_else(passage, money.start, ahead, source)
        or of_rivals(ahead, source.subject.name)
        or of_another_column(passage, money, ahead, source)
    )


def was_asked(passage: Passage, money: Money) -> bool:
    """Whether the words right ahead of the amount say that it held before: "Was $59", "retires Starter ($19"."""
    start, _ = sentence_of(passage.text, money)
    before = WAS.search(passage.text[max(0, money.start - 24) : money.start])
    ahead = passage.text[start : money.start]
    return before is not None or UNTIL_NOW.search(ahead) is not None or RETIRED.search(ahead) is not None


def sentence_of(text: str, money: Money) -> tuple[int, int]:
    """The span of the sentence, or of the 200 characters on both sides of the amount where that is longer."""
    start = max(0, money.start - AROUND)
    ends = [match.end() for match in ENDS.finditer(text[start : money.start])]
    after = ENDS.search(text[money.stop : money.stop + AROUND])
    stop = money.stop + (after.start() if after else AROUND)
    return start + (ends[-1] if ends else 0), min(stop, len(text))


def wage(passage: Passage, money: Money, ahead: str, source: Source) -> bool:
    """Whether the page or section is about work, or a role is named with what it earns in a year."""
    if source.kind is not SourceKind.PAGE:
        return False
    if WORK_PAGE.search(source.url) and not PRICES_ADDRESS.search(source.url):
        return True
    if any(WORK_TITLE.match(title) for title in passage.headings):
        return True
    return money.period == "year" and money.amount >= LEAST_WAGE and ROLE.search(ahead) is not None


def of_rivals(ahead: str, company: str) -> bool:
    """Whether the sentence tells the price of sellers without a name: "competitors charge $99"."""
    found = list(RIVALS.finditer(ahead))
    if not found or BEATEN.search(ahead[: found[-1].start()]):
        return False
    between = ahead[found[-1].end() :]
    return not OURS.search(between) and company.casefold() not in between.casefold()


def of_another_column(passage: Passage, money: Money, ahead: str, source: Source) -> bool:
    """Whether a comparison gives the amount to somebody else: by its column, its row, or for want of the own name."""
    own = source.subject.name.casefold()
    index = cell_at(passage.text, passage.cells, money.start)
    compared = compares(passage, source)
    if index is not None:
        row = passage.cells[0].text
        headers = [cell.header.casefold() for cell in passage.cells]
        if OTHERS.match(headers[index]) or (index and OTHERS.match(row)):
            return True
        if any(own in header or US.match(header) for header in headers):
            header = headers[index]
            return bool(index and header) and not (of_its_own(header, own) or US.match(header))
        return compared and not any(of_its_own(label.casefold(), own) for label in (headers[index], row))
    if not compared:
        return False
    named = own in ahead.casefold() or OURS.search(ahead) is not None
    return not named and not own_section(passage.headings, own)


def own_section(headings: Sequence[str], own: str) -> bool:
    """Whether the innermost heading is the company or a plan of its own, and sets nobody against it."""
    last = headings[-1].casefold() if headings else ""
    return not VERSUS_TITLE.search(last) and of_its_own(last, own)


def of_its_own(label: str, own: str) -> bool:
    """Whether a label in small letters names the company, or a plan as sellers call theirs."""
    return bool(label) and (own in label or set(label.split()) <= PLAN_WORDS)


def compares(passage: Passage, source: Source) -> bool:
    """Whether the page or a section sets the company against another: "/vs-acme", "Brightvane vs Acme"."""
    if source.kind is not SourceKind.PAGE:
        return False
    path = urlsplit(source.url).path
    if VERSUS_PAGE.search(path) and not OWN_COMPARED.search(path):
        return True
    own = source.subject.name.casefold()
    return any(own in title.casefold() and VERSUS_TITLE.search(title) for title in passage.headings)
