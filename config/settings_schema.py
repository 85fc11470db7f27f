"""What may stand in `bellwether.toml`."""

import re
from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from config.schema import Fault, Many, Strict
from config.tables import leads_out
from config.values import Email, Name
from guard.escaping import web_url

SIZE = re.compile(r"(\d+)\s*([kKMG]?B)?")
BYTES = {None: 1, "B": 1, "kB": 1_000, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}
REVIEW = re.compile(r"(\d{1,4})([mhd])")
KEEP = re.compile(r"(\d{1,5}) days?")
# Mails are read late, and a quarter is looked back on.
LEAST_KEPT = 30
STORE = re.compile(r"s3://[^\s/]+")
CHANNEL = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
OURS = frozenset({"mail", "smtp", "outbox", "evidence"})
ADDRESS = re.compile(r"(sqlite|postgresql)(\+\w+)?://.*")


def _size(value: object) -> object:
    found = SIZE.fullmatch(value.strip()) if isinstance(value, str) else None
    if isinstance(value, str) and found is None:
        raise Fault(f"'{value}' is no size", 'write 20000000 or "20MB"')
    return int(found[1]) * BYTES[found[2]] if found else value


def _network(text: str) -> str:
    try:
        ip_network(text)
    except ValueError as error:
        raise Fault(f"'{text}' is no network: {error}", "write 10.1.0.0/16") from error
    return text


def _proxy(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/@]+(:\d+)?/?", text):
        raise Fault(f"'{text}' is no proxy", "write http://proxy.example:3128")
    return text


def _web(text: str) -> str:
    if web_url(text) is None:
        raise Fault(f"'{text}' is no web address", "write https://intranet.example.com/evidence")
    return text


def _https(text: str) -> str:
    """Mail programs unsubscribe at https addresses only (RFC 8058); on this machine itself http will do."""
    parts = urlsplit(_web(text))
    if parts.query or parts.fragment:
        raise Fault(f"'{text}' is more than an address to put paths behind", "write https://bellwether.example.com")
    if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise Fault(f"'{text}' is not encrypted", "write https://..., with a certificate at the reverse proxy")
    return text


def _listen(text: str) -> str:
    host, _, port = text.rpartition(":")
    if not (host and port.isdecimal() and int(port) < 65536):
        raise Fault(f"'{text}' is no address to listen at", "write 127.0.0.1:8080")
    return text


def _proxy_address(text: str) -> str:
    try:
        ip_address(text)
    except ValueError as error:
        raise Fault(f"'{text}' is no address of a proxy", "write 127.0.0.1") from error
    return text


def _store(text: str) -> str:
    if not STORE.match(text):
        raise Fault(f"'{text}' is no place in S3", "write s3://bucket/folder")
    return text


def _channel(name: str) -> str:
    if not CHANNEL.fullmatch(name) or name in OURS:
        raise Fault(f"'{name}' cannot be a channel's name", "small letters, digits and dashes: sales-slack")
    return name


def _retention(text: str) -> str:
    raise Fault("'retention' is not read yet: every snapshot is kept", f"take out {text!r}")


def _database(text: str) -> str:
    if not ADDRESS.fullmatch(text):
        raise Fault(f"'{text.split(':')[0]}' is no database we use", "write sqlite:///... or postgresql://...")
    return text


Size = Annotated[int, Field(ge=1_000, le=2_000_000_000), BeforeValidator(_size)]
Seconds = Annotated[float, Field(gt=0, le=3_600)]


def _review(text: str) -> str:
    found = REVIEW.fullmatch(text)
    if found is None or not timedelta() < review_of(text) <= timedelta(days=3):
        raise Fault(f"'{text}' is no time before a mail", "write 4h, 90m or 1d, at most 3d")
    return text


def review_of(text: str) -> timedelta:
    found = REVIEW.fullmatch(text)
    unit = {"m": "minutes", "h": "hours", "d": "days"}[found[2]] if found else "minutes"
    return timedelta(**{unit: int(found[1]) if found else 0})


def _keep(text: str) -> str:
    found = KEEP.fullmatch(text)
    if found is None or int(found[1]) < LEAST_KEPT:
        raise Fault(f"'{text}' is no time to keep pages for", f'write "400 days", at least {LEAST_KEPT} days')
    return text


def keep_of(text: str) -> timedelta:
    found = KEEP.fullmatch(text)
    return timedelta(days=int(found[1]) if found else 0)


class MailTable(Strict):
    """[mail]"""

    sender: Annotated[Name | None, Field(alias="from")] = None
    missed: Literal["merge", "separate"] = "merge"
    review: Annotated[str, AfterValidator(_review)] | None = None


