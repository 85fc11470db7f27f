"""One bad source never stops a run and never passes unseen: each kind of bad answer beside a good one."""

import gzip
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

GOOD = "<html><body><main><h1>Offers</h1><p>{words}</p></main></body></html>"
WORDS = "StayFeed gives hotel prices from ninety countries to revenue managers every single morning of the year. " * 5

BAD: dict[str, tuple[int, str, bytes]] = {
    "answers-500": (500, "text/html", b"<h1>Internal Server Error</h1>"),
    "login-page": (
        200,
        "text/html",
        b"<title>Sign in</title><form><input type=password name=p><button>Log in</button>",
    ),
    "bot-wall": (
        403,
        "text/html",
        b"<title>Just a moment...</title><p>Checking your browser before accessing the site. Enable JavaScript.</p>",
    ),
    "nothing": (200, "text/html", b""),
    "broken-feed": (200, "application/rss+xml", b"<rss><channel><item><title>half"),
    "too-big": (200, "text/html", b"x" * 6_000_000),
}


@pytest.fixture
def silent() -> Iterator[int]:
    """A port that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        kept: list[socket.socket] = []
        stop = threading.Event()

        def accept() -> None:
            server.settimeout(0.2)
            while not stop.is_set():
                try:
                    kept.append(server.accept()[0])
                except TimeoutError:
                    continue

        thread = threading.Thread(target=accept)
        thread.start()
        yield server.getsockname()[1]
        stop.set()
        thread.join()
        for connection in kept:
            connection.close()


def declare(home: Any, site: Any, urls: dict[str, str]) -> None:
    lines = ["competitors:", "  - name: Brightvane", "    sources:"]
    for name, url in urls.items():
        kind = "feed" if "feed" in name else "page"
        lines.append(f"      - {{name: {name}, kind: {kind}, url: '{url}'}}")
    home.write("sources.yaml", "\n".join(lines) + "\n")


def test_each_bad_source_is_named_and_the_good_one_is_unharmed(home: Any, site: Any, silent: int) -> None:
    home.write(
        "bellwether.toml",
        '[fetch]\nallowed_networks = ["127.0.0.0/8"]\nhost_delay = 0.0\nmax_body = 5000000\n'
        "timeout = 2.0\ndeadline = 4.0\nretries = 0\n",
    )
    names = [*BAD, "good"]
    urls = {name: f"{site.url}/{name}" for name in names}
    urls["times-out"] = f"http://127.0.0.1:{silent}/"
    urls["bomb"] = f"{site.url}/bomb"
    urls["private"] = "http://10.1.2.3/"
    urls["metadata"] = "http://169.254.169.254/latest"
    declare(home, site, urls)
    for name in (*names, "bomb"):
        site.page(f"/{name}", GOOD.format(words=f"{name}. {WORDS}"))
    first = {source["name"]: source for source in home.json("crawl", "--all", code=3)["sources"]}
    assert first["good"]["state"] == "ok"

    for name, answer in BAD.items():
        site.pages[f"/{name}"] = answer
    site.compressed("/bomb", gzip.compress(b"\0" * 60_000_000))
    site.page("/good", GOOD.format(words=WORDS.replace("ninety", "one hundred and ten")))
    second = {source["name"]: source for source in home.json("crawl", "--all", code=3)["sources"]}

    assert second["good"]["change"], "the good source is unharmed"
    for name in (*BAD, "bomb", "times-out", "private", "metadata"):
        assert second[name]["state"] != "ok", name
        assert second[name]["explanation"], name
        assert second[name]["change"] is None, f"{name}: a bad answer is never a change"
    assert second["bot-wall"]["state"] == "blocked"
    assert second["login-page"]["reason"] == "login_wall"
    assert {second[name]["reason"] for name in ("private", "metadata")} == {"address_refused"}

    letter = home.run("bellwether", "digest", "preview", "--recipient", "ana").stdout
    assert "10.1.2.3" not in site.asked
    assert "Not seen" in letter

    for name in (*BAD, "bomb"):
        site.page(f"/{name}", GOOD.format(words=f"{name}. {WORDS}"))
    third = {source["name"]: source for source in home.json("crawl", "--all", code=3)["sources"]}
    for name in BAD:
        if name == "broken-feed":
            continue
        assert third[name]["state"] == "ok", name
        assert third[name]["change"] is None, f"{name}: the baseline was not touched by the bad answer"


def test_a_body_in_another_charset_than_it_says_is_read_all_the_same(home: Any, site: Any) -> None:
    declare(home, site, {"umlauts": f"{site.url}/umlauts"})
    text = f"<html><body><main><h1>Preise</h1><p>Für Größen über 5 € gilt: {WORDS}</p></main></body></html>"
    site.pages["/umlauts"] = (200, "text/html; charset=utf-8", text.encode("cp1252"))
    home.run("crawl", "--all")
    site.pages["/umlauts"] = (200, "text/html; charset=utf-8", text.encode("utf-8"))
    home.run("crawl", "--all")
    assert home.json("bellwether", "changes", "list") == [], "the same words in another encoding are no change"
