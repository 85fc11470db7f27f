"""Bodies come out of every encoding as they went in, and a delta is used only where it pays."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import StorageError
from storage.bodies import DELTA, LONGEST_CHAIN, RAW, ZSTD, Base, decode, encode, sha256_of

PAGE = b"".join(b"<li>Plan %d costs $%d a month</li>" % (number, number * 7) for number in range(400))


def base_of(content: bytes, depth: int = 0) -> Base:
    return Base(id=7, depth=depth, content=content)


@given(content=st.binary(max_size=400), before=st.binary(max_size=400), depth=st.integers(0, LONGEST_CHAIN))
def test_whatever_goes_in_comes_out(content: bytes, before: bytes, depth: int) -> None:
    encoded = encode(content, base_of(before, depth))
    assert decode(encoded, before if encoded.base else None) == content
    assert (encoded.size, encoded.sha256) == (len(content), sha256_of(content))


def test_a_page_that_changed_a_little_costs_a_little() -> None:
    encoded = encode(PAGE.replace(b"$49 ", b"$59 "), base_of(PAGE, depth=3))
    assert (encoded.codec, encoded.base, encoded.depth) == (DELTA, 7, 4)
    assert len(encoded.content) < 100


def test_a_page_of_megabytes_is_compared_over_its_whole_length() -> None:
    large = b"".join(sha256_of(b"%d" % number).encode() for number in range(60_000))
    encoded = encode(b"new start" + large, base_of(large))
    assert len(encoded.content) < 5_000
    assert decode(encoded, large) == b"new start" + large


def test_a_page_unlike_the_one_before_stands_alone() -> None:
    encoded = encode(PAGE, base_of(b"Are you a robot? " * 3))
    assert (encoded.codec, encoded.base, encoded.depth) == (ZSTD, None, 0)


def test_a_chain_of_bases_is_not_longer_than_a_read_can_bear() -> None:
    assert encode(PAGE + b"!", base_of(PAGE, depth=LONGEST_CHAIN - 1)).depth == LONGEST_CHAIN
    assert encode(PAGE + b"!", base_of(PAGE, depth=LONGEST_CHAIN)).depth == 0


def test_what_does_not_compress_is_kept_as_it_is() -> None:
    noise = b"".join(bytes.fromhex(sha256_of(b"%d" % number)) for number in range(20))
    assert encode(noise).codec == RAW
    assert encode(PAGE, base_of(PAGE), plain=True).content == PAGE


def test_a_body_that_is_not_what_its_hash_says_is_not_given_out() -> None:
    encoded = encode(PAGE)
    with pytest.raises(StorageError, match="hash"):
        decode(replace(encoded, sha256="0" * 64), None)
    with pytest.raises(StorageError, match="decompressed"):
        decode(replace(encoded, content=b"not zstd"), None)


def test_a_body_does_not_grow_past_its_size_when_it_is_read() -> None:
    bomb = encode(bytes(50_000_000))
    with pytest.raises(StorageError):
        decode(replace(bomb, size=1_000), None)