class SmtpTable(Strict):
    """[smtp]"""

    host: Name
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    security: Literal["none", "starttls", "tls"] = "starttls"
    user: Name | None = None
    password_env: Name = "BELLWETHER_SMTP_PASSWORD"
    token_command: Many[Name] = ()
    timeout: Seconds = 30.0

    @model_validator(mode="after")
    def someone_signs_in(self) -> Self:
        if self.token_command and self.user is None:
            raise Fault("a token command needs a user to sign in as", 'add user = "bellwether@example.com"')
        return self


class InboxTable(Strict):
    """[inbox]"""

    address: Email
    host: Name | None = None
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    security: Literal["none", "starttls", "tls"] = "tls"
    user: Name | None = None
    password_env: Name = "BELLWETHER_INBOX_PASSWORD"
    folder: Name = "INBOX"
    timeout: Seconds = 30.0


class EvidenceTable(Strict):
    """[evidence]"""

    address: Annotated[str, AfterValidator(_web)]
    folder: Name | None = None
    store: Annotated[str, AfterValidator(_store)] | None = None
    endpoint: Annotated[str, AfterValidator(_web)] | None = None
    region: Name | None = None
    keep: Annotated[str, AfterValidator(_keep)] | None = None

    @model_validator(mode="after")
    def one_way(self) -> Self:
        if (self.folder is None) == (self.store is None):
            raise Fault("evidence is published by one way", 'write folder = "/srv/www/evidence" or store = "s3://..."')
        return self


class WebTable(Strict):
    """[web]"""

    address: Annotated[str, AfterValidator(_https)]
    listen: Annotated[str, AfterValidator(_listen)] = "127.0.0.1:8080"
    key_file: Name = "web.key"
    key_env: Name = "BELLWETHER_WEB_KEY"
    proxies: Many[Annotated[str, AfterValidator(_proxy_address)]] = ()
    hsts: bool = False
    per_minute: Annotated[int, Field(ge=10, le=100_000)] = 120


class CrmTable(Strict):
    """[crm]"""

    system: Literal["hubspot", "salesforce"]
    address: Annotated[str, AfterValidator(_web)] | None = None
    token_env: Name = "BELLWETHER_CRM_TOKEN"
    file: Name = "crm/accounts.csv"

    @model_validator(mode="after")
    def somewhere(self) -> Self:
        if self.system == "salesforce" and self.address is None:
            raise Fault("Salesforce has an address for each company", 'add address = "https://you.my.salesforce.com"')
        if leads_out(self.file):
            raise Fault(f"'{self.file}' leads out of the home folder", 'write file = "crm/accounts.csv"')
        return self


class ChannelTable(Strict):
    """[alerts.channels.NAME]"""

    kind: Literal["slack", "teams", "webhook"]
    url_env: Name


class AlertsTable(Strict):
    """[alerts]"""

    channels: dict[Annotated[str, AfterValidator(_channel)], ChannelTable] = Field(default_factory=dict)


class DatabaseTable(Strict):
    """[database]"""

    url: Annotated[str, AfterValidator(_database)] | None = None
    retention: Annotated[str, AfterValidator(_retention)] | None = None


class SchedulerTable(Strict):
    """[scheduler]"""

    crawls: Literal["here", "workers"] = "here"


class FetchTable(Strict):
    """[fetch]"""

    contact: str = ""
    max_body: Size = 20_000_000
    max_ratio: Annotated[int, Field(ge=2, le=10_000)] = 200
    timeout: Seconds = 60.0
    deadline: Seconds = 180.0
    host_delay: Annotated[float, Field(ge=0, le=600)] = 1.0
    concurrency: Annotated[int, Field(ge=1, le=256)] = 16
    allowed_networks: Many[Annotated[str, AfterValidator(_network)]] = ()
    egress_proxy: Annotated[str, AfterValidator(_proxy)] | None = None
    ca_file: Name | None = None
    browser: Name | None = None
    browser_sandbox: bool | None = None
    images: bool = True
    retries: Annotated[int, Field(ge=0, le=5)] = 1


class SettingsDocument(Strict):
    """The tables of the file."""

    mail: MailTable = MailTable()
    smtp: SmtpTable | None = None
    inbox: InboxTable | None = None
    crm: CrmTable | None = None
    database: DatabaseTable = DatabaseTable()
    fetch: FetchTable = FetchTable()
    scheduler: SchedulerTable = SchedulerTable()
    evidence: EvidenceTable | None = None
    web: WebTable | None = None
    alerts: AlertsTable = AlertsTable()
