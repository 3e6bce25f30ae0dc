"""Answers to questions about the state, put together from a core, further facts and a remark.

The register says how much: brief is the core alone; plain adds the next fact and what is grave; full two facts and any
remark; radio is the core in the words of the radio, with the next fact.
"""
from situation import cause, doing, lower

REMARKS = {
    "failsafe": "Failsafe active.|A failsafe is active.", "critical": "Battery critical.|Battery is critical.",
    "low": "Battery low.|Battery is low.", "gps": "GPS poor.|GPS is poor.", "link": "Radio link weak.|The link is weak.",
    "wind": "Strong wind.|The wind is strong.", "returning": "Returning home.|I am returning home.", "landing": "Landing.|I am landing.",
}
GRAVE = ("failsafe", "critical")
# What the plain register mentions, too: what bears on the question.
BEARS_ON = {
    "low": ("query.flight_time", "query.eta", "query.home_distance", "query.mission", "query.mode"),
    "wind": ("query.speed", "query.link"), "gps": ("query.position", "query.altitude"), "link": ("query.home_distance",),
    "returning": ("query.home_distance", "query.battery", "query.position", "query.payload", "query.altitude"),
    "landing": ("query.altitude", "query.position", "query.eta"),
}
# What the topic itself tells, and no remark repeats.
TOLD = {"query.battery": ("critical", "low"), "query.flight_time": ("critical", "low"), "query.health": ("failsafe", "critical", "low"), "query.mode": ("failsafe", "returning", "landing"),
        "query.wind": ("wind",), "query.gps": ("gps",), "query.link": ("link",), "query.eta": ("returning",)}


def remark(s):
    also = next((name for name in REMARKS if f"also:{name}" in s), None)
    if also is None or also in TOLD.get(s.topic, ()):
        return ""
    wanted = "register:full" in s or also in GRAVE or ("register:plain" in s and s.topic in BEARS_ON.get(also, ()))
    return f" ({REMARKS[also]})" if wanted else ""


def answer(s, core, *facts, brief=None, radio=None):
    """Joins what the register wants of the core and the facts; each is a grammar without its full stop."""
    if "register:brief" in s:
        return f"({brief or core}).{remark(s)}"
    kept = [fact for fact in facts if fact][:2 if "register:full" in s else 1]
    said = "".join(f", ({fact})" for fact in kept)
    return f"({radio or core if 'register:radio' in s else core}){said}.{remark(s)}"


def last_known(s, what, value):
    """An answer from a state that is older than two seconds."""
    if "register:brief" in s or "age" not in s:
        return f"Last known {what} {value}.{remark(s)}"
    return f"(Last known {what} {value}, {{age}} ago|Last known {value}, {{age}} ago|{value} last known, {{age}} ago).{remark(s)}"


def affirm(s, core):
    """Yes to a question that asks for yes or no."""
    return f"Affirmative, ({core})" if s.polar and "register:brief" not in s else core


def negative(s, core):
    return f"Negative, ({core})" if s.polar and "register:brief" not in s else core


def battery(s):
    if "battery_pct" not in s:
        return answer(s, "Battery level unknown|I have no battery reading|No battery reading", brief="Battery unknown")
    warn = ", low" if "battery:low" in s else ", critical" if "battery:critical" in s else ""
    if "stale" in s:
        return last_known(s, "battery", "{battery_pct}" + warn)
    time = "flight_time" in s and "good for about {flight_time}|about {flight_time} of flight"
    if "battery:critical" in s:
        return answer(s, "Battery critical, {battery_pct}[ left]|Warning, battery critical, {battery_pct}", "also:returning" not in s and "land soon|land now", time, brief="Critical, {battery_pct}")
    if "battery:low" in s:
        return answer(s, "Battery low, {battery_pct}[ left]|Battery is low, only {battery_pct} left|Only {battery_pct} left, battery low", time, "also:returning" not in s and "return soon", brief="Low, {battery_pct}")
    return answer(s, affirm(s, "Battery {battery_pct}|Battery at {battery_pct}|{battery_pct} (remaining|left)|(I have|I still have) {battery_pct} left"), time, brief="{battery_pct}|Battery {battery_pct}", radio="Battery {battery_pct}")


