"""Pages of random structure and noise with one value marked, so that exactly that value can be changed."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

WORDS = tuple(
    "harbour lantern quarry meadow foundry beacon orchard tannery viaduct windmill chapel ferry hotel rate report "  # noqa: SIM905
    "night season market owner guest channel calendar invoice ledger partner region morning signal answer question "
    "summary".split()
)
AMOUNTS = ("$49", "€1,200", "12,50 €", "USD 990", "£5.99", "¥9,800", "1.200,00 €", "$0.35", "CHF 75", "3.5%", "980 EUR")
NAMES = (
    "Ada Brook",
    "Rupert Vane",
    "Ines Tarn",
    "Mikk Oras",
    "Chloé Dubreuil",
    "Jürgen Löwe",
    "Sofía Arce",
    "田中花子",
    "王小明",
)
DATES = (
    "12 March 2027",
    "April 3, 2027",
    "2027-05-19",
    "21. Juni 2027",
    "le 4 juillet 2027",
    "9 de agosto de 2027",
    "2027年9月30日",
    "18.11.2027",
)
POOLS = {"amount": AMOUNTS, "name": NAMES, "date": DATES}
SENTENCES = {
    "amount": (
        "The middle plan costs {} a month for one hotel.",
        "From {} per night",
        "{}",
        "Das große Paket kostet {} im Monat und Haus.",
        "Le forfait moyen coûte {} par mois.",
        "Each further seat is billed at {}.",
        "El plan mediano cuesta {} al mes.",
        "中型プランは月額{}です。",
        "标准版每月{}。",
    ),
    "name": (
        "{} leads the team that looks after hotels.",
        "{}",
        "Interview with {}, chief of finance",
        "{} verantwortet den Vertrieb in Leeds.",
        "{} dirige notre équipe de recherche.",
        "{} dirige el equipo de ventas.",
        "代表は{}です。",
        "首席执行官是{}。",
    ),
    "date": (
        "The open day in Kiel is on {}.",
        "Support for Lantern ends on {}.",
        "Lantern wird am {} abgeschaltet.",
        "La journée des partenaires a lieu {}.",
        "El plan antiguo termina el {}.",
        "サポートは{}に終了します。",
        "旧版将于{}停用。",
    ),
}
Chance = random.Random
MARK = "\x00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Two pages that differ in one value, and by noise; `place` names where in the page the value stands."""

    before: str
    after: str
    old: str
    new: str
    kind: str
    place: str


def words(chance: Chance, count: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count)).capitalize()


def sentence(chance: Chance, least: int = 6, most: int = 18) -> str:
    return words(chance, chance.randint(least, most)) + "."


def paragraphs(chance: Chance, slot: str) -> str:
    lines = [sentence(chance) for _ in range(chance.randint(1, 4))]
    lines.insert(chance.randint(0, len(lines)), slot)
    if chance.random() < 0.5:
        return f"<p>{' '.join(lines)}</p>"
    return "".join(f"<p>{line}</p>" for line in lines)


def listing(chance: Chance, slot: str) -> str:
    items = [words(chance, chance.randint(2, 8)) for _ in range(chance.randint(1, 6))]
    items.insert(chance.randint(0, len(items)), slot)
    tag = chance.choice(("ul", "ol"))
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"


def linked_list(chance: Chance, slot: str) -> str:
    items = [words(chance, chance.randint(2, 5)) for _ in range(chance.randint(1, 5))]
    items.insert(chance.randint(0, len(items)), slot)
    return "<ul>" + "".join(f'<li><a href="/p/{at}">{item}</a></li>' for at, item in enumerate(items)) + "</ul>"


def table(chance: Chance, slot: str) -> str:
    columns, height = chance.randint(2, 4), chance.randint(1, 5)
    cells = [[words(chance, chance.randint(1, 2)) for _ in range(columns)] for _ in range(height)]
    cells[chance.randrange(height)][chance.randrange(1, columns)] = slot
    head = "".join(f"<th>{words(chance, 1)}</th>" for _ in range(columns))
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    return f"<table><tr>{head}</tr>{body}</table>"


def cards(chance: Chance, slot: str) -> str:
    count = chance.randint(1, 4)
    marked = chance.randrange(count)
    made = []
    for at in range(count):
        lines = [f"<h3>{words(chance, 2)}</h3>", f"<p>{sentence(chance, 4, 9)}</p>", f"<span>{words(chance, 2)}</span>"]
        if at == marked:
            lines.insert(chance.randint(1, 3), f"<div>{slot}</div>")
        made.append(f'<div class="card">{"".join(lines)}<a href="/buy">Start now</a></div>')
    return f'<div class="grid">{"".join(made)}</div>'


