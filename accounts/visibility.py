"""Who may see what of an account: its owner and team everything, an analyst the name, nobody else anything."""

from collections.abc import Sequence

from domain.accounts import Account, Person


def sees(person: Person, account: Account) -> bool:
    """Whether this person may know that the account exists."""
    return person.analyst or sees_revenue(person, account)


def sees_revenue(person: Person, account: Account) -> bool:
    """Whether this person may see money and contract dates: the owner and the team, an analyst only as one of them."""
    return person.key == account.owner or person.key in account.team


def visible_to(person: Person, accounts: Sequence[Account]) -> tuple[Account, ...]:
    """The accounts this person may see, in their order."""
    return tuple(account for account in accounts if sees(person, account))
