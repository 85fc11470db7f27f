"""Pairs of pages with prices in tables."""

from functools import partial

from bench.own_pages.pair import Pair, drop, insert, news, nothing, put, say
from bench.own_pages.pricing_tables import MATRIX, OLD, USAGE, VERSUS, old_tables, plan_matrix, usage_prices, versus

matrix = partial(Pair, page="pricing table", path="/pricing", shape=plan_matrix, content=MATRIX)
usage = partial(Pair, page="usage prices", path="/pricing", shape=usage_prices, content=USAGE)
rivals = partial(Pair, page="comparison", path="/compare/tabulon", shape=versus, content=VERSUS)
dealer = partial(Pair, page="price list", path="/prices.asp", shape=old_tables, content=OLD)

PAIRS = (
    matrix(
        id="matrix-price-up",
        company="Quillmark",
        edits=(put("plans/0/1", "$59"),),
        answer=news("Starter goes from $49 to $59.", "$49", "$59", ("Starter", "$49", "$59")),
    ),
    matrix(
        id="matrix-tick-and-quota",
        company="Ostavia",
        path="/plans",
        noise="csrf testimonial session",
        edits=(put("rows/7/2", "yes"), put("rows/3/1", "500")),
        answer=news(
            "The Audit log comes to Growth; Starter now has 500 automation runs instead of 1,000.",
            "1,000 Not included",
            "500 Included",
        ),
    ),
    matrix(
        id="matrix-noise",
        company="Brindleworks",
        noise="csrf testimonial session svg year +chat",
        answer=nothing("A testimonial rotates, a chat window appears, the year in the footer turns."),
    ),
    matrix(
        id="matrix-plan-removed",
        company="Fennmoor",
        content={**MATRIX, "rows": [row[:4] for row in MATRIX["rows"]], "plans": MATRIX["plans"][:3]},
        noise="session year",
        edits=(
            drop("plans/0"),
            *(drop(f"rows/{at}/1") for at in range(10)),
        ),
        answer=news(
            "The Starter plan is gone; Growth and Scale stay.",
            "Starter $49 Choose 3 15 20 GB 1,000 Included Not included Not included Not included Not included E-mail",
            "",
            ("Starter", "$49", ""),
        ),
    ),
    usage(
        id="usage-request-price-down",
        company="Norvane",
        path="/storage/pricing",
        noise="clock",
        edits=(put("regions/1/1/0/1", "$0.34"),),
        answer=news(
            "Requests in US East cost $0.34 per million instead of $0.38.",
            "$0.38",
            "$0.34",
            ("US East (Dayton) requests", "$0.38", "$0.34"),
        ),
    ),
    usage(
        id="usage-new-region",
        company="Caldera Stack",
        edits=(
            insert(
                "regions/3",
                [
                    "South America (Rosario)",
                    [["Requests", "$0.57", "per million"], ["Stored data", "$0.031", "per GB and month"]],
                ],
            ),
        ),
        answer=news(
            "A new region, South America (Rosario): requests $0.57 per million, stored data $0.031 per GB and month.",
            "",
            (
                "South America (Rosario) Dimension Price Unit Requests $0.57 per million Stored data $0.031 per "
                "GB and month"
            ),
            ("South America (Rosario) requests", "", "$0.57"),
        ),
    ),
    usage(
        id="usage-noise",
        company="Harrowgate Cloud",
        noise="clock year +onetrust",
        answer=nothing("The time of loading and a request id change; a cookie banner appears."),
    ),
    rivals(
        id="versus-new-feature",
        company="Formley",
        noise="related",
        edits=(put("rows/3/1", "y"),),
        answer=news("Offline mode is now ticked for Formley.", "✗", "✓"),
    ),
    rivals(
        id="versus-noise",
        company="Pollywick",
        noise="related year +newsletter",
        answer=nothing("Three other articles to read; a newsletter pop-up."),
    ),
    rivals(
        id="versus-rival-price",
        company="Gatherly",
        path="/vs/tabulon",
        edits=(say("€75 a month", "€85 a month"), say("€39 a month", "€42 a month")),
        answer=news(
            "Price for 10 users: ours €39 to €42, Tabulon's €75 to €85 a month.",
            "€39 €75",
            "€42 €85",
            ("Price for 10 users", "€39 a month", "€42 a month"),
        ),
    ),
    dealer(
        id="oldtable-two-prices",
        company="Kestrel Label Supply",
        noise="counter clock session",
        edits=(put("rows/2/2", "429.00"), put("rows/5/2", "48.90")),
        answer=news(
            "KT-220R 412.00 to 429.00, labels 100 x 150 mm 46.20 to 48.90.",
            "412.00 46.20",
            "429.00 48.90",
            ("KT-220R", "412.00", "429.00"),
            ("LB-100x150", "46.20", "48.90"),
        ),
    ),
    dealer(
        id="oldtable-noise",
        company="Dunmore Labels",
        noise="counter clock session year",
        answer=nothing("Today's date, a visitor counter, session ids and the year."),
    ),
)
