"""Two named parties and what they agree on."""

from collections.abc import Iterator, Sequence

import re2

from classifiers.names import ORGANISATION
from classifiers.passages import Passage
from classifiers.voices import quotations
from domain.findings import Fact, Partnership, Side
from domain.sources import Source

LONGEST_TEXT = 2_500
AGREEMENT = (
    r"(?:agreement|partnership|collaboration|alliance|contract|deal|joint venture|" r"memorandum of understanding)"
)
SHAPES = tuple(
    re2.compile(pattern)
    for pattern in (
        rf"({ORGANISATION}) (?:has |have |will |to )?(?:partner(?:s|ed|ing)?|team(?:s|ed)? up|"
        rf"collaborat(?:e|es|ed|ing)|join(?:s|ed)? forces|all(?:y|ies|"
        rf"ied)) with (?:the )?({ORGANISATION})",
        rf"({ORGANISATION})(?:,? [^.\n]{{0,60}}?,?)? (?:has |have |today )?(?:enter(?:s|"
        rf"ed)?(?: into)?|sign(?:s|ed)?|strike[s]?|struck|announce[sd]?|form(?:s|ed)?|expand(?:s|"
        rf"ed)?|extend(?:s|ed)?|renew(?:s|ed)?)(?: an?| its| their|"
        rf" the)?(?: [A-Za-zÀ-ÖØ-öø-ÿĀ-ž-]+){{0,5}} {AGREEMENT} with (?:the )?({ORGANISATION})",
        rf"({ORGANISATION}) and ({ORGANISATION}) (?:today )?(?:announce[sd]?|expand(?:s|ed)?|"
        rf"extend(?:s|ed)?|sign(?:s|ed)?|form(?:s|ed)?|launch(?:es|ed)?|enter(?:s|ed)?(?: into)?|"
        rf"deepen(?:s|ed)?|agree(?:s|d)?)(?: an?| their|"
        rf" the)?(?: [A-Za-zÀ-ÖØ-öø-ÿĀ-ž-]+){{0,5}} {AGREEMENT}",
        rf"({ORGANISATION}) (?:is |was |has been )?(?:selected|chosen|named) by (?:the )?({ORGANISATION})",
    )
)
# "expand Partnership" and other words of a headline in capitals are not part of a name.
NOT_NAMES = frozenset(
    [
        "today",
        "we",
        "our",
        "the",
        "this",
        "it",
        "a",
        "an",
        "and",
        "but",
        "new",
        "press",
        "release",
        "news",
        "its",
        "in",
        "on",
        "for",
        "by",
        "with",
        "as",
        "at",
        "he",
        "she",
        "they",
        "inc",
        "ltd",
        "corp",
        "llc",
    ]
)
VERBS = frozenset(
    [
        "expand",
        "expands",
        "announce",
        "announces",
        "sign",
        "signs",
        "form",
        "forms",
        "enter",
        "enters",
        "to",
        "partners",
        "partner",
    ]
)
# "LONDON, 18 February 2026 -" or "18 February 2026." before a release's first sentence.
DATELINE = re2.compile(
    r"(?m)^(?:[A-ZÀ-Þ][A-ZÀ-Þ .'’]{2,30}(?:, [A-Za-z. ]{2,20})?(?:, ?[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})?"
    r"(?: ?[(/][^)/\n]{2,30}[)/])? ?(?:–|—|--|-) "
    r"|(?:[A-ZÀ-Þ][\w'’ -]{2,30}, )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2}\.? [A-Z][a-z]{2,8}\.? \d{4})"
    r" ?(?:[.:,]|–|—|--|-) )"
)
BOILERPLATE = re2.compile(
    r"(?i)(?:^|[\n.] ?)(?:forward[- ]looking statements|safe harbou?r|cautionary (?:note|statement)|disclaimer|"
    r"legal notice|(?:media|press|investor) contacts?|notes? to editors)\b"
)
KINDS = (
    ("acquisition", ("acquire", "acquisition", "merger")),
    ("reseller", ("resell",)),
    ("distribution", ("distribut", "availability", "wholesal")),
    ("integration", ("integrat",)),
    ("joint venture", ("joint venture",)),
    ("sponsorship", ("sponsor",)),
    ("alliance", ("alliance",)),
    ("agreement", ("agreement", "contract", "deal")),
)
REGION = re2.compile(
    r"\b(?:in|across|throughout|to) (?:the )?(UK|U\.K\.|United Kingdom|US|U\.S\.|United States|"
    r"EU|Europe|North America|Latin America|"
    r"Asia(?:[- ]Pacific)?|APAC|EMEA|Middle East|Nordics|Baltics|Benelux|DACH|Africa|Germany|"
    r"France|Spain|Italy|Ireland|Poland|"
    r"Netherlands|Belgium|Austria|Switzerland|Sweden|Norway|Denmark|Finland|Estonia|Latvia|"
    r"Lithuania|Portugal|Greece|Canada|Mexico|"
    r"Brazil|Argentina|Chile|Colombia|Australia|New Zealand|Japan|China|India|Singapore|South Korea|Israel|Turkey|"
    r"South Africa|Nigeria|Kenya|Egypt|United Arab Emirates|UAE|Saudi Arabia)\b"
)


