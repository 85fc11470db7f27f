"""What agencies did, and which certificates and registrations were got or lost."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import re2

from classifiers.agencies import AGENCY, agency_name
from classifiers.certificates import PRODUCT_LABEL, cell_of, certificates
from classifiers.effective import effective_on
from classifiers.money import Money, find_money
from classifiers.passages import Passage
from domain.changes import EditKind
from domain.content import Where
from domain.findings import Fact, Regulation, Side
from domain.sources import Source

LONGEST_TEXT = 3_000
ACTS = (
    ("registration", r"registr(?:ation|ations)|regist(?:ers|ered)"),
    ("clearance", r"510\(k\)|clear(?:ance|s|ed)"),
    ("cancellation", r"cancel(?:s|led|lation)\b|revok(?:es|ed)|withdr(?:aws|ew)\b"),
    ("approval", r"approv(?:al|als|es|ed)|authori[sz](?:ation|es|ed)|grants?(?:ed)?|genehmigt|autorise\b|autoriza\b"),
    ("licence", r"licen[cs]es?\b|erlaubnis|lizenz\b|agrément|licencia\b"),
    ("filing", r"files\b|filed\b"),
    ("rejection", r"reject(?:s|ed|ion)|den(?:y|ies|ied)\b|refus(?:es|ed|al)|block(?:s|ed)"),
    ("submission", r"submi(?:ts|tted|ssion)|accept(?:s|ed)"),
    ("fine", r"fin(?:e|es|ed)\b|penalt(?:y|ies)|bußgeld\w*|amende|multa\b"),
    ("settlement", r"settl(?:e|es|ed|ement)"),
    ("lawsuit", r"su(?:es|ed|ing)\b|lawsuit|complaint|charg(?:es|ed)"),
    ("recall", r"recall(?:s|ed)?"),
    ("warning", r"warn(?:s|ed|ing)"),
    ("investigation", r"investigat(?:es|ed|ion|ing)|probe"),
    ("order", r"order(?:s|ed)?\b|consent decree"),
)
ACT = re2.compile("(?i)" + "|".join(rf"\b({pattern})" for _, pattern in ACTS))
REACH = 110
RECORD_REACH = 400
NUMBER = re2.compile(
    r"\b(EPA Reg\.? No\.? ?[\d-]+|EPA-HQ-[A-Z]+-\d{4}-\d{4}|(?:K|DEN|BLA|NDA|ANDA) ?\d{6}\b|NCT\d{8}\b|"
    r"[Dd]ocket (?:[Nn]os?\.? ?)?[A-Z\d][\w-]{4,}|(?:[Rr]egistration|[Ll]icen[cs]e|[Cc]ase|"
    r"[Rr]elease) [Nn]o\.? ?[A-Z\d][\w/-]{3,})"
)
PRODUCT_BEFORE = re2.compile(
    r"([A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž\d®™-]+(?: [A-ZÀ-ÖØ-ÞĀ-Ž\d][A-Za-zÀ-ÖØ-öø-ÿĀ-ž\d®™-]*){0,3})(?:'s|"
    r"’s)?(?: (?:herbicide|fungicide|insecticide|drug|device|system|vaccine|platform|"
    r"label|product|therapy))? (?:has |have )?(?:receiv|gets?\b|got\b|gain|win|won\b|earn|"
    r"obtain|secur|is |was |been )"
)
PRODUCT_AFTER = re2.compile(
    r"(?:registration|approval|clearance|authori[sz]ation|registers|approves|clears|registered|"
    r"approved|cleared)(?: (?:of|for|to))? (?:the |its )?"
    r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž\d]+(?:'s|"
    r"’s) )?([A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž\d®™-]+(?: [A-ZÀ-ÖØ-ÞĀ-Ž\d][A-Za-zÀ-ÖØ-öø-ÿĀ-ž\d®™-]*){0,3})"
)


# A title that teaches names certificates and agencies, and nothing was got.
TEACHES = re2.compile(
    r"(?i)^\W*(?:how |what |why |understanding |(?:a |the |our |your )?guide |"
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?(?:steps|ways|tips|things|reasons|"
    r"mistakes|lessons|"
    r"questions|myths)\b)"
)
OF_PRODUCTS = frozenset(
    {"registration", "clearance", "approval", "cancellation", "rejection", "submission", "recall", "warning"}
)
# What a court does, told with the court before it: it is no authority that approves or files.
OF_COURTS = frozenset({"order", "fine", "rejection"})
# What costs money is told with how much.
COSTS = frozenset({"fine", "settlement", "order", "lawsuit"})
# A company that takes its products back, whoever asked for it.
RECALLED = re2.compile(
    r"(?i)\b(recall(?:s|ed|ing))\b (?:(?:about |some |around |up to )?\d[\d,.]*|[^.;\n]{2,70}?\b(?:over|due to|"
    r"because of|after)\b "
    r"[^.;\n]{0,30}\b(?:risks?|fire|injur\w+|hazard|defects?|contaminat\w+|failures?|deaths?|warning|recall|burns?)\b)"
)


def find_regulation(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """Agencies' acts and certificates in what is new; a certificate only on the old side is one that went."""
    found: dict[tuple[str, str | None, str | None, str | None], Fact] = {}
    for passage in read:
        if passage.aside or TEACHES.search(passage.text):
            continue
        delisted = passage.edit.kind is EditKind.REMOVED and passage.edit.where is Where.RECORD
        facts = [*certificates(passage, lost=delisted)] if delisted or passage.side is Side.AFTER else []
        for fact in [*facts, *(told(passage, source) if passage.side is Side.AFTER else ())]:
            value = fact.value
            if isinstance(value, Regulation):
                found.setdefault((value.what, value.agency, value.name, value.level), fact)
    return tuple(found.values())


