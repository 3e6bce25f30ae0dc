package skylark.metrics;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A stage that crashed, stalled or complained, in a Java Flight Recording. */
@Name("skylark.Trip")
@Label("Supervision trip")
@Category("Skylark")
@StackTrace(false)
@Enabled(false)
public final class TripEvent extends Event {
    @Label("Stage")
    public @Nullable String stage;

    @Label("Kind")
    public @Nullable String kind;

    @Label("Detail")
    public @Nullable String detail;
}
