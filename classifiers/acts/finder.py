"""What agencies did, and which certificates and registrations were got or lost."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from classifiers.acts.agencies import AGENCY, EXCHANGES, agency_name, is_lender
from classifiers.acts.certificates import CERTIFICATES, PRODUCT_LABEL, cell_of, certificates
from classifiers.acts.products import product_of
from classifiers.acts.undone import as_told
from classifiers.acts.whose import AGAINST, is_own
from classifiers.acts.words import ACT, ACTS, BY_COURT, COURT_ACTS
from classifiers.saying.disowned import of_another
from classifiers.saying.unsaid import unsaid
from classifiers.wording.effective import effective_on
from classifiers.wording.money import Money, find_money
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from classifiers.wording.suspects import Suspects
from classifiers.wording.together import Together
from domain.changes import EditKind
from domain.content import Where
from domain.findings import Fact, Regulation, Side
from domain.sources import Source

LONGEST_TEXT = 3_000
REACH = 110
SENTENCE_REACH = 190
BESIDE = 20
RECORD_REACH = 400
NUMBER = Pattern(
    r"\b(EPA Reg\.? No\.? ?[\d-]+|EPA-HQ-[A-Z]+-\d{4}-\d{4}|(?:K|DEN|BLA|NDA|ANDA) ?\d{6}\b|NCT\d{8}\b|"
    r"[Dd]ocket (?:[Nn]os?\.? ?)?[A-Z\d][\w-]{4,}|(?:[Rr]egistration|[Ll]icen[cs]e|[Cc]ase|"
    r"[Rr]elease|[Ff]ile|[Aa]pplication|[Pp]ermit|[Rr]ecall) [Nn]o\.? ?[A-Z\d][\w/-]{3,})"
)


# A title that teaches names certificates and agencies, and nothing was got.
TEACHES = Pattern(
    r"(?i)^\W*(?:how |what |why |understanding |(?:a |the |our |your )?(?:[\w’'-]+ ){0,2}guide |"
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?(?:steps|ways|tips|things|reasons|"
    r"mistakes|lessons|"
    r"questions|myths)\b)"
)
ORDERED_BY = Pattern(r"(?i)\b(ordered) by (?:an? |the )?(?:[a-z]+ )?$")
# An exchange's letter says that a rule is not kept.
NOTICED = Pattern(
    r"(?i)\b(?:received|receives|got|was notified|has been notified)\b[^.;\n]{0,80}?"
    r"\b(?:letters?|notices?|notifications?|notified)\b[^.;\n]{0,40}?(?:from|by) (?:the |The )?"
    r"(?:(?:[A-Z][a-z]+ )*(?:[Dd]epartment|[Ss]taff) of )?(?:the |The )?$"
)
SHORT_FORM = Pattern(r"\b(?:U\.S|Inc|Corp|Ltd|Co|No|vs|St|Dr|Mr|Ms|[A-Z])\. ")
# "Nasdaq notified the company that it no longer meets": told by the exchange itself.
NOTIFIES = Pattern(
    r"(?i)^(?: (?:has|have|staff|also|formally))* (?:notified|informed|told|warned|advised) [^.;\n]{3,120}?"
    r"\b(?:no longer|not (?:in compliance|compliant|meet)|fail(?:s|ed)?|below|deficien\w+|delist\w*|late)\b"
)
COMPLIES = Pattern(r"(?i)^[^.;\n]{0,70}\b(?:regain(?:s|ed)|is (?:now |again |back )?in|returned to) compliance\b")
REGAINED = Pattern(r"(?i)\bregain(?:s|ed) compliance with (?:the )?$")
SETTLED = Pattern(
    r"(?i)\b(?:agree[sd]? to pay|pays|paid|will pay|to pay) (?:[^.;\n]|\.\d){0,50}?\b(?:to settle|to resolve)\b|"
    r"\b(?:settle[sd]?|have settled|has settled|to settle) [^.;\n]{0,60}?\b(?:lawsuits?|suits?|litigation|case|claims?|"
    r"allegations|charges|class action|investigation|probe|disputes?)\b"
)
# "To pay $27 million to settle": the sum stands before the act.
PAYS = Pattern(r"(?i)\b(?:to pay|pays|paid|will pay|must pay) (?:[^.;\n]|\.\d){1,50}$")
# What costs money is told with how much.
COSTS = frozenset({"fine", "settlement", "order", "lawsuit"})
# A company that takes its products back, whoever asked for it.
RECALLED = Pattern(
    r"(?i)\b(recall(?:s|ed|ing)|(?:issues?|issued|announce[sd]?|initiate[sd]?) (?:an? )?(?:voluntary )?recall of)\b "
    r"(?:(?:about |some |around |up to )?\d[\d,.]*|[^.;\n]{2,70}?\b(?:over|due to|"
    r"because of|after|following)\b "
    r"[^.;\n]{0,30}\b(?:risks?|fire|injur\w+|hazard|defects?|contaminat\w+|failures?|deaths?|warning|recall|burns?|"
    r"crash\w*|accidents?|complaints|incidents?|reports)\b)"
)
# Most texts name nobody: a look for names alone makes no list of their hundred groups.
AN_AGENCY, A_CERTIFICATE = range(2)
NAMED = Together(AGENCY.pattern, CERTIFICATES.pattern)
OWN_ACTS = Suspects(RECALLED.pattern, SETTLED.pattern)


def find_regulation(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """Agencies' acts and certificates in what is new; a certificate only on the old side is one that went."""
    found: dict[tuple[str, str | None, str | None, str | None], Fact] = {}
    for passage in read:
        delisted = passage.edit.kind is EditKind.REMOVED and passage.edit.where is Where.RECORD
        if passage.aside or not (delisted or passage.side is Side.AFTER):
            continue
        facts = told(passage, source, lost=delisted)
        taught = bool(facts) and TEACHES.search(passage.text) is not None
        for fact in facts:
            value = fact.value
            if isinstance(value, Regulation) and not taught and not disclaimed(fact, passage):
                found.setdefault((value.what, value.agency, value.name, value.level), fact)
    return tuple(found.values())


