"""Prices in tables: a plan matrix, a usage price list, a comparison with rivals, and a table layout of the old days."""

from typing import Any

from bench.own_pages.frame import footer, mega_menu, plain_menu
from bench.own_pages.furniture import around, head, icon
from bench.own_pages.visit import Content, Visit, each

MATRIX: Content = {
    "title": "Plans and pricing",
    "plans": [["Starter", "$49"], ["Growth", "$129"], ["Scale", "$349"], ["Enterprise", "Custom"]],
    "rows": [
        ["Seats included", "3", "10", "25", "Unlimited"],
        ["Active projects", "15", "60", "Unlimited", "Unlimited"],
        ["File storage", "20 GB", "200 GB", "1 TB", "Unlimited"],
        ["Automation runs a month", "1,000", "10,000", "50,000", "Custom"],
        ["Guest access", "yes", "yes", "yes", "yes"],
        ["Time tracking", "no", "yes", "yes", "yes"],
        ["Custom fields", "no", "yes", "yes", "yes"],
        ["Audit log", "no", "no", "yes", "yes"],
        ["Single sign-on (SAML)", "no", "no", "no", "yes"],
        ["Support", "E-mail", "E-mail and chat", "Priority", "Named manager"],
    ],
    "note": "Prices in US dollars per workspace and month, billed yearly. Taxes are not included.",
}


def plan_matrix(v: Visit, c: Content) -> str:
    """A Bootstrap table: plans across, features down, ticks as icons with hidden words."""

    def cell(value: str) -> str:
        if value in ("yes", "no"):
            words = "Included" if value == "yes" else "Not included"
            return f'<td class="text-center {value}">{icon(v, value)}<span class="sr-only">{words}</span></td>'
        return f'<td class="text-center">{value}</td>'

    heads = each(
        c["plans"],
        lambda p: (
            f'<th scope="col" class="plan"><h3 class="h5">{p[0]}</h3><p class="price"><strong>{p[1]}</strong></p>'
            f'<a class="btn btn-sm" href="/signup?plan={p[0].lower()}&amp;sid={v.token("session")}">Choose</a></th>'
        ),
    )
    rows = each(c["rows"], lambda r: f'<tr><th scope="row">{r[0]}</th>{each(r[1:], cell)}</tr>')
    quote = v.vary(
        "testimonial",
        "“We moved forty people over in a weekend and nobody asked where anything was.” Ines Okoro, Pelham Yards",
        "“Our clients finally see what we do for them, week by week.” Tom Varga, Studio Nettle",
    )
    return f"""{head(v, c["title"] + " | " + v.company)}<body class="page-pricing">{mega_menu(v)}
<main id="main" class="container"><h1>{c["title"]}</h1>
<p class="lead">One workspace for the whole team. Change or cancel whenever you like.</p>
<div class="table-responsive"><table class="table table-plans"><caption class="sr-only">Plans compared</caption>
<thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table></div>
<p class="small">{c["note"]}</p>
<section class="bg-light py-5"><blockquote class="blockquote">{quote}</blockquote></section>
</main>{footer(v)}{around(v)}</body></html>"""


USAGE: Content = {
    "regions": [
        ["Europe (Bremen)", [["Requests", "$0.42", "per million"], ["Stored data", "$0.021", "per GB and month"]]],
        ["US East (Dayton)", [["Requests", "$0.38", "per million"], ["Stored data", "$0.019", "per GB and month"]]],
        ["Asia (Incheon)", [["Requests", "$0.51", "per million"], ["Stored data", "$0.026", "per GB and month"]]],
    ],
    "transfer": [
        ["First 100 GB a month", "Free"],
        ["Next 10 TB a month", "$0.080 per GB"],
        ["Next 40 TB a month", "$0.065 per GB"],
        ["Above 50 TB a month", "$0.050 per GB"],
    ],
    "free": "The free allowance covers 2 million requests and 5 GB stored each month and never expires.",
}


