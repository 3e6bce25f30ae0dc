"""Writes the frozen situations of the quality gate: held out from training, each with all its wordings.

    python gate.py OUT.jsonl [--count 300]

The Java test `skylark.nlg.compose.ReplyQualityTest` lets the shipped model word them. Write them anew only together with
new weights: the bounds of the test belong to one pair of the two.
"""
import argparse
import dataclasses
import json
import pathlib
import random

from grammar import wordings
from prompt import prompt
from replies import crowded_topics, is_held_out, random_request
from situation import Situation


def frozen(count, seed):
    crowded = crowded_topics(random.Random(seed))
    rng, kept = random.Random(seed + 10), {}
    while len(kept) < count:
        request = random_request(rng, held_out_words=True)
        situation = Situation(request)
        if is_held_out(situation.key(), crowded):
            kept[prompt(request)] = (request, [text for _, text in sorted(wordings(situation), reverse=True)])
    return kept.values()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7, help="that of replies.py, which decides what is held out")
    args = parser.parse_args()
    with open(args.out, "w") as out:
        for request, references in frozen(args.count, args.seed):
            row = {"request": dataclasses.asdict(request), "references": references}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
