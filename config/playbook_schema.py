"""What may stand in a playbook."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from config.schedules import parse_day
from config.schema import Fault, Many, Strict, did_you_mean
from config.sources_schema import Tag
from config.values import Name, Slug
from domain.accounts import Stage
from domain.events import ReasonKind, Stance
from domain.playbook import By, Occasion

BLANK = re.compile(r"\{([^{}]*)\}")
BLANKS = ("account", "rival", "rival's")
LONGEST_DO = 120  # characters: it is one line of a mail
DAYS = re.compile(r"(\d{1,3}) (working )?days?")
BEFORE = re.compile(r"(?:(\d{1,3}) days? before )?(meeting|notice)")
HOW = "write 4 days, 3 working days, fri, meeting, or 10 days before notice"


def sentence(text: str) -> str:
    """What to do: one line, with known blanks, and without the full stop that the mail sets; "" for nothing."""
    said = " ".join(text.split()).removesuffix(".")
    if said.casefold() == "nothing":
        return ""
    if len(said) > LONGEST_DO:
        raise Fault(f"{len(said)} characters are too long for a line of a mail", f"at most {LONGEST_DO}")
    for name in BLANK.findall(said):
        if name not in BLANKS:
            known = did_you_mean(name, BLANKS) or "known: account, rival, rival's"
            raise Fault(f"{{{name}}} is nothing that can be filled in", known)
    if "{" in BLANK.sub("", said) or "}" in BLANK.sub("", said):
        raise Fault("a brace stands alone", "write {account}, {rival} or {rival's}")
    return said


def deadline(text: str) -> By:
    """`4 days`, `3 working days`, `fri`, `meeting`, `notice`, `2 days before meeting`."""
    words = " ".join(text.casefold().split())
    if found := DAYS.fullmatch(words):
        return By(days=int(found[1]), working=bool(found[2]))
    if found := BEFORE.fullmatch(words):
        return By(days=int(found[1] or 0), before=Occasion(found[2]))
    try:
        return By(weekday=parse_day(words))
    except Fault as error:
        raise Fault(f"'{text}' is no day to be due by", HOW) from error


def _deadline(text: str) -> str:
    deadline(text)
    return text


def _some(days: tuple[str, ...]) -> tuple[str, ...]:
    if not days:
        raise Fault("no day to be due by is given", HOW)
    return days


class PlayEntry(Strict):
    """One play; what it does not name, it does not ask for."""

    name: Slug
    do: Annotated[str, Field(min_length=1), AfterValidator(sentence)]
    tag: Many[Tag] = ()
    reason: Many[ReasonKind] = ()
    stance: Many[Stance] = ()
    stage: Many[Stage] = ()
    who: Name = "owner"
    by: Annotated[Many[Annotated[str, AfterValidator(_deadline)]], AfterValidator(_some)] = ("4 days",)


class PlaybookDocument(Strict):
    """The whole file: plays, checked one by one; those of ours that are off; roles with the words that mails have."""

    plays: tuple[Any, ...] = ()
    off: Many[Slug] = ()
    roles: dict[Slug, Name] = Field(default_factory=dict)
