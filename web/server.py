"""Runs the server: one process, told to stop by SIGTERM, ending what it has in hand before it goes."""

import os
import signal
import socket
import time
from pathlib import Path

import structlog
import uvicorn

from config.web_keys import link_keys
from domain.errors import UsageError
from domain.settings import Web
from domain.times import utc_now
from web.app import application
from web.heads import Heads
from web.home import Home

AT_ONCE = 200
BACKLOG = 128
LONGEST_HEAD = 16_384
END_SECONDS = 10

log = structlog.get_logger("web")


def serve(folder: Path) -> None:
    """Answer until SIGTERM or SIGINT. UsageError without [web] in bellwether.toml, or where its port is taken."""
    home = Home(folder, os.environ, utc_now)
    try:
        web = home.world().configuration.settings.web
        if web is None:
            raise UsageError('bellwether.toml has no [web]; add it with address = "https://bellwether.example.com"')
        _require_keys(home, web)
        with _listening(web) as ears:
            server = uvicorn.Server(_settings(home, web))
            # Once all is ended the server raises the signal again, for whoever listened before: that is us.
            for one in (signal.SIGTERM, signal.SIGINT):
                signal.signal(one, lambda *_: None)
            host, port = ears.getsockname()[:2]
            log.info("web_started", listens=f"{host}:{port}", address=web.address)
            server.run(sockets=[ears])
    finally:
        home.close()
    log.info("web_stopped")


def _require_keys(home: Home, web: Web) -> None:
    """Say now that no link can be read, not to the first reader who opens one."""
    link_keys(web, home.world().environ)


def _listening(web: Web) -> socket.socket:
    family = socket.AF_INET6 if ":" in web.host else socket.AF_INET
    try:
        return socket.create_server((web.host, web.port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise UsageError(f"cannot listen at {web.host}:{web.port}: {error.strerror}; change listen in [web]") from error


def _settings(home: Home, web: Web) -> uvicorn.Config:
    return uvicorn.Config(
        application(home, web, time.monotonic),
        loop="asyncio",
        http=Heads,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(web.proxies),
        forwarded_allow_ips=list(web.proxies),
        limit_concurrency=AT_ONCE,
        backlog=BACKLOG,
        h11_max_incomplete_event_size=LONGEST_HEAD,
        timeout_graceful_shutdown=END_SECONDS,
    )
