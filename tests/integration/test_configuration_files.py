# ruff: noqa: E501 (a problem stands on one line here, as on the screen)
"""A home's files on disk: includes, encodings, the operator's file, and all problems of all files at once."""

import time
from ipaddress import ip_network
from pathlib import Path

import pytest

import config
from config.settings_file import load_settings
from config.sources_file import load_sources
from config.starter import STARTER_FILES
from domain.errors import ConfigurationError
from domain.settings import Smtp

SOURCES = "competitors:\n  - name: Acme\n    sources:\n      - {name: acme-one, url: 'https://acme.example/'}\n"
ACCOUNTS = "us: {name: Halden}\naccounts: [{name: Tessera Pay}]\n"


def home_of(folder: Path, **files: str) -> Path:
    """A home with these files; `__` in a name is a slash, `_yaml` an ending."""
    for name, text in {"sources_yaml": SOURCES, "accounts_yaml": ACCOUNTS, **files}.items():
        path = folder / name.replace("__", "/").replace("_yaml", ".yaml").replace("_toml", ".toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def told(home: Path, *, need_accounts: bool = True) -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        config.load(home, {}, need_accounts=need_accounts)
    assert [str(problem) for problem in caught.value.problems] == str(caught.value).split("\n")
    return [str(problem) for problem in caught.value.problems]


def test_the_starter_files_load_without_a_problem(tmp_path: Path) -> None:
    for path in STARTER_FILES:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    found = config.load(tmp_path, {})
    assert {source.kind for source in found.sources.sources} == {"page", "feed", "registry"}
    assert {source.subject.kind for source in found.sources.sources} == {"competitor", "market"}
    assert {person.analyst for person in found.accounts.people} == {True, False}
    assert found.accounts.topics


def test_an_empty_home_has_defaults_in_the_home(tmp_path: Path) -> None:
    settings, problems = load_settings(tmp_path, {})
    assert problems == ()
    assert settings.database_url == f"sqlite:///{tmp_path / 'bellwether.db'}"
    assert settings.smtp is None
    assert settings.digests == tmp_path / "digests"


def test_the_environment_comes_before_the_file(tmp_path: Path) -> None:
    home = home_of(tmp_path, bellwether_toml='[database]\nurl = "sqlite:///x.db"\n')
    assert load_settings(home, {})[0].database_url == "sqlite:///x.db"
    environ = {"BELLWETHER_DATABASE_URL": "postgresql://db/b", "BELLWETHER_BROWSER": "/opt/chrome"}
    settings, _ = load_settings(home, environ)
    assert settings.database_url == "postgresql://db/b"
    assert settings.fetching.browser == Path("/opt/chrome")


def test_every_setting_of_the_operator_is_read(tmp_path: Path) -> None:
    text = """\
[mail]
from = "Bellwether <b@halden.example>"
[smtp]
host = "mail.halden.example"
port = 465
security = "tls"
user = "b"
password_env = "MAIL_PASSWORD"
timeout = 10
[fetch]
contact = "https://halden.example/bot"
max_body = "5MB"
host_delay = 0
allowed_networks = ["127.0.0.0/8", "fd00::/8"]
egress_proxy = "http://proxy.halden.example:3128"
ca_file = "own-ca.pem"
browser_sandbox = true
images = false
"""
    settings, problems = load_settings(home_of(tmp_path, bellwether_toml=text), {})
    assert problems == ()
    assert settings.mail_from == "Bellwether <b@halden.example>"
    assert settings.smtp == Smtp(
        host="mail.halden.example",
        port=465,
        security="tls",
        user="b",
        password_env="MAIL_PASSWORD",
        timeout_seconds=10.0,
    )
    fetching = settings.fetching
    assert (fetching.max_body, fetching.host_delay, fetching.images) == (5_000_000, 0.0, False)
    assert fetching.allowed_networks == (ip_network("127.0.0.0/8"), ip_network("fd00::/8"))
    assert fetching.ca_file == tmp_path / "own-ca.pem"
    assert fetching.browser_sandbox is True


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[fetch]\ncontct = 'x'\n", "2:1: unknown key 'contct' (did you mean 'contact'?)"),
        ("[fecth]\ncontact = 'x'\n", "1:1: unknown key 'fecth' (did you mean 'fetch'?)"),
        ("[fetch]\n\nallowed_networks = ['10.1.0.5/16']\n", "3:20: '10.1.0.5/16' is no network: 10.1.0.5/16 has host bits set (write 10.1.0.0/16)"),
        ("[fetch]\nmax_body = 'big'\n", "2:12: 'big' is no size (write 20000000 or \"20MB\")"),
        ("[fetch]\nconcurrency = 0\n", "2:15: '0' is too small (at least 1)"),
        ("[fetch]\negress_proxy = 'http://u:p@x:1'\n", "2:16: 'http://u:p@x:1' is no proxy (write http://proxy.example:3128)"),
        ("[smtp]\nport = 25\n", "1:1: 'host' is missing (add 'host = ...')"),
        ("[smtp]\nhost = 'h'\nsecurity = 'ssl'\n", "3:12: unknown value 'ssl' (known: none, starttls, tls)"),
        ("[database]\nurl = 'mysql://x'\n", "2:7: 'mysql' is no database we use (write sqlite:///... or postgresql://...)"),
        ("[database]\nretention = '2y'\n", "2:13: 'retention' is not read yet: every snapshot is kept (take out '2y')"),
        ("[smtp]\nhost = mail\n", "2:8: not TOML: Invalid value (texts need quotes)"),
        ("smtp = 'x'\n", "1:8: 'x' stands where keys and values belong (write it as {key: value})"),
    ],
)  # fmt: skip
def test_a_mistake_of_the_operator_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    _, problems = load_settings(home_of(tmp_path, bellwether_toml=text), {})
    assert [str(problem) for problem in problems] == [f"bellwether.toml:{said}"]


