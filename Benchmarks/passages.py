#!/usr/bin/env python3
"""Measures the passage index beside SQLite's FTS5 and tantivy, and prints a Markdown table.

    python3 Benchmarks/passages.py                            # 100 MB of invented text
    python3 Benchmarks/passages.py --corpus articles.jsonl …  # texts of your own, repeated with edits

All look for the same quotations in the same documents, in one run, one thread each: the command
`verbatim search` on a store, which also aligns what it finds and names the differences, the passage
index inside of it alone, and the others. A search has succeeded when its first document holds the words; for quotations that stand in two documents, when
the first two are these. FTS5 and tantivy find documents, the passage index finds the place in them.
"""

import argparse
import json
import os
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import passage_corpus

HERE = Path(__file__).resolve().parent


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bench", type=Path, default=HERE.parent / ".build/release/Bench")
    parser.add_argument("--program", type=Path, default=HERE.parent / ".build/release/verbatim")
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--queries", type=int, default=200, help="of each class")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", nargs="*", default=[], help="JSON Lines with a field `text`")
    parser.add_argument("--folder", type=Path, help="where to keep the corpus and the indexes")
    parser.add_argument("--peers", nargs="*", default=["fts5-or", "fts5-phrases", "tantivy-or", "tantivy-phrases"])
    parser.add_argument(
        "--venv", type=Path,
        default=Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "verbatim-benchmarks")
    return parser.parse_args()


def documents(folder):
    rest = ""
    with open(folder / "corpus.txt", encoding="utf-8", newline="") as file:
        while block := file.read(1 << 22):
            *whole, rest = (rest + block).split(passage_corpus.DIVIDER)
            yield from whole
    yield rest


def words(text):
    return re.findall(r"\w+", text.replace("’", "'").lower())


def phrases(text):
    """Each three words that follow each other; an ellipsis parts words."""
    parts = [words(part) for part in text.split("…")]
    return [part[start:start + 3] for part in parts for start in range(max(1, len(part) - 2)) if part]


class FTS5:
    def __init__(self, folder):
        self.path = folder / "fts5.db"

    def build(self, folder):
        self.path.unlink(missing_ok=True)
        base = sqlite3.connect(self.path)
        base.execute("CREATE VIRTUAL TABLE d USING fts5(t, content='', tokenize='unicode61')")
        base.executemany("INSERT INTO d(rowid, t) VALUES (?, ?)", enumerate(documents(folder), 1))
        base.commit()
        base.execute("INSERT INTO d(d) VALUES ('optimize')")
        base.commit()
        base.close()
        return self.path.stat().st_size

    def open(self):
        self.base = sqlite3.connect(self.path)

    def search(self, query):
        rows = self.base.execute("SELECT rowid FROM d WHERE d MATCH ? ORDER BY rank LIMIT 8", (query,))
        return [row[0] for row in rows]

    def query(self, text, kind):
        if kind == "or":
            return " OR ".join(f'"{word}"' for word in words(text))
        return " OR ".join('"' + " ".join(phrase) + '"' for phrase in phrases(text))


class Tantivy:
    def __init__(self, folder):
        self.path = folder / "tantivy"

    def schema(self):
        import tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("n", stored=True, indexed=False)
        builder.add_text_field("t", stored=False)
        return builder.build()

    def build(self, folder):
        import shutil
        import tantivy
        shutil.rmtree(self.path, ignore_errors=True)
        self.path.mkdir()
        index = tantivy.Index(self.schema(), path=str(self.path))
        writer = index.writer(heap_size=200_000_000, num_threads=1)
        for number, text in enumerate(documents(folder), 1):
            writer.add_document(tantivy.Document(n=number, t=text))
        writer.commit()
        writer.wait_merging_threads()
        return sum(file.stat().st_size for file in self.path.iterdir())

    def open(self):
        import tantivy
        self.index = tantivy.Index.open(str(self.path))
        self.searcher = self.index.searcher()

    def search(self, query):
        return [self.searcher.doc(address)["n"][0]
                for _, address in self.searcher.search(query, 8).hits]

    def query(self, text, kind):
        import tantivy
        schema = self.schema()
        if kind == "or":
            parts = [tantivy.Query.term_query(schema, "t", word) for word in words(text)]
        else:
            parts = [tantivy.Query.phrase_query(schema, "t", phrase) if len(phrase) > 1
                     else tantivy.Query.term_query(schema, "t", phrase[0]) for phrase in phrases(text)]
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in parts])


