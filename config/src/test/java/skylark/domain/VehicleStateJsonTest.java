package skylark.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class VehicleStateJsonTest {
    private static final VehicleState OLD =
            VehicleState.hover().toBuilder().ageS(9.0).failsafe("rc lost").build();

    @Test
    void shouldWriteTheKeysOfTheContractAndNoOthers() throws Exception {
        JsonNode json = new ObjectMapper().readTree(DomainJson.write(OLD));
        assertThat(json.fieldNames())
                .toIterable()
                .isSubsetOf(
                        List.of(("armed mode landed battery_pct battery_s alt_m speed_mps climb_mps heading_deg lat lon"
                                        + " home_m home_deg eta_s wind_mps wind_from_deg gps_fix satellites"
                                        + " link_pct waypoint waypoints payload winch_m health failsafe age_s")
                                .split(" ")));
    }

    @Test
    void shouldReadWhatItWrote() {
        assertThat(DomainJson.read(DomainJson.write(OLD), VehicleState.class, "state"))
                .isEqualTo(OLD);
    }
}
