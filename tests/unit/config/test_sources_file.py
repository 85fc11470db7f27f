"""`sources.yaml`: what each key becomes, and every mistake with its line, column and hint."""

from datetime import date, time, timedelta

from config.includes import document_of
from config.sources_file import understand
from domain.sources import (
    Competitor,
    Expectation,
    Follow,
    Header,
    Origin,
    Paging,
    RegistryShape,
    Source,
    SourceKind,
    Step,
    Subject,
    SubjectKind,
)


def source(lines: str, *, section: str = "") -> Source:
    """The only source of a file; `lines` follow its name."""
    entry = "\n".join(f"      {line}" for line in lines.splitlines())
    text = f"{section}competitors:\n  - name: Acme\n    sources:\n    - name: acme-one\n{entry}\n"
    document, problems = document_of(text, "sources.yaml")
    assert problems == ()
    assert document is not None
    reading = understand([document])
    assert reading.problems == ()
    return reading.sources.sources[0]


def test_a_name_and_a_url_are_enough() -> None:
    found = source("url: https://acme.example/pricing")
    assert found.subject == Subject(kind=SubjectKind.COMPETITOR, name="Acme")
    assert found.kind is SourceKind.PAGE
    assert found.render == "http"
    assert found.schedule.every == timedelta(days=1)
    assert found.schedule.window is None
    assert found.origin == Origin(file="sources.yaml", line=4)


def test_defaults_fill_in_what_a_source_does_not_say() -> None:
    section = 'defaults: {every: 6h, window: "22:00-06:00 Europe/Berlin", language: de, currency: EUR, decimal: ","}\n'
    found = source("url: https://acme.example/\ncurrency: CHF", section=section)
    assert found.schedule.every == timedelta(hours=6)
    assert found.schedule.window == (time(22, 0), time(6, 0))
    assert found.schedule.window_zone == "Europe/Berlin"
    assert (found.language, found.currency, found.decimal) == ("de", "CHF", ",")


def test_every_key_of_a_page_is_read() -> None:
    found = source(
        """\
url: https://acme.example/plans
render: browser
steps:
  - wait: ".plan"
  - click: "button:text('Yearly')"
  - scroll: bottom
select: ["main .plans", "//table[@id='prices']"]
remove: .testimonial
ignore: 'updated \\d+ minutes ago'
headers: {Authorization: "Bearer ${BELLWETHER_SECRET_ACME}"}
expect: [text: per month, {selector: .plan}]
paused: {until: 2026-03-15, why: Redesign}
note: Ask Jonas
was: [acme-prices]
tags: [pricing]
topics: hotel prices"""
    )
    assert found.browser
    assert found.steps == (
        Step(action="wait", argument=".plan"),
        Step(action="click", argument="button:text('Yearly')"),
        Step(action="scroll", argument="bottom"),
    )
    assert found.select == ("main .plans", "//table[@id='prices']")
    assert found.remove == (".testimonial",)
    assert found.ignore == (r"updated \d+ minutes ago",)
    assert found.headers == (Header(name="Authorization", value="Bearer ${BELLWETHER_SECRET_ACME}"),)
    assert found.expect == (Expectation(text="per month"), Expectation(selector=".plan"))
    assert found.paused is not None
    assert found.paused.until == date(2026, 3, 15)
    assert (found.was, found.tags, found.topics) == (("acme-prices",), ("pricing",), ("hotel prices",))


def test_a_feed_follows_its_entries() -> None:
    found = source("url: https://acme.example/feed\nkind: feed\nfollow: {select: article, at_most: 3}")
    assert found.follow == Follow(select="article", at_most=3)


def test_a_register_says_where_its_records_are() -> None:
    found = source(
        """\
url: https://register.example/data.json
kind: registry
records: data.Products
key: [id, level]
fields: {status: status, owner: owner.name}
title: name
date: changed
link: "https://register.example/{id}"
names: [owner.name]
columnar: true
paging: {parameter: page, at_most: 5}
where: {level: [High, Moderate], state: open}"""
    )
    assert found.registry == RegistryShape(
        records="data.Products",
        key=("id", "level"),
        fields=(("status", "status"), ("owner", "owner.name")),
        columnar=True,
        title=("name",),
        date="changed",
        link="https://register.example/{id}",
        names=("owner.name",),
    )
    assert found.paging == Paging(parameter="page", first=1, at_most=5)
    assert found.where == (("level", ("High", "Moderate")), ("state", ("open",)))


def test_a_list_of_fields_goes_by_their_paths() -> None:
    found = source("url: https://r.example/\nkind: registry\nkey: id\nfields: [status, owner.name]")
    assert found.registry is not None
    assert found.registry.fields == (("status", "status"), ("owner.name", "owner.name"))


def test_markets_and_accounts_have_their_own_subjects() -> None:
    document, problems = document_of(
        """\
markets:
  - {name: wire, kind: feed, url: "https://wire.example/rss"}
  - {name: register, kind: feed, url: "https://wire.example/2", match: accounts}
accounts:
  - {name: tessera-news, of: Tessera Pay, url: "https://tessera.example/"}
""",
        "sources.yaml",
    )
    assert document is not None
    found = understand([document], problems)
    assert found.problems == ()
    subjects = {each.name: each.subject for each in found.sources.sources}
    assert subjects["wire"] == Subject(kind=SubjectKind.MARKET, name="wire")
    assert subjects["tessera-news"] == Subject(kind=SubjectKind.ACCOUNT, name="Tessera Pay")
    wire, register = found.sources.named("wire"), found.sources.named("register")
    assert wire is not None
    assert register is not None
    assert wire.match == (SubjectKind.COMPETITOR, SubjectKind.ACCOUNT)
    assert register.match == (SubjectKind.ACCOUNT,)


def test_a_competitor_has_names_and_domains() -> None:
    text = "competitors:\n  - {name: Acme, aliases: Acme Ltd, domains: [www.ACME.example], ambiguous: true}\n"
    document, _ = document_of(text, "sources.yaml")
    assert document is not None
    assert understand([document]).sources.competitors == (
        Competitor(name="Acme", aliases=("Acme Ltd",), domains=("acme.example",), ambiguous=True),
    )


def test_each_written_key_knows_its_line() -> None:
    found = source("url: https://acme.example/\nlanguage: fr", section="defaults:\n  every: 6h\n  language: en\n")
    assert dict(found.written) == {
        "every": Origin(file="sources.yaml", line=2),
        "name": Origin(file="sources.yaml", line=7),
        "url": Origin(file="sources.yaml", line=8),
        "language": Origin(file="sources.yaml", line=9),
    }


def test_an_included_file_has_its_own_defaults_and_those_of_the_first() -> None:
    first, _ = document_of("defaults: {every: 2d, language: en}\n", "sources.yaml")
    text = "defaults: {language: de}\nmarkets: [{name: a, url: 'https://a.example/'}]\n"
    second, _ = document_of(text, "sources.d/a.yaml", first=False)
    third, _ = document_of("markets: [{name: b, url: 'https://a.example/'}]\n", "sources.d/b.yaml", first=False)
    assert first is not None
    assert second is not None
    assert third is not None
    a, b = understand([first, second, third]).sources.sources
    assert (a.schedule.text, a.language) == ("2d", "de")
    assert (b.schedule.text, b.language) == ("2d", "en")
