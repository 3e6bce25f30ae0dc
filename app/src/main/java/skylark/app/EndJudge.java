package skylark.app;

import java.util.function.ToDoubleFunction;
import skylark.audio.hear.Completeness;
import skylark.domain.Intent;
import skylark.domain.Understanding;
import skylark.nlg.understand.Understander;

/**
 * How finished words are, from three witnesses: the grammar, which knows whole forms; the share of the domain's
 * sentences that end with the last words; and whether the words, as they are, mean something. Belongs to hearing's
 * thread.
 *
 * <pre>
 *  grammar      means something, and ends        means something   ends as most do   neither
 *               as most do      now and then
 *  COMPLETE     COMPLETE        COMPLETE         COMPLETE          COMPLETE          COMPLETE
 *  OPEN         LIKELY          POSSIBLE         POSSIBLE          LIKELY            OPEN
 *  UNLIKELY     LIKELY          POSSIBLE         OPEN              OPEN              INCOMPLETE
 *  INCOMPLETE   INCOMPLETE      INCOMPLETE       INCOMPLETE        INCOMPLETE        INCOMPLETE
 * </pre>
 */
final class EndJudge implements Completeness.Judge {
    /** From here on most sentences end so: 77 % of the recordings' do, and 12 % of the places inside them. */
    private static final double MOSTLY = 0.4;
    /** From here on a sentence may end so. */
    private static final double NOW_AND_THEN = 0.15;

    private static final double SURE = 0.9;

    private final Understander understander;
    private final ToDoubleFunction<String> endOdds;

    /**
     * @param understander hearing's own, for one belongs to one thread
     * @param endOdds how often sentences end with the last of these words, 0 to 1
     */
    EndJudge(Understander understander, ToDoubleFunction<String> endOdds) {
        this.understander = understander;
        this.endOdds = endOdds;
    }

    @Override
    public Completeness of(String words) {
        return switch (understander.completeness(words)) {
            case COMPLETE -> Completeness.COMPLETE;
            case INCOMPLETE -> Completeness.INCOMPLETE;
            case OPEN -> open(words);
            case UNLIKELY -> unlikely(words);
        };
    }

    private Completeness open(String words) {
        if (endOdds.applyAsDouble(words) >= MOSTLY) {
            return Completeness.LIKELY;
        }
        return meansSomething(words) ? Completeness.POSSIBLE : Completeness.OPEN;
    }

    private Completeness unlikely(String words) {
        double odds = endOdds.applyAsDouble(words);
        if (!meansSomething(words)) {
            return odds >= MOSTLY ? Completeness.OPEN : Completeness.INCOMPLETE;
        }
        return odds >= MOSTLY ? Completeness.LIKELY : odds >= NOW_AND_THEN ? Completeness.POSSIBLE : Completeness.OPEN;
    }

    private boolean meansSomething(String words) {
        Understanding now = understander.understand(words);
        return now.intent() != Intent.OUT_OF_SCOPE
                && now.confidence() >= SURE
                && now.intent().missing(now.slots()).isEmpty();
    }
}
