"""How domain records become the JSON text of a column and come back equal."""

import json
import re
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from domain.errors import StorageError
from domain.events import Sighting
from domain.findings import FACT_TYPES, Fact, Quote

T = TypeVar("T")

# PostgreSQL refuses NUL in text, and no UTF-8 column takes half a surrogate pair; one character stands for one, so
# that offsets into the text stay right.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


_ADAPTERS: dict[object, TypeAdapter[Any]] = {}


def _adapter(type_: type[T]) -> TypeAdapter[T]:
    """Made when first needed: it takes milliseconds, and most commands need few."""
    if type_ not in _ADAPTERS:
        _ADAPTERS[type_] = TypeAdapter(type_)
    return _ADAPTERS[type_]


def clean(text: str) -> str:
    """The text with NUL and lone surrogates replaced by U+FFFD, character for character."""
    return _UNSTORABLE.sub("\ufffd", text)


def to_json(value: object) -> str:
    """Compact JSON with sorted keys: equal values give equal text. Lone surrogates become U+FFFD."""
    return clean(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def write(type_: type[T], value: T) -> str:
    """StorageError when a field holds something else than its type says: it would not come back equal."""
    try:
        return to_json(_adapter(type_).dump_python(value, mode="json", warnings="error"))
    except ValueError as error:
        raise StorageError(f"a record cannot be stored: {error}") from error


def read(type_: type[T], text: str) -> T:
    """The record again; StorageError when the text is not one (written by another version, or damaged)."""
    try:
        return _adapter(type_).validate_python(json.loads(text))
    except (ValidationError, json.JSONDecodeError) as error:
        raise StorageError(f"a stored record cannot be read: {error}") from error


def write_sighting(sighting: Sighting) -> str:
    """StorageError when a fact's type is not one of FACT_TYPES: it could not be read back as what it was."""
    for fact in sighting.facts:
        if not isinstance(fact.value, FACT_TYPES.get(fact.type, ())):
            raise StorageError(f"a fact of type {fact.type!r} holds {type(fact.value).__name__}")
    return write(Sighting, sighting)


def read_sighting(text: str) -> Sighting:
    """A fact's value is read as the record its `type` names: the shapes alone are too alike to tell them apart."""
    try:
        data = json.loads(text)
        data["facts"] = [_read_fact(fact) for fact in data["facts"]]
        return _adapter(Sighting).validate_python(data)
    except (ValidationError, json.JSONDecodeError, KeyError) as error:
        raise StorageError(f"a stored sighting cannot be read: {error}") from error


def _read_fact(data: dict[str, Any]) -> Fact:
    return Fact(
        type=data["type"],
        value=_adapter(FACT_TYPES[data["type"]]).validate_python(data["value"]),
        quote=_adapter(Quote).validate_python(data["quote"]),
        confidence=data["confidence"],
        part=data["part"],
    )
