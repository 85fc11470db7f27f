"""Decides whether an account's manager is told of an event, or the pair is only counted, or there is no link."""

from accounts.deciding.judgement import Judgement, count, idle, tags_of, tell
from accounts.deciding.leaving import only_leaving_gets_cheaper
from accounts.deciding.nearness import Near
from accounts.deciding.own_news import own_news
from accounts.deciding.ties import Fit, Ties
from accounts.deciding.weakness import is_weakened, troubles, weakness
from accounts.reading.event import Reading
from accounts.reading.gist import Gist, is_idle
from accounts.texts.patterns import Pattern
from domain.events import Stance
from domain.findings import TagName
from domain.sources import SourceKind, SubjectKind

OFFER = frozenset(
    {Gist.RETIRES, Gist.DEARER, Gist.CHEAPER, Gist.REPRICES, Gist.TIGHTENS, Gist.EXTENDS, Gist.FAILS}
)  # fmt: skip
_GOOD_FOR_US = frozenset({Gist.RETIRES, Gist.DEARER, Gist.FAILS})
# What an incumbent changes in its offer, its standing or its reach; its people and its results are only counted.
_OF_ITS_OFFER = frozenset({TagName.PRICING, TagName.PRODUCT, TagName.PARTNERSHIP, TagName.REGULATORY})
# A rule that is only proposed, put off or eased.
_NOT_YET = Pattern(
    r"\b(?:propos\w+|draft|consultation|postpon\w+|delay\w*|defer\w*|extend(?:s|ed)? (?:\S+ ){0,3}(?:deadline|approval|"
    r"transition)|eases?|exempt\w*|waive\w*|strikes? a deal|reportee?|verschiebt|verschoben|aplaza)\b"
)
_JOINS = Pattern(
    r"\b(?:integrat\w+|bundl\w+|resell\w*|joint(?:ly)?|in one|embed\w*|white[- ]label\w*|takes? over|"
    r"merg\w+|combin\w+)\b"
)
_CERTIFIED = Pattern(r"\b\w*(?:certif|zertifi|accredit|akkredit|authori[sz]ed)\w*")
# "Cartwheel picks Zentag", "Zentag selected by Prague".
_CHOSEN = Pattern(
    r"\b(?:picks?|picked|selects?|selected by|chooses?|chosen by|chose|opts? for|goes with|wins? (?:\S+ ){0,3}contract|"
    r"contract (?:with|to)|rolls? out|deploys?|equips?|fits|kiest|choisit|setzt auf|beauftragt|elige|escoge|sceglie)\b"
)


def judge(reading: Reading, ties: Ties) -> Judgement | None:
    """The strongest of what each kind of happening says of this pair; None where nothing but a name is shared."""
    if ties.account.name in reading.named or ties.account.name in reading.own:
        news = own_news(reading, ties)
        touched = _offer(reading, ties)
        return touched if touched and (news is None or touched.relevance > news.relevance) else news
    found = [verdict for look in _LOOKS if (verdict := look(reading, ties)) is not None]
    return max(found, key=lambda one: (one.relevance, one.strength), default=None)


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


def _sold_off(reading: Reading, ties: Ties) -> Judgement | None:
    """A rival parts with the business of the very product that the account runs."""
    parts = Gist.SPLITS in reading.gists and not reading.own
    return tell(0.7, Stance.WATCH) if parts and ties.fit is Fit.SAME and not tags_of(reading) else None


def _offer(reading: Reading, ties: Ties) -> Judgement | None:
    """A rival's product that the account runs, or could, is retired, repriced, re-termed or extended."""
    happening = reading.gists & OFFER
    if not happening or not reading.rivals or idle(reading) or _only_people(reading):
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
    if not (runs_it or ties.fit is Fit.OTHER_PRODUCT) or not tags_of(reading) & _OF_ITS_OFFER:
        return None
    stance = _incumbent_stance(reading)
    beside = ties.fit is Fit.NONE_NAMED and ties.off_topic
    if not runs_it or beside or ties.elsewhere or _only_people(reading) or is_idle(reading.event.headline):
        return count(stance)
    if _wins_another(reading, ties):
        return count(stance)
    with_another_account = bool(reading.named) and not tags_of(reading) & {TagName.PRICING, TagName.PRODUCT}
    if with_another_account or (Gist.BUYS in reading.gists and reading.bought):
        return count()
    return tell(0.6, stance)


def _wins_another(reading: Reading, ties: Ties) -> bool:
    """Whether the rival is only chosen by somebody else, which changes nothing for those who run it already."""
    if tags_of(reading) & _OF_ITS_OFFER != {TagName.PARTNERSHIP} or ties.topic or ties.partner:
        return False
    return _CHOSEN.search(reading.folded) is not None and _JOINS.search(reading.folded) is None


def _incumbent_stance(reading: Reading) -> Stance:
    """As for any offer; besides, a new ally makes it stronger."""
    stance = offer_stance(reading)
    return Stance.THREAT if stance is Stance.WATCH and Gist.ALLIES in reading.gists else stance


