"""Trains the heads that tell intents: `python -m training.understanding` in models/.

head(sentence) = softmax(W2 relu(W1 embedding + mean of gram rows + b1) + b2), with the temperature folded into W2 and b2.
Three heads that began from different numbers are trained, and the mean of what they say counts: that is surer of itself
only where it is right. Writes weights/understanding/head.bin (little-endian; its layout is in `export`) and head.json.
"""
import argparse
import copy
import json
import pathlib
import struct

import numpy as np
import torch

from training.sentence_features import BUCKETS, Embedder, Speller, bucket, grams
from training.utterances import COMMANDS, CRITICAL, OUT, SAFING

ROOT = pathlib.Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "models/weights/understanding"
HIDDEN = 160
EPOCHS = 12
BATCH = 512
SEEDS = (5, 6, 7)
# The least confidence that counts, by class of harm. Chosen on the families kept for validation: of the guesses on commands
# between 0.5 and these about one in three was wrong. "Stop" asks for little: holding does no harm.
THRESHOLDS = {"S": 0.25, "R": 0.6, "C": 0.7, "other": 0.4}
MAGIC = b"SKYHEAD1"


class Head(torch.nn.Module):
    def __init__(self, intents):
        super().__init__()
        self.grams = torch.nn.EmbeddingBag(BUCKETS + 1, HIDDEN, mode="sum", padding_idx=BUCKETS)
        torch.nn.init.normal_(self.grams.weight[:BUCKETS], std=0.05)
        self.first = torch.nn.Linear(384, HIDDEN)
        self.second = torch.nn.Linear(HIDDEN, intents)
        self.dropout = torch.nn.Dropout(0.3)

    def forward(self, embeddings, grams, scale):
        """One branch is left out now and then, so that neither leans on the other."""
        dense, sparse = self.first(embeddings), self.grams(grams) * scale
        if self.training:
            keep = torch.rand(len(embeddings), 2, device=dense.device)
            sparse = sparse * (keep[:, :1] > 0.35)
            dense = torch.where(keep[:, 1:] > 0.1, dense, self.first.bias)
        return self.second(self.dropout(torch.relu(dense + sparse)))


def padded(rows):
    """Gram buckets as a matrix, and what the sum over each row is divided by."""
    width = max(len(row) for row in rows)
    matrix = torch.full((len(rows), width), BUCKETS)
    for i, row in enumerate(rows):
        matrix[i, : len(row)] = torch.tensor(row)
    return matrix, torch.tensor([[1 / len(row) ** 0.5] for row in rows])


class Data:
    def __init__(self, path, intents, speller, embedder):
        records = [json.loads(line) for line in open(path, encoding="utf-8")]
        words = [speller.read(r["text"]) for r in records]
        self.texts = [" ".join(w) for w in words]
        self.embeddings = torch.tensor(cached(path, self.texts, embedder))
        self.grams, self.scale = padded([[bucket(g) for g in grams(w)] for w in words])
        self.labels = torch.tensor([intents.index(r["intent"]) for r in records])

    def joined(self, other):
        both = copy.copy(self)
        both.texts = self.texts + other.texts
        both.embeddings = torch.cat((self.embeddings, other.embeddings))
        width = max(self.grams.shape[1], other.grams.shape[1])
        widened = (torch.nn.functional.pad(d.grams, (0, width - d.grams.shape[1]), value=BUCKETS) for d in (self, other))
        both.grams = torch.cat(list(widened))
        both.scale = torch.cat((self.scale, other.scale))
        both.labels = torch.cat((self.labels, other.labels))
        return both

    def logits(self, head, ids):
        return head(self.embeddings[ids], self.grams[ids], self.scale[ids])


def cached(path, texts, embedder):
    """Embeddings take minutes: those of sentences embedded before are kept beside the corpus."""
    store = path.with_name("embeddings.npz")
    known = {}
    if store.exists():
        with np.load(store, allow_pickle=False) as kept:
            known = dict(zip(kept["texts"].tolist(), kept["embeddings"]))
    new = sorted(set(texts) - known.keys())
    if new:
        print(f"{path.name}: embedding {len(new)} sentences", flush=True)
        known.update(zip(new, embedder.embed(new)))
        np.savez(store, texts=np.array(list(known)), embeddings=np.stack(list(known.values())))
    return np.stack([known[t] for t in texts])


