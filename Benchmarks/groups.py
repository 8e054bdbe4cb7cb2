#!/usr/bin/env python3
"""Measures `verbatim compare` and other tools on invented renderings, and prints Markdown tables.

    python3 Benchmarks/groups.py                                       # 100,000 renderings, with the others
    python3 Benchmarks/groups.py --renderings 10000 100000 1000000 --peers none

The other tools are installed into a virtual environment outside the repository.
"""

import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGES = ["rapidfuzz", "scikit-learn", "datasketch"]
PEERS = {
    "tfidf-words": "TF-IDF of word 1-3-grams + RapidFuzz",
    "minhash": "MinHash LSH + RapidFuzz",
    "tfidf-letters": "TF-IDF of letter 3-grams + RapidFuzz",
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--verbatim", default=HERE.parent / ".build/release/verbatim", type=Path)
    parser.add_argument("--renderings", type=int, nargs="+", default=[100_000])
    parser.add_argument("--boilerplate", type=float, default=0, help="see groups_synthetic.py")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers", nargs="+", choices=[*PEERS, "none"], default=["tfidf-words", "minhash"])
    parser.add_argument(
        "--venv", type=Path,
        default=Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "verbatim-benchmarks-groups")
    return parser.parse_args()


def environment(folder):
    python = folder / "bin/python"
    if not python.exists():
        print(f"Installing {', '.join(PACKAGES)} into {folder} …", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return python


def measured(command, output):
    """The wall time, the time of the processor and the greatest memory of a command."""
    with open(output, "wb") as file:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=file)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    if status:
        sys.exit(f"{command[0]} ended with status {os.waitstatus_to_exitcode(status)}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "megabytes": usage.ru_maxrss / 1024}


def pair_count(counter):
    return sum(n * (n - 1) // 2 for n in counter.values())


def score(report, answer):
    """Precision, recall and F1 over the pairs of renderings that are said to be of one utterance."""
    places = collections.defaultdict(list)
    with open(report, encoding="utf-8") as file:
        for number, line in enumerate(file):
            for rendering in json.loads(line)["renderings"]:
                for piece in rendering["pieces"]:
                    places[rendering["article"]["id"]].append((*piece["scalar"], number))
    said, right, gold = collections.Counter(), collections.Counter(), collections.Counter()
    with open(answer, encoding="utf-8") as file:
        for row in map(json.loads, file):
            start, end = row["span"]
            utterance = row["utterance"]
            if utterance is not None:
                gold[utterance] += 1
            for first, last, group in places[row["article"]]:
                if 2 * (min(end, last) - max(start, first)) >= end - start:
                    said[group] += 1
                    if utterance is not None:
                        right[group, utterance] += 1
                    break
    right, said, gold = pair_count(right), pair_count(said), pair_count(gold)
    return {"precision": right / max(1, said), "recall": right / max(1, gold), "f1": 2 * right / max(1, said + gold)}


def row(name, found):
    print(f"| {name} | {found['precision']:.4f} | {found['recall']:.4f} | {found['f1']:.4f} "
          f"| {found['wall']:.1f} | {found['cpu']:.1f} | {found['megabytes']:,.0f} |", flush=True)


def main():
    options = arguments()
    if not options.verbatim.exists():
        sys.exit(f"{options.verbatim}: not there; build it with `swift build -c release`, or give --verbatim")
    peers = [peer for peer in options.peers if peer != "none"]
    python = environment(options.venv) if peers else None
    with tempfile.TemporaryDirectory() as folder:
        articles, answer, output = (Path(folder, name) for name in ("articles.jsonl", "answer.jsonl", "output"))
        for count in options.renderings:
            subprocess.run(
                [sys.executable, HERE / "groups_synthetic.py", "--renderings", str(count), "--seed",
                 str(options.seed), "--boilerplate", str(options.boilerplate), articles, answer], check=True)
            print(f"\n{count:,} renderings, seed {options.seed}\n\n"
                  "| tool | precision | recall | F1 | wall s | processor s | MB |\n|---|---:|---:|---:|---:|---:|---:|")
            usage = measured([options.verbatim, "compare", articles, "--format", "jsonl"], output)
            row("`verbatim compare`, the whole command", score(output, answer) | usage)
            for peer in peers:
                measured([python, HERE / "groups_peers.py", peer, answer], output)
                row(PEERS[peer], json.loads(output.read_text()))


if __name__ == "__main__":
    main()
