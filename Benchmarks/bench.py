#!/usr/bin/env python3
"""Measures every step beside its yardsticks in one run, and prints a Markdown table of ratios.

    python3 Benchmarks/bench.py                    # invented articles
    python3 Benchmarks/bench.py articles.jsonl     # your own, with a field `text`

Everything runs on one core, each step once a round, so that what disturbs the machine disturbs all alike.
Times are processor time; figures are medians over the rounds, ratios medians of each round's ratio.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import synthetic_articles

HERE = Path(__file__).resolve().parent
RELEASE = HERE.parent / ".build/release"
PEERS = ["spacy", "blingfire", "rapidfuzz"]
QUERIES = 100


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", help="JSON Lines with texts; invented articles without it")
    parser.add_argument("--verbatim", default=RELEASE / "verbatim", type=Path)
    parser.add_argument("--bench", default=RELEASE / "Bench", type=Path)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--megabytes", type=float, default=4, help="of invented articles")
    parser.add_argument("--peer-megabytes", type=float, default=1, help="of text for the slow tools")
    parser.add_argument("--pairs", type=int, default=10_000, help="for diff")
    parser.add_argument("--install", action="store_true", help="only install the other tools")
    parser.add_argument(
        "--venv", type=Path,
        default=Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "verbatim-benchmarks-text")
    return parser.parse_args()


def install(folder):
    python = folder / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    # One by one: a tool that has no build for this system must not keep the others out.
    for package in PEERS:
        if subprocess.run([python, "-m", "pip", "install", "--quiet", package], check=False).returncode:
            print(f"{package} could not be installed and will be left out", file=sys.stderr)


class Worker:
    """A process that does one step for each line it gets."""

    def __init__(self, *command):
        self.process = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, step):
        self.process.stdin.write(step + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line.startswith("{"):
            sys.exit(f"{step}: {line.strip() or 'the process ended'}")
        return json.loads(line)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def run(command, cores=None):
    """Processor and wall time of a command, in seconds."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        preexec_fn=(lambda: os.sched_setaffinity(0, cores)) if cores else None)
    message = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit status {process.returncode}\n{message.decode()}")
    return usage.ru_utime + usage.ru_stime, wall


def prepared(options, folder):
    """Writes what the steps need; returns the size of the texts, of the peers' texts, and the pairs."""
    articles = folder / "articles.jsonl"
    if options.file:
        lines = [json.loads(line) for line in Path(options.file).read_text(encoding="utf-8").splitlines() if line.strip()]
        # Only what an article is read from: annotations of a corpus are no part of the work.
        known = ("id", "title", "outlet", "date", "text")
        lines = [{key: line[key] for key in known if key in line} for line in lines]
        articles.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    else:
        with open(articles, "wb") as file:
            file.writelines(synthetic_articles.lines(options.megabytes * 1e6))
        lines = [json.loads(line) for line in articles.read_bytes().splitlines()]
    texts = [line["text"] for line in lines]
    size = sum(len(text.encode()) for text in texts)

    some, peer_size = [], 0
    for text in texts:
        if some and peer_size + len(text.encode()) > options.peer_megabytes * 1e6:
            break
        some.append(text)
        peer_size += len(text.encode())
    pairs = subprocess.run(
        [sys.executable, HERE / "synthetic_pairs.py", "--pairs", str(options.pairs)],
        stdout=subprocess.PIPE, check=True).stdout
    (folder / "pairs.jsonl").write_bytes(pairs)
    sides = [json.loads(line) for line in pairs.splitlines()]

    rng = random.Random(3)
    queries = []
    while len(queries) < QUERIES:
        words = rng.choice(some).split()
        length = min(12, len(words))
        start = rng.randrange(len(words) - length + 1)
        quoted = words[start:start + length]
        quoted[rng.randrange(length)] = "something"
        queries.append(" ".join(quoted))
    (folder / "queries").write_text("\n".join(queries) + "\n", encoding="utf-8")
    (folder / "corpus.txt").write_text("\x1e".join(some), encoding="utf-8")
    for name, value in (("texts", some), ("pairs", [[p["a"], p["b"]] for p in sides]), ("queries", queries)):
        (folder / f"{name}.json").write_text(json.dumps(value), encoding="utf-8")
    return articles, size, peer_size, len(sides)


