"""The small values of the files people edit: names, addresses, patterns, headers, money. Each refuses with a hint."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated
from urllib.parse import urlsplit

import re2
from pydantic import AfterValidator, BeforeValidator, Field

from config.schema import Fault
from config.secrets import refused
from config.selectors import SelectorRefused, compile_selector
from domain.accounts import Revenue

SLUG = re.compile(r"[a-z0-9-]{1,64}")
HOST = re.compile(r"(?=.{1,253}$)([^\W_]([\w-]{0,61}[^\W_])?\.)+[^\W_]([\w-]{0,61}[^\W_])?")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
CURRENCY = re.compile(r"[A-Z]{3}")
EMAIL = re.compile(r"[^\s@<>,;:\"\\()\[\]]+@[^\s@<>,;:\"\\()\[\]]+")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}")
OURS = frozenset({"host", "content-length", "transfer-encoding", "connection", "user-agent", "te", "upgrade"})
CONDITIONS = frozenset({"if-none-match", "if-modified-since", "accept-encoding", "range"})
SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}


def slug(text: str) -> str:
    if not SLUG.fullmatch(text):
        made = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:64]
        raise Fault(
            f"'{text}' cannot be a name", f"small letters, digits, dashes, at most 64: {made or 'acme-pricing'}"
        )
    return text


def web_address(text: str) -> str:
    """An http or https address without user, password, backslash or blanks."""
    if any(character in text for character in "\\ \t\r\n") or not text.isprintable():
        raise Fault("the address holds a blank, a backslash or a control character", "copy it from the browser again")
    if "${" in text:
        raise Fault("an address may not hold ${...}", "put the secret in a header: ${BELLWETHER_SECRET_X}")
    try:
        parts = urlsplit(text)
        port_fits = parts.port is None or parts.port > 0
    except ValueError as error:
        raise Fault(f"not an address: {error}", "write https://host/path") from error
    if parts.scheme not in ("http", "https"):
        raise Fault(f"'{parts.scheme or text}' is not fetched", "only http:// and https:// addresses are")
    if not parts.hostname or not port_fits:
        raise Fault("the address names no host", "write https://host/path")
    if "@" in parts.netloc:
        raise Fault("an address may not hold a user or password", "put it in headers: ${BELLWETHER_SECRET_X}")
    return text


def domain(text: str) -> str:
    """A bare domain in small letters."""
    bare = text.casefold()
    if "/" in bare or ":" in bare or not HOST.fullmatch(bare):
        host = re.sub(r"^[a-z]+://", "", bare).split("/")[0].split(":")[0]
        raise Fault(f"'{text}' is not a domain", f"write {host if HOST.fullmatch(host) else 'acme.example'}")
    return bare.removeprefix("www.")


def selector(text: str) -> str:
    try:
        compile_selector(text)
    except SelectorRefused as error:
        raise Fault(f"the selector '{text[:60]}' cannot be used: {error}", "CSS, or XPath beginning with /") from error
    return text


def pattern(text: str) -> str:
    """An RE2 pattern that matches something."""
    options = re2.Options()
    options.log_errors = False
    try:
        compiled = re2.compile(text, options)
    except re2.error as error:
        said = str(error.args[0].decode() if error.args and isinstance(error.args[0], bytes) else error)
        raise Fault(
            f"the pattern '{text[:60]}' cannot be used: {said}", "RE2 has no lookaround or backreference"
        ) from error
    if compiled.search("") is not None:
        raise Fault(f"the pattern '{text[:60]}' matches everywhere", "make it need at least one character")
    return text


def header_value(text: str) -> str:
    bad = refused(text)
    if bad is not None:
        raise Fault(f"'{bad}' is not read", "only ${BELLWETHER_SECRET_X}, with X in capitals, digits and _")
    if any(ord(character) < 32 or ord(character) == 127 for character in text):
        raise Fault("a header may not hold a line break", "write it in one line")
    return text


def header_name(text: str) -> str:
    if not HEADER.fullmatch(text):
        raise Fault(f"'{text}' is not a header name", "letters, digits and dashes")
    if text.casefold() in OURS | CONDITIONS:
        raise Fault(f"the header '{text}' is set by the crawler", "delete it")
    return text


def language(text: str) -> str:
    if not LANGUAGE.fullmatch(text):
        raise Fault(f"'{text}' is no language", "write en, de or pt-BR")
    return text


def currency(text: str) -> str:
    if not CURRENCY.fullmatch(text):
        raise Fault(f"'{text}' is no currency", f"write {SYMBOLS.get(text, text.upper() if len(text) == 3 else 'EUR')}")
    return text


def day(value: object) -> date:
    """A day as 2026-07-01, and in no other way: 01/07/2026 is two days."""
    try:
        if isinstance(value, str) and ISO_DAY.fullmatch(value.strip()):
            return date.fromisoformat(value.strip())
    except ValueError:
        pass
    raise Fault(f"'{value}' is not a day" if isinstance(value, str) else "a day belongs here", "write it as 2026-07-01")


def email(text: str) -> str:
    if not EMAIL.fullmatch(text):
        raise Fault(f"'{text}' is no mail address", "write it as ines@halden.example")
    return text


AMOUNT = r"(\d{1,3}(?:[ ,_]\d{3})+|\d+)(\.\d{1,2})?\s*(k|m|bn)?"
REVENUE = re.compile(rf"{AMOUNT}(?:\s*[-–]\s*{AMOUNT})?\s+([A-Z]{{3}})", re.IGNORECASE)
SCALE = {"": Decimal(1), "k": Decimal(1_000), "m": Decimal(1_000_000), "bn": Decimal(1_000_000_000)}


def revenue(text: str) -> Revenue:
    """An exact amount or a band: "410000 EUR", "250k-500k EUR", "1.2m USD"."""
    found = REVENUE.fullmatch(text)
    if found is None:
        raise Fault(f"'{text}' is no revenue", "write 410000 EUR, or a band: 250k-500k EUR")
    low = _amount(found[1], found[2], found[3] or (found[6] if found[4] else ""))
    high = _amount(found[4], found[5], found[6]) if found[4] else low
    if low > high:
        raise Fault(f"the band '{text}' runs downwards", "write the smaller end first")
    return Revenue(low=low, high=high, currency=currency(found[7].upper()), text=text)


def _amount(whole: str, fraction: str | None, unit: str | None) -> Decimal:
    return Decimal(re.sub(r"[ ,_]", "", whole) + (fraction or "")) * SCALE[(unit or "").casefold()]


Text = Annotated[str, Field(min_length=1, max_length=2000)]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Slug = Annotated[str, AfterValidator(slug)]
WebAddress = Annotated[str, Field(max_length=2000), AfterValidator(web_address)]
Domain = Annotated[str, AfterValidator(domain)]
Selector = Annotated[str, Field(min_length=1), AfterValidator(selector)]
Pattern = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(pattern)]
HeaderName = Annotated[str, AfterValidator(header_name)]
HeaderValue = Annotated[str, Field(max_length=4000), AfterValidator(header_value)]
Language = Annotated[str, AfterValidator(language)]
CurrencyCode = Annotated[str, AfterValidator(currency)]
Day = Annotated[date, BeforeValidator(day)]
Email = Annotated[str, Field(max_length=254), AfterValidator(email)]
