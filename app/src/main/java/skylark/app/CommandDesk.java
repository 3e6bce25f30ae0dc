package skylark.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.domain.VehicleCommand;
import skylark.gate.Authority;
import skylark.pipeline.CommandSink;
import skylark.stage.NanoClock;
import skylark.telemetry.journal.Note;
import skylark.telemetry.vehicle.AckResult;
import skylark.telemetry.vehicle.VehicleEvent;
import skylark.telemetry.vehicle.VehicleLink;
import skylark.telemetry.vehicle.VehicleListener;

/**
 * Sends the operator's commands, keeps account of which the vehicle has answered, and has both written down: what was
 * sent, for which turn, what the vehicle said to it, and what was seen of it. {@link #send} is for any thread, the rest for the vehicle's.
 */
final class CommandDesk implements CommandSink, VehicleListener {
    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);
    private static final int NOTICE = 5;
    private static final int WARNING = 4;

    private final VehicleLink vehicle;
    private final Authority authority;
    private final Consumer<Note> notes;
    private final NanoClock clock;
    private final Map<Long, Long> turns = new ConcurrentHashMap<>();

    CommandDesk(VehicleLink vehicle, Authority authority, Consumer<Note> notes, NanoClock clock) {
        this.vehicle = vehicle;
        this.authority = authority;
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public void send(VehicleCommand command, long turn, long nowNs) {
        long ticket = vehicle.send(command);
        boolean taken = ticket != VehicleLink.NOT_SENT;
        if (taken) {
            turns.put(ticket, turn);
            authority.sent(command, ticket, nowNs);
        } else {
            LOG.error("the vehicle took no more commands: {} was not sent", command.name());
        }
        note(taken ? NOTICE : WARNING, "COMMAND", command, turn, ticket, Map.of("sent", taken));
    }

    @Override
    public void onVehicleEvent(VehicleEvent event) {
        if (event instanceof VehicleEvent.Ack ack) {
            authority.answered(ack.ticket());
            Long turn = turns.remove(ack.ticket());
            Map<String, Object> answer = Map.of("result", ack.result(), "why", ack.reason());
            int severity = ack.result() == AckResult.ACCEPTED ? NOTICE : WARNING;
            note(severity, "COMMAND_ACK", ack.command(), turn, ack.ticket(), answer);
        } else if (event instanceof VehicleEvent.Outcome outcome) {
            Map<String, Object> seen = Map.of("done", outcome.done(), "why", outcome.reason());
            int severity = outcome.done() ? NOTICE : WARNING;
            note(severity, "COMMAND_OUTCOME", outcome.command(), null, outcome.ticket(), seen);
        }
    }

    private void note(
            int severity,
            String code,
            VehicleCommand command,
            @Nullable Long turn,
            long ticket,
            Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>(more);
        data.put("command", command);
        data.put("ticket", ticket);
        notes.accept(new Note.Event(
                "flight",
                severity,
                2,
                code,
                command.name(),
                Map.of(),
                false,
                turn,
                vehicle.state(clock.nanoTime()),
                data));
    }
}
