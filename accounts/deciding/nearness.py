"""How near what an event tells is to an account: in its city, its region, its country, or elsewhere."""

from enum import IntEnum

from accounts.places.finder import Place
from accounts.places.homes import homes, regions
from accounts.reading.event import Reading
from accounts.texts.patterns import Pattern
from domain.accounts import Account
from domain.findings import TagName

# "recalls 1,900 units after fires in Arizona": where it began, not where it has effect.
_CAUSE = Pattern(
    r"\b(?:after|following (?:an?|the|its|two|three|several|\d+)|because of|nach|apres|tras|dopo|na) [^.;:]{0,60}$"
)
# What happens at a place; a town named in other news does not limit where it has effect.
_LOCAL = frozenset({TagName.EXPANSION, TagName.HIRING, TagName.PARTNERSHIP})


class Near(IntEnum):
    """How near a place of the text is to the account. FAR: in its country, and in none of its regions."""

    FAR = 1
    COUNTRY = 2
    STATE = 3
    CITY = 4


def nearest(reading: Reading, account: Account) -> tuple[Place | None, Near | None]:
    """The text's place that is nearest to the account, and how near it is; None where the two share no country."""
    best: tuple[Place | None, Near | None] = (None, None)
    for place in reading.places:
        near = _near(place, account.places)
        if near is not None and (best[1] is None or near > best[1]):
            best = (place, near)
    return best


def _near(place: Place, places: tuple[str, ...]) -> Near | None:
    towns, countries = homes(places)
    here = regions(places)
    if place.city in towns:
        return Near.CITY
    if place.states & here:
        return Near.STATE
    if not place.countries & countries:
        return None
    return Near.FAR if here and place.states else Near.COUNTRY


def is_elsewhere(reading: Reading, account: Account, near: Near | None) -> bool:
    """Whether the event has effect only where the account is not; never where nobody wrote down its places.

    What is opened in another region of its country is elsewhere; anything else reaches the whole country.
    """
    tags = {tag.tag for tag in reading.event.tags}
    limiting = [place for place in reading.places if (tags & _LOCAL or not place.tabled) and not _began(reading, place)]
    far = near is Near.FAR and TagName.EXPANSION in tags
    return bool(limiting and account.places) and (near is None or far)


def _began(reading: Reading, place: Place) -> bool:
    """Asked for each account, and the same for all of them."""
    asked, key = reading.words.asked, f"began: {place.words}"
    if key not in asked:
        at = reading.text.find(place.words)
        asked[key] = at >= 0 and _CAUSE.search(reading.folded[:at]) is not None
    return asked[key]
