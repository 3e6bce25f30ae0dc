"""Compares ways to make the model smaller, on the same situations in one run.

    python study.py CHECKPOINT.pt TOKENIZER.json CORPUS_DIR WORK_DIR [--pruned PRUNED.pt] [--other LARGE.pt ...]

FP32, dynamic INT8 (ours: per channel in 7 bits), static INT8 (QDQ, calibrated on 500 prompts with their replies), 8 and 4
bits in blocks of 32 (MatMulNBits, which leaves the embedding beside the head in FP32); of a checkpoint of prune.py, dynamic
INT8; other checkpoints in FP32, FP16 and INT8. Prints a table for models/README.md, leaves WORK_DIR/study.json and, as
pictures, WORK_DIR/study.svg.
"""
import argparse
import json
import logging
import pathlib
import re
import statistics
import subprocess
import sys

import numpy as np
import onnx
import torch
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer
from tokenizers import Tokenizer

from evaluate import Model, quality, timings
from export import build
from plots import scatter

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


def gather_first(path):
    """Takes rows of the embedding before they are made floats. The quantiser, whose table the head shares, makes floats of all
    of it at every step, which costs more than the rest of the model."""
    model = onnx.load(path)
    nodes = model.graph.node
    table = next(node for node in nodes if node.op_type == "DequantizeLinear" and node.input[0] == "wte_quantized")
    gather = next(node for node in nodes if node.op_type == "Gather" and node.input[0] == table.output[0])
    ids, rows = gather.input[1], gather.output[0]
    gather.input[0], gather.output[0] = table.input[0], "rows.packed"
    scaled = [
        onnx.helper.make_node("Cast", ["rows.packed"], ["rows.whole"], to=onnx.TensorProto.FLOAT),
        onnx.helper.make_node("Gather", [table.input[1], ids], ["rows.scale"]),
        onnx.helper.make_node("Mul", ["rows.whole", "rows.scale"], [rows]),
    ]
    at = list(nodes).index(gather) + 1
    for node in reversed(scaled):
        nodes.insert(at, node)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def in_blocks(path, out, bits):
    """Weights in blocks, activations in INT8 row by row as they are used."""
    config = DefaultWeightOnlyQuantConfig(block_size=BLOCK, is_symmetric=True, accuracy_level=4, bits=bits)
    quantizer = MatMulNBitsQuantizer(onnx.load(path), algo_config=config)
    quantizer.process()
    quantizer.model.save_model_to_file(str(out))


def variants(args, tokenizer):
    weights, shape = read(args.checkpoint)
    args.work.mkdir(parents=True, exist_ok=True)
    paths = {name: args.work / f"{name}.onnx" for name in ("fp32", "int8-dynamic", "int8-static", "int8-blocks", "int4-blocks")}
    onnx.save(build(weights, shape, False), paths["fp32"])
    onnx.save(build(weights, shape, True), paths["int8-dynamic"])
    quantize_static(str(paths["fp32"]), str(paths["int8-static"]), Calibration(args.corpus, tokenizer, Model(paths["fp32"], tokenizer, shape)),
                    quant_format=QuantFormat.QDQ, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True,
                    activation_type=QuantType.QUInt8, weight_type=QuantType.QInt8)
    gather_first(paths["int8-static"])
    in_blocks(paths["fp32"], paths["int8-blocks"], 8)
    in_blocks(paths["fp32"], paths["int4-blocks"], 4)
    return shape, paths


def read(path):
    saved = torch.load(path, map_location="cpu")
    return {name: value.float().numpy() for name, value in saved["model"].items()}, saved["shape"]


def extra(args):
    """Models of other shapes: name, shape, file."""
    if args.pruned:
        weights, shape = read(args.pruned)
        path = args.work / "pruned-int8.onnx"
        onnx.save(build(weights, shape, True), path)
        yield "pruned-int8", shape, path
    for checkpoint in args.other:
        weights, shape = read(checkpoint)
        for kind, quantised, halved in (("fp32", False, False), ("fp16", False, True), ("int8", True, False)):
            path = args.work / f"{checkpoint.stem}-{kind}.onnx"
            onnx.save(build(weights, shape, quantised, halved), path)
            yield path.stem, shape, path


