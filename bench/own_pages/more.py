"""Home pages, doubled layouts, large directories, marketplaces, calculators and fee schedules."""

from bench.own_pages.frame import footer, mega_menu, plain_menu
from bench.own_pages.furniture import around, head, icon
from bench.own_pages.visit import Content, Visit, each, numbered

HOME: Content = {
    "products": ["Overview", "Invoicing", "Expenses", "Payroll", "Corporate cards"],
    "bar": "Join us at Ledger Days in Porto",
    "hero": "Finance that keeps up with you",
    "blocks": [
        ["Invoicing", "Send, chase and match invoices in one place."],
        ["Expenses", "A photo of the receipt is all it takes."],
        ["Payroll", "Right the first time, in seven countries."],
    ],
    "proof": "Used by 3,200 companies in Europe.",
}


def home_page(v: Visit, c: Content) -> str:
    """A home page: an announcement bar, a mega menu with products, a headline under test, slides that turn."""
    blocks = each(c["blocks"], lambda b: f'<div class="tile">{icon(v, b[0])}<h2>{b[0]}</h2><p>{b[1]}</p></div>')
    hero = v.vary("ab", c["hero"], "Close your books before lunch")
    posts = v.pick(
        "related",
        [
            "VAT in the digital age",
            "Payroll in Portugal",
            "Five month-end habits",
            "Per diems for 2026",
            "Cards or cash?",
        ],
        3,
    )
    blog = each(
        posts, lambda t: f'<article class="post-card"><a href="/blog/{t[:5].strip()}"><h3>{t}</h3></a></article>'
    )
    test = f"exp-{v.vary('ab', 'A', 'B')}-{v.token('session', length=8)}"
    return f"""{head(v, f"{v.company} – spend management")}<body data-experiment="{test}">
<div class="announcement-bar" role="region"
aria-label="Announcement"><p>{c["bar"]}</p><button aria-label="Dismiss">×</button>
</div>{mega_menu(v, tuple(c["products"]))}
<main id="main"><section class="hero" data-optimize="{test}"><h1>{hero}</h1><a class="btn" href="/demo">Book a
demo</a></section>
<section class="tiles">{blocks}</section><p class="proof">{c["proof"]}</p>
<section class="from-the-blog"><h2>From the blog</h2>{blog}</section></main>{footer(v)}{around(v)}</body></html>"""


DOUBLE: Content = {
    "plans": [["Lite", "15", "13"], ["Plus", "35", "31"], ["Max", "75", "67"]],
    "rows": [
        ["Boards", "5", "50", "Unlimited"],
        ["Viewers", "10", "100", "Unlimited"],
        ["History", "30 days", "1 year", "For ever"],
    ],
}


def double_layout(v: Visit, c: Content) -> str:
    """The same plans twice, as a table for wide screens and as cards for narrow ones; currency by country."""
    at, sign = (2, "€") if v.vary("geo_currency", "", "x") else (1, "$")
    heads = each(c["plans"], lambda p: f"<th>{p[0]}<br><b>{sign}{p[at]}</b> a month</th>")
    rows = each(c["rows"], lambda r: f"<tr><th>{r[0]}</th>{each(r[1:], lambda x: f'<td>{x}</td>')}</tr>")
    cards = numbered(
        c["plans"],
        lambda n, p: (
            f'<div class="plan-card"><h3>{p[0]}</h3><b>{sign}{p[at]}</b> a month<ul>'
            + each(c["rows"], lambda r: f"<li>{r[0]}: {r[n + 1]}</li>")
            + "</ul></div>"
        ),
    )
    chosen = v.vary("geo_currency", "USD $", "EUR €")
    return f"""{head(v, f"Plans | {v.company}")}<body>{plain_menu(v, ("Product", "Plans", "Login"))}<main><h1>Plans</h1>
<div class="currency"><label>Currency <select><option selected>{chosen}</option><option>GBP £</option></select>
</label></div>
<div class="desktop"><table><thead><tr><th></th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>
<div class="mobile" aria-hidden="true">{cards}</div></main>{footer(v)}{around(v)}</body></html>"""