def test_all_problems_of_all_files_come_at_once_in_order(tmp_path: Path) -> None:
    home = home_of(
        tmp_path,
        sources_yaml="include: more/*.yaml\naccounts:\n  - {name: t, of: Tesera Pay, url: 'https://t.example/'}\nx: 1\n",
        more__a_yaml="competitors: [{nam: A}]\n",
        more__b_yaml="a: [\n",
        accounts_yaml="us: {nme: Halden}\naccounts: [{name: Tessera Pay}]\n",
        bellwether_toml="[fetch]\nx = 1\n",
    )
    assert told(home) == [
        "sources.yaml:3:19: accounts.yaml has no account 'Tesera Pay' (did you mean 'Tessera Pay'?)",
        "sources.yaml:4:1: unknown key 'x' (known: include, defaults, competitors, accounts, markets, packs_off)",
        "more/a.yaml:1:15: 'name' is missing (add 'name: ...')",
        "more/a.yaml:1:16: unknown key 'nam' (did you mean 'name'?)",
        "more/b.yaml:2:1: while parsing a flow node, expected the node content, but found '<stream end>' (check quotes, brackets and indentation near here)",
        "accounts.yaml:1:5: 'name' is missing (add 'name: ...')",
        "accounts.yaml:1:6: unknown key 'nme' (did you mean 'name'?)",
        "bellwether.toml:2:1: unknown key 'x'",
    ]


def test_a_missing_file_names_the_command_that_writes_it(tmp_path: Path) -> None:
    assert told(tmp_path) == [
        "sources.yaml: the file is missing (`bellwether init` writes one to start from)",
        "accounts.yaml: the file is missing (create it, or let `bellwether init` write one to start from)",
    ]
    assert told(tmp_path, need_accounts=False) == [
        "sources.yaml: the file is missing (`bellwether init` writes one to start from)"
    ]


