"""Acts told the other way round: a grant that is gone, a request that is taken back, a case that is over."""

from typing import Any

from classifiers.acts.words import GRANTED
from classifiers.saying.unsaid import sentence_around
from classifiers.wording.patterns import Pattern

Act = tuple[str, int, int]
GIVEN = frozenset({"approval", "registration", "clearance", "licence"})
BEGUN = frozenset({"order", "investigation", "lawsuit", "warning", "recall", "fine"})
# A verb tells what was done, and what stands behind it is another matter.
NOUN = Pattern(rf"(?i)(?:{GRANTED})")
GONE = Pattern(
    r"(?i)^([^.,;:\n]{0,70}?)\b(?:is |was |were |has been |have been |being )?(?:revoked|withdrawn|rescinded|"
    r"cancell?ed|vacated|suspended|entzogen|widerrufen|aufgehoben|retirée?|révoquée?|suspendue?|revocad[oa]|"
    r"retirad[oa]|suspendid[oa])(?:$|[^\pL])"
)
OVER = Pattern(
    r"(?i)^([^.,;:\n]{0,50}?)\b(?:closed|ended|dropped|terminated|dismissed|discontinued|concluded|lifted|withdrawn|"
    r"rescinded|called off|eingestellt)\b"
)
OF_WHAT = Pattern(r"(?i) (?:of|for|to|in|by|from|against|into) (?:the|its|an?) ")
# Between a grant and its end only what was granted stands: of another matter another thing is gone.
ANOTHER = Pattern(
    r"(?i)\b(?:after|before|following|despite|since|as|when|while|until|once|and|but|or|that|which|who|whose|where|"
    r"though|although|its|the|earlier|previous|applications?|requests?|bids?|rejections?|refusals?|warnings?|bans?|"
    r"appeals?|offers?|complaints?|fines?|orders?|recalls?|nach|trotz|après|malgré|tras)\b"
)
DENIED = Pattern(r"(?i)\b(?:not|never|may|might|could|would|should|can|cannot|nearly|almost|nicht|pas)\b|n['’]t\b")
LIFTS = (
    r"(?:terminat\w+|lift\w*|rescind\w*|withdr\w+|clos(?:es?|ed|ing)|ends?|ended|ending|drop(?:s|ped|ping)?|"
    r"discontinu\w+|conclud\w+|cancel\w*)"
)
# What an authority takes back from what it began itself is no act against anybody: nothing new is asked.
LIFTED = Pattern(rf"(?i)\b{LIFTS} (?:(?:its|the|an?|his|her|their|all) )?(?:[\w-]+ ){{0,4}}$")
BEGAN = Pattern(
    r"(?i)^(?: (?:its|the|an?|his|her|their|all))?(?: [\w-]+){0,3}? (?:orders?|investigations?|probes?|inquir(?:y|ies)|"
    r"lawsuits?|suits?|complaints?|charges|case|warnings?|fines?|penalt(?:y|ies)|bans?|recalls?|objections?)\b"
)
ASKED = r"(?:applications?|requests?|submissions?|petitions?|dossiers?|bids?|filings?)"
# A company takes back what it asked for: no authority acts.
TAKES_BACK = Pattern(
    r"(?i)\b(?:withdr(?:aws?|ew|awn|awing)|pull(?:s|ed|ing)?|abandon(?:s|ed|ing)?|drop(?:s|ped|ping)?|"
    rf"retract(?:s|ed)?|scrap(?:s|ped)?|shelve[sd]?) (?:[\w’'-]+ ){{0,4}}?{ASKED}\b"
)
ASKS_FOR = Pattern(
    rf"(?i)\bfil(?:es|ed|ing) for (?:the |its )?(?:[\w-]+ ){{0,2}}$|"
    rf"\b{ASKED}\b[^.,;:\n]{{0,60}}? for (?:the |its |an? )?(?:[\w-]+ ){{0,2}}$"
)
PUTS_OFF = Pattern(
    r"(?i)\b(?:delay(?:s|ed|ing)?|postpon(?:es?|ed|ing)|defer(?:s|red|ring)?|put(?:s|ting)? off) (?:[\w’'-]+ ){0,3}$"
)
GIVES_UP = Pattern(
    r"(?i)\b(?:surrender(?:s|ed|ing)?|hand(?:s|ed|ing) back|giv(?:es|ing) up|gave up) (?:[\w’'-]+ ){1,3}$"
)
OF_GUILT = Pattern(
    r"(?i)^ [^.,;:\n]{0,60}?\bof (?:any |all )?(?:wrongdoing|misconduct|fraud|charges|allegations|blame|liability)\b"
)
PULLED_FROM = Pattern(r"(?i)^[^.,;:\n]{3,70} from (?:the )?$")


