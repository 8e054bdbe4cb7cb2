"""Other tools on the same texts, one step at a time. Run by bench.py inside its virtual environment.

Gets a folder with `texts.json` (a list of texts), `pairs.json` (a list of pairs) and `queries.json`. Reads the
names of steps from standard input, one a line, and prints one JSON object for each: the processor time
in seconds, or why the step cannot be done.
"""

import json
import re
import sqlite3
import sys
import time
from pathlib import Path


class Steps:
    def __init__(self, folder):
        def read(name):
            return json.loads(Path(folder, name).read_text(encoding="utf-8"))
        self.texts, self.pairs, self.queries = read("texts.json"), read("pairs.json"), read("queries.json")
        self.made = {}

    def once(self, name, make):
        if name not in self.made:
            self.made[name] = make()
        return self.made[name]

    def spacy_tokens(self):
        import spacy
        nlp = self.once("blank", lambda: spacy.blank("en"))
        return lambda: [len(nlp.make_doc(text)) for text in self.texts]

    def spacy_sentences(self):
        import spacy

        def make():
            nlp = spacy.blank("en")
            nlp.add_pipe("sentencizer")
            return nlp
        nlp = self.once("sentencizer", make)
        nlp.max_length = 1 << 30
        return lambda: [len(list(nlp(text).sents)) for text in self.texts]

    def blingfire_words(self):
        import blingfire
        return lambda: [len(blingfire.text_to_words(text)) for text in self.texts]

    def blingfire_word_offsets(self):
        import blingfire
        return lambda: [len(blingfire.text_to_words_with_offsets(text)[1]) for text in self.texts]

    def blingfire_sentences(self):
        import blingfire
        return lambda: [len(blingfire.text_to_sentences(text)) for text in self.texts]

    def rapidfuzz_ratio(self):
        from rapidfuzz import fuzz
        return lambda: [fuzz.ratio(a, b) for a, b in self.pairs]

    def rapidfuzz_partial_ratio(self):
        from rapidfuzz import fuzz
        return lambda: [fuzz.partial_ratio(a, b) for a, b in self.pairs]

    def rapidfuzz_search(self):
        """The best place of some words by a look at every text; the first ten queries only."""
        from rapidfuzz import fuzz, process
        return lambda: [process.extractOne(query, self.texts, scorer=fuzz.partial_ratio)
                        for query in self.queries[:10]]

    def built(self):
        database = sqlite3.connect(":memory:")
        database.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        database.executemany("INSERT INTO t VALUES (?)", ((text,) for text in self.texts))
        return database

    def fts5_index(self):
        return self.built

    def fts5_search(self):
        """Documents with any run of three of the words, by BM25."""
        database = self.once("fts5", self.built)

        def search():
            for query in self.queries:
                words = re.findall(r"\w+", query.lower())
                runs = [" ".join(words[start:start + 3]) for start in range(max(1, len(words) - 2))]
                match = " OR ".join(f'"{run}"' for run in runs)
                database.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 1", (match,)).fetchall()
        return search


def main():
    steps = Steps(sys.argv[1])
    for line in sys.stdin:
        name = line.strip()
        try:
            work = getattr(steps, name)()
            start = time.process_time()
            work()
            result = {"seconds": time.process_time() - start}
        except Exception as error:  # Not installed, or broken on this system: the others go on.
            result = {"missing": f"{type(error).__name__}: {error}"}
        print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
