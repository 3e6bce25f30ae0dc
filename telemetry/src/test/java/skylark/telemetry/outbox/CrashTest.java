package skylark.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.telemetry.journal.Stream;

/** A process that is killed in the middle of writing. */
@Tag("slow")
class CrashTest {
    private static final int ENOUGH = 200;

    @TempDir
    Path folder;

    /** Appends for ever, and says each number once it is on the disk. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            Outbox outbox = Outbox.open(Path.of(args[0]), 64 << 20);
            for (int i = 1; ; i++) {
                String id = "r" + i;
                outbox.append(List.of(new Draft(id, Stream.EVENT, "t", 1, 0, 1, seq -> "{}")));
                System.out.println(i);
            }
        }
    }

    @Test
    void shouldLoseNothingThatWasWrittenWhenTheProcessIsKilled() throws Exception {
        Path file = folder.resolve("outbox.db");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process writer = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Writer.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long said = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said = Long.parseLong(line);
                if (said == ENOUGH) {
                    writer.toHandle().destroyForcibly(); // leaves the pipe readable
                }
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }

        assertThat(said).isGreaterThanOrEqualTo(ENOUGH);
        try (Outbox outbox = Outbox.open(file, 64 << 20)) {
            assertThat(outbox.count()).isGreaterThanOrEqualTo(said);
            assertThat(outbox.all()).extracting(Entry::seq).isSorted().doesNotHaveDuplicates();
            assertThat(outbox.lastNumbers()).containsEntry(Stream.EVENT, outbox.count());
        }
    }
}
