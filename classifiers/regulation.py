"""What agencies did, and which certificates and registrations were got or lost."""

from collections.abc import Iterator, Sequence
from typing import Any

import re2

from classifiers.effective import effective_on
from classifiers.passages import Passage
from domain.changes import EditKind
from domain.content import Where
from domain.findings import Fact, Regulation, Side
from domain.sources import Source

LONGEST_TEXT = 3_000
AGENCIES = (
    ("EPA", r"(?:U\.?S\.? )?(?:EPA\b|Environmental Protection Agency)"),
    ("FDA", r"(?:U\.?S\.? )?(?:FDA\b|Food (?:and|&) Drug Administration)"),
    ("SEC", r"(?:U\.?S\.? )?(?:SEC\b|Securities and Exchange Commission)"),
    ("FTC", r"(?:U\.?S\.? )?(?:FTC\b|Federal Trade Commission)"),
    ("DOJ", r"(?:U\.?S\.? )?(?:DOJ\b|Department of Justice|Justice Department)"),
    ("FCC", r"(?:U\.?S\.? )?(?:FCC\b|Federal Communications Commission)"),
    ("ITC", r"(?:U\.?S\.? )?(?:ITC\b|International Trade Commission)"),
    ("FDIC", r"(?:FDIC\b|Federal Deposit Insurance Corporation)"),
    ("EMA", r"(?:EMA\b|European Medicines Agency)"),
    ("CMA", r"(?:CMA\b|Competition and Markets Authority)"),
    ("European Commission", r"(?:European Commission|EU Commission)"),
    ("FedRAMP PMO", r"FedRAMP (?:PMO|Marketplace|Board)"),
    ("CFPB", r"(?:CFPB\b|Consumer Financial Protection Bureau)"),
    ("FCA", r"(?:FCA\b|Financial Conduct Authority)"),
    ("NHTSA", r"(?:NHTSA\b|National Highway Traffic Safety Administration)"),
    ("OSHA", r"(?:OSHA\b|Occupational Safety and Health Administration)"),
    ("FAA", r"(?:FAA\b|Federal Aviation Administration)"),
    ("FERC", r"(?:FERC\b|Federal Energy Regulatory Commission)"),
    ("OCC", r"(?:OCC\b|Comptroller of the Currency)"),
    ("CPSC", r"(?:CPSC\b|Consumer Product Safety Commission)"),
    ("Ofcom", r"Ofcom\b"),
    ("BaFin", r"(?:BaFin|Bafin|BAFIN)\b"),
    ("CNIL", r"CNIL\b"),
    ("AMF", r"AMF\b"),
    ("ICO", r"(?:ICO\b|Information Commissioner's Office)"),
    ("MHRA", r"MHRA\b"),
    ("Health Canada", r"Health Canada"),
    ("Bundeskartellamt", r"Bundeskartellamt"),
    ("CNMC", r"CNMC\b"),
    ("NLRB", r"(?:NLRB\b|National Labor Relations Board)"),
    ("DOT", r"(?:DOT\b|Department of Transportation)"),
    ("HHS", r"(?:HHS\b|Department of Health and Human Services)"),
    ("ECHA", r"(?:ECHA\b|European Chemicals Agency)"),
)
AGENCY = re2.compile("|".join(rf"(\b{pattern})" for _, pattern in AGENCIES))
ACTS = (
    ("registration", r"registr(?:ation|ations)|regist(?:ers|ered)"),
    ("clearance", r"510\(k\)|clear(?:ance|s|ed)"),
    ("approval", r"approv(?:al|als|es|ed)|authori[sz](?:ation|es|ed)|grants?(?:ed)?"),
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
LEVEL_LABEL = re2.compile(r"(?i)\blevel\b|^class$")
PRODUCT_LABEL = re2.compile(r"(?i)^(?:product(?: name)?|brand(?: name)?|trade name|device|drug|name of product)$")
CERTIFICATES = re2.compile(
    r"\b(FedRAMP|SOC ?2|SOC ?1|ISO(?:/IEC)? ?\d{4,5}|HITRUST|PCI[ -]DSS|StateRAMP|GovRAMP|CMMC|"
    r"Cyber Essentials|TISAX|C5)\b"
    r"(?:[\s®™:]{1,3}((?:20x )?(?:Class [A-D]|Low|Moderate|High|Ready|Type (?:II|I|2|1)\b|"
    r"Level \d|Plus)(?:[ -](?:Impact|Equivalent))?|20x))?"
)
GOT = re2.compile(
    r"(?i)\b(?:authori[sz]ed|authori[sz]ation|certified|certification|certificate|accredited|"
    r"attest\w*|achiev\w*|receiv\w*|"
    r"complet\w*|attain\w*|obtain\w*|earn\w*|compliant|awarded|ready|in process|moderate|high|"
    r"revoked|expired|withdrawn)\b"
)
NUMBER = re2.compile(
    r"\b(EPA Reg\.? No\.? ?[\d-]+|EPA-HQ-[A-Z]+-\d{4}-\d{4}|K\d{6}\b|[Dd]ocket (?:[Nn]o\.? ?)?[A-Z\d][\w-]{4,})"
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
TEACHES = re2.compile(r"(?i)^\W*(?:how |what |why |understanding |(?:a |the |our |your )?guide )")


def find_regulation(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """Agencies' acts and certificates in what is new; a certificate only on the old side is one that went."""
    found: dict[tuple[str, str | None, str | None, str | None], Fact] = {}
    for passage in read:
        if passage.aside or TEACHES.search(passage.text):
            continue
        delisted = passage.edit.kind is EditKind.REMOVED and passage.edit.where is Where.RECORD
        facts = [*certificates(passage, lost=delisted)] if delisted or passage.side is Side.AFTER else []
        for fact in [*facts, *(acts(passage, source) if passage.side is Side.AFTER else ())]:
            value = fact.value
            if isinstance(value, Regulation):
                found.setdefault((value.what, value.agency, value.name, value.level), fact)
    return tuple(found.values())


def certificates(passage: Passage, *, lost: bool = False) -> Iterator[Fact]:
    """A certificate with a word near it that says it was got; where only the level is new, that counts too.

    A record's own fields give level and product. `lost` is for a record that its register no longer lists.
    """
    text = passage.text[:LONGEST_TEXT]
    for match in CERTIFICATES.finditer(text):
        start, end = match.span()
        near = text[max(0, start - 70) : end + 70]
        level = match.group(2)
        if not (level or GOT.search(near)) or not passage.is_fresh(max(0, start - 40), end + 40):
            continue
        if level is None and not GOT.search(near):
            continue
        yield Fact(
            type="regulation",
            value=Regulation(
                what="delisted" if lost else "certification",
                name=match.group(1),
                level=cell_of(passage, LEVEL_LABEL) or level,
                product=cell_of(passage, PRODUCT_LABEL),
            ),
            quote=passage.quote(start, end),
            confidence=0.8 if GOT.search(near) else 0.6,
        )


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
        first, last = min(start, act_start), max(end, act_end)
        number = NUMBER.search(text)
        yield Fact(
            type="regulation",
            value=Regulation(
                what=what,
                agency=next(name for index, (name, _) in enumerate(AGENCIES, 1) if match.group(index)),
                product=cell_of(passage, PRODUCT_LABEL) or product_of(text, first, source.subject.name),
                number=number.group(1) if number else None,
                effective_on=effective_on(text[first : last + REACH]),
            ),
            quote=passage.quote(first, last),
            confidence=0.75,
        )


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


def cell_of(passage: Passage, label: Any) -> str | None:
    """What a record says in the field of that name."""
    if passage.edit.where is not Where.RECORD:
        return None
    return next((cell.text for cell in passage.cells if label.search(cell.header) and cell.text), None)


def product_of(text: str, at: int, company: str) -> str | None:
    """The product the act is about: what is registered, or what receives it, in the same line; never the company."""
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
