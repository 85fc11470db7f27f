"""The home of the throughput bench: a thousand sources of fifty competitors, and a hundred accounts to link to."""

import json
from pathlib import Path

from bench.throughput_pages import HOSTS, host, path

SETTINGS = """[fetch]
allowed_networks = ["127.0.0.0/8"]
host_delay = 0
"""
# First and last parts of invented company names: fifty competitors, a hundred accounts.
FIRST = ("Bright", "Cor", "Dun", "El", "Fen", "Gar", "Hol", "Ister", "Jor", "Kel")
LAST = ("vane", "marlow", "hurst", "dale", "wick", "mere", "stead", "combe", "ford", "leigh")
TOPICS = ("privacy", "payments", "advertising", "cookies", "subscriptions", "health data", "messaging", "web data")


def competitor(number: int) -> str:
    return FIRST[number % 10] + LAST[number // 10 % 10]


def account(number: int) -> str:
    return f"{LAST[number % 10].title()} {FIRST[number // 10 % 10]}mont"


def make_home(home: Path, port: int, sources: int) -> None:
    """Writes the three files as an analyst and an operator would have them; JSON is YAML too."""
    home.mkdir(parents=True)
    (home / "sources.yaml").write_text(json.dumps({"competitors": _competitors(port, sources)}, indent=1))
    (home / "accounts.yaml").write_text(json.dumps(_accounts(), indent=1))
    (home / "bellwether.toml").write_text(SETTINGS)


def _competitors(port: int, sources: int) -> list[dict[str, object]]:
    numbers = {place: range(place, sources, HOSTS) for place in range(HOSTS)}
    return [
        {
            "name": competitor(place),
            "sources": [{"name": f"page-{one:05d}", "url": url(port, one)} for one in watched],
        }
        for place, watched in numbers.items()
    ]


def url(port: int, number: int) -> str:
    return f"http://{host(number)}:{port}{path(number)}"


def _accounts() -> dict[str, object]:
    topics = list(TOPICS)
    products = [
        {"name": f"{topic.title()} Desk", "topics": [topic], "rivals": {competitor(place): ["Suite"]}}
        for place, topic in enumerate(topics)
    ]
    accounts = [
        {
            "name": account(number),
            "tier": "key",
            "owner": "ines",
            "buys": [f"{topics[number % len(topics)].title()} Desk"],
            "also_uses": {competitor(number % HOSTS): None},
        }
        for number in range(100)
    ]
    ines = {"name": "Ines Moreau", "email": "ines@halden.example", "zone": "Europe/Paris", "digest": "mon 07:00"}
    return {"us": {"name": "Halden Group", "products": products}, "people": {"ines": ines}, "accounts": accounts}