def flight_time(s):
    if "flight_time" not in s:
        warn = "low, " if "battery:low" in s else "critical, " if "battery:critical" in s else ""
        fact = "battery_pct" in s and f"battery {warn}{{battery_pct}}"
        return answer(s, "Flight time unknown|I have no time estimate|Time left unknown", fact, brief="Flight time unknown")
    if "stale" in s:
        return last_known(s, "flight time", "{flight_time}" + (", battery low" if "battery:low" in s else ", battery critical" if "battery:critical" in s else ""))
    if "battery:critical" in s:
        return answer(s, "Battery critical, about {flight_time} left|Only about {flight_time} left, battery critical|Warning, only {flight_time} left, battery critical", "land soon", brief="Critical, {flight_time}")
    if "battery:low" in s:
        return answer(s, "Battery low, about {flight_time} left|Only about {flight_time} left, battery low|About {flight_time} left, and battery low", "return soon", brief="Low, {flight_time}")
    charge = "battery_pct" in s and "battery {battery_pct}|battery at {battery_pct}"
    return answer(s, "About {flight_time} (left|of flight left|remaining)|I (can stay up|can fly) (about|another) {flight_time}|Flight time remaining, {flight_time}", "register:full" in s and charge, brief="{flight_time}|About {flight_time}", radio="Flight time {flight_time}|Endurance {flight_time}")


def altitude(s):
    if "height" not in s:
        ground = "landed:ground" in s and "I am on the ground|on the ground"
        return answer(s, "Height unknown|I have no height reading|Altitude unknown", ground, brief="Height unknown")
    if "stale" in s:
        return last_known(s, "height", "{height}")
    if "landed:ground" in s:
        return answer(s, "(On|I am on|Sitting on) the ground", "height {height}", brief="On the ground")
    trend = "climbing|still climbing|going up" if "vertical:climbing" in s else "descending|still descending|going down" if "vertical:descending" in s else None
    return answer(s, "{height} above home|(Height|I am|I am at|At) {height}( above home|, above home)", trend, trend and "climb_rate" in s and "rate {climb_rate}", brief="{height}|Height {height}", radio="Height {height} above home")


def speed(s):
    if "speed" not in s:
        return answer(s, "Speed unknown|I have no speed reading|Ground speed unknown", brief="Speed unknown")
    if "stale" in s:
        return last_known(s, "speed", "{speed}")
    if "landed:ground" in s:
        return answer(s, "(On|I am on) the ground, not moving|Not moving, on the ground" if "motion:still" in s else "On the ground, speed {speed}", brief="Not moving, on the ground" if "motion:still" in s else "Speed {speed}, on the ground")
    trend = "climbing" if "vertical:climbing" in s else "descending" if "vertical:descending" in s else None
    if "motion:still" in s:
        return answer(s, "Hovering, speed {speed}|Hovering, not moving|Holding still, speed {speed}" if not trend else "Speed {speed}|Not moving over the ground", trend, "register:full" in s and "height" in s and "height {height}", brief="Hovering|Not moving")
    return answer(s, "Speed {speed}|(Ground speed|Speed is) {speed}|(Moving|I am moving|Flying|Going) at {speed}", trend, "register:full" in s and "height" in s and "height {height}", brief="{speed}", radio="Ground speed {speed}")


def position(s):
    height = "height" in s and "height {height}|{height} up"
    if "home_distance" not in s:
        return answer(s, "Position unknown|I do not know my position|Position unknown, no home reference", height, brief="Position unknown")
    if "stale" in s:
        return last_known(s, "position", "{home_distance} from home")
    if "landed:ground" in s:
        if "home:here" in s:
            return answer(s, "(On|I am on) the ground at home|At home, on the ground", brief="On the ground at home")
        return answer(s, "(On|I am on) the ground, {home_distance} from home|{home_distance} from home, on the ground", brief="On the ground, {home_distance} from home")
    if "home:here" in s:
        return answer(s, "(Over|Above|I am over|I am above|Right above) home", height, brief="Over home")
    bearing = "home_bearing" in s and "home bearing {home_bearing}|home bears {home_bearing}"
    return answer(s, "{home_distance} from home|(I am|About) {home_distance} from home", height, bearing, brief="{home_distance} from home", radio="Home distance {home_distance}|{home_distance} from home")


def heading(s):
    if "heading" not in s:
        return answer(s, "Heading unknown|I have no heading reading|I do not know my heading", brief="Heading unknown")
    if "stale" in s:
        return last_known(s, "heading", "{heading}")
    moving = "register:full" in s and "landed:ground" not in s and ("motion:still" in s and "hovering|holding still" or "motion:moving" in s and "moving")
    return answer(s, "Heading {heading}|(My heading is|Nose on heading|Facing heading) {heading}", "facing" in s and "register:full" in s and "facing {facing}|nose {facing}|that is {facing}", moving, brief="{heading}|Heading {heading}", radio="Heading {heading}")


