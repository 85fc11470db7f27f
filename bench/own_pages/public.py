"""What a company says and how it does: press, questions, offices, status, investors, documentation."""

import json

from bench.own_pages.frame import footer, mega_menu, plain_menu
from bench.own_pages.furniture import around, head
from bench.own_pages.visit import Content, Visit, each

PRESS: Content = {
    "items": [
        ["19 Feb 2026", "Brackwater names Delphine Aubry head of Benelux"],
        ["28 Jan 2026", "Brackwater and Port of Varna agree on five more berths"],
        ["11 Dec 2025", "Second crane yard opens in Setúbal"],
        ["4 Nov 2025", "Results for the third quarter"],
    ],
    "contact": "Oonagh Tierney, press office",
}


def press_list(v: Visit, c: Content) -> str:
    """A definition list of dates and headlines, a press contact whose address is scrambled against robots."""
    items = each(
        c["items"],
        lambda i: (
            f"<dt>{i[0]}</dt><dd><a "
            f'href="/press/{i[1][:12].lower().replace(" ", "-")}?cb={v.token("session")}">{i[1]}</a></dd>'
        ),
    )
    mail = v.token("email", length=44)
    return f"""{head(v, f"Press | {v.company}")}<body>{mega_menu(v)}<main id="main"><h1>Press releases</h1>
<dl class="press">{items}</dl>
<aside class="press-contact"><h2>Press contact</h2><p>{c["contact"]}</p><a href="/cdn-cgi/l/email-protection#{mail}">
<span class="__cf_email__" data-cfemail="{mail}">[email&#160;protected]</span></a></aside>
</main>{footer(v)}{around(v)}</body></html>"""


FAQ: Content = {
    "questions": [
        ["How long does delivery take?", "Two to four working days within the country, up to eight abroad."],
        ["Can I send goods back?", "Yes, within 60 days. Return postage is on us."],
        ["Which payments do you take?", "Cards, invoice and instant transfer."],
        ["Do you deliver on Saturdays?", "Yes, in cities above 100,000 people."],
        ["How do I cancel my subscription box?", "In your account, up to two days before the next dispatch."],
    ]
}


def faq_accordion(v: Visit, c: Content) -> str:
    """Answers folded away behind buttons, the same words again in JSON-LD, votes of usefulness."""
    graph = [
        {"@type": "Question", "name": q[0], "acceptedAnswer": {"@type": "Answer", "text": q[1]}} for q in c["questions"]
    ]
    ld = f'<script type="application/ld+json">{json.dumps({"@type": "FAQPage", "mainEntity": graph})}</script>'
    rows = each(
        c["questions"],
        lambda q: (
            f'<div class="accordion-item"><h3><button class="accordion-button collapsed" '
            f'aria-expanded="false" aria-controls='
            f'"c{v.token("ids", q[0], 5)}">{q[0]}</button></h3><div id="c{v.token("ids", q[0], 5)}" '
            f'class="collapse"><p>{q[1]}</p>'
            f"<small>{v.number('counter', 9, 400, q[0])} people found this helpful</small></div></div>"
        ),
    )
    return f"""{head(v, f"Help – {v.company}", extra=ld)}<body>{plain_menu(v, ("Shop", "Help", "Account"))}<main>
<h1>Questions</h1>
<div class="accordion">{rows}</div></main>{footer(v)}{around(v)}</body></html>"""


OFFICES: Content = {
    "offices": [
        ["Headquarters", "Kaivokatu 8, 00100 Helsinki, Finland", "+358 9 555 0142"],
        ["Germany", "Speersort 4, 20095 Hamburg, Germany", "+49 40 555 0187"],
        ["Japan", "2-4-1 Nihonbashi, Chuo-ku, Tokyo", "+81 3 5550 0199"],
    ],
    "hours": "Support answers Monday to Friday, 8:00 to 20:00 CET.",
}


def offices(v: Visit, c: Content) -> str:
    """Addresses as cards, local time by script, a contact form with captcha, hours of support."""
    times = v.vary("clock", "07:58 local time", "08:04 local time")
    cards = each(
        c["offices"],
        lambda o: (
            f'<div class="vcard"><h2 class="fn">{o[0]}</h2><div class="adr">{o[1]}</div><a class="tel" '
            f'href="tel:{o[2]}">{o[2]}</a>'
            f'<div class="now">{times}</div></div>'
        ),
    )
    captcha = v.vary("captcha", "What is 3 + 4?", "What is 8 + 5?")
    return f"""{head(v, f"Contact {v.company}")}<body>{plain_menu(v, ("Products", "About", "Contact"))}<main>
<h1>Contact</h1>{cards}
<p>{c["hours"]}</p><form method="post"><input type="hidden" name="csrfmiddlewaretoken"
value="{v.token("csrf", length=64)}">
<label>Message<textarea></textarea></label><label>{captcha}<input name="captcha"></label><button>Send</button></form>
</main>
{footer(v)}{around(v)}</body></html>"""


