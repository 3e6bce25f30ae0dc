"""Takes the least important units out of the feed-forward layers; train_lm.py goes on from what it leaves.

    python prune.py CHECKPOINT.pt OUT.pt [--keep 0.5]

A unit counts by the product of the norms of its weights on the way in and out (for ReLU-like layers what it can add at
most). Whole units go, so the smaller model is faster on any processor.
"""
import argparse
import pathlib

import torch


def pruned(weights, layers, inner):
    kept = dict(weights)
    for layer in range(layers):
        up, down = f"blocks.{layer}.up", f"blocks.{layer}.down"
        weight = weights[up + ".weight"].float().norm(dim=1) * weights[down + ".weight"].float().norm(dim=0)
        units = weight.topk(inner).indices.sort().values
        kept[up + ".weight"] = weights[up + ".weight"][units]
        kept[up + ".bias"] = weights[up + ".bias"][units]
        kept[down + ".weight"] = weights[down + ".weight"][:, units]
    return kept


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--keep", type=float, default=0.5)
    args = parser.parse_args()
    saved = torch.load(args.checkpoint, map_location="cpu")
    shape = saved["shape"]
    inner = int(args.keep * (shape.get("inner") or 4 * shape["width"]))
    weights = pruned(saved["model"], shape["layers"], inner)
    torch.save({"model": weights, "step": 0, "shape": {**shape, "inner": inner}}, args.out)
    print(f"{inner} units a layer, {sum(w.numel() for w in weights.values()) / 1e6:.2f} M parameters")


if __name__ == "__main__":
    main()
