"""Links from the mail to its evidence: live ones to a published page and in the copy beside an evidence page.

A mail cannot link into its own attachment in every client, so the HTML is stored with marks around those words.
"""

import re
from collections.abc import Collection
from html import escape

_MARK = re.compile(r"<!--evidence:([A-Za-z0-9_.-]+)-->(.*?)<!--/evidence-->", re.DOTALL)
ATTACHED = "Evidence: the attached page, by number."
_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]")


def anchor(event: str) -> str:
    """The event's id as it may stand in an address and a mark."""
    return _UNSAFE.sub("-", event).replace("--", "-")


def as_mailed(html: str) -> str:
    """The HTML with the marks taken out: the words name the attachment's item."""
    return _MARK.sub(lambda found: found.group(2), html)


def beside(html: str, evidence_file: str) -> str:
    """The HTML with each mark made a link into the evidence page of that name in the same folder."""
    return _MARK.sub(lambda found: f'<a href="{evidence_file}#{found.group(1)}">{found.group(2)}</a>', html)


def linked(html: str, page: str, events: Collection[str]) -> str:
    """The HTML with the marks of these events made links into the page at that address."""
    there = {anchor(event) for event in events}

    def link(found: re.Match[str]) -> str:
        at = escape(f"{page}#{found.group(1)}", quote=True)
        words = f'<a href="{at}" rel="noopener noreferrer">{found.group(2)}</a>'
        return words if found.group(1) in there else found.group(0)

    return _MARK.sub(link, html)


def located(text: str, page: str, *, attached: bool) -> str:
    """The plain text with the address of the page; `attached`: some numbers are found in the attachment."""
    rest = "Some numbers are in the attached page. " if attached else ""
    return text.replace(f"{ATTACHED} ", f"Evidence, by number: {page}\n{rest}")
