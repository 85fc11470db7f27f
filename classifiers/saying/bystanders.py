"""Whether those who do something are only called by what they are: "our customers", "dealers in Ontario", "rivals".

They bear no name, so no name can tell them from the company; the word says it.
"""

from collections.abc import Sequence
from typing import Any

from classifiers.wording.names import LETTER, UPPER, mentioned
from classifiers.wording.patterns import Pattern
from domain.findings import TagName

RIVALS = (
    r"rivals|competitors|challengers|peers|competition|konkurrenten|wettbewerber|mitbewerber|konkurrenz|concurrents|"
    r"concurrence|rivales|competidores|competencia"
)
# Those that buy from the company or sell for it.
SIDES = (
    r"customers|clients|suppliers|vendors|dealers|dealerships|distributors|resellers|installers|importers|wholesalers|"
    r"retailers|merchants|sellers|landlords|"
    rf"[{LETTER}]*(?:owners|agents|kunden|lieferanten|händler|partner)|"
    r"fournisseurs|revendeurs|distributeurs|concessionnaires|commerçants|"
    r"clientes|proveedores|distribuidores|concesionarios|comerciantes"
)
# Trades that it may sell to: what it calls itself, too, where its name stands before.
TRADES = (
    r"grocers|supermarkets|brands|manufacturers|producers|growers|farmers|brewers|"
    r"hotels|hoteliers|restaurants|airlines|carriers|banks|lenders|insurers|carmakers|automakers|shippers|hauliers|"
    r"hospitals|clinics|pharmacies|councils|cities|municipalities|utilities|"
    rf"[{LETTER}]*(?:makers|companies|firms|operators|providers|miners|builders|refiners|ports)|"
    r"co-ops?|cooperative|council|government|ministry|trade association|"
    rf"[{LETTER}]*(?:hersteller|anbieter|märkte|banken|versicherer)|"
    r"banques|assureurs|bancos|aseguradoras"
)
# "Our", "most of the", "three big", "Streaming": what stands before such a word at the head of a clause. One capital at
# most: in "Brightvane Gives Customers" it is not customers who act.
BEFORE = (
    r"(?:(?i:our|its|their|the|these|those|many|most|some|more|several|other|all|both|half|few|of|big|small|large|leading|"
    r"major|local|regional|independent|national|unsere|viele|die|manche|nos|les|des|plusieurs|certains|nuestros|los|las|"
    rf"muchos|varios|algunos|\d+) ){{0,4}}(?:[{UPPER}][{LETTER}'’.&-]+ )?"
)
# "that have been", "will now", "to": what stands between it and the act.
HELPING = (
    r"(?: (?:have|has|had|are|is|were|been|be|being|will|would|can|could|may|must|to|now|also|already|often|all|begin|"
    r"start|keep|continue|started|began|haben|werden|können|ont|vont|han|van a|[a-z]+ly)){0,4}"
)
PLACE = (
    rf"(?: (?:in|of|on|at|near|across|around|aus|de|en) "
    rf"(?:(?:the |la |le )?[{UPPER}][{LETTER}-]+|(?:our|the|its) [a-z]+))?"
)
# Where a clause begins.
CONJUNCTIONS = "as|while|when|after|because|since|where|whereas|although|weil|während|car|porque|mientras"
HEAD = rf"(?:^\W*|[:;,–—] |\b(?i:{CONJUNCTIONS}) )"


def told_of(roles: str, act: str = " ?$") -> Any:
    """Right before an act: such people as a clause's subject, or as those of whom a clause tells more."""
    subject = rf"{HEAD}{BEFORE}(?i:{roles}){PLACE}{HELPING}"
    told_more = rf"\b(?i:{roles}) (?:who|that|which|die|qui|que){HELPING}"
    return Pattern(rf"(?:{subject}|{told_more}){act}")


OF_RIVALS, OF_SIDES = told_of(RIVALS), told_of(f"{RIVALS}|{SIDES}")
OF_BUYERS = told_of(f"{RIVALS}|{SIDES}|{TRADES}")
# What the company asks of them: "sellers will be charged", "merchants pay".
ASKED = told_of(
    SIDES,
    r" (?:(?:be|been|being|is|are|were) (?:[a-z]+ )?(?:charged|billed|invoiced|metered)|pays?|paying|faces?|facing)\b",
)


def bystanders_act(sentence: str, at: int, own: Sequence[str], tag: TagName | None) -> bool:
    """Whether right before the act at an offset nobody is named but rivals, customers or a trade.

    What customers can do now is news of a product; what they ask of theirs is no price of the company, what is asked
    of them may be. `own` are the company's names: "Riverside Supermarkets" and "Riverside airlines" are itself,
    "Riverside dealers" are not.
    """
    ahead = sentence[:at]
    if tag is TagName.PRODUCT:
        return OF_RIVALS.search(ahead) is not None
    found = OF_BUYERS.search(ahead) if tag is TagName.PRICING else None
    if found is None or any(OF_BUYERS.search(name) and name.casefold() in ahead.casefold() for name in own):
        return False
    if mentioned(found.group(0), own) and not OF_SIDES.search(ahead):
        return False
    return not any(match.start() <= at <= match.end() for match in ASKED.finditer(sentence))
