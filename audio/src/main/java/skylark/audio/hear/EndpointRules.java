package skylark.audio.hear;

/**
 * When a turn ends, as a table of frames of 32 ms.
 *
 * <pre>
 *  words so far   silence until the speech commit
 *  COMPLETE       completeFrames
 *  LIKELY         likelyFrames
 *  OPEN           openFrames
 *  INCOMPLETE     incompleteFrames
 *  none at all    discardFrames, and the turn is discarded
 *  (any)          none once capFrames have passed since speech began
 *
 *  the speech commit is followed by the action commit after actionFrames without speech
 * </pre>
 */
public record EndpointRules(
        int completeFrames,
        int likelyFrames,
        int openFrames,
        int incompleteFrames,
        int discardFrames,
        int actionFrames,
        int capFrames) {

    /** 0.1, 0.13, 0.5 and 1.2 s by the words; 0.8 s to a discard; 0.4 s to the action; 20 s at most. */
    public static final EndpointRules DEFAULT = new EndpointRules(3, 4, 16, 38, 25, 13, 625);

    public EndpointRules {
        boolean ordered = completeFrames >= 1
                && completeFrames <= likelyFrames
                && likelyFrames <= openFrames
                && openFrames <= incompleteFrames;
        if (!ordered || discardFrames < 1 || actionFrames < 1 || capFrames < 1) {
            throw new IllegalArgumentException(
                    "endpoint rules: expected 1 <= complete <= likely <= open <= incomplete and the others positive");
        }
    }

    /**
     * When to have the final words once more: what was said softly at the end is then in them, and the action commit of
     * complete words has not come yet.
     */
    int secondLook() {
        return Math.min(openFrames, completeFrames + actionFrames);
    }

    /** The frames of silence that commit words of this completeness. */
    public int silentFrames(Completeness words) {
        return switch (words) {
            case COMPLETE -> completeFrames;
            case LIKELY -> likelyFrames;
            case OPEN -> openFrames;
            case INCOMPLETE -> incompleteFrames;
        };
    }
}
