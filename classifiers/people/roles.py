"""The office that a text names: where it begins, and where it ends."""

from classifiers.wording.names import OFFICE, ROLE_ENDS
from classifiers.wording.patterns import Pattern

OPENER_LIST = (
    "its the a an new newly created their our to as role of position company's company’s his her former current"
)
OPENERS = frozenset(OPENER_LIST.split())
MOST_WORDS = 12
# What an office is of, set off by a comma: "Vice President, Worldwide Sales".
FIELD = (
    r"(?:Sales|Marketing|Operations?|Division|Group|Products?|EMEA|APAC|LATAM|DACH|Americas?|Europe|Asia|Finance|"
    r"Engineering|Legal|Technology|Health ?[Cc]are|Corporate|Global|Worldwide|International|Strategy|People|Resources|"
    r"Development|Cloud|Mobile|Enterprise|Consumer|Retail|Services|Solutions|Supply|Research|R&D|Relations|"
    r"Communications|Policy|Risk|Compliance|Security|Data|Digital|Commercial|Manufacturing|Quality|Medical|Clinical|"
    r"Regulatory|Affairs|Transformation|Customers?|Administration|IT|Region|Business|Partnerships|Alliances|Growth|"
    r"Banking|Lending|Credit|Analytics|Design|Logistics|Procurement|Talent|Nordics|Iberia|UK|Germany|France|Spain|"
    r"Financial|Unit|Brand|Support|Success|Treasury|Tax|Accounting|Platform|Infrastructure|Hospitality|Media)"
)
CAPITAL = r"(?:[A-ZÀ-Þ][\w&'’/-]*)"
TAIL = Pattern(
    rf"^,? ?((?:{CAPITAL} (?:and |& )?){{0,4}}{FIELD}(?: (?:and |& |of )?{CAPITAL}){{0,3}})"
    r"(?:$|[.,;:()\n]|\s(?:of|at|with|effective|who|and|on|from|to|will|reporting|following|beginning|starting|in|for|"
    r"succeeding|replacing|after|has|is|was|said)\b)"
)
# "Vice President, Chief Financial Officer and Assistant Secretary", "SVP, Chief Technology Officer".
SECOND = Pattern(
    r"^, ((?:and )?(?:(?:Executive|Senior|Assistant|Vice|Deputy|Corporate|Group) )*(?:Chief [A-Z][a-z]+(?: "
    r"[A-Z][a-z]+)? Officer|"
    r"C[EFOTIMP]O|President|Treasurer|Secretary|General (?:Counsel|Manager)|Vice President|Head of [A-Z][a-z]+)"
    r"(?:,? (?:and|&) (?:Assistant |Corporate |Principal )?(?:Chief [A-Z][a-z]+(?: [A-Z][a-z]+)? Officer|President|"
    r"Treasurer|"
    r"Secretary|General (?:Counsel|Manager)|C[EFOTIMP]O|[A-Z][a-z]+ [A-Z][a-z]+ Officer))?)"
)
# What follows an office and is no part of it.
GOES_ON = Pattern(
    r"(?i)\s(?:of (?:the|our) (?:company|registrant|corporation|firm|group)(?:[^’'\w]|$)|of both\b|to (?:fill|serve|"
    r"replace|succeed|help|lead|drive|run)\b|"
    r"commencing\b|(?:was )?terminated\b|ended\b|ceased\b|beginning\b|under\b|for a term\b|each\b|and (?:now|has|"
    r"will|is|was|as|a member|announced|said)\b|"
    r"reporting\b|"
    r"responsible\b|during\b|if\b|which\b|by\b|pursuant\b|this\b|next\b|once\b|while\b|but\b|upon\b|he\b|she\b|"
    r"tasked\b|charged\b|"
    r"and (?:(?:the|its) (?:full )?board(?: of directors)? )?(?:has |have )?(?:appointed|named|elected|designated|"
    r"promoted)\b|last (?:year|month|week|quarter|spring|summer|autumn|fall|winter|january|february|march|april|may|"
    r"june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|earlier\b|"
    r"today\b|yesterday\b|tomorrow\b|without\b|for (?:cause|good|(?:personal|health|family|medical) reasons)\b).*$"
)
# Another one's move: "Chief Customer Officer and Rafael Quintero is named".
NEXT_ONE = Pattern(r"\s(?:and|while) [A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+$")
BOARD_ACTS = Pattern(r"(?i)^board (?:has )?(?:appointed|named|elected|accepted|designated)\b")
SEVERAL = Pattern(
    r"(?i)(?:independent |non-executive |managing )?directors|(?:co-)?(?:chief executive officers|presidents|"
    r"chief executives)"
)
EACH = Pattern(
    r"(?i)^((?:the |its |independent |non-executive )*)(member|director|co-chief executive officer|"
    r"vice president|managing director)s\b"
)
DUTIES = frozenset(("lead", "run", "oversee", "drive", "build"))


def role_in(text: str) -> str | None:
    """The office at the start of a text ("its new head of sales, effective May" gives "head of sales"), or None.

    With what it is an office of, where that is set off by a comma, and with a second office held at once.
    """
    head = until_end(text)
    words = GOES_ON.sub("", head).split()
    while words and words[0].lower() in OPENERS:
        words = words[1:]
    owners = [at for at, word in enumerate(words[:4]) if word.endswith(("’s", "'s")) and "of" not in words[:at]]
    words = words[owners[-1] + 1 if owners else 0 :][:MOST_WORDS]
    while words and words[-1].lower() in ("and", "or", "of", "the", "at", "for", "&"):
        words = words[:-1]
    if (words and words[0] in DUTIES) or BOARD_ACTS.match(" ".join(words)):  # what somebody does is no office
        return None
    role = " ".join(words).rstrip(",!")
    return role if role and OFFICE.search(role) else None


def one_of(words: str) -> str:
    """What several hold, as one of them does: "members of the Board", "directors"."""
    return words[:-1] if SEVERAL.fullmatch(words) else EACH.sub(r"\1\2", words)


def until_end(text: str) -> str:
    """The text up to where its first office ends: a comma goes on where a field or another office follows it."""
    cut = ROLE_ENDS.search(text)
    if cut is None:
        return text
    end = cut.start()
    another = NEXT_ONE.search(text[:end]) if cut.group(0).strip() in ("is", "was", "has", "will", "as") else None
    if another and not OFFICE.search(another.group(0)):
        return text[: another.start()]
    if text[end : end + 1] != "," or not OFFICE.search(text[:end]):
        return text[:end]
    for pattern in (SECOND, TAIL):
        match = pattern.match(text[end:])
        end += match.end(1) if match else 0
    return text[:end]
