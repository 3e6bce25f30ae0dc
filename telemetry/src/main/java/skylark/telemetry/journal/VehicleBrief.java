package skylark.telemetry.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;

/** The vehicle's state in few bytes: what is known of it, rounded to what matters on the ground. */
public final class VehicleBrief {
    private VehicleBrief() {}

    /** Beside an event or a turn. */
    static Map<String, Object> brief(VehicleState state) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "mode", state.mode());
        put(fields, "landed", state.landed());
        number(fields, "battery_pct", state.batteryPct(), 1);
        number(fields, "alt_m", state.altM(), 10);
        number(fields, "lat", state.lat(), 1e6);
        number(fields, "lon", state.lon(), 1e6);
        number(fields, "age_s", state.ageS(), 10);
        return fields;
    }

    /** What a status message is about; equal maps mean that nothing worth a message has changed. */
    public static Map<String, Object> status(VehicleState state) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "armed", state.armed());
        put(fields, "mode", state.mode());
        put(fields, "landed", state.landed());
        number(fields, "battery_pct", state.batteryPct(), 1);
        put(fields, "gps_fix", state.gpsFix());
        put(fields, "waypoint", state.waypoint());
        put(fields, "waypoints", state.waypoints());
        put(fields, "payload", state.payload());
        put(fields, "failsafe", state.failsafe());
        put(fields, "health", state.health());
        return fields;
    }

    /** What a status message says beside that; it changes all the time. */
    public static void details(Map<String, Object> fields, VehicleState state) {
        number(fields, "battery_s", state.batteryS(), 1);
        number(fields, "home_m", state.homeM(), 1);
        number(fields, "eta_s", state.etaS(), 1);
        number(fields, "wind_mps", state.windMps(), 10);
        number(fields, "wind_from_deg", state.windFromDeg(), 1);
        put(fields, "satellites", state.satellites());
        number(fields, "link_pct", state.linkPct(), 1);
        number(fields, "winch_m", state.winchM(), 10);
        number(fields, "age_s", state.ageS(), 10);
    }

    public static Map<String, Object> position(VehicleState state) {
        Map<String, Object> fields = new LinkedHashMap<>();
        number(fields, "lat", state.lat(), 1e7);
        number(fields, "lon", state.lon(), 1e7);
        number(fields, "alt_m", state.altM(), 10);
        number(fields, "speed_mps", state.speedMps(), 10);
        number(fields, "climb_mps", state.climbMps(), 10);
        number(fields, "heading_deg", state.headingDeg(), 1);
        return fields;
    }

    private static void put(Map<String, Object> fields, String key, @Nullable Object value) {
        if (value != null) {
            fields.put(key, value);
        }
    }

    private static void number(Map<String, Object> fields, String key, @Nullable Double value, double scale) {
        if (value != null) {
            fields.put(key, Math.round(value * scale) / scale);
        }
    }
}
