"""Old offers matched to new ones: by plan and period first, then by where they stand."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace

from classifiers.prices.offers import Offer
from classifiers.wording.passages import Passage
from domain.changes import EditKind
from domain.content import Where
from domain.findings import Side

Key = Callable[[Offer], Hashable | None]
Pair = tuple[Offer, Offer]


def by_amount(offer: Offer) -> Hashable:
    return offer.plan_key, offer.money.amount, offer.money.period, offer.money.ends


def by_edit_and_period(offer: Offer) -> Hashable:
    return offer.passage.edit.key, offer.plan_key, offer.money.period, offer.money.ends, is_free_alone(offer)


def by_edit(offer: Offer) -> Hashable:
    return offer.passage.edit.key, offer.plan_key, is_free_alone(offer)


def by_plan(offer: Offer) -> Hashable:
    return offer.plan_key, offer.money.period, offer.money.ends, is_free_alone(offer)


def by_plan_in_another_period(offer: Offer) -> Hashable | None:
    return offer.plan_key if offer.plan and (offer.money.period or is_free(offer)) else None


def by_place(offer: Offer) -> Hashable:
    return offer.passage.edit.key, bool(offer.money.amount)


def unnamed_by_place(offer: Offer) -> Hashable | None:
    return None if offer.plan else by_place(offer)


# The surest first. In the last two one side names no plan.
STEPS: tuple[tuple[Key, Key], ...] = (
    (by_amount, by_amount),
    (by_edit_and_period, by_edit_and_period),
    (by_edit, by_edit),
    (by_plan, by_plan),
    (by_plan_in_another_period, by_plan_in_another_period),
    (unnamed_by_place, by_place),
    (by_place, unnamed_by_place),
)


def is_free(offer: Offer) -> bool:
    """Whether it is the word "Free" and no amount."""
    return not offer.money.currency


def is_free_alone(offer: Offer) -> bool:
    """Where no plan is named, an amount of nothing is never the price that another offer had."""
    return not offer.plan and not offer.money.amount


def matched(old: Sequence[Offer], new: Sequence[Offer]) -> tuple[list[Pair], list[Offer], list[Offer]]:
    """Pairs of old and new offers, then the old ones and the new ones left alone; linear in their number."""
    pairs: list[Pair] = []
    gone, come = list(old), list(new)
    for old_key, new_key in STEPS:
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for index, offer in enumerate(come):
            key = new_key(offer)
            if key is not None:
                waiting[key].append(index)
        taken: set[int] = set()
        left = []
        for before in gone:
            key = old_key(before)
            if key is not None and waiting.get(key):
                index = waiting[key].popleft()
                taken.add(index)
                pairs.append((before, come[index]))
            else:
                left.append(before)
        gone, come = left, [offer for index, offer in enumerate(come) if index not in taken]
    return pairs, gone, come


def settled(found: Sequence[Offer], read: Sequence[Passage], renamed: dict[str, str]) -> list[Offer]:
    """The offers with the old ones under the plans they belong to: one that was renamed goes by its new name.

    An old amount replaced under the heading of a new plan belonged to another plan: the one heading that went.
    """
    headings = [passage for passage in read if passage.edit.where is Where.HEADING]
    added = {passage.text for passage in headings if passage.edit.kind is EditKind.ADDED}
    gone = [passage for passage in read if passage.edit.kind is EditKind.REMOVED]
    filled = {title for passage in gone for title in passage.headings[-1:]}
    left = [p.text for p in gone if p.edit.where is Where.HEADING and p.text not in filled]
    made = []
    for offer in found:
        old = offer.passage.side is Side.BEFORE
        if old and offer.plan in renamed:
            offer = replace(offer, plan=renamed[offer.plan or ""])
        elif old and offer.passage.edit.kind is EditKind.REPLACED and offer.plan in added - set(renamed.values()):
            offer = replace(offer, plan=left[0] if len(left) == 1 else None)
        made.append(offer)
    return made
