"""Makes a folder a home that watches the demo world, and tells such a home from any other folder."""

import json
import shutil
from pathlib import Path

from demo.site import WORLD
from domain.errors import UsageError

MADE_BY = "bellwether demo"
NOTE = "demo.json"
OURS = (NOTE, "sources.yaml", "accounts.yaml", "bellwether.toml", "digests", "world")
DATABASE = "bellwether.db*"

SETTINGS = """\
# bellwether.toml - the operator's file. This home was made by the demo and watches sites on this machine only.
[fetch]
contact = "demo@halden.example"
allowed_networks = ["127.0.0.0/8"]       # else addresses on this machine are refused
host_delay = 0                           # all sites share one address here; keep the default for real ones

[mail]
from = "Bellwether <bellwether@halden.example>"
"""


def made_by_us(home: Path) -> bool:
    return read_note(home).get("made_by") == MADE_BY


def read_note(home: Path) -> dict[str, object]:
    """What demo.json says; nothing where there is none or it is not ours to read."""
    try:
        found = json.loads((home / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def clear(home: Path) -> None:
    """An empty folder, or one whose demo is taken away; what else people put there stays.

    Raises UsageError for a folder that holds something and was not made by the demo.
    """
    if home.exists() and not home.is_dir():
        raise UsageError(f"{home} is not a folder; name another with --out")
    home.mkdir(parents=True, exist_ok=True)
    if any(home.iterdir()) and not made_by_us(home):
        raise UsageError(f"{home} is not empty and was not made by the demo; name another with --out")
    for path in [*(home / name for name in OURS), *home.glob(DATABASE)]:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def furnish(home: Path, port: int) -> None:
    """The files people edit, for a world on this port, and a copy of the world itself to try edits on."""
    write_note(home, {"port": port})  # first: a demo that was broken off is known as one
    base = f"http://127.0.0.1:{port}"
    here = Path(__file__).parent
    sources = (here / "sources.yaml").read_text(encoding="utf-8")
    (home / "sources.yaml").write_text(sources.replace("${BASE}", base), encoding="utf-8")
    shutil.copyfile(here / "accounts.yaml", home / "accounts.yaml")
    (home / "bellwether.toml").write_text(SETTINGS, encoding="utf-8")
    shutil.copytree(WORLD, home / "world")


def write_note(home: Path, said: dict[str, object]) -> None:
    text = json.dumps({"made_by": MADE_BY, **said}, ensure_ascii=False, indent=2)
    (home / NOTE).write_text(text + "\n", encoding="utf-8")
