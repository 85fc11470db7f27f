"""Posts an alert to a channel other than mail: Slack, Teams or a webhook, by apprise, through the guard's door."""

import logging
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from domain.errors import AddressRefused, DeliveryError, DeliveryUnknown
from domain.settings import Channel, ChannelKind
from guard.addresses import AddressPolicy
from guard.doors import Passage, vetted
from guard.escaping import chat_text, header_text

if TYPE_CHECKING:
    from apprise.plugins.base import NotifyBase

STATUS = re.compile(r"error=(\d{3})")
PASSING = frozenset({408, 425, 429})
LONGEST = 1_500


class _Heard(logging.Handler):
    """Keeps the status of an answer, which the library only writes into its log, and nothing else of that."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.status: int | None = None

    def emit(self, record: logging.LogRecord) -> None:
        found = STATUS.search(record.getMessage())
        self.status = int(found[1]) if found else self.status


def post(
    channel: Channel,
    title: str,
    body: str,
    environ: Mapping[str, str],
    policy: AddressPolicy,
    *,
    may_end: Callable[[], bool] = lambda: True,
) -> None:
    """Posts once. `may_end` is asked before the first byte goes out: False, and none does.

    Raises DeliveryError: `transient` where nothing was sent or the server says "later", final where it says no;
    DeliveryUnknown where the post went out and no answer came. No message names the address: it is a secret.
    """
    url = _url(channel, environ)
    try:
        policy.require_url(url)
    except AddressRefused as error:
        raise DeliveryError(f"the address in {channel.url_env} is refused") from error
    plugin = _plugin(channel, url)
    heard, log = _Heard(), logging.getLogger("apprise")
    before, log.propagate = log.propagate, False  # its lines name the address
    log.addHandler(heard)
    try:
        with vetted(policy, may_end) as passage:
            done = bool(plugin.notify(body=chat_text(body)[:LONGEST], title=chat_text(header_text(title))))
    finally:
        log.removeHandler(heard)
        log.propagate = before
    if not done:
        raise _failure(channel, passage, heard.status)


def _failure(channel: Channel, passage: Passage, status: int | None) -> DeliveryError:
    if passage.refused is not None:
        return DeliveryError(f"channel {channel.name}: {passage.refused}", transient=passage.refused.transient)
    if not passage.sent:
        return DeliveryError(f"channel {channel.name} cannot be reached", transient=True)
    if status is None:
        return DeliveryUnknown(f"channel {channel.name} broke off before it said whether it took the post")
    passing = status in PASSING or status >= 500
    return DeliveryError(f"channel {channel.name} answered {status}", transient=passing)


def _url(channel: Channel, environ: Mapping[str, str]) -> str:
    url = environ.get(channel.url_env, "")
    if not url:
        raise DeliveryError(f"the environment variable {channel.url_env} is not set", transient=True)
    return url


def _plugin(channel: Channel, url: str) -> "NotifyBase":
    """The library's service for this kind of channel; its own modules only, for to load all takes long."""
    from apprise.plugins.custom_json import NotifyJSON
    from apprise.plugins.slack import NotifySlack
    from apprise.plugins.workflows import NotifyWorkflows

    services: dict[ChannelKind, tuple[Any, Any, str]] = {
        ChannelKind.SLACK: (NotifySlack, NotifySlack.parse_native_url, url),
        ChannelKind.TEAMS: (NotifyWorkflows, NotifyWorkflows.parse_native_url, url),
        ChannelKind.WEBHOOK: (NotifyJSON, NotifyJSON.parse_url, _webhook(url)),
    }
    service, read, said = services[channel.kind]
    given = read(said)
    if not given:
        raise DeliveryError(f"the address in {channel.url_env} is not one of {channel.kind}")
    plain = {} if channel.kind is ChannelKind.WEBHOOK else {"include_image": False, "include_footer": False}
    found: NotifyBase = service(**{**given, **plain})
    return found


def _webhook(url: str) -> str:
    """As the library writes it: another scheme, and a sign before each parameter that is not meant for itself."""
    parts = urlsplit(url)
    query = "&".join(f"-{pair}" for pair in parts.query.split("&") if pair)
    return parts._replace(scheme="jsons" if parts.scheme == "https" else "json", query=query).geturl()
