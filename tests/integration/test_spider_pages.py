"""Pages fetched from a real site on loopback."""

import base64

from tests.integration.support_site import answer, crawl, site


def test_one_attempt_comes_back_for_every_plan_of_every_batch() -> None:
    with site() as here:
        good = here.add("/good", answer(b"<p>Pro: $49</p>"))
        here.add("/robots.txt", answer(b"User-agent: *\nDisallow: /private\n"))
        attempts = crawl(
            [
                {"name": "good", "url": good},
                {"name": "missing", "url": here.base + "/missing"},
                {"name": "private", "url": here.base + "/private"},
                {"name": "metadata", "url": "http://169.254.169.254/latest/"},
                {"name": "later", "url": good, "batch": 2},
            ]
        )
    assert base64.b64decode(attempts["good"]["parts"][0]["body"]) == b"<p>Pro: $49</p>"
    assert attempts["missing"]["parts"][0]["status"] == 404
    assert attempts["missing"]["failure"] is None
    assert attempts["private"]["failure"]["reason"] == "robots"
    assert attempts["metadata"]["failure"]["reason"] == "address_refused"
    assert attempts["later"]["parts"][0]["status"] == 200
