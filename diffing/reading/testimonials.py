"""A quotation with the name of whoever said it: praise that a page shows in turns."""

import re

from diffing.wording.text import names_amount

QUOTED = re.compile(
    r"""^[^\w]{0,4}(?:“([^“”]{15,})”|"([^"]{15,})"|«([^«»]{15,})»|„([^„“”]{15,})[“”]|「([^「」]{10,})」)(.*)$""", re.S
)
OPENINGS = '“"«„「'  # without one of these a text is no quotation: most end here
DASHED = re.compile(r"^[\s,.]*(?:[-–—―~|]|says\b|said\b|sagt\b|dit\b)\s*\S")
NAMED = re.compile(r"^[\s,.]*(?:[^\W\d_a-zà-ÿ][\w.'’-]*,?\s+){1,3}[^\W\d_a-zà-ÿ][\w.'’-]*")
LED = re.compile(r"^[^\W\d_a-zà-ÿ][^.:!?“\"«„]{2,60}\s?[:–—]\s*(?=[“\"«„])")
# The day on which it was said: "Jelena, 2 February".
DATED = re.compile(
    r"[,·|–—-]?\s*(?:\d{1,2}\.?\s+[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.?\s+\d{1,2},?|"
    r"\d{1,2}[./]\d{1,2}[./])(?:\s*(?:19|20)\d\d)?\s*$"
)
ONE_NAME = re.compile(r"[\s,.–—-]*[^\W\d_a-zà-ÿ][\w.'’-]*")
LONGEST_NAME = 90


def is_testimonial(text: str) -> bool:
    """Whether a text is a quotation in quotation marks and the name of a person or company, and nothing else.

    One that names an amount is not: it may be an offer.
    """
    if len(text) > 1_500 or not may_quote(text) or names_amount(text):
        return False
    match = QUOTED.match(LED.sub("", text))
    if match is None:
        return False
    name = DATED.sub("", match[6]).strip()
    if name != match[6].strip() and ONE_NAME.fullmatch(name):
        return True
    return len(name) <= LONGEST_NAME and bool(not name.strip(".!?*★ ") or DASHED.match(name) or NAMED.match(name))


def may_quote(text: str) -> bool:
    return any(map(text.__contains__, OPENINGS))
