"""A rival's weakness is our chance: outages, leaks, lay-offs, fines and lost licences, for those who run it."""

from accounts.deciding.judgement import Judgement, count, idle, tags_of, tell
from accounts.deciding.ties import Fit, Ties
from accounts.reading.event import Reading
from accounts.reading.gist import Gist
from accounts.texts.patterns import Pattern
from domain.events import Stance
from domain.findings import TagName

_LOSES_STANDING = Pattern(
    r"\b(?:revok\w+|suspended|suspends|lapsed|expired|withdrawn|cancelled|no longer listed|vacat(?:es|ed)|strikes? off|"
    r"struck off|delist\w*|removes? (?:\S+ ){1,6}from (?:its|the) (?:list|register)|removed from|rejects?|refus\w+|"
    r"los(?:es|t|ing) (?:\S+ ){0,4}(?:authori[sz]ation|approval|licen[cs]e|registration|accreditation|certificat\w+)|"
    r"not (?:be |been )?renewed|verliert (?:\S+ ){0,4}(?:zulassung|zertifi\w+|lizenz)|entzieht|entzogen|"
    r"perd (?:\S+ ){0,3}(?:agrement|autorisation|certification)|retire (?:\S+ ){0,3}(?:agrement|autorisation)|"
    r"pierde (?:\S+ ){0,3}(?:autorizacion|licencia|certificacion))\b"
)
# A leak of data, or a third of all staff gone, concerns its customers wherever the town is that the text names.
_EVERYWHERE = Pattern(
    r"\b(?:breach\w*|leak\w*|hacked|attackers?|hackers?|ransomware|stolen|copied|exposed|"
    r"a (?:third|quarter|half|fifth) of (?:its|the) (?:staff|workforce))\b"
)
_AT_A_PLACE = Pattern(
    r"\b(?:lays? off|layoffs?|job cuts|cut(?:s|ting)? (?:\S+ ){0,3}jobs|fined|multa|amende|bussgeld|boete)\b"
)
# What a rival answers for to its own people, owners, inventors and tax office; customers feel none of it.
_OF_ITS_HOUSE = Pattern(
    r"\b(?:discriminat\w+|harass\w+|unpaid overtime|wage theft|labou?r (?:union|board|dispute)|tax(?:es|ation)?|"
    r"shareholders?|stockholders?|investors?|securities fraud|insider (?:trading|dealing)|patents?|trade ?marks?|"
    r"trade secrets?|copyright|lobbying|planning permission)\b"
)
# Data of its customers in strange hands they feel all the same, whatever else was taken and whoever sues for it.
_ROBBED = Pattern(
    r"\b(?:hack\w*|attackers?|intruders?|ransomware|thieves|cyber\w*|data breach\w*|leak\w*|stole|stolen|"
    r"breach(?:es)?(?:[:,]| (?:at|in|hits?|expos\w+|leaks?)))"
)
_OF_CUSTOMERS = Pattern(
    r"\b(?:customers?|clients?|guests?|users?|patients?|passengers?|travell?ers?|subscribers?|members?|tenants?|pupils?|"
    r"students?|shoppers?|buyers?|policyholders?|drivers?|booking|reservation|payment|card)\b['’]?s? (?:\S+ ){0,3}"
    r"(?:records?|data|details|files?|numbers?|accounts?|names|addresses|passwords?|information)\b|"
    r"\b(?:records?|data|details|files|numbers|addresses|passwords|information) (?:of|on|about) (?:\S+ ){0,3}"
    r"(?:customers|clients|guests|users|patients|passengers|travell?ers|subscribers|members|tenants|pupils|students|"
    r"shoppers|buyers|policyholders|drivers)\b"
)
_INSOLVENT = Pattern(
    r"\b(?:insolven\w*|bankrupt\w*|chapter 11|administration|receivership|liquidat\w+|winds? (?:down|up)|insolvenz\w*|"
    r"redressement judiciaire|concurso de acreedores|surseance|creditor protection|schutzschirm\w*|"
    r"(?:files?|filed|applies|applied) for (?:\S+ ){0,2}(?:restructuring|protection|reorgani[sz]ation)|"
    r"restructuring proceedings)\b"
)


_TROUBLES = frozenset({Gist.FAILS, Gist.DISTRESS, Gist.ENFORCES, Gist.WORSE})


def is_averted(reading: Reading) -> bool:
    """Whether the text takes back or denies something, and tells of no trouble besides."""
    return Gist.UNDONE in reading.gists and not reading.gists & _TROUBLES


def is_weakened(reading: Reading) -> bool:
    """Whether a rival fails, shrinks, is punished or loses a licence, and none of our accounts is meant by it."""
    if not reading.rivals or reading.own or is_averted(reading):
        return False
    tags = tags_of(reading)
    if TagName.SETBACK in tags:
        return True
    if TagName.REGULATORY in tags and (Gist.ENFORCES in reading.gists or _LOSES_STANDING.search(reading.folded)):
        return True
    return bool(reading.gists & {Gist.FAILS, Gist.DISTRESS}) and not tags & {TagName.PARTNERSHIP, TagName.EXECUTIVE}


def troubles(reading: Reading, ties: Ties) -> Judgement | None:
    """News without a tag that something is amiss with the very product that the account runs."""
    other = {Gist.REPORTS, Gist.HEADS, Gist.HIRES, Gist.BUYS, Gist.BUILDS, Gist.IDLE}
    if ties.fit is not Fit.SAME or Gist.WORSE not in reading.gists or tags_of(reading) or reading.gists & other:
        return None
    return None if reading.named or ties.elsewhere else tell(0.5, Stance.OPPORTUNITY)


def _befalls_the_whole(reading: Reading) -> bool:
    """Whether a rival is robbed of data, punished or dismisses people, and no product of its is named."""
    if reading.products:
        return False
    if _ROBBED.search(reading.folded) and _OF_CUSTOMERS.search(reading.folded):
        return True
    if _OF_ITS_HOUSE.search(reading.folded):
        return False
    return (
        _EVERYWHERE.search(reading.folded) is not None
        or _AT_A_PLACE.search(reading.folded) is not None
        or TagName.REGULATORY in tags_of(reading)
    )


def weakness(reading: Reading, ties: Ties) -> Judgement | None:
    """Told where the account runs what fails, is where it happens, or its supplier goes under; else only counted."""
    if not is_weakened(reading) or idle(reading):
        return None
    runs_it = ties.fit in (Fit.SAME, Fit.NONE_NAMED) or (ties.fit is Fit.UNKNOWN_PRODUCT and ties.product is not None)
    beside = ties.fit is Fit.NONE_NAMED and ties.off_topic and TagName.SETBACK not in tags_of(reading)
    elsewhere = ties.elsewhere and _EVERYWHERE.search(reading.folded) is None
    if runs_it and not beside and not elsewhere:
        return tell(0.7, Stance.OPPORTUNITY)
    if ties.fit is Fit.RIVAL_ONLY and not ties.off_topic and not elsewhere and _befalls_the_whole(reading):
        return tell(0.6, Stance.OPPORTUNITY)
    if (
        ties.fit is not None
        and ties.fit is not Fit.OTHER_PRODUCT
        and (ties.region or _INSOLVENT.search(reading.folded))
    ):
        return tell(0.55, Stance.OPPORTUNITY)
    return count(Stance.OPPORTUNITY) if ties.fit or (ties.product and ties.region) else None
