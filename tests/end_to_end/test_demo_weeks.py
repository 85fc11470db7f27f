"""The demo, run as a person runs it, and its mails read as a real SMTP server receives them."""

import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from tests.end_to_end.support_demo import MONDAYS, ROOT, Played, played, run

__all__ = ["played"]


def test_the_last_line_names_the_newest_analysts_mail(played: Played) -> None:
    assert Path(played.last_line).is_absolute()
    assert Path(played.last_line).parent == played.home / "digests" / "2026-W09"
    assert "mara" in Path(played.last_line).name
    assert "<html" in Path(played.last_line).read_text(encoding="utf-8")


def test_the_note_names_nine_editions_whose_files_are_there(played: Played) -> None:
    editions = played.note["editions"]
    assert [(one["week"], one["recipient"]) for one in editions] == [
        (week, who) for week in MONDAYS for who in ("ines", "owen", "mara")
    ]
    assert all(Path(one[end]).is_file() for one in editions for end in ("eml", "html", "txt"))
    assert len(played.note["sources"]) == 20


def test_every_edition_is_received_once_and_sent_at_seven_on_monday(played: Played) -> None:
    assert sorted(played.mails) == sorted((week, who) for week in MONDAYS for who in ("ines", "owen", "mara"))
    assert len({mail["Message-ID"] for mail in played.mails.values()}) == 9


def test_the_first_edition_reports_no_change(played: Played) -> None:
    assert all(not one["event_ids"] for one in played.note["editions"] if one["week"] == "2026-W07")


def test_price_tiers_reach_the_manager_whose_account_runs_that_product(played: Played) -> None:
    assert played.tags("scrapingdog-google-hotels") == {"pricing"}
    prices = played.facts("scrapingdog-google-hotels", "price")
    amounts = [price for price in prices if price["kind"] in ("amount", "plan_added")]
    assert {(Decimal(p["amount_after"]), p["currency"], p["period"]) for p in amounts} == {
        (Decimal(amount), "USD", "month") for amount in (500, 2_000, 6_500, 14_000, 28_000)
    }
    assert str(played.mails["2026-W08", "ines"]["Subject"]).startswith("Marlowe: Scrapingdog")
    item = played.item("2026-W08", "ines", "MARLOWE TRAVEL")
    assert "from $500 to $28,000 a month" in item
    assert "Marlowe runs Scrapingdog's Google Hotels API" in item


def test_a_registration_reaches_the_grower_whom_no_text_names(played: Played) -> None:
    assert "regulatory" in played.tags("epa-registrations")
    item = played.item("2026-W08", "owen", "PENHALE GROWERS")
    assert "Engenia" in item
    assert "Halden Weed" in item
    assert "Not named in the text." in item


def test_an_agreement_reaches_the_pharmaceutical_distributor_in_the_uk(played: Played) -> None:
    assert played.tags("tilray-newsroom") == {"partnership"}
    first = played.facts("tilray-newsroom", "partnership")[0]
    assert (first["parties"], first["region"]) == (["CC Pharma", "Smartway Pharmaceuticals"], "UK")
    item = played.item("2026-W08", "owen", "Smartway")
    assert "CALDER PHARMA WHOLESALE" in item
    assert re.search(r"Why: .*\bUK\b.* Do: ", item)


def test_the_fedramp_page_is_product_and_regulatory_and_reaches_fintech_and_government(played: Played) -> None:
    assert played.tags("vanta-fedramp") == {"product", "regulatory"}
    assert any(
        "testimonial" in e["after"] or "quarters" in e["after"]
        for e in played.change("vanta-fedramp")["edits"]
        if e["after"]
    )
    item = played.item("2026-W08", "ines", "20x Moderate")
    assert "TESSERA PAY" in item
    assert "Tessera Pay runs Vanta beside your Halden Trust" in item
    assert "Cobbold Civic" in played.text("2026-W08", "ines")


def test_yearly_figures_are_financial_and_not_executive(played: Played) -> None:
    assert "financial" in played.tags("esto-news")
    assert "executive" not in played.tags("esto-news")
    figures = {(f["metric"], f["amount"], f["growth"]) for f in played.facts("esto-news", "figure")}
    assert {("revenue", "35000000", "14"), ("EBITDA", "18000000", "27"), ("net profit", "10000000", "48")} <= figures
    assert {("merchants", "9000", "48"), ("users", "790000", "20")} <= figures
    assert "790,000 users (+20%)" in played.text("2026-W08", "mara")


def test_one_swapped_list_item_is_one_line_that_touches_no_account(played: Played) -> None:
    change = played.change("capcut-ai-tools")
    assert played.tags("capcut-ai-tools") == {"product"}
    assert [(edit["before"], edit["after"]) for edit in change["edits"]] == [("Happy Horse 1.0", "GPT Image 2")]
    assert "“Happy Horse 1.0” with “GPT Image 2”" in played.item("2026-W08", "mara", "No account touched")


def test_a_hire_before_the_wallet_rule_is_executive_and_regulatory(played: Played) -> None:
    assert played.tags("veridale-notices") == {"executive", "regulatory"}
    (fact,) = played.facts("veridale-notices", "appointment")
    assert (fact["person"], fact["role"], fact["move"]) == ("Lena Brandt", "head of regulatory affairs", "joined")
    item = played.item("2026-W08", "ines", "Lena Brandt")
    assert "TESSERA PAY" in item
    assert re.search(r"Why: .*bound by eIDAS wallet.* Do: ", item, re.IGNORECASE)


