package skylark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skylark.audio.pcm.WavReader;
import skylark.config.Settings;
import skylark.models.store.ModelStore;

/** What people give to {@code replay} that it cannot play, or not as it is. */
class ReplayCommandTest {
    private static final Path SPOKEN = Path.of("..", "audio", "recordings", "turn-011.wav");
    private static final int HEADER = 44;

    @TempDir
    Path folder;

    private short[] speech;

    @BeforeEach
    void read() {
        speech = WavReader.read(SPOKEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "missing.wav|no such file; expected a WAV file, a folder of them, or a manifest (*.jsonl)",
                "empty.wav|empty file, expected a WAV file",
                "short.wav|truncated, its data chunk says",
                "alaw.wav|WAV format 6, expected PCM (format 1)",
                "silent.wav|holds no samples, expected at least one",
                "text.wav|not a WAV file, expected RIFF and WAVE at its start",
                "fast.wav|a rate of 192000 Hz, expected 8000 to 96000",
                "wide.wav|9 channels, expected 1 to 8",
                "nothing|nothing to play in it; expected WAV files or manifest lines",
            })
    void shouldRefuseInOneLineWhatWasNamed(String name, String expected) throws IOException {
        unplayable();
        Path out = folder.resolve("out");

        CliRun run = run("replay", folder.resolve(name).toString(), "--out", out.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.err())
                .startsWith("skylark: " + folder.resolve(name) + ": " + expected)
                .hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(out).as("nothing was begun").doesNotExist();
    }

    @Test
    void shouldRefuseAFolderThatCannotBeWrittenBeforeAnythingIsLoaded() throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));
        CliRun run = run("replay", SPOKEN.toString(), "--out", file.toString());
        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.err()).startsWith("skylark: " + file).hasLineCount(1);
    }

    @Tag("slow")
    @Test
    void shouldPlayWhatItCanAndExplainWhatItCannot() throws IOException {
        assumeModels();
        unplayable();
        for (int rateHz : new int[] {48_000, 96_000}) {
            write("rate-" + rateHz + ".wav", 1, rateHz, 1, spread(rateHz / 16_000));
        }
        for (int channels = 1; channels <= 8; channels++) {
            write("channels-" + channels + ".wav", 1, 16_000, channels, spread(channels));
        }
        write("zz-blocked.wav", 1, 16_000, 1, speech);
        write("z-silence.wav", 1, 16_000, 1, new short[16_000]);
        Files.writeString(
                folder.resolve("manifest.jsonl"),
                "{\"audio\":\"channels-1.wav\"}\n{not json\n{\"audio\":\"gone.wav\"}\n"
                        + "{\"audio\":\"z-silence.wav\",\"text\":\"\"}\n");
        Path out = folder.resolve("out");
        blockReplies(out);

        CliRun run = run("replay", folder.toString(), "--out", out.toString(), "--pace", "fast");

        assertThat(run.status()).isEqualTo(ExitStatus.FOUND_WRONG);
        List<JsonNode> turns = turns(out);
        assertThat(turns)
                .filteredOn(turn -> name(turn).matches("(rate|channels).*"))
                .hasSize(10)
                .allSatisfy(turn -> {
                    assertThat(turn.get("error").isNull()).as(name(turn)).isTrue();
                    assertThat(turn.get("intent").asText()).as(name(turn)).isEqualTo("query.flight_time");
                });
        assertThat(error(turns, "manifest.jsonl:2")).contains("manifest.jsonl:2:");
        assertThat(error(turns, "gone.wav")).contains("gone.wav: no such file");
        assertThat(error(turns, "alaw.wav")).contains("WAV format 6");
        assertThat(error(turns, "z-silence.wav")).as("as labelled").isEqualTo("null");
        assertThat(error(turns, "zz-blocked.wav")).contains("cannot be kept as");
        assertThat(out.resolve("report.html")).exists();
        assertThat(out.resolve("report.json"))
                .content()
                .contains("clock.c2a.warm", "stage.generate.warm", "cycle.hearing");
    }

    /** A folder lies where the last reply would go. */
    private static void blockReplies(Path out) throws IOException {
        for (int number = 1; number < 40; number++) {
            Path inTheWay = out.resolve("replies").resolve(String.format("%03d-zz-blocked.wav", number));
            Files.createDirectories(inTheWay.resolve("full"));
        }
    }

    private void unplayable() throws IOException {
        Files.createFile(folder.resolve("empty.wav"));
        Files.createDirectory(folder.resolve("nothing"));
        Files.writeString(folder.resolve("text.wav"), "this is not a sound");
        write("alaw.wav", 6, 16_000, 1, speech);
        write("silent.wav", 1, 16_000, 1, new short[0]);
        write("fast.wav", 1, 192_000, 1, speech);
        write("wide.wav", 1, 16_000, 9, new short[9]);
        byte[] whole = Files.readAllBytes(SPOKEN);
        Files.write(folder.resolve("short.wav"), Arrays.copyOf(whole, whole.length / 2));
    }

    private void write(String name, int format, int rateHz, int channels, short[] samples) throws IOException {
        ByteBuffer wav = ByteBuffer.allocate(HEADER + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + samples.length * 2);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) format).putShort((short) channels).putInt(rateHz).putInt(rateHz * channels * 2);
        wav.putShort((short) (channels * 2)).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples.length * 2);
        for (short sample : samples) {
            wav.putShort(sample);
        }
        Files.write(folder.resolve(name), wav.array());
    }

    /** Each sample several times: the same speech on more channels, or at a higher rate. */
    private short[] spread(int times) {
        short[] all = new short[speech.length * times];
        for (int i = 0; i < all.length; i++) {
            all[i] = speech[i / times];
        }
        return all;
    }

    private static List<JsonNode> turns(Path out) throws IOException {
        List<JsonNode> turns = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve("turns.jsonl"))) {
            turns.add(new ObjectMapper().readTree(line));
        }
        return turns;
    }

    private static String name(JsonNode turn) {
        return turn.get("audio").asText().replaceFirst(".*/", "");
    }

    private static String error(List<JsonNode> turns, String name) {
        return turns.stream()
                .filter(turn -> name(turn).equals(name))
                .findFirst()
                .orElseThrow()
                .get("error")
                .asText();
    }

    private static void assumeModels() {
        assumeTrue(
                ModelStore.at(Settings.defaults().models().dir()).complete(),
                "the models are not installed; 'skylark models install' does that");
    }

    private static CliRun run(String... args) {
        return CliRun.of(DomainBrain::new, "", args);
    }
}
