"""The language of headlines: what many publishers write of one kind of news, in words that no rule was written from."""

from collections.abc import Callable

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import FIVE_TAGS
from domain.sources import Source

TOLD = """
product|StayFeed exports are now available in Stockholm
product|StayFeed Lambda now supports Python 3.14
product|Announcing StayFeed Lens foundation models
product|StayFeed worker pools are now GA
product|Brightvane announces end of support for StayFeed Mesh
product|StayFeed Paper to be discontinued
product|We're shutting down StayFeed Pocket
product|New in StayFeed: instant payouts
product|Brightvane unveils AI-powered search across enterprise apps
pricing|Brightvane reduces prices for archive storage by up to 85%
pricing|StayFeed Logs introduces tiered pricing for small hotels
pricing|StayFeed AI is now included in the Business plan at no extra cost
pricing|Changes to our pricing from 1 March
pricing|Brightvane hikes prices across all plans in the US
pricing|Brightvane cuts cost of its AI add-on to $10 per user
pricing|Brightvane ends free tier
pricing|Brightvane erhöht die Preise für Festnetzanschlüsse
regulatory|FDA approves Calder's oral treatment for weight loss
regulatory|FTC sues to block Penhale's acquisition of Calder
regulatory|European Commission fines Brightvane €798 million for abusive practices
regulatory|Court dismisses patent lawsuit against Brightvane
regulatory|Calder recalls insulin pumps after FDA warning letter
regulatory|Brightvane achieves FedRAMP Moderate authorization
regulatory|Brightvane pleads guilty in fraud case
regulatory|Supreme Court declines to hear Brightvane's appeal
executive|Brightvane names Lena Brandt as chief executive
executive|Brightvane's finance chief to retire
executive|Brightvane-Vorstand Bo Lind verlässt das Unternehmen
executive|On March 3, 2024, Mr. Lind notified the Company of his decision to resign as Chief Accounting Officer.
partnership|Brightvane and Calder Cloud expand strategic partnership
partnership|Brightvane teams up with Calder to build connected hotels
partnership|Brightvane signs multi-year agreement with Calder
partnership|Brightvane integrates with Calder to bring checkout to chat
product|StayFeed Meet adds live translation for five more languages
product|Brightvane rolls back StayFeed update
product|Support for StayFeed 10 ends on October 14
product|Version 5.2 released with faster exports
pricing|StayFeed will cost $2 more per month starting October
pricing|StayFeed family plan price jumps 30%
pricing|Brightvane reduces free plan contact limit to 250
pricing|The subscription now costs $14.99, up from $12.99
regulatory|FAA grounds Brightvane's drones
regulatory|EU adopts Hotel Data Act
regulatory|Company receives Nasdaq notice regarding late filing
executive|Brightvane picks Bo Lind as next CEO
executive|Calder fires CEO over vendor deals
executive|Longtime chairman Jo Ray dies
partnership|Brightvane and Calder to pioneer AI platform for hotels
partnership|Brightvane chooses Calder for in-room wifi
partnership|Brightvane and Penhale sign $5.7 billion license deal
|Brightvane named a leader in market survey
|Why we moved our build to another tool
|Inside our data centers: a photo tour
|Celebrating Pride month with our employees
|On May 1 the Company entered into an indenture with Calder Bank, as trustee
|The Company announced a $2 billion share repurchase program
|Ford sales up 5% in May
|This fee really adds up
|Economists expect the central bank to raise rates
|Two partners, one dream: a family business story
|Brightvane reports third quarter results
|Brightvane declares quarterly dividend
|10 tips to reduce your cloud bill
|How Penhale scaled to a million users with StayFeed
|Webinar recap: the future of pricing
|Shares of Brightvane fell 4% on Monday
|Analysts expect the company to beat estimates
|On June 3, the Company entered into a Credit Agreement with Calder Bank, N.A. as administrative agent.
|The oil price rose above $80 a barrel
|Best practices for price testing
|Brightvane to host investor day
|The annual meeting of stockholders was held; directors were elected with votes cast as follows
|The company's CEO said demand remains strong
|Gross margin improved on lower costs and higher prices in the quarter
|Jury of the film festival announces winners
"""


@pytest.mark.parametrize("line", TOLD.strip().split("\n"))
def test_a_headline_gets_the_tag_a_reader_would_give_it(
    seen: Callable[..., tuple[Sighting, ...]],
    entry: Callable[..., Edit],
    source: Callable[..., Source],
    line: str,
) -> None:
    expected, title = line.split("|", 1)
    (sighting,) = seen(entry(title), of=source(kind="feed"))
    given = {tag.tag.value for tag in sighting.tags if tag.tag in FIVE_TAGS}
    assert given == set(expected.split())
