package skylark.domain;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the vehicle at one moment; null is unknown and is spoken as unknown. SI units, as in the contract.
 *
 * @param mode the autopilot's own name, such as GUIDED
 * @param landed one of ground, takeoff, air, landing
 * @param batteryS seconds of flight left
 * @param altM above home
 * @param gpsFix 0-6, 3 is a 3D fix
 * @param payload one of attached, released, none
 * @param winchM line out
 * @param health the failed sensors; empty when all are well
 * @param ageS age of this state; older than 2 s is spoken as last known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE) // the contract's keys and no others
public record VehicleState(
        @Nullable Boolean armed,
        @Nullable String mode,
        @Nullable String landed,
        @JsonProperty("battery_pct") @Nullable Double batteryPct,
        @JsonProperty("battery_s") @Nullable Double batteryS,
        @JsonProperty("alt_m") @Nullable Double altM,
        @JsonProperty("speed_mps") @Nullable Double speedMps,
        @JsonProperty("climb_mps") @Nullable Double climbMps,
        @JsonProperty("heading_deg") @Nullable Double headingDeg,
        @Nullable Double lat,
        @Nullable Double lon,
        @JsonProperty("home_m") @Nullable Double homeM,
        @JsonProperty("home_deg") @Nullable Double homeDeg,
        @JsonProperty("eta_s") @Nullable Double etaS,
        @JsonProperty("wind_mps") @Nullable Double windMps,
        @JsonProperty("wind_from_deg") @Nullable Double windFromDeg,
        @JsonProperty("gps_fix") @Nullable Integer gpsFix,
        @Nullable Integer satellites,
        @JsonProperty("link_pct") @Nullable Double linkPct,
        @Nullable Integer waypoint,
        @Nullable Integer waypoints,
        @Nullable String payload,
        @JsonProperty("winch_m") @Nullable Double winchM,
        @Nullable List<String> health,
        @Nullable String failsafe,
        @JsonProperty("age_s") @Nullable Double ageS) {
    /** Nothing is known. */
    public static final VehicleState UNKNOWN = new Builder().build();

    private static final Set<String> LANDED = Set.of("ground", "takeoff", "air", "landing");
    private static final Set<String> PAYLOAD = Set.of("attached", "released", "none");

    public VehicleState {
        oneOf("landed", landed, LANDED);
        oneOf("payload", payload, PAYLOAD);
        within("battery_pct", batteryPct, 0, 100);
        within("link_pct", linkPct, 0, 100);
        within("lat", lat, -90, 90);
        within("lon", lon, -180, 180);
        within("age_s", ageS, 0, 1e9);
        within("gps_fix", gpsFix, 0, 6);
        within("satellites", satellites, 0, 1000);
        for (Double value : new @Nullable Double[] {
            batteryS, altM, speedMps, climbMps, headingDeg, homeM, homeDeg, etaS, windMps, windFromDeg, winchM
        }) {
            within("a number of the state", value, -1e7, 1e7);
        }
        health = health == null ? null : List.copyOf(health);
    }

    /** The simulator's hover: what holds when nobody gives a state. */
    public static VehicleState hover() {
        return new Builder()
                .armed(true)
                .mode("GUIDED")
                .landed("air")
                .batteryPct(62.0)
                .batteryS(840.0)
                .altM(20.0)
                .speedMps(0.0)
                .climbMps(0.0)
                .headingDeg(90.0)
                .lat(47.397742)
                .lon(8.545594)
                .homeM(120.0)
                .homeDeg(270.0)
                .etaS(24.0)
                .windMps(4.0)
                .windFromDeg(240.0)
                .gpsFix(3)
                .satellites(14)
                .linkPct(95.0)
                .waypoint(3)
                .waypoints(8)
                .payload("attached")
                .winchM(0.0)
                .health(List.of())
                .ageS(0.2)
                .build();
    }

    public boolean inAir() {
        return "air".equals(landed);
    }

    public boolean onGround() {
        return "ground".equals(landed);
    }

    /** Older than 2 s, and so to be spoken as last known. */
    public boolean isStale() {
        return ageS != null && ageS > 2;
    }

    public boolean hasFailsafe() {
        return failsafe != null && !failsafe.isBlank();
    }

    public Builder toBuilder() {
        return new Builder(this);
    }

    private static void oneOf(String key, @Nullable String value, Set<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            throw new IllegalArgumentException(key + ": expected one of " + allowed + ", got '" + value + "'");
        }
    }

    private static void within(String key, @Nullable Number value, double min, double max) {
        if (value != null && !(value.doubleValue() >= min && value.doubleValue() <= max)) {
            throw new IllegalArgumentException(key + ": expected " + min + " to " + max + ", got " + value);
        }
    }

    /** Collects values; owned by one thread. */
    public static final class Builder {
        private @Nullable Boolean armed;
        private @Nullable String mode;
        private @Nullable String landed;
        private @Nullable Double batteryPct;
        private @Nullable Double batteryS;
        private @Nullable Double altM;
        private @Nullable Double speedMps;
        private @Nullable Double climbMps;
        private @Nullable Double headingDeg;
        private @Nullable Double lat;
        private @Nullable Double lon;
        private @Nullable Double homeM;
        private @Nullable Double homeDeg;
        private @Nullable Double etaS;
        private @Nullable Double windMps;
        private @Nullable Double windFromDeg;
        private @Nullable Integer gpsFix;
        private @Nullable Integer satellites;
        private @Nullable Double linkPct;
        private @Nullable Integer waypoint;
        private @Nullable Integer waypoints;
        private @Nullable String payload;
        private @Nullable Double winchM;
        private @Nullable List<String> health;
        private @Nullable String failsafe;
        private @Nullable Double ageS;

        public Builder() {}

        private Builder(VehicleState from) {
            armed = from.armed;
            mode = from.mode;
            landed = from.landed;
            batteryPct = from.batteryPct;
            batteryS = from.batteryS;
            altM = from.altM;
            speedMps = from.speedMps;
            climbMps = from.climbMps;
            headingDeg = from.headingDeg;
            lat = from.lat;
            lon = from.lon;
            homeM = from.homeM;
            homeDeg = from.homeDeg;
            etaS = from.etaS;
            windMps = from.windMps;
            windFromDeg = from.windFromDeg;
            gpsFix = from.gpsFix;
            satellites = from.satellites;
            linkPct = from.linkPct;
            waypoint = from.waypoint;
            waypoints = from.waypoints;
            payload = from.payload;
            winchM = from.winchM;
            health = from.health;
            failsafe = from.failsafe;
            ageS = from.ageS;
        }

        public Builder armed(@Nullable Boolean value) {
            armed = value;
            return this;
        }

        public Builder mode(@Nullable String value) {
            mode = value;
            return this;
        }

        public Builder landed(@Nullable String value) {
            landed = value;
            return this;
        }

        public Builder batteryPct(@Nullable Double value) {
            batteryPct = value;
            return this;
        }

        public Builder batteryS(@Nullable Double value) {
            batteryS = value;
            return this;
        }

        public Builder altM(@Nullable Double value) {
            altM = value;
            return this;
        }

        public Builder speedMps(@Nullable Double value) {
            speedMps = value;
            return this;
        }

        public Builder climbMps(@Nullable Double value) {
            climbMps = value;
            return this;
        }

        public Builder headingDeg(@Nullable Double value) {
            headingDeg = value;
            return this;
        }

        public Builder lat(@Nullable Double value) {
            lat = value;
            return this;
        }

        public Builder lon(@Nullable Double value) {
            lon = value;
            return this;
        }

        public Builder homeM(@Nullable Double value) {
            homeM = value;
            return this;
        }

        public Builder homeDeg(@Nullable Double value) {
            homeDeg = value;
            return this;
        }

        public Builder etaS(@Nullable Double value) {
            etaS = value;
            return this;
        }

        public Builder windMps(@Nullable Double value) {
            windMps = value;
            return this;
        }

        public Builder windFromDeg(@Nullable Double value) {
            windFromDeg = value;
            return this;
        }

        public Builder gpsFix(@Nullable Integer value) {
            gpsFix = value;
            return this;
        }

        public Builder satellites(@Nullable Integer value) {
            satellites = value;
            return this;
        }

        public Builder linkPct(@Nullable Double value) {
            linkPct = value;
            return this;
        }

        public Builder waypoint(@Nullable Integer value) {
            waypoint = value;
            return this;
        }

        public Builder waypoints(@Nullable Integer value) {
            waypoints = value;
            return this;
        }

        public Builder payload(@Nullable String value) {
            payload = value;
            return this;
        }

        public Builder winchM(@Nullable Double value) {
            winchM = value;
            return this;
        }

        public Builder health(@Nullable List<String> value) {
            health = value;
            return this;
        }

        public Builder failsafe(@Nullable String value) {
            failsafe = value;
            return this;
        }

        public Builder ageS(@Nullable Double value) {
            ageS = value;
            return this;
        }

        public VehicleState build() {
            return new VehicleState(
                    armed,
                    mode,
                    landed,
                    batteryPct,
                    batteryS,
                    altM,
                    speedMps,
                    climbMps,
                    headingDeg,
                    lat,
                    lon,
                    homeM,
                    homeDeg,
                    etaS,
                    windMps,
                    windFromDeg,
                    gpsFix,
                    satellites,
                    linkPct,
                    waypoint,
                    waypoints,
                    payload,
                    winchM,
                    health,
                    failsafe,
                    ageS);
        }
    }
}
