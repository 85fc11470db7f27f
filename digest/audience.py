"""Who gets an edition, and which accounts it may speak of."""

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
    for person in accounts.people:
        stands_in = deputy_for(accounts, person, today)
        mine = tuple(one for one in accounts.accounts if _reads(person, one) or one.owner in stands_in)
        theirs = tuple(one for one in accounts.accounts if one.owner in person.leads)
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


def _reads(person: Person, account: Account) -> bool:
    return person.key == account.owner or person.key in account.team
