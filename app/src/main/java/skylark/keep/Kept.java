package skylark.keep;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import skylark.pipeline.Pipeline;
import skylark.stage.Doorbell;
import skylark.stage.NanoClock;
import skylark.stage.StageRunner;

/** The child's side of a {@link Keeper}: it beats, and asks to be started again. */
public final class Kept {
    /** The variable by which a child knows that it is kept, and where its heart beats. */
    static final String VARIABLE = "SKYLARK_HEARTBEAT";
    /** The exit status that asks for another process. */
    public static final int RESTART_STATUS = 75;

    private static final long LAST_WORDS_MS = 1_000;

    private final Heartbeat heartbeat;
    private final Consumer<Integer> exit;
    private final AtomicBoolean leaving = new AtomicBoolean();

    private Kept(Heartbeat heartbeat, Consumer<Integer> exit) {
        this.heartbeat = heartbeat;
        this.exit = exit;
    }

    /**
     * Empty when nobody keeps this process.
     *
     * @param exit ends the process with a status
     */
    public static Optional<Kept> by(Map<String, String> environment, Consumer<Integer> exit) {
        return Optional.ofNullable(environment.get(VARIABLE)).map(file -> new Kept(new Heartbeat(Path.of(file)), exit));
    }

    /**
     * Goes on with the talk that the process before left, beats by the pipeline's watchdog, keeps the talk on disk, and
     * asks for another process when a stage is stuck for good. Once, after the pipeline's start.
     *
     * @param warnings told in one line of a state that is no use
     */
    public void lookAfter(Pipeline pipeline, TalkFile file, Consumer<String> warnings) {
        file.take(warnings).ifPresent(pipeline::resume);
        TalkStage talk = new TalkStage(pipeline::talk, file);
        pipeline.adopt(new StageRunner(() -> talk, new Doorbell(), NanoClock.SYSTEM));
        pipeline.eachLook(() -> {
            heartbeat.beat();
            if (pipeline.hopeless() != null) {
                leave(talk::write);
            }
        });
    }

    /**
     * Only a new process helps. Does not wait; the first call counts. Any thread.
     *
     * @param lastWords what is still to be written; it gets a second
     */
    void leave(Runnable lastWords) {
        if (!leaving.compareAndSet(false, true)) {
            return;
        }
        Thread writes = new Thread(lastWords, "last words");
        writes.setDaemon(true);
        writes.start();
        Thread leaves = new Thread(() -> leave(writes), "leaves");
        leaves.setDaemon(true);
        leaves.start();
    }

    private void leave(Thread writes) {
        try {
            writes.join(LAST_WORDS_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exit.accept(RESTART_STATUS);
    }
}
