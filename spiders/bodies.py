"""Bodies unpacked within bounds."""

import zlib

from isal import isal_zlib
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from domain.visits import Reason
from guard.limits import decoded_limit
from spiders.failures import failed
from spiders.job import job_of

GZIP = (b"gzip", b"x-gzip")
_GZIP_MEMBER = 16 + zlib.MAX_WBITS


class GuardedBodies(HttpCompressionMiddleware):
    """Scrapy's decompression, stopped at a size and at a ratio."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)
        self._run = crawler

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Raises FetchFailed with TOO_LARGE, or UNREADABLE where the body is not packed as it says."""
        fetching = job_of(self._run).fetching
        allowed = request.meta["download_maxsize"]
        request.meta["download_maxsize"] = decoded_limit(len(response.body), fetching.max_body, fetching.max_ratio)
        try:
            return super().process_response(request, response)
        except IgnoreRequest as error:
            raise failed(Reason.TOO_LARGE, f"{request.url}: {len(response.body)} bytes unpack to too many") from error
        except (OSError, EOFError, zlib.error, ValueError) as error:
            raise failed(Reason.UNREADABLE, f"{request.url}: the body is not packed as it says ({error})") from error
        finally:
            request.meta["download_maxsize"] = allowed

    @staticmethod
    def _decode(body: bytes, encoding: bytes, max_size: int) -> bytes:
        whole = gunzipped(body, max_size) if encoding in GZIP else None
        return HttpCompressionMiddleware._decode(body, encoding, max_size) if whole is None else whole


def gunzipped(packed: bytes, most: int) -> bytes | None:
    """What one whole gzip member holds, as nearly every answer is; igzip takes two fifths of the time of zlib.

    None for all else (broken off, damaged, several members, more than `most` bytes), which Scrapy unpacks or refuses.
    """
    reader = isal_zlib.decompressobj(wbits=_GZIP_MEMBER)
    try:
        body = reader.decompress(packed, most)
    except isal_zlib.error:  # type: ignore[misc]  # a class, which its stub calls an instance
        return None
    return body if reader.eof and not reader.unused_data else None
