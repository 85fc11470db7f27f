"""Text as shown, and text as compared: the second folds what no reader would call a difference."""

import re
import unicodedata

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"))
TOKEN = re.compile(r"\w+|[%‰°+]|[^\W\d_]|[$€£¥₹₽₩₺₴₦₫₪₱฿¢]")


def tidy(text: str) -> str:
    """The words with every run of white space as one blank, and nothing that has no width."""
    return " ".join(text.translate(INVISIBLE).split())


def tokens(text: str) -> tuple[str, ...]:
    """Words, numbers and currency signs, NFKC and casefolded: what two texts are compared by."""
    return tuple(TOKEN.findall(unicodedata.normalize("NFKC", text.translate(INVISIBLE)).casefold()))
