"""Where the two texts of a replaced edit differ, as offsets into both."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from domain.changes import Edit, Word

APART = 3  # words between two differences that are told as one
WORD = re.compile(r"\S+")
LETTERS = re.compile(r"[^\W_]+")
ENDS = (".", "!", "?")
LONGEST = 10_000  # characters: a longer difference is taken as it is
REACH = 120  # characters before a span that are looked at
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What went from `before` and what came into `after` at one place; a span of no length where nothing did."""

    before: str
    after: str
    old: Span
    new: Span

    @property
    def gone(self) -> str:
        """What went, of a very long text its beginning."""
        return self.before[self.old[0] : min(self.old[1], self.old[0] + LONGEST)]

    @property
    def come(self) -> str:
        return self.after[self.new[0] : min(self.new[1], self.new[0] + LONGEST)]

    @property
    def size(self) -> int:
        """Letters and digits that differ."""
        return len(letters(self.gone + self.come))


@lru_cache(maxsize=1024)  # asked for weighing, for what is told, and for what is the same all over a page
def differences(edit: Edit, apart: int = APART) -> tuple[Difference, ...]:
    """The places that differ, in reading order; those at most `apart` words from each other are one.

    Both texts whole where an edit holds no words to go by; none for an addition or a removal.
    """
    if edit.before is None or edit.after is None:
        return ()
    whole = Difference(before=edit.before, after=edit.after, old=(0, len(edit.before)), new=(0, len(edit.after)))
    if not edit.words:
        return (whole,)
    return tuple(told(edit.before, edit.after, edit.words, apart)) or (whole,)


def told(before: str, after: str, words: Sequence[Word], apart: int) -> Iterator[Difference]:
    """The differences that the runs of words make, each run found in its text from where the last one ended."""
    old, new = 0, 0
    open_at: tuple[Span, Span] | None = None
    for at, run in enumerate(words):
        here = (spot(before, run, old, "added"), spot(after, run, new, "removed"))
        old, new = here[0][1], here[1][1]
        if run.op != "same":
            open_at = joined(open_at, here) if open_at else here
        elif open_at and not (
            at + 1 < len(words) and len(run.text.split()) <= apart and not sentence_put_in(words[max(0, at - 2) : at])
        ):
            yield made(before, after, open_at)
            open_at = None
    if open_at:
        yield made(before, after, open_at)


def sentence_put_in(runs: Sequence[Word]) -> bool:
    """Whether whole sentences only came, or only went, right before: what follows is another difference."""
    alone = bool(runs) and all(run.op == "same" for run in runs[:-1])
    return alone and runs[-1].op != "same" and runs[-1].text.rstrip().endswith(ENDS)


def spot(text: str, run: Word, since: int, unless: str) -> Span:
    """Where a run stands in a text; a span of no length at the next word for one that is not in it."""
    if run.op == unless:
        return (since, since)
    start = text.find(run.text, since)
    return (start, start + len(run.text)) if start >= 0 else (since, since)


def joined(one: tuple[Span, Span], other: tuple[Span, Span]) -> tuple[Span, Span]:
    """Both as one, with what stands between them."""
    return (one[0][0], max(one[0][1], other[0][1])), (one[1][0], max(one[1][1], other[1][1]))


def made(before: str, after: str, at: tuple[Span, Span]) -> Difference:
    """The difference without words at its ends that differ only in case or marks."""
    if max(at[0][1] - at[0][0], at[1][1] - at[1][0]) > LONGEST:
        return Difference(before=before, after=after, old=at[0], new=at[1])
    old, new = list(WORD.finditer(before, *at[0])), list(WORD.finditer(after, *at[1]))
    if bare(before[slice(*at[0])]) == bare(after[slice(*at[1])]):
        return Difference(before=before, after=after, old=at[0], new=at[1])
    head = alike(old, new)
    tail = alike(old[head:][::-1], new[head:][::-1])
    gone, come = shrunk(old, head, tail, at[0]), shrunk(new, head, tail, at[1])
    if come[0] == come[1]:
        gone = slid(before, gone)
    elif gone[0] == gone[1]:
        come = slid(after, come)
    return Difference(before=before, after=after, old=gone, new=come)


def slid(text: str, at: Span) -> Span:
    """A span moved to where its sentence begins, where the words before it are those that it ends with.

    "A. [If B. ]If C." and "A. If[ B. If] C." are one difference: the first of them is how a reader sees it.
    """
    inside = list(WORD.finditer(text, *at))
    before = list(WORD.finditer(text, max(0, at[0] - REACH), at[0]))
    for step in range(1, min(len(inside), len(before)) + 1):
        first, last = before[-step], inside[-step]
        if bare(first.group()) != bare(last.group()):
            break
        if not text[: first.start()].rstrip() or text[max(0, first.start() - 2) : first.start()].rstrip()[-1:] in ENDS:
            end = inside[-step - 1].end() if step < len(inside) else first.end()
            return (first.start(), max(end, first.start()))
    return at


def alike(ours: Sequence[re.Match[str]], theirs: Sequence[re.Match[str]]) -> int:
    """How many words from the start are the same but for case and marks."""
    pairs = zip(ours, theirs, strict=False)
    return sum(1 for _ in takewhile(lambda pair: bare(pair[0].group()) == bare(pair[1].group()) != "", pairs))


def shrunk(words: Sequence[re.Match[str]], head: int, tail: int, at: Span) -> Span:
    if not words:
        return at
    if head + tail >= len(words):
        end = words[head - 1].end() if head else words[0].start()
        return (end, end)
    return (words[head].start(), words[len(words) - tail - 1].end())


def bare(text: str) -> str:
    """Its letters and digits, without case."""
    return text.casefold() if text.isalnum() else letters(text).casefold()


def letters(text: str) -> str:
    """Its letters and digits."""
    return "".join(LETTERS.findall(text))
