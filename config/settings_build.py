"""Builds the record of a home's settings from its checked `bellwether.toml`."""

from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path

from config.settings_schema import (
    CrmTable,
    EvidenceTable,
    FetchTable,
    InboxTable,
    SettingsDocument,
    SmtpTable,
    WebTable,
    keep_of,
    review_of,
)
from domain.settings import Channel, ChannelKind, Crm, Fetching, Inbox, Network, Publishing, Settings, Smtp, Web

HUBSPOT = "https://api.hubapi.com"


def build_settings(document: SettingsDocument, home: Path, environ: Mapping[str, str]) -> Settings:
    """The record; relative paths are relative to `home`."""
    url = environ.get("BELLWETHER_DATABASE_URL") or document.database.url
    smtp = document.smtp
    sender = document.mail.sender
    return Settings(
        home=home,
        database_url=url or f"sqlite:///{home / 'bellwether.db'}",
        **({"mail_from": sender} if sender else {}),
        review=review_of(document.mail.review) if document.mail.review else None,
        smtp=_smtp(smtp) if smtp else None,
        inbox=_inbox(document.inbox) if document.inbox else None,
        workers=document.scheduler.crawls == "workers",
        crm=_crm(document.crm) if document.crm else None,
        missed_merged=document.mail.missed == "merge",
        channels=tuple(
            Channel(name=name, kind=ChannelKind(table.kind), url_env=table.url_env)
            for name, table in document.alerts.channels.items()
        ),
        publishing=_publishing(document.evidence, home) if document.evidence else None,
        web=_web(document.web, home) if document.web else None,
        fetching=_fetching(document.fetch, home, environ),
    )


def _smtp(table: SmtpTable) -> Smtp:
    return Smtp(
        host=table.host,
        port=table.port,
        security=table.security,
        user=table.user,
        password_env=table.password_env,
        token_command=table.token_command,
        timeout_seconds=table.timeout,
    )


def _inbox(table: InboxTable) -> Inbox:
    return Inbox(
        address=table.address,
        host=table.host,
        port=table.port or (993 if table.security == "tls" else 143),
        security=table.security,
        user=table.user,
        password_env=table.password_env,
        folder=table.folder,
        timeout_seconds=table.timeout,
    )


def _crm(table: CrmTable) -> Crm:
    address = table.address or HUBSPOT
    return Crm(system=table.system, address=address, token_env=table.token_env, file=table.file)


def _publishing(table: EvidenceTable, home: Path) -> Publishing:
    return Publishing(
        address=table.address,
        folder=home / table.folder if table.folder else None,
        store=table.store or "",
        endpoint=table.endpoint,
        region=table.region,
        keep=keep_of(table.keep) if table.keep else None,
    )


def _web(table: WebTable, home: Path) -> Web:
    host, _, port = table.listen.rpartition(":")
    return Web(
        address=table.address.rstrip("/"),
        key_file=home / table.key_file,
        host=host.strip("[]"),
        port=int(port),
        key_env=table.key_env,
        proxies=table.proxies,
        hsts=table.hsts,
        per_minute=table.per_minute,
    )


def _fetching(table: FetchTable, home: Path, environ: Mapping[str, str]) -> Fetching:
    networks: tuple[Network, ...] = tuple(ip_network(text) for text in table.allowed_networks)
    browser = environ.get("BELLWETHER_BROWSER") or table.browser
    return Fetching(
        contact=table.contact,
        max_body=table.max_body,
        max_ratio=table.max_ratio,
        timeout=table.timeout,
        deadline=table.deadline,
        host_delay=table.host_delay,
        concurrency=table.concurrency,
        allowed_networks=networks,
        egress_proxy=table.egress_proxy,
        ca_file=home / table.ca_file if table.ca_file else None,
        browser=home / browser if browser else None,
        browser_sandbox=table.browser_sandbox,
        images=table.images,
        retries=table.retries,
    )
