"""Site furniture by what its element says of itself: navigation, footer, dialogs, consent, widgets, related rails."""

import re
from dataclasses import dataclass
from functools import lru_cache

from diffing.reading.markup import Element
from diffing.wording.text import tidy
from domain.content import Where

TAGS = {"nav": Where.NAV, "footer": Where.FOOTER, "dialog": Where.BANNER, "menu": Where.NAV}
ROLES = {
    "navigation": Where.NAV,
    "menu": Where.NAV,
    "menubar": Where.NAV,
    "search": Where.NAV,
    "contentinfo": Where.FOOTER,
    "dialog": Where.BANNER,
    "alertdialog": Where.BANNER,
    "alert": Where.BANNER,
    "status": Where.BANNER,
    "log": Where.BANNER,
    "timer": Where.BANNER,
    "marquee": Where.BANNER,
}
WEAK_ROLES = {"complementary": Where.ASIDE, "banner": Where.HEADER}
NAMES = {
    Where.FOOTER: ("footer", "copyright", "colophon", "footermenu", "sitefooter"),
    Where.NAV: ("nav", "navigation", "navbar", "breadcrumb", "breadcrumbs", "megamenu", "submenu", "hamburger"),
    Where.ASIDE: (
        *("sidebar", "related", "recommended", "recommendations", "social", "share", "sharing"),
        *("testimonial", "testimonials", "newsletter", "chat", "chatbot", "feedback", "livechat", "chatbox"),
        *("intercom", "zendesk", "tawk", "olark", "helpscout", "messenger", "rotator", "rotating"),
    ),
    Where.BANNER: ("modal", "modals", "popup", "popups", "popin", "lightbox", "toast", "snackbar", "announcer"),
}
PLACES = {name: where for where, names in NAMES.items() for name in names}
# Consent managers and what pages call their own: never the content, however much text they hold.
CONSENT_NAMES = frozenset(
    (
        *("cookiebanner", "consent", "gdpr", "onetrust", "didomi", "axeptio", "tarteaucitron", "usercentrics"),
        *("cookiebot", "cybot", "truste", "cmpbox", "cmpwrapper", "cookieconsent"),
    )
)
COOKIE_PIECES = frozenset(
    {"banner", "notice", "bar", "popup", "modal", "dialog", "notification", "message", "wall", "consent"}
)
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
CARD = re.compile(r"(?:^|[\s_-])(?:card|tile|plan|tier|package)(?:$|[\s_-])", re.IGNORECASE)
HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

UNSEEN = frozenset(
    (
        *("hidden", "hide", "is-hidden", "d-none", "nodisplay", "no-display", "display-none", "invisible"),
        *("hidden_elem", "hidden-elem", "hidden-element", "hidden_element", "js-hidden", "u-hidden"),
    )
)
# Words for screen readers only, as the usual style sheets name them.
HEARD = re.compile(
    r"(?:^|\s)(?:sr-?only|visually-?hidden|u-visually-?hidden|screen-?reader(?:-text|-only)?|assistive-text|"
    r"a11y-hidden)"
    r"(?:\s|$)",
    re.IGNORECASE,
)
# For narrow screens only, as the usual style sheets name it.
NARROW = re.compile(
    r"(?:^|\s)(?:(?:is-|show-|only-)?(?:mobile|phone|tablet)(?:-only|-view|-version)?|(?:hide|hidden)-(?:desktop|"
    r"lg|md|large)|"
    r"visible-(?:xs|sm|mobile)|d-(?:md|lg|xl)-none|(?:md|lg|xl):hidden|show-for-small(?:-only)?|small-only)(?:\s|$)",
    re.IGNORECASE,
)
BARS = frozenset({"div", "section"})
CROSS = re.compile(r"\s*(?:[×✕✖╳⨯xX]|close|dismiss|schließen|fermer|cerrar|閉じる|关闭|close banner)\s*", re.IGNORECASE)
LONGEST_BAR = 240
TELLING = re.compile(
    r"\d|[^.!?¡¿\s×x]\s+[^\W\d_a-zà-ÿ]|[\u3040-\u30ff\u4e00-\u9fff]"
)  # a number or a name: an announcement
ROTATES = frozenset(
    {"data-random", "data-shuffle", "data-rotate", "data-rotate-interval", "data-rotation", "data-rotator"}
)
QUOTED = "a quotation with its author"
DIGIT = re.compile(r"\d")
LOGO = re.compile(r"(?:^|[\s_-])logos?(?:$|[\s_-])", re.IGNORECASE)
LOGO_NAME = re.compile(r"\s*(?:logo|logotype)\s*(?:of|von|de)?\s*", re.IGNORECASE)
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Region:
    """A piece of furniture. A strong one says so by its tag or role, a weak one only by its class or id.

    A certain one is furniture even where it holds most of the page's text: a consent dialog. `sign` is its own word.
    """

    where: Where
    strong: bool
    certain: bool = False
    sign: str = ""


