"""Whatever was crawled, the mail is a mail: no header, link or markup of theirs, the same bytes twice, and bounded."""

from email import message_from_bytes
from email.policy import default

from hypothesis import given
from hypothesis import strategies as st

import digest
from accounts.naming.finder import Names
from classifiers import group
from config.playbook_file import our_playbook
from domain.changes import Edit
from domain.editions import Audience, Week
from domain.events import ReasonKind, Stance
from domain.sources import SourceKind
from tests.fuzz.support_fuzz import EDITS, TEXTS
from tests.fuzz.test_fuzz_sightings import seen
from tests.unit.digest import worlds
from tests.unit.digest.test_mail_safety import Tags, assert_harmless

HOSTS = ("brightvane.example", "scrapingdog.example", "vanta.example")
AUDIENCES = (worlds.owner(), worlds.analyst())
SENDER = "Bellwether <bellwether@halden.example>"
KNOWN = {"bcc", "cc", "x-evil", "reply-to"}


def week_of(found: tuple[Edit, ...], kind: SourceKind, said: str) -> Week:
    """What the product would make of these edits, each event touching two accounts for reasons in any words."""
    events = group(seen(found, kind), {}, iter(f"ev-{n}" for n in range(99)).__next__)
    reasons = ((ReasonKind.TOPIC, said), (ReasonKind.INDUSTRY, said))
    impacts = tuple(
        worlds.impact(event, account, 80 - place, Stance.THREAT, *reasons)
        for event in events
        for place, account in enumerate((worlds.MARLOWE, worlds.FOREIGN))
    )
    return Week(
        period=worlds.period(), accounts=worlds.WORLD, events=tuple(events), impacts=impacts,
        unseen=worlds.UNSEEN, watched=63, noise=2, baselines=0, corrections=(said,),
        playbook=our_playbook(),
    )  # fmt: skip


@given(found=EDITS, kind=st.sampled_from(list(SourceKind)), said=TEXTS, audience=st.sampled_from(AUDIENCES))
def test_any_week_is_a_harmless_mail(found: tuple[Edit, ...], kind: SourceKind, said: str, audience: Audience) -> None:
    week = week_of(found, kind, said)
    one = digest.compose(week, audience, shown=worlds.shown)
    assert one == digest.compose(week, audience, shown=worlds.shown)
    assert_harmless(one.html, HOSTS)
    assert_harmless(one.evidence, HOSTS)
    assert len(one.html) < 400_000
    assert "javascript:" not in " ".join(Tags(one.html).links + Tags(one.evidence).links)

    arguments = {"audience": audience, "edition_id": "2026-W08-owner-ines", "sender": SENDER}
    raw = digest.message(one, composed_at=worlds.SENDS, **arguments)  # type: ignore[arg-type]
    assert raw == digest.message(one, composed_at=worlds.SENDS, **arguments)  # type: ignore[arg-type]
    mail = message_from_bytes(raw, policy=default)
    assert not KNOWN & {name.lower() for name in mail}
    assert all(part.defects == [] for part in mail.walk())
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998


def test_the_names_used_here_are_found() -> None:
    assert Names((), worlds.WORLD.accounts).find("Marlowe Travel")
