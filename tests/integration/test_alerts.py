"""What cannot wait is told at once, by mail and to a channel, once; and Monday's mail says that it was."""

import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
import requests
import trustme

import digest.chat
from domain.editions import DeliveryState, EditionKind
from domain.errors import AddressRefused, ConfigurationError, DeliveryError, DeliveryUnknown
from domain.settings import Channel, ChannelKind
from guard.addresses import AddressPolicy
from guard.doors import vetted
from pipeline import World, deliver, due_editions, prepare, recipients, waiting
from pipeline.alerts import compose_alerts
from pipeline.retrying import unsent
from tests.integration.support_mail import Postbox, postbox
from tests.integration.support_pipeline import ACCOUNTS, Moments, clock, opened, record

__all__ = ["clock", "record"]

THURSDAY = datetime(2026, 2, 19, 9, 0, tzinfo=UTC)
MONDAY = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)
HERE = AddressPolicy(allowed=(ip_network("127.0.0.1/32"),))
WORTH = ACCOUNTS.replace("tier: key,", "tier: key, revenue: 410000 EUR, ")


@dataclass
class Hook:
    """A webhook's server: what it was posted, and how it answers (0: it hangs up without an answer)."""

    status: int = 200
    posts: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    port: int = 0
    to: str = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook/s3cret-path"


@contextmanager
def hooked(hook: Hook, *, tls: ssl.SSLContext | None = None) -> Iterator[Hook]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            hook.paths.append(self.path)
            hook.posts.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            if not hook.status:
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            self.send_response(hook.status)
            if hook.to:
                self.send_header("Location", hook.to)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"ok")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    hook.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield hook
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def hook() -> Iterator[Hook]:
    with hooked(Hook()) as hook:
        yield hook


@pytest.fixture
def box() -> Iterator[Postbox]:
    with postbox() as box:
        yield box


def people(alerts: str) -> str:
    return WORTH.replace("digest: mon 07:00}", f"digest: mon 07:00, alerts: {alerts}}}")


@contextmanager
def world_of(folder: Path, clock: Moments, box: Postbox, alerts: str) -> Iterator[World]:
    (folder / "bellwether.toml").write_text(
        f'[smtp]\nhost = "127.0.0.1"\nport = {box.port}\nsecurity = "none"\n'
        '[fetch]\nallowed_networks = ["127.0.0.1/32"]\n'
        '[alerts.channels.sales]\nkind = "webhook"\nurl_env = "HOOK_URL"\n'
    )
    with opened(folder, clock, accounts=people(alerts)) as world:
        yield world


@pytest.fixture
def alerts() -> str:
    return "{when: [{tag: pricing}], by: [mail, sales]}"


@pytest.fixture
def world(tmp_path: Path, clock: Moments, box: Postbox, hook: Hook, alerts: str) -> Iterator[World]:
    clock.now = THURSDAY
    with world_of(tmp_path, clock, box, alerts) as world:
        yield replace(world, environ={"HOOK_URL": hook.url})


def look(world: World) -> None:
    compose_alerts(world)
    for audience, sends_at in due_editions(world, world.clock()):
        deliver(world, prepare(world, audience, sends_at))
    for edition in waiting(world):
        deliver(world, edition)


def test_a_price_rise_is_told_at_once_by_mail_and_to_the_channel_and_only_once(
    world: World, record: Callable[..., object], box: Postbox, hook: Hook
) -> None:
    record("$49")
    look(world)
    assert (box.received, hook.posts) == ([], [])
    record("$59")
    for _ in range(3):
        look(world)
    (mail,) = box.mails()
    assert str(mail["Subject"]).startswith("Alert: Marlowe")
    (post,) = hook.posts
    assert post["title"] == mail["Subject"]
    assert "$49 → $59" in post["message"]
    assert "410" not in post["message"], "no revenue where it is not known who reads"
    assert "attached" not in post["message"]
    rows = {(row.channel, row.state) for row in world.archive.ledger.deliveries()}
    assert rows == {(channel, DeliveryState.SENT) for channel in ("outbox", "smtp", "sales")}


def test_mondays_mail_says_that_the_reader_was_told(
    world: World, record: Callable[..., object], box: Postbox, clock: Moments
) -> None:
    record("$49")
    record("$59")
    look(world)
    clock.now = MONDAY
    look(world)
    alert, weekly = box.mails()
    body = weekly.get_body(("plain",))
    assert body is not None
    assert "you were told Thu 19 Feb" in " ".join(str(body.get_content()).split())
    assert weekly["Message-ID"] != alert["Message-ID"]
    clock.now += timedelta(days=7)
    look(world)
    assert "$59" not in world.archive.editions.all()[-1].text, "and the week after nothing of it"


