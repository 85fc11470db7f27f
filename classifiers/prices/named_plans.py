"""The plan that a sentence of running text names for its amounts, before them."""

from classifiers.prices.labels import AMOUNTS, label_before
from classifiers.prices.no_prices import sentence_before
from classifiers.wording.days import ANY_DAY, MONTHS
from classifiers.wording.patterns import Pattern

PLAN = Pattern(
    r"((?:[A-ZÀ-Þ][\wÀ-ž+&-]*)(?: [A-ZÀ-Þ\d][\wÀ-ž+&-]*){0,2})(?: \w+)? (?:plan|tier|edition|package|subscription|"
    r"-?Tarif|-?Plan)s?\b"
)
# "der Tarif Profi", "l'offre Équipe": the word before its name.
PLAN_AHEAD = Pattern(
    r"\b(?:Tarif|Paket|Plan|Abo|Abonnement|plan|tier|package|formule|forfait|offre|abonnement|tarifa|paquete|"
    r"suscripción) ([A-ZÀ-Þ][\wÀ-ž+&-]*(?: [A-ZÀ-Þ\d][\wÀ-ž+&-]*)?)"
)
OF_WHAT = Pattern(
    r"(?:prices? (?:of|for)|cost of|fees? (?:of|for)|[Rr]aises|[Cc]uts|[Ii]ncreases|[Rr]educes|"
    r"[Ll]owers) (?:its |the |our )?"
    r"((?:[A-ZÀ-Þ][\wÀ-ž+&-]*)(?: [A-ZÀ-Þ\d][\wÀ-ž+&-]*){0,3})"
)
# What the verb says of its own subject: "Dantry Pro goes from", "kostet Profi", "is now called Growth and costs".
SUBJECT = Pattern(
    r"((?:[A-ZÀ-Þ][\wÀ-ž+&-]*)(?: [A-ZÀ-Þ\d][\wÀ-ž+&-]*){0,3}) (?:(?:and|und|et|y) )?(?:will |now |is |are |wird )*"
    r"(?:goes|go|rises?|rising|moves?|moving|went|rose|increases?|jumps?|climbs?|falls?|drops?|costs?|kostet|kosten|"
    r"steigt|sinkt|coûte(?:ra)?|passe(?:ra)?|augmente(?:ra)?|baisse(?:ra)?|cuesta|costará|pasa(?:rá)?|sube|subirá|"
    r"baja(?:rá)?)"
    r"(?: in price)?(?: now| nun| künftig| ab sofort| désormais| ahora| up| down)? (?:from |von |de |by |um |en )?$|"
    r"((?:[A-ZÀ-Þ][\wÀ-ž+&-]*)(?: [A-ZÀ-Þ\d][\wÀ-ž+&-]*){0,3})(?: is| are)? now (?:just |only |at )?$|"
    r"\b(?:kostet|kosten|cuesta|coûte) ((?:[A-ZÀ-Þ][\wÀ-ž+&-]*)(?: [A-ZÀ-Þ\d][\wÀ-ž+&-]*){0,2}) (?:künftig |nun |"
    r"ahora )?$|"
    r"((?:[A-ZÀ-Þ][\wÀ-ž+&-]*)(?: [A-ZÀ-Þ\d][\wÀ-ž+&-]*){0,2}) at (?:just |only )?$|"
    r"(?:\band|\bund|\bet|\by|,) ((?:[A-ZÀ-Þ][\wÀ-ž+&-]*)(?: [A-ZÀ-Þ\d][\wÀ-ž+&-]*){0,2}) $"
)
# "the Plus plan at $9 and Starter ($19": a name right before a bracket owns what stands in it.
BRACKETED = Pattern(
    r"((?:[A-ZÀ-Þ][\wÀ-ž+&-]*)(?: [A-ZÀ-Þ\d][\wÀ-ž+&-]*){0,2})(?: (?:plan|tier|edition|package|subscription)s?)? \($"
)
REACH = 90
NO_PLAN_LIST = (
    "The Our This Its It We That From A An Each Every Price Prices Pricing On In Der Die Das Preis Preise Le Les El "
    "Los Prix Two Three Four Five New All Both More Lower Higher That"
)
NO_PLANS = frozenset(NO_PLAN_LIST.split())
# "A peak surcharge of $1.50", "The fuel levy rises by $2": what is charged besides, by its own name.
FEES = r"(?:surcharge|fee|charge|levy|supplement|toll|deposit)"
CHARGE = Pattern(
    rf"\b(?i:an?|the|our|its|new) ((?:[a-z][a-z-]+ ){{0,2}}{FEES}) "
    r"(?:of|is|will be|(?:will |now )?(?:rises?|increases?|goes up|go up|falls?|drops?|goes down)(?: by| to| from)?)"
    r"(?: now| only| just)? $"
)
# "adds $25 fuel surcharge", "£4.95 for standard delivery (currently £3.95)".
CHARGE_BEHIND = Pattern(
    rf"^ ((?:[a-z][a-z-]+ ){{0,2}}{FEES})\b|"
    r"^ for ((?:[a-z][a-z-]+ ){0,2}(?:delivery|shipping|returns?|collection|installation|support|parking|storage|"
    r"handling|baggage|luggage|activation))\b"
)
COSTS_IN_TITLE = Pattern(
    r"^((?:[A-ZÀ-Þ][\wÀ-ž+&-]*)(?: [A-ZÀ-Þ\d][\wÀ-ž+&-]*){1,2}) (?:will |now |is |to )*(?:costs?|gets|goes|becomes|"
    r"rises?|"
    r"drops?|falls?|cheaper|dearer|more expensive)\b"
)
NO_CHARGE = frozenset(
    ("a", "an", "the", "each", "every", "any", "our", "your", "one", "per", "month", "year", "monthly", "in")
)
# "Premium: $3 off", and "$3 off the price of Premium": the name may stand behind the amount.
BEHIND = Pattern(
    r"^[^.;:!?\n]{0,60}?\b(?:prices? (?:of|for)|for|on) (?:the |our |its )?"
    r"((?:[A-ZÀ-Þ][\wÀ-ž+&-]*)(?: [A-ZÀ-Þ\d][\wÀ-ž+&-]*){0,2})"
)


