"""Values as operators say them, with the SI value they mean."""
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "x x twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split()
LENGTHS = {"meters": 1.0, "feet": 0.3048}
RARE_LENGTHS = {"yards": 0.9144, "meter": 1.0, "foot": 0.3048}
SPEEDS = {"meters per second": 1.0, "meters a second": 1.0, "kilometers per hour": 1 / 3.6, "kilometers an hour": 1 / 3.6,
          "knots": 0.514444, "miles per hour": 0.44704, "miles an hour": 0.44704, "feet per second": 0.3048}


def cardinal(n):
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + ("" if n % 10 == 0 else " " + ONES[n % 10])
    head = ("a" if n // 100 == 1 and n % 3 else ONES[n // 100]) + " hundred"
    rest = n % 100
    return head if rest == 0 else head + (" and " if n % 2 else " ") + cardinal(rest)


def digits(n, width=0):
    return " ".join(ONES[int(d)] if d != "0" else "zero" for d in str(n).zfill(width))


def short_hundreds(n):
    """120 as "one twenty", 305 as "three oh five"."""
    rest = n % 100
    return ONES[n // 100] + " " + ("oh " + ONES[rest] if rest < 10 else cardinal(rest))


class Numbers:
    def say(self, slot, rng):
        return getattr(self, slot)(rng)

    def quantity(self, rng, top):
        """A number and its words; round ones and small ones more often."""
        r = rng.random()
        if r < 0.06:
            n = rng.randint(0, 12)
            return (n + 0.5, ("half a" if n == 0 else ONES[n] + " and a half")) if rng.random() < 0.5 else self.point(rng, n)
        if r < 0.45:
            n = rng.randint(1, 12)
        elif r < 0.8:
            n = rng.choice([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 75, 80, 90, 100, 120])
        else:
            n = rng.randint(1, top)
        n = min(n, top)
        return n, cardinal(n)

    def point(self, rng, n):
        d = rng.randint(1, 9)
        return n + d / 10, ONES[n] + " point " + ONES[d]

    def metres(self, rng):
        n, said = self.quantity(rng, 120)
        r = rng.random()
        if r < 0.12 and float(n).is_integer():
            return said, {"metres": float(n)}
        if r > 0.97:
            return rng.choice(["a couple of", "a couple"]) + " meters", {"metres": 2.0}
        unit = rng.choice(list(RARE_LENGTHS)[:1]) if r > 0.93 else rng.choice(["meters", "meters", "meters", "feet"])
        if said == "half a" or n == 1:
            unit = "meter" if unit == "meters" else "foot" if unit == "feet" else "yard"
        return said + " " + unit, {"metres": n * {**LENGTHS, **RARE_LENGTHS, "yard": 0.9144}[unit]}

    def degrees(self, rng):
        n = rng.choice([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 75, 80, 90, 90, 90, 100, 110, 120, 135, 150, 160, 180, 180, 200, 220, 240, 270, 300, 315, 330, 360, rng.randint(1, 360)])
        said = short_hundreds(n) if n > 100 and rng.random() < 0.4 and n % 100 else cardinal(n)
        return said + ("" if rng.random() < 0.15 else " degrees" if n > 1 else " degree"), {"degrees": float(n)}

    def heading(self, rng):
        n = rng.choice([rng.randint(0, 359), rng.randrange(0, 360, 10), rng.randrange(0, 360, 45)])
        r = rng.random()
        said = digits(n, 3) if r < 0.6 or n < 10 else cardinal(n) if r < 0.8 or n < 100 or n % 100 == 0 else short_hundreds(n)
        if r < 0.2:
            said = said.replace("nine", "niner") if rng.random() < 0.3 else said
        return said + (" degrees" if rng.random() < 0.25 else ""), {"degrees": float(n)}

    def speed(self, rng):
        n, said = self.quantity(rng, 30)
        if said == "half a":
            n, said = 0.5, "half a"
            return "half a meter per second", {"mps": 0.5}
        unit = rng.choice(list(SPEEDS)[:2] * 4 + list(SPEEDS)[2:])
        if n == 1:
            unit = unit.replace("meters ", "meter ").replace("kilometers", "kilometer").replace("miles", "mile").replace("knots", "knot")
        scale = {u.replace("meters ", "meter ").replace("kilometers", "kilometer").replace("miles", "mile").replace("knots", "knot"): s for u, s in SPEEDS.items()}
        return said + " " + unit, {"mps": n * {**scale, **SPEEDS}[unit]}

    def mps(self, rng):
        if rng.random() < 0.12:
            n = rng.randint(1, 15)
            return cardinal(n), {"mps": float(n)}
        return self.speed(rng)

    def waypoint(self, rng):
        n = rng.randint(1, 12) if rng.random() < 0.8 else rng.randint(13, 40)
        return cardinal(n), {"waypoint": n}

    def ordinal(self, rng):
        n = rng.randint(1, 10)
        return ORDINALS[n], {"waypoint": n}

    def what(self, rng):
        return rng.choice(["come home", "land", "take off", "stop", "climb", "release the package", "drop the package", "go faster",
                           "take a picture", "go home", "hold position", "turn around", "go back", "start the mission"]), {}
