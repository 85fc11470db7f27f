"""Nobody sees an account or its revenue who is not on it; an analyst sees names only."""

from accounts import sees, sees_revenue, visible_to
from domain.accounts import Account, Person

INES = Person(key="ines", name="Ines", email="ines@halden.example", zone="UTC")
OWEN = Person(key="owen", name="Owen", email="owen@halden.example", zone="UTC")
MARA = Person(key="mara", name="Mara", email="mara@halden.example", zone="UTC", analyst=True)
MARLOWE = Account(name="Marlowe Travel", owner="ines", team=("owen",))
KELD = Account(name="Keld Water", owner="owen")


def test_the_owner_and_the_team_see_an_account_and_its_revenue() -> None:
    assert sees_revenue(INES, MARLOWE)
    assert sees_revenue(OWEN, MARLOWE)


def test_an_owner_does_not_see_the_accounts_of_others() -> None:
    assert visible_to(INES, (MARLOWE, KELD)) == (MARLOWE,)
    assert not sees(INES, KELD)


def test_an_analyst_sees_every_name_and_no_revenue() -> None:
    assert visible_to(MARA, (MARLOWE, KELD)) == (MARLOWE, KELD)
    assert not sees_revenue(MARA, MARLOWE)


def test_an_account_without_an_owner_is_seen_by_analysts_only() -> None:
    nobody = Account(name="Arvo")
    assert not sees(INES, nobody)
    assert sees(MARA, nobody)
