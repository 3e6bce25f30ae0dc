"""Scores spoken replies against references written by others: BLEU, chrF and ROUGE-L, best reference each.

    python score_replies.py REFERENCES.jsonl RESULTS.jsonl

REFERENCES has `references` a line; RESULTS, in the same order, `reply` (and `source`): what `skylark ask --json` and
`skylark announce --json` print.
"""
import argparse
import json
import re

import sacrebleu


def words(text):
    return re.findall(r"[a-z']+", text.lower())


def rouge_l(reply, reference):
    a, b = words(reply), words(reference)
    row = [0] * (len(b) + 1)
    for x in a:
        before = row[:]
        for j, y in enumerate(b):
            row[j + 1] = before[j] + 1 if x == y else max(before[j + 1], row[j])
    common = row[-1]
    return 0.0 if not common else 2 * common / (len(a) + len(b))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("references")
    parser.add_argument("results")
    args = parser.parse_args()
    wanted = [json.loads(line)["references"] for line in open(args.references) if line.strip()]
    results = [json.loads(line) for line in open(args.results) if line.strip()]
    if len(wanted) != len(results):
        parser.error(f"{len(wanted)} references, {len(results)} results")
    replies = [r.get("reply", "") for r in results]
    most = max(map(len, wanted))
    streams = [[refs[min(i, len(refs) - 1)] for refs in wanted] for i in range(most)]
    print(json.dumps({
        "n": len(replies),
        "bleu": round(sacrebleu.corpus_bleu(replies, streams, lowercase=True).score / 100, 4),
        "chrf": round(sacrebleu.corpus_chrf(replies, streams).score / 100, 4),
        "rouge_l": round(sum(max(rouge_l(r, ref) for ref in refs) for r, refs in zip(replies, wanted)) / len(replies), 4),
        "generated": round(sum(r.get("source") == "generated" for r in results) / len(results), 4),
    }))


if __name__ == "__main__":
    main()
