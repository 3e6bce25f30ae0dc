package skylark.metrics;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** One turn, from commit to first audible sample, in a Java Flight Recording. */
@Name("skylark.Turn")
@Label("Turn")
@Category("Skylark")
@StackTrace(false)
@Enabled(false)
public final class TurnEvent extends Event {
    @Label("Number")
    public long turn;

    @Label("Intent")
    public @Nullable String intent;

    @Label("Fallback")
    public boolean fallback;

    @Label("Speculation hit")
    public boolean speculationHit;

    @Label("Commit to audio")
    @Timespan(Timespan.NANOSECONDS)
    public long c2aNs;
}
