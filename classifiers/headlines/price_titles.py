"""Titles of entries that speak of prices and leave them out: the facts beneath say more."""

from collections.abc import Sequence

import re2

from classifiers.wording.days import ANY_DAY, MONTHS
from domain.findings import Fact, Price

# "Changes to our pricing", "An update on prices": a title of these words says that there is news, and not what.
VAGUE_LIST = (
    "a an the our its your new updated upcoming important some changes change update updates updating changing notice "
    "information to on of about for in and pricing price prices plan plans subscription subscriptions billing "
    "announcement announcing announces effective taking effect from we i general rate rates increase increases "
    "évolution de nos du des au les le la tarifs prix tarif mise à jour changement changements nouveaux "
    "wir passen unsere die der neue neuen preise preis preisanpassung preisänderung tarife an zum ab änderung "
    "cambios en los nuestros precios nuevas nuevos tarifas actualización"
)
YEAR = re2.compile(r"\b20\d\d\b")
# "Tern plans to open a yard": somebody means to do it.
INTENDS = re2.compile(r"(?i)\bplans? (?:to|an?|its|another|more|\d+)\b")
PRICE_TITLE = re2.compile(
    r"(?i)\b(?:pric(?:e|es|ing)|fees?|rates?|tariffs?|subscriptions?|plans?|pay|preis\w*|tarif\w*|prix|"
    r"precios?|cheaper|dearer|charges?|bills?|surcharges?|fares?|tolls?|abos?|abonnements?|cuotas?|cost(?:s|ing)?)\b"
)

VAGUE = frozenset(VAGUE_LIST.split())


def only_about_prices(title: str, subject: str) -> bool:
    """Whether a title says no more than that something is new about prices or plans."""
    words = {word.strip(" .,:;!").casefold() for word in ANY_DAY.sub(" ", title).split()}
    dates = {word for word in words if word.isdigit() or word in MONTHS}
    return words - dates <= VAGUE | {word.casefold() for word in subject.split()}


def leaves_out_prices(title: str, facts: Sequence[Fact]) -> bool:
    """Whether a title speaks of prices without a number, and a sentence beneath tells from what to what."""
    told = any(isinstance(fact.value, Price) and tells_a_move(fact.value) for fact in facts)
    return (
        told
        and PRICE_TITLE.search(INTENDS.sub("", title)) is not None
        and not any(map(str.isdigit, YEAR.sub("", title)))
    )


def tells_a_move(price: Price) -> bool:
    """Whether a fact says from what to what a plan's price moves, or by how much or what share prices do."""
    return bool(price.comparable and price.plan) or price.difference is not None or price.percent is not None
