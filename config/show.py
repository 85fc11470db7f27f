"""What holds for one source, key by key, and where each value comes from: `sources show NAME`."""

from collections.abc import Iterable

from domain.sources import Expectation, RegistryShape, Source

DEFAULT = "default"
FROM_PLACE = "its place in the file"


def effective(source: Source) -> tuple[tuple[str, str, str], ...]:
    """(key, value, where from) of every setting that applies to the source's kind; "file:line", or "default"."""
    written = {key: f"{origin.file}:{origin.line}" if origin.line else origin.file for key, origin in source.written}
    rows = [(key, value) for key, value in _rows(source) if value or key in written]
    about = (("about", f"{source.subject.kind} {source.subject.name}", FROM_PLACE),)
    return about + tuple((key, value, written.get(key, DEFAULT)) for key, value in rows)


def _rows(source: Source) -> list[tuple[str, str]]:
    schedule, paused, follow, paging = source.schedule, source.paused, source.follow, source.paging
    window = ""
    if schedule.window is not None:
        window = f"{schedule.window[0]:%H:%M}-{schedule.window[1]:%H:%M} {schedule.window_zone}"
    until = f"until {paused.until}" if paused and paused.until else "until the pause is deleted"
    return [
        ("name", source.name),
        ("kind", source.kind),
        ("url", source.url),
        ("every", schedule.text),
        ("window", window),
        ("render", source.render),
        ("steps", _joined(f"{step.action} {step.argument}" for step in source.steps)),
        ("select", _joined(source.select)),
        ("remove", _joined(source.remove)),
        ("ignore", _joined(source.ignore)),
        ("headers", _joined(f"{header.name}: {header.value}" for header in source.headers)),
        ("expect", _joined(_expected(each) for each in source.expect)),
        ("follow", f"{follow.select or 'whole page'}, at most {follow.at_most}" if follow else ""),
        *(_registry_rows(source.registry) if source.registry else []),
        ("paging", f"{paging.parameter}={paging.first}.., at most {paging.at_most} pages" if paging else ""),
        ("where", _joined(f"{field} is {' or '.join(values)}" for field, values in source.where)),
        ("only", _joined(source.only)),
        ("match", _joined(f"{kind}s" for kind in source.match)),
        ("language", source.language or "read from the page"),
        ("decimal", source.decimal or "read from the page"),
        ("currency", source.currency or "read from the page"),
        ("tags", _joined(source.tags)),
        ("topics", _joined(source.topics)),
        ("paused", f"{until}: {paused.why}" if paused else ""),
        ("note", source.note),
        ("was", _joined(source.was)),
    ]


def _registry_rows(shape: RegistryShape) -> list[tuple[str, str]]:
    return [
        ("records", shape.records or "the document itself"),
        ("key", _joined(shape.key)),
        ("fields", _joined(path if label == path else f"{label}: {path}" for label, path in shape.fields) or "all"),
        ("columnar", "yes" if shape.columnar else ""),
        ("title", _joined(shape.title)),
        ("date", shape.date or ""),
        ("link", shape.link or ""),
        ("names", _joined(shape.names)),
    ]


def _expected(expected: Expectation) -> str:
    return f"text {expected.text}" if expected.text else f"selector {expected.selector}"


def _joined(values: Iterable[str]) -> str:
    return " · ".join(values)
