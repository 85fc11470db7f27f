"""What moves by itself is told by both visits together; what somebody set, and looks like it, is told as news."""

from datetime import UTC, date, datetime

import pytest

import diffing
from diffing.noise.clocks import clocked
from diffing.noise.moving import moved_by_itself
from diffing.wording.text import compared
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from tests.unit.diffing.support_pages import PROSE, URL, answer, said

DAYS = (date(2026, 3, 2), date(2026, 3, 9))


def seen(before: str, after: str) -> list[tuple[str | None, str | None]]:
    source = Source(
        name="brightvane-plans",
        kind=SourceKind.PAGE,
        url=URL,
        subject=Subject(kind=SubjectKind.COMPETITOR, name="Brightvane"),
        schedule=Schedule(text="1d"),
    )
    told = diffing.examine(
        source,
        source_id=7,
        before=answer(PROSE + before),
        after=answer(PROSE + after),
        before_at=datetime(2026, 3, 2, 6, tzinfo=UTC),
        captured_at=datetime(2026, 3, 9, 6, tzinfo=UTC),
    )
    return [(edit.before, edit.after) for edit in told.edits]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Prices as of 2 March 2026", "Prices as of 9 March 2026"),
        ("Today is Monday, March 2", "Today is Monday, March 9"),
        ("Last updated: March 2, 2026", "Last updated: March 9, 2026"),
        ("Stand: 02.03.2026, 07:55 Uhr", "Stand: 09.03.2026, 08:10 Uhr"),
        ("Cours du 1er mars 2026", "Cours du 8 mars 2026"),
        ("Precios a 2 de marzo de 2026", "Precios a 9 de marzo de 2026"),
        ("2026年3月2日(月)現在の料金", "2026年3月9日(月)現在の料金"),
        ("汇率日期 2026年3月2日", "汇率日期 2026年3月9日"),
        ("Data of 2026-03-02T06:00:00Z", "Data of 2026-03-09T06:00:10Z"),
    ],
)
def test_the_day_of_the_visit_is_a_clock(before: str, after: str) -> None:
    assert seen(f"<p>{before}</p>", f"<p>{after}</p>") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Last updated: March 1, 2026", "Last updated: March 5, 2026"),
        ("Last updated: January 4, 2026", "Last updated: March 9, 2026"),
        ("The offer ends on 2 March 2026", "The offer ends on 9 March 2026"),
        ("Effective 2 March 2026", "Effective 9 March 2026"),
        ("Webinar: 2 March 2026", "Webinar: 9 March 2026"),
        ("Terms revised on 03/02/2026", "Terms revised on 03/09/2026"),
        ("Angebot gültig bis 2. März 2026", "Angebot gültig bis 9. März 2026"),
    ],
)
def test_a_day_that_somebody_set_is_news(before: str, after: str) -> None:
    assert seen(f"<p>{before}</p>", f"<p>{after}</p>") == [(before, after)]


def test_without_the_day_of_the_earlier_visit_a_date_is_no_clock() -> None:
    page = PROSE + "<p>Prices as of {} March 2026</p>"
    assert len(said(page.format(2), page.format(9))) == 1
    assert not clocked("As of 2 March 2026", "As of 9 March 2026", (date(2026, 3, 4), date(2026, 3, 9)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Loved by 12,391 teams", "Loved by 12,402 teams"),
        ("4.7 (1,204 reviews)", "4.8 (1,267 reviews)"),
        ("4,7 von 5 Sternen · 812 Bewertungen", "4,8 von 5 Sternen · 834 Bewertungen"),
        ("Opiniones (213)", "Opiniones (219)"),
        ("1 204 avis", "1 219 avis"),
        ("12.4k stars", "12.6k stars"),
        ("Shared 341 times", "Shared 352 times"),
        ("導入企業12,391社", "導入企業12,402社"),
        ("已有12,391人购买", "已有12,402人购买"),
        ("bc692a2", "3060732"),
        ("Last check 09:41:07 UTC, next check in 38 seconds", "Last check 09:44:52 UTC, next check in 12 seconds"),
        ("Good morning", "Good evening"),
        ("11:42 pm · -3 °C, snow", "1:15 am · 2 °C, cloudy"),
        ("BRW €23.81 +0.24% Delayed by 15 minutes", "BRW €23.65 +0.25% Delayed by 15 minutes"),
        ("Shipping to Germany", "Shipping to France"),
        ("Prices shown in EUR for visitors from Austria", "Prices shown in USD for visitors from Norway"),
        ("Your nearest dealer: Solarhaus Graz, 4 km", "Your nearest dealer: Sunwerk Linz, 11 km"),
        ("31 businesses near you ordered this week.", "27 businesses near you ordered this week."),
    ],
)
def test_what_moves_by_itself_is_named(before: str, after: str) -> None:
    assert moved_by_itself(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("$12,345", "$12,391"),
        ("12,345 credits a month", "12,545 credits a month"),
        ("Up to 1,250 users", "Up to 1,350 users"),
        ("5 members", "12 members"),
        ("500 reviews", "1,000 reviews"),
        ("Version 4.2 (2024)", "Version 4.3 (2025)"),
        ("+49 30 1234567", "+49 30 1234568"),
        ("Revenue €412.5m +9.3%", "Revenue €438.1m +16.2%"),
        ("Pro €49 -20%", "Pro €59 -25%"),
        ("Works at -20 °C", "Works at -30 °C"),
        ("Ships to 30 countries", "Ships to 40 countries"),
        ("Founded in 2011, 341 people", "Founded in 2011, 212 people"),
        ("Ana Dale, chief executive", "Bo Lund, chief executive"),
        ("Shipping to Germany for $5", "Shipping to France for $9"),
    ],
)
def test_what_somebody_set_is_not(before: str, after: str) -> None:
    assert moved_by_itself(before, after) == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("committed 3 hours ago", "committed yesterday"),
        ("Starts in 5 days", "Starts tomorrow"),
        ("vor 3 Std.", "vor 2 Tagen"),
        ("hace 5 min", "hace unos días"),
        ("à l'instant", "il y a 3 jours"),
        ("たった今", "3分前"),
        ("还剩 3 天", "还剩2天"),
        ("Posted 26 Days Ago", "Posted 30+ Days Ago"),
    ],
)
def test_times_told_from_the_moment_of_reading_are_folded(before: str, after: str) -> None:
    assert compared(before) == compared(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Trial ends in 14 days", "Trial ends in 30 days"),
        ("Delivery in 3 days", "Delivery in 5 days"),
        ("Refund within 14 days", "Refund within 30 days"),
    ],
)
def test_days_that_are_part_of_an_offer_are_not(before: str, after: str) -> None:
    assert compared(before) != compared(after)


def test_a_japanese_sentence_is_compared_by_its_characters() -> None:
    assert len(compared("料金は月額千円です").split()) == 9
    assert compared("version 2 です") == "version 2 で す"
