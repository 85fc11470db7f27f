"""How often an amount is paid and for what: "/ user / month", "pro Nutzer und Monat", "Price per 1,000 emails"."""

from typing import Any

from classifiers.wording.patterns import Pattern

PERIOD_LIST = (
    ("month", "mo mos month months monthly mois mensuel monat monate monatlich mtl mes meses mensual mês mensal mese "
              "mån månad måned md mnd maand mies miesiąc miesięcznie pm mth mths pcm měsíc měsíčně "
              "hó havi kk kuukausi lună ay 月 月額 월"),
    ("year", "yr yrs year years yearly annually annum annual an ans annuel annuellement jahr jahre jährlich año anual "
             "ano anno år jaar rok rocznie ročně év vuosi yıl pa 年 年額 연"),
    ("week", "wk wks week weekly semaine woche wöchentlich semana settimana vecka uge uke týden tydzień 週"),
    ("day", "day daily jour tag täglich día dia giorno dag dzień 日"),
    ("hour", "h hr hrs hour hourly heure stunde std hora ora timme godzinę hodinu 時間"),
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
    "check checks kwh mwh kg km mile miles tonne tonnes ton teu feu pallet parcel package shipment application "
    "ユーザー 名"
)
PER_WORDS = frozenset(PER_LIST.split())
# What is counted when it is used, not when it is there: a price of these grows with use.
USED_LIST = (
    "request requests call calls credit credits lookup message messages sms minute gb tb mb event events pageviews "
    "page image images query queries token tokens record records row rows run runs build email emails mail mails "
    "transaction session sessions operation operations object objects video hits"
)
USED = frozenset(USED_LIST.split())
TAIL = Pattern(
    r"(?i)^\s*[,(（]?\s*(?:[/／]|per\b|a\b|an\b|each\b|every\b|for each\b|for every\b|par\b|"
    r"pro\b|por\b|je\b|im\b|al\b|på\b|na\b|za\b|,|-|und\b|et\b|y\b|and\b)?\s*(?:billed\s+|paid\s+|charged\s+)?"
    r"(?:once\s+(?:an?\s+|per\s+|every\s+))?((?:(?:[\d.,]+\s?[km]?|million|thousand|billion)\s+)?[\pL]+)[)）]?"
)
# "$0.80 per 1,000": of what, the row or the heading says.
BARE_COUNT = Pattern(
    r"(?i)^\s*(?:/|per|pro|par|por|je)\s?(\d{1,3}(?:[.,]\d{3})+|\d+[km]?)(?:\s*$|\s*[|;)]|"
    r"\s(?:after|afterwards|thereafter|beyond|extra|more|additional|above)\b)"
)
NOT_COUNTED = frozenset(("cent", "cento", "ciento", "cent.", "mail", "post", "annum", "capita", "diem", "the", "each"))
# "per million input tokens": how many, a word of what kind, and what is counted.
SCALED = Pattern(
    r"(?i)^\s*(?:/|per|a|pro|par|por|je)\s?((?:[\d.,]+\s?[km]?|million|thousand|billion|mio\.?) [a-z-]+ (\pL+))\b"
)
# "per cubic metre": a word that says how something is measured is no unit by itself.
MEASURES = frozenset(("cubic", "square", "linear", "metric", "working", "business", "calendar", "active", "registered"))
# "per full seat", "per named user / month": the second word is what is counted.
SECOND = Pattern(r"^ ([\pL]+)(?:\s?/\s?([\pL]+)| (?:per|a|pro|par|por) ([\pL]+))?")
NO_NOUNS = frozenset(("billed", "paid", "charged", "used", "stored", "sent", "and", "or", "each", "once", "und", "et"))
QUALIFIERS = frozenset(("additional", "extra", "single", "individual", "weiterem", "weiteren", "zusätzlichem"))
TAX = Pattern(
    r"(?i)^[\s,(（]*(?:(?:incl?|inclu(?:ding|sive of)|excl?|exclu(?:ding|sive of)|ex|inc|plus|zzgl|inkl|exkl|hors|sans|"
    r"mit|ohne|sin|con|más)\.?\s+(?:vat|tax(?:es)?|gst|mwst\.?|ust\.?|tva|iva|impuestos)|HT\b|TTC\b|"
    r"netto\b|brutto\b|税込|税抜|税別)[)）]?"
)
HALF = Pattern(
    r"(?i)^\s*(?:/|per|a|pro|je|par|por)\s?(?:(half[- ]day|halbe[rnm]? tag|demi[- ]journée|medio día)|"
    r"(?:half[- ]hour|demi[- ]heure|media hora))\b"
)
TO_MONTH = Pattern(r"(?i)^[\s,]*month[- ]to[- ]month\b")
AHEAD = Pattern(
    r"(?i)(?:(月額)|(年額)|\b(monthly|monatlich|mensual|mensuel(?:le)?)|\b(yearly|annually|jährlich|anual|annuel(?:le)?))\s*[:：]?\s*$"
)
LABELLED = Pattern(
    r"(?i)(?:^|[\s(/])(monthly|per month|mensuel|monatlich|mensual|month|al mes|im monat)(?:$|[\s):])|"
    r"(?:^|[\s(/])(yearly|annual(?:ly)?|per year|annuel|jährlich|anual|year|al año|im jahr)(?:$|[\s):])"
)
# "Day rate", "Stundensatz": labels of work that is paid by time.
LABELLED_TIME = (
    ("day", Pattern(r"(?i)\b(?:day rate|daily(?: rate)?|per day|tagessatz|tarif journalier|tarifa diaria)\b")),
    ("hour", Pattern(r"(?i)\b(?:hourly(?: rate)?|per hour|stundensatz|taux horaire|tarifa por hora)\b")),
    ("week", Pattern(r"(?i)\b(?:weekly(?: rate)?|per week|wöchentlich|par semaine|por semana)\b")),
    ("quarter", Pattern(r"(?i)\b(?:quarterly|per quarter|pro quartal|par trimestre)\b")),
)
# "The monthly fee for the Standard Service is": how often, told ahead of an amount in its sentence.
FEE_AHEAD = Pattern(
    r"(?i)\b(?:(monthly)|(yearly|annual)|(weekly)|(daily)|(hourly)|(quarterly)) (?:[a-z]+ ){0,2}"
    r"(?:fee|price|charge|rate|cost|subscription)s?\b[^.;:|$€£\d\n]{0,60}$"
)
FEE_PERIODS = ("month", "year", "week", "day", "hour", "quarter")
REACH = 110
OPENS = Pattern(r"(?i)^(?:per|pro|par|por|je)\s")
IN_BRACKETS = Pattern(r"(?i)\((?:per|pro|par|por|je)\s")
LINK = Pattern(r"(?i)\s(?:per|pro|par|por)\s|\s?/\s?")
# A label names one to three words or numbers more than its unit: no sentence.
LONGEST_LABEL = 60


