"""Measures other tools on the same pairs. Run by pairs.py inside its virtual environment.

Prints one JSON object: for each tool the nanoseconds per pair.
"""

import contextlib
import io
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def text(side):
    return side if isinstance(side, str) else " ".join(side["pieces"])


def best_of(rounds, pairs, work):
    """The least time per pair: what disturbs a run only ever adds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter_ns()
        for a, b in pairs:
            work(a, b)
        times.append((time.perf_counter_ns() - start) / len(pairs))
    return min(times)


def measured_wdiff(wdiff, pairs, results):
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder, "a"), Path(folder, "b")

        def run():
            subprocess.run([wdiff, first, second], stdout=subprocess.DEVNULL, check=False)

        total = 0
        some = pairs[:100]
        for a, b in some:
            first.write_text(a + "\n")
            second.write_text(b + "\n")
            start = time.perf_counter_ns()
            run()
            total += time.perf_counter_ns() - start
        results["wdiff, a process for each pair"] = total / len(some)
        # All pairs in two files, with a line between them that only the same pair has.
        for side, path in enumerate((first, second)):
            path.write_text("".join(f"@@{number}@@\n{pair[side]}\n" for number, pair in enumerate(pairs)))
        start = time.perf_counter_ns()
        run()
        results["wdiff, all pairs in one run"] = (time.perf_counter_ns() - start) / len(pairs)


def main():
    path, rounds, wdiff = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    rows = [json.loads(line) for line in Path(path).read_text().splitlines() if line.strip()]
    pairs = [(text(row["a"]), text(row["b"])) for row in rows]
    results = {}

    from rapidfuzz import fuzz
    results["RapidFuzz `ratio`"] = best_of(rounds, pairs, fuzz.ratio)
    results["RapidFuzz `partial_ratio`"] = best_of(rounds, pairs, fuzz.partial_ratio)

    import jiwer
    results["jiwer `process_words`"] = best_of(1, pairs, jiwer.process_words)

    if wdiff:
        measured_wdiff(wdiff, pairs, results)

    try:
        from collatex import Collation, collate

        def collated(a, b):
            collation = Collation()
            collation.add_plain_witness("A", a)
            collation.add_plain_witness("B", b)
            with contextlib.redirect_stdout(io.StringIO()):
                collate(collation)

        results["CollateX `collate`"] = best_of(1, pairs[:100], collated)
    except Exception as error:  # CollateX breaks with some versions of what it stands on.
        print(f"CollateX was not measured: {error!r}", file=sys.stderr)

    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
