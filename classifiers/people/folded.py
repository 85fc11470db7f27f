"""Latin letters without their marks, one for one, so that patterns need not spell every alphabet."""

import unicodedata

BLOCKS = (range(0xC0, 0x250), range(0x1E00, 0x1F00))
# Letters that no mark was added to.
OWN = {"Ø": "O", "ø": "o", "Đ": "D", "đ": "d", "Ð": "D", "ð": "d", "Ł": "L", "ł": "l", "ı": "i", "ß": "s", "Æ": "A",
       "æ": "a", "Œ": "O", "œ": "o", "Þ": "T", "þ": "t", "Ħ": "H", "ħ": "h", "ŋ": "n", "ə": "e"}  # fmt: skip
PLAIN = {
    code: base
    for block in BLOCKS
    for code in block
    if (base := OWN.get(chr(code)) or unicodedata.normalize("NFD", chr(code))[:1]).isascii()
}


def folded(text: str) -> str:
    """The text with "é" as "e" and "Ł" as "L", of the same length."""
    return text if text.isascii() else text.translate(PLAIN)
