"""Why a finding matters to an account, as sentences: the linker's reasons put together, and each said once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest.words import capital, clean, clip, count_words, joined
from domain.events import ImpactReason, ReasonKind

MOST = 3
LEAST_WORDS = 8
SURE = 0.8  # an incumbent's reason that weighs as much says which of its products is meant
NAMED = (ReasonKind.NAMED_IN_TEXT, ReasonKind.OWN_NEWS)
ITSELF = (*NAMED, ReasonKind.INCUMBENT_THERE)
BACKGROUND = (ReasonKind.TOPIC, ReasonKind.INDUSTRY)
# The verbs of the linker's reasons behind the account's name, and behind "they".
THEY = {"runs": "run", "is": "are", "buys": "buy", "deals": "deal", "works": "work"}
BESIDE = re.compile(r" beside your (.+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A reason's sentence, and how it goes on behind one that names the account: see ImpactReason."""

    text: str
    does: str
    theirs: str


def why(reasons: Sequence[ImpactReason], cap: int) -> str:
    """`Calder buys your Halden Pharma, is in the UK and works in pharmaceutical distribution.`

    The weightiest reasons of an item, in some `cap` words: what several of them say is said once.
    """
    telling = _telling(sorted(reasons, key=lambda reason: -reason.weight))
    clauses = list(dict.fromkeys(_clause(reason) for reason in telling))
    return f"{capital(_sentence(_fitting(clauses, cap)))}."


def _clause(reason: ImpactReason) -> Clause:
    # `clip` as well, which takes the middle out of no name and the end off a word without end.
    each = (clean(said).rstrip(". ") for said in (reason.text, reason.does, reason.theirs))
    text, does, theirs = (clip(said, len(said)) for said in each)
    return Clause(text=text, does=does, theirs=theirs)


def _fitting(clauses: Sequence[Clause], cap: int) -> list[Clause]:
    """The first ones that fit, each whole: a name that breaks off in its middle is another name."""
    most = max(cap, LEAST_WORDS)
    taken: list[Clause] = []
    for clause in clauses:
        if len(taken) < MOST and count_words(" ".join(one.text for one in (*taken, clause))) <= most:
            taken.append(clause)
    return taken or [Clause(text=clip(one.text, most), does="", theirs="") for one in clauses[:1]]


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


def _sentence(clauses: Sequence[Clause]) -> str:
    """What the account does as one clause, and the rest beside it: `Calder buys your Yard; Leeds is their city`."""
    # What has a comma of its own ("is bound by the Digital Goods, Services and Data Act") ends a list.
    doing = sorted((one for one in clauses if one.does), key=lambda one: "," in one.does)
    others = [one for one in clauses if not one.does]
    if not doing:
        return "; ".join(one.text for one in others)
    first = doing[0]
    own = first.text.removesuffix(first.does) + joined([one.does for one in doing])
    if clauses[0].does:
        return "; ".join([own, *(one.theirs or one.text for one in others)])
    if any(one.theirs for one in others):
        own = f"they {joined([_plural(one.does) for one in doing])}"
    return "; ".join([*(one.text for one in others), own])


def _plural(does: str) -> str:
    verb, _, rest = does.partition(" ")
    return f"{THEY.get(verb, verb)} {rest}"
