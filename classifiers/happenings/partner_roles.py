"""The sentence shapes in which one company takes another as supplier, customer, seller, member or technical part."""

from classifiers.happenings.partner_shapes import WORDS, deal
from classifiers.wording.names import ORGANISATION, WORD

PACT = (
    r"(?:agreement|partnership|collaboration|cooperation|alliance|contract|deal|joint venture|pact|accord|tie-up|"
    r"memorandum of understanding|MoU|letter of intent|joint company|framework)"
)
SEALS = (
    r"(?:(?:renew|strengthen|widen|broaden|deepen|sign|ink|seal|conclude|enter|form|create|establish|start|announce|"
    r"extend|expand|launch|agree|secure|open)(?:s|es|ed)?(?: into| on)?|reached?|reaches|(?:strike|set up|begin|"
    r"draw up)s?|sets up|struck|began|agreed)"
)
OURS = r"(?: (?:an?|its|their|the|new|fresh|first))*"
TAKES = (
    r"(?:rolls out|rolled out|deploy(?:s|ed)|adopt(?:s|ed)|implement(?:s|ed)|install(?:s|ed)|switch(?:es|ed) to|"
    r"move[sd] to|migrate[sd] to|standardi[sz]e[sd] on|(?:goes|went) live (?:with|on)|signs up (?:with|for|to)|"
    r"signed up (?:with|for|to)|opt(?:s|ed) for|goes with|turns to|turned to|relies on|bets on|hire[sd]|engage[sd]|"
    r"commission(?:s|ed)|taps|tapped|picks|picked|selects|selected|chooses|chose|has chosen|has picked|has selected|"
    r"to use|will use|to adopt|to deploy|settles on|entrusts|awards|tasks)"
)
TOGETHER = (
    r"(?:jointly |co-|together )?(?:develop|build|launch|offer|create|explore|test|pilot|market|sell|run|work|"
    r"cooperate|co-operate|collaborate|share|pool|link|connect|integrate|supply|operate|produce|research|study|trial|"
    r"deliver|design|co-develop|bring)\b"
)
# What one gives without a contract: "to deliver a keynote to", "will provide an update to".
GOODS = r"(?:(?:[a-z\d][\w.,'’-]*|[A-Z]{2,5}) ){1,7}?"
WHOSE = (
    r"(?:(?:the |its )?(?:[A-Z][a-z]+(?:an|ish|ese|ch) )?(?:rival|operator|group|retailer|airline|bank|utility|insurer|"
    r"start-?up|hospital group|supplier|distributor|[a-z]*maker) |the )?"
)
ROLES = (
    deal(
        rf"({ORGANISATION}),? (?:and )?({ORGANISATION}) (?:have )?agreed? (?:to|on) (?:[a-z]+ly )?"
        rf"(?:(?:the |an? )?(?:early |mutual )?end (?:of|to)|end|terminate|dissolve|cancel|unwind|part|split) "
        rf"(?:ways|up|(?:their|the|an?|its)\b[^.\n]{{0,30}}?{PACT})\b",
        "ended",
        us=0,
        firms=True,
    ),
    deal(
        rf"({ORGANISATION}) (?:now |has |fully )?integrat(?:es|ed) (?:natively |directly )?with ({ORGANISATION}),? and "
        rf"({ORGANISATION})",
        "integration",
        names=3,
    ),
    deal(
        rf"({ORGANISATION}) and ({ORGANISATION}) (?:have |to |will |are to |today )*{SEALS}{OURS}{WORDS} {PACT}\b",
        firms=True,
    ),
    deal(
        rf"({ORGANISATION}) (?:has |have |to |will |today )*{SEALS}{OURS}{WORDS} {PACT} with (?:the )?({ORGANISATION})",
        firms=True,
    ),
    deal(
        rf"({ORGANISATION}) (?:now )?(?:connects|links|hooks up|plugs in)(?: directly| natively)? (?:to|with|into) "
        rf"({ORGANISATION})",
        "integration",
        us=1,
        firms=True,
    ),
    deal(
        rf"({ORGANISATION}) (?:adds|lists|added|listed) ({ORGANISATION}) (?:to|in|on) its (?:[a-z-]+ )?(?:directory|"
        r"marketplace|store|catalogue|catalog|app store|integrations)\b",
        "integration",
        us=2,
    ),
    deal(
        rf"\b(?:from|in|with|to|inside|on) ({ORGANISATION}): (?:our|the|a) (?:newest|latest|new) integration\b",
        "integration",
        ours=True,
        names=1,
    ),
    deal(
        rf"({ORGANISATION}) (?:is |was )?(?:picked|named|chosen|selected|appointed|confirmed) as (?:the |an? )?"
        rf"(?:[a-z-]+ ){{0,4}}(?:supplier|partner|provider|sponsor|carrier|operator|distributor) (?:of|to|"
        rf"for) (?:the )?({ORGANISATION})",
        us=1,
    ),
    deal(
        rf"({ORGANISATION}) (?:signs(?: up)?|wins|lands|secures|gains|books|lines up|picks|names|appoints) "
        rf"({ORGANISATION}) as (?:its |an? |the )?(?:[a-z-]+ ){{0,3}}(?:customer|client|user|tenant)\b",
        "customer",
        us=1,
    ),
    deal(
        rf"({ORGANISATION}) (?:signs(?: up)?|picks|names|appoints|appointed|chooses|selects) ({ORGANISATION}) as "
        rf"(?:its |an? |the )?(?:[a-z-]+ ){{0,3}}(?:agent|importer|dealer|wholesaler|sales partner)\b",
        "distribution",
        us=0,
    ),
    deal(
        rf"\b(?:[Tt]hrough|[Uu]nder|[Vv]ia) (?:an?|its|the|this) (?:[a-z-]+ ){{0,2}}{PACT} with (?:the )?"
        rf"({ORGANISATION}), ({ORGANISATION})",
        turned=True,
        us=0,
    ),
    deal(
        rf"({ORGANISATION}) (?:acquires?|buys|takes|to acquire|to buy|to take|takes over) (?:the )?"
        rf"(?:\d[\d.]*(?: ?%| per ?cent) (?:stake |interest )?(?:of|in)|remaining (?:stake|shares|interest) "
        rf"(?:of|in)) (?:the )?({ORGANISATION})",
        "acquisition",
        us=0,
    ),
    deal(
        rf"({ORGANISATION}) (?:loses|lost) (?:its |the |an? )?(?:[\w-]+ ){{0,3}}(?:contract|deal|mandate|account) with "
        rf"(?:the )?({ORGANISATION})",
        "ended",
        us=1,
    ),
    deal(
        rf"({ORGANISATION}),? (?:and )?({ORGANISATION}) (?:have )?agreed? (?:on|to) [a-z]",
        "agreement",
        us=0,
        firms=True,
    ),
    deal(
        rf"({ORGANISATION}) and ({ORGANISATION}) (?:jointly )?(?:bring|offer|unite|connect|combine|pool|team)\b",
        us=0,
        firms=True,
    ),
    deal(
        rf"\b(?:comes|arrives|goes live|is listed|lists|now) (?:to|in|on) (?:the )?({ORGANISATION} "
        rf"(?:[Ss]tore|[Mm]arketplace|[Dd]irectory|[Aa]pp [Ss]tore))\b",
        "distribution",
        ours=True,
        names=1,
    ),
    deal(rf"({ORGANISATION}) {TAKES} (?:the )?({ORGANISATION})", "customer", us=2),
    deal(
        rf"({ORGANISATION}) (?:replaces|replaced|to replace|is replacing|swaps|swapped) (?:its |the )?"
        rf"(?:{ORGANISATION}|[a-z][a-z ]{{2,30}}) (?:with|by|for) ({ORGANISATION})",
        "customer",
        us=2,
    ),
    deal(
        rf"({ORGANISATION}) (?:is |was |has been |again )*(?:selected|chosen|picked|tapped|hired|commissioned|"
        rf"contracted) by (?:the )?({ORGANISATION})",
        "customer",
        us=1,
    ),
    deal(
        rf"({ORGANISATION}) (?:to|will|now) (?:power|run|host|operate|manage|build|modernise|modernize|equip|upgrade) "
        rf"(?:the |all )?((?:{WORD})(?: {WORD}){{0,3}}?)['’]s? ",
        "agreement",
        us=1,
        firms=True,
    ),
    deal(
        rf"((?:{WORD})(?: {WORD}){{0,3}}?)['’]s? [^.\n]{{3,40}}? (?:is|are|to be|will be) (?:now )?"
        rf"(?:powered|run|hosted|operated|managed) by (?:the )?({ORGANISATION})",
        "agreement",
        us=2,
        firms=True,
    ),
    deal(
        rf"({ORGANISATION}) (?:to|will|is to) (?:supply|provide|deliver|ship|lease) {GOODS}(?:to|for) "
        rf"{WHOSE}({ORGANISATION})",
        "agreement",
        us=1,
        firms=True,
        goods=True,
    ),
    deal(
        rf"({ORGANISATION}) (?:to|will|is to) (?:supply|equip|provide|furnish|outfit) (?:the )?({ORGANISATION}) with\b",
        "agreement",
        us=1,
        firms=True,
        goods=True,
    ),
    deal(
        rf"({ORGANISATION}) (?:is |are )?(?:works|working|worked|pairs|paired|unites|united|links up|linked up|"
        rf"ties up|tied up|cooperates|co-operates|teams|hooks up) (?:together |closely )?with (?:the )?({ORGANISATION})"
        r"(?: (?:to|on|for|in|over)\b|$|[.,;])",
        us=0,
        firms=True,
    ),
    deal(
        rf"({ORGANISATION}) and ({ORGANISATION}) (?:to|will|are to|agree to|plan to) {TOGETHER}",
        us=0,
        firms=True,
    ),
    deal(
        rf"^({ORGANISATION}), ({ORGANISATION}) (?:(?:to|will|agree to) {TOGETHER}|team up|join forces|partner|"
        rf"form (?:an )?alliance|{SEALS}{OURS}{WORDS} {PACT})",
        us=0,
        firms=True,
    ),
    deal(
        rf"({ORGANISATION}) (?:joins|joined|has joined|(?:becomes|became|is now|named) (?:an? |the )?(?:[a-z]+ )?"
        rf"member of) (?:the )?((?:[A-ZÀ-Þ]\w+ ){{1,4}}(?:Council|Federation|Union|Network|Forum|Institute|Programme|"
        rf"Program|Chamber|Society|Pact|Compact|Group|Alliance|Association))\b",
        "alliance",
        us=1,
    ),
    deal(
        rf"({ORGANISATION}) (?:to|will|now|can now|starts to) resells? (?:our |the )?[A-Z]",
        "reseller",
        ours=True,
        names=1,
    ),
    deal(rf"({ORGANISATION}) (?:starts|begins|started|began) (?:re)?selling [A-Z]", "reseller", ours=True, names=1),
    deal(
        rf"({ORGANISATION}) (?:to|will) (?:distribute|stock|carry) [A-Z][\w-]+(?: |$|[.,])",
        "distribution",
        ours=True,
        names=1,
    ),
    deal(
        rf"^(?:Sync|Link|Connect|Share|Push|Stream) (?:your |the |all )?[A-Z][\w-]* [a-z][a-z ]{{2,30}} (?:to|with|"
        rf"into) ({ORGANISATION})",
        "integration",
        ours=True,
        names=1,
    ),
    deal(
        rf"({ORGANISATION}) (?:becomes?|became|named|signs(?: on)? as|renewed as|renews as|stays|is) (?:the |an? )?"
        rf"(?:[a-z-]+ ){{0,3}}sponsor (?:of|for) (?:the )?({ORGANISATION})",
        "sponsorship",
        us=0,
    ),
    deal(
        rf"({ORGANISATION}) (?:will sponsor|is sponsoring|to back|renews (?:its )?sponsorship of|extends (?:its )?"
        rf"sponsorship of) (?:the )?({ORGANISATION})",
        "sponsorship",
        us=1,
    ),
    deal(
        rf"({ORGANISATION}) (?:cuts|ends|severs) (?:its |all )?(?:ties|relations|links) with (?:the )?({ORGANISATION})",
        "ended",
        us=0,
        firms=True,
    ),
    deal(
        rf"({ORGANISATION}) (?:awards?|awarded|hands|gives) (?:[\w,-]+ ){{0,6}}?(?:contract|tender|deal|order|"
        rf"concession) to (?:the )?({ORGANISATION})",
        "agreement",
        us=0,
    ),
    deal(
        rf"({ORGANISATION}) (?:places|placed) (?:an? |its )?(?:[\w-]+ ){{0,4}}order (?:with|at) ({ORGANISATION})",
        "agreement",
        us=0,
    ),
    deal(
        rf"({ORGANISATION}) (?:out-|in-)?licen[cs]e[sd] (?:[^.\n]{{0,40}}?rights to \S+(?: \d\S*)?|[^.\n]{{2,50}}?) "
        rf"(?:to|from) (?:the )?({ORGANISATION})",
        "licensing",
        us=0,
        firms=True,
    ),
)