_TOWNS = (
    "Aalborg Arnhem Augsburg Bari Bergen Bilbao Bologna Brest Brno Bruges Cadiz Chur Cork Cottbus Dresden "
    "Dundee Erfurt Espoo Evora "
    "Faro Fulda Gent Genoa Girona Graz Halle Hasselt Jena Jihlava Kassel Kaunas Klagenfurt Kosice Lecce "
    "Leiden Liepaja Lille Linz "
    "Lodz Lugano Malaga Maribor Metz Modena Murcia Namur Nancy Narva Nimes Novara Odense Olomouc Oulu Padua "
    "Parma Pecs Pilsen Poznan "
    "Rennes Rijeka Rostock Rouen Salzburg Seville Sibiu Siena Split Szeged Tampere Tarnow Tartu Tours "
    "Trieste Turku Udine Uppsala"
)
DIRECTORY: Content = {
    "rows": [
        [town, f"{town[:3].upper()}{at % 9 + 1}", f"{40 + at * 7 % 360} kW", ("CCS", "CCS, Type 2", "Type 2")[at % 3]]
        for at, town in enumerate(_TOWNS.split())
    ]
}


def large_directory(v: Visit, c: Content) -> str:
    """A list of some eighty sites in a data grid, with free places that change by the minute and an own map."""
    rows = numbered(
        c["rows"],
        lambda at, r: (
            f'<div role="row" class="ag-row {"even" if at % 2 else "odd"}" '
            f'row-id="{v.token("ids", r[1], 12)}" aria-rowindex="{at}">'
            f'<div role="gridcell" col-id="town">{r[0]}</div><div role="gridcell" col-id="code">{r[1]}</div>'
            f'<div role="gridcell" col-id="power">{r[2]}</div><div role="gridcell" col-id="plugs">{r[3]}</div>'
            f'<div role="gridcell" col-id="free">{v.number("stock", 0, 9, r[1])} free</div></div>'
        ),
    )
    pins = each(
        c["rows"], lambda r: f'<circle cx="{len(r[0]) * 31}" cy="{len(r[2]) * 17}" r="3" data-id="{r[1]}"></circle>'
    )
    return f"""{head(v, f"Charging sites | {v.company}")}<body>{mega_menu(v)}<main id="main"><h1>Charging sites</h1>
<p>As of {v.vary("clock", "2 March 2026, 05:59", "9 March 2026, 05:58")}</p><svg class="map"
aria-hidden="true">{pins}</svg>
<div role="grid" class="ag-root"><div role="rowgroup" class="ag-header"><div role="row"><div
role="columnheader">Town</div>
<div role="columnheader">Code</div><div role="columnheader">Power</div><div role="columnheader">Plugs</div>
<div role="columnheader">Places</div></div></div>{rows}</div></main>{footer(v)}{around(v)}</body></html>"""


MARKET: Content = {
    "name": "Hotel Prices API",
    "lead": "Room rates of two million hotels, by date and guest count.",
    "tiers": [],
    "facts": [["Latency", "1.8 s at the median"], ["Formats", "JSON, CSV"], ["Freshness", "Live"]],
}


