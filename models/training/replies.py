"""The reply corpus: situations drawn at random, worded by the grammars. Writes train, held-out and dictionary text.

    python replies.py OUT_DIR [--turns N] [--seed S]

A situation (act, topic, reason, flags, values) belongs to the held-out part by a hash of its key, so that combinations
of flags, not just wordings, are unseen; where there are fewer than thirty, all are trained on. Of the operator's
phrases, the last fifth of each list is held out as well.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import random

from grammar import wordings
from prompt import TABLE, Request, prompt
from situation import Situation

MOST_REPEATS = 4
REGISTERS = ["plain", "plain", "full", "full", "brief", "radio"]
# Announcements have no words that vary, and must be learnt by heart.
MOST_REPEATS_ANNOUNCED = 400
HERE = pathlib.Path(__file__).resolve().parent
OPERATOR = json.loads((HERE / "operator.json").read_text())
CODES = [topic for topic in TABLE["topics"] if topic.isupper()]
QUERIES = [topic for topic in TABLE["topics"] if topic.startswith("query.")]
DIALOGUE = ["silence", "cancel", "excluded", "confirm", "deny", "say_again", "verbosity", "volume", "greet", "thanks", "identify", "help"]
COMMANDS = ["stop", "resume", "return_home", "climb", "descend", "move", "turn", "face", "set_speed", "photo", "video", "light", "gimbal",
            "arm", "takeoff", "land", "release_package", "winch_lower", "winch_raise", "start_mission", "goto_waypoint", "set_home"]
CRITICAL = ["return_home", "arm", "takeoff", "land", "release_package", "winch_lower", "winch_raise", "start_mission", "goto_waypoint", "set_home"]
ASKED = {"climb": ["metres"], "descend": ["metres"], "move": ["direction", "metres"], "turn": ["direction", "degrees"], "face": ["direction"],
         "set_speed": ["mps"], "video": ["state"], "light": ["state"], "gimbal": ["direction"], "goto_waypoint": ["waypoint"],
         "verbosity": ["level"], "volume": ["direction"], "takeoff": ["metres"]}
REASON_TOPICS = {
    "not_armed": ["resume", "return_home", "takeoff", "start_mission"], "already_armed": ["arm"], "not_ready_to_arm": ["arm"],
    "not_in_air": ["resume", "return_home", "climb", "descend", "move", "turn", "face", "set_speed", "land", "release_package", "winch_lower", "winch_raise", "goto_waypoint"],
    "not_on_ground": ["arm", "takeoff", "release_package"], "no_fix": ["climb", "descend", "move", "takeoff", "set_home", "return_home"],
    "too_high": ["release_package", "winch_lower", "climb", "land"], "too_fast": ["release_package", "winch_lower", "winch_raise"],
    "no_payload": ["release_package", "winch_lower", "winch_raise"], "battery_low": ["takeoff", "start_mission", "climb"],
    "no_mission": ["start_mission", "goto_waypoint", "resume"],
    "out_of_range": ["climb", "descend", "move", "turn", "face", "set_speed", "takeoff", "goto_waypoint", "winch_lower", "winch_raise"],
    "excluded": ["excluded"], "not_configured": ["light", "photo", "video", "gimbal", "winch_lower", "winch_raise", "set_home"],
    "nothing_to_confirm": ["confirm"], "wrong_phrase": ["confirm"] + CRITICAL, "challenge_cancelled": ["confirm", "deny", "cancel"] + CRITICAL,
    "not_understood": ["out_of_scope", "confirm"], "not_understood_again": ["out_of_scope", "confirm"], "out_of_scope": ["out_of_scope"],
}
# Reasons that are told with the action that they prevent.
WITH_ACTION = ["not_armed", "not_in_air", "not_on_ground", "no_fix", "battery_low", "no_mission", "state_unknown"]
FAILSAFES = ["radio failsafe", "RC lost", "battery failsafe", "GCS failsafe", "ground link", "EKF variance", "GPS glitch", "fence breach", "engine"]
DETAILS = {"MISSION": ["mission complete"], "LINK_LOST": ["unstable"], "WINCH": ["lowering", "raised", "stopped"], "PREARM": ["compass", "gyro"], "SYS": ["storage full", "microphone lost", "voice control degraded"],
           "state_unknown": ["payload", "height", "speed", "fix"], "challenge_cancelled": ["time is up", "state changed", "failsafe"]}


def random_state(rng):
    """Any state, known in part; each key that a prompt looks at has all its flags."""
    missing = rng.choice([0.0, 0.05, 0.15, 0.5])
    state = {
        "armed": rng.random() < 0.7, "landed": rng.choice(["air"] * 5 + ["ground"] * 3 + ["takeoff", "landing"]),
        "mode": rng.choice([rng.choice(names) for names in TABLE["modes"].values()] + ["AUTO", "RTL", "GUIDED", "FLIP"]),
        "battery_pct": rng.choice([rng.uniform(26, 100), rng.uniform(26, 100), rng.uniform(16, 25), rng.uniform(0, 15)]),
        "battery_s": rng.uniform(10, 2000), "alt_m": rng.uniform(0, 120), "speed_mps": rng.choice([0, 0.1, rng.uniform(0.5, 15)]),
        "climb_mps": rng.choice([0, 0, rng.uniform(-4, 4)]), "heading_deg": rng.uniform(0, 360),
        "home_m": rng.choice([1, rng.uniform(3, 900), rng.uniform(3, 900)]), "home_deg": rng.uniform(0, 360), "eta_s": rng.uniform(5, 300),
        "wind_mps": rng.choice([0.4, rng.uniform(1, 9.9), rng.uniform(1, 9.9), rng.uniform(10, 20)]), "wind_from_deg": rng.uniform(0, 360),
        "gps_fix": rng.choice([0, 1, 2, 3, 3, 3, 4, 6]), "satellites": rng.randint(0, 24),
        "link_pct": rng.choice([rng.uniform(60, 100), rng.uniform(20, 60), rng.uniform(0, 20)]),
        "waypoint": rng.randint(1, 8), "waypoints": rng.choice([0, 8, 8, 5]), "payload": rng.choice(["attached", "released", "none"]),
        "winch_m": rng.choice([0, rng.uniform(0.3, 20)]), "health": rng.choice([[], [], ["compass"], ["gyro", "barometer"]]),
    }
    if rng.random() < 0.15:
        state["failsafe"] = rng.choice(FAILSAFES)
    state = {key: value for key, value in state.items() if rng.random() >= missing}
    state["age_s"] = rng.choice([0.2, 0.5, 1.5, 3.0, 9.0]) if rng.random() < 0.5 else 0.1
    return state


def random_slots(rng, topic):
    slots = {}
    if topic in ("climb", "descend"):
        slots["reference"] = rng.choice(["by", "to"])
    if topic in ("climb", "descend", "move", "takeoff", "winch_lower", "winch_raise"):
        slots["metres"] = 10.0
    if topic in ("move", "turn", "gimbal", "volume"):
        slots["direction"] = "left"
    if topic == "turn":
        slots["degrees"] = 90.0
    if topic == "face":
        slots.update(rng.choice([{"direction": "north"}, {"degrees": 270.0}]))
    if topic == "set_speed":
        slots["mps"] = 5.0
    if topic in ("video", "light"):
        slots["state"] = rng.choice(["on", "off"])
    if topic == "goto_waypoint":
        slots["waypoint"] = 4
    if topic == "verbosity":
        slots["level"] = rng.choice(["quiet", "normal", "verbose"])
    optional = topic in ("takeoff", "winch_lower", "winch_raise") or rng.random() < 0.04
    return {} if optional and rng.random() < 0.4 else slots


def random_request(rng, held_out_words=False):
    kind = rng.choices(["query", "command", "challenge", "refuse", "ask_slot", "dialogue", "announce"], [34, 14, 10, 14, 4, 6, 32])[0]
    state, args, reason = random_state(rng), {}, None
    act = {"query": "answer", "command": "execute"}.get(kind, kind)
    if kind == "query":
        topic = rng.choice(QUERIES + ["query.status", "query.position", "query.mode", "query.health"])
        if topic == "query.missed" and rng.random() < 0.7:
            args["missed"] = "x"
    elif kind == "command":
        topic = rng.choice(COMMANDS)
    elif kind == "challenge":
        topic = rng.choice(CRITICAL)
        args["phrase"] = "confirm x"
    elif kind == "refuse":
        reason = rng.choice(list(TABLE["reasons"]))
        topic = rng.choice(REASON_TOPICS.get(reason, COMMANDS))
        act = "reject" if reason in ("not_understood", "not_understood_again", "out_of_scope") else rng.choice(["refuse", "refuse", "reject"])
        if topic in DIALOGUE and rng.random() < 0.2:
            act = "answer"
        if reason in ("not_understood", "not_understood_again") and rng.random() < 0.3:
            topic = rng.choice(COMMANDS + QUERIES)
    elif kind == "ask_slot":
        topic = rng.choice(list(ASKED))
        args["slot"] = rng.choice(ASKED[topic])
    elif kind == "dialogue":
        topic = rng.choice(DIALOGUE)
        act = rng.choice(["answer", "execute"])
    else:
        topic = rng.choice(CODES + ["BAT_CRIT", "FAILSAFE", "MISSION", "MODE", "WINCH", "BAT_EMER", "LINK_LOST"])
    if reason in ("out_of_range", "too_high", "too_fast", "battery_low") and rng.random() < 0.7:
        args["limit"] = "x"
    if rng.random() < 0.5:
        args["callsign"] = "x"
    args["register"] = rng.choice(REGISTERS)
    details = DETAILS.get(reason) or DETAILS.get(topic)
    if details and rng.random() < 0.5:
        args["detail"] = rng.choice(details)
    return Request(act, topic, random_slots(rng, topic), reason, args, random_words(rng, act, topic, held_out_words), state)


def random_words(rng, act, topic, held_out):
    if act == "announce" or rng.random() < 0.1:
        return ""
    known = OPERATOR[topic if topic in OPERATOR else "out_of_scope"]
    cut = len(known) - max(1, len(known) // 5)
    if not held_out and rng.random() < 0.06:
        words = " ".join(rng.choice(rng.choice(list(OPERATOR.values()))).split()[0] for _ in range(rng.randint(1, 5)))
    else:
        words = rng.choice(known[cut:] if held_out else known[:cut])
    before = rng.choice(["", "", "", "", "", "skylark ", "okay ", "please ", "drone "])
    return before + words + rng.choice(["", "", "", "", "", " please", " now"])


def is_held_out(key, crowded):
    """Withheld: one in twelve of all situations, and in six of the pairs of a topic and what else it mentions or why not."""
    if key[2] in WITH_ACTION and one_in(6, key[1] + key[2]):
        return True
    also = (part for part in key if str(part).startswith("<also:"))
    return key[:3] in crowded and (one_in(12, "|".join(map(str, key[:-1]))) or any(one_in(6, key[1] + part) for part in also))


def one_in(n, text):
    return hashlib.sha256(text.encode()).digest()[0] % n == 0


def crowded_topics(rng):
    """Acts, topics and reasons with at least thirty situations: those can spare some for the held-out part."""
    seen = {}
    for _ in range(40000):
        key = Situation(random_request(rng)).key()
        seen.setdefault(key[:3], set()).add(key[:-1])
    return {kind for kind, keys in seen.items() if len(keys) >= 30}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--turns", type=int, default=200000)
    parser.add_argument("--held-out", type=int, default=800)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    crowded = crowded_topics(random.Random(args.seed))
    rng, seen = random.Random(args.seed + 1), collections.Counter()
    with open(args.out / "train.jsonl", "w") as out:
        for _ in range(args.turns):
            request = random_request(rng)
            situation = Situation(request)
            if is_held_out(situation.key(), crowded):
                continue
            options = wordings(situation)
            reply = rng.choices([text for _, text in options], [weight for weight, _ in options])[0]
            pair = (prompt(request), reply)
            # Repetition carries the weights of the wordings, but short prompts would drown the others.
            if seen[pair] < (MOST_REPEATS_ANNOUNCED if request.act == "announce" else MOST_REPEATS):
                seen[pair] += 1
                out.write(json.dumps({"prompt": pair[0], "reply": reply}) + "\n")
    kept = {}
    while len(kept) < args.held_out:
        request = random_request(rng, held_out_words=True)
        situation = Situation(request)
        if is_held_out(situation.key(), crowded):
            kept[prompt(request)] = [text for _, text in sorted(wordings(situation), reverse=True)]
    with open(args.out / "held-out.jsonl", "w") as out:
        for text, references in kept.items():
            out.write(json.dumps({"prompt": text, "references": references}) + "\n")
    print(f"{seen.total()} turns, {len(kept)} held out")


if __name__ == "__main__":
    main()
