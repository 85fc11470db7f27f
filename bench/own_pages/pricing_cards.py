"""Prices in cards: a toggle, tab panels, a React page, an Elementor page, a shop."""

import json
from functools import partial

from bench.own_pages.frame import footer, mega_menu, plain_menu
from bench.own_pages.furniture import ICON, around, head, icon
from bench.own_pages.visit import Content, Visit, each, numbered

TOGGLE: Content = {
    "plans": [
        ["Solo", "For one person", "12", "9", ["1 inbox", "500 contacts", "E-mail support"]],
        ["Team", "For growing teams", "29", "24", ["5 inboxes", "5,000 contacts", "Shared drafts", "Chat support"]],
        ["Business", "For many teams", "59", "49", ["Unlimited inboxes", "25,000 contacts", "Roles", "API access"]],
    ],
    "trial": "Every plan starts with a 14-day free trial. No card needed.",
    "faq": [
        ["Can I change my plan later?", "Yes. Upgrades apply at once, downgrades at the end of the billing period."],
        ["Do you offer a discount for charities?", "Registered charities get 30% off any plan."],
        ["What happens when my trial ends?", "Your data stays for 60 days; choose a plan to go on."],
    ],
}


def card_toggle(v: Visit, c: Content) -> str:
    """Tailwind cards; monthly and yearly prices both in the document, one of them hidden from readers."""

    def card(at: int, p: list[str]) -> str:
        popular = (
            '<span class="badge rounded-full bg-indigo-100 px-3 py-1 text-xs">Most popular</span>' if at == 1 else ""
        )
        ticks = each(p[4], lambda f: f'<li class="flex gap-x-3">{icon(v, f)}<span>{f}</span></li>')
        return f"""<div class="rounded-3xl p-8 ring-1 ring-gray-200 xl:p-10" data-plan-id="{v.token("build", p[0], 8)}">
<div class="flex items-center justify-between"><h3 class="text-lg font-semibold">{p[0]}</h3>{popular}</div>
<p class="mt-4 text-sm text-gray-600">{p[1]}</p>
<p class="mt-6 flex items-baseline gap-x-1" data-billing="monthly"><span class="text-4xl font-bold">${p[2]}</span>
<span class="text-sm">/user/month</span></p>
<p class="mt-6 hidden items-baseline gap-x-1" data-billing="yearly" aria-hidden="true" style="display:none">
<span class="text-4xl font-bold">${p[3]}</span><span class="text-sm">/user/month, billed yearly</span></p>
<a href="/signup?plan={p[0].lower()}&amp;_s={v.token("session")}" class="mt-6 block rounded-md">Get started</a>
<ul role="list" class="mt-8 space-y-3 text-sm">{ticks}</ul></div>"""

    people = v.number("viewers", 11, 97)
    viewers = f'<p class="text-xs text-amber-600">{people} people are viewing this page right now</p>'
    faq = each(c["faq"], lambda q: f"<details><summary>{q[0]}</summary><div><p>{q[1]}</p></div></details>")
    return f"""{head(v, f"Pricing - {v.company}", about="Simple pricing for shared inboxes.")}
<body class="bg-white antialiased">{mega_menu(v)}<main id="main" class="isolate mx-auto max-w-7xl px-6">
<div class="text-center"><h1 class="text-5xl font-bold">Pricing that grows with your team</h1>{viewers}
<fieldset class="grid grid-cols-2 rounded-full"><label><input type="radio" name="freq" value="monthly"
checked>Monthly</label>
<label><input type="radio" name="freq" value="yearly">Yearly</label></fieldset></div>
<div class="grid grid-cols-3 gap-8">{numbered(c["plans"], card)}</div><p class="mt-10">{c["trial"]}</p>
<section class="mt-24"><h2>Frequently asked questions</h2>{faq}</section></main>{footer(v)}{around(v)}</body></html>"""


