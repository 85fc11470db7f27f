"""Several sightings of one source come to what a direct comparison would say, and nothing of the way there is lost."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from diffing.wording.text import compared
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.events import Sighting
from domain.keys import edit_key
from pipeline.detecting.net import Net, follow, nets
from tests.unit.pipeline.support_net import edit, record, seen

State = dict[str, str]


def said(found: Sequence[Net]) -> list[tuple[str | None, str | None]]:
    return [(one.before, one.after) for net in found for one in net.edits]


def test_two_steps_of_one_block_are_told_from_first_to_last() -> None:
    (net,) = nets([seen(1, edit("Pro | $49", "Pro | $59")), seen(2, edit("Pro | $59", "Pro | $69"))], (), 1)
    (one,) = net.edits
    assert (one.kind, one.before, one.after) == (EditKind.REPLACED, "Pro | $49", "Pro | $69")
    assert one.key == edit_key(1, ("Plans",), "Pro | $49", "Pro | $69")
    (passed,) = net.passed
    assert (passed.edit.after, passed.begun.day, passed.ended.day, passed.back) == ("Pro | $59", 17, 18, False)


def test_what_is_added_and_then_edited_was_added() -> None:
    (net,) = nets([seen(1, edit(None, "Team | $99")), seen(2, edit("Team | $99", "Team | $89"))], (), 1)
    assert [(one.kind, one.after) for one in net.edits] == [(EditKind.ADDED, "Team | $89")]


def test_what_is_edited_and_then_removed_was_removed_as_it_first_stood() -> None:
    (net,) = nets([seen(1, edit("Pro | $49", "Pro | $59")), seen(2, edit("Pro | $59", None))], (), 1)
    assert [(one.kind, one.before) for one in net.edits] == [(EditKind.REMOVED, "Pro | $49")]


def test_what_is_added_and_removed_again_came_and_went() -> None:
    (net,) = nets([seen(1, edit(None, "Sale: Pro at $39")), seen(4, edit("Sale: Pro at $39", None))], (), 1)
    assert net.edits == ()
    assert [(one.edit.after, one.ended - one.begun, one.back) for one in net.passed] == [
        ("Sale: Pro at $39", timedelta(days=3), True)
    ]


def test_what_is_removed_and_put_back_is_no_news() -> None:
    (net,) = nets([seen(1, edit("Free plan for three", None)), seen(2, edit(None, "Free plan for three"))], (), 1)
    assert (net.edits, len(net.passed)) == ((), 1)


def test_a_round_trip_of_three_steps_leaves_both_of_its_stations() -> None:
    steps = [("$49", "$59"), ("$59", "$69"), ("$69", "$49")]
    (net,) = nets([seen(n, edit(*step)) for n, step in enumerate(steps, start=1)], (), 1)
    assert (net.edits, [one.edit.after for one in net.passed]) == ((), ["$59", "$69"])


def test_changes_of_different_blocks_stay_apart() -> None:
    found = nets([seen(1, edit("Pro | $49", "Pro | $59")), seen(2, edit("Team | $99", "Team | $89"))], (), 1)
    assert [len(net.parts) for net in found] == [1, 1]
    assert [net.edits[0].key for net in found] == [net.parts[0].edits[0].key for net in found]


def test_one_shared_block_joins_two_changes_and_keeps_what_else_they_say() -> None:
    first = seen(1, edit("Pro | $49", "Pro | $59"), edit("Founded in Leeds by two", "Founded in York by two", "About"))
    second = seen(2, edit("Pro | $59", "Pro | $69"), edit(None, "Enterprise | $900"))
    (net,) = nets([first, second], (), 1)
    assert sorted(said([net]), key=str) == sorted(
        [
            ("Pro | $49", "Pro | $69"),
            ("Founded in Leeds by two", "Founded in York by two"),
            (None, "Enterprise | $900"),
        ],
        key=str,
    )


def test_the_same_amount_under_two_plans_is_followed_under_its_own() -> None:
    first = seen(1, edit("$9", "$19", "Pro"), edit("$9", "$19", "Team"))
    second = seen(2, edit("$19", "$29", "Team"))
    (net,) = nets([first, second], (), 1)
    assert {(one.path, one.after) for one in net.edits} == {(("Pro",), "$19"), (("Team",), "$29")}


def test_the_same_words_under_another_heading_are_another_block() -> None:
    first = seen(1, edit(None, "Ninety countries", "Coverage"))
    found = nets([first, seen(2, edit("Ninety countries", None, "Reach"))], (), 1)
    assert sorted(said(found), key=str) == [("Ninety countries", None), (None, "Ninety countries")]


def test_an_entry_is_followed_when_its_title_was_edited() -> None:
    first = seen(1, edit(None, "Fares up\nBody", "Fares up", Where.ENTRY))
    second = seen(2, edit("Fares up\nBody", "Fares rise\nBody", "Fares rise", Where.ENTRY))
    assert said(nets([first, second], (), 1)) == [(None, "Fares rise\nBody")]


def test_edits_of_one_visit_do_not_continue_each_other() -> None:
    first = seen(1, edit("$9", "$19", "Pro"), edit("$19", "$29", "Pro"))
    assert sorted(said(nets([first], (), 1))) == [("$19", "$29"), ("$9", "$19")]


def test_a_record_is_netted_field_by_field() -> None:
    added = seen(1, record(None, {"Status": "filed", "City": "Leeds", "Holder": "Brightvane"}))
    moved = seen(2, record({"Status": "filed"}, {"Status": "granted"}))
    (net,) = nets([added, moved], (), 1)
    assert said([net]) == [(None, "Status: granted\nCity: Leeds\nHolder: Brightvane")]
    back = [
        record({"Status": "a", "City": "x"}, {"Status": "b", "City": "y"}),
        record({"Status": "b"}, {"Status": "a"}),
    ]
    (net,) = nets([seen(1, back[0]), seen(2, back[1])], (), 1)
    assert said([net]) == [("City: x", "City: y")]


def test_learned_noise_is_in_no_net() -> None:
    (net,) = nets(
        [seen(1, edit("Pro | $49", "Pro | $59"), edit("7 seats", "9 seats", "Left", noise="a counter"))], (), 1
    )
    assert said([net]) == [("Pro | $49", "Pro | $59")]


def test_what_was_taken_back_is_followed_and_is_no_news_itself() -> None:
    there, back = seen(1, edit("Pro | $49", "Pro | $39")), seen(3, edit("Pro | $39", "Pro | $49"))
    (net,) = nets((), [there, back], 1)
    assert (net.edits, [one.edit.after for one in net.passed]) == ((), ["Pro | $39"])
    (lone,) = nets((), [back], 1)
    assert (lone.edits, lone.passed) == ((), ())


def test_a_step_that_stands_is_news_although_the_one_after_it_was_taken_back() -> None:
    one, two, three = (edit("$49", "$59"), edit("$59", "$69"), edit("$69", "$59"))
    (net,) = nets([seen(1, one)], [seen(2, two), seen(3, three)], 1)
    assert said([net]) == [("$49", "$59")]
    assert [passed.edit.after for passed in net.passed] == ["$59", "$69"]


def test_a_way_back_to_the_start_leaves_nothing_although_one_change_was_not_settled() -> None:
    one, two, three = (edit("$49", "$59"), edit("$59", "$69"), edit("$69", "$49"))
    (net,) = nets([seen(2, two)], [seen(1, one), seen(3, three)], 1)
    assert net.edits == ()


texts = st.sampled_from([f"{word} costs ${amount}" for word in ("Pro", "Team", "Solo") for amount in (9, 19, 29, 39)])
slots = st.sampled_from(["Plans", "Terms", "About", "Team"])
states = st.dictionaries(slots, texts, max_size=4)
weeks = st.lists(states, min_size=2, max_size=7)


def difference(before: State, after: State) -> tuple[Edit, ...]:
    """The edits that a direct comparison of two states gives, one for each place that differs."""
    places = [place for place in sorted({*before, *after}) if before.get(place) != after.get(place)]
    return tuple(edit(before.get(place), after.get(place), place) for place in places)


def way(visits: Sequence[State]) -> list[Sighting]:
    steps = [difference(one, other) for one, other in pairwise(visits)]
    return [seen(seq, *edits) for seq, edits in enumerate(steps, start=1) if edits]


def signed(edits: Sequence[Edit]) -> Counter[tuple[str, str]]:
    """What came less what went, by place: however it is cut into edits, the same difference has the same sum."""
    total: Counter[tuple[str, str]] = Counter()
    for one in edits:
        total.update([(one.path[0], one.after)] if one.after else [])
        total.subtract([(one.path[0], one.before)] if one.before else [])
    return Counter({key: count for key, count in total.items() if count})


@given(weeks)
def test_the_net_of_a_week_is_the_direct_comparison_of_its_ends(visits: list[State]) -> None:
    found = nets(way(visits), (), 1)
    net = [one for each in found for one in each.edits]
    assert signed(net) == signed(difference(visits[0], visits[-1]))


@given(weeks)
def test_blocks_that_stood_all_week_are_told_exactly_as_compared_directly(visits: list[State]) -> None:
    lasting = set.intersection(*(set(state) for state in visits))
    kept = [{place: state[place] for place in lasting} for state in visits]
    net = {one.key for each in nets(way(kept), (), 1) for one in each.edits}
    assert net == {one.key for one in difference(kept[0], kept[-1])}


@given(weeks, st.integers(0, 999))
def test_the_order_sightings_come_in_does_not_matter(visits: list[State], seed: int) -> None:
    sightings = way(visits)
    shuffled = sightings.copy()
    Random(seed).shuffle(shuffled)
    assert nets(shuffled, (), 1) == nets(sightings, (), 1)


@given(weeks)
def test_every_edit_of_the_week_is_in_exactly_one_strand_and_every_sighting_in_one_net(visits: list[State]) -> None:
    sightings = way(visits)
    stepped = [(step.seen.seq, step.edit.key) for strand in follow(sightings) for step in strand.steps]
    assert sorted(stepped) == sorted((one.seq, edit.key) for one in sightings for edit in one.edits)
    assert sorted(part.seq for net in nets(sightings, (), 1) for part in net.parts) == [one.seq for one in sightings]


@given(weeks)
def test_nothing_is_lost_each_text_that_came_stands_at_the_end_or_passed(visits: list[State]) -> None:
    sightings = way(visits)
    found = nets(sightings, (), 1)
    kept = {compared(one.after or "") for net in found for one in net.edits}
    passed = {compared(one.edit.after or "") for net in found for one in net.passed}
    first = {compared(text) for text in visits[0].values()}
    came = {compared(one.after) for seen in sightings for one in seen.edits if one.after}
    assert came <= kept | passed | first
