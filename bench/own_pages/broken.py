"""Answers that are no page: walls, apologies and shells, each with status 200, and the pairs that meet them."""

from functools import partial

from bench.own_pages import company, network, pricing_cards, pricing_tables, product, public
from bench.own_pages.frame import footer, mega_menu, plain_menu
from bench.own_pages.furniture import head
from bench.own_pages.pair import Answer, Pair, lost
from bench.own_pages.visit import Content, Visit


def login(v: Visit, c: Content) -> str:
    return f"""{head(v, f"Sign in · {v.company}")}<body class="auth"><div class="auth-card"><h1>Sign in to
{v.company}</h1>
<p>You must be signed in to view this page.</p><form method="post" action="/session"><input type="hidden"
name="authenticity_token"
value="{v.token("csrf", length=64)}"><label>E-mail<input type="email" name="email"></label><label>Password<input
type="password"
name="password"></label><button>Sign in</button></form><a href="/password/reset">Forgot your password?</a>
<a href="/signup">Create an account</a></div></body></html>"""


def soft_404(v: Visit, c: Content) -> str:
    return f"""{head(v, f"Page not found | {v.company}")}<body>{mega_menu(v)}<main id="main"><h1>Oops! Page not
found</h1>
<p>The page you are looking for has moved or no longer exists.</p><form action="/search"><input name="q"></form>
<ul><li><a href="/">Back to the home page</a></li><li><a href="/contact">Contact support</a></li></ul>
</main>{footer(v)}</body></html>"""


def maintenance(v: Visit, c: Content) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><title>{v.company} – be right back</title></head><body>
<img src="/wrench.svg" alt="">
<h1>We’ll be back soon</h1><p>{v.company} is down for scheduled maintenance until about 09:00 UTC. Thank you for your
patience.</p>
</body></html>"""


def consent_wall(v: Visit, c: Content) -> str:
    return f"""{head(v, f"{v.company} – your privacy")}<body class="consent-only"><div class="cmp-wall"><h1>Before
you continue</h1>
<p>We and our 182 partners store and read information on your device. To read this site, accept cookies or take out a
subscription.
</p><button>Accept all and continue</button><button>Continue without advertising for €2.99 a month</button>
<a href="/consent/settings">Manage settings</a></div></body></html>"""


def bot_wall(v: Visit, c: Content) -> str:
    return f"""<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title>
<meta name="robots" content="noindex,nofollow">
</head><body class="no-js"><div class="main-wrapper"><h1 class="zone-name-title">{v.site[8:]}</h1><h2>Verifying you
are human.
This may take a few seconds.</h2><div id="challenge-stage"></div><noscript>Enable JavaScript and cookies to
continue</noscript>
<div class="ray-id">Ray ID: <code>{v.token("nonce", "ray", 16)}</code></div></div><script>window._cf_chl_opt={{cRay:
"{v.token("nonce", "ray", 16)}",cType:"managed"}};</script></body></html>"""


def press_and_hold(v: Visit, c: Content) -> str:
    return f"""<!DOCTYPE html><html><head><title>Access to this page has been denied</title></head><body>
<div class="px-captcha">
<h1>Before we continue...</h1><p>Press &amp; Hold to confirm you are a human (and not a bot).</p><p>Reference ID
{v.token("nonce", "px", 32)}</p></div></body></html>"""


def shell(v: Visit, c: Content) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{v.company}</title>
<link rel="stylesheet"
href="/assets/index-{v.token("assets")}.css"></head><body><noscript>You need to enable JavaScript to run this
app.</noscript>
<div id="root"></div><script type="module" src="/assets/index-{v.token("assets")}.js"></script></body></html>"""


def parked(v: Visit, c: Content) -> str:
    name = v.site[8:]
    return f"""<!DOCTYPE html><html><head><title>{name} is for sale</title></head><body><h1>{name}</h1><p>This domain
may be for sale.
</p><a href="https://domains.example/buy?d={name}&amp;t={v.token("session")}">Inquire about this domain</a><ul
class="related">
<li>Related searches</li><li>Business software</li><li>Cheap flights</li><li>Car insurance</li></ul>
<p>The links above are advertising and come from others.</p></body></html>"""


def error_text(v: Visit, c: Content) -> str:
    return f"""<html><head><title>Error</title></head><body><h1>Application error: a server-side exception has
occurred</h1>
<p>An unexpected error occurred. Please try again later.</p><pre>Digest: {v.number("nonce", 10**8, 10**9)}</pre>
</body></html>"""


def database(v: Visit, c: Content) -> str:
    return f"""<!DOCTYPE html><html><head><title>Database Error</title></head><body id="error-page">
<div class="wp-die-message">
<h1>Error establishing a database connection</h1></div><!-- {v.token("nonce")} --></body></html>"""


def too_many(v: Visit, c: Content) -> str:
    return f"""<!DOCTYPE html><html><head><title>Too many requests</title></head><body><h1>Slow down</h1><p>You have
sent too many
requests from 198.51.100.{v.number("nonce", 2, 250)}. Please wait a while and try again.</p></body></html>"""


