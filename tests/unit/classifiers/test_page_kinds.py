"""What kind of page a change stands on tells what it is; lists of news are read as feeds, policies as policies."""

from collections.abc import Callable

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
SITE = "https://brightvane.example"


@pytest.fixture
def tags(seen: See, edit: Callable[..., Edit], source: Callable[..., Source]) -> Callable[..., set[str]]:
    """The tags of one edit on the page at an address."""

    def found(url: str, before: str | None, after: str | None, where: str, path: tuple[str, ...] = ()) -> set[str]:
        made = seen(edit(before, after, where, path), of=source(url=f"{SITE}{url}"))
        return {tag.tag.value for one in made for tag in one.tags}

    return found


@pytest.mark.parametrize(
    ("url", "before", "after", "where", "path", "expected"),
    [
        ("/about/leadership", None, "Ngozi Adair", "heading", ("Leadership",), "executive"),
        ("/partners", None, "Hallmere Technologies", "card", ("Our partners", "Advanced partners"), "partnership"),
        ("/trust", "SOC 2 Type II", None, "paragraph", ("Trust center", "Compliance"), "regulatory"),
        ("/jobs", None, "Account Executive, Nordics Malmö", "list", ("Open positions", "Sales"), "hiring"),
        ("/locations", None, "Kraków", "heading", ("Our offices",), "expansion"),
        ("/events", None, "Smart Meter Summit Oslo", "heading", ("Meet us",), "event"),
        ("/docs/limits", "60 requests a minute", "120 requests a minute", "list", ("Limits",), "product"),
        ("/plans", "Viewers | 10 | 100", "Viewers | 3 | 100", "table", ("Plans",), "pricing"),
        ("/status", "All systems operational", "Bank feeds: degraded performance", "paragraph", (), "setback"),
    ],
)
def test_an_edit_that_says_little_is_told_by_the_page_it_stands_on(
    tags: Callable[..., set[str]],
    url: str,
    before: str | None,
    after: str | None,
    where: str,
    path: tuple[str, ...],
    expected: str,
) -> None:
    assert tags(url, before, after, where, path) == {expected}
    assert expected not in tags("/stories/ferries", before, after, where, ("A story",))


@pytest.mark.parametrize("url", ["/press", "/newsroom/2026", "/presse/"])
def test_a_line_that_comes_to_a_list_of_news_is_read_as_an_entry_of_a_feed(
    tags: Callable[..., set[str]], url: str
) -> None:
    assert tags(url, None, "Brightvane and Calder partner to bring rates to travel agents", "list") == {"partnership"}
    assert tags(url, None, "How to choose a hotel API", "list") == set()


def test_a_paragraph_of_one_article_is_no_title(tags: Callable[..., set[str]]) -> None:
    said = "Calder Rail picks Brightvane for its ticket readers in the north"
    assert "partnership" in tags("/blog", None, said, "list")
    assert tags("/blog/a-day-at-calder", None, said, "paragraph") == set()


@pytest.mark.parametrize("url", ["/privacy-policy", "/legal/terms", "/fr/conditions-generales", "/agb"])
def test_what_a_policy_names_in_passing_is_no_news(tags: Callable[..., set[str]], url: str) -> None:
    before = "We keep what the law asks us to keep."
    after = (
        "We keep what the law asks us to keep. We may partner with others, a court may order us to disclose data, and "
        "we may discontinue a product. The European Commission approved these clauses."
    )
    assert tags(url, before, after, "paragraph", ("Your data",)) == set()


def test_the_price_of_a_month_in_the_terms_is_pricing(tags: Callable[..., set[str]]) -> None:
    before, after = "A subscription costs $9.99 per month.", "A subscription costs $14.99 per month."
    assert tags("/terms", before, after, "paragraph", ("Fees",)) == {"pricing"}