# Whoever fights an act tells of one that was told before.
FIGHTS = Pattern(
    r"(?i)\b(?:appeal(?:s|ed|ing)?|contest(?:s|ed|ing)?|challeng(?:es?|ed|ing)|fight(?:s|ing)?|fought|disput(?:es?|ed|"
    r"ing)|to appeal) (?:against )?(?:[^\s,;:]+ ){0,7}$"
)
FOUGHT = frozenset({"fine", "order", "warning"})
SETTLES = Pattern(r"(?i)\b(?:settl(?:es?|ed|ing)|resolv(?:es?|ed|ing)) (?:with |[\w’'-]+ ){0,3}(?:the )?$")
CHARGES = frozenset({"lawsuit", "investigation", "fine"})


def as_told(act: Act, text: str, agency: tuple[int, int]) -> Act | None:
    """The act of the authority at `agency` as its sentence tells it; None where nothing is done to anybody."""
    what, start, end = act
    low, high = sentence_around(text, start, end)
    ahead, behind = text[low:start], text[end:high]
    if what in CHARGES and (settles := SETTLES.search(text[low : min(start, agency[0])])):
        return "settlement", low + settles.start(), end
    if what == "submission" and takes_back(text, (low, high), start, end):
        return None
    if what in GIVEN:
        return grant_as_told(act, text, (low, high))
    if what == "cancellation":
        planned = text[start:end].lower().startswith("to ") and text[agency[1] : start].strip()
        return None if planned or calls_off(text[start:end], behind, text[start : agency[0]]) else act
    if what in FOUGHT and FIGHTS.search(text[low : min(start, agency[0])]):
        return None
    if what in BEGUN and (LIFTED.search(ahead) or ends(OVER, behind) is not None):
        return None
    return act


def grant_as_told(act: Act, text: str, sentence: tuple[int, int]) -> Act | None:
    """A grant; a cancellation where it is gone, a submission where it is asked for, None where it only may be gone."""
    what, start, end = act
    ahead, behind = text[sentence[0] : start], text[end : sentence[1]]
    if not NOUN.fullmatch(text[start:end]):
        return None if what == "clearance" and OF_GUILT.search(behind) else act
    if takes_back(text, sentence, start, end) or PUTS_OFF.search(ahead):
        return None
    gone = ends(GONE, behind)
    if gone is not None:
        return None if DENIED.search(behind[:gone]) else ("cancellation", start, end + gone)
    if GIVES_UP.search(ahead):
        return "cancellation", start, end
    return ("submission", start, end) if ASKS_FOR.search(ahead) else act


def ends(over: Any, behind: str) -> int | None:
    """Where the words behind an act say that it is over, and speak of nothing else before."""
    match = over.search(behind)
    return match.end() if match and not ANOTHER.search(OF_WHAT.sub(" ", match.group(1))) else None


def takes_back(text: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Whether the grant at [start, end) is one that a company asks for no more, in the same clause."""
    match = TAKES_BACK.search(text[sentence[0] : min(sentence[1], end + 20)])
    begin = sentence[0] + match.start() if match else end
    return begin < start and "," not in text[begin:start]


def calls_off(act: str, behind: str, before_agency: str) -> bool:
    """Whether what is withdrawn is a request, a case, or a product that is taken from the authority, and no grant."""
    asked = TAKES_BACK.match(act + behind) or PULLED_FROM.search(before_agency)
    return asked is not None or BEGAN.search(behind) is not None
