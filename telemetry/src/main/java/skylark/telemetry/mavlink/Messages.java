package skylark.telemetry.mavlink;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The messages that we read and write; all others pass unread. */
final class Messages {
    private static final Map<Integer, MessageType> BY_ID = read();
    private static final Map<String, MessageType> BY_NAME =
            BY_ID.values().stream().collect(Collectors.toMap(MessageType::name, Function.identity()));

    private Messages() {}

    static @Nullable MessageType byId(int id) {
        return BY_ID.get(id);
    }

    static MessageType named(String name) {
        return Objects.requireNonNull(BY_NAME.get(name), () -> "no message " + name);
    }

    static Collection<MessageType> all() {
        return BY_ID.values();
    }

    private static Map<Integer, MessageType> read() {
        try (InputStream stream = Messages.class.getResourceAsStream("messages.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(stream, "messages.txt is missing"), StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(MessageType::parse)
                    .collect(Collectors.toUnmodifiableMap(MessageType::id, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
