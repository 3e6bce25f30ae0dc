"""What may be said in each situation: small grammars, the preferred wording first.

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
    weighted = [(0.5 ** i, option) for i, option in enumerate(options)]
    scale = sum(share for share, _ in weighted)
    return [(share / scale * w, t) for share, option in weighted for w, t in option], at


def wordings(situation):
    """All replies that fit, with their weights."""
    s = situation
    if s.act == "ask_slot":
        text = ask(s)
    elif s.reason:
        text = REASONS[s.reason](s)
    elif s.act == "challenge":
        text = challenge(s)
    elif s.act in ("refuse", "reject"):
        text = "Unable.|Unable, not possible now."
    else:
        text = TOPICS[s.topic](s)
    return tuple((weight, words[:1].upper() + words[1:]) for weight, words in expand(text))


# --- questions about the state ---

def battery(s):
    if "battery_pct" not in s:
        return "Battery unknown.|Battery level unknown.|No battery reading."
    if "stale" in s:
        warn = ", and low" if "battery:low" in s else ", critical" if "battery:critical" in s else ""
        return f"Last known battery {{battery_pct}}{warn}.|Battery last known {{battery_pct}}{warn}."
    if "battery:critical" in s:
        return "Battery critical, {battery_pct}.|Battery critical, {battery_pct}[ left]. Land soon."
    if "battery:low" in s:
        return "Battery low, {battery_pct}.|Battery is low, {battery_pct} left.|Battery low, only {battery_pct} left."
    yes = "Affirmative, battery {battery_pct}.|" if s.polar else ""
    long = "|Battery {battery_pct}, about {flight_time} left." if "flight_time" in s else ""
    return f"{yes}Battery {{battery_pct}}.|Battery {{battery_pct}} remaining.|{{battery_pct}} remaining.|Battery at {{battery_pct}}." + long


def flight_time(s):
    if "flight_time" not in s:
        if "battery_pct" in s:
            low = "low, " if "battery:low" in s else "critical, " if "battery:critical" in s else ""
            return f"Flight time unknown, battery {low}{{battery_pct}}.|Time left unknown. Battery {low}{{battery_pct}}."
        return "Flight time unknown.|Remaining time unknown."
    if "stale" in s:
        return "Last known flight time {flight_time}.|Last known, about {flight_time} left."
    if "battery:critical" in s:
        return "Battery critical, about {flight_time} left.|Only about {flight_time} left. Battery critical."
    if "battery:low" in s:
        return "Battery low, about {flight_time} left.|Only about {flight_time} left, battery low."
    return "About {flight_time} of flight left.|About {flight_time} left.|Flight time {flight_time}."


def altitude(s):
    if "height" not in s:
        return "On the ground, height unknown.|Height unknown." if "landed:ground" in s else "Height unknown.|Altitude unknown.|No height reading."
    if "stale" in s:
        return "Last known height {height}[ above home].|Height last known {height}."
    if "landed:ground" in s:
        return "On the ground[, height {height}].|Landed, height {height}."
    if "vertical:climbing" in s:
        return "Height {height}, climbing.|Climbing, height {height}."
    if "vertical:descending" in s:
        return "Height {height}, descending.|Descending, height {height}."
    return "Height {height}[ above home].|{height} above home.|Altitude {height}[ above home].|At {height} above home."


def speed(s):
    if "speed" not in s:
        return "Speed unknown.|Ground speed unknown.|No speed reading."
    if "stale" in s:
        return "Last known speed {speed}.|Speed last known {speed}."
    if "landed:ground" in s:
        return "On the ground, not moving.|Not moving, on the ground." if "motion:still" in s else "On the ground, speed {speed}."
    extra = ", climbing" if "vertical:climbing" in s else ", descending" if "vertical:descending" in s else ""
    if "motion:still" in s:
        return f"Hovering, speed {{speed}}{extra}.|Speed {{speed}}{extra}." if extra else "Hovering, speed {speed}.|Hovering, not moving.|Holding still, speed {speed}."
    return f"Speed {{speed}}{extra}.|Ground speed {{speed}}{extra}.|Moving at {{speed}}{extra}."


def position(s):
    last = "Last known, " if "stale" in s else ""
    if "home_distance" not in s:
        return "Position unknown.|Position unknown, no home reference." if "height" not in s else "Position unknown, height {height}.|Position unknown. Height {height}."
    if "landed:ground" in s:
        where = "on the ground at home" if "home:here" in s else "on the ground, {home_distance} from home"
        return f"{last}{where}."
    if "home:here" in s:
        return f"{last}over home, height {{height}}.|{last}above home, height {{height}}." if "height" in s else f"{last}over home.|{last}above home."
    bearing = "home bearing {home_bearing}, distance {home_distance}" if "home_bearing" in s else None
    plain = "{home_distance} from home"
    if "height" in s:
        return f"{last}{plain}, height {{height}}." + (f"|{last}{bearing}." if bearing else "")
    return f"{last}{bearing}.|{last}{plain}." if bearing else f"{last}{plain}.|{last}home distance {{home_distance}}."


def heading(s):
    if "heading" not in s:
        return "Heading unknown.|No heading reading."
    if "stale" in s:
        return "Last known heading {heading}.|Heading last known {heading}."
    return "Heading {heading}.|Facing {heading}.|Nose on heading {heading}."


def home_distance(s):
    if "home_distance" not in s:
        return "Home distance unknown.|Distance from home unknown."
    if "stale" in s:
        return "Last known home distance {home_distance}.|Last known, {home_distance} from home."
    if "home:here" in s:
        return "At home.|Over home.|Right at home."
    bearing = "|Home distance {home_distance}, bearing {home_bearing}." if "home_bearing" in s else ""
    return "Home distance {home_distance}.|{home_distance} from home.|Distance from home {home_distance}." + bearing


def eta(s):
    if "landed:ground" in s:
        return "Already on the ground.|On the ground."
    if "eta" not in s:
        return "Time home unknown.|Arrival time unknown."
    last = "Last known, home" if "stale" in s else "Home"
    if "mode:return" in s:
        return f"{last} in {{eta}}.|{last} in about {{eta}}." + ("" if "stale" in s else "|Returning, arrival in {eta}.")
    return f"{last} in {{eta}} once returning.|Not returning, flight home {{eta}}." if "stale" not in s else f"{last} in {{eta}} once returning."


def wind(s):
    if "wind" not in s:
        return "Wind unknown.|No wind reading."
    where = ", from {wind_from}" if "wind_from" in s else ""
    if "stale" in s:
        return f"Last known wind {{wind}}{where}.|Wind last known {{wind}}{where}."
    if "wind:calm" in s:
        return "Wind calm.|Wind calm, {wind}."
    if "wind:strong" in s:
        return f"Strong wind, {{wind}}{where}.|Wind strong, {{wind}}{where}."
    return f"Wind {{wind}}{where}." + ("|Wind from {wind_from}, {wind}." if where else "|Wind speed {wind}.")


def gps(s):
    last = "Last known, " if "stale" in s else ""
    if "satellites" not in s:
        return {True: f"{last}GPS good, satellite count unknown.", False: ""}["fix:good" in s] or (
            f"{last}GPS weak, satellites unknown." if "fix:weak" in s else f"{last}no GPS fix." if "fix:none" in s else "GPS unknown.|GPS status unknown.")
    if "fix:none" in s:
        return f"{last}no GPS fix, {{satellites}}.|{last}no fix, {{satellites}}."
    if "fix:weak" in s:
        return f"{last}GPS weak, {{satellites}}.|{last}weak fix, {{satellites}}."
    if "fix:good" in s:
        yes = "Affirmative, GPS good, {satellites}.|" if s.polar and not last else ""
        return f"{yes}{last}GPS good, {{satellites}}.|{last}{{satellites}}, GPS good.|{last}good fix, {{satellites}}."
    return f"{last}{{satellites}}, fix unknown.|{last}{{satellites}}, GPS fix unknown."


def link(s):
    if "link" not in s:
        return "Link quality unknown.|Radio link unknown."
    if "stale" in s:
        return "Last known link {link}.|Link last known {link}."
    if "link:bad" in s:
        return "Link poor, {link}.|Radio link poor, {link}."
    if "link:weak" in s:
        return "Link weak, {link}.|Radio link weak, {link}."
    return "Link good, {link}.|Radio link {link}.|Link quality {link}."


def mission(s):
    last = "Last known, " if "stale" in s else ""
    if "mission:none" in s:
        return "No mission loaded.|No mission."
    if "waypoint" not in s:
        return "Mission progress unknown, {waypoints} waypoints.|Mission progress unknown." if "waypoints" in s else "Mission unknown.|Mission progress unknown."
    of = " of {waypoints}" if "waypoints" in s else ""
    if "mission:last" in s:
        return f"{last}last waypoint, {{waypoint}}{of}.|{last}waypoint {{waypoint}}{of}, the last."
    if "mode:mission" in s:
        return f"{last}waypoint {{waypoint}}{of}.|{last}next waypoint {{waypoint}}{of}.|{last}flying waypoint {{waypoint}}{of}."
    return f"{last}mission paused, waypoint {{waypoint}}{of}.|{last}waypoint {{waypoint}}{of}, mission not running." if "mode:unknown" not in s else f"{last}waypoint {{waypoint}}{of}.|{last}next waypoint {{waypoint}}{of}."


def payload(s):
    last = "Last known, package" if "stale" in s else "Package"
    if "payload:attached" in s:
        if "winch:out" in s:
            return f"{last} on the winch line.|{last} attached, winch line out."
        yes = "Affirmative, package attached.|Affirmative, package still attached.|" if s.polar and "stale" not in s else ""
        return f"{yes}{last} attached.|{last} still attached.|{last} secure."
    if "payload:released" in s:
        no = "Negative, package released.|" if s.polar and "stale" not in s else ""
        return f"{no}{last} released.|{last} already released.|{last} is gone."
    if "payload:none" in s:
        no = "Negative, no package.|" if s.polar and "stale" not in s else ""
        return f"{no}No package on board.|No package attached." if "stale" not in s else "Last known, no package."
    return "Package status unknown.|Package state unknown."


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


def mode(s):
    last = "Last known, " if "stale" in s else ""
    fail = cause(s)
    if fail:
        return f"{last}{fail} failsafe, {lower(doing(s))}."
    what = doing(s)
    if "landed:ground" in s:
        armed = ", armed" if "armed:yes" in s else ", disarmed" if "armed:no" in s else ""
        return f"{last}{what}{armed}.|{last}landed{armed}." if "stale" not in s else f"{last}{lower(what)}{armed}."
    if last:
        return f"{last}{lower(what)}."
    if what == "Holding position":
        return "Holding position.|Hovering, holding position.|Holding here."
    if what == "Flying the mission":
        return "Flying the mission.|On mission.|Mission in progress."
    if what == "Mode unknown":
        return "Mode unknown.|Flight mode unknown."
    if what == "Guided flight":
        return "Guided flight.|Guided mode, moving." if "motion:moving" in s else "Guided flight.|Guided mode."
    return f"{what}.|{what} now."


CAUSES = {"battery": "battery", "radio": "radio", "link": "ground link", "navigation": "navigation", "fence": "geofence"}


def cause(s):
    """The failsafe's cause as a word, "active" without one, or nothing."""
    found = next((words for name, words in CAUSES.items() if f"failsafe:{name}" in s), None)
    return found.capitalize() if found else "Vehicle" if "failsafe:other" in s else ""


