"""Trains the decoder on the reply corpus; resumes from its checkpoint.

    python train_lm.py CORPUS_DIR TOKENIZER.json CHECKPOINT.pt --steps 1500

The loss counts the reply and its <eos> only. With --teacher half of it is the distance (Kullback-Leibler) from what a
larger checkpoint of the same tokenizer expects there.
"""
import argparse
import json
import math
import os
import pathlib
import time

import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

from lm import Decoder, Shape


def encode_corpus(path, tokenizer, context):
    """Token ids of each turn, and where its reply starts."""
    turns = []
    with open(path) as lines:
        rows = [json.loads(line) for line in lines]
    prompts = tokenizer.encode_batch([row["prompt"] for row in rows])
    replies = tokenizer.encode_batch([row["reply"] + "<eos>" for row in rows])
    for prompt, reply in zip(prompts, replies):
        if len(prompt.ids) + len(reply.ids) <= context:
            turns.append((prompt.ids + reply.ids, len(prompt.ids)))
    return turns


def batches(turns, size, seed):
    """An endless walk over shuffled batches of turns of like length."""
    epoch = 0
    while True:
        order = torch.randperm(len(turns), generator=torch.Generator().manual_seed(seed + epoch)).tolist()
        blocks = [sorted(order[i:i + 50 * size], key=lambda n: len(turns[n][0])) for i in range(0, len(order), 50 * size)]
        cut = [block[i:i + size] for block in blocks for i in range(0, len(block), size)]
        for i in torch.randperm(len(cut), generator=torch.Generator().manual_seed(seed + epoch)).tolist():
            yield tensors([turns[n] for n in cut[i]])
        epoch += 1


def tensors(batch):
    longest = max(len(ids) for ids, _ in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    target = torch.full((len(batch), longest), -100)
    for row, (tokens, start) in enumerate(batch):
        ids[row, :len(tokens)] = torch.tensor(tokens)
        target[row, start - 1:len(tokens) - 1] = torch.tensor(tokens[start:])
    return ids, target


def learning_rate(step, steps, peak):
    warm = min(1.0, (step + 1) / 80)
    return peak * warm * (0.03 + 0.97 * 0.5 * (1 + math.cos(math.pi * step / steps)))


def scores(model, ids, wanted):
    return model.hidden(ids)[wanted] @ model.wte.weight.T


def loss_of(model, ids, target, teacher=None):
    wanted = target >= 0
    mine = scores(model, ids, wanted)
    loss = F.cross_entropy(mine, target[wanted])
    if teacher is None:
        return loss
    with torch.no_grad():
        expected = F.log_softmax(scores(teacher, ids, wanted).float(), dim=-1)
    distance = F.kl_div(F.log_softmax(mine.float(), dim=-1), expected, reduction="batchmean", log_target=True)
    return (loss + distance) / 2


def read(path):
    saved = torch.load(path)
    model = Decoder(Shape(**saved["shape"]))
    model.load_state_dict(saved["model"])
    return model


def save(path, model, optimiser, step):
    kept = path.with_suffix(".part")
    torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "shape": vars(model.shape)}, kept)
    os.replace(kept, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("tokenizer", type=pathlib.Path)
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--peak", type=float, default=1.5e-3)
    parser.add_argument("--layers", type=int, default=4, help="of a new model")
    parser.add_argument("--width", type=int, default=256, help="of a new model")
    parser.add_argument("--teacher", type=pathlib.Path, help="checkpoint to learn from as well")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--bf16", action="store_true", help="faster on processors with AVX512-BF16")
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    saved = torch.load(args.checkpoint) if args.checkpoint.exists() else None
    fresh = Shape(vocab=tokenizer.get_vocab_size(), layers=args.layers, width=args.width, heads=args.width // 64)
    model = Decoder(Shape(**saved["shape"]) if saved else fresh)
    optimiser = torch.optim.AdamW(model.parameters(), lr=args.peak, betas=(0.9, 0.98), weight_decay=0.05, fused=True)
    start = 0
    if saved:
        model.load_state_dict(saved["model"])
        if "optimiser" in saved:
            optimiser.load_state_dict(saved["optimiser"])
        start = saved["step"]
    teacher = read(args.teacher).eval() if args.teacher else None
    turns = encode_corpus(args.corpus / "train.jsonl", tokenizer, model.shape.context)
    parameters = sum(p.numel() for p in model.parameters())
    print(f"{parameters} parameters, {len(turns)} turns of {sum(len(t) for t, _ in turns) / len(turns):.1f} tokens, from step {start}", flush=True)
    began, seen = time.time(), 0
    for step, (ids, target) in zip(range(start, args.steps), batches(turns, args.batch, args.seed + start)):
        for group in optimiser.param_groups:
            group["lr"] = learning_rate(step, args.steps, args.peak)
        with torch.autocast("cpu", torch.bfloat16, enabled=args.bf16):
            loss = loss_of(model, ids, target, teacher)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        seen += ids.numel()
        if (step + 1) % 20 == 0:
            print(f"step {step + 1} loss {loss.item():.4f} {seen / (time.time() - began):.0f} tokens/s", flush=True)
        if (step + 1) % 100 == 0 or step + 1 == args.steps:
            save(args.checkpoint, model, optimiser, step + 1)


if __name__ == "__main__":
    main()
