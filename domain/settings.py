"""What the operator decides in `bellwether.toml`; analysts' files cannot change any of it."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path

Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Smtp:
    """Where mail is handed over. `security` is `none`, `starttls` or `tls`; the password comes from the environment.

    With a `token_command` the login is XOAUTH2: the command, run without a shell, prints the access token.
    """

    host: str
    port: int = 587
    security: str = "starttls"
    user: str | None = None
    password_env: str = "BELLWETHER_SMTP_PASSWORD"
    token_command: tuple[str, ...] = ()
    timeout_seconds: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """Where evidence pages lie for readers to open: `address`, filled by way of a folder or of S3 (`s3://bucket/folder`).

    `keep`: how long after its mail a page stays there; None: for ever.
    """

    address: str
    folder: Path | None = None
    store: str = ""
    endpoint: str | None = None
    region: str | None = None
    keep: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """Where links of mails lead: `address` as readers open it, `host` and `port` as `bellwether web` listens.

    The keys that sign links stand in the environment variable `key_env`, else in `key_file`. `proxies` are the
    addresses whose word on who asks is believed; `per_minute` bounds the requests of one of those who ask.
    """

    address: str
    key_file: Path
    host: str = "127.0.0.1"
    port: int = 8080
    key_env: str = "BELLWETHER_WEB_KEY"
    proxies: tuple[str, ...] = ()
    hsts: bool = False
    per_minute: int = 120


class ChannelKind(StrEnum):
    """What an alert can be posted to besides mail."""

    SLACK = "slack"
    TEAMS = "teams"
    WEBHOOK = "webhook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """Where alerts are posted. The address is a secret: `url_env` names the environment variable that holds it."""

    name: str
    kind: ChannelKind
    url_env: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Crm:
    """The CRM that keeps our accounts: where its API is, which variable holds the token, and which file the export."""

    system: str
    address: str
    token_env: str = "BELLWETHER_CRM_TOKEN"
    file: str = "crm/accounts.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """Limits and manners of a crawl. Sizes are bytes, times seconds.

    `browser_pages` are open at once: on two cores more give no more pages a second, and each takes memory.
    """

    contact: str = ""
    max_body: int = 20_000_000
    max_ratio: int = 200
    timeout: float = 60.0
    deadline: float = 180.0
    host_delay: float = 1.0
    concurrency: int = 16
    allowed_networks: tuple[Network, ...] = ()
    egress_proxy: str | None = None
    ca_file: Path | None = None
    browser: Path | None = None
    browser_sandbox: bool | None = None
    browser_pages: int = 3
    images: bool = True
    retries: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """Where readers' answers arrive. Without a `host` they are read from files only. `security`: as of Smtp."""

    address: str
    host: str | None = None
    port: int = 993
    security: str = "tls"
    user: str | None = None
    password_env: str = "BELLWETHER_INBOX_PASSWORD"
    folder: str = "INBOX"
    timeout_seconds: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One home: its folder, database, mail and crawl settings.

    `review`: how long before a mail its draft is written for an analyst to change; None: only when asked for.
    `missed_merged`: weeks that were missed come as one edition, and not as one each.
    """

    home: Path
    database_url: str
    mail_from: str = "Bellwether <bellwether@localhost>"
    smtp: Smtp | None = None
    inbox: Inbox | None = None
    crm: Crm | None = None
    workers: bool = False  # crawls that are due are put into the queue, and not done by the scheduler
    review: timedelta | None = None
    missed_merged: bool = True
    publishing: Publishing | None = None
    web: Web | None = None
    channels: tuple[Channel, ...] = ()
    fetching: Fetching = field(default_factory=Fetching)

    @property
    def digests(self) -> Path:
        return self.home / "digests"