def test_without_accounts_a_crawl_can_still_be_made(tmp_path: Path) -> None:
    home = home_of(tmp_path)
    (home / "accounts.yaml").unlink()
    assert config.load(home, {}, need_accounts=False).accounts.accounts == ()


def test_a_file_that_is_not_utf8_is_told_with_its_place(tmp_path: Path) -> None:
    home = home_of(tmp_path)
    (home / "sources.yaml").write_bytes("competitors:\n  - name: Café\n".encode("latin-1"))
    (home / "accounts.yaml").write_bytes(ACCOUNTS.encode("utf-16"))
    assert told(home) == [
        "sources.yaml:2:14: byte 0xe9 is not UTF-8 (save it as UTF-8)",
        "accounts.yaml:1:1: byte 0xff is not UTF-8 (save it as UTF-8)",
    ]


def test_a_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    home = home_of(tmp_path)
    (home / "sources.yaml").write_bytes(b"\xef\xbb\xbf" + SOURCES.encode())
    assert config.load(home, {}).sources.named("acme-one") is not None


def test_an_accounts_file_that_is_too_large_says_where_its_accounts_can_stand(tmp_path: Path) -> None:
    home = home_of(tmp_path)
    with (home / "accounts.yaml").open("ab") as file:
        file.truncate(2_500_000)
    (said,) = told(home)
    assert said.startswith(
        "accounts.yaml: the file is larger than 2 MB (keep the accounts in a CSV export, named under "
    )
    assert "include" not in said


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    home = home_of(tmp_path)
    with (home / "sources.yaml").open("wb") as file:
        file.truncate(50_000_000)
    begun = time.monotonic()
    said = "the file is larger than 2 MB (split it up: sources.yaml names further files under 'include:')"
    assert told(home) == [f"sources.yaml: {said}"]
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    ("glob", "said"),
    [
        ("../*.yaml", "'../*.yaml' leads out of the home folder (write sources.d/*.yaml)"),
        ("/etc/*.yaml", "'/etc/*.yaml' leads out of the home folder (write sources.d/*.yaml)"),
        ("linked/*.yaml", "'linked/*.yaml' leads out of the home folder (write sources.d/*.yaml)"),
        ("more.yaml", "there is no file 'more.yaml' (create it, or delete this)"),
    ],
)
def test_an_include_stays_in_the_home(tmp_path: Path, glob: str, said: str) -> None:
    outside = home_of(tmp_path / "outside")
    home = home_of(tmp_path / "home", sources_yaml=f"include: ['{glob}']\n" + SOURCES)
    (home / "linked").symlink_to(outside)
    assert told(home) == [f"sources.yaml:1:11: {said}"]


def test_a_glob_may_match_nothing_yet(tmp_path: Path) -> None:
    home = home_of(tmp_path, sources_yaml="include: [sources.d/*.yaml]\n" + SOURCES)
    assert load_sources(home / "sources.yaml")[1] == ()


def test_the_hashes_change_with_the_text_of_any_file(tmp_path: Path) -> None:
    home = home_of(tmp_path, sources_yaml="include: more/*.yaml\n" + SOURCES, more__a_yaml="markets: []\n")
    first = config.load(home, {})
    assert config.load(home, {}).sources_hash == first.sources_hash
    (home / "more" / "a.yaml").write_text("markets: [] # why\n")
    second = config.load(home, {})
    assert second.sources_hash != first.sources_hash
    assert second.accounts_hash == first.accounts_hash


def test_a_misspelt_section_is_told_once_and_its_consequences_are_not(tmp_path: Path) -> None:
    us = "us: {name: Halden, products: [{name: Rates, rivals: {Acme: null}}]}\n"
    accounts = us + "accounts: [{name: Tessera Pay, also_uses: {Acme: null}}]\n"
    home = home_of(tmp_path, sources_yaml=SOURCES.replace("competitors", "competitor"), accounts_yaml=accounts)
    assert told(home) == ["sources.yaml:1:1: unknown key 'competitor' (did you mean 'competitors'?)"]


