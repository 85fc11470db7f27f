"""What is known of a world before any event: who buys what, runs what, is where, and is bound by which rule."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from accounts.places.finder import Gazetteer
from accounts.places.homes import cities, homes
from accounts.texts.phrases import Read, phrase
from domain.accounts import Account, Accounts

Stems = tuple[str, ...]


def base_name(product: str) -> str:
    """A product's name without what is in brackets behind it (variant, plan, region)."""
    return product.partition("(")[0].strip()


class Postings:
    """Phrases by their stems, and the accounts that each belongs to."""

    def __init__(self, pairs: Iterable[tuple[str, int]]) -> None:
        self.accounts: dict[str, set[int]] = defaultdict(set)
        for words, account in pairs:
            self.accounts[words].add(account)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        self._by_stems: dict[Stems, list[str]] = defaultdict(list)
        self._spelled = tuple(words for words in self.accounts if words.isupper() and len(words) > 3)
        for words in self.accounts:
            self._by_stems[phrase(words).stems].append(words)
            for stem in set(phrase(words).stems):
                self._by_stem[stem].append(words)

    def near(self, text: Read) -> set[str]:
        """Every phrase that the text may say: it holds one of its stems, or may spell its initials."""
        found = {words for stem in text.places.keys() & self._by_stem.keys() for words in self._by_stem[stem]}
        return found.union(self._spelled)

    def exactly(self, stems: Iterable[Stems]) -> set[str]:
        return {words for one in stems for words in self._by_stems.get(one, ())}

    def of(self, phrases: Iterable[str]) -> set[int]:
        """The accounts (by position) that any of the phrases belongs to."""
        return set().union(*(self.accounts.get(words, ()) for words in phrases))


class Directory:
    """A world's accounts by everything an event can meet them through. Positions are those in `world.accounts`.

    `catalogues`: rival -> its products that we know; `makers` the way back; `brackets`: a product run by accounts ->
    the variants ("(classic)") they run. `rank`: the order in which accounts that only share a product are counted.
    """

    def __init__(self, world: Accounts) -> None:
        self.world = world
        every = tuple(enumerate(world.accounts))
        self.position = {account.name: at for at, account in every}
        self.catalogues = _catalogues(world)
        self.makers: dict[str, list[str]] = defaultdict(list)
        for rival, names in self.catalogues.items():
            for name in names:
                self.makers[name].append(rival)
        self.offers = Postings((name, 0) for name in self.makers)
        self.brackets: dict[str, set[str]] = defaultdict(set)
        for _, account in every:
            for use in account.also_uses:
                if use.product:
                    self.brackets[base_name(use.product)].add(use.product)
        self.gazetteer = Gazetteer(cities(world.accounts))
        self.buyers = _posted((name, at) for at, one in every for name in one.buys)
        self.runners = _posted((use.competitor, at) for at, one in every for use in one.also_uses)
        self.product_runners = _posted((base_name(use.product or ""), at) for at, one in every for use in one.also_uses)
        self.towns = _posted((town, at) for at, one in every for town in homes(one.places)[0])
        self.countries = _posted((code, at) for at, one in every for code in homes(one.places)[1])
        self.rules = Postings((rule, at) for at, one in every for rule in one.bound_by)
        self.partners = Postings((partner, at) for at, one in every for partner in one.partners)
        self.topics = Postings((topic, at) for at, one in every for topic in one.topics)
        self.industries = Postings((one.industry, at) for at, one in every if one.industry)
        self.tree = Postings((narrow, 0) for narrow, _ in world.topics)
        self.broader: dict[Stems, set[Stems]] = defaultdict(set)
        for narrow, broad in world.topics:
            self.broader[phrase(narrow).stems].add(phrase(broad).stems)
        order = sorted(every, key=lambda one: _weight(one[1]))
        self.rank = {at: rank for rank, (at, _) in enumerate(order)}


def _posted(pairs: Iterable[tuple[str, int]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for key, at in pairs:
        found[key].add(at)
    return {key: frozenset(places) for key, places in found.items()}


def _weight(account: Account) -> tuple[bool, float, str]:
    """Key accounts first, then by revenue, then by name."""
    return account.tier is None, -float(account.revenue.high) if account.revenue else 0.0, account.name


def _catalogues(world: Accounts) -> dict[str, frozenset[str]]:
    """Rival -> its products that we know: those we meet and those that accounts run."""
    known = {(rival, base_name(name)) for ours in world.us.products for rival, all_ in ours.rivals for name in all_}
    known |= {
        (use.competitor, base_name(use.product)) for one in world.accounts for use in one.also_uses if use.product
    }
    found: dict[str, set[str]] = {}
    for rival, name in known:
        found.setdefault(rival, set()).add(name)
    return {rival: frozenset(names) for rival, names in found.items()}


class _Same:
    """A world that equals only itself, so that a directory is found again without comparing 10,000 accounts."""

    __slots__ = ("world",)

    def __init__(self, world: Accounts) -> None:
        self.world = world

    def __hash__(self) -> int:
        return id(self.world)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.world is self.world


def directory_of(world: Accounts) -> Directory:
    """The directory of a world, made once for each of the last few worlds asked for."""
    return _directory(_Same(world))


@lru_cache(maxsize=4)
def _directory(same: _Same) -> Directory:
    return Directory(same.world)
