"""What weakens a rival gets the tag of its own pack; what only speaks of such things does not."""

from dataclasses import replace

import pytest

from bench.tags import change, feed
from classifiers import RuleBook, load_rules, sight
from domain.findings import TagName
from domain.sources import Competitor, Subject, SubjectKind

COMPANY = "Brightvane"


@pytest.fixture(scope="module")
def book() -> RuleBook:
    return load_rules()


def tags(text: str, book: RuleBook, language: str = "en") -> set[TagName]:
    subject = Subject(kind=SubjectKind.COMPETITOR, name=COMPANY)
    made = sight(
        change(text, subject),
        replace(feed(subject), language=language),
        1,
        rules=book,
        competitors=(Competitor(name=COMPANY),),
        about=lambda edit: (subject,),
    )
    return {tag.tag for one in made for tag in one.tags}


@pytest.mark.parametrize(
    "text",
    [
        "Brightvane suffers second outage in a week",
        "Brightvane to cut 300 jobs in restructuring",
        "Brightvane announces redundancies in Leeds",
        "Brightvane discloses security breach",
        "Brightvane enters administration",
        "Brightvane issues profit warning",
        "Brightvane delays launch of StayFeed 4",
        "Brightvane loses contract with Calder Hotels",
        "Brightvane under fire over hidden cancellation terms",
        "Brightvane closes its Dublin warehouse",
        "Investigating: exports fail in eu-west",
        "Brightvane streicht Stellen in Kassel",
        "Panne géante chez Brightvane",
        "Brightvane anuncia despidos en Vigo",
    ],
)
def test_what_weakens_a_rival_is_a_setback(text: str, book: RuleBook) -> None:
    assert TagName.SETBACK in tags(text, book)


@pytest.mark.parametrize(
    "text",
    [
        "How to plan for an outage",
        "Brightvane launches breach alerts for hotels",
        "Webinar: lessons from the great outage",
        "Brightvane closes Series B round",
        "Brightvane strikes deal with Calder Hotels",
        "Brightvane denies plans for job cuts",
        "Ransomware protection for hotels: a checklist",
        "Brightvane reports record summer",
        "Migrate your rates with zero downtime",
    ],
)
def test_what_only_speaks_of_setbacks_is_none(text: str, book: RuleBook) -> None:
    assert TagName.SETBACK not in tags(text, book)


def test_an_outage_told_on_a_status_page_is_no_product_news(book: RuleBook) -> None:
    assert tags("Partial outage: new console unavailable in Europe", book) == {TagName.SETBACK}


def test_a_price_rise_an_end_and_a_fine_keep_their_own_tags(book: RuleBook) -> None:
    assert TagName.PRICING in tags("Brightvane raises prices by 8%", book)
    assert TagName.PRODUCT in tags("Brightvane ends support for StayFeed 2", book)
    assert TagName.REGULATORY in tags("Brightvane fined €2 million", book)
    assert TagName.EXECUTIVE in tags("Brightvane's sales chief leaves", book)
