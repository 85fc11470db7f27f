"""Pairs of pages with prices in cards."""

from functools import partial

from bench.own_pages import pricing_cards as of
from bench.own_pages.pair import Pair, drop, insert, news, nothing, put, say

toggle = partial(Pair, page="pricing cards", path="/pricing", shape=of.card_toggle, content=of.TOGGLE)
tabs = partial(Pair, page="pricing tabs", path="/prices", shape=of.tab_panels, content=of.TABS)
react = partial(Pair, page="script-built pricing", path="/pricing", shape=of.react_pricing, content=of.REACT)
builder = partial(Pair, page="page-builder pricing", path="/memberships/", shape=of.elementor, content=of.ELEMENTOR)
store = partial(Pair, page="shop", path="/collections/cargo-bikes", shape=of.shop, content=of.SHOP)

PAIRS = (
    toggle(
        id="toggle-monthly-price",
        company="Inboxly",
        noise="viewers session",
        edits=(put("plans/1/2", "35"),),
        answer=news("Team goes from $29 to $35 per user a month.", "$29", "$35", ("Team", "$29", "$35")),
    ),
    toggle(
        id="toggle-yearly-price-only",
        company="Corvane",
        edits=(put("plans/2/3", "53"),),
        answer=news(
            "Business billed yearly goes from $49 to $53; the monthly price stays.",
            "$49",
            "$53",
            ("Business, yearly", "$49", "$53"),
        ),
    ),
    toggle(
        id="toggle-trial-shorter",
        company="Dovemail",
        noise="viewers year",
        edits=(say("14-day", "7-day"), drop("plans/0/4/2")),
        answer=news(
            "The free trial is 7 days instead of 14; Solo no longer has e-mail support.", "14 E-mail support", "7"
        ),
    ),
    toggle(
        id="toggle-noise",
        company="Pigeonhole",
        noise="viewers session svg year +onetrust ab_cta",
        answer=nothing("A count of viewers, another wording of the button, a cookie banner."),
    ),
    toggle(
        id="toggle-faq-discount",
        company="Relaybird",
        noise="viewers",
        edits=(say("30% off any plan", "20% off yearly plans"),),
        answer=news(
            "The charity discount falls from 30% off any plan to 20% off yearly plans.",
            "30 any plan",
            "20 yearly plans",
        ),
    ),
    tabs(
        id="tabs-hidden-panel-price",
        company="Hostelry",
        noise="csrf rating",
        edits=(put("lines/1/1/2/1", "€59.00"),),
        answer=news(
            "A .io domain costs €59.00 a year instead of €49.00.", "€49.00", "€59.00", (".io", "€49.00", "€59.00")
        ),
    ),
    tabs(
        id="tabs-new-offer",
        company="Webkeller",
        noise="csrf",
        edits=(insert("lines/2/1/2", ["Mailbox 200", "€6.90"]),),
        answer=news("A new Mailbox 200 at €6.90.", "", "Mailbox 200 €6.90", ("Mailbox 200", "", "€6.90")),
    ),
    tabs(
        id="tabs-noise",
        company="Nodeheim",
        noise="csrf rating geo year =cookiebot",
        answer=nothing("The number of reviews and the country note turn."),
    ),
    react(
        id="react-price-up",
        company="Shipwright",
        noise="classes ab related",
        edits=(put("plans/1/1", "25"),),
        answer=news("Pro goes from $20 to $25 per developer and month.", "20", "25", ("Pro", "20", "25")),
    ),
    react(
        id="react-new-plan",
        company="Deployable",
        noise="classes",
        edits=(
            insert("plans/2", ["Team", "40", "per developer and month", ["Shared environments", "90 days of logs"]]),
        ),
        answer=news(
            "A new Team plan at $40 per developer and month: shared environments, 90 days of logs.",
            "",
            "Team $40 per developer and month Shared environments 90 days of logs",
            ("Team", "", "40"),
        ),
    ),
    react(
        id="react-noise",
        company="Packhorse",
        noise="classes ab related +survey",
        answer=nothing("Only hashed class names, an experiment, other posts in the footer, a survey."),
    ),
    react(
        id="react-meter-price",
        company="Edgecraft",
        noise="classes related",
        edits=(say("$0.15 per GB", "$0.12 per GB"),),
        answer=news(
            "Bandwidth costs $0.12 per GB instead of $0.15.", "$0.15", "$0.12", ("Bandwidth", "$0.15", "$0.12")
        ),
    ),
    builder(
        id="builder-split-price",
        company="Harbour Gym",
        noise="clock testimonial",
        edits=(put("plans/1/1", "52"), put("plans/1/2", "50")),
        answer=news("Silver goes from £49.00 to £52.50 a month.", "49 00", "52 50", ("Silver", "49", "52")),
    ),
    builder(
        id="builder-joining-fee",
        company="Northside Fitness",
        noise="clock classes",
        edits=(say("£25", "£40"),),
        answer=news("The joining fee goes from £25 to £40.", "£25", "£40", ("Joining fee", "£25", "£40")),
    ),
    builder(
        id="builder-noise",
        company="Ironmill Club",
        noise="clock classes testimonial year +newsletter",
        answer=nothing("Another testimonial, widget ids, a cache stamp, a pop-up."),
    ),
    store(
        id="shop-sale",
        company="Velodrom",
        noise="counter stock csrf",
        edits=(put("items/0/2", "€3,890"),),
        answer=news(
            "Muldoon Long is on sale at €3,890 instead of €4,290.", "", "€3,890", ("Muldoon Long", "€4,290", "€3,890")
        ),
    ),
    store(
        id="shop-noise",
        company="Cargowheel",
        noise="counter stock csrf shuffle banner",
        answer=nothing("Stock and review counts, another order, another line in the bar on top."),
    ),
    store(
        id="shop-new-product",
        company="Ridgeline Bikes",
        noise="counter stock csrf shuffle",
        edits=(insert("items/3", ["Tern Hollow Flat", "€4,990", "€4,990", "Flat bed, 725 Wh battery"]),),
        answer=news(
            "New: Tern Hollow Flat, €4,990, flat bed, 725 Wh battery.",
            "",
            "Tern Hollow Flat Flat bed, 725 Wh battery €4,990",
            ("Tern Hollow Flat", "", "€4,990"),
        ),
    ),
)
