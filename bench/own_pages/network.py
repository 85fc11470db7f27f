"""Whom a company works with: integrations, partners, customers, certificates, events, stories."""

from bench.own_pages.frame import footer, mega_menu, plain_menu
from bench.own_pages.furniture import around, head, icon
from bench.own_pages.visit import Content, Visit, each, numbered

APPS: Content = {
    "apps": [
        ["Mailwren", "E-mail", "Send campaigns from a segment."],
        ["Tabulon", "Forms", "Turn answers into contacts."],
        ["Ledgerly", "Accounting", "Invoices and payments both ways."],
        ["Huddleboard", "Projects", "A board for every deal."],
        ["Callisto Voice", "Telephony", "Calls logged by themselves."],
        ["Stockpile", "Inventory", "Stock levels on the quote."],
        ["Signet", "Signature", "Contracts signed without leaving."],
    ]
}


def integrations(v: Visit, c: Content) -> str:
    """A searchable directory: cards of apps, categories with counts, installs, a featured app of the day."""
    kinds = sorted({app[1] for app in c["apps"]})
    filters = each(
        kinds,
        lambda k: (
            f'<li><label><input type="checkbox">{k} <span>({sum(a[1] == k for a in c["apps"])})</span></label></li>'
        ),
    )
    cards = each(
        v.order("shuffle", c["apps"]),
        lambda a: (
            f'<a class="app-card" href="/integrations/{a[0].lower().replace(" ", "-")}" '
            f'data-key="{v.token("build", a[0], 7)}">'
            f'<img src="/icons/{v.token("assets", a[0], 12)}.svg" alt=""><div class="app-name">{a[0]}</div>'
            f'<div class="app-cat">{a[1]}</div><p>{a[2]}</p><span '
            f'class="installs">{v.number("counter", 900, 99000, a[0]):,}'
            " installs</span></a>"
        ),
    )
    featured = v.vary("carousel", "Tabulon", "Signet")
    return f"""{head(v, f"Integrations – {v.company}")}<body>{mega_menu(v)}<main id="main" class="layout">
<h1>Integrations</h1>
<div class="spotlight"><small>Featured today</small> <b>{featured}</b></div><div class="sidebar"><ul>{filters}</ul>
</div>
<input type="search" placeholder="Search {len(c["apps"])} integrations"><div class="directory">{cards}</div></main>
{footer(v)}{around(v)}</body></html>"""


PARTNERS: Content = {
    "tiers": [
        ["Premier partners", ["Ashgrove Consulting", "Bravely Digital", "Nordhus IT"]],
        ["Advanced partners", ["Kolibri Systems", "Quay & Sons", "Tandem Data", "Vantis Group"]],
        ["Registered partners", ["Eberle Software", "Maison Numérique", "Pixelhaus", "Redwood Advisors"]],
    ]
}


def partner_tiers(v: Visit, c: Content) -> str:
    """Partners by tier: logos with names below, a region picker, an enquiry form with a captcha key."""
    tiers = each(
        c["tiers"],
        lambda t: (
            f'<section class="tier"><h2>{t[0]}</h2><div class="logos">'
            + each(
                t[1],
                lambda n: (
                    f'<figure><img src="/logos/{v.token("assets", n, 16)}.png" alt="{n}" width="160"><figcaption>{n}'
                    "</figcaption></figure>"
                ),
            )
            + "</div></section>"
        ),
    )
    return f"""{head(v, f"Partners | {v.company}")}<body>
<div class="region-bar">{v.vary("geo", "Global", "You are in: Benelux")}
</div>{mega_menu(v)}<main id="main"><h1>Our partners</h1><p>Certified to install, adapt and support what we
make.</p>{tiers}
<form id="enquiry" data-sitekey="{v.token("csrf", "captcha", 40)}"><h2>Become a partner</h2><input name="company">
<button>Send</button></form>
</main>{footer(v)}{around(v)}</body></html>"""


LOGOS: Content = {
    "names": [
        "Ostrava Rail", "Pennine Water", "Luzerner Versicherung", "Bahia Foods", "Kumo Airlines", "Grenier Cosmetics",
        "Tallow & Wick", "Port of Varna",
    ],
    "story": "Pennine Water answers 40% more calls with the same staff.",
}  # fmt: skip


def logo_wall(v: Visit, c: Content) -> str:
    """A marquee of logos, twice over for the loop; names only in alt texts; a live count of messages."""
    images = each(
        v.order("shuffle", c["names"]),
        lambda n: (
            f'<img class="logo" src="https://cdn.example/{v.token("assets", n, 20)}.svg" alt="{n}" loading="lazy">'
        ),
    )
    sent = f"{v.number('counter', 10**9, 9 * 10**9):,}"
    return f"""{head(v, f"Customers – {v.company}")}<body>{plain_menu(v, ("Product", "Customers", "Pricing"))}<main>
<h1>Customers</h1><p class="counter"><span data-count="{sent}">{sent}</span> messages answered so far</p>
<div class="marquee"><div class="track">{images}</div><div class="track" aria-hidden="true">{images}</div></div>
<a class="story" href="/customers/story"><h2>{c["story"]}</h2><span>Read the story</span></a>
</main>{footer(v)}{around(v)}</body></html>"""


