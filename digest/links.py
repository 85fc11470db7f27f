"""Links from the mail to its evidence: words in the mail as sent, live links in the copy beside the evidence page.

A mail cannot link into its own attachment in every client, so the HTML is stored with marks around those words.
"""

import re

_MARK = re.compile(r"<!--evidence:([A-Za-z0-9_.-]+)-->(.*?)<!--/evidence-->", re.DOTALL)
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
