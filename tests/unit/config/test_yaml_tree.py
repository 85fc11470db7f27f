"""YAML as text, lists and mappings, each with its place; every way a file can be broken."""

import pytest

from config.yaml_tree import Place, parse


def told(text: str) -> list[str]:
    _, problems = parse(text, "sources.yaml")
    return [str(problem) for problem in problems]


def data_of(text: str) -> object:
    tree, problems = parse(text, "sources.yaml")
    assert tree is not None
    assert problems == ()
    return tree.data


@pytest.mark.parametrize("typed", ["no", "on", "07:00", "22:30:15", "1e3", "0x1F", "010", "2026-07-01", "1_000", "="])
def test_a_value_stays_what_was_typed(typed: str) -> None:
    assert data_of(f"places: [{typed}]\n") == {"places": [typed]}


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing_and_a_quoted_null_is_a_word(typed: str) -> None:
    assert data_of(f"name: {typed}\nother: '{typed}'\n") == {"name": None, "other": typed}


def test_keys_and_values_have_their_places() -> None:
    tree, _ = parse("a:\n  - name: x\n    tags: [y, z]\n", "sources.yaml")
    assert tree is not None
    assert tree.place(("a", 0, "tags"), key=True) == Place(line=3, column=5)
    assert tree.place(("a", 0, "tags")) == Place(line=3, column=11)
    assert tree.place(("a", 0, "tags", 1)) == Place(line=3, column=15)


def test_all_that_a_file_holds_stands_where_it_was_read() -> None:
    tree, _ = parse("a: {b: [c, {d: e}]}\nf:\n  - g: [h]\n", "x.yaml")
    assert tree is not None
    assert all(tree.place(path) == tree.values[path] for path in tree.values)
    assert all(tree.place(path, key=True) == tree.keys[path] for path in tree.keys)


def test_what_is_not_there_is_told_at_what_stands_around_it() -> None:
    tree, _ = parse("a:\n  - name: x\n", "sources.yaml")
    assert tree is not None
    assert tree.place(("a", 0, "url", "deeper")) == Place(line=2, column=5)


def test_one_value_stands_for_a_list_of_one() -> None:
    tree, _ = parse("mute: {tag: x}\n", "accounts.yaml")
    assert tree is not None
    assert tree.place(("mute", 0, "tag")) == Place(line=1, column=13)


def test_every_key_given_twice_is_told() -> None:
    assert told("a: 1\nb: {c: 1, c: 2}\na: 3\n") == [
        "sources.yaml:2:11: the key 'c' is given twice (the first is in line 2; keep one)",
        "sources.yaml:3:1: the key 'a' is given twice (the first is in line 1; keep one)",
    ]


def test_a_tab_is_told_as_a_tab() -> None:
    assert told("a:\n\t- b\n") == ["sources.yaml:2:1: a tab is used for indentation (indent with spaces)"]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: [1\nb: 2\n", "2:2", "there is no ',' or ']' before this"),
        ("a: 'open\n", "1:4", "the quote that opens here is never closed"),
        ("a: 1\n- b\n", "2:1", "a list item stands where a key is expected"),
        ("a: 'x' y\n", "1:8", "this line does not fit those above it"),
        ("note: Sales: urgent\n", "1:12", "a ': ' stands where none is expected"),
        ("- a\nb\n", "2:1", "neither 'key: value' nor a list item"),
        ("a: *where\n", "1:4", "undefined alias"),
        ("a: 1\n---\nb: 2\n", "2:1", "a second document begins here"),
        ("a: \x07b\n", "1:4", "#x0007 is not allowed"),
        ("? [a, b]\n: c\n", "1:3", "a key must be a word"),
        ("a: !!python/object:os.system x\n", "1:4", "is not read here"),
        ("<<: 3\n", "1:5", "'<<' takes a mapping"),
    ],
)
def test_broken_syntax_is_told_with_its_place(text: str, place: str, words: str) -> None:
    lines = told(text)
    assert len(lines) == 1
    assert lines[0].startswith(f"sources.yaml:{place}: ")
    assert words in lines[0]
    assert lines[0].endswith(")"), "there is a hint"


@pytest.mark.parametrize(
    ("line", "own", "near"),
    [
        ("    - name: z", 4, 6),
        ("     - name: z", 5, 6),
        ("       - name: z", 7, 6),
        ("   - name: B", 3, 2),
        ("- name: B", 0, 2),
        ("         every: 6h", 9, 8),
        ("       every: 6h", 7, 8),
        ("      every: 6h", 6, 8),
        ("          every: 6h\n        kind: page", 10, 8),
    ],
)
def test_a_line_out_of_line_is_told_with_its_blanks_and_those_of_its_neighbours(line: str, own: int, near: int) -> None:
    above = "competitors:\n  - name: A\n    sources:\n      - name: x\n        url: y\n"
    (said,) = told(above + line + "\n")
    assert said.startswith("sources.yaml:6:")
    assert f"this line is indented by {own}, its neighbours by {near} (line it up with those it belongs to" in said


def test_anchors_may_be_reused() -> None:
    assert data_of("a: &x [1]\nb: *x\nc: {<<: {d: 2, e: 3}, e: 4}\n") == {
        "a": ["1"],
        "b": ["1"],
        "c": {"e": "4", "d": "2"},
    }


def test_a_problem_in_an_aliased_value_is_told_where_the_value_stands() -> None:
    tree, _ = parse("a: &x {b: 1}\nc: *x\n", "sources.yaml")
    assert tree is not None
    assert tree.place(("c", "b"), key=True) == Place(line=1, column=8)


def test_aliases_that_expand_to_too_much_are_refused_quickly() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert told("\n".join(lines)) == ["sources.yaml:1:13: aliases (*name) expand to too much (write the values out)"]


def test_an_anchor_that_contains_itself_is_refused() -> None:
    assert told("a: &a [*a]\n") == ["sources.yaml:1:4: an anchor (&name) contains itself (write the values out)"]


def test_nesting_without_end_is_refused() -> None:
    assert told("a:\n  " + "[" * 20_000) == ["sources.yaml:2:3: nested too deeply (write fewer levels)"]
    assert told("{a: " * 2_000) == ["sources.yaml:1:1: nested too deeply (write fewer levels)"]


def test_an_empty_file_has_no_data_and_no_problem_of_syntax() -> None:
    assert data_of("# nothing yet\n") is None