def told(passage: Passage, source: Source) -> Iterator[Fact]:
    yield from acts(passage, source)
    yield from recalls(passage)


def acts(passage: Passage, source: Source) -> Iterator[Fact]:
    """An agency and, within reach, what it did."""
    text = passage.text[:LONGEST_TEXT]
    for match in AGENCY.finditer(text):
        start, end = match.span()
        if text[end : end + 1] == "-":  # "FDA-approved" is a quality, and nobody acts
            continue
        reach = RECORD_REACH if passage.edit.where is Where.RECORD else REACH
        low, high = max(0, start - reach), min(len(text), end + reach)
        act = nearest_act(text, low, high, start, record=passage.edit.where is Where.RECORD)
        if act is None or not (passage.is_fresh(start, end) or passage.is_fresh(act[1], act[2])):
            continue
        what, act_start, act_end = act
        if agency_name(match.groups()) == "court" and (what not in OF_COURTS or act_start < end):
            continue
        first, last = min(start, act_start), max(end, act_end)
        cost = cost_of(what, text, first, last, source.decimal)
        number = NUMBER.search(text)
        yield Fact(
            type="regulation",
            value=Regulation(
                what=what,
                agency=agency_name(match.groups()),
                product=cell_of(passage, PRODUCT_LABEL) or product_of(what, text, first, source.subject.name),
                number=number.group(1) if number else None,
                effective_on=effective_on(text[first : last + REACH]),
                amount=cost.amount if cost else None,
                currency=cost.currency if cost else None,
            ),
            quote=passage.quote(first, max(last, cost.end) if cost else last),
            confidence=0.75,
        )


def cost_of(what: str, text: str, first: int, last: int, decimal: str | None) -> Money | None:
    """What a fine or settlement costs: the first amount in the sentence after its first word."""
    if what not in COSTS:
        return None
    stops = [stop for mark in (". ", "\n") if (stop := text.find(mark, last)) >= 0]
    end = min([*stops, last + REACH, len(text)])
    found = find_money(text[first:end], decimal=decimal)
    return replace(found[0], start=found[0].start + first, end=found[0].end + first) if found else None


def recalls(passage: Passage) -> Iterator[Fact]:
    """Products that a company takes back, where no authority is named beside it."""
    text = passage.text[:LONGEST_TEXT]
    match = RECALLED.search(text)
    if match and passage.is_fresh(*match.span(1)) and not AGENCY.search(text):
        value = Regulation(what="recall")
        yield Fact(type="regulation", value=value, quote=passage.quote(*match.span()), confidence=0.7)


def nearest_act(text: str, low: int, high: int, at: int, *, record: bool) -> tuple[str, int, int] | None:
    """What was done nearest to the agency at `at`: in its sentence, or in any field of its record."""
    found = []
    for match in ACT.finditer(text[low:high]):
        what = next(name for index, (name, _) in enumerate(ACTS, 1) if match.group(index))
        start, end = match.start() + low, match.end() + low
        between = text[min(end, at) : max(start, at)].replace("U.S. ", "")
        if record or not ("\n" in between or ". " in between):
            given = ACT.search(text[end:high]) if match.group(0).lower().startswith("grant") else None
            if given:  # what is granted says more than that it is
                what = next(name for index, (name, _) in enumerate(ACTS, 1) if given.group(index))
            found.append((abs(start - at), what, start, end))
    return min(found)[1:] if found else None


def product_of(what: str, text: str, at: int, company: str) -> str | None:
    """The product the act is about: what is registered, or what receives it, in the same line; never the company."""
    if what not in OF_PRODUCTS:  # a company gets a licence or a fine
        return None
    begin = text.rfind("\n", 0, at) + 1
    stop = text.find("\n", at)
    line = text[begin : stop if stop >= 0 else len(text)]
    for pattern in (PRODUCT_AFTER, PRODUCT_BEFORE):
        match = pattern.search(line)
        if not match or AGENCY.search(match.group(1)) or match.group(1).casefold() == company.casefold():
            continue
        if line[match.end(1) : match.end(1) + 1] in ("'", "’") and pattern is PRODUCT_AFTER:
            continue  # an owner: its matter is named in small letters
        words = match.group(1).split()
        return " ".join(words)
    return None
