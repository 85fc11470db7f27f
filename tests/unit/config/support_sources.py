"""Reads a `sources.yaml` given as text."""

from config.includes import document_of
from config.sources_file import understand


def told(text: str) -> list[str]:
    document, problems = document_of(text, "sources.yaml")
    return [str(problem) for problem in understand([document] if document else [], problems).problems] or [
        str(problem) for problem in problems
    ]