def test_a_misspelt_section_of_accounts_is_told_once_too(tmp_path: Path) -> None:
    watched = SOURCES + "accounts: [{name: tessera-news, of: Tessera Pay, url: 'https://tessera.example/'}]\n"
    home = home_of(tmp_path, sources_yaml=watched, accounts_yaml=ACCOUNTS.replace("accounts", "acounts"))
    assert told(home) == ["accounts.yaml:2:1: unknown key 'acounts' (did you mean 'accounts'?)"]
    people = "peeple: {ines: {name: Ines, email: ines@halden.example, zone: UTC}}\n"
    home_of(tmp_path, accounts_yaml=people + ACCOUNTS.replace("Pay}", "Pay, owner: ines}"), sources_yaml=watched)
    assert told(tmp_path) == ["accounts.yaml:1:1: unknown key 'peeple' (did you mean 'people'?)"]


DOUBTED = """\
us:
  name: Halden
  products:
    - {name: Rates, topics: [hotel prices], rivals: {Acme: [Acme Feed]}}
people: {ines: {name: Ines, email: ines@halden.example, zone: UTC}}
accounts:
  - name: Marlowe
    owner: ines
    tier: key
    topics: [hotel price, night trains, Travel]
    also_uses: {Acme: [Acme Feed (Pro), Acme Desk], Bolt: Bolt Feed}
  - {name: Tessera, tier: key, team: [ines]}
  - {name: Calder}
topics: {rail: travel}
"""


def test_what_hardly_means_what_was_wanted_is_a_warning_that_stops_nothing(tmp_path: Path) -> None:
    watched = SOURCES + "  - {name: Bolt}\nmarkets:\n  - {name: wire, url: 'https://wire.example/'}\n"
    found = config.load(home_of(tmp_path, sources_yaml=watched, accounts_yaml=DOUBTED), {})
    assert all(problem.warning for problem in found.warnings)
    assert [str(problem) for problem in found.warnings] == [
        "sources.yaml:7:5: 'match' is missing, so competitors and accounts are both looked for (write match: [competitors, accounts], or one of them)",
        "accounts.yaml:10:14: no product, source or topic tree knows the topic 'hotel price' (did you mean 'hotel prices'?)",
        "accounts.yaml:10:27: no product, source or topic tree knows the topic 'night trains' (put it into the tree under topics:, or give it to a source)",
        "accounts.yaml:11:17: Marlowe runs Acme Desk, but the products under us have only Acme Feed of Acme as rival: same-product reasons cannot be given (add rivals: {Acme: Acme Desk} to the product of ours that it competes with)",
        "accounts.yaml:11:53: Marlowe runs Bolt Feed, but no product under us has Bolt as rival: same-product reasons cannot be given (add rivals: {Bolt: Bolt Feed} to the product of ours that it competes with)",
        "accounts.yaml:12:12: the key account 'Tessera' has no owner: only its team and the analysts read of it (add 'owner: ...', a short name under people)",
    ]


def test_the_starter_files_and_those_of_the_demo_raise_no_doubt(tmp_path: Path) -> None:
    for path in STARTER_FILES:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert config.load(tmp_path, {}).warnings == ()
    demo = Path(config.__file__).resolve().parent.parent / "demo"
    sources = (demo / "sources.yaml").read_text(encoding="utf-8").replace("${BASE}", "http://demo.example")
    accounts = (demo / "accounts.yaml").read_text(encoding="utf-8")
    assert config.load(home_of(tmp_path, sources_yaml=sources, accounts_yaml=accounts), {}).warnings == ()


def test_without_accounts_only_the_sources_are_doubted(tmp_path: Path) -> None:
    home = home_of(tmp_path)
    (home / "accounts.yaml").unlink()
    assert config.load(home, {}, need_accounts=False).warnings == ()
