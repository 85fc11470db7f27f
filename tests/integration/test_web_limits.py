"""The web server under strain: who asks too often, what is too large, and how it ends."""

import http.client
import os
import signal
import socket
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from domain.times import utc_now
from tests.integration.support_web import (
    Server,
    port_of,
    serving,
)
from tests.integration.support_web_home import guarded, helpful, home, links, own, server

__all__ = ["home", "links", "own", "server"]


def test_a_body_that_is_too_large_is_refused_while_it_arrives(server: Server, links: dict[str, str]) -> None:
    assert server.post(links["pause 0"], "a=" + "b" * 100_000).status == 413
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    line.putrequest("POST", urlsplit(links["pause 0"]).path)
    line.putheader("Transfer-Encoding", "chunked")
    line.endheaders()
    with pytest.raises((BrokenPipeError, ConnectionResetError)):
        sent_for_ever(line)
    line.close()
    assert server.get("/healthz").status == 200


def sent_for_ever(line: http.client.HTTPConnection) -> None:
    """Eight megabytes, or until nobody takes them any more."""
    for _ in range(2_000):
        line.send(b"1000\r\n" + b"x" * 4096 + b"\r\n")


def test_heads_of_any_length_do_no_harm(server: Server) -> None:
    endless = b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: " + b"x" * 500_000
    assert raw(server, endless).startswith((b"HTTP/1.1 4", b"reset"))
    assert server.get("/answer/" + "a" * 10_000).status == 400
    assert raw(server, b"nonsense\r\n\r\n").startswith(b"HTTP/1.1 400")
    assert server.get("/healthz").status == 200


def test_heads_that_never_end_shut_nobody_out(server: Server) -> None:
    with ExitStack() as stack:
        address = ("127.0.0.1", server.port)
        lines = [stack.enter_context(socket.create_connection(address, timeout=60)) for _ in range(205)]
        for line in lines:
            line.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n")
        assert server.get("/healthz").status == 503
        assert [ended(line) for line in lines] == [b""] * 205
        assert server.get("/healthz").status == 200


def test_a_second_head_has_to_end_too(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as line:
        line.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert line.recv(4096).startswith(b"HTTP/1.1 200")
        line.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n")
        assert ended(line).replace(b"ok", b"").strip() == b""


def ended(line: socket.socket) -> bytes:
    """What was said until the other side ended it; a test fails by the socket's own time limit."""
    said = b""
    while part := line.recv(4096):
        said += part
    return said


def raw(server: Server, sent: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line:
        try:
            line.sendall(sent)
            return line.recv(4096)
        except (BrokenPipeError, ConnectionResetError):
            return b"reset"


def test_whoever_asks_too_often_waits(own: Path, links: dict[str, str]) -> None:
    text = (own / "bellwether.toml").read_text()
    (own / "bellwether.toml").write_text(text.replace("per_minute = 100000", "per_minute = 40"))
    with serving(own, port_of(own)) as server:
        one = [server.get(links["useful 1"]).status for _ in range(34)]
        assert one.count(200) in range(30, 34)
        rest = [server.get("/healthz", X_Forwarded_For=f"203.0.113.{n}") for n in range(20)]
        assert {answer.status for answer in rest} >= {429}, "nobody may say for themselves who asks"
        refused = next(answer for answer in rest if answer.status == 429)
        assert refused.headers["retry-after"] == "60"
        assert helpful(refused)
        guarded(refused)


def test_a_proxy_that_is_named_is_believed_about_who_asks(own: Path) -> None:
    text = (own / "bellwether.toml").read_text()
    changed = text.replace("per_minute = 100000", 'per_minute = 10\nproxies = ["127.0.0.1"]\nhsts = true')
    (own / "bellwether.toml").write_text(changed)
    with serving(own, port_of(own)) as server:
        many = [server.get("/healthz", **{"X-Forwarded-For": f"203.0.113.{n}"}) for n in range(30)]
        assert {answer.status for answer in many} == {200}
        assert many[0].headers["strict-transport-security"] == "max-age=31536000"
        same = [server.get("/healthz", **{"X-Forwarded-For": "2001:db8::1:" + str(n)}).status for n in range(14)]
        assert 429 in same, "one network is one who asks"


def test_sigterm_lets_what_is_under_way_end(own: Path, links: dict[str, str]) -> None:
    with serving(own, port_of(own)) as server:
        line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
        line.putrequest("POST", urlsplit(links["pause 0"]).path)
        line.putheader("Content-Length", "16")
        line.endheaders()
        line.send(b"until=")
        assert server.get("/healthz").status == 200  # by now the first one is being read
        os.kill(server.process.pid, signal.SIGTERM)
        await_no_more(server.port)
        line.send(f"{utc_now().date() + timedelta(days=100)}".encode())
        assert line.getresponse().status == 200
        line.close()
        assert server.process.wait(timeout=30) == 0
        assert "web_stopped" in server.lines()


def await_no_more(port: int) -> None:
    """Until nobody listens any more."""
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=10).close()
        except OSError:
            return
