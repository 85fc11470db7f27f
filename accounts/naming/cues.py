"""The words that show beside a capitalised ordinary word whether it is a company: patterns only, nothing is decided."""

from accounts.texts.patterns import Pattern

LEGAL_FORM = Pattern(
    r"^,? ?(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|LLC|L\.L\.C|PLC|plc|Plc|GmbH|AG|SE|SA|S\.A|NV|N\.V|"
    r"BV|B\.V|AB|ASA|AS|A/S|Oy|Oyj|SpA|S\.p\.A|SAS|SARL|KG|KGaA|Pty|Bhd|Holdings|Group|Co|Company|LP|LLP)\b"
)
GROUP_NEXT = Pattern(r"^ (?:Group|Holdings)\b")
TICKER_NEXT = Pattern(
    r"^(?:[^.;()]{0,40}\((?:NYSE|NASDAQ|Nasdaq|NasdaqGS|AMEX|LSE|TSX|ASX|Euronext|XETRA|OTC\w*)[^)]{0,20}\)|"
    r" \([A-Z]{1,5}(?:\.[A-Z])?\))"
)
# "Kelder Foods (NYSE: KLD)": the sign that whoever is named before it trades under.
LISTED_AS = Pattern(
    r"^[^.;()]{0,40}\((?:NYSE|NASDAQ|Nasdaq|NasdaqGS|AMEX|LSE|TSX|ASX|Euronext|XETRA|OTC\w*) ?: ?\"?([A-Z.]{1,6})"
)
_PREPOSITIONS = "from|by|at|with|for|to|of|against|than|between|via|using|versus|vs|like|among"
# "announcements from Amazon.": whom something is from, with or at.
PREPOSITION = Pattern(rf"(?i)\b(?:{_PREPOSITIONS})\.? $")
CLOSED = Pattern(r"^ ?(?:$|[.;:!?()|\n]|, (?:and|or|which|who|the|a|an)\b)")
# "shares in Monday", "a stake in Ring": only companies have them.
SHARES_IN = Pattern(r"(?i)\b(?:shares?|stakes?|stock|investors|shareholders) (?:in|of) $")
# "ex-Kelder", "now-Kelder": what may stand before a name with a hyphen; "Stratford-upon-Avon" is one name.
PREFIX_BEFORE = Pattern(
    r"(?i)(?:^|[^\p{L}])(?:now|non|ex|anti|pro|pre|post|then|like|rival|co|mid|new|sub|former|soon-to-be|late|"
    r"early|once) ?-$"
)
# A company's name before these is still the company: its service, its branch, its channel.
_OWN_THINGS = """
Service Services App Apps Website Site Platform Account Accounts Logo Trading Holding International Global Europe
Technologies Americas UK US USA Deutschland France Ireland Canada Australia India Japan China Singapore Netherlands
Switzerland Spain Italy Brazil Mexico Asia EMEA News Sports TV Careers Newsroom Investor Investors Legal Support
Products Business Assistant Advertising Ads Login Wallet Pay Cloud Analytics Customers Shares Stock Shareholders
Workers Employees Executives CEO CFO Policies Terms Guidelines API Subscriptions Marketplace Community Stores Malaysia
Premium Pro Plus Gold Platinum Enterprise Max Indonesia Thailand Vietnam Poland Sweden Norway Denmark Finland Austria
Belgium Portugal Turkey
"""
OWN_THING = Pattern(
    r"^ (?:"
    + "|".join(_OWN_THINGS.split())
    + r"|(?:Play|App|Web|Online|Help) (?:Store|Center|Centre)|Privacy (?:Policy|Notice|Statement)|"
    r"(?:Sign|Log)[ -]?[Ii]n)\b"
)
# "Kelder Ireland, Limited": its own thing, and what it is in law.
LEGAL_FORM_LATER = Pattern(OWN_THING.pattern + LEGAL_FORM.pattern.removeprefix("^"))
# "its Nest unit", "the Chase app": things that only a company has.
CORPORATE_THING = Pattern(
    r"^ (?:apps?|accounts?|brand|website|logo|stores?|shops?|cards?|service|board|stake|deal|shares|stock|"
    r"acquisition|merger|takeover|bid|lawsuit|settlement|outage|unit|division|subsidiary|arm|business|chief|boss|"
    r"CEO|CFO|CTO|founder|spokes\w+|executives?|employees?|workers?|staff|customers?|users?|subscribers?|"
    r"merchants?|API|branch|branches|locations?|events?|restaurants?|flights?|analysts?|patients|drivers|riders|"
    r"shoppers|headquarters|campus|investors|shareholders|newsroom|marketplace|franchisees?|dealers?|members?|"
    r"platform|(?:\S+ )?(?:lawsuit|outage|earnings)|pricing|products|services|servers?|case|inquiry|IPO|buyout|"
    r"database|domain|network|ecosystem|portal|scandal)\b"
)
# "your Kelder settings", "your Kelder or Keld account": what a user has with a company.
USER_BEFORE = Pattern(r"\b(?i:your|his|her|their|a|my|user['’]s) (?:\p{Lu}\p{L}+(?:, \p{Lu}\p{L}+)*,? (?:or|and) )?$")
USER_HAS = Pattern(
    r"^(?: (?:and|or) \p{Lu}\p{L}+|, \p{Lu}\p{L}+ (?:and|or) \p{Lu}\p{L}+)? (?:accounts?|profile|settings|ID|"
    r"login|password|contacts|friends|followers|memberships?|"
    r"subscriptions?|wallet|balance|credentials|username|app)\b"
)
# "Log in with Kelder/Keld", "link it to Kelder": where one signs in.
CONNECTED_BEFORE = Pattern(
    r"(?i)\b(?:log|sign|connect|link|register|login|sign-?in|sign-?up)(?:s|ed|ing)? (?:\p{L}+ ){0,2}?"
    r"(?:with|via|through|using) [\"“«']?$"
)
CONNECTED_AFTER = Pattern(r"^(?:/\p{Lu}|[\"”»']| or | and |,|\.|$)")
# "the shell", "your profile": what has an article is a thing; companies seldom have one.
DETERMINER = Pattern(
    r"(?:^|[^\p{L}])(?:[Nn]o|[Tt]he (?:same|whole|entire|very)|[Aa] New|[Tt]he|[Aa]n?|[Tt]his|[Tt]hese|[Ee]ach|"
    r"[Ee]very|[Aa]nother|[Aa]ny|[Ss]ome|[Mm]y|[Oo]ur|[Yy]our|[Hh]is|[Ii]ts|[Tt]heir|[Ww]hose|[Nn]ext|[Ll]ast|"
    r"[Ll]es?|[Ll]a|[Uu]ne?|[Aa]u|[Cc]e|[Cc]ette|[Ss]on|[Dd]er|[Dd]ie|[Dd]as|[Dd]em|[Dd]en|[Ee]ine?|[Ee]ine[nmrs]|"
    r"[Jj]ede[rsnm]?|[Dd]iese[rsnm]?|[Ii]m|[Zz]um|[Zz]ur|[Bb]eim|[Vv]om|[Ee]l|[Ll]os|[Ll]as|[Uu]na|[Aa]l|[Dd]el|"
    r"[Cc]ada|[Ss]u|[Ii]l|[Ll]o|[Uu]no|[Hh]et|[Ee]en|[Dd]eze|[Dd]it) ?[\"'“‘«„]? ?$|(?:^|[^\p{L}])[Ll]['’]$"
)
# "the insurer Kelder", "Küchenausrüster Kelder", "le groupe Kelder": what it is, said right before its name.
_TRADES_OF = """
insurer retailer supermarket grocer discounter chain operator carrier airline bank lender broker brewer brewery maker
drugmaker carmaker chipmaker manufacturer supplier distributor wholesaler publisher broadcaster developer builder
housebuilder homebuilder landlord utility startup start-up fintech conglomerate consultancy software rival competitor
parent owner subsidiary brand vendor provider processor miner producer refiner shipper haulier courier
groupe enseigne chaîne assureur distributeur fabricant opérateur éditeur constructeur banque marque société entreprise
équipementier filiale transporteur startup
grupo cadena aseguradora fabricante operadora operador banco marca empresa compañía filial naviera constructora
distribuidora minera eléctrica farmacéutica
système systèmes serveurs paramètres plateforme appli sistema cuenta conto
gruppo catena produttore operatore banca marchio azienda società
keten supermarkt winkelketen verzekeraar uitgever fabrikant bedrijf dochter
"""
_GERMAN_TRADES = """
hersteller händler konzern kette riese gruppe unternehmen zulieferer anbieter versicherer ausrüster bauer betreiber
spezialist dienstleister tochter firma verlag marke reederei bank brauerei discounter versender produzent
"""
_TRADE = "(?:" + "|".join(dict.fromkeys(_TRADES_OF.split())) + ")"
_OPENING = r"(?:^|[.!?:;>|–—\"“\n] ?)"
TRADE_BEFORE = Pattern(
    rf"(?:\b{_TRADE}|\p{{Lu}}(?i:\p{{L}}*(?:{'|'.join(_GERMAN_TRADES.split())}))|{_OPENING}(?i:{_TRADE})) $"
)
# "optical zoom", "national unity": an adjective before it makes it a thing.
ADJECTIVE_BEFORE = Pattern(
    r"(?:^|[^\p{L}])(?:\p{Ll}+(?:ical|onal|ental|ptical|itical|ous|less|ish)|optical|national|close|former|old|red|"
    r"blue|green|white|black|yellow|golden|long|short|hard|cold|hot|deep|full|final|mobile|local|wooden|broken|"
    r"square|round|magnetic|public|political|strong|great|little|empty|open|second|third|fourth|good|own|electric|"
    r"hybrid|\p{Ll}+(?:isch|lich|ig)e[rnsm]?|\p{Ll}+(?:ienne?|aise?|ois)|sueca|danesa) $"
)
# "one bolt", "50 hertz": what is counted is a thing.
_NUMBERS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred half all both several many few
"""
COUNTED_BEFORE = Pattern(r"(?:^|[^\p{L}\p{N}])(?:(?:\d[\d.,]*)?\d|(?i:" + "|".join(_NUMBERS.split()) + r")) $")
# "in 2017 Kelder", "On May 20, 2008 Kelder": a year counts nothing.
YEAR_BEFORE = Pattern(r"(?:(?i:in|since|of|by|until|from|late|early|,|\p{L}{3,9} \d{1,2},?)) (?:19|20)\d\d $")
# "Linde, Air Liquide und ": other names of a list whose last it is.
LIST_BEFORE = Pattern(
    r"(\p{Lu}[\p{L}&.]*)(?: [\p{Lu}\d][\p{L}&.]*){0,2}, (\p{Lu}[\p{L}&.]*)(?: [\p{Lu}\d][\p{L}&.]*){0,2},? "
    r"(?:and|und|et|y|e|en|or|oder|ou|o|of) $"
)
# "Fund of the Future Ltd": the end of a longer name.
NAMED_AFTER = Pattern(r"\p{Lu}[\p{L}]+ (?:of|for|de|du|der|des|del|di) (?:the|la|el|los|las|les|das|die) $")
COPULA_BEFORE = Pattern(r"\b(?:is|are|was|were|be|been|being|very|so|too|not) $")
PREDICATE_AFTER = Pattern(r"^ (?:to|that|for|enough|of) ")
# "in Kraft", "per Post": German writes nouns so, and idioms have no article.
GERMAN_IDIOM = Pattern(
    r"(?:^|[^\p{L}])(?i:der|die|das|des|dem|den|ein|eine|ist|sind|wird|am|im|zum|per|und|oder|von|tritt)\b.*"
    r"\b(?:in|per|ohne|außer)(?: \p{Lu}\p{L}+ (?:und|oder))? $"
)
# "Kelder Corp. (“Kelder”)": the short name that a text gives to somebody; "the “Plan”" is a thing.
DEFINED_BEFORE, DEFINED_AFTER = Pattern(r"\([\"“«']$"), Pattern(r"^[\"”»'],?\)")
# "Kelder (https://...)", "[Kelder](https://...)": a name with its address.
LINKED = Pattern(r"^(?:\]| )?\((?:https?:|www\.)")
# "About Kelder Kelder is a maker of": a heading run into its text.
HEADING_BEFORE = Pattern(
    r"(?:^|[.!?\n] )(?:About|Why|Inside|Introducing|Meet|Join|Use|Using|Try|Visit|Contact|Follow|Download|See) $"
)
# "Node.js": the end of a file's or a program's name.
EXTENSION = Pattern(r"^\.(?:js|net|py|jpe?g|png|pdf|svg|gif)\b")
# "Firefox, Brave, DuckDuckGo": an item in a list.
ITEM_BEFORE, ITEM_AFTER = Pattern(r"([\p{L}]+) ?, $"), Pattern(r"^ ?,? (?:and |or )?([\p{L}]+)")
# "Asana or Monday": a name joined to it.
JOINED_BEFORE = Pattern(r"(\p{Lu}[\p{L}]+) (?:and|or|&) $")
# "Pilot, the largest network of travel centers": an apposition.
APPOSITION = Pattern(r"^ ?, (?:the|a|an|which|whose|based|one of) ")
POSSESSIVE = Pattern(r"^['’](?:s|S)\b")
_PERSON_TITLES = """
Mr Mrs Ms Dr Sir Lord Lady Dame Prof Professor Judge Justice Sen Senator Gen General Captain Capt Sergeant Colonel
Commander Admiral Rev Reverend Saint Pope King Queen Prince Princess Congressman Congresswoman Representative Rep
Councillor Lt Sgt Maj Gov Cllr Hon Bishop Herr Frau Prinz König Kanzler Kommissar Richter Richterin Hauptmann Pfarrer
Monsieur Madame Mme Mlle Maître capitaine Capitaine général Général maréchal colonel commissaire juge abbé Don Doña
Señor Señora Sr Sra Srta capitán juez jueza Signor Signora Sig Dott Avv capitano Meneer Mevrouw Dhr Mevr kapitein
"""
PERSON_TITLE = Pattern(r"(?:\b(?:" + "|".join(_PERSON_TITLES.split()) + r")|(?:^|[\s(])M)\.? $")
BEFORE_WORD = Pattern(r"([\p{L}\p{N}&]+(?:['’.-][\p{L}\p{N}&]+)*)( ?)$")
NEXT_WORD = Pattern(r"^ ([\p{L}\p{N}&]+)")
SENTENCE_END = Pattern(r"(?:^|[.!?:;•·|◎–—>\"“”\n]|(?:^|\s)[-*+]|\.{3})[\s\"'“‘(\[]*$")
# "Kelder-owned", "Kelder-backed": what only a company does to another thing.
OWNED_BY = Pattern(
    r"^-(?:owned|backed|branded|operated|sponsored|led|developed|issued|certified|exclusive|funded|controlled|run|"
    r"authorized|authorised|approved|designed|built)\b"
)
# "4.2 Kelder strives": the number of a section counts nothing.
SECTION_BEFORE = Pattern(r"(?:^|[.;:] )\d{1,2}(?:\.\d{1,2})+\.? $")
# "the Kelder Subscriber Terms": what a company lays down or runs.
OWN_PAPER = Pattern(
    r"^ (?:\p{Lu}\p{L}+ ){1,2}(?:Terms|Policy|Policies|Guidelines|Notice|Addendum|API|App|Platform|Website)\b"
)
# "would close Kelder": a verb, no adjective.
VERB_BEFORE = Pattern(r"\b(?:to|will|would|could|can|may|might|should|must|not|and) (?:open|close|own|long|black) $")
# "Kelder Play Store": what a company sells through.
SHOP = Pattern(r"^ (?:Play|App|Web|Online) (?:Store|Shop)\b")
# "Kelder Sapphire cards": who has a product of it.
PRODUCT_OF = Pattern(r"^ \p{Lu}[\p{L}+]+ (?:cards?|cardholders?|members?|subscribers?|customers?|users?|devices?)\b")
# "and", "while" before another share's move.
JOINT_BEFORE = Pattern(r"(?:\b(?:and|while|but|whereas|with|(?:those|shares|stock) (?:of|in))|[,;]) $")
# "Board of Directors of Orbit": who has an office in it.
OFFICE_BEFORE = Pattern(r"\b(?:Directors|Chairman|Chairwoman|Chair|CEO|Officer|Officer-Elect|Chief Executive) of $")
# Words that open a sentence with a comma behind them and name nobody.
_ADVERBS = """
indeed next still now then again first second third finally well yes no today once meanwhile instead here there overall
elsewhere otherwise besides however simply truly surely please hello dear
"""
SENTENCE_ADVERBS = frozenset(_ADVERBS.split())
