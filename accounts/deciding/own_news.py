"""What an account's own news means to us: it signs, grows, splits, is bought, changes its deciders, is in trouble."""

from accounts.deciding.judgement import Judgement, count, idle, tags_of, tell
from accounts.deciding.parting import parts_with_a_rival
from accounts.deciding.ties import Ties
from accounts.deciding.weakness import is_averted
from accounts.reading.event import Reading
from accounts.reading.gist import Gist, moves_a_decider
from accounts.texts.patterns import Pattern
from accounts.texts.phrases import phrase
from domain.events import Stance
from domain.findings import TagName

_HEADS = Pattern(
    r"\b(?:chief ([a-z]+(?: [a-z]+)?) officer|(?:head|director|vice president|vp|svp|evp) of ([a-z]+(?: [a-z]+)?))\b"
)


def own_news(reading: Reading, ties: Ties) -> Judgement | None:
    """The account is named in the text, or its own source speaks."""
    happening, tags, name = reading.gists, tags_of(reading), ties.account.name
    party = name in reading.own
    if Gist.BUYS in happening and (name in reading.buyers or name in reading.bought):
        return tell(0.7, Stance.OPPORTUNITY if name in reading.buyers else Stance.WATCH, own=True)
    if idle(reading):
        return None
    allied = (Gist.ALLIES in happening and party) or TagName.PARTNERSHIP in tags
    if reading.rivals and parts_with_a_rival(reading, name):
        return tell(1.0, Stance.OPPORTUNITY, own=True)
    if allied and reading.rivals:
        return tell(1.0, Stance.THREAT, own=True)
    troubled = Gist.DISTRESS in happening or (TagName.SETBACK in tags and not is_averted(reading))
    if troubled and party and TagName.PARTNERSHIP not in tags:
        return tell(0.8, Stance.THREAT, own=True)
    if (
        party
        and (TagName.PARTNERSHIP in tags or Gist.ALLIES in happening)
        and (ties.partner or ties.topic or ties.product)
    ):
        return tell(0.7, Stance.WATCH, own=True)
    if Gist.HEADS in happening and party:
        decides = moves_a_decider(reading.folded) or _heads_what_buys(reading, ties)
        return tell(0.6, Stance.WATCH, own=True) if decides else count(own=True)
    if party and Gist.BUILDS in happening and Gist.SPLITS not in happening and "merge" not in reading.folded:
        return tell(0.5, Stance.OPPORTUNITY, own=True)
    if party and happening & {Gist.SPLITS, Gist.BUYS}:
        return tell(0.7, Stance.WATCH, own=True)
    if Gist.ENFORCES in happening and party and _enforced_on_our_field(ties, reading):
        return tell(0.7, Stance.OPPORTUNITY, own=True)
    if party and (Gist.BUILDS in happening or TagName.EXPANSION in tags):
        return tell(0.5, Stance.OPPORTUNITY, own=True)
    return count(own=party)


def _heads_what_buys(reading: Reading, ties: Ties) -> bool:
    """Whether who comes or goes heads the unit our product is for: a chief claims officer, where claims is bought."""
    units = {stem for hit in _HEADS.finditer(reading.folded) for stem in phrase(hit.group(1) or hit.group(2)).weighty}
    return any(units & reading.fields.get(name, frozenset()) for name in ties.account.buys)


def _enforced_on_our_field(ties: Ties, reading: Reading) -> bool:
    """Whether what a regulator holds against the account is what it buys from us, or listed as its concern."""
    if ties.topic or ties.product or ties.rule_touches_us:
        return True
    concerns = (one for topic in ties.account.topics for one in phrase(topic).weighty)
    return any(len(one) > 3 and one in reading.words.places for one in concerns)
