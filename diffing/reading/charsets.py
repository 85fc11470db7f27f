"""Bytes of an answer to text, whatever the answer claims its charset is."""

from w3lib.encoding import html_to_unicode

from domain.visits import FetchedPart

REPLACEMENT = "\ufffd"
WESTERN = ("cp1252", "iso8859-1", "latin-1", "iso-8859-1", "windows-1252")


def header(part: FetchedPart, name: str) -> str:
    """The value of a response header, or "" where there is none (an archive keeps none)."""
    wanted = name.lower()
    return next((value for key, value in part.headers or () if key.lower() == wanted), "")


def decode(part: FetchedPart) -> str:
    """The text of a part: by byte-order mark, header, `meta`, else UTF-8, else Windows-1252; never raises.

    A western charset, or one that leaves replacement characters, gives way to UTF-8 where the bytes are valid UTF-8:
    other text hardly ever is by chance.
    Method: WHATWG HTML, "determining the character encoding", through w3lib.
    """
    body = part.body or b""
    encoding, text = html_to_unicode(
        header(part, "content-type") or None, body, default_encoding="utf-8", auto_detect_fun=_guess
    )
    if REPLACEMENT in text or (encoding in WESTERN and not body.isascii()):
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            return body.decode("cp1252", "replace") if _mostly_replaced(text) else text
    return text


def _mostly_replaced(text: str) -> bool:
    """Whether hardly a letter beyond ASCII survived: then the charset is another; a stray byte is only damage."""
    lost = text.count(REPLACEMENT)
    return lost > sum(not letter.isascii() for letter in text) - lost


def _guess(body: bytes) -> str:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
