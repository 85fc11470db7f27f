"""The words by which a happening is known, in the languages that rivals write in: patterns only.

Turns of several words stand in `lists/happenings.txt`.
"""

from enum import StrEnum

from accounts.reading.wordings import wordings
from accounts.texts.patterns import Pattern


class Gist(StrEnum):
    """What happens, as far as an account's manager cares."""

    RETIRES = "retires"
    DEARER = "dearer"
    CHEAPER = "cheaper"
    REPRICES = "reprices"
    TIGHTENS = "tightens"
    EXTENDS = "extends"
    ALLIES = "allies"
    BUYS = "buys"
    SPLITS = "splits"
    HEADS = "heads"
    DISTRESS = "distress"
    ENFORCES = "enforces"
    RULES = "rules"
    BUILDS = "builds"
    HIRES = "hires"
    REPORTS = "reports"
    FAILS = "fails"
    WORSE = "worse"
    UNDONE = "undone"
    IDLE = "idle"


WORDS: dict[Gist, str] = {
    Gist.RETIRES: (
        r"retir(?:e|es|ed|ing|ement)(?:\b)|end[- ]of[- ](?:life|support|sale)|discontinu\w+|deprecat\w+|"
        r"sunset(?:s|ting)?\b|phas(?:e|es|ed|ing) out|shut(?:s|ting)? down|support \S+(?: \S+){0,8} ends|"
        r"will be withdrawn|withdraw(?:s|n|al) (?:of|from)|no longer (?:be )?(?:available|offered|supported|sold)|"
        r"abgekundigt|eingestellt|"
        r"(?:will )?stops? (?:working|supporting|selling|offering|accepting)|ends? (?:support|production|sales?)\b|"
        r"(?:production|sales?|service) (?:of (?:\S+ ){1,4})?(?:ends|stops|ceases)\b|"
        r"end of (?:\S+ ){0,3}(?:program|programme|plan|service)|"
        r"(?:closes|closing|winds?|winding) (?:down|up) (?:its |the )|last (?:orders?|time buy)|must be returned|"
        r"to be withdrawn|abverkauf|stellt (?:\S+ ){1,5}ein\b|lauft aus|wordt stopgezet|stopt met|"
        r"fin de (?:commercialisation|vie|support|vente)|"
        r"s'arrete\w*|prend(?:ra)? fin|"
        r"cesse(?:ra|nt)?\b|abandonne|arrete (?:la|le|de)|deja(?:ra)? de|descontinu\w+|dismesso|"
        r"kundigt (?:\S+ ){0,3}ende|met(?:tra)? fin a|pone fin a|beendet|einstellung (?:des|der|von)|buiten gebruik"
    ),
    Gist.DEARER: (
        r"(?:price|fee|rate|cost)s? (?:increase|rise|hike|go(?:es)? up|will rise)|"
        r"(?:rais|increas|hik)\w+ (?:\w+ ){0,4}(?:price|fee|rate)s?\b|price adjustment upwards|surcharge|"
        r"more expensive|preiserhohung|"
        r"(?:price|fee|rate|cost|tariff|charge)s?(?: \S+){0,8} (?:rises?|rose|go(?:es)? up|climbs?|doubles?|"
        r"triples?|jumps?|increases?)\b|"
        r"(?:doubles|triples|lifts|hikes|puts up) (?:\S+ ){0,4}(?:price|fee|rate|charge|tariff)s?\b|(?:price|fee|"
        r"rate)s? up (?:by )?\d|"
        r"hausse (?:de |des |du )?(?:prix|tarif)|augment\w+ (?:\S+ ){0,3}(?:prix|tarif)|verteuert|wird teurer|"
        r"werden teurer|"
        r"subida de (?:precio|tarifa)|sube (?:\S+ ){0,3}(?:precio|tarifa)|prijsverhoging|aumento (?:de|dei|del)|"
        r"(?:erhoht|hebt|steigert|verhoogt|aumenta|alza|sube|augmente|releve) (?:\S+ ){0,6}"
        r"(?:preis|gebuhr|entgelt|tarif|tarie|prij|prezz|tariff|canon|precio|tarifa|cuota|comision|prix|redevance)\w*|"
        r"indexation|indexed (?:up|by)|uplift of|inflation adjustment|teuerungsausgleich|price uplift|"
        r"(?:hojer|haever|hever|oker) (?:\S+ ){0,2}pris\w*|prishojning|podwyzka|podnosi ceny|"
        r"verhoogt (?:\S+ ){0,3}prij\w*|alza (?:\S+ ){0,3}prezz\w*"
    ),
    Gist.CHEAPER: (
        r"(?:price|fee|rate|cost)s? (?:\w+ ){0,2}(?:reduction|cut|drop|decrease)|"
        r"(?:reduc|cut|lower|slash)\w* (?:\w+ ){0,4}(?:price|fee|rate|cost)s?\b|discount|"
        r"price (?:is|are|was) (?:reduced|lowered)|free of charge|now free|waiv\w+ (?:\w+ ){0,3}fees?|at[- ]cost|"
        r"preissenkung|"
        r"(?:price|fee|rate|cost|tariff|charge)s?(?: \S+){0,8} (?:falls?|fell|drops?|halves?|halved|decreases?|"
        r"go(?:es)? down|down to)\b|"
        r"halves? (?:\S+ ){0,4}(?:price|fee|rate|charge|tariff)s?\b|no (?:extra|additional) (?:charge|cost|fee)|"
        r"for free\b|"
        r"(?:price|fee|rate)s? down (?:by )?\d|baisse (?:de |des |du )?(?:prix|tarif)|baja (?:\S+ ){0,3}(?:precio|"
        r"tarifa)|rebaja|gunstiger|kostenlos|gratuit\w*|prijsverlaging|"
        r"(?:senkt|reduziert|verlaagt|riduce|abbassa|taglia|rebaja|reduce|baisse|reduit) (?:\S+ ){0,6}"
        r"(?:preis|gebuhr|entgelt|tarif|tarie|prij|prezz|tariff|canon|precio|tarifa|cuota|comision|prix|redevance)\w*|"
        r"\d ?(?:%|percent|per cent|prozent) (?:cheaper|less|lower|off)|cheaper\b|moins cher|mas barat\w|"
        r"(?:is|are|becomes?|goes|going|now) free (?:for|to|until|of charge)|"
        r"price match|half[- ]price|halbiert|senkt (?:\S+ ){0,4}preis\w*|diminu\w+ (?:\S+ ){0,3}(?:prix|tarif)|"
        r"(?:sanker|saenker|senker) (?:\S+ ){0,2}pris\w*|verlaagt (?:\S+ ){0,3}prij\w*|"
        r"abbassa (?:\S+ ){0,3}prezz\w*|obniza ceny"
    ),
    Gist.TIGHTENS: (
        r"minimum|no longer|restrict\w*|limits? (?:on|to)|will (?:now )?require|only until|must (?:now )?|"
        r"ending \w+|expir\w+|cap(?:ped|s)? (?:at|on)|mandatory"
    ),
    Gist.EXTENDS: (
        r"(?:generally|now|newly|widely) available|general availability|available (?:in|on|to|for)|public preview|"
        r"private preview|in preview|launch\w*|introduc\w+|unveil\w*|announcing|"
        r"new (?:feature|version|region|release|capabilit)\w*|adds?\b|added|expands? (?:to|into|availability)|"
        r"extends?|rolls? out|widen\w*|enters?\b|opens? (?:in|a|an|up)|brings?|releas\w+|authori[sz]ed|achiev\w+|"
        r"certifi\w+|earns?|pilot (?:in|with)|now (?:offers|supports)|verfugbar|"
        r"offers (?:\S+ ){0,6}(?:for rent|for hire|on subscription|free trial|no deposit|on credit)|"
        r"arrives?\b|now (?:covers|works|with|in|accepts|connects)|goes live|new in\b|offline mode|"
        r"grants? (?:\S+ ){0,4}(?:registration|licen[cs]e|approval|clearance|authorisation)|clear(?:s|ed|"
        r"ance) (?:\S+ ){0,4}for|"
        r"erhalt (?:\S+ ){0,4}\S*(?:zertifi|zulassung|genehmigung)\w*|zertifiziert|"
        r"(?:obtient|obtiene|ottiene) (?:\S+ ){0,4}(?:certif|agrement|autori|licencia)\w*|"
        r"ab sofort|jetzt (?:in|mit|auch)|disponible (?:en|dans|desde|des)|ya (?:esta )?disponible|lanza\b|lance\b|"
        r"lanceert|"
        r"nu (?:ook )?(?:in|beschikbaar)|fuhrt (?:\S+ ){1,5}ein\b"
    ),
    Gist.ALLIES: (
        r"partner(?:s|ed|ship|ing)?\b|partnerschaft|sign(?:s|ed) |agreement with|"
        r"enters? into (?:an? )?(?:\S+ ){0,3}agreement|(?:select|choos|chose|pick)\w* |team(?:s|ed)? up|"
        r"collaborat\w+|alliance|joint(?:ly)?|renew(?:s|ed|al)|verlangert|integrat(?:es|ed|ion) with|deploys?|"
        r"rolls? out (?:\S+ ){0,5}(?:with|from)|goes? live with|migrat\w+ to|contract (?:with|to)|"
        r"awards? (?:\S+ ){0,4}contract|launch\w* (?:\S+ ){0,5}(?:with|on)|verstarken|accord avec|"
        r"sign (?:an? |\S+[- ]year|up )|standardi[sz]es on|opts? for|goes with|taps?\b|equips?\b|to (?:equip|"
        r"supply|provide)\b|"
        r"as (?:its|their) (?:\S+ ){0,3}(?:partner|provider|supplier|vendor)|powered by|switch\w* to|"
        r"expands? integration|"
        r"kiest|choisit|setzt auf|entscheidet sich fur|ausgestattet|beauftragt|elige|escoge|confie|selecciona|"
        r"vertraut|sceglie|rust\w* (?:\S+ ){0,4}aus\b|partenariat|alianza|kooperation|samarbeid\w*|"
        r"preferred (?:\S+ ){0,2}(?:supplier|contractor|partner|vendor|provider)|sole supplier|"
        r"exclusive (?:\S+ ){0,2}(?:deal|supplier|partner)|valjer|velger|vaelger|valitsee|wybiera"
    ),
    Gist.BUYS: (
        r"acqui(?:re|res|red|ring|sition)|merger|merge[sd]? with|takeover|takes? over|buyout|buys?\b|bought|"
        r"to be bought|tak(?:e|es|en|ing) (?:\S+ ){0,3}private\b|completes? (?:the )?purchase of|ubernahme|ubernimmt|"
        r"rachet\w+|rachat|compra\b|adquiere|koopt\b|neemt (?:\S+ ){1,4}over\b|reprend\b|overname|to acquire"
    ),
    Gist.SPLITS: (
        r"spin[- ]?offs?|spins? off|demerger|divest\w*|carve[- ]?out|separat\w+ (?:of|into|its)|sells? its|"
        r"sale of its|"
        r"cede\b|vend (?:ses|son|sa|une?|deux|trois|\d+)\b|verkauft (?:sein|ihr|die|das|den|zwei|drei|\d)\w*|"
        r"vende (?:sus?|las?|el|los|una?|dos|tres|\d+)\b|verkoopt (?:zijn|haar|de|het|twee|drie|\d+)\b|"
        r"scission|abspaltung|abgespalten|escision|afsplits\w+|to list (?:its|the) "
    ),
    Gist.DISTRESS: (
        r"cease and desist|bankrupt\w*|insolven\w*|chapter 11|(?:enters?|into|in) administration\b|"
        r"receivership|going concern|"
        r"layoffs?|lays? off|job cuts|redundanc\w+|restructur\w+|default(?:s|ed)? on|profit warning|liquidat\w+|"
        r"delist\w*|covenant breach|suspends? (?:its )?dividend|consent order|"
        r"closes? (?:\S+ ){0,3}(?:plant|factory|branch|site|store)s?|"
        r"care and maintenance|jobs? (?:are )?at risk|cut(?:s|ting)? (?:\S+ ){0,2}jobs|lay(?:s|ing)? off|lay-offs?|"
        r"warns on profit|"
        r"freez\w+ (?:\S+ ){0,3}(?:hiring|recruitment|spending|investment)|(?:hiring|spending) freeze|budget deficit|"
        r"deficit of|furlough\w*|short[- ]time work|kurzarbeit|stellen (?:fallen|gestrichen|werden gestrichen)|"
        r"(?:streicht|baut) (?:\S+ ){0,4}(?:stellen|arbeitsplatze)|"
        r"schliesst (?:\S+ ){0,3}(?:werk|standort|filial|niederlassung)\w*|"
        r"ferme (?:\S+ ){0,4}(?:usine|site|magasin|agence)s?|supprime (?:\S+ ){0,4}(?:postes|emplois)|"
        r"(?:cierra|cerrara|chiude|sluit) (?:\S+ ){0,4}"
        r"(?:planta|fabrica|tienda|stabilimento|fabriek|vestiging|winkel)\w*|"
        r"insolvenz\w*|stellenabbau|suppressions? d'emplois|plan social|redressement judiciaire|"
        r"concurso de acreedores|surseance|clos\w+ (?:its |the )?(?:\S+ ){0,3}(?:hub|depot|mill|mine|shaft|office|"
        r"yard)s?"
    ),
    Gist.ENFORCES: (
        r"settle[sd]?\b|settlement|fine[sd]?\b|penalt\w+|sanction\w*|enforce\w*|recall\w*|sue[sd]?\b|lawsuit|"
        r"charge[sd] |violat\w+|alleg\w+|warning letter|ban(?:s|ned)?\b|order to|agreed to pay|injunction|"
        r"investigat\w+|prob\w+|"
        r"removes? (?:\S+ ){0,6}from (?:its|the) (?:list|register)|revok\w+|vacat(?:es|ed)|"
        r"suspends? (?:\S+ ){0,3}(?:licen|permit|registration|approval)\w*|strikes? off|amende|bussgeld|multa\b|"
        r"boete|sanction\w*|rappel\b"
    ),
    Gist.RULES: (
        r"finali[sz]es?|adopts?|amend\w*|propos\w+|"
        r"(?:final|new|draft|interim) (?:rule|guidance|guideline|regulation|law)s?|takes effect|comes? into force|"
        r"enter(?:s|ed)? into force|updates? (?:\S+ ){0,4}(?:rule|guidance|guideline|standard|regulation)s?|"
        r"publish\w+|issues?\b|registers?\b|registered|registration|approv\w+|consultation|deadline|"
        r"strikes? a deal|pass(?:es|ed)? (?:\S+ ){0,5}(?:bill|act|law)|postpon\w+|revis(?:es|ed)|to require|"
        r"new requirements?|lowers? the|(?:quota|limit|threshold) (?:\S+ ){0,4}(?:cut|lowered|raised|reduced)|"
        r"extends? (?:\S+ ){0,2}approval|amendment|verordnung|reglement|richtlinie|decreto|loi\b"
    ),
    Gist.BUILDS: (
        r"(?:open|build|expand|inaugurat|break)\w* (?:\S+ ){0,6}"
        r"(?:plant|hub|factory|site|warehouse|centre|center|branch|store|terminal|hospital|clinic|depot|campus|"
        r"facilit|line|"
        r"network|fleet)\w*|"
        r"orders? (?:up to |for )?\d[\d,.]*|fleet of|"
        r"(?:eroffnet|baut|ouvre|ouvrira|inaugure|construit|abre|abrira|inaugura|construye|apre|costruisce|opent|"
        r"bouwt) (?:\S+ ){0,5}(?:werk|standort|filial|lager|niederlassung|usine|site|magasin|bureau|agence|entrepot|"
        r"planta|fabrica|tienda|centro|hotel|almacen|stabilimento|negozio|fabriek|vestiging|winkel)\w*|"
        r"(?:wins?|won|remporte|gewinnt|gana|vince|wint) (?:\S+ ){0,5}"
        r"(?:contract|tender|project|chantier|marche|auftrag|contrato|appalto|opdracht)\w*|"
        r"s'(?:installe|implante) |se instala en|"
        r"new (?:plant|hub|factory|site|warehouse|terminal|hospital|depot|facility)|"
        r"(?:open|build|expand|break)\w* (?:\S+ ){0,6}(?:fab|mill|mine|yard|studio|hotel|restaurant|shop|laborator|"
        r"farm|kitchen|office)\w*|second (?:\S+ ){0,2}(?:plant|site|factory)"
    ),
    Gist.HIRES: (
        r"job (?:opening|board|posting|ad)s?|openings?\b|vacanc\w+|is hiring|we are hiring|"
        r"open (?:role|position)s?|apply now|(?:account|sales) (?:manager|executive)s?,? \(?(?:m/f|full)|"
        r"open position|stellenangebot|offre d'emploi|(?:key|sales|regional) (?:\S+ )?account (?:manager|director|"
        r"executive)s?|account directors?\b"
    ),
    Gist.REPORTS: (
        r"revenue|ebitda|net (?:profit|income|loss)|"
        r"(?:quarterly|annual|full[- ]year|first|second|third|fourth)[- ](?:quarter )?results|earnings|"
        r"turnover (?:rose|fell|grew)"
    ),
    Gist.FAILS: (
        r"outage|downtime|breach\w*|data leak|vulnerabilit\w+|hacked|ransomware attack|service disruption|"
        r"unavailable|unreachable|inaccessible|recall(?:s|ed)?\b|(?:went|goes|was|were|been) (?:down|offline) for|"
        r"(?:attackers?|hackers?|intruders?|criminals) (?:\S+ ){0,3}"
        r"(?:copied|stole|took|accessed|obtained|gained|published)|"
        r"(?:stolen|leaked|exposed|compromised) (?:\S+ ){0,3}(?:data|records|credentials|passwords)|"
        r"faulty (?:\S+ )?(?:update|release|part|batch)\w*|malfunction\w*|stood still|stopped working|glitch\w*|"
        r"unable to (?:log|sign) in|could not (?:log|sign) in|"
        r"fire (?:halts|at|destroys|damages|shuts)|halts? |unauthori[sz]ed access|security (?:notice|incident)|"
        r"data (?:of|on) (?:\S+ ){1,4}(?:exposed|stolen|leaked)|cyber[- ]?(?:attack|angriff)|(?:deliver|shipment|"
        r"order)\w* (?:\S+ ){0,2}delayed|storung|ausfall|panne\b|averia|recalls? |defect\w*"
    ),
    Gist.IDLE: (
        r"awards?\b|award-winning|survey|named (?:a |one of )?(?:leader|best|top)|"
        r"best (?:place|workplace|employer)|sponsor\w*|dividend|to (?:announce|report|host|present)|"
        r"conference call|webcast|webinar|summit|keynote|headquarters|office (?:move|space)|new offices?|"
        r"market (?:size|report|outlook)|index (?:finds|shows)|report (?:finds|shows|reveals)|charit\w+|"
        r"foundation|volunteer\w*|ranking|celebrat\w+|anniversary|shares? (?:rose|fell|up|down)|analyst|podcast|"
        r"(?:results|earnings) (?:date|call)|donat\w+|scholarship"
    ),
}
_LISTED = wordings()
_ALL = {gist: "|".join(filter(None, (WORDS.get(gist), _LISTED.get(gist)))) for gist in Gist}
PATTERNS = {gist: Pattern(r"\b(?:" + words + r")") for gist, words in _ALL.items() if words}
OFFICER = Pattern(
    r"\b(?:ceo|cfo|cto|coo|cio|ciso|cpo|cmo|chro|president|managing director|(?:managing|senior) partner|"
    r"vice[- ]chancellor|rector|superintendent|mayor|chief [a-z]+(?: [a-z]+){0,3} officer|"
    r"chief executive|head of|vice president|evp|svp|general manager|directeur general|vorstand\w*|"
    r"geschaftsfuhrer\w*|certain officers|senior-level management|\w+(?:chef|vorstand|leiter)(?:in)?|"
    r"direct(?:eur|rice|ora?) (?:general\w*|financi\w+|technique|des achats|de compras|commercial\w*)|"
    r"financieel directeur|(?:procurement|purchasing|finance|operations|supply chain) director)\b"
)
MOVES = Pattern(
    r"\b(?:appoint\w*|named?|names|promot\w*|hire[sd]?|joins?|joined|step\w* down|retir\w+|resign\w*|depart\w*|"
    r"leav\w+|left|succeed\w*|successor|replac\w+|elect\w*|will serve as|takes over as|interim|"
    r"nomme\w*|ernenn\w+|beruft|berufen|nombra\w*|benoem\w*|quitte|verlasst|"
    r"new (?:ceo|cfo|cto|coo|cio|chief))\b"
)
# Those whose coming and going an account's manager acts on: they decide over what is bought from us.
DECIDER = Pattern(
    r"\b(?:ceo|cfo|cto|coo|cio|ciso|president|managing director|(?:managing|senior) partner|"
    r"vice[- ]chancellor|rector|superintendent|mayor|procurement|purchasing|general manager|head of|"
    r"chief (?:executive|financial|finance|technology|technical|operating|operations|information|digital|data|"
    r"procurement|purchasing|product|supply chain)|vorstand\w*|geschaftsfuhrer\w*|"
    r"(?:finance|procurement|purchasing|operations|technical|technology|it|supply chain) director|"
    r"direct(?:eur|rice|ora?) (?:general\w*|financi\w+|technique|des achats|de compras)|"
    r"(?:finanz|einkaufs|technik|it-|produktions|betriebs|digital)(?:chef|vorstand|leiter)(?:in)?|"
    r"financieel directeur)\b"
)
GOES_OR_COMES = Pattern(
    r"\b(?:appointed|appoints?|appointment|promot\w+|hire[sd]?|join(?:s|ed)|step\w* down|retires?|retired|retirement|"
    r"resign\w*|depart\w*|leaves|leaving|succeed\w*|successor|replac\w+|will serve as|takes over as|relinquish\w*|"
    r"(?:elects|elected) (?:\S+ ){1,4}(?:managing|senior) partner|"
    r"(?:names|named) (?:\S+ ){1,6}(?:as|to|ceo|cfo|cto|coo|cio|chief|president|head)|"
    r"new (?:ceo|cfo|cto|coo|cio|chief|head)|nomme\w*|ernenn\w+|beruft|berufen|nombra\w*|benoem\w*|quitte|verlasst)\b"
)
TO_THE_BOARD = Pattern(
    r"\b(?:appointed|elected|appoints|elects|joins|joined) (?:\S+ ){0,6}(?:as|to be|to serve as|to)?(?: \w+){0,2} "
    r"(?:director|member of (?:the|its) board|(?:the|its) board)\b"
)
LEAVES = Pattern(
    r"\b(?:resign\w*|retir\w+|step\w* down|depart\w*|leav\w+|as (?:its |the |new |our )*(?:chief|president|ceo))\b"
)
# "as procurement director": one who decides, though called a director.
DIRECTS = Pattern(
    r"\b(?:financ\w+|procurement|purchasing|operations|managing|technical|technology|it|supply chain) director\b"
)
# The heading of a US filing's item names officers whatever the item says; "named executive officer" names nobody.
BOILERPLATE = Pattern(
    r"(?:departures?|elections?|appointments?|compensatory arrangements) of (?:directors|certain|principal)"
    r"[^.;]*[.;]|named executive officers?|vice president"
)
OUTSIDE_DIRECTOR = Pattern(
    r"\b(?:independent director|non-?executive|board of directors|director nominee|to (?:its|the) board)\b"
)