def test_what_an_alert_told_and_is_taken_back_is_corrected(
    world: World, record: Callable[..., object], clock: Moments
) -> None:
    record("$49")
    for audience in recipients(world):
        prepare(world, audience, clock.now)
    record("$59")
    look(world)
    clock.now += timedelta(days=1)
    record("$49")
    clock.now = MONDAY
    look(world)
    assert "taken back by Fri 20 Feb" in " ".join(world.archive.editions.all()[-1].text.split())


@pytest.mark.parametrize("alerts", ["{when: [{tag: pricing}], at_most: 1}"])
def test_at_most_so_many_a_day(world: World, record: Callable[..., object], clock: Moments, box: Postbox) -> None:
    for price in ("$49", "$59", "$89"):
        record(price)
        look(world)
    assert len(box.received) == 1
    clock.now += timedelta(days=1)
    look(world)
    assert len(box.received) == 2, "what was too much for one day is told on the next, while it is fresh"


@pytest.mark.parametrize(
    ("alerts", "told"),
    [
        ("{when: [{tag: regulatory}]}", 0),
        ("{when: [{tag: pricing, stake: 500k EUR}]}", 0),
        ("{when: [{tag: pricing, stake: 400k EUR}]}", 1),
        ("{when: [{tag: pricing, stake: 400k USD}]}", 0),
        ("{when: [{notice: 60}]}", 0),
        ("{when: [{tag: regulatory}, {stake: 10k EUR}]}", 1),
    ],
)
def test_a_rule_holds_where_all_that_it_names_does(
    world: World, record: Callable[..., object], box: Postbox, told: int
) -> None:
    record("$49")
    record("$59")
    look(world)
    assert len(box.received) == told


def test_an_event_that_is_days_old_is_no_alarm(world: World, record: Callable[..., object], clock: Moments) -> None:
    record("$49")
    record("$59")
    clock.now += timedelta(days=3)
    assert compose_alerts(world) == ()


def test_a_channel_that_drops_a_post_leaves_a_doubt_and_one_that_is_busy_is_asked_again(
    world: World, record: Callable[..., object], clock: Moments, hook: Hook
) -> None:
    hook.status = 503
    record("$49")
    record("$59")
    look(world)
    clock.now += timedelta(hours=1)
    hook.status = 0
    look(world)
    clock.now += timedelta(hours=1)
    look(world)
    assert len(hook.posts) == 2, "what may have been read is not posted again by itself"
    (doubt,) = unsent(world)
    assert (doubt.delivery.channel, doubt.delivery.state) == ("sales", DeliveryState.UNKNOWN)
    assert doubt.edition.kind is EditionKind.ALERT
    assert "s3cret" not in doubt.delivery.detail


def test_a_channel_nobody_declared_is_a_problem_of_the_file(tmp_path: Path, clock: Moments, box: Postbox) -> None:
    with (
        pytest.raises(ConfigurationError, match="no channel 'salse'"),
        world_of(tmp_path, clock, box, "{when: [{tag: pricing}], by: [salse]}"),
    ):
        pass


def channel(kind: ChannelKind = ChannelKind.WEBHOOK) -> Channel:
    return Channel(name="sales", kind=kind, url_env="HOOK_URL")


@pytest.mark.parametrize(
    ("status", "error", "transient"),
    [(404, DeliveryError, False), (429, DeliveryError, True), (500, DeliveryError, True), (0, DeliveryUnknown, False)],
)
def test_each_answer_of_a_channel_is_told_from_the_others(
    hook: Hook, status: int, error: type[DeliveryError], transient: bool
) -> None:
    hook.status = status
    with pytest.raises(error) as failure:
        digest.chat.post(channel(), "Title", "Body", {"HOOK_URL": hook.url}, HERE)
    assert type(failure.value) is error
    assert failure.value.transient is transient
    assert "s3cret" not in str(failure.value)


def test_a_channel_that_is_away_is_asked_again() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/x"
        with pytest.raises(DeliveryError, match="cannot be reached") as failure:
            digest.chat.post(channel(), "Title", "Body", {"HOOK_URL": url}, HERE)
    assert failure.value.transient


def test_no_byte_goes_out_when_another_process_took_over(hook: Hook) -> None:
    with pytest.raises(DeliveryError, match="took this over") as failure:
        digest.chat.post(channel(), "Title", "Body", {"HOOK_URL": hook.url}, HERE, may_end=lambda: False)
    assert failure.value.transient
    assert hook.posts == []


