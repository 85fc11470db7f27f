"""An entry of a feed as a sighting, as the tests of grouping need it."""

from datetime import UTC, datetime

from domain.changes import Edit, EditKind
from domain.content import Where
from domain.events import Sighting
from domain.findings import Tag, TagName
from domain.keys import edit_key, sighting_key
from domain.sources import SourceKind, Subject, SubjectKind

SEEN = datetime(2026, 2, 20, 6, tzinfo=UTC)


def entry_sighting(text: str, seq: int, tag: TagName) -> Sighting:
    edit = Edit(
        key=edit_key(1, (str(seq),), None, text),
        kind=EditKind.ADDED,
        where=Where.ENTRY,
        path=(),
        before=None,
        after=text,
        title=text,
    )
    return Sighting(
        key=sighting_key(1, (edit.key,)),
        change=f"c{seq}",
        source="fathom-news",
        source_kind=SourceKind.FEED,
        url="https://fathom.example/news",
        subject=Subject(kind=SubjectKind.COMPETITOR, name="Fathom"),
        edits=(edit,),
        tags=(Tag(tag=tag, confidence=1.0, rule="given", quotes=()),),
        facts=(),
        headline=text,
        happened_on=None,
        first_seen=SEEN,
        last_confirmed=SEEN,
        seq=seq,
    )
