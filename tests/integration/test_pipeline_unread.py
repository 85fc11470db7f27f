"""A visit that returned what is known is not read: not after a 304, not for the same bytes again."""

from dataclasses import replace

from pipeline import World
from pipeline.detecting.detection import interpret
from tests.integration.support_pipeline import Record, clock, record, world

__all__ = ["clock", "record", "world"]


def test_what_repeats_the_baseline_is_not_read(world: World, record: Record) -> None:
    """The source is one that no answer can be read with: whoever reads it says so, and nobody does."""
    first = record("$49")
    again = record("$49")
    source = replace(world.sources[0], select=("p:no-such-selector(",))
    assert again.revisit_of == first.id
    reading, change, explanation = interpret(world, source, again, first)
    assert (change, explanation, reading.baseline) == (None, "unchanged", False)


def test_what_differs_is_read(world: World, record: Record) -> None:
    """The same source shows that reading would have been seen."""
    first = record("$49")
    other = record("$59")
    source = replace(world.sources[0], select=("p:no-such-selector(",))
    reading, _, explanation = interpret(world, source, other, first)
    assert reading.verdict.state.value == "error"
    assert "selector" in explanation
