"""A page that its company took down: what kind of page it was, the tag that gives, and the line that says so."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from classifiers.wording.patterns import Pattern
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.findings import Quote, Side, Tag, TagName
from domain.sources import Source

# That a page is gone says that something changed, and not what: just enough for its tag to be given.
CONFIDENCE = 0.55
RULE = "page.unpublished"
# The words of an address or title that tell the kind of page, the plainest first.
KINDS: tuple[tuple[TagName, str, str], ...] = (
    (TagName.PRICING, "pricing page", r"pricing|prices?|plans?|rates|fees|tarifs?|preise?|precios|tarifas"),
    (TagName.HIRING, "careers page", r"careers?|jobs?|vacanc(?:y|ies)|openings|stellen\w*|karriere|emplois?|empleos?"),
    (TagName.PARTNERSHIP, "partners page", r"partners?|resellers?|alliances?|marketplace"),
    (TagName.REGULATORY, "compliance page", r"compliance|certifications?|trust|fedramp|licen[cs]es"),
    (TagName.EXECUTIVE, "leadership page", r"leadership|management|board|executives|governance"),
    (TagName.PRODUCT, "product page", r"products?|features?|solutions?|platform|apis?|apps?|integrations?|services?"),
)
PATTERNS = tuple((tag, words, Pattern(rf"(?i)(?:^|[^\pL\d])(?:{stems})(?:$|[^\pL\d])")) for tag, words, stems in KINDS)


def unpublished(edits: Sequence[Edit]) -> Edit | None:
    """The edit that says that the whole page is gone, if one does."""
    return next((edit for edit in edits if edit.where is Where.STATE and edit.kind is EditKind.REMOVED), None)


def page_kind(edit: Edit, source: Source) -> tuple[TagName, str] | None:
    """Tag and name of the kind of page: by its address, else its title, else what its owner expects of it."""
    address = urlsplit(edit.link or source.url).path
    for text in (address, edit.title):
        for tag, words, pattern in PATTERNS:
            if pattern.search(text):
                return tag, words
    return next(((tag, words) for tag, words, _ in PATTERNS if tag.value in source.tags), None)


def unpublished_tags(edit: Edit, source: Source) -> tuple[Tag, ...]:
    """The tag of the kind of page, quoting its title; none where nothing tells the kind."""
    kind = page_kind(edit, source)
    if kind is None:
        return ()
    text = edit.before or ""
    quote = Quote(edit=edit.key, side=Side.BEFORE, start=0, end=len(text), text=text)
    return (Tag(tag=kind[0], confidence=CONFIDENCE, rule=RULE, quotes=(quote,)),)


def unpublished_line(subject: str, edit: Edit, source: Source) -> str:
    """ "Brightvane unpublishes its pricing page"; of an unknown kind, its title in quotation marks."""
    kind = page_kind(edit, source)
    title = edit.title.strip()
    if kind is None:
        return f"{subject} unpublishes “{title}”" if title and "://" not in title else f"{subject} unpublishes a page"
    generic = (
        title.casefold() in ("", kind[1].removesuffix(" page")) or "://" in title or kind[0] is not TagName.PRODUCT
    )
    return f"{subject} unpublishes its {kind[1]}" + ("" if generic else f" “{title}”")