def usage_prices(v: Visit, c: Content) -> str:
    """A cloud price list: one table a region, transfer steps, all regions in the document."""

    def region(one: Any) -> str:
        name, rows = one
        lines = each(rows, lambda r: f"<tr><td>{r[0]}</td><td>{r[1]}</td><td>{r[2]}</td></tr>")
        return (
            f'<div class="region-panel" data-region="{v.token("build", str(name), 6)}"><h3>{name}</h3>'
            f"<table><thead><tr><th>Dimension</th><th>Price</th><th>Unit</th></tr></thead>"
            f"<tbody>{lines}</tbody></table></div>"
        )

    steps = each(c["transfer"], lambda r: f"<tr><td>{r[0]}</td><td>{r[1]}</td></tr>")
    stamp = v.vary("clock", "2 March 2026 05:58 UTC", "9 March 2026 05:57 UTC")
    return f"""{head(v, "Object store pricing – " + v.company)}<body data-page="pricing">
{plain_menu(v, ("Products", "Pricing", "Docs", "Console", "Support"))}
<div id="aws-like-page" class="wrap"><div class="crumbs"><a href="/">Home</a>
› <a href="/products">Products</a> › Pricing</div>
<h1>Object store pricing</h1><p>Pay for what you use. No minimum fee, no commitment.</p>
<div class="callout"><strong>Free allowance.</strong> {c["free"]}</div>
<h2>Requests and storage by region</h2>{each(c["regions"], region)}
<h2>Data transfer out</h2><table class="steps"><tr><th>Volume</th><th>Price</th></tr>{steps}</table>
<p class="fine">Prices were loaded on {stamp}. Amounts exclude VAT. Request id {v.token("nonce", "rid", 20)}.</p>
</div>{footer(v)}{around(v)}</body></html>"""


VERSUS: Content = {
    "rival": "Tabulon",
    "rows": [
        ["Unlimited forms", "y", "y"],
        ["Conditional logic", "y", "y"],
        ["Payments without commission", "y", "n"],
        ["Offline mode", "n", "n"],
        ["EU data residency", "y", "n"],
        ["Signature fields", "y", "paid add-on"],
        ["Responses a month on the free plan", "500", "100"],
        ["Price for 10 users", "€39 a month", "€75 a month"],
    ],
    "closing": (
        "Tabulon is a good tool. If you collect data in the field or in the EU, we think ours is the better one."
    ),
}


def versus(v: Visit, c: Content) -> str:
    """Us against a rival: div rows with marks as characters, a Webflow page."""
    mark = {
        "y": '<div class="tick" aria-label="Yes">✓</div>',
        "n": '<div class="cross" aria-label="No">✗</div>',
    }

    def row(r: list[str]) -> str:
        cells = each(
            r[1:], lambda x: f'<div class="w-col w-col-4 cmp-cell">{mark.get(x, "<div>" + x + "</div>")}</div>'
        )
        return f'<div class="w-row cmp-row"><div class="w-col w-col-4 cmp-label">{r[0]}</div>{cells}</div>'

    rail = v.pick(
        "related",
        [
            "How field crews collect data without a signal",
            "Seven form layouts that people finish",
            "What counts as consent in 2026",
            "Paper forms: what they really cost",
            "A form for every inspection",
        ],
        3,
    )
    return f"""{head(v, v.company + " vs. " + c["rival"], extra='<meta content="Webflow" name="generator">')}
<body data-wf-page="{v.token("build", "wf", 24)}" class="body">
<div data-collapse="medium" data-animation="default" class="navbar w-nav"><div class="container w-container">
<a href="/" class="brand w-nav-brand">{v.company}</a><nav role="navigation" class="w-nav-menu">
<a href="/product" class="w-nav-link">Product</a><a href="/pricing" class="w-nav-link">Pricing</a>
<a href="/compare" class="w-nav-link w--current">Compare</a></nav></div></div>
<div class="section hero wf-section"><div class="w-container"><h1 class="heading-2">{v.company} vs. {c["rival"]}</h1>
<p class="paragraph-4">See at a glance where the two differ. Checked every quarter by people who use both.</p></div>
</div>
<div class="section wf-section"><div class="w-container cmp"><div class="w-row cmp-head">
<div class="w-col w-col-4"> </div>
<div class="w-col w-col-4">{v.company}</div><div class="w-col w-col-4">{c["rival"]}</div></div>{each(c["rows"], row)}
<p class="paragraph-4">{c["closing"]}</p></div></div>
<div class="section related wf-section"><h2>Keep reading</h2><div class="w-dyn-list">
{each(rail, lambda t: f'<div class="w-dyn-item"><a href="/blog/{t[:8].lower().strip()}">{t}</a></div>')}</div></div>
{footer(v)}{around(v)}</body></html>"""