def lower(words):
    return words[:1].lower() + words[1:]


def health(s):
    last = "Last known, " if "stale" in s else ""
    fail = cause(s)
    if fail:
        also = ", {health} failed" if "health" in s else ""
        return f"{last}{lower(fail) if last else fail} failsafe active{also}."
    if "health" in s:
        return f"{last}{{health}} failed.|{last}problem with {{health}}.|{last}sensor failure, {{health}}."
    if "health:unknown" in s:
        return "Health unknown.|System health unknown."
    if "battery:critical" in s or "battery:low" in s:
        level = "critical" if "battery:critical" in s else "low"
        return f"{last}sensors good, battery {level}.|{last}battery {level}, otherwise good."
    if last:
        return "Last known, all systems good.|Last known, no problems."
    no = "Negative, no problems.|" if s.polar else ""
    return f"{no}All systems good.|No problems.|All sensors good."


def status(s):
    what = doing(s)
    level = " low," if "battery:low" in s else " critical," if "battery:critical" in s else ""
    parts = [] if what == "Mode unknown" else [lower(what)]
    if "height" in s and "landed:ground" not in s:
        parts.append("height {height}")
    parts.append(f"battery{level} {{battery_pct}}" if "battery_pct" in s else "battery unknown")
    fail = cause(s)
    tail = f". {fail} failsafe active" if fail else ". Sensor failure" if "health:bad" in s else ", all good" if "health:good" in s and not level else ""
    return ("Last known, " if "stale" in s else "") + ", ".join(parts) + tail + "."


