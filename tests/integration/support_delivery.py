"""A world whose mails go to a real server here, and the look that the scheduler takes at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline import World, deliver, due_editions, prepare, waiting
from tests.integration.support_mail import Postbox
from tests.integration.support_pipeline import Moments, opened


@contextmanager
def mailing_world(folder: Path, clock: Moments, box: Postbox, accounts: str) -> Iterator[World]:
    settings = f'[smtp]\nhost = "127.0.0.1"\nport = {box.port}\nsecurity = "none"\n'
    (folder / "bellwether.toml").write_text(settings)
    with opened(folder, clock, accounts=accounts) as world:
        yield world


def look(world: World) -> None:
    """What the scheduler does at each look."""
    for audience, sends_at in due_editions(world, world.clock()):
        deliver(world, prepare(world, audience, sends_at))
    for edition in waiting(world):
        deliver(world, edition)
