"""Makes a folder a home that watches the demo world, and tells such a home from any other folder."""

import hashlib
import json
import shutil
from pathlib import Path

from demo.site import WORLD
from domain.errors import UsageError

MADE_BY = "bellwether demo"
NOTE = "demo.json"
OURS = (NOTE, "sources.yaml", "accounts.yaml", "bellwether.toml", "digests", "world")
EDITABLE = ("sources.yaml", "accounts.yaml", "bellwether.toml", "world")
DATABASE = "bellwether.db*"

SETTINGS = """\
# bellwether.toml - the operator's file. This home was made by the demo and watches sites on this machine only.
[fetch]
contact = "demo@halden.example"
allowed_networks = ["127.0.0.0/8"]       # else addresses on this machine are refused
host_delay = 0                           # all sites share one address here; keep the default for real ones

[mail]
from = "Bellwether <bellwether@halden.example>"

[inbox]
address = "bellwether-answers@halden.example"    # where the links of a mail answer to; nothing is read from it here
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


def finished(home: Path) -> bool:
    """Whether all weeks of a demo were played here: one that was broken off has no editions to tell of."""
    return made_by_us(home) and "editions" in read_note(home)


def clear(home: Path, *, again: bool = False) -> None:
    """An empty folder, or one whose demo is taken away; what else people put there stays.

    Raises UsageError for a folder that holds something and was not made by the demo, and, unless `again`, for a demo
    whose files people have edited since: their work is not thrown away unasked.
    """
    if home.exists() and not home.is_dir():
        raise UsageError(f"{home} is not a folder; name another with --out")
    home.mkdir(parents=True, exist_ok=True)
    if any(home.iterdir()) and not made_by_us(home):
        raise UsageError(f"{home} is not empty and was not made by the demo; name another with --out")
    mine = edited(home) if made_by_us(home) and not again else ()
    if mine:
        more = f" and {len(mine) - 1} more" if len(mine) > 1 else ""
        raise UsageError(
            f"{home / mine[0]}{more} changed since the demo made it, and making the demo anew would delete that; "
            f"go on with it by `./dev demo --serve {home}`, make another with --out DIR, or delete it with --again"
        )
    for path in [*(home / name for name in OURS), *home.glob(DATABASE)]:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def edited(home: Path) -> tuple[str, ...]:
    """Files for editing that differ from what the demo wrote, were added to its world or deleted, in name order."""
    note = read_note(home)
    if "files" not in note and "editions" not in note:
        return ()  # broken off before its files were all written
    made = note.get("files")
    before = made if isinstance(made, dict) else {}
    now = fingerprints(home)
    return tuple(sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name)))


def fingerprints(home: Path) -> dict[str, str]:
    """SHA-256 (hex) of each file for editing, by its path in the home; what a system hides there is nobody's edit."""
    paths = [path for name in EDITABLE for path in (home / name, *(home / name).rglob("*"))]
    return {
        path.relative_to(home).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
        if path.is_file() and not path.name.startswith(".")
    }


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
    write_note(home, {"port": port, "files": fingerprints(home)})


def write_note(home: Path, said: dict[str, object]) -> None:
    """demo.json with `made_by` and what is said; the fingerprints it has stay."""
    kept = {key: value for key, value in read_note(home).items() if key == "files"}
    text = json.dumps({"made_by": MADE_BY, **said, **({} if "files" in said else kept)}, ensure_ascii=False, indent=2)
    (home / NOTE).write_text(text + "\n", encoding="utf-8")