def elsewhere(v: Visit, c: Content) -> str:
    return f"""{head(v, v.company)}<body>{plain_menu(v, ("Home", "Contact"))}<main><h1>Not available in your region</h1>
<p>Sorry, this content is not available in your country or region.</p></main>{footer(v)}</body></html>"""


def jobs_loading(v: Visit, c: Content) -> str:
    return company.job_board(v, {"groups": [["Loading openings…", []]]})


def prices_loading(v: Visit, c: Content) -> str:
    return pricing_cards.card_toggle(v, {**c, "plans": [[p[0], p[1], "--", "--", p[4]] for p in c["plans"]]})


def list_failed(v: Visit, c: Content) -> str:
    return f"""{head(v, f"Integrations – {v.company}")}<body>{mega_menu(v)}<main id="main" class="layout">
<h1>Integrations</h1>
<div class="directory"><div role="alert">Something went wrong while loading. <button>Try again</button></div></div>
</main>
{footer(v)}</body></html>"""


PARTLY = Answer(says="A part of the page has not loaded.", state=("ok", "thin", "error"))
wall = partial(Pair, noise="session csrf")
PAIRS = (
    wall(id="broken-login", page="pricing cards", company="Gatewell", path="/pricing", shape=pricing_cards.card_toggle,
         content=pricing_cards.TOGGLE, broken=login, answer=lost("login_wall", "blocked")),
    wall(id="broken-soft-404", page="integrations", company="Linkwell", path="/apps", shape=network.integrations,
         content=network.APPS, broken=soft_404, answer=lost("not_found", "soft_404", "gone")),
    wall(id="broken-maintenance", page="status", company="Pingwell", path="/", shape=public.status_page,
         content=public.STATUS, broken=maintenance, answer=lost("maintenance", "error", "blocked", "thin")),
    wall(id="broken-consent", page="press", company="Presswell", path="/press", shape=public.press_list,
         content=public.PRESS, broken=consent_wall, answer=lost("consent_wall", "blocked")),
    wall(id="broken-bot", page="pricing table", company="Tablewell", path="/pricing", shape=pricing_tables.plan_matrix,
         content=pricing_tables.MATRIX, broken=bot_wall, answer=lost("bot_wall", "blocked")),
    wall(id="broken-hold", page="shop", company="Cartwell", path="/collections/all", shape=pricing_cards.shop,
         content=pricing_cards.SHOP, broken=press_and_hold, answer=lost("bot_wall", "blocked")),
    wall(id="broken-shell", page="roadmap", company="Boardwell", path="/roadmap", shape=product.roadmap,
         content=product.ROADMAP, broken=shell, answer=lost("shell", "thin")),
    wall(id="broken-parked", page="leadership", company="Namewell", path="/team", shape=company.team_cards,
         content=company.TEAM, broken=parked, answer=lost("parked", "gone", "error", "soft_404")),
    wall(id="broken-exception", page="job cards", company="Hirewell", path="/careers", shape=company.job_cards,
         content=company.CARDS, broken=error_text, answer=lost("server_error", "error", "thin")),
    wall(id="broken-database", page="page-builder pricing", company="Gymwell", path="/memberships/",
         shape=pricing_cards.elementor, content=pricing_cards.ELEMENTOR, broken=database,
         answer=lost("server_error", "error", "thin")),
    wall(id="broken-rate-limited", page="job board", company="Jobwell", path="/jobs", shape=company.job_board,
         content=company.JOBS, broken=too_many, answer=lost("rate_limited", "blocked")),
    wall(id="broken-region", page="investors", company="Sharewell", path="/investors", shape=public.investors,
         content=public.INVESTORS, broken=elsewhere, answer=lost("forbidden", "blocked", "thin")),
    wall(id="broken-back-from-login", page="trust", company="Trustwell", path="/trust", shape=network.trust_center,
         content=network.TRUST, broken=login, broken_first=True, answer=Answer(says="The page is back.")),
    wall(id="broken-back-from-bot", page="tool list", company="Toolwell", path="/ai-tools", shape=product.tool_list,
         content=product.TOOLS, broken=bot_wall, broken_first=True, answer=Answer(says="The page is back.")),
    wall(id="broken-jobs-loading", page="job board", company="Crewwell", path="/jobs", shape=company.job_board,
         content=company.JOBS, broken=jobs_loading, answer=PARTLY),
    wall(id="broken-prices-loading", page="pricing cards", company="Planwell", path="/pricing",
         shape=pricing_cards.card_toggle, content=pricing_cards.TOGGLE, broken=prices_loading, answer=PARTLY),
    wall(id="broken-list-failed", page="integrations", company="Plugwell", path="/integrations",
         shape=network.integrations, content=network.APPS, broken=list_failed, answer=PARTLY),
)  # fmt: skip
