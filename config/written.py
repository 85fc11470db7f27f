"""What the files that people write look like from outside: whoever keeps them in hand sees that one is another now."""

import os
from pathlib import Path

READ = (".yaml", ".yml", ".toml", ".csv", ".ics")
# What the program writes itself, and there is much of it.
OURS = ("digests", "drafts")

Written = tuple[tuple[str, int, int], ...]


def written(home: Path) -> Written:
    """Name, size and time of each of them. Left out: hidden ones, such as an editor's lock that points nowhere."""
    found = []
    for folder, inside, names in os.walk(home):
        inside[:] = [name for name in inside if name not in OURS and not name.startswith(".")]
        for name in names:
            if not name.endswith(READ) or name.startswith("."):
                continue
            try:
                state = Path(folder, name).stat()
            except OSError:  # gone since it was listed, or a link to nothing
                continue
            found.append((f"{folder}/{name}", state.st_size, state.st_mtime_ns))
    return tuple(sorted(found))
