"""Measures an exported model: size, quality of FP32 and INT8 on situations nobody trained on, time on one thread.

    python evaluate.py MODEL_DIR TOKENIZER.json CORPUS_DIR OUT.json

Quality compares greedy decoding, constrained as the program constrains it, with all wordings of the grammar for that
situation: BLEU, chrF, the share of replies that are one of those wordings exactly, and of those that stand in no line of
the training.
"""
import argparse
import json
import pathlib
import re
import statistics
import time

import numpy as np
import onnxruntime
import sacrebleu
from tokenizers import Tokenizer

from prompt import NUMBER_WORDS

MAX_TOKENS = 32


class Model:
    def __init__(self, path, tokenizer, shape):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self.tokenizer = tokenizer
        self.eos = tokenizer.token_to_id("<eos>")
        self.empty = np.zeros((0, shape["layers"], 2, shape["heads"], shape["width"] // shape["heads"]), np.float32)
        pieces = [tokenizer.id_to_token(i).replace("Ġ", " ") for i in range(tokenizer.get_vocab_size())]
        self.text = np.array([bool(re.fullmatch(r"[A-Za-z ,.:?'-]+", p)) and p.strip().lower() not in NUMBER_WORDS for p in pieces])

    def forward(self, ids, past):
        logits, present = self.session.run(None, {"input_ids": np.array([ids], dtype=np.int64), "past": past})
        return logits[0], np.concatenate([past, present])

    def reply(self, prompt):
        ids = self.tokenizer.encode(prompt).ids
        allowed = self.text.copy()
        shown = re.sub(r"<no>\{\w+\}", "", prompt)
        for name in re.findall(r"\{\w+\}", shown):
            allowed[self.tokenizer.token_to_id(name)] = True
        out, past = [], self.empty
        logits, past = self.forward(ids, past)
        while len(out) < MAX_TOKENS:
            allowed[self.eos] = bool(out)
            best = int(np.where(allowed, logits, -np.inf).argmax())
            if best == self.eos:
                break
            out.append(best)
            allowed[best] &= self.text[best]
            logits, past = self.forward([best], past)
        return self.words(out)

    def words(self, ids):
        text = ""
        for i in ids:
            piece = self.tokenizer.id_to_token(i).replace("Ġ", " ")
            text += " " + piece if piece[0] == "{" and text else piece
        return text.strip()


def quality(replies, references):
    width = max(len(r) for r in references)
    streams = [[r[min(i, len(r) - 1)] for r in references] for i in range(width)]
    return {
        "bleu": round(sacrebleu.corpus_bleu(replies, streams).score / 100, 4),
        "chrf": round(sacrebleu.corpus_chrf(replies, streams).score / 100, 4),
        "exact": round(sum(r in refs for r, refs in zip(replies, references)) / len(replies), 4),
    }


def timings(model, prompt_ids, reply_ids, runs=120):
    first, steps = [], []
    for _ in range(runs):
        began = time.perf_counter()
        _, past = model.forward(prompt_ids, model.empty)
        first.append(time.perf_counter() - began)
        for token in reply_ids:
            began = time.perf_counter()
            model.session.run(None, {"input_ids": np.array([[token]], dtype=np.int64), "past": past})
            steps.append(time.perf_counter() - began)
    return {"prefill_24_ms": round(1e3 * statistics.median(first), 3), "step_ms": round(1e3 * statistics.median(steps), 3)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=pathlib.Path)
    parser.add_argument("tokenizer", type=pathlib.Path)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    args = parser.parse_args()
    shape = json.loads((args.models / "config.json").read_text())
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    rows = [json.loads(line) for line in open(args.corpus / "held-out.jsonl")]
    references = [row["references"] for row in rows]
    with open(args.corpus / "train.jsonl") as lines:
        trained = {json.loads(line)["reply"] for line in lines}
    report = {"turns": len(rows), "all_wordings_new": round(sum(trained.isdisjoint(refs) for refs in references) / len(rows), 4)}
    for name, file in (("fp32", "model.fp32.onnx"), ("int8", "model.onnx")):
        model = Model(args.models / file, tokenizer, shape)
        replies = [model.reply(row["prompt"]) for row in rows]
        report[name] = {"bytes": (args.models / file).stat().st_size, **quality(replies, references), "new": round(sum(reply not in trained for reply in replies) / len(rows), 4), **timings(model, list(range(300, 324)), list(range(300, 320)))}
        with open(args.out.with_name(f"replies.{name}.jsonl"), "w") as out:
            for row, reply in zip(rows, replies):
                out.write(json.dumps({"prompt": row["prompt"], "reply": reply, "fits": reply in row["references"], "references": row["references"]}) + "\n")
    report["ratios"] = {"bytes": round(report["int8"]["bytes"] / report["fp32"]["bytes"], 4), "step": round(report["int8"]["step_ms"] / report["fp32"]["step_ms"], 3),
                        "bleu_lost": round(1 - report["int8"]["bleu"] / report["fp32"]["bleu"], 4)}
    args.out.write_text(json.dumps(report, indent=2) + "\n")
    print(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
