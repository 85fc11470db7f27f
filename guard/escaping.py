"""Text from outside made safe for where it goes: a CSV cell, a header, a terminal, a file name, a link."""

import re
import unicodedata

from domain.errors import AddressRefused
from guard.addresses import split_url

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LINE_BREAKS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+[ \t]*")
# Marks that reorder or hide the text around them (Unicode TR 36, "bidirectional text spoofing"), and fillers.
HIDDEN = re.compile(
    r"[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
NOT_SLUG = re.compile(r"[^a-z0-9]+")
HEADER_LENGTH = 400


def csv_cell(text: str) -> str:
    """A cell no spreadsheet runs as a formula: a leading sign gets an apostrophe (OWASP, CSV injection)."""
    return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(FORMULA) or text.startswith(FORMULA) else text


def header_text(text: str, limit: int = HEADER_LENGTH) -> str:
    """One line for a mail or HTTP header, at most `limit` characters."""
    line = HIDDEN.sub("", CONTROL.sub("", LINE_BREAKS.sub(" ", text))).replace("\t", " ").strip()
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def terminal_text(text: str) -> str:
    """Text that cannot move the cursor, colour the screen, or run backwards; tabs and line feeds stay."""
    return HIDDEN.sub("", CONTROL.sub("", text.replace("\r\n", "\n")))


def chat_text(text: str) -> str:
    """Text that calls nobody and hides no link in a chat: no `<!channel>`, no `<url|words>`, no `[words](url)`.

    Only shapes are changed; services escape these signs differently, and some not at all.
    """
    return terminal_text(text).replace("<", "‹").replace(">", "›").replace("](", "] (")


def file_slug(text: str, limit: int = 64) -> str:
    """A file name of `a-z0-9-` that is never empty, hidden, a path or a reserved word."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    slug = NOT_SLUG.sub("-", plain).strip("-")[:limit].rstrip("-")
    return f"{slug}-" if re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", slug) else slug or "unnamed"


def web_url(url: str) -> str | None:
    """The URL when it is plain http or https with a host, else None: never `javascript:` or `data:` behind a link."""
    try:
        split_url(url.strip())
    except AddressRefused:
        return None
    return url.strip()
