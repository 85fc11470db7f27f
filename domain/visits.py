"""What a crawl brings back, before and after it is stored. A visit is one immutable row per attempt."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Headers = tuple[tuple[str, str], ...]


class Purpose(StrEnum):
    """Why a visit was made. Only CHECK and RECHECK visits are compared; the others serve one of them."""

    CHECK = "check"
    RECHECK = "recheck"
    FOLLOW = "follow"
    SCREENSHOT = "screenshot"
    PLAIN = "plain"  # the page of a browser source over plain HTTP, now and then: does it need the browser?


class VisitOrigin(StrEnum):
    """Fetched by us, or imported from an archive (backfill: never news)."""

    CRAWL = "crawl"
    IMPORT = "import"


class PageState(StrEnum):
    """What kind of answer a visit got. "Unchanged" is a revisit, not a state."""

    OK = "ok"
    BLOCKED = "blocked"
    SOFT_404 = "soft_404"
    GONE = "gone"
    THIN = "thin"
    ERROR = "error"


class Reason(StrEnum):
    """Why a page state is what it is."""

    NONE = ""
    LOGIN_WALL = "login_wall"
    CONSENT_WALL = "consent_wall"
    BOT_WALL = "bot_wall"
    RATE_LIMITED = "rate_limited"
    FORBIDDEN = "forbidden"
    MAINTENANCE = "maintenance"
    PARKED = "parked"
    NOT_FOUND = "not_found"
    SERVER_ERROR = "server_error"
    EMPTY = "empty"
    SHELL = "shell"
    EXPECTATION = "expectation"
    SELECTOR = "selector"
    UNREADABLE = "unreadable"
    INCOMPLETE = "incomplete"
    TIMEOUT = "timeout"
    DNS = "dns"
    TLS = "tls"
    CONNECTION = "connection"
    TOO_LARGE = "too_large"
    ROBOTS = "robots"
    ADDRESS_REFUSED = "address_refused"
    NO_BROWSER = "no_browser"
    BROWSER = "browser"
    NOT_VISITED = "not_visited"
    NOT_LOOKED_AT = "not_looked_at"
    SECRET_MISSING = "secret_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A page state with its reason and one sentence a person can read."""

    state: PageState
    reason: Reason = Reason.NONE
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A visit that got no complete answer."""

    reason: Reason
    detail: str
    transient: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPart:
    """One answer of a visit: `page`, `page-2`, `article-1`, `screenshot`. Body is content-decoded bytes."""

    part: str
    url: str
    requested_url: str
    status: int | None
    headers: Headers | None
    body: bytes | None


Parts = tuple[FetchedPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One visit as the spiders hand it over, not yet stored.

    `revision` is the source revision it was made under; `about` is the visit that a FOLLOW or SCREENSHOT serves.
    `not_modified` says the server answered 304 to the validators of `validated_visit`.
    """

    source: str
    revision: str
    purpose: Purpose
    captured_at: datetime
    seconds: float
    parts: tuple[FetchedPart, ...]
    failure: Failure | None = None
    not_modified: bool = False
    validated_visit: int | None = None
    about: int | None = None
    origin: VisitOrigin = VisitOrigin.CRAWL


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPart:
    """One answer as stored; `sha256` is of the body after content-decoding, None where there was no body."""

    part: str
    url: str
    requested_url: str
    status: int | None
    headers: Headers | None
    sha256: str | None
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One immutable row: what a source answered at one time, or why it did not.

    `seq` grows by one per stored visit over all sources and is the only order. `revisit_of` is the visit whose
    body this one repeats (same hash, or 304). `chain` = sha256(previous chain of the source, canonical row).
    """

    id: int
    seq: int
    source: str
    source_id: int
    revision: str
    purpose: Purpose
    origin: VisitOrigin
    captured_at: datetime
    recorded_at: datetime
    seconds: float
    parts: tuple[StoredPart, ...]
    failure: Failure | None
    revisit_of: int | None
    about: int | None
    chain: str

    @property
    def main(self) -> StoredPart | None:
        return self.parts[0] if self.parts else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Validator:
    """The server's own ETag and Last-Modified strings of an earlier good answer, bound to the URL requested."""

    visit: int
    url: str
    etag: str | None
    last_modified: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Footing:
    """What a source's next visit is held against: its baseline, and the visit that has the baseline's bodies (`root`).

    `settled` says that no change of the source takes part any more in what a visit means: none is held, and none is
    so young that a visit could bear it out, take it back or learn from it. `changed` says that any is stored.
    """

    baseline: int
    root: int
    revision: str
    settled: bool
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretation:
    """What one visit turned out to be, under one derivation."""

    visit: int
    verdict: Verdict
    baseline: bool
    change: str | None
