"""One home, opened: what people wrote, what is stored, the rules, and the clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import classifiers
import config
import diffing
import storage
from accounts.names import Names
from domain.errors import ConfigurationError
from domain.findings import PACKS
from domain.sources import Source
from domain.times import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One home, opened: what people wrote, what is stored, the rules, and the clock."""

    configuration: config.Configuration
    archive: storage.Archive
    rules: classifiers.RuleBook
    names: Names
    clock: Clock
    environ: Mapping[str, str]

    @property
    def sources(self) -> tuple[Source, ...]:
        return self.configuration.sources.sources

    def derivation(self) -> str:
        return self.archive.derived.derivation(
            {
                "extractor": diffing.VERSION,
                "rules": self.rules.hash,
                "sources": self.configuration.sources_hash,
                "accounts": self.configuration.accounts_hash,
            }
        )


def read_home(home: Path, environ: Mapping[str, str]) -> tuple[config.Configuration, classifiers.RuleBook]:
    """What people wrote: sources, accounts, settings and rules; ConfigurationError holds the problems of all files."""
    folders = (classifiers.OUR_RULES, home / "rules")
    try:
        configuration = config.load(home, environ)
    except ConfigurationError as error:
        raise ConfigurationError((*error.problems, *classifiers.read_rules(folders)[1])) from error
    off = configuration.sources.packs_off
    packs = [pack.value for pack in PACKS if pack.value not in off]
    return configuration, classifiers.load_rules(folders, packs)


def open_world(home: Path, environ: Mapping[str, str], clock: Clock) -> World:
    """Read every file of a home and open its database; ConfigurationError holds all problems of all files."""
    configuration, rules = read_home(home, environ)
    archive = storage.open_archive(configuration.settings.database_url, clock=clock)
    names = Names(configuration.sources.competitors, configuration.accounts.accounts)
    return World(configuration=configuration, archive=archive, rules=rules, names=names, clock=clock, environ=environ)
