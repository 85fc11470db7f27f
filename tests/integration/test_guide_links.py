"""What the guide says of links, tags and warnings is what the program does."""

from datetime import UTC, date, datetime

import pytest

import classifiers
from accounts import Names, link
from config.accounts_file import read_accounts
from config.includes import document_of
from config.sources_file import understand
from domain.accounts import Accounts
from domain.changes import Captured, Change, ChangeStatus, Edit, EditKind
from domain.content import Where
from domain.events import Event, Impact, ReasonKind, Sighting
from domain.findings import Tag, TagName
from domain.sources import Competitor, SourceKind, Sources, Subject, SubjectKind

NOW = datetime(2027, 1, 4, 6, tzinfo=UTC)
RIVALS = tuple(Competitor(name=name) for name in ("Scrapingdog", "Vanta", "ESTO", "BASF"))
WORLD = """\
us:
  name: Halden
  products:
    - name: Hotel Rates
      rivals: {Scrapingdog: [Google Hotels API, Search API]}
    - name: Halden Trust
      rivals: {Vanta: [FedRAMP, Trust Center]}
    - name: Halden Weed
      topics: [weed control]
      rivals: {BASF: [Engenia]}
topics: {dicamba: weed control, weed control: crop protection}
accounts:
  - {name: Marlowe Travel, tier: key, buys: Hotel Rates, also_uses: {Scrapingdog: Google Hotels API}}
  - {name: Tessera Pay, tier: key, buys: Halden Trust, bound_by: [DORA]}
  - {name: Penhale Growers, tier: key, buys: Halden Weed, topics: [crop protection]}
"""


def world() -> Accounts:
    found, problems = read_accounts(WORLD, "accounts.yaml", Sources(competitors=RIVALS, sources=()))
    assert problems == ()
    return found


def linked(company: str, tag: TagName, text: str, topics: tuple[str, ...] = ()) -> dict[str, Impact]:
    """First word of an account's name -> its impact of one page block that is added."""
    subject = Subject(kind=SubjectKind.COMPETITOR, name=company)
    edit = Edit(key="e", kind=EditKind.ADDED, where=Where.PARAGRAPH, path=(), before=None, after=text)
    tags = (Tag(tag=tag, confidence=1.0, rule="r", quotes=()),)
    sighting = Sighting(
        key="s", change="c", source="one", source_kind=SourceKind.PAGE, url="https://one.example/", subject=subject,
        edits=(edit,), tags=tags, facts=(), headline=text, happened_on=None, first_seen=NOW, last_confirmed=NOW, seq=1,
        topics=topics,
    )  # fmt: skip
    event = Event(
        id="E1", subject=subject, headline=text, sightings=(sighting,), tags=tags, facts=(), happened_on=None,
        first_seen=NOW, last_confirmed=NOW,
    )  # fmt: skip
    where = world()
    found = link(event, where, Names(RIVALS, where.accounts), date(2027, 1, 4))
    return {impact.account.split()[0]: impact for impact in found}


@pytest.mark.parametrize("text", ["Google Hotels API: now $500 a month", "Team: now $500 a month"])
def test_a_price_of_what_the_account_runs_is_told_and_so_is_one_that_names_no_product(text: str) -> None:
    assert linked("Scrapingdog", TagName.PRICING, text)["Marlowe"].told


def test_a_price_of_another_product_of_that_rival_is_not_told() -> None:
    found = linked("Scrapingdog", TagName.PRICING, "Search API: now $500 a month")
    assert not ("Marlowe" in found and found["Marlowe"].told)


def test_news_of_a_rivals_product_bears_on_the_accounts_that_buy_ours() -> None:
    found = linked("Vanta", TagName.PRODUCT, "Trust Center now answers security questionnaires by itself")
    assert ReasonKind.SAME_PRODUCT in {reason.kind for reason in found["Tessera"].reasons}


def test_a_rule_finds_the_account_it_binds() -> None:
    found = linked("Vanta", TagName.REGULATORY, "Vanta's Trust Center now covers DORA for banks and payment companies")
    assert ReasonKind.BOUND_BY in {reason.kind for reason in found["Tessera"].reasons}


def test_news_of_a_narrow_topic_finds_the_account_that_cares_for_the_broad_one() -> None:
    found = linked("BASF", TagName.REGULATORY, "The agency approves dicamba for two more years", ("dicamba",))
    assert ReasonKind.TOPIC in {reason.kind for reason in found["Penhale"].reasons}


@pytest.mark.parametrize(
    ("kind", "tags"), [(SourceKind.REGISTRY, [TagName.REGULATORY]), (SourceKind.PAGE, []), (SourceKind.FEED, [])]
)
def test_the_tag_written_on_a_register_decides_and_on_anything_else_it_does_not(
    kind: SourceKind, tags: list[TagName]
) -> None:
    key = "key: id, " if kind is SourceKind.REGISTRY else ""
    entry = f"{{name: acme-one, kind: {kind}, {key}url: 'https://acme.example/', tags: regulatory}}"
    document, _ = document_of(f"competitors: [{{name: Acme, sources: [{entry}]}}]\n", "sources.yaml")
    assert document is not None
    (source,) = understand([document]).sources.sources
    at = Captured(snapshot=1, seq=1, captured_at=NOW)
    edit = Edit(
        key="e", kind=EditKind.ADDED, where=Where.RECORD, path=("Fathom",), before=None, after="Fathom", title="Fathom"
    )
    change = Change(
        key="c", source=source.name, source_id=1, subject=source.subject, status=ChangeStatus.NEWS, before=at, after=at,
        edits=(edit,),
    )  # fmt: skip
    rules = classifiers.load_rules()
    (sighting,) = classifiers.sight(
        change, source, 1, rules=rules, competitors=(Competitor(name="Acme"),), about=lambda _: (source.subject,)
    )
    assert [tag.tag for tag in sighting.tags] == tags
