"""Where accounts are: their cities and countries, as the account file writes them."""

from collections.abc import Iterable
from functools import lru_cache

from accounts.places.countries import COUNTRIES
from accounts.places.towns import State, states_of
from accounts.texts.folding import fold
from domain.accounts import Account


def cities(accounts: Iterable[Account]) -> tuple[tuple[str, str | None], ...]:
    """(folded city, country code) of every account; the code written next after a city is its country."""
    found: dict[tuple[str, str | None], None] = {}
    for places in {account.places: None for account in accounts}:
        codes = [place for place in places if is_code(place)]
        for at, place in enumerate(places):
            if not is_code(place):
                later = next((one for one in places[at + 1 :] if is_code(one)), codes[-1] if codes else None)
                found[fold(place).text, later] = None
    return tuple(found)


def is_code(place: str) -> bool:
    """Whether a place of the account file is a country code ("GB"), not a city or a country's name."""
    return len(place) == 2 and place.isalpha() and place.isupper()


@lru_cache(maxsize=100_000)
def homes(places: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Folded cities and country codes of an account's places."""
    towns = frozenset(fold(place).text for place in places if not is_code(place))
    codes = {place for place in places if is_code(place)}
    return towns, frozenset(codes | {code for code, known in COUNTRIES.items() if towns & set(known)})


@lru_cache(maxsize=100_000)
def regions(places: tuple[str, ...]) -> frozenset[State]:
    """The regions within their countries that an account's places are, or lie in, where we know them."""
    towns, codes = homes(places)
    return frozenset(state for town in towns for code in codes for state in states_of(town, code))
