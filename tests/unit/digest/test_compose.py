"""What a mail says, to whom, and in how many words."""

from dataclasses import replace

import pytest

from digest.items import TOP_WORDS, item_words
from digest.subjects import SLACK
from digest.words import count_words
from domain.events import ReasonKind, Stance
from domain.sources import SourceKind
from domain.visits import Reason
from tests.unit.digest import worlds
from tests.unit.digest.support_compose import mail, rendered


def test_the_full_mail_of_fourteen_accounts_has_at_most_seven_hundred_words() -> None:
    audience = worlds.owner()
    assert len(audience.accounts) == 14
    assert 250 < count_words(rendered(worlds.full_week(), audience).text) <= 700


def test_the_top_items_are_at_most_five_and_under_four_hundred_words() -> None:
    items = mail(worlds.full_week(), worlds.owner()).items
    assert len(items) == 5
    assert sum(item_words(item) for item in items) < TOP_WORDS


def test_a_hundred_wordy_events_still_make_a_mail_of_seven_hundred_words() -> None:
    """Long sentences are cut, later events become short lines or a count; the words stay few."""
    walls = tuple(worlds.unseen(f"a-long-name-of-site-{n}", worlds.rival("Site"), Reason.TIMEOUT, 9) for n in range(9))
    week = replace(worlds.crowded_week(100), unseen=walls)
    found = mail(week, worlds.owner())
    assert len(found.items) == 5
    assert sum(item_words(item) for item in found.items) < TOP_WORDS
    assert found.briefs_more > 0
    assert count_words(rendered(week, worlds.owner()).text) <= 700


def test_the_subject_names_account_and_finding_within_forty_characters_and_the_week_last() -> None:
    subject = rendered(worlds.full_week(), worlds.owner()).subject
    assert subject == "Marlowe: Scrapingdog adds price tiers · W08"


@pytest.mark.parametrize("place", range(8))
def test_every_signal_makes_a_subject_of_account_and_finding(place: int) -> None:
    event = worlds.full_week().events[place]
    week = replace(
        worlds.full_week(),
        events=(event,),
        impacts=(worlds.impact(event, worlds.TESSERA, 80, Stance.THREAT, (ReasonKind.TOPIC, "same topic")),),
    )
    said, _, label = rendered(week, worlds.owner()).subject.rpartition(" · ")
    assert label == "W08"
    assert said.startswith("Tessera: ")
    assert len(said) <= 40 + SLACK
    assert event.subject.name in said


def test_a_long_account_name_leaves_room_for_the_finding() -> None:
    account = replace(worlds.MARLOWE, name="Northumberland and District Veterinary Wholesale", aliases=())
    impacts = (replace(worlds.full_week().impacts[0], account=account.name),)
    week = worlds.with_account(replace(worlds.full_week(), impacts=impacts), account)
    said, _, _ = rendered(week, worlds.owner_of(account)).subject.rpartition(" · ")
    assert said == "Northumberland: Scrapingdog adds price tiers"


def test_items_stand_in_order_of_score_with_account_stance_tags_and_meeting() -> None:
    items = mail(worlds.full_week(), worlds.owner()).items
    assert [(item.account, item.label, item.tags, item.meeting) for item in items] == [
        ("Marlowe Travel", "threat", ("pricing",), ""),
        ("Tessera Pay", "threat", ("product", "regulatory"), "you meet Wed"),
        ("Calder Pharma Wholesale", "early warning", ("hiring", "partnership"), ""),
        ("Penhale Growers", "watch", ("regulatory",), ""),
        ("Tessera Pay", "watch", ("executive", "regulatory", "financial"), ""),
    ]


def test_an_item_says_what_stood_before_and_what_stands_now() -> None:
    first, second, *_ = mail(worlds.full_week(), worlds.owner()).items
    assert first.findings[0].text == (
        "Scrapingdog, Google Hotels API: “Contact us for pricing” → four price tiers from $500 to $28,000 a month."
    )
    assert "“Moderate ready platform” → “20x Moderate authorized platform on AWS GovCloud”" in second.findings[0].text
    assert "SSP generation new" in second.findings[0].text
    assert second.findings[0].text.endswith("1 smaller edit.")


