"""Who works there: job lists, cards and tables, the team, the board."""

import json

from bench.own_pages.frame import footer, mega_menu, plain_menu
from bench.own_pages.furniture import around, head
from bench.own_pages.visit import Content, Visit, each, numbered

JOBS: Content = {
    "groups": [
        [
            "Engineering",
            [["Senior Backend Engineer", "Leeds or remote (UK)"], ["Site Reliability Engineer", "Remote (EU)"]],
        ],
        ["Sales", [["Account Executive, DACH", "Munich"], ["Sales Development Representative", "Leeds"]]],
        ["Customer success", [["Onboarding Specialist", "Lyon"], ["Support Engineer", "Remote (EU)"]]],
        ["Finance", [["Payroll Accountant", "Leeds"]]],
    ]
}


def job_board(v: Visit, c: Content) -> str:
    """A hosted job board: departments as sections, one line an opening, ids in the links."""
    groups = each(
        c["groups"],
        lambda g: (
            f'<section class="level-0"><h3 id="{v.number("build", 4000, 9000, g[0])}">{g[0]}</h3>'
            + each(
                g[1],
                lambda j: (
                    f'<div class="opening" data-office-id="{v.number("ids", 10000, 99999, j[1])}"><a '
                    f'data-mapped="true" '
                    f'href="/jobs/{v.number("ids", 4000000, 4999999, j[0])}?gh_src={v.token("session", length=9)}">'
                    f"{j[0]}</a>"
                    f'<br><span class="location">{j[1]}</span></div>'
                ),
            )
            + "</section>"
        ),
    )
    total = sum(len(g[1]) for g in c["groups"])
    return f"""{head(v, f"Jobs at {v.company}")}<body><div id="app_body"><div id="wrapper" class="accessible">
<div id="logo"><img
src="https://jobs.{v.site[12:]}/logo.png?{v.token("assets")}"
alt="{v.company} logo"></div>
<div id="main"><section id="board_title"><h1>Current job openings at {v.company}</h1></section><div id="content">
<p>We build
software that plumbers like. That is harder than it sounds, and a good deal more useful.</p></div>
<div id="filter-count">{total or "–"} jobs</div>{groups}</div></div></div>{footer(v)}{around(v)}</body></html>"""


CARDS: Content = {
    "jobs": [
        ["Key Account Manager, Retail", "Hamburg", "Full time", "Sales"],
        ["Field Technician", "Rotterdam", "Full time", "Operations"],
        ["Product Designer", "Remote", "Full time", "Product"],
        ["Machine Learning Engineer", "Toulouse", "Full time", "Engineering"],
        ["Office Assistant", "Hamburg", "Part time", "People"],
    ],
    "perks": ["30 days of leave", "Four-day week in August", "A train pass for all of Europe"],
}


def job_cards(v: Visit, c: Content) -> str:
    """Cards drawn by a script, how long ago each was posted, application counts, filters with counts."""
    ages = ("2 days ago", "5 days ago", "1 week ago", "2 weeks ago", "3 weeks ago", "1 month ago", "1 month ago")
    older = ("1 week ago", "1 week ago", "2 weeks ago", "3 weeks ago", "1 month ago", "1 month ago", "2 months ago")

    def card(at: int, j: list[str]) -> str:
        return f"""<div class="posting MuiCard-root
css-{v.token("classes", "card", 6)}" data-qa-posting-id="{v.token("ids", j[0], 32)}">
<h5 data-qa="posting-name">{j[0]}</h5><div class="posting-categories"><span class="sort-by-location">{j[1]}</span>
<span class="sort-by-commitment">{j[2]}</span><span class="sort-by-team">{j[3]}</span></div>
<div class="meta"><span>Posted {v.vary("relative", ages[at], older[at])}</span>
<span>{v.number("counter", 3, 140, j[0])} applicants</span></div><a class="posting-btn-submit">Apply</a></div>"""

    jobs = [
        {"@type": "JobPosting", "title": j[0], "jobLocation": j[1], "identifier": v.token("session", j[0])}
        for j in c["jobs"]
    ]
    ld = f'<script type="application/ld+json">{json.dumps(jobs)}</script>'
    cities = each(sorted({j[1] for j in c["jobs"]}), lambda n: f'<option value="{n}">{n}</option>')
    return f"""{head(v, f"Careers – {v.company}", extra=ld)}<body>{mega_menu(v)}<main id="main"><h1>Come and work
with us</h1>
<div class="filters"><select name="location"><option>All locations</option>{cities}</select></div>
<div class="postings">{numbered(v.order("shuffle", c["jobs"]), card)}</div>
<section><h2>What you get</h2><ul>{each(c["perks"], lambda p: f"<li>{p}</li>")}</ul></section></main>
{footer(v)}{around(v)}</body></html>"""


VACANCIES: Content = {
    "rows": [
        ["R-1041", "Process Engineer", "Antwerp", "Production", "15 April 2026"],
        ["R-1043", "Quality Manager GMP", "Basel", "Quality", "30 April 2026"],
        ["R-1046", "Regulatory Affairs Specialist", "Basel", "Regulatory", "30 April 2026"],
        ["R-1050", "Warehouse Lead", "Cork", "Logistics", "10 April 2026"],
        ["R-1052", "HR Business Partner", "Antwerp", "People", "20 April 2026"],
    ]
}


