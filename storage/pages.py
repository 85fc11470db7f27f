"""Evidence pages that are published, under the names that mails link to."""

from sqlalchemy import Column, Connection, ForeignKey, LargeBinary, Table, Text, insert, select

from domain.editions import Edition, PublishedPage
from storage import tables
from storage.database import Database

published_page = Table(
    "published_page",
    tables.metadata,
    Column("edition_id", Text, ForeignKey("edition.id"), primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("html", LargeBinary, nullable=False),
    Column("removed_at", tables.Moment),
)


class Pages:
    """The page of each edition that has one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, edition_id: str) -> PublishedPage | None:
        with self._database.reading() as connection:
            row = connection.execute(select(published_page).filter_by(edition_id=edition_id)).one_or_none()
        return PublishedPage(name=row.name, html=row.html.decode("utf-8", "surrogatepass")) if row else None


def keep(connection: Connection, edition: Edition) -> None:
    """Beside the edition, in its transaction."""
    page = edition.page
    if page is not None:
        html = page.html.encode("utf-8", "surrogatepass")
        connection.execute(insert(published_page).values(edition_id=edition.id, name=page.name, html=html))
