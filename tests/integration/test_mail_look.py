"""The mail and its evidence in a real browser: wide and narrow, light and dark, asking for nothing."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

import digest
from digest.links import as_mailed
from domain.editions import Audience, Evidence, Rendered, Week
from domain.errors import BrowserMissing
from domain.events import Event, ReasonKind, Stance
from spiders import chromium
from tests.unit.digest import worlds

FLAGS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
WIDTHS = (600, 375)
SCHEMES = ("light", "dark")
# Contrast of every run of text against the nearest background under it, by WCAG 2.2, 1.4.3.
CONTRAST = """
() => {
  const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const read = text => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = node => {
    for (let at = node; at; at = at.parentElement) {
      const colour = read(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const weak = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const at = text.parentElement, style = getComputedStyle(at);
    if (!text.data.trim() || !at.checkVisibility() || parseFloat(style.fontSize) < 8) continue;
    const [one, two] = [light(read(style.color)), light(ground(at))].sort((a, b) => b - a);
    if ((one + 0.05) / (two + 0.05) < 4.5) weak.push(text.data.trim() + " " + style.color + " on " + ground(at));
  }
  return weak;
}
"""


def no_browser() -> bool:
    try:
        chromium.find(None)
    except BrowserMissing:
        return True
    return False


pytestmark = pytest.mark.skipif(no_browser(), reason="no browser here; see python -m spiders.chromium")


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else [*FLAGS]
    running = playwright.chromium.launch(executable_path=chromium.find(None), args=flags)
    yield running
    running.close()


def composed(week: Week, audience: Audience | None = None) -> Rendered:
    return digest.compose(week, audience or worlds.owner(), shown=worlds.shown)


def opened(browser: Browser, page: str, folder: Path, width: int, scheme: str) -> tuple[Page, list[str]]:
    """The page as a file in a window of that width, and every address it asked for beyond itself."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    window = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    window.goto(file.as_uri())
    return window, [url for url in asked if url != file.as_uri() and not url.startswith("data:")]


PAGES = {
    "mail": lambda: as_mailed(composed(worlds.full_week()).html),
    "quiet mail": lambda: as_mailed(composed(worlds.quiet_week()).html),
    "welcome mail": lambda: as_mailed(composed(worlds.first_week()).html),
    "crowded mail": lambda: as_mailed(composed(worlds.crowded_week(40)).html),
    "evidence": lambda: composed(worlds.full_week()).evidence,
    "unbroken words": lambda: as_mailed(composed(*unbroken()).html),
    "unbroken evidence": lambda: composed(*unbroken()).evidence,
}


def unbroken() -> tuple[Week, Audience]:
    """A week with a word, an account and an address of three hundred letters."""
    event = worlds.cc_pharma()
    long = "x" * 300
    sighting = replace(event.sightings[0], url=f"https://tilray.example/{long}", headline=long)
    found = replace(event, headline=f"{long} {long}", sightings=(sighting,))
    account = replace(worlds.CALDER, name=long, aliases=())
    impact = worlds.impact(found, account, 90, Stance.THREAT, (ReasonKind.TOPIC, long))
    week = worlds.with_account(replace(worlds.full_week(), events=(found,), impacts=(impact,)), account)
    return week, worlds.owner_of(account)


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_its_window_or_asks_for_anything(browser: Browser, tmp_path: Path, name: str) -> None:
    page = PAGES[name]()
    for width in WIDTHS:
        window, asked = opened(browser, page, tmp_path, width, "light")
        assert window.evaluate("document.documentElement.scrollWidth") <= width
        assert asked == []
        window.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["mail", "evidence"])
def test_every_word_can_be_read_in_light_and_dark(browser: Browser, tmp_path: Path, name: str, scheme: str) -> None:
    window, _ = opened(browser, PAGES[name](), tmp_path, 375, scheme)
    assert window.evaluate(CONTRAST) == []
    dark = window.evaluate("getComputedStyle(document.body).backgroundColor") not in (
        "rgb(242, 241, 237)",
        "rgb(255, 255, 255)",
    )
    assert dark is (scheme == "dark")
    window.close()


def test_a_link_beside_the_evidence_leads_to_its_item(browser: Browser, tmp_path: Path) -> None:
    written = digest.deliver.write_outbox(tmp_path, worlds.edition_of(composed(worlds.full_week()), worlds.owner()))
    window = browser.new_page(viewport={"width": 375, "height": 800})
    window.goto(written.as_uri())
    window.get_by_role("link", name="evidence 2").click()
    assert window.url.endswith("ines-evidence.html#ev4")
    assert window.locator("section:target h2").inner_text().startswith("2. Vanta")
    window.close()


def test_the_evidence_style_is_the_one_its_policy_allows(browser: Browser, tmp_path: Path) -> None:
    """A wrong hash would leave the page unstyled: the marks would look like plain words."""
    window, _ = opened(browser, PAGES["evidence"](), tmp_path, 600, "light")
    assert window.evaluate("getComputedStyle(document.querySelector('ins')).backgroundColor") == "rgb(217, 244, 227)"
    window.close()


def test_a_screenshot_shows_in_the_evidence_and_one_too_large_is_named(browser: Browser, tmp_path: Path) -> None:
    window = browser.new_page(viewport={"width": 100, "height": 60})
    picture = window.screenshot()
    window.close()
    large = picture + b"\x00" * 7_000_000

    def shown(event: Event) -> Evidence:
        evidence = worlds.shown(event)
        exhibits = (replace(evidence.exhibits[0], screenshot_before=picture, screenshot_after=large),)
        return replace(evidence, exhibits=exhibits)

    page = digest.compose(worlds.full_week(), worlds.owner(), shown=shown).evidence
    window, asked = opened(browser, page, tmp_path, 600, "light")
    assert asked == []
    assert window.locator("img").first.evaluate("image => image.naturalWidth") == 100
    assert window.get_by_text("left out, 7.0 MB; kept in the archive").count() == 8
    window.close()
