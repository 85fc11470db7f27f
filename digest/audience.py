"""Who gets an edition, and which accounts it may speak of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from domain.accounts import Account, Accounts, Person
from domain.editions import Audience, EditionKind


def audiences(accounts: Accounts, today: date | None = None) -> tuple[Audience, ...]:
    """One edition for each owner or team member, over the accounts they own or read along; one for each analyst.

    Whoever stands in today for an owner who is away reads of that owner's accounts, too. One who leads others gets an
    edition that adds up their accounts. An analyst who owns accounts gets both: only the owner's edition carries
    revenue and contract dates.
    """
    found: list[Audience] = []
    read_by = _places((key, at) for at, one in enumerate(accounts.accounts) for key in _readers(one))
    owned_by = _places((one.owner, at) for at, one in enumerate(accounts.accounts) if one.owner)
    for person in accounts.people:
        stands_in = deputy_for(accounts, person, today)
        mine = _at(accounts, (read_by[person.key], *(owned_by[key] for key in stands_in)))
        theirs = _at(accounts, [owned_by[key] for key in person.leads])
        if mine:
            found.append(Audience(kind=EditionKind.OWNER, person=person, accounts=mine))
        if theirs:
            found.append(Audience(kind=EditionKind.LEADER, person=person, accounts=theirs))
        if person.analyst:
            found.append(Audience(kind=EditionKind.ANALYST, person=person, accounts=accounts.accounts))
    return tuple(found)


def deputy_for(accounts: Accounts, person: Person, today: date | None) -> frozenset[str]:
    """The keys of those who are away today and for whom this person stands in."""
    if today is None:
        return frozenset()
    return frozenset(
        one.key for one in accounts.people if one.away and one.away.deputy == person.key and one.away.on(today)
    )


def _readers(account: Account) -> frozenset[str]:
    return frozenset(key for key in (account.owner, *account.team) if key)


def _places(pairs: Iterable[tuple[str, int]]) -> Mapping[str, list[int]]:
    """Where the accounts of each person stand: asked of 10,000 accounts for each of 500 people it takes seconds."""
    found: dict[str, list[int]] = defaultdict(list)
    for key, at in pairs:
        found[key].append(at)
    return found


def _at(accounts: Accounts, places: Iterable[Iterable[int]]) -> tuple[Account, ...]:
    """The accounts at these places, each once and in their order."""
    return tuple(accounts.accounts[at] for at in sorted({at for some in places for at in some}))
