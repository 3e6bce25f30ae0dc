"""Writes decoders as Hugging Face's exporter names them, with weights by chance: DistilGPT-2's shape and a small Llama's.

    python foreign.py CORPUS_DIR OUT_DIR

For the time and memory of models that `skylark models import` takes, not for their words. Each folder holds a dynamic
INT8 model with its past, a byte-level tokenizer of that size, trained on our corpus, and a config.json.
"""
import argparse
import dataclasses
import json
import pathlib
import tempfile

import numpy as np
import onnx
from onnx import TensorProto, helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

from export import OPSET, Graph

END = "<|endoftext|>"


@dataclasses.dataclass(frozen=True)
class Foreign:
    name: str
    llama: bool
    vocab: int
    layers: int
    width: int
    heads: int
    key_heads: int
    inner: int
    context: int

    @property
    def size(self):
        return self.width // self.heads


SHAPES = (
    # As published with DistilGPT-2, and with llama2.c's stories15M, which here shares its keys among three heads each.
    Foreign("distilgpt2-shape", False, 50257, 6, 768, 12, 12, 3072, 1024),
    Foreign("small-llama-shape", True, 32000, 6, 288, 6, 2, 768, 1024),
)


class Writer:
    def __init__(self, shape, seed=1):
        self.s, self.g, self.random = shape, Graph(False), np.random.default_rng(seed)
        self.inputs, self.outputs = [], []

    def weight(self, name, *dims, around=0.0, spread=0.02):
        return self.g.weight(name, self.random.normal(around, spread, dims).astype(np.float32))

    def number(self, name, value):
        return self.g.scalar(name, np.float32(value))

    def linear(self, x, name, into, out):
        product = self.g.add("MatMul", x, self.weight(name, into, out))
        return product if self.s.llama else self.g.add("Add", product, self.weight(name + ".bias", out))

    def norm(self, x, name):
        scale = self.weight(name, self.s.width, around=1.0)
        if self.s.llama:
            mean = self.g.add("ReduceMean", self.g.add("Mul", x, x), self.g.ints(-1))
            return self.g.add("Mul", self.g.add("Div", x, self.g.add("Sqrt", self.g.add("Add", mean, self.number(name + ".eps", 1e-5)))), scale)
        return self.g.add("LayerNormalization", x, scale, self.weight(name + ".shift", self.s.width), axis=-1, epsilon=1e-5)

    def apart(self, rows, heads):
        return self.g.add("Transpose", self.g.add("Reshape", rows, self.g.ints(0, 0, heads, self.s.size)), perm=[0, 2, 1, 3])

    def rotation(self, table, function):
        half = self.s.size // 2
        angles = np.arange(self.s.context)[:, None] * 10_000 ** (-np.arange(half) / half)
        turns = self.g.weight(table, function(np.concatenate([angles, angles], 1)).astype(np.float32))
        return self.g.add("Unsqueeze", self.g.add("Gather", turns, "position_ids"), self.g.ints(1))

    def turned(self, heads):
        first, second = self.g.add("Split", heads, outputs=2, axis=3, num_outputs=2)
        other = self.g.add("Concat", self.g.add("Neg", second), first, axis=3)
        return self.g.add("Add", self.g.add("Mul", heads, self.cos), self.g.add("Mul", other, self.sin))

    def grown(self, layer, kind, fresh):
        """What was there before and the new ones; keys that heads share are repeated."""
        before, after = f"past_key_values.{layer}.{kind}", f"present.{layer}.{kind}"
        info, s = helper.make_tensor_value_info, self.s
        self.inputs.append(info(before, TensorProto.FLOAT, ["batch", s.key_heads, "past", s.size]))
        self.outputs.append(info(after, TensorProto.FLOAT, ["batch", s.key_heads, "total", s.size]))
        self.g.nodes.append(helper.make_node("Concat", [before, fresh], [after], axis=2))
        if s.key_heads == s.heads:
            return after
        repeated = self.g.add("Expand", self.g.add("Unsqueeze", after, self.g.ints(2)), self.g.ints(1, 1, s.heads // s.key_heads, 1, 1))
        return self.g.add("Reshape", repeated, self.g.ints(0, s.heads, -1, s.size))

    def attention(self, x, layer, mask):
        s, g, name = self.s, self.g, f"h.{layer}."
        query, key, value = (self.apart(self.linear(x, name + part, s.width, heads * s.size), heads) for part, heads in (("q", s.heads), ("k", s.key_heads), ("v", s.key_heads)))
        if s.llama:
            query, key = self.turned(query), self.turned(key)
        key, value = self.grown(layer, "key", key), self.grown(layer, "value", value)
        scores = g.add("Mul", g.add("MatMul", query, g.add("Transpose", key, perm=[0, 1, 3, 2])), self.number(name + "root", s.size ** -0.5))
        mixed = g.add("MatMul", g.add("Softmax", g.add("Add", scores, mask), axis=-1), value)
        joined = g.add("Reshape", g.add("Transpose", mixed, perm=[0, 2, 1, 3]), g.ints(0, 0, s.width))
        return self.linear(joined, name + "proj", s.width, s.width)

    def forward(self, x, name):
        s, up = self.s, self.linear(x, name + "up", self.s.width, self.s.inner)
        if s.llama:
            gate = self.linear(x, name + "gate", s.width, s.inner)
            up = self.g.add("Mul", up, self.g.add("Mul", gate, self.g.add("Sigmoid", gate)))
        else:
            up = self.g.add("Gelu", up, approximate="tanh")
        return self.linear(up, name + "down", s.inner, s.width)

    def mask(self):
        """0 where an id may look, a large negative number elsewhere: [batch, 1, n, total]."""
        g, zero, one = self.g, self.g.scalar("zero", np.int64(0)), self.g.scalar("one", np.int64(1))
        total = g.add("Gather", g.add("Shape", "attention_mask"), one)
        new = g.add("Gather", g.add("Shape", "input_ids"), one)
        rows = g.add("Unsqueeze", g.add("Range", g.add("Sub", total, new), total, one), g.ints(1))
        causal = g.add("LessOrEqual", g.add("Range", zero, total, one), rows)
        shown = g.add("Unsqueeze", g.add("Cast", "attention_mask", to=TensorProto.BOOL), g.ints(1, 2))
        return g.add("Where", g.add("And", causal, shown), self.number("open", 0), self.number("shut", -1e9))

    def model(self):
        s, g, info = self.s, self.g, helper.make_tensor_value_info
        for name, length in (("input_ids", "n"), ("attention_mask", "total"), ("position_ids", "n")):
            self.inputs.append(info(name, TensorProto.INT64, ["batch", length]))
        x = g.add("Gather", self.weight("wte", s.vocab, s.width), "input_ids")
        if s.llama:
            self.cos, self.sin = self.rotation("cos", np.cos), self.rotation("sin", np.sin)
        else:
            x = g.add("Add", x, g.add("Gather", self.weight("wpe", s.context, s.width), "position_ids"))
        mask = self.mask()
        for layer in range(s.layers):
            name = f"h.{layer}."
            x = g.add("Add", x, self.attention(self.norm(x, name + "ln1"), layer, mask))
            x = g.add("Add", x, self.forward(self.norm(x, name + "ln2"), name))
        g.nodes.append(helper.make_node("MatMul", [self.norm(x, "ln"), self.weight("head", s.width, s.vocab)], ["logits"]))
        self.outputs.append(info("logits", TensorProto.FLOAT, ["batch", "n", s.vocab]))
        graph = helper.make_graph(g.nodes, s.name, self.inputs, self.outputs, g.weights)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=10)


def tokenizer(corpus, size):
    """Trained as far as the corpus goes; the rest are tokens that nobody uses."""
    made = Tokenizer(models.BPE())
    made.pre_tokenizer, made.decoder = pre_tokenizers.ByteLevel(add_prefix_space=False), decoders.ByteLevel()
    with open(corpus / "train.jsonl") as lines:
        replies = [json.loads(line)["reply"] for line in lines]
    made.train_from_iterator(replies, trainers.BpeTrainer(vocab_size=size, special_tokens=[END], initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False))
    written = json.loads(made.to_str())
    vocabulary = written["model"]["vocab"]
    vocabulary |= {f"unused{i}": i for i in range(len(vocabulary), size)}
    return json.dumps(written)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    args = parser.parse_args()
    for shape in SHAPES:
        folder = args.out / f"{shape.name}-int8"
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as work:
            floats = pathlib.Path(work, "model.onnx")
            onnx.save(Writer(shape).model(), floats)
            quantize_dynamic(str(floats), str(folder / "model.onnx"), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
            print(f"{folder.name}: {floats.stat().st_size / 1e6:.1f} MB, in INT8 {(folder / 'model.onnx').stat().st_size / 1e6:.1f} MB")
        (folder / "tokenizer.json").write_text(tokenizer(args.corpus, shape.vocab))
        config = {"model_type": "llama" if shape.llama else "gpt2", "max_position_embeddings": shape.context, "eos_token_id": 0, "vocab_size": shape.vocab}
        (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n")


if __name__ == "__main__":
    main()
