"""What our own log lines say of an exception."""

import pytest

from pipeline.logs import log_of, to_stderr


def test_a_traceback_shows_no_local_variables(capsys: pytest.CaptureFixture[str]) -> None:
    import structlog

    to_stderr()
    try:
        _break(secret="hunter2")
    except ValueError:
        log_of("test").exception("it_broke", source="acme")
    finally:
        structlog.reset_defaults()
    said = capsys.readouterr().err
    assert "it_broke" in said
    assert "ValueError: no good" in said
    assert "hunter2" not in said.replace('_break(secret="hunter2")', "")


def _break(secret: str) -> None:
    if secret:
        raise ValueError("no good")
