"""E-mail addresses hidden from robots and shown to readers (Cloudflare's scheme), put back in clear."""

from collections.abc import Mapping


def decoded_email(attributes: Mapping[str, str]) -> str:
    """The address an element stands for, or "". Method: first hex byte is the XOR key of the others."""
    code = attributes.get("data-cfemail")
    if code is None:
        return ""
    address = decode(code)
    return address if "@" in address else ""


def decode(code: str) -> str:
    try:
        raw = bytes.fromhex(code)
        return bytes(byte ^ raw[0] for byte in raw[1:]).decode("utf-8")
    except (ValueError, IndexError):
        return ""
