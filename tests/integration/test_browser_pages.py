"""Pages in a real Chromium, behind the guarding proxy."""

import base64

import pytest

from domain.errors import BrowserMissing
from spiders.chromium import find
from tests.integration.support_site import answer, crawl, site


def browser_is_missing() -> bool:
    try:
        find(None)
    except BrowserMissing:
        return True
    return False


pytestmark = pytest.mark.skipif(browser_is_missing(), reason="no browser here; see python -m spiders.chromium")

SCRIPTED = b"""<!doctype html><title>Plans</title><main id=app>loading</main>
<script>fetch('/plans.json').then(r => r.json()).then(p => { app.textContent = p.text })</script>"""


def text_of(attempt: dict) -> str:
    return base64.b64decode(attempt["parts"][0]["body"]).decode("utf-8")


def test_a_page_made_by_script_is_read_as_a_reader_sees_it() -> None:
    with site() as here:
        url = here.add("/plans", answer(SCRIPTED))
        here.add(
            "/plans.json", answer('{"text": "Pro costs 49 €"}'.encode(), headers={"Content-Type": "application/json"})
        )
        attempts = crawl(
            [
                {"name": "scripted", "url": url, "render": "browser"},
                {"name": "picture", "url": url, "purpose": "screenshot", "batch": 2, "urls": [url]},
            ]
        )
    assert "Pro costs 49 €" in text_of(attempts["scripted"])
    assert attempts["picture"]["parts"][0]["part"] == "screenshot"
    assert base64.b64decode(attempts["picture"]["parts"][0]["body"]).startswith(b"\x89PNG")
