"""What names of people, offices and organisations look like in running English text, as pattern pieces."""

from collections.abc import Sequence

from classifiers.wording.patterns import Pattern

# Small classes keep re2's automata small: a Unicode class of all letters makes patterns of names outgrow its memory.
UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
LETTER = "A-Za-zÀ-ÖØ-öø-ÿĀ-ž"
TITLE = r"(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame|Prof|Professor)\.? )?"
PERSON = (
    rf"{TITLE}[{UPPER}][{LETTER}'’.-]+(?: (?:[{UPPER}]\.|['’]t|van|von|de|der|den|del|la|le|bin|al|da|di)){{0,2}}"
    rf"(?: [{UPPER}][{LETTER}'’-]+){{1,2}}"
)
# A capital, or a number with letters ("3M"); a full stop only inside ("Booking.com"): no sentence is crossed.
INNER = rf"[{LETTER}\d&'’+®™-]*(?:\.[{LETTER}\d]+)*"
WORD = rf"(?:[{UPPER}]|\d+[{LETTER}]){INNER}"
# At most six words, the first and the last of them capitalised or a number.
ORGANISATION = rf"{WORD}(?:(?: (?:of|&|de|for|the)){{0,2}} (?:{WORD}|\d+)){{0,5}}"
OFFICE = Pattern(
    r"(?i)\b(?:c[efotimrpi]o|ciso|svp|evp|vp|chief [a-z &]{2,40}officer|chief [a-z]+|"
    r"chair(?:man|woman|person)?|president|director|"
    r"managing director|general manager|general counsel|treasurer|controller|secretary|head of|partner|officer|"
    r"(?:finance|sales|marketing|operations|technology|tech|product|legal|people|hr|design|research|strategy|"
    r"communications|risk|compliance|revenue|customer|data|digital|investment|policy|security|commercial|"
    r"medical|science|growth|brand) (?:chief|head|boss)|"
    r"board(?: member| of directors)?|founder|lead(?:er)?|manager|vorstand|geschäftsführer(?:in)?)\b"
)
ROLE_ENDS = Pattern(
    r"(?i)(?:[,;:.()|]|\s+(?:effective|at|from|who|after|following|starting|replacing|"
    r"succeeding|to lead|to drive|to oversee|with|"
    r"will|is|has|was|on|until|when|where|amid|as|months?|weeks?|ahead|before|since|in (?:\d|"
    r"january|february|march|april|may|june|"
    r"july|august|september|october|november|december))\b|\s[-–—]\s|\n)"
)
# Offices and ranks that stand before a name and are no part of it.
BEFORE_NAME_LIST = (
    "director chairman chairwoman chair president founder co-founder general admiral colonel judge former current "
    "incoming outgoing insider veteran industry regulator captain official executive expert meet welcome "
    "introducing joining "
    "if was were is are has have did does when while after although though because since unless whether why how what "
    "wenn falls wird wurde quand lorsque cuando"
)
BEFORE_NAMES = frozenset(BEFORE_NAME_LIST.split())
TITLES = frozenset(
    ("Dr", "Mr", "Mrs", "Ms", "Sir", "Dame", "Prof", "Professor", "Lord", "Lady", "Baroness", "Rev", "Hon")
)
NOT_PEOPLE = frozenset(
    [
        "inc",
        "corp",
        "company",
        "group",
        "the",
        "board",
        "bank",
        "ltd",
        "llc",
        "llp",
        "lp",
        "pllc",
        "gmbh",
        "auditors",
        "accountants",
        "plc",
        "technologies",
        "holdings",
        "systems",
        "officer",
        "chief",
        "president",
        "director",
        "our",
        "new",
        "this",
        "on",
        "in",
        "former",
        "its",
        "as",
        "executive",
        "vice",
        "senior",
        "head",
        "partners",
        "pharma",
        "foods",
        "health",
        "united",
        "north",
        "south",
        "east",
        "west",
        "press",
        "release",
        "article",
        "departure",
        "appointment",
        "election",
        "certain",
        "compensatory",
        "interim",
        "his",
        "her",
        "their",
        "operations",
        "general",
        "officers",
        "directors",
        "units",
        "unit",
        "operating",
        "services",
        "solutions",
        "products",
        "management",
        "marketing",
        "digital",
        "global",
        "water",
        "energy",
        "capital",
        "software",
        "cloud",
        "data",
        "media",
        "labs",
        "bank",
        "airlines",
        "hotels",
        "motors",
        "corporation",
        "communications",
        "committee",
        "companies",
        "association",
        "agreement",
        "arrangements",
        "item",
        "section",
        "exhibit",
        "form",
        "annual",
        "meeting",
        "securities",
        "exchange",
        "commission",
        "university",
        "effective",
        "chairman",
        "chairwoman",
    ]
)


ACRONYM = Pattern(r"^(?:C[A-Z]{1,3}O|[ES]?VP|MD|GM)$")


def person_name(text: str) -> str | None:
    """The text as a person's name without title, or None where a word of it is never part of one."""
    words = text.split()
    while words and words[0].rstrip(".") in TITLES:
        words = words[1:]
    ends = [at for at, word in enumerate(words) if word.endswith(".") and len(word) > 3 and word not in ("Jr.", "Sr.")]
    words = words[ends[-1] + 1 :] if ends and ends[-1] < len(words) - 1 else words  # a sentence that ended before
    if len(words) > 2 and words[0].endswith(("'s", "’s")):  # "Brightvane's Dan Osei"
        words = words[1:]
    if len(words) > 3 and words[0].isupper() and words[1].lower() in BEFORE_NAMES:  # "FAA Official Rosa Delgado"
        words = words[2:]
    offices = [at for at, word in enumerate(words) if ACRONYM.match(word) and at < len(words) - 2]
    words = words[offices[-1] + 1 :] if offices else words  # "Grayfield CFO Daniel Roth"
    while words and ((len(words) > 2 and words[0].lower() in BEFORE_NAMES) or ACRONYM.match(words[0])):
        words = words[1:]
    if (
        len(words) < 2
        or words[-1].endswith(("'s", "’s"))
        or any(word.lower().strip(".,") in NOT_PEOPLE for word in words)
    ):
        return None
    return " ".join(words)


def mentioned(text: str, own: Sequence[str]) -> bool:
    """Whether the company stands in a text, by any of its names or by the first word of one."""
    folded = text.casefold()
    words = {word.strip("'’.,:;()“”\"").removesuffix("'s").removesuffix("’s") for word in folded.split()}
    return any(name.casefold() in folded or name.casefold().split()[0] in words for name in own if name.strip())
