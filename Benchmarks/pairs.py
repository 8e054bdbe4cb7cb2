#!/usr/bin/env python3
"""Measures `verbatim diff` beside other tools on pairs of wordings, and prints a Markdown table.

    python3 Benchmarks/pairs.py                  # invented pairs
    python3 Benchmarks/pairs.py my-pairs.jsonl   # your own, as `verbatim diff --batch` reads them

The other tools are installed into a virtual environment outside the repository.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEERS = ["rapidfuzz", "jiwer", "collatex", "python-Levenshtein"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", help="JSON Lines with pairs; invented ones without it")
    parser.add_argument("--verbatim", default=HERE.parent / ".build/release/verbatim", type=Path)
    parser.add_argument("--pairs", type=int, default=20_000, help="at least so many for verbatim")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--wdiff", default=shutil.which("wdiff") or "", help="where wdiff is")
    parser.add_argument(
        "--venv", type=Path,
        default=Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "verbatim-benchmarks")
    return parser.parse_args()


def environment(folder):
    python = folder / "bin/python"
    if not python.exists():
        print(f"Installing {', '.join(PEERS)} into {folder} …", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PEERS], check=True)
    return python


def command(verbatim, path):
    return [str(verbatim), "diff", "--batch", str(path), "--format", "jsonl", "--jobs", "1"]


def wall_time(verbatim, path):
    start = time.perf_counter_ns()
    subprocess.run(command(verbatim, path), stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter_ns() - start


def instructions(verbatim, path):
    """The number of instructions that the command executes, which no other work disturbs.

    Valgrind does not read the debugging information of every compiler, so it gets a copy without.
    """
    bare = path.parent / "verbatim"
    if not bare.exists():
        shutil.copy(verbatim, bare)
        subprocess.run(["strip", "-g", bare], check=True)
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command(bare, path)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
    return int(re.search(r"Collected\s*:\s*(\d+)", run.stderr)[1])


def main():
    options = arguments()
    if not options.verbatim.exists():
        sys.exit(f"{options.verbatim}: not there; build it with `swift build -c release`, or give --verbatim")
    with tempfile.TemporaryDirectory() as folder:
        once = Path(folder, "once.jsonl")
        if options.file:
            once.write_text(Path(options.file).read_text())
        else:
            once.write_bytes(subprocess.run(
                [sys.executable, HERE / "synthetic_pairs.py"], stdout=subprocess.PIPE, check=True).stdout)
        lines = [line for line in once.read_text().splitlines() if line.strip()]
        times = -(-options.pairs // len(lines))
        many, twice = Path(folder, "many.jsonl"), Path(folder, "twice.jsonl")
        many.write_text("\n".join(lines * times) + "\n")
        twice.write_text("\n".join(lines * 2) + "\n")

        python = environment(options.venv)
        wall = min(wall_time(options.verbatim, many) for _ in range(options.rounds))
        peers = json.loads(subprocess.run(
            [python, HERE / "peers.py", once, str(options.rounds), options.wdiff],
            stdout=subprocess.PIPE, check=True).stdout)
        # Once more behind the others, in case the machine grew quieter or busier.
        wall = min(wall, *(wall_time(options.verbatim, many) for _ in range(options.rounds)))
        ours = wall / (len(lines) * times)

        print("| tool | ns per pair | times verbatim |\n|---|---:|---:|")
        print(f"| `verbatim diff`, the whole command | {ours:,.0f} | 1 |")
        for name, ns in peers.items():
            print(f"| {name} | {ns:,.0f} | {ns / ours:.3g} |")
        print(f"\n{len(lines)} pairs; verbatim on {len(lines) * times} with one job, start included; "
              f"least of {2 * options.rounds} runs.")
        if not options.wdiff:
            print("wdiff was not found and not measured.")
        if shutil.which("valgrind") and shutil.which("strip"):
            first = instructions(options.verbatim, once)
            second = instructions(options.verbatim, twice)
            pair = (second - first) / len(lines)
            print(f"Instructions: {pair:,.0f} per pair, {first - pair * len(lines):,.0f} to start.")


if __name__ == "__main__":
    main()
