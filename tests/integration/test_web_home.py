"""A server heeds what people write while it runs, and keeps to what it knew where that has problems."""

from pathlib import Path

from domain.times import utc_now
from tests.integration.support_pipeline import ACCOUNTS, SOURCES
from web.home import LOOK_SECONDS, Home


class Passed:
    """Seconds that a test lets pass."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def names(home: Home) -> list[str]:
    return [person.name for person in home.world().configuration.accounts.people]


def test_a_changed_file_is_read_again_and_a_broken_one_is_not_heeded(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text(SOURCES)
    people = tmp_path / "accounts.yaml"
    people.write_text(ACCOUNTS)
    passed = Passed()
    home = Home(tmp_path, {}, utc_now, passed)
    archive = home.world().archive
    people.write_text(ACCOUNTS.replace("Ines Moreau", "Ines Moreau-Diaz"))
    assert names(home) == ["Ines Moreau"], "it looks now and then, not at each request"
    passed.now += LOOK_SECONDS
    assert names(home) == ["Ines Moreau-Diaz"]
    people.write_text("us: [")
    passed.now += LOOK_SECONDS
    assert names(home) == ["Ines Moreau-Diaz"]
    people.write_text(ACCOUNTS)
    passed.now += LOOK_SECONDS
    assert names(home) == ["Ines Moreau"]
    assert home.world().archive is archive, "the archive stays open"
    home.close()
