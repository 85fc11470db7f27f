"""Every way a download ends has a reason of ours."""

import pytest
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)

from domain.errors import AddressRefused, BrowserMissing
from domain.visits import Reason
from spiders.failures import failed, failure_of


@pytest.mark.parametrize(
    ("error", "reason", "transient"),
    [
        (AddressRefused("inside"), Reason.ADDRESS_REFUSED, False),
        (UnsupportedURLSchemeError("ftp"), Reason.ADDRESS_REFUSED, False),
        (BrowserMissing("none"), Reason.NO_BROWSER, False),
        (DownloadTimeoutError("late"), Reason.TIMEOUT, True),
        (TimeoutError(), Reason.TIMEOUT, True),
        (CannotResolveHostError("no"), Reason.DNS, True),
        (DownloadCancelledError("big"), Reason.TOO_LARGE, False),
        (DownloadConnectionRefusedError("no"), Reason.CONNECTION, True),
        (DownloadFailedError("lost"), Reason.CONNECTION, True),
        (ResponseDataLossError(), Reason.CONNECTION, True),
        (failed(Reason.ROBOTS, "no"), Reason.ROBOTS, False),
    ],
)
def test_an_error_becomes_its_reason(error: Exception, reason: Reason, transient: bool) -> None:
    failure = failure_of(error)
    assert (failure.reason, failure.transient) == (reason, transient)
    assert failure.detail


def test_a_detail_is_one_line_with_an_end() -> None:
    assert failure_of(DownloadFailedError("a\nb" * 5000)).detail.startswith("a ba b")
    assert len(failure_of(DownloadFailedError("x" * 5000)).detail) == 500
