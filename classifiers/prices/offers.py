"""Which amounts on a page are offers, of which plan, and on what terms."""

from dataclasses import dataclass, replace
from decimal import Decimal

from classifiers.prices.counters import counts_or_covers
from classifiers.prices.differences import sign_of
from classifiers.prices.labels import FEE, PRICE_WORD, heading_of, plan_of, unit_of_cells
from classifiers.prices.lines import bound_beside, name_beside, with_unit
from classifiers.prices.moved_to import moves_to
from classifiers.prices.named_plans import charge_behind, plan_in, plan_in_title
from classifiers.prices.no_prices import is_reported, is_unchanged
from classifiers.prices.not_sold import not_sold, sentence_of, was_asked
from classifiers.prices.tax import taxed
from classifiers.prices.untold_moves import is_journey, is_untold
from classifiers.wording.money import Money, find_money, is_dump
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from classifiers.wording.units import is_used
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.sources import Source, SourceKind

# Amounts that are not what an offer costs: savings, prizes, turnover, funding, fines, examples of customers' money.
NOT_A_PRICE = Pattern(
    r"(?i)\b(?:sav(?:e|es|ed|ing|ings)|won?|wins?|prizes?|vouchers?|gift|worth|rais(?:ed|es|ing)\s+(?:[$€£]|"
    r"\w+\s+[$€£])|revenue|"
    r"turnover|ebitda|profit|funding|funds?|assets|grew|valuation|valued|fine[ds]?|penalt\w+|settle\w*|donat\w+|"
    r"grants?|"
    r"invest\w+|lawsuit|salary|shares?|dividend|cash|debt|market|budget|spent|spend|turns? over|turning over|liab\w+|"
    r"limited to|damages|late (?:payment )?fees?|interest|refer|referrals?|withdraw\w*|for (?:example|instance)|"
    r"zum beispiel|par exemple|por ejemplo)\b"
)
# "Orders over $75 ship free": a threshold, and the price of nothing.
THRESHOLD = Pattern(
    r"(?i)\b(?:orders?|purchases?|baskets?|spend(?:ing)?|bestellungen|commandes?|pedidos?) (?:over|above|under|below|"
    r"from|of at "
    r"least|"
    r"of more than|ab|über|à partir de|de más de)\s*$|\b(?:exceeds?|exceeding|in excess of)\s*$"
)
# Words of a button that repeats the price of the plan beside it.
BUTTON = Pattern(r"(?i)\b(?:switch to|upgrade|sign up|get started|buy now|subscribe for|try for)\b")
# Words that stand where an amount would: it is told on request only.
ON_REQUEST = Pattern(
    r"(?i)^(?:contact|talk to|speak (?:to|with)|call us|ask (?:us|for)|request (?:a quote|pricing)|"
    r"get (?:a quote|in touch)|"
    r"let['’]s talk|custom(?: pricing| quote)?$|price on request|(?:preis )?auf anfrage|sur devis|nous contacter|"
    r"contactez|kontakt|a consultar|bajo demanda|cont[aá]ct|solicitar|individuell|お問い合わせ|要相談).{0,40}$"
)
FREE = Pattern(r"(?i)^(?:free|free forever|gratis|kostenlos|gratuit|gratuito|無料)[.!]?$")
LONGEST_FREE = len("free forever!")
# A share of each sale with a fixed part: one term, not an amount of its own.
SHARE = Pattern(r"%\s?\+\s?$")
FROM = Pattern(
    r"(?i)(?:\bfrom|\bstarting (?:at|from)|\bstarts? (?:at|from)|\bas low as|\bab|à partir de|\bdès|\bdesde|"
    r"\ba partir de|"
    r"\ba partire da|\bvanaf|\bod|\bfrån|\bfra|\bat least|"
    r"\bmindestens|\bau moins|\bal menos|\bmin(?:imum|\.)?)\s*(?:only|just|nur)?\s*$"
)
UP_TO = Pattern(
    r"(?i)(?:\bup to|\bat most|\bno more than|\bhöchstens|\bau plus|"
    r"\bcomo máximo|(?-i:\bmax)|\bmax(?:imum|\.)|\bbis zu|\bjusqu['’]à|\bhasta|\bfino a)\s*$"
)
# "Prices go up to $229" says where they go.
RISES = Pattern(r"(?i)\b(?:go(?:es|ing)?|went|moves?|moved|rises?|rose) up to\s*$")
AT_LEAST = Pattern(r"^\s?(?:\+|から|~|～|and up\b)")
EXTRAS = Pattern(
    r"(?i)\badd-?ons?\b|\bextras?\b|\badditional\b|^add an? [\pL]+|\boptional\b|\bzusatz\w*|"
    r"\boptions?\b|\bcomplementos\b"
)
# What is paid when one comes or goes: such a fee bears its own name.
ONCE = Pattern(r"(?i)\b(?:joining|enrol?ment|admission|early exit|exit|cancellation|termination) fee\b")
CLAUSE = Pattern(r"[,.;(]")
# "Students pay $10": a price of theirs, and not of the plan whose card it stands in.
GROUP = Pattern(
    r"(?i)(?:^|[^\pL])(students|teachers|educators|schools|universities|non-?profits|charities|start-?ups|seniors|"
    r"veterans|academics|studierende|studenten|étudiants|estudiantes) (?:only |just )?"
    r"(?:pay|get (?:it|\p{Lu}\w+) (?:for|at)|zahlen|paient|pagan)(?: only| just| nur)? $"
)
# A longer list item is a sentence, in which an amount need not be an offer ("runs on a $5 server").
LONGEST_ITEM = 120
SHORT = 60
CERTAIN = frozenset({Where.TABLE, Where.CARD, Where.LIST, Where.HEADING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An amount as an offer: its plan where one is named, its words, and whether tax is in it (None: not said).

    `regular` is the amount that stands struck out before it; `words` then hold both. `billed` is "year" of a month's
    amount that is paid for a year at once.
    """

    passage: Passage
    money: Money
    plan: str | None
    words: str
    confidence: float
    taxed: bool | None = None
    regular: Money | None = None
    bound: str | None = None
    charge: str | None = None
    billed: str | None = None

    @property
    def name(self) -> str | None:
        """The plan; one without a name goes by its price label where that stands alone."""
        alone = len(self.passage.text) - len(self.words) <= 8
        return self.plan or (self.words.strip() if alone and self.money.amount else None)

    @property
    def plan_key(self) -> str:
        return (self.plan or "").casefold()

    @property
    def start(self) -> int:
        return self.regular.start if self.regular else self.money.start


def offers(passage: Passage, source: Source) -> list[Offer]:
    """The offers of one side of an edit, in order. Amounts in navigation, footers and banners are none."""
    if passage.aside or is_cut(passage.edit):
        return []
    words = passage.text.strip()
    if len(words) <= LONGEST_FREE and FREE.match(words):
        return [free_offer(passage)]
    found = find_money(passage.text, decimal=source.decimal, language=source.language, currency=source.currency)
    made: list[Offer] = []
    for index, money in enumerate(found):
        since = found[index - 1].stop if index else 0
        confidence = likeness(passage, money, source)
        if not confidence:
            continue
        made.append(offer_of(passage, money, since, confidence, source.subject.name))
        if len(made) > 1 and struck(made[-2], made[-1]):
            made[-2:] = [reduced(made[-2], made[-1])]
    made = [offer for offer in made if passage.edit.where is not Where.ENTRY or says_of_what(offer, source)]
    return [offer for offer in made if offer.regular or not was_asked(passage, offer.money)]


def is_cut(edit: Edit) -> bool:
    """Whether a side of a text that changed holds more amounts than are read: what lies behind them seems gone or new.

    Of a text that came or went whole those that are read are true.
    """
    return edit.kind is EditKind.REPLACED and any(is_dump(side or "") for side in (edit.before, edit.after))


def says_of_what(offer: Offer, source: Source) -> bool:
    """Whether an amount in running text is told with what it is for or how often, or as where a price moves to.

    "$49 beats $50" is a thought.
    """
    told = offer.plan or offer.money.period or offer.money.per or offer.bound or offer.charge or offer.regular
    return bool(told) or moves_to(offer.passage.text, offer.money, source.subject.name)


def offer_of(passage: Passage, money: Money, since: int, confidence: float, company: str) -> Offer:
    """The amount with what stands around it; a page's heading that is only the company's name is no plan."""
    text = passage.text
    group = GROUP.search(text[since : money.start])
    plan = group.group(1) if group else named_plan(passage, money, since)
    period, per = unit_of_cells(text, passage.cells, money) if not (money.period and money.per) else (None, None)
    money = with_unit(replace(money, period=money.period or period, per=money.per or per), text, passage.edit)
    return Offer(
        passage=passage,
        money=money,
        plan=plan if plan is None or plan.casefold() != company.casefold() else None,
        words=text[money.start : money.stop],
        confidence=confidence,
        taxed=taxed(text[money.end : money.stop + 24]),
        bound=bound_of(text, money) or (bound_beside(passage.edit) if not text[: money.start].strip() else None),
        charge=charge_of(passage, money, text[since : money.start]),
    )


def named_plan(passage: Passage, money: Money, since: int) -> str | None:
    """The plan of an amount; in an entry the one its sentence names: the title above it is no heading."""
    if passage.edit.where is Where.ENTRY:
        named = charge_behind(passage.text, money.stop) or plan_in(passage.text, money.start, since)
        return named or plan_in_title(passage.edit.title)
    beside = name_beside(passage.edit)
    return plan_of(passage.text, passage.cells, passage.headings, money, since, beside=beside)


def free_offer(passage: Passage) -> Offer:
    """The word "Free" where an amount would stand: nothing, in no currency."""
    end = len(passage.text)
    nothing = Money(start=0, end=end, stop=end, amount=Decimal(0), currency="")
    return Offer(passage=passage, money=nothing, plan=heading_of(passage.headings), words=passage.text, confidence=0.7)


def bound_of(text: str, money: Money) -> str | None:
    """ "from" or "up to" where the amount is a floor or a ceiling; the ends of a range are both."""
    before = text[max(0, money.start - 24) : money.start]
    if money.ends:
        return "from" if money.ends == "low" else "up to"
    if FROM.search(before) or AT_LEAST.match(text[money.end : money.end + 8]):
        return "from"
    return "up to" if UP_TO.search(before) and not RISES.search(before) else None


def bound_words(offer: Offer) -> str:
    """The amount with the words ahead of it that make it a floor or a ceiling."""
    start = max(0, offer.money.start - 24)
    ahead = offer.passage.text[start : offer.money.start]
    match = FROM.search(ahead) or UP_TO.search(ahead)
    return offer.passage.text[start + match.start() if match else offer.money.start : offer.money.stop].strip()


def charge_of(passage: Passage, money: Money, before: str) -> str | None:
    """What besides the plan itself is charged: "one-off", "add-on" or "usage"."""
    after = CLAUSE.split(passage.text[money.stop : money.stop + 24])[0]
    if FEE.search(before[-SHORT:] + after) or ONCE.search(before[-SHORT:]):
        return "one-off"
    if EXTRAS.search(before) or any(EXTRAS.search(title) for title in passage.headings[-1:]):
        return "add-on"
    return "usage" if is_used(money.per) else None


def struck(first: Offer, second: Offer) -> bool:
    """Whether the first amount is the regular price of the second: right before it, higher, in the same currency."""
    between = first.passage.text[first.money.stop : second.money.start].strip(" \u00a0,(")
    now = between == "" or between.casefold() in ("now", "jetzt", "now only", "only", "nur", "ahora", "maintenant")
    return now and first.money.currency == second.money.currency and first.money.amount > second.money.amount


def reduced(first: Offer, second: Offer) -> Offer:
    words = second.passage.text[first.money.start : second.money.stop]
    return replace(second, regular=first.money, plan=first.plan, words=words)


def likeness(passage: Passage, money: Money, source: Source) -> float:
    """How sure it is that the amount is what something costs; 0 where it is not."""
    around = beside = passage.text[max(0, money.start - 60) : money.stop + 40]
    if passage.edit.where is Where.ENTRY:  # of another sentence another amount may be saved or won
        start, stop = sentence_of(passage.text, money)
        beside = passage.text[max(start, money.start - 60) : min(stop, money.stop + 40)]
    if NOT_A_PRICE.search(beside) or (len(passage.text) < 80 and BUTTON.search(passage.text)):
        return 0.0
    ahead = passage.text[max(0, money.start - 40) : money.start]
    if SHARE.search(ahead[-6:]) or THRESHOLD.search(ahead) or not_sold(passage, money, source):
        return 0.0
    if counts_or_covers(passage, money) or is_unchanged(passage, money.start) or sign_of(passage.text, money):
        return 0.0
    if not passage.cells and (
        is_reported(passage.text, money.start)
        or is_untold(passage, money.start, money.stop)
        or is_journey(passage, money)
    ):
        return 0.0
    sentence = passage.edit.where is Where.LIST and len(passage.text) > LONGEST_ITEM
    if passage.cells or (passage.edit.where in CERTAIN and not sentence):
        return 0.9
    short = len(passage.text) <= SHORT
    if source.kind is SourceKind.PAGE and (short or money.period or money.per):
        return 0.9 if short and money.period else 0.75
    if PRICE_WORD.search(around):
        return 0.7 if money.period or money.per else 0.55
    return 0.0
