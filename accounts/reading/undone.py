"""Strikes from a folded text what it says is taken back, denied, got over or mended, so that none of it is news."""

from accounts.texts.patterns import Pattern

_REST = r"[^,;.:\n]*"
_WORD = r"[^\s,;.:]+ "
# A change for the worse that one may take back, and what somebody holds against a company.
_CHANGE = (
    r"(?:(?:price|fee|rate|tariff|premium|rent)s? (?:increases?|rises?|hikes?|changes?|adjustments?)|increases?|rises?|"
    r"hikes?|retirement|discontinuation|deprecation|sunset|shut ?down|switch-off|closures?|recall|suspension|"
    r"end of (?:life|support|sale)|(?:plans?|decision|move|proposal|intention) to [^,;.:\n]*|job cuts|lay-?offs?|"
    r"redundanc(?:y|ies))"
)
_MATTER = (
    r"(?:fines?|penalt(?:y|ies)|bans?|sanctions?|charges against|accusations?|allegations?|complaints?|lawsuits?|"
    r"suits?|case|probes?|investigations?|injunctions?|suspension|revocation|convictions?|judge?ments?|rulings?|"
    r"insolvency|bankruptcy|strikes?|walkouts?)"
)
_TROUBLE = (
    r"(?:outages?|downtime|breach(?:es)?|leaks?|bugs?|errors?|faults?|crash(?:es)?|delays?|glitch(?:es)?|failures?|"
    r"defects?|problems?|issues?|incidents?|attacks?|hacks?|data loss|loss(?:es)?|disruptions?|lags?|freezes|hangs|"
    r"time-?outs?|missing|wrong|stale|incorrect|slow)"
)
_PRICES = r"(?:prices?|pricing|fees?|rates?|tariffs?)"
_BE = r"(?:is|are|was|were|has been|have been|had been|will be|being|gets?)"
_LAW = (
    r"(?:administration|insolvency|bankruptcy|receivership|liquidation|chapter 11|creditor protection|restructuring|"
    r"restructuring proceedings)"
)
_UNDOES = (
    r"(?:revers\w+|postpon\w+|delay(?:s|ed|ing)?|defer\w*|put(?:s|ting)? (?:off|on hold)|withdr[ae]w\w*|shelv\w+|"
    r"scrap(?:s|ped|ping)?|drops?|dropped|cancel\w*|call(?:s|ed|ing)? off|t(?:akes?|ook|aking) back|"
    r"roll(?:s|ed|ing)? back|back(?:s|ed|ing)? (?:down|away|off|out)(?: (?:on|from|of|over))?|u-turns? (?:on|over)|"
    r"abandon\w*|rescind\w*|revok\w+|halt(?:s|ed|ing)?|paus\w+|suspend\w*|g[ai]ves? up|undo(?:es|ne)?|undid|"
    r"overturn\w*|annul\w*|quash\w*|averts?|averted|avoids?|avoided|escap\w+|thr(?:ows|ew) out|dismiss(?:es|ed)|"
    r"rethinks?|reconsiders?)"
)
_UNDONE = (
    r"(?:reversed|postponed|delayed|deferred|put (?:off|on hold)|withdrawn|shelved|scrapped|dropped|cancelled|canceled|"
    r"called off|taken back|rolled back|abandoned|rescinded|revoked|paused|undone|overturned|annulled|quashed|lifted|"
    r"averted|dismissed|thrown out|set aside|struck down|unfounded|baseless|untrue|false|off the table|"
    r"not (?:happening|coming|going ahead))"
)
_TAKEN_BACK = (
    rf"{_UNDOES} (?:{_WORD}){{0,4}}(?:{_CHANGE}|{_MATTER})\b{_REST}",
    rf"lift(?:s|ed|ing)? (?:{_WORD}){{0,3}}{_MATTER}\b{_REST}",
    rf"(?:{_CHANGE}|{_MATTER})\b(?: [^\s,;.:]+){{0,7}} {_BE} (?:\S+ )?{_UNDONE}\b{_REST}",
    rf"(?:{_CHANGE}|{_MATTER}) (?:{_WORD}){{0,2}}(?:{_UNDONE}|(?:closed|ends?|ended|dropped) without \S+)\b"
    rf"{_REST}",
    r"(?:not to|(?:will|would|does|do|did|is|are) not) (?:be |going to |now )*(?:rais|increas|retir|discontinu|end|"
    r"clos|"
    rf"shut|withdraw|lay)\w*\b{_REST}",
    rf"{_CHANGE}\b(?: [^\s,;.:]+){{0,7}} (?:will|does|would) not (?:come|happen|go ahead|take place|apply)\b{_REST}",
    rf"(?:no|without|rules? out|ruled out) (?:any |a |further |plans? (?:for|to) )*(?:{_CHANGE}|rais\w+ |retir\w+ )\b"
    rf"{_REST}",
)
_DENIED = (
    r"(?:den(?:y|ies|ied|ying)|refut(?:es|ed)|rebuts?|disput(?:es|ed)|reject(?:s|ed)|contradict(?:s|ed)) (?:that|any|"
    rf"claims?|reports?|rumou?rs|having|being|it|allegations?|accusations?|(?:a|the) {_TROUBLE})\b{_REST}",
    r"(?:not|never|un) ?(?:been |be )?(?:affected|hit|touched|hacked|breached|compromised|impacted|harmed|concerned)\b"
    rf"{_REST}",
    rf"no (?:{_WORD}){{0,4}}(?:{_BE} )?(?:exposed|stolen|lost|leaked|taken|affected|compromised|accessed|copied|"
    r"at risk)\b",
    r"(?:no|without|zero|free of) (?:any |a |single |further |known ){0,3}(?:\S+ )?"
    rf"(?:{_TROUBLE}|vulnerabilit(?:y|ies)|findings)\b{_REST}",
    rf"(?:no|not any|without) (?:evidence|signs?|indication|proof|trace) (?:of|that)\b{_REST}",
)
_GOT_OVER = (
    rf"(?:emerg\w+|comes?|came|(?:is|are)) (?:from|out of) (?:{_WORD}){{0,2}}{_LAW}\b",
    rf"(?:exits?|exited|leaves?|left|ends?|ended) (?:{_WORD}){{0,2}}{_LAW}\b",
    rf"(?:wins?|won) (?:{_WORD}){{0,3}}(?:appeal|case|suit|lawsuit)\b{_REST}",
    rf"(?:beats?|defeats?|fends? off|sees? off|cleared (?:of|in)|acquitted (?:of|in)) (?:{_WORD}){{0,4}}{_MATTER}\b"
    rf"{_REST}",
    rf"(?:is|are|was|were|been) (?:acquitted|cleared|exonerated) (?:of|in|by)\b{_REST}",
    rf"(?:saved|rescued|spared|kept) from (?:{_WORD}){{0,2}}(?:{_LAW}|{_MATTER})\b",
    rf"re-?hir\w+ {_REST}",
    rf"(?:regain\w*|recover\w*|wins? back|won back|gets? back) (?:{_WORD}){{0,3}}(?:licen[cs]e|accreditation|approval|"
    rf"certificat\w+|registration|authori[sz]ation|stolen|lost)\b{_REST}",
    r"(?:licen[cs]e|accreditation|certificate|certification|registration|authori[sz]ation|approval) "
    rf"(?:{_WORD}){{0,2}}(?:restored|reinstated)\b{_REST}",
)
# A price that stays as it is.
_HELD = (
    rf"(?:freez(?:es?|ing)|froze|hold(?:s|ing)?) (?:all |its |the |list |current |subscription |monthly )*{_PRICES}\b",
    rf"(?:freez(?:es?|ing)|froze|hold(?:s|ing)?) (?:{_WORD}){{1,3}}{_PRICES} (?:until|for|through|at|in)\b",
    rf"{_PRICES} (?:{_WORD}){{0,4}}(?:freeze|frozen|unchanged)\b",
)
# An outage that is mended was one all the same; a fault of a product that its maker mends is a gain of it.
_MENDED = (
    r"(?:fix(?:es|ed)?|mends?|mended|repairs?|repaired|resolv(?:es|ed)|cur(?:es|ed)|correct(?:s|ed)|eliminat(?:es|ed)|"
    rf"solv(?:es|ed)|gets rid of|recovers? from) (?:{_WORD}){{0,3}}{_TROUBLE}\b{_REST}",
    rf"{_TROUBLE}\b(?: [^\s,;.:]+){{0,8}} (?:{_BE} )?(?:now |finally |all )?(?:fixed|mended|repaired|solved|cured|gone|"
    rf"corrected|resolved)\b{_REST}",
    r"(?:no longer|never again|not .{0,12}any ?more) (?:crash|fail|hang|freez|los|miss|drop|break|stall|slow|delay|"
    r"suffer|time)\w*",
    rf"(?:fewer|less|no more|half the) (?:{_WORD})?{_TROUBLE}\b{_REST}",
)


def _any(patterns: tuple[str, ...]) -> str:
    return r"\b(?:" + "|".join(f"(?:{one})" for one in patterns) + ")"


_OFF = Pattern(_any((*_TAKEN_BACK, *_DENIED, *_GOT_OVER, *_HELD)))
_OFF_OR_MENDED = Pattern(_any((*_TAKEN_BACK, *_DENIED, *_GOT_OVER, *_HELD, *_MENDED)))


def without_undone(folded: str, *, mended: bool) -> str:
    """The text less what it says did not, or does no longer, happen; `mended`: less the faults that are mended too."""
    kept: str = (_OFF_OR_MENDED if mended else _OFF).sub(" ", folded)
    return kept