def missed(s):
    return "{missed}.|You missed: {missed}.|Last report, {missed}." if "missed" in s else "Nothing missed.|You missed nothing.|No reports missed."


# --- commands, carried out ---

def stop(s):
    if "landed:ground" in s:
        return "Stopped, on the ground.|Holding on the ground."
    return "Stopping.|Stopping, holding position.|Holding." if "motion:moving" in s else "Holding position.|Holding.|Stopped, holding."


def resume(s):
    if "mission:none" in s:
        return "Resuming.|Continuing."
    return "Continuing mission.|Resuming mission.|Mission resumed."


def return_home(s):
    if "payload:attached" in s:
        return "Returning home with package.|Returning home, package attached."
    far = "|Returning home, distance {home_distance}." if "home_distance" in s else ""
    return "Returning home.|Coming home." + far


def vertical(doing_word, noun):
    def words(s):
        if "metres" not in s:
            return f"{doing_word}."
        if "reference:to" in s:
            return f"{doing_word}, height {{metres}}.|{doing_word}, new height {{metres}}."
        return f"{doing_word} {{metres}}.|{doing_word}, {noun} {{metres}}."
    return words


def move(s):
    if "direction" in s and "metres" in s:
        return "Moving {direction} {metres}.|Moving {direction}, distance {metres}."
    return "Moving {direction}." if "direction" in s else "Moving {metres}." if "metres" in s else "Moving."


