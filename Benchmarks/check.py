#!/usr/bin/env python3
"""Compares how many instructions each step executes with the figures in instructions.json, and fails when
one has grown by more than three in a hundred.

    python3 Benchmarks/check.py             # make bench-check
    python3 Benchmarks/check.py --record    # make bench-record: the figures anew, for a change that is meant
    python3 Benchmarks/check.py --steps list tokens

Instructions do not depend on what else the machine does, but on its processor and on the versions of
the compiler, of ICU and of libc: figures of another machine are to be recorded anew before a change,
and compared after it.
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import synthetic_articles

HERE = Path(__file__).resolve().parent
FIGURES = HERE / "instructions.json"
RELEASE = HERE.parent / ".build/release"
ALLOWED = 0.03
ARTICLES = 250_000
PAIRS = 300


class Programs:
    """Copies of the programs without debugging information, which valgrind does not read of every compiler."""

    def __init__(self, folder, **paths):
        self.folder = folder
        self.copies = {}
        for name, path in paths.items():
            copy = folder / f"bare-{name}"
            shutil.copy(path, copy)
            subprocess.run(["strip", "-g", copy], check=True)
            self.copies[name] = copy
        # Without a random seed tables collide alike in every run.
        self.environment = dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1", LC_ALL="C")

    def instructions(self, name, *arguments):
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", self.copies[name], *map(str, arguments)],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=self.environment, cwd=self.folder)
        found = re.search(r"Collected\s*:\s*(\d+)", run.stderr)
        if run.returncode or not found:
            sys.exit(f"{name} {' '.join(map(str, arguments))}: exit status {run.returncode}\n{run.stderr}")
        return int(found[1])


class Steps:
    """What is measured: the instructions of a step on inputs that are always the same."""

    def __init__(self, programs, folder):
        self.run = programs.instructions
        self.folder = folder
        lines = list(synthetic_articles.lines(ARTICLES))
        self.articles = self.file("articles.jsonl", b"".join(lines))
        self.size = sum(len(json.loads(line)["text"].encode()) for line in lines)
        # An article of about 5 kB.
        self.article = self.file("article.txt", next(
            text for text in (json.loads(line)["text"].encode() for line in lines) if 4_000 < len(text) < 6_000))
        pairs = self.output("synthetic_pairs.py", "--pairs", PAIRS)
        self.pairs = self.file("pairs.jsonl", pairs)
        self.pairs_twice = self.file("pairs-twice.jsonl", 2 * pairs)
        self.renderings = folder / "renderings.jsonl"
        self.store = folder / "store.db"
        self.words = " ".join(json.loads(lines[7])["text"].split()[40:52])

    def file(self, name, data):
        path = self.folder / name
        path.write_bytes(data)
        return path

    @staticmethod
    def output(script, *arguments):
        return subprocess.run([sys.executable, HERE / script, *map(str, arguments)],
                              stdout=subprocess.PIPE, check=True).stdout

    def twice(self, stage):
        """What a stage takes for a byte: the same run with and without one more of it."""
        def per_byte():
            once = self.run("Bench", "stages", self.articles, stage)
            return (self.run("Bench", "stages", self.articles, stage, stage) - once) / self.size
        return per_byte

    def diff(self, *more):
        return self.run("verbatim", "diff", "--format", "jsonl", *more)

    def diff_pair(self):
        once = self.diff("--jobs", 1, "--batch", self.pairs)
        return (self.diff("--jobs", 1, "--batch", self.pairs_twice) - once) / PAIRS

    def listing(self, path):
        return self.run("verbatim", "list", path, "--format", "jsonl", "--jobs", 1)

    def comparing(self):
        self.output("groups_synthetic.py", "--renderings", 500, self.renderings, self.folder / "answer.jsonl")
        return self.run("verbatim", "compare", self.renderings, "--format", "jsonl", "--jobs", 1)

    def indexing(self):
        self.store.unlink(missing_ok=True)
        return self.run("verbatim", "index", self.store, self.articles, "--jobs", 1)

    def searching(self):
        if not self.store.exists():
            self.indexing()
        return self.run("verbatim", "search", self.store, self.words, "--format", "jsonl")

    def all(self):
        return {
            "start of --help": lambda: self.run("verbatim", "--help"),
            "start of list, an article of 5 kB": lambda: self.listing(self.article),
            "start of diff, two words": lambda: self.diff("a", "b"),
            "tokens, a byte": self.twice("tokens"),
            "sentences, a byte": self.twice("sentences"),
            "quotations, a byte": self.twice("quotations"),
            "attribution, a byte": self.twice("attribution"),
            "passage index, a byte": self.twice("passages"),
            "list, a byte": lambda: self.listing(self.articles) / self.size,
            "diff, a pair": self.diff_pair,
            "compare, 500 renderings": self.comparing,
            # With SQLite a run may wait, and waiting takes instructions: the least of two counts.
            "index, a byte": lambda: min(self.indexing(), self.indexing()) / self.size,
            "search, start included": lambda: min(self.searching(), self.searching()),
        }


def shown(figure):
    return f"{figure:,.0f}" if figure >= 1000 else f"{figure:,.2f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--verbatim", default=RELEASE / "verbatim", type=Path)
    parser.add_argument("--bench", default=RELEASE / "Bench", type=Path)
    parser.add_argument("--record", action="store_true", help="make the figures anew")
    parser.add_argument("--steps", nargs="*", help="only steps that begin so")
    options = parser.parse_args()
    if not shutil.which("valgrind") or not shutil.which("strip"):
        sys.exit("valgrind and strip (binutils) are needed: `make bench-check` installs them")
    known = json.loads(FIGURES.read_text()) if FIGURES.exists() else {}
    known_steps = known.get("instructions", {})
    grown, missing, measured = [], [], {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        steps = Steps(Programs(folder, verbatim=options.verbatim, Bench=options.bench), folder).all()
        for step, measure in steps.items():
            if options.steps and not any(step.startswith(start) for start in options.steps):
                continue
            figure = round(measure(), 2)
            measured[step] = figure
            if step not in known_steps:
                missing.append(step)
                print(f"{step:<36}{shown(figure):>16}   not on file", flush=True)
                continue
            change = figure / known_steps[step] - 1
            if change > ALLOWED:
                grown.append((step, known_steps[step], figure, change))
            print(f"{step:<36}{shown(figure):>16}   {change:+.2%}{'   too many' if change > ALLOWED else ''}", flush=True)
    if options.record:
        figures = {step: measured.get(step, known_steps.get(step)) for step in steps
                   if step in measured or step in known_steps}
        FIGURES.write_text(json.dumps(
            {"machine": f"{platform.system()} {platform.machine()}", "instructions": figures}, indent=2) + "\n")
        print(f"Recorded in {FIGURES.name}.")
        return
    for step, before, now, change in grown:
        print(f"{step} grew by {change:.1%}, from {shown(before)} to {shown(now)} instructions; "
              f"{ALLOWED:.0%} are allowed. Find out why, or record it with `make bench-record` if it is meant.",
              file=sys.stderr)
    for step in missing:
        print(f"{step} is not on file: record it with `make bench-record`.", file=sys.stderr)
    sys.exit(1 if grown or missing else 0)


if __name__ == "__main__":
    main()
