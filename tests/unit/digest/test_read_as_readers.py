"""What reading mails as recipients do has shown: names of others, phrases cut short, subjects that say nothing."""

from datetime import UTC, date, datetime

import digest
from accounts import Names, link
from bench.scale_world import made_event
from config.playbook_file import our_playbook
from digest.mail import Brief, Proof
from digest.naming import once
from digest.subjects import finding
from digest.words import clip
from domain.accounts import Account, Accounts, Person, Product, Us, Use
from domain.editions import Audience, Evidence, Period, Rendered, Week
from domain.findings import TagName
from domain.sources import Competitor, Subject, SubjectKind

NOW = datetime(2026, 2, 20, 6, tzinfo=UTC)
RIVAL = Subject(kind=SubjectKind.COMPETITOR, name="Scrapingdog")


def person(key: str) -> Person:
    return Person(key=key, name=key.title(), email=f"{key}@halden.example", zone="UTC")


def account(name: str, owner: str) -> Account:
    uses = (Use(competitor="Scrapingdog", product="Google Hotels API"),)
    return Account(name=name, owner=owner, buys=("Hotel Rates",), also_uses=uses)


WORLD = Accounts(
    us=Us(name="Halden", products=(Product(name="Hotel Rates", rivals=(("Scrapingdog", ("Google Hotels API",)),)),)),
    people=(person("ines"), person("owen")),
    accounts=(account("Corosel Ltd", "ines"), account("Indanquil Ltd", "owen")),
)


def mailed(text: str, tag: TagName) -> dict[str, Rendered]:
    names = Names((Competitor(name="Scrapingdog"),), WORLD.accounts)
    event = made_event("e", RIVAL, text, (tag,), NOW)
    week = Week(
        period=Period(label="2026-W09", after_seq=1, cut_seq=2, sends_at=datetime(2026, 2, 23, 7, tzinfo=UTC)),
        accounts=WORLD,
        playbook=our_playbook(),
        events=(event,),
        impacts=link(event, WORLD, names, date(2026, 2, 23)),
        unseen=(),
        watched=1,
        noise=0,
        baselines=0,
    )

    def composed(audience: Audience) -> Rendered:
        return digest.compose(week, audience, shown=lambda one: Evidence(event=one.id, exhibits=()))

    return {audience.person.key: composed(audience) for audience in digest.audiences(WORLD)}


def test_a_deal_of_one_account_is_told_to_its_readers_and_its_name_to_nobody_else() -> None:
    mails = mailed("Indanquil Ltd signs three-year contract with Scrapingdog.", TagName.PARTNERSHIP)
    assert "Indanquil" in mails["owen"].text
    assert all("Indanquil" not in said for said in (mails["ines"].text, mails["ines"].html, mails["ines"].subject))


def test_a_group_of_accounts_is_spelled_out_once() -> None:
    proof = Proof(event="e", number=1, url=None)
    who = ("6 accounts (6 travel)", "6 accounts (6 travel)", "Calder")
    told = [Brief(account=one, text="a", proof=proof) for one in who]
    six = tuple("abcdef")
    assert [one.account for one in once(told, (six, six[::-1], ("Calder",)))] == [
        "6 accounts (6 travel)",
        "the same 6 accounts",
        "Calder",
    ]


def test_two_groups_of_accounts_told_in_the_same_words_are_not_called_the_same() -> None:
    proof = Proof(event="e", number=1, url=None)
    told = [Brief(account="4 accounts in retail", text="a", proof=proof) for _ in range(2)]
    assert once(told, (tuple("abcd"), tuple("abce"))) == tuple(told)


def test_a_text_is_not_cut_behind_a_word_that_asks_for_more() -> None:
    assert clip("herbicide for use on dicamba-tolerant crops and cotton", 4) == "herbicide for use …"


def test_a_subject_says_what_happens_not_only_the_name_of_a_product() -> None:
    event = made_event(
        "e", RIVAL, "Scrapingdog: Google Hotels API in tiers from $500 to $28,000 a month.", (TagName.PRICING,), NOW
    )
    assert finding(event, 29) == "Scrapingdog changes prices"
