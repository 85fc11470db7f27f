"""A page that went to another language is told as that, and not as text that came and went."""

from decimal import Decimal
from itertools import permutations, zip_longest

import pytest

from classifiers.headlines.headline import headline
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.findings import Fact, Price, PriceKind, Quote, Side
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind

TEXTS = {
    "English": """We set cookies on your device to keep you signed in and to remember the language of the page.
The data that we keep is stored for thirty days and is then deleted from all of our servers.
You can refuse cookies with the settings of your browser, but some of the pages will not work as they should.
Our partners read the number of visits by day and by country, and this is all that they are told.
If you have questions about this page, write to the address at the end of it.""",
    "French": """Nous déposons des cookies sur votre appareil pour garder votre session et la langue de la page.
Les données sont conservées pendant trente jours, puis effacées de tous les serveurs de la société.
Vous pouvez refuser les cookies dans les réglages de votre navigateur, mais une partie des pages en souffrira.
Nos partenaires lisent le nombre de visites par jour et par pays, et ne savent rien du reste.
Pour toute question sur la présente page, écrivez à l'adresse qui est au bas de la page.""",
    "German": """Wir setzen Cookies auf dem Gerät, um die Sitzung und die Sprache der Seite zu behalten.
Die Daten werden dreißig Tage lang auf dem Server gespeichert und dann von dort gelöscht.
Mit den Einstellungen des Browsers lässt sich das ablehnen, und ein Teil der Seiten geht dann nicht.
Die Partner sehen die Zahl der Besuche nach dem Tag und dem Land, und das ist alles.
Bei Fragen zu dieser Seite ist die Adresse am Ende der Seite für Sie da, auch zur Auskunft.""",
    "Spanish": """Guardamos cookies en el dispositivo para mantener la sesión y el idioma de la página.
Los datos se conservan treinta días y después se borran de los servidores de la empresa.
Con las opciones del navegador es posible rechazar las cookies, y una parte de las páginas no irá bien.
Los socios ven el número de visitas por día y por país, y eso es todo lo que se les dice.
Para las preguntas sobre esta página está la dirección que figura al final de la página.""",
}


def edit(before: str | None, after: str | None, *, where: Where = Where.PARAGRAPH, path: tuple[str, ...] = ()) -> Edit:
    kind = EditKind.REPLACED if before and after else EditKind.ADDED if after else EditKind.REMOVED
    return Edit(key=f"{before}{after}", kind=kind, where=where, path=path, before=before, after=after)


def told(edits: list[Edit], facts: tuple[Fact, ...] = (), address: str = "cookie-policy") -> str:
    subject = Subject(kind=SubjectKind.COMPETITOR, name="Brightvane")
    url = f"https://brightvane.example/{address}"
    source = Source(name="page", kind=SourceKind.PAGE, url=url, subject=subject, schedule=Schedule(text="1d"))
    return headline("Brightvane", source, edits, (), facts)


def switch(old: str, new: str) -> list[Edit]:
    return [edit(*pair) for pair in zip_longest(TEXTS[old].splitlines(), TEXTS[new].splitlines())]


@pytest.mark.parametrize(("old", "new"), list(permutations(TEXTS, 2)))
def test_a_page_in_another_language_is_told_as_that(old: str, new: str) -> None:
    assert told(switch(old, new)) == f"Brightvane's cookie policy is now in {new} instead of {old}"


def test_terms_are_in_another_language() -> None:
    said = told(switch("German", "English"), address="terms")
    assert said == "Brightvane's terms are now in English instead of German"


def test_texts_that_went_and_came_apart_make_the_same_switch() -> None:
    edits = [edit(line, None) for line in TEXTS["French"].splitlines()]
    edits += [edit(None, line) for line in TEXTS["Spanish"].splitlines()]
    assert told(edits) == "Brightvane's cookie policy is now in Spanish instead of French"


def test_one_section_in_another_language_under_a_heading_that_stayed_is_no_switch() -> None:
    path = ("Cookies", "What we keep")
    lines = zip_longest(TEXTS["English"].splitlines(), TEXTS["French"].splitlines())
    assert "instead of" not in told([edit(*pair, path=path) for pair in lines])


def test_headings_that_came_in_the_new_language_are_part_of_the_switch() -> None:
    old = [edit(line, None, path=("Brightvane", "Nos cookies")) for line in TEXTS["French"].splitlines()]
    new = [edit(None, line, path=("Brightvane", "Our cookies")) for line in TEXTS["English"].splitlines()]
    names = edit("Nos cookies", "Our cookies", where=Where.HEADING, path=("Brightvane",))
    assert told([names, *old, *new]) == "Brightvane's cookie policy is now in English instead of French"


def test_a_page_that_is_worded_anew_in_its_own_language_is_no_switch() -> None:
    first, second = TEXTS["English"].splitlines()[:2], TEXTS["English"].splitlines()[2:4]
    assert "instead of" not in told([edit(*pair) for pair in zip_longest(first, second)])


def test_a_translation_that_came_beside_the_text_is_no_switch() -> None:
    assert "instead of" not in told([edit(None, line) for line in TEXTS["German"].splitlines()])


def test_a_paragraph_in_another_language_is_no_switch() -> None:
    old, new = TEXTS["English"].splitlines()[0], TEXTS["French"].splitlines()[0]
    assert "instead of" not in told([edit(old, new)])


def test_a_price_that_moved_on_the_way_is_told_first() -> None:
    edits = [*switch("French", "English"), edit("Pro 20 €", "Pro €25", where=Where.CARD)]
    amounts = {"amount_before": Decimal(20), "amount_after": Decimal(25)}
    price = Price(kind=PriceKind.AMOUNT, plan="Pro", before="20 €", after="€25", currency="EUR", **amounts)  # type: ignore[arg-type]
    quote = Quote(edit=edits[-1].key, side=Side.AFTER, start=4, end=7, text="€25")
    fact = Fact(type="price", value=price, quote=quote, confidence=0.9)
    assert told(edits, (fact,), "pricing").startswith("Brightvane raises Pro from €20 to €25")
