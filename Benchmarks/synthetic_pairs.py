#!/usr/bin/env python3
"""Writes invented pairs of wordings as JSON Lines, as `verbatim diff --batch` reads them.

Half of the pairs are one utterance in two prints: other marks, a word changed, an ellipsis, a part
of it. The other half are two utterances with words in common. The same seed gives the same pairs.

    python3 synthetic_pairs.py --pairs 500 > pairs.jsonl
"""

import argparse
import json
import random

SUBJECTS = "We|They|The council|The mayor of Harrow Bay|Our members|The ferry company|People".split("|")
VERBS = ("will never accept|have promised to publish|cannot support|may still change|have rejected|"
         "should have read|want to see|are ready to sign").split("|")
OBJECTS = ("the plan for the new bridge|a budget of $2.6 million|the report on the harbor|"
           "what the ministry calls reform|the rules on fishing at night|any deal with the port|"
           "forty-two pages of promises").split("|")
TAILS = ("before the end of March|unless the vote is held again|because nobody asked the people who live here|"
         "and it isn't the first time|no matter what the governor says|after three years of waiting").split("|")
SWAPS = {"will": "would", "never": "not", "March": "April", "new": "old", "harbor": "harbour",
         "isn't": "is not", "three": "3", "people": "families", "cannot": "can't"}


def sentence(rng):
    return f"{rng.choice(SUBJECTS)} {rng.choice(VERBS)} {rng.choice(OBJECTS)} {rng.choice(TAILS)}."


def edited(text, rng):
    words = text.split()
    for _ in range(rng.randint(0, 3)):
        place = rng.randrange(len(words))
        kind = rng.randrange(6)
        if kind == 0:
            words = [SWAPS.get(word, word) for word in words]
        elif kind == 1 and len(words) > 8:
            words[place:place + rng.randint(1, 4)] = ["…"]
        elif kind == 2:
            words[place] = f"[{words[place]}]"
        elif kind == 3 and len(words) > 8:
            words = words[:-3] if rng.random() < 0.5 else words[3:]
        elif kind == 4:
            words.insert(place, rng.choice(["very", "you know,", "clearly", "—"]))
        else:
            words[place] = words[place].upper()
    return " ".join(words)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    for number in range(options.pairs):
        a = " ".join(sentence(rng) for _ in range(rng.randint(1, 3)))
        b = edited(a, rng) if number % 2 else " ".join(sentence(rng) for _ in range(rng.randint(1, 3)))
        print(json.dumps({"id": f"s{number}", "a": a, "b": b}, ensure_ascii=False))


if __name__ == "__main__":
    main()