TRUST: Content = {
    "badges": ["ISO 27001:2022", "SOC 2 Type II", "GDPR"],
    "subprocessors": [
        ["Norvane Cloud GmbH", "Hosting", "Germany"],
        ["Mailwren Inc.", "Delivery of e-mail", "United States"],
        ["Ticketfox Ltd", "Support desk", "Ireland"],
    ],
    "audit": (
        "The last penetration test was made in November 2025 by Greyfinch Security. Its summary is sent on request."
    ),
}


def trust_center(v: Visit, c: Content) -> str:
    """A trust centre: badges as images with alt texts, controls with green dots, a table of subprocessors."""
    badges = each(
        c["badges"],
        lambda b: (
            f'<div class="badge"><img src="/b/{v.token("assets", b, 8)}.png" alt="{b} badge"><span>{b}</span></div>'
        ),
    )
    rows = each(c["subprocessors"], lambda r: f"<tr>{each(r, lambda x: f'<td>{x}</td>')}</tr>")
    controls = each(
        ("Encryption at rest", "Access reviews every quarter", "Backups tested", "Background checks"),
        lambda n: (
            f"<li>{icon(v, n)}<span>{n}</span> <em>Updated "
            f"{v.vary('relative', '3 minutes ago', 'an hour ago')}</em></li>"
        ),
    )
    return f"""{head(v, f"{v.company} trust center")}<body>
<div class="tc-shell" data-tenant="{v.token("build", "tenant")}">
<div class="tc-header"><h1>{v.company} trust center</h1><button>Request access</button></div>
<section><h2>Compliance</h2><div class="badges">{badges}</div></section><section><h2>Controls</h2><ul>{controls}</ul>
</section>
<section><h2>Subprocessors</h2><table><thead><tr><th>Name</th><th>Purpose</th><th>Location</th></tr></thead>
<tbody>{rows}</tbody>
</table></section><section><h2>Audits</h2><p>{c["audit"]}</p></section></div>{around(v)}
<p>Powered by TrustShelf · {v.vary("year", "2025", "2026")}</p></body></html>"""


EVENTS: Content = {
    "events": [
        ["14 May 2026", "Grid Forum Lisbon", "Booth C12"],
        ["3 June 2026", "Webinar: metering without meters", "Online"],
        ["22 September 2026", "Utility Days Dortmund", "Hall 4"],
    ]
}


def events(v: Visit, c: Content) -> str:
    """Upcoming events as cards with a countdown, a calendar widget showing this month."""
    days = v.vary("clock", "73 days to go", "66 days to go")
    cards = numbered(
        c["events"],
        lambda at, e: (
            f'<div class="event"><div class="event-date">{e[0]}</div><h3>{e[1]}</h3><div>{e[2]}</div>'
            + (f'<div class="countdown">{days}</div>' if at == 0 else "")
            + "</div>"
        ),
    )
    seats = v.number("stock", 12, 90)
    return f"""{head(v, f"Events | {v.company}")}<body>{plain_menu(v, ("Solutions", "Events", "Contact"))}<main>
<h1>Meet us</h1>
<p class="today">Today is {v.vary("clock", "Monday, 2 March", "Monday, 9 March")}</p>{cards}<p>{seats} seats left for
the webinar</p>
</main>{footer(v)}{around(v)}</body></html>"""


STORY: Content = {
    "title": "How Bahia Foods closes its books in two days",
    "body": [
        "Bahia Foods runs eleven plants and four hundred bank accounts.",
        "Before, closing a month took nine working days and three spreadsheets that nobody dared to touch.",
        "With matching rules the team now books 92% of statements without a hand.",
    ],
    "results": [["2 days", "to close a month"], ["92%", "matched by rules"], ["11", "plants on one ledger"]],
}


def case_study(v: Visit, c: Content) -> str:
    """A story with a strip of results, share counts, a swiper of quotes and a rail of related stories."""
    results = each(c["results"], lambda r: f'<div class="stat"><strong>{r[0]}</strong><span>{r[1]}</span></div>')
    rail = v.pick(
        "related",
        [
            "Kumo Airlines pays 60 airports on time",
            "Port of Varna goes paperless",
            "Tallow & Wick: one shop to forty",
            "Ostrava Rail and the 3 a.m. invoice",
            "Grenier Cosmetics in nine currencies",
        ],
        3,
    )
    related = each(
        rail, lambda t: f'<article class="teaser"><a href="/stories/{t[:6].strip()}"><h4>{t}</h4></a></article>'
    )
    quotes = v.order(
        "carousel",
        ["“It just balances.” – Head of finance", "“No more Sundays.” – Controller", "“Boring. Lovely.” – CFO"],
    )
    slides = each(quotes, lambda q: f'<div class="swiper-slide" role="group"><p>{q}</p></div>')
    return f"""{head(v, c["title"])}<body class="single-story">{mega_menu(v)}<article id="main"><h1>{c["title"]}</h1>
<div class="share">{v.number("counter", 10, 900)} shares · {v.number("counter", 900, 9000, "views")} views</div>
<div class="stats">{results}</div>{each(c["body"], lambda p: f"<p>{p}</p>")}</article>
<div class="swiper"><div class="swiper-wrapper">{slides}</div></div><aside class="related"><h3>Related
stories</h3>{related}</aside>
{footer(v)}{around(v)}</body></html>"""
