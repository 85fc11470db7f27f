"""Which rivals are near a reader: at one of their accounts, or selling against what it buys."""

from collections import Counter

from digest.scope import Scope
from domain.editions import EditionKind
from domain.sources import Source, SubjectKind


def near(scope: Scope) -> Counter[str]:
    """Rivals by how many of the reader's accounts they are at or sell against."""
    found: Counter[str] = Counter()
    for account in scope.accounts.values():
        rivals = {use.competitor for use in account.also_uses}
        for product in scope.week.accounts.us.products:
            if product.name in account.buys:
                rivals |= {rival for rival, _ in product.rivals}
        found.update(rivals)
    return found


def touches(scope: Scope, source: Source) -> bool:
    """Whether what a source says could touch this reader; for analysts, and where no rival is declared, all could."""
    rivals = near(scope)
    if scope.audience.kind is EditionKind.ANALYST or source.subject.kind is not SubjectKind.COMPETITOR or not rivals:
        return True
    told = {scope.events[impact.event].subject.name for impact in (*scope.impacts, *scope.counted)}
    return source.subject.name in rivals or source.subject.name in told