TABS: Content = {
    "lines": [
        [
            "Hosting",
            [["Nest", "€4.90"], ["Barn", "€9.90"], ["Manor", "€24.90"]],
            "Backups every night, certificates included.",
        ],
        [
            "Domains",
            [[".com", "€12.50"], [".shop", "€31.00"], [".io", "€49.00"]],
            "Prices a year, renewal at the same price.",
        ],
        ["Mail", [["Mailbox 10", "€1.50"], ["Mailbox 50", "€3.50"]], "Per mailbox and month, spam filter included."],
    ],
    "promise": "All prices with VAT. Money back within 30 days.",
}


def tab_panels(v: Visit, c: Content) -> str:
    """Three tab panels, two of them hidden until someone clicks."""
    tabs = numbered(
        c["lines"],
        lambda at, line: (
            f'<button role="tab" id="t{at}" aria-controls="p{at}" '
            f'aria-selected="{str(at == 0).lower()}">{line[0]}</button>'
        ),
    )
    panels = numbered(
        c["lines"],
        lambda at, line: (
            f'<div role="tabpanel" id="p{at}" aria-labelledby="t{at}"{"" if at == 0 else " hidden"}><h2>{line[0]}</h2>'
            + '<div class="offers">'
            + each(
                line[1],
                lambda o: (
                    f'<div class="offer"><h3>{o[0]}</h3><div class="offer-price">{o[1]}</div>'
                    f'<form method="post" action="/cart"><input type="hidden" name="authenticity_token" '
                    f'value="{v.token("csrf", o[0], 44)}"><button>Order</button></form></div>'
                ),
            )
            + f"</div><p>{line[2]}</p></div>"
        ),
    )
    stars = f"{v.number('rating', 2100, 9800):,}"
    return f"""{head(v, f"{v.company} – hosting, domains, mail")}<body>
<div class="topbar"><span>Support: 24 hours a day</span>
<span>{v.vary("geo", "EUR €", "Shop for Austria · EUR €")}</span></div>
{plain_menu(v, ("Hosting", "Domains", "Mail", "Help", "Login"))}<div class="tabs wrap"><h1>What would you like to
order?</h1>
<div role="tablist">{tabs}</div>{panels}<p class="promise">{c["promise"]}</p>
<div class="rating" data-widget="stars"><span>4.7 of 5</span> <span>from {stars} reviews</span></div></div>
{footer(v)}{around(v)}</body></html>"""


REACT: Content = {
    "plans": [
        ["Hobby", "0", "Free for ever", ["1 project", "Community support", "7 days of logs"]],
        ["Pro", "20", "per developer and month", ["Unlimited projects", "E-mail support", "30 days of logs"]],
        ["Ultra", "60", "per developer and month", ["Private regions", "Priority support", "1 year of logs", "SSO"]],
    ],
    "meters": [
        ["Build minutes", "$0.008 a minute"],
        ["Edge requests", "$2 per million"],
        ["Bandwidth", "$0.15 per GB"],
    ],
}


