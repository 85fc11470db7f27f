"""Pairs of press, help, contact, status, investor and documentation pages."""

from functools import partial

from bench.own_pages import public as of
from bench.own_pages.pair import Pair, drop, insert, news, nothing, put, say

press = partial(Pair, page="press", path="/press", shape=of.press_list, content=of.PRESS)
faq = partial(Pair, page="questions", path="/help", shape=of.faq_accordion, content=of.FAQ)
contact = partial(Pair, page="contact", path="/contact", shape=of.offices, content=of.OFFICES)
status = partial(Pair, page="status", path="/", shape=of.status_page, content=of.STATUS)
shares = partial(Pair, page="investors", path="/investors", shape=of.investors, content=of.INVESTORS)
guide = partial(Pair, page="documentation", path="/docs/webhooks", shape=of.guide, content=of.GUIDE)

PAIRS = (
    press(
        id="press-new-release",
        company="Brackwater",
        noise="email session",
        edits=(insert("items/0", ["5 Mar 2026", "Brackwater buys the tug operator Leeward Towage"]),),
        answer=news(
            "5 March: Brackwater buys the tug operator Leeward Towage.",
            "",
            "5 Mar 2026 Brackwater buys the tug operator Leeward Towage",
        ),
    ),
    press(
        id="press-noise",
        company="Saltmarsh Ports",
        noise="email session year +onetrust",
        answer=nothing("A scrambled address, cache-busting links, a cookie banner."),
    ),
    press(
        id="press-contact",
        company="Quayside",
        noise="email",
        edits=(put("contact", "Malik Ferreira, press office"),),
        answer=news(
            "The press contact is Malik Ferreira, no longer Oonagh Tierney.", "Oonagh Tierney", "Malik Ferreira"
        ),
    ),
    faq(
        id="faq-returns",
        company="Thistlebox",
        noise="counter",
        edits=(say("within 60 days. Return postage is on us", "within 30 days. Return postage costs €4.90"),),
        answer=news(
            "Goods go back within 30 days instead of 60, and return postage costs €4.90.",
            "60 is on us",
            "30 costs €4.90",
            ("Return postage", "", "€4.90"),
        ),
    ),
    faq(id="faq-noise", company="Bramblebox", noise="counter ids year", answer=nothing("Votes of usefulness and ids.")),
    faq(
        id="faq-new-question",
        company="Parcelmoss",
        noise="counter ids",
        edits=(insert("questions/3", ["Do you deliver to Switzerland?", "Since March, with duties paid."]),),
        answer=news(
            "They deliver to Switzerland since March, duties paid.",
            "",
            "Do you deliver to Switzerland? Since March, with duties paid.",
        ),
    ),
    contact(
        id="contact-new-office",
        company="Aurorasoft",
        noise="clock captcha csrf",
        edits=(insert("offices/2", ["Poland", "Długa 12, 31-146 Kraków, Poland", "+48 12 555 0111"]),),
        answer=news(
            "A new office in Kraków, Poland: Długa 12, +48 12 555 0111.",
            "",
            "Poland Długa 12, 31-146 Kraków, Poland +48 12 555 0111",
        ),
    ),
    contact(
        id="contact-noise",
        company="Boreal Data",
        noise="clock captcha csrf year +chat",
        answer=nothing("Local time, another captcha, a chat window."),
    ),
    contact(
        id="contact-moved",
        company="Kielo Systems",
        noise="csrf",
        edits=(put("offices/1/1", "Am Sandtorkai 50, 20457 Hamburg, Germany"),),
        answer=news("The Hamburg office moves to Am Sandtorkai 50.", "Speersort 4 20095", "Am Sandtorkai 50 20457"),
    ),
    status(
        id="status-incident",
        company="Relayhub",
        noise="relative counter stock",
        edits=(
            put("parts/2/1", "Partial outage"),
            put("headline", "Partial system outage"),
            put("days/0/1", "Webhooks delayed. Deliveries are up to 40 minutes late; we are working on it."),
        ),
        answer=news(
            "Webhooks have a partial outage: deliveries are up to 40 minutes late.",
            "All systems operational Operational No incidents reported.",
            (
                "Partial system outage Partial outage Webhooks delayed. Deliveries are up to 40 minutes late; "
                "we are working on it."
            ),
        ),
    ),
    status(
        id="status-noise",
        company="Hookline",
        noise="relative counter stock year",
        answer=nothing("Seconds since the refresh and the last digits of uptime."),
    ),
    shares(
        id="investors-figures",
        company="Brackwater Group",
        noise="ticker",
        edits=(put("figures/0/1", "€438m"), put("figures/0/2", "+16%"), put("calendar/0/0", "2 April 2026")),
        answer=news(
            "Revenue €438m (+16%) instead of €412m (+9%); the annual report comes on 2 April instead of 26 March.",
            "€412m 9 26 March",
            "€438m 16 2 April",
        ),
    ),
    shares(id="investors-noise", company="Wharfside", noise="ticker year", answer=nothing("Only the share price.")),
    guide(
        id="guide-retries",
        company="Hookwell",
        noise="counter",
        edits=(
            say("up to 5 times over 24 hours", "up to 8 times over 72 hours"),
            say("within 10 seconds", "within 5 seconds"),
        ),
        answer=news(
            (
                "Failed deliveries are tried 8 times over 72 hours, not 5 over 24; endpoints must answer within "
                "5 seconds, not 10."
            ),
            "24 10",
            "8 72",
        ),
    ),
    guide(
        id="guide-code",
        company="Signpost API",
        edits=(
            say("X-Signature header", "X-Signature-V2 header"),
            say("['X-Signature']", "['X-Signature-V2']"),
            drop("steps/0"),
        ),
        answer=news(
            (
                "The header is now X-Signature-V2, in the steps and the code; the step about answering within "
                "10 seconds is gone."
            ),
            "Create an endpoint that answers within 10 seconds.",
            "V2 V2",
        ),
    ),
    guide(
        id="guide-next-version",
        company="Eventpost",
        noise="counter",
        edits=(put("version", "v12 (latest) · v13 beta in April"),),
        answer=news("The version picker speaks of a beta of v13 in April.", "", "v13 beta in April"),
    ),
    guide(
        id="guide-noise",
        company="Callback Labs",
        noise="counter year",
        answer=nothing("Votes only."),
    ),
)