def find_partners(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """One fact for each pair of parties named in what is new."""
    found: dict[frozenset[str], Fact] = {}
    for passage in read:
        if passage.side is Side.AFTER and not passage.aside:
            for fact in agreements(passage):
                if isinstance(fact.value, Partnership):
                    found.setdefault(frozenset(name.casefold() for name in fact.value.parties), fact)
    return tuple(found.values())


def agreements(passage: Passage) -> Iterator[Fact]:
    text = spoken_by_company(passage.text[:LONGEST_TEXT])
    for shape in SHAPES:
        for match in shape.finditer(text):
            parties = party(match.group(1), first=True), party(match.group(2), first=False)
            if not all(parties) or parties[0] == parties[1] or not passage.is_fresh(*match.span()):
                continue
            sentence = text[match.start() : sentence_stop(text, match.end())]
            region = REGION.search(sentence)
            yield Fact(
                type="partnership",
                value=Partnership(
                    parties=tuple(name for name in parties if name),
                    kind=kind_of(sentence),
                    region=region.group(1) if region else None,
                ),
                quote=passage.quote(match.start(), match.end()),
                confidence=0.8,
            )


def spoken_by_company(text: str) -> str:
    """The text with datelines, quotations and legal boilerplate blanked out by line ends; offsets stay."""
    blanks = [match.span() for match in DATELINE.finditer(text)]
    blanks += quotations(text)
    boilerplate = BOILERPLATE.search(text)
    blanks += [(boilerplate.start(), len(text))] if boilerplate else []
    for start, end in blanks:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def party(text: str, *, first: bool) -> str | None:
    """A party's name: of "Tilray's CC Pharma" the one that acts, without words a headline only capitalised."""
    for mark in ("'s ", "’s "):
        text = text.rsplit(mark, 1)[-1]
    words = text.split()
    while words and (words[0].lower() in NOT_NAMES or words[0].lower() in VERBS):
        words = words[1:]
    while words and (words[-1].lower() in ("for", "of", "to", "de", "&") or words[-1].lower() in VERBS):
        words = words[:-1]
    name = " ".join(words).rstrip(".,")
    return name if name and any(char.isalpha() for char in name) else None


def sentence_stop(text: str, at: int) -> int:
    stops = [stop for mark in (". ", "\n") if (stop := text.find(mark, at)) >= 0]
    return min(stops, default=len(text))


def kind_of(sentence: str) -> str:
    lowered = sentence.lower()
    return next((kind for kind, words in KINDS if any(word in lowered for word in words)), "partnership")
