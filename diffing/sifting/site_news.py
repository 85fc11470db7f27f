"""News in a site's furniture: a product that came into the navigation, or went."""

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from diffing.comparing.compare import make_edit
from diffing.wording.text import compared
from domain.changes import Edit
from domain.content import Block, Extraction, Link, Where

FURNITURE = (Where.NAV, Where.HEADER, Where.FOOTER)
# What sites call the part under which their products stand, as a folder of the address or a heading of the menu.
PRODUCTS = re.compile(
    r"(?<![a-z])(?:products?|platforms?|solutions?|features?|modules?|apps?|add-?ons?|services|tools?|integrations?|"
    r"produkte?|lösungen|loesungen|funktionen|produits?|fonctionnalites|fonctionnalités|productos?|soluciones|"
    r"funciones)(?![a-z])|製品|产品|ソリューション|解决方案",
    re.IGNORECASE,
)
LONGEST_NAME = 48
MOST = 12  # a menu with more that is new was built anew
WAITS = "in the site's navigation: told when the next visit shows it too"


def navigation_edits(source_id: int, before: Extraction, after: Extraction) -> tuple[Edit, ...]:
    """Links to products that only one of two answers has in its furniture, each marked as noise that waits.

    None where the menu as a whole is another one: that says nothing of a product.
    """
    shown = _shown(before), _shown(after)
    if shown[0].keys() == shown[1].keys():  # as on nearly every page
        return ()
    old, new = (_products(links) for links in shown)
    if not old or not new:
        return ()
    gone, come = _missing(old, new, after), _missing(new, old, before)
    if len(gone) + len(come) > MOST:
        return ()
    edits = [make_edit(source_id, block, None) for block in gone] + [
        make_edit(source_id, None, block) for block in come
    ]
    return tuple(replace(edit, noise=WAITS, waits=True) for edit in edits)


def _shown(extraction: Extraction) -> dict[tuple[Link, str], None]:
    """The short links of the furniture, each with the heading it stands under, in the order of the page."""
    return {
        (link, block.path[-1] if block.path else ""): None
        for block in extraction.blocks
        if block.chrome and block.where in FURNITURE
        for link in block.links
        if len(link.text) <= LONGEST_NAME
    }


def _products(shown: Iterable[tuple[Link, str]]) -> dict[str, Block]:
    """The links that lead to products as blocks of their own, by what they are compared by."""
    found: dict[str, Block] = {}
    for link, heading in shown:
        if _leads_to_product(link, heading):
            found.setdefault(compared(link.text), _block(link))
    found.pop("", None)
    return found


def _leads_to_product(link: Link, heading: str) -> bool:
    """Whether a link leads below a folder of products: to one of them, and not to the list of all."""
    folders = [folder for folder in urlsplit(link.url).path.split("/") if folder]
    below = any(PRODUCTS.fullmatch(folder) for folder in folders[:-1])
    return below or (bool(folders) and PRODUCTS.fullmatch(heading.strip()) is not None)


def _block(link: Link) -> Block:
    return Block(where=Where.NAV, path=(), text=link.text, links=(link,), chrome=True)


def _everywhere(extraction: Extraction) -> frozenset[str]:
    """What stands anywhere on a page, and where its links lead: a link moved or renamed is nothing new."""
    texts = {compared(block.text) for block in extraction.blocks}
    links = [link for block in extraction.blocks for link in block.links]
    return frozenset(texts | {compared(link.text) for link in links} | {_target(link) for link in links})


def _missing(links: dict[str, Block], others: dict[str, Block], other: Extraction) -> list[Block]:
    """The links that stand nowhere on the other page, which is only looked through where its menu lacks one."""
    lacking = {name: block for name, block in links.items() if name not in others}
    known = _everywhere(other) if lacking else frozenset()
    return [block for name, block in lacking.items() if name not in known and _target(block.links[0]) not in known]


def _target(link: Link) -> str:
    try:
        parts = urlsplit(link.url)
    except ValueError:
        return link.url
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}"
