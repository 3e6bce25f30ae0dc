package skylark.telemetry.mavlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every message that we know, written by us and read by pymavlink, and the other way round. Needs a Python with it:
 * {@code SKYLARK_PYTHON}, else {@code python3}.
 */
@Tag("slow")
class PymavlinkTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "5a".repeat(32);
    private static final String PYTHON = Objects.requireNonNullElse(System.getenv("SKYLARK_PYTHON"), "python3");

    @TempDir
    Path folder;

    @BeforeEach
    void needPymavlink() throws Exception {
        assumeTrue(run(List.of(PYTHON, "-c", "import pymavlink"), "") != null, PYTHON + " has no pymavlink");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldBeReadByPymavlinkAndReadIt(boolean signed) throws Exception {
        List<Message> sent = new ArrayList<>();
        StringBuilder frames = new StringBuilder();
        FrameWriter writer = new FrameWriter(signed ? signing().signer() : null);
        for (MessageType type : Messages.all()) {
            Message message = filled(type);
            sent.add(message);
            frames.append(HexFormat.of().formatHex(writer.write(message))).append('\n');
        }
        List<String> command = new ArrayList<>(List.of(PYTHON, script().toString(), signed ? KEY : ""));
        Messages.all().forEach(type -> command.add(type.name()));
        List<String> lines = Objects.requireNonNull(run(command, frames.toString()), "pymavlink failed");
        int border = lines.indexOf("--");
        assertThat(border).as("messages that it read").isEqualTo(sent.size());
        for (int i = 0; i < border; i++) {
            String[] said = lines.get(i).split(" ", 2);
            assertThat(said[0]).isEqualTo(sent.get(i).name());
            assertSame(sent.get(i), JSON.readTree(said[1]));
        }
        List<Message> heard = new ArrayList<>();
        FrameReader reader = new FrameReader(signed ? signing().verifier() : null, heard::add);
        for (String line : lines.subList(border + 1, lines.size())) {
            String[] said = line.split(" ", 3);
            reader.read(ByteBuffer.wrap(HexFormat.of().parseHex(said[0])));
            assertThat(heard).as("%s", line).isNotEmpty();
            Message message = heard.remove(0);
            assertThat(message.name()).isEqualTo(said[1]);
            assertSame(message, JSON.readTree(said[2]));
        }
        assertThat(lines).hasSize(2 * sent.size() + 1);
    }

    /** Each field with a value of its own. */
    private static Message filled(MessageType type) {
        Message message = Message.of(type.name()).from(7, 1);
        int value = 3;
        for (Field field : type.fields().values()) {
            for (int i = 0; i < field.count(); i++) {
                if (field.kind() == Field.Kind.CHAR) {
                    message.with(field.name(), "compass not calibrated");
                } else {
                    message.with(field.name(), i, (double) value++ % 100);
                }
            }
        }
        return message;
    }

    private static void assertSame(Message message, JsonNode said) {
        for (Field field : message.type().fields().values()) {
            JsonNode value = said.get(field.name());
            assertThat(value).as("%s.%s", message.name(), field.name()).isNotNull();
            if (field.kind() == Field.Kind.CHAR) {
                assertThat(value.asText()).isEqualTo(message.text(field.name()));
                continue;
            }
            for (int i = 0; i < field.count(); i++) {
                double one = value.isArray() ? value.get(i).asDouble() : value.asDouble();
                assertThat(message.number(field.name(), i))
                        .as("%s.%s[%d]", message.name(), field.name(), i)
                        .isCloseTo(one, within(1e-6));
            }
        }
    }

    private Signing signing() throws IOException {
        return Signing.of(Files.writeString(folder.resolve("key"), KEY), Signing::systemTime);
    }

    private Path script() throws IOException {
        try (InputStream script = PymavlinkTest.class.getResourceAsStream("interop.py")) {
            return Files.write(
                    folder.resolve("interop.py"), Objects.requireNonNull(script).readAllBytes());
        }
    }

    /** Its lines, or null if it did not end well. */
    private List<String> run(List<String> command, String input) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return null;
            }
            return process.exitValue() == 0 ? Files.readAllLines(out, StandardCharsets.UTF_8) : null;
        } catch (IOException noPython) {
            return null;
        }
    }
}
