"""Heads, scripts, pop-ups and other things that stand around the content of real sites."""

from bench.own_pages.visit import Visit

ICON = (
    '<svg class="i" width="20" height="20" viewBox="0 0 24 24" fill="none" aria-hidden="true"><path d="M12 2{a}'
    'l8.6 5v10L12 22l-8.6-5V7L12 2z" stroke="currentColor" stroke-width="1.5"/><path d="M8 12l3 3 5-6"/></svg>'
)
STYLE = """<style>
:root{--brand:#2446d8;--line:#e3e6ef}*{box-sizing:border-box}body{margin:0;font:16px/1.6 Inter,sans-serif}
.container,.wrap{max-width:1180px;margin:0 auto}.grid{display:grid;gap:24px}.btn{background:var(--brand);color:#fff}
.hidden,.sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}
@media (max-width:760px){.desktop{display:none}}@media (min-width:761px){.mobile{display:none}}
</style>"""


def icon(v: Visit, label: str) -> str:
    """An inline drawing, its path with other decimals where "svg" varies."""
    return ICON.replace("{a}", f".{v.number('svg', 10, 99, label)}")


def head(v: Visit, title: str, lang: str = "en", about: str = "", extra: str = "") -> str:
    """An ordinary head: meta tags, hashed assets, tag manager with a nonce."""
    asset, nonce = v.token("assets", length=8), v.token("nonce", length=22)
    return f"""<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{about or title}">
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{v.company}">
<meta name="csrf-token" content="{v.token("csrf", length=40)}">
<link rel="preload" href="/static/fonts/inter.woff2?v={asset}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/static/css/site.{asset}.css">
<script nonce="{nonce}">window.dataLayer=window.dataLayer||[];(function(w,d,s,l,i){{w[l].push({{'gtm.start':
{v.number("build", 1772000000, 1773000000)}}});var f=d.getElementsByTagName(s)[0];}})
(window,document,'script','dataLayer','GTM-5KQ2');</script>
<script nonce="{nonce}" defer src="/static/js/app.{asset}.js"></script>
{extra}{STYLE}
</head>"""


def around(v: Visit) -> str:
    """The pop-ups of a visit: cookie banners of two makes, a chat widget, a newsletter form, an announcement."""
    parts = (
        ("onetrust", ONETRUST),
        ("cookiebot", COOKIEBOT),
        ("chat", CHAT),
        ("newsletter", NEWSLETTER),
        ("survey", SURVEY),
    )
    return "\n".join(text.replace("{session}", v.token("session")) for name, text in parts if v.shows(name))


ONETRUST = """<div id="onetrust-consent-sdk"><div class="onetrust-pc-dark-filter ot-fade-in"></div>
<div id="onetrust-banner-sdk" class="otFlat bottom ot-wo-title" role="region" aria-label="Cookie banner" tabindex="0">
<div class="ot-sdk-container"><div id="onetrust-policy"><div id="onetrust-policy-text">Cookies help us to see how the
site is used, to keep it quick and to
choose what we advertise. With "Accept all cookies" you allow all of them. <a href="/cookies">Cookie policy</a></div>
</div><div id="onetrust-button-group">
<button id="onetrust-pc-btn-handler">Cookie settings</button>
<button id="onetrust-reject-all-handler">Reject all</button>
<button id="onetrust-accept-btn-handler">Accept all cookies</button></div></div></div>
<div id="onetrust-pc-sdk" class="otPcCenter ot-hide" role="dialog" aria-label="Privacy preference center">
<h2>Privacy preference center</h2><p>Here you choose what we may keep on your device.</p>
<h3>Strictly necessary cookies</h3><p>Always active. Without them you cannot log in or fill a cart.</p>
<h3>Performance cookies</h3><p>They tell us which pages are read.</p></div></div>"""

COOKIEBOT = """<div id="CybotCookiebotDialog" name="CybotCookiebotDialog" role="dialog" aria-modal="true" lang="en">
<div class="CybotCookiebotDialogContentWrapper"><div id="CybotCookiebotDialogHeader">
<h2>This website uses cookies</h2></div>
<div id="CybotCookiebotDialogBodyContentText">Some cookies are needed, some count visitors, and some let
our partners show you advertising that fits. You decide which ones we set.</div>
<ul class="CybotCookiebotDialogBodyLevelButtons"><li>Necessary</li><li>Preferences</li><li>Statistics</li>
<li>Marketing</li></ul>
<button id="CybotCookiebotDialogBodyButtonDecline">Deny</button>
<button id="CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll">Allow all</button></div></div>"""

CHAT = """<div id="intercom-container" class="intercom-namespace" data-session="{session}">
<div class="intercom-app" aria-live="polite">
<div class="intercom-lightweight-app-launcher" role="button" aria-label="Open chat"><div class="chat-bubble">
<strong>Mara from support</strong> <span>Hi there! Questions about anything? We typically reply in a few minutes.</span>
</div></div></div></div>"""

NEWSLETTER = """<div class="modal fade newsletter-popup show" id="newsletterModal" role="dialog" aria-modal="true">
<div class="modal-dialog"><div class="modal-content"><button class="close" data-dismiss="modal">×</button>
<h4>Before you go</h4><p>Join 20,000 readers and get one practical letter a month. No spam, unsubscribe whenever.</p>
<form action="/subscribe?s={session}" method="post"><input type="email" placeholder="you@company.example">
<button type="submit">Sign me up</button></form></div></div></div>"""

SURVEY = """<div class="hj-widget _hj_feedback_container" id="_hj-{session}" role="dialog">
<p>How would you rate your experience
today?</p><button>Hate</button><button>Dislike</button><button>Neutral</button><button>Like</button>
<button>Love</button></div>"""
