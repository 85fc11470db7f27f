"""The ways a company is written: its name with and without the legal form, aliases, former names, domains, tickers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from cleanco import basename

from accounts.naming.common_words import is_common
from accounts.texts.folding import fold
from accounts.texts.patterns import Pattern
from domain.accounts import Account
from domain.sources import Competitor, Subject


class Form(StrEnum):
    """What kind of writing a surface is; it decides what else the text must show."""

    NAME = "name"
    DOMAIN = "domain"
    TICKER = "ticker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """One writing of a company. `folded` is what is searched for, `written` how people write it.

    `ambiguous`: also an ordinary word, so that the text must show that the company is meant. `alone`: a single word.
    `articled`: one of the company's names begins with "The". `in_small`: the text
    at hand writes it in small letters too. `tickers`: those of the company, none where nobody wrote them down.
    `own_words`: what longer names and addresses of the company go on with, folded ("motor" of "Keld Motor Company").
    """

    subject: Subject
    form: Form
    written: str
    folded: str
    ambiguous: bool
    alone: bool
    articled: bool = False
    in_small: bool = False
    tickers: frozenset[str] = frozenset()
    own_words: frozenset[str] = frozenset()

    @property
    def is_word(self) -> bool:
        """Whether it is one word, written with capitals, that a text could use in small letters as another thing."""
        return self.form is Form.NAME and self.alone and not self.written.islower()


# A register's note of the state of incorporation behind a name: "CREE RESEARCH INC /NC/".
_STATE_NOTE = Pattern(r"\s*/ ?[A-Z]{2,4} ?/?$")
_BRACKET = Pattern(r"\s*\(([^)]*)\)\s*")
_CORPORATE_END = Pattern(r"(?i)(?:[ ,]+(?:group|holdings?|company|companies|corporation|incorporated|the))+$")
_LEADING_THE = Pattern(r"(?i)^the +")


def _writings(name: str) -> Iterator[str]:
    """The name, its parts where it holds several ("A (B)", "A / B"), and each less legal form and corporate endings."""
    plain = _STATE_NOTE.sub("", name).strip()
    yield from (name, plain)
    outside, inside = _BRACKET.sub(" ", plain).strip(), _BRACKET.findall(plain)
    for part in (*outside.split(" / "), *inside):
        yield part
        short = _LEADING_THE.sub("", basename(part).strip(" ,") or part)
        yield short
        less = _CORPORATE_END.sub("", short)
        if " " in less:
            yield less


def _own_words(folded: str, names: Iterable[str], domains: Iterable[str]) -> Iterator[str]:
    """What stands behind the name in longer ones and in addresses: "motor", "homes" of "keldhomes.example"."""
    for name in names:
        longer = fold(_LEADING_THE.sub("", name)).text.replace(",", "").replace("-", " ").split()
        if len(longer) > 1 and longer[0] == folded and len(longer[1]) > 2:
            yield longer[1].rstrip(".")
    for domain in domains:
        label = fold(domain).text.split(".")[0]
        if label.startswith(folded) and len(label) > len(folded) + 2:
            yield label[len(folded) :].lstrip("-")


def _names(
    subject: Subject,
    names: Iterable[str],
    declared: bool,
    tickers: Iterable[str] = (),
    domains: Iterable[str] = (),
) -> Iterator[Surface]:
    seen: set[str] = set()
    known, addresses = tuple(names), tuple(domains)
    listed = frozenset(ticker for ticker in tickers if ticker)
    articled = any(_LEADING_THE.match(name) for name in known)
    for name in known:
        for written in _writings(name):
            folded = fold(written).text
            single = len(folded) == 1 and written in known
            if (len(folded) < 2 and not single) or folded in seen:
                continue
            seen.add(folded)
            alone = " " not in folded
            common = all(is_common(word) for word in folded.split()) and (alone or written == name)
            ambiguous = (
                single or (alone and (declared or common)) or (declared and common) or folded in ("the", "company")
            )
            yield Surface(
                subject=subject,
                form=Form.NAME,
                written=written,
                folded=folded,
                ambiguous=ambiguous,
                alone=alone,
                articled=articled,
                tickers=listed,
                own_words=frozenset(_own_words(folded, known, addresses)) if alone else frozenset(),
            )


def _exact(subject: Subject, form: Form, words: Iterable[str]) -> Iterator[Surface]:
    for word in words:
        if word:
            yield Surface(subject=subject, form=form, written=word, folded=fold(word).text, ambiguous=False, alone=True)


def surfaces_of_competitor(subject: Subject, competitor: Competitor) -> Iterator[Surface]:
    yield from _names(subject, (competitor.name, *competitor.aliases), competitor.ambiguous, (), competitor.domains)
    yield from _exact(subject, Form.DOMAIN, competitor.domains)


def surfaces_of_account(subject: Subject, account: Account) -> Iterator[Surface]:
    yield from _names(
        subject,
        (account.name, *account.aliases, *account.former_names),
        account.ambiguous,
        account.tickers,
        account.domains,
    )
    yield from _exact(subject, Form.DOMAIN, account.domains)
    yield from _exact(subject, Form.TICKER, account.tickers)
