"""Pairs of pages to compare: in the shape of real pages with a dozen changes, and made to hurt."""

import random
from collections.abc import Callable
from dataclasses import dataclass

WORDS = (
    *("our", "service", "customers", "account", "data", "provide", "terms", "usage", "period", "notice"),
    *("change", "support", "team", "product", "region", "agreement", "request", "access", "payment", "invoice"),
    *("month", "year", "limits", "review", "security", "privacy", "partner", "platform", "report", "update"),
    *("feature", "policy", "value", "market", "order", "delivery", "quality", "process", "control", "option"),
    *("contract", "content", "user", "system", "public", "private"),
)
CITIES = ("Arlo", "Brenn", "Calder", "Dovra", "Elsin", "Farn", "Gildo", "Hestra", "Ilvar", "Jorvik", "Kessel", "Lund")
SENTENCE = b"The service gives hotel prices from ninety countries to its customers every single morning. "
CHANGES = 12


@dataclass(frozen=True, slots=True)
class Pair:
    """Two bodies, and words of which each came or went in one change."""

    before: bytes
    after: bytes
    told: tuple[str, ...] = ()


def page_pair(size: int, seed: int = 0) -> Pair:
    """Two visits of one page of about `size` bytes, CHANGES of its sections edited, markup seven times its text."""
    dice = random.Random(seed)
    sections: list[str] = []
    length = 0
    while length < size or len(sections) < CHANGES:
        sections.append(_section(dice, len(sections)))
        length += len(sections[-1])
    edited = {at: f"zq{number}word" for number, at in enumerate(dice.sample(range(len(sections)), CHANGES))}
    after = [_edited(one, at, edited[at]) if at in edited else one for at, one in enumerate(sections)]
    return Pair(_page(sections, "4f1c9a"), _page(after, "b07e22"), tuple(edited.values()))


def _page(sections: list[str], token: str) -> bytes:
    links = "".join(f'<li><a href="/{city.lower()}" class="nav__link">{city}</a></li>' for city in CITIES)
    head = f'<title>Terms</title><meta name="csrf" content="{token}"><script>var t="{token}";{"x=1;" * 200}</script>'
    return (
        f'<!DOCTYPE html><html lang="en"><head>{head}</head><body><nav><ul>{links}</ul></nav><main><h1>Terms</h1>'
        f"{''.join(sections)}</main><footer>© 2026 Brightvane {token}</footer></body></html>"
    ).encode()


def _prose(dice: random.Random, words: int) -> str:
    return " ".join(dice.choice(WORDS) for _ in range(words)).capitalize() + "."


def _section(dice: random.Random, number: int) -> str:
    """A heading, paragraphs, a list or a price table, wrapped as page builders wrap."""
    title = f"{number}. {_prose(dice, 3)}"
    body = "".join(f"<p>{_prose(dice, dice.randint(20, 60))}</p>" for _ in range(dice.randint(1, 3)))
    if number % 3 == 0:
        cells = ((city, f"${dice.randint(5, 900)}", "✓") for city in dice.sample(CITIES, 6))
        rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
        body += f"<table><tr><th>Plan</th><th>Price</th><th>Help</th></tr>{rows}</table>"
    elif number % 3 == 1:
        body += f"<ul>{''.join(f'<li>{_prose(dice, 6)}</li>' for _ in range(5))}</ul>"
    style = f'class="css-{dice.randrange(10**6)} layout__col layout__col--wide" data-id="{dice.randrange(10**12)}"'
    drawing = f'<svg viewBox="0 0 24 24"><path d="{"M1 2L3 4" * 150}"/></svg>'
    return f"<div {style}><div {style}>{drawing}<section><h2>{title}</h2>{body}</section></div></div>\n"


def _edited(section: str, number: int, word: str) -> str:
    """One change of a kind that pages show: a price, a sentence, a paragraph that came, an item."""
    if number % 3 == 0:
        return section.replace("<td>✓</td>", f"<td>from {word}</td>", 1)
    if number % 3 == 1:
        return section.replace("</ul>", f"<li>Now with {word} for all of our teams</li></ul>")
    return section.replace("</p>", f" This holds for {word} too.</p>", 1)


def _lines(text: str, count: int) -> bytes:
    return "".join(f"<p>{text.format(n=n)}</p>" for n in range(count)).encode()


def _all_differ(count: int) -> Pair:
    return Pair(_lines("line {n} of the old kind", count), _lines("row {n}, quite another one", count))


def _one_line(count: int) -> Pair:
    body = _lines("one and the same line", count)
    return Pair(body, body)


def _one_line_changed(count: int) -> Pair:
    line, half = _lines("one and the same line", 1), count // 2
    return Pair(line * count, line * half + b"<p>one zq0word line</p>" + line * (count - half - 1), ("zq0word",))


def _alternating(count: int) -> Pair:
    one, other = b"<p>here is one line</p>", b"<p>there is another</p>"
    return Pair((one + other) * (count // 2), (other + one) * (count // 2))


def _one_element(count: int) -> Pair:
    text = SENTENCE * count
    return Pair(b"<p>" + text + text + b"</p>", b"<p>" + text + b"Now with zq0word. " + text + b"</p>", ("zq0word",))


def _deep(count: int) -> Pair:
    return Pair(b"<div>" * count + SENTENCE * 30, b"<div>" * count + SENTENCE * 31)


def _cells(count: int) -> Pair:
    rows = ["".join(f"<td>c{row * 10 + cell}</td>" for cell in range(10)) for row in range(count // 10)]
    changed = [*rows[:-1], rows[-1].replace("<td>c", "<td>zq0word", 1)]
    before, after = (f"<table>{''.join(f'<tr>{row}</tr>' for row in one)}</table>".encode() for one in (rows, changed))
    return Pair(before, after, ("zq0word",))


def _attribute(count: int) -> Pair:
    before, after = (b"<p title='" + sign * count + b"'>" + SENTENCE * 30 + b"</p>" for sign in (b"x", b"y"))
    return Pair(before, after)


def _digits(count: int) -> Pair:
    return Pair(b"<p>" + b"1" * count + b"</p>", b"<p>" + b"2" * count + b"</p>")


def _dates(count: int) -> Pair:
    one, other = (
        "".join(f"<p>Updated: {n % 28 + 1}/{n % 12 + 1}/{1950 + n % 50 + step}</p>" for n in range(count)).encode()
        for step in (0, 50)
    )
    return Pair(one, other)


@dataclass(frozen=True, slots=True)
class Hostile:
    """A way to hurt, its full size, and what it may cost: CPU seconds and megabytes for one visit."""

    make: Callable[[int], Pair]
    size: int
    seconds: float
    megabytes: float


HOSTILE = {
    "all_lines_differ": Hostile(_all_differ, 100_000, 30, 500),
    "one_line_100000_times": Hostile(_one_line, 100_000, 15, 500),
    "one_line_100000_times_one_changed": Hostile(_one_line_changed, 100_000, 15, 500),
    "two_lines_alternating": Hostile(_alternating, 100_000, 15, 500),
    "one_element_of_20_mb": Hostile(_one_element, 110_000, 30, 800),
    "depth_100000": Hostile(_deep, 100_000, 2, 200),
    "table_of_100000_cells": Hostile(_cells, 100_000, 10, 300),
    "attribute_of_20_mb": Hostile(_attribute, 20_000_000, 5, 400),
    "20_mb_of_digits": Hostile(_digits, 20_000_000, 30, 800),
    "20000_dates": Hostile(_dates, 20_000, 15, 300),
}
