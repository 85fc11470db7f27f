"""What names of people, offices and organisations look like in running English text, as pattern pieces."""

import re2

# Small classes keep re2's automata small: a Unicode class of all letters makes patterns of names outgrow its memory.
UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
LETTER = "A-Za-zÀ-ÖØ-öø-ÿĀ-ž"
TITLE = r"(?:(?:Dr|Mr|Mrs|Ms|Sir|Prof)\.? )?"
PERSON = (
    rf"{TITLE}[{UPPER}][{LETTER}'’.-]+(?: (?:[{UPPER}]\.|van|von|de|der|den|del|la|le|bin|al|da|di)){{0,2}}"
    rf"(?: [{UPPER}][{LETTER}'’-]+){{1,2}}"
)
# A capital, or a number with letters ("3M"); a full stop only inside ("Booking.com"): no sentence is crossed.
INNER = rf"[{LETTER}\d&'’+®™-]*(?:\.[{LETTER}\d]+)*"
WORD = rf"(?:[{UPPER}]|\d+[{LETTER}]){INNER}"
# At most six words, the first and the last of them capitalised or a number.
ORGANISATION = rf"{WORD}(?:(?: (?:of|&|de|for|the)){{0,2}} (?:{WORD}|\d+)){{0,5}}"
OFFICE = re2.compile(
    r"(?i)\b(?:c[efotimrpi]o|ciso|svp|evp|vp|chief [a-z &]{2,40}officer|chief [a-z]+|"
    r"chair(?:man|woman|person)?|president|director|"
    r"managing director|general manager|general counsel|treasurer|controller|secretary|head of|partner|officer|"
    r"board(?: member| of directors)?|founder|lead(?:er)?|manager|vorstand|geschäftsführer(?:in)?)\b"
)
ROLE_ENDS = re2.compile(
    r"(?i)(?:[,;:.()|]|\s+(?:effective|at|from|who|after|following|starting|replacing|"
    r"succeeding|to lead|to drive|to oversee|with|"
    r"will|is|has|was|on|until|when|where|amid|as|months?|weeks?|ahead|before|since|in (?:\d|"
    r"january|february|march|april|may|june|"
    r"july|august|september|october|november|december))\b|\s[-–—]\s|\n)"
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
    ]
)


ACRONYM = re2.compile(r"^(?:C[A-Z]{1,3}O|[ES]?VP|MD|GM)$")


def person_name(text: str) -> str | None:
    """The text as a person's name without title, or None where a word of it is never part of one."""
    words = [word for word in text.split() if word.rstrip(".") not in ("Dr", "Mr", "Mrs", "Ms", "Sir", "Prof")]
    ends = [at for at, word in enumerate(words) if word.endswith(".") and len(word) > 3 and word not in ("Jr.", "Sr.")]
    words = words[ends[-1] + 1 :] if ends and ends[-1] < len(words) - 1 else words  # a sentence that ended before
    while words and ACRONYM.match(words[0]):
        words = words[1:]
    if (
        len(words) < 2
        or words[-1].endswith(("'s", "’s"))
        or any(word.lower().strip(".,") in NOT_PEOPLE for word in words)
    ):
        return None
    return " ".join(words)


def role_in(text: str) -> str | None:
    """The office at the start of a text ("its new head of sales, effective May" gives "head of sales"), or None."""
    cut = ROLE_ENDS.search(text)
    head = text[: cut.start()] if cut else text
    words = head.split()
    while words and words[0].lower() in (
        "its",
        "the",
        "a",
        "an",
        "new",
        "their",
        "our",
        "to",
        "as",
        "role",
        "of",
        "position",
        "company's",
        "company’s",
    ):
        words = words[1:]
    words = words[:9]
    while words and words[-1].lower() in ("and", "or", "of", "the"):
        words = words[:-1]
    if words and words[0] in ("lead", "run", "oversee", "drive", "build"):  # what somebody is to do is no office
        return None
    role = " ".join(words)
    return role if role and OFFICE.search(role) else None
