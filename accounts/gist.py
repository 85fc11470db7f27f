"""What kind of happening an event is, read from its words, tags and facts: retired, dearer, available, bought ..."""

from enum import StrEnum

import re2

from accounts.folding import fold
from domain.events import Event
from domain.findings import Appointment, Move, Opening, Price, PriceKind, TagName


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
    IDLE = "idle"


_WORDS: dict[Gist, str] = {
    Gist.RETIRES: (
        r"retir(?:e|es|ed|ing|ement)(?:\b)|end[- ]of[- ](?:life|support|sale)|discontinu\w+|deprecat\w+|"
        r"sunset(?:s|ting)?\b|phas(?:e|es|ed|ing) out|shut(?:s|ting)? down|support \S+(?: \S+){0,8} ends|"
        r"will be withdrawn|withdraw(?:s|n|al) (?:of|from)|no longer (?:be )?(?:available|offered|supported|sold)|"
        r"abgekundigt|eingestellt"
    ),
    Gist.DEARER: (
        r"(?:price|fee|rate|cost)s? (?:increase|rise|hike|go(?:es)? up|will rise)|"
        r"(?:rais|increas|hik)\w+ (?:\w+ ){0,4}(?:price|fee|rate)s?|price adjustment upwards|surcharge|"
        r"more expensive|preiserhohung"
    ),
    Gist.CHEAPER: (
        r"(?:price|fee|rate|cost)s? (?:\w+ ){0,2}(?:reduction|cut|drop|decrease)|"
        r"(?:reduc|cut|lower|slash)\w* (?:\w+ ){0,4}(?:price|fee|rate|cost)s?|discount|"
        r"price (?:is|are|was) (?:reduced|lowered)|free of charge|now free|waiv\w+ (?:\w+ ){0,3}fees?|at[- ]cost|"
        r"preissenkung"
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
        r"certifi\w+|earns?|pilot (?:in|with)|now (?:offers|supports)|verfugbar"
    ),
    Gist.ALLIES: (
        r"partner(?:s|ed|ship|ing)?\b|partnerschaft|sign(?:s|ed) |agreement with|"
        r"enters? into (?:an? )?(?:\S+ ){0,3}agreement|(?:select|choos|chose|pick)\w* |team(?:s|ed) up|"
        r"collaborat\w+|alliance|joint(?:ly)?|renew(?:s|ed|al)|verlangert|integrat(?:es|ed|ion) with|deploys?|"
        r"rolls? out (?:\S+ ){0,5}(?:with|from)|goes? live with|migrat\w+ to|contract (?:with|to)|"
        r"awards? (?:\S+ ){0,4}contract|launch\w* (?:\S+ ){0,5}(?:with|on)|verstarken|accord avec"
    ),
    Gist.BUYS: (
        r"acqui(?:re|res|red|ring|sition)|merger|merge[sd]? with|takeover|takes? over|buyout|buys?\b|bought|"
        r"to be bought|completes? (?:the )?purchase of|ubernahme|ubernimmt"
    ),
    Gist.SPLITS: (
        r"spin[- ]?offs?|spins? off|demerger|divest\w*|carve[- ]?out|separat\w+ (?:of|into|its)|sells? its|"
        r"sale of its"
    ),
    Gist.DISTRESS: (
        r"cease and desist|bankrupt\w*|insolven\w*|chapter 11|(?:enters?|into|in) administration\b|"
        r"receivership|going concern|"
        r"layoffs?|lays? off|job cuts|redundanc\w+|restructur\w+|default(?:s|ed)? on|profit warning|liquidat\w+|"
        r"delist\w*|covenant breach|suspends? (?:its )?dividend|consent order|"
        r"closes? (?:\S+ ){0,3}(?:plant|factory|branch|site|store)s?"
    ),
    Gist.ENFORCES: (
        r"settle[sd]?\b|settlement|fine[sd]?\b|penalt\w+|sanction\w*|enforce\w*|recall\w*|sue[sd]?\b|lawsuit|"
        r"charge[sd] |violat\w+|alleg\w+|warning letter|ban(?:s|ned)?\b|order to|agreed to pay|injunction|"
        r"investigat\w+|prob\w+"
    ),
    Gist.RULES: (
        r"finali[sz]es?|adopts?|amend\w*|propos\w+|"
        r"(?:final|new|draft|interim) (?:rule|guidance|guideline|regulation|law)s?|takes effect|comes? into force|"
        r"enter(?:s|ed)? into force|updates? (?:\S+ ){0,4}(?:rule|guidance|guideline|standard|regulation)s?|"
        r"publish\w+|issues?\b|registers?\b|registered|registration|approv\w+|consultation|deadline"
    ),
    Gist.BUILDS: (
        r"(?:open|build|expand|inaugurat|break)\w* (?:\S+ ){0,6}"
        r"(?:plant|hub|factory|site|warehouse|centre|center|branch|store|terminal|hospital|clinic|depot|campus|facilit|line|"
        r"network|fleet)\w*|"
        r"orders? (?:up to |for )?\d[\d,.]*|fleet of|"
        r"new (?:plant|hub|factory|site|warehouse|terminal|hospital|depot|facility)"
    ),
    Gist.HIRES: (
        r"job (?:opening|board|posting|ad)s?|openings?\b|vacanc\w+|is hiring|we are hiring|"
        r"open (?:role|position)s?|apply now|(?:account|sales) (?:manager|executive)s?,? \(?(?:m/f|full)"
    ),
    Gist.REPORTS: (
        r"revenue|ebitda|net (?:profit|income|loss)|"
        r"(?:quarterly|annual|full[- ]year|first|second|third|fourth)[- ](?:quarter )?results|earnings|"
        r"turnover (?:rose|fell|grew)"
    ),
    Gist.FAILS: (
        r"outage|downtime|breach\w*|data leak|vulnerabilit\w+|hacked|ransomware attack|service disruption|"
        r"unavailable|recall(?:s|ed)?\b"
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
_PATTERNS = {gist: re2.compile(r"\b(?:" + words + r")") for gist, words in _WORDS.items()}
_OFFICER = re2.compile(
    r"\b(?:ceo|cfo|cto|coo|cio|ciso|cpo|cmo|chro|president|managing director|chief [a-z]+(?: [a-z]+){0,3} officer|"
    r"chief executive|head of|vice president|evp|svp|general manager|directeur general|vorstand\w*|"
    r"geschaftsfuhrer\w*|certain officers|senior-level management)\b"
)
_MOVES = re2.compile(
    r"\b(?:appoint\w*|named?|names|promot\w*|hire[sd]?|joins?|joined|step\w* down|retir\w+|resign\w*|depart\w*|"
    r"leav\w+|left|succeed\w*|successor|replac\w+|elect\w*|will serve as|takes over as|interim|"
    r"new (?:ceo|cfo|cto|coo|cio|chief))\b"
)
# Those whose coming and going an account's manager acts on: they decide over what is bought from us.
_DECIDER = re2.compile(
    r"\b(?:ceo|cfo|cto|coo|cio|ciso|president|managing director|procurement|purchasing|general manager|head of|"
    r"chief (?:executive|financial|finance|technology|technical|operating|operations|information|digital|data|"
    r"procurement|purchasing|product|supply chain)|finance director|vorstand\w*|geschaftsfuhrer\w*|directeur general)\b"
)
_GOES_OR_COMES = re2.compile(
    r"\b(?:appointed|appoints?|appointment|promot\w+|hire[sd]?|join(?:s|ed)|step\w* down|retires?|retired|retirement|"
    r"resign\w*|depart\w*|leaves|leaving|succeed\w*|successor|replac\w+|will serve as|takes over as|relinquish\w*|"
    r"(?:names|named) (?:\S+ ){1,6}(?:as|to|ceo|cfo|cto|coo|cio|chief|president|head)|"
    r"new (?:ceo|cfo|cto|coo|cio|chief|head))\b"
)
_TO_THE_BOARD = re2.compile(
    r"\b(?:appointed|elected|appoints|elects|joins|joined) (?:\S+ ){0,6}(?:as|to be|to serve as|to)?(?: \w+){0,2} "
    r"(?:director|member of (?:the|its) board|(?:the|its) board)\b"
)
_LEAVES = re2.compile(
    r"\b(?:resign\w*|retir\w+|step\w* down|depart\w*|leav\w+|as (?:its |the |new |our )*(?:chief|president|ceo))\b"
)
# The heading of a US filing's item names officers whatever the item says; "named executive officer" names nobody.
_BOILERPLATE = re2.compile(
    r"(?:departures?|elections?|appointments?|compensatory arrangements) of (?:directors|certain|principal)"
    r"[^.;]*[.;]|named executive officers?|vice president"
)
_OUTSIDE_DIRECTOR = re2.compile(
    r"\b(?:independent director|non-?executive|board of directors|director nominee|to (?:its|the) board)\b"
)


def gists(event: Event, folded: str) -> frozenset[Gist]:
    """Everything the event does. `folded` is its whole text, folded; tags and facts add what words do not show."""
    found = {gist for gist, pattern in _PATTERNS.items() if pattern.search(folded)}
    if moves_an_officer(event, folded):
        found.add(Gist.HEADS)
    tags = {tag.tag for tag in event.tags}
    if Gist.HEADS in found and TagName.PRODUCT not in tags:
        found.discard(Gist.RETIRES)
    if TagName.PRODUCT in tags and not found & {Gist.RETIRES, Gist.EXTENDS}:
        found.add(Gist.EXTENDS)
    if TagName.PRICING in tags and not found & {Gist.DEARER, Gist.CHEAPER}:
        found.add(Gist.REPRICES)
    if TagName.HIRING in tags:
        found.add(Gist.HIRES)
    return frozenset(found | _from_facts(event))


def is_idle(text: str) -> bool:
    """Whether a text is of awards, surveys, events and the like."""
    return _PATTERNS[Gist.IDLE].search(fold(text).text) is not None


def _from_facts(event: Event) -> set[Gist]:
    found: set[Gist] = set()
    for fact in event.facts:
        value = fact.value
        if isinstance(value, Opening):
            found.add(Gist.HIRES)
        elif isinstance(value, Appointment) and value.move is not Move.BOARD:
            found.add(Gist.HEADS)
        elif isinstance(value, Price):
            found |= from_price(value)
    return found


def from_price(price: Price) -> set[Gist]:
    """What a price fact does to those who pay; a price shown another way makes nothing dearer."""
    before, after = price.amount_before, price.amount_after
    if price.comparable and before is not None and after is not None and before != after:
        return {Gist.DEARER if after > before else Gist.CHEAPER}
    if price.kind is PriceKind.PLAN_ADDED or (before is None and after is not None):
        return {Gist.EXTENDS}
    return {Gist.RETIRES} if price.kind is PriceKind.PLAN_REMOVED else {Gist.REPRICES}


def moves_a_decider(folded: str) -> bool:
    """Whether one who decides over what is bought comes or goes: not any officer, not an outside director."""
    plain = _BOILERPLATE.sub(" ", folded)
    if _TO_THE_BOARD.search(plain) and not _LEAVES.search(plain):
        return False
    return _DECIDER.search(plain) is not None and _GOES_OR_COMES.search(plain) is not None


def moves_an_officer(event: Event, folded: str) -> bool:
    """Whether an officer or head of something comes, goes or changes; an outside director alone is not one."""
    executive = any(tag.tag is TagName.EXECUTIVE for tag in event.tags)
    officer = _OFFICER.search(folded) is not None and _MOVES.search(folded) is not None
    if not officer or (not executive and Gist.HEADS not in _from_facts(event) and len(folded) > 400):
        return False
    return not (_OUTSIDE_DIRECTOR.search(folded) and not re2.search(r"\b(?:chief|president|ceo|cfo|cto|coo)\b", folded))