def train(data, intents, seed):
    torch.manual_seed(seed)
    head = Head(len(intents))
    optimiser = torch.optim.AdamW(head.parameters(), lr=4e-3, weight_decay=0.01)
    steps = EPOCHS * (len(data.labels) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 8e-3, total_steps=steps)
    for epoch in range(EPOCHS):
        head.train()
        total = 0.0
        for ids in torch.randperm(len(data.labels)).split(BATCH):
            loss = torch.nn.functional.cross_entropy(data.logits(head, ids), data.labels[ids], label_smoothing=0.05)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(ids)
        print(f"epoch {epoch + 1}: loss {total / len(data.labels):.3f}", flush=True)
    return head.eval()


def temperature(heads, data):
    grid = np.linspace(0.3, 3, 28)
    losses = [torch.nn.functional.nll_loss(together(heads, data, t).log(), data.labels).item() for t in grid]
    return float(grid[int(np.argmin(losses))])


def limits(intents):
    return torch.tensor([THRESHOLDS["S" if i in SAFING else "C" if i in CRITICAL else "R" if i in COMMANDS else "other"] for i in intents])


def report(probabilities, labels, intents):
    best, who = probabilities.max(1)
    is_command = torch.tensor([i in COMMANDS and i not in SAFING for i in intents])
    decided = torch.where(best >= limits(intents)[who], who, intents.index("out_of_scope"))
    false = is_command[decided] & ~is_command[labels]
    wrong = is_command[decided] & (decided != labels)
    loss = torch.nn.functional.nll_loss(probabilities.log(), labels).item()
    figures = {"n": len(labels), "accuracy": round((who == labels).float().mean().item(), 4),
               "with_rejection": round((decided == labels).float().mean().item(), 4), "false_commands": int(false.sum()),
               "wrong_commands": int(wrong.sum()), "loss": round(loss, 3)}
    print(json.dumps(figures))
    for i, name in enumerate(intents):
        mine = labels == i
        if mine.any() and (decided[mine] == i).float().mean() < 0.8:
            others = [intents[d] for d in decided[mine].tolist() if d != i]
            print(f"  {name}: {(decided[mine] == i).float().mean():.2f}", {o: others.count(o) for o in sorted(set(others))})
    return figures


def export(heads, intents, t, figures):
    """Head after head: MAGIC, buckets, hidden, intents (int32); gram scale (float32), gram rows (int8); W1 by hidden unit, b1, W2 by intent, b2 (float32)."""
    WEIGHTS.mkdir(parents=True, exist_ok=True)
    with open(WEIGHTS / "head.bin", "wb") as out:
        for head in heads:
            state = {k: v.numpy() for k, v in head.state_dict().items()}
            rows = state["grams.weight"][:BUCKETS]
            scale = float(np.abs(rows).max() / 127)
            out.write(MAGIC + struct.pack("<iiif", BUCKETS, HIDDEN, len(intents), scale))
            out.write(np.round(rows / scale).astype(np.int8).tobytes())
            for array in (state["first.weight"], state["first.bias"], state["second.weight"] / t, state["second.bias"] / t):
                out.write(array.astype("<f4").tobytes())
    meta = {"encoder": "all-MiniLM-L6-v2", "intents": intents, "temperature": round(t, 3), "thresholds": THRESHOLDS, "held_out": figures}
    (WEIGHTS / "head.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


def together(heads, data, t=1.0):
    """The mean of what the heads say."""
    with torch.no_grad():
        return sum(torch.softmax(data.logits(head, torch.arange(len(data.labels))) / t, 1) for head in heads) / len(heads)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--models", type=pathlib.Path, default=pathlib.Path.home() / ".skylark/models")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    speller, embedder = Speller(), Embedder(args.models / "minilm-l6-v2-q", args.threads)
    names = [json.loads(line)["intent"] for line in open(OUT / "train.jsonl", encoding="utf-8")]
    intents = sorted(set(names))
    data, valid, test = (Data(OUT / f"{fold}.jsonl", intents, speller, embedder) for fold in ("train", "valid", "test"))
    heads = [train(data, intents, seed) for seed in SEEDS]
    t = temperature(heads, valid)
    print("temperature", round(t, 2))
    report(together(heads, valid, t), valid.labels, intents)
    report(together(heads, test, t), test.labels, intents)
    # What was only for choosing is trained on as well, once everything is chosen.
    heads = [train(data.joined(valid), intents, seed) for seed in SEEDS]
    export(heads, intents, t, report(together(heads, test, t), test.labels, intents))


if __name__ == "__main__":
    main()
