package skylark.telemetry.announce;

import static skylark.telemetry.announce.Priority.EMERGENCY;
import static skylark.telemetry.announce.Priority.INFORMATION;
import static skylark.telemetry.announce.Priority.PROGRESS;
import static skylark.telemetry.announce.Priority.TRANSITION;
import static skylark.telemetry.announce.Priority.WARNING;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import skylark.domain.VehicleState;

/**
 * The catalogue: all that may be announced. Columns: priority, subject, category of its event, seconds between two of
 * the same, seconds until it is too late to say ({@code NEVER}: it stays), the alert that it raises on the ground, and
 * what must hold when it is spoken.
 */
public enum Code {
    BAT_LOW(WARNING, Subject.BATTERY, "battery", 30, 10, "battery", Holds.batteryAtMost(28)),
    BAT_CRIT(EMERGENCY, Subject.BATTERY, "battery", 15, 8, "battery", Holds.batteryAtMost(18)),
    BAT_EMER(EMERGENCY, Subject.BATTERY, "battery", 10, 5, "battery", Holds.batteryAtMost(10)),
    BAT_STEP(INFORMATION, Subject.BATTERY, "battery", 0, 10, "", Holds.ARMED),
    FAILSAFE(EMERGENCY, Subject.FAILSAFE, "failsafe", 0, 10, "failsafe", VehicleState::hasFailsafe),
    LINK_LOST(WARNING, Subject.LINK, "link", 0, 10, "link", Holds.LINK_GONE),
    LINK_BACK(TRANSITION, Subject.LINK, "link", 0, 10, "", Holds.LINK_GONE.negate()),
    FCU_LOST(EMERGENCY, Subject.AUTOPILOT, "system", 10, Code.NEVER, "autopilot", Holds.SILENT),
    GPS_BAD(WARNING, Subject.GPS, "nav", 15, 8, "gps", Holds.NO_FIX),
    GPS_OK(PROGRESS, Subject.GPS, "nav", 15, 8, "", Holds.NO_FIX.negate()),
    NAV_ERR(EMERGENCY, Subject.NAVIGATION, "nav", 10, 5, "", Holds.ALWAYS),
    THRUST(EMERGENCY, Subject.THRUST, "flight", 10, 5, "", Holds.ALWAYS),
    CRASH(EMERGENCY, Subject.CRASH, "flight", 10, 5, "", Holds.ALWAYS),
    ARMED(TRANSITION, Subject.ARMING, "flight", 0, 3, "", Holds.ARMED),
    DISARMED(TRANSITION, Subject.ARMING, "flight", 0, 3, "", Holds.DISARMED),
    TAKEOFF(TRANSITION, Subject.FLIGHT, "flight", 0, 4, "", Holds.landed("takeoff", "air")),
    MODE(TRANSITION, Subject.MODE, "flight", 2, 4, "", Holds.ALWAYS),
    PKG_RELEASED(TRANSITION, Subject.PACKAGE, "payload", 0, 15, "", Holds.RELEASED),
    PKG_FAIL(WARNING, Subject.PACKAGE, "payload", 0, 15, "", Holds.RELEASED.negate()),
    WINCH(TRANSITION, Subject.WINCH, "payload", 0, 6, "", Holds.ALWAYS),
    WAYPOINT(PROGRESS, Subject.MISSION, "mission", 5, 4, "", Holds.landed("air")),
    MISSION(TRANSITION, Subject.MISSION, "mission", 0, 8, "", Holds.ALWAYS),
    HOME_ETA(PROGRESS, Subject.HOME, "flight", 0, 5, "", Holds.RETURNING),
    LANDING(TRANSITION, Subject.FLIGHT, "flight", 0, 5, "", Holds.landed("landing")),
    LANDED(TRANSITION, Subject.FLIGHT, "flight", 0, 5, "", Holds.landed("ground")),
    DESCENT(PROGRESS, Subject.DESCENT, "flight", 0, 1, "", Holds.landed("landing")),
    FENCE(EMERGENCY, Subject.FENCE, "nav", 10, 5, "", Holds.ALWAYS),
    WIND(WARNING, Subject.WIND, "nav", 60, 10, "wind", Holds.WINDY),
    PREARM(TRANSITION, Subject.ARMING, "flight", 0, 5, "", Holds.DISARMED),
    SYS(TRANSITION, Subject.SYSTEM, "system", 0, 20, "", Holds.ALWAYS),
    ONLINE(TRANSITION, Subject.SYSTEM, "system", 0, 20, "", Holds.ALWAYS);

    static final int NEVER = 0;

    /** Every alert that can be active on the ground. */
    public static final Set<String> ALERTS = Arrays.stream(values())
            .map(Code::alert)
            .filter(alert -> !alert.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    private final Priority priority;
    private final Subject subject;
    private final String category;
    private final int limitS;
    private final int expiresS;
    private final String alert;
    private final Predicate<VehicleState> holds;

    Code(
            Priority priority,
            Subject subject,
            String category,
            int limitS,
            int expiresS,
            String alert,
            Predicate<VehicleState> holds) {
        this.priority = priority;
        this.subject = subject;
        this.category = category;
        this.limitS = limitS;
        this.expiresS = expiresS;
        this.alert = alert;
        this.holds = holds;
    }

    public static Optional<Code> byName(String name) {
        return Arrays.stream(values()).filter(code -> code.name().equals(name)).findFirst();
    }

    public Priority priority() {
        return priority;
    }

    /** The last part of its event's topic: flight, payload, battery, nav, mission, link, failsafe or system. */
    public String category() {
        return category;
    }

    /** The alert that it raises on the ground; empty when it raises none. */
    public String alert() {
        return alert;
    }

    Subject subject() {
        return subject;
    }

    long limitNs() {
        return limitS * 1_000_000_000L;
    }

    /** From raising to too late; {@link Long#MAX_VALUE} for never. */
    long expiresNs() {
        return expiresS == NEVER ? Long.MAX_VALUE : expiresS * 1_000_000_000L;
    }

    boolean holds(VehicleState state) {
        return holds.test(state);
    }
}
