package skylark.app;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import skylark.metrics.Metrics;
import skylark.stage.Doorbell;
import skylark.stage.NanoClock;
import skylark.stage.Stage;
import skylark.stage.StageRunner;
import skylark.telemetry.journal.Note;

/**
 * Tells the ground every minute, and at the end, what was measured: of each clock and stage, warm, how often, the median
 * and the 99th percentile in milliseconds, and all counters.
 */
final class FiguresStage implements Stage {
    private static final long EVERY_NS = TimeUnit.SECONDS.toNanos(60);
    private static final String WARM = ".warm";

    private final Supplier<Metrics.Snapshot> measured;
    private final Consumer<Note> ground;
    private long dueNs = Long.MIN_VALUE;
    private long nowNs;

    FiguresStage(Supplier<Metrics.Snapshot> measured, Consumer<Note> ground) {
        this.measured = measured;
        this.ground = ground;
    }

    static StageRunner runner(Supplier<Metrics.Snapshot> measured, Consumer<Note> ground) {
        return new StageRunner(() -> new FiguresStage(measured, ground), new Doorbell(), NanoClock.SYSTEM);
    }

    @Override
    public String roleName() {
        return "figures";
    }

    @Override
    public int doWork(long now) {
        nowNs = now;
        if (dueNs == Long.MIN_VALUE) {
            dueNs = now + EVERY_NS;
        }
        if (now < dueNs) {
            return 0;
        }
        dueNs += EVERY_NS;
        ground.accept(figures(measured.get()));
        return 1;
    }

    @Override
    public long idleNs() {
        return Math.max(1, dueNs - nowNs);
    }

    @Override
    public void onClose() {
        ground.accept(figures(measured.get()));
    }

    static Note.Figures figures(Metrics.Snapshot snapshot) {
        Map<String, List<Number>> latencies = new TreeMap<>();
        snapshot.latencies().forEach((name, of) -> {
            if (name.endsWith(WARM)) {
                latencies.put(
                        name.substring(name.indexOf('.') + 1, name.length() - WARM.length()),
                        List.of(of.n(), tenths(of.p50()), tenths(of.p99())));
            }
        });
        return new Note.Figures(Map.of("latency_ms", latencies, "counters", happened(snapshot)));
    }

    private static Map<String, Long> happened(Metrics.Snapshot snapshot) {
        Map<String, Long> counters = new TreeMap<>(snapshot.counters());
        counters.values().removeIf(count -> count == 0);
        return counters;
    }

    private static double tenths(double ms) {
        return Math.round(ms * 10) / 10.0;
    }
}
