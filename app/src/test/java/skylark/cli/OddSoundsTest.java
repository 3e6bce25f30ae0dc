package skylark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.audio.pcm.WavReader;
import skylark.audio.pcm.WavWriter;
import skylark.config.Settings;
import skylark.models.store.ModelStore;

/** What a microphone hears beside one operator who says one thing: nothing hangs, nothing flies, every turn ends. */
@Tag("slow")
class OddSoundsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RATE_HZ = 16_000;
    private static final Path RECORDINGS = Path.of("..", "audio", "recordings");

    @TempDir
    Path folder;

    private final Random chance = new Random(20_261_123);

    @Test
    void shouldEndEveryTurnAndFlyNothing() throws IOException {
        assumeTrue(
                ModelStore.at(Settings.defaults().models().dir()).complete(),
                "the models are not installed; 'skylark models install' does that");
        keep("clicks", clicks());
        keep("cough", cough());
        keep("music", music(6));
        keep("silence", new short[5 * RATE_HZ]);
        keep("two-voices", mixed(recording("turn-011.wav"), recording("turn-020.wav")));
        short[] cut = recording("turn-011.wav");
        keep("mid-word", Arrays.copyOf(cut, cut.length / 2));
        keep("endless", endless(45));

        Path out = folder.resolve("out");
        CliRun run = CliRun.of(
                DomainBrain::new, "", "replay", folder.toString(), "--out", out.toString(), "--pace", "fast", "--json");

        assertThat(run.err()).doesNotContain("internal error");
        Map<String, JsonNode> turns = turns(out);
        assertThat(turns).hasSize(7);
        for (String noSpeech : new String[] {"clicks", "cough", "music", "silence"}) {
            assertThat(turns.get(noSpeech).path("command").isObject())
                    .as(noSpeech)
                    .isFalse();
        }
        assertThat(turns.get("endless").path("commit_s").asDouble())
                .as("the last of the turns that it was cut into")
                .isBetween(20.0, 47.0);
        assertThat(turns.get("endless").path("reply").asText()).isNotEmpty();
        JsonNode counters =
                JSON.readTree(Files.readString(out.resolve("report.json"))).get("counters");
        assertThat(counters.path("turns.cut_off").asInt())
                .as("at 20 s and at 40 s")
                .isGreaterThanOrEqualTo(1);
        assertThat(counters.path("trips").asInt()).isZero();
    }

    private static Map<String, JsonNode> turns(Path out) throws IOException {
        Map<String, JsonNode> turns = new TreeMap<>();
        for (String line : Files.readAllLines(out.resolve("turns.jsonl"))) {
            JsonNode turn = JSON.readTree(line);
            turns.put(turn.get("audio").asText().replaceAll(".*/|\\.wav", ""), turn);
        }
        return turns;
    }

    private void keep(String name, short[] samples) {
        WavWriter.write(folder.resolve(name + ".wav"), samples, samples.length);
    }

    private static short[] recording(String name) {
        return WavReader.read(RECORDINGS.resolve(name));
    }

    private short[] clicks() {
        short[] samples = new short[4 * RATE_HZ];
        for (int at = RATE_HZ; at < samples.length - 100; at += RATE_HZ / 2) {
            for (int i = 0; i < 40; i++) {
                samples[at + i] = (short) ((i % 2 == 0 ? 1 : -1) * 20_000 * Math.exp(-i / 10.0));
            }
        }
        return samples;
    }

    /** A burst of noise that falls off, twice. */
    private short[] cough() {
        short[] samples = new short[3 * RATE_HZ];
        for (int begin : new int[] {RATE_HZ, RATE_HZ + RATE_HZ / 2}) {
            for (int i = 0; i < RATE_HZ / 4; i++) {
                samples[begin + i] = (short) (9_000 * chance.nextGaussian() * Math.exp(-i / 1_200.0) / 3);
            }
        }
        return samples;
    }

    /** Chords of three tones with overtones, a beat each. */
    private static short[] music(int seconds) {
        short[] samples = new short[seconds * RATE_HZ];
        double[] roots = {220, 196, 247, 165};
        for (int i = 0; i < samples.length; i++) {
            double t = i / (double) RATE_HZ;
            double root = roots[(int) (2 * t) % roots.length];
            double sum = 0;
            for (double ratio : new double[] {1, 1.25, 1.5}) {
                for (int overtone = 1; overtone <= 5; overtone++) {
                    sum += Math.sin(2 * Math.PI * root * ratio * overtone * t) / overtone;
                }
            }
            samples[i] = (short) (2_500 * sum * Math.exp(-3 * (t * 2 % 1)));
        }
        return samples;
    }

    private static short[] mixed(short[] one, short[] other) {
        short[] both = Arrays.copyOf(one, Math.max(one.length, other.length));
        for (int i = 0; i < other.length; i++) {
            both[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, both[i] + other[i]));
        }
        return both;
    }

    /** The loud middle of a recording over and over: no pause is long enough to be an end. */
    private static short[] endless(int seconds) {
        short[] whole = recording("turn-011.wav");
        int from = first(whole);
        int to = last(whole);
        short[] samples = new short[seconds * RATE_HZ];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = whole[from + i % (to - from)];
        }
        return samples;
    }

    private static int first(short[] samples) {
        int at = 0;
        while (Math.abs(samples[at]) < 1_500) {
            at++;
        }
        return at;
    }

    private static int last(short[] samples) {
        int at = samples.length - 1;
        while (Math.abs(samples[at]) < 1_500) {
            at--;
        }
        return at;
    }
}
