"""Where a link leads, as a whole address."""

import re
from functools import lru_cache
from urllib.parse import urljoin

# Most links are a path from the top of their own site, with nothing in it to be resolved.
PLAIN_PATH = re.compile(r"/(?:[\w%-]+/)*[\w%-]*")
# Of the others, most are a whole address in which nothing is to be resolved either.
PLAIN_ADDRESS = re.compile(
    r"https?://[\w.-]+(?::\d+)?(?:/[\w%.~@+,=/-]*)?(?:\?[\w%.~@+,=&/:-]+)?(?:#[\w%.~@+,=&/!:-]+)?", re.ASCII
)
ORIGIN = re.compile(r"(https?://[\w.:-]+)(?:[/?#].*)?", re.DOTALL | re.ASCII)


@lru_cache(maxsize=8_192)
def absolute(base: str, href: str) -> str:
    """The address that `href` means on a page at `base`; `href` itself where it means none."""
    path = href.strip()
    origin = _origin(base)
    if origin and path[:1] == "/" and PLAIN_PATH.fullmatch(path):
        return origin + path
    if origin and PLAIN_ADDRESS.fullmatch(path):
        return path
    try:
        return urljoin(base, path)
    except ValueError:
        return href


@lru_cache(maxsize=64)
def _origin(base: str) -> str:
    """Scheme and host of a plain address; "" of any other."""
    found = ORIGIN.fullmatch(base)
    return found[1] if found else ""
