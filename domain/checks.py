"""What a check of an installation found: one line each, with what to do where something is wrong."""

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    OK = "ok"
    WARNING = "warning"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """`name` is what was looked at, `said` what was seen, `hint` the next step where it is not as it should be."""

    name: str
    health: Health
    said: str
    hint: str = ""
