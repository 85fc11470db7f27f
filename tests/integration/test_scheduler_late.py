"""An edition does not wait for a crawl that takes long: real child process, real site that does not answer."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from domain.times import utc_now
from pipeline import detect, relate
from scheduler import Keeper
from storage import open_archive
from tests.integration.support_pipeline import PAGE, SOURCES, Moments, attempt_at, opened


@pytest.fixture
def silent() -> Iterator[str]:
    """A site that keeps every request waiting until the test is over."""
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            over.wait(60)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(PAGE.format(pro="$49").encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/prices"
    over.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def home(tmp_path: Path, silent: str) -> Path:
    """A home whose only source was seen ten days ago, so that its visit and a reader's edition are due."""
    (tmp_path / "bellwether.toml").write_text('[fetch]\nallowed_networks = ["127.0.0.1/32"]\n')
    clock = Moments(utc_now() - timedelta(days=10))
    with opened(tmp_path, clock, SOURCES.replace("https://brightvane.example/prices", silent)) as world:
        world.archive.visits.record(attempt_at(world.sources[0], clock.now, "$49"))
        detect(world, world.sources[0])
        relate(world)
    return tmp_path


def editions(home: Path) -> int:
    with open_archive(f"sqlite:///{home / 'bellwether.db'}") as archive:
        return len(archive.editions.all())


def test_an_edition_waits_for_a_crawl_for_a_while_and_then_goes_without(home: Path) -> None:
    keeper = Keeper(home)
    try:
        keeper.look()
        assert keeper.child is not None
        assert keeper.child.poll() is None, "the crawl is under way"
        assert editions(home) == 0
        keeper.patience = 0.0
        keeper.look()
        assert keeper.child.poll() is None, "and still is"
        assert editions(home) == 1
        keeper.look()
        assert editions(home) == 1
    finally:
        keeper.stop()
        keeper.close()
