#!/usr/bin/env python3
"""Writes invented articles that print invented utterances in several wordings, and who belongs together.

    python3 groups_synthetic.py --renderings 10000 articles.jsonl answer.jsonl

Words follow the frequencies and the pairs of the language data, with rare words and names beyond. The
utterances of one story share names, rare words and speakers. A rendering has 5 to 30 % of its words
replaced, left out or put in, and half of them have an end or both cut off. The same seed gives the same
articles.

A line of the answer is one quotation: {"article", "span" (in scalars), "utterance", "text"}.
"""

import argparse
import bisect
import datetime
import itertools
import json
import random
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "Sources/CLanguageData/en"
OUTLETS = [f"{town} {name}" for town in ("Harrow", "Milford", "Ostrava", "Kingsbay", "Lorne", "Ashdown", "Tarn", "Pell")
           for name in ("Post", "Gazette", "Herald", "Echo", "Tribune")]
CUES = ("said", "said", "said", "told reporters", "added", "wrote")
SYLLABLES = [onset + vowel for onset in "b br c d dr f g gr h j k l m n p qu r s sh t tr v w z".split()
             for vowel in ("a", "e", "i", "o", "u", "ai", "ei", "ou")]
CODAS = ("n", "l", "r", "s", "ck", "m", "nd", "th", "ld", "")
LEAST_WORDS, MOST_WORDS = 8, 40
LEAST_EDITS, MOST_EDITS = 0.05, 0.30
# At most so much of an utterance is cut off, and so many words are left.
MOST_CUT, LEAST_LEFT = 0.3, 6


def rows(name):
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


class Words:
    """Words at random, each after another, as frequent as in print."""

    def __init__(self, rng):
        self.rng = rng
        weights = {word: 2.0 ** -int(bits) for word, bits in rows("wording/word-frequencies.txt")
                   if word.isalpha()}
        listed = set(weights)
        rest = set()
        for file, column in (("role-nouns.txt", 0), ("wording/synonyms.txt", 0), ("wording/synonyms.txt", 1),
                             ("wording/antonyms.txt", 0), ("wording/spelling-variants.txt", 1), ("places.txt", 0)):
            rest.update(row[column] for row in rows(file) if len(row) > column and row[column].isalpha())
        # What the list leaves out is a tenth of running text; its words go on where the list ends.
        rare = sorted(rest - listed) + [self.invented() for _ in range(30_000)]
        rng.shuffle(rare)
        tail = [1 / (rank + len(listed)) for rank in range(len(rare))]
        scale = sum(weights.values()) / 9 / sum(tail)
        weights.update((word, weight * scale) for word, weight in zip(rare, tail))
        self.words = list(weights)
        self.sums = list(itertools.accumulate(weights.values()))
        self.topical = [word for word, weight in weights.items() if weight < 2.0 ** -14]
        self.followers = {}
        for first, second, bits in rows("wording/word-pairs.txt"):
            if first in listed and second in listed:
                entry = self.followers.setdefault(first, ([], []))
                entry[0].append(second)
                entry[1].append((entry[1][-1] if entry[1] else 0) + 2.0 ** -int(bits))
        self.stock = [phrase for phrase, in rows("wording/common-phrases.txt")]

    def invented(self):
        return "".join(self.rng.choice(SYLLABLES) for _ in range(self.rng.randint(2, 3))) + self.rng.choice(CODAS)

    def any(self):
        return self.words[bisect.bisect(self.sums, self.rng.random() * self.sums[-1])]

    def after(self, word):
        if word in self.followers:
            words, sums = self.followers[word]
            place = bisect.bisect(sums, self.rng.random())
            if place < len(words):
                return words[place]
        return self.any()


class Story:
    """What the utterances of one event have in common."""

    def __init__(self, rng, words, given, day):
        self.speakers = [f"{rng.choice(given).title()} {words.invented().title()}" for _ in range(3)]
        self.names = [words.invented().title() for _ in range(4)]
        self.topics = [rng.choice(words.topical) for _ in range(6)] + self.names
        self.day = day


