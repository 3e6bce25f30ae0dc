"""Writes the sentences that the recogniser expects: `python -m training.phrases [--vocabulary WORDS.TXT]` in models/.

phrases.txt is drawn from the known forms, families.txt from the families of freer phrases that understanding learns from.
Vosk makes a bigram model of them and we a trigram model, so what counts is that every usual run of words occurs, and
numbers and units in every place where they can stand. What the recordings say word for word is left out: they measure
sentences that are on no list. Reproducible: the same grammars give the same files.
"""
import argparse
import json
import pathlib
import random

from training import numbers_in_words as spoken
from training.patterns import Grammar
from training.utterances import FAMILIES

ROOT = pathlib.Path(__file__).resolve().parents[2]
GRAMMAR = ROOT / "nlg/src/main/resources/skylark/nlg/understand/grammar.txt"
RECORDINGS = ROOT / "audio/recordings/manifest.jsonl"
OUT = ROOT / "audio/src/main/resources/skylark/audio/hear"
CONTRACTED = [("what is", "what's"), ("how is", "how's"), ("where is", "where's"), ("do not", "don't"), ("can not", "can't"),
              ("i am", "i'm"), ("you are", "you're"), ("that is", "that's"), ("let us", "let's"), ("did not", "didn't"),
              ("could not", "couldn't"), ("are not", "aren't"), ("it is", "it's"), ("would not", "wouldn't")]
# Shares of the list: what carries values needs most sentences, for their combinations.
SHARE = {"climb": 700, "descend": 700, "move": 900, "turn": 800, "face": 600, "set_speed": 450, "goto_waypoint": 300,
         "takeoff": 250, "winch_lower": 250, "winch_raise": 200, "land": 150, "stop": 120, "confirm": 120, "deny": 200,
         "release_package": 150, "excluded": 150}
USUAL = 95
FREER = 60000
LONGEST = 14
LEADS = ["please", "okay", "can you", "could you", "now", "skylark"]
TRAILS = ["please", "now", "right now"]
MODEL_WORDS = {"waypoint": "way point", "waypoints": "way points", "callsign": "call sign", "geofence": "geo fence", "eta": "e t a", "rtl": "r t l"}


def sentence(grammar, numbers, lines, weights, rng):
    node = rng.choices(lines, weights)[0][1]
    words, _ = grammar.draw(node, rng, numbers)
    text = " ".join(MODEL_WORDS.get(w, w) for w in words)
    for long, short in CONTRACTED:
        if rng.random() < 0.6:
            text = (" " + text + " ").replace(" " + long + " ", " " + short + " ").strip()
    r = rng.random()
    if r < 0.06:
        text = rng.choice(LEADS) + " " + text
    elif r < 0.10:
        text += " " + rng.choice(TRAILS)
    return text


def negations(grammar, numbers, rng, count):
    out = []
    for intent in ("land", "release_package", "takeoff", "arm", "return_home", "start_mission", "climb", "descend", "turn", "move"):
        lines = grammar.sections[intent]
        for _ in range(count):
            words, _ = grammar.draw(lines[0][1], rng, numbers)
            out.append(rng.choice(["don't ", "no don't ", "do not ", "please don't "]) + " ".join(words))
    return out


def fragments(rng):
    """What answers a question or mends a command: values alone, and after a correction."""
    out = []
    for n in list(range(1, 31)) + list(range(35, 125, 5)):
        unit = "meters" if n > 1 else "meter"
        out += [f"{spoken.cardinal(n)} {unit}", f"{spoken.cardinal(n)} feet", f"no make it {spoken.cardinal(n)} {unit}",
                f"correction {spoken.cardinal(n)} {unit}"]
    for n in range(5, 365, 5):
        out.append(f"{spoken.cardinal(n)} degrees")
    for n in range(0, 360, 10):
        out.append(f"heading {spoken.digits(n, 3)}")
    for n in range(1, 16):
        out.append(f"{spoken.cardinal(n)} meters per second")
    return out


def build(vocabulary):
    grammar, numbers, rng = Grammar().read(GRAMMAR), spoken.Numbers(), random.Random(20261)
    phrases = dict.fromkeys(fragments(rng))
    phrases.update(dict.fromkeys(negations(grammar, numbers, rng, 14)))
    for intent in grammar.intents():
        lines = grammar.sections[intent]
        weights = [grammar.weight(node) ** 0.4 for _, node in lines]
        wanted, made = SHARE.get(intent, USUAL), set()
        for _ in range(wanted * 8):
            text = sentence(grammar, numbers, lines, weights, rng)
            if len(text.split()) <= LONGEST and known(text, vocabulary):
                made.add(text)
            if len(made) >= wanted:
                break
        phrases.update(dict.fromkeys(sorted(made)))
    return [p for p in phrases if known(p, vocabulary)]


def families(vocabulary):
    """Families with more variants more often, but far less than in proportion."""
    grammar, numbers, rng = Grammar(), spoken.Numbers(), random.Random(20262)
    known_forms = Grammar().read(GRAMMAR)
    grammar.rules.update(known_forms.rules)
    for file in FAMILIES:
        grammar.read(file)
    leads, trails = known_forms.phrases("lead"), known_forms.phrases("trail")
    nodes = [node for intent in grammar.sections for _, node in grammar.sections[intent]]
    phrases = {}
    weights = [grammar.weight(node) ** 0.3 for node in nodes]
    for node in rng.choices(nodes, weights, k=FREER):
        text = " ".join(MODEL_WORDS.get(word, word) for word in grammar.draw(node, rng, numbers)[0])
        r = rng.random()
        text = f"{rng.choice(leads)} {text}" if r < 0.2 else f"{text} {rng.choice(trails)}" if r < 0.35 else text
        if len(text.split()) <= LONGEST and known(text, vocabulary):
            phrases[text] = True
    return list(phrases)


def recorded():
    with open(RECORDINGS, encoding="utf-8") as lines:
        said = [json.loads(line) for line in lines]
    return {turn["text"].replace("metres", "meters").replace("waypoint", "way point") for turn in said if turn["intent"] != "confirm"}


def write(name, phrases, left_out):
    file = OUT / name
    kept = [phrase for phrase in phrases if phrase not in left_out]
    file.write_text("# Made by models/training/phrases.py; do not edit.\n" + "\n".join(kept) + "\n", encoding="utf-8")
    print(f"{name}: {len(kept)} phrases, {file.stat().st_size} bytes")


def known(text, vocabulary):
    return vocabulary is None or all(word in vocabulary for word in text.split())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vocabulary", type=pathlib.Path, default=pathlib.Path.home() / ".skylark/models/vosk-small-en-us/graph/words.txt")
    args = parser.parse_args()
    vocabulary = None
    if args.vocabulary.exists():
        vocabulary = {line.split()[0] for line in open(args.vocabulary, encoding="utf-8")}
    OUT.mkdir(parents=True, exist_ok=True)
    left_out = recorded()
    write("phrases.txt", build(vocabulary), left_out)
    write("families.txt", families(vocabulary), left_out)


if __name__ == "__main__":
    main()
