"""Amounts that a sentence gives to somebody else: what another seller asks, what a customer paid, what a bill was."""

from urllib.parse import urlsplit

from classifiers.prices.labels import PLAN_WORDS
from classifiers.saying.voices import quotations
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.content import Where
from domain.sources import Source, SubjectKind

NAME = r"(\p{Lu}[\pL\d&.-]*(?: \p{Lu}[\pL\d&.-]*){0,2})"
BEGINS = r"(?:^\s*|[,;:(–—]\s*|\b(?i:while|whereas|unlike|as|when|but|and|because|since)\s+)"
# "Ordway, which charges", "while Ordway raises its Pro plan": a seller that does something to prices of its own.
ASKS = Pattern(BEGINS + NAME + r"(?:, which| now| also)? (?:charges|asks|demands)\b")
MOVES = Pattern(
    BEGINS + NAME + r"(?:, which)?(?: has| have| is| will| just| now| also)* (?:rais(?:e|es|ed|ing)|hik(?:es?|ed|ing)|"
    r"increas(?:e|es|ed|ing)|lift(?:s|ed|ing)?|cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|"
    r"doubl(?:e|es|ed|ing)|slash(?:es|ed|ing)?) (?:its|their|(?:the )?prices?)\b"
)
# "Hotels raise room rates from": whoever stands as doer at the head of the clause, and something of his is moved.
LIFTS = Pattern(
    r"(?:^\s*|[;:–—]\s|,\s(?:(?i:while|whereas|as|when|but|and)\s)?)"
    + NAME
    + r"(?: has| have| is| are| will| just| now| "
    r"also| today| may)* (?:rais(?:e|es|ed|ing)|hik(?:e|es|ed|ing)|lift(?:s|ed|ing)?|increas(?:e|es|ed|ing)|"
    r"cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|slash(?:es|ed|ing)?) (\pL+)"
)
# What no seller does: "Pro increases in price from", "Update lifts Pro".
NO_OBJECTS = frozenset(["in", "by", "from", "to", "on", "for", "with", "at", "this", "next"])
NO_DOERS = frozenset(
    ["update", "change", "changes", "review", "inflation", "price", "prices", "plan", "plans", "costs"]
)
OURS = Pattern(r"(?i)\b(?:we|ours?|us|wir|unser\w*|nous|nuestr\w+)\b")
# Another clause begins: its doer is another one.
CLAUSE = Pattern(r"[,;:]\s")
NO_NAMES = frozenset(["it", "he", "she", "they", "this", "that", "which", "who", "the", "we", "you", "our", "a", "an"])
# A noun before "charges" makes a noun of it.
CHARGES_OF_LIST = (
    "usage overage service delivery shipping setup storage monthly annual additional extra hosting network data call "
    "base late interest processing transaction platform support this it plan"
)
CHARGES_OF = frozenset(CHARGES_OF_LIST.split())
# What somebody pays others: "went from paying", "our AWS bill", "cut hosting costs from".
PAID = Pattern(
    r"(?i)\b(?:from paying|(?:we|i|they|was|were|used to) (?:pay(?:ing)?|paid)|team paid|costs? (?:us|them|me)|"
    r"(?:our|my|their|his|her) (?:[\pL-]+ ){0,3}(?:bills?|spend(?:ing)?|invoices?|expenses)|"
    r"(?:cut(?:s|ting)?|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|slash(?:es|ed|ing)?|halv(?:e|es|ed|ing)|"
    r"trim(?:s|med|ming)?) (?:[\pL’'-]+ ){0,4}(?:bills?|spend(?:ing)?|expenses|costs? (?:from|by|to)))\b"
)
# In a quotation only who runs the seller speaks of its own prices.
OWN_ACT = Pattern(
    r"(?i)\b(?:we|our)\b.{0,40}\b(?:charg\w+|rais\w+|increas\w+|lower\w*|reduc\w+|cut\w*|pric\w+|plans?|subscri\w+)"
)


def of_somebody_else(passage: Passage, start: int, ahead: str, source: Source) -> bool:
    """Whether the words ahead in the sentence, or the quotation around it, give the amount to another."""
    company = source.subject.name
    if PAID.search(ahead) or asked_by_another(ahead, passage.text[: passage.boilerplate], company):
        return True
    if passage.edit.where is Where.ENTRY and lifted_by_another(ahead, source):
        return True
    around = next(((since, end) for since, end in quotations(passage.text) if since < start < end), None)
    return around is not None and not OWN_ACT.search(passage.text[slice(*around)])


def lifted_by_another(ahead: str, source: Source) -> bool:
    """Whether an entry's clause names another as the one that moves prices of his; in a market's feed each is meant."""
    found = list(LIFTS.finditer(ahead))
    if not found or source.subject.kind is SubjectKind.MARKET:
        return False
    name, moved = found[-1].group(1).casefold(), found[-1].group(2)
    own, words = source.subject.name.casefold(), set(name.split())
    mine = own in ahead.casefold() or name in own or words & set(own.split()) or name.split()[0] in host_of(source)
    things = words & (PLAN_WORDS | NO_NAMES | NO_DOERS) or moved in NO_OBJECTS
    return not (mine or things or OURS.search(ahead))


def host_of(source: Source) -> str:
    return (urlsplit(source.url).hostname or "").casefold()


def asked_by_another(ahead: str, text: str, company: str) -> bool:
    """Whether the nearest seller named as doer is another, and the company does not stand between it and the amount.

    A brand of the company's may raise its prices, too: a mover is another only where the company is named besides.
    """
    found = [(match, pattern is MOVES) for pattern in (ASKS, MOVES) for match in pattern.finditer(ahead)]
    if not found:
        return False
    match, moves = max(found, key=lambda one: one[0].end())
    between = ahead[match.end() :].casefold()
    own, name = company.casefold(), match.group(1).casefold()
    if own in between or OURS.search(between) or CLAUSE.search(between):
        return False
    if own in name or name in own or set(name.split()) & (PLAN_WORDS | CHARGES_OF | NO_NAMES):
        return False
    return not moves or own in text.casefold()
