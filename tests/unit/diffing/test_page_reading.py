"""A page is read into blocks a person would recognise, with its furniture told apart."""

from collections.abc import Callable

import pytest

import diffing
from domain.content import Block, Where
from domain.errors import UnreadableContent
from domain.visits import FetchedPart
from tests.unit.diffing.support_pages import URL, page_source

PROSE = (
    "<p>Brightvane keeps hotel rates fresh for travel teams, "
    "and tells them each morning what has moved overnight and why.</p>"
)

IMPRINT = "Brightvane Ltd, Harbour Street 4, Porthaven, registered under number 0417 since 2011."


def answer(body: str | bytes, content_type: str = "text/html") -> tuple[FetchedPart, ...]:
    raw = body.encode() if isinstance(body, str) else body
    headers = (("Content-Type", content_type),)
    return (FetchedPart(part="page", url=URL, requested_url=URL, status=200, headers=headers, body=raw),)


def blocks(body: str, **settings: object) -> tuple[Block, ...]:
    return diffing.read(page_source(**settings), answer(body)).blocks


def texts(body: str, keep: Callable[[Block], bool] = lambda block: not block.chrome, **settings: object) -> list[str]:
    return [block.text for block in blocks(body, **settings) if keep(block)]


def test_a_paragraph_stands_under_its_chain_of_headings() -> None:
    body = "<h1>Plans</h1><h2>Pro</h2><p>For teams.</p><h2>Solo</h2><p>For one.</p>"
    assert [(block.text, block.path) for block in blocks(body) if block.where is Where.PARAGRAPH] == [
        ("For teams.", ("Plans", "Pro")),
        ("For one.", ("Plans", "Solo")),
    ]


def test_a_table_is_read_cell_by_cell_with_its_column_headers() -> None:
    row = blocks("<table><tr><th>Plan<th>Price<tr><td>Pro<td>$49</table>")[-1]
    assert row.text == "Pro | $49"
    assert [(cell.header, cell.text) for cell in row.cells] == [("Plan", "Pro"), ("Price", "$49")]


def test_a_layout_table_is_read_as_its_paragraphs() -> None:
    body = "<table><tr><td><table><tr><td>a<td>b</table><p>Outer words.</p></table>"
    assert "Outer words." in texts(body)


def test_the_lines_of_a_plan_card_stand_in_a_card() -> None:
    body = "<div class='plan plan--pro'><h3>Pro</h3><div>$49 a month</div><ul><li>One user</li></ul></div>"
    assert [(block.where, block.text) for block in blocks(body)] == [
        (Where.HEADING, "Pro"),
        (Where.CARD, "$49 a month"),
        (Where.LIST, "One user"),
    ]


def test_a_link_keeps_its_words_and_an_absolute_address() -> None:
    [block] = blocks("<p>Read <a href='/terms'>our terms</a> first.</p>")
    assert block.text == "Read our terms first."
    assert [(link.text, link.url) for link in block.links] == [("our terms", "https://brightvane.example/terms")]


def test_scripts_styles_and_templates_are_not_read() -> None:
    body = "<p>Shown.</p><script>var x='no'</script><style>p{}</style><template>no</template><noscript>no</noscript>"
    assert texts(body) == ["Shown."]


def test_words_inside_a_heading_stay_one_block() -> None:
    assert texts("<h2><div>Pro</div><div>plan</div></h2>") == ["Pro plan"]


def test_white_space_soft_hyphens_and_zero_width_marks_do_not_show() -> None:
    assert texts("<p>Hotel&shy;rates\u200b &nbsp; daily</p>") == ["Hotelrates daily"]


def test_an_address_hidden_from_robots_is_read_in_clear() -> None:
    plain, key = b"ana@brightvane.example", 0x2A
    code = bytes([key, *(byte ^ key for byte in plain)]).hex()
    body = f"<p>Write to <a href='/cdn-cgi/l/email-protection' data-cfemail='{code}'>[email&#160;protected]</a>.</p>"
    assert texts(body) == ["Write to ana@brightvane.example."]


@pytest.mark.parametrize(
    ("furniture", "where"),
    [
        ("<nav><a href='/a'>Products</a></nav>", Where.NAV),
        ("<footer><p>Imprint and more words</p></footer>", Where.FOOTER),
        ("<aside><p>You may also like this</p></aside>", Where.ASIDE),
        ("<div role='dialog'><p>Subscribe to our letter</p></div>", Where.BANNER),
        ("<div class='site-footer'><p>Imprint and more words</p></div>", Where.FOOTER),
        ("<div id='cookie-banner'><p>We use cookies.</p></div>", Where.BANNER),
        ("<p>© 2026 Brightvane Ltd</p>", Where.FOOTER),
    ],
)
def test_furniture_is_marked_and_not_dropped(furniture: str, where: Where) -> None:
    marked = [block for block in blocks(f"<main>{PROSE}</main>{furniture}") if block.chrome]
    assert [block.where for block in marked] == [where]


