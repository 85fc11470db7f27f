"""The pages that readers see: one template, no script, nothing from elsewhere."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

TEMPLATES = Path(__file__).parent / "templates"
STYLE = (TEMPLATES / "page.css").read_text(encoding="utf-8")
_HASH = base64.b64encode(sha256(STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; img-src data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A button that posts to a token beside the page's own. With `earliest` it asks for a day, `day` filled in."""

    token: str
    button: str
    main: bool = False
    earliest: str = ""
    latest: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one page says: a heading, what it is about, sentences, and what can be done here."""

    status: HTTPStatus = HTTPStatus.OK
    title: str
    about: str = ""
    said: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()


def shown(page: Page, headers: Mapping[str, str] | None = None) -> Response:
    html = _PAGE.render(page=page, style=STYLE)
    more = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store", **(headers or {})}
    return HTMLResponse(html, status_code=page.status, headers=more)


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_PAGE = _ENVIRONMENT.get_template("page.html.j2")
