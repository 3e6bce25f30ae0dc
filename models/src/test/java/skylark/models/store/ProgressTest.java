package skylark.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.models.store.InstallProgress.Phase;

class ProgressTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void shouldDrawABarThatIsWipedAtTheEnd() {
        show(true);

        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("[------------------------]   0 %  ears: downloading 50 MB")
                .contains("[############------------]  50 %  ears: downloading 50 MB")
                .endsWith("\r\033[K");
    }

    @Test
    void shouldPrintOneLineForAPhaseWhereThereIsNoTerminal() {
        show(false);

        assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo("ears: downloading 50 MB\n");
    }

    @Test
    void shouldDrawOnlyWhenThePercentageChanges() {
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        TerminalProgress progress = new TerminalProgress(out, true);
        progress.started("ears", Phase.EXTRACTING, 1_000_000);
        for (int bytes = 0; bytes < 1_000_000; bytes += 100) {
            progress.reached(bytes);
        }

        assertThat(shown.toString(StandardCharsets.UTF_8).split("\r", -1)).hasSize(101);
    }

    @Test
    void shouldFindTheReasonInWhatAClientPrinted(@TempDir Path temp) throws IOException {
        assertThat(reason(temp, "npm warn old\nnpm error code ENOTFOUND\nnpm error network no route\nnpm error more"))
                .isEqualTo("network no route");
        assertThat(reason(temp, "\033[1m[ERROR]\033[m Failed to execute goal: unknown host\n[ERROR] -> [Help 1]"))
                .isEqualTo("Failed to execute goal: unknown host");
        assertThat(reason(temp, "something else\n\n")).isEqualTo("something else");
        assertThat(reason(temp, "")).isEqualTo("it ended with status 7");
        assertThat(reason(temp, "x".repeat(1000))).hasSize(304);
    }

    private static String reason(Path temp, String printed) throws IOException {
        return ClientLog.reason(Files.writeString(temp.resolve("log"), printed), 7);
    }

    private void show(boolean terminal) {
        TerminalProgress progress =
                new TerminalProgress(new PrintStream(shown, true, StandardCharsets.UTF_8), terminal);
        progress.started("ears", Phase.DOWNLOADING, 50_000_000);
        progress.reached(25_000_000);
        progress.finished();
    }
}
