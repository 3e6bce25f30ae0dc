package skylark.metrics;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A stage's work on one attempt at a reply or an announcement, in a Java Flight Recording. */
@Name("skylark.Stage")
@Label("Stage")
@Category("Skylark")
@StackTrace(false)
@Enabled(false)
public final class StageEvent extends Event {
    @Label("Work")
    public @Nullable String work;

    @Label("Turn or announcement")
    public long turn;

    @Label("Announcement")
    public boolean announcement;

    @Label("Revision")
    public int revision;
}
