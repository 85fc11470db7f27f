"""Decides whether an account's manager is told of an event, or the pair is only counted, or there is no link."""

from dataclasses import dataclass
from enum import IntEnum

import re2

from accounts.gist import Gist, is_idle, moves_a_decider
from accounts.phrases import phrase
from accounts.reading import Reading
from accounts.ties import Fit, Ties
from domain.events import Stance
from domain.findings import TagName
from domain.sources import SourceKind


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


OFFER = frozenset(
    {Gist.RETIRES, Gist.DEARER, Gist.CHEAPER, Gist.REPRICES, Gist.TIGHTENS, Gist.EXTENDS, Gist.FAILS}
)  # fmt: skip
_GOOD_FOR_US = frozenset({Gist.RETIRES, Gist.DEARER, Gist.FAILS})
# What an incumbent changes in its offer, its standing or its reach; its people and its results are only counted.
_OF_ITS_OFFER = frozenset({TagName.PRICING, TagName.PRODUCT, TagName.PARTNERSHIP, TagName.REGULATORY, TagName.SETBACK})
_LOSES_STANDING = re2.compile(r"\b(?:revoked|suspended|lapsed|expired|withdrawn|cancelled|no longer listed)\b")
_TOLD_TAGS = frozenset({TagName.PRICING, TagName.PRODUCT, TagName.PARTNERSHIP, TagName.REGULATORY, TagName.EXECUTIVE})


def tell(strength: float, stance: Stance, *, own: bool = False) -> Judgement:
    return Judgement(relevance=Relevance.TELL, strength=strength, stance=stance, own=own)


def count(stance: Stance = Stance.WATCH, *, own: bool = False) -> Judgement:
    return Judgement(relevance=Relevance.MARGINAL, strength=0.5, stance=stance, own=own)


def judge(reading: Reading, ties: Ties) -> Judgement | None:
    """The strongest of what each kind of happening says of this pair; None where nothing but a name is shared."""
    if ties.account.name in reading.named or ties.account.name in reading.own:
        return _own_news(reading, ties)
    verdicts = [look(reading, ties) for look in (_deal, _offer, _incumbent, _arrival, _rule, _hiring, _figures, _rest)]
    found = [verdict for verdict in verdicts if verdict is not None]
    return max(found, key=lambda one: (one.relevance, one.strength), default=None)


def _tags(reading: Reading) -> set[TagName]:
    return {tag.tag for tag in reading.event.tags}


def _idle(reading: Reading) -> bool:
    """Awards, surveys, dividends, results dates, office moves, comment: nothing an account manager acts on."""
    return Gist.IDLE in reading.gists and not _tags(reading) & _TOLD_TAGS


def _own_news(reading: Reading, ties: Ties) -> Judgement | None:
    """The account is named in the text, or its own source speaks."""
    happening, tags, name = reading.gists, _tags(reading), ties.account.name
    party = name in reading.own
    if Gist.BUYS in happening and (name in reading.buyers or name in reading.bought):
        return tell(0.7, Stance.OPPORTUNITY if name in reading.buyers else Stance.WATCH, own=True)
    if _idle(reading):
        return None
    if Gist.ALLIES in happening and (party or TagName.PARTNERSHIP in tags) and reading.rivals:
        return tell(1.0, Stance.THREAT, own=True)
    if Gist.DISTRESS in happening and party and TagName.PARTNERSHIP not in tags:
        return tell(0.8, Stance.THREAT, own=True)
    if (
        party
        and (TagName.PARTNERSHIP in tags or Gist.ALLIES in happening)
        and (ties.partner or ties.topic or ties.product)
    ):
        return tell(0.7, Stance.WATCH, own=True)
    if Gist.HEADS in happening and party:
        return tell(0.6, Stance.WATCH, own=True) if moves_a_decider(reading.folded) else count(own=True)
    if party and happening & {Gist.SPLITS, Gist.BUYS}:
        return tell(0.7, Stance.WATCH, own=True)
    if Gist.ENFORCES in happening and party and _enforced_on_our_field(ties, reading):
        return tell(0.7, Stance.OPPORTUNITY, own=True)
    if Gist.BUILDS in happening and party:
        return tell(0.5, Stance.OPPORTUNITY, own=True)
    touched = _offer(reading, ties)
    return touched if touched and touched.relevance is Relevance.TELL else count(own=party)


def _enforced_on_our_field(ties: Ties, reading: Reading) -> bool:
    """Whether what a regulator holds against the account is what it buys from us, or listed as its concern."""
    if ties.topic or ties.product or ties.rule_touches_us:
        return True
    concerns = (one for topic in ties.account.topics for one in phrase(topic).weighty)
    return any(len(one) > 3 and one in reading.words.places for one in concerns)


def _deal(reading: Reading, ties: Ties) -> Judgement | None:
    """A rival is bought, or buys the very product the account runs."""
    if Gist.BUYS not in reading.gists or not reading.bought:
        return None
    for use in ties.account.also_uses:
        product = (use.product or "").partition("(")[0].strip()
        if product in reading.bought:
            return tell(0.8, Stance.WATCH)
        if use.competitor in reading.bought:
            return tell(0.7, Stance.WATCH)
    return None