def test_an_item_says_why_what_is_at_stake_and_what_to_do_by_when() -> None:
    first, second, third, fourth, fifth = mail(worlds.full_week(), worlds.owner()).items
    assert (
        first.why
        == "Marlowe runs Scrapingdog's Google Hotels API beside your Hotel Rates. Worth €410k a year; notice by 2 Apr."
    )
    assert first.do.startswith("you, by Fri 27 Feb: send Marlowe our price side by side")
    assert second.do.startswith("you, at Wed's meeting: ")
    assert third.why.endswith("Not named in the text.")
    assert fourth.do.startswith("you, by Tue 3 Mar: ")
    assert fifth.do == "nothing yet."


def test_what_is_at_stake_is_said_once_for_an_account() -> None:
    items = [item for item in mail(worlds.full_week(), worlds.owner()).items if item.account == "Tessera Pay"]
    assert ["€265k" in item.why for item in items] == [True, False]


def test_a_finding_says_when_it_was_seen_and_that_it_still_stands() -> None:
    items = mail(worlds.full_week(), worlds.owner()).items
    assert items[0].findings[0].seen == "Seen Thu 19 Feb, still so today 06:40."
    assert items[3].findings[0].seen == "Dated 12 Feb, seen Thu 19 Feb."


def test_hours_and_days_are_those_of_the_reader() -> None:
    items = mail(worlds.full_week(), worlds.owner(worlds.OWEN)).items
    assert items[0].findings[0].seen == "Seen Thu 19 Feb, still so today 05:40."


def test_an_event_seen_in_several_places_says_so_once() -> None:
    event = worlds.scrapingdog()
    wire = replace(event.sightings[0], key="s2", source="wire", source_kind=SourceKind.FEED)
    twice = replace(event, sightings=(event.sightings[0], wire))
    week = replace(worlds.full_week(), events=(twice,), impacts=worlds.full_week().impacts[:1])
    assert mail(week, worlds.owner()).items[0].findings[0].seen.startswith("Seen in 2 places, first Thu 19 Feb")


def test_one_event_touching_many_accounts_is_one_item_and_a_count() -> None:
    event = worlds.scrapingdog()
    accounts = (worlds.MARLOWE, *worlds.QUIET)
    impacts = tuple(
        worlds.impact(event, account, 80 - place, Stance.WATCH, (ReasonKind.TOPIC, "hotel prices"))
        for place, account in enumerate(accounts)
    )
    found = mail(replace(worlds.full_week(), events=(event,), impacts=impacts), worlds.owner())
    assert len(found.items) == 1
    assert found.items[0].also.startswith("Also touches 10 accounts.")


def test_what_the_mail_has_no_room_for_stands_in_the_evidence() -> None:
    one = rendered(worlds.crowded_week(30), worlds.owner())
    assert len(one.event_ids) == 30
    assert one.evidence.count("<section id=") == 31  # the sources not seen have one too
    assert "more in the evidence" in " ".join(one.text.split())


def test_an_event_that_touches_two_accounts_names_the_other() -> None:
    assert mail(worlds.full_week(), worlds.analyst()).items[0].also == "Also touches Zephyr."


def test_an_account_that_is_only_counted_is_named_beside_one_that_is_told() -> None:
    event = worlds.scrapingdog()
    impacts = (
        worlds.impact(event, worlds.MARLOWE, 80, Stance.THREAT, (ReasonKind.TOPIC, "x")),
        worlds.impact(event, worlds.CALDER, 12, Stance.WATCH, (ReasonKind.INDUSTRY, "y")),
    )
    found = mail(replace(worlds.full_week(), events=(event,), impacts=impacts), worlds.owner())
    assert [item.account for item in found.items] == ["Marlowe Travel"]
    assert found.items[0].also == "May also concern Calder."
    assert found.opening.startswith("One of your 14 accounts is touched")


def test_an_event_that_only_counts_touches_no_account_and_says_whom_it_may_concern() -> None:
    event = worlds.capcut()
    impacts = (worlds.impact(event, worlds.CALDER, 12, Stance.WATCH, (ReasonKind.INDUSTRY, "y")),)
    found = mail(replace(worlds.full_week(), events=(event,), impacts=impacts), worlds.owner())
    assert found.items == ()
    assert [(brief.account, brief.text) for brief in found.near] == [
        ("Calder", "CapCut swaps Happy Horse 1.0 for GPT Image 2")
    ]
    assert found.untouched == ()
    assert found.opening == "Nothing this week touches any of your 14 accounts; one change may concern Calder."
    foreign = mail(replace(worlds.full_week(), events=(event,), impacts=impacts), worlds.owner(worlds.ROSA))
    assert foreign.near == ()
    assert len(foreign.untouched) == 1
