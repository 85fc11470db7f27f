"""Numbers that move by themselves in a page: counters, clocks, stock; never what is sold by the number."""

import re

from diffing.wording.money import MENTION, SIGNS
from diffing.wording.quick import Guarded

NUMBER = r"\d(?:[\d.,\u00a0\u202f ]{0,14}\d)?"
# What is counted, and now and then sold by the number: a round one stays.
COUNTED = (
    r"(?:up)?votes?|likes?|replies|claps?|reactions?|reviews?|ratings?|followers?|applicants?|bewertungen|stimmen|avis|"
    r"votos|reseñas|opiniones|recensioni|avaliações"
)
SHOWN = Guarded(
    "|".join(
        (
            rf"{NUMBER}\s*(?:of|out of|von|sur|de)\s+{NUMBER}\s+(?:people\s+)?found\s+(?:this|it)\s+\w+",
            rf"{NUMBER}\s+(?:people|users?|readers?)\s+found\s+(?:this|it)\s+\w+",
            rf"{NUMBER}\s+(?:people|users?|visitors?|shoppers?|customers?|others?|members?|guests?)\s+(?:are\s+)?"
            r"(?:currently\s+|now\s+|have\s+)?(?:viewing|watching|looking|browsing|online|here|viewed|looked|"
            r"booked|enrolled)\b",
            rf"{NUMBER}\s+enrolled\b",
            rf"(?:only\s+|just\s+)?{NUMBER}\s+(?:\w+\s+)?(?:left|remaining|in stock)\b",
            rf"{NUMBER}\s+(?:days?|hours?|minutes?|weeks?)\s+(?:to go|left|until\b)",
            rf"(?:visitor|visiteur|besucher)\s+(?:number|no\.?|nr\.?|n°)\s*{NUMBER}",
            r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})*[.,\u00a0\u202f ]\d(?:\d[1-9]|[1-9]\d)\s+"
            r"(?:installs?|downloads?|installations?)\b",
            rf"(?:served|rendered|generated|loaded|answered)\s+in\s+{NUMBER}\s*(?:ms|milliseconds?|s|sec|seconds?)\b",
            r"(?:loaded|generated|rendered|retrieved|refreshed|checked|cached|synced|synchroni[sz]ed|as of)\s+"
            r"(?:(?:on|at)\s+)?(?:\d{8}|\d{1,2}[./]\d{1,2}[./]\d{4})\s*,?\s+"
            r"\d{1,2}:\d\d(?::\d\d)?(?:\s*(?:UTC|GMT|CES?T|[ap]\.?m\.?))?",
            r"\d{1,2}:\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?\s*)?(?:local time|ortszeit|heure locale|hora local)",
            r"(?:today is|heute ist|nous sommes le|hoy es|今日は|今天是)\s*\w+,?\s+"
            r"(?:\d{1,2}\.?\s+\w+|\w+\s+\d{1,2})(?!\w)",
            rf"(?:noch|nur noch)\s+{NUMBER}\s+(?:stück\s+)?(?:auf lager|verfügbar|vorrätig|plätze\s+frei)|"
            rf"{NUMBER}\s+(?:auf lager|vorrätig)\b",
            rf"(?:plus que|il (?:n.en )?reste)\s+{NUMBER}(?:\s+\w+)?(?:\s+(?:en stock|disponibles?|places?))?\b|"
            rf"{NUMBER}\s+en stock\b",
            rf"(?:quedan?|solo quedan?|últimas)\s+{NUMBER}(?:\s+\w+)?\b|(?<!\d){NUMBER}\s+en existencias\b",
            rf"(?<!\d){NUMBER}\s+(?:personnes?|visiteurs?|autres)\s+(?:regardent|consultent|ont (?:vu|réservé)|"
            rf"en ligne)\b",
            rf"(?<!\d){NUMBER}\s+(?:personen|besucher|andere|kunden)\s+(?:sehen|schauen|haben|betrachten|sind online|"
            rf"online)\b",
            rf"(?<!\d){NUMBER}\s+(?:personas?|visitantes?|otros)\s+(?:(?:están?\s+)?(?:viendo|mirando)|han (?:visto|"
            rf"reservado)|en línea)\b",
            r"残り\s*\d+\s*(?:点|個|席|名|室)|(?:仅剩|库存|剩余)\s*[:：]?\s*\d+\s*(?:件|个|席|间)?|(?<!\d)\d+\s*(?:人|名)(?:正在|"
            r"が)\s*(?:看|浏览|"
            r"観覧|閲覧|見て)\w*",
            r"(?<!\d)\d+\s*(?:人|名)\s*(?:在线|在線|オンライン|が閲覧中)",
        )
    ),
    re.IGNORECASE,
)
TALLY = re.compile(
    rf"(?:{NUMBER}\s*(?:of|out of|/)\s*\d+\s+(?:from\s+)?)?(?P<count>{NUMBER})\s+(?:{COUNTED})\b", re.IGNORECASE
)
# A mark and a number and nothing else: thumbs, stars, arrows. Marks of money, share, rank and sign stay.
MARKED = re.compile(rf"[^\w\s{SIGNS}%‰#+\-–—.,:;/&*'\"≤≥<>=×~≈✓✔✗]+\W{{0,3}}\(?{NUMBER}\)?|[★☆]+\s*\(?{NUMBER}\)?")
# Where a number is sold, promised or allowed, it is read as it stands.
BOUND = re.compile(
    rf"[%‰]|{MENTION}|"
    r"\b(?:up to|at least|at most|max(?:imum)?|min(?:imum)?|limit\w*|includ\w+|per|each|every|quota|plan|"
    r"unlimited|bis zu|höchstens|mindestens|pro|je|inklusive|jusqu\S+|par|inclus\w*|hasta|por|incluye\w*|al mes|"
    r"[kmgt]b|credits?|seats? (?:per|included)|months?|years?)\b|"
    r"/\s*(?:mo|month|yr|year)|最大|まで|以内|每月|毎月",
    re.IGNORECASE,
)
COUNT = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?![\w.,]*\d)")
DIGITS = re.compile(r"\d")
CELL = "|"  # words in the next cell of a table bind nothing
BEFORE, BEHIND = 20, 15  # characters in which words that bind a number to an offer count
ROUND, ROUND_TALLY = 100, 10
NEAR = 0.25  # of a running count: it moves by less between two visits


