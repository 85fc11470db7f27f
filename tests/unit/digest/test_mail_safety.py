"""Crawled text stays text: in the HTML, in the plain part, in headers, in file names and in the evidence page."""

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import digest
from digest.links import anchor, as_mailed, beside
from digest.words import clean
from domain.accounts import Person
from domain.changes import Word
from domain.editions import Audience, Rendered, Week
from domain.events import Event, ReasonKind, Stance
from domain.findings import TagName
from domain.sources import SourceKind
from tests.unit.digest import worlds

ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</mj-text><mj-raw><iframe src=//evil.example></iframe></mj-raw>",
    '<a href="https://evil.example/login">click</a>',
    "&lt;a href=&quot;https://evil.example&quot;&gt;click&lt;/a&gt;",
    "<!--evidence:x--><a href=javascript:alert(1)>x</a><!--/evidence-->",
    "--> <b>out of the comment</b> <!--",
    "{{ 7 * 7 }} {% for x in y %} {{ ''.__class__ }}",
    '" onmouseover="alert(1)',
    "<style>body{display:none}</style><mj-include path='/etc/passwd' />",
    "\r\nBcc: everyone@evil.example\r\n\r\n<script>",
    "]]><![CDATA[<script>alert(1)</script>",
    "\u202egnp.exe\u202c \u200b\u0000 \u0007",
)
ALLOWED_TAGS = {"script", "iframe", "img", "object", "embed", "form", "input", "base", "svg", "math"}


class Tags(HTMLParser):
    """Collects tags, links and event handlers."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.handlers: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action", "background")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def attacked(text: str, url: str = "https://vanta.example/page") -> Week:
    """A week with the text in every field that comes from outside."""
    event = worlds.vanta()
    edits = tuple(
        replace(edit, before=edit.before and f"{text} {edit.before}", after=f"{text} {edit.after}", path=(text, text),
                title=text, words=(Word(op="removed", text=text), Word(op="added", text=text)))
        for edit in event.sightings[0].edits
    )  # fmt: skip
    sighting = replace(event.sightings[0], edits=edits, headline=text, url=url, source=text, facts=())
    evil = replace(event, headline=text, sightings=(sighting,), facts=(), subject=worlds.rival(text))
    feed = replace(evil, id="feed", sightings=(replace(sighting, key="feed", source_kind=SourceKind.FEED),))
    stray = replace(evil, id="stray")
    reasons = ((ReasonKind.TOPIC, text), (ReasonKind.INDUSTRY, text))
    hidden = tuple(replace(one, explanation=text) for one in worlds.UNSEEN)
    return replace(
        worlds.full_week(),
        events=(evil, feed, stray),
        impacts=tuple(worlds.impact(one, worlds.MARLOWE, 80, Stance.THREAT, *reasons) for one in (evil, feed)),
        unseen=hidden,
        corrections=(text,),
    )


def rendered(week: Week) -> Rendered:
    return digest.compose(week, worlds.owner(), shown=worlds.shown)


def built(one: Rendered, audience: Audience | None = None, edition_id: str = "2026-W08-owner-ines") -> EmailMessage:
    raw = digest.message(
        one,
        audience=audience or worlds.owner(),
        edition_id=edition_id,
        sender="Bellwether <bellwether@halden.example>",
        composed_at=worlds.SENDS,
    )
    return message_from_bytes(raw, policy=default)


def assert_harmless(page: str, hosts: tuple[str, ...]) -> None:
    found = Tags(page)
    assert not ALLOWED_TAGS & set(found.tags)
    assert found.handlers == []
    for link in found.links:
        assert link.startswith(("#", *(f"https://{host}/" for host in hosts))), link


@pytest.mark.parametrize("text", ATTACKS)
def test_crawled_text_becomes_no_markup_and_no_link_in_the_mail(text: str) -> None:
    one = rendered(attacked(text))
    assert_harmless(as_mailed(one.html), ("vanta.example",))
    assert_harmless(one.evidence, ("vanta.example",))
    assert "49" not in one.subject


@pytest.mark.parametrize("text", ATTACKS)
def test_crawled_text_cannot_add_a_header(text: str) -> None:
    mail = built(rendered(attacked(text)))
    assert mail["Bcc"] is None
    assert mail["To"] == "Ines Moreau <ines@halden.example>"
    assert len(mail.get_all("Subject")) == 1
    assert "\n" not in mail["Subject"]


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_text_composes_into_a_mail_that_parses(text: str) -> None:
    one = rendered(attacked(text))
    mail = built(one)
    assert mail.defects == []
    assert_harmless(one.html, ("vanta.example",))
    assert_harmless(one.evidence, ("vanta.example",))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>", "//evil.example", "vbscript:x", ""]
)
def test_an_address_that_is_not_of_the_web_is_never_a_link(url: str) -> None:
    one = rendered(attacked("plain words", url))
    assert_harmless(one.html, ("no-host.example",))
    assert_harmless(one.evidence, ("no-host.example",))


@pytest.mark.parametrize(
    "text",
    [
        "Log in at https://evil.example/login?a=1 today",
        "see HTTP://EVIL.example",
        "www.evil.example/x",
        "ftp://user:pw@evil.example/file",
    ],
)
def test_an_address_in_crawled_text_is_no_link_in_any_client(text: str) -> None:
    one = rendered(attacked(text))
    for part in (one.html, one.text, one.subject, one.preview):
        lowered = part.casefold()
        assert "://evil" not in lowered
        assert "www.evil" not in lowered
    assert "evil[.]example" in one.text.casefold()


def test_words_that_only_look_like_an_address_stay() -> None:
    assert clean("Version 2.0, e.g. monday.com and 1:2 and a//b") == "Version 2.0, e.g. monday.com and 1:2 and a//b"


def test_a_recipient_or_sender_cannot_add_a_header() -> None:
    person = Person(key="x", name="A\r\nBcc: b@evil.example", email="a@b.example", zone="UTC")
    mail = built(rendered(worlds.quiet_week()), replace(worlds.owner(), person=person))
    assert mail["Bcc"] is None
    with pytest.raises(ValueError, match="no mail address"):
        built(rendered(worlds.quiet_week()), replace(worlds.owner(), person=replace(person, email="nobody")))


def test_an_edition_id_cannot_add_a_header() -> None:
    mail = built(rendered(worlds.full_week()), edition_id="2026-W08-x\r\nBcc: b@evil.example")
    assert mail["Bcc"] is None


def test_the_evidence_page_forbids_everything_but_its_own_style_and_pictures() -> None:
    page = rendered(worlds.full_week()).evidence
    assert "default-src 'none'; img-src data:; style-src 'sha256-" in page
    assert "unsafe" not in page
    assert " style=" not in page


def test_links_to_the_evidence_appear_only_in_the_copy_beside_it() -> None:
    one = rendered(worlds.full_week())
    assert "evidence.html#" not in as_mailed(one.html)
    assert "<!--evidence" not in as_mailed(one.html)
    beside_it = Tags(beside(one.html, "ines-evidence.html")).links
    wanted = [f"ines-evidence.html#{anchor(event)}" for event in one.event_ids]
    assert [link for link in beside_it if link.startswith("ines-evidence")] == wanted
    assert all(f'id="{anchor(event)}"' in one.evidence for event in one.event_ids)


def test_rule_and_tag_names_are_escaped_in_the_evidence() -> None:
    event: Event = worlds.capcut()
    tag = replace(event.tags[0], tag=TagName.PRODUCT, rule="<script>x</script>")
    week = replace(worlds.full_week(), events=(replace(event, tags=(tag,)),), impacts=())
    assert "<script>" not in rendered(week).evidence
