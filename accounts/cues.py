"""The words that show beside a capitalised ordinary word whether it is a company: patterns only, nothing is decided."""

import re2

LEGAL_FORM = re2.compile(
    r"^,? ?(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|LLC|L\.L\.C|PLC|plc|Plc|GmbH|AG|SE|SA|S\.A|NV|N\.V|BV|B\.V|"
    r"AB|ASA|AS|A/S|Oy|Oyj|SpA|S\.p\.A|SAS|SARL|KG|KGaA|Pty|Bhd|Holdings|Group|Co|Company|LP|LLP)\b"
)
TICKER_NEXT = re2.compile(
    r"^(?:[^.;()]{0,40}\((?:NYSE|NASDAQ|Nasdaq|NasdaqGS|AMEX|LSE|TSX|ASX|Euronext|XETRA|OTC\w*)[^)]{0,20}\)|"
    r" \([A-Z]{1,5}(?:\.[A-Z])?\))"
)
_PREPOSITIONS = "from|by|at|with|for|to|of|against|than|between|via|using|versus|vs|like|among"
# "announcements from Amazon.": whom something is from, with or at.
PREPOSITION = re2.compile(rf"(?i)\b(?:{_PREPOSITIONS})\.? $")
CLOSED = re2.compile(r"^ ?(?:$|[.;:!?)\n]|, (?:and|or|which|who|the|a|an)\b)")
# "shares in Monday", "a stake in Ring": only companies have them.
SHARES_IN = re2.compile(r"(?i)\b(?:shares?|stakes?|stock|investors|shareholders) (?:in|of) $")

_SAYS = """
is was has had will would may can could might must does did do n't said says say told tells warned warns added adds
announced announces reported reports unveiled unveils introduced introduces launched launches debuted debuts
confirmed confirms denied denies declined declines claimed claims argued argues insisted insists apologised
"""
_TRADES = """
pay pays paid wants want went goes gets got get makes made continues continued helps helped plans planned expects
expected agrees agreed acquires acquired buys bought sells sold offers offered opens opened signs signed hires hired
names named appoints appointed raises raised cuts reduces joins joined partners partnered provides provided collects
uses believes considers reserves owns operates disclaims becomes became faces faced files filed posted expands expanded
invests invested wins won brings brought completes completed reaches reached began begins starts started stock shares
customers employees executives users shareholders
"""
_MOVES = """
moves scraps drops ends sues settles fights hits eyes seeks urges tops beats slashes tests taps picks backs rejects
accepts approves delays halts resumes stops closes shuts exits enters leaves quits spins splits merges combines lifts
lowers doubles triples halves boosts trims extends renews revives redesigns rebrands recalls withdraws pulls retires
discontinues ships rolls teams ties turns bets builds buys backs bans blocks blames appeals loses gains earns grows
shrinks falls rises jumps slides slips sinks soars surges tumbles rallies misses keeps holds sets sees takes gives lets
puts brings adopts deploys chooses selects replaces poaches woos courts defends fires sacks furloughs nears readies
prepares publishes releases previews teases reveals discloses admits pledges promises vows threatens
cut lost beat fell rose grew took gave kept left led met sank shut spent struck sued drew chose broke drove held hit let
put set saw sent built bet ran stood swung threw withdrew wrote spun fought sought bought slid laid bid dealt fed
flew froze knew lent overtook quit rode shed shook spoke split spread stole
stuck swept taught thought tore undertook upheld woke wore
"""
_TOGETHER_VERBS = """
agree plan sign launch join announce team partner unveil form expand extend end cut sue settle merge raise fight compete
cooperate collaborate work share renew close open start build invest combine introduce develop offer say want face vie
"""
_BASES = """
buy cut sell acquire launch open close raise invest build hire pay offer join merge report shut lay spend stop end move
take make release introduce expand add drop split spin settle appeal replace retire name appoint double reduce provide
supply test begin start become leave exit enter face combine partner sue issue unveil discontinue increase
"""


def _any(*lists: str) -> str:
    return "|".join(dict.fromkeys(word for words in lists for word in words.split()))


