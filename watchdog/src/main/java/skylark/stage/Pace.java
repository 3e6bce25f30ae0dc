package skylark.stage;

/**
 * How long a stage's duty cycles may take. One that takes longer is an overrun; overruns in a row are slow when they add
 * up.
 *
 * @param cycleNs what one may take
 * @param inARowNs what overruns without a quick cycle between them may take together
 */
public record Pace(long cycleNs, long inARowNs) {
    /** Any pace will do. */
    public static final Pace ANY = new Pace(Long.MAX_VALUE, Long.MAX_VALUE);
}
