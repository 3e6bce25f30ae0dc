"""The prompt of the language model: what PROMPT.md says, for training. The Java side is skylark.nlg.prompt."""
import dataclasses
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = json.loads((ROOT / "weights" / "tiny" / "prompt.json").read_text())
ACTS = ["answer", "execute", "challenge", "refuse", "reject", "ask_slot", "announce"]
STATE_PLACEHOLDERS = set(TABLE["placeholders"]["state"])
MAX_WORDS = 12
NUMBER_WORDS = set(
    "zero one two three four five six seven eight nine niner ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand tree fife".split())
STALE_S = 2.0


@dataclasses.dataclass(frozen=True)
class Request:
    act: str
    topic: str
    slots: dict
    reason: str | None
    args: dict
    words: str
    state: dict


def specials():
    """Every token that is more than text, in the order of its id."""
    found = ["<pad>", "<bos>", "<eos>", "<words>", "<reply>", "<num>", "<no>"]
    found += [f"<act:{act}>" for act in ACTS]
    found += [f"<topic:{topic}>" for topic in TABLE["topics"]]
    found += [f"<reason:{reason}>" for reason in TABLE["reasons"]]
    found += [flag(group, value) for group, values in TABLE["flags"].items() for value in values]
    found += [f"{{{name}}}" for names in TABLE["placeholders"].values() for name in names]
    return found


def flag(group, value):
    return f"<{group}:{value}>" if value else f"<{group}>"


def view(act, topic, reason):
    """The flags and placeholders that matter: of the act, of the topic (unless refused), of the reason."""
    items = list(TABLE["acts"].get(act, []))
    if act not in ("refuse", "reject", "ask_slot"):
        items += TABLE["topics"][topic]
    if reason:
        items += TABLE["reasons"][reason]
    return list(dict.fromkeys(items))


def prompt(request):
    available = placeholders(request)
    parts = ["<bos>", f"<act:{request.act}>", f"<topic:{request.topic}>"]
    if request.reason:
        parts.append(f"<reason:{request.reason}>")
    for item in view(request.act, request.topic, request.reason):
        name = item.strip("!{}")
        if not item.endswith("}"):
            value = flag_value(item, request)
            if value is not None:
                parts.append(flag(item, value))
        elif name in available:
            parts.append(f"{{{name}}}")
        elif item.startswith("!") and name in STATE_PLACEHOLDERS:
            parts.append(f"<no>{{{name}}}")
    return "".join(parts) + "<words>" + clean_words(request.words) + "<reply>"


def clean_words(words):
    """Lower case, letters only, numbers as <num>, at most MAX_WORDS: nothing in it can be a special token."""
    kept = []
    for word in re.sub(r"[^a-z0-9' ]", " ", words.lower()).split():
        number = word in NUMBER_WORDS or re.search(r"[0-9]", word)
        if number and kept and kept[-1] == "<num>":
            continue
        kept.append("<num>" if number else word)
    return " ".join(kept[:MAX_WORDS]).replace(" <num>", "<num>")


def placeholders(request):
    """The names of the placeholders that have a value."""
    s, state, args = request.slots, request.state, request.args
    values = {
        "battery_pct": state.get("battery_pct"), "flight_time": state.get("battery_s"), "height": state.get("alt_m"),
        "speed": state.get("speed_mps"), "climb_rate": state.get("climb_mps"), "heading": state.get("heading_deg"),
        "home_distance": state.get("home_m"), "home_bearing": state.get("home_deg"), "eta": state.get("eta_s"),
        "wind": state.get("wind_mps"), "wind_from": state.get("wind_from_deg"), "satellites": state.get("satellites"),
        "link": state.get("link_pct"), "waypoint": state.get("waypoint"), "waypoints": state.get("waypoints"),
        "winch": state.get("winch_m"), "age": state.get("age_s") if _is_stale(state) else None, "facing": state.get("heading_deg"),
        "mode": state.get("mode") or None, "health": state.get("health") or None,
        "metres": s.get("metres"), "degrees": s.get("degrees"), "course": s.get("degrees"), "mps": s.get("mps"),
        "target": s.get("waypoint"), "direction": s.get("direction"), "switch": s.get("state"),
    }
    values.update({name: args.get(name) or None for name in ("limit", "phrase", "missed", "callsign", "detail")})
    return {name for name, value in values.items() if value is not None}


