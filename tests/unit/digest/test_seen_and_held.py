"""When a finding was seen and until when it stood, and what is held until it is seen again, in a mail's words."""

from dataclasses import replace
from datetime import timedelta

import digest
from digest.compose import contents
from digest.mail import Mail
from digest.say import sentence
from digest.scope import scope
from domain.editions import Audience, Held, Unseen, Week
from domain.events import Event
from domain.sources import Subject, SubjectKind
from domain.visits import Reason
from tests.unit.digest import worlds


def mail(week: Week, audience: Audience) -> Mail:
    return contents(scope(week, audience))


def test_an_event_seen_on_several_pages_of_one_site_says_how_many() -> None:
    event = worlds.scrapingdog()
    pages = tuple(replace(event.sightings[0], key=f"s{n}", source=f"page-{n}") for n in range(8))
    assert seen(replace(event, sightings=pages)).startswith("Seen on 8 pages of the site, first Thu 19 Feb")


def test_an_edit_of_many_pages_is_said_of_the_site_and_not_of_the_first_page() -> None:
    event = worlds.capcut()
    first = event.sightings[0]
    pages = tuple(
        replace(first, key=f"s{n}", source=f"page-{n}", edits=(replace(first.edits[0], path=(f"Page {n}",)),))
        for n in range(8)
    )
    site = replace(event, sightings=pages)
    assert sentence(site).startswith("CapCut, 8 pages: ")
    week = replace(worlds.full_week(), events=(site,), impacts=())
    (line,) = mail(week, worlds.analyst()).untouched
    assert line.text.endswith("(on 8 pages)")


def test_a_finding_told_of_several_steps_says_since_when_it_is_as_it_is() -> None:
    event = worlds.scrapingdog()
    late = replace(event.sightings[0], since=worlds.SEEN + timedelta(days=2))
    assert seen(replace(event, sightings=(late,))) == (
        "Seen Thu 19 Feb, as now since Sat 21 Feb, still so today 06:40."
    )


def test_a_finding_whose_page_could_not_be_looked_at_again_says_so() -> None:
    event = worlds.scrapingdog()
    wall = worlds.unseen(event.sightings[0].source, event.subject, Reason.BOT_WALL, 1)
    assert seen(event, wall) == "Seen Thu 19 Feb, still so today 06:40; not seen again: bot wall since Sun."


def seen(event: Event, *unseen: Unseen) -> str:
    week = replace(worlds.full_week(), events=(event,), impacts=worlds.full_week().impacts[:1], unseen=unseen)
    return mail(week, worlds.owner()).items[0].findings[0].seen


def held(name: str = "brightvane-prices", failed: Unseen | None = None, **changed: object) -> Held:
    rival = worlds.rival("Brightvane")
    one = Held(
        source=worlds.unseen(name, rival, Reason.BOT_WALL, 1).source,
        subject=rival,
        says="Brightvane raises Team from $49 to $59",
        why="came and went before",
        since=worlds.SEEN,
        due=worlds.SENDS + timedelta(days=1),
        failed=failed,
    )
    return replace(one, **changed)  # type: ignore[arg-type]


def test_what_is_held_says_source_claim_reason_and_when_it_is_decided() -> None:
    week = replace(worlds.full_week(), held=(held(),))
    (line,) = [note.text for note in mail(week, worlds.owner()).closing if note.label == "Held"]
    assert line == (
        "Brightvane prices, since Thu: Brightvane raises Team from $49 to $59 (came and went before); "
        "decided at the next good look, due Tue 24 Feb."
    )


def test_what_is_held_and_could_not_be_looked_at_again_says_why() -> None:
    wall = worlds.unseen("brightvane-prices", worlds.rival("Brightvane"), Reason.BOT_WALL, 1)
    week = replace(worlds.quiet_week(), held=(held(failed=wall, due=worlds.SENDS),))
    (line,) = [note.text for note in mail(week, worlds.analyst()).closing if note.label == "Held"]
    assert "; not decided yet, bot wall since 22 Feb; decided at the next good look, due now." in line


def test_a_week_with_nothing_but_what_is_held_is_not_called_unchanged() -> None:
    said = mail(replace(worlds.quiet_week(), held=(held(),), unseen=()), worlds.owner())
    assert said.subject == "Quiet week: 1 change held · W09"
    assert said.opening.startswith("No confirmed changes this week")


def test_what_is_held_past_the_second_is_named_for_owners_and_all_of_it_for_analysts() -> None:
    names = ("brightvane-prices", "brightvane-jobs", "brightvane-team")
    week = replace(worlds.full_week(), held=tuple(held(name) for name in names))
    lines = [note.text for note in mail(week, worlds.owner()).closing if note.label == "Held"]
    assert (len(lines), lines[-1]) == (3, "1 more: Brightvane team.")
    assert len([note for note in mail(week, worlds.analyst()).closing if note.label == "Held"]) == 3


def test_what_is_held_about_a_foreign_account_is_not_read_by_strangers() -> None:
    foreign = Subject(kind=SubjectKind.ACCOUNT, name=worlds.FOREIGN.name)
    named = held(says=f"Brightvane wins {worlds.FOREIGN.name}")
    week = replace(worlds.full_week(), held=(held(subject=foreign), named))
    assert not [note for note in mail(week, worlds.owner()).closing if note.label == "Held"]


def test_of_much_that_came_and_went_an_owner_reads_three_lines_and_a_count() -> None:
    lines = tuple(f"Came and went: Brightvane: Pro at ${n} from Tue 17 Feb to Fri 20 Feb." for n in range(9))
    week = replace(worlds.full_week(), corrections=(*lines, lines[0], "Correction to W06: nothing."))
    closing = mail(week, worlds.owner()).closing
    assert [note.text for note in closing if note.label == "Came and went"][2:] == [
        "Brightvane: Pro at $2 from Tue 17 Feb to Fri 20 Feb.",
        "6 more.",
    ]
    assert "Correction to W06" in [note.label for note in closing]


def test_of_what_was_not_seen_only_what_could_touch_the_reader_is_named() -> None:
    near = worlds.unseen("vanta-trust", worlds.rival("Vanta"), Reason.BOT_WALL, 2)
    far = worlds.unseen("harbourly-news", worlds.rival("Harbourly"), Reason.TIMEOUT, 1)
    week = replace(worlds.quiet_week(), unseen=(near, far))
    mine = " ".join(digest.compose(week, worlds.owner(), shown=worlds.shown).text.split())
    assert "1 source of rivals at none of your accounts" in mine
    assert "Harbourly" not in mine
    assert "61 of 63 sources" in mine
    analysts = digest.compose(week, worlds.analyst(), shown=worlds.shown).text
    assert "Harbourly" in analysts
