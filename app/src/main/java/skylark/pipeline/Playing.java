package skylark.pipeline;

import org.jspecify.annotations.Nullable;
import skylark.watchdog.TurnDeadline;

/** What is being played, or waits for its turn. Belongs to playback's thread, and then to the one that replaces it. */
final class Playing {
    static final int NO_FALLBACK = -1;

    @Nullable Draft draft;

    @Nullable TurnDeadline deadline;

    int at;
    int fallbackAt = NO_FALLBACK;
    long firstAudibleNs = Trace.UNSET;
    long fallbackNs = Trace.UNSET;
    long lastProgressNs;
    volatile boolean begun;
    /** How far the voice's samples were looked at; whether something was heard in them; whether they are no reply. */
    int inspectedTo;

    boolean speech;
    boolean untrue;
    private @Nullable Work work;

    Playing(@Nullable Draft draft, @Nullable TurnDeadline deadline, long nowNs) {
        this.draft = draft;
        this.deadline = deadline;
        this.lastProgressNs = nowNs;
    }

    long turn() {
        return deadline != null ? deadline.turn() : draft == null ? -1 : draft.turn();
    }

    int priority() {
        return draft == null ? Draft.REPLY_PRIORITY : draft.priority();
    }

    boolean isReply() {
        return deadline != null;
    }

    /** An announcement that a reply does not interrupt. */
    boolean isWarning() {
        return !isReply() && priority() <= Draft.REPLY_PRIORITY;
    }

    /** The same, for the stage that replaces the one that had it. */
    Playing again(long nowNs) {
        return new Playing(draft, deadline, nowNs);
    }

    /** The first of the draft's own samples are about to be handed over. */
    void work(long nowNs) {
        if (work == null) {
            work = Work.begin(Span.PLAY, nowNs);
        }
    }

    void workDone(Draft played, long nowNs) {
        if (work != null) {
            work.done(played, nowNs);
        }
    }

    boolean fallbackOnly() {
        return draft == null;
    }

    /** Goes on with another draft: the late one after a fallback, or one that corrects what was being said. */
    void adopt(Playing other) {
        draft = other.draft;
        deadline = other.deadline;
        lastProgressNs = other.lastProgressNs;
        at = 0;
        if (fallbackNs == Trace.UNSET) {
            fallbackNs = firstAudibleNs;
        }
        firstAudibleNs = Trace.UNSET;
        inspectedTo = 0;
        speech = false;
        untrue = false;
        work = null;
    }

    void insertFallback() {
        fallbackAt = 0;
    }

    String name() {
        return (isReply() ? "turn-" : "announcement-") + turn();
    }

    boolean sounded(boolean fallback) {
        return (fallback ? fallbackNs : firstAudibleNs) != Trace.UNSET;
    }

    void sounded(boolean fallback, long nowNs) {
        if (deadline != null) {
            deadline.sounded(nowNs);
        }
        if (fallback) {
            fallbackNs = nowNs;
        } else {
            firstAudibleNs = nowNs;
            if (deadline != null) {
                deadline.close();
            }
        }
    }
}
