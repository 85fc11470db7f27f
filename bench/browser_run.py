"""One crawl of pages that ask for a browser, as the product makes it.

`python -m bench.browser_run PORT COUNT PAGES 0|1`: `PAGES` are open at once; 1 loads pictures. Prints how many pages
came with what their script writes, and how long the crawl took from its first page to its last.
"""

import sys
from ipaddress import ip_network
from time import monotonic

from bench.browser_site import host
from domain.settings import Fetching
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from domain.times import utc_now
from domain.visits import Attempt, Purpose
from spiders import crawl
from spiders.plan import Plan

WRITTEN = b"199"  # the number of the last paragraph that the script writes


def plan_of(port: int, number: int) -> Plan:
    source = Source(
        name=f"page-{number}",
        kind=SourceKind.PAGE,
        url=f"http://{host(number)}:{port}/page-{number}",
        subject=Subject(kind=SubjectKind.COMPETITOR, name="Brightvane"),
        schedule=Schedule(text="1d"),
        render="browser",
    )
    return Plan(source=source, revision="r1", purpose=Purpose.CHECK)


def main(port: int, count: int, pages: int, images: int) -> None:
    times: list[float] = []
    good: list[str] = []

    def keep(attempt: Attempt) -> None:
        times.append(monotonic())
        good.extend(attempt.source for part in attempt.parts if WRITTEN in (part.body or b""))

    networks = (ip_network("127.0.0.0/8"),)
    fetching = Fetching(allowed_networks=networks, host_delay=0.0, browser_pages=pages, images=bool(images))
    plans = [plan_of(port, number) for number in range(count)]
    crawl.run(plans, fetching=fetching, clock=utc_now, on_attempt=keep, next_batch=tuple)
    print(len(good), times[-1] - times[0])


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
