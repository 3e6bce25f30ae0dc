package skylark.config;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One key of the configuration, with all there is to say about it.
 *
 * @param <T> the type of its value
 * @param path {@code section.name}
 * @param unit of the value, or empty
 * @param meaning what it does, for the operator
 */
public record Key<T>(String path, ValueType<T> type, T defaultValue, String unit, String meaning) {
    public Key {
        if (!path.matches("[a-z]+\\.[a-z0-9_]+")) {
            throw new IllegalArgumentException(path + ": expected section.name");
        }
        if (type.accept(defaultValue) == null) {
            throw new IllegalArgumentException(path + ": the default is not " + type.expected());
        }
    }

    public String section() {
        return path.substring(0, path.indexOf('.'));
    }

    public String name() {
        return path.substring(path.indexOf('.') + 1);
    }

    /** {@code SKYLARK_SECTION_NAME}. */
    public String environmentName() {
        return Keys.ENVIRONMENT_PREFIX + path.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** What its value may be, for people. */
    public String expected() {
        return type.expected();
    }

    /** The default as a TOML literal. */
    public String defaultLiteral() {
        return type.write(defaultValue);
    }

    /**
     * Returns {@code value}.
     *
     * @throws SettingRejected when it is not what the key expects
     */
    public T checked(T value) {
        return fromLiteral(value);
    }

    T fromText(String text) {
        Object literal = type.literal(text);
        T value = literal == null ? null : type.accept(literal);
        return orRejected(value, '\'' + text + '\'');
    }

    T fromLiteral(@Nullable Object literal) {
        return orRejected(
                type.accept(literal), literal instanceof String ? "'" + literal + "'" : Objects.toString(literal));
    }

    private T orRejected(@Nullable T value, String given) {
        if (value == null) {
            throw new SettingRejected(this, "expected " + type.expected() + ", got " + given);
        }
        return value;
    }
}
