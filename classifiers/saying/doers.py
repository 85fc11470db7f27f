"""Whether a text tells of what another company does: one that it calls a rival, a customer or the like.

A name without such a word may be a brand or a part of the company: of those nothing is taken away.
"""

from collections.abc import Iterator, Sequence

from classifiers.saying.bystanders import bystanders_act
from classifiers.saying.unsaid import sentence_around
from classifiers.wording.names import LETTER, OFFICE, UPPER, mentioned
from classifiers.wording.own_names import is_own
from classifiers.wording.patterns import Pattern
from domain.changes import Edit
from domain.findings import TagName

CAPITAL = rf"(?:[{UPPER}]|\d)[{LETTER}\d&.-]*"
NAME = rf"({CAPITAL}(?: {CAPITAL}){{0,3}})"
ROLES = (
    r"rivals?|competitors?|challengers?|customers?|clients?|suppliers?|peers?|contenders?|dealers?|distributors?|"
    r"importers?|installers?|resellers?|konkurrent(?:in)?|wettbewerber(?:in)?|kunden?|concurrente?s?|clientes?|competidor"
)
# "rival Calder Hotels", and what stands between that name and the act.
CALLED_SO = Pattern(
    rf"\b(?i:{ROLES})(?: (?:bank|airline|maker|carrier|firm|group|processor|operator|insurer|retailer|chain|brewer|"
    rf"grocer|start-?up))? {NAME}(?:['’]s)?((?: [\w-]+){{0,5}}) ?$"
)
# The same at the head of a sentence, where a rule's words may begin with it: "Our partner Calder launches".
HEAD = Pattern(rf"^\W*(?i:(?:our |its |their |the )?(?:{ROLES}|partner)) {NAME} [a-z]")
# "our partner Calder", "Brightvane partner Calder": but "Brightvane and partner Calder" do it together.
PARTNER = Pattern(rf"(?:^|\b(?i:our|its|their) |['’]s |{CAPITAL} )(?i:partner) {NAME}(?: [a-z]+)? ?$")
# "Calder, Brightvane's rival, names", "Calder, a customer of Brightvane, ..."
APPOSED = Pattern(rf"^(?:[^,:;]{{2,30}}: )?{NAME}, (?:an? |the )?(?:[\w'’&.-]+ ){{0,3}}?(?i:{ROLES})\b[^,]{{0,40}},")
# "Partner news: Calder launches ..."
LABEL = Pattern(r"(?i)^\W*(?:partner|customer|client|member|industry|market|dealer|ecosystem) news\s*[:|–—-]")
# "Ex-Brightvane engineers unveil": whoever left does it, and not the company.
LEFT = Pattern(rf"^\W*(?i:ex-|former ){CAPITAL}(?: [{LETTER}-]+){{1,3}} [a-z]")
FORMER = Pattern(r"(?i)\b(?:former|ex-|previous|veteran of) ?$")
LINKS = frozenset(("and", "with", "as", "by", "after", "to", "in", "on", "for", "over", "from", "when", "while", "via"))
# "Calder lays off 200; Brightvane hires": two clauses, each with a subject of its own.
CONTRAST = Pattern(r"(?:;|,? (?:while|whereas|but)) ")
FULL_STOP = Pattern(r"[.!?]\s|\n")
SUBJECT = Pattern(rf"^\W*{NAME} (?:[a-z]+ly |has |have |is |will |to )?[a-z]+")
NOBODYS = "somebody who left"
# Of these one does something to another, and it is news of both.
MUTUAL = frozenset({TagName.PARTNERSHIP, TagName.REGULATORY, TagName.EXECUTIVE, TagName.FINANCIAL})
BORDER = Pattern(r"[,;:]\s|\s(?:as|while|but|after|whereas|before|when)\s")


def another_acts(text: str, start: int, end: int, own: Sequence[str], *, tag: TagName | None = None) -> bool:
    """Whether the words say that somebody else does what stands at [start, end). `own` are the company's names.

    Where a rival does something to the company (`tag` is one that two can share), it is news of the company, too.
    """
    low, high = sentence_around(text, start, end)
    sentence, at = text[low:high], start - low
    if bystanders_act(sentence, at, own, tag):
        return True
    found = [name for name in (*others(sentence, at), *contrasted(text, start, own)) if not mentioned(name, own)]
    if tag is TagName.EXECUTIVE:  # "Former rival Acme CFO Ana Ruiz joins Brightvane"
        found = [name for name in found if name != NOBODYS and not OFFICE.search(name)]
    if not found:
        return False
    rest = sentence[at:]
    border = BORDER.search(rest)
    return tag not in MUTUAL or not mentioned(rest[: border.start()] if border else rest, own)


def others(sentence: str, at: int) -> Iterator[str]:
    """Names of those called rivals, customers and the like: right before an act, or as the sentence's subject."""
    ahead = sentence[:at]
    if label := LABEL.search(ahead):
        yield label.group(0)
    if LEFT.search(sentence):
        yield NOBODYS
    if apposed := APPOSED.search(sentence):
        yield apposed.group(1)
    for match in (PARTNER.search(ahead), HEAD.search(sentence) if not ahead.strip() else None):
        if match and not is_own(match.group(1), sentence[match.end(1) :]):
            yield match.group(1)
    called = CALLED_SO.search(ahead)
    if called is None or LINKS.intersection(called.group(2).split()) or FORMER.search(ahead[: called.start()]):
        return
    if not is_own(called.group(1), sentence[called.end(1) :]):
        yield called.group(1)


def contrasted(text: str, start: int, own: Sequence[str]) -> Iterator[str]:
    """The subject of the clause at an act, where the company is that of another clause of the sentence."""
    low = max((match.end() for match in FULL_STOP.finditer(text[:start])), default=0)
    sentence, at = FULL_STOP.split(text[low:], maxsplit=1)[0], start - low
    starts = [0, *(match.end() for match in CONTRAST.finditer(sentence))]
    clauses = [sentence[start:end] for start, end in zip(starts, [*starts[1:], len(sentence)], strict=True)]
    here = sum(start <= at for start in starts) - 1
    subjects = [match.group(1) if (match := SUBJECT.search(clause)) else "" for clause in clauses]
    if subjects[here] and any(mentioned(one, own) for number, one in enumerate(subjects) if number != here):
        yield subjects[here]


def in_others_column(edit: Edit, own: Sequence[str]) -> bool:
    """Whether all that changed in a row stands in columns of others, beside one that bears the company's name."""
    before = {cell.header: cell.text for cell in edit.cells_before}
    after = {cell.header: cell.text for cell in edit.cells_after}
    ours = {header for header in (*before, *after) if mentioned(header, own)}
    moved = {header for header in after if header in before and before[header] != after[header]}
    first = next(iter(after), None)  # the row's label
    return bool(ours and moved) and not moved & (ours | {first})
