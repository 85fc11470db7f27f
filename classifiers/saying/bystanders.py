"""Whether those who do something are only called by what they are: "our customers", "dealers in Ontario", "rivals".

They bear no name, so no name can tell them from the company; the word says it.
"""

from collections.abc import Sequence
from typing import Any

import re2

from classifiers.wording.names import LETTER, UPPER
from domain.findings import TagName

RIVALS = (
    r"rivals|competitors|challengers|peers|competition|konkurrenten|wettbewerber|mitbewerber|konkurrenz|concurrents|"
    r"concurrence|rivales|competidores|competencia"
)
# Those that buy from the company or sell for it, and trades that it may sell to.
BUYERS = (
    r"customers|clients|suppliers|vendors|dealers|dealerships|distributors|resellers|installers|importers|wholesalers|"
    r"retailers|grocers|supermarkets|merchants|sellers|brands|manufacturers|producers|growers|farmers|brewers|landlords|"
    r"hotels|hoteliers|restaurants|airlines|carriers|banks|lenders|insurers|carmakers|automakers|shippers|hauliers|"
    r"hospitals|clinics|pharmacies|councils|cities|municipalities|utilities|"
    rf"[{LETTER}]*(?:makers|companies|firms|operators|providers|miners|builders|refiners|owners|agents|ports)|"
    r"co-ops?|cooperative|council|government|ministry|trade association|"
    rf"[{LETTER}]*(?:kunden|lieferanten|händler|partner|hersteller|anbieter|märkte|banken|versicherer)|"
    r"clients|fournisseurs|revendeurs|distributeurs|concessionnaires|commerçants|banques|assureurs|"
    r"clientes|proveedores|distribuidores|concesionarios|comerciantes|bancos|aseguradoras"
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


def told_of(roles: str) -> Any:
    """At the end of a text: such people as a clause's subject, or as those of whom a clause tells more."""
    subject = rf"{HEAD}{BEFORE}(?i:{roles}){PLACE}{HELPING}"
    told_more = rf"\b(?i:{roles}) (?:who|that|which|die|qui|que){HELPING}"
    return re2.compile(rf"(?:{subject}|{told_more}) ?$")


OF_RIVALS, OF_BUYERS = told_of(RIVALS), told_of(f"{RIVALS}|{BUYERS}")


def bystanders_act(ahead: str, own: Sequence[str], tag: TagName | None) -> bool:
    """Whether the words right before an act, those of its sentence, name nobody but rivals, customers or a trade.

    What customers can do now is news of a product; what they ask of theirs is no price of the company. `own` are the
    company's names: "Riverside Supermarkets" is itself.
    """
    folded = ahead.casefold()
    if any(OF_BUYERS.search(name) and name.casefold() in folded for name in own):
        return False
    if tag is TagName.PRICING:
        return OF_BUYERS.search(ahead) is not None
    return tag is TagName.PRODUCT and OF_RIVALS.search(ahead) is not None
