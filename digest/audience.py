"""Who gets an edition, and which accounts it may speak of."""

from domain.accounts import Account, Accounts, Person
from domain.editions import Audience, EditionKind


def audiences(accounts: Accounts) -> tuple[Audience, ...]:
    """One edition for each owner or team member, over the accounts they own or read along; one for each analyst.

    An analyst who owns accounts gets both: only the owner's edition carries revenue and contract dates.
    """
    found: list[Audience] = []
    for person in accounts.people:
        theirs = tuple(account for account in accounts.accounts if _reads(person, account))
        if theirs:
            found.append(Audience(kind=EditionKind.OWNER, person=person, accounts=theirs))
        if person.analyst:
            found.append(Audience(kind=EditionKind.ANALYST, person=person, accounts=accounts.accounts))
    return tuple(found)


def _reads(person: Person, account: Account) -> bool:
    return person.key == account.owner or person.key in account.team
