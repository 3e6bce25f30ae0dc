package skylark.pipeline;

import org.jspecify.annotations.Nullable;
import skylark.dialog.Outcome;
import skylark.watchdog.TurnDeadline;

/** One turn under way. Belongs to the understanding stage. */
final class Turn {
    final long number;
    /** The latest attempt; only one is wanted at a time. */
    @Nullable Draft draft;

    @Nullable Outcome outcome;

    int revisions;
    int withdrawnCommits;
    double understandMs;

    String heard = "";
    String heardOpenly = "";
    long commitFrame = -1;

    @Nullable TurnDeadline deadline;
    /** The list recogniser's words did not do, and the open one's are awaited. */
    boolean awaitsOpenEar;

    long openEarDueNs;

    boolean speculationHit;
    boolean actionCommitted;
    boolean applied;
    /** A stop was carried out at a commit that was taken back. */
    boolean stopped;

    @Nullable Spoken spoken;

    Turn(long number) {
        this.number = number;
    }

    /** The speech commit does not hold: back to listening. */
    void takeBack() {
        if (deadline != null) {
            deadline.close();
            withdrawnCommits++;
        }
        stopped |= applied;
        applied = false;
        deadline = null;
        awaitsOpenEar = false;
        spoken = null;
    }

    boolean committed() {
        return deadline != null;
    }
}
