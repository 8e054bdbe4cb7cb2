#!/usr/bin/env python3
"""Kills `verbatim index` with SIGKILL at random moments and checks what is left.

    python3 Benchmarks/crash.py --verbatim PATH [--kills 200] [--articles 3000] [--seed 1]
    python3 Benchmarks/crash.py --verbatim PATH --full-disk TMPFS

Runs add all articles, replace all of them, and, as both make many small segments, merge. After each kill
the store must open, pass its check, and hold each article once, none of those lost that an earlier run had
committed. A last run without a kill must complete. With --full-disk the store is made in a folder that is
too small for it (mount -t tmpfs -o size=2m tmpfs TMPFS), and once more when there is room.
"""
import argparse, json, os, random, signal, subprocess, sys, tempfile, time


def write(path, word, count):
    with open(path, "w") as file:
        for n in range(count):
            text = f"“{word} number {n} is kept for the {n % 97}th time,” said Ana Ruiz. Others said nothing."
            file.write(json.dumps({"id": f"n{n}", "text": text}) + "\n")


def listed(verbatim, store):
    out = subprocess.run([verbatim, "list", store, "--format", "jsonl"], capture_output=True)
    assert out.returncode == 0, out.stderr.decode()
    return [json.loads(line)["pieces"][0]["text"] for line in out.stdout.splitlines()]


def check(verbatim, store):
    out = subprocess.run([verbatim, "index", store, "--check"], capture_output=True, text=True)
    assert out.returncode == 0, out.stderr


def kill_runs(options, folder):
    generator = random.Random(options.seed)
    source, store = os.path.join(folder, "a.jsonl"), os.path.join(folder, "c.db")
    command = [options.verbatim, "index", store, source, "--commit-every", str(options.every)]
    kills = early = finished = resumed = round_ = 0
    while kills < options.kills:
        word = f"Word{round_}"
        write(source, word, options.articles)
        before, last = (0 if round_ == 0 else options.articles), 0
        start = time.time()
        while True:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            try:
                process.wait(generator.uniform(0, options.longest))
                assert process.returncode == 0, process.stderr.read().decode()
                finished += 1
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                kills += 1
            process.stderr.close()
            out = subprocess.run(
                [options.verbatim, "index", store, "--check"], capture_output=True, text=True)
            if out.returncode != 0 and ("empty database" in out.stderr or "no such store" in out.stderr):
                early += 1
                continue
            assert out.returncode == 0, out.stderr
            texts = listed(options.verbatim, store)
            assert len(set(texts)) == len(texts), "an article is there twice"
            assert len(texts) >= before, "an article is lost"
            done = sum(word + " " in text for text in texts)
            assert done >= last, "a committed article is lost"
            resumed += 0 < done < options.articles
            last = done
            if process.returncode == 0 or kills >= options.kills:
                break
        round_ += 1
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    check(options.verbatim, store)
    assert len(listed(options.verbatim, store)) == options.articles
    left = sorted(name for name in os.listdir(folder) if name.startswith("c.db"))
    assert left == ["c.db"], left
    print(f"{kills} kills in {round_} rounds of {options.articles} articles: {resumed} amid the work, "
          f"{early} before there was a store; {finished} runs completed; nothing lost")


def full_disk(options, folder):
    source, store = os.path.join(folder, "a.jsonl"), os.path.join(options.full_disk, "c.db")
    write(source, "Word", options.articles)
    command = [options.verbatim, "index", store, source, "--commit-every", str(options.every)]
    out = subprocess.run(command, capture_output=True, text=True)
    print(out.stderr.strip(), f"(exit status {out.returncode})")
    assert out.returncode == 3
    texts = listed(options.verbatim, store)
    assert len(set(texts)) == len(texts) and texts
    subprocess.run(["mount", "-o", "remount,size=200m", options.full_disk], check=True)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    check(options.verbatim, store)
    assert len(listed(options.verbatim, store)) == options.articles
    print(f"{len(texts)} articles were kept; with room, the next run completed")


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--verbatim", required=True)
parser.add_argument("--kills", type=int, default=200)
parser.add_argument("--articles", type=int, default=3000)
parser.add_argument("--every", type=int, default=20)
parser.add_argument("--longest", type=float, default=1.0)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--full-disk")
arguments = parser.parse_args()
with tempfile.TemporaryDirectory() as temporary:
    (full_disk if arguments.full_disk else kill_runs)(arguments, temporary)
