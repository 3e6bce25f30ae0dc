package skylark.keep;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;
import skylark.pipeline.Talk;
import skylark.stage.Stage;

/** Writes the talk's state when it has changed, once a second at most, so that even a killed process is followed up. */
final class TalkStage implements Stage {
    private static final long EVERY_NS = 1_000_000_000;

    private final Supplier<Talk> talk;
    private final TalkFile file;
    private @Nullable Talk written;
    private volatile @Nullable String complaint;

    /** @param talk as it is now; any thread may ask */
    TalkStage(Supplier<Talk> talk, TalkFile file) {
        this.talk = talk;
        this.file = file;
    }

    @Override
    public String roleName() {
        return "talk";
    }

    @Override
    public int doWork(long nowNs) {
        write();
        return 0;
    }

    @Override
    public long idleNs() {
        return EVERY_NS;
    }

    /** The state as it is now, unless it is on disk. One thread at a time. */
    synchronized void write() {
        Talk now = talk.get();
        Talk before = written;
        if (before != null && now.isSame(before)) {
            return;
        }
        try {
            file.write(now);
            written = now;
            complaint = null;
        } catch (BadInputException e) {
            complaint = e.getMessage();
        }
    }

    @Override
    public @Nullable String complaint(long nowNs) {
        return complaint;
    }
}
