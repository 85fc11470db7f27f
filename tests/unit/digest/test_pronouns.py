"""An account's name stands once in the reasons of an item."""

from digest.pronouns import once_named
from domain.accounts import Account


def named(*reasons: str, name: str) -> list[str]:
    return once_named(reasons, Account(name=name))


def test_the_first_reason_names_the_account_and_the_others_say_they() -> None:
    told = named(
        "Siemens is named in the text", "Siemens runs Fathom's Rates beside your Yard", "Siemens' own news",
        name="Siemens AG",
    )  # fmt: skip
    assert told == ["Siemens is named in the text", "they run Fathom's Rates beside your Yard", "their own news"]


def test_a_place_is_where_they_are_and_another_company_keeps_its_name() -> None:
    told = named("Lindqvist's own news", "Leeds is Lindqvist's city", "Leeds, where Lindqvist is", name="Lindqvist")
    assert told == ["Lindqvist's own news", "Leeds is their city", "Leeds, where they are"]
    assert named("Marlowe runs Rates", "Marlowell runs Yard", name="Marlowe")[1] == "Marlowell runs Yard"


def test_a_reason_that_names_nobody_stays_as_it_is() -> None:
    assert named("Vanta is incumbent there", "they buy Halden Trust", name="Tessera Pay") == [
        "Vanta is incumbent there",
        "they buy Halden Trust",
    ]
