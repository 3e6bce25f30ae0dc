"""Trains the head that tells intents: `python -m training.understanding` in models/.

head(sentence) = softmax(W2 relu(W1 embedding + mean of gram rows + b1) + b2), with the temperature folded into W2 and b2.
Writes weights/understanding/head.bin (little-endian; its layout is in `export`) and head.json.
"""
import argparse
import json
import pathlib
import struct

import numpy as np
import torch

from training.sentence_features import BUCKETS, Embedder, Speller, bucket, grams
from training.utterances import COMMANDS, OUT

ROOT = pathlib.Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "models/weights/understanding"
HIDDEN = 128
EPOCHS = 14
MAGIC = b"SKYHEAD1"


class Head(torch.nn.Module):
    def __init__(self, intents):
        super().__init__()
        self.grams = torch.nn.EmbeddingBag(BUCKETS, HIDDEN, mode="sum")
        torch.nn.init.normal_(self.grams.weight, std=0.05)
        self.first = torch.nn.Linear(384, HIDDEN)
        self.second = torch.nn.Linear(HIDDEN, intents)
        self.dropout = torch.nn.Dropout(0.3)

    def forward(self, embeddings, flat, offsets, scale):
        """One branch is left out now and then, so that neither leans on the other."""
        dense, sparse = self.first(embeddings), self.grams(flat, offsets) * scale
        if self.training:
            keep = torch.rand(len(embeddings), 2, device=dense.device)
            sparse = sparse * (keep[:, :1] > 0.35)
            dense = torch.where(keep[:, 1:] > 0.1, dense, self.first.bias)
        return self.second(self.dropout(torch.relu(dense + sparse)))


def bags(gram_ids):
    flat = torch.tensor([b for ids in gram_ids for b in ids])
    offsets = torch.tensor(np.cumsum([0] + [len(ids) for ids in gram_ids[:-1]]))
    scale = torch.tensor([[1 / len(ids) ** 0.5] for ids in gram_ids], dtype=torch.float32)
    return flat, offsets, scale


class Data:
    def __init__(self, path, intents, speller, embedder):
        records = [json.loads(line) for line in open(path, encoding="utf-8")]
        words = [speller.read(r["text"]) for r in records]
        self.texts = [" ".join(w) for w in words]
        self.embeddings = torch.tensor(cached(path, self.texts, embedder))
        self.grams = [[bucket(g) for g in grams(w)] for w in words]
        self.labels = torch.tensor([intents.index(r["intent"]) for r in records])

    def logits(self, head, ids):
        return head(self.embeddings[ids], *bags([self.grams[i] for i in ids]))


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


def train(data, intents, seed=5):
    torch.manual_seed(seed)
    head = Head(len(intents))
    optimiser = torch.optim.AdamW(head.parameters(), lr=2e-3, weight_decay=0.01)
    steps = EPOCHS * (len(data.labels) // 128 + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps)
    for epoch in range(EPOCHS):
        head.train()
        total = 0.0
        for ids in torch.randperm(len(data.labels)).split(128):
            loss = torch.nn.functional.cross_entropy(data.logits(head, ids.tolist()), data.labels[ids], label_smoothing=0.05)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(ids)
        print(f"epoch {epoch + 1}: loss {total / len(data.labels):.3f}", flush=True)
    return head.eval()


def temperature(logits, labels):
    grid = np.linspace(0.3, 3, 55)
    losses = [torch.nn.functional.cross_entropy(logits / t, labels).item() for t in grid]
    return float(grid[int(np.argmin(losses))])


def thresholds(probabilities, labels, intents):
    """Per kind: the least confidence that keeps wrong acceptances below one per cent of the held-out sentences."""
    best, who = probabilities.max(1)
    is_command = torch.tensor([i in COMMANDS for i in intents])
    out = {}
    for kind, chosen, allowed, least in (("command", is_command[who], 0.004, 0.6), ("other", ~is_command[who], 0.04, 0.3)):
        chosen = chosen & (who != intents.index("out_of_scope"))
        wrong = chosen & (who != labels)
        limit = least
        while limit < 0.95 and (wrong & (best >= limit)).sum().item() > allowed * len(labels):
            limit += 0.01
        out[kind] = round(limit, 2)
    return out


def report(probabilities, labels, intents, limits):
    best, who = probabilities.max(1)
    is_command = torch.tensor([i in COMMANDS for i in intents])
    limit = torch.where(is_command[who], limits["command"], limits["other"])
    decided = torch.where(best >= limit, who, intents.index("out_of_scope"))
    false = is_command[decided] & ~is_command[labels]
    wrong = is_command[decided] & (decided != labels)
    figures = {"n": len(labels), "accuracy": round((who == labels).float().mean().item(), 4),
               "with_rejection": round((decided == labels).float().mean().item(), 4), "false_commands": int(false.sum()),
               "wrong_commands": int(wrong.sum())}
    print(json.dumps(figures))
    for i, name in enumerate(intents):
        mine = labels == i
        if mine.any() and (decided[mine] == i).float().mean() < 0.8:
            others = [intents[d] for d in decided[mine].tolist() if d != i]
            print(f"  {name}: {(decided[mine] == i).float().mean():.2f}", {o: others.count(o) for o in sorted(set(others))})
    return figures


def export(head, intents, t, limits, figures):
    """MAGIC, buckets, hidden, intents (int32); gram scale (float32), gram rows (int8); W1 by hidden unit, b1, W2 by intent, b2 (float32)."""
    WEIGHTS.mkdir(parents=True, exist_ok=True)
    state = {k: v.numpy() for k, v in head.state_dict().items()}
    rows = state["grams.weight"]
    scale = float(np.abs(rows).max() / 127)
    with open(WEIGHTS / "head.bin", "wb") as out:
        out.write(MAGIC + struct.pack("<iiif", BUCKETS, HIDDEN, len(intents), scale))
        out.write(np.round(rows / scale).astype(np.int8).tobytes())
        for array in (state["first.weight"], state["first.bias"], state["second.weight"] / t, state["second.bias"] / t):
            out.write(array.astype("<f4").tobytes())
    meta = {"encoder": "all-MiniLM-L6-v2", "intents": intents, "temperature": round(t, 3), "thresholds": limits, "held_out": figures}
    (WEIGHTS / "head.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--models", type=pathlib.Path, default=pathlib.Path.home() / ".skylark/models")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    speller, embedder = Speller(), Embedder(args.models / "minilm-l6-v2-q", args.threads)
    names = [json.loads(line)["intent"] for line in open(OUT / "train.jsonl", encoding="utf-8")]
    intents = sorted(set(names))
    data = Data(OUT / "train.jsonl", intents, speller, embedder)
    test = Data(OUT / "test.jsonl", intents, speller, embedder)
    head = train(data, intents)
    with torch.no_grad():
        logits = test.logits(head, list(range(len(test.labels))))
    t = temperature(logits, test.labels)
    probabilities = torch.softmax(logits / t, 1)
    limits = thresholds(probabilities, test.labels, intents)
    print("temperature", round(t, 2), "thresholds", limits)
    export(head, intents, t, limits, report(probabilities, test.labels, intents, limits))


if __name__ == "__main__":
    main()