def turn(s):
    if "direction" in s and "degrees" in s:
        return "Turning {direction} {degrees}."
    return "Turning {direction}." if "direction" in s else "Turning {degrees}." if "degrees" in s else "Turning."


def face(s):
    if "direction" in s and "course" in s:
        return "Turning {direction}, heading {course}."
    return "Turning, heading {course}.|Coming onto heading {course}." if "course" in s else "Facing {direction}.|Turning, facing {direction}." if "direction" in s else "Turning."


def takeoff(s):
    return "Taking off, height {metres}.|Taking off. Height {metres}." if "metres" in s else "Taking off."


def land(s):
    return "Landing.|Landing now.|Landing here."


def winch(word):
    def words(s):
        return f"{word} winch {{metres}}.|{word} the winch, {{metres}}." if "metres" in s else f"{word} winch.|{word} the winch."
    return words


def video(s):
    if "switch:off" in s:
        return "Stopping recording.|Stopping video."
    return "Recording video.|Starting recording.|Recording." if "switch:on" in s else "Video switched."


def verbosity(s):
    return ("Speaking less.|Quiet reports.|Less chatter." if "level:quiet" in s else
            "Full reports.|Telling you everything.|Speaking more." if "level:verbose" in s else "Normal reports.|Normal chatter.")


# --- announcements ---

def returning(s, lead):
    """A cause, and what the vehicle does about it if the mode says so."""
    action = ("Returning home" if "mode:return" in s else "Landing" if "mode:land" in s or "landed:landing" in s else
              "Holding position" if "mode:hold" in s else "Continuing mission" if "mode:mission" in s and "landed:air" in s else None)
    return lead, action


def bat_crit(s):
    if "battery_pct" not in s:
        return "Battery critical."
    _, action = returning(s, "")
    if action in ("Returning home", "Landing"):
        return "Battery critical, {battery_pct}. " + ("Returning.|Battery critical, {battery_pct}. Returning home." if action != "Landing" else "Landing.|Battery critical, {battery_pct}. Landing now.")
    return "Battery critical, {battery_pct}.|Warning, battery critical, {battery_pct}."


