"""The corpus of operators' utterances: `python -m training.utterances` in models/ writes work/utterances/{train,test}.jsonl.

Drawn with a seed from the known forms (grammar.txt) and from families of freer phrases (utterances.txt, sayings-*.txt). A
family is either trained on or kept for testing, as a whole, so that the test holds no phrase whose kin was seen; nor does
it hold a sentence that training happens to make as well. What other test sets hold (--without) is left out of training.
What the recogniser misheard (mishearings.py) is added, if made.
"""
import argparse
import json
import os
import pathlib
import random
import zlib

from training import numbers_in_words as spoken
from training.patterns import Grammar

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLES = ROOT / "nlg/src/main/resources/skylark/nlg/understand"
HERE = pathlib.Path(__file__).parent
FAMILIES = [HERE / "utterances.txt", *sorted(HERE.glob("sayings-*.txt"))]
OUT = pathlib.Path(os.environ.get("SKYLARK_WORK", ROOT / "models/work")) / "utterances"
TEST_RESOURCE = ROOT / "nlg/src/test/resources/skylark/nlg/understand/held_out.jsonl"
COMMANDS = ("stop climb descend move turn face set_speed photo video light gimbal arm takeoff land release_package winch_lower "
            "winch_raise start_mission goto_waypoint set_home resume return_home").split()
SAFING = ("stop",)
CRITICAL = "arm takeoff land release_package winch_lower winch_raise start_mission goto_waypoint set_home".split()
PER_INTENT = 2200
OUT_OF_SCOPE = 22000
PER_REFUSAL = 84
PER_TEST_FAMILY = 4
PER_VALID_FAMILY = 12
FILLERS = ["uh", "um", "er", "like", "you know", "well", "uhm", "hmm", "i mean", "let me see"]
# Words that small recognisers take for each other.
MISHEARD = {"two": "to", "four": "for", "right": "write", "land": "lend", "meters": "meter", "winch": "which", "hover": "over",
            "north": "nor", "descend": "descent", "climb": "climbed", "heading": "headed", "home": "hole", "is": "as", "the": "a",
            "up": "of", "wind": "win", "your": "you", "battery": "batteries", "degrees": "degree", "package": "packages"}
REPORTED = ["he said", "she said", "tom said", "they told me to", "tell him to", "i told her to", "tell the other pilot to", "ask the crew to",
            "the pilot wants to", "my boss asked me to", "he is going to", "she will", "he wants to", "they will", "somebody said"]
ASKED = ["should i", "should we", "must we", "do i have to", "is it safe to", "would it be okay to", "when should we", "may i",
         "is it a good idea to", "do you think we should", "are we allowed to", "was it right to", "why would we"]
SUPPOSED = ["what happens if i say", "what would you do if i said", "what happens when i say", "what will happen if i say", "how do i tell you to",
            "how can i make you", "what if i tell you to"]
REFUSED = ["do not", "please do not", "no do not", "never", "you must not", "you should not", "i do not want you to", "no please do not",
           "do not you dare to", "better not", "let us not", "we should not", "under no circumstances", "no no do not"]