_SUBJECT_VERBS = _any(_SAYS, _TRADES, _MOVES)
SUBJECT_VERB = re2.compile(
    r"^ (?:(?:also|now|today|just|recently|already|still|never|has|have|had) )?(?i:" + _SUBJECT_VERBS + r")\b"
)
# "Unity scrapped its fee": any other verb of the past, in small letters.
PAST_VERB = re2.compile(r"^ \p{Ll}{2,}ed (?:\p{Ll}|\p{N}|\$|€|£)")
# "Sharp falls in shares", "Upstart rivals have": things of many, not what somebody does.
OF_MANY = re2.compile(
    r"^ (?:(?:falls|rises|drops|gains|jumps|slides|cuts|slips|surges|increases|declines) (?:in|of|for|to) |"
    r"\p{Ll}+s (?:have|are|were|do|who|that|which|keep) )"
)
# "Sunrun installs batteries": any verb, behind a word that is no ordinary one.
ANY_VERB = re2.compile(r"^ (?:\p{Ll}{2,}(?:s|ed)|will|can) \p{Ll}")
# "Meta to Buy Nuclear Power": the future of headlines.
TO_DO = re2.compile(r"^ (?i:to (?:" + _any(_BASES) + r"))\b")
# "Spectrum and Apple unveiled": two names that do something together.
TOGETHER = re2.compile(
    r"^ (?:and|&) [A-Z][\p{L}]+ (?:\p{L}+ed|(?i:" + _any(_SUBJECT_VERBS.replace("|", " "), _TOGETHER_VERBS) + r")|"
    r"(?i:to (?:" + _any(_BASES) + r")))\b"
)
# "Regulator Fines Square": what is done to a company.
DONE_TO = re2.compile(
    r"(?i)\b(?:fines?|fined|sues?|sued|tells?|told|asks?|asked|urges?|urged|orders?|ordered|acquires?|acquired|probes?|"
    r"accuses?|accused|charges|charged|joins?|joined|leaves|buys?|bought|beats|warns?|warned) $"
)
# A company's name before these is still the company: its service, its branch, its channel.
_OWN_THINGS = """
Service Services App Apps Website Site Platform Account Accounts Logo Trading Holding International Global Europe
Technologies Americas UK US USA Deutschland France News Sports TV Careers Newsroom Investor
"""
OWN_THING = re2.compile(r"^ (?:" + "|".join(_OWN_THINGS.split()) + r")\b")
# "its Nest unit", "the Chase app": things that only a company has.
CORPORATE_THING = re2.compile(
    r"^ (?:apps?|accounts?|brand|website|logo|stores?|cards?|board|stake|deal|shares|stock|acquisition|merger|"
    r"takeover|bid|lawsuit|settlement|outage|unit|division|subsidiary|arm|business|chief|boss|CEO|CFO|CTO|founder|"
    r"spokes\w+|executives?|employees|workers|staff|customers|users|subscribers|merchants|API|branch|branches|"
    r"headquarters|campus|investors|shareholders|newsroom|marketplace|franchisees?|dealers?)\b"
)
# "the shell", "your profile": what has an article is a thing; companies seldom have one.
DETERMINER = re2.compile(
    r"(?:^|[^\p{L}])(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hese|[Ee]ach|[Ee]very|[Aa]nother|[Aa]ny|[Ss]ome|[Mm]y|[Yy]our|[Hh]is|"
    r"[Ii]ts|[Tt]heir|[Ww]hose|[Nn]ext|[Ll]ast) ?[\"'“‘]? ?$"
)
# "optical zoom", "national unity": an adjective before it makes it a thing.
ADJECTIVE_BEFORE = re2.compile(
    r"(?:^|[^\p{L}])(?:\p{Ll}+(?:ical|onal|ental|ptical|itical|ous|less|ish)|optical|national|close|former|old|red|blue|"
    r"green|white|black|yellow|golden|long|short|hard|cold|hot|deep|full|final|mobile|local|wooden|broken|square|round|"
    r"magnetic|public|political|strong|great|little|empty|open|second|third|fourth|good|own) $"
)
# "one bolt", "50 hertz": what is counted is a thing.
_NUMBERS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred half all both several many few
"""
COUNTED_BEFORE = re2.compile(r"(?:^|[^\p{L}\p{N}])(?:\d[\d.,]*|(?i:" + "|".join(_NUMBERS.split()) + r")) $")
COPULA_BEFORE = re2.compile(r"\b(?:is|are|was|were|be|been|being|very|so|too|not) $")
PREDICATE_AFTER = re2.compile(r"^ (?:to|that|for|enough|of) ")
# "Firefox, Brave, DuckDuckGo": an item in a list.
ITEM_BEFORE, ITEM_AFTER = re2.compile(r"([\p{L}]+) ?, $"), re2.compile(r"^ ?,? (?:and |or )?([\p{L}]+)")
# "Asana or Monday": a name joined to it.
JOINED_BEFORE = re2.compile(r"(\p{Lu}[\p{L}]+) (?:and|or|&) $")
# "Pilot, the largest network of travel centers": an apposition.
APPOSITION = re2.compile(r"^ ?, (?:the|a|an|which|whose|based|one of) ")
POSSESSIVE = re2.compile(r"^['’](?:s|S)\b")
PERSON_TITLE = re2.compile(r"(?:\bMrs?|\bMs|\bDr|\bSir|\bLord|\bLady|\bProf|\bJudge|\bSen|\bGen)\.? $")
BEFORE_WORD = re2.compile(r"([\p{L}\p{N}&]+(?:['’.-][\p{L}\p{N}&]+)*)( ?)$")
NEXT_WORD = re2.compile(r"^ ([\p{L}\p{N}&]+)")
SENTENCE_END = re2.compile(r"(?:^|[.!?:;•·|◎–—>\"“”\n]|\s-|\.{3})[\s\"'“‘(\[]*$")
# Words that open a sentence with a comma behind them and name nobody.
_ADVERBS = """
indeed next still now then again first second third finally well yes no today once meanwhile instead here there overall
elsewhere otherwise besides however simply truly surely please hello dear
"""
SENTENCE_ADVERBS = frozenset(_ADVERBS.split())
