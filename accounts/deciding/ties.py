"""What ties one account to one event, before anything is decided: uses, products, places, topics, rules, partners."""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from accounts.deciding.nearness import Near, is_elsewhere, nearest
from accounts.places.countries import COUNTRIES, REGIONS
from accounts.places.finder import Place, places_in
from accounts.reading.directory import Directory, base_name
from accounts.reading.event import Reading
from accounts.reading.offers import names_an_unknown
from accounts.texts.folding import fold
from accounts.texts.patterns import Pattern
from accounts.texts.phrases import TELLING, Phrase, phrase, speaks_of
from domain.accounts import Account, Use
from domain.findings import TagName
from domain.sources import SourceKind

_SIDES = ("north", "south", "east", "west", "central")
_CODE = Pattern(r"\b([a-z]+)(\d+)[a-z]*\b")


# A rival of whom we know so few products is run with whatever it changes, as long as no other one is named.
FEW_PRODUCTS = 2


class Fit(IntEnum):
    """How well a rival's product that the account runs fits the one the event speaks of.

    OTHER_PRODUCT: another one is named. NONE_NAMED: its maker speaks and names none, so that it is the one meant.
    """

    RIVAL_ONLY = 1
    OTHER_PRODUCT = 2
    OTHER_VARIANT = 3
    UNKNOWN_PRODUCT = 4
    NONE_NAMED = 5
    SAME = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """Everything the account and the event share. None and empty mean nothing shared.

    `region` is the place of the text that is the account's; `elsewhere` says the text's places are all others';
    of an account whose places nobody wrote down it is never said.
    `rule_touches_us` says the rule that binds the account concerns what it buys from us; `off_topic` that the text is
    of some of our products' topics and of none that the account lists of them.
    """

    account: Account
    use: Use | None
    fit: Fit | None
    product: str | None
    met_by: str | None
    region: Place | None
    near: Near | None
    elsewhere: bool
    topic: str | None
    industry: str | None
    rule: str | None
    rule_touches_us: bool
    partner: str | None
    off_topic: bool = False


def best_variants(reading: Reading, directory: Directory) -> dict[str, int]:
    """Product named in the text -> the most words that any account's variant ("(classic)") shares with it."""
    return {
        base: max(_hits(reading, _bracket(product)) for product in directory.brackets[base])
        for base in reading.products
        if base in directory.brackets
    }


def tie(reading: Reading, account: Account, variants: dict[str, int]) -> Ties:
    """`variants` as best_variants gives them, so that one variant of a product can be told from another."""
    use, fit = _use(reading, account, variants)
    product = next((name for name in account.buys if name in reading.touched), None)
    met_by = reading.touched.get(product) if product else None
    if product is None and use is not None and fit is Fit.NONE_NAMED:
        product, met_by = next((name for name in account.buys if name in reading.met), None), use.competitor
    region, near = nearest(reading, account)
    rule = next((one for one in account.bound_by if binds(reading, one)), None)
    return Ties(
        account=account,
        use=use,
        fit=fit,
        product=product,
        met_by=met_by,
        region=region,
        near=near,
        elsewhere=is_elsewhere(reading, account, near),
        topic=next((one for one in account.topics if reading.on_topic(one)), None),
        industry=account.industry if account.industry and reading.on_topic(account.industry) else None,
        rule=rule,
        rule_touches_us=rule is not None and _touches(reading, account, rule, product is not None),
        off_topic=_off_topic(reading, account),
        partner=next((one for one in account.partners if reading.words.says(phrase(one))), None),
    )


def _off_topic(reading: Reading, account: Account) -> bool:
    theirs = [phrase(topic).stems for topic in account.topics if phrase(topic).stems in reading.our_topics]
    said = {stems for stems, spoken in reading.our_topics.items() if spoken}
    return bool(theirs and said) and not said & set(theirs)


def _use(reading: Reading, account: Account, variants: dict[str, int]) -> tuple[Use | None, Fit | None]:
    """The account's use that fits best, and how well."""
    best: tuple[Use | None, Fit | None] = (None, None)
    for use in account.also_uses:
        fit = _fit(reading, use, variants)
        if fit is not None and (best[1] is None or fit > best[1]):
            best = (use, fit)
    return best


def _fit(reading: Reading, use: Use, variants: dict[str, int]) -> Fit | None:
    rival_here = use.competitor in reading.rivals
    if use.product and base_name(use.product) in reading.products:
        return Fit.SAME if _same_variant(reading, use.product, variants) else Fit.OTHER_VARIANT
    if not rival_here:
        return None
    named = reading.products & reading.catalogues.get(use.competitor, frozenset())
    if not named and _speaks_of_all_it_sells(reading, use.competitor):
        return Fit.NONE_NAMED
    if use.product is None:
        return Fit.UNKNOWN_PRODUCT
    return Fit.OTHER_PRODUCT if named else Fit.RIVAL_ONLY


