"""Whether a title or heading may be that of a wall, a missing page or a site that is being worked on."""

from collections.abc import Sequence

from diffing.reading.signs import CONSENT_WALL, TITLE_SIGNS

SIGNS = (CONSENT_WALL, *(pattern for *_, pattern in TITLE_SIGNS))
# One of them stands in each match of a sign, in small letters: nine patterns tried at every letter of thirty headings
# take longer than all else that is asked of a page at a glance.
STEMS = (
    *("too many req", "rate limit", "trop de req", "zu viele anf", "you are ", "are you ", "demasiadas ", "多すぎ"),
    *("过于频繁", "过多", "moment", "attention req", "human", "robot", "security ", "checking your", "pardon our"),
    *("request", "captcha", "unusual", "bot ", "ddos", "press ", "incapsula", "javascript", "enable js"),
    *("un instant", "sicherheits", "vérification", "しばらく", "ロボット", "请稍候", "验证", "denied", "forbidden"),
    *("unauthori", "blocked", "refusé", "interdit", "verweigert", "denegado", "unavailable", "拒否", "拒绝", "禁止"),
    *("404", "not found", "not be found", "available", "exist", "introuvable", "non trouvée", "gefunden"),
    *("encontrad", "t be found", "t find", "nothing found", "gibt es", "disponible", "見つかりません", "不存在"),
    *("找不到", "maintenance", "be back", "be right back", "temporarily", "offline", "wartung", "technical diff"),
    *("construction", "mantenimiento", "メンテナンス", "维护", "維護", "error", "gateway", "erreur", "serverfehler"),
    *("timed out", "server is down", "エラー", "错误", "log in", "log on", "login", "logon", "log into", "sign in"),
    *("sign on", "signin", "signon", "connect", "connexion", "anmelden", "einloggen", "sesión", "melden sie"),
    *("ログイン", "登录", "expired", "domain", "ドメイン", "域名", "parked", "nginx", "default page", "it works"),
    *("suspended", "for sale", "dominio", "redirect", "redirigé", "weiterleitung", "before you", "avant d"),
    *("bevor ", "your privacy", "vie privée", "privatsphäre", "privacidad", "drinking age", "antes de", "続行"),
    "继续",
)


def give_away(said: Sequence[str]) -> bool:
    """Whether any of what a page says at its top is a sign that it is no page."""
    asked = said if _may_tell(" ".join(said)) else ()
    return any(sign.search(one) for one in asked if _may_tell(one) for sign in SIGNS)


def _may_tell(text: str) -> bool:
    lowered = text.lower()
    return any(stem in lowered for stem in STEMS)
