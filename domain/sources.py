"""What to watch and whom it is about: the records that `sources.yaml` is read into."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum


class SourceKind(StrEnum):
    """What a source answers with."""

    PAGE = "page"
    FEED = "feed"
    REGISTRY = "registry"
    SITEMAP = "sitemap"


class SubjectKind(StrEnum):
    """Whom a source is about; a market is many companies, each record finding its own by name."""

    COMPETITOR = "competitor"
    ACCOUNT = "account"
    MARKET = "market"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Subject:
    """A competitor, one of our own accounts, or a market, by name."""

    kind: SubjectKind
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Competitor:
    """A rival company and the names it goes by."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When a source is due: every so often, or by cron with weekday names. `text` is as written."""

    text: str
    zone: str = "UTC"
    every: timedelta | None = None
    cron: str | None = None
    window: tuple[time, time] | None = None
    window_zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing the browser does before the page counts as loaded: `wait`, `click` or `sleep`-free scrolling."""

    action: str
    argument: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A request header; `value` may hold `${BELLWETHER_SECRET_X}`, resolved only when the request is made."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What a good answer holds: a text, or a selector that matches. Missing means broken, never changed."""

    text: str | None = None
    selector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A source that is not crawled for now, until a day (None: until the pause is removed), and why."""

    until: date | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """Read each new entry's own page too: the part of it to keep, and how many at most per visit."""

    select: str | None = None
    at_most: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryShape:
    """Where a register's JSON keeps its records.

    `records` is a dotted path to the list (empty: the document itself). `key` names the field or fields that
    identify a record. `fields` are the ones compared, as (label, dotted path); empty means every scalar field.
    `columnar` says the path leads to an object of equally long lists, one per field (SEC EDGAR's shape).
    """

    records: str = ""
    key: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    columnar: bool = False
    title: tuple[str, ...] = ()
    date: str | None = None
    link: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Page-number paging: the query parameter, its first value, and how many pages at most."""

    parameter: str
    first: int = 1
    at_most: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where in the files people edit something was written (1-based line; 0 for the catalog, which is ours)."""

    file: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One thing to watch. `name` is its identity; everything else may change without losing history."""

    name: str
    kind: SourceKind
    url: str
    subject: Subject
    schedule: Schedule
    render: str = "http"
    steps: tuple[Step, ...] = ()
    select: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    headers: tuple[Header, ...] = ()
    expect: tuple[Expectation, ...] = ()
    paused: Pause | None = None
    note: str = ""
    was: tuple[str, ...] = ()
    language: str | None = None
    decimal: str | None = None
    currency: str | None = None
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    follow: Follow | None = None
    registry: RegistryShape | None = None
    paging: Paging | None = None
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    only: tuple[str, ...] = ()  # paths of a sitemap's addresses, with * and **
    match: tuple[SubjectKind, ...] = ()
    origin: Origin | None = None
    written: tuple[tuple[str, Origin], ...] = ()  # where each key that is not a default stands

    @property
    def browser(self) -> bool:
        return self.render == "browser"

    def rests_on(self, day: date) -> bool:
        """Whether the source is paused on that day."""
        return self.paused is not None and (self.paused.until is None or day <= self.paused.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Everything `sources.yaml` and its includes declare, in file order. `packs_off` are rule packs not wanted."""

    competitors: tuple[Competitor, ...]
    sources: tuple[Source, ...]
    packs_off: tuple[str, ...] = ()

    def named(self, name: str) -> Source | None:
        return next((source for source in self.sources if source.name == name), None)
