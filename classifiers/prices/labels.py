"""Which plan an amount belongs to: the row, column, words or heading that name it."""

from collections.abc import Sequence
from functools import lru_cache

from classifiers.wording.money import Money, find_money
from classifiers.wording.patterns import Pattern
from classifiers.wording.units import how_often, unit_of_label
from domain.content import Cell

GENERIC = Pattern(
    r"(?i)^(?:our |the |simple,? |choose |select |compare |find |pick |see |unsere |nos |nuestros )*"
    r"(?:pricing|prices?|plans?|plans? (?:and|&) pricing|pricing plans?|"
    r"your plan|a plan|packages|frequently asked questions|faq|subscriptions?|rate card|add-?ons?|(?:credit )?packs?|"
    r"bundles?|tarifs|preise|preisliste|pläne|precios|planes|planos|preços|priser|cennik|prezzi|prijzen|料金(?:プラン)?|プラン|"
    r"monthly|yearly|annual(?:ly)?|billed (?:monthly|yearly|annually))[.!?]?$"
)
# The label of a row or column of amounts: it says what they are, and no plan.
AMOUNTS = Pattern(
    r"(?i)^(?:(?:our|list|base|monthly|yearly|annual) )?(?:pric(?:e|es|ing)|costs?|fees?|rates?|preise?|prix|tarifs?|"
    r"precios?|charge)\b.{0,40}$|^(?:per|pro|par|por|/)\s.{1,40}$|^(?:monthly|yearly|annual(?:ly)?|per month|per year|"
    r"monatlich|jährlich|mensuel|annuel|billed \w+|\d+ (?:months?|years?)|one year|three years)$|^料金$"
)
LABEL = Pattern(
    r"(?:^|[;|•\n]|\.\s|\d,\s|\s[-–—]\s)\s*([^;|•\n$€£]{1,60}?)\s*[:|：–—-]?\s*"
    r"(?i:from|(?:will |now |would )?costs?(?: now| just| only)?|is(?: now)?|are(?: now)?|will be|starts at|ab|"
    r"à partir de|dès|desde|od|vanaf|från|fra|starting at|for|only|at)?\s*$"
)
SENTENCES = Pattern(r"(?:[^\d\s.]\.|[!?])\s|\n")
# "Phone support: +$10" adds to a price.
SUM_SIGN = Pattern(r"[:\s]\s*\+$")
# "Our Premium plan is $25": in a sentence the word "plan" tells the name before it.
PLAN_BEFORE = Pattern(
    r"\b(?:[Oo]ur|[Tt]he) ([A-ZÀ-Þ][\pL\d+&-]*(?: [A-ZÀ-Þ\d][\pL\d+&-]*){0,2}) (?:plan|tier|package|edition)s? "
    r"(?:is|costs?|starts (?:at|from)|is priced at|comes at|will cost)(?: now| just| only)? $|"
    r"\b(?:called|renamed|becomes) ([A-ZÀ-Þ][\pL\d+&-]*(?: [A-ZÀ-Þ\d][\pL\d+&-]*){0,2}) and (?:now |will )?costs? $|"
    r"(?:^|[.!?]\s|\n)([A-ZÀ-Þ][\pL\d+&-]*(?: [A-ZÀ-Þ\d][\pL\d+&-]*){1,2}) is [^.,;]{3,60} and (?:costs|starts at) $|"
    r"(?:^|[.!?]\s|\n)(?:Each|Every|An|Any) ((?:extra|additional|further) [a-z]+(?: [a-z]+)?) (?:costs?|is|comes at) $|"
    r"\b[Ff]ees? (?:for|of) (?:the |our )([A-ZÀ-Þ][\pL\d+&-]*(?: [A-ZÀ-Þ\d][\pL\d+&-]*){0,2}) (?:is|are|will be) $"
)
NOT_A_PLAN = (
    "and or for at from only per to the with up just now was you optional additional extra ab desde dès à od "
    "vanaf från "
    "fra by of in it we your our this billed as save over under above below about around nearly almost"
)
NO_PLAN = frozenset(NOT_A_PLAN.split())
# Left of an amount they begin a sentence.
NOT_ALONE = frozenset(
    ("earn", "lose", "starting", "was", "were", "salaries", "salary", "competitors", "compare", "not available yet")
)
NOT_FIRST_LIST = (
    "A An Each Every Orders Plus Until Bisher When While Since That This It These Those They There We You Both Pay Get "
    "Save Buy Das Es Wir Ce Nous"
)
NOT_FIRST = frozenset(NOT_FIRST_LIST.split())
NO_PLAN_END = NO_PLAN | {"a", "an", "the", "ein", "eine", "un", "une", "una", "de", "of", "um", "von", "du", "des"}
# A clause, a heading that sets two against each other, or one that names how long a contract runs: no plan.
NO_PLAN_TITLE = Pattern(
    r"(?i)^(?:§ ?\d+(?:\.\d+)*|\d+(?:\.\d+)+)[.)] |\b(?:vs\.?|versus|compared (?:to|with)|im vergleich)(?: |$)|"
    r"^(?:(?:our )?fees|charges|rates|costs|news|updates?|announcements?|notices?|gebühren|aktuelles|frais|actualités|"
    r"noticias|novedades)$|"
    r"^\d+[ -]?(?:months?|years?|monate|jahre?|mois|ans?|meses|años?)(?: (?:contract|term|plan|commitment))?$"
)
# "1) Silver", "Our Family Pass": what stands before a name.
BEFORE_NAME = Pattern(r"(?i)^(?:\d{1,2}[.)] )?(?:(?:our|unsere?|nos|notre|nuestr[oa]s?) )?")
# What is left of "3. Payment" or "Our Services" names a clause or a part of a site.
NO_NAME_LEFT = Pattern(
    r"(?i)^(?:billing|payments?|terms?|cancell?ations?|terminations?|refunds?|renewals?|taxes|liability|charges|scope|"
    r"deposits?|definitions|changes|services|offers?|offerings?|products|team|story|people|values|mission|promise|"
    r"approach|customers|clients|members|partners|work|company|leistungen|angebote?|produkte|dienste|zahlung\w*|"
    r"kündigung|services|servicios|productos|équipe|equipo)\b"
)
# "Includes 50,000 events, then", "First 10,000 emails free": words about use above what is included name no plan.
OVERAGE = Pattern(
    r"(?i)^(?:includ\w+|first|next|then|beyond|after|danach|dann|puis|ensuite|luego|después)\b|"
    r"\b(?:then|thereafter|afterwards?|after that|danach|dann|puis|ensuite|luego|después)$|"
    r"^\d.*\b(?:free|included|inklusive|inbegriffen|gratuits?|inclus|gratis|incluidos)\b"
)
# "Extra seat: €8" names what is paid for; "Additional $5 off" does not.
ADDED = Pattern(r"(?i)^(?:extra|additional|optional|add-?on)\s+[\pL]")
# "$49 100 credits", "$49 for 100 credits": a count behind an amount names what is sold.
PACK_BEHIND = Pattern(r"^\s(?:for |– |- |/ )?(\d[\d.,]*(?: \d{3})*[kKmM]?\+? [\pL]+(?: [\pL]+)?)$")
TIMES = Pattern(r"^\d+er[- ]?\p{Lu}?\pL+")  # "10er-Abo"
PACK = Pattern(r"^\d[\d.,]*[kKmM]?\+?\s+[\pL]+(?:\s+[\pL]+)?$")
FEE = Pattern(
    r"(?i)\b(?:set-?up|onboarding|one-(?:time|off)|installation|activation|implementation|einmalig\w*|einrichtung\w*|"
    r"frais (?:de mise en service|d'installation)|alta)\b"
)
PRICE_WORD = Pattern(
    r"(?i)\b(?:pric(?:e|es|ed|ing)|plans?|tiers?|fees?|costs?|subscriptions?|licen[cs]es?|charg\w+|billed|"
    r"rates?|pay|packages?|surcharges?|lev(?:y|ies)|tolls?|fares?|kost\w+|cuesta\w*|coûte\w*|"
    r"add-?ons?|starting at|starts at|from|free|tarifs?|preis\w*|abonnements?|precios?)\b"
)
# "Undercut your rivals", "Everything you need to grow": a heading that speaks to its reader names no plan.
SLOGAN = Pattern(
    r"(?i)\b(?:you|your|yours|rivals?|ihre?[nrms]?|deine?[nrms]?|vous|votre|vos|usted|tus?)\b|"
    r"^(?:undercut|start|get|grow|try|choose|pick|boost|win|save|join|meet|discover|see|find|build|make|sell|stop|"
    r"beat|refer|earn|invite|share|learn|ready|everything|simple|fair|honest|transparent|flexible|affordable|"
    r"predictable|one price|no hidden)\s+"
    r"[\pL-]+\s+\S"
)
A_PLAN = Pattern(r"(?i)^pay[- ](?:as|what|per)[- ]|\b(?:plan|tier|package|edition|bundle|pack)$")
# The column that says what the amounts of a row are paid for.
UNIT_COLUMN = Pattern(r"(?i)^(?:(?:billing |pricing |price )?units?|per|billed|measure|einheit|unité|unidad)$")
LONGEST_HEADING = 80
BOTH_ENDS = 2
# What sellers call their plans.
PLAN_WORD_LIST = (
    "free basic starter start lite personal individual hobby solo standard essential essentials plus pro professional "
    "premium advanced growth scale team teams business company enterprise custom ultimate unlimited gold silver "
    "bronze platinum"
)
PLAN_WORDS = frozenset(PLAN_WORD_LIST.split())
# A finite verb in small letters makes words a sentence ("Customers earn"); "Pay As You Go" names a plan.
VERB_LIST = (
    "charge charges charged lose loses lost earn earns earned pay pays paid get gets got spend spends save saves saved "
    "make makes made need needs want wants keep keeps is are was were has have had will can costs cost offers gives "
    "kostet kosten beträgt steigt sinkt coûte coûtent passe passent cuesta cuestan sube baja "
    "ask asks asked demands start starts begin begins wird werden"
)
VERBS = frozenset(VERB_LIST.split())
# Where an amount moves, said before it.
MOVING_LIST = "drops drop falls fall rises rise goes go moves move jumps jump climbs climb increases increase decreases"
MOVING = frozenset(MOVING_LIST.split())
PRICE_TITLE = Pattern(r"(?i)\b(?:pric(?:e|es|ing)|preise|tarife?s?|prix|precios|fees|rates|plans|costs)$")
ONE_PRICE = Pattern(r"(?i)^(?:(?:just )?one|a single) (?:plan|price|simple|flat)\b|^everything included")


