"""The sentence shapes in which texts tell that two companies agree, join, buy or part."""

from dataclasses import dataclass

from classifiers.wording.names import LETTER, ORGANISATION, WORD
from classifiers.wording.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Deal:
    """A sentence shape: groups 1 and up are the parties, the one that acts first.

    `kind` is what it tells, or None where the sentence around says which kind. `ours` says that the text names only the
    other party, and the source's own company is the first. `names` is how many parties the shape names; `turned` that
    the one named second acts. `firms` that one says so of countries, too, which are no parties then: "ties with India".
    `us` is which party has to be the source's own company, 1 or 2, or 0 for any of them. `goods` that the same words
    tell of what is given without a contract: a speech, an update, a gift.
    """

    pattern: Pattern
    kind: str | None = None
    ours: bool = False
    names: int = 2
    turned: bool = False
    firms: bool = False
    us: int | None = None
    goods: bool = False


def deal(
    pattern: str,
    kind: str | None = None,
    *,
    ours: bool = False,
    names: int = 2,
    turned: bool = False,
    firms: bool = False,
    us: int | None = None,
    goods: bool = False,
) -> Deal:
    return Deal(Pattern(pattern), kind, ours, names, turned, firms, us, goods)


AGREEMENT = r"(?:agreement|partnership|collaboration|alliance|contract|deal|joint venture|memorandum of understanding)"
BUYS = (
    r"(?:acquires?|acquired|to acquire|will acquire|has acquired|is acquiring|buys|bought|to buy|"
    r"agrees to (?:acquire|buy)|"
    r"complet(?:es|ed) (?:its |the )?(?:acquisition|purchase|takeover) of|closes? (?:its |the )?acquisition of|"
    r"merges with|to merge with|takes over|announces (?:the )?acquisition of)"
)
ACQUIRED = r"(?:has |have |will |is |agreed to |plans to )*(?:acquired|acquires?|acquiring|bought|buys?|buying)"
# Before a name in German, French and Spanish: "den Softwarehersteller", "la start-up", "la cadena".
SORT_OF = (
    r"(?:(?:den|die|das|der|dem|la|le|les|el|los|l['’]) ?)?(?:[A-ZÄÖÜ][a-zäöüß-]*(?:hersteller|anbieter|firma|"
    r"unternehmen|"
    r"spezialisten?|dienstleister|händler|konzern|gruppe|start-?up) |(?:start-up|société|entreprise|éditeur|groupe|"
    r"spécialiste|cadena|empresa|compañía|grupo|firma) )?"
)
NAMED = rf"((?:{WORD})(?: {WORD}){{0,3}}?)"
# What stands between a verb and the name it is about: "the rate start-up Roamly", "German distributor Pharos".
KIND_OF = r"(?:(?:the |its |a |an |rival |smaller )?(?:[A-Z][a-z]+(?:an|ish|ese|ch|based) )?(?:[a-z][a-z&-]+ ){0,4})?"
# One invests in places, skills and machines, too: only such a word or a company's form says that it is in a company.
FIRM_OF = (
    r"(?:the |its |a |an )?(?:[A-Z][a-z]+(?:an|ish|ese|ch|based) )?(?:[\w&-]+ ){0,4}?"
    r"(?:start-?up|scale-?up|fintech|company|firm|business|venture|group|chain|brand|studio|bank|insurer|retailer|"
    r"supplier|manufacturer|developer|provider|specialist|operator|distributor|publisher|[a-z]*maker) "
)
FORM = r"Inc|Corp|Ltd|Limited|LLC|plc|PLC|GmbH|AG|SE|SA|S\.A|NV|BV|AB|AS|ASA|Oy|SpA|SL|SAS"
INVESTS = r"(?:has |have |to )?(?:invests?|invested)"
WORDS = rf"(?: [{LETTER}-]+){{0,5}}"
AGREED_BOUGHT = (
    r"(?:has |have |had )?(?:agreed|entered into (?:an? |the )?(?:definitive |merger |purchase )*agreement|"
    r"signed (?:an? )?(?:definitive |merger )*agreement|is set|is|was|has been|will be|to be)"
)
DEALS = (
    deal(
        rf"({ORGANISATION}) {AGREED_BOUGHT}(?: to be)? (?:acquired|bought|taken over|taken private) by (?:the )?"
        rf"({ORGANISATION})",
        "acquisition",
        turned=True,
    ),
    deal(
        rf"({ORGANISATION}) (?:strengthens?|deepens?|expands?|extends?|renews?) (?:its |the )?(?:[a-z]+ )?"
        rf"(?:ties|relationship|cooperation|contract|collaboration) with (?:the )?({ORGANISATION})",
        firms=True,
    ),
    deal(
        rf"({ORGANISATION}) (?:picks|picked|selects|selected|names|named|appoints|appointed|chooses|chose) "
        rf"({ORGANISATION}) as (?:its |an? |the )?(?:[a-z]+ ){{0,3}}(?:distributor|reseller)",
    ),
    deal(
        rf"({ORGANISATION}) (?:was |has been |is )?(?:acquired|bought|taken over) by (?:the )?({ORGANISATION})",
        "acquisition",
        turned=True,
    ),
    deal(rf"^New integration: [^\n]{{0,50}}?\b(?:to|with|and) ({ORGANISATION})$", "integration", ours=True, names=1),
    deal(
        rf"({ORGANISATION})[’']s {AGREEMENT} with (?:the )?({ORGANISATION}) "
        r"(?:comes to an end|ends|ended|has ended|is over|expires|expired)",
        "ended",
    ),
    deal(
        rf"({ORGANISATION}) and ({ORGANISATION}) (?:have |to |will |mutually )?(?:end|terminate|dissolve|cancel)"
        rf"(?:ed|d)?(?: an?| their| the)?{WORDS} {AGREEMENT}",
        "ended",
    ),
    deal(
        rf"\b[Ii]n (?:partnership|collaboration|cooperation) with (?:the )?({ORGANISATION}), ({ORGANISATION})",
        turned=True,
    ),
    deal(
        rf"({ORGANISATION}) (?:named|appointed|becomes|became|is now|is|selected as) (?:an? |the )?(?:[a-z]+ ){{0,3}}"
        rf"distributor (?:of|for) (?:the )?({ORGANISATION})",
        "distribution",
    ),
    deal(
        rf"({ORGANISATION}) (?:has |have |to )?(?:takes?|took|buys?|bought|acquires?|acquired) (?:an? |the )?"
        rf"(?:majority|controlling|full) (?:stake|interest) in {KIND_OF}({ORGANISATION})",
        "acquisition",
    ),
    deal(
        rf"({ORGANISATION}) (?:has |have |to )?(?:takes?|took|buys?|bought) (?:an? )?"
        rf"(?:minority |strategic |\d+% )?stake in {KIND_OF}({ORGANISATION})",
        "agreement",
    ),
    deal(rf"({ORGANISATION}) {INVESTS} in {FIRM_OF}({ORGANISATION})", "agreement"),
    deal(rf"({ORGANISATION}) {INVESTS} in ((?:{WORD} ){{1,4}}(?:{FORM}))\b", "agreement"),
    deal(
        rf"({ORGANISATION}), ({ORGANISATION}),? and ({ORGANISATION}) (?:today )?(?:announce|form|launch|sign|"
        rf"enter|agree)"
        rf"(?:s|d|ed|es)?(?: an?| their| the)?(?:{WORDS} {AGREEMENT}| joint\b)",
        names=3,
    ),
    deal(
        rf"({ORGANISATION})[^.\n]{{0,30}}? announce[sd] (?:today )?that (?:it|they|the company) "
        rf"{ACQUIRED} {KIND_OF}({ORGANISATION})",
        "acquisition",
    ),
    deal(rf"({ORGANISATION}) joins (?:the )?({ORGANISATION}) (?:family|group)\b", "acquisition", turned=True),
    deal(rf"({ORGANISATION}) and ({ORGANISATION}) (?:to|will|agree to|plan to|are to) merge\b", "acquisition"),
    deal(
        rf"({ORGANISATION}) (?:sells|sold|to sell|will sell|divests) (?:its|the) [^.\n]{{2,50}}?"
        rf"(?:business|unit|division|arm|subsidiary|stake[^.\n]{{0,30}}?) to ({ORGANISATION})",
        "acquisition",
        turned=True,
    ),
    deal(
        rf"({ORGANISATION}) (?:wins|won|secures|secured|lands|landed) (?:an? |the )?(?:[\w-]+ ){{0,4}}(?:contract|"
        rf"deal|tender|"
        rf"order) (?:with|from|at) (?:the )?({ORGANISATION})",
        "agreement",
    ),
    deal(
        rf"({ORGANISATION}) (?:is now|becomes|became|has become|is|named) (?:an? |the )?(?:[a-z]+ ){{0,3}}"
        rf"({ORGANISATION}) (?:[a-z]+ )?partner\b"
    ),
    deal(
        rf"({ORGANISATION}) (?:is now|becomes|became|has become|named) (?:an? |the )?(?:[a-z]+ ){{0,4}}partner "
        rf"(?:of|for|to) "
        rf"(?:the )?({ORGANISATION})"
    ),
    deal(rf"({ORGANISATION}) (?:to|will) (?:distribute|resell|sell) {NAMED}(?:’s|'s) ", "distribution"),
    deal(
        rf"({ORGANISATION}) (?:connector|integration) (?:is )?(?:now )?(?:available|live|here)\b",
        "integration",
        ours=True,
        names=1,
    ),
    deal(rf"^Connect (?:your )?{ORGANISATION} (?:to|with) ({ORGANISATION})", "integration", ours=True, names=1),
    deal(
        rf"({ORGANISATION}) (?:has |have )?(?:end(?:s|ed)?|terminat(?:es|ed)|dissolv(?:es|ed)|cancel(?:s|led)|"
        rf"exit(?:s|ed)?)(?: an?| its| their| the)?{WORDS} {AGREEMENT} with (?:the )?({ORGANISATION})",
        "ended",
    ),
    deal(
        rf"({ORGANISATION}) (?:has |have |will |to )?(?:partner(?:s|ed|ing)?|team(?:s|ed)? up|"
        rf"collaborat(?:e|es|ed|ing)|join(?:s|ed)? forces|all(?:y|ies|ied)) with (?:the )?({ORGANISATION})"
    ),
    deal(
        rf"({ORGANISATION})(?:,? [^.\n]{{0,60}}?,?)? (?:has |have |today )?(?:enter(?:s|"
        rf"ed)?(?: into)?|sign(?:s|ed)?|strike[s]?|struck|announce[sd]?|form(?:s|ed)?|expand(?:s|"
        rf"ed)?|extend(?:s|ed)?|renew(?:s|ed)?)(?: an?| its| their|"
        rf" the)?{WORDS} {AGREEMENT} with (?:the )?({ORGANISATION})"
    ),
    deal(
        rf"({ORGANISATION}) and ({ORGANISATION}) (?:today )?(?:announce[sd]?|expand(?:s|ed)?|"
        rf"extend(?:s|ed)?|sign(?:s|ed)?|form(?:s|ed)?|launch(?:es|ed)?|enter(?:s|ed)?(?: into)?|"
        rf"deepen(?:s|ed)?|agree(?:s|d)?)(?: an?| their| the)?{WORDS} {AGREEMENT}"
    ),
    deal(rf"({ORGANISATION}) (?:is |was |has been )?(?:selected|chosen|named) by (?:the )?({ORGANISATION})"),
    deal(
        rf"({ORGANISATION}) (?:selects|selected|chooses|chose|picks|picked|taps) ({ORGANISATION}) (?:as|for|to)\b",
        "customer",
    ),
    deal(rf"({ORGANISATION}) {BUYS} {KIND_OF}({ORGANISATION})", "acquisition"),
    deal(
        rf"({ORGANISATION}) (?:übernimmt|kauft|rachète|acquiert|adquiere|compra) {SORT_OF}({ORGANISATION})",
        "acquisition",
    ),
    deal(
        rf"({ORGANISATION}) und ({ORGANISATION}) (?:gründen|bilden|starten) (?:ein |das )?"
        rf"(?:Gemeinschaftsunternehmen|Joint Venture)",
        "joint venture",
    ),
    deal(
        rf"({ORGANISATION}) et ({ORGANISATION}) (?:concluent|signent|annoncent|nouent|forment|scellent) (?:un|une|"
        rf"leur) "
        rf"(?:[a-zéè]+ )?(?:accord|partenariat|alliance|coentreprise)"
    ),
    deal(
        rf"({ORGANISATION}) y ({ORGANISATION}) (?:anuncian|firman|sellan|forman|cierran) (?:un|una|su) "
        rf"(?:[a-záéíóú]+ )?(?:alianza|acuerdo|colaboración)"
    ),
    deal(
        rf"({ORGANISATION}) (?:becomes?|became|is now) (?:an? |the )?(?:[a-z]+ ){{0,4}}reseller (?:of|"
        rf"for) ({ORGANISATION})",
        "reseller",
    ),
    deal(
        rf"({ORGANISATION}) (?:names?|named|appoints?|appointed) ({ORGANISATION})(?: as)? (?:its |an? |the )?"
        rf"(?:[a-z]+ ){{0,3}}(?:reseller|distributor)",
        None,
    ),
    deal(
        rf"({ORGANISATION}) (?:now |has |fully )?integrat(?:es|ed) (?:natively |"
        rf"directly )?with ({ORGANISATION})",
        "integration",
    ),
    deal(rf"\b(?:integration|plug-?in) with ({ORGANISATION})", "integration", ours=True, names=1),
    deal(
        rf"\b(?:(?:now |is |are )?available|lands|arrives|listed|launches|comes) (?:on|in|through|via|to) (?:the )?"
        rf"({ORGANISATION} (?:Marketplace|AppExchange|App Store|Store|Exchange|Catalog))\b",
        "distribution",
        ours=True,
        names=1,
    ),
    deal(
        rf"({ORGANISATION}) (?:joins|joined|has joined|(?:becomes|is now) an? (?:[a-z]+ )?member of) (?:the )?"
        rf"((?:[A-ZÀ-Þ]\w+ ){{1,4}}(?:Alliance|Consortium|Foundation|Coalition|Association|Initiative))",
        "alliance",
    ),
    deal(
        rf"({ORGANISATION}) (?:sponsors|sponsored|to sponsor|becomes? (?:the )?(?:title |"
        rf"main )?sponsor of) (?:the )?({ORGANISATION})",
        "sponsorship",
    ),
    deal(
        rf"({ORGANISATION}) licen[cs](?:es|ed) (?:[A-ZÀ-Þ][\w-]*|"
        rf"its [a-z ]{{2,30}}) to ({ORGANISATION})",
        "licensing",
    ),
    deal(
        rf"({ORGANISATION}) (?:s['’]associe (?:à|avec)|signe un partenariat avec|"
        rf"noue un partenariat avec) ({ORGANISATION})"
    ),
    deal(
        rf"({ORGANISATION}) (?:firma un acuerdo con|firma una alianza con|se alía con|se asocia con) ({ORGANISATION})"
    ),
    deal(
        rf"({ORGANISATION}) und ({ORGANISATION}) (?:vereinbaren|schließen|gehen|kündigen|"
        rf"starten)(?: [a-zäöüß]+){{0,3}} "
        rf"(?:Partnerschaft|Kooperation|Zusammenarbeit|Allianz)"
    ),
    deal(rf"({ORGANISATION}) (?:kooperiert|arbeitet) (?:künftig )?mit ({ORGANISATION})"),
    deal(
        rf"({ORGANISATION}) and ({ORGANISATION}) (?:launch|unveil|introduce|build|develop)(?:es|ed|s)? "
        r"(?:an? |their )?(?:joint|shared|common)\b"
    ),
)
