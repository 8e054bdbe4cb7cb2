#!/usr/bin/env python3
"""Lets the groups of a store grow, and compares them with groups that are made at once.

    python3 Benchmarks/groups_growing.py --newsrooms 12                              # of 36 articles
    python3 Benchmarks/groups_growing.py --newsrooms 3 --articles 200 --utterances 160

Each newsroom prints invented utterances, edited, cut and misattributed. Four of nine articles are
indexed and grouped; then the others are added in small batches; then every fifth is changed and an
eighth removed. After either, the pairs of renderings that `compare STORE` has together are compared with
those of `compare FILE`, as F1; the times are processor time of the runs of `index`, start included.
"""

import argparse
import json
import random
import resource
import subprocess
import tempfile
from pathlib import Path

SYLLABLES = "ba ke lo mi ru ta vo ne si du fa go pel ran tor wick mar den".split()
NAMES = ["Ana Ruiz", "Ben Okafor", "Carla Voss", "Dmitri Hale", "Elsa Brandt"]


class Newsroom:
    def __init__(self, seed, utterances):
        self.rng = random.Random(seed)
        self.nouns = ["".join(self.rng.choice(SYLLABLES) for _ in range(3)) for _ in range(1500)]
        self.utterances = [(self.rng.choice(NAMES), self.sentence()) for _ in range(utterances)]

    def noun(self):
        return self.rng.choice(self.nouns)

    def sentence(self):
        words = []
        for part in range(self.rng.randint(2, 4)):
            if part:
                words.append(["and", "but", "because", "unless"][part % 4])
            words += ["we", "will", self.noun(), "the", self.noun(), "before", "the", self.noun()]
            words += ["near", "the", self.noun()]
        return words

    def printed(self):
        name, words = self.rng.choice(self.utterances)
        words = list(words)
        if self.rng.randrange(3) == 0:
            words[self.rng.randrange(len(words))] = self.noun()
        if self.rng.randrange(4) == 0:
            words = words[self.rng.randint(0, 6):]
        if self.rng.randrange(12) == 0:
            name = self.rng.choice(NAMES)
        text = " ".join(words)
        return f"“{text[0].upper() + text[1:]},” said {name}."

    def article(self, number, name=None):
        text = "\n\n".join(self.printed() for _ in range(self.rng.randint(1, 6)))
        return {"id": name or f"n{number}", "text": text, "outlet": f"Outlet {number % 7}",
                "date": f"2024-03-{10 + number % 18}"}


def write(path, articles):
    path.write_text("".join(json.dumps(article) + "\n" for article in articles))


def pairs(program, path):
    """The pairs of renderings, by article and place, that are in one group."""
    output = subprocess.run(
        [program, "compare", path, "--format", "jsonl"], check=True, capture_output=True, text=True).stdout
    result = set()
    for line in output.splitlines():
        group = json.loads(line).get("renderings", [])
        members = sorted({(rendering["article"]["id"], json.dumps(piece["utf8"]))
                          for rendering in group for piece in rendering["pieces"]})
        result |= {(a, b) for index, a in enumerate(members) for b in members[index + 1:]}
    return result


def agreement(program, store, file):
    grown, whole = pairs(program, store), pairs(program, file)
    return 2 * len(grown & whole) / max(1, len(grown) + len(whole)), len(whole)


def timed(*command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(program, seed, count, utterances, folder):
    room = Newsroom(seed, utterances)
    articles = [room.article(number) for number in range(count)]
    file, store = folder / "a.jsonl", folder / "c.db"
    write(file, articles[:count * 4 // 9])
    timed(program, "index", store, file)
    timed(program, "index", store, "--regroup")
    room.rng.shuffle(articles)
    write(file, articles)
    adding = timed(program, "index", store, file, "--commit-every", str(room.rng.randint(1, 9)))
    added, _ = agreement(program, store, file)
    for index in range(0, count, 5):
        articles[index] = room.article(900 + index, articles[index]["id"])
    write(file, articles[:-max(5, count // 8)])
    changing = timed(program, "index", store, file, "--commit-every", "3")
    changed, pair_count = agreement(program, store, file)
    print(f"| {seed} | {added:.3f} | {changed:.3f} | {pair_count} | {adding:.2f} | {changing:.2f} |", flush=True)
    return changed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    here = Path(__file__).resolve().parent
    parser.add_argument("--program", type=Path, default=here.parent / ".build/release/verbatim")
    parser.add_argument("--newsrooms", type=int, default=12)
    parser.add_argument("--articles", type=int, default=36)
    parser.add_argument("--utterances", type=int, default=25)
    options = parser.parse_args()
    print("| newsroom | F1, added | F1, changed | pairs | adding, s | changing, s |")
    print("|---|---|---|---|---|---|")
    results = []
    for seed in range(options.newsrooms):
        with tempfile.TemporaryDirectory() as folder:
            results.append(measure(
                options.program, seed, options.articles, options.utterances, Path(folder)))
    print(f"\nmean {sum(results) / len(results):.3f}, least {min(results):.3f}")


if __name__ == "__main__":
    main()
