"""A server of a test's own, for as long as it is asked."""

import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer


def serving(server: ThreadingHTTPServer, found: str) -> Iterator[str]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()
