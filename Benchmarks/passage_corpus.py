#!/usr/bin/env python3
"""Writes an invented corpus and quotations from it, to measure a passage index with.

The same seed gives the same bytes. Documents are divided by the byte 1E. A line of the quotations is
a JSON object: its class, its text, the numbers (from 1) of the documents that hold it.

    python3 passage_corpus.py --megabytes 100 --queries 200 FOLDER
    python3 passage_corpus.py --megabytes 100 --corpus articles.jsonl … FOLDER
"""

import argparse
import itertools
import json
import random
import re
from pathlib import Path

# The commonest words of English, each with about how many of a thousand running words it is.
COMMON = [(word, float(share)) for word, share in (entry.split(":") for entry in (
    "the:60 of:29 and:28 to:27 a:23 in:21 that:11 is:10 was:9 he:9 for:9 it:9 with:7 as:7 his:7 on:7 "
    "be:6 at:5 by:5 i:5 this:5 had:5 not:5 are:4 but:4 from:4 or:4 have:4 an:4 they:4 which:4 one:3 "
    "you:3 were:3 her:3 all:3 she:3 there:3 would:3 their:3 we:3 him:3 been:3 has:2 when:2 who:2 will:2 "
    "more:2 no:2 if:2 out:2 so:2 up:2 what:2 its:2 about:2 into:2 than:2 them:2 can:2 only:2 other:2 "
    "some:2 could:2 time:2 these:2 two:2 may:1 then:1 do:1 first:1 any:1 my:1 now:1 such:1 like:1 our:1 "
    "over:1 me:1 even:1 most:1 after:1 also:1 did:1 many:1 before:1 must:1 through:1 your:1 how:1 "
    "where:1 very:1 because:1 should:1 well:1 down:1 just:1 those:1").split())]
COMMON_SET = {word for word, _ in COMMON}
ONSETS = "b br c ch d dr f fl g gr h k l m n p pl pr qu r s sh st t tr v w".split()
VOWELS = "a e i o u ai ea ou".split()
CODAS = ["", "", "n", "r", "l", "s", "t", "nd", "rk", "st", "m", "ck"]
ENDINGS = ["", "", "", "s", "ed", "ing", "er", "ly", "tion", "ment"]
EDIT_RATES = [0, 5, 10, 20, 30]
DIVIDER = "\x1e"


class Words:
    """Draws words: half of them common ones, the others invented, with Zipf's frequencies."""

    def __init__(self, rng, size=120_000):
        invented = {}
        while len(invented) < size:
            syllables = "".join(
                rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS)
                for _ in range(rng.choice((1, 1, 2, 2, 2, 3))))
            word = syllables + rng.choice(ENDINGS)
            if word not in COMMON_SET:
                invented[word] = None
        self.words = [word for word, _ in COMMON] + list(invented)
        common = [share for _, share in COMMON]
        rest = [1 / (rank + 30) for rank in range(size)]
        scale = 0.5 * 1000 / sum(rest)
        common_scale = 0.5 * 1000 / sum(common)
        self.weights = list(itertools.accumulate(
            [share * common_scale for share in common] + [share * scale for share in rest]))
        self.rng = rng

    def draw(self, count):
        return self.rng.choices(self.words, cum_weights=self.weights, k=count)


