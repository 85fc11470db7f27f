"""`python -m bench.own_pages`: writes bench/corpus again; the pages come out the same every time."""

import sys

from bench.own_pages.build import build

if __name__ == "__main__":
    print(f"{len(build())} pairs written", file=sys.stderr)
