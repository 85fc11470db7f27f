"""Puts an evidence page where its address leads: a folder that a web server shows, or an object store."""

import os
import socket
from collections.abc import Mapping
from pathlib import Path

from domain.errors import DeliveryError
from domain.settings import Publishing

TYPE = "text/html; charset=utf-8"
SECONDS, CONNECT = "30s", "10s"
KEYS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")


def publish(name: str, html: str, publishing: Publishing, environ: Mapping[str, str]) -> None:
    """The page under that name; again is the same page. Raises DeliveryError, always `transient`."""
    try:
        if publishing.folder is not None:
            _write(publishing.folder / name, html.encode())
        else:
            _put(name, html.encode(), publishing, environ)
    except OSError as error:
        raise DeliveryError(f"the evidence page cannot be published: {error}", transient=True) from error


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


def _put(name: str, content: bytes, publishing: Publishing, environ: Mapping[str, str]) -> None:
    """Into S3 or what speaks like it; keys are in the environment by the names that its own tools use."""
    # Loaded where it is used: most homes publish to a folder or not at all.
    import obstore
    from obstore.exceptions import BaseError
    from obstore.store import S3Store

    given = {
        "endpoint": publishing.endpoint,
        "region": publishing.region,
        **{key.removeprefix("AWS_").lower(): environ.get(key) for key in KEYS},
    }
    options = {"timeout": SECONDS, "connect_timeout": CONNECT, "allow_http": _in_the_clear(publishing)}
    try:
        store = S3Store.from_url(
            publishing.store,
            config={key: value for key, value in given.items() if value},  # type: ignore[arg-type]
            client_options=options,  # type: ignore[arg-type]
            retry_config={"max_retries": 1},
        )
        obstore.put(store, name, content, attributes={"Content-Type": TYPE, "Cache-Control": "private"})
    except (BaseError, ValueError) as error:
        # The words of a store's answer may hold its signature: the kind of error is enough.
        kind = type(error).__name__
        raise DeliveryError(f"{publishing.store} did not take the evidence page: {kind}", transient=True) from None


def _in_the_clear(publishing: Publishing) -> bool:
    return (publishing.endpoint or "").startswith("http://")