def bat_emer(s):
    level = ", {battery_pct}" if "battery_pct" in s else ""
    if "mode:land" in s or "landed:landing" in s:
        return f"Battery emergency. Landing now.|Battery emergency{level}. Landing now."
    if "mode:return" in s:
        return f"Battery emergency. Returning home.|Battery emergency{level}. Returning home."
    return f"Battery emergency{level}.|Battery emergency{level}. Land now."


def failsafe(s):
    name = cause(s)
    lead = {"Radio": "Radio lost", "Ground link": "Ground link lost", "Battery": "Battery failsafe", "Navigation": "Navigation failsafe",
            "Geofence": "Geofence failsafe", "Vehicle": "Failsafe", "": "Failsafe"}[name]
    _, action = returning(s, lead)
    alternative = f"|{lead}, {lower(action)}." if action else ""
    return f"{lead}. {action}.{alternative}" if action else f"{lead}.|{lead} active." if lead.endswith("afe") else f"{lead}.|Warning, {lower(lead)}."


def link_lost(s):
    if "detail" in s:
        return "Ground link {detail}."
    _, action = returning(s, "")
    return f"Ground link lost. {action}.|Ground link lost, {lower(action)}." if action else "Ground link lost.|Ground link is lost."


def mode_change(s):
    if "mode:manual" in s:
        return "Pilot has control.|Manual flight."
    if "mode:other" in s:
        return "Mode {mode}.|Now in {mode} mode." if "mode" in s else "Mode changed."
    if "mode:hold" in s:
        return "Holding.|Holding position."
    if "mode:guided" in s:
        return "Holding, guided.|Guided mode, holding." if "motion:still" in s else "Guided mode.|Guided flight."
    return {"mode:return": "Returning home.|Coming home.", "mode:mission": "Flying the mission.|Mission running.", "mode:land": "Landing.",
            "mode:takeoff": "Taking off."}[next((m for m in MODES if m in s), None)] if any(m in s for m in MODES) else "Mode unknown."


def pkg_released(s):
    if "mode:return" in s:
        return "Package released, heading home."
    if "mode:mission" in s:
        return "Package released, continuing mission.|Package released."
    return "Package released."


def winch_report(s):
    if "detail" in s:
        return "Winch {detail}.|Winch, {detail}."
    if "payload:released" in s:
        return "Package on the ground, winch line out.|Package on the ground." if "winch:out" in s else "Winch raised.|Winch is up."
    if "winch:in" in s:
        return "Winch raised.|Winch is up."
    if "winch:out" in s:
        return "Lowering package, line {winch}.|Lowering, line {winch}." if "payload:attached" in s else "Winch line {winch}.|Winch line out, {winch}."
    return "Winch moving."


def mission_report(s):
    if "detail" in s:
        return "{detail}."
    if "mission:last" in s or "mode:return" in s or "mode:land" in s or "landed:ground" in s:
        return "Mission complete.|Mission finished."
    if "mode:mission" in s:
        return "Mission resumed.|Mission running."
    if "mode:hold" in s or "mode:guided" in s:
        return "Mission paused.|Mission on hold."
    return "Mission changed."


def wind_report(s):
    if "wind" not in s:
        return "Strong wind.|Wind warning."
    return "Wind {wind}, from {wind_from}.|Strong wind, {wind}, from {wind_from}." if "wind_from" in s else "Wind {wind}.|Strong wind, {wind}."


def prearm(s):
    which = "{detail}" if "detail" in s else "{health}" if "health" in s else None
    return f"Unable to arm: {which}.|Unable to arm, check {which}." if which else "Unable to arm.|Arming refused."


def landed(s):
    return "Landed.|On the ground." if "armed:yes" not in s else "Landed.|Landed, still armed."


def online(s):
    if "battery_pct" not in s:
        return "Online.|Online and ready."
    level = " low," if "battery:low" in s else " critical," if "battery:critical" in s else ""
    return f"Online, battery{level} {{battery_pct}}." + ("|Online." if not level else "")


