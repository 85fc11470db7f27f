"""The words by which walls, missing pages and works in progress give themselves away, in several languages."""

import re

from domain.visits import PageState, Reason

Sign = tuple[PageState, Reason, str, re.Pattern[str]]


WIDE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


def _words(*phrases: str) -> re.Pattern[str]:
    """Any of the phrases as whole words; Chinese and Japanese put no blanks between theirs."""
    narrow = "|".join(phrase for phrase in phrases if not WIDE.search(phrase))
    wide = [phrase for phrase in phrases if WIDE.search(phrase)]
    return re.compile("|".join([rf"(?<!\w)(?:{narrow})(?!\w)", *wide]), re.IGNORECASE)


# Looked for in the title and first heading of a short page, in this order.
TITLE_SIGNS: tuple[Sign, ...] = (
    (
        PageState.BLOCKED,
        Reason.RATE_LIMITED,
        "The site says that we ask too often.",
        _words(
            "too many requests",
            "rate limit(?:ed| exceeded)?",
            "trop de requêtes",
            "zu viele anfragen",
            "you are (?:now )?in (?:line|the queue|(?:the|a) waiting room)",
            *("demasiadas (?:solicitudes|peticiones)", "リクエストが多すぎ", "(?:请求|访问)(?:过于频繁|过多)"),
        ),
    ),
    (
        PageState.BLOCKED,
        Reason.BOT_WALL,
        "The site asks for proof that we are human.",
        _words(
            *(
                "just a moment",
                "attention required",
                "are you (?:a |not a )?(?:robot|human)",
                "(?:verify|prove).{0,20}human",
            ),
            *("security (?:check|verification)", "checking your browser", "pardon our interruption", "request access"),
            *(
                "^captcha$",
                "captcha (?:challenge|required|check)",
                "unusual traffic",
                "bot (?:detection|verification|check)",
                "ddos.guard",
                "human verification",
                "press (?:&|and) hold",
            ),
            *(
                "incapsula incident",
                "^one moment,? please",
                "request is being verified",
                "turn javascript on and reload",
            ),
            "enable js and disable any ad ?blocker",
            *("un instant", "einen moment", "sicherheitsüberprüfung", "vérification de sécurité", "request unblock"),
            *(
                "^un momento(?:…|\\.\\.\\.)?$",
                "しばらくお待ちください",
                "ロボットではありません",
                "^请稍候",
                "验证您是真人",
                "人机验证",
            ),
        ),
    ),
    (
        PageState.BLOCKED,
        Reason.FORBIDDEN,
        "The site refuses us.",
        _words(
            *(
                "access (?:is )?denied",
                "(?:403|401) ?-? ?(?:forbidden|unauthori[sz]ed)",
                "forbidden",
                "request (?:was )?(?:blocked|rejected)",
            ),
            *(
                "(?:the )?request could not be satisfied",
                "access to (?:this|the) (?:page|site) (?:has been |is )?denied",
                "accès (?:refusé|interdit)",
                "zugriff verweigert",
                "acceso denegado",
                "unavailable (?:for|due to) legal reasons",
                "アクセスが(?:拒否|禁止)",
                "访问(?:被|已被)?(?:拒绝|禁止)",
                "(?:拒绝|禁止)访问",
            ),
            *("you have been blocked", "site blocked", "web page blocked", "not available in your (?:country|region)"),
        ),
    ),
    (
        PageState.SOFT_404,
        Reason.NOT_FOUND,
        "The page says of itself that it is not there.",
        _words(
            *(
                "404",
                "(?:page|file|content) (?:was )?not (?:be )?found",
                "not found",
                "page (?:is )?(?:no longer|not) available",
            ),
            *("page (?:doesn.t|does not) exist", "page introuvable", "page non trouvée", "n.existe (?:pas|plus)"),
            *(
                "seite (?:wurde )?nicht gefunden",
                "nicht gefunden",
                "existiert nicht",
                "página no encontrada",
                "no encontrad[ao]",
            ),
            *(
                *(
                    "can.t be found",
                    "can.t find (?:the|this|that) page",
                    "(?:content|page) isn.t available",
                    "^nothing found",
                ),
                *("(?:existiert|gibt es) (?:leider )?nicht(?: mehr)?", "página (?:ya )?no existe"),
                "contenu n.est pas disponible",
                "ページ[がは]見つかりません",
                "页面不存在",
                "找不到页面",
            ),
        ),
    ),
    (
        PageState.ERROR,
        Reason.MAINTENANCE,
        "The site says that it is being worked on.",
        _words(
            *(
                "(?:under|site|down for) maintenance",
                "^(?:.{1,40} [-–|:] )?scheduled maintenance(?: [-–|:] .{1,40})?$",
                "^maintenance$",
                "maintenance (?:mode|en cours|page)",
                "be (?:right )?back (?:soon|shortly|in a)",
                "^(?:.{1,40} [-–|] )?(?:we.ll )?be right back$",
            ),
            *(
                "temporarily (?:unavailable|down|offline)",
                "offline page",
                "en maintenance",
                "wartungsarbeiten",
                "^wartung$",
            ),
            *(
                "service unavailable",
                "technical difficulties",
                "(?:web)?site (?:is )?under construction",
                "(?:store|shop) is currently unavailable",
                "en mantenimiento",
                "メンテナンス中",
                "维护中",
                "維護中",
            ),
        ),
    ),
    (
        PageState.ERROR,
        Reason.SERVER_ERROR,
        "The site says that it broke.",
        _words(
            *("^(?:database |application |server |internal )?error$", "application error", "database error"),
            *("error establishing a database", "internal server error", "bad gateway", "gateway time-?out"),
            *("fatal error", "(?:an )?unexpected error (?:has )?occurred", "erreur interne", "interner serverfehler"),
            *(
                "critical error on this website",
                "connection timed out",
                "error code:? 5\\d\\d",
                "web server is down",
                "error interno",
                "サーバー.{0,4}エラー",
                "服务器.{0,4}错误",
            ),
        ),
    ),
    (
        PageState.BLOCKED,
        Reason.LOGIN_WALL,
        "The site asks us to sign in first.",
        _words(
            *(
                "^(?:log|sign) ?(?:in|on)",
                "[-–|:] ?(?:log|sign) ?in$",
                "log into",
                "connectez-vous",
                "^(?:se connecter|connexion|anmelden|einloggen|inici(?:ar?|e) sesión|melden sie sich an)",
                "^(?:ログイン|登录)",
                "(?:you must|please) (?:log|sign) in",
                "session (?:has )?expired",
            ),
        ),
    ),
    (
        PageState.SOFT_404,
        Reason.PARKED,
        "The address is parked or for sale, or its host shows a page of its own.",
        _words(
            "domain (?:name )?(?:is |may be )?for sale",
            "buy this domain",
            "parked (?:domain|page|free|for free)",
            *("^welcome to nginx", "default page: it works", "^it works!$", "account (?:has been )?suspended"),
            *("domain (?:is )?not connected", "isn.t connected to a website", "website (?:has )?expired"),
            "domain parking",
            r"^\S+\.[a-z]{2,12} is for sale",
            "domaine est (?:à vendre|en vente)",
            "domain (?:steht zum verkauf|ist zu verkaufen|zu verkaufen)",
            "dominio (?:está )?(?:en|a la) venta",
            "ドメイン.{0,4}(?:売り出し|販売)中",
            "域名.{0,4}出售",
        ),
    ),
    (
        PageState.THIN,
        Reason.SHELL,
        "The page only sends the reader elsewhere.",
        _words("redirecting", "(?:you should|will) be redirected", "vous allez être redirigé", "weiterleitung"),
    ),
)

