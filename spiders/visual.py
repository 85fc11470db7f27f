"""What a visit wants of the browser."""

from dataclasses import dataclass

from domain.sources import Step
from domain.visits import Purpose
from spiders.plan import Plan

NEVER_SENT_ALONG = ("authorization", "cookie", "proxy-authorization")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visual:
    """The steps before a page counts as loaded, whether its picture is wanted, and headers for every request."""

    steps: tuple[Step, ...]
    screenshot: bool
    headers: tuple[tuple[str, str], ...]
    secret_headers: tuple[str, ...]
    language: str | None


def visual_of(plan: Plan) -> Visual | None:
    """None for a plan that needs no browser."""
    screenshot = plan.purpose is Purpose.SCREENSHOT
    if plan.purpose is Purpose.PLAIN or not (plan.source.browser or screenshot):
        return None
    secret = {header.name.lower() for header in plan.source.headers if "${" in header.value} | set(NEVER_SENT_ALONG)
    return Visual(
        steps=plan.source.steps,
        screenshot=screenshot,
        headers=tuple((name, value) for name, value in plan.headers if name.lower() not in secret),
        secret_headers=tuple(name for name, _ in plan.headers if name.lower() in secret),
        language=plan.source.language,
    )
