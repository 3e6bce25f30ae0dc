#!/usr/bin/env python3
"""Makes the recordings of operators: WAV files, manifest.jsonl and mission.jsonl beside this file.

    text ─▶ flite, festival or MaryTTS ─▶ trim to the words ─▶ level ─▶ lead, pauses, tail ─▶ noise floor ─▶ 16 kHz WAV

Needs flite, festival with festvox-kallpc16k and festvox-us-slt-hts, sox and, for MaryTTS, this project's own `skylark
say`; Python's standard library otherwise. MaryTTS has the drone's voice, so it is lowered to that of another person.
`eos_s`, the end of the last word, is the end of the last phone that is not silence in the synthesiser's own segment
timing (flite -psdur, festival's Segment relation), moved by the same cuts and joins as the samples. MaryTTS gives no
such timing here: there it is the end of the last 10 ms within 35 dB of the loudest, before the noise floor is added,
which for the other voices falls within 50 ms of their timing. Two runs give the same files: what is random is seeded
by the file's name.

    make.py [--list PHRASES.txt]     refuses turns (the mission is by the book) that are also lines of that phrase list
"""
import argparse, array, json, math, os, random, re, subprocess, sys, tempfile, wave

from sentences import MISSION, MORE_TURNS, STATES, TURNS

HERE = os.path.dirname(os.path.abspath(__file__))
RATE = 16000
LEAD_S, TAIL_S, MARGIN_S = 0.30, 0.35, 0.04
SPEECH_DBFS, FLOOR_DBFS = -23.0, -65.0
VOICES = ["awb", "kal", "rms", "hts", "kal16", "slt"]
SPEEDS = [1.0, 0.9, 1.1, 0.85, 1.0, 1.2, 1.05]
FESTIVAL = {"kal": "voice_kal_diphone", "hts": "voice_cmu_us_slt_arctic_hts"}
MARY = {"low": "-400", "deep": "-250"}
SILENCE = {"pau", "sil", "h#", "#", "brth"}


def run(*command, stdin=None):
    done = subprocess.run(command, input=stdin, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command[0]} failed: {done.stderr.strip()}")
    return done.stdout


def flite(text, voice, speed, wav):
    out = run("flite", "-voice", voice, "--setf", f"duration_stretch={1 / speed}", "-t", text, "-psdur", "-o", wav)
    return [(p, float(t)) for p, t in re.findall(r"(\S+?):([\d.]+)", out)], 1.0


def festival(text, voice, speed, wav):
    # The HTS voice ignores Duration_Stretch: sox changes its tempo, and the times are divided by the same factor.
    stretch = 1 / speed if voice == "kal" else 1.0
    scheme = f"""({FESTIVAL[voice]}) (Parameter.set 'Duration_Stretch {stretch})
(set! u (utt.synth (Utterance Text "{text}")))
(mapcar (lambda (s) (format t "%s:%f\\n" (item.name s) (item.feat s "end"))) (utt.relation.items u 'Segment))
(utt.save.wave u "{wav}" 'riff)"""
    with tempfile.NamedTemporaryFile("w", suffix=".scm") as file:
        file.write(scheme)
        file.flush()
        out = run("festival", "-b", file.name)
    return [(p, float(t)) for p, t in re.findall(r"(\S+?):([\d.]+)", out)], 1.0 if voice == "kal" else speed


def mary(text, voice, speed, wav):
    run(os.path.join(HERE, "..", "..", "skylark"), "say", text, "-o", wav + ".mary.wav")
    run("sox", "-R", wav + ".mary.wav", wav, "pitch", MARY[voice], "tempo", "-s", str(speed))
    with wave.open(wav) as file:
        rate, samples = file.getframerate(), array.array("h", file.readframes(file.getnframes()))
    step = rate // 100
    power = [sum(s * s for s in samples[i:i + step]) for i in range(0, len(samples) - step, step)]
    loud = [i for i, p in enumerate(power) if p > max(power) * 10 ** -3.5]
    return [("pau", loud[0] / 100), ("words", (loud[-1] + 1) / 100)], 1.0


