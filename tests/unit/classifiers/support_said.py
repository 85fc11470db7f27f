"""What a company says in one sentence, as the tests of single finders need it: an added entry of its feed or a line."""

from collections.abc import Callable

from classifiers.acts.finder import find_regulation
from classifiers.happenings.products import find_products
from classifiers.wording.passages import passages
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.events import Sighting
from domain.findings import Partnership, ProductMove, Regulation
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
Site = Callable[..., Source]


def feed_of(name: str) -> Source:
    return Source(
        name="news",
        kind=SourceKind.FEED,
        url=f"https://{name.lower()}.example/news",
        subject=Subject(kind=SubjectKind.COMPETITOR, name=name),
        schedule=Schedule(text="1d"),
        language="en",
    )


def added(text: str, where: Where = Where.ENTRY) -> Edit:
    title = text if where is Where.ENTRY else ""
    return Edit(key="one", kind=EditKind.ADDED, where=where, path=(), before=None, after=text, title=title)


def product_moves(text: str, where: Where = Where.ENTRY) -> list[ProductMove]:
    """What happens to products of Kestrel by a text of its feed."""
    found = find_products(passages([added(text, where)]), feed_of("Kestrel"))
    return [fact.value for fact in found if isinstance(fact.value, ProductMove)]


def acts(text: str, company: str = "Kestrel") -> list[Regulation]:
    """What authorities do to a company by an entry of its feed."""
    found = find_regulation(passages([added(text)]), feed_of(company))
    return [fact.value for fact in found if isinstance(fact.value, Regulation)]


def agreed(title: str, see: See, entry: Make, source: Site) -> list[tuple[str, set[str]]]:
    """The agreements told of an entry by the whole sighting: kind and parties."""
    (sighting,) = see(entry(title), of=source(kind="feed"))
    values = [fact.value for fact in sighting.facts if isinstance(fact.value, Partnership)]
    return [(value.kind, set(value.parties)) for value in values]
