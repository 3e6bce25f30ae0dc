package skylark.bench.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much is played.
 *
 * @param isShort the figures are rough
 * @param turns on a quiet machine
 * @param otherTurns under load, and with nothing prepared ahead
 * @param noiseTurns at each level of noise, and without
 * @param noiseDb the levels
 */
public record BenchPlan(
        boolean isShort, int turns, int otherTurns, int noiseTurns, List<Integer> noiseDb, double silenceS) {
    /** The first one, which is cold, apart. */
    private static final int ENOUGH = 301;

    private static final int SHORT = 8;
    private static final int SHORTER = 4;

    public BenchPlan {
        noiseDb = List.copyOf(noiseDb);
    }

    /**
     * The usual ones.
     *
     * @param recordings how many there are
     * @param limit at most so many turns of each kind; null for as many as it takes
     */
    public static BenchPlan of(boolean isShort, int recordings, @Nullable Integer limit) {
        BenchPlan plan = isShort
                ? new BenchPlan(true, SHORT, SHORTER, SHORT, List.of(0), 5)
                : new BenchPlan(
                        false,
                        Math.max(recordings, ENOUGH),
                        Math.max(recordings, ENOUGH),
                        recordings,
                        List.of(10, 0, -5, -10, -15),
                        30);
        return limit == null ? plan : plan.limited(limit);
    }

    private BenchPlan limited(int limit) {
        return new BenchPlan(
                isShort || limit < ENOUGH,
                Math.min(limit, turns),
                Math.min(limit, otherTurns),
                Math.min(limit, noiseTurns),
                noiseDb,
                silenceS);
    }
}
