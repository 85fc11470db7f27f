"""Pairs of home pages, doubled layouts, directories, marketplaces, calculators and fee schedules."""

from functools import partial

from bench.own_pages import more as of
from bench.own_pages.pair import Pair, drop, insert, news, nothing, put, say, unsure

home = partial(Pair, page="home", path="/", shape=of.home_page, content=of.HOME)
double = partial(Pair, page="doubled plans", path="/plans", shape=of.double_layout, content=of.DOUBLE)
sites = partial(Pair, page="large directory", path="/sites", shape=of.large_directory, content=of.DIRECTORY)
market = partial(Pair, page="marketplace", path="/apis/hotel-prices", shape=of.market_listing, content=of.MARKET)
slider = partial(Pair, page="price calculator", path="/pricing", shape=of.calculator, content=of.SLIDER)
fees = partial(Pair, page="fee schedule", path="/fees", shape=of.fee_schedule, content=of.FEES)
TIERS = [
    ["Entry", "$500 a month", "50,000 calls, one user"],
    ["Growth", "$4,200 a month", "600,000 calls, five users, e-mail support"],
    ["Scale", "$12,000 a month", "2 million calls, priority queue"],
    ["Global", "$28,000 a month", "6 million calls, own cluster, named engineer"],
]

PAIRS = (
    home(
        id="home-product-in-menu",
        company="Tallybird",
        noise="related",
        edits=(insert("products/4", "Procurement"),),
        answer=news("A new product in the menu: Procurement.", "", "Procurement"),
    ),
    home(
        id="home-announcement",
        company="Pennywhistle",
        noise="related svg",
        edits=(put("bar", "Pennywhistle joins the Borealis Group"),),
        answer=news(
            "The bar on top says that Pennywhistle joins the Borealis Group.",
            "Join us at Ledger Days in Porto",
            "Pennywhistle joins the Borealis Group",
        ),
    ),
    home(
        id="home-noise",
        company="Cashflowery",
        noise="related svg year +onetrust",
        answer=nothing("Other posts in the rail of the blog and a cookie banner."),
    ),
    home(
        id="home-ab",
        company="Ledgerine",
        noise="ab session",
        answer=unsure("Another variant of a headline that is under test."),
    ),
    home(
        id="home-proof",
        company="Sumly",
        noise="related",
        edits=(
            say("in seven countries", "in nine countries"),
            insert("blocks/3", ["Procurement", "Orders that never surprise you."]),
        ),
        answer=news(
            "Payroll in nine countries instead of seven; Procurement is new.",
            "seven",
            "nine Procurement Orders that never surprise you.",
        ),
    ),
    double(
        id="double-price",
        company="Sketchwall",
        edits=(put("plans/1/1", "39"), put("plans/1/2", "35")),
        answer=news("Plus goes from $35 to $39 a month.", "$35", "$39", ("Plus", "$35", "$39")),
    ),
    double(
        id="double-quota",
        company="Whitecanvas",
        noise="csrf year",
        edits=(put("rows/1/1", "3"),),
        answer=news("Lite has 3 viewers instead of 10.", "10", "3"),
    ),
    double(
        id="double-currency",
        company="Boardroom Nine",
        noise="geo_currency",
        answer=unsure("The same plans, in euros for a visitor from Europe."),
    ),
    sites(
        id="directory-one-in-one-out",
        company="Chargewell",
        noise="counter stock clock",
        edits=(drop("rows/40"), insert("rows/12", ["Coimbra", "COI4", "300 kW", "CCS"])),
        answer=news(
            "Coimbra (300 kW, CCS) is new, Malaga is gone.",
            "Malaga MAL5 320 kW CCS, Type 2",
            "Coimbra COI4 300 kW CCS",
        ),
    ),
    sites(
        id="directory-power",
        company="Plugland",
        noise="counter stock clock ids",
        edits=(put("rows/5/2", "350 kW"),),
        answer=news("Bilbao now charges with 350 kW instead of 75.", "75", "350"),
    ),
    sites(
        id="directory-noise",
        company="Ampway",
        noise="counter stock clock ids year",
        answer=nothing("Free places and the time."),
    ),
    market(
        id="market-tiers-appear",
        company="Scrapewright",
        noise="counter classes",
        edits=(put("tiers", TIERS),),
        answer=news(
            "Prices appear: Entry $500, Growth $4,200, Scale $12,000, Global $28,000 a month.",
            "",
            "Pricing Entry $500 a month 50,000 calls, one user Growth $4,200 a month 600,000 calls, five "
            "users, e-mail support "
            "Scale $12,000 a month 2 million calls, priority queue Global $28,000 a month 6 million calls, "
            "own cluster, named "
            "engineer",
            ("Entry", "", "$500"),
            ("Growth", "", "$4,200"),
            ("Scale", "", "$12,000"),
            ("Global", "", "$28,000"),
        ),
    ),
    market(
        id="market-noise", company="Crawlyard", noise="counter classes year", answer=nothing("Calls of the last day.")
    ),
    market(
        id="market-latency",
        company="Dataspade",
        noise="counter classes",
        edits=(say("1.8 s at the median", "0.9 s at the median"), say("JSON, CSV", "JSON, CSV, Parquet")),
        answer=news("Latency 0.9 s instead of 1.8; Parquet is a new format.", "1.8", "0.9 Parquet"),
    ),
    slider(
        id="slider-overage",
        company="Smsly",
        edits=(say("$1.10", "$1.40"), put("steps/3/1", "$549")),
        answer=news(
            "500,000 messages cost $549 instead of $499; overage $1.40 a thousand instead of $1.10.",
            "$499 $1.10",
            "$549 $1.40",
            ("500,000 messages", "$499", "$549"),
            ("Overage", "$1.10", "$1.40"),
        ),
    ),
    slider(id="slider-ab", company="Textwell", noise="ab year", answer=nothing("The slider starts at another step.")),
    fees(
        id="fees-two-rates",
        company="Bank of Lindau",
        noise="ticker",
        edits=(put("fees/3/2", "1.95% of the amount"), put("fees/0/2", "€4.90 a month"), say("1 January", "1 April")),
        answer=news(
            (
                "Private account €4.90 a month instead of €3.90, other currencies 1.95% instead of 1.75%, from "
                "1 April 2026."
            ),
            "€3.90 1.75% January",
            "€4.90 1.95% April",
            ("Private account", "€3.90", "€4.90"),
        ),
    ),
    fees(
        id="fees-noise",
        company="Sparbank Wertach",
        noise="ticker year =onetrust",
        answer=nothing("Only rates of exchange."),
    ),
)
