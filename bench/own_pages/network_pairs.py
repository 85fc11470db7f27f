"""Pairs of pages about partners, customers, certificates and events."""

from functools import partial

from bench.own_pages import network as of
from bench.own_pages.pair import Pair, drop, insert, news, nothing, put, say

apps = partial(Pair, page="integrations", path="/integrations", shape=of.integrations, content=of.APPS)
partners = partial(Pair, page="partners", path="/partners", shape=of.partner_tiers, content=of.PARTNERS)
logos = partial(Pair, page="customer logos", path="/customers", shape=of.logo_wall, content=of.LOGOS)
trust = partial(Pair, page="trust", path="/trust", shape=of.trust_center, content=of.TRUST)
events = partial(Pair, page="events", path="/events", shape=of.events, content=of.EVENTS)
story = partial(Pair, page="case study", path="/stories/bahia-foods", shape=of.case_study, content=of.STORY)

PAIRS = (
    apps(
        id="apps-new-integration",
        company="Dealwright",
        noise="counter carousel",
        edits=(insert("apps/3", ["Corvid Assist", "AI", "Drafts the follow-up mail."]),),
        answer=news(
            "A new integration, Corvid Assist (AI): drafts the follow-up mail.",
            "",
            "Corvid Assist AI Drafts the follow-up mail.",
        ),
    ),
    apps(
        id="apps-noise",
        company="Pipeline Pro",
        noise="counter carousel shuffle year",
        answer=nothing("Install counts, the app of the day, another order."),
    ),
    apps(
        id="apps-removed",
        company="Salesfern",
        noise="counter shuffle",
        edits=(drop("apps/4"),),
        answer=news(
            "The integration with Callisto Voice is gone.", "Callisto Voice Telephony Calls logged by themselves.", ""
        ),
    ),
    partners(
        id="partners-promoted-and-new",
        company="Oxbridge ERP",
        edits=(
            drop("tiers/1/1/2"),
            insert("tiers/0/1/3", "Tandem Data"),
            insert("tiers/1/1/0", "Hallmere Technologies"),
        ),
        answer=news(
            "Tandem Data is now a premier partner; Hallmere Technologies joins as an advanced one.",
            "",
            "Hallmere Technologies",
        ),
    ),
    partners(
        id="partners-noise",
        company="Millrace ERP",
        noise="geo csrf year +newsletter",
        answer=nothing("A country bar and a pop-up."),
    ),
    partners(
        id="partners-gone",
        company="Tollgate Systems",
        noise="csrf geo",
        edits=(drop("tiers/0/1/1"),),
        answer=news("Bravely Digital is no longer a premier partner.", "Bravely Digital", ""),
    ),
    logos(
        id="logos-new-customer",
        company="Answerly",
        noise="counter",
        edits=(insert("names/4", "Helvetia Post"),),
        answer=news("A new logo on the customer wall: Helvetia Post.", "", "Helvetia Post"),
    ),
    logos(
        id="logos-noise",
        company="Deskwise",
        noise="counter shuffle year",
        answer=nothing("Logos in another order, a running count."),
    ),
    logos(
        id="logos-story",
        company="Chatterbox",
        noise="counter shuffle",
        edits=(put("story", "Kumo Airlines rebooks 9,000 passengers in one night."),),
        answer=news(
            "The story on top is now of Kumo Airlines, not Pennine Water.",
            "Pennine Water answers 40% more calls with the same staff.",
            "Kumo Airlines rebooks 9,000 passengers in one night.",
        ),
    ),
    trust(
        id="trust-new-badge",
        company="Vaultine",
        noise="relative svg",
        edits=(insert("badges/2", "ISO 42001"),),
        answer=news("The ISO 42001 badge is new.", "", "ISO 42001"),
    ),
    trust(
        id="trust-subprocessor",
        company="Safehold",
        noise="relative",
        edits=(put("subprocessors/1", ["Postreich GmbH", "Delivery of e-mail", "Austria"]),),
        answer=news(
            "Postreich GmbH in Austria delivers e-mail instead of Mailwren Inc. in the United States.",
            "Mailwren Inc. United States",
            "Postreich GmbH Austria",
        ),
    ),
    trust(
        id="trust-noise",
        company="Lockstep",
        noise="relative svg year",
        answer=nothing("When the controls were last checked."),
    ),
    trust(
        id="trust-soc2-lost",
        company="Keybox",
        noise="relative",
        edits=(drop("badges/1"), say("November 2025", "February 2026")),
        answer=news(
            "The SOC 2 Type II badge is gone; the last penetration test is of February 2026.",
            "SOC 2 Type II November 2025",
            "February 2026",
        ),
    ),
    events(
        id="events-new",
        company="Gridmetric",
        noise="clock counter stock",
        edits=(insert("events/2", ["17 June 2026", "Smart Meter Summit Oslo", "Keynote"]),),
        answer=news(
            "A new date: Smart Meter Summit Oslo, 17 June 2026, keynote.",
            "",
            "17 June 2026 Smart Meter Summit Oslo Keynote",
        ),
    ),
    events(
        id="events-noise",
        company="Loadwise",
        noise="clock counter stock year",
        answer=nothing("Countdown, today's date, seats left."),
    ),
    story(
        id="story-number",
        company="Ledgerfold",
        noise="counter related carousel",
        edits=(say("92%", "95%"),),
        answer=news("95% of statements are booked by rules, not 92%.", "92% 92%", "95% 95%"),
    ),
    story(
        id="story-noise",
        company="Balancewell",
        noise="counter related carousel year",
        answer=nothing("Shares and views, other stories, quotes in another order."),
    ),
)
