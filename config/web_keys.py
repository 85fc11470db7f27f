"""The keys that sign the links of mails: from the environment, else from the operator's file. The first one signs."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from domain.errors import KeyMissing
from domain.problems import Problem
from domain.settings import Web
from guard.signed_links import LinkKey, keys_of

HINT = "`bellwether web key` draws one"


def link_keys(web: Web, environ: Mapping[str, str]) -> tuple[LinkKey, ...]:
    """At least one key. KeyMissing where there is none, or one that is easily guessed."""
    given = environ.get(web.key_env)
    where = web.key_env if given is not None else str(web.key_file)
    try:
        keys = keys_of(web.key_file.read_text(encoding="ascii") if given is None else given)
    except FileNotFoundError:
        raise _unusable(where, "there is no key to sign the links of mails with", HINT) from None
    except OSError as error:
        raise _unusable(where, f"the key cannot be read: {error.strerror}", "may this user read it?") from error
    except ValueError as error:
        message = "it holds more than plain letters" if isinstance(error, UnicodeError) else str(error)
        raise _unusable(where, message, HINT) from None
    if not keys:
        raise _unusable(where, "it holds no key", HINT)
    return keys


def draw_key(path: Path) -> LinkKey:
    """Put a new key above those of the file: it signs from now on, and links signed by the others still work."""
    secret = secrets.token_hex(32)
    earlier = path.read_text(encoding="ascii") if path.exists() else ""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"{secret}\n{earlier}")
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    return keys_of(secret)[0]


def _unusable(where: str, message: str, hint: str) -> KeyMissing:
    return KeyMissing((Problem(file=where, line=0, column=0, message=message, hint=hint),))
