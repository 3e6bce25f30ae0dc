package skylark.telemetry.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.telemetry.journal.Identity;
import skylark.telemetry.journal.Stream;
import skylark.telemetry.mqtt.MqttEvent;

/**
 * What is known of the ground hosts of the fleet. Once one has shown itself, a record leaves the outbox only when a ground
 * host confirms it; before that the broker's word is enough. Owned by one thread.
 */
public final class GroundStation {
    private static final Logger LOG = LoggerFactory.getLogger(GroundStation.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String prefix;
    private final String ackSuffix;
    private boolean known;

    /** What a message from the ground changed. */
    sealed interface News {}

    /** A host has come (back): what was sent while it was away has to be sent again. */
    record Online() implements News {}

    /** A host has stored everything up to these numbers. */
    record Stored(Map<Stream, Long> upTo) implements News {}

    /** Nothing of interest. */
    record Nothing() implements News {}

    GroundStation(Identity identity) {
        prefix = "skylark/1/" + identity.fleet() + "/gcs/";
        ackSuffix = "/ack/" + identity.drone();
    }

    /** The topics on which the ground speaks to a drone. */
    public static List<String> topics(Identity identity) {
        GroundStation ground = new GroundStation(identity);
        return List.of(ground.prefix + "+/state", ground.prefix + "+" + ground.ackSuffix);
    }

    /** Whether records wait for a ground host's word. */
    boolean confirms() {
        return known;
    }

    News hear(MqttEvent.Received received) {
        String text = new String(received.payload(), StandardCharsets.UTF_8);
        if (text.isEmpty() || !received.topic().startsWith(prefix)) {
            return new Nothing();
        }
        try {
            JsonNode json = JSON.readTree(text);
            return received.topic().endsWith(ackSuffix) ? stored(json) : presence(json);
        } catch (JsonProcessingException e) {
            LOG.warn("not JSON on {}: {}", received.topic(), e.getOriginalMessage());
            return new Nothing();
        }
    }

    private News presence(JsonNode json) {
        known = true;
        return "online".equals(json.path("state").asText()) ? new Online() : new Nothing();
    }

    private static News stored(JsonNode json) {
        Map<Stream, Long> upTo = new EnumMap<>(Stream.class);
        for (Stream stream : Stream.values()) {
            if (json.path(stream.wireName()).isIntegralNumber()) {
                upTo.put(stream, json.path(stream.wireName()).asLong());
            }
        }
        return new Stored(upTo);
    }
}
