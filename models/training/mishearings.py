"""What the real recogniser makes of operators: `python -m training.mishearings [COUNT]` in models/ writes misheard.jsonl.

Sentences of the training families (never of the held-out ones) are spoken by flite at several speeds and pitches, with
noise, and recognised by Vosk twice, as the program does: with the phrase list and without. What it wrote differently is
kept with the label. Seeded; goes on where it was.
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import wave

import numpy as np

from training.phrases import MODEL_WORDS, OUT as PHRASES
from training.utterances import COMMANDS, OUT, Corpus

MODEL = pathlib.Path.home() / ".skylark/models/vosk-small-en-us"
RATE = 16000
# Of the shipped recordings' voices flite has four; here they speak at pitches and speeds that the recordings do not have.
VOICES = {"kal": (95, 125), "kal16": (80, 140), "awb": (100, 160), "rms": (75, 120), "slt": (150, 230)}
# A command that lost its words is no example of it any more.
MOST_LOST = {True: 0.34, False: 0.6}
# Nor is a "stop" without any of these: the words left over would teach that talk is a stop.
HOLDING = set("stop stopped halt hold freeze abort wait hover stay whoa pause brake brakes cease still move moving further closer emergency".split())


def sentences(count):
    """Label and words; every intent as often, out of scope six times."""
    corpus = Corpus(77)
    intents = corpus.known.intents() + ["out_of_scope"] * 6
    for i in range(count):
        intent = intents[i % len(intents)]
        yield intent, corpus.courteous(corpus.phrase(intent)[0])


def spoken(text, rng, folder):
    voice = rng.choice(list(VOICES))
    wav = os.path.join(folder, "said.wav")
    subprocess.run(["flite", "-voice", voice, "--setf", f"duration_stretch={rng.uniform(0.78, 1.2):.3f}", "--setf",
                    f"int_f0_target_mean={rng.uniform(*VOICES[voice]):.0f}", "-t", text, "-o", wav], check=True, capture_output=True)
    with wave.open(wav) as said:
        rate, pcm = said.getframerate(), np.frombuffer(said.readframes(said.getnframes()), np.int16).astype(np.float64)
    at = np.arange(0, len(pcm) - 1, rate / RATE)
    pcm = np.concatenate([np.zeros(RATE // 4), np.interp(at, np.arange(len(pcm)), pcm), np.zeros(RATE // 2)])
    noise = np.cumsum(np.random.default_rng(rng.getrandbits(32)).normal(size=len(pcm)))
    noise -= np.convolve(noise, np.ones(400) / 400, "same")
    loudness = np.sqrt(np.mean(pcm**2)) / 10 ** (rng.uniform(5, 30) / 20)
    return np.clip(pcm + noise / np.std(noise) * loudness, -32768, 32767).astype(np.int16).tobytes()


def lost(said, heard):
    """Word errors as a share of the words said."""
    row = list(range(len(heard) + 1))
    for i, a in enumerate(said, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(heard, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1] / len(said)


def worth_keeping(intent, said, heard):
    share = lost(said, heard) if heard else 1
    return 0 < share <= MOST_LOST[intent in COMMANDS] and (intent != "stop" or bool(HOLDING & set(heard)))


def recognise(recogniser, pcm):
    for at in range(0, len(pcm), 8000):
        recogniser.AcceptWaveform(pcm[at:at + 8000])
    return json.loads(recogniser.FinalResult())["text"]


def main():
    import vosk
    vosk.SetLogLevel(-1)
    model = vosk.Model(str(MODEL))
    listed = [line for line in PHRASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    ears = {"list": vosk.KaldiRecognizer(model, RATE, json.dumps(listed + ["[unk]"])), "open": vosk.KaldiRecognizer(model, RATE)}
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2800
    OUT.mkdir(parents=True, exist_ok=True)
    store = OUT / "misheard.jsonl"
    done = max((json.loads(line)["n"] for line in open(store, encoding="utf-8")), default=-1) + 1 if store.exists() else 0
    with tempfile.TemporaryDirectory() as folder, open(store, "a", encoding="utf-8") as out:
        for n, (intent, text) in enumerate(sentences(count)):
            if n < done:
                continue
            said = " ".join(MODEL_WORDS.get(w, w) for w in text.split())
            pcm = spoken(said, random.Random(n), folder)
            for ear, recogniser in ears.items():
                heard = recognise(recogniser, pcm).replace("[unk]", " ").split()
                if worth_keeping(intent, said.split(), heard):
                    out.write(json.dumps({"n": n, "ear": ear, "intent": intent, "text": " ".join(heard), "said": text}) + "\n")
            out.flush()


if __name__ == "__main__":
    main()
