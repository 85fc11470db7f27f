"""What happens in the good weeks of 200 accounts: the eight signals, their likes, and what nobody need hear of."""

from collections.abc import Callable

from bench.good_weeks import Happening, both, bound, buys, called, either, lives, nobody, on, runs
from domain.accounts import Account, Accounts
from domain.findings import TagName

PRICING, PRODUCT, PARTNERSHIP = (TagName.PRICING,), (TagName.PRODUCT,), (TagName.PARTNERSHIP,)
REGULATORY, EXECUTIVE, HIRING, FINANCIAL = (
    (TagName.REGULATORY,),
    (TagName.EXECUTIVE,),
    (TagName.HIRING,),
    (TagName.FINANCIAL,),
)
SETBACK, EXPANSION = (TagName.SETBACK,), (TagName.EXPANSION,)


def happenings(world: Accounts) -> tuple[Happening, ...]:
    """Two dozen: the eight signals, their likes, accounts' own news, and what nobody need hear of."""
    return (*_signals(), *_likes(), *_own_news(world), *_nobodys())


def _signals() -> tuple[Happening, ...]:
    return (
        _of("tiers", "Scrapingdog", PRICING, "Scrapingdog: Google Hotels API in tiers from $500 to $28,000 a month.",
            runs("Scrapingdog", "Google Hotels API")),
        _of("engenia", "BASF", REGULATORY,
            "U.S. EPA grants federal registration to BASF's Engenia herbicide for use on dicamba-tolerant crops.",
            either(runs("BASF", "Engenia"), both(buys("Halden Weed"), on("crop protection")),
                   both(buys("Halden Weed"), lambda one: one.industry == "agriculture"))),
        _of("smartway", "Tilray", PARTNERSHIP,
            "Tilray's CC Pharma signs agreement with Smartway Pharmaceuticals to widen availability in the UK.",
            both(buys("Halden Pharma"), lives("GB"))),
        _of("fedramp", "Vanta", PRODUCT + REGULATORY,
            "Vanta's FedRAMP offering is now FedRAMP 20x Moderate authorized on AWS GovCloud, with SSP generation.",
            either(runs("Vanta", "FedRAMP", None), both(buys("Halden Trust"), on("FedRAMP")))),
        _of("results", "ESTO", FINANCIAL, "ESTO Group 2025 in Estonia: revenue €35M (+14%), EBITDA €18M (+27%).",
            both(buys("Halden Pay"), lives("EE"))),
        _of("swap", "CapCut", PRODUCT, 'CapCut\'s list of AI tools: "Happy Horse 1.0" becomes "GPT Image 2".', nobody),
        _of("wallet", "Veridale", EXECUTIVE + REGULATORY,
            "Veridale hires Lena Brandt as head of regulatory affairs, months before the eIDAS wallet deadline.",
            bound("eIDAS wallet")),
        _of("openings", "Brightvane", HIRING, "Brightvane is hiring: three key account managers in Leeds.",
            lives("Leeds")),
    )  # fmt: skip


def _likes() -> tuple[Happening, ...]:
    return (
        _of("retired", "Brightvane", PRODUCT, "Brightvane StayFeed v1 will be retired on 30 June.",
            runs("Brightvane", "StayFeed")),
        _of("outage", "Brightvane", SETBACK, "Brightvane StayFeed outage: no prices for 11 hours on Friday.",
            runs("Brightvane", "StayFeed")),
        _of("cheaper", "Veridale", PRICING, "Veridale ID: price per check falls from €0.90 to €0.60.",
            runs("Veridale", "Veridale ID")),
        _of("breach", "Vanta", SETBACK, "Vanta says a bug exposed customer data in FedRAMP workspaces.",
            runs("Vanta", "FedRAMP", None)),
        _of("arrival", "Brightvane", EXPANSION, "Brightvane opens sales office and StayFeed service in Madrid.",
            both(either(runs("Brightvane", "StayFeed"), buys("Hotel Rates")), lives("ES"))),
    )  # fmt: skip


def _own_news(world: Accounts) -> tuple[Happening, ...]:
    """Some that name an account: the first, the fifth and so on of its trade; and a rule."""
    of = {trade: [one for one in world.accounts if one.industry == trade] for trade in _trades(world)}
    traveller, bank = of["travel"][0], of["fintech"][4]
    chemist, grower = of["pharmaceutical distribution"][1], of["agriculture"][7]
    return (
        _of("signs", "Scrapingdog", PARTNERSHIP, f"{traveller.name} signs three-year contract with Scrapingdog.",
            called(traveller.name)),
        _of("cfo", bank.name, EXECUTIVE, f"{bank.name} names Ada Lind chief financial officer.", called(bank.name)),
        _of("plant", grower.name, EXPANSION, f"{grower.name} to build second grain site.", called(grower.name)),
        _of("insolvent", chemist.name, SETBACK, f"{chemist.name} enters administration.", called(chemist.name)),
        _of("dora", "European Commission", REGULATORY,
            "European Commission adopts DORA guidance on digital identity checks for payment firms.", bound("DORA")),
    )  # fmt: skip


def _nobodys() -> tuple[Happening, ...]:
    return (
        _of("award", "Vanta", (), "Vanta named a Leader in compliance automation for the fourth time.", nobody),
        _of("marathon", "Scrapingdog", (), "Scrapingdog sponsors the Leeds half marathon.", nobody),
        _of("survey", "Brightvane", (), "Survey finds travellers book hotels later; hotel prices matter most.", nobody),
        _of("travel-news", "Travel Daily", (), "Travel demand in London recovers, says industry body.", nobody),
        _of("tractors", "Farm Weekly", (), "Agriculture fair in Des Moines draws record crowd.", nobody),
        _of("dividend", "BASF", FINANCIAL, "BASF proposes dividend of €2.25 per share.", nobody),
        _of("boss", "BASF", EXECUTIVE, "BASF: head of coatings division to leave in May.", nobody),
    )  # fmt: skip


def _trades(world: Accounts) -> set[str]:
    return {one.industry for one in world.accounts if one.industry}


def _of(key: str, company: str, tags: tuple[TagName, ...], text: str, concerns: Callable[[Account], bool]) -> Happening:
    return Happening(key=key, company=company, tags=tags, text=text, concerns=concerns)
