"""Pairs where the page is written another way, most with the same words, some with a change inside."""

from functools import partial

from bench.own_pages import company, languages, more, network, pricing_cards, pricing_tables, product, public
from bench.own_pages.pair import Pair, insert, news, nothing, put, say

usage = partial(
    Pair, page="usage prices", path="/pricing", shape=pricing_tables.usage_prices, content=pricing_tables.USAGE
)
rivals = partial(Pair, page="comparison", path="/compare", shape=pricing_tables.versus, content=pricing_tables.VERSUS)
hosting = partial(Pair, page="pricing tabs", path="/prices", shape=pricing_cards.tab_panels, content=pricing_cards.TABS)
gym = partial(
    Pair, page="page-builder pricing", path="/join", shape=pricing_cards.elementor, content=pricing_cards.ELEMENTOR
)
log = partial(Pair, page="changelog", path="/changes", shape=product.changelog, content=product.CHANGES)
models = partial(Pair, page="model table", path="/models", shape=product.model_table, content=product.MODELS)
sheet = partial(Pair, page="data sheet", path="/panel", shape=product.data_sheet, content=product.SHEET)
jobs = partial(Pair, page="job board", path="/jobs", shape=company.job_board, content=company.JOBS)
rows = partial(Pair, page="job table", path="/jobs.aspx", shape=company.vacancy_table, content=company.VACANCIES)
team = partial(Pair, page="leadership", path="/people", shape=company.team_cards, content=company.TEAM)
trust = partial(Pair, page="trust", path="/trust", shape=network.trust_center, content=network.TRUST)
story = partial(Pair, page="case study", path="/story", shape=network.case_study, content=network.STORY)
logos = partial(Pair, page="customer logos", path="/customers", shape=network.logo_wall, content=network.LOGOS)
press = partial(Pair, page="press", path="/news", shape=public.press_list, content=public.PRESS)
shares = partial(Pair, page="investors", path="/ir", shape=public.investors, content=public.INVESTORS)
guide = partial(Pair, page="documentation", path="/docs", shape=public.guide, content=public.GUIDE)
german = partial(
    Pair, page="German tariffs", path="/tarife", shape=languages.tarife, content=languages.TARIFE, lang="de"
)
spanish = partial(
    Pair, page="Spanish team", path="/equipo", shape=languages.equipo, content=languages.EQUIPO, lang="es"
)
chinese = partial(Pair, page="Chinese prices", path="/jiage", shape=languages.jiage, content=languages.JIAGE, lang="zh")
fees = partial(Pair, page="fee schedule", path="/fees", shape=more.fee_schedule, content=more.FEES)
plans = partial(Pair, page="doubled plans", path="/plans", shape=more.double_layout, content=more.DOUBLE)

PAIRS = (
    usage(id="rewrite-usage", company="Tarn Cloud", noise="template indented", answer=nothing("A new template.")),
    usage(id="rewrite-menu", company="Loch Cloud", noise="menu absolute", answer=nothing("The menu in another order.")),
    rivals(id="rewrite-versus", company="Fieldnotes", noise="typography lazy", answer=nothing("Other signs.")),
    hosting(id="rewrite-hosting", company="Serverwiese", noise="template absolute", answer=nothing("A new template.")),
    gym(id="rewrite-gym", company="Parkside Gym", noise="capitals indented", answer=nothing("Headings in capitals.")),
    log(id="rewrite-dates", company="Mergewell", noise="dates", answer=nothing("Dates are written another way.")),
    log(id="rewrite-log", company="Commitly", noise="template entities", answer=nothing("A new template.")),
    models(id="rewrite-models", company="Finch AI", noise="typography template", answer=nothing("A new template.")),
    sheet(
        id="rewrite-sheet", company="Photovolt", noise="typography lazy", answer=nothing("Fixed spaces before units.")
    ),
    jobs(id="rewrite-jobs", company="Wrenchworks", noise="template absolute", answer=nothing("A new template.")),
    rows(id="rewrite-rows", company="Solvent Works", noise="indented menu", answer=nothing("White space, menu order.")),
    team(id="rewrite-team", company="Halyard", noise="lazy template", answer=nothing("Images are loaded later.")),
    trust(id="rewrite-trust", company="Doorlock", noise="entities indented", answer=nothing("Letters as numbers.")),
    story(id="rewrite-story", company="Abacus Nine", noise="typography absolute", answer=nothing("Straight quotes.")),
    logos(id="rewrite-logos", company="Replywise", noise="lazy menu", answer=nothing("Images are loaded later.")),
    press(id="rewrite-press", company="Anchorage Ports", noise="template indented", answer=nothing("A new template.")),
    shares(id="rewrite-shares", company="Tidewater AG", noise="capitals template", answer=nothing("A new template.")),
    guide(id="rewrite-guide", company="Pingback", noise="typography indented", answer=nothing("Straight quotes.")),
    german(
        id="rewrite-german",
        company="Stadtwerke Weiltal",
        noise="entities typography",
        answer=nothing("Nur Schreibweise."),
    ),
    spanish(id="rewrite-spanish", company="Ebro Pagos", noise="entities lazy", answer=nothing("Solo la escritura.")),
    chinese(id="rewrite-chinese", company="Haiyang Cloud", noise="entities indented", answer=nothing("只有写法。")),
    fees(id="rewrite-fees", company="Volksbank Argen", noise="template typography", answer=nothing("A new template.")),
    plans(id="rewrite-plans", company="Slatewall", noise="capitals absolute", answer=nothing("Links with a campaign.")),
    hosting(
        id="relaunch-price",
        company="Rackgarten",
        noise="template indented",
        edits=(put("lines/0/1/1/1", "€11.90"),),
        answer=news(
            "In a new template Barn costs €11.90 instead of €9.90.", "€9.90", "€11.90", ("Barn", "€9.90", "€11.90")
        ),
    ),
    team(
        id="relaunch-role",
        company="Mainsail",
        noise="template capitals",
        edits=(put("people/4/1", "Chief Legal Officer"),),
        answer=news(
            "Clara Whitcombe is Chief Legal Officer, no longer General Counsel.",
            "General Counsel",
            "Chief Legal Officer",
        ),
    ),
    log(
        id="relaunch-release",
        company="Branchwise",
        noise="dates template",
        edits=(
            insert("releases/0", ["2026-03-09", "4.19", "March 9, 2026", ["Removed", "The old export format"]]),
            say("Tokens expire after 90 days", "Tokens expire after 60 days"),
        ),
        answer=news(
            "Version 4.19 of 9 March 2026 removes the old export format; tokens expire after 60 days, not 90.",
            "90",
            "Version 4.19 9 March 2026 Removed The old export format 60",
        ),
    ),
    fees(
        id="relaunch-fee",
        company="Raiffbank Isny",
        noise="typography indented",
        edits=(put("fees/5/2", "€5.00 each"),),
        answer=news(
            "Cash at other banks' machines costs €5.00 instead of €4.00.",
            "€4.00",
            "€5.00",
            ("Other banks’ machines", "€4.00", "€5.00"),
        ),
    ),
)
