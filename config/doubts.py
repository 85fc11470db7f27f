"""What can be read and yet hardly means what was wanted: warnings about both files, once they hold no mistake."""

from collections.abc import Iterator
from dataclasses import replace

from config.schema import did_you_mean
from config.sources_file import SourcesReading
from config.yaml_tree import Loc, Tree, in_file_order
from domain.accounts import Account, Accounts, Use
from domain.problems import Problem
from domain.sources import SubjectKind


def doubts(reading: SourcesReading, tree: Tree | None, accounts: Accounts) -> tuple[Problem, ...]:
    """All warnings in file order; `tree` is the document that `accounts` was read from, None where there is none."""
    found = list(_markets(reading))
    if tree is not None:
        topics = known_topics(reading, accounts)
        for index, account in enumerate(accounts.accounts):
            path: Loc = ("accounts", index)
            found += [*_owner(tree, path, account), *_topics(tree, path, account, topics)]
            found += _uses(tree, path, account, accounts)
    files = [*(name for name, _ in reading.texts), "accounts.yaml"]
    return in_file_order((replace(problem, warning=True) for problem in found), files)


def known_topics(reading: SourcesReading, accounts: Accounts) -> frozenset[str]:
    """The topics of the tree, of our products and of the sources, and the rules that bind accounts, as written."""
    tree = {topic for pair in accounts.topics for topic in pair}
    products = {topic for product in accounts.us.products for topic in product.topics}
    sources = {topic for source in reading.sources.sources for topic in source.topics}
    rules = {rule for account in accounts.accounts for rule in account.bound_by}
    return frozenset(tree | products | sources | rules)


def _markets(reading: SourcesReading) -> Iterator[Problem]:
    for entry in reading.entries:
        if entry.kind is SubjectKind.MARKET and isinstance(entry.data, dict) and "match" not in entry.data:
            message = "'match' is missing, so competitors and accounts are both looked for"
            yield entry.tree.problem(entry.path, message, "write match: [competitors, accounts], or one of them")


def _owner(tree: Tree, path: Loc, account: Account) -> Iterator[Problem]:
    if account.tier is not None and account.owner is None:
        readers = "only its team and the analysts read" if account.team else "only the analysts read"
        message = f"the key account '{account.name}' has no owner: {readers} of it"
        yield tree.problem((*path, "name"), message, "add 'owner: ...', a short name under people")


def _topics(tree: Tree, path: Loc, account: Account, known: frozenset[str]) -> Iterator[Problem]:
    folded = {topic.casefold() for topic in known}
    for index, topic in enumerate(account.topics):
        if topic.casefold() not in folded:
            near = did_you_mean(topic, sorted(known))
            hint = near if near.startswith("did") else "put it into the tree under topics:, or give it to a source"
            message = f"no product, source or topic tree knows the topic '{topic}'"
            yield tree.problem((*path, "topics", index), message, hint)


def _uses(tree: Tree, path: Loc, account: Account, accounts: Accounts) -> Iterator[Problem]:
    """Rivals an account runs that none of our products is told to meet."""
    for use in account.also_uses:
        met = [product.rivals for product in accounts.us.products if use.competitor in dict(product.rivals)]
        theirs = [name for rivals in met for name in dict(rivals)[use.competitor]]
        anything = any(not dict(rivals)[use.competitor] for rivals in met)
        if met and (use.product is None or anything or _bare(use.product) in map(_bare, theirs)):
            continue
        yield tree.problem((*path, "also_uses", use.competitor), _unmet(account, use, theirs), _remedy(use), key=True)


def _unmet(account: Account, use: Use, theirs: list[str]) -> str:
    lack = f"no product under us has {use.competitor} as rival"
    if theirs:
        lack = f"the products under us have only {', '.join(theirs)} of {use.competitor} as rival"
    return f"{account.name} runs {use.product or use.competitor}, but {lack}: same-product reasons cannot be given"


def _remedy(use: Use) -> str:
    theirs = use.product or "null"
    return f"add rivals: {{{use.competitor}: {theirs}}} to the product of ours that it competes with"


def _bare(product: str) -> str:
    """A product's name without the plan or region in brackets behind it."""
    return product.partition(" (")[0].strip().casefold()
