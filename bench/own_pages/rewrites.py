"""Other ways to write the same page: a new template, another renderer, scripts that have not run."""

import re
from collections.abc import Callable

from bench.own_pages.visit import Visit

Rewrite = Callable[[Visit, str], str]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


def template(v: Visit, html: str) -> str:
    """A relaunch of the template: other wrappers, other names of classes, the same words."""
    html = re.sub(r"<section\b", '<div data-block="section"', html).replace("</section>", "</div>")
    html = re.sub(r"<(/?)b>", r"<\1strong>", html)
    html = re.sub(r'class="([a-z]+)-([a-z]+)"', r'class="c-\1__\2 is-ready"', html)
    return html.replace("<main", '<div class="page-shell"><main').replace("</main>", "</main></div>")


def typography(v: Visit, html: str) -> str:
    """Curly signs become straight ones, thin spaces come in before units and percent."""
    html = html.translate(str.maketrans("“”’–", '""\'-'))
    return re.sub(r"(\d) (?=(?:GB|TB|kW|ms|mm|kg|W|°C|€)\b)", "\\1\u00a0", html)


def dates(v: Visit, html: str) -> str:
    """March 9, 2026 becomes 9 March 2026, in the words only."""
    return re.sub(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}}), (\d{{4}})", r"\2 \1 \3", html)


def absolute(v: Visit, html: str) -> str:
    """Links become absolute and carry a campaign."""
    return re.sub(
        r'href="(/[^"?#]*)"',
        lambda m: f'href="{v.site}{m[1]}?utm_source=site&amp;utm_id={v.token("build", m[1], 6)}"',
        html,
    )


def lazy(v: Visit, html: str) -> str:
    """Images are filled in by a script, with a copy for those without."""
    return re.sub(r'<img([^>]*?) src="([^"]+)"', rf'<img loading="lazy"\1 src="{PIXEL}" data-src="\2"', html)


def indented(v: Visit, html: str) -> str:
    """Every block on a line of its own, deep in."""
    return re.sub(r"(</(?:div|li|tr|p|h[1-6]|ul|table|section|article)>)\s*<", r"\1\n            <", html)


def entities(v: Visit, html: str) -> str:
    """Letters beyond ASCII are written as numbers."""
    return "".join(sign if ord(sign) < 128 else f"&#{ord(sign)};" for sign in html)


def capitals(v: Visit, html: str) -> str:
    """Headings are now written in capitals where a style did that before."""
    return re.sub(r"(<h[23][^>]*>)([^<]+)(?=</h[23]>)", lambda m: m[1] + m[2].upper(), html)


def menu(v: Visit, html: str) -> str:
    """The links of the menu stand in another order."""
    links = re.findall(r'<a class="nav-link"[^>]*>[^<]*</a>', html)
    for old, new in zip(links, reversed(links), strict=True):
        html = html.replace(old, f"\0{links.index(new)}\0", 1)
    return re.sub(r"\0(\d+)\0", lambda m: links[int(m[1])], html)


REWRITES: dict[str, Rewrite] = {
    "template": template,
    "typography": typography,
    "dates": dates,
    "absolute": absolute,
    "lazy": lazy,
    "indented": indented,
    "capitals": capitals,
    "menu": menu,
    "entities": entities,
}


def rewritten(v: Visit, html: str) -> str:
    """The page as it is written on this visit."""
    for name, rewrite in REWRITES.items():
        if v.after and name in v.varies:
            html = rewrite(v, html)
    return html
