"""One line that says what happened: who did what, and where; written from the facts, else from the edits."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from classifiers.headlines.bundle import Bundle, Shape
from classifiers.headlines.bundles import bundles
from classifiers.headlines.entries import CLIPPED, entry_line, record_line, tells_nothing
from classifiers.headlines.fact_names import tells_prices
from classifiers.headlines.people_phrases import people_line
from classifiers.headlines.phrases import (
    figure_line,
    opening_line,
    partner_line,
    product_line,
    rule_line,
    setback_line,
)
from classifiers.headlines.plan_phrases import new_plans_line
from classifiers.headlines.pressed import is_call, is_label
from classifiers.headlines.price_phrases import price_line
from classifiers.headlines.price_titles import leaves_out_prices, only_about_prices
from classifiers.headlines.reworded_items import as_reworded
from classifiers.headlines.rewording import verb
from classifiers.headlines.spoken_facts import is_untold, is_weak, spoken
from classifiers.headlines.switching import switched_line
from classifiers.headlines.telling import LONGEST, clause, fitting, shortened
from classifiers.headlines.weighing import (
    is_housekeeping,
    renames_heading,
    rewords,
    without_standing,
)
from classifiers.prices.labels import GENERIC, bare_title, is_slogan
from classifiers.wording.clauses import quoted
from classifiers.wording.header_rows import columns_of, is_header_row
from classifiers.wording.page_names import PageName, page_name, section_of
from classifiers.wording.said_amounts import several
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.findings import (
    Appointment,
    Fact,
    Figure,
    Opening,
    Partnership,
    Price,
    ProductMove,
    Regulation,
    Setback,
    Tag,
)
from domain.grammar import owned
from domain.sources import Source, SourceKind

# A second clause is told only where both together are read at a glance.
READABLE = 150
SHORT_LINE = 110
FEW_LINES = 3  # edits: of fewer the first is told, be it a mere date
DEEP = 2  # headings: the page's title alone says nothing of a price
TOLD = (Price, Appointment, Regulation, Partnership, ProductMove, Figure, Opening, Setback)
Value = TypeVar("Value")
WEIGHTY = 0.5  # what a second bundle of edits weighs at least for a clause of its own
SHARE = 0.6  # and of what the first one after it weighs, where more are left
TRIED = 12
REWRITTEN = 60  # edits: so many make a page anew
CUT_ROOM = 70  # characters: a second clause that is cut is told only where it still fills as many
QUOTED = re.compile(r"“[^”]{12,}”")
ALONE = 30  # characters that a line may be longer where it tells all there is
BUTTONS = 100  # characters for those that came or went
ROOM = 24  # characters: with less, no second clause says anything


def headline(subject: str, source: Source, edits: Sequence[Edit], tags: Sequence[Tag], facts: Sequence[Fact]) -> str:
    """An entry's own title, a record's main field; of a page what its facts say, else its most telling edits."""
    columns = columns_of(edits)
    edits = [edit for edit in edits if not edit.noise and not is_header_row(edit.cells_after, columns)] or list(edits)
    if source.kind is SourceKind.FEED and edits[0].title:
        return entry_told(subject, edits[0], facts)
    if source.kind is SourceKind.REGISTRY:
        clauses = told(subject, edits, facts)
        line = record_line(edits[0])
        own = line.casefold().startswith(subject.casefold())
        return shortened(clauses[0] if clauses else line if own else f"{subject}: {line}")
    spoken_of = {fact.quote.edit for fact in facts}
    edits = as_reworded(without_standing(edits, spoken_of), spoken_of)
    page = page_name(source, edits)
    found = bundles(edits, frozenset(quote.edit for tag in tags for quote in tag.quotes))
    facts = spoken(facts, edits, page, priced=tells_prices(page, source))
    return (
        switched_line(subject, page, edits, facts)
        or facts_line(subject, page, edits, facts, found)
        or edits_line(subject, page, found, edits)
    )


def entry_told(subject: str, edit: Edit, facts: Sequence[Fact]) -> str:
    """An entry's title; where that tells nothing or is clipped, what its facts say, else its first sentence."""
    title = edit.title
    vague = only_about_prices(title, subject) or leaves_out_prices(title, facts)
    if tells_nothing(title, subject) or CLIPPED.search(title) or vague:
        clauses = told(subject, (edit,), [fact for fact in facts if tells_alone(fact, subject)])
        if clauses:
            return shortened(clauses[0])
    return entry_line(subject, title, edit.after or "")


def tells_alone(fact: Fact, subject: str) -> bool:
    """Whether a clause of this fact says what an entry tells: of a deal, one that the company is a party of."""
    if isinstance(fact.value, Partnership):
        return any(subject.casefold() in party.casefold() for party in fact.value.parties)
    return not isinstance(fact.value, Regulation | ProductMove)


