package skylark.telemetry.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

/** What every way to a vehicle must do. A subclass makes one, on the ground and disarmed, and lets time pass. */
public abstract class VehicleLinkContract {

    protected abstract VehicleLink link();

    /** Lets the link's own thread work for so long. */
    protected abstract void pass(double seconds);

    protected abstract long nowNs();

    private final List<VehicleEvent> events = new ArrayList<>();

    private VehicleState state() {
        return link().state(nowNs());
    }

    @Test
    void shouldReportAStateWithItsAge() {
        pass(1);

        assertThat(state().mode()).isNotNull();
        assertThat(state().ageS()).isBetween(0.0, 1.0);
        assertThat(link().state(nowNs() + 4_000_000_000L).ageS()).isGreaterThanOrEqualTo(4.0);
    }

    @Test
    void shouldAcknowledgeACommandUnderItsNumber() {
        link().listen(events::add);
        pass(1);

        VehicleCommand arm = new VehicleCommand("COMPONENT_ARM_DISARM", Map.of("arm", 1));
        long ticket = link().send(arm);
        pass(1);

        assertThat(ticket).isNotEqualTo(VehicleLink.NOT_SENT);
        assertThat(events).contains(new VehicleEvent.Ack(ticket, arm, AckResult.ACCEPTED, ""));
        assertThat(state().armed()).isTrue();
    }

    @Test
    void shouldRefuseWhatTheVehicleCannotDoNow() {
        link().listen(events::add);
        pass(1);

        link().send(VehicleCommand.of("NAV_RETURN_TO_LAUNCH"));
        pass(1);

        assertThat(acks()).singleElement().satisfies(ack -> {
            assertThat(ack.result()).isNotEqualTo(AckResult.ACCEPTED);
            assertThat(ack.reason()).isNotEmpty();
        });
        assertThat(state().mode()).isNotEqualTo("RTL");
    }

    @Test
    void shouldTakeOffHoldAndLand() {
        pass(1);
        link().send(new VehicleCommand("COMPONENT_ARM_DISARM", Map.of("arm", 1)));
        link().send(new VehicleCommand("NAV_TAKEOFF", Map.of("alt_m", 10.0)));
        pass(15);
        assertThat(state().landed()).isEqualTo("air");
        assertThat(state().altM()).isBetween(9.0, 11.0);

        link().send(VehicleCommand.of("NAV_LAND"));
        pass(40);
        assertThat(state().onGround()).isTrue();
        assertThat(state().armed()).isFalse();
    }

    private List<VehicleEvent.Ack> acks() {
        return events.stream()
                .filter(VehicleEvent.Ack.class::isInstance)
                .map(VehicleEvent.Ack.class::cast)
                .toList();
    }
}