def home_distance(s):
    if "home_distance" not in s:
        return answer(s, "Home distance unknown|I do not know how far home is|Distance from home unknown", brief="Home distance unknown")
    if "stale" in s:
        return last_known(s, "home distance", "{home_distance}")
    if "home:here" in s:
        return answer(s, "(At|Right at|I am at|I am right above) home|Home is right here", brief="At home")
    bearing = "home_bearing" in s and "bearing {home_bearing}|home bears {home_bearing}"
    return answer(s, "(I am|About) {home_distance} from home|{home_distance} (from home|to home)|Home is {home_distance} away|Distance home {home_distance}", bearing, "eta" in s and "{eta} away|about {eta} home", brief="{home_distance}|{home_distance} from home", radio="Home distance {home_distance}")


def eta(s):
    if "landed:ground" in s:
        return answer(s, "(Already|I am already|I am) on the ground", brief="On the ground")
    distance = "home_distance" in s and "{home_distance} to go|{home_distance} from home"
    if "eta" not in s:
        return answer(s, "Arrival time unknown|I have no arrival time|Time home unknown", distance, brief="Time home unknown")
    if "stale" in s:
        return last_known(s, "time home", "{eta}")
    if "mode:return" in s:
        return answer(s, "Home in [about ]{eta}|(Back home|I will be home|Arriving home) in [about ]{eta}", "register:full" in s and distance, brief="Home in {eta}", radio="Home in {eta}|Arriving home in {eta}")
    return answer(s, "Not returning yet, home in {eta}|(Home|Back home) in {eta} once returning|About {eta} once returning", "register:full" in s and distance, brief="Home in {eta} once returning", radio="Home in {eta} once returning")


def wind(s):
    if "wind" not in s:
        return answer(s, "Wind unknown|I have no wind reading|No wind estimate", brief="Wind unknown")
    where = ", from {wind_from}" if "wind_from" in s else ""
    if "stale" in s:
        return last_known(s, "wind", "{wind}" + where) if not where or "register:brief" in s else f"(Last known wind {{wind}}{where}).{remark(s)}"
    if "wind:calm" in s:
        return answer(s, "Wind calm|(Almost|There is almost|Hardly any|There is hardly any) no wind".replace("any) no", "any)"), brief="Wind calm")
    if "wind:strong" in s:
        if where and "register:brief" not in s:
            # With its direction there is no time left to call it strong.
            return answer(s, f"Wind {{wind}}{where}|The wind is {{wind}}{where}")
        return answer(s, "Strong wind, {wind}|The wind is strong, {wind}", brief="Strong, {wind}")
    return answer(s, f"Wind {{wind}}{where}|(The wind is|Wind is) {{wind}}{where}", brief="{wind}|Wind {wind}", radio=f"Wind {{wind}}{where}")


def gps(s):
    if "stale" in s and "satellites" in s:
        return last_known(s, "GPS", "{satellites}" + (", no fix" if "fix:none" in s else ", weak fix" if "fix:weak" in s else ""))
    count = "satellites" in s and "{satellites}|{satellites} in view|using {satellites}"
    last = "Last known, " if "stale" in s else ""
    if "fix:none" in s:
        return answer(s, negative(s, f"{last}(no GPS fix|no fix|I have no GPS fix)"), count, brief=f"{last}no fix", radio=f"{last}no GPS fix")
    if "fix:weak" in s:
        return answer(s, f"{last}(GPS weak|GPS is weak|GPS fix weak|the fix is weak)", count, brief=f"{last}GPS weak", radio=f"{last}GPS weak")
    if "fix:good" in s:
        return answer(s, affirm(s, f"{last}(GPS good|GPS is good|good GPS fix|I have a good fix|GPS fix good)"), count or "satellite count unknown", brief=f"{last}GPS good" + (", {satellites}" if count else ""), radio=f"{last}GPS good")
    return answer(s, "{satellites}, fix unknown|{satellites}, but GPS fix unknown" if count else "GPS [status ]unknown|I have no GPS reading", brief="Fix unknown" if not count else "{satellites}, fix unknown")


