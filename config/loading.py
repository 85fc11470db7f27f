"""Reads a whole home: the analysts' two files and the operator's one, with all of their problems at once."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from config.accounts_elsewhere import joined
from config.accounts_file import MISSING, NOBODY, TOO_LARGE, read_accounts
from config.accounts_rules import channel_problems
from config.doubts import doubts
from config.playbook_file import FILE as PLAYBOOK
from config.playbook_file import load_playbook
from config.schema import did_you_mean
from config.settings_file import FILE as SETTINGS
from config.settings_file import load_settings
from config.sources_file import SourcesReading, read_sources
from config.yaml_tree import in_file_order, parse, read_text
from domain.accounts import Accounts
from domain.errors import ConfigurationError
from domain.playbook import Playbook
from domain.problems import Problem
from domain.settings import Settings
from domain.sources import Sources, SubjectKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """A home without mistakes; the hashes are SHA-256 (hex) over the texts of the files. Warnings stop nothing."""

    settings: Settings
    sources: Sources
    accounts: Accounts
    sources_hash: str
    accounts_hash: str
    playbook: Playbook
    warnings: tuple[Problem, ...] = ()


def load(
    home: Path, environ: Mapping[str, str], *, need_accounts: bool = True, today: date | None = None
) -> Configuration:
    """Everything people edit in `home`, and the exports and calendars they name there.

    Raises ConfigurationError with the problems of every file. With `need_accounts` false a missing `accounts.yaml`
    is none of them; one that is there is checked all the same. Without `today` no calendar is read.
    """
    settings, problems = load_settings(home, environ)
    reading = read_sources(home / "sources.yaml")
    accounts, text, more = _accounts(home / "accounts.yaml", reading, need_accounts)
    tree = parse(text, "accounts.yaml")[0] if text else None
    awaited = settings.crm.file if settings.crm else ""
    rivals = reading.sources if reading.readable else None
    whole = joined(home, tree, accounts, rivals, today=today, awaited=awaited)
    found = [*problems, *reading.problems, *more, *whole.problems]
    if (
        whole.accounts.accounts or not found
    ):  # else which accounts there are is not known: nothing is said of those named
        found += unknown_accounts(reading, whole.accounts) if text else []
    if tree is not None:
        found += channel_problems(tree, accounts.people, [channel.name for channel in settings.channels])
    playbook, wrong = load_playbook(home, None if more else whole.accounts)
    found += wrong
    if found:
        files = [name for name, _ in reading.texts]
        raise ConfigurationError(in_file_order(found, [*files, "accounts.yaml", PLAYBOOK, SETTINGS]))
    return Configuration(
        settings=settings,
        sources=reading.sources,
        accounts=whole.accounts,
        sources_hash=_hash(reading.texts),
        accounts_hash=_hash([("accounts.yaml", text), *whole.texts]),
        playbook=playbook,
        warnings=(*doubts(reading, tree, accounts), *whole.warnings),
    )


def _accounts(path: Path, reading: SourcesReading, needed: bool) -> tuple[Accounts, str, tuple[Problem, ...]]:
    if not needed and not path.exists():
        return NOBODY, "", ()
    text, problems = read_text(path, path.name, MISSING, too_large=TOO_LARGE)
    if problems:
        return NOBODY, text, problems
    accounts, problems = read_accounts(text, path.name, reading.sources if reading.readable else None)
    return accounts, text, problems


def unknown_accounts(reading: SourcesReading, accounts: Accounts) -> list[Problem]:
    """Sources that say they are about an account which `accounts.yaml` does not have."""
    known = [account.name for account in accounts.accounts]
    found: list[Problem] = []
    for entry in reading.entries:
        of = entry.data.get("of") if isinstance(entry.data, dict) else None
        if entry.kind is SubjectKind.ACCOUNT and isinstance(of, str) and of not in known:
            hint = did_you_mean(of, known) or "add it there first"
            found.append(entry.tree.problem((*entry.path, "of"), f"accounts.yaml has no account '{of}'", hint))
    return found


def _hash(texts: Iterable[tuple[str, str]]) -> str:
    total = hashlib.sha256()
    for name, text in texts:
        for part in (name, text):
            raw = part.encode("utf-8", "surrogatepass")
            total.update(len(raw).to_bytes(8, "big") + raw)
    return total.hexdigest()
