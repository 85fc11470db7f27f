"""What stands below the top items, weeks without news, and who has an edition."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

import digest
from domain.accounts import Account
from domain.editions import EditionKind
from domain.events import Impact, ReasonKind, Stance
from domain.sources import Subject, SubjectKind
from domain.visits import Reason
from tests.unit.digest import worlds
from tests.unit.digest.support_compose import everything, mail, rendered


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.NONE])
def test_every_reason_not_to_be_seen_has_words_of_its_own(reason: Reason) -> None:
    week = replace(worlds.quiet_week(), unseen=(worlds.unseen("site-a", worlds.rival("Site"), reason, 2),))
    said = mail(week, worlds.analyst()).aside
    assert said.startswith("Not seen: Site a (")
    assert "blocked since" not in said


def test_the_lines_below_say_what_is_due_quiet_and_not_seen() -> None:
    text = " ".join(rendered(worlds.full_week(), worlds.owner()).text.split())
    for line in (
        "No account touched: CapCut swaps Happy Horse 1.0 for GPT Image 2 [8]",
        "Notice: Marlowe 2 Apr, 38 days, €410k a year · Penhale 20 May, 86 days, €230k a year",
        "Activity 0-100 (last week): Marlowe 62 (48) · Tessera 41 (22) · Calder 38 (9) · Penhale 15 (15)",
        "Quiet: 10 accounts. 23 pages differed only in testimonials, tokens, counters.",
        "Not seen, 2 of 63: Brightvane prices (bot wall since Tue) and Veridale newsroom (bot wall since Fri); "
        "their silence means nothing.",
        'Correction to W06: Brightvane "Team" fell 10%, not 20% (yearly view misread).',
    ):
        assert line in text


def test_the_preview_adds_what_the_subject_leaves_out() -> None:
    assert rendered(worlds.full_week(), worlds.owner()).preview == (
        "Notice in 38 days. Also Tessera (you meet Wed), Calder, Penhale. Nothing new for 10 accounts."
    )


def test_a_quiet_week_is_one_honest_line() -> None:
    week = replace(worlds.quiet_week(), accounts=worlds.WORLD)
    found = mail(week, worlds.owner())
    assert found.items == found.untouched == found.briefs == found.closing == ()
    assert found.opening == "No changes this week on the 61 of 63 sources that could be seen."
    assert found.aside == (
        "Not seen: Brightvane prices (bot wall since Tue) and Veridale newsroom (bot wall since Fri); "
        "their silence means nothing. 23 pages differed only in testimonials, tokens, counters."
    )
    assert found.subject == "Quiet week: no changes · W09"


def test_a_quiet_week_with_everything_seen_says_so() -> None:
    found = mail(replace(worlds.quiet_week(), unseen=()), worlds.analyst())
    assert found.opening == "No changes this week: all 63 sources were seen."


def test_a_week_whose_events_touch_nobody_is_not_called_touched() -> None:
    week = replace(worlds.full_week(), impacts=())
    found = mail(week, worlds.owner())
    assert found.subject == "Nothing touches your 14 accounts · W08"
    assert found.items == ()
    assert len(found.untouched) == 3
    assert found.untouched_more == 5


def test_the_first_edition_says_what_is_watched() -> None:
    one = rendered(worlds.first_week(), worlds.owner())
    assert one.subject == "Welcome: 63 sources watched · W07"
    said = " ".join(one.text.split())
    assert said.startswith(
        "Bellwether now watches 63 sources for your 14 accounts: 10 on 2 competitors, "
        "53 on registers, markets and accounts."
    )
    assert "Watched: Brightvane 6, Vanta 4." in one.text
    assert "Marlowe: runs Scrapingdog" in one.text
    assert "Zephyr" not in everything(one)


@pytest.mark.parametrize("week", [worlds.full_week, worlds.quiet_week, worlds.first_week])
@pytest.mark.parametrize("person", [worlds.INES, worlds.OWEN])
def test_an_owner_reads_no_name_revenue_or_date_of_a_foreign_account(week, person) -> None:  # type: ignore[no-untyped-def]
    audience = worlds.owner(person)
    said = everything(rendered(worlds.with_foreign_traces(week()), audience))
    for foreign in worlds.WORLD.accounts:
        if foreign not in audience.accounts:
            assert foreign.name not in said
            assert not any(re.search(rf"\b{alias}\b", said) for alias in foreign.aliases)
    assert "777" not in said
    assert "30 Mar" not in said


def test_foreign_traces_do_reach_the_reader_they_are_for() -> None:
    """So that the test above cannot pass because nothing was there."""
    said = everything(rendered(worlds.with_foreign_traces(worlds.full_week()), worlds.owner(worlds.ROSA)))
    assert "ZEPHYR AEROSPACE" in said
    assert "€777k" in said
    assert "30 Mar" in said


def test_the_analysts_edition_has_every_account_and_no_revenue_or_contract_date() -> None:
    one = rendered(worlds.full_week(), worlds.analyst())
    assert "Zephyr" in one.text
    assert "€" not in one.text.replace("€35M", "").replace("€18M", "").replace("€10M", "")
    assert "Notice" not in one.text
    assert "notice" not in one.text
    assert "you" not in re.findall(r"\w+", one.text)


def test_a_revenue_band_is_said_as_a_band() -> None:
    assert (
        "€250k-500k"
        in mail(
            worlds.with_account(worlds.full_week(), replace(worlds.MARLOWE, revenue=worlds.band(250_000, 500_000))),
            worlds.owner_of(replace(worlds.MARLOWE, revenue=worlds.band(250_000, 500_000))),
        )
        .items[0]
        .why
    )


def test_html_and_text_say_the_same() -> None:
    one = rendered(worlds.full_week(), worlds.owner())
    text, page = " ".join(one.text.split()), " ".join(worlds.visible(one.html).split())
    for item in mail(worlds.full_week(), worlds.owner()).items:
        for said in (item.account.upper(), item.why, item.do, *(finding.text for finding in item.findings)):
            assert said in text
            assert said in page


def test_plain_text_lines_fit_a_narrow_window() -> None:
    lines = rendered(worlds.full_week(), worlds.owner()).text.splitlines()
    assert max(len(line) for line in lines if "://" not in line) <= 78


def test_unseen_sources_past_the_sixth_are_counted_and_listed_in_the_evidence() -> None:
    many = tuple(worlds.unseen(f"site-{n}", worlds.rival("Site"), Reason.TIMEOUT, 2) for n in range(9))
    one = rendered(replace(worlds.full_week(), unseen=many), worlds.analyst())
    assert "Not seen, 9 of 63" in one.text
    assert "3 more, listed in the evidence" in " ".join(one.text.split())
    assert all(f"Site {n}:" in worlds.visible(one.evidence) for n in range(9))


def test_composing_twice_gives_the_same_bytes() -> None:
    assert rendered(worlds.full_week(), worlds.owner()) == rendered(worlds.full_week(), worlds.owner())


def test_each_owner_and_team_member_has_an_edition_and_each_analyst() -> None:
    found = {(one.person.key, one.kind): len(one.accounts) for one in digest.audiences(worlds.WORLD)}
    assert found == {
        ("ines", EditionKind.OWNER): 14,
        ("owen", EditionKind.OWNER): 2,
        ("rosa", EditionKind.OWNER): 1,
        ("jonas", EditionKind.ANALYST): 15,
    }


def test_an_account_of_ours_in_the_news_is_no_news_for_strangers() -> None:
    own = worlds.event(
        "ev9",
        Subject(kind=SubjectKind.ACCOUNT, name="Zephyr Aerospace"),
        "Zephyr Aerospace names a new chief buyer",
        (),
        [worlds.edit("e9", None, "Zephyr Aerospace names a new chief buyer")],
    )
    week = replace(worlds.full_week(), events=(*worlds.full_week().events, own))
    assert "Zephyr" not in everything(rendered(week, worlds.owner()))


def test_a_notice_day_that_is_past_or_far_is_not_listed() -> None:
    for days, listed in ((-1, False), (0, True), (120, True), (121, False)):
        account = with_notice(worlds.MARLOWE, worlds.SENDS.date() + timedelta(days=days))
        found = mail(worlds.full_week(), worlds.owner_of(account))
        assert bool(found.notices) is listed, days


def with_notice(account: Account, notice: date) -> Account:
    assert account.renewal is not None
    return replace(account, renewal=replace(account.renewal, notice=notice))


def test_impacts_of_events_outside_the_week_are_passed_over() -> None:
    stray: Impact = worlds.impact(
        replace(worlds.scrapingdog(), id="gone"), worlds.MARLOWE, 99, Stance.THREAT, (ReasonKind.TOPIC, "x")
    )
    week = replace(worlds.full_week(), impacts=(stray, *worlds.full_week().impacts))
    assert mail(week, worlds.owner()) == mail(worlds.full_week(), worlds.owner())
