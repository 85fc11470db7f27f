"""Checks a tree against a pydantic model and turns what pydantic finds into problems a person can act on."""

import os
from collections.abc import Iterable, Mapping
from types import UnionType
from typing import Annotated, Any, ClassVar, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from config.yaml_tree import Loc, Tree
from domain.problems import Problem

# Before the first model is made: pydantic else reads what every installed package says of itself, to find plugins that
# would see all that people write. We have none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


class Strict(BaseModel):
    """Unknown keys are problems; texts come without the blanks around them."""

    EXAMPLE: ClassVar[str] = "{key: value}"  # how the whole may be written where something else stands

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, hide_input_in_errors=True)


M = TypeVar("M", bound=Strict)
T = TypeVar("T")


def as_list(value: object) -> object:
    """One value where a list may stand is a list of one."""
    return value if isinstance(value, list) else [value]


Many = Annotated[tuple[T, ...], BeforeValidator(as_list)]


class Fault(ValueError):
    """What a validator raises: a message and what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint naming the nearest known word, or all of them where there are few; method: rapidfuzz's ratio."""
    from rapidfuzz import fuzz, process

    names = list(known)
    best = process.extractOne(word.casefold(), names, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=60)
    if best is not None:
        return f"did you mean '{best[0]}'?"
    return f"known: {', '.join(names)}" if 0 < len(names) <= 12 else ""


def check(
    model: type[M], tree: Tree, path: Loc, data: Any, *, advice: dict[str, str] | None = None
) -> tuple[M | None, tuple[Problem, ...]]:
    """The record at `path`, or all problems in it. `advice` maps keys that are no keys of the model to a hint."""
    if not isinstance(data, dict):
        said = (
            f"'{data}' stands where keys and values belong" if isinstance(data, str) else "keys and values belong here"
        )
        return None, (tree.problem(path, said, f"write for example '{next(iter(model.model_fields))}: ...'"),)
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=True)
        return None, tuple(_problem(model, tree, path, detail, advice or {}) for detail in found)


def _problem(model: type[Strict], tree: Tree, path: Loc, detail: Mapping[str, Any], advice: dict[str, str]) -> Problem:
    loc = tuple(detail["loc"])
    kind = detail["type"]
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        key = str(loc[-1])
        hint = advice.get(key) or did_you_mean(key, _keys(model, loc[:-1]))
        return tree.problem((*path, *loc), f"unknown key '{key}'", hint, key=True)
    if kind == "missing":
        sign = " =" if tree.file.endswith(".toml") else ":"
        return tree.problem((*path, *loc[:-1]), f"'{loc[-1]}' is missing", f"add '{loc[-1]}{sign} ...'")
    on_key = bool(loc) and loc[-1] == "[key]"
    place = (*path, *(loc[:-1] if on_key else loc))
    fault = context.get("error")
    if isinstance(fault, Fault):
        return tree.problem(place, fault.message, fault.hint, key=on_key)
    message, hint = _words(kind, detail, {**context, "example": _example(model, loc)})
    return tree.problem(place, message, hint, key=on_key)


# Pydantic's kinds of finding in the words of someone who edits a file: what is wrong, what to do.
SAID: dict[str, tuple[str, str]] = {
    "string_type": ("one text belongs here, not a list or a mapping", "put it in quotes if it begins with {{ or ["),
    "model_type": ("{given} stands where keys and values belong", "write it as {example}"),
    "dict_type": ("{given} stands where keys and values belong", "write it as {example}"),
    "list_type": ("a list belongs here", "begin each item with a dash"),
    "tuple_type": ("a list belongs here", "begin each item with a dash"),
    "bool_parsing": ("{given} is neither true nor false", "write true or false"),
    "bool_type": ("{given} is neither true nor false", "write true or false"),
    "int_parsing": ("{given} is not a whole number", "write digits only"),
    "int_type": ("{given} is not a whole number", "write digits only"),
    "int_from_float": ("{given} is not a whole number", "write digits only"),
    "float_parsing": ("{given} is not a number", "write digits only"),
    "float_type": ("{given} is not a number", "write digits only"),
    "greater_than_equal": ("{given} is too small", "at least {ge}"),
    "greater_than": ("{given} is too small", "more than {gt}"),
    "less_than_equal": ("{given} is too large", "at most {le}"),
    "string_too_short": ("an empty value", "write one, or delete the key"),
    "string_too_long": ("the text is too long", "at most {max_length} characters"),
}


def _words(kind: str, detail: Mapping[str, Any], context: dict[str, Any]) -> tuple[str, str]:
    given = detail["input"]
    if given is None:
        return "a value is missing here", "write one, or delete the key"
    said = f"'{given}'" if isinstance(given, str | int | float) else "this"
    if kind in ("enum", "literal_error"):
        expected = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return f"unknown value {said}", did_you_mean(str(given), [word.strip() for word in expected.split(",")])
    message, hint = SAID.get(kind, (str(detail["msg"]).replace("{", "{{").replace("}", "}}"), ""))
    return message.format(given=said, **context), hint.format(given=said, **context)


FREE_KEYS = {  # mappings whose keys are names of one's own
    "headers": "{X-Key: ...}",
    "where": "{status: [Ready]}",
    "also_uses": "{Vanta: Trust Center}, or {Vanta: null}",
    "rivals": "{Vanta: [FedRAMP, Trust Center]}, or {Vanta: null}",
}


def _example(model: type[Strict], loc: Loc) -> str:
    """How what belongs at `loc` may be written."""
    if loc and loc[-1] in FREE_KEYS:
        return FREE_KEYS[str(loc[-1])]
    return next((str(candidate.EXAMPLE) for candidate in _models_at(model, loc)), "{key: value}")


def _keys(model: type[Strict], loc: Loc) -> list[str]:
    """The keys of the model that stands at `loc` inside `model`."""
    return [name for candidate in _models_at(model, loc) for name in candidate.model_fields]


def _models_at(model: type[Strict], loc: Loc) -> list[type[Strict]]:
    found: Any = model
    for step in loc:
        for candidate in _models(found):
            if isinstance(step, str) and step in candidate.model_fields:
                found = candidate.model_fields[step].annotation
                break
    return _models(found)


def _models(annotation: Any) -> list[type[Strict]]:
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        return [annotation]
    if get_origin(annotation) in (Union, UnionType, Annotated, tuple, list, dict):
        return [model for part in get_args(annotation) for model in _models(part)]
    return []
