"""Links that do one thing for one reader: signed, good until a day, and of nothing that could be read in them."""

import base64
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256

LONGEST = 160
SHAPE = re.compile(
    r"(?P<key>[0-9a-f]{6})\.(?P<ref>[0-9a-f]{12})\.(?P<verb>[a-z-]{1,20})\.(?P<number>\d{1,3})\.(?P<day>\d{5,6})"
    r"\.(?P<mac>[a-z2-7]{26})"
)
MAC_LETTERS = 26
# 32 characters of hex are 128 bits; `bellwether web key` draws twice as many.
LEAST_SECRET = 32
EPOCH = date(1970, 1, 1)


class Shut(StrEnum):
    """Why a link opens nothing: cut short, not signed by us, signed by a key we use no more, too old; or signed by us,
    but its mail is not known here, its reader is no reader any more, or reads no more of what it is about.
    """

    BROKEN = "broken"
    FORGED = "forged"
    RETIRED = "retired"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    LEFT = "left"
    NOT_THEIRS = "not theirs"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkKey:
    """A key that signs links. Its `id` stands in each of them, so that keys can be changed while old links work."""

    secret: bytes = field(repr=False)

    @property
    def id(self) -> str:
        return sha256(b"key of links:" + self.secret).hexdigest()[:6]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What a link does: `verb` with item `number` (0: the mail as a whole) of the edition called `ref`.

    The ref is a hash of an id that names edition and reader: a signature over it binds both.
    """

    ref: str
    verb: str
    number: int
    expires: date


def keys_of(text: str) -> tuple[LinkKey, ...]:
    """The keys of a file or variable: a secret on each line; `#` begins a comment. ValueError for a short one."""
    lines = (line.partition("#")[0] for line in text.splitlines())
    words = [word for line in lines for word in line.replace(",", " ").split()]
    if any(len(word) < LEAST_SECRET for word in words):
        raise ValueError(f"a key has fewer than {LEAST_SECRET} characters")
    return tuple(LinkKey(secret=word.encode()) for word in words)


def signed(link: Link, key: LinkKey) -> str:
    """`KEY.REF.VERB.NUMBER.DAY.MAC`: HMAC-SHA-256 (RFC 2104), its first 130 bits in base32 of small letters."""
    said = f"{key.id}.{link.ref}.{link.verb}.{link.number}.{(link.expires - EPOCH).days}"
    return f"{said}.{_mac(key, said)}"


def opened(token: str, keys: Sequence[LinkKey], today: date) -> Link | Shut:
    """What a token does, or why it does nothing. Nothing of it is looked at before its signature."""
    found = SHAPE.fullmatch(token) if len(token) <= LONGEST and token.isascii() else None
    if found is None:
        return Shut.BROKEN
    key = next((one for one in keys if hmac.compare_digest(one.id, found["key"])), None)
    if key is None:
        return Shut.RETIRED
    if not hmac.compare_digest(found["mac"], _mac(key, token.rpartition(".")[0])):
        return Shut.FORGED
    expires = EPOCH + timedelta(days=int(found["day"]))
    if today > expires:
        return Shut.EXPIRED
    return Link(ref=found["ref"], verb=found["verb"], number=int(found["number"]), expires=expires)


def _mac(key: LinkKey, said: str) -> str:
    mac = hmac.new(key.secret, f"link:{said}".encode(), sha256).digest()
    return base64.b32encode(mac).decode().lower()[:MAC_LETTERS]
