"""Shapes written last and tuned on by nobody: bookings, code, courses, phone tariffs, stock grids, an app, a forum."""

from bench.own_pages.frame import footer, mega_menu, plain_menu
from bench.own_pages.furniture import around, head
from bench.own_pages.visit import Content, Visit, each, numbered

ROOMS: Content = {
    "rooms": [
        ["Focus booth", "1 person", "£9", "an hour"],
        ["Meeting room Elm", "6 people", "£32", "an hour"],
        ["Studio with light", "10 people", "£210", "a day"],
        ["Event floor", "80 people", "£1,150", "a day"],
    ],
    "terms": "Free cancellation up to 48 hours before. Coffee is included.",
}


def rooms(v: Visit, c: Content) -> str:
    """Bookable rooms with what booking sites add to hurry people."""
    ago = v.vary("hurry", "Last booked 14 minutes ago", "Last booked 2 hours ago")

    def card(r: list[str]) -> str:
        looked = v.number("lookers", 4, 60, r[0])
        return f"""<li class="listing" itemscope><h3 itemprop="name">{r[0]}</h3><span>{r[1]}</span>
<strong itemprop="price">{r[2]}</strong> <span>{r[3]}</span><em class="urgency">{ago}</em>
<em class="urgency">{looked} others looked at it this week</em></li>"""

    return f"""{head(v, f"Rooms | {v.company}")}<body>{plain_menu(v, ("Rooms", "Locations", "Members"))}<main>
<h1>Rooms by the hour</h1><ul class="listings">{each(v.order("sorted", c["rooms"]), card)}</ul><p>{c["terms"]}</p>
</main>
{footer(v)}{around(v)}</body></html>"""


REPO: Content = {
    "about": "A queue that survives a power cut, in one file.",
    "licence": "Apache-2.0",
    "releases": [
        ["v3.2.0", "Consumer groups"],
        ["v3.1.4", "Fixes a leak on reconnect"],
        ["v3.1.0", "Delayed messages"],
    ],
}


def repository(v: Visit, c: Content) -> str:
    """A page of a code host: stars, forks, the last commit, releases."""
    stars, forks = f"{v.number('lookers', 2000, 9000, 'stars'):,}", v.number("lookers", 100, 900, "forks")
    commit, ago = v.token("build", "commit", 7), v.vary("hurry", "committed 3 hours ago", "committed yesterday")
    rows = each(c["releases"], lambda r: f'<li><a href="/releases/tag/{r[0]}">{r[0]}</a> <span>{r[1]}</span></li>')
    return f"""{head(v, f"{v.company}/queue")}<body class="logged-out env-production">
<div class="Layout">{plain_menu(v, ("Code", "Issues"))}
<div class="Layout-main"><h1>{v.company} queue</h1><div class="commit-tease"><code>{commit}</code>
<relative-time>{ago}</relative-time></div>
<p class="f4">{c["about"]}</p></div><div class="Layout-sidebar"><ul><li>{c["licence"]} license</li><li><b>{stars}</b>
stars</li>
<li><b>{forks}</b> forks</li></ul><h2>Releases</h2><ul>{rows}</ul></div></div>{footer(v)}{around(v)}</body></html>"""


COURSES: Content = {
    "courses": [
        ["Bookkeeping from zero", "€149", "6 weeks"],
        ["Payroll law in practice", "€390", "3 days"],
        ["Closing a month", "€220", "2 days"],
        ["Consolidation", "€690", "5 days"],
    ]
}


def courses(v: Visit, c: Content) -> str:
    """A catalogue: ratings, people enrolled, days to the next start, a teacher of the week."""
    start = v.vary("hurry", "Starts in 5 days", "Starts tomorrow")

    def card(k: list[str]) -> str:
        marks, people = v.number("lookers", 200, 4000, k[0]), v.number("lookers", 900, 9000, "p" + k[0])
        return f"""<article class="tile"><h2>{k[0]}</h2><p>{k[2]}, <b>{k[1]}</b></p><p>4.6 ({marks:,} ratings)</p>
<p>{people:,} enrolled</p><p class="next">{start}</p></article>"""

    teacher = v.vary("rotating", "Teacher of the week: Ulla Brahe", "Teacher of the week: Piotr Zając")
    return f"""{head(v, f"Courses | {v.company}")}<body>{mega_menu(v)}<div id="content">
<h1>Courses</h1>{each(c["courses"], card)}
<div class="spot">{teacher}</div></div>{footer(v)}{around(v)}</body></html>"""


FORFAITS: Content = {
    "forfaits": [
        ["Forfait 20 Go", "7", "99", "pendant 12 mois puis 12,99 €"],
        ["Forfait 100 Go", "12", "99", "sans condition de durée"],
        ["Forfait 5G 250 Go", "19", "99", "pendant 12 mois puis 29,99 €"],
    ],
    "legal": "Appels illimités vers les mobiles et les fixes. Offres valables jusqu'au 31 mars 2026.",
}