def _speaks_of_all_it_sells(reading: Reading, rival: str) -> bool:
    """Whether the rival itself changes something of what it sells: it has little to sell, or its price page changes.

    An entry of a rival with many products is about one of them, though it be one we do not know by name.
    """
    event = reading.event
    own = [one for one in event.sightings if one.subject.name == rival]
    catalogue = reading.catalogues.get(rival, frozenset())
    if (not own and event.subject.name != rival) or names_an_unknown(event.headline, rival, catalogue):
        return False
    priced = any(tag.tag is TagName.PRICING for tag in event.tags)
    paged = any(one.source_kind is SourceKind.PAGE for one in own)
    return len(catalogue) <= FEW_PRODUCTS or (priced and paged)


def _same_variant(reading: Reading, product: str, variants: dict[str, int]) -> bool:
    """Whether the bracket behind a product's name (plan, node, region) fits the text, no worse than any other's."""
    mine = _bracket(product)
    if not mine.stems:
        return True
    if variants.get(base_name(product), 0) > _hits(reading, mine):
        return False
    return not (_other_code(reading.folded, mine.words) or _other_place(reading, mine.words))


def _bracket(product: str) -> Phrase:
    return phrase(product.partition("(")[2].rstrip(") "))


def _hits(reading: Reading, bracket: Phrase) -> int:
    return len({one for one in bracket.stems if one in reading.words.places})


def _other_code(folded: str, bracket: str) -> bool:
    """Whether text and bracket name codes of one family (AV36, AV64) and no code in common."""
    here = {(hit.group(1), hit.group(2)) for hit in _CODE.finditer(folded)}
    mine = {(hit.group(1), hit.group(2)) for hit in _CODE.finditer(fold(bracket).text)}
    families = {family for family, _ in here} & {family for family, _ in mine}
    return bool(families) and not here & mine


def _other_place(reading: Reading, bracket: str) -> bool:
    sides = {side for side in _SIDES if side in phrase(bracket).stems}
    there = {side for side in _SIDES if side in reading.words.places}
    if sides and there and not sides & there:
        return True
    mine = {code for place in places_in(bracket, fold(bracket).text, ()) for code in place.countries}
    return bool(mine and reading.places) and not any(mine & place.countries for place in reading.places)


def binds(reading: Reading, rule: str) -> bool:
    """Whether the text speaks of the rule: its proper name in full, or nearly all of what it is about."""
    asked, key = reading.words.asked, f"rule: {rule}"
    if key not in asked:
        asked[key] = _speaks_of_rule(reading, rule)
    return asked[key]


def _speaks_of_rule(reading: Reading, rule: str) -> bool:
    wanted = phrase(rule)
    if _says_without_jurisdiction(reading, rule):
        return True
    if reading.words.says(wanted) or (rule.isupper() and reading.words.spells(rule)):
        return True
    every = {one for one in wanted.stems if len(one) > 2}
    found = {one for one in every if one in reading.words.places}
    proper = {phrase(word).stems[0] for word in rule.split() if sum(map(str.isupper, word)) > 1 and phrase(word).stems}
    if proper & found:
        return len(every) > 1 and len(found) >= max(2, 0.6 * len(every))
    if len(every) >= 4 and found == every:
        return True
    told_apart = found & set(wanted.weighty)
    return bool(told_apart) and len(found) >= 0.5 * len(every) and speaks_of(reading.words, "EU") and "EU" not in rule


def _says_without_jurisdiction(reading: Reading, rule: str) -> bool:
    """ "smart tachographs under the Mobility Package" of the "EU Mobility Package", where no other country is named."""
    first, _, rest = rule.partition(" ")
    codes = _jurisdictions().get(fold(first).text.replace(".", ""), frozenset())
    words = phrase(rest)
    acronym = len(words.stems) == 1 and len(rest) > 2 and rest.isupper()
    if not codes or not words.weighty or (len(words.stems) < 2 and not acronym):
        return False
    if reading.places and not any(place.countries & codes for place in reading.places):
        return False
    return reading.words.says(words) or (len(words.weighty) > 1 and reading.words.share(words) == 1)


@lru_cache(maxsize=1)
def _jurisdictions() -> dict[str, frozenset[str]]:
    """Folded name or adjective of a country or union -> the codes of its countries."""
    found = {name.replace(".", ""): frozenset({code}) for code, names in COUNTRIES.items() for name in names}
    return {**found, **REGIONS}


def _touches(reading: Reading, account: Account, rule: str, product_touched: bool) -> bool:
    """Whether a rule concerns what the account buys: event or rule share words with its topics, or with our product."""
    if product_touched or any(reading.fields.get(name) for name in account.buys):
        return True
    topics = {one for topic in account.topics for one in phrase(topic).stems if len(one) > 3}
    weighty = {one for topic in account.topics for one in phrase(topic).weighty if len(one) >= TELLING}
    weighty |= {
        stem for topic in account.topics for word in topic.split() if word.isupper() for stem in phrase(word).stems
    }
    return any(one in reading.words.places for one in weighty) or any(one in topics for one in phrase(rule).stems)
