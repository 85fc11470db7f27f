"""Builds the records of `accounts.yaml` from its checked entries."""

from config.accounts_schema import AccountEntry, AlertsEntry, PersonEntry, UsEntry, digest_hour
from config.values import revenue
from domain.accounts import Account, AlertRule, Alerts, Away, Mute, Paused, Person, Product, Renewal, Stage, Us, Use
from domain.sources import Origin


def build_us(entry: UsEntry) -> Us:
    products = tuple(
        Product(
            name=product.name,
            what=product.what,
            topics=product.topics,
            rivals=tuple((rival, theirs or ()) for rival, theirs in product.rivals.items()),
        )
        for product in entry.products
    )
    return Us(name=entry.name, products=products)


def build_person(key: str, entry: PersonEntry) -> Person:
    day, hour = digest_hour(entry.digest)
    return Person(
        key=key,
        name=entry.name,
        email=entry.email,
        zone=entry.zone,
        digest_day=day,
        digest_time=hour,
        analyst=entry.analyst,
        leads=entry.leads,
        away=Away(deputy=entry.away.deputy, since=entry.away.since, until=entry.away.until) if entry.away else None,
        paused=Paused(why=entry.paused.why, until=entry.paused.until) if entry.paused else None,
        alerts=build_alerts(entry.alerts) if entry.alerts else Alerts(),
    )


def build_alerts(entry: AlertsEntry) -> Alerts:
    return Alerts(
        rules=tuple(
            AlertRule(tag=rule.tag, stake=revenue(rule.stake) if rule.stake else None, notice=rule.notice)
            for rule in entry.when
        ),
        channels=entry.by,
        at_most=entry.at_most,
    )


def build_account(entry: AccountEntry, *, file: str, line: int) -> Account:
    renewal = entry.renewal
    return Account(
        name=entry.name,
        aliases=entry.aliases,
        former_names=entry.former_names,
        tickers=entry.tickers,
        domains=entry.domains,
        ambiguous=entry.ambiguous,
        tier=entry.tier,
        stage=Stage(entry.stage) if entry.stage else None,
        owner=entry.owner,
        team=entry.team,
        industry=entry.industry,
        places=entry.places,
        buys=entry.buys,
        also_uses=tuple(
            Use(competitor=rival, product=product)
            for rival, products in entry.also_uses.items()
            for product in products or (None,)
        ),
        bound_by=entry.bound_by,
        topics=entry.topics,
        partners=entry.partners,
        revenue=revenue(entry.revenue) if entry.revenue else None,
        renewal=Renewal(ends=renewal.ends, notice=renewal.notice, auto=renewal.auto) if renewal else None,
        next_meeting=entry.next_meeting,
        mute=tuple(
            Mute(why=mute.why, tag=mute.tag, competitor=mute.competitor, until=mute.until) for mute in entry.mute
        ),
        crm=entry.crm,
        origin=Origin(file=file, line=line),
    )
