"""Reasons in one sentence name their account once: from the second mention on it is `they`."""

import re
from collections.abc import Sequence

from domain.accounts import Account


def once_named(reasons: Sequence[str], account: Account) -> list[str]:
    """`Marlowe is named in the text`, `they run Fathom Rates`, `their own news`; as the linker words reasons."""
    known = "|".join(re.escape(name) for name in _names(account))
    found: list[str] = []
    for reason in reasons:
        named = any(re.search(rf"(?<!\w)(?:{known})(?!\w)", earlier) for earlier in found)
        found.append(_theirs(reason, f"(?:{known})") if named else reason)
    return found


def _names(account: Account) -> list[str]:
    """All that the linker may call it: its name, that without its last words (a legal form), its aliases."""
    words = account.name.split()
    starts = (" ".join(words[:count]).rstrip(",") for count in range(len(words), max(len(words) - 3, 0), -1))
    return sorted({*starts, *account.aliases}, key=len, reverse=True)


def _theirs(reason: str, known: str) -> str:
    for pattern, said in (
        (rf"^{known} runs\b", "they run"),
        (rf"^{known} is\b", "they are"),
        (rf"\bwhere {known} is\b", "where they are"),
        (rf"(?<!\w){known}['’]s?(?!\w)", "their"),
    ):
        reason = re.sub(pattern, said, reason)
    return reason
