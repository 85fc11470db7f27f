"""Evidence pages put where their mails link to, and taken away when their time is over."""

import digest.publish
from domain.editions import PublishedPage
from domain.errors import DeliveryError
from guard.addresses import AddressPolicy
from pipeline.world import World


def publish(world: World, page: PublishedPage) -> None:
    """Files and pages written twice are the same: after a crash they may be repeated without harm."""
    publishing = world.configuration.settings.publishing
    if publishing is None:
        raise DeliveryError("the mail links to a page, and bellwether.toml has no [evidence] any more", transient=True)
    digest.publish.publish(page.name, page.html, publishing, way(world))


def withdraw_old(world: World) -> int:
    """Take away the pages that are older than `keep` and that no mail can need any more; how many.

    Each is taken away first and noted then: after a crash it is done again, without harm. DeliveryError where the place
    cannot be reached.
    """
    publishing = world.configuration.settings.publishing
    if publishing is None or publishing.keep is None:
        return 0
    old = world.archive.pages.older_than(world.clock() - publishing.keep)
    for edition, name in old:
        digest.publish.withdraw(name, publishing, way(world))
        world.archive.pages.removed(edition)
    return len(old)


def way(world: World) -> digest.publish.Way:
    """By the same rules as a crawl goes out."""
    fetching = world.configuration.settings.fetching
    return digest.publish.Way(
        environ=world.environ,
        policy=AddressPolicy(allowed=fetching.allowed_networks),
        proxy=fetching.egress_proxy,
    )
