"""A week's draft is read strictly: every mistake has its line."""

import pytest

from config.draft_file import read_draft
from domain.verdicts import Says

WEEK = "2026-W08"
KNOWN = ("e1", "e2", "e3")
HEAD = f"week: {WEEK}\nby: mara\n"


def problems(text: str) -> list[str]:
    draft, found = read_draft(text, "drafts/2026-W08.yaml", WEEK, KNOWN)
    assert (draft is None) == bool(found)
    return [str(one) for one in found]


def test_what_is_left_empty_changes_nothing() -> None:
    text = f"{HEAD}note:\nrest:\nfindings:\n  - event: e1\n    hide: false\n    reword:\n    same_as:\n    judge:\n"
    draft, found = read_draft(text, "d", WEEK, KNOWN)
    assert found == ()
    assert draft is not None
    (ruling,) = draft.rulings
    assert (ruling.hide, ruling.reword, ruling.same_as, ruling.judge) == (False, "", "", None)


def test_rest_judges_all_that_is_told_and_not_judged() -> None:
    text = f"{HEAD}rest: right\nfindings:\n- event: e1\n- {{event: e2, judge: noise}}\n- {{event: e3, hide: true}}\n"
    draft, _ = read_draft(text, "d", WEEK, KNOWN)
    assert draft is not None
    assert [one.judge for one in draft.rulings] == [Says.RIGHT, Says.NOISE, None]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("findings: [{event: e9}]", "5:12: there is no finding 'e9'"),
        ("findings: [{event: e1}, {event: e1}]", "'e1' stands here twice"),
        ("findings: [{event: e1, same_as: e1}]", "it would be told in itself"),
        ("findings: [{event: e1, same_as: e9}]", "there is no finding 'e9'"),
        ("findings: [{event: e1, same_as: e2}, {event: e2, same_as: e3}]", "which is told in 'e3' itself"),
        ("findings: [{event: e1, hide: true, pin: true}]", "it cannot stand first and be left out"),
        ("findings: [{event: e1, judge: wrong}]", "unknown value 'wrong'"),
        ("findings: [{event: e1, hidden: true}]", "unknown key 'hidden' (did you mean 'hide'?)"),
        (f"findings: [{{event: e1, reword: {'word ' * 45}}}]", "45 words are too many for a mail"),
        ("findings: [{event: e1", "d:"),
    ],
)
def test_a_mistake_is_told_with_its_place(entry: str, said: str) -> None:
    found = problems(f"{HEAD}\n\n{entry}\n")
    assert any(said.replace("5:12: ", "") in one and "drafts/2026-W08.yaml:5:" in one for one in found) or (
        said == "d:" and "drafts/2026-W08.yaml:" in found[0]
    )


def test_the_file_of_another_week_and_without_a_name_is_refused() -> None:
    found = problems("week: 2026-W09\nby:\nfindings: []\n")
    assert any("'by'" in one or "value is missing" in one for one in found)
    assert any("is not the week" in one for one in problems("week: 2026-W09\nby: mara\n"))
