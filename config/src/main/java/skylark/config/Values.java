package skylark.config;

import java.util.HashMap;
import java.util.Map;

/** A value for every key, and where it was given. Belongs to the thread that loads. */
final class Values {
    private final Map<Key<?>, Object> given = new HashMap<>();
    private final Map<Key<?>, String> origins = new HashMap<>();

    /** @param origin such as {@code skylark.toml:7} */
    <T> void put(Key<T> key, T value, String origin) {
        given.put(key, value);
        origins.put(key, origin);
    }

    @SuppressWarnings("unchecked") // put() pairs each key with its own type
    <T> T get(Key<T> key) {
        Object value = given.get(key);
        return value == null ? key.defaultValue() : (T) value;
    }

    String originOf(Key<?> key) {
        return origins.getOrDefault(key, "default");
    }
}
