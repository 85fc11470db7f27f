"""The postings leave out nobody who would be told, however many accounts there are."""

from datetime import date

from accounts.deciding.candidates import MOST_COUNTED, candidates
from accounts.deciding.judgement import Relevance
from accounts.deciding.reasons import reasons
from accounts.deciding.ties import best_variants, tie
from accounts.deciding.verdict import judge
from accounts.naming.finder import Names
from accounts.reading.directory import Directory, directory_of
from accounts.reading.event import read_event
from bench.good_weeks import RIVALS, good_world
from bench.good_weeks_events import happenings
from bench.scale_world import made_event, made_world
from domain.accounts import Account, Accounts, Product, Us
from domain.events import Event
from domain.findings import TagName
from domain.sources import Competitor, Subject, SubjectKind

TODAY = date(2026, 3, 2)


def told_but_left_out(world: Accounts, names: Names, events: tuple[Event, ...]) -> list[tuple[str, str]]:
    directory, found = Directory(world), []
    for event in events:
        reading = read_event(event, directory, names)
        variants = best_variants(reading, directory)
        near = {account.name for account in candidates(reading, directory)}
        for account in world.accounts:
            ties = tie(reading, account, variants)
            verdict = judge(reading, ties)
            told = verdict is not None and verdict.relevance is Relevance.TELL and reasons(reading, ties, verdict)
            if told and account.name not in near:
                found.append((event.id, account.name))
    return found


def test_nobody_who_would_be_told_is_left_out_of_a_made_world() -> None:
    made = made_world(120, 60, 5)
    assert told_but_left_out(made.world, Names(made.competitors, made.world.accounts), made.events) == []


def test_nobody_who_would_be_told_is_left_out_of_the_good_weeks() -> None:
    world = good_world()
    events = tuple(
        made_event(one.key, Subject(kind=SubjectKind.COMPETITOR, name=one.company), one.text, one.tags, seen)
        for one in happenings(world)
        for seen in (made_world(1, 1, 1).events[0].first_seen,)
    )
    assert told_but_left_out(world, Names(RIVALS, world.accounts), events) == []


def test_of_those_who_only_share_a_product_the_weightiest_are_counted() -> None:
    product = Product(name="Board", topics=("menu boards",), rivals=(("Lumigraph", ("Lumigraph Cast",)),))
    accounts = tuple(
        Account(name=f"Shop {number}", buys=("Board",), tier="key" if number >= 300 else None) for number in range(320)
    )
    world = Accounts(us=Us(name="We", products=(product,)), accounts=accounts)
    names = Names((Competitor(name="Lumigraph"),), accounts)
    seen = made_world(1, 1, 1).events[0].first_seen
    subject = Subject(kind=SubjectKind.COMPETITOR, name="Lumigraph")
    event = made_event("E", subject, "Lumigraph Cast launches captions.", (TagName.PRODUCT,), seen)
    directory = directory_of(world)
    counted = candidates(read_event(event, directory, names), directory)
    assert len(counted) == MOST_COUNTED
    assert sum(account.tier == "key" for account in counted) == 20


def test_a_directory_is_made_once_for_a_world_and_anew_for_another() -> None:
    world = good_world()
    assert directory_of(world) is directory_of(world)
    assert directory_of(good_world()) is not directory_of(world)
