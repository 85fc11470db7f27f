"""One method on one pair in a process of its own: CPU milliseconds of each round, and the memory it took."""

import difflib
import importlib
import json
import re
import resource
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

Step = Callable[[], object]
ENOUGH = 200.0  # CPU milliseconds of one measurement
TAG = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]*>", re.DOTALL)


def ours(before: bytes, after: bytes) -> tuple[dict[str, Step], Callable[[object], list[str]]]:
    """The product's own path: `reading` both answers, and the whole of it."""
    import diffing
    from bench.change_pairs import answer, page_source
    from domain.errors import UnreadableContent

    url = "https://pages.invalid/page"
    source, old, new = page_source(url), answer(url, before), answer(url, after)
    at = datetime(2026, 11, 2, tzinfo=UTC)

    def read(parts: object) -> object:
        try:
            return diffing.read(source, parts)  # type: ignore[arg-type]
        except UnreadableContent as error:
            return error

    steps: dict[str, Step] = {
        "reading": lambda: (read(old), read(new)),
        "all": lambda: diffing.examine(source, source_id=1, before=old, after=new, captured_at=at),
    }
    return steps, lambda found: [edit.after or "" for edit in found.edits]


def visible_lines(body: bytes) -> list[str]:
    """The lines of text between the tags: what a comparison of lines is given."""
    text = TAG.sub("\n", body.decode("utf-8"))
    return [line for line in map(str.strip, text.split("\n")) if line]


def sequence_matcher(before: bytes, after: bytes) -> object:
    matcher = difflib.SequenceMatcher(None, visible_lines(before), visible_lines(after), autojunk=False)
    return matcher.get_opcodes()


def unified(before: bytes, after: bytes) -> object:
    return list(difflib.unified_diff(visible_lines(before), visible_lines(after), lineterm=""))


def htmldiff(before: bytes, after: bytes) -> object:
    return importlib.import_module("lxml.html.diff").htmldiff(before.decode("utf-8"), after.decode("utf-8"))


def web_monitoring(before: bytes, after: bytes) -> object:
    return importlib.import_module("web_monitoring_diff").html_text_diff(before.decode("utf-8"), after.decode("utf-8"))


OTHERS: dict[str, Callable[[bytes, bytes], object]] = {
    "difflib_sequence_matcher": sequence_matcher,
    "difflib_unified_diff": unified,
    "lxml_htmldiff": htmldiff,
    "web_monitoring_html_text_diff": web_monitoring,
}


def clocked(step: Step) -> tuple[float, object]:
    """CPU milliseconds of one call; a quick one is repeated, for the clock of some machines ticks every 4 ms."""
    began, calls = time.process_time(), 0
    while True:
        found = step()
        calls += 1
        taken = (time.process_time() - began) * 1e3
        if taken >= ENOUGH:
            return taken / calls, found


def highest() -> int:
    """The most memory this process held so far, KiB; `ru_maxrss` would count what its parent held when it forked."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))


def main(arguments: Sequence[str]) -> None:
    """METHOD BEFORE AFTER ROUNDS SECONDS: prints {steps: {name: [ms, ...]}, peak_mb, told}.

    The system ends this process (SIGXCPU) when it has used that many CPU seconds: others' load takes nothing from it.
    """
    method, *paths, rounds, seconds = arguments
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
    before, after = (Path(path).read_bytes() for path in paths)
    told: Callable[[object], list[str]] = lambda _: []  # noqa: E731
    if method == "ours":
        ours(b"<p>one line</p>", b"<p>another line</p>")[0]["all"]()  # imports and warms up
        steps, told = ours(before, after)
    else:
        compare = OTHERS[method]
        compare(b"<p>one line</p>", b"<p>another line</p>")  # imports and warms up
        steps = {"all": lambda: compare(before, after)}
    held = highest()
    times: dict[str, list[float]] = {name: [] for name in steps}
    found: object = None
    for _ in range(int(rounds)):
        for name, step in steps.items():
            taken, found = clocked(step)
            times[name].append(taken)
    peak = (highest() - held) / 1024
    print(json.dumps({"steps": times, "peak_mb": peak, "told": " ".join(told(found))}))


if __name__ == "__main__":
    main(sys.argv[1:])
