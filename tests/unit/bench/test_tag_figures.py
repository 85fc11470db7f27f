"""The sums of the tags bench: which tag is taken for which, which lines of a feed are wrong, what changes carry."""

from bench.tags import sighted
from bench.tags_changes import Seen, figures, policy_figures, pricing_only
from bench.tags_feeds import feed_figures
from bench.tags_scores import Judged, confusion
from classifiers import load_rules
from domain.findings import Tag, TagName


def judged(gold: set[str], said: set[str]) -> Judged:
    row = {"id": "r", "text": "x", "source": "s", "company": "c", "confidence": "hand"}
    return Judged(**row, gold=frozenset(gold), predicted=frozenset(said))


def test_what_was_missed_is_set_against_what_was_said_instead() -> None:
    table = confusion([judged({"pricing"}, {"product"}), judged({"product"}, {"product"}), judged(set(), set())])
    assert table["pricing"] == {**dict.fromkeys(table, 0), "product": 1}
    assert table["product"]["product"] == 1
    assert table["other"]["other"] == 1


def test_a_tag_said_beside_a_right_one_is_set_against_that() -> None:
    table = confusion([judged({"partnership"}, {"partnership", "product"})])
    assert table["partnership"]["partnership"] == 1
    assert table["partnership"]["product"] == 1


def test_a_tag_missed_beside_a_right_one_is_set_against_none() -> None:
    table = confusion([judged({"partnership", "product"}, {"partnership"})])
    assert table["product"]["other"] == 1
    assert sum(table["partnership"].values()) == 1


def test_a_row_without_tags_that_gets_one_is_set_against_other() -> None:
    assert confusion([judged(set(), {"product"})])["other"]["product"] == 1


def row(number: int, text: str, tags: list[str], packs: list[str], half: str = "i") -> dict[str, object]:
    return {"id": f"t{number}", "half": half, "company": "Brightvane", "tags": tags, "packs": packs, "text": text}


def test_a_line_is_wrong_where_a_mail_shows_it_with_a_tag_it_should_not_bear() -> None:
    rows = [
        row(1, "Brightvane raises list price of StayFeed by 8%", ["pricing"], []),
        row(2, "Brightvane raises list price of its scanner by 8%", [], []),
        row(3, "How to choose a hotel API", [], []),
        row(4, "Brightvane reports third-quarter results: revenue up 9%", [], ["financial"]),
    ]
    found = feed_figures(rows, load_rules(), sighted)
    assert found["wrong_per_100"] == 25
    assert found["shown_share"] == 0.75
    assert [one["id"] for one in found["misses"]] == ["t2"]  # type: ignore[attr-defined]


def test_wrong_lines_of_unread_batches_are_counted_and_not_listed() -> None:
    found = feed_figures([row(1, "Brightvane launches StayFeed Go", [], [], half="n")], load_rules(), sighted)
    assert found["wrong_per_100_unread"] == 100
    assert found["misses"] == []


def test_batches_that_say_nothing_of_packs_are_left_out_of_the_feeds() -> None:
    old = {key: value for key, value in row(1, "Brightvane launches StayFeed Go", [], []).items() if key != "packs"}
    assert feed_figures([old], load_rules(), sighted)["wrong_per_100"] is None


def seen(gold: set[str], given: set[str], also: frozenset[str] = frozenset()) -> Seen:
    tags = tuple(Tag(tag=TagName(name), confidence=0.9, rule="r", quotes=()) for name in sorted(given))
    return Seen(id="c", gold=frozenset(gold), also=also, tags=tags)


def test_a_tag_that_may_stand_on_a_change_counts_neither_way() -> None:
    found = figures([seen({"pricing"}, {"pricing", "product"}, frozenset({"product"}))])
    assert (found["precision"], found["recall"], found["exact"]) == (1, 1, 1)


def test_a_policy_with_a_tag_it_should_not_carry_is_false_whatever_packs_say() -> None:
    found = policy_figures([seen(set(), {"regulatory"}), seen(set(), {"hiring"}), seen({"pricing"}, {"pricing"})])
    assert found is not None
    assert found["false_share"] == 1 / 3
    assert found["recall"] == 1


def test_without_outside_data_there_are_no_figures_of_it() -> None:
    assert pricing_only([]) is None
    assert policy_figures([]) is None
