#!/usr/bin/env python3
"""Shows that the cost of `verbatim list` grows with the text and not faster, also on hostile texts.

Writes texts of doubling sizes, the same for the same seed, pipes each through the program, and prints
processor time and peak memory for each. The exponent is that of the steepest of the last three
doublings, start-up taken off: 1 is linear, 2 quadratic.

    python3 Benchmarks/linear.py                            # all texts up to 16 MB
    python3 Benchmarks/linear.py --largest 100 --jobs 1
    python3 Benchmarks/linear.py --texts news --largest 1000

Fails where the exponent is above 1.25 or a hostile text takes more than 60 times as long for a byte as news
of its size does; for the stream of articles also where memory is above 60 MB. A doubling that takes under 0.1 s of
processor time is not judged.
"""

import argparse
import math
import os
import random
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path

import synthetic_articles
from passage_corpus import Words

HERE = Path(__file__).resolve().parent
STEEPEST = 1.25
SLOWEST = 60
MEMORY = 60e6
JUDGED_FROM = 0.1

WORDS = Words(random.Random(7), 5_000)


def prose(size, rng, joint=" ", end="."):
    """About so many bytes of words; sentences if there is an end for them."""
    written = 0
    while written < size:
        words = WORDS.draw(2_000)
        for start in range(0, len(words), 20):
            words[start] = words[start].capitalize()
            words[start + 19] += end
        part = (joint.join(words) + joint).encode()
        written += len(part)
        yield part


