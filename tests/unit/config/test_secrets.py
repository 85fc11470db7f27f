"""Secrets in headers: only those meant for it, never quietly empty, never a second header."""

import pytest

from config.secrets import resolve
from domain.errors import ConfigurationError


def test_a_secret_is_filled_in() -> None:
    environ = {"BELLWETHER_SECRET_ACME": "k1", "BELLWETHER_SECRET_2": "k2"}
    assert resolve("Bearer ${BELLWETHER_SECRET_ACME}:${BELLWETHER_SECRET_2}", environ) == "Bearer k1:k2"
    assert resolve("plain $5 {x}", {}) == "plain $5 {x}"


@pytest.mark.parametrize(
    ("value", "environ", "said"),
    [
        ("${BELLWETHER_SECRET_ACME}", {}, "the secret BELLWETHER_SECRET_ACME cannot be used (set it where"),
        ("${BELLWETHER_SECRET_A}", {"BELLWETHER_SECRET_A": ""}, "BELLWETHER_SECRET_A cannot be used (set it"),
        ("${HOME}", {"HOME": "/root"}, "HOME cannot be used (only names that begin with BELLWETHER_SECRET_ are read)"),
        ("${BELLWETHER_SECRET_A}", {"BELLWETHER_SECRET_A": "a\r\nX: b"}, "holds a line break"),
    ],
)  # fmt: skip
def test_a_secret_that_cannot_be_used_is_named(value: str, environ: dict[str, str], said: str) -> None:
    with pytest.raises(ConfigurationError, match="environment: the secret") as caught:
        resolve(value, environ)
    assert said in str(caught.value)
    assert "X: b" not in str(caught.value), "its value is not told"


def test_a_secrets_own_text_is_not_filled_in_again() -> None:
    environ = {"BELLWETHER_SECRET_A": "${BELLWETHER_SECRET_B}", "BELLWETHER_SECRET_B": "b"}
    assert resolve("${BELLWETHER_SECRET_A}", environ) == "${BELLWETHER_SECRET_B}"