def speak(text, voice, speed, folder):
    """The words alone as floats at 16 kHz, with a margin on both sides, and where they start and end, in seconds."""
    raw, wav = os.path.join(folder, "raw.wav"), os.path.join(folder, "out.wav")
    synthesiser = festival if voice in FESTIVAL else mary if voice in MARY else flite
    segments, tempo = synthesiser(text, voice, speed, raw)
    run("sox", "-R", raw, "-r", str(RATE), "-c", "1", "-b", "16", wav, "tempo", "-s", str(tempo))
    with wave.open(wav) as file:
        samples = array.array("h", file.readframes(file.getnframes()))
    first = next(i for i, (p, _) in enumerate(segments) if p not in SILENCE)
    last = max(i for i, (p, _) in enumerate(segments) if p not in SILENCE)
    start = (segments[first - 1][1] if first else 0.0) / tempo
    end = segments[last][1] / tempo
    a, b = max(0, round((start - MARGIN_S) * RATE)), min(len(samples), round((end + MARGIN_S) * RATE))
    return [s / 32768 for s in samples[a:b]], start - a / RATE, end - a / RATE


def levelled(samples, dbfs):
    rms = math.sqrt(sum(s * s for s in samples) / len(samples))
    gain = min(10 ** (dbfs / 20) / rms, 0.95 / max(abs(s) for s in samples))
    return [s * gain for s in samples]


def recording(text, voice, speed, name):
    """The samples of one file, the end of its last word and the pauses inside it, in seconds."""
    parts = re.split(r"\|([\d.]+)\|", text)
    noise = random.Random(name)
    level = SPEECH_DBFS + noise.uniform(-3, 3)
    samples, pauses, end = [0.0] * round(LEAD_S * RATE), [], LEAD_S
    with tempfile.TemporaryDirectory() as folder:
        for i, words in enumerate(parts[::2]):
            said, start_s, end_s = speak(words.strip(), voice, speed, folder)
            if i:
                gap = float(parts[2 * i - 1])
                at = end + gap - start_s
                samples += [0.0] * max(0, round(at * RATE) - len(samples))
                pauses.append([round(end, 3), round(len(samples) / RATE + start_s, 3)])
            end = len(samples) / RATE + end_s
            samples += levelled(said, level)
    samples += [0.0] * max(0, round((end + TAIL_S) * RATE) - len(samples))
    floor = 10 ** (FLOOR_DBFS / 20)
    pcm = array.array("h", (round(32767 * max(-1, min(1, s + noise.gauss(0, floor)))) for s in samples))
    return pcm, end, pauses


def make(name, text, intent, slots, state, voice, speed):
    pcm, end, pauses = recording(text, voice, speed, name)
    with wave.open(os.path.join(HERE, name), "wb") as file:
        file.setnchannels(1), file.setsampwidth(2), file.setframerate(RATE)
        file.writeframes(pcm.tobytes())
    line = {"audio": name, "text": plain(text), "intent": intent, "slots": slots, "eos_s": round(end, 3),
            "speaker": ("festival-" if voice in FESTIVAL else "marytts-" if voice in MARY else "flite-") + voice,
            "speed": speed}
    if pauses:
        line["pauses"] = pauses
    if state:
        line["state"] = state
    return line


def plain(text):
    return " ".join(re.sub(r"\|[\d.]+\|", " ", text).split())


def manifest(name, lines):
    with open(os.path.join(HERE, name), "w") as file:
        for line in lines:
            file.write(json.dumps(line) + "\n")
            file.flush()


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--list", action="append", default=[], help="the phrase list that the sentences must not be in")
    for phrases in options.parse_args().list:
        with open(phrases) as file:
            lines = {line.strip().replace("meters", "metres").replace("way point", "waypoint") for line in file}
        held = [plain(t[0]) for t in TURNS + MORE_TURNS if plain(t[0]) in lines and t[1] != "confirm"]
        if held:
            sys.exit(f"{phrases}: also holds {held}; expected none of the recordings' sentences")
    for old in os.listdir(HERE):
        if old.endswith(".wav"):
            os.remove(os.path.join(HERE, old))
    voices = [VOICES[i % len(VOICES)] for i in range(len(TURNS))]
    voices += [list(MARY)[i % len(MARY)] for i in range(len(MORE_TURNS))]
    manifest("manifest.jsonl", (
        make(f"turn-{i:03d}.wav", text, intent, slots, STATES[state] if state else None,
             voices[i], SPEEDS[i % len(SPEEDS)])
        for i, (text, intent, slots, state) in enumerate(TURNS + MORE_TURNS)))
    manifest("mission.jsonl", (
        make(f"mission-{i:02d}.wav", text, intent, slots, state, "hts", 1.0)
        for i, (text, intent, slots, state) in enumerate(MISSION)))


if __name__ == "__main__":
    main()
