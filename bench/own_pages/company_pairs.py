"""Pairs of pages about jobs and people."""

from functools import partial

from bench.own_pages import company as of
from bench.own_pages.pair import Pair, drop, insert, news, nothing, put, say

jobs = partial(Pair, page="job board", path="/jobs", shape=of.job_board, content=of.JOBS)
cards = partial(Pair, page="job cards", path="/careers", shape=of.job_cards, content=of.CARDS)
vacancies = partial(Pair, page="job table", path="/vacancies.aspx", shape=of.vacancy_table, content=of.VACANCIES)
team = partial(Pair, page="leadership", path="/about/leadership", shape=of.team_cards, content=of.TEAM)
practice = partial(Pair, page="site-builder team", path="/team", shape=of.wix_practice, content=of.WIX)

PAIRS = (
    jobs(
        id="jobs-one-opened-one-closed",
        company="Spannerly",
        noise="session",
        edits=(insert("groups/1/1/1", ["Account Executive, Nordics", "Malmö"]), drop("groups/3/1/0"), drop("groups/3")),
        answer=news(
            "New: Account Executive, Nordics, in Malmö. Gone: Payroll Accountant in Leeds, the only one in Finance.",
            "Finance Payroll Accountant Leeds",
            "Account Executive, Nordics Malmö",
        ),
    ),
    jobs(
        id="jobs-three-in-one-city",
        company="Pipefitter",
        edits=(
            insert("groups/1/1/0", ["Key Account Manager, Energy", "Gdańsk"]),
            insert("groups/1/1/1", ["Key Account Manager, Ports", "Gdańsk"]),
            insert("groups/1/1/2", ["Key Account Manager, Rail", "Gdańsk"]),
        ),
        answer=news(
            "Three key-account managers for Gdańsk: energy, ports, rail.",
            "7 jobs",
            (
                "Key Account Manager, Energy Gdańsk Key Account Manager, Ports Gdańsk Key Account Manager, Rail "
                "Gdańsk 10 jobs"
            ),
        ),
    ),
    jobs(
        id="jobs-noise",
        company="Drainworks",
        noise="ids session year +onetrust",
        answer=nothing("Other ids in the links and a cookie banner."),
    ),
    jobs(
        id="jobs-moved-city",
        company="Boilerplate Tools",
        noise="ids session",
        edits=(put("groups/1/1/0/1", "Zurich"),),
        answer=news("The account executive for DACH is now sought in Zurich, not Munich.", "Munich", "Zurich"),
    ),
    cards(
        id="cards-new-job",
        company="Gridwell",
        noise="relative counter shuffle session",
        edits=(insert("jobs/1", ["Head of Regulatory Affairs", "Brussels", "Full time", "Legal"]),),
        answer=news(
            "A Head of Regulatory Affairs is sought in Brussels, full time, Legal.",
            "",
            "Head of Regulatory Affairs Brussels Full time Legal",
        ),
    ),
    cards(
        id="cards-noise",
        company="Voltaire Charging",
        noise="relative counter shuffle session classes",
        answer=nothing("Days since posting, applicants, another order."),
    ),
    cards(
        id="cards-filled",
        company="Amperage",
        noise="relative counter ids",
        edits=(drop("jobs/3"), say("30 days", "32 days")),
        answer=news(
            "The machine learning engineer in Toulouse is gone; 32 days of leave instead of 30.",
            "Machine Learning Engineer Toulouse Full time Engineering 30",
            "32",
        ),
    ),
    vacancies(
        id="vacancies-deadline",
        company="Alkemia",
        noise="session clock",
        edits=(put("rows/2/4", "31 May 2026"),),
        answer=news("Applications for R-1046 are open until 31 May 2026 instead of 30 April.", "30 April", "31 May"),
    ),
    vacancies(
        id="vacancies-new-row",
        company="Reagenta",
        noise="session clock",
        edits=(insert("rows/0", ["R-1060", "Plant Director", "Debrecen", "Production", "31 May 2026"]),),
        answer=news(
            "New: Plant Director in Debrecen, R-1060, production, until 31 May 2026.",
            "",
            "R-1060 Plant Director Debrecen Production 31 May 2026",
        ),
    ),
    vacancies(
        id="vacancies-noise",
        company="Catalis",
        noise="session clock year",
        answer=nothing("View state and request digest."),
    ),
    team(
        id="team-new-cfo",
        company="Shoreline Freight",
        edits=(
            put(
                "people/1",
                [
                    "Ngozi Adair",
                    "Chief Financial Officer",
                    ("Joins from a listed packaging group, where she ran treasury."),
                ],
            ),
        ),
        answer=news(
            "Ngozi Adair replaces Anselm Ruiz as chief financial officer.",
            "Anselm Ruiz Led finance at two listed logistics groups.",
            "Ngozi Adair Joins from a listed packaging group, where she ran treasury.",
        ),
    ),
    team(
        id="team-role-interim",
        company="Hawser Lines",
        noise="session year",
        edits=(put("people/3/1", "Interim Chief Executive Officer"), drop("people/0")),
        answer=news(
            "Marit Solheim is gone; Bashir Noori is interim chief executive.",
            "Marit Solheim Chief Executive Officer Founded the company in 2014 after ten years in shipping. Commercial",
            "Interim Executive",
        ),
    ),
    team(
        id="team-board-seat",
        company="Capstan",
        noise="session",
        edits=(insert("board/2", ["Yuki Tanabe", "Non-executive director"]),),
        answer=news("Yuki Tanabe joins the board as non-executive director.", "", "Yuki Tanabe Non-executive director"),
    ),
    team(
        id="team-noise",
        company="Bollard",
        noise="session ab_cta year +chat",
        answer=nothing("Only image addresses and a chat."),
    ),
    practice(
        id="practice-new-dentist",
        company="Smile Quarter",
        noise="classes clock",
        edits=(insert("people/2", ["Dr. Rania Haddad", "Endodontics", "Wed, Thu"]),),
        answer=news(
            "Dr. Rania Haddad joins for endodontics, Wed and Thu.", "", "Dr. Rania Haddad Endodontics Wed, Thu"
        ),
    ),
    practice(
        id="practice-hours",
        company="Mill Lane Dental",
        noise="clock",
        edits=(say("Saturday 9:00–13:00", "closed on Saturday"), say("We accept", "We no longer accept")),
        answer=news("Closed on Saturday; no new patients any longer.", "9:00–13:00", "closed on no longer"),
    ),
    practice(
        id="practice-noise",
        company="Northgate Dental",
        noise="classes clock year =cookiebot",
        answer=nothing("Open or closed at the moment of the visit, class names, the year."),
    ),
)
