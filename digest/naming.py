"""Several accounts in a few words: by name, or how many they are and in which trades."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from digest.mail import Brief
from digest.scope import Scope
from digest.words import counted, joined

NAMES = 3  # accounts: more of them are counted
KINDS, LEAST = 2, 2  # trades that are told of them, and of how many accounts at least
SIZE = re.compile(r"\d[\d,]* accounts")


def named(scope: Scope, accounts: Sequence[str]) -> str:
    """`Calder and Penhale`; past three of them `4 accounts in retail`, `14 accounts (9 in retail, 3 in travel)`."""
    if len(accounts) <= NAMES:
        return joined([scope.name(name) for name in accounts])
    said = counted(len(accounts), "account")
    trades = Counter(trade for name in accounts if (trade := scope.accounts[name].industry))
    many = [(trade, count) for trade, count in trades.most_common(KINDS) if count >= LEAST]
    if many and many[0][1] == len(accounts):
        return f"{said} in {many[0][0]}"
    return f"{said} ({', '.join(f'{count} in {trade}' for trade, count in many)})" if many else said


def once(briefs: Sequence[Brief], groups: Sequence[Sequence[str]]) -> tuple[Brief, ...]:
    """A group of accounts is spelled out once: `the same 6 accounts` where the line before it was of these very ones.

    `groups` are the accounts of each line: two groups that are told in the same words may be of others.
    """
    held = [frozenset[str](), *(frozenset(group) for group in groups)]
    again = [
        f"the same {size[0]}" if these == before and (size := SIZE.match(brief.account)) else brief.account
        for brief, (before, these) in zip(briefs, pairwise(held), strict=True)
    ]
    return tuple(replace(brief, account=said) for brief, said in zip(briefs, again, strict=True))
