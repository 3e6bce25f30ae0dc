"""Compares ways to make the model smaller, on the same situations in one run.

    python study.py CHECKPOINT.pt TOKENIZER.json CORPUS_DIR WORK_DIR

FP32, dynamic INT8 (ours: per channel in 7 bits), static INT8 (QDQ, calibrated on 500 prompts with their replies) and
4 bits in blocks of 32. Prints a table for models/README.md and leaves WORK_DIR/study.json.
"""
import argparse
import json
import pathlib
import re

import numpy as np
import onnx
import torch
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from tokenizers import Tokenizer

from evaluate import Model, quality, timings
from export import build

CALIBRATED_ON = 500
BLOCK = 32


class Calibration(CalibrationDataReader):
    """Prompts with their replies, each as one prefill and one step."""

    def __init__(self, corpus, tokenizer, model):
        with open(corpus / "train.jsonl") as lines:
            rows = [json.loads(line) for _, line in zip(range(CALIBRATED_ON), lines)]
        self.feeds = self._feeds([tokenizer.encode(row["prompt"] + row["reply"]).ids for row in rows], model)

    @staticmethod
    def _feeds(turns, model):
        for ids in turns:
            yield {"input_ids": np.array([ids[:-1]], dtype=np.int64), "past": model.empty}
            _, past = model.forward(ids[:-1], model.empty)
            yield {"input_ids": np.array([ids[-1:]], dtype=np.int64), "past": past}

    def get_next(self):
        return next(self.feeds, None)


def four_bits(path, out):
    quantizer = MatMulNBitsQuantizer(onnx.load(path), block_size=BLOCK, is_symmetric=True, accuracy_level=4)
    quantizer.process()
    quantizer.model.save_model_to_file(str(out))


def variants(args, tokenizer):
    saved = torch.load(args.checkpoint, map_location="cpu")
    weights, shape = {name: value.float().numpy() for name, value in saved["model"].items()}, saved["shape"]
    args.work.mkdir(parents=True, exist_ok=True)
    paths = {name: args.work / f"{name}.onnx" for name in ("fp32", "int8-dynamic", "int8-static", "int4")}
    onnx.save(build(weights, shape, False), paths["fp32"])
    onnx.save(build(weights, shape, True), paths["int8-dynamic"])
    quantize_static(str(paths["fp32"]), str(paths["int8-static"]), Calibration(args.corpus, tokenizer, Model(paths["fp32"], tokenizer, shape)),
                    quant_format=QuantFormat.QDQ, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True,
                    activation_type=QuantType.QUInt8, weight_type=QuantType.QInt8)
    four_bits(paths["fp32"], paths["int4"])
    return shape, paths


def slot_fidelity(replies, references):
    def slots(text):
        return set(re.findall(r"\{\w+\}", text))
    return sum(any(slots(reply) == slots(one) for one in wanted) for reply, wanted in zip(replies, references)) / len(replies)


def measured(path, tokenizer, shape, rows):
    model = Model(path, tokenizer, shape)
    replies = [model.reply(row["prompt"]) for row in rows]
    references = [row["references"] for row in rows]
    return {"mb": path.stat().st_size / 1e6, **quality(replies, references), "slots": slot_fidelity(replies, references),
            **timings(model, list(range(300, 324)), list(range(300, 320)))}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("checkpoint", "tokenizer", "corpus", "work"):
        parser.add_argument(name, type=pathlib.Path)
    args = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    with open(args.corpus / "held-out.jsonl") as lines:
        rows = [json.loads(line) for line in lines]
    shape, paths = variants(args, tokenizer)
    table = {name: measured(path, tokenizer, shape, rows) for name, path in paths.items()}
    (args.work / "study.json").write_text(json.dumps(table, indent=2) + "\n")
    print("| | file, MB | BLEU | chrF | slots exact | prefill of 24, ms | a token, ms |\n|---|---|---|---|---|---|---|")
    for name, row in table.items():
        print(f"| {name} | {row['mb']:.2f} | {row['bleu']:.4f} | {row['chrf']:.4f} | {100 * row['slots']:.1f} % | {row['prefill_24_ms']:.2f} | {row['step_ms']:.2f} |")


if __name__ == "__main__":
    main()
