"""The parser in C reads what the one in Python reads, places included; where it would not, it is not asked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError, YAMLStreamError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

from classifiers import OUR_RULES
from config.yaml_nodes import READ_DIFFERENTLY, compose
from config.yaml_tree import parse

PIECES = (
    *("[", "]", "{", "}", ", ", ":", ": ", "- ", "? ", "#", " #", "&x ", "*x", "!t ", "|\n ", ">-\n ", "<<: "),
    *("---\n", "%", "\n", "\n  ", "\r\n", "\t", " ", "'", '"', "\\", "key", "é", "\x85", "\u2028", "\ufeff"),
    *("a:\n", "- \n", "1:2"),
)


def leaves(node: Node | None) -> Iterator[tuple[object, ...]]:
    """Every node in order; where nothing is written at all, no place: the tree tells it at what stands before."""
    if node is None:
        return
    empty = isinstance(node, ScalarNode) and node.value == "" and not node.style
    place = None if empty else (node.start_mark.line, node.start_mark.column)
    yield type(node), str(node.tag), place, node.value if isinstance(node, ScalarNode) else len(node.value)
    if not isinstance(node, ScalarNode):
        for item in node.value:
            for part in item if isinstance(node, MappingNode) else (item,):
                yield from leaves(part)


def told(reader: Callable[[str], Node | None], text: str) -> object:
    try:
        return list(leaves(reader(text)))
    except (YAMLError, YAMLStreamError) as error:
        return type(error), str(error)


def in_python(text: str) -> Node | None:
    return YAML(typ="safe", pure=True).compose(text)  # type: ignore[no-any-return]


@pytest.mark.parametrize("path", sorted(OUR_RULES.glob("*.yaml")), ids=lambda path: path.name)
def test_our_rules_are_read_in_c_and_alike(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert READ_DIFFERENTLY.search(text) is None
    assert list(leaves(compose(text))) == list(leaves(in_python(text)))


@pytest.mark.parametrize("text", ['a: [b, "c":]\n', "\r---\n#a", "a: >-\n \n  b\n", "a: |#b\n  c\n", "b: {&c: d}\n"])
def test_what_the_two_would_take_differently_is_read_in_python(text: str) -> None:
    assert READ_DIFFERENTLY.search(text) is not None
    assert told(compose, text) == told(in_python, text)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join).filter(lambda text: text.count("&x") < 2))
def test_any_text_is_read_alike_or_refused_alike(text: str) -> None:
    assert told(compose, text) == told(in_python, text)


@pytest.mark.parametrize(
    ("text", "place"),
    [("<<:\na: 1\n", "2:1"), ("a: 1\n---\nb: 2\n", "2:1"), ("a: b\tc\n\t- d\n", "1:5"), ("a: !t &x\n", "1:7")],
)
def test_places_are_those_of_the_parser_in_python(text: str, place: str) -> None:
    (problem,) = parse(text, "mine.yaml")[1]
    assert str(problem).startswith(f"mine.yaml:{place}: ")


@pytest.mark.parametrize("text", ["- " * 100_000, "? " * 100_000, "{a: " * 20_000])
def test_nesting_without_end_takes_nothing_down(text: str) -> None:
    (problem,) = parse(text, "mine.yaml")[1]
    assert problem.message == "nested too deeply"
