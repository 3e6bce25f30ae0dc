package skylark.replay;

/**
 * When one stage worked on a turn.
 *
 * @param stage the stage's role name, such as understanding
 * @param startMs since the end of the last word; negative before it
 * @param endMs the same, at or after {@code startMs}
 */
public record StageSpan(String stage, double startMs, double endMs) {
    public StageSpan {
        if (!(endMs >= startMs)) {
            throw new IllegalArgumentException(stage + ": expected an end after " + startMs + " ms, got " + endMs);
        }
    }

    public double lengthMs() {
        return endMs - startMs;
    }
}