def plan_in(text: str, at: int, since: int = 0) -> str | None:
    """The plan that the sentence names before its amounts, the nearest one; what stands before `since` is another's."""
    before = ANY_DAY.sub("then", sentence_before(text, at))
    before = before[-(at - since) :] if at - since < len(before) else before
    for pattern in (BRACKETED, PLAN, PLAN_AHEAD, OF_WHAT, SUBJECT, CHARGE):
        names: list[str] = [match.group(match.lastindex or 1) for match in pattern.finditer(before)]
        names = [" ".join(word for word in name.split() if word not in NO_PLANS) for name in names]
        if names and names[-1]:
            return names[-1]
    return label_before(before) or label_before(before.rpartition(", ")[2])


def plan_behind(text: str, at: int) -> str | None:
    """The plan that the sentence names behind an amount: "$3 off the price of Premium"."""
    charge = charge_behind(text, at)
    if charge:
        return charge
    match = BEHIND.match(text[at : at + REACH])
    names = match.group(1).split() if match else []
    return " ".join(names) if names and names[0] not in NO_PLANS and names[0].casefold() not in MONTHS else None


def charge_behind(text: str, at: int) -> str | None:
    """What the words right behind an amount say is charged: "$25 fuel surcharge", "£5 for next-day delivery"."""
    match = CHARGE_BEHIND.match(text[at : at + REACH])
    words = (match.group(1) or match.group(2)).split() if match else []
    return " ".join(words) if words and not NO_CHARGE & set(words) else None


def plan_in_title(title: str) -> str | None:
    """The one plan that a title names as such: "Our Basic plan is back", "Tern Premium now costs more"."""
    names = [
        match.group(1) for pattern in (BRACKETED, PLAN, PLAN_AHEAD, COSTS_IN_TITLE) for match in pattern.finditer(title)
    ]
    names = [" ".join(word for word in name.split() if word not in NO_PLANS) for name in names]
    known = names[0] if len(set(names)) == 1 else ""
    return known if known and not AMOUNTS.search(known) else None
