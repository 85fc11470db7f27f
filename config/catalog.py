"""Sources that are set up once for everybody: what `use: NAME` stands for in `sources.yaml`."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

from pydantic import Field

from config.schema import Strict, check, did_you_mean
from config.values import Name, Slug, Text
from config.yaml_tree import Loc, Tree, parse
from domain.errors import ConfigurationError
from domain.problems import Problem

FILE = Path(__file__).with_name("catalog.yaml")
BLANK = re.compile(r"<([a-z]+)>")
USED = "use"


class Ask(Strict):
    """Something that an entry cannot know: what it is, one example, and how it is written (a pattern), if only so."""

    what: Text
    example: Text
    pattern: Text | None = None


class Offer(Strict):
    """One entry of the catalog: what it watches, what it asks for, and the source it stands for."""

    watches: Text
    asks: dict[Slug, Ask] = Field(default_factory=dict)
    source: Annotated[dict[Name, Any], Field(min_length=1)]


@cache
def offers() -> Mapping[str, Offer]:
    """The catalog by name; raises ConfigurationError naming every line of it that is wrong."""
    tree, problems = parse(FILE.read_text(encoding="utf-8"), f"config/{FILE.name}")
    found: dict[str, Offer] = {}
    for name, data in (tree.data if tree else {}).items():
        offer, wrong = check(Offer, tree, (name,), data) if tree else (None, ())
        problems += wrong
        if offer is not None:
            found[name] = offer
    if problems:
        raise ConfigurationError(problems)
    return found


def expanded(tree: Tree, path: Loc, data: Any) -> tuple[Any, tuple[Problem, ...]]:
    """The entry with what its `use` stands for; what the entry says itself comes before that.

    An entry without `use` comes back as it is. A problem for a name that the catalog does not have, and for each thing
    that is asked for and missing, or written in a way it cannot be.
    """
    if not isinstance(data, dict) or USED not in data:
        return data, ()
    offer = offers().get(str(data[USED]))
    if offer is None:
        said = did_you_mean(str(data[USED]), offers()) or "bellwether catalog list shows all"
        return data, (tree.problem((*path, USED), f"the catalog has no '{data[USED]}'", said),)
    problems = tuple(_lacking(tree, path, data, offer))
    given = {word: str(data[word]) for word in offer.asks if data.get(word)}
    own = {key: value for key, value in data.items() if key != USED and key not in offer.asks}
    return {**_filled(offer.source, given), **own}, problems


def _lacking(tree: Tree, path: Loc, data: Mapping[str, Any], offer: Offer) -> list[Problem]:
    found = []
    for word, ask in offer.asks.items():
        value = data.get(word)
        hint = f"{ask.what}: '{word}: {ask.example}'"
        if value is None:
            found.append(tree.problem(path, f"'{data[USED]}' asks for '{word}'", hint))
        elif not isinstance(value, str) or (ask.pattern and not re.fullmatch(ask.pattern, value)):
            found.append(tree.problem((*path, word), f"'{value}' cannot be its '{word}'", hint))
    return found


def _filled(value: Any, given: Mapping[str, str], *, address: bool = False) -> Any:
    """A value of the catalog with its <blanks> filled in; in an address as an address writes it."""
    if isinstance(value, dict):
        return {key: _filled(each, given, address=key in ("url", "link")) for key, each in value.items()}
    if isinstance(value, list):
        return [_filled(each, given) for each in value]

    def fill(found: re.Match[str]) -> str:
        word = given.get(found[1], found[0])
        return quote(word, safe="/") if address and found[1] in given else word

    return BLANK.sub(fill, value) if isinstance(value, str) else value


def as_document() -> str:
    """The catalog as a Markdown table for people: name, what it watches, what to write."""
    rows = [f"| `{name}` | {offer.watches} | {_asked(offer)} |" for name, offer in sorted(offers().items())]
    return "\n".join(["| `use:` | watches | asks for |", "| --- | --- | --- |", *rows])


def _asked(offer: Offer) -> str:
    return "; ".join(f"`{word}: {ask.example}`, {ask.what}" for word, ask in offer.asks.items()) or "nothing"