def test_the_guard_decides_where_a_post_may_go(hook: Hook) -> None:
    for url in (hook.url, hook.url.replace("127.0.0.1", "localhost"), "file:///etc/passwd", "http://[::1]:1/"):
        with pytest.raises(DeliveryError):
            digest.chat.post(channel(), "Title", "Body", {"HOOK_URL": url}, AddressPolicy())
    assert hook.posts == []


def test_a_name_that_leads_inside_is_refused_where_the_connection_is_made(hook: Hook) -> None:
    url = hook.url.replace("127.0.0.1", "localhost")
    with pytest.raises(DeliveryError, match="inside a private network") as failure:
        digest.chat.post(channel(), "Title", "Body", {"HOOK_URL": url}, AddressPolicy())
    assert not failure.value.transient


def test_a_redirect_to_the_inside_is_refused_by_the_same_door(hook: Hook) -> None:
    hook.status, hook.to = 307, f"http://127.0.0.2:{hook.port}/inside"
    with vetted(HERE) as passage, pytest.raises(requests.ConnectionError, match="private network"):
        requests.post(hook.url, json={}, timeout=5)
    assert isinstance(passage.refused, AddressRefused)
    assert passage.connected == ["127.0.0.1"]
    assert len(hook.posts) == 1
    assert requests.post(hook.url, json={}, timeout=5, allow_redirects=False).status_code == 307, "outside no door"


def test_the_parameters_of_a_webhooks_address_go_along(hook: Hook) -> None:
    digest.chat.post(channel(), "Title", "Body", {"HOOK_URL": f"{hook.url}?key=a%20b&n=1"}, HERE)
    assert hook.paths == ["/hook/s3cret-path?key=a+b&n=1"]


def test_the_address_of_another_service_is_no_address_of_this_one(hook: Hook) -> None:
    for kind in (ChannelKind.SLACK, ChannelKind.TEAMS):
        with pytest.raises(DeliveryError, match="is not one of"):
            digest.chat.post(channel(kind), "Title", "Body", {"HOOK_URL": hook.url}, HERE)
    with pytest.raises(DeliveryError, match="HOOK_URL is not set"):
        digest.chat.post(channel(), "Title", "Body", {}, HERE)
    assert hook.posts == []


@pytest.fixture
def chat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hook]:
    """A server that hosts of Slack and Microsoft lead to, with certificates that the test trusts."""
    hosts, authority, context = ("hooks.slack.com", WORKFLOWS), trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*hosts).configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "ca.pem"))
    with hooked(Hook(), tls=context) as hook:
        found = socket.getaddrinfo

        def lead_here(host: str, *more: Any, **named: Any) -> Any:
            if host in hosts:
                return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", hook.port))]
            return found(host, *more, **named)

        monkeypatch.setattr(socket, "getaddrinfo", lead_here)
        yield hook


WORKFLOWS = "prod-12.westeurope.logic.azure.com"
SLACK_URL = "https://hooks.slack.com/services/T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ"
TEAMS_URL = f"https://{WORKFLOWS}:443/workflows/643e69f83c8944438d68119179a10a64/triggers/manual/paths/invoke?sig=KODue"


@pytest.mark.parametrize(("kind", "url"), [(ChannelKind.SLACK, SLACK_URL), (ChannelKind.TEAMS, TEAMS_URL)])
def test_slack_and_teams_are_posted_to_in_their_own_forms(chat: Hook, kind: ChannelKind, url: str) -> None:
    body = "1 MARLOWE · threat\nPro: $49 → $59 <!channel> & <https://evil.example|x> [y](https://evil.example) @here"
    digest.chat.post(channel(kind), "Alert: Marlowe", body, {"HOOK_URL": url}, HERE)
    (post,) = chat.posts
    said = json.dumps(post, ensure_ascii=False)
    assert "Alert: Marlowe" in said
    assert "$49 → $59" in said
    assert not any(sign in said for sign in ("<", "&lt;", "](")), "a rival's page calls nobody and hides no link"
    chat.status = 404
    with pytest.raises(DeliveryError, match="answered 404"):
        digest.chat.post(channel(kind), "Alert", "Body", {"HOOK_URL": url}, HERE)
    with pytest.raises(DeliveryError, match="inside a private network"):
        digest.chat.post(channel(kind), "Alert", "Body", {"HOOK_URL": url}, AddressPolicy())
    assert len(chat.posts) == 2
