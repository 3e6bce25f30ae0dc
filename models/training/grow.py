"""Makes a deeper decoder of a trained one, which writes the same until it is trained on.

    python grow.py TRAINED.pt DEEPER.pt --times 3

Behind each block stand copies of it whose contribution is nothing yet (Net2Net, Chen, Goodfellow and Shlens 2016, the
deeper net; zero residual branches as Fixup, Zhang, Dauphin and Ma 2019, starts them).
"""
import argparse
import pathlib
import re

import torch

from lm import Decoder, Shape
from train_lm import read


def grown(trained, times):
    shape = Shape(**{**vars(trained.shape), "layers": trained.shape.layers * times})
    weights = {}
    for name, value in trained.state_dict().items():
        block = re.fullmatch(r"blocks\.(\d+)\.(.*)", name)
        if not block:
            weights[name] = value
            continue
        for copy in range(times):
            silent = copy > 0 and block[2].startswith(("proj", "down"))
            weights[f"blocks.{int(block[1]) * times + copy}.{block[2]}"] = torch.zeros_like(value) if silent else value.clone()
    deeper = Decoder(shape)
    deeper.load_state_dict(weights)
    return deeper


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=pathlib.Path)
    parser.add_argument("deeper", type=pathlib.Path)
    parser.add_argument("--times", type=int, default=3)
    args = parser.parse_args()
    trained = read(args.trained).eval()
    deeper = grown(trained, args.times).eval()
    ids = torch.randint(trained.shape.vocab, (2, 40))
    with torch.no_grad():
        gap = (trained(ids) - deeper(ids)).abs().max().item()
    if gap > 1e-4:
        raise SystemExit(f"grow.py: the deeper model writes otherwise: largest difference of scores {gap}, expected 0")
    torch.save({"model": deeper.state_dict(), "step": 0, "shape": vars(deeper.shape)}, args.deeper)
    print(f"{deeper.shape.layers} layers, {sum(p.numel() for p in deeper.parameters())} parameters")


if __name__ == "__main__":
    main()
