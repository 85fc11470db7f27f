"""What may stand in `sources.yaml`: one model per kind of entry."""

import re
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from config.schedules import parse_schedule, parse_window
from config.schema import Fault, Many, Strict, did_you_mean
from config.values import (
    CurrencyCode,
    Day,
    Domain,
    HeaderName,
    HeaderValue,
    Language,
    Name,
    Pattern,
    Selector,
    Slug,
    Text,
    WebAddress,
)
from domain.findings import FIVE_TAGS, PACKS, TagName
from domain.sources import SourceKind

MAX_SCREENS = 50
MATCHES = {"competitors": "competitor", "accounts": "account"}


def _schedule_text(text: str) -> str:
    parse_schedule(text)
    return text


def _window_text(text: str) -> str:
    parse_window(text)
    return text


def _tag(text: str) -> str:
    if text not in list(TagName):
        raise Fault(f"unknown tag '{text}'", did_you_mean(text, list(TagName)))
    return text


def _pack(text: str) -> str:
    if text in list(FIVE_TAGS):
        raise Fault(f"'{text}' is no pack: the five tags are always given", f"packs are {', '.join(PACKS)}")
    if text not in PACKS:
        raise Fault(f"unknown pack '{text}'", did_you_mean(text, PACKS) or f"packs are {', '.join(PACKS)}")
    return text


def _decimal(text: str) -> str:
    if text not in (".", ","):
        raise Fault(f"'{text}' is no decimal mark", "write '.' or ',' in quotes")
    return text


def _screens(text: str) -> str:
    if text != "bottom" and not (text.isdigit() and 1 <= int(text) <= MAX_SCREENS):
        raise Fault(f"'{text}' is no distance to scroll", f"write bottom, or how many screens: 1 to {MAX_SCREENS}")
    return text


def _path_pattern(text: str) -> str:
    if not text.startswith("/"):
        raise Fault(f"'{text}' is no path", "begin with a slash: '/customers/**', or '/*/pricing' for any language")
    return text


def _link(text: str) -> str:
    if not re.fullmatch(r"\{[^{}]+\}|https?://.*\{[^{}]+\}.*", text):
        raise Fault(f"'{text}' leads nowhere", 'write "https://register.example/{id}", or "{url}" for a field')
    return text


def _labelled(value: object) -> object:
    """Fields as (label, path) pairs, from `label: path` or from a list of paths."""
    listed = value if isinstance(value, list) else [value]
    pairs = list(value.items()) if isinstance(value, dict) else [(path, path) for path in listed]
    if not all(isinstance(path, str) and path for _, path in pairs):
        raise Fault("fields are paths in the JSON", "write [status, owner.name], or {label: path}")
    return pairs


Decimal = Annotated[str, AfterValidator(_decimal)]
Every = Annotated[str, AfterValidator(_schedule_text)]
Window = Annotated[str, AfterValidator(_window_text)]
Tag = Annotated[str, AfterValidator(_tag)]
PathPattern = Annotated[str, Field(max_length=200), AfterValidator(_path_pattern)]
FieldPath = Annotated[str, Field(min_length=1, max_length=200)]


class StepEntry(Strict):
    """One of wait, click, scroll: a selector of the browser, or for scroll a number of screens or `bottom`."""

    EXAMPLE: ClassVar[str] = "[wait: .plan]"

    wait: Text | None = None
    click: Text | None = None
    scroll: Annotated[str, AfterValidator(_screens)] | None = None

    @model_validator(mode="after")
    def one(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise Fault("a step does one thing", "give each of wait, click, scroll its own line with a dash")
        return self


class ExpectEntry(Strict):
    """Either a text or a selector."""

    EXAMPLE: ClassVar[str] = "[text: per month]"

    text: Text | None = None
    selector: Selector | None = None

    @model_validator(mode="after")
    def one(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise Fault("give either a text or a selector", "two expectations are two items with a dash")
        return self


class PausedEntry(Strict):
    """Until when, and why."""

    EXAMPLE: ClassVar[str] = "{until: 2027-03-15, why: Redesign}"

    until: Day | None = None
    why: Text


class FollowEntry(Strict):
    """Which part of each new entry's own page to read, and how many at most per visit."""

    EXAMPLE: ClassVar[str] = "{select: article, at_most: 10}"

    select: Selector | None = None
    at_most: Annotated[int, Field(ge=1, le=50)] = 10


class PagingEntry(Strict):
    """The query parameter that counts pages."""

    EXAMPLE: ClassVar[str] = "{parameter: page, at_most: 5}"

    parameter: Name
    first: Annotated[int, Field(ge=0, le=1)] = 1
    at_most: Annotated[int, Field(ge=1, le=200)] = 20


class Defaults(Strict):
    """What every source of this file has unless it says otherwise."""

    every: Every | None = None
    window: Window | None = None
    language: Language | None = None
    decimal: Decimal | None = None
    currency: CurrencyCode | None = None


class SourceEntry(Strict):
    """One thing to watch."""

    name: Slug
    url: WebAddress
    kind: SourceKind = SourceKind.PAGE
    of: Name | None = None
    render: Literal["http", "browser"] = "http"
    steps: Many[StepEntry] = ()
    select: Many[Selector] = ()
    remove: Many[Selector] = ()
    ignore: Many[Pattern] = ()
    every: Every | None = None
    window: Window | None = None
    headers: dict[HeaderName, HeaderValue] = Field(default_factory=dict)
    expect: Many[ExpectEntry] = ()
    paused: PausedEntry | None = None
    note: Text = ""
    was: Many[Slug] = ()
    language: Language | None = None
    decimal: Decimal | None = None
    currency: CurrencyCode | None = None
    tags: Many[Tag] = ()
    topics: Many[Name] = ()
    follow: FollowEntry | None = None
    records: Annotated[str, Field(max_length=200)] = ""
    key: Many[FieldPath] = ()
    fields: Annotated[tuple[tuple[Name, FieldPath], ...], BeforeValidator(_labelled)] = ()
    columnar: bool = False
    title: Many[FieldPath] = ()
    date: FieldPath | None = None
    link: Annotated[Text, AfterValidator(_link)] | None = None
    names: Many[FieldPath] = ()
    paging: PagingEntry | None = None
    where: dict[FieldPath, Many[Name]] = Field(default_factory=dict)
    only: Many[PathPattern] = ()
    match: Many[Literal["competitors", "accounts"]] = ()


class CompetitorEntry(Strict):
    """A rival; its sources are checked one by one."""

    name: Name
    aliases: Many[Name] = ()
    domains: Many[Domain] = ()
    ambiguous: bool = False
    sources: tuple[Any, ...] = ()


class SourcesDocument(Strict):
    """The top of `sources.yaml` and of each file it includes."""

    include: Many[Name] = ()
    defaults: dict[str, Any] | None = None
    competitors: tuple[Any, ...] = ()
    accounts: tuple[Any, ...] = ()
    markets: tuple[Any, ...] = ()
    packs_off: Many[Annotated[str, AfterValidator(_pack)]] = ()
