"""What sites answer instead of their page, as they word it in six languages: title, heading, text."""

from domain.visits import PageState, Reason

Words = tuple[str, str, str]  # title, heading, text

BOT = (PageState.BLOCKED, Reason.BOT_WALL)
DENIED = (PageState.BLOCKED, Reason.FORBIDDEN)
LIMIT = (PageState.BLOCKED, Reason.RATE_LIMITED)
LOGIN = (PageState.BLOCKED, Reason.LOGIN_WALL)
CONSENT = (PageState.BLOCKED, Reason.CONSENT_WALL)
WORKS = (PageState.ERROR, Reason.MAINTENANCE)
BROKEN = (PageState.ERROR, Reason.SERVER_ERROR)
MISSING = (PageState.SOFT_404, Reason.NOT_FOUND)
PARKED = (PageState.SOFT_404, Reason.PARKED)
SHELL = (PageState.THIN, Reason.SHELL)

ANSWERS: dict[tuple[PageState, Reason], dict[str, Words]] = {
    BOT: {
        "en": ("Just a moment...", "brightvane.example", "Verify you are human by completing the action below."),
        "fr": ("Un instant…", "brightvane.example", "Vérifiez que vous êtes humain en effectuant l’action ci-dessous."),
        "de": ("Nur einen Moment…", "brightvane.example", "Bestätigen Sie, dass Sie ein Mensch sind."),
        "es": ("Un momento…", "brightvane.example", "Verifique que usted es un ser humano."),
        "ja": ("しばらくお待ちください...", "brightvane.example", "人間であることを確認します。"),
        "zh": ("请稍候…", "brightvane.example", "请完成以下操作，验证您是真人。"),
    },
    DENIED: {
        "en": ("Access Denied", "Access Denied", "You don't have permission to access this page on this server."),
        "fr": ("Accès refusé", "Accès refusé", "Vous n'êtes pas autorisé à accéder à cette page."),
        "de": ("Zugriff verweigert", "Zugriff verweigert", "Sie haben keine Berechtigung für diese Seite."),
        "es": ("Acceso denegado", "Acceso denegado", "No tiene permiso para acceder a esta página."),
        "ja": ("アクセスが拒否されました", "アクセスが拒否されました", "このページにアクセスする権限がありません。"),
        "zh": ("访问被拒绝", "访问被拒绝", "您没有权限访问此页面。"),
    },
    LIMIT: {
        "en": ("Too Many Requests", "Too Many Requests", "You have sent too many requests. Try again in a minute."),
        "fr": ("Trop de requêtes", "Trop de requêtes", "Vous avez envoyé trop de requêtes."),
        "de": ("Zu viele Anfragen", "Zu viele Anfragen", "Bitte versuchen Sie es später noch einmal."),
        "es": ("Demasiadas solicitudes", "Demasiadas solicitudes", "Ha enviado demasiadas solicitudes."),
        "ja": ("リクエストが多すぎます", "リクエストが多すぎます", "しばらくしてからもう一度お試しください。"),
        "zh": ("请求过于频繁", "请求过于频繁", "您的请求过于频繁，请稍后再试。"),
    },
    LOGIN: {
        "en": ("Sign in | Brightvane", "Sign in to your account", "Email Password Forgot your password?"),
        "fr": ("Connexion | Brightvane", "Connectez-vous à votre compte", "Adresse e-mail Mot de passe oublié ?"),
        "de": ("Anmelden | Brightvane", "Melden Sie sich an", "E-Mail Passwort vergessen?"),
        "es": ("Iniciar sesión | Brightvane", "Inicie sesión en su cuenta", "Correo ¿Olvidó su contraseña?"),
        "ja": ("ログイン | Brightvane", "ログイン", "メールアドレス パスワードをお忘れですか"),
        "zh": ("登录 | Brightvane", "登录您的账户", "邮箱 忘记密码？"),
    },
    CONSENT: {
        "en": ("Brightvane", "Before you continue", "We use cookies and data to deliver our services. Accept all"),
        "fr": ("Brightvane", "Avant d’accéder à Brightvane", "Nous utilisons des cookies. Tout accepter Tout refuser"),
        "de": ("Brightvane", "Bevor Sie fortfahren", "Wir verwenden Cookies und Daten. Alle akzeptieren"),
        "es": ("Brightvane", "Antes de continuar", "Usamos cookies y datos para ofrecer servicios. Aceptar todo"),
        "ja": ("Brightvane", "続行する前に", "当社は Cookie とデータを使用します。 すべて同意"),
        "zh": ("Brightvane", "继续之前", "我们使用 Cookie 和数据提供服务。 全部接受"),
    },
    WORKS: {
        "en": ("Brightvane", "Down for maintenance", "We will be back shortly. Thank you for your patience."),
        "fr": ("Brightvane", "Site en maintenance", "Nous serons de retour très bientôt."),
        "de": ("Brightvane", "Wartungsarbeiten", "Wir sind in Kürze wieder für Sie da."),
        "es": ("Brightvane", "Sitio en mantenimiento", "Volveremos muy pronto."),
        "ja": ("Brightvane", "ただいまメンテナンス中です", "ご不便をおかけして申し訳ございません。"),
        "zh": ("Brightvane", "网站维护中", "我们很快就会回来。"),
    },
    BROKEN: {
        "en": ("Error", "Internal Server Error", "The server met a problem and could not answer."),
        "fr": ("Erreur", "Erreur interne du serveur", "Le serveur a rencontré un problème."),
        "de": ("Fehler", "Interner Serverfehler", "Der Server konnte die Anfrage nicht beantworten."),
        "es": ("Error", "Error interno del servidor", "El servidor encontró un problema."),
        "ja": ("エラー", "サーバー内部エラー", "サーバーで問題が発生しました。"),
        "zh": ("错误", "服务器内部错误", "服务器遇到问题，无法完成请求。"),
    },
    MISSING: {
        "en": ("Page not found", "Page not found", "The page you are looking for may have been moved."),
        "fr": ("Page introuvable", "Oups, page introuvable", "La page que vous cherchez n'existe plus."),
        "de": ("Seite nicht gefunden", "Seite nicht gefunden", "Die gesuchte Seite gibt es nicht mehr."),
        "es": ("Página no encontrada", "Página no encontrada", "La página que busca ya no existe."),
        "ja": ("ページが見つかりません", "お探しのページは見つかりませんでした", "削除された可能性があります。"),
        "zh": ("页面不存在", "抱歉，您访问的页面不存在", "页面可能已被删除。"),
    },
    PARKED: {
        "en": ("brightvane.example", "This domain is for sale", "Buy this domain. Get a price in less than a day."),
        "fr": ("brightvane.example", "Ce nom de domaine est à vendre", "Achetez ce domaine."),
        "de": ("brightvane.example", "Diese Domain steht zum Verkauf", "Jetzt diese Domain kaufen."),
        "es": ("brightvane.example", "Este dominio está en venta", "Compre este dominio."),
        "ja": ("brightvane.example", "このドメインは売り出し中です", "ドメインを購入"),
        "zh": ("brightvane.example", "此域名正在出售", "购买此域名"),
    },
    SHELL: {
        "en": ("Brightvane", "", "You need to enable JavaScript to run this app."),
        "fr": ("Brightvane", "", "Veuillez activer JavaScript pour utiliser cette application."),
        "de": ("Brightvane", "", "Bitte JavaScript aktivieren, um diese Anwendung zu nutzen."),
        "es": ("Brightvane", "", "Necesita habilitar JavaScript para usar esta aplicación."),
        "ja": ("Brightvane", "", "このアプリを使うには JavaScript を有効にしてください。"),
        "zh": ("Brightvane", "", "您需要启用 JavaScript 才能运行此应用。"),
    },
}