def plan_of(
    text: str, cells: Sequence[Cell], headings: Sequence[str], money: Money, since: int, *, beside: str | None = None
) -> str | None:
    """The plan of an amount that stands in `text` after `since`: of its row or column, its words, or its heading.

    A line `beside` it that names it says more than the heading above both, unless that is a plan of its own.
    """
    named = label_before(text[since : money.start])
    if named and FEE.search(named):
        named = None
    heading = heading_of(headings)
    own = plan_of_cells(text, cells, money) or named or (None if names_card(heading) else beside)
    return own or heading or pack_behind(text[money.stop :])


def pack_behind(text: str) -> str | None:
    match = PACK_BEHIND.match(text) if len(text) <= LONGEST_HEADING else None
    return str(match.group(1)) if match else None


def cell_at(text: str, cells: Sequence[Cell], at: int) -> int | None:
    """The number of the cell that holds offset `at`."""
    position = 0
    for index, cell in enumerate(cells):
        found = text.find(cell.text, position) if cell.text else position
        start = max(position, found)
        position = start + len(cell.text)
        if start <= at < position:
            return index
    return None


def plan_of_cells(text: str, cells: Sequence[Cell], money: Money) -> str | None:
    """In a table with plans as columns the header names the plan; else the row's first cell does."""
    index = cell_at(text, cells, money.start)
    if index is None:
        return None
    own = label_before(cells[index].text.partition(text[money.start : money.end])[0])
    if own:  # a cell that names it beside the amount: "Pro $35"
        return own
    first, header = cells[0].text, cells[index].header
    says_amounts = AMOUNTS.search(first) is not None or GENERIC.search(first) is not None
    if index and first and not says_amounts and (not find_money(first) or is_bracket(first, cells[0].header)):
        return first
    return header if header and not AMOUNTS.search(header) else None


