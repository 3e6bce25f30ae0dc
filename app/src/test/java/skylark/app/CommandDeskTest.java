package skylark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.gate.Authority;
import skylark.telemetry.journal.Note;
import skylark.telemetry.vehicle.AckResult;
import skylark.telemetry.vehicle.VehicleEvent;
import skylark.telemetry.vehicle.VehicleLink;
import skylark.telemetry.vehicle.VehicleListener;

class CommandDeskTest {
    private static final VehicleCommand RELEASE = new VehicleCommand("DO_GRIPPER", Map.of("action", "release"));
    private final List<Note.Event> notes = new ArrayList<>();
    private final Authority authority = Authority.overVehicle();
    private final Counter vehicle = new Counter();
    private final CommandDesk desk = new CommandDesk(vehicle, authority, note -> notes.add((Note.Event) note), () -> 0);

    @Test
    void shouldWriteDownWhatWasSentAndWhatTheVehicleSaidToIt() {
        desk.send(RELEASE, 7, 0);
        assertThat(authority.conditions(1).commandInFlight()).isTrue();
        desk.onVehicleEvent(new VehicleEvent.Text(4, "gripper"));
        desk.onVehicleEvent(new VehicleEvent.Ack(vehicle.tickets, RELEASE, AckResult.DENIED, "jammed"));
        assertThat(authority.conditions(1).commandInFlight()).isFalse();
        assertThat(notes).extracting(Note.Event::code).containsExactly("COMMAND", "COMMAND_ACK");
        assertThat(notes).allSatisfy(note -> {
            assertThat(note.turn()).isEqualTo(7);
            assertThat(note.state()).isEqualTo(VehicleState.hover());
            assertThat(note.data()).containsEntry("command", RELEASE).containsEntry("ticket", vehicle.tickets);
        });
        assertThat(notes.get(1).data())
                .containsEntry("result", AckResult.DENIED)
                .containsEntry("why", "jammed");
    }

    @Test
    void shouldWriteDownWhatWasSeenOfACommand() {
        desk.onVehicleEvent(new VehicleEvent.Outcome(3, RELEASE, false, "release not confirmed"));
        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("COMMAND_OUTCOME");
            assertThat(note.data())
                    .containsEntry("done", false)
                    .containsEntry("why", "release not confirmed")
                    .containsEntry("ticket", 3L);
        });
    }

    @Test
    void shouldWriteDownThatTheVehicleTookNothing() {
        vehicle.full = true;
        desk.send(RELEASE, 7, 0);
        assertThat(authority.conditions(1).commandInFlight()).isFalse();
        assertThat(notes).singleElement().satisfies(note -> assertThat(note.data())
                .containsEntry("sent", false));
    }

    @Test
    void shouldWriteDownAnAnswerToWhatTheScriptSent() {
        desk.onVehicleEvent(new VehicleEvent.Ack(99, RELEASE, AckResult.ACCEPTED, ""));
        assertThat(notes).singleElement().satisfies(note -> assertThat(note.turn())
                .isNull());
    }

    private static final class Counter implements VehicleLink {
        private long tickets;
        private boolean full;

        @Override
        public VehicleState state(long nowNs) {
            return VehicleState.hover();
        }

        @Override
        public long send(VehicleCommand command) {
            return full ? NOT_SENT : ++tickets;
        }

        @Override
        public void listen(VehicleListener listener) {}
    }
}
