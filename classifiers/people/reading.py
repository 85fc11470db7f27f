"""A text as it reads aloud: without defined terms in brackets, ages and legal forms, each letter knowing its place."""

from dataclasses import dataclass

from classifiers.wording.patterns import Pattern

# What a filing sets between a name and its verb; only the first group is left out.
LEFT_OUT = (
    Pattern(r"[A-Z][\pL.]*( [“\"][A-Z][\pL.]{0,12}[”\"]) [A-Z]"),  # Thomas “TJ” Jankowski
    Pattern(r"(\s?\([^()\n]{1,90}\))"),
    Pattern(r"(, (?:age|aged) \d{2}|, \d{2} years old|, \d{2})(?:,| )"),
    Pattern(r"(, (?:Inc|Corp|Ltd|Co|LLC|L\.L\.C|plc|N\.A|S\.A)\.?),? (?:\(|[a-z])"),
    Pattern(r"(, effective (?:immediately|(?:as of |on )?[A-Z][a-z]+ \d{1,2}, \d{4}),) (?:as|from|to serve)\b"),
    # What somebody was until now, told between the name and the verb: no date of it dates the move.
    Pattern(
        r"(, who (?:has |had |have )?(?:served|been|worked|held|led|headed|overseen|run|joined)\b[^;\n]{3,160}?"
        r"\b(?:since|from|in) (?:[A-Z][a-z]+ )?(?:\d{1,2}, )?(?:19|20)\d\d"
        r"(?: (?:to|until) (?:[A-Z][a-z]+ )?(?:19|20)\d\d)?,) "
        r"(?:was|were|is|has|will|to|as)\b"
    ),
    Pattern(r"(, an? [A-Z][a-z]+ (?:corporation|company|bank)),"),
)
# "Marta Kowalczyk (Head of Fleet)": no defined term.
OFFICE_ALONE = Pattern(
    r"^ \((?:[A-Z][\w&-]*|of|and|for|the|,)(?: (?:[A-Z][\w&-]*|of|and|for|the|&))*(?:, ex-[A-Z]\w+)?\)$"
)
# Who leaves is told by the office that stands before the verb: there it is no mere circumstance.
GOES_ON = Pattern(
    r"^ (?:(?:has|have|had|will|is|was|decided|expected|to) )*(?:transition|mov(?:e|ing) (?:in)?to|step|"
    r"retir|resign|depart|leav|cease|"
    r"no longer)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The text that is read, and where each of its letters stands in the one it was made from."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the first text that holds all letters from `start` to `end`."""
        return self.places[start], self.places[end - 1] + 1


def reading(text: str) -> Reading:
    """The text without what is left out; nothing is put in, so that every stretch of it stands in the first text."""
    places = list(range(len(text)))
    for pattern in LEFT_OUT:
        spans = [match.span(1) for match in pattern.finditer(text) if not GOES_ON.match(text[match.end(1) :])]
        spans = [span for span in spans if not OFFICE_ALONE.match(text[slice(*span)])]
        text, places = without(text, places, spans)
    return Reading(text=text, places=tuple(places))


def without(text: str, places: list[int], spans: list[tuple[int, int]]) -> tuple[str, list[int]]:
    kept, kept_places, at = [], [], 0
    for start, end in spans:
        kept.append(text[at:start])
        kept_places += places[at:start]
        at = end
    return "".join((*kept, text[at:])), kept_places + places[at:]
