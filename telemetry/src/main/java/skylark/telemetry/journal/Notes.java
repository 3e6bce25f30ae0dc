package skylark.telemetry.journal;

import java.util.Map;
import skylark.domain.VehicleState;
import skylark.telemetry.announce.AnnouncerListener;
import skylark.telemetry.announce.Code;
import skylark.telemetry.announce.Fate;
import skylark.telemetry.announce.Priority;

/** Puts the announcer's words into notes. */
public final class Notes {
    private Notes() {}

    /** The event of an announcement, spoken or not: which, and why. */
    public static Note of(AnnouncerListener.Outcome outcome) {
        Code code = outcome.code();
        return new Note.Event(
                code.category(),
                severity(code.priority()),
                code.priority().compareTo(Priority.WARNING) <= 0 ? 1 : 2,
                code.name(),
                outcome.words(),
                outcome.args(),
                outcome.fate() == Fate.SPOKEN,
                null,
                outcome.state(),
                Map.of("fate", outcome.fate().wireName(), "why", outcome.why()));
    }

    public static Note alert(String alert, Code code, boolean active, VehicleState state) {
        return new Note.Alert(alert, active, severity(code.priority()), code.name(), state);
    }

    /** MAVLink's severity: emergency 0 to debug 7. */
    static int severity(Priority priority) {
        return switch (priority) {
            case EMERGENCY -> 2;
            case WARNING -> 4;
            case TRANSITION -> 5;
            case PROGRESS, INFORMATION -> 6;
        };
    }
}
