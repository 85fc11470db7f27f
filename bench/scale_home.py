"""A home for the whole scale run: a made world written as the files people write, and its week as answers of feeds."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from bench.scale_world import NOW, MadeWorld
from domain.accounts import Account
from domain.events import Event

MARKET = "Official gazette"
# Ten thousand accounts are kept in a CRM; `accounts.yaml` says of them what a CRM does not know.
EXPORT = "accounts.csv"
FIELDS = (
    "name", "aliases", "domains", "tier", "owner", "industry", "places", "buys", "bound_by", "topics", "revenue",
    "ends", "notice",
)  # fmt: skip
# The week's visits to every feed: each brings the entries of its day.
DAYS = 5
MONDAY = NOW - timedelta(days=7)


def write_home(home: Path, made: MadeWorld) -> None:
    """`accounts.yaml` with its export and `sources.yaml` of the world: one feed per rival, and one of the market."""
    us = made.world.us
    accounts = {
        "us": {
            "name": us.name,
            "products": [
                {"name": one.name, "topics": list(one.topics), "rivals": {name: list(of) for name, of in one.rivals}}
                for one in us.products
            ],
        },
        "people": {
            one.key: {"name": one.name, "email": one.email, "zone": one.zone, "digest": "mon 07:00"}
            for one in made.world.people
        },
        "accounts": [{"name": one.name, "also_uses": _used(one)} for one in made.world.accounts if one.also_uses],
        "tables": [{"file": EXPORT, "columns": {field: field for field in FIELDS}}],
    }
    (home / "accounts.yaml").write_text(_in_lines(accounts), encoding="utf-8")
    with (home / EXPORT).open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, FIELDS)
        rows.writeheader()
        rows.writerows(_row(one) for one in made.world.accounts)
    rivals = [
        {"name": one.name, "sources": [{"name": slug(one.name), "kind": "feed", "url": feed_url(one.name)}]}
        for one in made.competitors
    ]
    market = {"name": slug(MARKET), "kind": "feed", "url": feed_url(MARKET)}
    written = {"competitors": rivals, "markets": [market]}
    (home / "sources.yaml").write_text(json.dumps(written, indent=1), encoding="utf-8")


def _in_lines(said: dict[str, Any]) -> str:
    """As JSON that people could read: a line for each account."""
    keys = (f"{json.dumps(key)}: {_lines(value)}" for key, value in said.items())
    return "{" + ",\n".join(keys) + "}\n"


def _lines(value: Any) -> str:
    if not isinstance(value, list):
        return json.dumps(value)
    return "[\n" + ",\n".join(json.dumps(one) for one in value) + "]"


def _used(one: Account) -> dict[str, str | None]:
    return {use.competitor: use.product for use in one.also_uses}


def _row(one: Account) -> dict[str, str]:
    """What a CRM knows of an account, a column for each field."""
    assert one.renewal is not None
    assert one.revenue is not None
    return {
        "name": one.name,
        "aliases": ";".join(one.aliases),
        "domains": ";".join(one.domains),
        "tier": one.tier or "",
        "owner": one.owner or "",
        "industry": one.industry or "",
        "places": ";".join(one.places),
        "buys": ";".join(one.buys),
        "bound_by": ";".join(one.bound_by),
        "topics": ";".join(one.topics),
        "revenue": one.revenue.text,
        "ends": f"{one.renewal.ends}",
        "notice": f"{one.renewal.notice}",
    }


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def feed_url(name: str) -> str:
    return f"https://{slug(name)}.example/news.atom"


def visits(events: Sequence[Event]) -> Iterator[tuple[str, datetime, bytes]]:
    """(source, moment, body): each feed as it stood before the week, then daily with the entries of that day."""
    of_feed: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        of_feed[event.subject.name].append(event)
    for day in range(DAYS + 1):
        moment = MONDAY + timedelta(days=day)
        for name, told in of_feed.items():
            today = told[(day - 1) * len(told) // DAYS : day * len(told) // DAYS] if day else []
            before = told[(day - 2) * len(told) // DAYS : (day - 1) * len(told) // DAYS] if day > 1 else []
            yield slug(name), moment, _feed(name, [*today, *before], moment)


def _feed(name: str, told: Sequence[Event], moment: datetime) -> bytes:
    """The entries of two days, newest first, below one that has always been there."""
    items = "".join(_item(name, event, moment) for event in told)
    about = f"<item><title>About {name}</title><guid>{slug(name)}-about</guid></item>"
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{name}</title>{items}{about}</channel></rss>'.encode()
    )


def _item(name: str, event: Event, moment: datetime) -> str:
    title, _, rest = event.headline.partition(". ")
    link = f"https://{slug(name)}.example/{event.id}"
    return (
        f"<item><title>{escape(title)}</title><description>{escape(rest)}</description><guid>{link}</guid>"
        f"<link>{link}</link><pubDate>{format_datetime(moment - timedelta(hours=2))}</pubDate></item>"
    )
