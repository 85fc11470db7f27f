"""What an element says of itself by its class is heard, whatever else the class says."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from diffing.reading.chrome import CONSENT_NAMES, COOKIE_PIECES, PLACES, UNSEEN, named

TELLING = (
    *(*PLACES, *CONSENT_NAMES, *COOKIE_PIECES, *UNSEEN, "cookie", "cookies", "tab", "tabs"),
    *("card", "tile", "plan", "tier", "package", "sr-only", "sronly", "visuallyhidden", "u-visually-hidden"),
    *("screen-reader-text", "screenreader", "assistive-text", "a11y-hidden", "mobile-only", "is-phone", "show-tablet"),
    *("hide-desktop", "hidden-lg", "visible-xs", "d-md-none", "lg:hidden", "show-for-small-only", "small-only"),
)
SILENT = ("btn", "row", "col-6", "text", "u", "x-", "_", "Grid", "flex:1", "a11", "car", "mob")
NAMES = st.lists(
    st.tuples(st.sampled_from(TELLING + SILENT), st.sampled_from(("", " ", "-", "_"))).map("".join), max_size=4
).map("".join)
WRITTEN = (str, str.upper, str.title)


@given(names=NAMES, written=st.sampled_from(WRITTEN))
def test_the_quick_look_at_a_class_misses_nothing_it_says(names: str, written: Callable[[str], str]) -> None:
    # A class beyond ASCII is never looked at quickly; "é" says nothing.
    assert named(written(names)) == named(f"{written(names)} é")
