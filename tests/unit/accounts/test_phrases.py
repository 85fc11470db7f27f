"""Topics and products are found by their words, whatever the endings and order."""

import pytest

from accounts.texts.phrases import phrase, read, speaks_of


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("immutable backup", "Long-term retention gains backup immutability"),
        ("reserved capacity", "Reservation exchanges will end"),
        ("connected device security", "Guidance on medical device cybersecurity is final"),
        ("egress fees", "Egress and data transfer in the United Kingdom"),
        ("contact centre", "Speech for contact centers"),
        ("FedRAMP", "a FedRAMP 20x Moderate platform"),
    ],
)
def test_a_text_is_about_a_topic(topic: str, text: str) -> None:
    assert speaks_of(read(text), topic)


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("block storage price", "Log or block shared access tokens by expiry policy for storage"),
        ("records retention", "staff retention improves"),
        ("web data", "our web pages are new"),
        ("cloud exit plan", "a plan for the cloud"),
        ("peak trading", "peak season"),
    ],
)
def test_a_text_that_shares_a_loose_word_is_not_about_the_topic(topic: str, text: str) -> None:
    assert not speaks_of(read(text), topic)


def test_a_product_is_found_by_its_initials_but_not_by_initials_alone() -> None:
    stems = phrase("Azure Virtual Machines").stems
    assert read("SQL Server on Azure VMs").says_short(stems)
    assert not read("The fleet is out of AVM").says_short(stems)


def test_an_acronym_is_spelled_by_words_in_a_row() -> None:
    text = read("fined under the General Data Protection Regulation")
    assert text.spells("GDPR")
    assert not text.spells("DORA")