def test_three_roles_in_the_accounts_city_are_an_early_warning(played: Played) -> None:
    assert played.tags("brightvane-jobs") == {"hiring"}
    assert [fact["place"] for fact in played.facts("brightvane-jobs", "opening")] == ["Leeds"] * 3
    item = played.item("2026-W08", "owen", "Leeds is Calder's city")
    assert "CALDER PHARMA WHOLESALE · early warning · hiring" in item


@pytest.mark.parametrize(
    ("tag", "rows"),
    [
        ("financial", ["revenue (+14%)", "EBITDA (+27%)", "net profit (+48%)", "merchants (+48%)", "users (+20%)"]),
        ("hiring", ["Key account manager Leeds"]),
    ],
)
def test_what_was_reported_and_whom_a_rival_seeks_is_listed(played: Played, tag: str, rows: list[str]) -> None:
    command = [sys.executable, "-m", "commands", "facts", "list", "--tag", tag, "--home", str(played.home)]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "executive" not in listed
    for row in rows:
        name, _, last = row.rpartition(" ")
        assert re.search(rf"{re.escape(name)} .*{re.escape(last)}", listed), listed


def test_nobody_reads_of_accounts_that_are_not_theirs(played: Played) -> None:
    for week in MONDAYS:
        assert not re.search(r"Penhale|Calder|Sunder", played.mails[week, "ines"].as_string(), re.IGNORECASE)
        assert not re.search(r"Tessera|Cobbold|Northlight", played.mails[week, "owen"].as_string(), re.IGNORECASE)


@pytest.mark.parametrize("recipient", ["ines", "owen", "mara"])
def test_the_quiet_week_is_quiet_and_says_what_could_not_be_seen(played: Played, recipient: str) -> None:
    (edition,) = [e for e in played.note["editions"] if (e["week"], e["recipient"]) == ("2026-W09", recipient)]
    assert edition["event_ids"] == []
    text = played.text("2026-W09", recipient)
    assert "No account touched" not in text
    unseen = " ".join(text[text.index("Not seen") :].split())
    assert "Brightvane prices" in unseen
    far = "1 source of rivals at none of your accounts"  # Owen has nobody who buys what Veridale sells
    assert (far if recipient == "owen" else "Veridale newsroom") in unseen


def test_in_the_quiet_week_no_watched_company_changed(played: Played) -> None:
    changed = {c["source"] for c in played.note["changes"] if c["to"]["captured_at"].startswith("2026-02-26")}
    assert changed <= {"trade-wire"}  # a wire of strangers goes on; it names nobody of ours
    states = {s["name"]: s["states"]["quiet"]["state"] for s in played.note["sources"]}
    assert {name for name, state in states.items() if state != "ok"} == {"brightvane-prices", "veridale-newsroom"}
    assert (states["brightvane-prices"], states["veridale-newsroom"]) == ("blocked", "soft_404")


def test_the_same_world_is_served_again_and_an_edit_of_a_page_is_news(played: Played) -> None:
    jobs = played.home / "world" / "signals" / "brightvane" / "jobs.json"
    more = '{"id": 5130, "title": "Sales lead", "location": {"name": "Hull"}},'
    edited = jobs.read_text(encoding="utf-8").replace('"jobs": [', '"jobs": [' + more)
    command = [sys.executable, "-m", "demo", "--serve", str(played.home)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as serving:
        try:
            assert serving.stderr is not None
            assert str(played.note["port"]) in serving.stderr.readline()
            crawl = ("commands", "crawl", "--home", str(played.home), "--source", "brightvane-jobs", "--json")
            (before,) = json.loads(run(*crawl))["sources"]
            jobs.write_text(edited, encoding="utf-8")
            (after,) = json.loads(run(*crawl))["sources"]
        finally:
            serving.terminate()
    assert (before["state"], before["change"]) == ("ok", None)
    assert (after["state"], bool(after["change"])) == ("ok", True)


def test_a_change_of_the_demo_is_explained_and_set_as_a_page(played: Played, tmp_path: Path) -> None:
    key = played.change("vanta-fedramp")["key"]
    home = ("--home", str(played.home))
    found = json.loads(run("commands", "changes", "explain", key, "--json", *home))
    told = [one["after"] for one in found["differences"] if one["fate"] == "news"]
    assert any("20x Moderate" in (after or "") for after in told)
    chat = [one for one in found["differences"] if (one["after"] or "").startswith("Chat with us")]
    assert [one["fate"] for one in chat] == ["furniture"]
    run("commands", "changes", "show", key, "--html", str(tmp_path / "change.html"), *home)
    page = (tmp_path / "change.html").read_text(encoding="utf-8")
    assert "20x Moderate" in page
    assert "Chat with us" in page.partition("<details")[2]


def test_a_folder_that_is_not_the_demos_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    run("demo", "--out", str(tmp_path), status=2)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_the_sample_mail_of_the_readme_is_the_demos_own(played: Played) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    subject, *lines = [line[1:].strip() for line in readme.splitlines() if line.startswith(">") and line != ">"]
    assert subject == f"**{played.mails['2026-W08', 'ines']['Subject']}**"
    assert len(lines) >= 3
    for line in lines:
        assert line in played.text("2026-W08", "ines")
