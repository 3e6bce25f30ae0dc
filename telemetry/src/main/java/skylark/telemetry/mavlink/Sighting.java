package skylark.telemetry.mavlink;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;

/**
 * What the vehicle's messages say of it, put together. A value whose message has not come for ten seconds, while others
 * have, is unknown again. Owned by the link's thread.
 */
final class Sighting {
    private static final long FORGET_NS = 10_000_000_000L;
    private static final double LOADED_KG = 0.1;
    private static final double UNDER_WAY_MPS = 1;
    private static final List<@Nullable String> LANDED = Arrays.asList(null, "ground", "air", "takeoff", "landing");

    private final Map<String, Heard> heard = new HashMap<>();
    private final Dialect dialect;
    private @Nullable Integer waypoints;
    private @Nullable String payload;
    private @Nullable String failsafeText;
    private long newestNs;

    private record Heard(Message message, long atNs) {}

    Sighting(Dialect dialect) {
        this.dialect = dialect;
    }

    void take(Message message, long nowNs) {
        newestNs = nowNs;
        switch (message.name()) {
            case "BATTERY_STATUS" -> keepIf(message.whole("id") == 0, message, nowNs);
            case "MISSION_CURRENT" -> mission(message, nowNs);
            case "MISSION_COUNT" -> count(message);
            case "WINCH_STATUS" -> winch(message, nowNs);
            default -> keepIf(true, message, nowNs);
        }
    }

    private void keepIf(boolean wanted, Message message, long nowNs) {
        if (wanted) {
            heard.put(message.name(), new Heard(message, nowNs));
        }
    }

    private void mission(Message message, long nowNs) {
        keepIf(true, message, nowNs);
        int total = message.whole("total");
        if (total == 0xFFFF || message.whole("mission_state") == 1) {
            waypoints = 0;
        } else if (total > 0) {
            waypoints = total;
        }
    }

    private void count(Message message) {
        if (message.whole("mission_type") == 0) {
            waypoints = dialect.waypoints(message.whole("count"));
        }
    }

    private void winch(Message message, long nowNs) {
        keepIf(true, message, nowNs);
        double tensionKg = message.number("tension");
        if (!Double.isNaN(tensionKg)) {
            payload = tensionKg >= LOADED_KG ? "attached" : "released";
        }
    }

    /** Texts tell of the load and name the failsafe. */
    void text(String lower) {
        if (lower.contains("gripper load releas")) {
            payload = "released";
        } else if (lower.contains("gripper load grabb")) {
            payload = "attached";
        }
        if (lower.contains("failsafe")) {
            failsafeText = lower;
        }
    }

    boolean knowsMission() {
        return waypoints != null;
    }

    boolean has(String name) {
        return heard.containsKey(name);
    }

    /** When this was heard last, or a very long time ago. */
    long heardNs(String name) {
        Heard last = heard.get(name);
        return last == null ? Long.MIN_VALUE / 2 : last.atNs;
    }

    long newestNs() {
        return newestNs;
    }

    /** Home above mean sea level; unknown is null. */
    @Nullable Double homeAmslM() {
        Message position = fresh("GLOBAL_POSITION_INT");
        return position == null
                ? null
                : Double.valueOf((position.number("alt") - position.number("relative_alt")) / 1e3);
    }

    private @Nullable Message fresh(String name) {
        Heard last = heard.get(name);
        return last == null || newestNs - last.atNs > FORGET_NS ? null : last.message;
    }

    private @Nullable Message kept(String name) {
        Heard last = heard.get(name);
        return last == null ? null : last.message;
    }

    VehicleState state() {
        VehicleState.Builder state = new VehicleState.Builder();
        heartbeat(state);
        power(state);
        position(state);
        motion(state);
        wind(state);
        sky(state);
        progress(state);
        return state.linkPct(linkPct()).payload(payload).build();
    }

    private void heartbeat(VehicleState.Builder state) {
        Message beat = fresh("HEARTBEAT");
        Message extended = fresh("EXTENDED_SYS_STATE");
        if (beat != null) {
            state.armed(armed(beat))
                    .mode(dialect.modeName(beat.whole("custom_mode")))
                    .failsafe(failsafe(beat));
        }
        if (extended != null) {
            int landed = extended.whole("landed_state");
            state.landed(landed < LANDED.size() ? LANDED.get(landed) : null);
        }
        Message status = fresh("SYS_STATUS");
        if (status != null) {
            state.health(Sensors.failed(status, beat != null && armed(beat)));
        }
    }

