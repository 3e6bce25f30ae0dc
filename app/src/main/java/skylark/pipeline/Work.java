package skylark.pipeline;

import skylark.metrics.StageEvent;

/**
 * One stage's work on one draft, from {@link #begin} to {@link #done}: into the draft's trace, and into a flight
 * recording when there is one. Belongs to the stage's thread.
 */
final class Work {
    private final Span span;
    private final long startNs;
    private final StageEvent event = new StageEvent();

    private Work(Span span, long startNs) {
        this.span = span;
        this.startNs = startNs;
        event.begin();
    }

    static Work begin(Span span, long nowNs) {
        return new Work(span, nowNs);
    }

    /** A draft may be worked on in several pieces: its span is from the first one's begin to the last one's end. */
    void done(Draft draft, long nowNs) {
        draft.trace().start(span, startNs);
        draft.trace().end(span, nowNs);
        event.end();
        if (event.shouldCommit()) {
            event.work = span.wireName();
            event.turn = draft.turn();
            event.announcement = draft.isAnnouncement();
            event.revision = draft.revision();
            event.commit();
        }
    }
}