OLD: Content = {
    "rows": [
        ["KT-100", "Desktop label printer, 203 dpi", "189.00"],
        ["KT-140", "Desktop label printer, 300 dpi", "239.00"],
        ["KT-220R", "Rugged printer with peeler", "412.00"],
        ["KT-600", "Industrial printer, 600 dpi", "1,150.00"],
        ["LB-50x30", "Labels 50 x 30 mm, box of 12 rolls", "34.80"],
        ["LB-100x150", "Labels 100 x 150 mm, box of 8 rolls", "46.20"],
        ["RB-W110", "Wax ribbon 110 mm, box of 10", "29.50"],
    ],
    "delivery": "Delivery within the country is free above 150.00. Orders placed before 14:00 leave the same day.",
}


def old_tables(v: Visit, c: Content) -> str:
    """Nested layout tables, font tags, a hit counter: a dealer's site of 2003 that still sells."""
    rows = each(
        c["rows"],
        lambda r: (
            f'<tr bgcolor="#f4f4e8"><td><font face="Verdana" size="1"><b>{r[0]}</b></font></td><td><font '
            f'face="Verdana" '
            f'size="1">{r[1]}</font></td><td align="right"><font face="Verdana" size="1" '
            f'color="#990000">{r[2]}</font></td></tr>'
        ),
    )
    hits = f"{v.number('counter', 104000, 990000):,}"
    day = v.vary("clock", "Monday, March 2, 2026", "Monday, March 9, 2026")
    links = each(
        ("Home", "Printers", "Labels", "Ribbons", "Repairs", "Order form", "Contact"),
        lambda n: f'<tr><td><a href="{n[:5].lower()}.asp?PHPSESSID={v.token("session", length=26)}">{n}</a></td></tr>',
    )
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><title>{v.company} - Price list</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<script language="JavaScript">var sid='{v.token("session", length=26)}';</script></head>
<body bgcolor="#ffffff" topmargin="0"><table width="780" align="center" border="0" cellpadding="0" cellspacing="0">
<tr><td colspan="2" bgcolor="#003366"><font color="#ffffff" size="5">{v.company}</font><br>
<font color="#ffffff" size="1">{day}</font></td></tr>
<tr><td width="150" valign="top"><table border="0" cellpadding="4">{links}</table></td>
<td valign="top"><table width="100%" cellpadding="8"><tr><td><font face="Arial" size="4">Price list</font><br>
<font face="Verdana" size="1">All prices in euros without VAT, per piece.</font><br><br>
<table width="100%" border="1" cellspacing="0" cellpadding="4"><tr bgcolor="#cccccc"><td><b>Item</b></td>
<td><b>Description</b></td><td align="right"><b>Price</b></td></tr>{rows}</table><br>
<font face="Verdana" size="1">{c["delivery"]}</font></td></tr></table></td></tr>
<tr><td colspan="2" align="center"><hr><font face="Verdana" size="1">You are visitor number {hits}. Best viewed with
1024 x 768. © 1998-{v.vary("year", "2025", "2026")} {v.company}</font></td></tr></table></body></html>"""