def facts_line(
    subject: str, page: PageName, edits: Sequence[Edit], facts: Sequence[Fact], found: Sequence[Bundle]
) -> str:
    """What the facts say and the most telling of the edits that they say nothing of; "" where the edits say more."""
    clauses = lines(subject, edits, facts)
    if not clauses or outweighed(facts, found):
        return ""
    (line, used), *rest = clauses
    line = with_place(with_words(line, edits, used), edits, used, page)
    for clause_too, facts_too in rest[:1]:
        both = f"{line}; {later(clause_too, subject)}"
        line, used = (both, (*used, *facts_too)) if len(both) <= READABLE else (line, used)
    line = shortened(line)
    left = uncovered(edits, [fact for fact in used if not is_untold(fact, line)], line)
    keys = {edit.key for edit in left}
    others = [one for one in found if keys.issuperset(edit.key for edit in one.edits)]
    return also_told(line, "also ", replace(page, many=False), others, left)


def with_words(line: str, edits: Sequence[Edit], facts: Sequence[Fact]) -> str:
    """A line about a price that no plan names, with the words that it stands in."""
    edit = next((edit for fact in facts for edit in edits if edit.key == fact.quote.edit), None)
    words = (edit.after or "") if edit else ""
    unnamed = len(facts) == 1 and " a price " in line and words
    return f"{line}: {quoted(words)}" if unnamed and len(line) + len(words) < READABLE else line


def with_place(line: str, edits: Sequence[Edit], facts: Sequence[Fact], page: PageName) -> str:
    """A line about one price, with the section it stands in where that is not its plan: a region, a branch."""
    edit = next((edit for fact in facts for edit in edits if edit.key == fact.quote.edit), None)
    if len(facts) != 1 or edit is None or not isinstance(facts[0].value, Price) or len(edit.path) < DEEP:
        return line
    section = section_of(edit.path, page)
    known = (
        not section
        or (bare_title(section) or section).casefold() in line.casefold()
        or section.endswith("?")
        or is_slogan(section)
    )
    known = known or GENERIC.search(section) is not None
    placed = f"{line}, under {quoted(section)}"
    return line if known or len(placed) > SHORT_LINE else placed


def outweighed(facts: Sequence[Fact], found: Sequence[Bundle]) -> bool:
    """Whether all facts are lines of a list and edits that they do not speak of say more."""
    keys = {fact.quote.edit for fact in facts}
    grouped = [one for one in found if one.shape in (Shape.SECTION, Shape.SECTIONS)]
    in_section = any(keys <= {edit.key for edit in one.edits} for one in grouped)
    if in_section and all(is_weak(fact) for fact in facts):
        return True
    told_by_facts = max((one.weight for one in found if keys & {edit.key for edit in one.edits}), default=0.0)
    others = max((one.weight for one in found if not keys & {edit.key for edit in one.edits}), default=0.0)
    return all(is_weak(fact) for fact in facts) and others > told_by_facts


def edits_line(subject: str, page: PageName, found: Sequence[Bundle], edits: Sequence[Edit]) -> str:
    """The most telling bundle of edits, a second one where it weighs as much and has room, and how many more."""
    who = f"{owned(subject)} {page.words}" if page.words else subject
    first = found[0]
    known = {edit.key for edit in first.edits}
    left = [edit for edit in edits if edit.key not in known and counts(edit)]
    if len(edits) >= FEW_LINES and all(is_housekeeping(edit) for edit in edits):
        only = "only in dates, numbers of clauses or spelling"
        return f"{who} {'differ' if page.many else 'differs'} {only}, in {len(edits)} lines"
    if pressed := all_of(is_call, edits):
        return f"{who} {verb(page, 'differ')} only in buttons and links: {pressed}"
    if page.policy and (labels := all_of(is_label, edits)):
        return f"{who} {verb(page, 'differ')} only in words that stand outside the text: {labels}"
    wording = " (wording only)" if all(rewords(edit) for edit in edits) else ""
    many = len(edits) >= REWRITTEN and not in_tables(edits)
    who = f"{subject} rewrites much of its {page.words or 'page'}: it" if many else who
    said = replace(page, many=False) if many else page
    room = LONGEST - len(who) - len(more(left)) - len(wording) - 1
    line = f"{who} {clause(first, said, room)}"
    if not left and "…" in line:  # the only finding: its verb and object are worth some words more
        longer = f"{who} {clause(first, said, room + ALONE)}"
        line = longer if longer.count("…") <= line.count("…") else line
    if wording:
        return line + wording + more(left)
    others = [one for one in found[1:] if not known & {edit.key for edit in one.edits}]
    return also_told(line, "", said, others, left)


