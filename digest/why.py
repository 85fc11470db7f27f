"""Why a finding matters to an account, as sentences: the linker's reasons put together, and each said once."""

import re
from collections.abc import Sequence

from digest.words import capital, clean, clip, joined
from domain.accounts import Account
from domain.events import ImpactReason, ReasonKind

MOST = 3
FEWER = 2
CROWDED = 25
LEAST_WORDS = 8
SURE = 0.8  # an incumbent's reason that weighs as much says which of its products is meant
NAMED = (ReasonKind.NAMED_IN_TEXT, ReasonKind.OWN_NEWS)
ITSELF = (*NAMED, ReasonKind.INCUMBENT_THERE)
BACKGROUND = (ReasonKind.TOPIC, ReasonKind.INDUSTRY)
# How a reason of the linker goes on behind the account's name, and what it is behind "they".
THEY = {"runs": "run", "is": "are", "buys": "buy", "deals": "deal", "works": "work"}
BESIDE = re.compile(r" beside your (.+)$")


def why(reasons: Sequence[ImpactReason], account: Account, cap: int) -> str:
    """`Calder buys your Halden Pharma, is in the UK and works in pharmaceutical distribution.`

    The weightiest reasons of an item, in some `cap` words a reason: what several of them say is said once.
    """
    telling = _telling(sorted(reasons, key=lambda reason: -reason.weight))
    most = MOST if cap > CROWDED else FEWER
    texts = list(dict.fromkeys(clean(reason.text).rstrip(". ") for reason in telling))[:most]
    return f"{capital(_sentence([clip(text, max(cap // 3, LEAST_WORDS)) for text in texts], account))}."


def unnamed(reasons: Sequence[ImpactReason]) -> str:
    """`Not named in the text.` where neither the account nor what it runs stands there, else nothing."""
    return "" if any(reason.kind in ITSELF for reason in reasons) else "Not named in the text."


def _telling(reasons: Sequence[ImpactReason]) -> list[ImpactReason]:
    """Those that say something: no trade where there is a topic, no topic where the account itself is meant, nothing
    that another of them says too."""
    kinds = {reason.kind for reason in reasons}
    sure = any(reason.kind in ITSELF and reason.weight >= SURE for reason in reasons)
    beside = {found[1] for reason in reasons if (found := BESIDE.search(reason.text))}
    return [
        reason
        for reason in reasons
        if not (reason.kind is ReasonKind.NAMED_IN_TEXT and ReasonKind.OWN_NEWS in kinds)
        and not (reason.kind in BACKGROUND and sure)
        and not (reason.kind is ReasonKind.REGION and ReasonKind.OWN_NEWS in kinds)
        and not (reason.kind is ReasonKind.INDUSTRY and ReasonKind.TOPIC in kinds)
        and not (reason.kind is ReasonKind.SAME_PRODUCT and reason.text.rpartition(" buys your ")[2] in beside)
    ]


def _sentence(reasons: Sequence[str], account: Account) -> str:
    """What the account does as one clause, and the rest beside it: `Calder buys your Yard; Leeds is their city`."""
    known = "|".join(re.escape(name) for name in names_of(account))
    does = re.compile(rf"^({known}) (?=(?:{'|'.join(THEY)})\b)")
    doing = [(found[1], reason[found.end() :]) for reason in reasons if (found := does.match(reason))]
    doing.sort(key=lambda one: "," in one[1])  # "runs Fathom's Feed, not this" ends a list, and stands in none
    others = [reason for reason in reasons if not does.match(reason)]
    if not doing:
        return "; ".join(others)
    if does.match(reasons[0]):
        own = f"{doing[0][0]} {joined([said for _, said in doing])}"
        return "; ".join([own, *(_theirs(other, known) for other in others)])
    named = any(re.search(rf"(?<!\w)(?:{known})(?!\w)", other) for other in others)
    theirs = f"they {joined([_plural(said) for _, said in doing])}"
    own = theirs if named else f"{doing[0][0]} {joined([said for _, said in doing])}"
    return "; ".join([*others, own])


def _plural(said: str) -> str:
    verb, _, rest = said.partition(" ")
    return f"{THEY[verb]} {rest}"


def names_of(account: Account) -> list[str]:
    """All that the linker may call it: its name, that without its last words (a legal form), its aliases."""
    words = account.name.split()
    starts = (" ".join(words[:count]).rstrip(",") for count in range(len(words), max(len(words) - 3, 0), -1))
    return sorted({*starts, *account.aliases}, key=len, reverse=True)


def _theirs(clause: str, known: str) -> str:
    """A clause behind one that names the account: `Leeds is their city`, `Munich is in Bavaria, where they are`."""
    for pattern, said in (
        (rf"\bwhere (?:{known}) is\b", "where they are"),
        (rf"\bpartner of (?:{known})(?!\w)", "partner of theirs"),
        (rf"(?<!\w)(?:{known})['’]s?(?!\w)", "their"),
    ):
        clause = re.sub(pattern, said, clause)
    return clause
