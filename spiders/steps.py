"""What the browser does between the first answer and the page we keep: settle, the source's steps, the picture."""

from contextlib import suppress
from typing import Any

from playwright.async_api import Page
from playwright.async_api import TimeoutError as PlaywrightTimeout

from domain.sources import Step
from domain.visits import Reason
from spiders.failures import failed

VIEWPORT = {"width": 1280, "height": 900}
# A page that keeps loading or polling is kept as it is after these; times are milliseconds.
LOAD = 10_000
QUIET = 3_000
STEP = 10_000
MAX_SCREENS = 50
MAX_PICTURE = 12_000


async def settle(page: Page) -> None:
    """Waits for the page to have loaded and fallen quiet, each for a bounded time."""
    with suppress(PlaywrightTimeout):
        await page.wait_for_load_state("load", timeout=LOAD)
    with suppress(PlaywrightTimeout):
        await page.wait_for_load_state("networkidle", timeout=QUIET)


async def take_steps(page: Page, steps: tuple[Step, ...]) -> None:
    """Raises FetchFailed naming the step that could not be taken."""
    for number, step in enumerate(steps, start=1):
        try:
            await _take(page, step)
        except PlaywrightTimeout as error:
            raise failed(
                Reason.BROWSER,
                f"step {number} ({step.action}: {step.argument}) found nothing in {STEP // 1000} seconds",
            ) from error
        await settle(page)


async def _take(page: Page, step: Step) -> None:
    if step.action == "wait":
        await page.locator(step.argument).first.wait_for(state="visible", timeout=STEP)
    elif step.action == "click":
        await page.locator(step.argument).first.click(timeout=STEP)
    elif step.action == "scroll":
        await _scroll(page, step.argument)
    else:
        raise failed(Reason.BROWSER, f"no such step: {step.action}")


async def _scroll(page: Page, argument: str) -> None:
    """Screen by screen, so that what loads on sight gets its chance; `bottom` follows a page that grows, bounded."""
    screens = int(argument) if argument.isdigit() else MAX_SCREENS
    for _ in range(min(screens, MAX_SCREENS)):
        await page.evaluate("window.scrollBy(0, window.innerHeight)")
        with suppress(PlaywrightTimeout):
            await page.wait_for_load_state("networkidle", timeout=QUIET)
        if await page.evaluate("window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 1"):
            return


async def picture(page: Page) -> bytes:
    """A PNG of the whole page, `MAX_PICTURE` pixels high at most."""
    height = await page.evaluate("Math.max(document.documentElement.scrollHeight, window.innerHeight)")
    clip: Any = {"x": 0, "y": 0, "width": VIEWPORT["width"], "height": min(int(height), MAX_PICTURE)}
    return await page.screenshot(
        type="png", full_page=True, clip=clip, animations="disabled", caret="hide", timeout=STEP
    )