def flag_value(group, request):
    return FLAGS[group](request, request.state)


def _at_least(value, *steps):
    """The name of the first step (limit, name) that the value reaches; nothing for an unknown value."""
    return None if value is None else next((name for limit, name in steps if value >= limit), None)


def _battery(state):
    value = state.get("battery_pct")
    return None if value is None else "critical" if value <= 15 else "low" if value <= 25 else "ok"


def _vertical(state):
    rate = state.get("climb_mps") or 0
    return "climbing" if rate >= 0.5 else "descending" if rate <= -0.5 else None


def _mode(state):
    name = state.get("mode")
    if not name:
        return "unknown"
    return next((group for group, names in TABLE["modes"].items() if name.upper() in names), "other")


def _failsafe(state):
    text = state.get("failsafe")
    if not text:
        return None
    stems = TABLE["failsafes"].items()
    return next((cause for cause, found in stems if any(stem in text.lower() for stem in found)), "other")


def _health(state):
    failed = state.get("health")
    return "unknown" if failed is None else "bad" if failed else "good"


def _mission(state):
    at, total = state.get("waypoint"), state.get("waypoints")
    if total is None:
        return None if at is None else "on"
    return "none" if total == 0 else "last" if at is not None and at >= total else "on"


def _is_stale(state):
    return (state.get("age_s") or 0) > STALE_S


def _also(state):
    """The gravest thing that an answer about something else might mention."""
    if state.get("failsafe"):
        return "failsafe"
    if _battery(state) in ("critical", "low"):
        return _battery(state)
    if state.get("landed") == "ground":
        return None
    grave = [("gps", state.get("gps_fix") is not None and state["gps_fix"] < 3), ("link", state.get("link_pct") is not None and state["link_pct"] < 20),
             ("wind", state.get("wind_mps") is not None and state["wind_mps"] >= 10), ("returning", _mode(state) == "return"),
             ("landing", _mode(state) == "land" or state.get("landed") == "landing")]
    return next((name for name, holds in grave if holds), None)


INF = float("inf")
FLAGS = {
    "stale": lambda r, s: "" if _is_stale(s) else None,
    "battery": lambda r, s: _battery(s),
    "landed": lambda r, s: s.get("landed") or "unknown",
    "armed": lambda r, s: {True: "yes", False: "no", None: "unknown"}[s.get("armed")],
    "mode": lambda r, s: _mode(s),
    "payload": lambda r, s: s.get("payload") or "unknown",
    "winch": lambda r, s: _at_least(s.get("winch_m"), (0.2, "out"), (-INF, "in")),
    "failsafe": lambda r, s: _failsafe(s),
    "health": lambda r, s: _health(s),
    "wind": lambda r, s: _at_least(s.get("wind_mps"), (10, "strong"), (1, "ok"), (-INF, "calm")),
    "fix": lambda r, s: _at_least(s.get("gps_fix"), (3, "good"), (2, "weak"), (-INF, "none")) or "unknown",
    "link": lambda r, s: _at_least(s.get("link_pct"), (60, "good"), (20, "weak"), (-INF, "bad")),
    "vertical": lambda r, s: _vertical(s),
    "motion": lambda r, s: _at_least(s.get("speed_mps"), (0.5, "moving"), (-INF, "still")),
    "home": lambda r, s: "here" if s.get("home_m") is not None and s["home_m"] < 3 else None,
    "mission": lambda r, s: _mission(s),
    "reference": lambda r, s: r.slots.get("reference") or "by",
    "switch": lambda r, s: r.slots.get("state"),
    "level": lambda r, s: r.slots.get("level"),
    "ask": lambda r, s: r.args.get("slot"),
    "register": lambda r, s: r.args.get("register") or "plain",
    "also": lambda r, s: _also(s),
}
