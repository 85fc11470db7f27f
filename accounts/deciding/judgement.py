"""What is decided of an event and an account: how relevant, how strong, which way it points."""

from dataclasses import dataclass
from enum import IntEnum

from accounts.reading.event import Reading
from accounts.reading.gist import Gist
from domain.events import Stance
from domain.findings import TagName

# Tags that make an event worth telling though its words are also those of awards and events.
TOLD_TAGS = frozenset(
    {
        TagName.PRICING,
        TagName.PRODUCT,
        TagName.PARTNERSHIP,
        TagName.REGULATORY,
        TagName.EXECUTIVE,
        TagName.SETBACK,
        TagName.EXPANSION,
    }
)


class Relevance(IntEnum):
    """Marginal pairs belong in a total or a footnote; only told ones have a line of their own."""

    MARGINAL = 1
    TELL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How relevant, how strong (0..1) within that, which way it points, and whether it is the account's own news."""

    relevance: Relevance
    strength: float
    stance: Stance
    own: bool = False


def tell(strength: float, stance: Stance, *, own: bool = False) -> Judgement:
    return Judgement(relevance=Relevance.TELL, strength=strength, stance=stance, own=own)


def count(stance: Stance = Stance.WATCH, *, own: bool = False) -> Judgement:
    return Judgement(relevance=Relevance.MARGINAL, strength=0.5, stance=stance, own=own)


def tags_of(reading: Reading) -> set[TagName]:
    return {tag.tag for tag in reading.event.tags}


def idle(reading: Reading) -> bool:
    """Awards, surveys, dividends, results dates, office moves, comment: nothing an account manager acts on."""
    return Gist.IDLE in reading.gists and not tags_of(reading) & TOLD_TAGS
