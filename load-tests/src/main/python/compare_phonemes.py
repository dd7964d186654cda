"""How often the phonemes of `sixtyfold explain` differ from those of the reference package, over 500 sentences of prose."""

import collections
import difflib
import json
import re
import subprocess
import sys
import zlib

from hibari.g2p import G2P

SENTENCES = 500
SHORTEST, LONGEST = 60, 200
# Letters and the commonest marks only: how figures and signs are put into words is another question.
PROSE = re.compile(r"[A-Za-z ,.;:!?'\"-]+")


def sentences(path):
    """The first of those that are prose, in the order of their checksums."""
    found = set()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            text = columns[2] if len(columns) > 2 else ""
            if len(text) > 1 and text[0] == text[-1] == '"':
                text = text[1:-1].replace('""', '"')
            if SHORTEST <= len(text) <= LONGEST and PROSE.fullmatch(text):
                found.add((zlib.crc32(text.encode()), text))
    return [text for _, text in sorted(found)[:SENTENCES]]


def distance(expected, actual):
    """Levenshtein's."""
    previous = list(range(len(actual) + 1))
    for i, symbol in enumerate(expected, 1):
        current = [i]
        for j, other in enumerate(actual, 1):
            current.append(min(previous[j - 1] + (symbol != other), previous[j] + 1, current[-1] + 1))
        previous = current
    return previous[-1]


def differing_words(expected, actual):
    old, new = expected.split(), actual.split()
    for kind, i, j, k, l in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield " ".join(old[i:j]), " ".join(new[k:l])


def main():
    texts = sentences(sys.argv[1])
    answer = subprocess.run([sys.argv[2], "explain", "--jsonl"], input="\n".join(texts) + "\n", text=True,
                            encoding="utf-8", stdout=subprocess.PIPE, check=True)
    ours = [json.loads(line)["phonemes"] for line in answer.stdout.splitlines()]
    assert len(ours) == len(texts), f"{len(texts)} sentences, {len(ours)} answers"
    reference = G2P()
    errors = symbols = differing = 0
    words = collections.Counter()
    for text, actual in zip(texts, ours):
        expected = reference(text)
        errors += distance(expected, actual)
        symbols += len(expected)
        differing += expected != actual
        words.update((old, new, text) for old, new in differing_words(expected, actual))
    print(f"{errors / symbols:.2%} of {symbols} symbols differ, in {differing} of {len(texts)} sentences")
    for (old, new, text), count in words.most_common():
        print(f"{count}\t{old}\t{new}\t{text}")


if __name__ == "__main__":
    main()
