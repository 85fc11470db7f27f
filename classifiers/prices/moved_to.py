"""Sentences that tell one amount only, as that to which the company's own price moves."""

from classifiers.prices.movers import is_doer, of_things
from classifiers.prices.no_prices import sentence_before
from classifiers.wording.money import Money
from classifiers.wording.patterns import Pattern

PRICE = r"(?:prices?|fees?|rates?|subscriptions?|preise?|tarife?s?|prix|precios?|tarifas?)"
# "We are raising our price to $12", "Tern cuts price of Home to $59": the verb has a subject.
MOVED = Pattern(
    r"(?i)\b((?:rais|increas|lower|reduc|drop|hik|chang|mov|cut|slash|erhöh|senk|augment|baiss|sub|baj)\w*|puts? up)\b"
    rf"[^.;:]{{0,30}}\b{PRICE}\b[^.;:]{{0,50}}\b(?:to|auf|à|a)\s+(?:just |only |nur )?$"
)
# "The price goes up to $59": the price moves by itself.
MOVES = Pattern(
    rf"(?i)\b({PRICE})\b[^.;:]{{0,40}}\b(?:go(?:es|ing)?|ris\w+|rose|went|increas\w+|mov\w+|fall\w*|fell|drop\w*|"
    r"climb\w*|jump\w*|chang\w+|steig\w+|sink\w+|passe\w*|sube\w*|baja\w*)\b[^.;:]{0,20}\b(?:to|auf|à|a)\s+$|"
    rf"\b({PRICE})\b[^.;:]{{0,40}}\b(?:will be|becomes?|is now|are now|wird)\s+$"
)
# "Customers will pay $12": what they pay is the price.
PAID = Pattern(
    r"(?i)^(?:[\pL]+ ){0,3}(?:customers|members|subscribers|users|households|you)\b[^.;:]{0,30} "
    r"(?:will|now) (?:now )?pay (?:just |only )?$"
)
# "£6 more" is by how much a price moves, and no price.
BY = Pattern(r"(?i)^ (?:more|less|extra|mehr|weniger|de plus|de moins|más|menos)\b")
AUXILIARY = Pattern(r"(?i)\b(?:is|are|will be|has|have) $")


def moves_to(text: str, money: Money, company: str) -> bool:
    """Whether the words ahead of an amount make it the new price of the company: no other name moves it."""
    ahead = sentence_before(text, money.start).lstrip()
    if BY.match(text[money.stop :]):
        return False
    if PAID.search(ahead):
        return True
    if moved := MOVED.search(ahead):
        subject = AUXILIARY.sub("", ahead[: moved.start()])
        return not subject.strip() or is_doer(subject, company)
    moves = MOVES.search(ahead)
    return moves is not None and not of_things(ahead[: moves.start()], company)
