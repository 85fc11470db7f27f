from bench import tags_learned
from bench.tags_left_out import rules_left_out
from bench.tags_own import own_figures
from bench.tags_scores import Judged


def row(number: int, text: str, gold: set[str], *, company: str = "Brightvane", half: str = "a") -> Judged:
    return Judged(
        id=f"r{number}",
        text=text,
        source="press",
        company=company,
        confidence=half,
        gold=frozenset(gold),
        predicted=frozenset(),
    )


def test_a_learned_tagger_knows_nothing_of_the_company_it_is_asked_about() -> None:
    rows = [row(n, f"tariffs climb again {n}", {"pricing"}, company="Calder") for n in range(4)]
    rows += [row(9 + n, f"weather stays mild {n}", set(), company="Norrhost") for n in range(4)]
    judged = tags_learned.left_out(rows, lambda one: one.company)
    assert [one.id for one in judged] == [one.id for one in rows]
    assert all(one.predicted == frozenset() for one in judged if one.company == "Calder")
    assert all(one.predicted == {"pricing"} for one in judged if one.company == "Norrhost")


def test_a_learned_tagger_knows_again_what_another_company_said() -> None:
    rows = [row(n, text, {"pricing"}, company=f"c{n}") for n, text in enumerate(["tariffs climb", "tariffs climb on"])]
    rows += [row(5 + n, text, set(), company=f"d{n}") for n, text in enumerate(["weather stays mild", "mild weather"])]
    judged = tags_learned.left_out(rows, lambda one: one.company)
    assert [one.predicted == one.gold for one in judged] == [True] * 4


def test_misses_are_listed_only_of_the_half_that_is_tuned_on() -> None:
    figures = own_figures([row(1, "tariffs climb", {"pricing"}), row(2, "tariffs fall", {"pricing"}, half="b")])
    assert [miss["id"] for miss in figures["misses"]] == ["r1"]  # type: ignore[attr-defined]
    assert figures["b"]["exact_set"] == 0  # type: ignore[index]


def test_a_rule_that_was_right_nowhere_else_does_not_count() -> None:
    rows = [
        row(1, "tariffs climb", {"pricing"}, company="Calder"),
        row(2, "tariffs fall", {"pricing"}, company="Orvane"),
    ]
    rows += [row(3, "fares creep up", {"pricing"}, company="Calder")]
    reasons = {"r1": {"pricing": ("a",)}, "r2": {"pricing": ("a", "b")}, "r3": {"pricing": ("c",)}}
    judged = {one.id: one.predicted for one in rules_left_out(rows, reasons, lambda one: one.company)}
    assert judged == {"r1": {"pricing"}, "r2": {"pricing"}, "r3": frozenset()}
