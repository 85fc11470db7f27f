"""Site furniture told from content: navigation, header, footer, asides, consent banners and widgets."""

import re

from diffing.markup import Element
from domain.content import Where

TAGS = {"nav": Where.NAV, "footer": Where.FOOTER, "aside": Where.ASIDE}
ROLES = {
    "navigation": Where.NAV,
    "banner": Where.HEADER,
    "contentinfo": Where.FOOTER,
    "complementary": Where.ASIDE,
    "search": Where.NAV,
    "dialog": Where.BANNER,
    "alertdialog": Where.BANNER,
}
CONSENT = re.compile(
    r"(?:^|[\W_])(?:cookie-?(?:banner|consent|notice|bar|popup|law|modal|wall)s?|consent-?(?:banner|modal|popup|manager)?|onetrust\w*|ot-sdk\w*"
    r"|didomi\w*|cybot\w*|usercentrics\w*|truste\w*|cmp|axeptio\w*|tarteaucitron\w*|sp_message\w*|gdpr)(?:$|[\W_])",
    re.IGNORECASE,
)
OVERSIZED = 6_000


def chrome_place(element: Element, tag: str) -> Where | None:
    """Which piece of furniture an element opens, or None where it is content."""
    if tag in ("html", "body", "main", "article"):
        return None
    role = element.get("role")
    if role and role in ROLES:
        return ROLES[role]
    if tag in TAGS:
        return TAGS[tag]
    if tag == "header":
        return _page_header(element)
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    if len(names) > 1 and CONSENT.search(names):
        return Where.BANNER
    return None


def _page_header(element: Element) -> Where | None:
    """A header of the page is furniture; the header of an article or a section holds its title."""
    for _parent in element.iterancestors("article", "main", "section"):
        return None
    return None if next(element.iter("h1"), None) is not None else Where.HEADER
