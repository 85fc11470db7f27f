"""What a page of a link names: an account only to those who read of it, and no other of our accounts beside it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import digest
from domain.accounts import Account, Accounts, Person, Us
from domain.answers import ToldItem
from pipeline.composing.links import about
from tests.unit.digest import worlds

TODAY = worlds.SENDS.date()
KEYS = ("ada", "ben", "cleo", "dan")


@st.composite
def companies(draw: st.DrawFn) -> Accounts:
    """People who own, read along, lead and analyse, and accounts with telling names."""
    people = tuple(
        replace(
            worlds.owner().person,
            key=key,
            name=key.title(),
            analyst=draw(st.booleans()) if key == "dan" else False,
            leads=tuple(draw(st.sets(st.sampled_from(KEYS), max_size=2)) - {key}) if key == "cleo" else (),
        )
        for key in KEYS
    )
    accounts = tuple(
        replace(
            worlds.MARLOWE,
            name=f"Account{number}",
            owner=draw(st.sampled_from((*KEYS[:3], None))),
            team=tuple(draw(st.sets(st.sampled_from(KEYS), max_size=2))),
        )
        for number in range(4)
    )
    return Accounts(us=Us(name="Halden"), people=people, accounts=accounts)


def readers_of(accounts: Accounts, account: Account) -> set[str]:
    return {one.person.key for one in digest.audiences(accounts, TODAY) if account in one.accounts}


@given(companies(), st.sampled_from(KEYS), st.integers(0, 3), st.integers(0, 4))
def test_no_page_names_an_account_to_who_does_not_read_of_it(
    accounts: Accounts, key: str, number: int, rival: int
) -> None:
    person: Person = next(one for one in accounts.people if one.key == key)
    competitor = accounts.accounts[rival].name if rival < 4 else "Brightvane"
    item = ToldItem(
        number=1,
        account=accounts.accounts[number].name,
        events=("e",),
        competitor=competitor,
        tag="pricing",
        said=" and ".join(account.name for account in accounts.accounts),
    )
    said = about(accounts, TODAY, person, item)
    for account in accounts.accounts:
        if key not in readers_of(accounts, account):
            assert account.name not in said
    if key in readers_of(accounts, accounts.accounts[number]):
        assert accounts.accounts[number].name in said, "so that it does not hold because nothing is ever said"
        assert rival < 4 or "Brightvane" in said
