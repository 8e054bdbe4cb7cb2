#!/usr/bin/env python3
"""Writes invented news articles as JSON Lines, as `verbatim list` reads them.

An article has a headline's worth of people with names, offices and pronouns, paragraphs of narration,
and quotations in the frames that news prints them in: a cue before, behind and inside, a turn over
two sentences, a partial quotation, an inner quotation, one without a cue. Words follow Zipf's law.
The same seed gives the same bytes, whatever the size: a longer stream begins with the shorter one.

    python3 synthetic_articles.py --megabytes 4 > articles.jsonl
"""

import argparse
import json
import random
import sys

from passage_corpus import Words

GIVEN = ("Ana Peter Maria John Laura David Susan Omar Helen Victor Grace Daniel Ruth Martin Alice Karim Emma "
         "Robert Nina Thomas Julia Samuel Irene Felix Clara Edwin Paula Hugo Renée Zoë").split()
OFFICES = ("Mayor|Senator|President|Governor|Prof.|Dr.|Gen.|Sheriff|Justice|Mr.|Ms.|Rep.").split("|")
ROLES = ("the mayor of {place}|a spokeswoman for the ferry company|the head of the teachers’ union|"
         "a professor of law at {place} University|who chairs the committee|a resident of {place}|"
         "the party’s candidate for governor|an analyst at the bank").split("|")
CUES = "said|told reporters|added|argued|warned|wrote|insisted|replied|explained|asked|conceded".split("|")
FIRST = "R D M K S T L B V P H G C W N F".split()
REST = ("uiz elan arrow oberts anford ilmore inden ayer ossa archetti olm rieve astor ebb orwood aulkner "
        "utherland avarro ’Brien -Laurent").split()


class Article:
    """One invented article."""

    def __init__(self, rng, pool):
        self.rng, self.pool, self.place = rng, pool, 0
        self.people = [self.person() for _ in range(rng.randint(2, 5))]
        self.home = self.words(1).capitalize() + rng.choice((" Bay", "ville", " Springs", ""))

    def person(self):
        rng = self.rng
        family = rng.choice(FIRST) + rng.choice(REST).lower()
        return {"name": f"{rng.choice(GIVEN)} {family}", "family": family, "office": rng.choice(OFFICES),
                "role": rng.choice(ROLES), "pronoun": rng.choice(("he", "she")), "known": False}

    def words(self, count):
        """So many words in a row of those drawn."""
        if self.place + count > len(self.pool):
            self.place = 0
        self.place += count
        return " ".join(self.pool[self.place - count:self.place])

    def sentence(self, least=6, most=24):
        length = self.rng.randint(least, most)
        text = self.words(length)
        if length > 12 and self.rng.random() < 0.4:
            cut = text.find(" ", len(text) // 2)
            text = text[:cut] + "," + text[cut:]
        return text[0].upper() + text[1:] + "."

    def who(self, person):
        """How the narration names somebody: in full the first time, by name or pronoun later."""
        if not person["known"]:
            person["known"] = True
            if self.rng.random() < 0.5:
                return f"{person['office']} {person['name']}"
            return f"{person['name']}, {person['role'].format(place=self.home)},"
        return self.rng.choice((person["family"], person["family"], person["name"],
                                f"{person['office']} {person['family']}", person["pronoun"]))

    def narration(self):
        rng = self.rng
        sentences = [self.sentence() for _ in range(rng.randint(1, 4))]
        if rng.random() < 0.4:
            person = rng.choice(self.people)
            name = self.who(person)
            sentences.append(f"{name[0].upper()}{name[1:]} {self.words(rng.randint(5, 14))}"
                             f" in {self.home} on {rng.choice(('Monday', 'Tuesday', 'June 3', 'Oct. 14'))}.")
        if rng.random() < 0.2:
            sentences.append(f"It cost ${rng.randint(1, 99)}.{rng.randint(0, 9)} million, up {rng.randint(2, 60)} percent.")
        return " ".join(sentences)

    def speech(self):
        rng = self.rng
        person = rng.choice(self.people)
        name, cue = self.who(person), rng.choice(CUES)
        said = self.sentence(5, 20)[:-1]
        kind = rng.randrange(8)
        if kind == 0:
            return f"“{said},” {cue} {name.rstrip(',')}."
        if kind == 1:
            return f"“{said},” {name} {cue}. “{self.sentence()}”"
        if kind == 2:
            return f"{name[0].upper()}{name[1:]} {cue}: “{said}. {self.sentence()}”"
        if kind == 3:
            return f"“{said},” {cue} {name.rstrip(',')}, “{self.sentence()[0].lower()}{self.sentence()[1:]}”"
        if kind == 4:
            return f"{name[0].upper()}{name[1:]} called it “{self.words(rng.randint(2, 5))}” and {self.words(6)}."
        if kind == 5:
            return f"“{said}, and they told me ‘{self.words(rng.randint(3, 8))}’ twice,” {name} {cue}."
        if kind == 6:
            return f"“{said}. {self.sentence()} {self.sentence()}”"
        return f"According to {name} the {self.words(4)} don’t “{self.words(rng.randint(3, 9))}” — {self.words(5)}."

    def text(self):
        paragraphs = []
        for _ in range(self.rng.randint(8, 30)):
            paragraphs.append(self.speech() if self.rng.random() < 0.45 else self.narration())
        return "\n\n".join(paragraphs) + "\n"


def articles(seed=1):
    """Yields invented texts without end."""
    rng = random.Random(seed)
    words = Words(rng, 30_000)
    pool = []
    while True:
        if len(pool) < 8_000:
            pool = words.draw(80_000)
        start = rng.randrange(len(pool) - 4_000)
        yield Article(rng, pool[start:start + 4_000]).text()
        del pool[:400]


def lines(size, seed=1):
    """Yields lines of JSON, as bytes, until the texts in them have so many bytes."""
    written = 0
    for number, text in enumerate(articles(seed), 1):
        if written >= size:
            return
        line = {"id": f"a{number}", "outlet": f"Outlet {number % 17}", "text": text}
        written += len(text.encode())
        yield json.dumps(line, ensure_ascii=False).encode() + b"\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for line in lines(options.megabytes * 1e6, options.seed):
        sys.stdout.buffer.write(line)


if __name__ == "__main__":
    main()
