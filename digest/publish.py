"""Puts an evidence page where its address leads: a folder that a web server shows, or an object store."""

import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from domain.errors import AddressRefused, DeliveryError
from domain.settings import Publishing
from guard.addresses import AddressPolicy

if TYPE_CHECKING:
    from obstore.store import S3Store

TYPE = "text/html; charset=utf-8"
SECONDS, CONNECT = "30s", "10s"
KEYS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How pages get there: the keys' environment, which addresses may be connected to, and the proxy, if any."""

    environ: Mapping[str, str]
    policy: AddressPolicy
    proxy: str | None = None


def publish(name: str, html: str, publishing: Publishing, way: Way) -> None:
    """The page under that name; again is the same page. Raises DeliveryError, always `transient`."""
    try:
        if publishing.folder is not None:
            _write(publishing.folder / name, html.encode())
        else:
            _put(name, html.encode(), publishing, way)
    except OSError as error:
        raise DeliveryError(f"the evidence page cannot be published: {error}", transient=True) from error


def withdraw(name: str, publishing: Publishing, way: Way) -> None:
    """Take a page away; one that is not there is away. Raises DeliveryError, always `transient`."""
    try:
        if publishing.folder is not None:
            (publishing.folder / name).unlink(missing_ok=True)
        else:
            _delete(name, publishing, way)
    except OSError as error:
        raise DeliveryError(f"the evidence page cannot be taken away: {error}", transient=True) from error


def address(name: str, publishing: Publishing) -> str:
    return f"{publishing.address.rstrip('/')}/{name}"


def _write(path: Path, content: bytes) -> None:
    """A whole file that a web server may read: the folder is public by the operator's word."""
    path.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{socket.gethostname()}.tmp")
    with temporary.open("wb") as file:
        os.fchmod(file.fileno(), 0o644)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _put(name: str, content: bytes, publishing: Publishing, way: Way) -> None:
    """Into S3 or what speaks like it; keys are in the environment by the names that its own tools use."""
    # Loaded where it is used: most homes publish to a folder or not at all.
    import obstore

    with _stored(publishing, way) as store:
        obstore.put(store, name, content, attributes={"Content-Type": TYPE, "Cache-Control": "private"})


def _delete(name: str, publishing: Publishing, way: Way) -> None:
    import obstore
    from obstore.exceptions import NotFoundError

    with _stored(publishing, way) as store, suppress(NotFoundError):
        obstore.delete(store, name)


@contextmanager
def _stored(publishing: Publishing, way: Way) -> "Iterator[S3Store]":
    """The store, if it lies where we may connect to; its errors as ours."""
    from obstore.exceptions import BaseError
    from obstore.store import S3Store

    _require_open(publishing, way)
    given = {
        "endpoint": publishing.endpoint,
        "region": publishing.region,
        **{key.removeprefix("AWS_").lower(): way.environ.get(key) for key in KEYS},
    }
    options = {
        "timeout": SECONDS,
        "connect_timeout": CONNECT,
        "allow_http": _in_the_clear(publishing),
        **({"proxy_url": way.proxy} if way.proxy else {}),
    }
    try:
        yield S3Store.from_url(
            publishing.store,
            config={key: value for key, value in given.items() if value},  # type: ignore[arg-type]
            client_options=options,  # type: ignore[arg-type]
            retry_config={"max_retries": 1},
        )
    except (BaseError, ValueError) as error:
        # The words of a store's answer may hold its signature: the kind of error is enough.
        kind = type(error).__name__
        raise DeliveryError(f"{publishing.store} did not take the evidence page: {kind}", transient=True) from None


def _require_open(publishing: Publishing, way: Way) -> None:
    """Every address of the store's host is one we may connect to.

    The library connects by itself, past Python's sockets, and follows no redirects: its door is looked at from before.
    Through a proxy the name is the proxy's to resolve.
    """
    endpoint = publishing.endpoint or f"https://s3.{publishing.region or 'us-east-1'}.amazonaws.com"
    try:
        way.policy.require_url(endpoint)
        parts = urlsplit(endpoint)
        host, port = parts.hostname or "", parts.port or (80 if parts.scheme == "http" else 443)
        if way.proxy is None:
            for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                way.policy.require_address(host, str(found[4][0]))
    except AddressRefused as error:
        hint = "name its network in allowed_networks of [fetch]"
        raise DeliveryError(f"the evidence page is not published: {error}; {hint}", transient=True) from error


def _in_the_clear(publishing: Publishing) -> bool:
    return (publishing.endpoint or "").startswith("http://")
