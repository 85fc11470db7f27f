"""Secrets in request headers: `${BELLWETHER_SECRET_X}` stands for an environment variable of that name."""

import re
from collections.abc import Mapping

from domain.errors import ConfigurationError
from domain.problems import Problem

REFERENCE = re.compile(r"\$\{([^}]*)\}")
ALLOWED = re.compile(r"BELLWETHER_SECRET_[A-Z0-9_]+")


def refused(value: str) -> str | None:
    """The first `${...}` that analysts' files may not use, or None."""
    bad = next((found for found in REFERENCE.finditer(value) if not ALLOWED.fullmatch(found[1])), None)
    if bad is not None:
        return bad[0]
    return "${" if "${" in REFERENCE.sub("", value) else None


def resolve(value: str, environ: Mapping[str, str]) -> str:
    """`value` with its secrets filled in; ConfigurationError naming the first variable that is not set or not allowed.

    A secret with a line break is refused: it would end the header.
    """

    def secret(found: re.Match[str]) -> str:
        name = found[1]
        if not ALLOWED.fullmatch(name):
            raise _unusable(name, "only names that begin with BELLWETHER_SECRET_ are read")
        if not environ.get(name):
            raise _unusable(name, "set it where the crawl runs")
        if any(ord(character) < 32 for character in environ[name]):
            raise _unusable(name, "it holds a line break or control character")
        return environ[name]

    return REFERENCE.sub(secret, value)


def _unusable(name: str, hint: str) -> ConfigurationError:
    problem = Problem(file="environment", line=0, column=0, message=f"the secret {name} cannot be used", hint=hint)
    return ConfigurationError((problem,))
