"""The published evidence pages, where they lie in a folder under our own address: by their names only, never listed."""

import re
from http import HTTPStatus
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from domain.settings import Publishing, Web
from web.home import Home

NAME = re.compile(r"[A-Za-z0-9_-]{32}\.html")
PLACE = re.compile(r"(/[A-Za-z0-9_-]+)+")
# Their styles and pictures are inside them; they have no script, and nothing is fetched.
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


def place_of_evidence(web: Web, publishing: Publishing | None) -> str | None:
    """The path under our address that evidence has, such as `/evidence`; None where it lies elsewhere."""
    if publishing is None or publishing.folder is None or not publishing.address.startswith(f"{web.address}/"):
        return None
    path = publishing.address.removeprefix(web.address).rstrip("/")
    return path if PLACE.fullmatch(path) and path not in ("/answer", "/healthz") else None


def evidence_page(home: Home, folder: Path, request: Request) -> Response:
    name = request.path_params["name"]
    path = folder / name
    if not NAME.fullmatch(name):
        raise HTTPException(HTTPStatus.NOT_FOUND)
    if path.is_symlink() or not path.is_file():
        gone = home.world().archive.pages.is_removed(name)
        raise HTTPException(HTTPStatus.GONE if gone else HTTPStatus.NOT_FOUND)
    return FileResponse(
        path,
        media_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": POLICY, "Cache-Control": "private, max-age=300"},
    )
