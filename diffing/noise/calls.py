"""Calls to act ("Start free", "Try it now") in another wording: the same button, tried out on visitors."""

import re
from collections import defaultdict, deque
from urllib.parse import urlsplit

from diffing.noise.scene import Pair, Scene, Split, halved
from diffing.wording.text import names_amount
from domain.content import Block

MOST_WORDS = 7
LONGEST_CJK = 14
CALL = re.compile(
    r"(?:(?:start|try|get|begin|book|sign up|request|contact|learn|see|talk|speak|join|download|buy|discover|"
    r"explore|choose|select|schedule|"
    r"watch|save|secure|how|tell|send|give|create|claim|open|let['’]?s|go|continue|find out|read|view|shop|order|"
    r"subscribe|register|upgrade|chat|"
    r"become|meet|build|grow|"
    r"commencer?z?|essaye[rz]|démarre[rz]|découvr(?:ir|ez)|demande[rz]|réserve[rz]|contacte[rz]|parle[rz]|"
    r"obten(?:ir|ez)|inscri\w+|crée[rz]|choisi\w+|voir|télécharge[rz]|"
    r"jetzt|kostenlos|gratis|starten|testen|loslegen|buchen|anfordern|kontakt\w*|mehr erfahren|entdecken|demo|"
    r"registrieren|anmelden|herunterladen|ausprobieren|"
    r"empe[cz]ar|comenzar|empieza|comienza|prueba|probar|solicit\w+|reserva\w*|contact\w+|habla\w*|descubr\w+|"
    r"obt[eé]n\w*|regístr\w+|crea\w*|elige|ver|descarga\w*|únete)(?!\w)"
    r"|今すぐ|無料で|まずは|お問い合わせ|資料(?:請求|を)|試して|始め|申し込|詳しく|立即|免费|开始|联系|了解|申请|预约|注册|试用)",
    re.IGNORECASE,
)


def drop_reworded_calls(pairs: list[Pair], scene: Scene) -> Split:
    """Drops a short link or button that calls to act, replaced by another call that leads to the same address.

    A call that names a number or an amount stays: it may be an offer.
    """
    together = [(at, at) for at, (one, other) in enumerate(pairs) if one and other and _same_call(one, other)]
    gone: dict[tuple[str, tuple[str, ...]], deque[int]] = defaultdict(deque)
    for at, (one, other) in enumerate(pairs):
        if one is not None and other is None and _is_call(one):
            gone[_stand(one)].append(at)
    apart = []
    for at, (one, other) in enumerate(pairs):
        if one is None and other is not None and _is_call(other) and (left := gone.get(_stand(other))):
            apart.append((left.popleft(), at))
    return halved(pairs, [*together, *apart])


def _stand(block: Block) -> tuple[str, tuple[str, ...]]:
    """Where a call leads and the heading it stands under."""
    return _address(block), block.path[-1:]


def _same_call(one: Block, other: Block) -> bool:
    return _is_call(one) and _is_call(other) and _address(one) == _address(other)


def _is_call(block: Block) -> bool:
    text = block.text
    short = len(text.split(None, MOST_WORDS)) <= MOST_WORDS and (
        text.isascii() or len(text) <= LONGEST_CJK or " " in text
    )
    if not short or block.cells or CALL.match(text) is None:
        return False
    return not any(map(str.isdigit, text)) and not names_amount(text)


def _address(block: Block) -> str:
    """Where a line leads that is one link and nothing else, without its query; "" for a button."""
    if not block.links:
        return ""
    if len(block.links) > 1 or block.links[0].text != block.text:
        return f"several: {block.text}"
    parts = urlsplit(block.links[0].url)
    return f"{parts.netloc}{parts.path}"
