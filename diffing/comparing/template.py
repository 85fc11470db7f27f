"""Whether two answers of a page are cut from one template: another one may be served now and then, to any visitor."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

CLASS = re.compile(rb"""class=["']?([^"'>]*)""")
TAG = re.compile(rb"<([a-z][a-z0-9]*)")
FEWEST = 20  # class names: with fewer, a page says too little of its template
ALIKE = 0.25  # of all class names, and of all steps from tag to tag, that two answers of one template share at least


def other_template(before: bytes, after: bytes) -> bool:
    """Whether two pieces of markup share neither their class names nor the order of their tags.

    Hashed class names change with every build, so a page is only cut from another template where its tags differ too.
    """
    written, rewritten = set(CLASS.findall(before)), set(CLASS.findall(after))
    if written == rewritten:  # as on most pages
        return False
    old, new = _names(written), _names(rewritten)
    if min(len(old), len(new)) < FEWEST or len(old & new) >= ALIKE * len(old | new):
        return False
    steps, later = _steps(before), _steps(after)
    return (steps & later).total() < ALIKE * (steps | later).total()


def _names(written: Iterable[bytes]) -> set[bytes]:
    return {name for names in written for name in names.split()}


def _steps(markup: bytes) -> Counter[tuple[bytes, bytes]]:
    tags = TAG.findall(markup)
    return Counter(pairwise(tags))
