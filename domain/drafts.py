"""What an analyst changes in a week's mails before they go out."""

from dataclasses import dataclass
from datetime import datetime

from domain.verdicts import Says


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What is decided of one finding. `reword` and `note` are texts of the analyst's own, "" for none.

    `same_as` is the id of the event that it is told in; `judge` a verdict on the finding itself, that lasts.
    """

    event: str
    hide: bool = False
    pin: bool = False
    reword: str = ""
    note: str = ""
    same_as: str = ""
    judge: Says | None = None

    @property
    def left_out(self) -> bool:
        return self.hide or self.judge is Says.NOISE


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The rulings of one week's mails ("2026-W08"), by whom, and the very text they were read from."""

    week: str
    by: str
    rulings: tuple[Ruling, ...]
    text: str
    note: str = ""

    def of(self, event: str) -> Ruling | None:
        return next((one for one in self.rulings if one.event == event), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftChange:
    """Who changed what of a week's mails and when. `event` is "" for what concerns the whole mail."""

    week: str
    event: str
    what: str
    before: str
    after: str
    by: str
    at: datetime
