package skylark.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON as the contract has it: unknown keys refused, one object a line. Safe for use by all threads. */
public final class DomainJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private DomainJson() {}

    /**
     * Reads one value.
     *
     * @param where what is being read, for the message: a file, or a line of it
     * @throws BadInputException in one line, with the key where there is one
     */
    public static <T> T read(String json, Class<T> type, String where) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new BadInputException(where + ": expected a JSON object, got null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new BadInputException(where + ": " + oneLine(e), e);
        }
    }

    /** Writes one value on one line. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
        }
    }

    private static String oneLine(JsonProcessingException e) {
        Throwable cause = e.getCause();
        String message = cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : e.getOriginalMessage();
        String firstLine = message.lines().findFirst().orElse("not JSON");
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String key = mapping.getPath().get(mapping.getPath().size() - 1).getFieldName();
            return key == null ? firstLine : "key '" + key + "': " + firstLine;
        }
        return firstLine;
    }
}
