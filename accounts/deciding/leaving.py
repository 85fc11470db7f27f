"""Whether what gets cheaper at a rival is only the way out of it: then its customers are freer to come to us."""

from accounts.reading import happenings
from accounts.reading.gist import Gist
from accounts.texts.patterns import Pattern

_MONEY = r"(?:fees?|charges?|costs?|prices?|pricing|rates?|penalt(?:y|ies)|payments?)"
# Carrying data out has a price of its own, so that it may stand alone; leaving is a thing of money only beside a fee.
_DATA_OUT = (
    r"(?:data egress|egress|(?:outbound |inter-region )?data transfers?(?: out)?|outbound transfers?|transfers? out|"
    r"migration out)"
)
_PARTING = (
    r"(?:early[ -])?(?:exit|leaving|termination|cancellation|switching|switch|porting|portability|lock-in|moving out)"
)
_WAY_OUT = (
    rf"(?:{_MONEY} (?:of|for|on|to) (?:early )?(?:{_DATA_OUT}|{_PARTING})|{_DATA_OUT}(?: {_MONEY})*|"
    rf"{_PARTING}(?: {_MONEY})+)"
)
_CHEAP = (
    r"(?:cheaper|free(?: of charge)?|at[- ]cost|half[- ]price|waived|abolished|scrapped|dropped|halved|cut|lowered|"
    r"reduced|slashed|falls?|fell|drops?|down|no longer (?:charged|billed)|costs? (?:nothing|less))"
)
# "egress to the internet is now 30% cheaper": the way out, and of nothing else that it is cheaper.
_IT_GETS_CHEAPER = Pattern(
    rf"\b{_WAY_OUT}(?: (?:to|between|from) (?:the )?\S+)?(?: (?:is|are|gets?|becomes?|goes|will be|has been|"
    rf"have been|was|were|now|also))*(?: (?:by )?\d+ ?(?:%|percent))? {_CHEAP}(?: by \d+ ?(?:%|percent)| of charge)*"
)
# "at-cost data transfer", "30% off egress".
_CHEAPER_IT = Pattern(
    r"\b(?:cheaper|free|at[- ]cost|lower|reduced|discounted|no|zero|without|discounts? (?:on|for)|"
    rf"\d+ ?% off(?: for| on)?) (?:\w+ )?{_WAY_OUT}(?: for free)?"
)
_CUTS = (
    r"(?:cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:es?|ed|ing)|slash(?:es|ed|ing)?|halv(?:es?|ed|ing)|drop(?:s|ped|ping)?|"
    r"scrap(?:s|ped|ping)?|waiv(?:es?|ed|ing)|abolish(?:es|ed|ing)?|remov(?:es?|ed|ing)|ends?|trims?|trimmed)"
)
# "lowers the termination fee and the monthly price": the verb goes on to something else.
_AND_MORE = Pattern(rf"\b({_CUTS} )(?:\w+ ){{0,2}}{_WAY_OUT} and ((?:the|its|all|their|\w+ly) )")
# "drops its exit fees by half".
_CUTS_IT = Pattern(rf"\b{_CUTS} (?:\w+ ){{0,2}}{_WAY_OUT}")
# "makes data transfer out of its cloud free".
_MADE_FREE = Pattern(rf"\bma(?:kes?|de|king) (?:\w+ ){{0,2}}{_WAY_OUT} (?:[^\s,;.:]+ ){{0,4}}(?:free|cheaper)\b")
_NAMED = Pattern(rf"\b{_WAY_OUT}")
_AMOUNT = Pattern(r"[$€£¥] ?\d|\d ?(?:[$€£¥]|eur\b|usd\b|gbp\b|chf\b|cents?\b)")


def only_leaving_gets_cheaper(folded: str) -> bool:
    """Whether nothing is cheaper once the way out is struck from the text; of bare amounts, what they are for."""
    if _NAMED.search(folded) is None:
        return False
    cheaper = happenings.PATTERNS[Gist.CHEAPER]
    if cheaper.search(folded) is None:
        amount = _AMOUNT.search(folded)
        return amount is not None and _NAMED.search(folded[: amount.start()]) is not None
    rest = _AND_MORE.sub(r"\1\2", folded)
    for said in (_CUTS_IT, _MADE_FREE, _IT_GETS_CHEAPER, _CHEAPER_IT, _NAMED):
        rest = said.sub(" ", rest)
    return cheaper.search(" ".join(rest.split())) is None