def forfaits(v: Visit, c: Content) -> str:
    """Mobile tariffs on a Nuxt page: euros and cents in pieces, the terms in small print, customers' voices."""
    scope = f"data-v-{v.token('classes', 'nuxt', 8)}"
    cards = each(
        c["forfaits"],
        lambda f: (
            f'<div {scope} class="offer"><div {scope} class="offer__name">{f[0]}</div><div {scope} '
            f'class="offer__price"><span>{f[1]}</span>'
            f"<sup>,{f[2]}</sup><sub>€/mois</sub></div><div {scope}>{f[3]}</div></div>"
        ),
    )
    voice = v.vary(
        "rotating",
        "Nadia, Lille : « Zéro coupure depuis un an. »",
        "Hugo, Brest : « Résilié l'ancien en deux minutes. »",
    )
    rid, ts = v.token("session"), v.number("build", 10**9, 2 * 10**9)
    state = f'<script>window.__NUXT__={{state:{{rid:"{rid}",ts:{ts}}}}}</script>'
    return f"""{head(v, f"Forfaits mobiles | {v.company}", "fr")}<body><div id="__nuxt">
<div {scope} class="layout">
<h1>Nos forfaits</h1>
{cards}<p {scope}>{c["legal"]}</p><div {scope} class="voices">{voice}</div></div>
</div>{state}{footer(v, "fr")}{around(v)}</body></html>"""


STOCK: Content = {
    "rows": [
        ["4711-08", "Hex bolt M8 x 40, A2", "12.40"],
        ["4711-10", "Hex bolt M10 x 50, A2", "18.90"],
        ["5120-03", "Washer 8.4, zinc", "2.15"],
        ["6200-01", "Threaded rod M8, 1 m", "3.80"],
        ["7010-22", "Lock nut M10, A4", "9.60"],
    ],
    "terms": "Prices per 100 pieces, excluding VAT, valid until further notice.",
}


def stock_grid(v: Visit, c: Content) -> str:
    """A wholesaler's grid with levels of stock, post-back links and the time of the last sync."""
    rows = numbered(
        c["rows"],
        lambda at, r: (
            f"<tr class=\"grid-row\" onclick=\"__doPostBack('g${at}','{v.token('session', r[0])}')\">"
            f"<td>{r[0]}</td><td>{r[1]}</td>"
            f"<td>{r[2]}</td><td>{v.number('lookers', 100, 9000, r[0]):,} in stock</td></tr>"
        ),
    )
    sync = v.vary("hurry", "Stock synchronised 02.03.2026 05:45", "Stock synchronised 09.03.2026 05:45")
    return f"""{head(v, f"Fasteners | {v.company}")}<body>
<form id="aspnetForm">{plain_menu(v, ("Shop", "Catalogue", "Contact"))}
<h1>Fasteners</h1><p>{c["terms"]}</p><table id="g"><thead><tr><th>No.</th><th>Article</th><th>Price</th><th>Stock</th>
</tr></thead>
<tbody>{rows}</tbody></table><div class="sync">{sync}</div></form>{footer(v)}{around(v)}</body></html>"""


APP: Content = {
    "version": "8.4.1",
    "new": ["Scan meters with the camera", "Fixes for Android 16"],
    "price": "Free, with purchases from €1.99 to €49.99",
    "needs": "Android 9 or newer",
}


def app_page(v: Visit, c: Content) -> str:
    """An app in a store: rating, downloads, reviews that turn, what is new, version and needs."""
    rating, reviews = v.vary("rating", "4.3", "4.4"), f"{v.number('lookers', 10000, 90000):,}"
    opinion = v.vary("rotating", "“Finds every meter.” Jelena, 2 February", "“Crashes less now.” Owen, 27 February")
    notes = each(c["new"], lambda n: f"<li>{n}</li>")
    return f"""{head(v, f"{v.company} app")}<body><c-wiz jsrenderer="{v.token("classes", length=6)}">
<h1>{v.company}</h1>
<div class="facts"><div>{rating} stars</div><div>{reviews} reviews</div><div>1M+ downloads</div></div>
<div>{c["price"]}</div>
<h2>What’s new</h2><ul>{notes}</ul><h2>Reviews</h2><p>{opinion}</p><dl><dt>Version</dt><dd>{c["version"]}</dd>
<dt>Needs</dt>
<dd>{c["needs"]}</dd></dl></c-wiz>{footer(v)}{around(v)}</body></html>"""


FORUM: Content = {
    "pinned": [["Announcement", "The v2 API stays until 31 December 2026"], ["Guide", "How to report a bug"]],
}


def forum(v: Visit, c: Content) -> str:
    """A community's front: pinned topics of the maker on top, then whatever people talk about this week."""
    pinned = each(
        c["pinned"],
        lambda p: f'<tr class="topic pinned"><td><span>{p[0]}</span> <a href="/t/{len(p[1])}">{p[1]}</a></td></tr>',
    )
    talk = v.pick(
        "talk",
        [
            "Webhook twice?",
            "Sorting by date",
            "Best plan for two?",
            "Login loop on iPad",
            "Import from Tabulon",
            "Dark mode please",
        ],
        3,
    )
    rows = each(
        talk,
        lambda t: (
            f'<tr class="topic"><td><a href="/t/{v.number("ids", 100, 999, t)}">{t}</a></td>'
            f"<td>{v.number('lookers', 2, 40, t)} replies</td>"
            f"<td>{v.vary('hurry', '4h', '6d')}</td></tr>"
        ),
    )
    online = v.number("lookers", 20, 300, "online")
    return f"""{head(v, f"{v.company} community")}<body class="discourse">
{plain_menu(v, ("Latest", "Top", "Categories"))}
<h1>Community</h1><table class="topic-list">{pinned}</table><h2>Latest</h2><table
class="topic-list latest">{rows}</table>
<div class="who">{online} members online</div>{footer(v)}{around(v)}</body></html>"""