def is_bracket(first: str, header: str) -> bool:
    """Whether amounts that head a row say for whom it holds ("$5 to $10 million"): their column is no price's."""
    says_price = AMOUNTS.search(header) or PRICE_WORD.search(header)
    return bool(header) and not says_price and len(find_money(first)) <= BOTH_ENDS


def unit_of_cells(text: str, cells: Sequence[Cell], money: Money) -> tuple[str | None, str | None]:
    """Period and per-what by the header of the amount's column, else by the label of its row."""
    index = cell_at(text, cells, money.start)
    if not index:
        return None, None
    period, per = unit_of_label(cells[index].header)
    row = unit_of_label(cells[0].text)
    own = next((unit_of_cell(cell.text) for cell in cells[1:index] if UNIT_COLUMN.match(cell.header)), (None, None))
    return period or row[0] or own[0], per or row[1] or own[1]


def unit_of_cell(text: str) -> tuple[str | None, str | None]:
    """What a cell of a column of units says: "per seat", "/ month", or the bare "GB"."""
    period, per, _ = how_often(text, 0)
    if (period, per) == (None, None):
        bare = f"per {text}"
        period, per, end = how_often(bare, 0)
        return (period, per) if end == len(bare) else (None, None)
    return period, per


def label_before(text: str) -> str | None:
    """A plan's name right before its amount ("Pro | $49", "Starter $500"); no half sentence, no other price."""
    named_plan = PLAN_BEFORE.search(text)
    if named_plan:
        return str(next(name for name in named_plan.groups() if name))
    match = LABEL.search(text[max((end.end() for end in SENTENCES.finditer(text)), default=0) :])
    if match is None:
        return None
    label: str = SUM_SIGN.sub("", match.group(1)).strip(" :|-–—,·*：").rpartition(": ")[2]
    words = label.split()
    if len(words) > 1 and words[-1] in MOVING and not A_PLAN.search(label):  # "Object storage drops from"
        label = " ".join(words := words[:-1])
    if not words or len(words) > 4 or "/" in label or GENERIC.search(label) or AMOUNTS.search(label):
        return None
    if OVERAGE.search(label) or not (words[0][0].isupper() or PACK.match(label) or TIMES.match(label)):
        return None
    named = ADDED.match(label) and text.rstrip().endswith((":", "–", "-", "|", " at"))
    if (
        (words[0] in NOT_FIRST and not A_PLAN.search(label))
        or words[-1].lower() in NO_PLAN_END
        or (words[0].lower() in NO_PLAN and not named)
    ):
        return None
    return None if VERBS & set(words[1:]) or label.casefold() in NOT_ALONE or ONE_PRICE.match(label) else label


