"""Characters that no text may hold, replaced before they reach what cannot bear them."""

import json
import re

CHARACTER = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
LONE_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")
LONGEST = 8  # digits; more than any character has
REPLACED = "\ufffd"


def without_impossible(text: str) -> str:
    """Markup whose references to characters that do not exist (`&#xD800;`, `&#1114112;`) are U+FFFD, as in HTML 5."""
    return CHARACTER.sub(lambda found: found[0] if _exists(found[1], found[2]) else REPLACED, text)


def _exists(hexadecimal: str | None, decimal: str | None) -> bool:
    digits = (hexadecimal or decimal or "").lstrip("0")
    if not digits or len(digits) > LONGEST:
        return False
    code = int(digits, 16 if hexadecimal else 10)
    return code < 0xD800 or 0xDFFF < code < 0x110000


def read_json(body: str | bytes) -> object:
    """A JSON value without lone surrogates, which no database, mail or search takes.

    Raises ValueError or RecursionError as `json.loads` does.
    """
    found: object = json.loads(body)
    raw = body.encode("utf-8", "replace") if isinstance(body, str) else body
    if LONE_ESCAPE.search(raw) is None and b"\xed" not in raw:
        return found
    return json.loads(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))
