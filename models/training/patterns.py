"""The pattern language of the grammar file: reads it and draws random sentences from it.

    (a|b c) one of   [a] optional   <rule>   {slot} a value in words   {slot=value} a fixed value, no words
"""
import re

TOKEN = re.compile(r"[()\[\]|]|<[a-z_0-9]+>|\{[^}]*\}|[^\s()\[\]|<{]+")

WORD_LISTS = {"lead", "trail", "filler", "mend", "dangling", "negation", "negation_from", "harmless_negation", "never_a_command_from", "hardly_a_command_from", "never_a_command_with"}


class Grammar:
    """Rules, intents with their patterns, and the courtesy words, as the file gives them."""

    def __init__(self):
        self.rules = {}
        self.sections = {}

    def read(self, path):
        section = None
        for number, raw in enumerate(open(path, encoding="utf-8"), 1):
            line = raw.strip()
            if not line or line.startswith("#"):
                continue
            try:
                if line.startswith("@"):
                    name, pattern = line[1:].split(":", 1)
                    self.rules[name] = parse(pattern)
                elif re.fullmatch(r"\[[a-z_.]+\]", line):
                    section = line[1:-1]
                    self.sections.setdefault(section, [])
                else:
                    self.sections[section].append((line, parse(line)))
            except (ValueError, KeyError) as e:
                raise SystemExit(f"{path}:{number}: {e}")
        return self

    def intents(self):
        return [s for s in self.sections if s not in WORD_LISTS]

    def phrases(self, word_list):
        return [line for line, _ in self.sections[word_list]]

    def draw(self, node, rng, numbers):
        """Words and slots of one random sentence."""
        words, slots = [], {}
        self._draw(node, rng, numbers, words, slots)
        return words, slots

    def _draw(self, node, rng, numbers, words, slots):
        kind = node[0]
        if kind == "seq":
            for part in node[1]:
                self._draw(part, rng, numbers, words, slots)
        elif kind == "alt":
            self._draw(rng.choice(node[1]), rng, numbers, words, slots)
        elif kind == "opt":
            if rng.random() < (0.7 if node[1] == ("rule", "the") else 0.4):
                self._draw(node[1], rng, numbers, words, slots)
        elif kind == "rule":
            self._draw(self.rules[node[1]], rng, numbers, words, slots)
        elif kind == "word":
            words.append(node[1])
        elif kind == "fixed":
            slots[node[1]] = typed(node[2])
        elif kind == "slot":
            said, value = numbers.say(node[1], rng)
            words.extend(said.split())
            slots.update(value)

    def weight(self, node):
        """How many sentences a pattern can make, values aside; to choose patterns fairly."""
        kind = node[0]
        if kind == "seq":
            product = 1
            for part in node[1]:
                product *= self.weight(part)
            return product
        if kind == "alt":
            return sum(self.weight(part) for part in node[1])
        if kind == "opt":
            return 1 + self.weight(node[1])
        if kind == "rule":
            return self.weight(self.rules[node[1]])
        return 1


def typed(text):
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text


def parse(text):
    tokens = TOKEN.findall(text)
    node, rest = _alternatives(tokens, 0)
    if rest != len(tokens):
        raise ValueError(f"'{tokens[rest]}' is not expected in '{text.strip()}'")
    return node


def _alternatives(tokens, at):
    options = []
    while True:
        parts = []
        while at < len(tokens) and tokens[at] not in ("|", ")", "]"):
            part, at = _part(tokens, at)
            parts.append(part)
        options.append(parts[0] if len(parts) == 1 else ("seq", parts))
        if at >= len(tokens) or tokens[at] != "|":
            return (options[0] if len(options) == 1 else ("alt", options)), at
        at += 1


def _part(tokens, at):
    token = tokens[at]
    if token in "([":
        node, at = _alternatives(tokens, at + 1)
        if at >= len(tokens) or tokens[at] != {"(": ")", "[": "]"}[token]:
            raise ValueError("a bracket is not closed")
        return (("opt", node) if token == "[" else node), at + 1
    if token.startswith("<"):
        return ("rule", token[1:-1]), at + 1
    if token.startswith("{"):
        name, sign, value = token[1:-1].partition("=")
        return (("fixed", name, value) if sign else ("slot", name)), at + 1
    return ("word", token), at + 1
