package skylark.telemetry.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import skylark.domain.DomainJson;

/** Writes an envelope and keeps it within its size: what matters least goes first, then long texts are cut. */
final class Fitting {
    /** An envelope's limit is 1 KiB; the rest is for {@code hist}. */
    static final int MAX_BYTES = 1024 - 16;

    private static final List<String> EXPENDABLE = List.of("veh", "ms", "why", "slots", "args");
    private static final int SHORTEST_CUT = 32;
    private static final Set<String> KEPT = Set.of("id", "session", "ts");
    private static final ObjectMapper TREES = new ObjectMapper();

    private Fitting() {}

    /** A value as nested maps, for an envelope's {@code data}. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> tree(Object value) {
        return TREES.convertValue(value, Map.class);
    }

    static String write(Map<String, Object> fields) {
        String json = DomainJson.write(fields);
        for (String key : EXPENDABLE) {
            if (fits(json)) {
                return json;
            }
            without(fields, key);
            json = DomainJson.write(fields);
        }
        while (!fits(json) && halveLongest(fields)) {
            json = DomainJson.write(fields);
        }
        return json;
    }

    private static boolean fits(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    @SuppressWarnings("unchecked")
    private static void without(Map<String, Object> fields, String key) {
        fields.remove(key);
        if (fields.get("data") instanceof Map<?, ?> data && data.containsKey(key)) {
            Map<String, Object> rest = new LinkedHashMap<>((Map<String, Object>) data);
            rest.remove(key);
            fields.put("data", rest);
        }
    }

    /** Cuts the longest text in half; false when there is nothing left to cut. */
    @SuppressWarnings("unchecked")
    private static boolean halveLongest(Map<String, Object> fields) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (fields.get("data") instanceof Map<?, ?> found) {
            data.putAll((Map<String, Object>) found);
            fields.put("data", data);
        }
        return Stream.concat(texts(fields), texts(data))
                .filter(text -> text.value.length() >= SHORTEST_CUT && !KEPT.contains(text.key))
                .max(Comparator.comparingInt(text -> text.value.length()))
                .map(Text::halve)
                .isPresent();
    }

    private static Stream<Text> texts(Map<String, Object> where) {
        return where.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof String)
                .map(entry -> new Text(where, entry.getKey(), (String) entry.getValue()));
    }

    private record Text(Map<String, Object> where, String key, String value) {
        Text halve() {
            int end = value.length() / 2;
            int whole = Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end;
            where.put(key, value.substring(0, whole) + "\u2026");
            return this;
        }
    }
}
