"""Short texts about invented companies in the style of real feeds, labelled before any rule was read.

Each line of heldout/*.psv is `tags|company|text`, with p pricing, d product, a partnership, r regulatory, e executive
and o for none of the five. Rules were tuned on `tuned.psv`; `heldout.psv` was set aside unread and is never tuned on.
"""

from pathlib import Path

import pytest

from bench.tags import predict
from classifiers import RuleBook, load_rules

FOLDER = Path(__file__).parent / "heldout"
LETTERS = {"p": "pricing", "d": "product", "a": "partnership", "r": "regulatory", "e": "executive"}
Judged = tuple[frozenset[str], frozenset[str], str]


@pytest.fixture(scope="module")
def five() -> RuleBook:
    return load_rules(packs=())


def judged(name: str, book: RuleBook) -> list[Judged]:
    found = []
    for line in (FOLDER / f"{name}.psv").read_text(encoding="utf-8").splitlines():
        letters, company, text = line.split("|", 2)
        given = frozenset(LETTERS[letter] for letter in letters.split(",") if letter != "o")
        found.append((given, predict({"text": text, "company": company}, book), text))
    return found


@pytest.mark.parametrize(("name", "exact", "kept_clean"), [("heldout", 0.93, 0.97), ("tuned", 0.95, 0.97)])
def test_headlines_of_companies_no_rule_knows_get_their_tags(
    five: RuleBook, name: str, exact: float, kept_clean: float
) -> None:
    rows = judged(name, five)
    wrong = [(text, sorted(found)) for given, found, text in rows if given != found]
    no_news = [found for given, found, _ in rows if not given]
    assert len(no_news) >= 50
    assert 1 - len(wrong) / len(rows) >= exact, wrong
    assert sum(not found for found in no_news) / len(no_news) >= kept_clean, wrong
