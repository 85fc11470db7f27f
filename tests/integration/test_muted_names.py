"""Who muted a rival is told nothing of it; nor is anyone else told a text in which their name stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import World
from tests.integration.support_pipeline import Moments, opened
from tests.integration.support_week import SOURCES, Look, clock, edition, ines, look, noor, page, words

__all__ = ["clock", "look"]

ACCOUNTS = """us:
  name: Halden Group
  products: [{{name: Hotel Rates, topics: [hotel prices]}}]
people:
  ines: {{name: Ines Moreau, email: ines@halden.example, zone: Europe/Paris, digest: mon 07:00}}
  noor: {{name: Noor Haddad, email: noor@halden.example, zone: Europe/Paris, digest: mon 07:00}}
accounts:
  - {{name: Ferrand Steel, owner: ines}}
  - {{name: Quillon Hotels, owner: noor{mute}}}
"""
SAYS = "Brightvane and Quillon Hotels sign a partnership"


@pytest.fixture(params=["", ", mute: [{competitor: Brightvane, why: their own supplier}]"], ids=["told", "muted"])
def world(tmp_path: Path, clock: Moments, request: pytest.FixtureRequest) -> Iterator[World]:
    with opened(tmp_path, clock, SOURCES, ACCOUNTS.format(mute=request.param)) as world:
        yield world


def test_a_text_that_names_an_account_of_others_reaches_no_other_reader(
    world: World, look: Look, clock: Moments
) -> None:
    look(page("Pro|$49"))
    look(page("Pro|$49").replace("</main>", f"<h2>News</h2><p>{SAYS} for hotel prices in Europe.</p></main>"), 2)
    muted = bool(world.configuration.accounts.accounts[1].mute)
    assert (world.archive.derived.impacts() == ()) == muted
    assert "Quillon" not in words(edition(world, clock, ines(world)))
    assert muted or "Quillon" in words(edition(world, clock, noor(world)))
