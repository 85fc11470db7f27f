"""Rooms whose parts are loaded when they are first asked for, so that no command waits for what it does not use."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def by_need(room: str, where: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` (PEP 562) of a room: each name comes from the module of the room that `where` gives for it."""

    def load(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{room}.{where[name]}"), name)
        setattr(sys.modules[room], name, found)
        return found

    return load
