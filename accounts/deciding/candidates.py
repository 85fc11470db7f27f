"""Which accounts an event could touch at all, by the directory's postings instead of a look at every account."""

from accounts.deciding.ties import binds
from accounts.reading.directory import Directory
from accounts.reading.event import Reading
from accounts.reading.gist import Gist
from accounts.texts.phrases import phrase
from domain.accounts import Account

# Accounts that share nothing but the product are only counted; past so many, an event is news of the market.
MOST_COUNTED = 100


def candidates(reading: Reading, directory: Directory) -> tuple[Account, ...]:
    """Every account that could be told of the event, and of those that only share a product the MOST_COUNTED first."""
    certain = _named(reading, directory) | _running(reading, directory) | _bound(reading, directory)
    topical, local = _topical(reading, directory), _local(reading, directory)
    certain |= topical & local
    if Gist.HIRES in reading.gists:
        certain |= _in_town(reading, directory)
    met = set().union(*(directory.buyers.get(name, frozenset()) for name in reading.met))
    certain |= met & _in_town(reading, directory)
    buying = set().union(*(directory.buyers.get(name, frozenset()) for name in reading.touched))
    certain |= buying & (topical | local | _of_the_industry(reading, directory))
    only = sorted(buying - certain, key=directory.rank.__getitem__)[:MOST_COUNTED]
    return tuple(directory.world.accounts[at] for at in sorted({*certain, *only}))


def _named(reading: Reading, directory: Directory) -> set[int]:
    return {directory.position[name] for name in (*reading.named, *reading.own) if name in directory.position}


def _running(reading: Reading, directory: Directory) -> set[int]:
    """Those who run one of the event's rivals, or a product that it names."""
    rivals = (directory.runners.get(rival, frozenset()) for rival in reading.rivals)
    products = (directory.product_runners.get(name, frozenset()) for name in reading.products)
    return set().union(*rivals, *products)


def _bound(reading: Reading, directory: Directory) -> set[int]:
    """Those whom a rule binds that it speaks of, or whose partner it names."""
    rules = {rule for rule in directory.rules.near(reading.words) if binds(reading, rule)}
    partners = {name for name in directory.partners.near(reading.words) if reading.words.says(phrase(name))}
    return directory.rules.of(rules) | directory.partners.of(partners)


def _topical(reading: Reading, directory: Directory) -> set[int]:
    near = directory.topics.near(reading.words) | directory.topics.exactly(reading.spoken)
    return directory.topics.of(topic for topic in near if reading.on_topic(topic))


def _of_the_industry(reading: Reading, directory: Directory) -> set[int]:
    near = directory.industries.near(reading.words) | directory.industries.exactly(reading.spoken)
    return directory.industries.of(industry for industry in near if reading.on_topic(industry))


def _local(reading: Reading, directory: Directory) -> set[int]:
    countries = (directory.countries.get(code, frozenset()) for place in reading.places for code in place.countries)
    return _in_town(reading, directory).union(*countries)


def _in_town(reading: Reading, directory: Directory) -> set[int]:
    return set().union(*(directory.towns.get(place.city or "", frozenset()) for place in reading.places))