def always(text):
    return lambda s: text


def when(name, text, otherwise):
    return lambda s: text if name in s else otherwise


TOPICS = {
    "stop": stop,
    "silence": always("Muted.|Muted for a minute.|Going quiet."),
    "cancel": always("Cancelled.|Disregarded.|Okay, cancelled."),
    "query.battery": battery, "query.flight_time": flight_time, "query.altitude": altitude, "query.speed": speed,
    "query.position": position, "query.heading": heading, "query.home_distance": home_distance, "query.eta": eta,
    "query.wind": wind, "query.gps": gps, "query.link": link, "query.mission": mission, "query.payload": payload,
    "query.mode": mode, "query.health": health, "query.status": status, "query.missed": missed,
    "resume": resume, "return_home": return_home,
    "climb": vertical("Climbing", "up"), "descend": vertical("Descending", "down"),
    "move": move, "turn": turn, "face": face,
    "set_speed": when("mps", "Speed {mps}.|Setting speed {mps}.|New speed {mps}.", "Changing speed."),
    "photo": always("Taking photo.|Taking a picture.|Photo."),
    "video": video,
    "light": when("switch", "Lights {switch}.|Light {switch}.|Switching lights {switch}.", "Lights switched."),
    "gimbal": when("direction", "Camera {direction}.|Looking {direction}.|Tilting camera {direction}.", "Moving camera."),
    "arm": always("Arming.|Arming motors."), "takeoff": takeoff, "land": land,
    "release_package": always("Releasing package.|Releasing the package."),
    "winch_lower": winch("Lowering"), "winch_raise": winch("Raising"),
    "start_mission": always("Starting mission.|Starting the mission."),
    "goto_waypoint": when("target", "Proceeding, waypoint {target}.|Going direct, waypoint {target}.", "Proceeding."),
    "set_home": always("Setting home here.|Home set here."),
    "excluded": always("Unable. Use the controller."),
    "confirm": always("Confirmed.|Roger, confirmed."),
    "deny": always("Roger, cancelled.|Cancelled.|Roger, nothing done."),
    "say_again": always("Nothing to repeat.|Nothing said yet."),
    "verbosity": verbosity,
    "volume": when("direction", "Volume {direction}.|Turning volume {direction}.", "Volume changed."),
    "greet": when("callsign", "Hello, {callsign} here.|Hello, {callsign} listening.", "Hello, ready.|Hello, listening.|Hello."),
    "thanks": always("You are welcome.|Welcome.|Any time."),
    "identify": when("callsign", "This is {callsign}, onboard voice.|This is {callsign}.", "This is Skylark, onboard voice.|Skylark, the voice on board."),
    "help": always("Ask battery, height, wind, or say return home.|Try status report, climb, return home or stop."),
    "out_of_scope": always("Unable, flight matters only.|I only talk about this flight."),
    "BAT_LOW": when("battery_pct", "Battery low, {battery_pct}.|Battery is low, {battery_pct}.", "Battery low."),
    "BAT_CRIT": bat_crit, "BAT_EMER": bat_emer,
    "BAT_STEP": when("battery_pct", "Battery {battery_pct}.|Battery at {battery_pct}.", "Battery unknown."),
    "FAILSAFE": failsafe, "LINK_LOST": link_lost,
    "LINK_BACK": when("link", "Ground link restored.|Ground link back, {link}.", "Ground link restored.|Ground link is back."),
    "FCU_LOST": always("Warning, autopilot data lost.|Autopilot data lost."),
    "GPS_BAD": when("satellites", "GPS lost.|GPS lost, {satellites}.", "GPS lost.|GPS fix lost."),
    "GPS_OK": when("satellites", "GPS restored.|GPS restored, {satellites}.", "GPS restored.|GPS is back."),
    "NAV_ERR": always("Navigation error.|Warning, navigation error."),
    "THRUST": when("height", "Thrust loss.|Thrust loss, height {height}.", "Thrust loss.|Warning, thrust loss."),
    "CRASH": always("Crash detected.|Warning, crash detected."),
    "ARMED": always("Armed.|Motors armed."), "DISARMED": always("Disarmed.|Motors disarmed."),
    "TAKEOFF": always("Taking off.|Lifting off."),
    "MODE": mode_change, "PKG_RELEASED": pkg_released,
    "PKG_FAIL": when("payload:attached", "Release not confirmed.|Release not confirmed, package attached.", "Release not confirmed."),
    "WINCH": winch_report,
    "WAYPOINT": when("waypoint", "Waypoint {waypoint}.|Waypoint {waypoint} reached.", "Waypoint reached."),
    "MISSION": mission_report,
    "HOME_ETA": when("eta", "Home in {eta}.|Home in about {eta}.", "Returning home."),
    "LANDING": when("height", "Landing.|Landing, height {height}.", "Landing."),
    "LANDED": landed,
    "DESCENT": when("height", "{height}.|Height {height}.", "Descending."),
    "FENCE": when("mode:return", "Geofence breach. Returning home.|Geofence breach, returning home.", "Geofence breach.|Warning, geofence breach."),
    "WIND": wind_report, "PREARM": prearm,
    "SYS": when("detail", "{detail}.|Warning, {detail}.", "Voice control degraded."),
    "ONLINE": online,
}


