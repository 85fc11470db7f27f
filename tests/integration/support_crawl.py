"""Crawls the plans given as JSON on stdin and prints each attempt as a line of JSON: the reactor starts once a process.

A plan is `{name, url, kind?, purpose?, urls?, headers?, paging?, registry?, validator?, render?, batch?}`.
"""

import base64
import dataclasses
import json
import sys
from ipaddress import ip_network
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from domain.settings import Fetching
from domain.sources import Paging, RegistryShape, Schedule, Source, SourceKind, Step, Subject, SubjectKind
from domain.times import utc_now
from domain.visits import Attempt, Purpose, Validator
from spiders import crawl
from spiders.plan import Plan


def plan_of(given: dict[str, Any]) -> Plan:
    source = Source(
        name=given["name"],
        kind=SourceKind(given.get("kind", "page")),
        url=given["url"],
        subject=Subject(kind=SubjectKind.COMPETITOR, name="Brightvane"),
        schedule=Schedule(text="1d"),
        render=given.get("render", "http"),
        steps=tuple(Step(action=action, argument=argument) for action, argument in given.get("steps", ())),
        paging=Paging(**given["paging"]) if "paging" in given else None,
        registry=RegistryShape(**given["registry"]) if "registry" in given else None,
    )
    validator = Validator(**given["validator"]) if "validator" in given else None
    return Plan(
        source=source,
        revision="r1",
        purpose=Purpose(given.get("purpose", "check")),
        validator=validator,
        urls=tuple(given.get("urls", ())),
        about=given.get("about"),
        headers=tuple(tuple(pair) for pair in given.get("headers", ())),
    )


def show(attempt: Attempt) -> None:
    parts = [
        {**dataclasses.asdict(part), "body": None if part.body is None else base64.b64encode(part.body).decode()}
        for part in attempt.parts
    ]
    record = {**dataclasses.asdict(attempt), "parts": parts, "captured_at": attempt.captured_at.isoformat()}
    print(json.dumps(record), flush=True)


def main() -> None:
    asked = json.loads(sys.stdin.readline())
    broken = asked.get("fail_on")

    def keep(attempt: Attempt) -> None:
        if attempt.source == broken:
            raise OSError("no space left")
        show(attempt)

    fetching = dict(asked["fetching"])
    fetching["allowed_networks"] = tuple(ip_network(text) for text in fetching["allowed_networks"])
    for name in ("ca_file", "browser"):
        if fetching.get(name):
            fetching[name] = Path(fetching[name])
    batches: dict[int, list[Plan]] = {}
    for given in asked["plans"]:
        batches.setdefault(given.get("batch", 1), []).append(plan_of(given))
    first, *later = [batches[number] for number in sorted(batches)] or [[]]
    crawl.run(
        first,
        fetching=Fetching(**fetching),
        clock=utc_now,
        on_attempt=keep,
        next_batch=lambda: later.pop(0) if later else (),
        stop_with=sys.stdin.fileno() if asked.get("stop_with_stdin") else None,
    )
    if asked.get("show_modules"):
        print(json.dumps({"modules": sorted(name for name in sys.modules if "." not in name)}))


main()