def page_of(answer: Words, language: str) -> str:
    """The answer as a page of its site, with the usual menu and footer."""
    title, heading, text = answer
    top = f"<h1>{heading}</h1>" if heading else ""
    return (
        f'<html lang="{language}"><head><title>{title}</title></head><body>'
        '<header><nav><a href="/">Brightvane</a></nav></header>'
        f"<main>{top}<p>{text}</p></main><footer><p>© 2026 Brightvane</p></footer></body></html>"
    )


# What hosts, guards and shops of many sites answer word for word, or nearly so.
COMMON: tuple[tuple[PageState, Reason, Words], ...] = (
    (*BOT, ("", "", "Request unsuccessful. Incapsula incident ID: 877000410-45")),
    (*BOT, ("One moment, please...", "Please wait while your request is being verified...", "")),
    (*BOT, ("brightvane.example", "", "Please enable JS and disable any ad blocker")),
    (*BOT, ("brightvane.example", "", "Please turn JavaScript on and reload the page.")),
    (*DENIED, ("Access denied | brightvane.example", "Error 1020", "The owner of this site refuses you.")),
    (*DENIED, ("Brightvane", "451: Unavailable due to legal reasons", "You seem to come from another country.")),
    (*LIMIT, ("Brightvane", "You are now in line", "Your estimated wait time is 4 minutes.")),
    (*LOGIN, ("Session expired", "Your session has expired", "Please log in again.")),
    (*CONSENT, ("Brightvane", "Are you over 18?", "You must be of legal drinking age to enter this site. Yes No")),
    (*MISSING, ("Brightvane", "Oops! That page can’t be found.", "Maybe try a search?")),
    (*MISSING, ("Brightvane", "We can't find the page you're looking for", "Head back home.")),
    (*MISSING, ("Brightvane", "Diese Seite existiert leider nicht mehr", "Zurück zur Startseite")),
    (*PARKED, ("brightvane.example", "", "This Web page is parked for FREE, courtesy of its registrar")),
    (*PARKED, ("Welcome to nginx!", "Welcome to nginx!", "If you see this page, the server works.")),
    (*PARKED, ("Account Suspended", "Account Suspended", "Contact your hosting provider for more information.")),
    (*WORKS, ("Brightvane", "Website under construction", "Come back in a while.")),
    (*WORKS, ("Brightvane", "Sorry, this store is currently unavailable.", "")),
    (*BROKEN, ("Brightvane › Error", "", "There has been a critical error on this website.")),
    (*BROKEN, ("brightvane.example | 522: Connection timed out", "Connection timed out Error code 522", "")),
)
LONGER = (
    "We are sorry for the trouble this causes you, and would be glad to see you again on one of the many other pages "
    "of this site, which you find in the menu above and in the list of all pages at its foot; thank you for coming."
)
