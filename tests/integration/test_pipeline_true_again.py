"""What was told, undone and made true again is news again; a replay is not."""

from pipeline import World, replay
from tests.integration.support_pipeline import Moments
from tests.integration.support_week import Look, clock, edition, ines, look, page, words, world

__all__ = ["clock", "look", "world"]


def test_a_price_told_undone_weeks_later_and_true_again_weeks_after_is_news_each_time(
    world: World, look: Look, clock: Moments
) -> None:
    look(page("Pro|$39"))
    subjects = []
    for day, price, week in ((1, "$49", 0), (18, "$39", 2), (33.5, "$49", 4)):
        look(page(f"Pro|{price}"), day)
        look(page(f"Pro|{price}"), day + 0.5)
        subjects.append(words(edition(world, clock, ines(world), week)))
    raised, cut, again = subjects
    assert "Pro: $39 → $49" in raised
    assert "Pro: $49 → $39" in cut
    assert "Pro: $39 → $49 (+26%). Seen Sat 21 Mar" in again
    assert "Pro" not in words(edition(world, clock, ines(world), 5))


def test_a_price_that_is_true_again_beside_other_edits_is_news(world: World, look: Look, clock: Moments) -> None:
    look(page("Pro|$39"))
    raised = (("$39", "$49"), ("$49", "$39"), ("$39", "$49"))
    for week, ((before, price), city) in enumerate(zip(raised, ("Berlin", "Oslo", "Turin"), strict=True)):
        look(page(f"Pro|{price}", about=f"StayFeed gives hotel prices to revenue managers from {city}."), 4 + 7 * week)
        said = words(edition(world, clock, ines(world), week))
        assert f"Pro: {before} → {price}" in said


def test_a_replay_after_an_edition_tells_nothing_again(world: World, look: Look, clock: Moments) -> None:
    for day, price in ((0, "$39"), (1, "$49"), (18, "$39"), (33.5, "$49")):
        look(page(f"Pro|{price}"), day)
    assert edition(world, clock, ines(world), 4).event_ids
    look(page("Pro|$49"), 36)
    replay(world, world.sources)
    assert edition(world, clock, ines(world), 5).event_ids == ()
