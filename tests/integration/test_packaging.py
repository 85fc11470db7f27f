"""The wheel and the editable install give the same two commands, and our names clash with nobody's."""

import subprocess
import sys
import sysconfig
import venv
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOP_LEVEL = (
    *("accounts", "classifiers", "commands", "config", "diffing", "digest", "domain", "guard", "pipeline"),
    *("scheduler", "spiders", "storage", "web", "workers"),
)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean environment with the wheel in it and the locked libraries in reach; gives its bin folder."""
    folder = tmp_path_factory.mktemp("packaging")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.EnvBuilder(with_pip=False).create(folder / "clean")
    python = folder / "clean" / "bin" / "python"
    site = next((folder / "clean" / "lib").glob("python*")) / "site-packages"
    # A path line, not a site folder: the editable install's own .pth there is not read.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    return python.parent


def run(command: Path, *arguments: str) -> str:
    done = subprocess.run([str(command), *arguments], cwd="/", check=True, capture_output=True, text=True)
    return done.stdout


def test_the_wheel_gives_crawl_and_bellwether_away_from_the_checkout(installed: Path) -> None:
    assert "--source" in run(installed / "crawl", "--help")
    assert "digest" in run(installed / "bellwether", "--help")


def test_the_wheel_carries_rules_templates_migrations_and_starter_files(installed: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    run(installed / "bellwether", "init", str(home))
    assert "no problems" in run(installed / "bellwether", "sources", "check", "--home", str(home))
    assert "Subject:" in run(installed / "bellwether", "digest", "preview", "--home", str(home))
    web = subprocess.run([installed / "bellwether", "web", "--home", home], cwd="/", capture_output=True, text=True)
    assert "has no [web]" in web.stderr, "its pages are read before its settings"


def test_the_editable_install_gives_the_same_commands() -> None:
    assert "--source" in run(Path(sys.executable).parent / "crawl", "--help")
    assert "digest" in run(Path(sys.executable).parent / "bellwether", "--help")


@pytest.mark.parametrize("name", TOP_LEVEL)
def test_no_other_installed_distribution_owns_one_of_our_names(name: str) -> None:
    assert set(packages_distributions().get(name, [])) <= {"bellwether"}
