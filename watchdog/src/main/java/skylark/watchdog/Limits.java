package skylark.watchdog;

import skylark.stage.Pace;

/**
 * What one stage is held to.
 *
 * @param stallNs a duty cycle longer than this is a stall
 * @param pace what duty cycles may take that are no stalls
 * @param perCause how many messages it may send for each one that it takes
 * @param burst how many more or fewer at once
 * @param replies whether a reply waits for it
 */
public record Limits(long stallNs, Pace pace, int perCause, int burst, boolean replies) {

    /** A stage that is only to be alive. */
    static Limits ofStall(long stallNs) {
        return new Limits(stallNs, Pace.ANY, 0, 0, false);
    }
}