def heading(chance: Chance, slot: str) -> str:
    return f"<h2>{slot}</h2><p>{sentence(chance)}</p>"


def definitions(chance: Chance, slot: str) -> str:
    return f"<dl><dt>{words(chance, 2)}</dt><dd>{slot}</dd><dt>{words(chance, 2)}</dt><dd>{words(chance, 3)}</dd></dl>"


def boxes(chance: Chance, slot: str) -> str:
    around = [f"<div><div>{sentence(chance, 3, 8)}</div></div>" for _ in range(chance.randint(0, 3))]
    around.insert(chance.randint(0, len(around)), f"<div><div><span>{slot}</span></div></div>")
    return f"<div>{''.join(around)}</div>"


def sidebar(chance: Chance, slot: str) -> str:
    return f"<aside><h3>{words(chance, 2)}</h3><p>{slot}</p><p>{sentence(chance, 3, 8)}</p></aside>"


def folded(chance: Chance, slot: str) -> str:
    return f"<details><summary>{words(chance, 4)}?</summary><p>{sentence(chance)} {slot}</p></details>"


def quoted(chance: Chance, slot: str) -> str:
    return f"<figure><figcaption>{slot}</figcaption></figure><p>{sentence(chance)}</p>"


def broken(chance: Chance, slot: str) -> str:
    return f"<p>{sentence(chance)}<br>{slot}<br>{sentence(chance)}</p>"


PLACES: dict[str, Callable[[Chance, str], str]] = {
    "paragraphs": paragraphs,
    "listing": listing,
    "linked list": linked_list,
    "table": table,
    "cards": cards,
    "heading": heading,
    "definitions": definitions,
    "boxes": boxes,
    "sidebar": sidebar,
    "folded": folded,
    "caption": quoted,
    "broken lines": broken,
}


def page(chance: Chance, place: str, slot: str, sections: int) -> str:
    """A page of random sections inside `<main>`, in one of which the slot stands at the place named."""
    marked = chance.randrange(sections)
    body = []
    for at in range(sections):
        made = PLACES[place](chance, slot) if at == marked else _filler(chance)
        title = f"<h2>{words(chance, chance.randint(2, 4))}</h2>" if chance.random() < 0.7 else ""
        body.append(f"<section>{title}{made}</section>" if chance.random() < 0.5 else f"{title}{made}")
    links = "".join(f'<a href="/{word}">{word.capitalize()}</a> ' for word in chance.sample(WORDS, 4))
    main = f"<h1>{words(chance, 3)}</h1>{''.join(body)}"
    main = f"<main>{main}</main>" if chance.random() < 0.7 else f"<main><div>{main}</div></main>"
    return (
        f"<html><head><title>{words(chance, 3)}</title></head><body><header><nav>{links}</nav></header>{main}"
        f"<footer><p>{words(chance, 4)}</p>{links}</footer></body></html>"
    )


def _filler(chance: Chance) -> str:
    made = PLACES[chance.choice(tuple(PLACES))]
    kind = chance.choice(tuple(POOLS))
    return made(chance, chance.choice(SENTENCES[kind]).format(chance.choice(POOLS[kind])))


def noisy(chance: Chance, html: str) -> str:
    """The page as served another time: other tokens, names of classes, blanks, comments, scripts; the same words."""
    token = f"{chance.getrandbits(64):016x}"
    html = html.replace("<p>", f'<p class="css-{token[:6]}">').replace("<section>", f'<section data-k="{token}">')
    html = html.replace("<div>", f'<div id="d{token[:4]}">' if chance.random() < 0.3 else "<div >")
    html = html.replace("</head>", f'<meta name="csrf" content="{token}"><style>.x{{}}</style></head>')
    html = html.replace("</body>", f"<script>var t='{token}'</script><!-- {token} --></body>")
    return html.replace("</p>", "</p>\n  ").replace("</li>", "</li>\n")


def case(seed: int, place: str, kind: str, sections: int | None = None) -> Case:
    """Two servings of one random page in which one value of that kind, at that place, was changed."""
    chance = random.Random(seed)
    shape = chance.choice(SENTENCES[kind])
    old, new = two(chance, POOLS[kind])
    made = page(chance, place, MARK, sections or chance.randint(2, 9))
    pages = [noisy(chance, made.replace(MARK, shape.format(value))) for value in (old, new)]
    return Case(before=pages[0], after=pages[1], old=old, new=new, kind=kind, place=place)


def two(chance: Chance, pool: Sequence[str]) -> tuple[str, str]:
    old, new = chance.sample(list(pool), 2)
    return old, new