def link(s):
    if "link" not in s:
        return answer(s, "Link quality unknown|I have no link reading|Radio link unknown", brief="Link unknown")
    if "stale" in s:
        return last_known(s, "link", "{link}" + (", poor" if "link:bad" in s else ", weak" if "link:weak" in s else ""))
    level = "poor" if "link:bad" in s else "weak" if "link:weak" in s else "good"
    core = f"Radio link {level}, {{link}}|(Link|The link is|Link quality|Radio signal) {level}, {{link}}"
    return answer(s, affirm(s, core) if level == "good" else core, brief=f"{level.capitalize()}, {{link}}", radio=f"Radio link {level}, {{link}}")


def mission(s):
    if "mission:none" in s:
        return answer(s, "(No|I have no|There is no) mission loaded", brief="No mission")
    of = " of {waypoints}" if "waypoints" in s else ""
    if "waypoint" not in s:
        return answer(s, "(Mission progress|Waypoint) unknown|I do not know the waypoint", of and "{waypoints} waypoints", brief="Mission unknown")
    if "stale" in s:
        return last_known(s, "waypoint", f"{{waypoint}}{of}")
    brief = f"Waypoint {{waypoint}}{of}"
    if "mission:last" in s:
        return answer(s, f"(Last waypoint, waypoint|Final waypoint,|On the last waypoint,) {{waypoint}}{of}", brief=brief + ", last", radio=f"Last waypoint, {{waypoint}}{of}")
    if "mode:mission" in s:
        return answer(s, f"Next waypoint {{waypoint}}{of}|(Flying to|Heading for|Next is|On the way to|I am flying to) waypoint {{waypoint}}{of}", brief=brief, radio=f"Next waypoint {{waypoint}}{of}")
    if "mode:unknown" in s:
        return answer(s, f"(Waypoint|Next waypoint|Next is waypoint) {{waypoint}}{of}", brief=brief)
    return answer(s, f"(Mission|The mission is) paused, (next waypoint|waypoint|at waypoint) {{waypoint}}{of}", brief=brief + ", paused", radio=f"Mission paused, waypoint {{waypoint}}{of}")


def payload(s):
    known = next((f for f in ("attached", "released", "none") if f"payload:{f}" in s), None)
    if known is None:
        return answer(s, "Package (status|state) unknown|I do not know about the package", brief="Package unknown")
    if "stale" in s:
        what = {"attached": "package attached", "released": "package released", "none": "no package"}[known]
        return f"Last known, {what}" + (", {age} ago" if "age" in s and "register:brief" not in s else "") + "." + remark(s)
    if known == "attached" and "winch:out" in s:
        return answer(s, affirm(s, "package on the winch line|(package|the package is) on the (winch line|winch)|package attached, winch line out"), "winch" in s and "line {winch}|{winch} of line out", brief="Package on the winch")
    if known == "attached":
        return answer(s, affirm(s, "package still attached|(package|the package is) (attached|secure|still attached|still on board)|I still have the package"), "landed:ground" in s and "register:full" in s and "I am on the ground", brief="Attached|Package attached", radio="package attached")
    if known == "released":
        return answer(s, negative(s, "package released|(package|the package is|the package has been) (released|already released)|package is gone"), "winch:out" in s and "winch line still out|winch line out", brief="Released|Package released", radio="package released")
    return answer(s, negative(s, "(no|I have no|there is no) package (on board|attached)"), brief="No package")


def mode(s):
    what = doing(s)
    fail = cause(s)
    last = "Last known, " if "stale" in s else ""
    if last:
        ago = ", {age} ago" if "age" in s and "register:brief" not in s else ""
        return f"{last}{lower(fail) + ' failsafe, ' if fail else ''}{lower(what)}{ago}.{remark(s)}"
    height = "height" in s and "height {height}|{height} up|at {height}"
    home = "home_distance" in s and "{home_distance} from home|{home_distance} to go"
    trend = "climbing" if "vertical:climbing" in s else "descending" if "vertical:descending" in s else None
    if fail:
        return answer(s, f"{fail} failsafe, {lower(what)}|{what}, {lower(fail)} failsafe", height, brief=f"{fail} failsafe, {lower(what)}")
    if "landed:ground" in s:
        armed = "armed|motors armed" if "armed:yes" in s else "disarmed|motors disarmed|not armed" if "armed:no" in s else None
        return answer(s, "(On|I am on|Standing on) the ground", armed, brief="On the ground" + (", armed" if "armed:yes" in s else ""), radio="On the ground")
    if what == "Holding position":
        return answer(s, "Holding (position|here)|I am holding (position|here)|Hovering, holding (position|here)", trend or height, trend and height, brief="Holding", radio="Holding position")
    if what == "Flying the mission":
        return answer(s, "(Flying|I am flying|On) the mission|Mission in progress", "waypoint" in s and "waypoint {waypoint}|next waypoint {waypoint}", height, brief="Flying the mission", radio="On mission")
    if what == "Returning home":
        return answer(s, "(Returning|I am returning|On my way|Flying) home", home, height, brief="Returning home", radio="Returning home")
    if what == "Mode unknown":
        return answer(s, "(Flight mode|Mode) unknown|I do not know my mode", height, brief="Mode unknown")
    if what == "Manual flight":
        return answer(s, "(Manual flight|Flying manually|In manual mode), (the pilot|pilot) has control", height, brief="Manual flight", radio="Manual flight")
    if what == "Guided flight":
        return answer(s, "(In guided flight|Guided flight|In guided mode)", trend or ("motion:moving" in s and "moving" or height), height, brief="Guided flight", radio="Guided flight")
    return answer(s, f"{what}|{what} now|I am {lower(what)}", height, brief=what, radio=what)


