"""Pairs of pages about products."""

from functools import partial

from bench.own_pages import product as of
from bench.own_pages.pair import Pair, drop, insert, news, nothing, put, say

grid = partial(Pair, page="feature grid", path="/product", shape=of.feature_grid, content=of.FEATURES)
log = partial(Pair, page="changelog", path="/changelog", shape=of.changelog, content=of.CHANGES)
tools = partial(Pair, page="tool list", path="/ai-tools", shape=of.tool_list, content=of.TOOLS)
models = partial(Pair, page="model table", path="/docs/models", shape=of.model_table, content=of.MODELS)
sheet = partial(Pair, page="data sheet", path="/modules/lumen-445", shape=of.data_sheet, content=of.SHEET)
board = partial(Pair, page="roadmap", path="/roadmap", shape=of.roadmap, content=of.ROADMAP)

PAIRS = (
    grid(
        id="features-new-tile",
        company="Waypost",
        noise="carousel svg",
        edits=(insert("tiles/4", ["Cold chain alerts", "A warning before the goods get warm."]),),
        answer=news(
            "A new feature, Cold chain alerts: a warning before the goods get warm.",
            "",
            "Cold chain alerts A warning before the goods get warm.",
        ),
    ),
    grid(
        id="features-noise",
        company="Dropline",
        noise="carousel svg year =onetrust",
        answer=nothing("The slider shows other quotes."),
    ),
    grid(
        id="features-number",
        company="Milkrun",
        edits=(put("numbers/1/0", "17"), say("in eleven languages", "in sixteen languages")),
        answer=news(
            "17 countries instead of 14; tracking pages in sixteen languages instead of eleven.",
            "14 eleven",
            "17 sixteen",
        ),
    ),
    log(
        id="changelog-release",
        company="Ledgerly",
        noise="relative counter",
        edits=(
            insert(
                "releases/0",
                [
                    "2026-03-09",
                    "4.19",
                    "March 9, 2026",
                    ["Added", "Approval rules for invoices"],
                    ["Fixed", "Slow CSV import"],
                ],
            ),
        ),
        answer=news(
            "Version 4.19 of March 9, 2026 adds approval rules for invoices and fixes slow CSV import.",
            "",
            "Version 4.19 March 9, 2026 Added Approval rules for invoices Fixed Slow CSV import",
        ),
    ),
    log(
        id="changelog-noise",
        company="Notarium",
        noise="relative counter year",
        answer=nothing("How long ago, and how many thumbs."),
    ),
    log(
        id="changelog-edited-note",
        company="Pipeworks",
        noise="counter",
        edits=(say("Tokens expire after 90 days", "Tokens expire after 30 days"),),
        answer=news("Tokens now expire after 30 days, says the note of 4.17, not 90.", "90", "30"),
    ),
    tools(
        id="tools-one-swapped",
        company="Cutmaker",
        noise="classes counter session",
        edits=(put("video/1", "Picture Mint 2"),),
        answer=news(
            "In the list of AI video tools Happy Pony 1.0 gives way to Picture Mint 2.",
            "Happy Pony 1.0",
            "Picture Mint 2",
        ),
    ),
    tools(
        id="tools-noise",
        company="Clipnest",
        noise="classes counter session =cookiebot",
        answer=nothing("The count of videos made today and class names."),
    ),
    tools(
        id="tools-version",
        company="Framepond",
        noise="counter",
        edits=(put("image/1", "Photon Brush 4"), insert("voice/3", "Chorale")),
        answer=news("Photon Brush 4 replaces 3; Chorale joins the voice tools.", "3", "4 Chorale"),
    ),
    models(
        id="models-price-cut",
        company="Corvid",
        noise="clock",
        edits=(put("rows/1/3", "$0.90"), put("rows/1/4", "$3.60")),
        answer=news(
            "corvid-medium-3 costs $0.90 in and $3.60 out per million tokens, from $1.20 and $4.80.",
            "$1.20 $4.80",
            "$0.90 $3.60",
            ("corvid-medium-3 input", "$1.20", "$0.90"),
            ("corvid-medium-3 output", "$4.80", "$3.60"),
        ),
    ),
    models(
        id="models-deprecated",
        company="Rookery",
        noise="clock",
        edits=(put("rows/4/5", "Deprecated, ends 30 September 2026"),),
        answer=news(
            "corvid-embed-2 is deprecated and ends 30 September 2026.",
            "Available",
            "Deprecated, ends 30 September 2026",
        ),
    ),
    models(
        id="models-noise",
        company="Jackdaw",
        noise="clock year",
        answer=nothing("Only the day of the last edit."),
    ),
    models(
        id="models-renewed-list",
        company="Magpie",
        noise="clock",
        edits=(
            drop("rows/3"),
            insert("rows/0", ["corvid-ultra-4", "1M", "32,768", "$9.00", "$36.00", "Preview"]),
            say("60 requests a minute", "120 requests a minute"),
        ),
        answer=news(
            "corvid-ultra-4 arrives in preview, corvid-large-2 is gone, new accounts get 120 requests a minute.",
            "corvid-large-2 128k 4,096 $5.00 $20.00 Deprecated, ends 30 June 2026 60",
            "corvid-ultra-4 1M 32,768 $9.00 $36.00 Preview 120",
        ),
    ),
    sheet(
        id="sheet-warranty",
        company="Helioform",
        noise="geo",
        edits=(put("facts/5/1", "30 years"), put("facts/0/1", "450 W")),
        answer=news("Warranty 30 years instead of 25, peak power 450 W instead of 445.", "25 445", "30 450"),
    ),
    sheet(
        id="sheet-noise",
        company="Sunmetric",
        noise="geo year +newsletter",
        answer=nothing("Another nearest dealer."),
    ),
    board(
        id="roadmap-moved-and-new",
        company="Huddleboard",
        noise="counter classes",
        edits=(
            drop("columns/1/1/1"),
            insert("columns/2/1/0", "SCIM provisioning"),
            insert("columns/0/1/0", "Data residency in India"),
        ),
        answer=news(
            "SCIM provisioning has shipped; data residency in India is planned.", "", "Data residency in India"
        ),
    ),
    board(
        id="roadmap-noise",
        company="Planwise",
        noise="counter classes year",
        answer=nothing("Votes only."),
    ),
)