def repeated(unit, size):
    """A unit over and over, never in part, about so many bytes in all."""
    block = unit * max(1, 65_536 // len(unit))
    for start in range(0, size, len(block)):
        yield block if size - start >= len(block) else unit * max(1, (size - start) // len(unit))


def paragraph(size, rng):
    """One paragraph of news: sentences, quotations, speakers."""
    written = 0
    for text in synthetic_articles.articles(rng.randrange(1 << 30)):
        if written >= size:
            return
        part = text.replace("\n\n", " ").replace("\n", " ").encode()
        written += len(part)
        yield part


def opening_marks(size, rng):
    """A word behind every opening mark, and nothing closes."""
    yield from repeated("“word ".encode(), size)


def straight_marks(size, rng):
    """Straight marks, which may open or close, between words, without an end."""
    yield from repeated(b'"word and word ', size)


def bare_marks(size, rng):
    """Marks and one word, so that they may all be meant to open a quotation."""
    yield from repeated("“".encode(), size)
    yield b"word"


def nested(size, rng):
    """Marks that open inside marks, then as many that close."""
    half = size // 2
    yield from repeated("“a ‘b ".encode(), half)
    yield from repeated(" b’ a”".encode(), half)


def single_marks(size, rng):
    """Single marks that may be apostrophes, and each of which may open or close."""
    yield from repeated(b"'twas 'the dogs' ", size)


def no_spaces(size, rng):
    yield from repeated(b"abcdefghij", size)


def no_spaces_quoted(size, rng):
    """Words and marks without a space anywhere."""
    yield from repeated("“abc,”said.Smith:".encode(), size)


def combining(size, rng):
    """Combining marks and nothing that they stand on."""
    yield from repeated("\u0301\u0323".encode(), size)


def one_name(size, rng):
    """One name and nothing else."""
    yield from repeated(b"Ana Ruiz ", size)


def one_speaker(size, rng):
    """One name that speaks in every paragraph."""
    yield from repeated("“We will not go,” said Ana Ruiz of Harrow Bay.\n\n".encode(), size)


def many_names(size, rng):
    """Another person in every sentence."""
    written = 0
    number = 0
    while written < size:
        parts = []
        for _ in range(500):
            number += 1
            first, last = WORDS.words[100 + number % 4_000], WORDS.words[100 + number // 4_000 % 4_000]
            parts.append(f"“It is so,” said {first.capitalize()} {last.capitalize()}.\n\n")
        part = "".join(parts).encode()
        written += len(part)
        yield part


def one_line(size, rng):
    """One line of words without the end of a sentence."""
    yield from prose(size, rng, end="")


def one_sentence_quoted(size, rng):
    """One sentence without end that quotes and quotes."""
    yield from repeated("he said “so it is” and Ana Ruiz said “no way” and ".encode(), size)


def pronouns(size, rng):
    """Pronouns that speak, and nobody that they mean."""
    yield from repeated("“Yes,” he said. She told him. ".encode(), size)


def pronouns_in_one_sentence(size, rng):
    """Pronouns that speak in one sentence without end."""
    yield from repeated(b"he said and she said and ", size)


def questions(size, rng):
    """Dialogue without a name: a turn a paragraph."""
    yield from repeated("“Who is there?”\n\n“Nobody!”\n\n“You?”\n\n".encode(), size)


def empty_lines(size, rng):
    yield b"Nothing follows."
    yield from repeated(b"\n", size)


def full_stops(size, rng):
    yield from repeated(b". ", size)


def brackets(size, rng):
    yield from repeated(b"([{", size)


def commas_and_cues(size, rng):
    """Cues without a name or words said."""
    yield from repeated(b"said told asked, ", size)


def epithets(size, rng):
    """People who are described and nobody named, in one paragraph."""
    yield from repeated(b"The former mayor said so. A second, who left, said no. ", size)


def labels(size, rng):
    """A transcript of as many speakers as turns, in parts."""
    written = 0
    while written < size:
        turn = f"VOICE {written}: So it is.\n\n* * *\n\nVOICE ONE: No.\n\n".encode()
        written += len(turn)
        yield turn


def list_of_names(size, rng):
    """A sentence that lists people without end, then quotes."""
    yield b"He thanked "
    yield from repeated(b"Ana Ruiz, Peter Orwood, ", size)
    yield "and said: “Thanks.”".encode()


HOSTILE = [paragraph, one_line, opening_marks, straight_marks, bare_marks, nested, single_marks, no_spaces,
           no_spaces_quoted, combining, one_name, one_speaker, many_names, one_sentence_quoted, pronouns,
           pronouns_in_one_sentence, questions, empty_lines, full_stops, brackets, commas_and_cues, epithets, labels, list_of_names]


def news(size, rng):
    """Articles as JSON Lines."""
    yield from synthetic_articles.lines(size)


def measured(command, chunks):
    """Bytes written, processor time and peak memory of a command that reads so many bytes."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    written = 0
    try:
        for chunk in chunks:
            process.stdin.write(chunk)
            written += len(chunk)
        process.stdin.close()
    except BrokenPipeError:
        pass
    # Its own figures, not those of all children as RUSAGE_CHILDREN has them.
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"exit status {process.returncode}")
    scale = 1 if sys.platform == "darwin" else 1024
    return written, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * scale


def steepest(rows):
    """The exponent of the steepest of the last three doublings that take long enough to tell."""
    slopes = []
    for (size, seconds), (next_size, next_seconds) in zip(rows, rows[1:]):
        if next_seconds - seconds > JUDGED_FROM and seconds > 0:
            slopes.append(math.log(next_seconds / seconds) / math.log(next_size / size))
    return max(slopes[-3:], default=None)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--verbatim", default=HERE.parent / ".build/release/verbatim", type=Path)
    parser.add_argument("--largest", type=float, default=16, help="megabytes of the largest text")
    parser.add_argument("--smallest", type=float, default=0.001, help="megabytes of the smallest text")
    parser.add_argument("--texts", nargs="*", help="only these: " + " ".join(t.__name__ for t in [news, *HOSTILE]))
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=120, help="no larger text behind one that took so long")
    parser.add_argument("arguments", nargs="*", default=[], help="for the program, behind --")
    options = parser.parse_args()

    def command(kind):
        base = [str(options.verbatim), "list", "--format", "jsonl", "--jobs", str(options.jobs),
                "--max-article", "512", *options.arguments]
        return base + ["-"]

    def run(make, size):
        rng = random.Random(options.seed)
        return measured(command(make), make(size, rng))

    start = min(run(news, 1)[1] for _ in range(3))
    print(f"start-up: {start * 1e3:.0f} ms of processor time\n")
    print(f"{'text':<20}{'MB':>9}{'s':>9}{'s/MB':>9}{'peak MB':>9}{'/MB':>7}{'exponent':>10}")
    failures = []
    news_rate = None
    chosen = [t for t in [news, *HOSTILE] if not options.texts or t.__name__ in options.texts]
    for make in chosen:
        rows, size = [], options.smallest * 1e6
        while size <= options.largest * 1e6 * 1.01:
            try:
                written, seconds, peak = run(make, int(size))
            except RuntimeError as error:
                print(f"{make.__name__:<20}{size / 1e6:>9.3f}  {error}")
                failures.append(f"{make.__name__}: {error}")
                break
            net = max(0.0, seconds - start)
            rows.append((written, net))
            exponent = steepest(rows[-2:])
            mb = written / 1e6
            print(f"{make.__name__:<20}{mb:>9.3f}{net:>9.2f}{net / mb:>9.3f}{peak / 1e6:>9.0f}"
                  f"{peak / written:>7.1f}{'' if exponent is None else format(exponent, '10.2f')}", flush=True)
            if make is news and peak > MEMORY:
                failures.append(f"news: {peak / 1e6:.0f} MB of memory at {mb:.3f} MB")
            if net > options.seconds:
                break
            size *= 2
        exponent = steepest(rows)
        if exponent and exponent > STEEPEST:
            failures.append(f"{make.__name__}: grows with the size to the power of {exponent:.2f}")
        if rows and rows[-1][1] > JUDGED_FROM:
            rate = rows[-1][1] / rows[-1][0]
            if make is news:
                news_rate = rate
            elif news_rate and rate > SLOWEST * news_rate:
                failures.append(f"{make.__name__}: {rate / news_rate:.0f} times as slow as news")
    print()
    for failure in failures:
        print(f"not linear: {failure}")
    print("linear" if not failures else f"{len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