def vacancy_table(v: Visit, c: Content) -> str:
    """A SharePoint-like table of vacancies with hidden state fields."""
    rows = each(c["rows"], lambda r: f'<tr class="ms-itmhover">{each(r, lambda x: f"<td>{x}</td>")}</tr>')
    state = v.token("session", "viewstate", 320)
    return f"""{head(v, f"Vacancies - {v.company}")}<body><form method="post" action="./vacancies.aspx" id="aspnetForm">
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{state}"><input type="hidden" name="__REQUESTDIGEST"
value="0x{v.token("session", "digest", 64)},{v.vary("clock", "02 Mar 2026 06:00:02", "09 Mar 2026 06:00:03")} -0000">
<div id="s4-workspace">{plain_menu(v, ("Company", "Science", "Sites", "Vacancies"))}<div id="s4-bodyContainer">
<h1>Vacancies</h1><div class="ms-rtestate-field"><p>We make active substances for other people's medicines.</p></div>
<table class="ms-listviewtable" summary="Vacancies"><tr class="ms-viewheadertr"><th>Reference</th><th>Position</th>
<th>Site</th>
<th>Department</th><th>Apply until</th></tr>{rows}</table></div></div></form>{footer(v)}{around(v)}</body></html>"""


TEAM: Content = {
    "people": [
        ["Marit Solheim", "Chief Executive Officer", "Founded the company in 2014 after ten years in shipping."],
        ["Anselm Ruiz", "Chief Financial Officer", "Led finance at two listed logistics groups."],
        ["Tova Lindgren", "Chief Technology Officer", "Built routing engines before it was fashionable."],
        ["Bashir Noori", "Chief Commercial Officer", "Opened the offices in Rotterdam and Izmir."],
        ["Clara Whitcombe", "General Counsel", "Advises on customs and trade law."],
    ],
    "board": [
        ["Henrik Aas", "Chair"],
        ["Lucia Ferrante", "Non-executive director"],
        ["Osei Mensah", "Non-executive director"],
    ],
}


def team_cards(v: Visit, c: Content) -> str:
    """Portrait cards, bios in dialogs that open on a click, the board as a second grid."""

    def person(p: list[str]) -> str:
        slug = p[0].lower().replace(" ", "-")
        return f"""<div class="person" data-modal="{slug}"><picture>
<source srcset="/img/{v.token("assets", p[0], 10)}.avif">
<img src="/img/{v.token("assets", p[0], 10)}.jpg" alt="Portrait of {p[0]}"></picture><h3>{p[0]}</h3><p
class="role">{p[1]}</p>
<a href="https://social.example/in/{slug}" rel="noopener" aria-label="Profile"></a></div>
<dialog id="{slug}"><p>{p[2]}</p><button>Close</button></dialog>"""

    board = each(c["board"], lambda p: f'<div class="person small"><h3>{p[0]}</h3><p class="role">{p[1]}</p></div>')
    return f"""{head(v, f"Leadership | {v.company}")}<body class="leadership">{mega_menu(v)}<main id="main">
<h1>Leadership</h1>
<div class="people grid">{each(c["people"], person)}</div><h2>Board of directors</h2><div
class="people grid">{board}</div></main>
{footer(v)}{around(v)}</body></html>"""


WIX: Content = {
    "people": [
        ["Dr. Ilse Vogt", "Orthodontics", "Mon, Wed, Fri"],
        ["Dr. Paul Adeyemi", "Implants", "Tue, Thu"],
        ["Nadia Kerr", "Hygienist", "Mon to Thu"],
    ],
    "hours": "Open Monday to Friday 8:00–18:00, Saturday 9:00–13:00.",
    "notice": "We accept new patients with all statutory insurers.",
}


def wix_practice(v: Visit, c: Content) -> str:
    """A site builder's page: comp- ids, every word in a span, styles inline, a weather-like live widget."""

    def comp(inside: str, label: str) -> str:
        ident = f"comp-{v.token('ids', label, 8)}"
        return (
            f'<div id="{ident}" class="{v.token("classes", label, 6)} wixui-rich-text" '
            f'data-testid="richTextElement">{inside}</div>'
        )

    def text(tag: str, words: str) -> str:
        return (
            f'<{tag} class="font_8 wixui-rich-text__text" style="font-size:17px"><span '
            f'style="color:#2F2E2E">{words}</span></{tag}>'
        )

    people = each(
        c["people"],
        lambda p: (
            f'<div role="listitem" class="wixui-repeater__item">{comp(text("h3", p[0]), p[0])}'
            f"{comp(text('p', p[1]), p[0] + '1')}{comp(text('p', p[2]), p[0] + '2')}</div>"
        ),
    )
    open_now = v.vary("clock", "Open now · closes 18:00", "Closed now · opens 8:00")
    return f"""{head(v, f"Team | {v.company}", extra='<meta name="generator" content="Site Builder">')}
<body class="responsive" data-visitor="{v.token("session", length=36)}"><div id="SITE_CONTAINER"><div id="main_MF">
<div id="site-root"><header id="SITE_HEADER">
{comp(text("p", v.company), "brand")}{comp(text("p", open_now), "live")}</header>
<main id="PAGES_CONTAINER" tabindex="-1"><div id="Containerx2k">{comp(text("h1", "Our team"), "h1")}
<div role="list" class="wixui-repeater">{people}</div>
{comp(text("p", c["hours"]), "hours")}{comp(text("p", c["notice"]), "note")}
</div></main><footer id="SITE_FOOTER">
{comp(text("p", f"© {v.vary('year', '2025', '2026')} by {v.company}"), "foot")}</footer>
</div></div></div>{around(v)}</body></html>"""
