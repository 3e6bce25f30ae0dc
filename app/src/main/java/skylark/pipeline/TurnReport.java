package skylark.pipeline;

import org.jspecify.annotations.Nullable;
import skylark.domain.TurnResult;

/**
 * All that was observed of one finished turn.
 *
 * @param heard what the phrase-list recogniser heard
 * @param heardOpenly what the open recogniser heard; empty when it was not asked
 * @param commitFrame the last frame heard when the speech commit was made
 * @param commitNs when the speech commit was made
 * @param firstCommitFrame the same of the turn's first speech commit, which may have been taken back
 * @param firstCommitNs when that one was made
 * @param withdrawnCommits speech commits that were taken back, because the operator went on or the words changed
 * @param spoken what playback made of the reply
 * @param speculationHit whether the reply had been started before the commit
 * @param why which stage the reply was late for, and what was wrong with it; null when the fallback was not asked for
 */
public record TurnReport(
        long turn,
        TurnResult result,
        String heard,
        String heardOpenly,
        long commitFrame,
        long commitNs,
        long firstCommitFrame,
        long firstCommitNs,
        int withdrawnCommits,
        Spoken spoken,
        boolean speculationHit,
        @Nullable String why) {

    /** From commit to the first audible sample, real or fallback, in milliseconds; NaN when there was none. */
    public double c2aMs() {
        return spoken.firstSoundNs() == Trace.UNSET ? Double.NaN : (spoken.firstSoundNs() - commitNs) / 1e6;
    }

    public boolean fallback() {
        return spoken.fallbackNs() != Trace.UNSET;
    }
}
