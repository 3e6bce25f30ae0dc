package skylark.pipeline;

import java.util.List;
import java.util.Map;
import skylark.stage.Pace;
import skylark.watchdog.Limits;

/**
 * What each stage is held to. The figures are several times what it takes on a busy machine: the quickest thing that is
 * surely wrong, not the slowest that is right.
 */
final class StageLimits {
    /** In the order in which sound and words pass through them. */
    static final List<String> STAGES =
            List.of("capture", "hearing", "open-ear", "understanding", "tokenizer", "generator", "voice", "playback");

    /**
     * @param cycleMs what one duty cycle may take
     * @param overrunsMs what overruns may take together: for what works on frames, several; for what works on
     *     messages that are rare, one
     * @param perCause messages sent for each one taken: frame by frame, draft by draft, clauses of a reply
     * @param burst more or fewer of them at once
     */
    private record Row(int cycleMs, int overrunsMs, int perCause, int burst, boolean replies) {}

    private static final Map<String, Row> ROWS = Map.of(
            "capture", new Row(20, 200, 1, 96, false),
            "hearing", new Row(60, 500, 6, 64, false),
            "open-ear", new Row(250, 400, 1, 8, false),
            "understanding", new Row(250, 250, 4, 32, true),
            "tokenizer", new Row(100, 100, 1, 8, true),
            "generator", new Row(250, 250, 16, 32, true),
            "voice", new Row(350, 350, 1, 8, true),
            "playback", new Row(40, 200, 2, 64, true));

    private StageLimits() {}

    /** @param stallNs of every stage */
    static Limits of(String stage, long stallNs) {
        Row row = row(stage);
        Pace pace = new Pace(row.cycleMs * 1_000_000L, row.overrunsMs * 1_000_000L);
        return new Limits(stallNs, pace, row.perCause, row.burst, row.replies);
    }

    /** How long a duty cycle of this stage must last to be surely slow, and no stall. */
    static int slowMs(String stage) {
        return 2 * row(stage).cycleMs;
    }

    private static Row row(String stage) {
        Row row = ROWS.get(stage);
        if (row == null) {
            throw new IllegalArgumentException(stage + ": expected one of " + STAGES);
        }
        return row;
    }
}
