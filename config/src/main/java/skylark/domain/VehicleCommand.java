package skylark.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * A command to the vehicle in the words of MAVLink.
 *
 * @param name such as {@code NAV_RETURN_TO_LAUNCH}
 * @param params named values in SI units
 */
public record VehicleCommand(@JsonProperty("name") String name, @JsonProperty("params") Map<String, Object> params) {
    public VehicleCommand {
        params = Map.copyOf(params);
    }

    public static VehicleCommand of(String name) {
        return new VehicleCommand(name, Map.of());
    }
}