def region_of(element: Element, tag: str) -> Region | None:
    """Which furniture an element claims to be, or None where it claims nothing."""
    if tag in ("html", "body", "main", "article"):
        return None
    if tag == "dialog" and _opened_by_reader(element):
        return None
    if tag in ("figure", "blockquote") and _is_quotation(element, tag):
        return Region(Where.ASIDE, False, sign=QUOTED)
    if tag in TAGS:
        return Region(TAGS[tag], True, sign=f"<{tag}>")
    role = element.get("role")
    if role in ROLES:
        return Region(ROLES[role], True, sign=f"role={role}")
    if element.get("aria-live") in ("polite", "assertive") or element.get("aria-modal") == "true":
        return Region(Where.BANNER, True, sign="aria-live or aria-modal")
    if tag == "header":
        return Region(Where.HEADER, False, sign="<header>")
    if tag in BARS and _is_closable(element):
        return Region(Where.BANNER, False, sign="a bar that can be closed")
    if not ROTATES.isdisjoint(element.attrib.keys()):
        return Region(Where.ASIDE, False, sign="a box that turns by itself")
    if tag in ("aside", "form", "fieldset"):
        return Region(Where.ASIDE, False, sign=f"<{tag}>")
    if role in WEAK_ROLES:
        return Region(WEAK_ROLES[role], False, sign=f"role={role}")
    return _named(f"{element.get('id') or ''} {element.get('class') or ''}")


def _opened_by_reader(dialog: Element) -> bool:
    """Whether a closed dialog holds something to read that the page leads to: no form, and something names its id."""
    name = dialog.get("id")
    if "open" in dialog.attrib or not name or next(dialog.iter("input", "select", "textarea"), None) is not None:
        return False
    root = dialog.getroottree().getroot()
    found = root.xpath("boolean(//@*[. = $name or . = $link][name() != 'id'])", name=name, link=f"#{name}")
    return bool(found)


def _is_closable(element: Element) -> bool:
    """Whether an element is one line and a cross to close it, beside the content."""
    button = next(element.iterchildren("button"), None)
    if button is None or not CROSS.fullmatch(button.get("aria-label") or "".join(map(str, button.itertext()))):
        return False
    if any(parent.tag in ("main", "article", "dialog") for parent in element.iterancestors()):
        return False
    text = tidy("".join(map(str, element.itertext())))
    return len(text) <= LONGEST_BAR and not TELLING.search(text) and next(element.iter("a"), None) is None


def _is_quotation(element: Element, tag: str) -> bool:
    if tag == "figure" and next(element.iter("blockquote"), None) is None:
        return False
    return next(element.iter("figcaption", "cite", "footer"), None) is not None


@lru_cache(maxsize=8_192)
def _named(names: str) -> Region | None:
    if len(names) < 4:
        return None
    for name in names.split():
        words = [word.lower() for word in WORD.findall(name)]
        if "tab" in words or "tabs" in words:
            continue
        if not CONSENT_NAMES.isdisjoint((*words, name.lower())) or _asks_for_cookies(words):
            return Region(Where.BANNER, True, True, f"class or id {name!r}")
        for word in (*words, name.lower()):
            if word in PLACES:
                return Region(PLACES[word], False, sign=f"class or id {name!r}")
    return None


def _asks_for_cookies(words: list[str]) -> bool:
    return ("cookie" in words or "cookies" in words) and not COOKIE_PIECES.isdisjoint(words)


def is_card(element: Element, tag: str) -> bool:
    """Whether an element calls itself one card of several: a plan, a tier, a tile."""
    return tag in ("div", "li", "article", "section", "a") and _card_named(element.get("class") or "")


@lru_cache(maxsize=8_192)
def _card_named(names: str) -> bool:
    return len(names) > 3 and CARD.search(names) is not None


def is_hidden(element: Element) -> bool:
    """Whether an element hides itself; style sheets are not looked at."""
    style, names = element.get("style"), element.get("class")
    if "hidden" in element.attrib or (style and HIDDEN.search(style)):
        return True
    return names is not None and ":" not in names and not UNSEEN.isdisjoint(names.lower().split())


def is_shadow(element: Element) -> bool:
    """Whether an element is kept from some readers: from those who listen, or from those with a wide screen."""
    if element.get("aria-hidden") == "true":
        return True
    names = element.get("class")
    return names is not None and _narrow(names)


@lru_cache(maxsize=8_192)
def _narrow(names: str) -> bool:
    return NARROW.search(names) is not None


def is_for_the_ear(element: Element) -> bool:
    """Whether an element is read out and never shown; one that holds a number is kept: it may be the only price."""
    names = element.get("class")
    if not names or not _heard(names):
        return False
    return DIGIT.search("".join(map(str, element.itertext()))) is None


@lru_cache(maxsize=8_192)
def _heard(names: str) -> bool:
    return len(names) > 5 and HEARD.search(names) is not None


def logo_name(image: Element) -> str:
    """Whose logo an image shows, by its alternative text; "" for any other image."""
    alt, names = image.get("alt"), image.get("class")
    if not alt or not names or len(alt) > LONGEST_NAME or not LOGO.search(names):
        return ""
    return LOGO_NAME.sub(" ", alt).strip()
