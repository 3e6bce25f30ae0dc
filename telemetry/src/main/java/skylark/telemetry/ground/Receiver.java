package skylark.telemetry.ground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Sorts what arrives: new messages, copies, holes in the numbering; and knows what to acknowledge. Owned by one thread. */
public final class Receiver {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PREFIX_PARTS = 4;

    private final String fleet;
    private final Listener listener;
    private final Copies copies = new Copies();
    /** By drone, then by stream. */
    private final Map<String, Map<String, Numbers>> numbers = new TreeMap<>();

    /** Told what arrived, once each. */
    public interface Listener {

        void onMessage(Message message);

        /** A retained message was taken away: an alert is over. */
        void onCleared(String drone, String name);

        /** These numbers of a stream never arrived. */
        void onGap(String drone, String stream, long first, long last);

        /** Something that is no message of ours. */
        void onNonsense(String topic, String why);
    }

    public Receiver(String fleet, Listener listener) {
        this.fleet = fleet;
        this.listener = listener;
    }

    /** Takes one message as it came off the wire. */
    public void receive(String topic, byte[] payload, boolean retained, long nowNs) {
        String[] parts = topic.split("/", PREFIX_PARTS + 1);
        if (parts.length <= PREFIX_PARTS || !parts[2].equals(fleet) || parts[3].equals("gcs")) {
            return;
        }
        String drone = parts[3];
        String name = parts[PREFIX_PARTS];
        if (payload.length == 0) {
            listener.onCleared(drone, name);
            return;
        }
        try {
            accept(new Message(topic, drone, name, retained, JSON.readTree(text(payload))), nowNs);
        } catch (JsonProcessingException e) {
            listener.onNonsense(topic, e.getOriginalMessage());
        }
    }

    private void accept(Message message, long nowNs) {
        JsonNode json = message.json();
        if (!json.isObject() || message.text("id").isEmpty()) {
            listener.onNonsense(message.topic(), "expected an object with an id");
            return;
        }
        if (json.path("seq").isIntegralNumber()) {
            numbers.computeIfAbsent(message.drone(), drone -> new TreeMap<>())
                    .computeIfAbsent(message.text("type"), stream -> new Numbers())
                    .add(json.path("seq").asLong(), nowNs);
        }
        if (!copies.isCopy(message.text("id"))) {
            listener.onMessage(message);
        }
    }

    /** Gives up holes that have been open for too long. */
    public void look(long nowNs) {
        numbers.forEach((drone, streams) -> streams.forEach((stream, each) -> {
            Numbers.Hole hole = each.giveUp(nowNs);
            if (hole != null) {
                listener.onGap(drone, stream, hole.first(), hole.last());
            }
        }));
    }

    /** What to acknowledge to each drone: the highest number of each stream up to which nothing is missing. */
    public Map<String, Map<String, Long>> stored() {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        numbers.forEach((drone, streams) -> {
            Map<String, Long> upTo = new LinkedHashMap<>();
            streams.forEach((stream, each) -> upTo.put(stream, each.contiguous()));
            all.put(drone, upTo);
        });
        return all;
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }
}
