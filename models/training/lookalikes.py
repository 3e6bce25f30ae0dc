"""Makes language models of well-known shapes with random weights, as Hugging Face's exporter leaves them.

    python lookalikes.py OUT_DIR [distilgpt2] [distilgpt2-int8] [small-llama] [gpt2-without-past]

They say nothing sensible; they show that such models can be imported, and what they cost. Each folder holds model.onnx,
tokenizer.json and config.json. Nothing is fetched: the shapes are written below, and the tokenizers are trained here.

- distilgpt2         GPT-2's architecture: 6 layers, 768 wide, 12 heads, 50257 tokens; byte-level BPE
- distilgpt2-int8    the same with dynamic INT8 weights
- small-llama        Llama's architecture: rotary positions, 8 heads over 2 of keys and values; byte-level BPE
- gpt2-without-past  a small GPT-2 that was exported without keys and values
"""
import argparse
import pathlib
import warnings

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import DynamicCache, GPT2Config, GPT2LMHeadModel, LlamaConfig, LlamaForCausalLM

HERE = pathlib.Path(__file__).parent
GPT2 = dict(n_positions=1024, bos_token_id=0, eos_token_id=0)
SHAPES = {
    "distilgpt2": GPT2Config(vocab_size=50257, n_layer=6, n_embd=768, n_head=12, **GPT2),
    "small-llama": LlamaConfig(
        vocab_size=4096, hidden_size=256, intermediate_size=688, num_hidden_layers=4, num_attention_heads=8,
        num_key_value_heads=2, max_position_embeddings=2048, bos_token_id=0, eos_token_id=0),
    "gpt2-without-past": GPT2Config(vocab_size=4096, n_layer=2, n_embd=128, n_head=4, **GPT2),
}


class Flat(torch.nn.Module):
    """The model with its cache as plain tensors, which is what an exported graph takes and gives."""

    def __init__(self, model, past):
        super().__init__()
        self.model, self.past = model, past

    def forward(self, input_ids, attention_mask, position_ids, *flat):
        cache = None
        if self.past:
            cache = DynamicCache()
            for layer in range(len(flat) // 2):
                cache.update(flat[2 * layer], flat[2 * layer + 1], layer)
        out = self.model(
            input_ids=input_ids, attention_mask=attention_mask, position_ids=position_ids, past_key_values=cache,
            use_cache=self.past)
        if not self.past:
            return out.logits
        present = [t for layer in out.past_key_values.layers for t in (layer.keys, layer.values)]
        return (out.logits, *present)


def export(config, past, folder):
    torch.manual_seed(1)
    config._attn_implementation = "eager"
    kind = GPT2LMHeadModel if config.model_type == "gpt2" else LlamaForCausalLM
    model = kind(config).eval()
    layers = config.num_hidden_layers if past else 0
    heads = getattr(config, "num_key_value_heads", None) or config.num_attention_heads
    size = config.hidden_size // config.num_attention_heads
    ids, seen = torch.ones(1, 3, dtype=torch.int64), 5 if past else 0
    flat = [torch.zeros(1, heads, seen, size) for _ in range(2 * layers)]
    inputs = (ids, torch.ones(1, seen + 3, dtype=torch.int64), torch.arange(seen, seen + 3)[None], *flat)
    names = [f"{i}.{kind}" for i in range(layers) for kind in ("key", "value")]
    axes = {"input_ids": {0: "batch", 1: "ids"}, "attention_mask": {0: "batch", 1: "all"}, "position_ids": {0: "batch", 1: "ids"}}
    axes |= {"logits": {0: "batch", 1: "ids"}}
    axes |= {f"past_key_values.{n}": {0: "batch", 2: "past"} for n in names}
    axes |= {f"present.{n}": {0: "batch", 2: "all"} for n in names}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Flat(model, past), inputs, folder / "model.onnx", dynamo=False, opset_version=17, dynamic_axes=axes,
            input_names=["input_ids", "attention_mask", "position_ids", *(f"past_key_values.{n}" for n in names)],
            output_names=["logits", *(f"present.{n}" for n in names)])
    config.to_json_file(folder / "config.json")


def tokenizer(size, file):
    """A byte-level BPE of this size: trained on the corpus' phrases as far as they go, then filled up."""
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=min(size, 4000), special_tokens=["<|endoftext|>"], initial_alphabet=alphabet, show_progress=False)
    made.train_from_iterator((HERE / "utterances.txt").read_text().splitlines(), trainer)
    import json
    state = json.loads(made.to_str())
    vocab, merges = state["model"]["vocab"], state["model"]["merges"]
    pieces = [piece for piece in vocab if len(piece) > 1 and not piece.startswith("<")]
    for left in pieces:
        for right in pieces:
            if len(vocab) >= size:
                break
            if left + right not in vocab:
                vocab[left + right] = len(vocab)
                merges.append([left, right])
    file.write_text(json.dumps(state))


def quantise(source, target):
    from onnxruntime.quantization import QuantType, quantize_dynamic
    quantize_dynamic(source, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def make(name, out):
    folder = out / name
    folder.mkdir(parents=True, exist_ok=True)
    base = name.removesuffix("-int8")
    config = SHAPES[base]
    if name != base:
        if not (out / base / "model.onnx").exists():
            make(base, out)
        quantise(out / base / "model.onnx", folder / "model.onnx")
        config.to_json_file(folder / "config.json")
    else:
        export(config, not base.endswith("without-past"), folder)
    tokenizer(config.vocab_size, folder / "tokenizer.json")
    print(name, (folder / "model.onnx").stat().st_size)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("names", nargs="*", default=["distilgpt2", "distilgpt2-int8", "small-llama", "gpt2-without-past"])
    args = parser.parse_args()
    torch.set_num_threads(1)
    for name in args.names:
        make(name, args.out)


if __name__ == "__main__":
    main()
