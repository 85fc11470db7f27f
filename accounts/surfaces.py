"""The ways a company is written: its name with and without the legal form, aliases, former names, domains, tickers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from cleanco import basename

from accounts.folding import fold
from domain.accounts import Account
from domain.sources import Competitor, Subject


class Form(StrEnum):
    """What kind of writing a surface is; it decides what else the text must show."""

    NAME = "name"
    DOMAIN = "domain"
    TICKER = "ticker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """One writing of a company. `folded` is what is searched for, `written` how people write it."""

    subject: Subject
    form: Form
    written: str
    folded: str
    ambiguous: bool


def _surfaces(subject: Subject, names: Iterable[str], domains: Iterable[str], ambiguous: bool) -> Iterator[Surface]:
    seen: set[str] = set()
    for name in names:
        short = basename(name).strip(" ,") or name
        for written in dict.fromkeys((name, short)):
            folded = fold(written).text
            if folded and folded not in seen:
                seen.add(folded)
                yield Surface(subject=subject, form=Form.NAME, written=written, folded=folded, ambiguous=ambiguous)
    for domain in domains:
        yield Surface(subject=subject, form=Form.DOMAIN, written=domain, folded=fold(domain).text, ambiguous=False)


def surfaces_of_competitor(subject: Subject, competitor: Competitor) -> Iterator[Surface]:
    return _surfaces(subject, (competitor.name, *competitor.aliases), competitor.domains, competitor.ambiguous)


def surfaces_of_account(subject: Subject, account: Account) -> Iterator[Surface]:
    names = (account.name, *account.aliases, *account.former_names)
    return _surfaces(subject, names, account.domains, account.ambiguous)
