"""Writes the decoder as ONNX, FP32, FP16 and INT8, with its key/value cache.

    python export.py CHECKPOINT.pt OUT_DIR

One graph does prefill (many ids, empty past) and steps (one id):

    input_ids int64 [1, n]                           logits  float [1, vocabulary], of the last id only
    past      float [p, layers, 2, heads, size]      present float [n, layers, 2, heads, size], of the new ids only

Time is the first axis of the cache, so its owner appends `present` behind `past` in one buffer and copies nothing else.
FP16 keeps the matrices in half precision and computes in single: half the file, for what is not urgent. INT8 is dynamic: activations uint8 per tensor; weights int8 per output channel in 7 bits (reduced range, exact on
processors without VNNI), the tied embedding and head included, in one copy.
"""
import argparse
import json
import pathlib

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

OPSET = 20
WEIGHT_LIMIT = 64


class Graph:
    """ONNX nodes, named as they are made."""

    def __init__(self, quantised, halved=False):
        self.quantised, self.halved = quantised, halved
        self.nodes, self.weights = [], []

    def add(self, op, *inputs, outputs=1, **attributes):
        base = f"{op}_{len(self.nodes)}"
        names = [base if outputs == 1 else f"{base}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(op, inputs, names, name=base, **attributes))
        return names[0] if outputs == 1 else names

    def weight(self, name, array):
        self.weights.append(numpy_helper.from_array(np.asarray(array, order="C"), name))
        return name

    def ints(self, *values):
        name = "i_" + "_".join(str(v).replace("-", "m") for v in values)
        if all(w.name != name for w in self.weights):
            self.weight(name, np.array(values, dtype=np.int64))
        return name

    def scalar(self, name, value):
        return self.weight(name, np.array(value))

    def matrix(self, name, array):
        """A weight [in, out], quantised per output channel in the INT8 graph: (name, scale name or nothing)."""
        if self.halved:
            return self.add("Cast", self.weight(name, array.astype(np.float16)), to=TensorProto.FLOAT), None
        if not self.quantised:
            return self.weight(name, array.astype(np.float32)), None
        scale = np.maximum(np.abs(array).max(axis=0), 1e-8) / WEIGHT_LIMIT
        packed = np.clip(np.rint(array / scale), -WEIGHT_LIMIT, WEIGHT_LIMIT).astype(np.int8)
        return self.weight(name, packed), self.weight(name + ".scale", scale.astype(np.float32))

    def product(self, x, matrix):
        weight, scale = matrix
        if scale is None:
            return self.add("MatMul", x, weight)
        packed, x_scale, x_zero = self.add("DynamicQuantizeLinear", x, outputs=3)
        whole = self.add("Cast", self.add("MatMulInteger", packed, weight, x_zero), to=TensorProto.FLOAT)
        return self.add("Mul", whole, self.add("Mul", x_scale, scale))

    def linear(self, x, name, weight, bias):
        product = self.product(x, self.matrix(name, weight.T))
        return self.add("Add", product, self.weight(name + ".bias", bias.astype(np.float32)))

    def norm(self, x, name, weights):
        scale = self.weight(name, weights[name + ".weight"])
        return self.add("LayerNormalization", x, scale, self.weight(name + ".shift", weights[name + ".bias"]), axis=-1, epsilon=1e-5)


def embed(g, ids, tied, positions):
    weight, scale = tied
    rows = g.add("Transpose", g.add("Gather", weight, ids, axis=1), perm=[1, 0])
    if scale is not None:
        rows = g.add("Mul", g.add("Cast", rows, to=TensorProto.FLOAT), g.add("Unsqueeze", g.add("Gather", scale, ids), g.ints(1)))
    return g.add("Add", rows, g.add("Gather", "wpe", positions))


def attention(g, x, layer, shape, weights, mask):
    """Mixes the new rows with all before them; returns the rows and the new keys and values [n, 1, 2, heads, size]."""
    size = shape["width"] // shape["heads"]
    name = f"blocks.{layer}.qkv"
    # The scale of the scores is folded into the queries.
    fold = np.ones(3 * shape["width"], np.float32)
    fold[: shape["width"]] = size ** -0.5
    qkv = g.linear(x, name, weights[name + ".weight"] * fold[:, None], weights[name + ".bias"] * fold)
    qkv = g.add("Reshape", qkv, g.ints(-1, 3, shape["heads"], size))
    query, new = g.add("Split", qkv, g.ints(1, 2), outputs=2, axis=1)
    before = g.add("Gather", "past", g.scalar(f"layer{layer}", np.int64(layer)), axis=1)
    keys, values = g.add("Split", g.add("Concat", before, new, axis=0), g.ints(1, 1), outputs=2, axis=1)
    scores = g.add("MatMul", g.add("Transpose", query, perm=[1, 2, 0, 3]), g.add("Transpose", keys, perm=[1, 2, 3, 0]))
    shares = g.add("Softmax", g.add("Add", scores, mask), axis=-1)
    mixed = g.add("MatMul", shares, g.add("Transpose", values, perm=[1, 2, 0, 3]))
    mixed = g.add("Reshape", g.add("Transpose", mixed, perm=[2, 0, 1, 3]), g.ints(-1, shape["width"]))
    name = f"blocks.{layer}.proj"
    return g.linear(mixed, name, weights[name + ".weight"], weights[name + ".bias"]), g.add("Unsqueeze", new, g.ints(1))


def build(weights, shape, quantised, halved=False):
    g = Graph(quantised, halved)
    tied = g.matrix("wte", weights["wte.weight"].T)
    g.weight("wpe", weights["wpe.weight"])
    zero, one = g.scalar("zero", np.int64(0)), g.scalar("one", np.int64(1))
    ids = g.add("Squeeze", "input_ids", g.ints(0))
    start = g.add("Gather", g.add("Shape", "past"), zero)
    end = g.add("Add", start, g.add("Gather", g.add("Shape", "input_ids"), one))
    positions = g.add("Range", start, end, one)
    x = embed(g, ids, tied, positions)
    seen = g.add("LessOrEqual", g.add("Unsqueeze", g.add("Range", zero, end, one), g.ints(0)), g.add("Unsqueeze", positions, g.ints(1)))
    mask = g.add("Where", seen, g.scalar("open", np.float32(0)), g.scalar("shut", np.float32(-1e9)))
    present = []
    for layer in range(shape["layers"]):
        mixed, new = attention(g, g.norm(x, f"blocks.{layer}.ln1", weights), layer, shape, weights, mask)
        present.append(new)
        x = g.add("Add", x, mixed)
        up, down = f"blocks.{layer}.up", f"blocks.{layer}.down"
        wide = g.linear(g.norm(x, f"blocks.{layer}.ln2", weights), up, weights[up + ".weight"], weights[up + ".bias"])
        x = g.add("Add", x, g.linear(g.add("Gelu", wide, approximate="tanh"), down, weights[down + ".weight"], weights[down + ".bias"]))
    last = g.add("Slice", x, g.ints(-1), g.ints(2 ** 31), g.ints(0))
    g.nodes.append(helper.make_node("Identity", [g.product(g.norm(last, "ln", weights), tied)], ["logits"]))
    g.nodes.append(helper.make_node("Concat", present, ["present"], axis=1))
    return model(g, shape)


def model(g, shape):
    cache = [shape["layers"], 2, shape["heads"], shape["width"] // shape["heads"]]
    info = helper.make_tensor_value_info
    graph = helper.make_graph(
        g.nodes, "decoder",
        [info("input_ids", TensorProto.INT64, [1, "n"]), info("past", TensorProto.FLOAT, ["p", *cache])],
        [info("logits", TensorProto.FLOAT, [1, shape["vocab"]]), info("present", TensorProto.FLOAT, ["n", *cache])],
        g.weights)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="skylark", ir_version=10)
    onnx.checker.check_model(made, full_check=True)
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    args = parser.parse_args()
    saved = torch.load(args.checkpoint, map_location="cpu")
    weights, shape = {k: v.float().numpy() for k, v in saved["model"].items()}, saved["shape"]
    args.out.mkdir(parents=True, exist_ok=True)
    sizes = {}
    for name, quantised, halved in (("model.fp32.onnx", False, False), ("model.fp16.onnx", False, True), ("model.onnx", True, False)):
        onnx.save(build(weights, shape, quantised, halved), args.out / name)
        sizes[name] = (args.out / name).stat().st_size
    shown = {name: value for name, value in shape.items() if name != "inner"}
    config = {"architecture": "gpt2", **shown, "steps": saved["step"]}
    (args.out / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    print(f"{sizes}, ratio {sizes['model.onnx'] / sizes['model.fp32.onnx']:.3f}")


if __name__ == "__main__":
    main()
