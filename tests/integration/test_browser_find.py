"""Which browser is started, tried with stand-ins that answer --version."""

from pathlib import Path

import pytest

from domain.errors import BrowserMissing
from spiders.chromium import find


def browser(path: Path, code: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho Chromium 1\nexit {code}\n")
    path.chmod(0o755)
    return path


def test_the_order_is_setting_environment_playwrights_own_system(tmp_path: Path) -> None:
    setting = browser(tmp_path / "set")
    named = browser(tmp_path / "named")
    own = browser(tmp_path / "own/chromium-1200/chrome-linux/chrome")
    system = browser(tmp_path / "bin/chromium")
    environ = {
        "BELLWETHER_BROWSER": str(named),
        "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "own"),
        "PATH": str(system.parent),
        "HOME": str(tmp_path),
    }
    assert find(setting, environ) == setting
    assert find(None, environ) == named
    del environ["BELLWETHER_BROWSER"]
    assert find(None, environ) == own
    browser(own, code=1)
    assert find(None, environ) == system


def test_a_browser_that_was_named_is_never_replaced_by_another(tmp_path: Path) -> None:
    system = browser(tmp_path / "bin/chromium")
    environ = {"PATH": str(system.parent), "HOME": str(tmp_path)}
    with pytest.raises(BrowserMissing, match="does not start"):
        find(tmp_path / "nothing", environ)


def test_where_there_is_none_the_error_names_both_ways_to_install_one(tmp_path: Path) -> None:
    with pytest.raises(BrowserMissing) as caught:
        find(None, {"PATH": str(tmp_path), "HOME": str(tmp_path)})
    assert "apt-get install chromium" in str(caught.value)
    assert "playwright install chromium" in str(caught.value)
