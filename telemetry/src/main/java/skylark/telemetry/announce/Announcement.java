package skylark.telemetry.announce;

import java.util.Map;
import skylark.domain.VehicleState;

/**
 * One announcement that is to be spoken now.
 *
 * @param number counts the announcements of this process
 * @param code its topic for the words
 * @param args values beside the state, in words, such as {@code detail}
 * @param state the vehicle at this moment, with what was reported (a waypoint's number) put in
 */
public record Announcement(long number, Code code, Map<String, String> args, VehicleState state) {

    public Priority priority() {
        return code.priority();
    }
}
