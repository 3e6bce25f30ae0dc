package skylark.audio.hear;

/**
 * When a turn ends, as a table of frames of 32 ms.
 *
 * <pre>
 *  words so far   silence until the speech commit
 *  COMPLETE       completeFrames
 *  LIKELY         likelyFrames
 *  POSSIBLE       a quarter of the way from likelyFrames to openFrames
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

    /** 0.1, 0.13, 0.22, 0.5 and 1.2 s by the words; 0.8 s to a discard; 0.4 s to the action; 20 s at most. */
    public static final EndpointRules DEFAULT = new EndpointRules(3, 4, 16, 38, 25, 13, 625);

    /** Within this the open ear mostly answers. */
    private static final int OPEN_EAR_FRAMES = 4;

    private static final int CATCH_UP_FRAMES = 2;

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
     * When to have the words once more if they did not do for a commit: the first look is taken so early that it may cut
     * the last one off. By now the recogniser has caught up with the turn again.
     */
    int lookAgain() {
        return likelyFrames + CATCH_UP_FRAMES;
    }

    /**
     * When to have the words for the last time: what was said softly at the end is then in them. So early that the open
     * ear, too, can be heard before the commit of open words and before the action commit.
     */
    int lastLook() {
        int latest = Math.min(openFrames, completeFrames + actionFrames) - OPEN_EAR_FRAMES;
        return Math.max(1, Math.min(possibleFrames() + 1, latest));
    }

    private int possibleFrames() {
        return likelyFrames + (openFrames - likelyFrames) / 4;
    }

    /** The frames of silence that commit words of this completeness. */
    public int silentFrames(Completeness words) {
        return switch (words) {
            case COMPLETE -> completeFrames;
            case LIKELY -> likelyFrames;
            case POSSIBLE -> possibleFrames();
            case OPEN -> openFrames;
            case INCOMPLETE -> incompleteFrames;
        };
    }
}
