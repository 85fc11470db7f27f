"""Where a text stops telling news: the "About us" paragraph and the safe-harbour text that releases end with."""

from functools import lru_cache
from typing import Any

from classifiers.wording.patterns import Pattern
from classifiers.wording.suspects import Suspects

FORWARD = Pattern(
    r"(?i)\b(?:cautionary (?:note|statement|language)s?\b|safe[- ]harbou?r (?:statement|provision|notice|language)s?\b|"
    r"forward[- ]looking statements?\b|zukunftsgerichtete aussagen\b|déclarations prospectives\b|"
    r"declaraciones prospectivas\b|dichiarazioni previsionali\b)"
)
ABOUT = Pattern(
    r"(?:^|[\n.!?”\"] {0,3}|# ?#? ?# ?)((?:About|Über|À propos de?|Acerca de|Sobre|Informazioni su) "
    r"((?:the )?[A-ZÀ-Þ0-9][\w&.’'-]*(?: (?:[A-ZÀ-Þ0-9&][\w&.’'-]*|of|and|de)){0,5}?)(?:[:\n]| [-–—] | ))"
)
HEADING = Pattern(
    r"^(?:(?i:about us|about the company|who we are|our (?:company|story|mission)|company (?:profile|overview))$|"
    r"About (?:the )?[A-Z][\w&.’'-]*(?: [A-Z&][\w&.’'-]*){0,3}$|"
    r"(?i:(?:media|press|investor) (?:contacts?|relations|enquir(?:ies|y)|inquir(?:ies|y)))$|"
    r"(?i:notes? to editors?|boilerplate|über uns|sobre nosotros)$|À propos\b|Acerca de\b|"
    r".*(?i:\b(?:forward[- ]looking statements?|safe[- ]harbou?r)\b))"
)
# How a company's own description goes on after its heading.
GOES_ON = Pattern(
    r"(?i)^(?:founded|established|headquartered|based in|with (?:offices|headquarters)|since (?:19|20)\d\d|"
    r"for more than|we (?:are|provide|help|make|build)|is an?\b)"
)
# Most texts have neither.
SUSPECTS = Suspects(FORWARD.pattern, ABOUT.pattern)


def boilerplate_from(text: str) -> int:
    """The offset from which a text is boilerplate; its length where it has none."""
    if not SUSPECTS.of(text):
        return len(text)
    forward = next((match.start() for match in FORWARD.finditer(text) if disclaims(text, match.start())), len(text))
    about = next((match.start(1) for match in ABOUT.finditer(text) if describes(text, match)), len(text))
    return int(min(forward, about))


def disclaims(text: str, at: int) -> bool:
    """Whether the words are a heading or open the disclaimer, and are not spoken of in passing."""
    before = text[max(0, at - 60) : at]
    opening = before.rsplit(". ", 1)[-1].rsplit("\n", 1)[-1]
    return not opening.strip() or "contain" in opening or "include" in opening or "constitute" in opening


def describes(text: str, match: Any) -> bool:
    """Whether "About NAME" is followed by NAME again, or by how such a paragraph begins."""
    name, rest = match.group(2), text[match.end() :].lstrip(" :\n–—-")
    first = name.removeprefix("the ").split()[0].rstrip(",.")
    return rest.casefold().startswith((first.casefold(), f"the {first}".casefold())) or bool(GOES_ON.search(rest))


def boilerplate_heading(path: tuple[str, ...]) -> bool:
    """Whether a heading above says that what follows describes the company or disclaims."""
    return any(heads_boilerplate(title) for title in path[-1:])


@lru_cache(maxsize=1_024)  # the same few headings stand over all edits of a page
def heads_boilerplate(title: str) -> bool:
    return HEADING.search(title) is not None
