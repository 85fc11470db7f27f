"""The demo's server and the folders it makes homes of."""

import http.client
from pathlib import Path

import pytest

from demo.__main__ import main
from demo.home import clear, furnish, made_by_us, read_note
from demo.site import Site, serve
from domain.errors import UsageError


def get(site: Site, path: str, **headers: str) -> tuple[int, str | None, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.getheader("ETag"), answer.read()
    finally:
        connection.close()


def test_the_server_moves_from_date_to_date() -> None:
    with serve() as site:
        before = get(site, "/vanta/fedramp")[2]
        site.show("signals")
        after = get(site, "/vanta/fedramp")[2]
        site.show("quiet")
        assert get(site, "/brightvane/prices")[0] == 403
    assert b"20x Moderate" not in before
    assert b"20x Moderate" in after


def test_a_page_that_did_not_change_is_not_sent_again() -> None:
    with serve() as site:
        status, tag, body = get(site, "/capcut/api/tools.json")
        assert (status, bool(body)) == (200, True)
        assert tag is not None
        assert get(site, "/capcut/api/tools.json", **{"If-None-Match": tag})[::2] == (304, b"")
        assert get(site, "/brightvane/customers", **{"If-None-Match": tag})[0] == 200


def test_links_in_feeds_lead_back_to_the_server() -> None:
    with serve(date="signals") as site:
        assert f"{site.base}/tilray/news/cc-pharma-smartway".encode() in get(site, "/tilray/newsroom.xml")[2]
        assert get(site, "/tilray/news/cc-pharma-smartway?utm_source=rss")[0] == 200


def test_a_taken_port_is_said_in_one_line() -> None:
    with serve() as site, pytest.raises(UsageError, match=f"port {site.port} is taken"), serve(port=site.port):
        pass


def test_a_home_of_the_demo_is_known_and_made_again_beside_what_people_put_there(tmp_path: Path) -> None:
    furnish(tmp_path, 8123)
    (tmp_path / "mine.txt").write_text("kept", encoding="utf-8")
    (tmp_path / "bellwether.db-wal").write_text("old", encoding="utf-8")
    assert made_by_us(tmp_path)
    assert read_note(tmp_path)["port"] == 8123
    assert "http://127.0.0.1:8123/epa/registrations.json" in (tmp_path / "sources.yaml").read_text(encoding="utf-8")
    clear(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("note", [None, "{", "[]", '{"made_by": "someone"}'])
def test_a_folder_with_something_in_it_is_never_cleared(tmp_path: Path, note: str | None) -> None:
    (tmp_path / "digests").mkdir()
    if note is not None:
        (tmp_path / "demo.json").write_text(note, encoding="utf-8")
    with pytest.raises(UsageError, match="was not made by the demo"):
        clear(tmp_path)
    assert (tmp_path / "digests").is_dir()


def test_a_file_is_no_folder_to_make_a_home_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert main(["--out", str(tmp_path / "file")]) == 2
    assert main(["--serve", str(tmp_path)]) == 2
