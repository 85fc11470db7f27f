"""What a chat channel answers, and where a post may go."""

import json
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
import trustme

import digest.chat
from domain.errors import AddressRefused, DeliveryError, DeliveryUnknown
from domain.settings import Channel, ChannelKind
from guard.addresses import AddressPolicy
from guard.doors import vetted
from tests.integration.support_hook import HERE, Hook, hook, hooked

__all__ = ["hook"]


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
