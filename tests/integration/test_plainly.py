"""Whether a page needs its browser is asked now and then, and said."""

import base64
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.sources import Step
from domain.visits import Purpose, Visit
from pipeline import World, detect
from pipeline.crawling.plainly import AGAIN, learned, to_ask
from tests.integration.support_pipeline import MONDAY, SOURCES, Moments, attempt_at, opened
from tests.integration.support_site import answer, crawl, site

BROWSED = SOURCES.replace('prices"}', 'prices", render: browser}')


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with opened(tmp_path, Moments(MONDAY), sources=BROWSED) as world:
        yield world


def browsed(world: World, pro: str | None = "$49", days: int = 0, status: int = 200) -> Visit:
    source = world.sources[0]
    visit = world.archive.visits.record(attempt_at(source, MONDAY + timedelta(days=days), pro, status=status))
    detect(world, source)
    return visit


def plain(world: World, about: Visit, pro: str | None) -> None:
    attempt = attempt_at(world.sources[0], about.captured_at + timedelta(seconds=5), pro)
    world.archive.visits.record(replace(attempt, purpose=Purpose.PLAIN, about=about.id))


def test_a_page_that_plain_http_gives_as_well_needs_no_browser(world: World) -> None:
    plain(world, browsed(world), "$49")
    found = learned(world, world.sources[0])
    assert found is not None
    assert not found.needed
    assert str(found) == (
        "No browser is needed: plain HTTP gives all 4 pieces (asked on 16 Feb 2026); delete `render: browser`."
    )


def test_a_page_that_misses_its_price_without_a_browser_needs_it(world: World) -> None:
    plain(world, browsed(world), "loading")
    found = learned(world, world.sources[0])
    assert found is not None
    assert found.needed
    assert "3 of the 4 pieces" in str(found)


def test_a_page_that_says_nothing_without_a_browser_needs_it(world: World) -> None:
    plain(world, browsed(world), None)
    found = learned(world, world.sources[0])
    assert found is not None
    assert (found.found, found.needed) == (0, True)


def test_nothing_is_learned_beside_a_visit_that_was_no_page(world: World) -> None:
    plain(world, browsed(world, None, status=403), "$49")
    assert learned(world, world.sources[0]) is None


def test_it_is_asked_at_the_first_good_visit_and_again_after_a_month(world: World) -> None:
    source = world.sources[0]
    refused = browsed(world, None, status=403)
    assert not to_ask(world, source, refused)
    first = browsed(world, days=1)
    assert to_ask(world, source, first)
    plain(world, first, "$49")
    assert not to_ask(world, source, browsed(world, days=2))
    assert to_ask(world, source, browsed(world, days=2 + AGAIN.days))


def test_a_page_with_steps_is_not_asked_for_without_them(world: World) -> None:
    stepped = replace(world.sources[0], steps=(Step(action="click", argument="#yearly"),))
    assert not to_ask(world, stepped, browsed(world))


def test_the_other_visit_goes_over_plain_http() -> None:
    with site() as here:
        url = here.add("/prices", answer(b"<p>Pro $49</p><script>document.body.textContent = 'scripted'</script>"))
        found = crawl([{"name": "prices", "url": url, "render": "browser", "purpose": "plain", "about": 7}])
    (part,) = found["prices"]["parts"]
    assert base64.b64decode(part["body"]).startswith(b"<p>Pro $49</p><script>")
