"""One line on the pages that came and went on a site, by their addresses: what a sitemap can say."""

from collections.abc import Sequence

from domain.changes import Edit, EditKind

NAMED = 3
DEEP = 2  # steps of a path, from which pages of one section are told by its name


def address_line(subject: str, edits: Sequence[Edit]) -> str:
    """`Brightvane publishes 3 pages under /customers: acme, beta-foods and gamma; takes down /labs`."""
    weighty = [edit for edit in edits if not edit.minor]
    come = [edit.title for edit in weighty if edit.kind is EditKind.ADDED]
    gone = [edit.title for edit in weighty if edit.kind is EditKind.REMOVED]
    clauses = [f"{verb} {_counted(paths)}" for verb, paths in (("publishes", come), ("takes down", gone)) if paths]
    return f"{subject} {'; '.join(clauses)}" if clauses else f"{subject} moves its pages to other addresses"


def _counted(paths: Sequence[str]) -> str:
    if len(paths) == 1:
        return paths[0]
    sections = {path.rpartition("/")[0] for path in paths}
    shared = next(iter(sections)) if len(sections) == 1 else ""
    if shared.count("/") >= DEEP - 1 and shared:
        return f"{len(paths)} pages under {shared}: {_listed([path.rpartition('/')[2] for path in paths])}"
    return f"{len(paths)} pages: {_listed(paths)}"


def _listed(names: Sequence[str]) -> str:
    """The first names in words, and how many more there are."""
    shown = list(names) if len(names) <= NAMED + 1 else [*names[:NAMED], f"{len(names) - NAMED} more"]
    return f"{', '.join(shown[:-1])} and {shown[-1]}"
