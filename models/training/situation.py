"""A situation as the model sees it, and small grammars of what to say in it, the preferred wording first.

`|` separates alternatives, `(...)` groups, `[...]` is optional. Numbers stand in placeholders, after a noun. A situation
shows only what the prompt shows: flags, and which placeholders have a value.
"""
import functools

from prompt import flag, flag_value, placeholders, view


class Situation:
    """What the model sees of a request, besides the operator's words."""

    def __init__(self, request):
        items = view(request.act, request.topic, request.reason)
        available = placeholders(request)
        self.act, self.topic, self.reason = request.act, request.topic, request.reason
        self.flags = {flag(i, flag_value(i, request)) for i in items if "{" not in i and flag_value(i, request) is not None}
        self.values = {i.strip("!{}") for i in items if "{" in i} & available
        self.polar = bool(request.words) and request.words.split()[0] in POLAR

    def __contains__(self, item):
        return f"<{item}>" in self.flags or item in self.values

    def key(self):
        return (self.act, self.topic, self.reason or "", *sorted(self.flags), *sorted(self.values), self.polar)


POLAR = set("do does did are is am have has can was were any still".split())

# How much less often each further alternative is said than the one before it.
FADE = 0.3


@functools.lru_cache(maxsize=None)
def expand(text):
    """All wordings of a grammar with their weights, which sum to 1; earlier alternatives weigh more."""
    found, rest = _alternatives(text, 0)
    assert rest == len(text), text
    total = sum(w for w, _ in found)
    merged = {}
    for weight, words in found:
        words = " ".join(words.split()).replace(" .", ".").replace(" ,", ",")
        merged[words] = merged.get(words, 0) + weight / total
    return tuple((w, t) for t, w in merged.items())


def _alternatives(text, at):
    options, current = [], [(1.0, "")]
    while at < len(text) and text[at] not in ")]":
        char = text[at]
        if char == "|":
            options.append(current)
            current = [(1.0, "")]
        elif char in "([":
            inner, at = _alternatives(text, at + 1)
            if char == "[":
                inner = [(0.4 * w, t) for w, t in inner] + [(0.6, "")]
            current = [(w * v, t + u) for w, t in current for v, u in inner]
        else:
            current = [(w, t + char) for w, t in current]
        at += 1
    options.append(current)
    weighted = [(FADE ** i, option) for i, option in enumerate(options)]
    scale = sum(share for share, _ in weighted)
    return [(share / scale * w, t) for share, option in weighted for w, t in option], at


MODES = {
    "mode:return": "Returning home", "mode:mission": "Flying the mission", "mode:land": "Landing",
    "mode:takeoff": "Taking off", "mode:manual": "Manual flight", "mode:hold": "Holding position",
}


def doing(s):
    """The present activity in two or three words."""
    if "landed:ground" in s:
        return "On the ground"
    if "landed:takeoff" in s:
        return "Taking off"
    if "landed:landing" in s:
        return "Landing"
    if "mode:guided" in s:
        return "Holding position" if "motion:still" in s else "Guided flight"
    return next((words for mode, words in MODES.items() if mode in s), "In the air" if "landed:air" in s else "Mode unknown")


CAUSES = {"battery": "battery", "radio": "radio", "link": "ground link", "navigation": "navigation", "fence": "geofence"}


def cause(s):
    """The failsafe's cause as a word, "active" without one, or nothing."""
    found = next((words for name, words in CAUSES.items() if f"failsafe:{name}" in s), None)
    return found.capitalize() if found else "Vehicle" if "failsafe:other" in s else ""


def lower(words):
    return words[:1].lower() + words[1:]
