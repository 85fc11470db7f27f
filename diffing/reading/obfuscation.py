"""E-mail addresses hidden from robots and shown to readers (Cloudflare's scheme), put back in clear."""


def decoded_email(code: str) -> str:
    """The address that `data-cfemail` stands for, or "". Method: first hex byte is the XOR key of the others."""
    try:
        raw = bytes.fromhex(code)
        address = bytes(byte ^ raw[0] for byte in raw[1:]).decode("utf-8")
    except (ValueError, IndexError):
        return ""
    return address if "@" in address else ""
