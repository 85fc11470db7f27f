"""What holds for a source, and where each value comes from."""

from config.includes import document_of
from config.show import effective
from config.sources_file import understand

TEXT = """\
defaults: {every: 6h, window: "06:00-22:00 Europe/Berlin"}
competitors:
  - name: Acme
    sources:
      - name: acme-register
        kind: registry
        url: https://acme.example/data.json
        key: id
        fields: {status: state, name: name}
        where: {level: [High, Low]}
        headers: {X-Key: "${BELLWETHER_SECRET_A}"}
        paused: {why: Redesign}
"""


def test_every_setting_is_shown_with_where_it_comes_from() -> None:
    document, _ = document_of(TEXT, "sources.yaml")
    assert document is not None
    assert effective(understand([document]).sources.sources[0]) == (
        ("about", "competitor Acme", "its place in the file"),
        ("name", "acme-register", "sources.yaml:5"),
        ("kind", "registry", "sources.yaml:6"),
        ("url", "https://acme.example/data.json", "sources.yaml:7"),
        ("every", "6h", "sources.yaml:1"),
        ("window", "06:00-22:00 Europe/Berlin", "sources.yaml:1"),
        ("render", "http", "default"),
        ("headers", "X-Key: ${BELLWETHER_SECRET_A}", "sources.yaml:11"),
        ("records", "the document itself", "default"),
        ("key", "id", "sources.yaml:8"),
        ("fields", "status: state · name", "sources.yaml:9"),
        ("where", "level is High or Low", "sources.yaml:10"),
        ("language", "read from the page", "default"),
        ("decimal", "read from the page", "default"),
        ("currency", "read from the page", "default"),
        ("paused", "until the pause is deleted: Redesign", "sources.yaml:12"),
    )
