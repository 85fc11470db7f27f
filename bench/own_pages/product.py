"""What a company makes: features, changelog, tool list, models, data sheet, roadmap."""

from bench.own_pages.frame import footer, mega_menu, plain_menu
from bench.own_pages.furniture import around, head, icon
from bench.own_pages.visit import Content, Visit, each, numbered

FEATURES: Content = {
    "hero": "Route planning that drivers like",
    "tiles": [
        ["Live rerouting", "New stops are fitted in while the van is on its way."],
        ["Proof of delivery", "Signature, photo or code, with time and place."],
        ["Load planning", "Three-dimensional loading in the order of stops."],
        ["Driver app", "Works without a signal for a whole shift."],
        ["Customer tracking page", "One link for the recipient, in eleven languages."],
        ["Carbon report", "Grams a parcel, by the ISO 14083 method."],
    ],
    "numbers": [["1,900", "depots"], ["14", "countries"], ["38%", "fewer kilometres at the median customer"]],
}


def feature_grid(v: Visit, c: Content) -> str:
    """A Webflow grid of tiles, a strip of numbers, a slider of testimonials with cloned slides."""
    tiles = each(
        c["tiles"],
        lambda t: (
            f'<div id="w-node-{v.token("build", t[0], 12)}" class="feature-tile w-inline-block"><div class="tile-icon">'
            f'{icon(v, t[0])}</div><h3 class="tile-h">{t[0]}</h3><p class="tile-p">{t[1]}</p></div>'
        ),
    )
    slides = v.pick(
        "carousel",
        [
            "“Dispatch takes twenty minutes now.” – Ola Brandvik, Fjord Parcel",
            "“The first tool my drivers asked to keep.” – Renske de Wit, Polder Express",
            "“We closed a depot and kept the volume.” – Dan Achebe, Lagoon Freight",
        ],
        2,
    )
    cloned = [*slides, slides[0]]
    strip = each(c["numbers"], lambda n: f'<div class="number"><div class="big">{n[0]}</div><div>{n[1]}</div></div>')
    return f"""{head(v, f"{v.company}: {c['hero']}", extra='<meta content="Webflow" name="generator">')}
<body><div class="navbar-wrapper w-nav">
{plain_menu(v, ("Product", "Customers", "Pricing", "Blog", "Book a demo"))}</div>
<section class="hero-section"><div class="w-layout-blockcontainer"><h1>{c["hero"]}</h1>
<p>From the first stop to the last signature, for fleets of five to five thousand.</p></div></section>
<section class="features"><h2>Everything a depot needs</h2><div class="w-layout-grid grid-3">{tiles}</div></section>
<section class="numbers">{strip}</section><section class="slider w-slider" data-autoplay="true"><div
class="w-slider-mask">
{numbered(cloned, lambda at, s: f'<div class="w-slide" aria-label="{at + 1} of {len(cloned)}"><p>{s}</p></div>')}
</div></section>{footer(v)}{around(v)}</body></html>"""


CHANGES: Content = {
    "releases": [
        [
            "2026-02-24",
            "4.18",
            "February 24, 2026",
            ["Added", "Export of audit events to S3"],
            ["Fixed", "Search ignored umlauts"],
        ],
        [
            "2026-02-10",
            "4.17",
            "February 10, 2026",
            ["Added", "Dark mode in the mobile app"],
            ["Changed", "Tokens expire after 90 days"],
        ],
        [
            "2026-01-27",
            "4.16",
            "January 27, 2026",
            ["Added", "Bulk edit of tags"],
            ["Fixed", "Duplicate webhooks on retry"],
        ],
        [
            "2026-01-13",
            "4.15",
            "January 13, 2026",
            ["Changed", "Faster first load"],
            ["Removed", "Internet Explorer support"],
        ],
        [
            "2025-12-16",
            "4.14",
            "December 16, 2025",
            ["Added", "Passkeys for all accounts"],
            ["Fixed", "Time zones in reports"],
        ],
    ]
}
AGO = {"a": ("6 days ago", "13 days ago"), "b": ("2 weeks ago", "3 weeks ago"), "c": ("last month", "last month")}


