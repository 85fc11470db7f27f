"""What folded stacks of a run add up to, by room and by function."""

from bench.throughput_process import ROOT
from bench.throughput_profile import read, shares

MAIN = f"main ({ROOT}/commands/crawl.py:142)"
WALK = f"walk ({ROOT}/diffing/reading/blocks.py:28)"
LIBRARY = f"parse ({ROOT}/.venv/lib/python3/site-packages/lxml/html.py:9)"
IMPORT = "_find_and_load (<frozen importlib._bootstrap>:1165)"


def test_time_in_a_library_is_that_of_the_room_that_called_it() -> None:
    found = shares(
        read([f"{MAIN};{WALK};{LIBRARY} 3", f"{MAIN};{WALK} 1", f"{MAIN};{IMPORT};{WALK} 4", f"{LIBRARY} 2"])
    )
    assert found["samples"] == 10
    assert found["rooms"] == {"diffing/reading": 0.4, "loading code": 0.4, "outside": 0.2}


def test_a_function_has_the_time_of_all_it_calls_once_however_deep_it_is_in_itself() -> None:
    found = shares(read([f"{MAIN};{WALK};{WALK};{LIBRARY} 3", f"{MAIN} 1"]))
    assert found["functions"] == {"commands/crawl.py:main": 1.0, "diffing/reading/blocks.py:walk": 0.75}


def test_a_file_at_the_top_is_a_room_by_its_own_name() -> None:
    assert shares(read([f"look ({ROOT}/scheduler.py:30) 2"]))["rooms"] == {"scheduler.py": 1.0}
