# ruff: noqa: E501 (a problem stands on one line here, as on the screen)
"""Mistakes in `sources.yaml`: each is told with its line, column and hint."""

import pytest

from config.includes import document_of
from config.sources_file import understand
from tests.unit.config.support_sources import told


def mistake(lines: str) -> list[str]:
    """Problems of a page whose own lines begin in line 6, column 7."""
    entry = "\n".join(f"      {line}" for line in lines.splitlines())
    start = "competitors:\n  - name: Acme\n    sources:\n    - name: acme-one\n      url: https://acme.example/\n"
    return [line.removeprefix("sources.yaml:") for line in told(start + entry + "\n")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("evry: 6h", "6:7: unknown key 'evry' (did you mean 'every'?)"),
        ("cron: 5 4 * * mon UTC", "6:7: unknown key 'cron' (write it under every: '30 5 * * mon,thu Europe/Berlin')"),
        ("selector: main", "6:7: unknown key 'selector' (did you mean 'select'?)"),
        ("kind: pagee", "6:13: unknown value 'pagee' (did you mean 'page'?)"),
        ("only: /customers/**", "6:7: 'only' belongs to kind: sitemap (delete it, or write kind: sitemap)"),
        (
            "board: acme",
            "6:7: unknown key 'board' (it goes with use: greenhouse-jobs, or another of `bellwether catalog list`)",
        ),
        ("render: chrome", "6:15: unknown value 'chrome' (known: http, browser)"),
        ("tags: [pricing, prcing]", "6:23: unknown tag 'prcing' (did you mean 'pricing'?)"),
        ("language: german", "6:17: 'german' is no language (write en, de or pt-BR)"),
        ("currency: €", "6:17: '€' is no currency (write EUR)"),
        ("currency: eur", "6:17: 'eur' is no currency (write EUR)"),
        ("decimal: ;", "6:16: ';' is no decimal mark (write '.' or ',' in quotes)"),
        (
            "select: 'main >'",
            "6:15: the selector 'main >' cannot be used: not CSS: Expected selector, got <EOF at 6> (CSS, or XPath beginning with /)",
        ),
        (
            "select: //p[",
            "6:15: the selector '//p[' cannot be used: not XPath: Invalid expression (CSS, or XPath beginning with /)",
        ),
        (
            "select: count(//p)",
            "6:15: the selector 'count(//p)' cannot be used: not CSS: Expected selector, got <DELIM '(' at 5> (CSS, or XPath beginning with /)",
        ),
        (
            "select: (count(//p))",
            "6:15: the selector '(count(//p))' cannot be used: it gives a value, not parts of the page (CSS, or XPath beginning with /)",
        ),
        (
            "remove: ['//p[re:test(., \"(a+)+$\")]']",
            "6:16: the selector '//p[re:test(., \"(a+)+$\")]' cannot be used: functions of 're:' are not allowed (CSS, or XPath beginning with /)",
        ),
        (
            "ignore: '(?=x)'",
            "6:15: the pattern '(?=x)' cannot be used: invalid perl operator: (?= (RE2 has no lookaround or backreference)",
        ),
        ("ignore: '\\d*'", "6:15: the pattern '\\d*' matches everywhere (make it need at least one character)"),
        (
            "headers: {X-Key: '${HOME}'}",
            "6:24: '${HOME}' is not read (only ${BELLWETHER_SECRET_X}, with X in capitals, digits and _)",
        ),
        (
            "headers: {X-Key: '${BELLWETHER_SECRET_A'}",
            "6:24: '${' is not read (only ${BELLWETHER_SECRET_X}, with X in capitals, digits and _)",
        ),
        ("headers: {User-Agent: Mozilla}", "6:17: the header 'User-Agent' is set by the crawler (delete it)"),
        ("headers: {'X Key': a}", "6:17: 'X Key' is not a header name (letters, digits and dashes)"),
        ('headers: {X: "a\\r\\nHost: b"}', "6:20: a header may not hold a line break (write it in one line)"),
        (
            "expect: [per month]",
            "6:16: 'per month' stands where keys and values belong (write it as [text: per month])",
        ),
        (
            "expect: [{text: a, selector: b}]",
            "6:16: give either a text or a selector (two expectations are two items with a dash)",
        ),
        ("expect: [{txt: a}]", "6:17: unknown key 'txt' (did you mean 'text'?)"),
        ("paused: {until: 2026-03-15}", "6:15: 'why' is missing (add 'why: ...')"),
        ("paused: {until: soon, why: x}", "6:23: 'soon' is not a day (write it as 2026-07-01)"),
        ("paused: {until: 2026-02-30, why: x}", "6:23: '2026-02-30' is not a day (write it as 2026-07-01)"),
        (
            "paused: true",
            "6:15: 'true' stands where keys and values belong (write it as {until: 2027-03-15, why: Redesign})",
        ),
        ("was: [Acme One]", "6:13: 'Acme One' cannot be a name (small letters, digits, dashes, at most 64: acme-one)"),
        (
            "was: acme-one",
            "6:12: the name 'acme-one' is used twice (the first is in sources.yaml:4; names are unique, former ones too)",
        ),
        (
            "note: [a]",
            "6:13: one text belongs here, not a list or a mapping (put it in quotes if it begins with { or [)",
        ),
        ("note:", "6:7: a value is missing here (write one, or delete the key)"),
        ("steps: [{wait: .a}]", "6:7: 'steps' need a browser (add render: browser)"),
        ("follow: {at_most: 3}", "6:7: 'follow' belongs to kind: feed (delete it, or write kind: feed)"),
        ("where: {a: b}", "6:7: 'where' belongs to kind: registry (delete it, or write kind: registry)"),
        ("of: Tessera Pay", "6:7: 'of' belongs to sources under accounts (move the entry there, or delete the key)"),
        ("match: accounts", "6:7: 'match' belongs to sources under markets (move the entry there, or delete the key)"),
        ("window: 06:00-22:00", "6:15: the window names no zone (write 06:00-22:00 Europe/Berlin)"),
        ("window: 6-22 UTC", "6:15: '6' is no time of day (write it as 07:00)"),
        ("window: 06:00-06:00 UTC", "6:15: the window begins when it ends (leave it out for the whole day)"),
        (
            "window: 06:00-22:00 Berlin",
            "6:15: unknown zone 'Berlin' (write it as Europe/Berlin, America/New_York or UTC)",
        ),
    ],
)
def test_a_mistake_is_told_with_line_column_and_hint(line: str, said: str) -> None:
    assert mistake(line) == [said]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("render: browser\nsteps: [{wiat: .a}]", "7:16: unknown key 'wiat' (did you mean 'wait'?)"),
        ("render: browser\nsteps: [{wait: .a, click: .b}]", "7:15: a step does one thing (give each of wait, click, scroll its own line with a dash)"),
        ("render: browser\nsteps: [{scroll: far}]", "7:24: 'far' is no distance to scroll (write bottom, or how many screens: 1 to 50)"),
        ("kind: feed\nfollow: {at_most: 0}", "7:25: '0' is too small (at least 1)"),
        ("kind: feed\nfollow: {at_most: many}", "7:25: 'many' is not a whole number (write digits only)"),
        ("kind: feed\nrender: browser", "7:7: a browser is for pages only (delete it, or watch the page itself)"),
        ("kind: feed\nselect: main", "7:7: 'select' belongs to kind: page (delete it, or write kind: page)"),
        ("kind: registry", "4:7: 'key' is missing (name the field that tells records apart: 'key: id')"),
        ("kind: registry\nkey: id\nlink: id", "8:13: 'id' leads nowhere (write \"https://register.example/{id}\", or \"{url}\" for a field)"),
        ("kind: registry\nkey: id\nlink: {id}", "8:13: one text belongs here, not a list or a mapping (put it in quotes if it begins with { or [)"),
        ("kind: registry\nkey: id\nfields: [a, [b]]", "8:15: fields are paths in the JSON (write [status, owner.name], or {label: path})"),
        ("kind: registry\nkey: id\npaging: {at_most: 2}", "8:15: 'parameter' is missing (add 'parameter: ...')"),
        ("kind: registry\nkey: id\ncolumnar: maybe", "8:17: 'maybe' is neither true nor false (write true or false)"),
    ],
)  # fmt: skip
def test_a_mistake_between_keys_is_told_where_it_is_made(lines: str, said: str) -> None:
    assert mistake(lines) == [said]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://acme.example/", "'ftp' is not fetched (only http:// and https:// addresses are)"),
        ("acme.example/pricing", "'acme.example/pricing' is not fetched (only http:// and https:// addresses are)"),
        ("javascript:alert(1)", "'javascript' is not fetched (only http:// and https:// addresses are)"),
        ("https://", "the address names no host (write https://host/path)"),
        ("https://me:pw@acme.example/", "an address may not hold a user or password (put it in headers: ${BELLWETHER_SECRET_X})"),
        ("https://acme.example\\@evil.example/", "the address holds a blank, a backslash or a control character (copy it from the browser again)"),
        ("'https://acme.example/a b'", "the address holds a blank, a backslash or a control character (copy it from the browser again)"),
        ("https://acme.example/?key=${BELLWETHER_SECRET_A}", "an address may not hold ${...} (put the secret in a header: ${BELLWETHER_SECRET_X})"),
        ("https://acme.example:99999/", "not an address: Port out of range 0-65535 (write https://host/path)"),
        ("https://[::1/", "not an address: Invalid IPv6 URL (write https://host/path)"),
    ],
)  # fmt: skip
def test_an_address_that_is_not_fetched_is_refused(url: str, said: str) -> None:
    assert told(f"markets:\n  - name: a\n    url: {url}\n") == [f"sources.yaml:3:10: {said}"]


