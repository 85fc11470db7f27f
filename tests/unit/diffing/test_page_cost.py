"""Rules that pair lines look each line up once: written naively, each of these pages would take most of an hour."""

from diffing.noise.calls import drop_reworded_calls
from diffing.noise.latest import drop_rolled_off
from diffing.noise.scene import Pair, Scene
from domain.content import Block, Link, Where

MANY = 12_000


def line(text: str, *path: str, url: str = "") -> Block:
    links = (Link(text=text, url=url),) if url else ()
    return Block(where=Where.LIST, path=path, text=text, cells=(), links=links)


def call(words: str, number: int) -> Block:
    return line(words, f"Plan {number % 3}", url=f"https://brightvane.example/{number}?from={words[:3]}")


def test_thousands_of_reworded_calls_are_each_paired_with_the_one_at_its_address() -> None:
    gone: list[Pair] = [(call("Get a demo", at), None) for at in range(MANY)]
    come: list[Pair] = [(None, call("Start free", at)) for at in reversed(range(MANY // 2, MANY + MANY // 2))]
    split = drop_reworded_calls([*gone, *come], Scene(title=""))
    assert len(split.dropped) == MANY // 2
    assert all(old and new and old.links[0].url[:-4] == new.links[0].url[:-4] for old, new in split.dropped)
    assert len(split.kept) == MANY


def test_two_calls_at_one_address_are_paired_in_their_order_and_a_third_stays() -> None:
    first, second, third = (call(words, 1) for words in ("Get a demo", "Try it", "See how"))
    pairs: list[Pair] = [(first, None), (second, None), (None, third)]
    split = drop_reworded_calls(pairs, Scene(title=""))
    assert split.dropped == [(first, third)]
    assert split.kept == [(second, None)]


def test_thousands_of_dated_lines_between_lines_that_stay_are_each_looked_up_once() -> None:
    stay = [line(f"Resort {at} stays", "Latest news") for at in range(MANY)]
    gone, come = ([line(f"{word} {at} on 3 March", "Latest news") for at in range(MANY)] for word in ("Fern", "Moss"))
    before = [block for both in zip(stay, gone, strict=True) for block in both]
    after = [block for both in zip(stay, come, strict=True) for block in both]
    pairs: list[Pair] = [*((old, None) for old in gone), *((None, new) for new in come)]
    assert drop_rolled_off(pairs, Scene(title="", before=before, after=after)).dropped == []


def test_one_line_over_and_over_is_tried_at_a_few_places_only() -> None:
    same = line("The same line", "Latest news")
    gone, come = ([line(f"{word} {at} on 3 March", "Latest news") for at in range(MANY)] for word in ("Fern", "Moss"))
    before = [block for old in gone for block in (same, same, old)]
    after = [block for new in come for block in (new, same, same)]
    pairs: list[Pair] = [*((old, None) for old in gone), *((None, new) for new in come)]
    split = drop_rolled_off(pairs, Scene(title="", before=before, after=after))
    assert len(split.kept) + len(split.dropped) == 2 * MANY
