package skylark.pipeline;

import skylark.watchdog.TurnDeadline;

/** Told what became of turns and announcements, on the understanding stage's thread; must not block. */
public interface TurnListener {

    void onTurn(TurnReport report);

    /** Something was heard, but no words. */
    default void onNothingHeard(long turn) {}

    /** The operator spoke for longer than a turn may last: it counts as far as it goes. */
    default void onCutOff(long turn) {}

    /** A stage was replaced in the middle of it: it has no reply, and commands nothing any more. */
    default void onLost(long turn) {}

    /** The fallback is about to sound; the one call that comes on the watchdog's thread. */
    default void onLate(TurnDeadline deadline) {}

    default void onAnnounced(Spoken spoken) {}
}