def test_all_mistakes_are_told_at_once_in_file_order() -> None:
    text = """\
includ: [a.yaml]
defaults: {evry: 1d, every: 5x}
competitors:
  - name: Acme
    alias: [A]
    sources:
      - url: https://acme.example/
      - name: Acme Pricing
        url: nowhere
        every: often
  - nam: Brightvane
  - Vanta
accounts:
  - name: tessera
    url: https://tessera.example/
markets: {name: wire}
"""
    assert [line.removeprefix("sources.yaml:") for line in told(text)] == [
        "1:1: unknown key 'includ' (did you mean 'include'?)",
        "2:12: unknown key 'evry' (did you mean 'every'?)",
        "2:29: unknown unit 'x' (write m, h, d or w, as in 30m, 6h, 1d, 2w)",
        "5:5: unknown key 'alias' (did you mean 'aliases'?)",
        "7:9: 'name' is missing (add 'name: ...')",
        "8:15: 'Acme Pricing' cannot be a name (small letters, digits, dashes, at most 64: acme-pricing)",
        "9:14: 'nowhere' is not fetched (only http:// and https:// addresses are)",
        "10:16: 'often' is no schedule (write 6h, 1d, 'mon,thu 05:30 Europe/Berlin' or '30 5 * * mon,thu Europe/Berlin')",
        "11:5: 'name' is missing (add 'name: ...')",
        "11:5: unknown key 'nam' (did you mean 'name'?)",
        "12:5: 'Vanta' stands where keys and values belong (write for example 'name: ...')",
        "14:5: 'of' is missing (name the account as in accounts.yaml: 'of: Tessera Pay')",
        "16:10: a list belongs here (begin each item with a dash)",
    ]