# --- the first of two steps ---

def challenge(s):
    say = "Say {phrase}." if "phrase" in s else "Confirm."
    height = ", height {metres}" if "metres" in s else ""
    far = ", {home_distance} from home" if "home_distance" in s else ""
    load = " with package" if "payload:attached" in s else ""
    text = {
        "return_home": f"Return home{load}.",
        "arm": "Arm motors, propellers will turn.|Arm the motors.",
        "takeoff": f"Take off{height}.",
        "land": f"Land here{far}.|Land{load} here{far}.",
        "release_package": "Release package on the ground." if "landed:ground" in s else
            "Release package at {height}.|Release package, height {height}." if "height" in s else "Release package.",
        "winch_lower": "Lower winch {metres}." if "metres" in s else "Lower winch.",
        "winch_raise": "Raise winch {metres}." if "metres" in s else "Raise winch.",
        "start_mission": "Start mission, waypoints {waypoints}.|Start the mission." if "waypoints" in s else "Start mission.|Start the mission.",
        "goto_waypoint": "Go direct, waypoint {target}." if "target" in s else "Go direct.",
        "set_home": "Set home here.|Make this the new home.",
    }[s.topic]
    return "|".join(f"{option} {say}" for option in text.split("|"))


QUESTIONS = {
    "metres": {"climb": "How many meters?|Climb how many meters?", "descend": "How many meters?|Descend how many meters?",
               "move": "How many meters?|Move how many meters?", "takeoff": "What height?|Take off, what height?"},
    "direction": {"move": "Which direction?|Move which direction?", "turn": "Left or right?|Turn left or right?",
                  "face": "Which heading?|Face which heading?", "gimbal": "Up, down or forward?|Camera up, down or forward?",
                  "volume": "Up or down?|Volume up or down?"},
    "degrees": {"turn": "How many degrees?|Turn how many degrees?"},
    "mps": {"set_speed": "What speed?|How many meters per second?"},
    "waypoint": {"goto_waypoint": "Which waypoint?|Which waypoint number?"},
    "state": {"video": "Start or stop recording?|Start or stop?", "light": "On or off?|Lights on or off?"},
    "level": {"verbosity": "Quiet, normal or verbose?"},
}
FALLBACK_QUESTION = {"metres": "How many meters?", "direction": "Which direction?", "degrees": "How many degrees?", "mps": "What speed?",
                     "waypoint": "Which waypoint?", "state": "On or off?", "level": "Quiet, normal or verbose?"}


def ask(s):
    slot = next((name for name in FALLBACK_QUESTION if f"ask:{name}" in s), None)
    if slot is None:
        return "Say again with details.|Say again, more exactly."
    return QUESTIONS.get(slot, {}).get(s.topic, FALLBACK_QUESTION[slot])


# --- refusals ---

