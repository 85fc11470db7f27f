"""Pairs written after the others and tuned on by nobody: what they score is what a new site would."""

from functools import partial

from bench.own_pages import fresh as of
from bench.own_pages.pair import Pair, drop, insert, lost, news, nothing, put, say
from bench.own_pages.visit import Content, Visit


def session_over(v: Visit, c: Content) -> str:
    return f"""<!DOCTYPE html><html lang="fr"><head><title>Identification - {v.company}</title></head><body><h1>Votre
session a expiré</h1>
<p>Identifiez-vous pour accéder à cette page.</p><form method="post"><input name="identifiant"><input type="password"
name="mdp">
<button>Se connecter</button></form></body></html>"""


def wartung(v: Visit, c: Content) -> str:
    return f"""<!DOCTYPE html><html lang="de"><head><title>Wartungsarbeiten</title></head><body><h1>{v.company} ist
gleich wieder da</h1>
<p>Wir führen gerade Wartungsarbeiten durch. Bitte versuchen Sie es in einer Stunde noch einmal.</p></body></html>"""


def checking(v: Visit, c: Content) -> str:
    return f"""<!DOCTYPE html><html><head><title>DDoS protection</title></head><body><p>Checking your browser before
you access
{v.site[8:]}. This process is automatic. Incident {v.token("nonce", "id", 18)}.</p></body></html>"""


room = partial(Pair, page="bookings", path="/rooms", shape=of.rooms, content=of.ROOMS, fresh=True)
repo = partial(Pair, page="repository", path="/queue", shape=of.repository, content=of.REPO, fresh=True)
course = partial(Pair, page="courses", path="/courses", shape=of.courses, content=of.COURSES, fresh=True)
mobile = partial(
    Pair, page="French plans", path="/mobile", shape=of.forfaits, content=of.FORFAITS, fresh=True, lang="fr"
)
grid = partial(Pair, page="stock grid", path="/fasteners", shape=of.stock_grid, content=of.STOCK, fresh=True)
app = partial(Pair, page="app", path="/app", shape=of.app_page, content=of.APP, fresh=True)
talk = partial(Pair, page="forum", path="/community", shape=of.forum, content=of.FORUM, fresh=True)

