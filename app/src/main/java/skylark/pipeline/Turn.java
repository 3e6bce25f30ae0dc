package skylark.pipeline;

import org.jspecify.annotations.Nullable;
import skylark.audio.hear.Recogniser.Transcript;
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
    long commitFrame = -1;
    /** The first speech commit, withdrawn or not. */
    long firstCommitFrame = -1;

    long firstCommitNs = Trace.UNSET;
    /** What the list recogniser heard until the last pause. */
    Transcript looked = Transcript.EMPTY;

    long lookedFrame = -1;
    /** What the open recogniser made of the same sound; null as long as it has not said. */
    @Nullable Transcript openly;

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

    /** The same words as at the last look stay with the frame of which the open ear was asked. */
    void look(Transcript transcript, long frame) {
        if (lookedFrame < 0 || !transcript.text().equals(looked.text())) {
            looked = transcript;
            lookedFrame = frame;
            openly = null;
        }
    }

    /** Whether what the open ear heard up to {@code frame} is an answer that is still wanted. */
    boolean asksAbout(long frame) {
        return lookedFrame >= 0 && openly == null && frame >= lookedFrame;
    }

    void commit(TurnDeadline made, long frame) {
        deadline = made;
        commitFrame = frame;
        if (firstCommitNs == Trace.UNSET) {
            firstCommitNs = made.committedNs();
            firstCommitFrame = frame;
        }
    }

    boolean committed() {
        return deadline != null;
    }
}
