"""Patterns that are compiled when they are first asked."""

import gc
from importlib import import_module
from pathlib import Path

import pytest
import re2

import classifiers
from classifiers.wording.patterns import Pattern

ROOM = Path(classifiers.__file__).parent
MODULES = [
    ".".join(path.relative_to(ROOM.parent).with_suffix("").parts)
    for path in sorted(ROOM.rglob("*.py"))
    if path.name != "__init__.py"
]


def test_a_pattern_is_asked_as_one_of_re2s_own() -> None:
    word = Pattern(r"(?i)(c)ats?")
    assert word.search("two Cats").span() == (4, 8)
    assert word.match("two cats") is None
    assert word.fullmatch("CAT").group(1) == "C"
    assert [match.start() for match in word.finditer("cat, cats")] == [0, 5]
    assert word.sub("dog", "a cat") == "a dog"
    assert word.pattern == r"(?i)(c)ats?"


def test_a_pattern_that_nobody_asks_is_never_compiled() -> None:
    broken = Pattern("(")
    with pytest.raises(re2.error):
        broken.search("")


def test_a_pattern_has_nothing_else() -> None:
    with pytest.raises(AttributeError, match="flags"):
        Pattern("a").flags  # noqa: B018


def test_every_pattern_of_the_room_is_well_formed() -> None:
    for module in MODULES:
        import_module(module)
    gc.collect()  # what other tests made is gone
    patterns = [one for one in gc.get_objects() if isinstance(one, Pattern)]
    assert len(patterns) > 500
    for pattern in patterns:
        pattern.search("")
