"""What one mail says, before it is set as HTML and text: words only, no markup."""

from dataclasses import dataclass

from digest.links import anchor
from domain.answers import ToldItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Where a finding can be checked: its number in the evidence page, and the source's own page (None: unsafe) under a
    label that says which source it is."""

    event: str
    number: int
    url: str | None
    label: str = "page"

    @property
    def anchor(self) -> str:
        """The evidence page's anchor."""
        return anchor(self.event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to answer: what it says, and the address that a click opens a mail to."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenStep:
    """A step of an earlier mail that nobody called done: answered by its letter."""

    letter: str
    week: str
    text: str
    done: Way | None
    told: ToldItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One event in one sentence, before -> after, with when it was seen; `note` is what an analyst says of it."""

    text: str
    seen: str
    proof: Proof
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One account and the one or two findings that touch it most, why, and what to do."""

    number: int
    account: str
    label: str
    tags: tuple[str, ...]
    meeting: str
    findings: tuple[Finding, ...]
    why: str
    do: str
    also: str
    told: ToldItem | None = None
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A finding in one short line, below the top items."""

    account: str
    text: str
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One account's activity, this week and last."""

    account: str
    value: int
    last: int

    @property
    def filled(self) -> int:
        """Percent of the bar that is filled, never quite none and never quite all."""
        return min(max(self.value, 1), 99)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A labelled line: `Quiet`, `Notice`, `Not seen, 2 of 63` and what it says."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a section: whom it is about, what it says, and where that stands (None: unsafe or nowhere)."""

    who: str
    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines under a title: background of a first mail."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Whom the mail is for, which week ("W08") and when it is due ("Mon 23 Feb 2026, 07:00")."""

    to: str
    week: str
    sends: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """Everything one edition says, in reading order."""

    heading: Heading
    subject: str
    preview: str
    opening: str
    aside: str = ""
    sections: tuple[Section, ...] = ()
    items: tuple[Item, ...] = ()
    briefs: tuple[Brief, ...] = ()
    briefs_more: int = 0
    near: tuple[Brief, ...] = ()
    near_more: int = 0
    untouched: tuple[Brief, ...] = ()
    untouched_more: int = 0
    unlisted: tuple[Proof, ...] = ()
    open_steps: tuple[OpenStep, ...] = ()
    notices: tuple[Note, ...] = ()
    activity: tuple[Bar, ...] = ()
    closing: tuple[Note, ...] = ()
    footer: str = "Internal, do not forward."
    how: str = ""
    doors: tuple[Way, ...] = ()
    leave: tuple[Way, ...] = ()

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """The proofs of what the mail itself says, by their number."""
        found = [finding.proof for item in self.items for finding in item.findings]
        found += [brief.proof for brief in (*self.briefs, *self.near, *self.untouched)]
        return tuple(sorted(found, key=lambda proof: proof.number))

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of the sections' lines, each once."""
        return tuple(dict.fromkeys(line.url for part in self.sections for line in part.lines if line.url))

    @property
    def events(self) -> tuple[str, ...]:
        """Ids of the events of this mail and its evidence page, by their number there."""
        return tuple(proof.event for proof in (*self.proofs, *self.unlisted))

    @property
    def told(self) -> tuple[ToldItem, ...]:
        """What answers can point to."""
        return (*(item.told for item in self.items if item.told), *(step.told for step in self.open_steps))

    @property
    def lower(self) -> bool:
        """Whether anything stands below the items."""
        findings = self.briefs or self.near or self.untouched
        return bool(findings or self.open_steps or self.notices or self.activity or self.closing)