def test_a_page_wrapped_in_a_footer_by_mistake_is_still_content() -> None:
    assert len(texts(f"<div class='footer'>{PROSE * 3}</div>")) == 3


def test_a_consent_dialog_longer_than_the_page_is_not_the_page() -> None:
    dialog = "<div id='CookiebotDialog'>" + PROSE.replace("Brightvane", "A cookie") * 9 + "</div>"
    assert texts(f"{dialog}<div><p>{IMPRINT}</p></div>") == [IMPRINT]


def test_labels_beside_the_prose_are_content_where_they_belong_to_a_price() -> None:
    plans = "<section><div>Pro</div><div>$49</div><div>One user</div></section>"
    assert {"Pro", "$49", "One user"} <= set(texts(f"<div>{plans}<section>{PROSE * 6}</section></div>"))


def test_a_list_of_names_without_any_prose_is_content() -> None:
    tools = "".join(f"<li>{name}</li>" for name in ("Photo enhancer", "Voice changer", "Script writer"))
    assert texts(f"<h1>AI tools</h1><ul>{tools}</ul>") == [
        "AI tools",
        "Photo enhancer",
        "Voice changer",
        "Script writer",
    ]


def test_folded_sections_are_read() -> None:
    folded = "".join(f"<div style='display:none'>{PROSE}</div>" for _ in range(3))
    assert len(texts(f"<main><h2>Questions</h2>{folded}</main>")) == 4


def test_a_hidden_error_message_is_not_content() -> None:
    hidden = "<div style='display:none'>You are offline.</div>"
    assert "You are offline." not in texts(f"<main>{PROSE * 4}{hidden}</main>")


def test_a_selector_wins_over_any_guess() -> None:
    body = f"<nav><b>In the menu</b></nav><main>{PROSE}</main>"
    assert texts(body, select=("nav",)) == ["In the menu"]


def test_xpath_selects_and_removed_parts_are_gone() -> None:
    body = "<div id='a'><p>Kept.</p><p class='x'>Gone.</p></div><div>Outside.</div>"
    assert texts(body, select=("//div[@id='a']",), remove=(".x",)) == ["Kept."]


def test_a_selection_inside_a_selection_is_read_once() -> None:
    assert texts("<main><section><p>Once.</p></section></main>", select=("main", "section")) == ["Once."]


def test_plain_text_is_read_as_paragraphs() -> None:
    extraction = diffing.read(page_source(), answer("First one.\n\nSecond one.", "text/plain; charset=utf-8"))
    assert [block.text for block in extraction.blocks] == ["First one.", "Second one."]


def test_a_pdf_is_not_read_as_a_page() -> None:
    with pytest.raises(UnreadableContent):
        diffing.read(page_source(), answer(b"%PDF-1.7 ...", "application/pdf"))


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("<p>Zürich – 5 €</p>".encode("cp1252"), "text/html; charset=windows-1252"),
        ("<p>Zürich – 5 €</p>".encode("cp1252"), "text/html"),
        ("<p>Zürich – 5 €</p>".encode(), "text/html; charset=iso-8859-1, utf-8"),
        ("<p>Zürich – 5 €</p>".encode("utf-16"), "text/html"),
        ("<meta charset=utf-8><p>Zürich – 5 €</p>".encode(), "text/html"),
        ("<p>Zürich – 5 €</p>".encode(), "text/html; charset=no-such-thing"),
    ],
)
def test_the_charset_is_found_where_it_is_stated_or_guessed(body: bytes, content_type: str) -> None:
    assert [block.text for block in diffing.read(page_source(), answer(body, content_type)).blocks] == ["Zürich – 5 €"]


def test_deeply_nested_markup_is_read_without_end() -> None:
    assert "deep" in texts("<div>" * 1_500 + "deep" + "</div>" * 1_500)[0]


def test_the_title_and_language_are_kept() -> None:
    extraction = diffing.read(page_source(), answer("<html lang='fr'><title> Nos \n tarifs </title><p>Oui.</p></html>"))
    assert (extraction.title, extraction.language) == ("Nos tarifs", "fr")


def test_content_is_read_where_the_body_tag_is_left_out() -> None:
    body = "<!doctype html><title>Plans</title><header><a href='/'>Home</a></header><main><p>Pro at $49</p></main>"
    assert texts(body) == ["Pro at $49"]


def test_the_header_of_an_article_is_content_and_that_of_the_site_is_not() -> None:
    release = "<article><header><h2>Version 4.19</h2></header><p>Approval rules for invoices.</p></article>"
    site = "<header class='site'><p>Free webinar</p></header>"
    assert texts(f"{site}{release}") == ["Version 4.19", "Approval rules for invoices."]


def test_labels_that_only_a_style_sheet_sets_apart_are_read_apart() -> None:
    assert texts("<div><span>Full time</span><span>Sales</span></div>") == ["Full time Sales"]
    assert texts("<div>Revenue<span>€438m</span><span>+16%</span></div>") == ["Revenue €438m +16%"]
    assert texts("<p><b>P</b>ro at $<span>49</span><span>.90</span></p>") == ["Pro at $49.90"]
