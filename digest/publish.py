"""Puts an evidence page where its address leads: a folder that a web server shows, or an object store."""

import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from domain.errors import AddressRefused, DeliveryError
from domain.settings import Publishing
from guard.addresses import AddressPolicy
from guard.gateway import gateway

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
    """The store, if it lies where we may connect to; its errors as ours.

    The library connects by itself, past Python's sockets: it is given a proxy of ours that decides where each of its
    connections leads as it is made. It follows no redirects. Through the operator's proxy the name is that one's to
    resolve.
    """
    from obstore.exceptions import BaseError

    _require_readable(publishing, way)
    with nullcontext(None) if way.proxy else gateway(way.policy) as door:
        try:
            yield _store(publishing, way, way.proxy or (door.url if door else ""))
        except (BaseError, ValueError) as error:
            if door is not None and isinstance(door.refused, AddressRefused):
                raise _refused(door.refused) from None
            # The words of a store's answer may hold its signature: the kind of error is enough.
            kind = type(error).__name__
            told = f"{publishing.store} did not take the evidence page: {kind}"
            raise DeliveryError(told, transient=True) from None


def _store(publishing: Publishing, way: Way, proxy: str) -> "S3Store":
    from obstore.store import S3Store

    given = {
        "endpoint": publishing.endpoint,
        "region": publishing.region,
        **{key.removeprefix("AWS_").lower(): way.environ.get(key) for key in KEYS},
    }
    options = {
        "timeout": SECONDS,
        "connect_timeout": CONNECT,
        "allow_http": _in_the_clear(publishing),
        "proxy_url": proxy,
    }
    return S3Store.from_url(
        publishing.store,
        config={key: value for key, value in given.items() if value},  # type: ignore[arg-type]
        client_options=options,  # type: ignore[arg-type]
        retry_config={"max_retries": 1},
    )


def _require_readable(publishing: Publishing, way: Way) -> None:
    """An endpoint that two parsers could read differently, or a private number, is told before anything is opened."""
    try:
        if publishing.endpoint:
            way.policy.require_url(publishing.endpoint)
    except AddressRefused as error:
        raise _refused(error) from error


def _refused(error: AddressRefused) -> DeliveryError:
    hint = "name its network in allowed_networks of [fetch]"
    return DeliveryError(f"the evidence page is not published: {error}; {hint}", transient=True)


def _in_the_clear(publishing: Publishing) -> bool:
    return (publishing.endpoint or "").startswith("http://")