def react_pricing(v: Visit, c: Content) -> str:
    """A Next.js page: hashed class names, state in a script, offers in JSON-LD, suspense comments."""

    def css(name: str) -> str:
        return f"{name}__{v.token('classes', name, 5)}"

    def card(p: list[str]) -> str:
        return f"""<div class="{css("PlanCard_root")}" data-reactroot=""><div class="{css("PlanCard_head")}">
<h3 class="{css("Text_title")}">{p[0]}</h3></div><div class="{css("PlanCard_amount")}"><span
class="{css("Money_sign")}">$</span>
<!-- --><span class="{css("Money_value")}">{p[1]}</span><!-- --> <span>{p[2]}</span></div>
<ul class="{css("Feature_list")}">{each(p[3], lambda f: f"<li><span>{f}</span></li>")}</ul>
<button class="{css("Button_root")}" type="button">Choose {p[0]}</button></div>"""

    state = {
        "props": {"pageProps": {"plans": c["plans"], "experiment": v.token("ab", length=6)}},
        "page": "/pricing",
        "buildId": v.token("build", length=21),
    }
    offers = [{"@type": "Offer", "name": p[0], "price": p[1], "priceCurrency": "USD"} for p in c["plans"]]
    graph = {"@context": "https://schema.org", "@type": "Product", "name": v.company, "offers": offers}
    meters = each(c["meters"], lambda m: f'<div class="{css("Row_root")}"><span>{m[0]}</span><span>{m[1]}</span></div>')
    posts = v.pick(
        "related", ["Streaming at the edge", "Cold starts, measured", "Logs that fit", "A year of builds"], 2
    )
    latest = each(posts, lambda t: f'<a class="{css("Footer_post")}" href="/blog/{t.split()[0].lower()}">{t}</a>')
    build = v.token("build", length=21)
    menu = each(
        ("Docs", "Changelog", "Pricing", "Log in"), lambda n: f'<a class="{css("Nav_a")}" href="/{n[:4]}">{n}</a>'
    )
    return f"""<!DOCTYPE html><html lang="en" class="__variable_{v.token("classes", "font", 6)}"><head>
<meta charSet="utf-8"/>
<title>Pricing – {v.company}</title><link rel="preload" href="/_next/static/css/{v.token("assets")}.css" as="style"/>
<script defer="" nomodule="" src="/_next/static/chunks/polyfills-{v.token("assets", "poly")}.js"></script>
<script src="/_next/static/{build}/_buildManifest.js" defer=""></script>
<script type="application/ld+json">{json.dumps(graph)}</script></head><body><div id="__next"><!--$-->
<header class="{css("Nav_root")}"><a href="/">{v.company}</a>{menu}</header>
<div class="{css("Page_root")}"><div class="{css("Hero_root")}"><h1>Start free, pay as you ship</h1></div>
<div class="{css("Grid_root")}">{each(c["plans"], card)}</div><h2>On top of the plan</h2>{meters}</div><!--/$-->
<div class="{css("Footer_root")}"><div>Latest posts</div>{latest}<span>© {v.company}, Inc.</span></div></div>
<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>{around(v)}</body></html>"""


ELEMENTOR: Content = {
    "heading": "Choose your membership",
    "plans": [
        ["Bronze", "35", "00", ["Gym floor", "Off-peak hours"]],
        ["Silver", "49", "00", ["Gym floor", "All hours", "Two classes a week"]],
        ["Gold", "79", "50", ["Gym floor", "All hours", "All classes", "Sauna"]],
    ],
    "joining": "One-off joining fee: £25. Students and members over 65 pay no joining fee.",
}


def elementor_widget(v: Visit, kind: str, inside: str) -> str:
    """One building block of the page builder, in its two wrappers, with the id that each build draws anew."""
    ident = v.token("classes", kind + inside[:20], 7)
    return (
        f'<div class="elementor-element elementor-element-{ident} elementor-widget elementor-widget-{kind}" '
        f'data-id="{ident}" data-element_type="widget" data-widget_type="{kind}.default">'
        f'<div class="elementor-widget-container">{inside}</div></div>'
    )


def elementor_plan(v: Visit, p: list[str]) -> str:
    """A plan's table: its name, its price in parts, its features."""
    lines = each(
        p[3],
        lambda f: (
            '<li class="elementor-repeater-item"><div class="elementor-price-table__feature-inner"><i '
            f'aria-hidden="true" class="fas fa-check"></i><span>{f}</span></div></li>'
        ),
    )
    return elementor_widget(
        v,
        "price-table",
        f"""<div class="elementor-price-table"><div class="elementor-price-table__header"><h3>{p[0]}</h3></div>
<div class="elementor-price-table__price"><span class="elementor-price-table__currency">&#163;</span>
<span class="elementor-price-table__integer-part">{p[1]}</span><div class="elementor-price-table__after-price">
<span class="elementor-price-table__fractional-part">{p[2]}</span></div><span class="elementor-price-table__period">a
month
</span></div><ul class="elementor-price-table__features-list">{lines}</ul></div>""",
    )