ACTIONS = {
    "resume": "resume", "return_home": "return", "climb": "climb", "descend": "descend", "move": "move", "turn": "turn", "face": "turn",
    "set_speed": "change speed", "arm": "arm", "takeoff": "take off", "land": "land", "release_package": "release",
    "winch_lower": "lower the winch", "winch_raise": "raise the winch", "start_mission": "start the mission",
    "goto_waypoint": "change waypoint", "set_home": "set home",
}


def unable(s, *reasons):
    """"Unable, because", and sometimes "Unable to land, because"."""
    long = f"|Unable to {ACTIONS[s.topic]}, {reasons[0]}." if s.topic in ACTIONS else ""
    return "|".join(f"Unable, {reason}." for reason in reasons) + long


def limited(s, fault, value):
    now = f"{fault}, {value}" if value.strip("{}").split()[-1].strip("{}") in s.values else fault
    return f"Unable, {fault}. Limit {{limit}}." if "limit" in s else f"Unable, {now}."


REASONS = {
    "not_armed": lambda s: unable(s, "not armed", "motors not armed"),
    "already_armed": lambda s: "Already armed.|Unable, already armed.",
    "not_ready_to_arm": lambda s: "Unable to arm: {health}.|Unable to arm, check {health}." if "health" in s else "Unable, not ready to arm.|Unable to arm, not ready.",
    "not_in_air": lambda s: unable(s, "on the ground", "not in the air") if "landed:ground" in s else unable(s, "not in the air", "not flying"),
    "not_on_ground": lambda s: unable(s, "already in the air", "not on the ground") if "landed:air" in s else unable(s, "not on the ground"),
    "no_fix": lambda s: unable(s, "no GPS fix", "GPS fix needed") if "satellites" not in s else unable(s, "no GPS fix", "no GPS fix, {satellites}"),
    "failsafe_active": lambda s: unable(s, f"{lower(cause(s))} failsafe active", "failsafe active") if cause(s) not in ("", "Vehicle") else unable(s, "failsafe active", "a failsafe is active"),
    "pilot_has_control": lambda s: "Unable, pilot has control.|Unable, the pilot has control.",
    "too_high": lambda s: limited(s, "too high", "{height}"),
    "too_fast": lambda s: limited(s, "too fast", "{speed}"),
    "no_payload": lambda s: "Unable, package already released.|Unable, already released." if "payload:released" in s else "Unable, package status unknown." if "payload:unknown" in s else "Unable, no package attached.|Unable, no package.",
    "battery_low": lambda s: unable(s, "battery low, {battery_pct}", "battery too low, {battery_pct}") if "battery_pct" in s else unable(s, "battery too low", "battery low"),
    "no_mission": lambda s: unable(s, "no mission loaded", "no mission"),
    "out_of_range": lambda s: "Unable, limit {limit}.|Unable, out of range. Limit {limit}." if "limit" in s else "Unable, out of range.",
    "state_unknown": lambda s: "Unable, {detail} unknown.|Unable, unknown {detail}." if "detail" in s else unable(s, "vehicle state unknown", "state unknown"),
    "busy": lambda s: "Standby, command in progress.|Standby, still busy.",
    "excluded": lambda s: "Unable. Use the controller.",
    "not_configured": lambda s: {"light": "Unable, no light fitted.", "winch_lower": "Unable, no winch fitted.", "winch_raise": "Unable, no winch fitted.",
                                 "photo": "Unable, no camera fitted.", "video": "Unable, no camera fitted.", "gimbal": "Unable, no gimbal fitted."}.get(s.topic, "Unable, not fitted.|Unable, not configured."),
    "nothing_to_confirm": lambda s: "Nothing to confirm.|Unable, nothing to confirm.",
    "wrong_phrase": lambda s: "Wrong phrase, cancelled.|Cancelled, wrong phrase.",
    "challenge_cancelled": lambda s: "Cancelled, {detail}.|Cancelled: {detail}." if "detail" in s else "Cancelled.|Cancelled, nothing done.",
    "not_understood": lambda s: "Say again.|Say again, please.",
    "not_understood_again": lambda s: "Say again. Try return home, or battery.|Say again, for example, return home.",
    "out_of_scope": lambda s: "Unable, flight matters only.|I only talk about this flight.",
}
