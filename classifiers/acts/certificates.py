"""Certificates and marks: which one, at what level, and of what."""

from collections.abc import Iterator
from typing import Any

from classifiers.acts.whose import holds
from classifiers.saying.unsaid import Unsaid, promises, sentence_around, unsaid
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.content import Where
from domain.findings import Fact, Regulation
from domain.sources import Source

LONGEST_TEXT = 3_000
LEVEL_LABEL = Pattern(r"(?i)\blevel\b|^class$")
PRODUCT_LABEL = Pattern(r"(?i)^(?:product(?: name)?|brand(?: name)?|trade name|device|drug|name of product)$")
CERTIFICATES = Pattern(
    r"\b(FedRAMP|SOC ?2|SOC ?1|ISO(?:/IEC)? ?\d{4,5}|HITRUST|PCI[ -]DSS|HIPAA|IRAP|ISAE ?3402|(?:CE|"
    r"UKCA)[- ](?:[Mm]ark(?:ed|ing)?|[Cc]ertificat\w+)|StateRAMP|GovRAMP|CMMC|"
    r"Cyber Essentials|TISAX|C5|HDS|FIPS 140-\d|SecNumCloud)\b"
    r"(?:[ :]v?\d\.\d(?:\.\d)?)?(?:[\s®™:]{1,3}((?:20x )?(?:Class [A-D]|Low|Moderate|High|Ready|Type (?:II|I|2|1)\b|"
    r"Level \d|Plus|[rie][12]\b)(?:[ -](?:Impact|Equivalent))?|20x))?"
)
GOT = Pattern(
    r"(?i)\b(?:authori[sz]ed|authori[sz]ation|certified|certification|certificate|accredited|"
    r"attest\w*|achiev\w*|receiv\w*|gets?\b|got\b|adds?\b|renew\w*|compliance|"
    r"complet\w*|carr(?:y|ies)|bears?|holds?|reach\w*|secur\w*|pass(?:es|ed)|attain\w*|obtain\w*|earn\w*|"
    r"compliant|awarded|moderate|high)\b"
)
# A register's own words for a state.
STATE = Pattern(r"(?i)\b(?:ready|in process|revoked|expired|withdrawn)\b")
LOST = Pattern(
    r"(?i)\b(?:no longer|los(?:es|t|ing)|laps(?:es|ed)|expired?s?|revoked|withdrawn|suspended|terminated|nicht mehr|"
    r"verlier(?:t|en)|verlor|abgelaufen|entzogen|widerrufen|n['’]est plus|perd|perdu|expirée?|retirée?|suspendue?|"
    r"ya no|pierde|perdió|caducó|caducad[oa]|retirad[oa]|suspendid[oa])\b"
)
# What will be is not; a person may well be told to come.
WILL = Pattern(r"(?i)\b(?:will|shall|to) (?:be|become|get|receive|obtain|achieve|complete|seek|undergo|have)\b")
LEVEL_BEHIND = Pattern(
    r"^[\w -]{0,40}? at (?:the |a )?(Low|Moderate|High|Li-SaaS)(?: [Ii]mpact)?(?: [Ll]evel| [Bb]aseline)?\b"
)
# "We have let our certification lapse".
LETS = Pattern(r"(?i)\blet(?:s|ting)? (?:our|its|their|the|my) $")
LAPSE = Pattern(r"(?i)\b(?:lapse|expire|run out|go)\b")
NEVER_LOST = Pattern(r"(?i)\b(?:not|never|without)\b[^.;\n]{0,20}\b(?:los|laps|expire|revoked|withdrawn|suspended)")


# What the mark is for: "CE mark for its Nimbus inhaler".
CAPITAL = "[A-ZÀ-Þ]"
MARKED = Pattern(
    r"^(?:[- ]\w+)? (?:for|on) (?:its |the |"
    r"their )?(?:new )?([A-ZÀ-Þ][\w®™-]+(?: [A-ZÀ-Þ\d][\w®™-]*){0,3})"
)


HAS_MARK = Pattern(
    rf"({CAPITAL}[\w®™-]+(?: {CAPITAL}[\w®™-]*){{0,3}})(?: [a-z]+){{0,2}}? (?:now |has |have )*(?:carr(?:y|ies)|"
    rf"bears?|received?s?|"
    r"gets?|got|gains?|gained|obtain(?:s|ed)|earn(?:s|ed)|w[io]ns?|secure[sd]?|awarded|granted) (?:the |its |a )?$"
)


def certificates(passage: Passage, source: Source, *, lost: bool = False) -> Iterator[Fact]:
    """A certificate with a word near it that says it was got; where only the level is new, that counts too.

    A record's own fields give level and product. `lost` is for a record that its register no longer lists; elsewhere
    the sentence says whether a certificate was lost, and one that is denied, hoped for or another's is none.
    """
    text = passage.text[:LONGEST_TEXT]
    for match in CERTIFICATES.finditer(text):
        start, end = match.span()
        near = text[max(0, start - 70) : end + 70]
        level = match.group(2)
        state = "delisted" if lost else happened(passage, match.span(), source)
        got = GOT.search(near) or (STATE.search(near) if passage.edit.where is Where.RECORD else None)
        gone = state == "certification lost"
        if not state or not (level or got or gone) or not passage.is_fresh(max(0, start - 40), end + 40):
            continue
        mark = is_mark(match.group(1))
        marked = (
            (MARKED.search(text[end : end + 80]) or HAS_MARK.search(text[max(0, start - 90) : start])) if mark else None
        )
        yield Fact(
            type="regulation",
            value=Regulation(
                what=state,
                name=match.group(1).split("-")[0].split()[0] if mark else match.group(1),
                level=cell_of(passage, LEVEL_LABEL) or level or level_behind(text, end),
                product=cell_of(passage, PRODUCT_LABEL) or product_marked(marked, source),
            ),
            quote=passage.quote(start, end),
            confidence=0.8 if got or gone else 0.6,
        )


def product_marked(marked: Any, source: Source) -> str | None:
    """What carries the mark; the company itself does not."""
    name = str(marked.group(1)).removeprefix("The ") if marked else ""
    return name if name and name.casefold() != source.subject.name.casefold() else None


def level_behind(text: str, end: int) -> str | None:
    """A level told a few words later: "FedRAMP In Process at the Moderate impact level"."""
    match = LEVEL_BEHIND.match(text[end:])
    return str(match.group(1)) if match else None


def happened(passage: Passage, span: tuple[int, int], source: Source) -> str:
    """ "certification", "certification lost", or "" where the sentence tells neither of the company."""
    if passage.edit.where is Where.RECORD:
        return "certification"
    text = passage.text[:LONGEST_TEXT]
    if not holds(passage, span, source) or any(promises(title) for title in passage.headings[-1:]):
        return ""
    low, high = sentence_around(text, *span)
    why, sentence = unsaid(text, *span), text[low:high]
    if LETS.search(text[low : span[0]]) and LAPSE.search(text[span[1] : high]):
        return "certification lost"
    if why is Unsaid.ENDED and LOST.search(sentence) and not NEVER_LOST.search(sentence):
        return "certification lost"
    return "" if why or WILL.search(text[low : span[0]]) else "certification"


def is_mark(name: str) -> bool:
    """Whether it is a mark on a product and no certificate of a company."""
    return name.startswith(("CE", "UKCA"))


def cell_of(passage: Passage, label: Any) -> str | None:
    """What a record says in the field of that name."""
    if passage.edit.where is not Where.RECORD:
        return None
    return next((cell.text for cell in passage.cells if label.search(cell.header) and cell.text), None)
