"""What kind of happening an event is, read from its words, tags and facts: retired, dearer, available, bought ..."""

from accounts.reading import happenings
from accounts.reading.happenings import Gist
from accounts.reading.undone import without_undone
from accounts.texts.folding import fold
from accounts.texts.patterns import Pattern
from domain.events import Event
from domain.findings import Appointment, Move, Opening, Price, PriceKind, Setback, TagName

__all__ = ["Gist", "from_price", "gists", "is_idle", "moves_a_decider", "moves_an_officer"]

# "rates" are also those of revisits and of errors; where no price is tagged one of these makes them prices.
_PRICED = Pattern(
    r"[$€£¥]|\b(?:pric|fee|cost|charg|tariff|discount|rebate|free\b|cheap|dear|expensive|preis|prix|prec)"
)
_MONEY = Pattern(r"[$€£¥%]|eur|usd|gbp|chf|percent|cent")
_SIGN = r"(?:[$€£¥]|eur |usd |gbp |chf )"
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_GOES = (
    r"(?:goes|go|going|went|moves?|moving|moved|changes?|changed|changing|rises?|rising|rose|up|down|falls?|fell|raised|"
    r"lowered|cut|increase[sd]?|steigt|sinkt|passe|passent|sube|baja)"
)
_BEFORE_WORDS = (
    r"(?:was|were|currently|now|today|previously|formerly|up from|down from|instead of|statt|bisher|zuvor|vorher|"
    r"au lieu de|antes|invece di|in plaats van)"
)
# "goes from £14 to £19"; "tiers from $500 to $28,000" is a range.
_FROM_TO = Pattern(
    rf"\b{_GOES} (?:from|von|de) {_SIGN}?(?P<before>{_NUMBER})[^.;\d]{{0,24}} (?:to|auf|a) "
    rf"{_SIGN}?(?P<after>{_NUMBER}) ?"
    r"(?:[$€£¥%]|eur|usd|gbp|chf|percent)?"
)
# "£19 (was £14)"
_WAS = Pattern(rf"{_SIGN}(?P<after>{_NUMBER})[^.;\d]{{0,40}}\(?{_BEFORE_WORDS} {_SIGN}(?P<before>{_NUMBER})")
# "4,10 € statt 3,60 €"
_SIGN_BEHIND = r" ?(?:[$€£%]|eur\w*|usd|gbp|chf|percent|prozent|procent|por ciento|pour cent)"
_INSTEAD = Pattern(
    rf"(?P<after>{_NUMBER}){_SIGN_BEHIND}[^.;\d]{{0,40}}\(?{_BEFORE_WORDS} (?P<before>{_NUMBER}){_SIGN_BEHIND}"
)
# "from $9 to $6": a range goes up, so that what goes down is a new price.
_DOWN_TO = Pattern(
    rf"\b(?:from|von|de|da|van) {_SIGN}(?P<before>{_NUMBER})[^.;\d]{{0,24}} "
    rf"(?:to|auf|a|naar) {_SIGN}(?P<after>{_NUMBER})"
)
# "(this year +3.4%)"
_PLUS = Pattern(r"(?:^|[ (])\+ ?\d[\d.,]* ?(?:%|percent|prozent)")
# "gets slower", "becomes ever less reliable": no gain, though it gets something.
_GETS_WORSE = Pattern(
    r"\b(?:gets?|got|getting|becomes?|became|grows?|grew|turns?|turned) (?:\w+ly |even |much |far |ever |too )?(?:slow|"
    r"slower|worse|weaker|poorer|less|laggy|unstable|unreliable|unusable|buggy|buggier|sluggish|choppy|stuck)\b"
)
_CHIEF = Pattern(r"\b(?:chief|president|ceo|cfo|cto|coo)\b")
_DECIMAL_COMMA = Pattern(r"^\d+,\d{1,2}$")


def gists(event: Event, folded: str) -> frozenset[Gist]:
    """Everything the event does. `folded` is its whole text, folded; tags and facts add what words do not show.

    What the text takes back, denies or calls mended does not happen, neither by its words nor by facts made of them.
    """
    tags = {tag.tag for tag in event.tags}
    folded = _without_names(event, folded)
    left = without_undone(folded, mended=TagName.SETBACK not in tags)
    found = _from_words(left)
    stated = _from_facts(event)
    if left != folded:
        found.add(Gist.UNDONE)
        stated -= _from_words(folded) - found
    if moves_an_officer(event, folded):
        found.add(Gist.HEADS)
    return frozenset(_beside_tags(found, tags, left) | stated)


def _without_names(event: Event, folded: str) -> str:
    """The text less the names of those whose news it is: what "Keld Rates" does is said of no rates."""
    subjects = {event.subject, *(sighting.subject for sighting in event.sightings)}
    for name in sorted((fold(one.name).text for one in subjects if " " in one.name), key=len, reverse=True):
        folded = folded.replace(name, "it")
    return folded