def _offer(reading: Reading, ties: Ties) -> Judgement | None:
    """A rival's product that the account runs, or could, is retired, repriced, re-termed or extended."""
    happening = reading.gists & OFFER
    if not happening or not reading.rivals or _idle(reading) or _only_people(reading):
        return None
    if Gist.BUYS in reading.gists and reading.bought:
        return None
    stance = offer_stance(reading)
    if ties.elsewhere:
        return count(stance) if ties.fit or ties.product else None
    if ties.fit is Fit.SAME:
        return tell(0.9 if ties.product else 0.7, stance)
    if ties.fit is Fit.UNKNOWN_PRODUCT and (ties.product or ties.topic):
        return tell(0.7, stance)
    if ties.fit is Fit.RIVAL_ONLY and ties.topic:
        return tell(0.6, stance)
    arrives = Gist.EXTENDS in happening and not happening & {Gist.RETIRES, Gist.DEARER, Gist.CHEAPER}
    if arrives and ties.product and (ties.region or (ties.topic and reading.products)):
        return tell(0.6, Stance.THREAT)
    return None


def _incumbent(reading: Reading, ties: Ties) -> Judgement | None:
    """The account runs this rival, who changes its offer: the very product that is run, or it names none at all."""
    runs_it = ties.fit in (Fit.SAME, Fit.NONE_NAMED) or (ties.fit is Fit.UNKNOWN_PRODUCT and ties.product is not None)
    if not (runs_it or ties.fit is Fit.OTHER_PRODUCT) or not _tags(reading) & _OF_ITS_OFFER:
        return None
    stance = _incumbent_stance(reading)
    if not runs_it or ties.elsewhere or _only_people(reading) or is_idle(reading.event.headline):
        return count(stance)
    with_another_account = bool(reading.named) and not _tags(reading) & {TagName.PRICING, TagName.PRODUCT}
    if with_another_account or (Gist.BUYS in reading.gists and reading.bought):
        return count()
    return tell(0.6, stance)


def _incumbent_stance(reading: Reading) -> Stance:
    """As for any offer; besides, a certificate or licence lost opens a door, and a new ally makes it stronger."""
    if TagName.REGULATORY in _tags(reading) and _LOSES_STANDING.search(reading.folded):
        return Stance.OPPORTUNITY
    stance = offer_stance(reading)
    return Stance.THREAT if stance is Stance.WATCH and Gist.ALLIES in reading.gists else stance


def _only_people(reading: Reading) -> bool:
    return Gist.HEADS in reading.gists and not _tags(reading) & {TagName.PRODUCT, TagName.PRICING}


def offer_stance(reading: Reading) -> Stance:
    """A rival's retreat, price rise or failure opens a door; its gain or price cut closes one; else it is not clear."""
    happening = reading.gists
    if happening & _GOOD_FOR_US and Gist.CHEAPER not in happening:
        return Stance.OPPORTUNITY
    if Gist.CHEAPER in happening:
        return Stance.THREAT
    if Gist.TIGHTENS in happening:
        return Stance.OPPORTUNITY
    return Stance.THREAT if Gist.EXTENDS in happening else Stance.WATCH


def _arrival(reading: Reading, ties: Ties) -> Judgement | None:
    """A rival, alone or by an agreement, becomes available in the account's place and line of business."""
    if _idle(reading) or not reading.rivals or ties.region is None or Gist.BUYS in reading.gists:
        return None
    if not reading.gists & {Gist.ALLIES, Gist.EXTENDS} or TagName.PARTNERSHIP not in _tags(reading):
        return None
    return tell(0.5, Stance.THREAT) if ties.topic or ties.product else None


def _rule(reading: Reading, ties: Ties) -> Judgement | None:
    """A regulator acts on a rule that binds the account, or on a topic of a product it buys."""
    official = _is_official(reading)
    if ties.rule and official:
        ours = ties.rule_touches_us or bool(reading.met & set(ties.account.buys))
        return tell(0.7, _rule_stance(reading)) if ours else count()
    if ties.rule and Gist.RULES in reading.gists:
        return count()
    aimed = bool(reading.rivals or reading.hinted)
    if official and aimed and ties.product and (ties.topic or ties.industry) and not ties.elsewhere:
        return tell(0.45, Stance.WATCH)
    return None


def _is_official(reading: Reading) -> bool:
    """Whether a regulator acts: by tag, by a register that says so, or in a hire for regulatory affairs."""
    tags = _tags(reading)
    kinds = {sighting.source_kind for sighting in reading.event.sightings}
    registered = SourceKind.REGISTRY in kinds and Gist.RULES in reading.gists and TagName.HIRING not in tags
    return TagName.REGULATORY in tags or registered or (TagName.EXECUTIVE in tags and "regulatory" in reading.folded)


def _rule_stance(reading: Reading) -> Stance:
    """A rule in our field makes work we can help with; where a rival moves first, that is not so sure."""
    return Stance.WATCH if reading.rivals else Stance.OPPORTUNITY


def _hiring(reading: Reading, ties: Ties) -> Judgement | None:
    """A rival hires in the account's city: early warning."""
    hiring = Gist.HIRES in reading.gists and TagName.HIRING in _tags(reading)
    return tell(0.4, Stance.WATCH) if hiring and reading.rivals and ties.same_city else None


def _figures(reading: Reading, ties: Ties) -> Judgement | None:
    """A rival's results matter where it grows in the account's own place and line of business."""
    if TagName.FINANCIAL not in _tags(reading) or not reading.rivals or ties.region is None:
        return None
    return tell(0.2, Stance.WATCH) if ties.topic or ties.fit or ties.product else None


def _rest(reading: Reading, ties: Ties) -> Judgement | None:
    """Worth a total: the incumbent's people, another variant, the same product without use, place or topic."""
    if _idle(reading):
        return None
    if ties.partner and reading.rivals:
        return count()
    if Gist.BUYS in reading.gists and ties.fit is not None:
        return count()
    if _only_people(reading):
        return count() if ties.fit else None
    offer = bool(reading.gists & OFFER) and bool(reading.rivals)
    if offer and (ties.product or (ties.fit or 0) >= Fit.OTHER_PRODUCT or (ties.fit and ties.region)):
        return count(offer_stance(reading))
    return None
