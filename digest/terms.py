"""Finds the edits that change what a customer signs: cancelling, notice, minimum term, billing, quotas."""

import re
from collections.abc import Sequence

from digest.words import count_words
from domain.changes import Edit

MOST = 2
LONGEST = 60
LETTERS = 600
TERMS = re.compile(
    r"\b(?:cancel\w*|terminat\w+|notice period|(?:days?|weeks?|months?|years?)['’]? notice|"
    r"minimum (?:\w+ )?(?:term|commitment|contract|spend|period)|commitment|contracts?\b|auto-?renew\w*|"
    r"renews?\b|renewals?\b|billed|billing|invoic\w+|payment terms|paid (?:in advance|yearly|annually|monthly)|"
    r"prepa(?:id|y\w*)|"
    r"refund\w*|free trial|quotas?\b|overages?\b|fair use|(?:rate|usage|monthly|daily|seat|user) limits?|"
    r"up to \d[\d,.]*|\d[\d,.]*\w? (?:\w+ ){1,3}(?:included|per month|a month)|uptime|sla\b|service level\w*|"
    r"k[üu]ndig\w+|mindestlaufzeit|laufzeit|vertrag\w*|r[ée]sili\w+|pr[ée]avis)",
    re.IGNORECASE,
)


def terms(edits: Sequence[Edit]) -> list[Edit]:
    """At most two edits that change a term of contract, billing or use, in page order; long texts are none."""
    return [edit for edit in edits if _is_term(edit)][:MOST]


def _is_term(edit: Edit) -> bool:
    texts = [text for text in (edit.before, edit.after) if text]
    if any(len(text) > LETTERS or count_words(text) > LONGEST for text in texts):
        return False
    return any(TERMS.search(text) for text in texts)