def without_passing(text: str) -> str:
    """The text without counters and clocks told by their words; one with an offer's words close by stays."""
    if not DIGITS.search(text):
        return text
    if is_marked(text):
        return ""

    def blank(match: re.Match[str]) -> str:
        start, end = max(0, match.start() - BEFORE), match.end() + BEHIND
        start = max(start, text.rfind(CELL, 0, match.start()) + 1)
        stop = text.find(CELL, match.end(), end)
        bound = BOUND.search(text, start, stop if stop >= 0 else end)
        return match[0] if bound else " "

    return SHOWN.sub(blank, text)


def is_marked(text: str) -> bool:
    """Whether a text is a mark and a number and nothing else."""
    return MARKED.fullmatch(text.strip()) is not None


def running_count(before: str, after: str) -> bool:
    """Whether two texts differ only in counts that nobody set: "12,345 teams", then "12,391 teams"; "87 reviews".

    A large count is written with its thousands set off; a round one is a claim somebody made, and one bound to an
    offer is part of it: neither is passing.
    """
    if BOUND.search(before) or BOUND.search(after):
        return False
    return _tallied(before, after) or _grown(before, after)


def _tallied(before: str, after: str) -> bool:
    if TALLY.sub("#", before) != TALLY.sub("#", after):
        return False
    counts = zip(TALLY.finditer(before), TALLY.finditer(after), strict=True)
    moved = [(_value(one["count"]), _value(other["count"])) for one, other in counts if one[0] != other[0]]
    return bool(moved) and all(one % ROUND_TALLY or other % ROUND_TALLY for one, other in moved)


def _value(number: str) -> int:
    return int(re.sub(r"\D", "", number))


def _grown(before: str, after: str) -> bool:
    if COUNT.sub("#", before) != COUNT.sub("#", after):
        return False
    old, new = ([_value(found) for found in COUNT.findall(text)] for text in (before, after))
    moved = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    return bool(moved) and all(one % ROUND and other % ROUND and abs(other - one) < NEAR * one for one, other in moved)
