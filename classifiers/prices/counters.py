"""Amounts that count and cover: money that runs through a company or that a warranty pays, and no price of anything."""

from decimal import Decimal

from classifiers.prices.not_sold import sentence_of
from classifiers.wording.money import Money
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern

ABOUT = (
    r"(?:(?:well |already |up to |at )?(?:over|above|more than|less than|about|around|nearly|almost|some|up to|least|"
    r"mehr als|über|rund|fast|bis zu|plus de|près de|jusqu['’]à|más de|casi|hasta) )?$"
)
# "We process $120 million a month", "in volume of over $2 billion".
RUNS_AHEAD = Pattern(
    r"(?i)\b(?:process(?:es|ed|ing)?|handl(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|transact(?:s|ed|ing)?|generat(?:e|es|ed)|"
    r"paid out|pay(?:s|ing)? out|manag(?:e|es|ed|ing)|recover(?:s|ed)?|(?:payouts?|payments|volume|transactions) of|"
    r"(?:processed|volume|paid out) ?[:|]|verarbeite(?:n|t)|wickel(?:n|t)|traitons|traite|procesamos|"
    rf"procesa|gestionamos)\s+{ABOUT}"
)
PERIOD = r"(?:day|week|month|year|tag|monat|jahr|mois|an|mes|año)"
EVERY = rf"(?:,? ?(?:a|per|each|every|/|pro|im|par|al|por|cada) ?{PERIOD})?"
RUN = (
    r"processed|handled|moved|transacted|managed|paid out|saved|raised|recovered|earned|settled|under management|"
    r"verarbeitet|abgewickelt|traités?|procesad[oa]s|gestionad[oa]s"
)
# "$2 billion+ in payments every year", "$2 billion processed"; "in monthly payments" tells how a price is paid.
RUNS_BEHIND = Pattern(
    rf"(?i)^\+?{EVERY}\s(?:(?:is|are|was|were|has been|have been|already) )*(?:{RUN})\b|"
    rf"^\+?{EVERY}\s(?:in|of|worth of|an|de|en) (?:(?:annual|yearly|monthly|daily|gross|total) )?"
    r"(?:(?:card|customer|client|guest|hotel|online|payment|transaction|sales|booking|merchandise) )*"
    r"(?:transactions|volume|gmv|sales|bookings|payouts|savings|claims|donations|transaktionen|umsatz|zahlungsvolumen|"
    r"transacciones|volumen)\b|"
    rf"^\+?{EVERY}\s(?:in|of|worth of|an|de|en) (?:(?:card|customer|client|guest|hotel|online|digital) )*"
    r"(?:payments|zahlungen|paiements|pagos)\b"
)
COVER = (
    r"(?:warrant(?:y|ies)|guarantees?|insurance|coverage|cover|indemnity|compensation|deductible|protection|garantie|"
    r"versicherung\w*|deckung\w*|assurance|garantía|seguro)"
)
# "insured up to $5 million", "coverage of $1 million": "Extended warranty: $99" is sold.
COVERED_AHEAD = Pattern(
    r"(?i)\b(?:insured|covered|protected|guaranteed|indemnified|reimbursed|compensated|versichert|abgesichert|"
    r"assurée?s?|couverte?s?|asegurad[oa]s?)\b[^.;|]{0,24}? "
    rf"(?:to|for|by|with|at|over|mit|bis zu|bis|jusqu['’]à|à|hasta|por) {ABOUT}|"
    rf"\b{COVER} (?:(?:worth|limits?|sums?|policy|policies) )?(?:of|up to|worth|von|bis zu|de|jusqu['’]à|hasta) {ABOUT}"
)
COVERS_BEHIND = Pattern(
    r"(?i)^[ -](?:(?:in|of|worth of) )?(?:(?:limited|full|breach|cyber|liability|damage|data|host|professional|fraud|"
    rf"uptime|service|performance|ransomware|chargeback|security|best-price|price) ){{0,2}}{COVER}\b"
)
COMES_WITH = Pattern(
    r"(?i)\b(?:with|includ(?:e|es|ed|ing)|backed by|carr(?:y|ies)|offers?|provides?|mit|inklusive|avec|con|incluye) "
    rf"(?:an? |our |the |eine[rm]? |une? |una? )?{ABOUT}"
)
LEAST_COVER = Decimal(10_000)
MILLION, BILLION = 10**6, 10**9
# What customers get back when the service fails.
GIVEN_BACK = Pattern(
    r"(?i)\b(?:(?:sla|service(?:[- ]level)?|uptime|downtime|outage|availability) (?:credits?|compensation|rebates?|"
    r"refunds?)|credits? for (?:downtime|outages?|each hour|every hour)|refunds?|compensation|reimbursements?|"
    r"gutschrift(?:en)?|entschädigung(?:en)?|indemnisation|reembolsos?)"
    rf"(?: (?:of|is|are|equals|up to|von|de))?\s*[:|–-]?\s+{ABOUT}"
)


def counts_or_covers(passage: Passage, money: Money) -> bool:
    """Whether an amount is what runs through the company, what is insured, or what is given back."""
    start, stop = sentence_of(passage.text, money)
    ahead, behind = passage.text[start : money.start], passage.text[money.end : stop]
    label = f"{passage.headings[-1]}: " if passage.headings and not ahead.strip() else ahead
    return (
        stands_bare(passage, money)
        or RUNS_AHEAD.search(ahead) is not None
        or RUNS_BEHIND.search(behind) is not None
        or COVERED_AHEAD.search(ahead) is not None
        or GIVEN_BACK.search(label) is not None
        or (COVERS_BEHIND.match(behind) is not None and (money.amount >= LEAST_COVER or bool(COMES_WITH.search(ahead))))
    )


def stands_bare(passage: Passage, money: Money) -> bool:
    """Whether millions or billions are written out with no period and for nothing: "$2 billion+" above its words."""
    if money.factor < MILLION or passage.cells:
        return False
    return money.factor >= BILLION or not (money.period or money.per)
