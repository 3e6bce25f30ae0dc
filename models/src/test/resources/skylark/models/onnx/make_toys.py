"""Writes the two toy models beside this file: python make_toys.py (needs the onnx package)."""

import pathlib

import onnx
from onnx import TensorProto as T
from onnx import helper as h

HERE = pathlib.Path(__file__).parent


def save(name, nodes, inputs, outputs, constants):
    graph = h.make_graph(nodes, name, inputs, outputs, constants)
    model = h.make_model(graph, opset_imports=[h.make_opsetid("", 17)], ir_version=8, producer_name="")
    onnx.checker.check_model(model, full_check=True)
    (HERE / f"{name}.onnx").write_bytes(model.SerializeToString())


def decoder():
    """Logits are the running sum of the embeddings (1, 10), (2, 20), (3, 30), with the past as its cache."""
    save(
        "toy_decoder",
        [
            h.make_node("Gather", ["table", "input_ids"], ["embedded"]),
            h.make_node("Unsqueeze", ["embedded", "one"], ["news"]),
            h.make_node("Concat", ["past", "news"], ["present"], axis=2),
            h.make_node("ReduceSum", ["present", "two"], ["logits"], keepdims=0),
        ],
        [
            h.make_tensor_value_info("input_ids", T.INT64, [1, "n"]),
            h.make_tensor_value_info("past", T.FLOAT, [1, 1, "past_length", 2]),
        ],
        [
            h.make_tensor_value_info("logits", T.FLOAT, [1, 1, 2]),
            h.make_tensor_value_info("present", T.FLOAT, [1, 1, "length", 2]),
        ],
        [
            h.make_tensor("table", T.FLOAT, [3, 2], [1, 10, 2, 20, 3, 30]),
            h.make_tensor("one", T.INT64, [1], [1]),
            h.make_tensor("two", T.INT64, [1], [2]),
        ],
    )


def detector():
    """Like a speech detector: 4 samples, a state and a rate; output is the mean of the samples, state counts frames."""
    save(
        "toy_detector",
        [
            h.make_node("ReduceMean", ["input"], ["output"], axes=[1], keepdims=1),
            h.make_node("Cast", ["sr"], ["rate"], to=T.FLOAT),
            h.make_node("Div", ["rate", "rate"], ["unit"]),
            h.make_node("Add", ["state", "unit"], ["stateN"]),
        ],
        [
            h.make_tensor_value_info("input", T.FLOAT, [1, 4]),
            h.make_tensor_value_info("state", T.FLOAT, [2, 1, 3]),
            h.make_tensor_value_info("sr", T.INT64, []),
        ],
        [
            h.make_tensor_value_info("output", T.FLOAT, [1, 1]),
            h.make_tensor_value_info("stateN", T.FLOAT, [2, 1, 3]),
        ],
        [],
    )


decoder()
detector()