def disclaimed(fact: Fact, passage: Passage) -> bool:
    """Whether a fact stands where an entry disclaims or describes the company, or an act does so anywhere."""
    places = passage.places(fact.quote.start)
    act = isinstance(fact.value, Regulation) and not fact.value.what.startswith("certification")
    return "boilerplate" in places and (act or bool(places & {"entry", "record"}))


def echoes(act: Fact, certificates_got: Sequence[Fact]) -> bool:
    """Whether an approval is only the word for a certificate that was got: "FedRAMP Moderate authorization from"."""
    value = act.value
    return (
        isinstance(value, Regulation)
        and value.what == "approval"
        and any(act.quote.start - BESIDE <= one.quote.end <= act.quote.end for one in certificates_got)
    )


def told(passage: Passage, source: Source, *, lost: bool) -> list[Fact]:
    """Certificates, then acts: of authorities, and where none is named of the company itself."""
    named = NAMED.within(passage.text[:LONGEST_TEXT])
    got = [*certificates(passage, source, lost=lost)] if A_CERTIFICATE in named else []
    if passage.side is Side.BEFORE:
        return got
    done = acts(passage, source) if AN_AGENCY in named else own_acts(passage, source)
    return [*got, *(act for act in done if not echoes(act, got))]


def acts(passage: Passage, source: Source) -> Iterator[Fact]:
    """An agency and, within reach, what it did."""
    text, taken_back = passage.text[:LONGEST_TEXT], set[tuple[str, str]]()
    record = passage.edit.where is Where.RECORD
    for match in AGENCY.finditer(text):
        start, end = match.span()
        agency = agency_name(match.groups())
        if (
            text[end : end + 1] == "-" or text[end:].startswith(" Reg") or is_lender(agency)
        ):  # "FDA-approved" is a quality, and nobody acts
            continue
        act = act_of(agency, text, start, end, record=record)
        if act is None or (agency, act[0]) in taken_back:
            continue
        if not record and (
            unsaid(text, act[1], act[2])
            or not is_own(act[0], passage, spread(start, end, act), source)
            or (act[0] in AGAINST and of_another(text, *spread(start, end, act), source))
        ):
            taken_back.add((agency, act[0]))  # what a title denies, the text below it only explains
            continue
        if not (passage.is_fresh(start, end) or passage.is_fresh(act[1], act[2])):
            continue
        yield act_fact(passage, source, agency, act, spread(start, end, act))


def spread(start: int, end: int, act: tuple[str, int, int]) -> tuple[int, int]:
    """From the authority's name to what it did, whichever comes first."""
    return min(start, act[1]), max(end, act[2])


def act_of(agency: str, text: str, start: int, end: int, *, record: bool) -> tuple[str, int, int] | None:
    """What the authority at `start` did, and where that is told."""
    if agency == "court":
        return act_of_court(text, start, end)
    noticed = NOTICED.search(text[max(0, start - REACH) : start]) if agency in EXCHANGES else None
    if noticed and COMPLIES.match(text[end:]):
        return None
    notifies = NOTIFIES.match(text[end:]) if agency in EXCHANGES else None
    if notifies:
        return "warning", end, end + notifies.end()
    if noticed:
        return "warning", max(0, start - REACH) + noticed.start(), start
    regained = REGAINED.search(text[max(0, start - REACH) : start]) if agency in EXCHANGES else None
    if regained:
        return "approval", max(0, start - REACH) + regained.start(), start
    if agency in EXCHANGES and not record:
        return None
    reach = RECORD_REACH if record else SENTENCE_REACH
    act = nearest_act(text, max(0, start - reach), min(len(text), end + reach), start, record=record)
    return act if record or act is None else as_told(act, text, (start, end))


