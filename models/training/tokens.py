"""The tokenizer: byte-level BPE of our own, with one token for each flag and placeholder.

    python tokens.py CORPUS_DIR OUT.json [--vocab 2048]
"""
import argparse
import json
import pathlib

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

from prompt import specials


def train(corpus, vocab):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.ByteLevel(add_prefix_space=False), pre_tokenizers.Digits(individual_digits=True)])
    tokenizer.decoder = decoders.ByteLevel()
    # A placeholder takes the space before it along: one token instead of two. <num> stands among words, likewise.
    added = [AddedToken(text, special=True, normalized=False, lstrip=text[0] == "{" or text == "<num>") for text in specials()]
    trainer = trainers.BpeTrainer(
        vocab_size=vocab, special_tokens=added, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False)
    tokenizer.train_from_iterator(corpus, trainer)
    return tokenizer


def texts(path):
    with open(path) as lines:
        for line in lines:
            turn = json.loads(line)
            yield turn["prompt"].split("<words>")[1].replace("<reply>", "")
            yield turn["reply"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--vocab", type=int, default=2048)
    args = parser.parse_args()
    tokenizer = train(texts(args.corpus / "train.jsonl"), args.vocab)
    tokenizer.save(str(args.out), pretty=False)
    print(f"{tokenizer.get_vocab_size()} tokens, {len(specials())} of them special")


if __name__ == "__main__":
    main()