    private static boolean armed(Message beat) {
        return (beat.whole("base_mode") & 128) != 0;
    }

    /** MAV_STATE says critical or emergency; the text, where there was one, says why. */
    private @Nullable String failsafe(Message beat) {
        int status = beat.whole("system_status");
        if (status != 5 && status != 6) {
            failsafeText = null;
            return null;
        }
        return failsafeText == null ? "failsafe" : failsafeText;
    }

    private void power(VehicleState.Builder state) {
        Message battery = fresh("BATTERY_STATUS");
        if (battery != null) {
            int leftS = battery.whole("time_remaining");
            state.batteryPct(sane(battery.number("battery_remaining"), 0, 100))
                    .batteryS(leftS > 0 ? sane(leftS, 0, 1e6) : null);
        }
    }

    private void position(VehicleState.Builder state) {
        Message position = fresh("GLOBAL_POSITION_INT");
        if (position == null) {
            return;
        }
        double lat = position.number("lat") / 1e7;
        double lon = position.number("lon") / 1e7;
        int heading = position.whole("hdg");
        state.altM(sane(position.number("relative_alt") / 1e3, -1e4, 1e5))
                .headingDeg(heading == 0xFFFF ? null : sane(heading / 100.0 % 360, 0, 360));
        if (lat != 0 || lon != 0) {
            state.lat(sane(lat, -90, 90)).lon(sane(lon, -180, 180));
            home(state, lat, lon);
        }
    }

    private void home(VehicleState.Builder state, double lat, double lon) {
        Message home = kept("HOME_POSITION");
        if (home == null) {
            return;
        }
        double homeLat = home.number("latitude") / 1e7;
        double homeLon = home.number("longitude") / 1e7;
        double metres = Earth.distanceM(lat, lon, homeLat, homeLon);
        Message hud = fresh("VFR_HUD");
        Double speed = hud == null ? null : sane(hud.number("groundspeed"), UNDER_WAY_MPS, 1e3);
        state.homeM(sane(metres, 0, 1e7)).homeDeg(Earth.bearingDeg(lat, lon, homeLat, homeLon));
        state.etaS(speed == null ? null : sane(metres / speed, 0, 1e6));
    }

    private void motion(VehicleState.Builder state) {
        Message hud = fresh("VFR_HUD");
        if (hud != null) {
            state.speedMps(sane(hud.number("groundspeed"), 0, 1e3)).climbMps(sane(hud.number("climb"), -1e3, 1e3));
        }
        Message winch = fresh("WINCH_STATUS");
        if (winch != null) {
            state.winchM(sane(winch.number("line_length"), 0, 1e4));
        }
    }

    private void wind(VehicleState.Builder state) {
        Message wind = fresh("WIND");
        Message vector = fresh("WIND_COV");
        if (wind != null) {
            Double deg = sane(wind.number("direction"), -360, 360);
            state.windMps(sane(wind.number("speed"), 0, 200)).windFromDeg(deg == null ? null : (deg + 360) % 360);
        } else if (vector != null) {
            double north = vector.number("wind_x");
            double east = vector.number("wind_y");
            double fromDeg = (Math.toDegrees(Math.atan2(-east, -north)) + 360) % 360;
            state.windMps(sane(Math.hypot(north, east), 0, 200)).windFromDeg(sane(fromDeg, 0, 360));
        }
    }

    private void sky(VehicleState.Builder state) {
        Message gps = fresh("GPS_RAW_INT");
        if (gps != null) {
            int satellites = gps.whole("satellites_visible");
            state.gpsFix(Math.min(6, gps.whole("fix_type"))).satellites(satellites == 255 ? null : satellites);
        }
    }

    private void progress(VehicleState.Builder state) {
        Message current = fresh("MISSION_CURRENT");
        Integer total = waypoints;
        state.waypoints(total);
        if (current != null && (total == null || total > 0)) {
            int waypoint = dialect.waypoint(current.whole("seq"));
            state.waypoint(waypoint < 1 ? null : Integer.valueOf(waypoint));
        }
    }

    private @Nullable Double linkPct() {
        Message radio = fresh("RADIO_STATUS");
        Message channels = fresh("RC_CHANNELS");
        Message best = radio != null ? radio : channels;
        int rssi = best == null ? 255 : best.whole("rssi");
        return rssi == 255 ? null : sane(rssi / 2.54, 0, 100);
    }

    /** Null for what cannot be: a broken sensor must not break the talk. */
    private static @Nullable Double sane(double value, double min, double max) {
        return value >= min && value <= max ? Double.valueOf(value) : null;
    }
}
