package skylark.pipeline;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.stage.Intake;
import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.stage.Stage;

/**
 * Puts one fault into a running pipeline, for tests and trials. The fault lives in the stage as it is when it is armed: a
 * stage that takes its place is sound. Any thread arms; the stage's own thread suffers.
 */
public final class Injection {
    /** No fault, ever. */
    public static final Injection NONE = new Injection(null, NanoClock.SYSTEM);
    /** How often a flooding stage says the same. */
    static final int COPIES = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Injection.class);
    private static final int UNARMED = -1;
    private static final long LOOK_NS = TimeUnit.SECONDS.toNanos(1);

    private final @Nullable Fault fault;
    private final NanoClock clock;
    private final AtomicInteger instance = new AtomicInteger();
    private volatile int armedIn = UNARMED;
    private volatile boolean released;
    private volatile long sinceNs = Trace.UNSET;
    private volatile Consumer<Fault> listener = begun -> {};

    /** @param fault null for none */
    public Injection(@Nullable Fault fault, NanoClock clock) {
        this.fault = fault;
        this.clock = clock;
    }

    /** @param listener is told when the stage first does what it should not, on its thread */
    public void onBegin(Consumer<Fault> listener) {
        if (fault != null) { // NONE is everybody's
            this.listener = listener;
        }
    }

    /** From now on the stage fails, until it is replaced. */
    public void arm() {
        armedIn = instance.get();
    }

    /** When the stage first did what it should not; {@link Trace#UNSET} before that. */
    public long sinceNs() {
        return sinceNs;
    }

    /** Lets go whoever hangs. */
    public void release() {
        released = true;
    }

    /** The stage is about to do what it should not. */
    void begin() {
        if (fault != null && sinceNs == Trace.UNSET) {
            sinceNs = clock.nanoTime();
            listener.accept(fault);
            LOG.warn("the fault {} begins, as asked for", fault);
        }
    }

    /** Whether the stage does so now. */
    boolean does(String stage, Fault.Kind kind) {
        return concerns(stage) && fault != null && fault.kind() == kind && instance.get() == armedIn;
    }

    /** A message is being worked on: the stage is slow at it, hangs in it or dies of it, when it is to. */
    void strike(String stage) {
        if (fault == null || !concerns(stage)) {
            return;
        }
        if (does(stage, Fault.Kind.CRASHED)) {
            begin();
            throw new IllegalStateException("crashed as asked for");
        }
        if (does(stage, Fault.Kind.SLOW)) {
            begin();
            pause(fault.ms() * 1_000_000L);
        } else if (does(stage, Fault.Kind.HUNG)) {
            begin();
            pause(Long.MAX_VALUE);
        }
    }

    /** The stage as it is, or one that fails; called for each one that is made. */
    Stage around(Stage stage, Intake intake) {
        if (!concerns(stage.roleName())) {
            return stage;
        }
        instance.incrementAndGet();
        return new FaultyStage(stage, intake, this);
    }

    /** The stage's way out as it is, or one that repeats itself or lies. */
    <T> Link<T> outlet(String stage, Link<T> link, UnaryOperator<T> lie) {
        return concerns(stage) ? new FaultyLink<>(stage, link, lie, this) : link;
    }

    private boolean concerns(String stage) {
        return fault != null && fault.stage().equals(stage);
    }

    /** As native code waits, which knows no interrupts. */
    private void pause(long ns) {
        boolean interrupted = false;
        long startNs = clock.nanoTime();
        for (long leftNs = ns; leftNs > 0 && !released; leftNs = ns - (clock.nanoTime() - startNs)) {
            clock.park(this, Math.min(leftNs, LOOK_NS));
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
