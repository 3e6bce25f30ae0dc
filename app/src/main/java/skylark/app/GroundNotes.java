package skylark.app;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import skylark.config.Settings;
import skylark.domain.VehicleState;
import skylark.metrics.Metrics;
import skylark.pipeline.Pipeline;
import skylark.pipeline.TurnListener;
import skylark.pipeline.TurnReport;
import skylark.stage.NanoClock;
import skylark.telemetry.Telemetry;
import skylark.telemetry.journal.Note;

/**
 * Tells the ground of every turn of a replay. A turn only puts a note onto a link: neither the disk nor the broker can
 * slow it.
 */
public final class GroundNotes implements TurnListener, AutoCloseable {
    private final Telemetry telemetry;
    private final AtomicReference<VehicleState> latest;
    private final Consumer<String> leftBehind;

    private GroundNotes(Settings settings, VehicleState vehicle, Consumer<String> leftBehind) {
        this.latest = new AtomicReference<>(vehicle);
        this.leftBehind = leftBehind;
        this.telemetry =
                new Telemetry(settings, now -> latest.get(), Map.of("version", "0.1.0"), leftBehind, NanoClock.SYSTEM);
    }

    /**
     * Starts to publish to {@code mqtt.url}; empty when it is not set.
     *
     * @param vehicle what holds until a turn has a state of its own
     * @param leftBehind told in one line what the disk or the broker did not take
     * @throws skylark.domain.BadInputException when the data folder or a certificate cannot be used
     */
    public static Optional<GroundNotes> open(Settings settings, VehicleState vehicle, Consumer<String> leftBehind) {
        if (!settings.mqtt().isSet()) {
            return Optional.empty();
        }
        GroundNotes notes = new GroundNotes(settings, vehicle, leftBehind);
        notes.telemetry.start();
        notes.telemetry.offer(new Note.Condition("ready", "replay"));
        return Optional.of(notes);
    }

    /** Has the ground told what is measured, from now until the pipeline ends. */
    public void tell(Pipeline pipeline, Supplier<Metrics.Snapshot> measured) {
        pipeline.adopt(FiguresStage.runner(measured, telemetry::offer));
    }

    @Override
    public void onTurn(TurnReport report) {
        VehicleState state = report.spoken().draft().request().state();
        latest.set(state);
        telemetry.offer(new Note.Dialog(report.turn(), report.result(), state));
    }

    /** Waits a little for what is still to be sent, and says what is left. */
    @Override
    public void close() {
        telemetry.close();
        telemetry.leftBehind().ifPresent(leftBehind);
    }
}