def health(s):
    fail = cause(s)
    last = "Last known, " if "stale" in s else ""
    ago = ", {age} ago" if last and "age" in s and "register:brief" not in s else ""
    level = "critical" if "battery:critical" in s else "low" if "battery:low" in s else None
    if fail:
        return f"{last}{lower(fail) if last else fail} failsafe active" + (", {health} failed" if "health" in s else "") + f"{ago}.{remark(s)}"
    if "health" in s:
        core = "(problem with {health}|{health} failed|sensor failure, {health}|I have a problem with {health})"
        return f"{last}{core}{ago}.{remark(s)}" if last else answer(s, f"({core[1:-1]})", level and f"battery {level}", brief="{health} failed")
    if "health:unknown" in s:
        return answer(s, "(System health|Health|Sensor state) unknown|I have no health report", brief="Health unknown")
    charge = "battery_pct" in s and "battery {battery_pct}|battery at {battery_pct}"
    if level:
        return f"{last}sensors good, battery {level}{ago}.{remark(s)}" if last else answer(s, f"Battery {level}" + (", {battery_pct}" if charge and "register:brief" not in s else ""), "all sensors good|otherwise all good|sensors good", brief=f"Battery {level}, sensors good")
    if last:
        return f"{last}all systems good{ago}.{remark(s)}"
    return answer(s, negative(s, "no problems") if s.polar else "All (systems|sensors) (good|normal)|No problems, all systems (good|normal)|Everything is good", "all systems good" if s.polar else charge, s.polar and charge, brief="All good|No problems", radio="negative, no problems" if s.polar else "All systems good")


def status(s):
    what = doing(s)
    level = " low," if "battery:low" in s else " critical," if "battery:critical" in s else ""
    height = "height" in s and "landed:ground" not in s
    charge = f"battery{level} {{battery_pct}}" if "battery_pct" in s else "battery unknown"
    fail = cause(s)
    tail = f". {fail} failsafe active" if fail else ". Sensor failure" if "health:bad" in s else ""
    if "register:brief" in s:
        return (f"Last known, {charge}" if "stale" in s else f"{what}, {charge}" if what != "Mode unknown" else charge) + f"{tail}."
    parts = [] if what == "Mode unknown" else [f"({lower(what)}|I am {lower(what)})" if what not in ("Guided flight", "Manual flight", "In the air", "On the ground") else lower(what)]
    if height:
        parts.append("(height {height}|{height} up|at {height}|{height} above home)")
    if "mode:mission" in s and "waypoint" in s and "register:full" in s:
        parts.append("waypoint {waypoint}")
    if "landed:ground" in s and "register:plain" not in s:
        parts += ["armed"] if "armed:yes" in s else ["disarmed"] if "armed:no" in s else []
    parts.append(charge)
    if not tail and "health:good" in s and not level:
        tail = ", (all good|all systems good)"
    start = ("Last known, {age} ago, " if "age" in s and "register:full" in s else "Last known, ") if "stale" in s else ""
    return f"{start}{', '.join(parts)}{tail}."


def missed(s):
    if "missed" in s:
        return answer(s, "You missed: {missed}|Since then, {missed}|While you were away, {missed}|Last report, {missed}", brief="{missed}", radio="Last report, {missed}")
    return answer(s, "(Nothing missed|You missed nothing|You have missed nothing|There was nothing new|Nothing new since then)", brief="Nothing missed")
