"""What makers write without a verb of launching or ending, and where the name ends."""

import pytest

from tests.unit.classifiers.support_said import product_moves


def moves(text: str) -> list[tuple[str, str, str | None]]:
    return [(one.move, one.name, one.before) for one in product_moves(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("RateLens Scout is available from today for all chains", "RateLens Scout"),
        ("RateLens 4.2 arrives with night rates", "RateLens"),
        ("RateLens Scout exits public beta", "RateLens Scout"),
        ("RateLens Scout goes on sale", "RateLens Scout"),
        ("Kestrel starts shipping the RateLens Box", "RateLens Box"),
        ("Kestrel shows a booking tool called RateLens Scout", "RateLens Scout"),
        ("Kestrel unveils the third generation of its RateLens reader", "RateLens"),
        ("Kestrel Launches RateLens Scout In Europe", "RateLens Scout"),
        ("Kestrel launches Kestrel's RateLens Scout", "RateLens Scout"),
        ("Just launched: RateLens Scout", "RateLens Scout"),
        ("RateLens Scout is GA", "RateLens Scout"),
        ("Say hi to RateLens Scout", "RateLens Scout"),
    ],
)
def test_a_product_comes_in_the_words_of_a_notice(text: str, name: str) -> None:
    assert moves(text) == [("launched", name, None)]


@pytest.mark.parametrize(
    ("text", "move", "name"),
    [
        ("Kestrel trials RateLens Scout with six hotels", "previewed", "RateLens Scout"),
        ("Now in public beta: RateLens Scout", "previewed", "RateLens Scout"),
        ("Sneak peek: RateLens Scout", "previewed", "RateLens Scout"),
        ("Support for RateLens 3 ends on 1 May 2027", "retired", "RateLens"),
        ("The RateLens Scout app will be switched off in June", "retired", "RateLens Scout"),
        ("Kestrel pulls the plug on RateLens Scout", "retired", "RateLens Scout"),
        ("RateLens Scout shuts down on 3 May", "retired", "RateLens Scout"),
        ("RateLens Scout reaches end of life in October", "retired", "RateLens Scout"),
        ("Night rates are now available in RateLens", "feature_added", "Night rates"),
        ("Added: exports by room type", "feature_added", "exports"),
        ("Removed: legacy print view", "feature_removed", "print view"),
    ],
)
def test_a_product_or_feature_is_tried_ends_or_changes_so(text: str, move: str, name: str) -> None:
    assert [one[:2] for one in moves(text)] == [(move, name)]


@pytest.mark.parametrize(
    ("text", "name", "before"),
    [
        ("RateLens Basic is now RateLens Start", "RateLens Start", "RateLens Basic"),
        ("RateLens is now StayFeed", "StayFeed", "RateLens"),
        ("RateLens Scout changes its name to RateLens Radar", "RateLens Radar", "RateLens Scout"),
        ("RateLens Radar is the new name for RateLens Scout", "RateLens Radar", "RateLens Scout"),
    ],
)
def test_a_product_that_is_now_called_so_is_renamed(text: str, name: str, before: str) -> None:
    assert moves(text) == [("renamed", name, before)]


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel is now Calder Group",
        "Calder Bank is now Calder Trust",
        "RateLens is now Available",
        "RateLens is now ISO 27001 certified",
        "Kestrel closes Leeds office",
        "Kestrel drops Calder as sponsor",
        "Kestrel switches off Christmas lights",
        "Kestrel tests Leeds drivers",
        "Kestrel brings bill payments up to date",
        "Support for Windows 7 ends in June",
        "Updates for Calder Street end in June",
        "Kestrel retires",
        "Kestrel starts selling tickets",
        "Sales of Kestrel rise",
    ],
)
def test_what_only_sounds_so_is_no_move_of_a_product(text: str) -> None:
    assert moves(text) == []