def changelog(v: Visit, c: Content) -> str:
    """Dated releases with labels, how long ago they were, and thumbs that readers press."""

    def release(at: int, r: list[str]) -> str:
        ago = v.vary("relative", *AGO["a" if at == 0 else "b" if at == 1 else "c"])
        notes = each(r[3:], lambda n: f'<li><span class="label label-{n[0].lower()}">{n[0]}</span> {n[1]}</li>')
        return f"""<article class="release" id="v{r[1].replace(".", "-")}"><header><h2><a href="#v{r[1]}">Version
{r[1]}</a></h2>
<time datetime="{r[0]}">{r[2]}</time> <span class="ago">{ago}</span></header><ul>{notes}</ul>
<div class="reactions"><button>👍 {v.number("counter", 4, 210, r[1])}</button></div></article>"""

    return f"""{head(v, f"Changelog · {v.company}")}<body class="changelog">{mega_menu(v)}
<main id="main" class="container"><h1>Changelog</h1><p>What is new, every other week. <a
href="/changelog.xml">Feed</a></p>
{numbered(c["releases"], release)}<nav class="pager"><a href="/changelog?page=2">Older</a></nav></main>
{footer(v)}{around(v)}</body></html>"""


TOOLS: Content = {
    "video": ["Loomcast 2", "Happy Pony 1.0", "Reelmint", "Vidra Motion", "Pika Loft"],
    "image": ["Inkling XL", "Photon Brush 3", "Canvas Mini", "Tessera 1.5", "Glyphic"],
    "voice": ["Sonata Voice", "Murmur Clone", "Lyrebird Studio"],
}


def tool_list(v: Visit, c: Content) -> str:
    """A plain list of model names in a menu-like section of an editor's page, class names from a bundler."""

    def css(name: str) -> str:
        return f"{name}-{v.token('classes', name, 6)}"

    groups = each(
        c.items(),
        lambda one: (
            (
                f'<div class="{css("group")}"><p class="{css("groupTitle")}">AI {one[0]} tools</p><ul '
                f'class="{css("list")}">'
            )
            + each(
                one[1],
                lambda n: f'<li class="{css("item")}"><a href="/tools/{n.lower().replace(" ", "-")}">{n}</a></li>',
            )
            + "</ul></div>"
        ),
    )
    made = f"{v.number('counter', 3_100_000, 9_900_000):,}"
    return f"""{head(v, f"AI tools | {v.company}")}<body><div id="root"><div class="{css("header")}">
<a href="/">{v.company}</a><button>Sign up</button></div><div class="{css("main")}"><h1 class="{css("h")}">All AI
tools in one editor</h1>
<p class="{css("sub")}">Make clips, pictures and voices without leaving the timeline.</p>{groups}
<div class="{css("live")}"><b>{made}</b> videos made today</div></div></div>
<script>window.__STATE__={{"sid":"{v.token("session", length=32)}",
"ts":{v.number("build", 10**12, 2 * 10**12)}}}</script>
{footer(v)}{around(v)}</body></html>"""


MODELS: Content = {
    "rows": [
        ["corvid-large-3", "256k", "8,192", "$4.00", "$16.00", "Available"],
        ["corvid-medium-3", "128k", "8,192", "$1.20", "$4.80", "Available"],
        ["corvid-small-3", "128k", "4,096", "$0.20", "$0.80", "Available"],
        ["corvid-large-2", "128k", "4,096", "$5.00", "$20.00", "Deprecated, ends 30 June 2026"],
        ["corvid-embed-2", "8k", "–", "$0.05", "–", "Available"],
    ],
    "limits": "New accounts start at 60 requests a minute; limits rise by themselves with use.",
}