def test_a_name_is_used_once_in_all_files() -> None:
    first, _ = document_of("markets: [{name: wire, url: 'https://a.example/', was: [old]}]\n", "sources.yaml")
    second, _ = document_of(
        "markets:\n  - {name: wire, url: 'https://b.example/'}\n  - {name: old, url: 'https://c.example/'}\n",
        "sources.d/b.yaml",
        first=False,
    )
    assert first is not None
    assert second is not None
    assert [str(problem) for problem in understand([first, second]).problems] == [
        "sources.d/b.yaml:2:12: the name 'wire' is used twice "
        "(the first is in sources.yaml:1; names are unique, former ones too)",
        "sources.d/b.yaml:3:12: the name 'old' is used twice "
        "(the first is in sources.yaml:1; names are unique, former ones too)",
    ]


def test_a_name_leads_to_one_competitor() -> None:
    assert told("competitors:\n  - name: Acme\n  - name: Brightvane\n    aliases: [BV, ACME]\n") == [
        "sources.yaml:4:19: 'ACME' names two competitors "
        "(it stands in sources.yaml:2 already; a name leads to one competitor)"
    ]


def test_a_domain_leads_to_one_competitor() -> None:
    text = "competitors:\n  - {name: Acme, domains: acme.example}\n  - {name: Brightvane, domains: [acme.example]}\n"
    assert told(text) == [
        "sources.yaml:3:34: 'acme.example' names two competitors (it stands in sources.yaml:2 already; a name leads to one competitor)"
    ]


def test_line_ends_of_windows_do_not_move_a_place() -> None:
    assert told("competitors:\r\n  - name: Acme\r\n    domain: x\r\n") == [
        "sources.yaml:3:5: unknown key 'domain' (did you mean 'domains'?)"
    ]


def test_a_domain_is_written_bare() -> None:
    assert told("competitors:\n  - name: Acme\n    domains: ['https://acme.example/', acme]\n") == [
        "sources.yaml:3:15: 'https://acme.example/' is not a domain (write acme.example)",
        "sources.yaml:3:40: 'acme' is not a domain (write acme.example)",
    ]


def test_an_included_file_may_not_include() -> None:
    _, problems = document_of("include: more.yaml\n", "sources.d/a.yaml", first=False)
    assert [str(problem) for problem in problems] == [
        "sources.d/a.yaml:1:10: an included file may not include more (list it in sources.yaml)"
    ]


def test_an_empty_file_is_told() -> None:
    assert told("# later\n") == ["sources.yaml:1:1: the file is empty (begin with 'competitors:')"]


def test_a_file_of_another_shape_is_told() -> None:
    hint = "(write for example 'include: ...')"
    assert told("- a\n") == [f"sources.yaml:1:1: keys and values belong here {hint}"]
    assert told("word\n") == [f"sources.yaml:1:1: 'word' stands where keys and values belong {hint}"]
