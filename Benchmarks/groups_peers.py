"""Groups the quotations of an answer file with other tools. Run by groups.py in its virtual environment.

    groups_peers.py tfidf-words|tfidf-letters|minhash ANSWER.jsonl

Candidates come from the method; RapidFuzz scores them, and what scores enough is joined. The threshold and
the scorer that do best on these very data are taken, which nobody can choose who does not know the answer.
Prints one JSON object. The times count from the read texts to the groups of one threshold, the memory is that
of the process at that point, with one scorer. The quotations are given: nothing is searched in articles, and no differences are named.
"""

import collections
import json
import resource
import sys
import time

import numpy as np
from rapidfuzz import fuzz, process

THREADS = 2
NEAREST = 25
SCORERS = {"ratio": fuzz.ratio, "partial_ratio": fuzz.partial_ratio, "token_sort_ratio": fuzz.token_sort_ratio}


def tfidf(texts, analyzer, lengths):
    """For each text those others whose n-grams have the greatest cosine."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    matrix = TfidfVectorizer(analyzer=analyzer, ngram_range=lengths, dtype=np.float32, sublinear_tf=True,
                             min_df=2, max_df=200 if analyzer == "word" else 0.01).fit_transform(texts)
    transposed = matrix.T.tocsr()
    pairs = []
    for start in range(0, len(texts), 2000):
        product = (matrix[start:start + 2000] @ transposed).tocsr()
        for row in range(product.shape[0]):
            begin, end = product.indptr[row], product.indptr[row + 1]
            indices, values = product.indices[begin:end], product.data[begin:end]
            if len(indices) > NEAREST:
                indices = indices[np.argpartition(values, -NEAREST)[-NEAREST:]]
            pairs.append(np.stack([np.full(len(indices), start + row, dtype=np.int64), indices], axis=1))
    return unique(np.concatenate(pairs), len(texts))


def minhash(texts):
    """Pairs that fall into one bucket of a locality-sensitive hash of the letters."""
    from datasketch import MinHash, MinHashLSH
    index = MinHashLSH(threshold=0.3, num_perm=64)
    hashes = list(MinHash.generator(
        ({word.encode() for word in shingles(text)} for text in texts), num_perm=64))
    pairs = []
    for number, value in enumerate(hashes):
        pairs += [(number, other) for other in index.query(value)]
        index.insert(number, value, check_duplication=False)
    return unique(np.array(pairs, dtype=np.int64).reshape(-1, 2), len(texts))


def shingles(text):
    return {text[place:place + 5] for place in range(max(1, len(text) - 4))}


def unique(pairs, count):
    low, high = pairs.min(axis=1), pairs.max(axis=1)
    codes = np.unique((low * count + high)[low != high])
    return np.stack([codes // count, codes % count], axis=1)


def joined(pairs, count):
    """The number of the group of each text."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    graph = coo_matrix((np.ones(len(pairs), dtype=bool), (pairs[:, 0], pairs[:, 1])), shape=(count, count))
    return connected_components(graph, directed=False)[1]


def score(groups, utterances):
    def pairs(counter):
        return sum(n * (n - 1) // 2 for n in counter.values())
    said = pairs(collections.Counter(groups))
    known = [(int(group), utterance) for group, utterance in zip(groups, utterances) if utterance is not None]
    right = pairs(collections.Counter(known))
    gold = pairs(collections.Counter(utterance for _, utterance in known))
    return {"precision": right / max(1, said), "recall": right / max(1, gold), "f1": 2 * right / max(1, said + gold)}


def main():
    method, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    texts, utterances = [row["text"].lower() for row in rows], [row["utterance"] for row in rows]
    del rows
    start, start_cpu = time.perf_counter(), time.process_time()
    pairs = {"tfidf-words": lambda: tfidf(texts, "word", (1, 3)),
             "tfidf-letters": lambda: tfidf(texts, "char_wb", (3, 3)),
             "minhash": lambda: minhash(texts)}[method]()
    candidates, candidates_cpu = time.perf_counter() - start, time.process_time() - start_cpu
    first, second = [texts[number] for number in pairs[:, 0]], [texts[number] for number in pairs[:, 1]]
    best, megabytes = None, None
    for name, scorer in SCORERS.items():
        start, start_cpu = time.perf_counter(), time.process_time()
        likeness = process.cpdist(first, second, scorer=scorer, workers=THREADS, dtype=np.float32)
        scoring, scoring_cpu = time.perf_counter() - start, time.process_time() - start_cpu
        megabytes = megabytes or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        for threshold in range(40, 96, 2):
            start = time.perf_counter()
            groups = joined(pairs[likeness >= threshold], len(texts))
            joining = time.perf_counter() - start
            found = score(groups, utterances)
            if best is None or found["f1"] > best["f1"]:
                best = found | {"scorer": name, "threshold": threshold, "wall": candidates + scoring + joining,
                                "cpu": candidates_cpu + scoring_cpu + joining}
    best["megabytes"] = megabytes
    json.dump(best, sys.stdout)


if __name__ == "__main__":
    main()
