"""What to do about a finding: plays, each for a tag, a reason, a stance and a stage, with who does it and by when."""

from dataclasses import dataclass, field
from enum import StrEnum

from domain.accounts import Stage
from domain.events import ReasonKind, Stance
from domain.findings import TagName
from domain.sources import Origin

# Whom a play may name without saying more; anybody else is a person of accounts.yaml, or a role of the playbook.
OWNER, DEPUTY, ANALYST = "owner", "deputy", "analyst"


class Occasion(StrEnum):
    """A day of an account that a step may have to come before."""

    MEETING = "meeting"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """One way to say when a step is due. Exactly one of the kinds is meant:

    `weekday` (0 for Monday): the next one, today included; `before` an occasion, `days` earlier; else in `days`, of
    which weekends count none where `working`.
    """

    days: int = 0
    working: bool = False
    weekday: int | None = None
    before: Occasion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """What to do where all its conditions hold; an empty one asks for nothing.

    `do` is a sentence without its end, "" for nothing at all; `{account}`, `{rival}` and `{rival's}` are filled in.
    `by` are tried in order: the first that lies ahead counts. `mine` is a play of the home, not one of ours.
    """

    name: str
    do: str
    tags: frozenset[TagName] = frozenset()
    reasons: frozenset[ReasonKind] = frozenset()
    stances: frozenset[Stance] = frozenset()
    stages: frozenset[Stage] = frozenset()
    who: str = OWNER
    by: tuple[By, ...] = (By(days=4),)
    mine: bool = False
    origin: Origin = field(default_factory=lambda: Origin(file="", line=0))

    @property
    def rank(self) -> tuple[bool, int, bool]:
        """How closely it is meant: one that names the tag, then one that names more of the rest, then one of yours."""
        return bool(self.tags), sum(map(bool, (self.reasons, self.stances, self.stages))), self.mine


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """All plays, the most closely meant first. `roles` are (name, how a mail calls them)."""

    plays: tuple[Play, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()

    def role(self, name: str) -> str | None:
        return next((said for role, said in self.roles if role == name), None)
