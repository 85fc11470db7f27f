"""How long ago, or how soon: times told from the moment of reading, in the languages of our sources."""

import re

from diffing.wording.quick import Guarded

_ONE = r"\d+\+?|an?|one|une?|eine?[mnrs]?|una?|uno|few|couple of|several|quelques|wenigen|einigen|unos|unas|pocos"
RELATIVE = Guarded(
    rf"(?:\b|(?<=[a-z])(?=\d))(?:(?:about|over|almost|less than)\s+)?(?:{_ONE})\s*(?:s|sec|second|m|min|minute|h|"
    rf"hr|hour|d|day|w|wk|week|mo|month|y|yr|year)s?\.?\s+ago\b"
    r"|\b(?:just|right) now\b|\ba moment ago\b|\bmoments ago\b|(?:\b|(?<=[a-z]))last (?:night|week|month)(?=\W*$)"
    r"|\b(?:yesterday|today|this (?:morning|afternoon))(?:\s+(?:at\s+)?\d{1,2}[:.]\d\d|(?=\W*$))"
    rf"|\bil y a\s+(?:environ\s+|moins d['’]\s*)?(?:{_ONE})\s+(?:sec|secondes?|min|minutes?|h|heures?|j|jours?|"
    rf"semaines?|mois|ans?|instants?)\b\.?"
    r"|\bà l['’]instant\b|\bhier(?:\s+(?:à\s+)?\d{1,2}\s?[:h]\d\d|(?=\W*$))"
    rf"|\bvor\s+(?:etwa\s+)?(?:{_ONE})\s+(?:sekunde|sek|minute|min|stunde|std|tag|woche|monat|jahr)(?:e?n)?\b\.?"
    r"|\b(?:gerade eben|soeben)\b|\bgestern(?:\s+(?:um\s+)?\d{1,2}:\d\d(?:\s+uhr)?|(?=\W*$))"
    rf"|\bhace\s+(?:unos\s+)?(?:{_ONE})\s+(?:segundo|seg|minuto|min|hora|h|día|semana|mes|año|instante)(?:e?s)?\b\.?"
    r"|\bahora mismo\b|\bayer(?:\s+(?:a las\s+)?\d{1,2}:\d\d|(?=\W*$))"
    r"|(?<!\d)\d+\s*(?:秒|分|分钟|分鐘|時間|小时|小時|日|天|週間|周|星期|か月|ヶ月|个月|個月|年)(?:前|以前|之前)"
    r"|たった今|先ほど|刚刚|剛剛|(?:昨日|昨天)(?:\s*\d{1,2}[:：]\d\d|(?=\W*$))",
    re.IGNORECASE,
)
# Counts down to a day that does not move; a trial or a delivery that takes so long is an offer and stays.
_UNIT = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?)"
COUNTDOWN = Guarded(
    rf"\b(?:starts?|begins?|ends?|closes?|opens?|starting|ending|launching|launches|kicks off|goes live|expires?)\s+"
    rf"(?:in\s+(?:\d+|an?)\s+{_UNIT}|today|tomorrow|tonight)\b"
    r"|\b(?:commence|débute|se termine|finit|prend fin|ferme|ouvre)\s+(?:dans\s+(?:\d+|une?)\s+(?:minutes?|"
    r"heures?|jours?|semaines?|mois)|demain|aujourd['’]hui)\b"
    r"|\b(?:beginnt|startet|endet|schließt|öffnet)\s+(?:in\s+(?:\d+|eine[mr])\s+(?:minuten?|stunden?|tag(?:en)?|"
    r"wochen?|monat(?:en)?)|morgen|heute)\b"
    r"|\b(?:empieza|comienza|termina|acaba|cierra|abre)\s+(?:en\s+(?:\d+|una?)\s+(?:minutos?|horas?|días?|"
    r"semanas?|mes(?:es)?)|mañana|hoy)\b"
    r"|(?:開始|終了|締切)?(?:まで)?(?:あと|残り)\s*\d+\s*(?:日|時間|分|秒|週間)(?:\s*\d+\s*(?:時間|分|秒))*"
    r"|(?:距.{0,12})?(?:还(?:有|剩)|剩余|仅剩|倒计时)\s*\d+\s*(?:天|小时|分钟|秒)(?:\s*\d+\s*(?:小时|分钟|分|秒))*"
    r"|\b\d+\s*(?:d|days?|tage?|jours?|días?)\s*[:,]?\s*\d+\s*(?:h|hrs?|hours?|std|stunden|heures?|"
    r"horas?)\s*[:,]?\s*\d+\s*(?:m|min|mins|minutes?|minuten|minutos?)\b(?:\s*\d+\s*(?:s|sec|secs|seconds?|sek|"
    r"segundos?)\b)?",
    re.IGNORECASE,
)
OFFERED = re.compile(
    r"\b(?:trials?|free|essai|gratuit\w*|test(?:phase|zeitraum)?|kostenlos\w*|prueba|gratis|guarantee|notice|"
    r"deliver\w*|refund)\b|試用|试用|免费|無料",
    re.IGNORECASE,
)


def without_relative(text: str) -> str:
    return RELATIVE.sub(" ", text)


def tells_how_long_ago(text: str) -> bool:
    return RELATIVE.search(text) is not None


def without_countdown(text: str) -> str:
    """The text without times counted down; one that speaks of a trial or a delivery stays as it is."""
    return text if not COUNTDOWN.may(text) or OFFERED.search(text) else COUNTDOWN.sub(" ", text)
