"""Certificates and marks: which one, at what level, and of what."""

from collections.abc import Iterator
from typing import Any

import re2

from classifiers.passages import Passage
from domain.content import Where
from domain.findings import Fact, Regulation

LONGEST_TEXT = 3_000
LEVEL_LABEL = re2.compile(r"(?i)\blevel\b|^class$")
PRODUCT_LABEL = re2.compile(r"(?i)^(?:product(?: name)?|brand(?: name)?|trade name|device|drug|name of product)$")
CERTIFICATES = re2.compile(
    r"\b(FedRAMP|SOC ?2|SOC ?1|ISO(?:/IEC)? ?\d{4,5}|HITRUST|PCI[ -]DSS|HIPAA|IRAP|ISAE ?3402|(?:CE|"
    r"UKCA)[- ](?:[Mm]ark(?:ed|ing)?|[Cc]ertificat\w+)|StateRAMP|GovRAMP|CMMC|"
    r"Cyber Essentials|TISAX|C5|HDS|FIPS 140-\d|SecNumCloud)\b"
    r"(?:[ :]v?\d\.\d(?:\.\d)?)?(?:[\s®™:]{1,3}((?:20x )?(?:Class [A-D]|Low|Moderate|High|Ready|Type (?:II|I|2|1)\b|"
    r"Level \d|Plus|[rie][12]\b)(?:[ -](?:Impact|Equivalent))?|20x))?"
)
GOT = re2.compile(
    r"(?i)\b(?:authori[sz]ed|authori[sz]ation|certified|certification|certificate|accredited|"
    r"attest\w*|achiev\w*|receiv\w*|gets?\b|got\b|adds?\b|renew\w*|compliance|"
    r"complet\w*|attain\w*|obtain\w*|earn\w*|compliant|awarded|ready|in process|moderate|high|"
    r"revoked|expired|withdrawn)\b"
)


# What the mark is for: "CE mark for its Nimbus inhaler".
MARKED = re2.compile(
    r"^(?:[- ]\w+)? (?:for|on) (?:its |the |"
    r"their )?(?:new )?([A-ZÀ-Þ][\w®™-]+(?: [A-ZÀ-Þ\d][\w®™-]*){0,3})"
)


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
        marked = MARKED.search(text[end : end + 80]) if is_mark(match.group(1)) else None
        yield Fact(
            type="regulation",
            value=Regulation(
                what="delisted" if lost else "certification",
                name=match.group(1).split("-")[0].split()[0] if is_mark(match.group(1)) else match.group(1),
                level=cell_of(passage, LEVEL_LABEL) or level,
                product=cell_of(passage, PRODUCT_LABEL) or (marked.group(1) if marked else None),
            ),
            quote=passage.quote(start, end),
            confidence=0.8 if GOT.search(near) else 0.6,
        )


def is_mark(name: str) -> bool:
    """Whether it is a mark on a product and no certificate of a company."""
    return name.startswith(("CE", "UKCA"))


def cell_of(passage: Passage, label: Any) -> str | None:
    """What a record says in the field of that name."""
    if passage.edit.where is not Where.RECORD:
        return None
    return next((cell.text for cell in passage.cells if label.search(cell.header) and cell.text), None)
