"""What a crawl is asked to do: one plan is one visit."""

from dataclasses import dataclass

from domain.sources import Source
from domain.visits import Purpose, Validator


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One visit to make. `urls` are the articles of a FOLLOW or the page of a SCREENSHOT; `about` the visit it serves.

    `headers` are sent as they are, secrets resolved, and only to the origin of the source's own URL.
    """

    source: Source
    revision: str
    purpose: Purpose
    validator: Validator | None = None
    urls: tuple[str, ...] = ()
    about: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
