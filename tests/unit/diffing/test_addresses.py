"""Links lead where the standard says that they lead, however they are written."""

import random
from urllib.parse import urljoin

import pytest

from diffing.reading.addresses import absolute

BASES = (
    *("https://brightvane.example", "http://brightvane.example/a/b?c#d", "https://brightvane.example:8080/x"),
    *("HTTPS://BRIGHTVANE.example/a", "https://ines@brightvane.example/", "", "about:blank", "file:///a/b"),
    *("http://[::1]/a", "https://kälte.example/a;b/c"),
)
PIECES = (
    "/",
    "a",
    "b-c",
    "_",
    "%20",
    "é",
    "..",
    ".",
    "?",
    "#",
    ";",
    "//",
    ":",
    "https://elsin.example",
    "/plans/a.html",
    "?page=2&x",
    "#c!",
    " ",
    "\t",
    "=",
)


@pytest.mark.parametrize("base", BASES)
def test_any_link_is_joined_as_by_the_standard(base: str) -> None:
    chance = random.Random(base)
    for _ in range(2_000):
        href = "".join(chance.choice(PIECES) for _ in range(chance.randint(0, 6)))
        assert absolute(base, href) == urljoin(base, href.strip())


def test_a_link_that_means_nothing_stays_as_it_is_written() -> None:
    assert absolute("https://brightvane.example/a", "http://[half") == "http://[half"
