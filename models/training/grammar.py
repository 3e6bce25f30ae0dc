"""What may be said in each situation: small grammars, the preferred wording first. Answers are in answers.py."""
import re

import answers
from situation import cause, expand, lower, MODES



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
        if s.act == "execute" and s.topic in DONE_BY_RADIO and "register:radio" in s:
            text = f"(Wilco|Roger), ({in_lower_case(text)})"
    # Announcements are heard again and again: their wording is nearly settled.
    power = 3 if s.act == "announce" else 1
    options = [(weight ** power, words[:1].upper() + words[1:]) for weight, words in expand(text)]
    total = sum(weight for weight, _ in options)
    return tuple((weight / total, words) for weight, words in options)


def in_lower_case(text):
    return re.sub(r"(^|\|)([A-Z])(?=[a-z])", lambda found: found[1] + found[2].lower(), text)


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


DONE_BY_RADIO = ("resume", "return_home", "climb", "descend", "move", "turn", "face", "photo", "video", "takeoff", "land", "release_package", "winch_lower",
                 "winch_raise", "start_mission", "goto_waypoint")
TOPICS = {
    "stop": stop,
    "silence": always("Muted.|Muted for a minute.|Going quiet."),
    "cancel": always("Cancelled.|Disregarded.|Okay, cancelled."),
    "query.battery": answers.battery, "query.flight_time": answers.flight_time, "query.altitude": answers.altitude, "query.speed": answers.speed,
    "query.position": answers.position, "query.heading": answers.heading, "query.home_distance": answers.home_distance, "query.eta": answers.eta,
    "query.wind": answers.wind, "query.gps": answers.gps, "query.link": answers.link, "query.mission": answers.mission, "query.payload": answers.payload,
    "query.mode": answers.mode, "query.health": answers.health, "query.status": answers.status, "query.missed": answers.missed,
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
    """"Unable, because", and where there is time "Unable to land, because"."""
    short = "|".join(f"Unable, {reason}." for reason in reasons)
    if s.topic not in ACTIONS or "register:brief" in s or "register:radio" in s:
        return short
    return f"Unable to {ACTIONS[s.topic]}, ({'|'.join(reasons)}).|{short}"


def limited(s, fault, value):
    fault = f"I am {fault}" if "register:full" in s else fault
    now = f"{fault}, {value}" if value.strip("{}").split()[-1].strip("{}") in s.values else fault
    return f"Unable, {fault}. Limit {{limit}}." if "limit" in s else f"Unable, {now}."


REASONS = {
    "not_armed": lambda s: unable(s, "I am not armed", "not armed", "motors not armed"),
    "already_armed": lambda s: "Already armed.|Unable, already armed.",
    "not_ready_to_arm": lambda s: "Unable to arm: {health}.|Unable to arm, check {health}." if "health" in s else "Unable, not ready to arm.|Unable to arm, not ready.",
    "not_in_air": lambda s: unable(s, "I am on the ground", "on the ground", "not in the air") if "landed:ground" in s else unable(s, "I am not in the air", "not in the air", "not flying"),
    "not_on_ground": lambda s: unable(s, "I am already in the air", "already in the air", "not on the ground") if "landed:air" in s else unable(s, "I am not on the ground", "not on the ground"),
    "no_fix": lambda s: unable(s, "no GPS fix", "GPS fix needed") if "satellites" not in s else unable(s, "no GPS fix", "no GPS fix, {satellites}"),
    "failsafe_active": lambda s: unable(s, f"{lower(cause(s))} failsafe active", "failsafe active") if cause(s) not in ("", "Vehicle") else unable(s, "failsafe active", "a failsafe is active"),
    "pilot_has_control": lambda s: "Unable, pilot has control.|Unable, the pilot has control.",
    "too_high": lambda s: limited(s, "too high", "{height}"),
    "too_fast": lambda s: limited(s, "too fast", "{speed}"),
    "no_payload": lambda s: "Unable, package already released.|Unable, already released." if "payload:released" in s else "Unable, package status unknown." if "payload:unknown" in s else "Unable, no package attached.|Unable, no package.",
    "battery_low": lambda s: unable(s, "battery low, {battery_pct}", "battery too low, {battery_pct}") if "battery_pct" in s else unable(s, "battery too low", "battery low"),
    "no_mission": lambda s: "Unable, no mission loaded.|Unable, no mission." if s.topic == "start_mission" else unable(s, "no mission loaded", "no mission"),
    "out_of_range": lambda s: "Unable, limit {limit}.|Unable, out of range. Limit {limit}." if "limit" in s else "Unable, out of range.",
    "state_unknown": lambda s: unable(s, "{detail} unknown") if "detail" in s else unable(s, "vehicle state unknown", "state unknown"),
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