def also_told(line: str, who: str, page: PageName, others: Sequence[Bundle], left: Sequence[Edit]) -> str:
    """The line with a further clause where one has room, and how many more edits there are."""
    for second in others[:TRIED]:
        told_too = {edit.key for edit in second.edits}
        rest = [edit for edit in left if edit.key not in told_too]
        room = LONGEST - len(line) - len(who) - len(more(rest)) - 2
        if second.weight < WEIGHTY or (rest and second.weight < SHARE * others[0].weight) or room < ROOM:
            continue
        also = clause(second, page, room, line)
        repeats = any(part in line for part in QUOTED.findall(also))  # it went here and came there
        if len(also) <= room and not repeats and ("…" not in also or len(also) >= CUT_ROOM):
            return f"{line}; {who}{also}{more(rest)}"
    return line + more(left)


def all_of(fits: Callable[[Edit], bool], edits: Sequence[Edit]) -> str:
    """The texts of one sort that came or went, buttons or labels, where that is all that did."""
    if any(counts(edit) and not fits(edit) for edit in edits):
        return ""
    texts = [edit.after or edit.before or "" for edit in edits if fits(edit)]
    return fitting(texts, BUTTONS) if len(texts) > 1 else ""


def counts(edit: Edit) -> bool:
    return not edit.minor and (renames_heading(edit) or not is_housekeeping(edit))


def in_tables(edits: Sequence[Edit]) -> bool:
    return sum(edit.where is Where.TABLE for edit in edits) * 2 > len(edits)


def more(left: Sequence[Edit]) -> str:
    """ ", and three more edits", where there are any."""
    return f", and {several(len(left), 'more edit')}" if left else ""


def uncovered(edits: Sequence[Edit], facts: Sequence[Fact], line: str) -> list[Edit]:
    """The edits that no fact speaks of: none that it quotes, none beneath or beside what it names."""
    by_key = {edit.key: edit for edit in edits}
    spoken_of = [by_key[fact.quote.edit] for fact in facts if fact.quote.edit in by_key]
    keys = {edit.key for edit in spoken_of}
    cards = {edit.path for edit in spoken_of if edit.path}
    whole = [edit for edit in edits if edit.kind is not EditKind.REPLACED]
    names = {edit.after or edit.before for edit in whole if (edit.after or edit.before or "") in line}
    lost = {
        len(edit.cells_before) - len(edit.cells_after) for edit in spoken_of if edit.cells_before and edit.cells_after
    }

    prices_only = all(isinstance(fact.value, Price | Appointment | Opening) for fact in facts)

    def covered(edit: Edit) -> bool:
        bare_number = not any(map(str.isalpha, f"{edit.before}{edit.after}"))
        beside = edit.path in cards and (
            (prices_only and edit.kind is not EditKind.REPLACED) or bare_number or columns(edit) in lost - {0}
        )
        beneath = bool(edit.path) and edit.path[-1] in names
        return edit.key in keys or beside or beneath or (edit.after or edit.before) in names

    return [edit for edit in edits if counts(edit) and not covered(edit)]


def columns(edit: Edit) -> int:
    """How many cells a row lost."""
    return len(edit.cells_before) - len(edit.cells_after)


def told(subject: str, edits: Sequence[Edit], facts: Sequence[Fact]) -> list[str]:
    """A clause for each kind of fact, the weightiest kind first."""
    return [line for line, _ in lines(subject, edits, facts)]


def lines(subject: str, edits: Sequence[Edit], facts: Sequence[Fact]) -> list[tuple[str, tuple[Fact, ...]]]:
    """The clauses, each with the facts that it is written from."""
    by_key = {edit.key: edit for edit in edits}
    kinds = [tuple(fact for fact in facts if isinstance(fact.value, kind)) for kind in TOLD]
    prices, people, rules, partners, products, figures, openings, setbacks = kinds
    said = (
        new_plans_line(subject, prices, edits) or price_line(subject, prices, by_key),
        people_line(subject, people),
        rule_line(subject, rules, by_key),
        partner_line(values(partners, Partnership)),
        product_line(subject, products, by_key),
        figure_line(subject, values(figures, Figure)),
        opening_line(subject, values(openings, Opening)),
        setback_line(subject, values(setbacks, Setback)),
    )
    return [(line, used) for line, used in zip(said, kinds, strict=True) if line]


def values(facts: Sequence[Fact], kind: type[Value]) -> list[Value]:
    return [fact.value for fact in facts if isinstance(fact.value, kind)]


def later(clause: str, subject: str) -> str:
    """A second clause does not name the subject again."""
    own = clause.removeprefix(f"{owned(subject)} ")
    return f"its {own}" if own != clause else clause.removeprefix(f"{subject}: ").removeprefix(f"{subject} ")
