"""Published evidence names no reader, account or revenue, and every number of the mail still leads somewhere."""

import re

from hypothesis import HealthCheck, given, settings

import digest
from digest.links import anchor
from domain.editions import Week
from tests.unit.digest import worlds
from tests.unit.digest.test_privacy import weeks

PAGE = "https://evidence.example/a-name-nobody-guesses.html"


def test_each_number_leads_to_the_published_page_or_to_the_attachment() -> None:
    one = digest.compose(worlds.full_week(), worlds.owner(), shown=worlds.shown, page=PAGE)
    linked = set(re.findall(rf'href="{PAGE}#([^"]+)"', one.html))
    marked = set(re.findall(r"<!--evidence:([\w.-]+)-->", one.html))
    assert linked
    assert not linked & marked
    assert linked | marked <= {anchor(event) for event in one.event_ids}
    for name in linked:
        assert f'id="{name}"' in one.published
    for name in marked:
        assert f'id="{name}"' in one.evidence
    assert f"Evidence, by number: {PAGE}\n" in one.text


def test_what_a_page_says_is_numbered_as_in_the_mail() -> None:
    whole = digest.compose(worlds.full_week(), worlds.owner(), shown=worlds.shown)
    page = digest.compose(worlds.full_week(), worlds.owner(), shown=worlds.shown, page=PAGE).published
    heads = re.findall(r"<h2>(\d+)\. ([^<]+)</h2>", page)
    assert heads
    assert set(heads) <= set(re.findall(r"<h2>(\d+)\. ([^<]+)</h2>", whole.evidence))


def test_without_an_address_nothing_is_published() -> None:
    one = digest.compose(worlds.full_week(), worlds.owner(), shown=worlds.shown)
    assert one.published == ""
    assert "the attached page, by number" in one.text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(weeks())
def test_no_account_reader_or_revenue_is_on_a_published_page(week: Week) -> None:
    for audience in digest.audiences(week.accounts):
        page = digest.compose(week, audience, shown=worlds.shown, page=PAGE).published.casefold()
        assert "quxcorp" not in page
        assert "person " not in page
        assert "1000001" not in page
        assert "1,000,001" not in page
