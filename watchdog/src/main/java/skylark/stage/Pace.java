package skylark.stage;

/**
 * How long a stage's duty cycles may take. One that takes longer is an overrun; overruns are slow when they add up. One
 * that does not pays back as much as it may take.
 *
 * @param cycleNs what one may take
 * @param overrunsNs what overruns may take together
 */
public record Pace(long cycleNs, long overrunsNs) {
    /** Any pace will do. */
    public static final Pace ANY = new Pace(Long.MAX_VALUE, Long.MAX_VALUE);
}