STATUS: Content = {
    "parts": [
        ["API", "Operational"],
        ["Dashboard", "Operational"],
        ["Webhooks", "Operational"],
        ["Reports", "Operational"],
    ],
    "days": [["Mar 1, 2026", "No incidents reported."], ["Feb 28, 2026", "No incidents reported."]],
    "headline": "All systems operational",
}


def status_page(v: Visit, c: Content) -> str:
    """A hosted status page: parts, uptime bars of ninety days, past incidents, time of refresh."""
    bars = each(range(30), lambda n: f'<rect height="34" width="3" x="{n * 5}" fill="#2fcc66" class="day-{n}"></rect>')
    parts = each(
        c["parts"],
        lambda p: (
            f'<div class="component-inner-container" data-component-id="{v.token("build", p[0], 12)}"><span '
            f'class="name">{p[0]}</span>'
            f'<span class="component-status">{p[1]}</span><svg class="availability">{bars}</svg>'
            f'<span class="uptime">{99 + v.number("stock", 900, 980, p[0]) / 1000:.2f} % uptime</span></div>'
        ),
    )
    days = each(c["days"], lambda d: f'<div class="status-day"><div class="date">{d[0]}</div><p>{d[1]}</p></div>')
    return f"""{head(v, f"{v.company} status")}<body class="status index status-none"><div class="layout-content">
<div class="masthead"><a href="/">{v.company}</a></div><div class="page-status"><span
class="status">{c["headline"]}</span></div>
<p class="refreshed">Refreshed {v.vary("relative", "12 seconds ago", "47 seconds ago")}</p>{parts}
<h2>Past incidents</h2>{days}</div>{footer(v)}{around(v)}</body></html>"""


INVESTORS: Content = {
    "figures": [["Revenue", "€412m", "+9%"], ["EBITDA", "€71m", "+12%"], ["Employees", "2,140", "+3%"]],
    "calendar": [
        ["26 March 2026", "Annual report 2025"],
        ["7 May 2026", "First quarter"],
        ["20 May 2026", "Annual meeting"],
    ],
}


def investors(v: Visit, c: Content) -> str:
    """Key figures as tiles, a share price that moves, a financial calendar."""
    tiles = each(c["figures"], lambda f: f'<div class="kpi"><span>{f[0]}</span><b>{f[1]}</b><i>{f[2]}</i></div>')
    dates = each(c["calendar"], lambda d: f"<tr><td>{d[0]}</td><td>{d[1]}</td></tr>")
    price, move = v.number("ticker", 1800, 2600) / 100, v.number("ticker", 10, 99, "move")
    return f"""{head(v, f"Investors | {v.company}")}<body>{mega_menu(v)}<main id="main"><h1>Investors</h1>
<div class="ticker" data-symbol="BRW"><span>BRW</span> <span class="last">€{price:.2f}</span> <span
class="up">+0.{move}%</span>
<small>Delayed by 15 minutes, {v.vary("ticker", "2 Mar 17:35", "9 Mar 17:35")}</small></div><h2>2025 at a glance</h2>
<div class="kpis">{tiles}</div><h2>Calendar</h2><table>{dates}</table></main>{footer(v)}{around(v)}</body></html>"""


GUIDE: Content = {
    "version": "v12 (latest)",
    "intro": "A webhook tells your server that something has happened.",
    "steps": [
        "Create an endpoint that answers within 10 seconds.",
        "Check the signature in the X-Signature header.",
        "Answer with status 200. Any other status counts as a failure.",
    ],
    "retry": "A failed delivery is tried again up to 5 times over 24 hours.",
    "code": "if not hmac.compare_digest(expected, request.headers['X-Signature']):\n    abort(401)",
}


def guide(v: Visit, c: Content) -> str:
    """A developer guide: version picker, code, edit link, was-this-helpful, previous and next."""
    steps = each(c["steps"], lambda s: f"<li>{s}</li>")
    side = each(
        ("Start", "Keys", "Webhooks", "Paging", "Errors"), lambda n: f'<a class="toc" href="/docs/{n.lower()}">{n}</a>'
    )
    return f"""{head(v, f"Webhooks · {v.company} developers")}<body>
<div class="md-container" data-md-color-scheme="default">
<div class="md-version">{c["version"]}</div><div
class="md-sidebar">{side}</div>
<article class="md-content__inner md-typeset"><a class="md-edit"
href="https://git.example/edit/{v.token("build", length=40)}">Edit</a>
<h1>Webhooks</h1><p>{c["intro"]}</p><h2>Set up</h2><ol>{steps}</ol><h2>Retries</h2><p>{c["retry"]}</p>
<div class="highlight"><pre><span></span><code>{c["code"]}</code></pre></div>
<div class="feedback">Was this page helpful? {v.number("counter", 4, 90)} of {v.number("counter", 91, 140, "of")}
found it helpful</div>
<div class="contributors">Contributors: <img alt="@mkl" src="/a/{v.token("assets", "mkl")}"></div></article></div>
{footer(v)}{around(v)}</body></html>"""