MEMORY = """
import sys
import numpy as np, onnxruntime as ort
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096 / 1e6
options = ort.SessionOptions()
options.intra_op_num_threads = 1
before = resident()
session = ort.InferenceSession(sys.argv[1], options, providers=["CPUExecutionProvider"])
shape = [0 if isinstance(d, str) else d for d in session.get_inputs()[1].shape]
for _ in range(3):
    session.run(None, {"input_ids": np.arange(300, 348)[None], "past": np.zeros(shape, np.float32)})
print(resident() - before)
"""


def memory_mb(path):
    """What a model and prefills of 48 add to a process of their own."""
    return float(subprocess.run([sys.executable, "-c", MEMORY, str(path)], check=True, capture_output=True, text=True).stdout)


def slot_fidelity(replies, references):
    def slots(text):
        return set(re.findall(r"\{\w+\}", text))
    return sum(any(slots(reply) == slots(one) for one in wanted) for reply, wanted in zip(replies, references)) / len(replies)


def measured(path, tokenizer, shape, rows):
    """How large and good a model is."""
    model = Model(path, tokenizer, shape)
    row = {"mb": path.stat().st_size / 1e6, "memory_mb": memory_mb(path)}
    replies = [model.reply(row["prompt"]) for row in rows]
    references = [row["references"] for row in rows]
    return row | {**quality(replies, references), "slots": slot_fidelity(replies, references)}


def timed_by_turns(models, rounds=7):
    """One model after the other, and again, so that what the machine does meanwhile falls on all; medians of the rounds."""
    taken = {name: [] for name in models}
    for _ in range(rounds):
        for name, model in models.items():
            taken[name].append(timings(model, list(range(300, 324)), list(range(300, 320)), runs=20))
    return {name: {key: statistics.median(one[key] for one in times) for key in times[0]} for name, times in taken.items()}


def shown(name, row):
    quality = f"{row['bleu']:.4f} | {row['chrf']:.4f} | {100 * row['slots']:.1f} %"
    return f"| {name} | {row['mb']:.2f} | {row['memory_mb']:.0f} | {quality} | {row['prefill_24_ms']:.2f} | {row['step_ms']:.2f} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("checkpoint", "tokenizer", "corpus", "work"):
        parser.add_argument(name, type=pathlib.Path)
    parser.add_argument("--pruned", type=pathlib.Path)
    parser.add_argument("--other", type=pathlib.Path, action="append", default=[], help="checkpoint of another shape, in FP32, FP16 and INT8")
    args = parser.parse_args()
    logging.getLogger("onnxruntime.quantization").setLevel(logging.WARNING)
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    with open(args.corpus / "held-out.jsonl") as lines:
        rows = [json.loads(line) for line in lines]
    shape, paths = variants(args, tokenizer)
    files = {name: (shape, path) for name, path in paths.items()} | {name: (other, path) for name, other, path in extra(args)}
    table = {name: measured(path, tokenizer, other, rows) for name, (other, path) in files.items()}
    times = timed_by_turns({name: Model(path, tokenizer, other) for name, (other, path) in files.items()})
    table = {name: row | times[name] for name, row in table.items()}
    (args.work / "study.json").write_text(json.dumps(table, indent=2) + "\n")
    (args.work / "study.svg").write_text(scatter(
        [("file, MB", "mb"), ("memory, MB", "memory_mb"), ("prefill of 24, ms", "prefill_24_ms"), ("a token, ms", "step_ms")],
        ("chrF", "chrf"), table))
    print("| | file, MB | memory, MB | BLEU | chrF | slots exact | prefill of 24, ms | a token, ms |\n|---|---|---|---|---|---|---|---|")
    for name, row in table.items():
        print(shown(name, row))


if __name__ == "__main__":
    main()