def utterance(rng, words, story):
    count = min(MOST_WORDS, max(LEAST_WORDS, round(rng.lognormvariate(3.0, 0.45))))
    result = []
    if rng.random() < 0.1:
        result += rng.choice(words.stock).split()
    while len(result) < count:
        last = result[-1] if result else ""
        word = rng.choice(story.topics) if rng.random() < 0.08 else words.after(last)
        if word != last:
            result.append(word)
    # One sentence in fifteen words or so.
    for place in range(7, len(result) - 5):
        if rng.random() < 1 / 15 and not any(word.endswith(".") for word in result[place - 5:place]):
            result[place] += "."
    return result


def rendering(rng, words, said):
    rate = rng.uniform(LEAST_EDITS, MOST_EDITS)
    start, end = 0, len(said)
    most = min(int(MOST_CUT * len(said)), len(said) - LEAST_LEFT)
    if most > 0 and rng.random() < 0.5:
        cut = rng.randint(1, most)
        start = rng.choice((0, cut, rng.randint(0, cut)))
        end -= cut - start
    result = []
    for word in said[start:end]:
        if rng.random() >= rate:
            result.append(word)
            continue
        kind = rng.random()
        stop = "." if word.endswith(".") else ""
        if kind < 0.5:
            result.append(words.any() + stop)
        elif kind < 0.75:
            result += [word, words.any()] if not stop else [words.any(), word]
        elif stop and result:
            result[-1] = result[-1].rstrip(".") + stop
    return result or said[start:end]


def printed(words):
    words = [word.capitalize() if place == 0 or words[place - 1].endswith(".") else word
             for place, word in enumerate(words)]
    return " ".join(words).rstrip(".")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("answer", type=Path)
    parser.add_argument("--renderings", type=int, default=100_000)
    parser.add_argument("--mean", type=int, default=5, help="renderings of an utterance")
    parser.add_argument("--boilerplate", type=float, default=0,
                        help="so many quotations besides, per rendering, are a stock phrase and nobody's utterance")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    words = Words(rng)
    given = [row[0] for row in rows("given-names.txt") if row[0].isalpha()]
    phrases = rng.sample(words.stock, 60)
    left = options.renderings
    number = 0
    with options.articles.open("w", encoding="utf-8") as articles, options.answer.open("w", encoding="utf-8") as answer:
        for story_number in itertools.count():
            if left <= 0:
                break
            story = Story(rng, words, given, datetime.date(2019, 1, 1) + datetime.timedelta(rng.randrange(1000)))
            quotations = [[] for _ in range(4 * options.mean)]
            for _ in range(10):
                count = min(left, rng.randint(2, 2 * options.mean - 2))
                left -= count
                said = utterance(rng, words, story)
                speaker = rng.choice(story.speakers)
                for place in rng.sample(range(len(quotations)), count):
                    # Reporters err, too.
                    credited = speaker if rng.random() >= 0.03 else rng.choice(story.speakers)
                    quotations[place].append((number, printed(rendering(rng, words, said)), credited))
                number += 1
            for place, printed_here in enumerate(quotations):
                if printed_here and rng.random() < options.boilerplate * len(printed_here):
                    printed_here.append((None, printed(rng.choice(phrases).split()), rng.choice(story.speakers)))
                rng.shuffle(printed_here)
                if not printed_here:
                    continue
                name = f"s{story_number}-{place}"
                text = f"News from {story.names[0]}\n\nPeople in {story.names[1]} met on the day.\n"
                for utterance_number, quoted, credited in printed_here:
                    text += "\n“"
                    start = len(text)
                    text += quoted
                    answer.write(json.dumps({"article": name, "span": [start, len(text)],
                                             "utterance": utterance_number, "text": quoted}, ensure_ascii=False) + "\n")
                    text += f",” {credited} {rng.choice(CUES)}.\n"
                date = story.day + datetime.timedelta(min(rng.randrange(3), rng.randrange(4)))
                articles.write(json.dumps({"id": name, "outlet": OUTLETS[place % len(OUTLETS)], "date": str(date),
                                           "text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