def invented_documents(words, rng, size):
    """Yields documents of about 300 to 1,500 words in sentences and paragraphs."""
    written = 0
    while written < size:
        pool = words.draw(50_000)
        place = 0
        while place < len(pool) - 1600 and written < size:
            end = place + rng.randint(300, 1500)
            paragraphs = []
            while place < end:
                sentences = []
                for _ in range(rng.randint(2, 6)):
                    length = rng.randint(6, 24)
                    sentence = " ".join(pool[place:place + length])
                    place += length
                    if length > 12 and rng.random() < 0.4:
                        cut = sentence.find(" ", len(sentence) // 2)
                        sentence = sentence[:cut] + "," + sentence[cut:]
                    sentences.append(sentence[0].upper() + sentence[1:] + ".")
                paragraphs.append(" ".join(sentences))
            text = "\n\n".join(paragraphs) + "\n"
            written += len(text)
            yield text


def given_documents(paths, words, rng, size, rate=0.25):
    """Yields the texts of JSON Lines in parts of about a thousand words, then the same again with
    one word of four changed, until there is enough."""
    texts = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for line in file:
                text = json.loads(line)["text"]
                start = 0
                while start < len(text):
                    end = text.find("\n", start + 5000)
                    end = len(text) if end < 0 else end + 1
                    texts.append(text[start:end].replace(DIVIDER, " "))
                    start = end
    written = 0
    for round_number in itertools.count():
        for text in texts:
            if written >= size:
                return
            if round_number:
                parts = re.split(r"(\w+)", text)
                fresh = words.draw(len(parts))
                for index in range(1, len(parts), 2):
                    if rng.random() < rate:
                        parts[index] = fresh[index]
                text = "".join(parts)
            written += len(text.encode())
            yield text


def edited(quoted, rate, words, rng):
    """Changes so many of a hundred words: four of ten are replaced, three left out, three added."""
    result = []
    for word in quoted:
        if rng.random() * 100 >= rate:
            result.append(word)
            continue
        kind = rng.random()
        if kind < 0.4:
            result += words.draw(1)
        elif kind >= 0.7:
            result += [word] + words.draw(1)
    return result or quoted


class Quotations:
    """Takes quotations from documents as they are written."""

    def __init__(self, words, rng, count, expected_documents):
        self.words, self.rng, self.count = words, rng, count
        self.lines = []
        self.counts = {}
        self.chance = min(1.0, 30 * count / max(1, expected_documents))
        self.twice = []

    def add(self, name, text, documents, quoted=None):
        if self.counts.get(name, 0) >= self.count or not text.strip():
            return
        self.counts[name] = self.counts.get(name, 0) + 1
        self.lines.append({"class": name, "text": text.replace("\n", " "), "documents": documents,
                           "source": quoted or text})

    def take(self, number, text):
        """Takes a quotation or two of a document; returns the document, which may have a passage of
        another one put into it."""
        rng = self.rng
        if rng.random() > self.chance:
            return text
        tokens = text.split()
        if len(tokens) < 100:
            return text
        bare = [token.strip(".,;:!?\"“”‘’()[]—-").lower() for token in tokens]
        kind = rng.randrange(9)
        if kind < 5:
            rate = EDIT_RATES[kind]
            length = rng.randint(8, 40)
            start = rng.randrange(len(tokens) - length)
            quoted = tokens[start:start + length]
            self.add(f"{rate} % edited", " ".join(edited(quoted, rate, self.words, rng)), [number],
                     " ".join(quoted))
        elif kind == 5:
            length = rng.randint(4, 6)
            start = rng.randrange(len(tokens) - length)
            self.add("4–6 words", " ".join(tokens[start:start + length]), [number])
        elif kind == 6 and len(tokens) > 350:
            first, second = rng.randint(8, 14), rng.randint(8, 14)
            start = rng.randrange(len(tokens) - 340)
            behind = start + first + rng.randint(200, 300)
            self.add("ellipsis over 200+", " ".join(tokens[start:start + first]) + " … " + " ".join(
                tokens[behind:behind + second]), [number])
        elif kind == 7:
            boundary = text.find("\n\n", rng.randrange(len(text)))
            if boundary > 0:
                before, after = text[:boundary].split()[-10:], text[boundary:].split()[:10]
                if len(before) == len(after) == 10:
                    self.add("two paragraphs", " ".join(before + after), [number])
        elif kind == 8:
            if self.twice:
                other, quoted = self.twice.pop()
                self.add("two equal places", quoted, [other, number])
                return text + "\n" + quoted[0].upper() + quoted[1:] + ".\n"
            start = rng.randrange(len(tokens) - 14)
            quoted = " ".join(tokens[start:start + 14])
            self.twice.append((number, quoted))
        runs = [start for start in range(len(bare) - 5)
                if all(word in COMMON_SET for word in bare[start:start + 5])]
        if runs:
            start = rng.choice(runs)
            self.add("common words only", " ".join(tokens[start:start + 5]), [number])
        return text


def write(folder, megabytes, queries, seed=1, corpus=()):
    """Writes `corpus.txt` and `queries.jsonl` into a folder."""
    rng = random.Random(seed)
    words = Words(rng)
    size = int(megabytes * 1e6)
    documents = (given_documents(corpus, words, rng, size) if corpus
                 else invented_documents(words, rng, size))
    quotations = Quotations(words, rng, queries, size / 5200)
    with open(Path(folder, "corpus.txt"), "w", encoding="utf-8", newline="") as file:
        for number, text in enumerate(documents, 1):
            text = quotations.take(number, text)
            file.write((DIVIDER if number > 1 else "") + text)
    quotations.lines.sort(key=lambda line: line["class"])
    with open(Path(folder, "queries.jsonl"), "w", encoding="utf-8") as file:
        for line in quotations.lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--queries", type=int, default=200, help="of each class")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", nargs="*", default=[], help="JSON Lines with a field `text`")
    options = parser.parse_args()
    Path(options.folder).mkdir(parents=True, exist_ok=True)
    write(options.folder, options.megabytes, options.queries, options.seed, options.corpus)


if __name__ == "__main__":
    main()