class Corpus:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.numbers = spoken.Numbers()
        self.known = Grammar().read(TABLES / "grammar.txt")
        self.free = Grammar()
        self.free.rules.update(self.known.rules)
        for file in FAMILIES:
            self.free.read(file)

    def fold(self, family):
        """Fourteen families of a hundred are for the test, seven for choosing between models, the rest for training."""
        at = zlib.crc32(family.encode()) % 100
        return "test" if at < 14 else "valid" if at < 21 else "train"

    def families(self, intent, fold):
        return [(line, node) for line, node in self.free.sections.get(intent, []) if self.fold(line) == fold]

    def sentence(self, grammar, node):
        words, slots = grammar.draw(node, self.rng, self.numbers)
        return " ".join(words), slots

    def form(self, intent):
        lines = self.known.sections[intent]
        weights = [self.known.weight(node) ** 0.3 for _, node in lines]
        return self.sentence(self.known, self.rng.choices(lines, weights)[0][1])

    def phrase(self, intent):
        families = self.families(intent, "train")
        if not families or (intent in self.known.sections and self.rng.random() < 0.35):
            return self.form(intent)
        return self.sentence(self.free, self.rng.choice(families)[1])

    def courteous(self, text):
        r = self.rng.random()
        if r < 0.22:
            text = self.rng.choice(self.known.phrases("lead")) + " " + text
        elif r < 0.27:
            text = self.rng.choice(["hey skylark", "skylark", "okay so", "well", "now", "listen", "alright then", "drone please"]) + " " + text
        if self.rng.random() < 0.15:
            text += " " + self.rng.choice(self.known.phrases("trail"))
        return text

    def worn(self, text):
        """As a tired recogniser writes it: a word lost, doubled or taken for another."""
        words = text.split()
        r = self.rng.random()
        at = self.rng.randrange(len(words))
        if self.rng.random() < 0.06:
            words[at:at] = self.rng.choice(FILLERS).split()
        if self.rng.random() < 0.03:
            words[:0] = words[:self.rng.randint(1, 2)]
        if r < 0.05 and len(words) > 4:
            del words[at]
        elif r < 0.07:
            words.insert(at, words[at])
        elif r < 0.11:
            words = [MISHEARD.get(w, w) if self.rng.random() < 0.5 else w for w in words]
        return " ".join(words)

    def train(self):
        for intent in self.known.intents():
            for _ in range(PER_INTENT):
                yield intent, self.worn(self.courteous(self.phrase(intent)[0]))
        for _ in range(OUT_OF_SCOPE):
            yield "out_of_scope", self.worn(self.courteous(self.phrase("out_of_scope")[0]))
        yield from self.mentioned()

    def mentioned(self):
        for intent in COMMANDS:
            for _ in range(PER_REFUSAL):
                yield "deny", self.rng.choice(REFUSED) + " " + self.phrase(intent)[0]
                yield "out_of_scope", self.rng.choice(REPORTED) + " " + self.phrase(intent)[0]
                yield "out_of_scope", self.rng.choice(ASKED) + " " + self.phrase(intent)[0]
            for _ in range(PER_REFUSAL // 3):
                yield "help", self.rng.choice(SUPPOSED) + " " + self.phrase(intent)[0]

    def kept(self, fold, per_family):
        """Sentences of the families that were kept from training, with their slots."""
        for intent in self.free.intents():
            for _, node in self.families(intent, fold):
                for _ in range(per_family):
                    text, slots = self.sentence(self.free, node)
                    yield intent, text, slots


def write(path, records):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    print(f"{path.name}: {len(records)} utterances")


def misheard():
    """What the recogniser wrote for sentences of the training families, every one twice: there are few."""
    store = OUT / "misheard.jsonl"
    if not store.exists():
        print("misheard.jsonl is not there: training goes without mishearings")
        return []
    records = map(json.loads, open(store, encoding="utf-8"))
    return [(record["intent"], record["text"]) for record in records]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--without", type=pathlib.Path, nargs="*", default=[], help="test sets (JSON Lines with `text`) whose sentences are left out")
    tested = {json.loads(line)["text"] for path in parser.parse_args().without for line in open(path, encoding="utf-8")}
    train = {pair: None for pair in [*Corpus(41).train(), *misheard()] if pair[1] not in tested}
    write(OUT / "train.jsonl", [{"text": text, "intent": intent} for intent, text in train])
    seen = {text for _, text in train} | tested
    for fold, seed, per_family in (("valid", 43, PER_VALID_FAMILY), ("test", 42, PER_TEST_FAMILY)):
        kept = []
        for intent, text, slots in Corpus(seed).kept(fold, per_family):
            if text not in seen:
                seen.add(text)
                kept.append({"text": text, "intent": intent, "slots": {k: v for k, v in slots.items() if k != "what"}})
        write(OUT / f"{fold}.jsonl", kept)


if __name__ == "__main__":
    main()