def main():
    options = arguments()
    if options.install:
        return install(options.venv)
    for program in (options.verbatim, options.bench):
        if not program.exists():
            sys.exit(f"{program}: not there; `make bench` builds it")
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles, size, peer_size, pair_count = prepared(options, folder)
        if cores:
            os.sched_setaffinity(0, {max(cores)})
        measure(options, folder, articles, size, peer_size, pair_count, cores)


def measure(options, folder, articles, size, peer_size, pair_count, cores):
    same = json.loads(subprocess.run(
        [options.bench, "boundaries", articles], stdout=subprocess.PIPE, check=True, text=True).stdout)
    python = options.venv / "bin/python"
    if not python.exists():
        print("The other tools are not installed (make bench-peers); only what Python has is measured.", file=sys.stderr)
        python = Path(sys.executable)
    ours = Worker(options.bench, "stages", articles)
    peers = Worker(python, HERE / "text_peers.py", folder)
    verbatim = options.verbatim
    passages = folder / "passages"
    passages.mkdir()
    subprocess.run([options.bench, "build-passages", folder / "corpus.txt", passages],
                   stdout=subprocess.DEVNULL, check=True)

    def index():
        for path in folder.glob("store.db*"):
            path.unlink()
        return run([verbatim, "index", folder / "store.db", articles, "--jobs", 1])[0]

    def search():
        lines = subprocess.run([options.bench, "search-passages", passages, folder / "queries"],
                               stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()
        return sum(row["ms"] + row["read_ms"] for row in map(json.loads, lines) if "ms" in row) / 1e3

    def stage(name):
        return lambda: ours.ask(name)["seconds"]

    def peer(name):
        def work():
            result = peers.ask(name)
            if "missing" in result:
                missing[name] = result["missing"]
            return result.get("seconds")
        return work

    def command(*arguments):
        return lambda: run([verbatim, *arguments])[0]

    # Name, work, how much is worked on and in what unit, and beside what.
    mb, some = (size / 1e6, "MB/s"), (peer_size / 1e6, "MB/s")
    words, sentences = "ICU word iterator in C, UTF-8", "ICU sentence iterator in C, UTF-8"
    rows = [
        ("plain scan of all bytes in C", stage("scan"), mb, words),
        (words, stage("icu-words"), mb, words),
        ("ICU word iterator in C, UTF-16 with conversion", stage("icu-words-utf16"), mb, words),
        ("**word boundaries**", stage("boundaries"), mb, words),
        ("**tokens** with spans and classes", stage("tokens"), mb, words),
        ("spaCy `blank`, tokens", peer("spacy_tokens"), some, words),
        ("BlingFire `text_to_words`", peer("blingfire_words"), some, words),
        ("BlingFire `text_to_words_with_offsets`", peer("blingfire_word_offsets"), some, words),
        (sentences, stage("icu-sentences"), mb, words),
        ("**sentences** from tokens", stage("sentences"), mb, sentences),
        ("spaCy `blank` with `sentencizer`", peer("spacy_sentences"), some, sentences),
        ("BlingFire `text_to_sentences`", peer("blingfire_sentences"), some, sentences),
        ("**quotation finding** alone, from tokens", stage("quotations"), mb, words),
        ("**attribution** alone, from quotations", stage("attribution"), mb, words),
        ("**`list`**, file to JSON Lines, start included",
         command("list", articles, "--format", "jsonl", "--jobs", 1), mb, words),
        ("**`compare`**, file to JSON Lines",
         command("compare", articles, "--format", "jsonl", "--jobs", 1), mb, words),
        ("**`index`**, file to store", index, mb, words),
        ("**passage index** alone", stage("passages"), mb, words),
        ("SQLite FTS5, index in memory", peer("fts5_index"), some, words),
        ("**search** in the passage index, a quotation", search, (QUERIES, "/s"), None),
        ("SQLite FTS5, runs of three words", peer("fts5_search"), (QUERIES, "/s"), None),
        ("RapidFuzz `partial_ratio` over all texts", peer("rapidfuzz_search"), (10, "/s"), None),
        ("**`diff`**, a pair, start included",
         command("diff", "--batch", folder / "pairs.jsonl", "--format", "jsonl", "--jobs", 1),
         (pair_count, "/s"), None),
        ("RapidFuzz `ratio`", peer("rapidfuzz_ratio"), (pair_count, "/s"), None),
        ("RapidFuzz `partial_ratio`", peer("rapidfuzz_partial_ratio"), (pair_count, "/s"), None),
    ]
    # What has no yardstick yet is measured beside the step of ours above it.
    beside = {"SQLite FTS5, index in memory": "**passage index** alone"}
    for name in ("SQLite FTS5, runs of three words", "RapidFuzz `partial_ratio` over all texts"):
        beside[name] = "**search** in the passage index, a quotation"
    for name in ("RapidFuzz `ratio`", "RapidFuzz `partial_ratio`"):
        beside[name] = "**`diff`**, a pair, start included"

    missing, rates, two_cores = {}, {name: [] for name, *_ in rows}, []
    for number in range(options.rounds + 1):
        print(f"\rround {number} of {options.rounds}", end="", file=sys.stderr, flush=True)
        for name, work, (amount, _), _ in rows:
            if number > 1 and not rates[name]:
                continue  # A tool that is not there.
            seconds = work()
            # The first round warms up.
            if seconds and number:
                rates[name].append(amount / seconds)
        if len(cores) > 1 and number:
            walls = [run([verbatim, "list", articles, "--format", "jsonl", "--jobs", jobs], cores)[1]
                     for jobs in (1, 2)]
            two_cores.append(walls[0] / walls[1])
    print("\r" + " " * 30, end="\r", file=sys.stderr)
    ours.close()
    peers.close()

    print(f"| step | speed | × {words} | beside | × |\n|---|---:|---:|---|---:|")
    for name, _, (_, unit), yardstick in rows:
        if not rates[name]:
            continue
        rate = statistics.median(rates[name])
        other = beside.get(name, yardstick)

        def ratio(other):
            return statistics.median(a / b for a, b in zip(rates[name], rates[other]))
        first = f"{ratio(words):.2f}" if unit == "MB/s" else ""
        second = f"{ratio(other):.3g}" if other and other not in (name, words) and rates[other] else ""
        shown = f"{rate:,.1f} {unit}" if rate < 100 else f"{rate:,.0f} {unit}"
        print(f"| {name} | {shown} | {first} | {other.replace('**', '') if second else ''} | {second} |")
    print(f"\n{size / 1e6:.1f} MB of text; {options.rounds} rounds, one core, medians, processor time. Slow tools on "
          f"{peer_size / 1e6:.1f} MB, and so are the searches; {pair_count:,} pairs.")
    if two_cores:
        print(f"`list` on two cores: {statistics.median(two_cores):.2f} × the speed on one, by the clock "
              "(other work on the machine counts).")
    state = "identical" if not same["differing"] else f"DIFFERENT in {same['differing']} texts"
    print(f"Word boundaries beside ICU's iterator: {state}, {same['boundaries']:,} in {same['texts']:,} texts.")
    for name, reason in missing.items():
        print(f"Not measured: {name} ({reason}).")
    sys.exit(1 if same["differing"] else 0)


if __name__ == "__main__":
    main()