def measure_peer(name, folder):
    """Runs in a process of its own, so that the peak of its memory is its own."""
    tool, kind = name.split("-")
    engine = (FTS5 if tool == "fts5" else Tantivy)(folder)
    size_path = folder / f"{tool}.json"
    if size_path.exists():
        built = json.loads(size_path.read_text())
    else:
        start = time.process_time()
        size = engine.build(folder)
        built = {"index": size, "build_s": time.process_time() - start,
                 "peak_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}
        size_path.write_text(json.dumps(built))
    engine.open()
    results = []
    lines = [json.loads(line) for line in open(folder / "queries.jsonl", encoding="utf-8")]
    for line in lines[::10]:
        engine.search(engine.query(line["text"], kind))
    for line in lines:
        query = engine.query(line["text"], kind)
        start = time.thread_time()
        found = engine.search(query)
        results.append({"ms": (time.thread_time() - start) * 1e3, "found": found})
    print(json.dumps({"built": built, "results": results}))


def measure_ours(bench, folder):
    index = folder / "passages"
    index.mkdir(exist_ok=True)
    for file in index.iterdir():
        file.unlink()
    built = json.loads(subprocess.run(
        [bench, "build-passages", folder / "corpus.txt", index], check=True, capture_output=True, text=True).stdout)
    queries = folder / "queries.txt"
    queries.write_text("".join(
        json.loads(line)["text"] + "\n" for line in open(folder / "queries.jsonl", encoding="utf-8")))
    output = subprocess.run(
        [bench, "search-passages", index, queries], check=True, capture_output=True, text=True).stdout
    *results, last = [json.loads(line) for line in output.splitlines()]
    built["search_peak_kb"] = last["peak_kb"]
    return {"built": built, "results": [
        {"ms": result["ms"], "wall_ms": result["wall_ms"], "exact": result["exact"],
         "found": [place[0] for place in result["places"]]} for result in results]}


def processor_seconds(process):
    """The processor time of a process's first thread so far."""
    return int(Path(f"/proc/{process.pid}/schedstat").read_text().split()[0]) / 1e9


def measure_program(program, folder):
    """`verbatim search`, asked one by one as a program would, each answer awaited."""
    store, size_path = folder / "store.db", folder / "store.json"
    if not size_path.exists():
        articles = folder / "articles.jsonl"
        with open(articles, "w", encoding="utf-8") as file:
            for number, text in enumerate(documents(folder), 1):
                file.write(json.dumps({"id": str(number), "text": text}) + "\n")
        store.unlink(missing_ok=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([program, "index", store, articles, "--jobs", "1"], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        counts = json.loads(subprocess.run(
            [program, "index", store, "--statistics", "--format", "json"],
            check=True, capture_output=True).stdout)
        size_path.write_text(json.dumps({
            "index": counts["segmentBytes"], "text": counts["textBytes"],
            "build_s": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
            "peak_kb": after.ru_maxrss}))
    built = json.loads(size_path.read_text())
    lines = [json.loads(line) for line in open(folder / "queries.jsonl", encoding="utf-8")]
    process = subprocess.Popen(
        [program, "search", store, "--quotes", "-", "--limit", "2", "--format", "jsonl"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def ask(text):
        start, wall = processor_seconds(process), time.perf_counter()
        process.stdin.write(json.dumps({"text": text}).encode() + b"\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        wall = time.perf_counter() - wall
        return {"ms": (processor_seconds(process) - start) * 1e3, "wall_ms": wall * 1e3,
                "found": [int(hit["article"]["id"]) for hit in json.loads(answer)["hits"]]}

    for line in lines[::10]:
        ask(line["text"])
    results = [ask(line["text"]) for line in lines]
    built["search_peak_kb"] = int(re.search(
        r"VmHWM:\s+(\d+)", Path(f"/proc/{process.pid}/status").read_text())[1])
    process.stdin.close()
    process.wait()
    return {"built": built, "results": results}


class Judge:
    """Says whether a document that was found holds a quotation as well as the one it was taken from.

    Texts that are repeated with edits hold a quotation more than once, or hold an edited one better
    than its source does."""

    def __init__(self, folder, wanted):
        self.texts = {number: words(text) for number, text in enumerate(documents(folder), 1)
                      if number in wanted}

    def shared(self, quotation, number):
        """The words that a quotation shares with the best stretch of about twice its length, in order."""
        text = self.texts[number]
        width = 2 * len(quotation) + 8
        known = set(quotation)
        best = 0
        for start in range(0, max(1, len(text) - len(quotation)), max(1, len(quotation) // 2)):
            stretch = [word for word in text[start:start + width] if word in known]
            if len(stretch) <= best:
                continue
            row = [0] * (len(quotation) + 1)
            for word in stretch:
                diagonal = 0
                for index, other in enumerate(quotation, 1):
                    above = row[index]
                    row[index] = diagonal + 1 if word == other else max(above, row[index - 1])
                    diagonal = above
            best = max(best, row[-1])
        return best

    def is_right(self, line, found):
        expected = line["documents"]
        found = found[:len(expected)]
        if sorted(found) == sorted(expected):
            return True
        if len(found) < len(expected):
            return False
        parts = [words(part) for part in line["text"].split("…")]
        def worth(number):
            return sum(self.shared(part, number) for part in parts)
        return min(map(worth, found)) >= max(map(worth, expected))


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def report(lines, measured, judge):
    classes = sorted({line["class"] for line in lines}, key=lambda name: (
        not name.endswith("edited"), int(name.split()[0]) if name.endswith("edited") else 0, name))
    names = list(measured)
    print("| recall@1 |" + "".join(f" {name} |" for name in names))
    print("|---|" + "---|" * len(names))
    for name in classes:
        row = f"| {name} |"
        for tool in names:
            of_class = [(line, result) for line, result in zip(lines, measured[tool]["results"])
                        if line["class"] == name]
            right = sum(judge.is_right(line, result["found"]) for line, result in of_class)
            row += f" {right / len(of_class):.3f} |"
        print(row)
    print()
    print("| |" + "".join(f" {name} |" for name in names))
    print("|---|" + "---|" * len(names))
    def row(title, value):
        print(f"| {title} |" + "".join(f" {value(measured[name])} |" for name in names))
    size = measured[names[0]]["built"]["text"]
    for share in (0.5, 0.99):
        row(f"p{share * 100:.0f}, ms of processor time", lambda tool: f"{percentile([r['ms'] for r in tool['results']], share):.2f}")
    row("index, share of the text", lambda tool: f"{tool['built']['index'] / size:.2f}")
    row("built, MB of text a second of processor time", lambda tool: "{:.0f}".format(
        size / 1e6 / (tool["built"]["build_s"] + tool["built"].get("merge_s", 0))))
    row("peak memory of building, MB", lambda tool: f"{tool['built']['peak_kb'] / 1e3:.0f}")
    print()
    for tool in names[:2]:
        print(f"| {tool}, by class | p50 | p99 | not exact |")
        print("|---|---|---|---|")
        for name in classes:
            of_class = [result for line, result in zip(lines, measured[tool]["results"])
                        if line["class"] == name]
            times = [result["ms"] for result in of_class]
            print(f"| {name} | {percentile(times, 0.5):.2f} | {percentile(times, 0.99):.2f} | "
                  f"{sum(not result.get('exact', True) for result in of_class) if tool != names[0] else '–'} |")
        print()


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "peer":
        return measure_peer(sys.argv[2], Path(sys.argv[3]))
    options = arguments()
    for path, product in ((options.program, "verbatim"), (options.bench, "Bench")):
        if not path.exists():
            sys.exit(f"{path}: not there; build it with `swift build -c release --product {product}`")
    python = options.venv / "bin/python"
    if options.peers and not python.exists():
        subprocess.run([sys.executable, "-m", "venv", options.venv], check=True)
    if any("tantivy" in peer for peer in options.peers):
        subprocess.run([python, "-m", "pip", "install", "--quiet", "tantivy"], check=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "queries.jsonl").exists():
            passage_corpus.write(folder, options.megabytes, options.queries, options.seed, options.corpus)
        measured = {"verbatim search": measure_program(options.program, folder)}
        measured["passage index"] = measure_ours(options.bench, folder)
        for peer in options.peers:
            run = subprocess.run([python, __file__, "peer", peer, folder], capture_output=True, text=True)
            if run.returncode:
                sys.exit(f"{peer}: {run.stderr}")
            measured[peer] = json.loads(run.stdout)
        lines = [json.loads(line) for line in open(folder / "queries.jsonl", encoding="utf-8")]
        wanted = set()
        for tool in measured.values():
            for line, result in zip(lines, tool["results"]):
                wanted |= set(result["found"][:2]) | set(line["documents"])
        report(lines, measured, Judge(folder, wanted))


if __name__ == "__main__":
    main()
