"""One home, opened: what people wrote, what is stored, the rules, and the clock."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import accounts
import classifiers
import config
import diffing
import storage
from domain.errors import ConfigurationError
from domain.findings import PACKS
from domain.sources import Source
from domain.times import Clock

if TYPE_CHECKING:
    from accounts import Names
    from classifiers import RuleBook


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One home, opened: what people wrote, what is stored, the rules, and the clock.

    Rules and names are made when the first change asks for them: most crawls find none.
    """

    configuration: "config.Configuration"
    archive: "storage.Archive"
    rules_hash: str
    rules_read: "Callable[[], RuleBook]"
    names_known: "Callable[[], Names]"
    clock: Clock
    environ: Mapping[str, str]

    @property
    def rules(self) -> "RuleBook":
        return self.rules_read()

    @property
    def names(self) -> "Names":
        return self.names_known()

    @property
    def sources(self) -> tuple[Source, ...]:
        return self.configuration.sources.sources

    def derivation(self) -> str:
        return self.archive.derived.derivation(
            {
                "extractor": diffing.VERSION,
                "rules": self.rules_hash,
                "sources": self.configuration.sources_hash,
                "accounts": self.configuration.accounts_hash,
            }
        )


def read_home(
    home: Path, environ: Mapping[str, str], today: date | None = None
) -> "tuple[config.Configuration, RuleBook]":
    """What people wrote: sources, accounts, settings and rules; ConfigurationError holds the problems of all files."""
    folders = rule_folders(home)
    try:
        configuration = config.load(home, environ, today=today)
    except ConfigurationError as error:
        raise ConfigurationError((*error.problems, *classifiers.read_rules(folders)[1])) from error
    return configuration, classifiers.load_rules(folders, packs_of(configuration))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What people wrote in one home, read and not opened: processes that are forked open it each for itself."""

    configuration: "config.Configuration"
    rules_hash: str
    rules_read: "Callable[[], RuleBook]"
    names_known: "Callable[[], Names]"
    clock: Clock
    environ: Mapping[str, str]

    def opened(self, *, idle_seconds: int = 30) -> World:
        """`idle_seconds`: how long a server lets one of its transactions stand still."""
        url = self.configuration.settings.database_url
        return World(
            configuration=self.configuration,
            archive=storage.open_archive(url, clock=self.clock, idle_seconds=idle_seconds),
            rules_hash=self.rules_hash,
            rules_read=self.rules_read,
            names_known=self.names_known,
            clock=self.clock,
            environ=self.environ,
        )


def open_world(home: Path, environ: Mapping[str, str], clock: Clock) -> World:
    """Read every file of a home and open its database; ConfigurationError holds all problems of all files."""
    return read_world(home, environ, clock).opened()


def read_world(home: Path, environ: Mapping[str, str], clock: Clock) -> Reading:
    """Read every file of a home; ConfigurationError holds all problems of all files."""
    folders = rule_folders(home)
    if folders == (classifiers.OUR_RULES,):
        # Rules that nobody here wrote have no problems to be told of, so they are read only where a change needs them.
        configuration, book = config.load(home, environ, today=clock().date()), None
    else:
        configuration, book = read_home(home, environ, clock().date())
    packs = packs_of(configuration)
    return Reading(
        configuration=configuration,
        rules_hash=classifiers.book_hash(classifiers.rule_paths(folders), packs),
        rules_read=cache(lambda: book or classifiers.load_rules(folders, packs)),
        names_known=cache(lambda: accounts.Names(configuration.sources.competitors, configuration.accounts.accounts)),
        clock=clock,
        environ=environ,
    )


def rule_folders(home: Path) -> tuple[Path, ...]:
    """Our rules, and the home's own where it has any."""
    own = home / "rules"
    return (classifiers.OUR_RULES, own) if own.is_dir() and any(own.iterdir()) else (classifiers.OUR_RULES,)


def packs_of(configuration: "config.Configuration") -> list[str]:
    off = configuration.sources.packs_off
    return [pack.value for pack in PACKS if pack.value not in off]