def model_table(v: Visit, c: Content) -> str:
    """A documentation page of a model maker: sidebar, breadcrumbs, a wide table, an on-this-page rail, edit time."""
    rows = each(
        c["rows"],
        lambda r: f"<tr><td><code>{r[0]}</code></td>" + each(r[1:], lambda x: f"<td>{x}</td>") + "</tr>",
    )
    side = each(
        ("Quickstart", "Models", "Prompting", "Streaming", "Function calls", "Batches", "Errors", "Limits", "SDKs"),
        lambda n: (
            f'<li class="theme-doc-sidebar-item-link"><a class="menu__link" href="/docs/{n.lower()}">{n}</a></li>'
        ),
    )
    edited = v.vary("clock", "Mar 1, 2026", "Mar 8, 2026")
    return f"""{head(v, f"Models | {v.company} Docs", extra='<meta name="generator" content="Docusaurus v3.6">')}
<body class="navigation-with-keyboard"><div id="__docusaurus"><nav class="navbar navbar--fixed-top"><a
href="/">{v.company} Docs</a>
<div class="DocSearch-Button-Container"><kbd>⌘</kbd><kbd>K</kbd></div></nav><div class="main-wrapper docs-wrapper">
<aside class="theme-doc-sidebar-container"><ul class="theme-doc-sidebar-menu menu__list">{side}</ul></aside>
<main><article><nav class="theme-doc-breadcrumbs"><ul><li>Docs</li><li>Models</li></ul></nav>
<div class="theme-doc-markdown markdown"><header><h1>Models</h1></header><p>Prices are per million tokens.</p>
<table><thead><tr><th>Model</th><th>Context</th><th>Max output</th><th>Input</th><th>Output</th><th>Status</th></tr>
</thead>
<tbody>{rows}</tbody></table><h2 id="limits">Rate limits</h2><p>{c["limits"]}</p>
<pre><code>curl https://api.{v.company.lower()}.example/v1/models -H "Authorization: Bearer $KEY"</code></pre></div>
<footer class="theme-doc-footer"><span class="theme-last-updated">Last updated on <time>{edited}</time></span>
</footer></article>
<div class="theme-doc-toc-desktop"><ul><li><a href="#limits">Rate limits</a></li></ul></div></main></div></div>
{footer(v)}{around(v)}</body></html>"""


SHEET: Content = {
    "facts": [
        ["Peak power", "445 W"],
        ["Module efficiency", "22.3%"],
        ["Weight", "21.8 kg"],
        ["Dimensions", "1,762 × 1,134 × 30 mm"],
        ["Operating temperature", "-40 to +85 °C"],
        ["Product warranty", "25 years"],
        ["Certificates", "IEC 61215, IEC 61730"],
    ],
    "downloads": [
        "Data sheet (PDF, 1.2 MB)",
        "Installation manual (PDF, 4.8 MB)",
        "Declaration of conformity (PDF, 240 KB)",
    ],
}


def data_sheet(v: Visit, c: Content) -> str:
    """A maker's product page: definition list, downloads with hashed addresses, dealer finder."""
    facts = each(c["facts"], lambda f: f"<dt>{f[0]}</dt><dd>{f[1]}</dd>")
    files = each(
        c["downloads"],
        lambda n: f'<li><a href="/media/{v.token("assets", n, 32)}/{n.split()[0].lower()}.pdf">{n}</a></li>',
    )
    near = v.vary("geo", "Your nearest dealer: Solarhaus Graz, 4 km", "Your nearest dealer: Sunwerk Linz, 11 km")
    return f"""{head(v, f"Lumen 445 solar module – {v.company}")}<body class="t3-product">
{plain_menu(v, ("Modules", "Inverters", "Dealers"))}
<div class="product-stage"><img src="/media/{v.token("assets", "img", 32)}/lumen445.webp"
alt="Lumen 445 module, black frame">
<h1>Lumen 445</h1><p class="teaser">A glass-glass module for roofs that have to last.</p></div>
<section id="technical-data"><h2>Technical data</h2><dl class="specs">{facts}</dl></section>
<section><h2>Downloads</h2><ul class="downloads">{files}</ul></section><div class="dealer-finder">{near}</div>
{footer(v)}{around(v)}</body></html>"""


ROADMAP: Content = {
    "columns": [
        ["Planned", ["Approval chains", "Offline comments", "Arabic and Hebrew"]],
        ["In progress", ["Shared calendars", "SCIM provisioning"]],
        ["Shipped", ["Guest links", "Two-way sync with Tabulon", "Keyboard palette"]],
    ]
}


def roadmap(v: Visit, c: Content) -> str:
    """A public roadmap board with votes, a Vue page with scoped attributes."""
    scope = f"data-v-{v.token('classes', 'scope', 8)}"

    def column(one: list[str]) -> str:
        cards = each(
            one[1],
            lambda n: (
                f'<div {scope} class="board-card"><div {scope} class="votes">▲ {v.number("counter", 3, 900, n)}</div>'
                f"<h4 {scope}>{n}</h4></div>"
            ),
        )
        return f'<section {scope} class="board-column"><h3 {scope}>{one[0]}</h3>{cards}</section>'

    return f"""{head(v, f"Roadmap · {v.company}")}<body><div id="app" data-v-app="">
<header {scope} class="top">{v.company} <a href="/login">Log in to vote</a></header><h1 {scope}>Roadmap</h1>
<div {scope} class="board">{each(c["columns"], column)}</div></div>{footer(v)}{around(v)}</body></html>"""
