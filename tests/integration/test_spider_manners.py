"""What is sent, to whom, and what is kept of several answers."""

import base64
import itertools
import json
from typing import Any

from tests.integration.support_site import answer, crawl, site


def names(attempt: dict[str, Any]) -> list[str]:
    return [part["part"] for part in attempt["parts"]]


def records(*keys: int) -> bytes:
    return json.dumps({"data": {"items": [{"id": key} for key in keys]}}).encode()


def test_validators_go_word_for_word_to_their_own_url_only() -> None:
    etag = 'W/"odd \\" tag"'
    stamp = "Tue, 15 Nov 1994 12:45:26 GMT"
    with site() as here:
        same = here.add("/same", answer(status=304))
        other = here.add("/other", answer(b"new"))
        away = here.add("/away", answer(status=302, headers={"Location": "/other"}))
        validator = {"visit": 7, "url": same, "etag": etag, "last_modified": stamp}
        attempts = crawl(
            [
                {"name": "same", "url": same, "validator": validator},
                {"name": "moved", "url": other, "validator": validator},
                {"name": "away", "url": away, "validator": {**validator, "url": away}, "batch": 2},
            ]
        )
    assert here.asked("/same")[0]["if-none-match"] == etag
    assert here.asked("/same")[0]["if-modified-since"] == stamp
    assert attempts["same"]["not_modified"] is True
    assert attempts["same"]["validated_visit"] == 7
    assert attempts["same"]["parts"][0]["body"] is None
    assert all("if-none-match" not in headers for headers in here.asked("/other"))
    assert here.asked("/away")[0]["if-none-match"] == etag
    assert attempts["away"]["not_modified"] is False


def test_headers_of_a_source_stay_at_its_own_origin() -> None:
    with site() as here, site() as elsewhere:
        there = elsewhere.add("/landing", answer(b"hello"))
        here.add("/inside", answer(b"hello"))
        out = here.add("/out", answer(status=302, headers={"Location": there}))
        within = here.add("/within", answer(status=302, headers={"Location": "/inside"}))
        secret = [["X-Key", "s3cret"], ["Authorization", "Bearer s3cret"], ["Cookie", "id=s3cret"]]
        crawl(
            [
                {"name": "out", "url": out, "headers": secret},
                {"name": "within", "url": within, "headers": secret},
                {"name": "articles", "url": within, "headers": secret, "purpose": "follow", "urls": [there]},
            ]
        )
    assert here.asked("/out")[0]["x-key"] == "s3cret"
    assert here.asked("/inside")[0]["authorization"] == "Bearer s3cret"
    assert len(elsewhere.asked("/landing")) == 2
    assert not any("s3cret" in str(headers) for _, headers in elsewhere.seen)


def test_robots_txt_out_of_order_forbids_and_a_missing_one_allows() -> None:
    with site() as broken, site() as missing:
        broken.add("/robots.txt", answer(status=503))
        attempts = crawl(
            [
                {"name": "broken", "url": broken.add("/page", answer(b"hello"))},
                {"name": "missing", "url": missing.add("/page", answer(b"hello"))},
            ]
        )
    assert attempts["broken"]["failure"]["reason"] == "robots"
    assert not broken.asked("/page")
    assert attempts["missing"]["failure"] is None


def test_a_register_is_read_page_by_page_to_its_end() -> None:
    paging = {"parameter": "p", "first": 1, "at_most": 9}
    shape = {"records": "data.items"}
    with site() as here:
        here.add("/list?kind=a&p=1", answer(records(1, 2)))
        here.add("/list?kind=a&p=2", answer(records(3, 4)))
        here.add("/list?kind=a&p=3", answer(records()))
        here.add("/same", answer(records(5)))
        here.add("/broken?p=1", answer(records(6)))
        here.add("/broken?p=2", answer(b"<h1>Oops</h1>", status=500))
        here.add("/capped?p=1", answer(records(7)))
        here.add("/capped?p=2", answer(records(8)))
        here.add("/capped?p=3", answer(records(9)))
        here.add("/gone?p=1", answer(records(7)))
        here.add("/gone?p=2", answer(b'{"detail": "Invalid page."}', status=404))
        common = {"kind": "registry", "paging": paging, "registry": shape}
        attempts = crawl(
            [
                {"name": "whole", "url": here.base + "/list?kind=a", **common},
                {"name": "same", "url": here.base + "/same", **common},
                {"name": "broken", "url": here.base + "/broken", **common},
                {"name": "capped", "url": here.base + "/capped", **common, "paging": {**paging, "at_most": 2}},
                {"name": "gone", "url": here.base + "/gone", **common},
            ]
        )
    assert names(attempts["whole"]) == ["page", "page-2"]
    assert attempts["whole"]["failure"] is None
    assert names(attempts["same"]) == ["page"]
    assert names(attempts["capped"]) == ["page", "page-2"]
    assert names(attempts["gone"]) == ["page"]
    assert attempts["broken"]["failure"]["reason"] == "incomplete"
    assert names(attempts["broken"]) == ["page"]


def test_articles_are_parts_in_order_and_a_missing_one_hides_no_other() -> None:
    with site() as here:
        here.add("/robots.txt", answer(b"User-agent: *\nDisallow: /hidden"))
        urls = [here.add("/one", answer(b"first")), here.base + "/hidden", here.add("/three", answer(b"third"))]
        attempts = crawl([{"name": "news", "url": here.base, "purpose": "follow", "urls": urls, "about": 12}])
    news = attempts["news"]
    assert names(news) == ["article-1", "article-2", "article-3"]
    assert news["parts"][1]["body"] is None
    assert base64.b64decode(news["parts"][2]["body"]) == b"third"
    assert news["about"] == 12


def test_requests_to_one_host_keep_their_distance() -> None:
    with site() as here:
        plans = [{"name": f"p{n}", "url": here.add(f"/{n}", answer(b"hello"))} for n in range(4)]
        attempts = crawl(plans, host_delay=0.4)
    began = sorted(attempt["captured_at"] for attempt in attempts.values())
    seconds = [float(moment[17:26]) for moment in began]
    gaps = [(later - earlier) % 60 for earlier, later in itertools.pairwise(seconds)]
    assert min(gaps) >= 0.35
