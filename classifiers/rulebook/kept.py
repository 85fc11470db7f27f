"""Our own rule files as they were read last, kept beside them as Python keeps byte code: YAML takes a second."""

import hashlib
import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import metadata
from importlib.util import cache_from_source
from pathlib import Path

from classifiers.rulebook.records import RuleFile
from domain.problems import Problem

Read = Callable[[str, str, str], tuple[RuleFile, tuple[Problem, ...]]]
# The rooms whose code decides what a rule file is read as, and the libraries that they read it with.
READERS = ("classifiers/rulebook", "config", "domain")
LIBRARIES = ("google-re2", "pydantic", "ruamel.yaml", "ruamel.yaml.clib")
_BROKEN = (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, TypeError, ValueError)


def read_kept(path: Path, text: str, name: str, scope: str, read: Read) -> tuple[RuleFile, tuple[Problem, ...]]:
    """What `read` makes of the file's text: from what is kept of the very same text read by the very same code.

    What is kept is trusted as byte code is: whoever can write there can write the program. A file with problems is not.
    """
    kept = Path(cache_from_source(str(path.with_suffix(".py")))).with_suffix(".rules")
    key = hashlib.sha256("\0".join((_readers(), sys.version, text, name, scope)).encode()).digest()
    with suppress(*_BROKEN):
        raw = kept.read_bytes()
        if raw[: len(key)] == key:
            file = pickle.loads(raw[len(key) :])  # noqa: S301 - trusted as byte code is, see above
            if isinstance(file, RuleFile):
                return file, ()
    file, problems = read(text, name, scope)
    if not problems and not sys.dont_write_bytecode:
        _keep(kept, key + pickle.dumps(file))
    return file, problems


@cache
def _readers() -> str:
    """Hash of the code of the readers and of the versions of their libraries."""
    above = Path(__file__).resolve().parents[2]
    total = hashlib.sha256()
    for path in sorted(path for room in READERS for path in (above / room).glob("*.py")):
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    total.update("\0".join(map(metadata.version, LIBRARIES)).encode())
    return total.hexdigest()


def _keep(kept: Path, raw: bytes) -> None:
    """Whole or not at all; where nothing can be written it is read again each time."""
    beside = kept.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(raw)
        beside.replace(kept)
