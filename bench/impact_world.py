"""The impact bench's world and events as the records that the product's own files and pipeline make of them."""

from datetime import UTC, date, datetime
from typing import Any

from accounts import Names
from domain.accounts import Account, Accounts, Product, Renewal, Us, Use
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.events import Event, Sighting
from domain.findings import Tag, TagName
from domain.keys import edit_key, sighting_key
from domain.sources import Competitor, SourceKind, Subject, SubjectKind

NOW = datetime(2026, 1, 12, 6, tzinfo=UTC)


def world_of(raw: dict[str, Any]) -> tuple[Accounts, tuple[Competitor, ...]]:
    """The world file as the records that `accounts.yaml` and `sources.yaml` are read into."""
    products = tuple(
        Product(
            name=one["name"],
            what=one.get("what", ""),
            topics=tuple(one.get("topics", ())),
            rivals=tuple((rival, tuple(names)) for rival, names in one.get("meets", {}).items()),
        )
        for one in raw["us"]["products"]
    )
    competitors = tuple(
        Competitor(name=one["name"], aliases=tuple(one.get("aliases", ())), domains=tuple(one.get("domains", ())))
        for one in raw["rivals"]
    )
    tree = tuple((narrow, broad) for narrow, broad in raw.get("topics", ()))
    accounts = tuple(_account(one) for one in raw["accounts"])
    return Accounts(us=Us(name=raw["us"]["name"], products=products), accounts=accounts, topics=tree), competitors


def _account(one: dict[str, Any]) -> Account:
    uses = [
        Use(competitor=rival, product=product)
        for rival, names in one.get("also_uses", {}).items()
        for product in names or [None]
    ]
    places = [part for place in one.get("places", ()) for part in (place.get("city"), place.get("country")) if part]
    notice = date.fromisoformat(one["renewal_notice"]) if one.get("renewal_notice") else None
    return Account(
        name=one["name"],
        aliases=tuple(one.get("aliases", ())),
        domains=tuple(one.get("domains", ())),
        tier=one.get("tier") if one.get("tier") == "key" else None,
        industry=one.get("industry"),
        places=tuple(places),
        buys=tuple(one.get("buys", ())),
        also_uses=tuple(uses),
        bound_by=tuple(one.get("bound_by", ())),
        topics=tuple(one.get("topics", ())),
        partners=tuple(one.get("partners", ())),
        renewal=Renewal(ends=notice, notice=notice) if notice else None,
    )


def event_of(row: dict[str, Any], names: Names) -> Event:
    """The event as the pipeline would hand it over: one entry of a feed, filed under the company the row names."""
    found = (*names.whose(row["company"]), *(mention.subject for mention in names.find(row["company"])))
    subject = found[0] if found else Subject(kind=SubjectKind.MARKET, name=row["company"])
    tags = tuple(Tag(tag=TagName(tag), confidence=1.0, rule="given", quotes=()) for tag in row["tags"])
    return Event(
        id=row["id"],
        subject=subject,
        headline=row["text"],
        sightings=(_sighting(row, subject, tags),),
        tags=tags,
        facts=(),
        happened_on=None,
        first_seen=NOW,
        last_confirmed=NOW,
    )


def _sighting(row: dict[str, Any], subject: Subject, tags: tuple[Tag, ...]) -> Sighting:
    text = row["text"]
    key = edit_key(0, (row["id"],), None, text)
    edit = Edit(key=key, kind=EditKind.ADDED, where=Where.ENTRY, path=(), before=None, after=text)
    return Sighting(
        key=sighting_key(0, (key,)),
        change=row["id"],
        source="bench",
        source_kind=SourceKind.FEED,
        url="https://bench.invalid/",
        subject=subject,
        edits=(edit,),
        tags=tags,
        facts=(),
        headline=text,
        happened_on=None,
        first_seen=NOW,
        last_confirmed=NOW,
        seq=1,
    )
