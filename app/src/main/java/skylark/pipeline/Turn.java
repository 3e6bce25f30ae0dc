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
    /** When the list's words are answered without it; it may correct the reply until the action commit. */
    long listDueNs;
    /** There are words to answer, and playback has been told. */
    boolean settled;

    boolean speculationHit;
    boolean actionCommitted;
    boolean applied;
    /** A stop was carried out at a commit that was taken back. */
    boolean stopped;

    @Nullable Spoken spoken;
    /** What had been said of a reply before it was corrected. */
    private @Nullable Spoken corrected;

    private boolean corrects;

    Turn(long number) {
        this.number = number;
    }

    /** The speech commit does not hold: back to listening. */
    void takeBack() {
        if (deadline != null) {
            deadline.close();
            withdrawnCommits++;
        }
        correct();
        corrects = false;
        corrected = null;
        deadline = null;
        awaitsOpenEar = false;
        settled = false;
    }

    /** The reply does not hold: another one takes its place. */
    void correct() {
        stopped |= applied;
        applied = false;
        replace();
    }

    /** What is said of it does not hold; what was done does. */
    void replace() {
        corrects = true;
        corrected = spoken;
        spoken = null;
    }

    /** Playback has done with a reply; whether it is the one that is wanted. */
    boolean take(Spoken done) {
        if (done.draft() != draft) {
            corrected = corrects && done.draft().turn() == number ? done : corrected;
            return false;
        }
        spoken = corrected == null ? done : done.after(corrected);
        return true;
    }

    void awaitOpenEar(long dueNs) {
        awaitsOpenEar = true;
        openEarDueNs = dueNs;
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