def _from_words(folded: str) -> set[Gist]:
    found = {gist for gist, pattern in happenings.PATTERNS.items() if pattern.search(folded)}
    if _GETS_WORSE.search(folded):
        found.add(Gist.FAILS)
        if not happenings.PATTERNS[Gist.EXTENDS].search(_GETS_WORSE.sub(" ", folded)):
            found.discard(Gist.EXTENDS)
    return found


def _beside_tags(found: set[Gist], tags: set[TagName], folded: str) -> set[Gist]:
    """What the words say, held against the tags: each leaves out or adds what the other makes clear."""
    if Gist.HEADS in found and TagName.PRODUCT not in tags:
        found.discard(Gist.RETIRES)
    if TagName.PRODUCT in tags and Gist.EXTENDS in found and TagName.SETBACK not in tags:
        found.discard(Gist.FAILS)  # what is launched against outages and leaks speaks of them
    if TagName.PRODUCT in tags and not found & {Gist.RETIRES, Gist.EXTENDS, Gist.UNDONE}:
        found.add(Gist.FAILS if Gist.WORSE in found else Gist.EXTENDS)
    if TagName.PRICING not in tags and not _PRICED.search(folded):
        found -= {Gist.CHEAPER, Gist.DEARER}
    if TagName.HIRING in tags:
        found.add(Gist.HIRES)
    if TagName.PRICING in tags and not found & {Gist.DEARER, Gist.CHEAPER}:
        found |= _from_amounts(folded)
    if TagName.PRICING in tags and not found & {Gist.DEARER, Gist.CHEAPER}:
        found.add(Gist.TIGHTENS if Gist.WORSE in found and Gist.UNDONE not in found else Gist.REPRICES)
    return found


def _from_amounts(folded: str) -> set[Gist]:
    """Which way a price goes that is written "from £14 to £19" or "£19 (was £14)" without a word for it."""
    found = set()
    for hit in (*_FROM_TO.finditer(folded), *_WAS.finditer(folded), *_INSTEAD.finditer(folded)):
        before, after = (_amount(hit.group(name)) for name in ("before", "after"))
        if before != after and _MONEY.search(hit.group()):
            found.add(Gist.DEARER if after > before else Gist.CHEAPER)
    if _PLUS.search(folded):
        found.add(Gist.DEARER)
    if any(_amount(hit.group("after")) < _amount(hit.group("before")) for hit in _DOWN_TO.finditer(folded)):
        found.add(Gist.CHEAPER)
    return found


def _amount(written: str) -> float:
    """ "1,250" is a thousand, "4,10" four and a tenth."""
    mark = "." if _DECIMAL_COMMA.match(written) else ""
    return float(written.replace(",", mark).rstrip("."))


def is_idle(text: str) -> bool:
    """Whether a text is of awards, surveys, events and the like."""
    return happenings.PATTERNS[Gist.IDLE].search(fold(text).text) is not None


def _from_facts(event: Event) -> set[Gist]:
    found: set[Gist] = set()
    for fact in event.facts:
        value = fact.value
        if isinstance(value, Opening):
            found.add(Gist.HIRES)
        elif isinstance(value, Appointment) and value.move is not Move.BOARD:
            found.add(Gist.HEADS)
        elif isinstance(value, Setback):
            found.add(Gist.FAILS if value.kind in ("outage", "breach") else Gist.DISTRESS)
        elif isinstance(value, Price):
            found |= from_price(value)
    return found


def from_price(price: Price) -> set[Gist]:
    """What a price fact does to those who pay; a price shown another way makes nothing dearer."""
    if price.rise:
        return {Gist.DEARER if price.rise > 0 else Gist.CHEAPER}
    if price.kind is PriceKind.PLAN_ADDED or (price.amount_before is None and price.amount_after is not None):
        return {Gist.EXTENDS}
    return {Gist.RETIRES} if price.kind is PriceKind.PLAN_REMOVED else {Gist.REPRICES}


def moves_a_decider(folded: str) -> bool:
    """Whether one who decides over what is bought comes or goes: not any officer, not an outside director."""
    plain = happenings.BOILERPLATE.sub(" ", folded)
    if happenings.TO_THE_BOARD.search(plain) and not (
        happenings.LEAVES.search(plain) or happenings.DIRECTS.search(plain)
    ):
        return False
    return happenings.DECIDER.search(plain) is not None and happenings.GOES_OR_COMES.search(plain) is not None


def moves_an_officer(event: Event, folded: str) -> bool:
    """Whether an officer or head of something comes, goes or changes; an outside director alone is not one."""
    executive = any(tag.tag is TagName.EXECUTIVE for tag in event.tags)
    officer = happenings.OFFICER.search(folded) is not None and happenings.MOVES.search(folded) is not None
    if not officer or (not executive and Gist.HEADS not in _from_facts(event) and len(folded) > 400):
        return False
    return not (happenings.OUTSIDE_DIRECTOR.search(folded) and not _CHIEF.search(folded))