def _only_people(reading: Reading) -> bool:
    return Gist.HEADS in reading.gists and not tags_of(reading) & {TagName.PRODUCT, TagName.PRICING}


def offer_stance(reading: Reading) -> Stance:
    """A rival's retreat, price rise or failure opens a door; its gain or price cut closes one; else it is not clear."""
    happening = reading.gists
    if is_weakened(reading):
        return Stance.OPPORTUNITY
    if happening & _GOOD_FOR_US and Gist.CHEAPER not in happening:
        return Stance.OPPORTUNITY
    if Gist.CHEAPER in happening:
        return Stance.OPPORTUNITY if only_leaving_gets_cheaper(reading.folded) else Stance.THREAT
    if Gist.TIGHTENS in happening:
        return Stance.OPPORTUNITY
    return Stance.THREAT if Gist.EXTENDS in happening else Stance.WATCH


def _arrival(reading: Reading, ties: Ties) -> Judgement | None:
    """A rival, alone or by an agreement, becomes available in the account's place and line of business.

    What it opens in another region of the account's country is only counted.
    """
    if idle(reading) or not reading.rivals or ties.region is None or Gist.BUYS in reading.gists:
        return None
    opens = TagName.EXPANSION in tags_of(reading) or Gist.BUILDS in reading.gists
    if opens and ties.near is Near.FAR:
        return count(Stance.THREAT) if ties.product or ties.fit else None
    if opens and (ties.product or ties.fit or (ties.near is Near.CITY and reading.met & set(ties.account.buys))):
        return tell(0.5, Stance.THREAT)
    if not reading.gists & {Gist.ALLIES, Gist.EXTENDS} or TagName.PARTNERSHIP not in tags_of(reading):
        return None
    return tell(0.5, Stance.THREAT) if ties.topic or ties.product else None


def _rule(reading: Reading, ties: Ties) -> Judgement | None:
    """A regulator acts on a rule that binds the account, or on a topic of a product it buys."""
    official = _is_official(reading)
    if ties.rule and official and _certifies_a_rival(reading):
        return count(Stance.THREAT)
    if ties.rule and official:
        ours = ties.rule_touches_us or ties.topic is not None or bool(reading.met & set(ties.account.buys))
        return tell(0.7, _rule_stance(reading)) if ours else count()
    if ties.rule and Gist.RULES in reading.gists:
        return count()
    if not official or not ties.product or ties.elsewhere:
        return None
    aimed = bool(reading.rivals or reading.hinted) and (ties.topic or ties.industry)
    made = Gist.RULES in reading.gists and ties.topic and (ties.region or ties.industry)
    return tell(0.45, Stance.WATCH) if aimed or made else None


def _certifies_a_rival(reading: Reading) -> bool:
    """Whether a rival only tells what it is certified for; the rule itself stays as it was."""
    rival = reading.event.subject.kind is SubjectKind.COMPETITOR
    return rival and _CERTIFIED.search(reading.folded) is not None and not reading.gists & {Gist.ENFORCES, Gist.RULES}


def _is_official(reading: Reading) -> bool:
    """Whether a regulator acts: by tag, by a register that says so, or in a hire for regulatory affairs."""
    tags = tags_of(reading)
    kinds = {sighting.source_kind for sighting in reading.event.sightings}
    registered = SourceKind.REGISTRY in kinds and Gist.RULES in reading.gists and TagName.HIRING not in tags
    return TagName.REGULATORY in tags or registered or (TagName.EXECUTIVE in tags and "regulatory" in reading.folded)


def _rule_stance(reading: Reading) -> Stance:
    """A rule in our field makes work we can help with; where a rival is first, or it is put off, not so sure."""
    return Stance.WATCH if reading.rivals or _NOT_YET.search(reading.folded) else Stance.OPPORTUNITY


def _hiring(reading: Reading, ties: Ties) -> Judgement | None:
    """A rival hires in the account's city: early warning."""
    hiring = Gist.HIRES in reading.gists and TagName.HIRING in tags_of(reading)
    return tell(0.4, Stance.WATCH) if hiring and reading.rivals and ties.near is Near.CITY else None


def _figures(reading: Reading, ties: Ties) -> Judgement | None:
    """A rival's results matter where it grows in the account's own place and line of business."""
    if TagName.FINANCIAL not in tags_of(reading) or not reading.rivals or ties.region is None:
        return None
    return tell(0.2, Stance.WATCH) if ties.topic or ties.fit or ties.product else None


def _partner(reading: Reading, ties: Ties) -> Judgement | None:
    """A partner of the account joins its product with that of a rival the account runs, or they become one house."""
    if ties.partner is None or ties.fit is None or not reading.rivals or idle(reading):
        return None
    joined = Gist.BUYS in reading.gists or _JOINS.search(reading.folded) is not None
    return tell(0.65, Stance.THREAT) if joined else None


def _rest(reading: Reading, ties: Ties) -> Judgement | None:
    """Worth a total: the incumbent's people, another variant, the same product without use, place or topic."""
    if idle(reading):
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


_LOOKS = (_deal, _sold_off, _offer, _incumbent, weakness, troubles, _arrival, _rule, _partner, _hiring, _figures, _rest)
