"""What the head sees of an utterance: a sentence embedding and hashed words, word pairs and pieces of words. The Java side does the same."""
import pathlib

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLES = ROOT / "nlg/src/main/resources/skylark/nlg/understand"
BUCKETS = 8192
PIECE = 4
MAX_TOKENS = 64
NUMBERS = set("zero one two three four five six seven eight nine niner ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
              "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand tree fife fower naught nought fourty".split())


class Speller:
    """The reading of heard words: one spelling, contractions written out, fillers left out."""

    def __init__(self):
        lines = (TABLES / "spelling.txt").read_text(encoding="utf-8").splitlines()
        self.readings = dict(line.split(" = ", 1) for line in lines if line and not line.startswith("#"))
        grammar = (TABLES / "grammar.txt").read_text(encoding="utf-8")
        self.fillers = set(grammar.split("[filler]\n", 1)[1].split("\n\n", 1)[0].split("\n"))

    def read(self, text):
        heard, out, at = text.split(), [], 0
        while at < len(heard):
            for n in (3, 2, 1):
                reading = self.readings.get(" ".join(heard[at:at + n])) if at + n <= len(heard) else None
                if reading is not None or n == 1:
                    out += (reading or heard[at]).split()
                    at += n
                    break
        kept = [w for w in out if w not in self.fillers]
        return kept or out


def grams(words):
    """Words, pairs with their borders, and the pieces of longer words, which outlast mishearings; all numbers count as one."""
    marked = ["<"] + ["#" if w in NUMBERS or w[0].isdigit() else w for w in words] + [">"]
    pieces = ["~" + ("^" + w + "$")[at:at + PIECE] for w in marked[1:-1] if len(w) >= PIECE for at in range(len(w) + 3 - PIECE)]
    return marked[1:-1] + [a + " " + b for a, b in zip(marked, marked[1:])] + pieces


def bucket(gram):
    h = 0x811C9DC5
    for byte in gram.encode("ascii", "replace"):
        h = ((h ^ byte) * 0x01000193) & 0xFFFFFFFF
    return (h ^ (h >> 16)) & (BUCKETS - 1)


class Embedder:
    """Mean-pooled, normalised MiniLM embeddings from the installed INT8 model."""

    def __init__(self, folder, threads):
        import onnxruntime
        import tokenizers
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self.session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
        self.tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(MAX_TOKENS)

    def embed(self, texts, batch=32):
        encoded = [self.tokenizer.encode(t).ids for t in texts]
        order = sorted(range(len(texts)), key=lambda i: len(encoded[i]))
        out = np.zeros((len(texts), 384), np.float32)
        # Only sentences of equal length share a batch: padding would change the dynamic quantisation.
        at = 0
        while at < len(order):
            width = len(encoded[order[at]])
            end = at
            while end < len(order) and end - at < batch and len(encoded[order[end]]) == width:
                end += 1
            ids = np.array([encoded[i] for i in order[at:end]], np.int64)
            feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
            hidden = self.session.run(None, {i.name: feeds[i.name] for i in self.session.get_inputs()})[0]
            mean = hidden.mean(axis=1)
            out[order[at:end]] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
            at = end
        return out