def market_listing(v: Visit, c: Content) -> str:
    """An Angular page of one API: scoped attributes, empty comments, tiers where there are any, a count of calls."""
    scope = f"_ngcontent-{v.token('classes', 'ng', 3)}-c{v.number('classes', 10, 99)}"
    facts = each(
        c["facts"],
        lambda f: f'<div {scope}="" class="fact"><span {scope}="">{f[0]}</span><span>{f[1]}</span></div><!---->',
    )
    tiers = each(
        c["tiers"],
        lambda t: (
            f'<mat-card {scope}="" class="mat-mdc-card tier"><mat-card-title>{t[0]}</mat-card-title><div '
            f'class="amount">{t[1]}</div>'
            f"<mat-card-content><p>{t[2]}</p></mat-card-content></mat-card><!---->"
        ),
    )
    calls = f"{v.number('counter', 10**6, 9 * 10**6):,}"
    section = f'<section {scope}=""><h2>Pricing</h2>{tiers}</section>' if tiers else ""
    return f"""{head(v, f"{c['name']} | {v.company}")}<body class="mat-typography"><app-root ng-version="19.1.4">
<mat-toolbar>{v.company}
</mat-toolbar><router-outlet></router-outlet><app-listing {scope}=""><h1 {scope}="">{c["name"]}</h1><p>{c["lead"]}</p>
<div class="live"><span>{calls}</span> calls in the last 24 hours</div>{facts}{section}<!----></app-listing></app-root>
{footer(v)}{around(v)}</body></html>"""


SLIDER: Content = {
    "steps": [["10,000", "$29"], ["50,000", "$89"], ["100,000", "$149"], ["500,000", "$499"], ["1,000,000", "$849"]],
    "extra": "Above your limit each further thousand messages costs $1.10.",
}


def calculator(v: Visit, c: Content) -> str:
    """A slider with its steps in a data list and the price of the first shown; the whole table folded away below."""
    options = numbered(c["steps"], lambda at, s: f'<option value="{at}" data-price="{s[1]}" label="{s[0]}"></option>')
    rows = each(c["steps"], lambda s: f"<tr><td>{s[0]}</td><td>{s[1]}</td></tr>")
    shown = c["steps"][int(v.vary("ab", "0", "2"))]
    return f"""{head(v, f"Pricing – {v.company}")}<body>{plain_menu(v, ("Features", "Pricing", "Docs"))}<main><h1>Pay
by message</h1>
<form oninput="show()"><input type="range" min="0" max="{len(c["steps"]) - 1}" list="steps"
aria-label="Messages a month">
<datalist id="steps">{options}</datalist><output>{shown[0]} messages for {shown[1]} a month</output></form>
<details class="all"><summary>All prices</summary><table><thead><tr><th>Messages a month</th><th>Price</th></tr></thead>
<tbody>{rows}</tbody></table></details><p>{c["extra"]}</p></main>{footer(v)}{around(v)}</body></html>"""


FEES: Content = {
    "fees": [
        ["Account keeping", "Private account", "€3.90 a month"],
        ["", "Student account", "free"],
        ["Card payments", "Within the euro area", "free"],
        ["", "In other currencies", "1.75% of the amount"],
        ["Cash", "Own machines", "free"],
        ["", "Other banks’ machines", "€4.00 each"],
        ["Overdraft", "Yearly rate", "9.85%"],
    ],
    "valid": "Valid from 1 January 2026",
}


def fee_schedule(v: Visit, c: Content) -> str:
    """A bank's fees: row spans, footnote signs, rates of exchange that move every day beside them."""
    spans = [2, 0, 2, 0, 2, 0, 1]

    def row(at: int, f: list[str]) -> str:
        first = f'<th rowspan="{spans[at]}">{f[0]}<sup>{at + 1}</sup></th>' if f[0] else ""
        return f"<tr>{first}<td>{f[1]}</td><td>{f[2]}</td></tr>"

    rates = each(
        ("USD", "GBP", "CHF", "PLN"),
        lambda n: f"<tr><td>EUR/{n}</td><td>{v.number('ticker', 9000, 46000, n) / 10000:.4f}</td></tr>",
    )
    return f"""{head(v, f"Fees | {v.company}")}<body>{mega_menu(v, ("Accounts", "Cards", "Savings", "Loans"))}
<div class="cols">
<main id="main"><h1>Schedule of fees</h1><p>{c["valid"]}</p><table class="fees"><caption>Private customers</caption>
{numbered(c["fees"], row)}</table></main><aside class="rates"><h2>Exchange rates</h2><table>{rates}</table></aside>
</div>
{footer(v)}{around(v)}</body></html>"""
