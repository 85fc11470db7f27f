"""Site furniture by what its element says of itself: navigation, footer, dialogs, consent, widgets, related rails."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar, cast

from diffing.reading.markup import Element
from diffing.reading.obfuscation import decoded_email
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
# What each telling name holds, the shortest of them: a class without one of these says nothing of furniture.
TELLING_NAMES = frozenset({*PLACES, *CONSENT_NAMES, "cookie"})
STEMS = tuple(one for one in TELLING_NAMES if not any(other in one for other in TELLING_NAMES - {one}))
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
# One of them stands in each class in which `named` finds anything, in small letters: most hold none, and say nothing.
HINTS = (
    *STEMS,
    *("card", "tile", "plan", "tier", "package", "hid", "none", "display", "visible", "mobile", "phone", "tablet"),
    *("small", "sr-only", "sronly", "visually", "reader", "assistive", "a11y"),
)
BARS = frozenset({"div", "section"})
CARDS = frozenset({"div", "li", "article", "section", "a"})
CONTENT = frozenset({"html", "body", "main", "article"})
SPEAKING = frozenset({*TAGS, "header", "aside", "form", "fieldset"})  # by their tag alone
CROSS = re.compile(r"\s*(?:[×✕✖╳⨯xX]|close|dismiss|schließen|fermer|cerrar|閉じる|关闭|close banner)\s*", re.IGNORECASE)
LONGEST_BAR = 240
SHORTEST = 3  # characters of a class that says anything
TELLING = re.compile(
    r"\d|[^.!?¡¿\s×x]\s+[^\W\d_a-zà-ÿ]|[\u3040-\u30ff\u4e00-\u9fff]"
)  # a number or a name: an announcement
ROTATES = frozenset(
    {"data-random", "data-shuffle", "data-rotate", "data-rotate-interval", "data-rotation", "data-rotator"}
)
# Whatever else an element carries says nothing of what it is.
SAYING = frozenset(
    (
        *("id", "class", "role", "style", "hidden", "aria-hidden", "aria-live", "aria-modal", "data-cfemail"),
        *ROTATES,
    )
)
LONGEST_KEPT = 1_000  # characters of attributes of which the answer is kept
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


@dataclass(frozen=True, slots=True)
class Said:
    """What an element says of itself by its tag and attributes, whatever it holds.

    `outright` is furniture by tag or role, `besides` what a class, an id or a weak role hints at.
    """

    outright: Region | None = None
    besides: Region | None = None
    main: bool = False
    card: bool = False
    hidden: bool = False
    shadow: bool = False
    heard: bool = False
    email: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """What an element says of itself by its class: furniture, a card, unseen, for narrow screens only, only heard."""

    region: Region | None = None
    card: bool = False
    unseen: bool = False
    narrow: bool = False
    heard: bool = False


Told = TypeVar("Told")
SILENT = Said()
UNNAMED = Named()


def said_by(element: Element, tag: str) -> Said:
    """What an element says of itself; a page has the same few answers for most elements, and a site for its pages."""
    telling, length = [], 0
    for name, value in cast("Sequence[tuple[str, str]]", element.items()):
        if name in SAYING:
            telling.append((name, value))
            length += len(value)
    if not telling and tag not in SPEAKING:
        return SILENT
    return (_said if length <= LONGEST_KEPT else _said.__wrapped__)(tag, tuple(telling))


@lru_cache(maxsize=8_192)
def _said(tag: str, telling: tuple[tuple[str, str], ...]) -> Said:
    attributes = dict(telling)
    names, style, code = (attributes.get(name) or "" for name in ("class", "style", "data-cfemail"))
    by_name = named(names)
    furniture = tag not in CONTENT
    answers = (
        _outright(tag, attributes) if furniture else None,
        _besides(tag, attributes, by_name) if furniture else None,
        attributes.get("role") == "main",
        tag in CARDS and by_name.card,
        "hidden" in attributes or HIDDEN.search(style) is not None or by_name.unseen,
        attributes.get("aria-hidden") == "true" or by_name.narrow,
        by_name.heard,
        decoded_email(code) if code else "",
    )
    return Said(*answers) if any(answers) else SILENT


def _outright(tag: str, attributes: Mapping[str, str]) -> Region | None:
    role = attributes.get("role")
    if tag in TAGS:
        return Region(TAGS[tag], True, sign=f"<{tag}>")
    if role in ROLES:
        return Region(ROLES[role], True, sign=f"role={role}")
    if attributes.get("aria-live") in ("polite", "assertive") or attributes.get("aria-modal") == "true":
        return Region(Where.BANNER, True, sign="aria-live or aria-modal")
    return Region(Where.HEADER, False, sign="<header>") if tag == "header" else None


def _besides(tag: str, attributes: Mapping[str, str], by_name: Named) -> Region | None:
    role = attributes.get("role")
    if not ROTATES.isdisjoint(attributes):
        return Region(Where.ASIDE, False, sign="a box that turns by itself")
    if tag in ("aside", "form", "fieldset"):
        return Region(Where.ASIDE, False, sign=f"<{tag}>")
    if role in WEAK_ROLES:
        return Region(WEAK_ROLES[role], False, sign=f"role={role}")
    return _named(attributes.get("id") or "") or by_name.region


def _kept(read: Callable[[str], Told]) -> Callable[[str], Told]:
    """The same with its answers kept, but for names that are long: a page may write a megabyte into a class."""
    known = lru_cache(maxsize=8_192)(read)

    def asked(names: str) -> Told:
        return known(names) if len(names) <= LONGEST_KEPT else read(names)

    return asked


@_kept
def named(names: str) -> Named:
    """What a class says."""
    if len(names) < SHORTEST or (names.isascii() and not any(map(names.lower().__contains__, HINTS))):
        return UNNAMED
    return Named(
        region=_named(names),
        card=CARD.search(names) is not None,
        unseen=":" not in names and not UNSEEN.isdisjoint(names.lower().split()),
        narrow=NARROW.search(names) is not None,
        heard=HEARD.search(names) is not None,
    )


def region_of(element: Element, tag: str, said: Said, *, barred: bool) -> Region | None:
    """Which furniture an element claims to be, or None where it claims nothing; `barred` if it holds a button."""
    if tag == "dialog" and _opened_by_reader(element):
        return None
    if tag in ("figure", "blockquote") and _is_quotation(element, tag):
        return Region(Where.ASIDE, False, sign=QUOTED)
    if said.outright is not None:
        return said.outright
    if barred and tag in BARS and _is_closable(element):
        return Region(Where.BANNER, False, sign="a bar that can be closed")
    return said.besides


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


@_kept
def _named(names: str) -> Region | None:
    """The furniture that the first telling one of some names claims."""
    lowered = names.lower()
    if not any(map(lowered.__contains__, STEMS)):
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


def is_for_the_ear(element: Element) -> bool:
    """Whether an element for the ear is never shown; one that holds a number is kept: it may be the only price."""
    return DIGIT.search("".join(map(str, element.itertext()))) is None


def logo_name(image: Element) -> str:
    """Whose logo an image shows, by its alternative text; "" for any other image."""
    alt, names = image.get("alt"), image.get("class")
    if not alt or not names or len(alt) > LONGEST_NAME or not LOGO.search(names):
        return ""
    return LOGO_NAME.sub(" ", alt).strip()
