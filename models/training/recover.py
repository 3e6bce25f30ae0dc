"""Makes a checkpoint of the shipped INT8 model, so that training can go on where the FP32 weights are lost.

    python recover.py WEIGHTS_DIR CHECKPOINT.pt

What rounding to 7 bits took is gone until it is trained again; train_lm.py with more --steps than the model had does so.
"""
import argparse
import json
import pathlib

import numpy as np
import onnx
import torch
from onnx import numpy_helper

SHAPE = ("vocab", "layers", "width", "heads", "context")


def unpacked(model):
    """The arrays of the graph by name, matrices in floats as PyTorch has them: [out, in]."""
    raw = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    return {name: (value * raw[name + ".scale"]).T if name + ".scale" in raw else value for name, value in raw.items()}


def state_dict(arrays, shape):
    kept = {"wte.weight": arrays["wte"], "wpe.weight": arrays["wpe"], "ln.weight": arrays["ln"], "ln.bias": arrays["ln.shift"]}
    # The export folded the scale of the scores into the queries.
    unfold = np.ones(3 * shape["width"], np.float32)
    unfold[: shape["width"]] = (shape["width"] // shape["heads"]) ** 0.5
    for layer in range(shape["layers"]):
        for part in ("qkv", "proj", "up", "down"):
            name, scale = f"blocks.{layer}.{part}", unfold if part == "qkv" else np.float32(1)
            kept[name + ".weight"] = arrays[name] * (scale[:, None] if part == "qkv" else scale)
            kept[name + ".bias"] = arrays[name + ".bias"] * scale
        for part in ("ln1", "ln2"):
            name = f"blocks.{layer}.{part}"
            kept[name + ".weight"], kept[name + ".bias"] = arrays[name], arrays[name + ".shift"]
    return {name: torch.tensor(np.ascontiguousarray(value, dtype=np.float32)) for name, value in kept.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=pathlib.Path)
    parser.add_argument("checkpoint", type=pathlib.Path)
    args = parser.parse_args()
    config = json.loads((args.weights / "config.json").read_text())
    shape = {name: config[name] for name in SHAPE}
    weights = state_dict(unpacked(onnx.load(args.weights / "model.onnx")), shape)
    torch.save({"model": weights, "step": config["steps"], "shape": shape}, args.checkpoint)


if __name__ == "__main__":
    main()
