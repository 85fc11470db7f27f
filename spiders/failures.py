"""Why a visit got no complete answer: every exception a fetch can end in, as one of our reasons."""

from collections.abc import Iterator

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    UnsupportedURLSchemeError,
)

from domain.errors import AddressRefused, BellwetherError, BrowserMissing
from domain.visits import Failure, FetchedPart, Reason

TLS_MODULES = ("OpenSSL", "service_identity", "ssl")
DETAIL_LENGTH = 500


class FetchFailed(BellwetherError):
    """A fetch that is given up, with what was got before."""

    def __init__(self, failure: Failure, parts: tuple[FetchedPart, ...] = ()) -> None:
        super().__init__(failure.detail, transient=failure.transient)
        self.failure = failure
        self.parts = parts


def failed(reason: Reason, detail: str, *, transient: bool = False, parts: tuple[FetchedPart, ...] = ()) -> FetchFailed:
    return FetchFailed(Failure(reason=reason, detail=detail[:DETAIL_LENGTH], transient=transient), parts)


def failure_of(error: BaseException) -> Failure:
    """The reason for any exception of a download; what is not known is a connection that failed."""
    if isinstance(error, FetchFailed):
        return error.failure
    reason, transient = _reason(error)
    return Failure(reason=reason, detail=_detail(error), transient=transient)


def _reason(error: BaseException) -> tuple[Reason, bool]:
    if isinstance(error, AddressRefused | UnsupportedURLSchemeError):
        return Reason.ADDRESS_REFUSED, False
    if isinstance(error, BrowserMissing):
        return Reason.NO_BROWSER, False
    if isinstance(error, DownloadTimeoutError | TimeoutError):
        return Reason.TIMEOUT, True
    if isinstance(error, CannotResolveHostError):
        return Reason.DNS, True
    if isinstance(error, DownloadCancelledError):
        return Reason.TOO_LARGE, False
    if isinstance(error, DownloadConnectionRefusedError):
        return Reason.CONNECTION, True
    if any(type(each).__module__.startswith(TLS_MODULES) for each in _causes(error)):
        return Reason.TLS, False
    return Reason.CONNECTION, True


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error, what raised it, and the errors Twisted collects in `reasons`."""
    seen: set[int] = set()
    waiting: list[BaseException] = [error]
    while waiting:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        waiting += [cause for cause in (each.__cause__, each.__context__) if cause is not None]
        waiting += [reason.value for reason in getattr(each, "reasons", None) or () if hasattr(reason, "value")]


def _detail(error: BaseException) -> str:
    text = str(error) or type(error).__name__
    deepest = [each for each in _causes(error) if type(each).__module__.startswith(TLS_MODULES)]
    return f"{deepest[-1]!r}"[:DETAIL_LENGTH] if deepest else " ".join(text.split())[:DETAIL_LENGTH]