CONSENT_WALL = _words(
    "before you continue",
    "avant d.accéder",
    "bevor (?:sie|du) (?:fort|weiter)\\w*",
    "we value your privacy",
    *(
        "respectons votre vie privée",
        "respektieren (?:ihre|deine) privatsphäre",
        "(?:valoramos|respetamos) (?:su|tu) privacidad",
    ),
    *("are you (?:over|at least) \\d\\d", "legal drinking age"),
    *("avant de continuer", "antes de continuar", "続行する前に", "继续之前"),
)
SCRIPT_NEEDED = _words(
    *("(?:enable|activate|requires?|need) javascript", "activer javascript", "javascript aktivieren"),
    *("(?:habilite|habilitar|active|activar) javascript", "javascript ?を有効", "(?:启用|啟用|开启) ?javascript"),
)
# Boxes that stand in for a text while it is being loaded.
SKELETON = re.compile(
    r"aria-busy=[\"']?true|class=[\"'][^\"']{0,200}?(?:skeleton|shimmer|placeholder-(?:glow|wave)|is-loading)(?![a-z])",
    re.IGNORECASE,
)
UNLOADED = re.compile(
    r"^(?:loading|please wait|chargement|wird geladen|lädt|cargando|caricamento|読み込み中|加载中)\b.{0,30}$"
    r"|(?:could not|couldn.t|cannot|failed to|unable to) (?:be )?(?:load|fetch|show|display)"
    r"|something went wrong|^(?:please )?try again(?: later)?\W*$|[$€£¥]\s?(?:-{2,}|—|–|\?\?|\.\.\.|…)",
    re.IGNORECASE,
)
LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|auth|sso|session/new|anmelden|connexion|account/login)(?:[/?.]|$)", re.IGNORECASE
)
