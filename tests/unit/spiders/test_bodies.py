import gzip
import zlib
from collections.abc import Callable

import pytest
from scrapy.utils.gz import gunzip

from spiders.bodies import GuardedBodies, gunzipped

PAGE = b"<p>Pro $49 a month</p>" * 2_000
PACKED = gzip.compress(PAGE, mtime=0)  # the hour in it would be part of what a test is called
MOST = 1_000_000


def told(unpack: Callable[[], bytes]) -> bytes | type[Exception]:
    try:
        return unpack()
    except (OSError, EOFError, ValueError, zlib.error) as error:
        return type(error)


def test_a_whole_answer_is_unpacked_in_one_step() -> None:
    assert gunzipped(PACKED, MOST) == PAGE


@pytest.mark.parametrize(
    "packed",
    [
        PACKED[:-20],
        PACKED[:-4],
        PACKED[:5],
        PACKED[:-8] + b"\0" * 8,
        PACKED[:500] + b"\xff\xff\xff" + PACKED[503:],
        PACKED + gzip.compress(b"<p>and more</p>", mtime=0),
        PACKED + b"\0\0\0\0",
        PACKED + b"what a broken server adds",
        gzip.compress(b"\0" * 2_000_000, mtime=0),
        gzip.compress(b"", mtime=0),
        zlib.compress(PAGE),
        b"no gzip at all",
        b"",
    ],
)
def test_any_other_answer_comes_to_what_scrapy_makes_of_it(packed: bytes) -> None:
    ours = told(lambda: GuardedBodies._decode(packed, b"gzip", MOST))
    assert ours == told(lambda: gunzip(packed, max_size=MOST))


def test_no_more_is_unpacked_in_one_step_than_is_allowed() -> None:
    assert gunzipped(PACKED, len(PAGE) - 1) is None
