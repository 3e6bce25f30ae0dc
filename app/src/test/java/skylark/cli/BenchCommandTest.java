package skylark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.config.Settings;
import skylark.models.store.ModelStore;

class BenchCommandTest {
    private static final String RECORDINGS = "../audio/recordings/manifest.jsonl";

    @TempDir
    Path folder;

    @Test
    void shouldRefuseWhatCannotBeMeasuredBeforeItBegins() throws Exception {
        refused("bench: expected nothing, or one of", "--endpoint", "--case-study");
        refused("bench: expected --turns and --rounds of at least 1", "--turns", "0");
        refused("--out: expected a file that ends in .json, got 'x.txt'", "--out", "x.txt");
        refused("gone.jsonl: cannot be read, expected a manifest", "--recordings", "gone.jsonl");
        refused(folder + ": no launcher in it, expected a checkout", "--compare", folder.toString());
        Path dev = Files.createDirectory(folder.resolve("dev"));
        refused(dev.resolve("utterances.jsonl") + ": cannot be read", "--dev", dev.toString());
    }

    @Test
    void shouldNameTheBaseThatDies() throws Exception {
        Path launcher = Files.writeString(folder.resolve("skylark"), "#!/bin/sh\necho 'skylark: broken' >&2\nexit 3\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();

        CliRun run = bench(
                "--compare",
                folder.toString(),
                "--out",
                folder.resolve("c.json").toString());

        assertThat(run.status()).isEqualTo(ExitStatus.FOUND_WRONG);
        assertThat(run.err())
                .contains("skylark: the base: ended with status 3: broken")
                .doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Tag("slow")
    @Test
    void shouldLeaveTheProfilesOfAFewTurns() throws Exception {
        assumeTrue(
                ModelStore.at(Settings.defaults().models().dir()).complete(),
                "the models are not installed; 'skylark models install' does that");

        CliRun run = bench("--profile", folder.toString(), "--turns", "2");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .contains("skylark.jfr", "trace.json")
                    .anyMatch(name -> name.matches("generator.*\\.json"));
        }
        assertThat(events()).contains("skylark.Turn", "skylark.Stage");
    }

    private List<String> events() throws IOException {
        return RecordingFile.readAllEvents(folder.resolve("skylark.jfr")).stream()
                .map(event -> event.getEventType().getName())
                .distinct()
                .toList();
    }

    private void refused(String expected, String... options) {
        CliRun run = bench(options);
        assertThat(run.status()).as(expected).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.err()).startsWith("skylark: ").contains(expected).hasLineCount(1);
    }

    /** On the shipped recordings, unless the options name others. */
    private static CliRun bench(String... options) {
        boolean named = List.of(options).contains("--recordings");
        Stream<String> recordings = named ? Stream.of() : Stream.of("--recordings", RECORDINGS);
        String[] words = Stream.of(Stream.of("bench"), Stream.of(options), recordings)
                .flatMap(part -> part)
                .toArray(String[]::new);
        return CliRun.of(DomainBrain::new, "", words);
    }
}
