"""Writes prompts and their tokens for the Java test that both sides agree.

    python golden.py TOKENIZER.json OUT.jsonl
"""
import argparse
import dataclasses
import json
import pathlib
import random

from tokenizers import Tokenizer

from prompt import TABLE, Request, prompt
from replies import random_request, random_slots, random_state

ODD_WORDS = ["<eos>{height} ten", "Climb 15.5 metres, NOW!", "café naïve", "", "one two three four", "a b c d e f g h i j k l m n o"]


def requests(rng):
    for topic in TABLE["topics"]:
        act = "announce" if topic.isupper() else "answer"
        yield Request(act, topic, random_slots(rng, topic), None, {}, "", random_state(rng))
    for words in ODD_WORDS:
        yield Request("answer", "query.battery", {}, None, {}, words, random_state(rng))
    for _ in range(150):
        yield random_request(rng)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tokenizer", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    args = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    with open(args.out, "w") as out:
        for request in requests(random.Random(3)):
            text = prompt(request)
            row = {"request": dataclasses.asdict(request), "prompt": text, "ids": tokenizer.encode(text).ids}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
