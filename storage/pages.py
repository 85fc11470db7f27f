"""Evidence pages that are published, under the names that mails link to."""

from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, LargeBinary, Table, Text, insert, select, update

from domain.editions import DeliveryState, Edition, PublishedPage
from domain.times import Clock
from storage import tables
from storage.column_types import Moment
from storage.database import Database

published_page = Table(
    "published_page",
    tables.metadata,
    Column("edition_id", Text, ForeignKey("edition.id"), primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("html", LargeBinary, nullable=False),
    Column("removed_at", Moment),
)


class Pages:
    """The page of each edition that has one."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def of(self, edition_id: str) -> PublishedPage | None:
        with self._database.reading() as connection:
            row = connection.execute(select(published_page).filter_by(edition_id=edition_id)).one_or_none()
        return PublishedPage(name=row.name, html=row.html.decode("utf-8", "surrogatepass")) if row else None

    def older_than(self, moment: datetime) -> tuple[tuple[str, str], ...]:
        """Edition and page name of what was mailed before then.

        None whose mail is unfinished, refused or in doubt: it may be sent yet.
        """
        open_rows = select(tables.delivery.c.edition_id).where(tables.delivery.c.state != DeliveryState.SENT.value)
        query = (
            select(published_page.c.edition_id, published_page.c.name)
            .join(tables.edition, tables.edition.c.id == published_page.c.edition_id)
            .where(tables.edition.c.composed_at < moment, published_page.c.removed_at.is_(None))
            .where(published_page.c.edition_id.not_in(open_rows))
        )
        with self._database.reading() as connection:
            return tuple(
                (row.edition_id, row.name) for row in connection.execute(query.order_by(published_page.c.name))
            )

    def removed(self, edition_id: str) -> None:
        """Its page was taken away; what it said stays here."""
        mine = update(published_page).where(published_page.c.edition_id == edition_id)
        with self._database.writing() as connection:
            connection.execute(mine.values(removed_at=self._clock()))

    def is_removed(self, name: str) -> bool:
        """Whether a page of that name was there once."""
        query = select(published_page.c.removed_at).filter_by(name=name)
        with self._database.reading() as connection:
            return connection.scalar(query) is not None


def keep(connection: Connection, edition: Edition) -> None:
    """Beside the edition, in its transaction."""
    page = edition.page
    if page is not None:
        html = page.html.encode("utf-8", "surrogatepass")
        connection.execute(insert(published_page).values(edition_id=edition.id, name=page.name, html=html))