def act_of_court(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """What a court did: a verb behind it in its clause, or "ordered by" before it."""
    match = BY_COURT.search(text[end:])
    if match:
        what = next(name for index, (name, _) in enumerate(COURT_ACTS, 1) if match.group(index))
        return what, end, end + match.end()
    before = ORDERED_BY.search(text[max(0, start - REACH) : start])
    return ("order", max(0, start - REACH) + before.start(), start) if before else None


def act_fact(passage: Passage, source: Source, agency: str, act: tuple[str, int, int], span: tuple[int, int]) -> Fact:
    text, what, (first, last) = passage.text[:LONGEST_TEXT], act[0], span
    cost = cost_of(what, text, first, last, source.decimal)
    number = NUMBER.search(text)
    return Fact(
        type="regulation",
        value=Regulation(
            what=what,
            agency=agency,
            product=cell_of(passage, PRODUCT_LABEL)
            or product_of(what, text, first, agency=agency, company=source.subject.name),
            number=number.group(1) if number else None,
            effective_on=effective_on(text[first : last + REACH]),
            amount=cost.amount if cost else None,
            currency=cost.currency if cost else None,
        ),
        quote=passage.quote(first, max(last, cost.end) if cost else last),
        confidence=0.75,
    )


def cost_of(what: str, text: str, first: int, last: int, decimal: str | None) -> Money | None:
    """What a fine or settlement costs: the first amount in the sentence after its first word, else what is paid."""
    if what not in COSTS:
        return None
    stops = [stop for mark in (". ", "\n") if (stop := text.find(mark, last)) >= 0]
    end = min([*stops, last + REACH, len(text)])
    found = find_money(text[first:end], decimal=decimal)
    if not found and (paid := PAYS.search(text[max(0, first - REACH) : first])):
        first = max(0, first - REACH) + paid.start()
        found = find_money(text[first:end], decimal=decimal)
    return replace(found[0], start=found[0].start + first, end=found[0].end + first) if found else None


def own_acts(passage: Passage, source: Source) -> Iterator[Fact]:
    """Products that a company takes back and cases that it settles, where no authority is named beside it."""
    text = passage.text[:LONGEST_TEXT]
    if not OWN_ACTS.of(text):
        return
    recalled, settled = RECALLED.search(text), SETTLED.search(text)
    if recalled and passage.is_fresh(*recalled.span(1)) and is_told("recall", passage, recalled.span(1), source):
        yield own_act(passage, "recall", recalled.span(), None)
    if settled and passage.is_fresh(*settled.span()) and is_told("settlement", passage, settled.span(), source):
        start, end = settled.span()
        cost = cost_of("settlement", text, start, start, source.decimal)
        yield own_act(passage, "settlement", (start, max(end, cost.end) if cost else end), cost)


def is_told(what: str, passage: Passage, span: tuple[int, int], source: Source) -> bool:
    return unsaid(passage.text[:LONGEST_TEXT], *span) is None and is_own(what, passage, span, source)


def own_act(passage: Passage, what: str, span: tuple[int, int], cost: Money | None) -> Fact:
    value = Regulation(what=what, amount=cost.amount if cost else None, currency=cost.currency if cost else None)
    return Fact(type="regulation", value=value, quote=passage.quote(*span), confidence=0.7)


def nearest_act(text: str, low: int, high: int, at: int, *, record: bool) -> tuple[str, int, int] | None:
    """What was done nearest to the agency at `at`: in its sentence, or in any field of its record."""
    found = []
    for match in ACT.finditer(text[low:high]):
        what = next(name for index, (name, _) in enumerate(ACTS, 1) if match.group(index))
        start, end = match.start() + low, match.end() + low
        if abs(start - at) > REACH and what != "settlement" and not record:  # who settles is named before the verb
            continue
        between = SHORT_FORM.sub("", text[min(end, at) : max(start, at)])
        if record or not ("\n" in between or ". " in between):
            given = ACT.search(text[end:high]) if match.group(0).lower().startswith("grant") else None
            if given:  # what is granted says more than that it is
                what = next(name for index, (name, _) in enumerate(ACTS, 1) if given.group(index))
            found.append((abs(start - at), what, start, end))
    return min(found)[1:] if found else None
