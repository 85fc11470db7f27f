"""A page with a price, a count and a quote, shown at one visit a day."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.changes import Change, ChangeStatus
from pipeline import World, detect
from tests.integration.support_pipeline import Moments, attempt_at

PAGE = """<html><head><title>StayFeed</title></head><body>
<nav><a href="/">Home</a><h6>Products</h6><ul>{products}</ul></nav><main>
<h1>Hotel prices</h1><p>StayFeed reads hotel prices in ninety countries and hands them to revenue managers.</p>
<h2>Plans</h2><ul><li>Pro costs {pro} a month</li><li>Basic is free for one hotel</li></ul>
<h2>Community</h2><p>Right now the board lists {count} open questions on yield</p>
<h2>In their words</h2><p>{quote}</p>
</main></body></html>"""
QUOTES = (
    "We were live in a week and never looked back since, says the head of revenue at Polder Inns",
    "Our night shift sleeps now, because the feed does not, says the manager of Hotel Karsten",
    "Nobody on the team opens five tabs in the morning any more, says the owner of Three Firs",
)
PRODUCTS = '<li><a href="/products/rates">Rates</a></li><li><a href="/products/events">Events</a></li>'
Show = Callable[..., tuple[Change, ...]]


@pytest.fixture
def show(world: World, clock: Moments) -> Show:
    """Store one visit of the page, detect, let a day pass, and give the change it made, if any."""
    source = world.sources[0]

    def show(
        pro: str = "$39", count: int = 17, quote: str = QUOTES[0], products: str = PRODUCTS, at: str = "prices"
    ) -> tuple[Change, ...]:
        where = next(one for one in world.sources if one.name == at)
        body = PAGE.format(pro=pro, count=count, quote=quote, products=products).encode()
        attempt = attempt_at(where, clock.now, "-")
        visit = world.archive.visits.record(replace(attempt, parts=(replace(attempt.parts[0], body=body),)))
        detect(world, where)
        clock.now += timedelta(days=1)
        return world.archive.derived.changes(source=where.name, after_seq=visit.seq - 1)

    assert source.name == "prices"
    return show


def news_of(changes: Sequence[Change]) -> Change:
    """The one change that is news."""
    [found] = [change for change in changes if change.status is ChangeStatus.NEWS]
    return found
