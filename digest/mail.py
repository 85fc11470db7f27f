"""What one mail says, before it is set as HTML and text: words only, no markup."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Where a finding can be checked: its number in the evidence page, and the source's own page (None: unsafe)."""

    event: str
    number: int
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One event in one sentence, before -> after, with when it was seen."""

    text: str
    seen: str
    proof: Proof


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A labelled line: `Quiet`, `Notice`, `Not seen, 2 of 63` and what it says."""

    label: str
    text: str


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
    items: tuple[Item, ...] = ()
    briefs: tuple[Brief, ...] = ()
    untouched: tuple[Brief, ...] = ()
    untouched_more: int = 0
    notices: tuple[Note, ...] = ()
    activity: tuple[Bar, ...] = ()
    closing: tuple[Note, ...] = ()
    footer: str = "Internal, do not forward."

    @property
    def events(self) -> tuple[str, ...]:
        """Ids of the events this mail speaks of, in order, each once: their place + 1 is their evidence number."""
        proofs = [finding.proof for item in self.items for finding in item.findings]
        proofs += [brief.proof for brief in (*self.briefs, *self.untouched)]
        return tuple(dict.fromkeys(proof.event for proof in sorted(proofs, key=lambda proof: proof.number)))
