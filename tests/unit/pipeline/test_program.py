"""What relating was made by: all of the program that it runs on counts, whoever adds to it."""

import ast
from pathlib import Path

from pipeline.program import ROOMS

ROOT = Path(__file__).resolve().parents[3]


def test_every_room_that_relating_imports_counts_as_its_program() -> None:
    found = [ROOT / "pipeline" / "detecting" / "relating.py"]
    for path in found:
        found += [one for one in imported(path) if one not in found]
    assert {path.relative_to(ROOT).parts[0] for path in found} <= {*ROOMS}


def imported(path: Path) -> list[Path]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    bases = [ROOT.joinpath(*name.split(".")) for name in names]
    return [one for base in bases for one in (base.with_suffix(".py"), base / "__init__.py") if one.is_file()]
