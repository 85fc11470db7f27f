"""Unpacks a body within a limit, by its Content-Encoding or as the gzip it is, and says when it cannot."""

import zlib

GZIP_MAGIC = b"\x1f\x8b"


class TooLarge(ValueError):
    """The body unpacks to more than the limit."""


class Unpackable(ValueError):
    """The body is not packed as it says, or in a way that is not read."""


def unpack(packed: bytes, encodings: str, limit: int) -> bytes:
    """The body behind a Content-Encoding header; raises TooLarge or Unpackable.

    Many archives keep the header of a body they store unpacked: what does not begin like gzip is taken as it is.
    """
    body = packed
    for encoding in reversed([part.strip().casefold() for part in encodings.split(",") if part.strip()]):
        match encoding:
            case "identity":
                continue
            case "gzip" | "x-gzip":
                body = gunzipped(body, limit)
            case "deflate":
                body = _deflated(body, limit)
            case _:
                raise Unpackable(f"it is packed as {encoding[:40]}, which is not read")
    return body


def gunzipped(body: bytes, limit: int) -> bytes:
    """The body of a `.gz` file, or as it stands where it is none; raises TooLarge or Unpackable."""
    return _gunzip(body, limit) if body.startswith(GZIP_MAGIC) else body


def _gunzip(packed: bytes, limit: int) -> bytes:
    body = b""
    while packed.startswith(GZIP_MAGIC):
        more, packed = _inflate(packed, 16 + zlib.MAX_WBITS, limit - len(body))
        body += more
    return body


def _deflated(packed: bytes, limit: int) -> bytes:
    """Servers disagree whether deflate means zlib or the bare stream; both are tried."""
    try:
        return _inflate(packed, zlib.MAX_WBITS, limit)[0]
    except Unpackable:
        return _inflate(packed, -zlib.MAX_WBITS, limit)[0]


def _inflate(packed: bytes, window: int, limit: int) -> tuple[bytes, bytes]:
    """One compressed stream, and what follows it."""
    inflater = zlib.decompressobj(window)
    try:
        body = inflater.decompress(packed, max(limit, 0) + 1)
    except zlib.error as error:
        raise Unpackable(f"it is not packed as it says: {error}") from error
    if len(body) > limit:
        raise TooLarge(f"it unpacks to more than {limit} bytes")
    if not inflater.eof:
        raise Unpackable("the packed body ends early")
    return body, inflater.unused_data
