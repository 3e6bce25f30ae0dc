package skylark.bench.compare;

/**
 * One value of one measure.
 *
 * @param round in which both programs played once, one after the other
 * @param recording that led to it; the same name on both sides is the same sound
 * @param value in the measure's unit, or a number of hits
 * @param weight of how many, for a share; else 1
 */
public record Observation(int round, String recording, double value, double weight) {

    /** One that counts as such. */
    public static Observation of(int round, String recording, double value) {
        return new Observation(round, recording, value, 1);
    }
}
