"""How money is written: the signs and codes of currencies, in the one place that all rules ask."""

import re

from diffing.wording.quick import may_match

SIGNS = "$€£¥₹₽₩₺₴₦₫₪₱฿¢￥"
CODES = "USD|EUR|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|CNY|INR|KRW|SGD|HKD|BRL|MXN|ZAR"
# Words of everyday letters: money only behind a number, and the last only right behind it.
NAMES = "kr|zł|Kč|Ft"
CHARACTERS = "円元원"
_LARGE = "万億亿千만억천"
# As it stands, whatever the case of the pattern around it: "Sek" is a second to a German.
_CODE = rf"(?<![A-Za-z])(?-i:{CODES})(?![A-Za-z])"
_NAME = rf"(?-i:{NAMES})(?!\w)"
_CHARACTER = rf"(?<=[\d{_LARGE}])[{CHARACTERS}]"
# A sign, a code, or a name or character behind a number; stands in larger patterns.
MENTION = rf"[{SIGNS}]|{_CODE}|{_CHARACTER}|(?<=\d)\s?{_NAME}|(?<!\w)(?-i:kr)\.?\s?(?=\d)"
MENTIONED = re.compile(MENTION)
AMOUNT = re.compile(
    rf"(?:[{SIGNS}]|(?<![A-Za-z])(?:{CODES})|(?<!\w)kr\.?)\s?\d"
    rf"|\d[.,]*\s?(?:[{SIGNS}%]|(?:{CODES})(?![A-Za-z])|{_NAME})|\d[{_LARGE}]?[{CHARACTERS}]"
)
MAY_BE_AMOUNT = may_match((AMOUNT.pattern, AMOUNT.flags))
