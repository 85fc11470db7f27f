"""Whom a record or entry of a market is about: the companies it names, of the kinds its source asks for."""

from domain.changes import Edit
from domain.sources import Source, Subject
from pipeline.world import World


def companies_of(world: World, source: Source, edit: Edit) -> tuple[Subject, ...]:
    """By the names the register itself gives; else by those its text mentions. None: nobody of ours."""
    named = [subject for name in edit.names for subject in world.names.whose(name)]
    text = "\n".join((edit.title, edit.after or edit.before or ""))
    found = named or [mention.subject for mention in world.names.find(text)]
    return tuple(dict.fromkeys(subject for subject in found if subject.kind in source.match))