def elementor(v: Visit, c: Content) -> str:
    """WordPress with a page builder: deep divs, widgets with ids, prices split into sign, whole and fraction."""
    widget = partial(elementor_widget, v)
    columns = each(
        c["plans"],
        lambda p: (
            '<div class="elementor-column elementor-col-33"><div class="elementor-widget-wrap">'
            + elementor_plan(v, p)
            + "</div></div>"
        ),
    )
    nonce = v.token("nonce", "wp", 10)
    wp = f"""<link rel='stylesheet' id='elementor-frontend-css'
href='/wp-content/plugins/elementor/css/f.css?ver={v.token("assets")}'>
<script>var elementorFrontendConfig={{
"nonces":{{"floatingButtonsClickTracking":"{nonce}"}},"post":{{"id":412}}}};</script>"""
    quotes = (
        widget("testimonial", "<p>“Best hour of my day.” <cite>Priya N.</cite></p>"),
        widget("testimonial", "<p>“The coaches know my name.” <cite>Gareth L.</cite></p>"),
    )
    return f"""{head(v, f"Memberships – {v.company}", "en-GB", extra=wp)}
<body class="page-template-elementor_header_footer elementor-page elementor-page-412">
<div data-elementor-type="header">{plain_menu(v, ("Home", "Classes", "Memberships", "Timetable", "Contact"))}</div>
<div data-elementor-type="wp-page" data-elementor-id="412" class="elementor elementor-412">
<section class="elementor-section elementor-top-section"><div class="elementor-container">
{widget("heading", f'<h2 class="elementor-heading-title elementor-size-default">{c["heading"]}</h2>')}</div></section>
<section class="elementor-section"><div class="elementor-container elementor-column-gap-default">{columns}</div>
</section>
<section class="elementor-section">{widget("text-editor", f"<p>{c['joining']}</p>")}
{v.vary("testimonial", *quotes)}</section></div>{footer(v)}{around(v)}
<!-- Cached by QuickCache on {v.vary("clock", "2026-03-02 05:14:09", "2026-03-09 05:41:55")} --></body></html>"""


SHOP: Content = {
    "category": "Cargo bikes",
    "items": [
        ["Muldoon Long", "€4,290", "€4,290", "Two children or 100 kg, 500 Wh battery"],
        ["Muldoon Short", "€3,790", "€3,790", "Short wheelbase, 500 Wh battery"],
        ["Tern Hollow Box", "€5,450", "€5,450", "Front box, 725 Wh battery"],
        ["Pannier set", "€129", "€129", "Two bags, 40 litres, waterproof"],
        ["Rain roof", "€249", "€249", "Folds away, fits both Muldoons"],
        ["Child seat", "€169", "€169", "Up to 22 kg, with belt"],
    ],
}


def shop(v: Visit, c: Content) -> str:
    """A shop category: cards with a struck old price where there is a sale, stock and review counts, a mini cart."""

    def card(p: list[str]) -> str:
        price = f'<span class="price">{p[2]}</span>'
        if p[1] != p[2]:
            price = f'<del>{p[1]}</del> <ins class="price sale">{p[2]}</ins>'
        stock, reviews = v.number("stock", 2, 40, p[0]), v.number("counter", 20, 400, "r" + p[0])
        image = f"/cdn/shop/{p[0].replace(' ', '-')}.jpg?v={v.number('assets', 10**9, 2 * 10**9, p[0])}&amp;width=600"
        return f"""<li class="product-card" data-product="{v.token("build", p[0], 10)}">
<a href="/p/{p[0].replace(" ", "-").lower()}">
<img src="{image}" alt="{p[0]}" loading="lazy" width="600" height="400"></a><h3>{p[0]}</h3><p>{p[3]}</p>
<div class="amount">{price}</div><div class="stars">★★★★★ ({reviews})</div><div class="stock">Only {stock} left in
stock</div>
<form action="/cart/add"><input type="hidden" name="form_key" value="{v.token("csrf", length=16)}">
<button>Add</button></form></li>"""

    items = each(v.order("shuffle", c["items"]), card)
    return f"""{head(v, f"{c['category']} | {v.company}")}<body class="template-collection">
<div class="announcement">
{v.vary("banner", "Spring is here: time to ride", "Leave the car at home this week")}</div>
{mega_menu(v, ("Cargo bikes", "City bikes", "Batteries", "Bags", "Helmets"))}<main id="main"><h1>{c["category"]}</h1>
<ul class="product-grid">{items}</ul></main>{ICON.replace("{a}", "")}
{footer(v)}{around(v)}</body></html>"""
