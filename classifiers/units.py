"""How often an amount is paid and for what: "/ user / month", "pro Nutzer und Monat", "Price per 1,000 emails"."""

from typing import Any

import re2

PERIOD_LIST = (
    ("month", "mo mos month months monthly mois mensuel monat monate monatlich mtl mes meses mensual mês mensal mese "
              "mån månad måned md mnd maand mies miesiąc miesięcznie pm 月 月額"),
    ("year", "yr yrs year years yearly annually annum annual an ans annuel annuellement jahr jahre jährlich año anual "
             "ano anno år jaar rok rocznie pa 年 年額"),
    ("week", "wk week weekly semaine woche wöchentlich semana settimana 週"),
    ("day", "day daily jour tag täglich día dia giorno 日"),
    ("hour", "hr hrs hour hourly heure stunde hora ora 時間"),
    ("quarter", "quarter quarterly trimestre quartal"),
)  # fmt: skip
PERIODS = {word: period for period, words in PERIOD_LIST for word in words.split()}
PER_LIST = (
    "user users seat seats member agent agents domain site website project employee editor host license licence "
    "device transaction request requests call calls credit credits lookup message messages sms minute gb tb mb node "
    "core server workspace team account admin contributor creator contact contacts event events pageviews page image "
    "document invoice store location property room booking order unit person head customer client endpoint asset "
    "vehicle driver learner student patient nutzer benutzer utilisateur usuario usuários query queries token tokens "
    "record records row rows run runs build email emails mail mails mailbox night stay sale listing hotel session "
    "sessions container pod vcpu cpu operation operations object objects image images video hits monitor monitors "
    "check checks ユーザー 名"
)
PER_WORDS = frozenset(PER_LIST.split())
# What is counted when it is used, not when it is there: a price of these grows with use.
USED_LIST = (
    "request requests call calls credit credits lookup message messages sms minute gb tb mb event events pageviews "
    "page image images query queries token tokens record records row rows run runs build email emails mail mails "
    "transaction session sessions operation operations object objects video hits"
)
USED = frozenset(USED_LIST.split())
TAIL = re2.compile(
    r"(?i)^\s*[,(（]?\s*(?:[/／]|per\b|a\b|an\b|each\b|every\b|par\b|pro\b|por\b|je\b|im\b|al\b|på\b|na\b|za\b|,|-|und\b|et\b|"
    r"y\b|and\b)?\s*(?:billed\s+|paid\s+|charged\s+)?(?:once\s+(?:an?\s+|per\s+|every\s+))?((?:(?:[\d.,]+\s?[km]?|million|thousand|billion)\s+)?[\pL]+)[)）]?"
)
# "$0.80 per 1,000": of what, the row or the heading says.
BARE_COUNT = re2.compile(
    r"(?i)^\s*(?:/|per|pro|par|por|je)\s?(\d{1,3}(?:[.,]\d{3})+|\d+[km]?)(?:\s*$|\s*[|;)]|"
    r"\s(?:after|afterwards|thereafter|beyond|extra|more|additional|above)\b)"
)
NOT_COUNTED = frozenset(("cent", "cento", "ciento", "cent.", "mail", "post", "annum", "capita", "diem", "the", "each"))
# "per full seat", "per named user / month": the second word is what is counted.
SECOND = re2.compile(r"^ ([\pL]+)(?:\s?/\s?([\pL]+)| (?:per|a|pro|par|por) ([\pL]+))?")
NO_NOUNS = frozenset(("billed", "paid", "charged", "used", "stored", "sent", "and", "or", "each", "once", "und", "et"))
QUALIFIERS = frozenset(("additional", "extra", "single", "individual", "weiterem", "weiteren", "zusätzlichem"))
TAX = re2.compile(
    r"(?i)^[\s,(（]*(?:(?:incl?|inclu(?:ding|sive of)|excl?|exclu(?:ding|sive of)|plus|zzgl|inkl|exkl|hors|sans|mit|"
    r"ohne|sin|con|más)\.?\s+(?:vat|tax(?:es)?|gst|mwst\.?|ust\.?|tva|iva|impuestos)|HT\b|TTC\b|"
    r"netto\b|brutto\b|税込|税抜|税別)[)）]?"
)
TO_MONTH = re2.compile(r"(?i)^[\s,]*month[- ]to[- ]month\b")
AHEAD = re2.compile(
    r"(?i)(?:(月額)|(年額)|\b(monthly|monatlich|mensual)|\b(yearly|annually|jährlich|anual))\s*[:：]?\s*$"
)
LABELLED = re2.compile(
    r"(?i)(?:^|[\s(/])(monthly|per month|mensuel|monatlich|mensual|month|al mes|im monat)(?:$|[\s):])|"
    r"(?:^|[\s(/])(yearly|annual(?:ly)?|per year|annuel|jährlich|anual|year|al año|im jahr)(?:$|[\s):])"
)
LINK = re2.compile(r"(?i)\s(?:per|pro|par|por)\s|\s?/\s?")
# A label names one to three words or numbers more than its unit: no sentence.
LONGEST_LABEL = 60