def heading_of(path: Sequence[str]) -> str | None:
    """The innermost heading as a plan's name, or the one above it where that is itself a price; no clause's number."""
    return innermost(tuple(path))


@lru_cache(maxsize=2_048)  # the same few headings stand over all edits of a page
def innermost(path: tuple[str, ...]) -> str | None:
    titles = (bare_title(title) for title in path if not find_money(title) and not NO_PLAN_TITLE.search(title))
    above = [title for title in titles if title]
    if not above or len(above[-1]) > LONGEST_HEADING or GENERIC.search(above[-1]) or above[-1].endswith("?"):
        return None
    return None if is_slogan(above[-1]) else above[-1]


def bare_title(title: str) -> str:
    """The title without its number and without "Our"; "" where no name is left ("Our prices", "3. Payment")."""
    bare: str = BEFORE_NAME.sub("", title)
    if bare == title:
        return title
    says_amounts = AMOUNTS.search(bare) or GENERIC.search(bare) or PRICE_TITLE.search(bare)
    return bare if bare[:1].isupper() and not says_amounts and not NO_NAME_LEFT.search(bare) else ""


def names_card(title: str | None) -> bool:
    """Whether a heading is what sellers call a plan: no line beneath it names one of its amounts."""
    words = (title or "").casefold().split()
    return bool(words) and all(word in PLAN_WORDS or A_PLAN.search(word) for word in words)


def is_slogan(title: str) -> bool:
    """Whether a heading speaks to its reader or praises, in three words or more, and so is no name."""
    sentence = title[-1:] in (".", "!") and " " in title
    return (sentence or SLOGAN.search(title) is not None) and not A_PLAN.search(title)
