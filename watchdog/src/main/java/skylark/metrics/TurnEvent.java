package skylark.metrics;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** The end of one turn, in a Java Flight Recording. */
@Name("skylark.Turn")
@Label("Turn")
@Category("Skylark")
@StackTrace(false)
@Enabled(false)
public final class TurnEvent extends Event {
    @Label("Number")
    public long turn;

    /** Null when no words were recognised, or the turn was lost. */
    @Label("Intent")
    public @Nullable String intent;

    @Label("Outcome")
    public @Nullable String outcome;

    @Label("First turn after start-up")
    public boolean cold;

    @Label("Fallback")
    public boolean fallback;

    @Label("Speculation hit")
    public boolean speculationHit;

    /** {@code Long.MIN_VALUE}, shown as N/A, when there was no sound. */
    @Label("Commit to audio")
    @Timespan(Timespan.NANOSECONDS)
    public long c2aNs = Long.MIN_VALUE;
}