def how_often(text: str, end: int) -> tuple[str | None, str | None, int]:
    """Period and per-what after an amount ("/ user / month", "a month", "per 10k pageviews"), and where they end.

    Words about tax between them are passed over: "29 € HT par mois".
    """
    period: str | None = None
    per: str | None = None
    for _ in range(4):
        rest = text[end : end + 60]
        tax = TAX.match(rest)
        match = TAIL.match(rest[tax.end() :] if tax else rest)
        if match is None:
            break
        word = match.group(1)
        linked = bool(match.group(0).strip()[: -len(word)].strip(" ()（）"))
        last = word.split()[-1].lower()
        if period is None and TO_MONTH.match(rest):
            period, step = "month", TO_MONTH.match(rest).end()
        elif period is None and last in PERIODS and (linked or last.endswith(("ly", "lich")) or not last.isascii()):
            period, step = PERIODS[last], match.end()
        elif per is None and period is None and (bare := BARE_COUNT.match(rest)):
            per, step = bare.group(1), bare.end(1)
        elif (
            per is None
            and is_unit(match, word)
            and (second := SECOND.match(rest[match.end() :]))
            and is_noun(last, second)
        ):
            noun = second.group(1).lower()
            per, step = noun if last in QUALIFIERS else f"{last} {noun}", match.end() + second.end(1)
        elif per is None and is_unit(match, word):
            per, step = word.lower(), match.end()
        elif per is None and last in PER_WORDS and match.group(0).strip()[: -len(word)].strip(" (),（）"):
            per, step = (word if " " in word else last), match.end()
        else:
            break
        end += step + (tax.end() if tax and not TO_MONTH.match(rest) else 0)
    return period, per, end


def is_unit(match: Any, word: str) -> bool:
    """Whether a word that is on no list stands behind a plain "per": what a seller counts by."""
    linker = match.group(0).strip().split()[0].lower()
    plain = word.isalpha() and word.islower() and len(word) > 2 and word not in NOT_COUNTED
    return linker in ("per", "pro", "par", "por", "je") and plain and word not in PERIODS


def is_noun(first: str, second: Any) -> bool:
    """Whether the word behind a word for a unit is what is counted: a known unit, or one with a period right behind."""
    noun, period = second.group(1).lower(), (second.group(2) or second.group(3) or "").lower()
    counted = period in PERIODS and first not in PER_WORDS and noun not in NO_NOUNS
    return noun not in PERIODS and (noun in PER_WORDS or counted)


def said_ahead(text: str, start: int) -> str | None:
    """The period that a word right before an amount says: "月額 ¥980", "Monthly: $9"."""
    match = AHEAD.search(text[max(0, start - 16) : start])
    if match is None:
        return None
    return "month" if match.group(1) or match.group(3) else "year"


def unit_of_label(label: str) -> tuple[str | None, str | None]:
    """Period and per-what that the label of a row or column says of its amounts: "Price per user / month", "Yearly"."""
    if not label or len(label) > LONGEST_LABEL:
        return None, None
    link = LINK.search(label)
    period, per, _ = how_often(label, link.start()) if link else (None, None, 0)
    if period is None and (match := LABELLED.search(label)):
        period = "month" if match.group(1) else "year"
    return period, per
