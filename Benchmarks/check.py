#!/usr/bin/env python3
"""Compares how many instructions `verbatim` executes with the figures in instructions.json, and fails
when one has grown by more than three in a hundred.

    python3 Benchmarks/check.py            # make bench-check
    python3 Benchmarks/check.py --update   # make the figures anew, for a change that is meant

Instructions do not depend on what else the machine does, but on its processor and on the versions of
the compiler, of ICU and of libc: figures of another machine are to be made anew before a change.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pairs

HERE = Path(__file__).resolve().parent
FIGURES = HERE / "instructions.json"
ALLOWED = 0.03


def measured(verbatim):
    with tempfile.TemporaryDirectory() as folder:
        invented = subprocess.run(
            [sys.executable, HERE / "synthetic_pairs.py"], stdout=subprocess.PIPE, check=True).stdout
        once, twice = Path(folder, "once.jsonl"), Path(folder, "twice.jsonl")
        once.write_bytes(invented)
        twice.write_bytes(2 * invented)
        first = pairs.instructions(verbatim, once)
        pair = (pairs.instructions(verbatim, twice) - first) / invented.count(b"\n")
        return {"diff, a pair": round(pair), "diff, the start": round(first - pair * invented.count(b"\n"))}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--verbatim", default=HERE.parent / ".build/release/verbatim", type=Path)
    parser.add_argument("--update", action="store_true", help="make the figures anew")
    options = parser.parse_args()
    if not shutil.which("valgrind") or not shutil.which("strip"):
        sys.exit("valgrind and strip (binutils) are needed")
    figures = measured(options.verbatim)
    if options.update:
        FIGURES.write_text(json.dumps(figures, indent=2) + "\n")
    known = json.loads(FIGURES.read_text())
    grown = False
    for name, figure in figures.items():
        change = figure / known[name] - 1
        grown = grown or change > ALLOWED
        print(f"{name}: {figure:,} instructions, {change:+.1%}{' — too many' if change > ALLOWED else ''}")
    sys.exit(1 if grown else 0)


if __name__ == "__main__":
    main()
