"""The same edit on many pages of one site is one happening, whatever else a page says and whenever it was visited."""

from pipeline import World, compose
from pipeline.detecting.grouping import recent_events
from tests.integration.support_pipeline import Moments
from tests.integration.support_week import HELP, NEXT_MONDAY, POLICIES, Look, clock, edition, look, noor, policy, world

__all__ = ["clock", "look", "world"]


def test_a_help_box_on_eight_pages_is_one_happening_of_the_site(world: World, look: Look, clock: Moments) -> None:
    for name in POLICIES:
        look(policy(name), 0, name)
    own = "<h2>Refunds</h2><p>Refunds are paid within thirty days and no longer within ninety.</p>"
    for name in POLICIES:
        look(policy(name, HELP, own if name == "refunds" else ""), 2, name)
    events = recent_events(world)
    assert sorted(len(event.sightings) for event in events) == [1, 8]
    (lone,) = (event for event in events if len(event.sightings) == 1)
    assert [edit.after for edit in lone.sightings[0].edits] == [
        "Refunds are paid within thirty days and no longer within ninety.",
    ]
    found = edition(world, clock, noor(world))
    assert len(found.event_ids) == 2
    again = {event.id for event in recent_events(world)}
    assert again == {event.id for event in events}


def test_pages_of_a_site_that_are_visited_on_different_days_join_the_same_happening(
    world: World, look: Look, clock: Moments
) -> None:
    for name in POLICIES:
        look(policy(name), 0, name)
    own = "<h2>Refunds</h2><p>Refunds are paid within thirty days and no longer within ninety.</p>"
    for place, name in enumerate(("refunds", *(one for one in POLICIES if one != "refunds"))):
        look(policy(name, HELP, own if name == "refunds" else ""), 1 + place / 4, name)
    events = recent_events(world)
    assert sorted(len(event.sightings) for event in events) == [1, 8]
    said = compose(world, noor(world), NEXT_MONDAY)
    assert len(said.event_ids) == 2