def how_often(text: str, end: int) -> tuple[str | None, str | None, int]:
    """Period and per-what after an amount ("/ user / month", "a month", "per 10k pageviews"), and where they end.

    Words about tax between them are passed over: "29 € HT par mois".
    """
    period: str | None = None
    per: str | None = None
    for _ in range(4):  # a period, what is counted, and words about tax
        rest = text[end : end + 60]
        tax = TAX.match(rest)
        match = TAIL.match(rest[tax.end() :] if tax else rest)
        if match is None:
            break
        word = match.group(1)
        plain = rest[tax.end() :] if tax else rest
        linked = bool(match.group(0).strip()[: -len(word)].strip(" ()（）"))
        last = word.split()[-1].lower()
        if period is None and TO_MONTH.match(rest):
            period, step = "month", TO_MONTH.match(rest).end()
        elif period is None and (half := HALF.match(plain)):
            period, step = "half day" if half.group(1) else "half hour", half.end()
        elif period is None and last in PERIODS and (linked or last.endswith(("ly", "lich")) or not last.isascii()):
            period, step = PERIODS[last], match.end()
        elif per is None and (scaled := SCALED.match(plain)) and scaled.group(2).lower() in PER_WORDS:
            per, step = scaled.group(1), scaled.end()
        elif per is None and period is None and (bare := BARE_COUNT.match(rest)):
            per, step = bare.group(1), bare.end(1)
        elif (
            per is None
            and is_unit(match, word)
            and (second := SECOND.match(plain[match.end() :]))
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
    noun = word.islower() or (linker in ("pro", "je") and word.istitle())  # German nouns are capitalized
    plain = word.isalpha() and noun and len(word) > 2 and word not in NOT_COUNTED
    return linker in ("per", "pro", "par", "por", "je") and plain and word not in PERIODS


def is_noun(first: str, second: Any) -> bool:
    """Whether the word behind a word for a unit is what is counted: a known unit, or one with a period right behind."""
    if first in MEASURES:
        return True
    noun, period = second.group(1).lower(), (second.group(2) or second.group(3) or "").lower()
    counted = period in PERIODS and first not in PER_WORDS and noun not in NO_NOUNS
    return noun not in PERIODS and (noun in PER_WORDS or counted)


def said_ahead(text: str, start: int) -> str | None:
    """The period that words before an amount say: "月額 ¥980", "Monthly: $9", "The monthly fee is $9"."""
    match = AHEAD.search(text[max(0, start - 16) : start])
    if match:
        return "month" if match.group(1) or match.group(3) else "year"
    fee = FEE_AHEAD.search(text[max(0, start - REACH) : start])
    return next(period for period, said in zip(FEE_PERIODS, fee.groups(), strict=True) if said) if fee else None


def is_used(per: str | None) -> bool:
    """Whether a price of these grows with use: per request, per 1,000."""
    counted = per.split()[-1].lower() if per else ""
    return counted in USED or counted[:1].isdigit()


def unit_of_label(label: str) -> tuple[str | None, str | None]:
    """Period and per-what that the label of a row or column says of its amounts: "Price per user / month", "Yearly"."""
    if not label or len(label) > LONGEST_LABEL:
        return None, None
    link = LINK.search(label) or OPENS.match(label) or IN_BRACKETS.search(label)
    period, per, _ = how_often(label, link.start()) if link else (None, None, 0)
    if period is None and (match := LABELLED.search(label)):
        period = "month" if match.group(1) else "year"
    if period is None:
        period = next((one for one, pattern in LABELLED_TIME if pattern.search(label)), None)
    return period, per
