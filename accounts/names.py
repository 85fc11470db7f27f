"""Finds competitors and accounts by name in a text: one pass over it, however many names there are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import MATCHKIND_STANDARD, AhoCorasick

from accounts.folding import fold
from accounts.surfaces import Surface, surfaces_of_account, surfaces_of_competitor
from domain.accounts import Account
from domain.sources import Competitor, Subject, SubjectKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A company meant in a text: code-point offsets `start`..`end` into it, and the words there."""

    subject: Subject
    start: int
    end: int
    words: str


class Names:
    """All names of all companies, ready to be looked for."""

    def __init__(self, competitors: Sequence[Competitor], accounts: Sequence[Account]) -> None:
        self.competitors = tuple(competitors)
        self.accounts = tuple(accounts)
        self._surfaces: dict[str, list[Surface]] = {}
        for surface in self._all():
            self._surfaces.setdefault(surface.folded, []).append(surface)
        self._patterns = tuple(self._surfaces)
        self._automaton = AhoCorasick(self._patterns, matchkind=MATCHKIND_STANDARD) if self._patterns else None

    def _all(self) -> Iterator[Surface]:
        for competitor in self.competitors:
            subject = Subject(kind=SubjectKind.COMPETITOR, name=competitor.name)
            yield from surfaces_of_competitor(subject, competitor)
        for account in self.accounts:
            subject = Subject(kind=SubjectKind.ACCOUNT, name=account.name)
            yield from surfaces_of_account(subject, account)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every mention, in order, the longest name winning where names overlap."""
        folded = fold(text)
        if self._automaton is None:
            return ()
        hits = self._automaton.find_matches_as_indexes(folded.text, overlapping=True)
        found = [
            (start, end, surface)
            for pattern, start, end in hits
            if stands_alone(folded.text, start, end)
            for surface in self._surfaces[self._patterns[pattern]]
        ]
        found.sort(key=lambda hit: (hit[0], -hit[1]))
        mentions: list[Mention] = []
        free_from = 0
        taken: tuple[int, int] | None = None
        for start, end, surface in found:
            if start < free_from and (start, end) != taken:
                continue
            first, last = folded.span(start, end)
            mentions.append(Mention(subject=surface.subject, start=first, end=last, words=text[first:last]))
            free_from, taken = end, (start, end)
        return tuple(mentions)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the words at `start`..`end` are whole words there, so that "apple" is not found in "pineapple"."""
    before = start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_")
    after = end == len(text) or not (text[end].isalnum() or text[end] == "_")
    return before and after
