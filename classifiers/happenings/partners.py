"""Two named parties and what they agree on."""

from collections.abc import Iterator, Sequence

from classifiers.happenings.no_partners import no_party, nothing_agreed
from classifiers.happenings.partner_roles import ROLES
from classifiers.happenings.partner_shapes import DEALS, Deal
from classifiers.saying.voices import quotations
from classifiers.wording.names import ORGANISATION, WORD
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from classifiers.wording.suspects import Suspects
from domain.content import Where
from domain.findings import Fact, Partnership, Side
from domain.sources import Source

LONGEST_TEXT = 2_500
LONGEST_LINE = 160
# Roles are told of the source's own company only: where none is known nobody looks for them.
SHAPES = (*ROLES, *DEALS)
ALL, BUT_ROLES = range(len(SHAPES)), range(len(ROLES), len(SHAPES))
# Most texts agree on nothing: one look spares them every shape.
SUSPECTS = Suspects(*(one.pattern.pattern for one in SHAPES), names=(ORGANISATION, WORD))
NOT_GOODS = Pattern(
    r"(?i)\b(?:keynote|speech|talk|updates?|results|donat\w*|meals|aid|relief|scholarships?|jobs|webcast|presentation|"
    r"evidence|testimony|help|assistance|shelter|food|medicines?|blankets|volunteers|comments|notice|guidance|"
    r"commentary|gifts?|laptops|toys|training|support|insights?|value)\b"
)
# "expand Partnership" and other words of a headline in capitals are not part of a name.
NOT_NAME_LIST = (
    "today we our the this it a an and but new press release news its in on for by with as at he she they inc "
    "ltd corp "
    "llc no not never why how what when plans"
)
NOT_NAMES = frozenset(NOT_NAME_LIST.split())
VERB_LIST = "expand expands announce announces sign signs form forms enter enters to partners partner completes agrees"
VERBS = frozenset(VERB_LIST.split())
# Capitalised where they stand for people, offices and times, and never a company's whole name.
NO_PARTY_LIST = (
    "customers clients members users employees staff colleagues suppliers partners investors shareholders dealers "
    "sales marketing finance legal engineering operations procurement logistics design product support it hr "
    "year month week quarter season decade future"
)
NO_PARTIES = frozenset(NO_PARTY_LIST.split())
# Behind "names Jane Moss as distributor": an office and no company.
OFFICE_FOLLOWS = Pattern(
    r"^ (?:(?:account|channel|sales|network|relations) )?(?:manager|director|lead|head|executive|coordinator|officer)\b"
)
# Nothing was agreed: "no plans to partner", "denies talks".
DENIED = Pattern(
    r"(?i)\b(?:no plans|not|never|denies|denied|rules out|without|considers?|may|might|could|"
    r"talks)\b[^.\n]{0,30}$"
)
# A title that teaches or asks tells no agreement.
ASKS = Pattern(r"(?i)^\W*(?:how|why|what|when|where|who|should|can|could|is|are|does|do|rumou?r)\b")
# "LONDON, 18 February 2026 -" or "18 February 2026." before a release's first sentence.
DATELINE = Pattern(
    r"(?m)^(?:[A-ZÀ-Þ][A-ZÀ-Þ .'’]{2,30}(?:, [A-Za-z. ]{2,20})?(?:, ?[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})?"
    r"(?: ?[(/][^)/\n]{2,30}[)/])? ?(?:–|—|--|-) "
    r"|(?:[A-ZÀ-Þ][\w'’ -]{2,30}, )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2}\.? [A-Z][a-z]{2,8}\.? \d{4})"
    r" ?(?:[.:,]|–|—|--|-) )"
)
BOILERPLATE = Pattern(
    r"(?i)(?:^|[\n.] ?)(?:forward[- ]looking statements|safe harbou?r|cautionary (?:note|statement)|disclaimer|"
    r"legal notice|(?:media|press|investor) contacts?|notes? to editors)\b"
)
KINDS = (
    ("acquisition", ("acquire", "acquisition", "merger")),
    ("reseller", ("resell", "revendeur", "wiederverk")),
    ("distribution", ("distribut", "availability", "wholesal")),
    ("integration", ("integrat",)),
    ("joint venture", ("joint venture", "coentreprise", "gemeinschaftsunternehmen")),
    ("sponsorship", ("sponsor",)),
    ("alliance", ("alliance", "alianza")),
    ("agreement", ("agreement", "contract", "deal", "acuerdo", "accord", "memorandum", "letter of intent", "pact")),
)
REGION = Pattern(
    r"\b(?:in|into|across|throughout|to|for|covering|serving|en|au|aux) (?:the )?(UK|U\.K\.|United Kingdom|US|U\.S\.|"
    r"United States|"
    r"EU|Europe|North America|Latin America|"
    r"Asia(?:[- ]Pacific)?|APAC|EMEA|Middle East|Nordics|Baltics|Benelux|DACH|Africa|Germany|"
    r"France|Spain|Italy|Ireland|Poland|"
    r"Netherlands|Belgium|Austria|Switzerland|Sweden|Norway|Denmark|Finland|Estonia|Latvia|"
    r"Lithuania|Portugal|Greece|Canada|Mexico|"
    r"Brazil|Argentina|Chile|Colombia|Australia|New Zealand|Japan|China|India|Singapore|South Korea|Israel|Turkey|"
    r"South Africa|Nigeria|Kenya|Egypt|United Arab Emirates|UAE|Saudi Arabia|Deutschland|Österreich|Schweiz|Allemagne|"
    r"Polen|Frankreich|Spanien|Italien|Niederlande|Pologne|Suisse|Belgique|Royaume-Uni|Pays-Bas|Italia|Polonia|"
    r"Reino Unido|"
    r"Espagne|Italie|España|Alemania|Francia)\b"
)
ENGLISH = {
    "Deutschland": "Germany", "Allemagne": "Germany", "Alemania": "Germany", "Österreich": "Austria",
    "Schweiz": "Switzerland", "Espagne": "Spain", "España": "Spain", "Italie": "Italy", "Francia": "France",
    "Polen": "Poland", "Pologne": "Poland", "Polonia": "Poland", "Frankreich": "France", "Spanien": "Spain",
    "Italien": "Italy", "Italia": "Italy", "Niederlande": "Netherlands", "Pays-Bas": "Netherlands",
    "Suisse": "Switzerland", "Belgique": "Belgium", "Royaume-Uni": "United Kingdom", "Reino Unido": "United Kingdom",
}  # fmt: skip
# Agreements with people and banks: paper, and no partnership.
PAPER = Pattern(
    r"(?i)\b(?:transition|employment|separation|severance|retention|consulting|credit|loan|indenture|lease|purchase|"
    r"merger|sales|registration rights|commitment|security|guarantee|"
    r"settlement|indemnification|underwriting|subscription|voting|support|confidentiality|amendment|exchange|plea) "
    r"(?:and \w+ )?(?:agreement|contract|deal)\b"
)
DATED = Pattern(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d|^On ")
YEAR_AHEAD = Pattern(r"(?i)^in (?:19|20)\d\d ")
# A region behind "for" belongs to the agreement and not to the name.
FOR_REGION = Pattern(r" (?:for|in|to|across) (?:the )?[A-ZÀ-Þ][\w.]*(?: [A-Z]\w*)?$")


def find_partners(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """One fact for each set of parties named in what is new."""
    found: dict[frozenset[str], Fact] = {}
    for passage in read:
        if passage.side is Side.AFTER and not passage.aside:
            for fact in agreements(passage, source.subject.name):
                if isinstance(fact.value, Partnership):
                    parties = frozenset(name.casefold() for name in fact.value.parties)
                    if not any(parties <= known for known in found):
                        found = {known: one for known, one in found.items() if not known < parties}
                        found[parties] = fact
    return tuple(found.values())


def agreements(passage: Passage, us: str) -> Iterator[Fact]:
    """The agreements that the sentences tell; one told without the first party is the source's own company's."""
    shapes = suspects(passage.text[:LONGEST_TEXT], us)
    if not shapes:
        return
    text = spoken_by_company(passage.text[:LONGEST_TEXT])
    if passage.edit.where is Where.ENTRY and ASKS.search(text):
        return
    for one in shapes:
        if one.ours and not tells_briefly(passage):
            continue
        for match in one.pattern.finditer(text):
            parties = parties_of(one, match.groups()[: one.names], us)
            denied = DENIED.search(text[: match.start(one.names)]) or PAPER.search(match.group(0))
            denied = denied or OFFICE_FOLLOWS.search(text[match.end() :])
            denied = denied or (one.goods and NOT_GOODS.search(match.group(0)))
            denied = denied or nothing_agreed(one, text, match.span(), parties, us)
            if len(parties) < 2 or denied or not passage.is_fresh(*match.span()):
                continue
            yield partner_fact(passage, one, parties, match.span(), text)


def suspects(text: str, us: str) -> list[Deal]:
    """The shapes that may be in a text; what is blanked out of it later adds no words, and so no shape.

    Where the source's own company has to be a party, its name's first word has to stand there (`is_us`).
    """
    asked = ALL if us else BUT_ROLES
    found = [SHAPES[number] for number in SUSPECTS.of(text) if number in asked]
    named = any(one.us is not None for one in found) and first_word(us) in text.casefold()
    return [one for one in found if named or one.us is None]


def tells_briefly(passage: Passage) -> bool:
    """Whether the passage is a title or a short line: only there is the unnamed party the company itself."""
    return passage.edit.where is Where.ENTRY or len(passage.text) <= LONGEST_LINE


def parties_of(one: Deal, names: Sequence[str], us: str) -> tuple[str, ...]:
    """The parties' names, each once; none at all where one of them is no name."""
    found = [party(name, first=index == 0 and not one.ours) for index, name in enumerate(names)]
    if (
        not all(found)
        or any(map(no_party, filter(None, found)))
        or (one.firms and any(REGION.fullmatch(f"in {name}") for name in found))
    ):
        return ()
    if one.ours and any(is_us(raw, us) for raw in names):
        return ()
    if one.us is not None:
        own = [is_us(raw, us) for raw in names]
        if not (own[one.us - 1] if one.us else any(own)) or all(own):
            return ()
        found = [us if mine else name for mine, name in zip(own, found, strict=True)]
    if one.kind == "integration" and len(found) > 1 and not any(is_us(raw, us) for raw in names):
        found = [us, *found[1:]]  # a product of the company connects to others
    ordered = [name for name in (reversed(found) if one.turned else found) if name]
    return tuple(dict.fromkeys([*([us] if one.ours else []), *ordered]))


def is_us(words: str, us: str) -> bool:
    """Whether a party's words begin with the company's name, or with its first word: "Brightvane's rate engine"."""
    said = words.casefold().removeprefix("the ")
    return said.startswith(us.casefold()) or (said.split()[0].removesuffix("'s").removesuffix("’s") == first_word(us))


def first_word(name: str) -> str:
    return name.casefold().split()[0]


def partner_fact(passage: Passage, one: Deal, parties: tuple[str, ...], span: tuple[int, int], text: str) -> Fact:
    sentence = text[span[0] : sentence_stop(text, span[1])]
    region = REGION.search(sentence)
    place = region.group(1) if region else None
    return Fact(
        type="partnership",
        value=Partnership(parties=parties, kind=one.kind or kind_of(sentence), region=ENGLISH.get(place or "", place)),
        quote=passage.quote(*span),
        confidence=0.6 if one.ours else 0.8,
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
    words = FOR_REGION.sub("", text).split() or text.split()
    while words and (words[0].lower() in NOT_NAMES or words[0].lower() in VERBS):
        words = words[2:] if YEAR_AHEAD.match(" ".join(words)) else words[1:]
    while words and (words[-1].lower() in ("for", "of", "to", "de", "&") or words[-1].lower() in VERBS):
        words = words[:-1]
    name = " ".join(words).rstrip(".,").removesuffix("'s").removesuffix("’s")
    if name.lower() in NO_PARTIES:
        return None
    return name if sum(map(str.isalpha, name)) > 1 and not DATED.search(name) else None


def sentence_stop(text: str, at: int) -> int:
    stops = [stop for mark in (". ", "\n") if (stop := text.find(mark, at)) >= 0]
    return min(stops, default=len(text))


def kind_of(sentence: str) -> str:
    lowered = sentence.lower()
    return next((kind for kind, words in KINDS if any(word in lowered for word in words)), "partnership")
