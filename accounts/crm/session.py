"""Speaks JSON with a CRM: signed, through the guard's door, waiting as long as it is asked to."""

from collections.abc import Callable, Mapping
from typing import Any

from domain.errors import AddressRefused, CrmError
from guard.addresses import AddressPolicy
from guard.doors import vetted

TIMEOUT = 30.0  # seconds
TRIES = 4
LONGEST_WAIT = 60.0  # seconds that a server may ask us to wait between two tries
TOO_MANY = 429
LATER = frozenset({TOO_MANY, 502, 503, 504})


class Session:
    """One CRM at one address. Nothing is ever sent elsewhere: a redirect is an error.

    `wait` sleeps so many seconds; it is handed in so that tests need not.
    """

    def __init__(self, address: str, token: str, policy: AddressPolicy, wait: Callable[[float], None]) -> None:
        import requests  # needed by few commands

        self._address = address.rstrip("/")
        self._policy = policy
        self._wait = wait
        self._http = requests.Session()
        self._http.trust_env = False  # no proxy and no .netrc of whoever runs us
        self._http.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})

    def get(self, path: str, parameters: Mapping[str, str] | None = None) -> dict[str, Any]:
        """The answer to a question; asked again where the server says "later". Raises CrmError."""
        return self._asked("GET", path, {"params": dict(parameters or {})}, tries=TRIES)

    def ask(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """As `get`, for questions that are posted."""
        return self._asked("POST", path, {"json": dict(body)}, tries=TRIES)

    def create(self, path: str, body: Mapping[str, Any], may_send: Callable[[], bool]) -> dict[str, Any]:
        """Make something, once: never repeated by itself but where the server said that it did nothing (429).

        `may_send` is asked before the first byte goes out. Raises CrmError: `sent` where it may have arrived.
        """
        return self._asked("POST", path, {"json": dict(body)}, tries=TRIES, may_send=may_send, making=True)

    def _asked(
        self,
        method: str,
        path: str,
        content: Mapping[str, Any],
        *,
        tries: int,
        may_send: Callable[[], bool] = lambda: True,
        making: bool = False,
    ) -> dict[str, Any]:
        for last in range(tries):
            status, answer, pause = self._once(method, path, content, may_send, making=making)
            again = status == TOO_MANY or (status in LATER and not making)
            if not again or last == tries - 1:
                break
            self._wait(pause if pause is not None else 2.0**last)
        if 200 <= status < 300:
            return answer
        told = str(answer.get("message") or answer.get("error") or "")[:200]
        raise CrmError(f"the CRM answered {status} {told}".strip(), transient=status in LATER, sent=status >= 500)

    def _once(
        self, method: str, path: str, content: Mapping[str, Any], may_send: Callable[[], bool], *, making: bool
    ) -> tuple[int, dict[str, Any], float | None]:
        """Status, answer, and how long the server asks us to wait."""
        import requests

        url = path if path.startswith(("https://", "http://")) else f"{self._address}{path}"
        if not url.startswith(f"{self._address}/"):
            raise CrmError("the CRM points to another address than its own")
        with vetted(self._policy, may_send) as passage:
            try:
                self._policy.require_url(url)
                found = self._http.request(method, url, timeout=TIMEOUT, allow_redirects=False, **content)
                answer = found.json() if found.content else {}
            except AddressRefused as error:
                raise CrmError(f"the CRM's address is refused: {error}") from error
            except (requests.RequestException, ValueError) as error:
                said = type(error).__name__
                raise CrmError(
                    f"the CRM cannot be spoken to: {said}", transient=True, sent=making and passage.sent
                ) from error
        asked = found.headers.get("Retry-After", "")
        pause = min(float(asked), LONGEST_WAIT) if asked.replace(".", "", 1).isdigit() else None
        return found.status_code, answer if isinstance(answer, dict) else {"list": answer}, pause
