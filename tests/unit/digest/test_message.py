"""The mail as bytes: parts, headers, and the same bytes every time."""

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import digest
from domain.editions import Audience, Image
from tests.unit.digest import worlds

SENDER = "Bellwether <bellwether@halden.example>"


def build(audience: Audience | None = None, edition_id: str = "2026-W08-owner-ines") -> bytes:
    audience = audience or worlds.owner()
    one = digest.compose(worlds.full_week(), audience, shown=worlds.shown)
    return digest.message(one, audience=audience, edition_id=edition_id, sender=SENDER, composed_at=worlds.SENDS)


def parsed(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=default)


def test_the_mail_has_a_text_part_an_html_part_and_the_evidence_attached() -> None:
    mail = parsed(build())
    assert mail.get_content_type() == "multipart/mixed"
    alternative, evidence = mail.iter_parts()
    assert [part.get_content_type() for part in alternative.iter_parts()] == ["text/plain", "text/html"]
    assert evidence.get_filename() == "evidence-2026-W08.html"
    assert evidence.get_content_disposition() == "attachment"
    assert evidence.get_content_type() == "text/html"
    assert evidence.get_content_charset() == "utf-8"


def test_headers_say_who_when_and_that_no_person_wrote_it() -> None:
    mail = parsed(build())
    assert mail["From"] == SENDER
    assert mail["To"] == "Ines Moreau <ines@halden.example>"
    assert mail["Subject"] == "Marlowe: Scrapingdog adds price tiers · W08"
    assert mail["Date"].datetime == worlds.SENDS
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Id"].endswith("bellwether.halden.example>")
    assert mail["List-Unsubscribe"].startswith("<mailto:bellwether@halden.example")
    assert mail["X-Bellwether-Edition"] == "2026-W08-owner-ines"


def test_the_message_id_is_that_of_the_edition_and_its_recipient() -> None:
    assert parsed(build())["Message-ID"] == digest.message_id("2026-W08-owner-ines", SENDER)
    assert digest.message_id("2026-W08-owner-owen", SENDER) != digest.message_id("2026-W08-owner-ines", SENDER)
    assert digest.message_id("2026-W09-owner-ines", SENDER) != digest.message_id("2026-W08-owner-ines", SENDER)


def test_building_twice_gives_the_same_bytes() -> None:
    assert build() == build()


def test_lines_are_short_enough_for_every_server() -> None:
    assert max(len(line) for line in build().split(b"\r\n")) <= 998
    assert b"\n" not in build().replace(b"\r\n", b"")


def test_the_mail_stays_under_a_hundred_kilobytes_without_its_evidence() -> None:
    """Past about 102 kB Gmail cuts the end off, where the honest lines stand."""
    for audience in (worlds.owner(), worlds.analyst()):
        one = digest.compose(worlds.crowded_week(200), audience, shown=worlds.shown)
        assert len(one.html.encode()) < 100_000


def test_a_mail_without_evidence_has_nothing_attached() -> None:
    week = replace(worlds.quiet_week(), unseen=())
    one = digest.compose(week, worlds.owner(), shown=worlds.shown)
    raw = digest.message(
        one, audience=worlds.owner(), edition_id="2026-W09-owner-ines", sender=SENDER, composed_at=worlds.SENDS
    )
    assert parsed(raw).get_content_type() == "multipart/alternative"


def test_images_travel_with_the_html_part() -> None:
    one = replace(
        digest.compose(worlds.full_week(), worlds.owner(), shown=worlds.shown),
        images=(Image(name="bars", content=b"\x89PNG\r\n\x1a\n"),),
    )
    raw = digest.message(
        one, audience=worlds.owner(), edition_id="2026-W08-owner-ines", sender=SENDER, composed_at=worlds.SENDS
    )
    image = next(part for part in parsed(raw).walk() if part.get_content_type() == "image/png")
    assert image["Content-ID"] == "<bars>"


def test_an_address_beyond_ascii_makes_headers_in_utf8_and_a_domain_alone_does_not() -> None:
    heads = []
    for email in ("zoë@halden.example", "zoe@hälden.example"):
        raw = build(replace(worlds.owner(), person=replace(worlds.owner().person, email=email)))
        assert str(parsed(raw)["Subject"]).startswith("Marlowe: Scrapingdog")
        heads.append(raw.partition(b"\r\n\r\n")[0])
    assert "<zoë@halden.example>".encode() in heads[0]
    assert b"<zoe@xn--hlden-gra.example>" in heads[1]
    assert heads[1].isascii()
