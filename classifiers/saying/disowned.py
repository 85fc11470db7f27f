"""Whether an act that a text names was not done by the company: denied, asked, called for, called off, or a rival's."""

from classifiers.saying.doers import another_acts
from classifiers.saying.unsaid import Unsaid, before, sentence_around
from classifiers.wording.patterns import Pattern
from domain.findings import TagName
from domain.sources import Source, SubjectKind

# Where another clause begins: what was denied before it is not the act.
CLAUSE = Pattern(
    r"[,;:]\s|\s[–—-]\s|\s(?:and|but|as|after|amid|while|though|although|because|since|who|which|where|why|how|und|"
    r"aber|et|mais|y|pero)\s"
)
NEAR = 60
# Denials that deny nothing of the act.
NO_DENIAL = Pattern(r"(?i)\bwithout (?:any )?(?:warning|notice|explanation|delay)\b|\bfail(?:s|ed) to avoid\b")
CALLED_OFF = Pattern(
    r"(?i)\b(?:revers(?:es|ed|ing)|withdr(?:aws?|ew|awn|awing)|scrap(?:s|ped|ping)|abandon(?:s|ed|ing)|"
    r"cancel(?:s|ed|led|ling|ing)|shelv(?:es|ed|ing)|halt(?:s|ed|ing)|drop(?:s|ped|ping)|call(?:s|ed|ing) off|"
    r"back(?:s|ed|ing) (?:away|down) from|reject(?:s|ed|ing)|rul(?:es|ed|ing) out) "
    r"(?:(?:its|the|a|an|any|all|earlier|planned|previous) )*(?:decision|plans?|move|proposal|idea|calls?|demands?|"
    r"reports?|claims?|rumou?rs?|speculation|talk|suggestions?)\b|"
    r"\b(?:has|have|had) yet to "
)
# An explanation behind a colon or a dash may ask; what stands before it is told.
TOLD_BEFORE = Pattern(r"[:|]\s|\s[–—-]\s")
# What others want or fear of somebody in office is nobody's move yet.
WANTED = Pattern(
    r"(?:\b(?:urg(?:es?|ed|ing)|demand(?:s|ed|ing)?|want(?:s|ed|ing)?|call(?:s|ed|ing)? (?:on|for)|ask(?:s|ed|ing)|"
    r"press(?:es|ed|ing)|pressur(?:es|ed|ing)|push(?:es|ed|ing)? for|petition(?:s|ed)?|fordern|fordert|réclame|"
    r"réclament|exige|exigen|piden?)\s)|"
    r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|should|could|might|[Ff]alls|[Ww]enn|würde|könnte|pourrait|podría)\s"
)
NOT_BEHIND = Pattern(r"^(?: \pL+)?,? (?:nicht|pas)\b|^ not\b")
ANALYSTS = Pattern(
    r"(?i)\b(?:analysts?|wall street|economists?|brokers?|the street|consensus)\b['’]?(?: \w+){0,4}? "
    r"(?:expect(?:s|ed|ing|ations?)?|forecast(?:s|ed|ing)?|estimat(?:e|es|ed|ing)|predict(?:s|ed|ing)?|"
    r"project(?:s|ed|ing)?|see|anticipat(?:e|es|ed)|hoped?|look(?:ed|ing)? for)\b|"
    r"\b(?:analyst|consensus|market) (?:expectations?|estimates?|forecasts?) "
)


def denied(text: str, start: int, end: int) -> bool:
    """Whether the act at [start, end) is denied in its clause, called off, or only asked about."""
    clause, rest = around(text, start, end)
    near = NO_DENIAL.sub("", clause[-NEAR:])
    return asked(text[start:end] + rest) or CALLED_OFF.search(clause) is not None or before(near) is Unsaid.DENIED


def only_wanted(text: str, start: int, end: int) -> bool:
    """Whether a person's move at [start, end) is denied, asked about, called for by others, or a condition."""
    clause, rest = around(text, start, end)
    wanted = WANTED.search(clause) or WANTED.match(text[start:end])
    return denied(text, start, end) or wanted is not None or NOT_BEHIND.search(rest) is not None


def of_another(text: str, start: int, end: int, source: Source, *, person: bool = False) -> bool:
    """Whether the words before the act say that a rival or customer does it; a market's news is about any of them.

    A `person` who comes from there is the company's: "Former rival Acme CFO Ana Ruiz joins Brightvane".
    """
    if source.subject.kind is SubjectKind.MARKET:
        return False
    return another_acts(text, start, end, (source.subject.name,), tag=TagName.EXECUTIVE if person else None)


def expected_by_analysts(text: str, start: int, end: int) -> bool:
    """Whether a figure is what analysts expect, by the clause before it."""
    clause, _ = around(text, start, end)
    return ANALYSTS.search(clause) is not None


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before the span in its clause, and what stands behind it in its sentence with the end mark."""
    low, high = sentence_around(text, start, end)
    return CLAUSE.split(text[low:start])[-1], text[end : high + 1]


def asked(words: str) -> bool:
    return words.rstrip().endswith("?") and TOLD_BEFORE.search(words) is None
