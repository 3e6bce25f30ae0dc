package skylark.telemetry.ground;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One message from a drone.
 *
 * @param name the end of its topic, such as {@code event/flight}
 * @param json the envelope
 */
public record Message(String topic, String drone, String name, boolean retained, JsonNode json) {

    String text(String key) {
        return json.path(key).asText("");
    }

    JsonNode data() {
        return json.path("data");
    }
}
