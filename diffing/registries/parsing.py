"""Reads a JSON register into records by its declared shape; `diffing.registries.records` compares two readings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from diffing.reading.damage import read_json
from diffing.reading.ignored import without_ignored
from diffing.registries.records import compare_records, suspicious_shrink
from domain.content import Cell, Extraction, Record
from domain.errors import UnreadableContent
from domain.sources import RegistryShape, Source
from domain.visits import FetchedPart

__all__ = ["VERSION", "compare_records", "read_registry", "suspicious_shrink"]

VERSION = "registries-1"
AT_MOST_TEXT = 4_000
NESTED = 3
ENOUGH_TO_TELL = 10
PLACEHOLDER = re.compile(r"\{([^{}]+)\}")

Item = Mapping[str, object]


def read_registry(source: Source, parts: tuple[FetchedPart, ...]) -> Extraction:
    """The records of all pages, in order, marked by `where`, each key once, without what `ignore` matches.

    Raises UnreadableContent when a page is not JSON, has another shape than declared (naming what was found where),
    or a record has no key (naming its number, counted from 1 over all pages).
    """
    shape = source.registry or RegistryShape()
    pages = [_items(source, shape, part) for part in parts if part.body is not None and part.part.startswith("page")]
    items = [item for page in pages for item in page]
    if not any(part.body is not None for part in parts):
        raise UnreadableContent("the register's answer is empty", source=source.name)
    _require_fields(source, items)
    records = [_record(source, shape, number, item) for number, item in enumerate(items, 1)]
    marked = [
        replace(_counted(record, source.ignore), wanted=_wanted(source, shape, item))
        for record, item in zip(records, items, strict=True)
    ]
    return Extraction(version=VERSION, records=_unique(marked), cut=_cut(source, pages))


def _cut(source: Source, pages: Sequence[Sequence[Item]]) -> bool:
    """Whether the pages may go on past those read: as many as were allowed, and the last as full as the first."""
    if source.paging is None or len(pages) < source.paging.at_most:
        return False
    return 0 < len(pages[0]) <= len(pages[-1])


def _counted(record: Record, ignore: tuple[str, ...]) -> Record:
    cells = tuple(Cell(header=cell.header, text=without_ignored(cell.text, ignore)) for cell in record.fields)
    return replace(record, fields=cells)


def _items(source: Source, shape: RegistryShape, part: FetchedPart) -> list[Item]:
    try:
        document = read_json(part.body or b"")
    except (ValueError, RecursionError) as error:
        raise UnreadableContent(f"{part.part}: broken JSON: {error}", source=source.name) from error
    found = _descend(source, document, shape.records, part.part)
    if shape.columnar:
        return _rows(source, found, f"{part.part}, {shape.records or 'the document'}")
    if not isinstance(found, list):
        raise _shape_error(source, part.part, shape.records, "a list of records", found)
    for number, item in enumerate(found, 1):
        if not isinstance(item, dict):
            raise _shape_error(source, part.part, f"{shape.records}[{number}]", "an object", item)
    return found


def _descend(source: Source, document: object, path: str, part: str) -> object:
    found, walked = document, ""
    for step in path.split(".") if path else ():
        if isinstance(found, list) and step.isdigit() and int(step) < len(found):
            found = found[int(step)]
        elif isinstance(found, dict) and step in found:
            found = found[step]
        else:
            raise _shape_error(source, part, walked, f"a field `{step}`", found)
        walked = f"{walked}.{step}" if walked else step
    return found


def _shape_error(source: Source, part: str, where: str, wanted: str, found: object) -> UnreadableContent:
    return UnreadableContent(
        f"{part}: wanted {wanted} at {where or 'the top'}, found {_described(found)}", source=source.name
    )


def _described(found: object) -> str:
    if isinstance(found, dict):
        keys = ", ".join(f"`{key}`" for key in list(found)[:8])
        return f"an object with {keys}" if keys else "an empty object"
    if isinstance(found, list):
        return f"a list of {len(found)}"
    return f"{type(found).__name__} {str(found)[:40]!r}"


def _rows(source: Source, found: object, where: str) -> list[Item]:
    """Rows of an object of equally long lists, one per field (the shape of SEC EDGAR's submissions)."""
    columns = (
        {key: column for key, column in found.items() if isinstance(column, list)} if isinstance(found, dict) else {}
    )
    if not columns:
        raise UnreadableContent(f"{where}: wanted an object of lists, found {_described(found)}", source=source.name)
    lengths = {len(column) for column in columns.values()}
    if len(lengths) > 1:
        shown = ", ".join(f"`{key}` {len(column)}" for key, column in list(columns.items())[:8])
        raise UnreadableContent(f"{where}: the lists differ in length: {shown}", source=source.name)
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def value_at(item: object, path: str) -> object:
    """What stands at a dotted path; lists on the way are gone through, None where nothing stands there."""
    if isinstance(item, dict) and path in item:
        return item[path]
    found = item
    for position, step in enumerate(path.split(".")):
        if isinstance(found, list) and not step.isdigit():
            rest = ".".join(path.split(".")[position:])
            return [value for member in found if (value := value_at(member, rest)) is not None]
        if isinstance(found, list):
            found = found[int(step)] if int(step) < len(found) else None
        else:
            found = found.get(step) if isinstance(found, dict) else None
    return found


def as_text(value: object) -> str:
    """A JSON value as one line: lists joined by "; ", truth as yes or no, objects by their scalar values."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(text for member in value if (text := as_text(member)))
    if isinstance(value, dict):
        return ", ".join(text for member in value.values() if (text := as_text(member)))
    return " ".join(str(value).split())[:AT_MOST_TEXT]


def _record(source: Source, shape: RegistryShape, number: int, item: Item) -> Record:
    parts = [as_text(value_at(item, field)) for field in shape.key]
    if not parts or not all(parts):
        lacking = next((field for field, text in zip(shape.key, parts, strict=True) if not text), "key")
        raise UnreadableContent(f"record {number} has no `{lacking}`, its key", source=source.name)
    key = " / ".join(parts)
    title = " ".join(text for field in shape.title if (text := as_text(value_at(item, field))))
    return Record(
        key=key,
        title=title or key,
        fields=_fields(shape, item),
        link=_link(shape.link, item),
        dated=as_text(value_at(item, shape.date)) if shape.date else "",
        names=tuple(text for field in shape.names for text in _texts(value_at(item, field))),
    )


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for member in values if (text := as_text(member))]


def _fields(shape: RegistryShape, item: Item) -> tuple[Cell, ...]:
    if not shape.fields:
        return tuple(_scalars(item))
    return tuple(Cell(header=label, text=as_text(value_at(item, path))) for label, path in shape.fields)


def _scalars(item: Item, prefix: str = "", depth: int = 1) -> list[Cell]:
    cells: list[Cell] = []
    for name, value in item.items():
        label = f"{prefix}{name}"
        if isinstance(value, dict) and depth < NESTED:
            cells += _scalars(value, f"{label}.", depth + 1)
        elif not isinstance(value, dict | list):
            cells.append(Cell(header=label, text=as_text(value)))
    return cells


def _link(template: str | None, item: Item) -> str:
    """The template with each `{field}` filled in; a lone `{field}` is an address as it stands."""
    if not template:
        return ""
    lone = PLACEHOLDER.fullmatch(template)
    if lone:
        address = as_text(value_at(item, lone.group(1)))
    else:
        address = PLACEHOLDER.sub(lambda found: quote(as_text(value_at(item, found.group(1))), safe=""), template)
    return address if address.startswith(("https://", "http://")) else ""


def _require_fields(source: Source, items: Sequence[Item]) -> None:
    """A filter or declared field that leads nowhere in any record means the register has changed its shape."""
    shape = source.registry or RegistryShape()
    for label, path in shape.fields:
        if len(items) >= ENOUGH_TO_TELL and not any(_present(item, path) for item in items):
            known = ", ".join(f"`{key}`" for key in list(items[0])[:12])
            raise UnreadableContent(f"no record has `{path}`, the field {label!r}: {known}", source=source.name)
    for field, _values in source.where:
        if items and all(_filtered_value(source.registry, item, field) is None for item in items):
            known = ", ".join(f"`{key}`" for key in list(items[0])[:12])
            raise UnreadableContent(f"`where` asks for `{field}`, which no record has: {known}", source=source.name)


def _present(item: Item, path: str) -> bool:
    """Whether a path leads somewhere, were it only to null."""
    above, _, last = path.rpartition(".")
    holder = value_at(item, above) if above else item
    return path in item or value_at(item, path) is not None or (isinstance(holder, dict) and last in holder)


def _filtered_value(shape: RegistryShape | None, item: Item, field: str) -> object:
    """A filter names a field as the register does, or by the label it was given."""
    labels = dict(shape.fields) if shape else {}
    found = value_at(item, field)
    return value_at(item, labels[field]) if found is None and field in labels else found


def _wanted(source: Source, shape: RegistryShape, item: Item) -> bool:
    for field, values in source.where:
        found = {text.casefold() for text in _texts(_filtered_value(shape, item, field))}
        if not found & {" ".join(value.split()).casefold() for value in values}:
            return False
    return True


def _unique(records: list[Record]) -> tuple[Record, ...]:
    """Each key once. Records that share a key but differ are told apart by a number, in the order of their content."""
    by_key: dict[str, list[Record]] = {}
    for record in records:
        same = by_key.setdefault(record.key, [])
        if record not in same:
            same.append(record)
    unique: list[Record] = []
    for key, same in by_key.items():
        ordered = sorted(same, key=lambda record: [cell.text for cell in record.fields])
        unique += [
            replace(record, key=key if number == 1 else f"{key} #{number}") for number, record in enumerate(ordered, 1)
        ]
    return tuple(unique)
