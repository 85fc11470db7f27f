"""How domain records become the JSON text of a column and come back equal."""

import json
import re
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from domain.errors import StorageError
from domain.events import Impact, Sighting
from domain.findings import FACT_TYPES, Fact, Quote

T = TypeVar("T")

# PostgreSQL refuses NUL in text, and no UTF-8 column takes half a surrogate pair; one character stands for one, so
# that offsets into the text stay right.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

_SIGHTING = TypeAdapter(Sighting)
_QUOTE = TypeAdapter(Quote)
_FACT_VALUES: dict[str, TypeAdapter[Any]] = {name: TypeAdapter(type_) for name, type_ in FACT_TYPES.items()}
IMPACT = TypeAdapter(Impact)


def clean(text: str) -> str:
    """The text with NUL and lone surrogates replaced by U+FFFD, character for character."""
    return _UNSTORABLE.sub("\ufffd", text)


def to_json(value: object) -> str:
    """Compact JSON with sorted keys: equal values give equal text. Lone surrogates become U+FFFD."""
    return clean(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def write(adapter: TypeAdapter[T], value: T) -> str:
    """StorageError when a field holds something else than its type says: it would not come back equal."""
    try:
        return to_json(adapter.dump_python(value, mode="json", warnings="error"))
    except ValueError as error:
        raise StorageError(f"a record cannot be stored: {error}") from error


def read(adapter: TypeAdapter[T], text: str) -> T:
    """The record again; StorageError when the text is not one (written by another version, or damaged)."""
    try:
        return adapter.validate_python(json.loads(text))
    except (ValidationError, json.JSONDecodeError) as error:
        raise StorageError(f"a stored record cannot be read: {error}") from error


def write_sighting(sighting: Sighting) -> str:
    """StorageError when a fact's type is not one of FACT_TYPES: it could not be read back as what it was."""
    for fact in sighting.facts:
        if not isinstance(fact.value, FACT_TYPES.get(fact.type, ())):
            raise StorageError(f"a fact of type {fact.type!r} holds {type(fact.value).__name__}")
    return write(_SIGHTING, sighting)


def read_sighting(text: str) -> Sighting:
    """A fact's value is read as the record its `type` names: the shapes alone are too alike to tell them apart."""
    try:
        data = json.loads(text)
        data["facts"] = [_read_fact(fact) for fact in data["facts"]]
        return _SIGHTING.validate_python(data)
    except (ValidationError, json.JSONDecodeError, KeyError) as error:
        raise StorageError(f"a stored sighting cannot be read: {error}") from error


def _read_fact(data: dict[str, Any]) -> Fact:
    return Fact(
        type=data["type"],
        value=_FACT_VALUES[data["type"]].validate_python(data["value"]),
        quote=_QUOTE.validate_python(data["quote"]),
        confidence=data["confidence"],
        part=data["part"],
    )
