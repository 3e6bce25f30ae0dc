package skylark.telemetry.ground;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import skylark.domain.DomainJson;

/** Writes what arrives, one line each: JSON, or text for people. Owned by one thread. */
final class Printer implements Receiver.Listener {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;

    Printer(PrintStream out, PrintStream err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    @Override
    public void onMessage(Message message) {
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("topic", message.topic());
            line.put("retained", message.retained());
            line.put("message", message.json());
            print(DomainJson.write(line));
        } else {
            print(clock(message) + " " + message.drone() + " " + words(message));
        }
    }

    @Override
    public void onCleared(String drone, String name) {
        if (json) {
            print(DomainJson.write(Map.of("cleared", Map.of("drone", drone, "name", name))));
        }
    }

    @Override
    public void onGap(String drone, String stream, long first, long last) {
        if (json) {
            Map<String, Object> gap = new LinkedHashMap<>();
            gap.put("drone", drone);
            gap.put("stream", stream);
            gap.put("from", first);
            gap.put("to", last);
            print(DomainJson.write(Map.of("gap", gap)));
        } else {
            print("-------- " + drone + " missing: " + stream + " " + first + (first == last ? "" : " to " + last));
        }
    }

    @Override
    public void onNonsense(String topic, String why) {
        err.println("ignored on " + topic + ": " + why.lines().findFirst().orElse(""));
    }

    /** Whether nobody reads any more. */
    boolean isBroken() {
        return out.checkError();
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }

    private static String clock(Message message) {
        String ts = message.text("ts");
        boolean iso = ts.length() >= "2026-01-01T00:00:00".length();
        String late = message.json().path("hist").asBoolean() && !message.retained() ? "*" : "";
        return (iso ? ts.substring(11, 19) : "--------") + late;
    }

    private static String words(Message message) {
        JsonNode data = message.data();
        return switch (message.text("type")) {
            case "event" -> event(message);
            case "alert" -> "ALERT " + data.path("alert").asText() + " (" + message.text("code") + ")";
            case "dialog" ->
                "heard \"" + data.path("text").asText() + "\" -> "
                        + data.path("intent").asText() + ", "
                        + data.path("decision").asText() + ": \"" + message.text("text") + "\"";
            case "state" -> "is " + data.path("state").asText();
            case "birth" -> "online, session " + message.text("session");
            case "status", "pos" -> message.text("type") + fields(data);
            default -> message.name() + " " + data;
        };
    }

    private static String event(Message message) {
        String said = message.text("text");
        String fate = message.json().path("spoken").asBoolean()
                ? "said \"" + said + "\""
                : (said.isEmpty() ? "" : said + " ") + reason(message.data());
        return message.name() + " " + message.text("code") + " " + fate;
    }

    private static String reason(JsonNode data) {
        String fate = data.path("fate").asText("");
        String why = data.path("why").asText("");
        return fate.isEmpty() ? "" : "(" + fate.replace('_', ' ') + (why.isEmpty() ? "" : ": " + why) + ")";
    }

    private static String fields(JsonNode data) {
        StringBuilder text = new StringBuilder();
        data.fields().forEachRemaining(field -> {
            String value = field.getValue().isContainerNode()
                    ? field.getValue().toString()
                    : field.getValue().asText();
            text.append(' ').append(field.getKey()).append('=').append(value);
        });
        return text.toString();
    }
}
