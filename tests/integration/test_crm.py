"""A CRM that answers as HubSpot's and Salesforce's documentation says: accounts come in, tasks go out once."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from accounts.crm.salesforce import VERSION
from domain.answers import Action, ToldItem
from domain.errors import CrmError
from domain.keys import action_key
from pipeline import World, open_world
from pipeline.crm import pull, push
from tests.integration.support_storage import edition

NOW = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)
ACCOUNTS = """\
us: {name: Halden Group, products: [{name: Hotel Rates}]}
people: {ines: {name: Ines Moreau, email: ines@halden.example, zone: Europe/Paris}}
tables: [{file: crm/accounts.csv, like: SYSTEM}]
"""
TASK = "send Marlowe our price side by side with Scrapingdog's"


class Crm:
    """Companies and tasks in memory. `faults` are answered first: a status with headers, or None to hang up."""

    def __init__(self) -> None:
        self.companies = {
            str(number): {"name": f"Company {number}", "domain": f"c{number}.example", "changed": 1_000}
            for number in range(1, 131)
        }
        self.tasks: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self.faults: list[tuple[int, dict[str, str]] | None] = []


def reply(request: BaseHTTPRequestHandler, status: int, answer: object, headers: dict[str, str] | None = None) -> None:
    body = json.dumps(answer).encode()
    request.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(body)


def hubspot(crm: Crm, request: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    parts = urlsplit(request.path)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if parts.path == "/crm/v3/owners":
        return reply(request, 200, {"results": [{"id": "7", "email": "ines@halden.example"}]})
    if parts.path == "/crm/v3/objects/tasks":
        crm.tasks.append(body)
        return reply(request, 201, {"id": f"task-{len(crm.tasks)}"})
    searched = parts.path.endswith("/search")
    least = int(body["filterGroups"][0]["filters"][0]["value"]) if searched else 0
    after, limit = int((body if searched else query).get("after") or 0), int((body if searched else query)["limit"])
    found = [(key, one) for key, one in crm.companies.items() if int(one["changed"]) >= least]
    results = [
        {"id": key, "properties": {"name": one["name"], "domain": one["domain"], "hubspot_owner_id": "7"}}
        for key, one in found[after : after + limit]
    ]
    paging = {"next": {"after": str(after + limit)}} if after + limit < len(found) else None
    return reply(request, 200, {"results": results, **({"paging": paging} if paging else {})})


def salesforce(crm: Crm, request: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    if request.path.endswith("/sobjects/Task"):
        crm.tasks.append(body)
        return reply(request, 201, {"id": f"task-{len(crm.tasks)}", "success": True, "errors": []})
    everything = [
        {
            "attributes": {"type": "Account"},
            "Id": key,
            "Name": one["name"],
            "Website": f"https://www.{one['domain']}/",
            "Owner": {"Email": "ines@halden.example"},
        }
        for key, one in crm.companies.items()
    ]
    if "/query/" in request.path:
        return reply(request, 200, {"done": True, "records": everything[100:]})
    assert "FROM Account" in parse_qs(urlsplit(request.path).query)["q"][0]
    more = f"/services/data/{VERSION}/query/01g-100"
    return reply(request, 200, {"done": False, "nextRecordsUrl": more, "records": everything[:100]})


@contextmanager
def served(answer: Callable[[Crm, BaseHTTPRequestHandler, dict[str, Any]], None]) -> Iterator[tuple[Crm, str]]:
    crm = Crm()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.take({})

        def do_POST(self) -> None:
            self.take(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def take(self, body: dict[str, Any]) -> None:
            crm.asked.append(f"{self.command} {self.path}")
            if self.headers["Authorization"] != "Bearer secret-token":
                return reply(self, 401, {"message": "no such token"})
            if not crm.faults:
                return answer(crm, self, body)
            fault = crm.faults.pop(0)
            if fault is None:
                return self.connection.close()
            return reply(self, fault[0], {"message": "later"}, fault[1])

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield crm, f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def home(folder: Path, system: str, address: str, networks: str = '["127.0.0.0/8"]') -> Iterator[World]:
    (folder / "sources.yaml").write_text("competitors: [{name: Scrapingdog}]\n")
    (folder / "accounts.yaml").write_text(ACCOUNTS.replace("SYSTEM", system))
    (folder / "bellwether.toml").write_text(
        f'[crm]\nsystem = "{system}"\naddress = "{address}"\n[fetch]\nallowed_networks = {networks}\n'
    )
    world = open_world(folder, {"BELLWETHER_CRM_TOKEN": "secret-token"}, lambda: NOW)
    with world.archive:
        yield world


@pytest.mark.parametrize(("system", "answer"), [("hubspot", hubspot), ("salesforce", salesforce)])
def test_all_pages_become_an_export_that_the_accounts_are_read_from(
    system: str, answer: Callable[..., None], tmp_path: Path
) -> None:
    with served(answer) as (crm, address):
        crm.faults.append((429, {"Retry-After": "0"}))
        with home(tmp_path, system, address) as world:
            assert "was not read from the CRM yet (bellwether crm pull)" in str(world.configuration.warnings[0])
            assert pull(world).rows == 130
        with home(tmp_path, system, address) as world:
            found = world.configuration.accounts
    assert len(found.accounts) == 130
    one = found.named("Company 130")
    assert one is not None
    assert (one.crm, one.domains, one.owner) == ("130", ("c130.example",), "ines")


def test_a_later_pull_asks_only_for_what_changed_and_keeps_the_rest(tmp_path: Path) -> None:
    with served(hubspot) as (crm, address), home(tmp_path, "hubspot", address) as world:
        pull(world)
        crm.companies["5"] |= {"name": "=Company Five", "changed": int(NOW.timestamp() * 1000)}
        crm.asked.clear()
        found = pull(world)
        assert (found.changed, found.rows) == (1, 130)
        assert sum("search" in one for one in crm.asked) == 1
        assert "'=Company Five" in found.path.read_text()
    with home(tmp_path, "hubspot", address) as world:
        assert world.configuration.accounts.named("=Company Five") is not None


def test_a_pull_that_breaks_off_leaves_the_export_as_it_was(tmp_path: Path) -> None:
    with served(hubspot) as (crm, address), home(tmp_path, "hubspot", address) as world:
        before = pull(world).path.read_text()
        crm.faults += [(403, {})]
        with pytest.raises(CrmError, match="the CRM answered 403 later"):
            pull(world, everything=True)
        assert (tmp_path / "crm" / "accounts.csv").read_text() == before


def open_step(world: World, account: str) -> None:
    """An edition that asks for one step, as a mail would."""
    action = Action(
        key=action_key("e-1", account),
        event="e-1",
        account=account,
        what=TASK,
        owner="ines",
        due=date(2026, 2, 27),
        week="2026-W08",
    )
    item = ToldItem(
        number=1,
        account=account,
        events=("e-1",),
        competitor="Scrapingdog",
        tag="pricing",
        said="Scrapingdog adds price tiers.",
        action=action,
    )
    world.archive.editions.save(edition(items=(item,)))


@pytest.mark.parametrize(("system", "answer"), [("hubspot", hubspot), ("salesforce", salesforce)])
def test_an_open_step_becomes_one_task_however_often_it_is_given(
    system: str, answer: Callable[..., None], tmp_path: Path
) -> None:
    with served(answer) as (crm, address):
        with home(tmp_path, system, address) as world:
            pull(world)
        with home(tmp_path, system, address) as world:
            open_step(world, "Company 3")
            (shown,) = push(world, send=False)
            assert (shown.state, crm.tasks) == (None, [])
            crm.faults.append((429, {"Retry-After": "0"}))
            (made,) = push(world, send=True)
            (again,) = push(world, send=True)
    assert (made.state, made.why, again.task, again.why) == ("made", "task-1", None, "task-1")
    (task,) = crm.tasks
    assert TASK in json.dumps(task)
    assert "Scrapingdog adds price tiers." in json.dumps(task)


def test_a_task_that_may_have_arrived_is_never_given_again(tmp_path: Path) -> None:
    with served(hubspot) as (crm, address):
        with home(tmp_path, "hubspot", address) as world:
            pull(world)
        with home(tmp_path, "hubspot", address) as world:
            open_step(world, "Company 3")
            crm.faults.append(None)
            (lost,) = push(world, send=True)
            (after,) = push(world, send=True)
    assert (lost.state, after.state, after.task, crm.tasks) == ("sending", "sending", None, [])


def test_a_refused_task_is_given_again_and_an_account_without_an_id_is_named(tmp_path: Path) -> None:
    with served(hubspot) as (crm, address):
        with home(tmp_path, "hubspot", address) as world:
            pull(world)
        with home(tmp_path, "hubspot", address) as world:
            open_step(world, "Company 3")
            crm.faults.append((400, {}))
            (refused,) = push(world, send=True)
            (made,) = push(world, send=True)
    assert (refused.state, refused.why, made.state) == ("refused", "the CRM answered 400 later", "made")


def test_a_crm_inside_a_private_network_is_refused(tmp_path: Path) -> None:
    with (
        served(hubspot) as (crm, address),
        home(tmp_path, "hubspot", address, networks="[]") as world,
        pytest.raises(CrmError, match="address is refused"),
    ):
        pull(world)
    assert crm.asked == []
