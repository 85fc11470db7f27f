import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from config.accounts_file import read_accounts
from config.sources_file import load_sources
from demo.site import DATES, WORLD, World
from diffing.feeds.entry_text import plain_text

HERE = Path(__file__).resolve().parents[3] / "demo"
BASE = "http://127.0.0.1:8000"
ADDRESSES = sorted(set(re.findall(r"url: \$\{BASE\}(\S+)", (HERE / "sources.yaml").read_text(encoding="utf-8"))))
SIGNALS = {
    "/brightvane/jobs.json",
    "/epa/registrations.json",
    "/esto/news.xml",
    "/scrapingdog/google-hotels-api",
    "/tilray/newsroom.xml",
    "/vanta/fedramp",
    "/veridale/notices.json",
    "/wire/trade.xml",
}
TURNING = re.compile(r"[0-9a-f]{6,}|\d+|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), | (?:Jan|Feb|Mar) ")
ROTATING = re.compile(
    r"<(aside|section|div|p)[^>]*class=.(?:testimonial|most-read|weather|counter)\b.*?</\1>", re.DOTALL
)


def page(date: str, address: str) -> str:
    status, _, body = World(WORLD, date).answer(address, BASE)
    assert status == 200, (date, address)
    return body.decode()


def steady(date: str, address: str) -> str:
    """What is left of a page without its tokens, counters, dates and rotating parts."""
    return TURNING.sub("", ROTATING.sub("", page(date, address)))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_changes_in_the_week_of_signals_if_it_carries_one_and_else_only_turns(address: str) -> None:
    changed = steady("baseline", address) != steady("signals", address)
    assert changed is (address in SIGNALS)


@pytest.mark.parametrize(
    "address", [a for a in ADDRESSES if a not in ("/brightvane/prices", "/veridale/newsroom", "/wire/trade.xml")]
)
def test_nothing_but_tokens_and_rotation_differs_in_the_quiet_week(address: str) -> None:
    assert steady("signals", address) == steady("quiet", address)


@pytest.mark.parametrize("address", [a for a in ADDRESSES if not a.startswith(("/capcut", "/tessera"))])
def test_every_page_differs_in_bytes_from_visit_to_visit(address: str) -> None:
    world = World(WORLD, "quiet")
    assert world.answer(address, BASE)[2] != world.answer(address, BASE)[2]


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_says_that_it_was_written_for_the_demo(date: str, address: str) -> None:
    assert "Written for the Bellwether demo" in World(WORLD, date).answer(address, BASE)[2].decode()


def test_two_sites_cannot_be_seen_in_the_quiet_week() -> None:
    quiet = World(WORLD, "quiet")
    status, _, wall = quiet.answer("/brightvane/prices", BASE)
    assert status == 403
    assert b"Just a moment" in wall
    status, _, lost = quiet.answer("/veridale/newsroom", BASE)
    assert status == 200
    assert b"Page not found" in lost


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/scrapingdog/google-hotels-api", ["$500 / month", "$28,000 / month"]),
        ("/epa/registrations.json", ["BASF Corporation", "Engenia", "Over-the-top use on dicamba-tolerant crops"]),
        ("/tilray/news/cc-pharma-smartway", ["CC Pharma", "agreement with Smartway Pharmaceuticals", "United Kingdom"]),
        ("/vanta/fedramp", ["FedRAMP 20x Moderate authorized", "AWS GovCloud", "SSP"]),
        (
            "/esto/news.xml",
            ["35M (+14%)", "18M (+27%)", "10M (+48%)", "9,000+ merchants (+48%)", "790,000 users (+20%)"],
        ),
        ("/esto/news.xml", ["CEO Mikk Metsa"]),
        ("/capcut/api/tools.json", ["GPT Image 2"]),
        ("/veridale/notices.json", ["Lena Brandt", "head of regulatory affairs", "EU wallet"]),
        ("/brightvane/jobs.json", ["Key account manager", "Leeds"]),
    ],
)
def test_the_signals_carry_the_words_that_were_reported(address: str, words: list[str]) -> None:
    before, after = (World(WORLD, date).answer(address, BASE)[2].decode() for date in ("baseline", "signals"))
    assert [word for word in words if word not in after] == []
    assert words[0] not in before


def test_the_register_has_pages_and_then_an_empty_one() -> None:
    counts = [len(json.loads(page("signals", f"/epa/registrations.json?page={n}"))["registrations"]) for n in (1, 2, 3)]
    assert counts == [5, 5, 0]


def test_the_script_only_page_holds_no_list_without_a_browser() -> None:
    assert "Happy Horse" not in plain_text(page("baseline", "/capcut/ai-tools"))


@pytest.mark.parametrize("address", ["/nothing/here", "/layout.html", "/../site.py", "/baseline/../../site.py", "/"])
def test_what_is_no_page_of_the_world_is_not_found(address: str) -> None:
    assert World(WORLD, "quiet").answer(address, BASE)[0] == 404


def test_the_files_people_edit_have_no_problem(tmp_path: Path) -> None:
    text = (HERE / "sources.yaml").read_text(encoding="utf-8").replace("${BASE}", BASE)
    (tmp_path / "sources.yaml").write_text(text, encoding="utf-8")
    sources, problems = load_sources(tmp_path / "sources.yaml")
    assert problems == ()
    accounts, problems = read_accounts((HERE / "accounts.yaml").read_text(encoding="utf-8"), "accounts.yaml", sources)
    assert problems == ()
    assert len(accounts.accounts) >= 12
    assert all(urlsplit(source.url).hostname == "127.0.0.1" for source in sources.sources)