PAIRS = (
    room(
        id="rooms-price",
        company="Deskharbour",
        noise="hurry lookers",
        edits=(put("rooms/1/2", "£36"),),
        answer=news(
            "Meeting room Elm costs £36 an hour instead of £32.", "£32", "£36", ("Meeting room Elm", "£32", "£36")
        ),
    ),
    room(
        id="rooms-noise",
        company="Nookery",
        noise="hurry lookers sorted year",
        answer=nothing("Who looked and booked, another order."),
    ),
    room(
        id="rooms-terms",
        company="Loftly",
        noise="lookers",
        edits=(say("48 hours", "7 days"), say("Coffee is included", "Coffee is extra")),
        answer=news(
            "Free cancellation ends 7 days before instead of 48 hours; coffee is extra.",
            "48 hours included",
            "7 days extra",
        ),
    ),
    repo(
        id="repo-licence",
        company="Mudlark",
        noise="hurry lookers",
        edits=(put("licence", "Business Source 1.1"), insert("releases/0", ["v4.0.0", "Tiered storage"])),
        answer=news(
            "The licence is Business Source 1.1 instead of Apache-2.0; v4.0.0 brings tiered storage.",
            "Apache-2.0",
            "Business Source 1.1 v4.0.0 Tiered storage",
        ),
    ),
    repo(
        id="repo-noise",
        company="Sandpiper",
        noise="hurry lookers year",
        answer=nothing("Stars, forks, the last commit."),
    ),
    course(
        id="courses-new",
        company="Ledger Academy",
        noise="hurry lookers rotating",
        edits=(insert("courses/2", ["E-invoicing for the trades", "€180", "1 day"]),),
        answer=news(
            "A new course: E-invoicing for the trades, one day, €180.",
            "",
            "E-invoicing for the trades 1 day, €180",
            ("E-invoicing for the trades", "", "€180"),
        ),
    ),
    course(
        id="courses-noise",
        company="Audit School",
        noise="hurry lookers rotating",
        answer=nothing("Ratings, seats, a teacher."),
    ),
    course(
        id="courses-price",
        company="Controller College",
        edits=(put("courses/3/1", "€740"),),
        answer=news("Consolidation costs €740 instead of €690.", "€690", "€740", ("Consolidation", "€690", "€740")),
    ),
    mobile(
        id="forfait-apres",
        company="Ondine Mobile",
        noise="rotating session",
        edits=(say("puis 29,99 €", "puis 34,99 €"),),
        answer=news(
            "Le forfait 5G passe à 34,99 € au lieu de 29,99 € après douze mois.",
            "29",
            "34",
            ("Forfait 5G 250 Go", "29,99", "34,99"),
        ),
    ),
    mobile(
        id="forfait-donnees",
        company="Brise Telecom",
        noise="rotating classes",
        edits=(say("Forfait 100 Go", "Forfait 130 Go"), put("forfaits/1/1", "13")),
        answer=news(
            "Le forfait de 100 Go en offre 130 et coûte 13,99 € au lieu de 12,99 €.",
            "100 12",
            "130 13",
            ("Forfait 130 Go", "12", "13"),
        ),
    ),
    mobile(
        id="forfait-bruit",
        company="Alizé Mobile",
        noise="rotating classes session year",
        answer=nothing("Une autre voix."),
    ),
    grid(
        id="grid-two-prices",
        company="Boltwerk",
        noise="hurry lookers session",
        edits=(put("rows/0/2", "13.10"), put("rows/4/2", "10.20")),
        answer=news(
            "4711-08 costs 13.10 instead of 12.40, 7010-22 costs 10.20 instead of 9.60.",
            "12.40 9.60",
            "13.10 10.20",
            ("4711-08", "12.40", "13.10"),
            ("7010-22", "9.60", "10.20"),
        ),
    ),
    grid(
        id="grid-noise", company="Schraubenhof", noise="hurry lookers session year", answer=nothing("Levels of stock.")
    ),
    grid(
        id="grid-article-gone",
        company="Nutsmith",
        noise="session",
        edits=(drop("rows/3"), say("valid until further notice", "valid until 30 June 2026")),
        answer=news(
            "Threaded rod M8 is gone; prices are valid until 30 June 2026.",
            "6200-01 Threaded rod M8, 1 m 3.80 further notice",
            "30 June 2026",
        ),
    ),
    app(
        id="app-version",
        company="Metermate",
        noise="lookers rotating",
        edits=(put("version", "8.5.0"), put("new", ["Widgets for the lock screen", "Tariffs by the hour"])),
        answer=news(
            "Version 8.5.0: widgets for the lock screen, tariffs by the hour.",
            "8.4.1 Scan meters with the camera Fixes for Android 16",
            "8.5.0 Widgets for the lock screen Tariffs by the hour",
        ),
    ),
    app(id="app-noise", company="Wattwise", noise="lookers rotating rating", answer=nothing("Rating and reviews.")),
    app(
        id="app-price",
        company="Gaugely",
        noise="lookers",
        edits=(say("€1.99 to €49.99", "€2.99 to €79.99"), put("needs", "Android 11 or newer")),
        answer=news(
            "Purchases from €2.99 to €79.99 instead of €1.99 to €49.99; Android 11 is needed.",
            "€1.99 €49.99 9",
            "€2.99 €79.99 11",
            ("Purchases", "€1.99", "€2.99"),
        ),
    ),
    talk(
        id="forum-announcement",
        company="Threadneedle",
        noise="talk lookers hurry",
        edits=(say("31 December 2026", "30 June 2026"),),
        answer=news("The v2 API stays only until 30 June 2026, not 31 December.", "31 December", "30 June"),
    ),
    talk(
        id="forum-noise",
        company="Bobbinworks",
        noise="talk lookers hurry ids",
        answer=nothing("What people talk about this week."),
    ),
    room(
        id="broken-session-fr",
        company="Quaiwell",
        noise="session",
        broken=session_over,
        answer=lost("login_wall", "blocked"),
    ),
    grid(
        id="broken-wartung",
        company="Wartwell",
        noise="session",
        broken=wartung,
        answer=lost("maintenance", "error", "blocked", "thin"),
    ),
    course(
        id="broken-checking", company="Guardwell", noise="session", broken=checking, answer=lost("bot_wall", "blocked")
    ),
)
