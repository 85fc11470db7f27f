"""Tokens that show that somebody holds a mail of ours: signed, and of nothing that could be read in them."""

import base64
import hmac
import re
from hashlib import sha256

TOKEN = re.compile(r"\bbw-([0-9a-f]{12})-([a-z2-7]{24})\b")
LETTERS = 24


def token(key: bytes, ref: str) -> str:
    """`bw-REF-MAC`: HMAC-SHA-256 (RFC 2104) of the ref, its first 120 bits in base32 of small letters."""
    return f"bw-{ref}-{_mac(key, ref)}"


def ref_in(text: str, key: bytes) -> str | None:
    """The ref of the first token in a text; None where there is none, or its signature is not ours."""
    found = TOKEN.search(text.casefold())
    if found is None or not hmac.compare_digest(found[2], _mac(key, found[1])):
        return None
    return found[1]


def _mac(key: bytes, ref: str) -> str:
    signed = hmac.new(key, f"answer:{ref}".encode(), sha256).digest()
    return base64.b32encode(signed).decode().lower()[:LETTERS]
