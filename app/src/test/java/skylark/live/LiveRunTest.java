package skylark.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import skylark.audio.hear.VoskModel;
import skylark.audio.hear.VoskRecogniser;
import skylark.audio.pcm.WavReader;
import skylark.cli.Main;
import skylark.config.Settings;
import skylark.models.store.ModelStore;

/** The assistant as a process of its own in a virtual room, observed from outside. */
@Tag("slow")
@Timeout(300)
class LiveRunTest {
    private static final Path SPOKEN = Path.of("..", "audio", "recordings", "turn-010.wav");
    private static final double LAST_WORD_S = 2.723;
    private static final int PATIENCE_S = 30;
    private static final String EXITED_BY_TERM = "143";

    @TempDir
    Path folder;

    @BeforeAll
    static void assumeModels() {
        assumeTrue(
                ModelStore.at(Settings.defaults().models().dir()).complete(),
                "the models are not installed; 'skylark models install' does that");
    }

    @Test
    void shouldAnswerLoseItsDevicesFindThemAgainAndAnswerAgain() throws Exception {
        try (PulseServer server = PulseServer.start(folder)) {
            Path raw = folder.resolve("room.raw");
            Process recorder = server.record(raw);
            Process skylark =
                    skylark(server, "run", "--json", "--set", "audio.input=ear", "--set", "audio.output=pulse:speaker");
            try {
                awaitSaid("[ONLINE]");
                TimeUnit.SECONDS.sleep(4); // whatever else it has to say of a silent room
                server.say(SPOKEN);
                awaitTurns(1);

                server.unload(server.number(PulseServer.EAR));
                awaitSaid("skylark: microphone lost");
                server.load("module-null-sink sink_name=another"); // so that it comes back with another number
                server.load(PulseServer.EAR);
                awaitSaidAfter("skylark: microphone lost", "skylark: microphone back");
                server.unload(server.number(PulseServer.SPEAKER));
                awaitSaid("skylark: loudspeaker lost");
                server.load(PulseServer.SPEAKER);
                awaitSaid("skylark: loudspeaker back");

                TimeUnit.SECONDS.sleep(4);
                server.say(SPOKEN);
                awaitTurns(2);
                TimeUnit.SECONDS.sleep(1);
            } finally {
                skylark.destroy();
                assertThat(skylark.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
                recorder.destroyForcibly().waitFor();
            }

            assertThat(String.valueOf(skylark.exitValue())).as(said()).isEqualTo(EXITED_BY_TERM);
            assertThat(said()).contains("skylark: ended after 2 turns");
            assertThat(said().lines().filter(line -> line.contains("skylark: microphone lost")))
                    .as("said once")
                    .hasSize(1);
            Room room = Room.read(raw);
            List<JsonNode> turns = turns();
            double firstS = check(room, turns.get(0), 0);
            check(room, turns.get(1), firstS + 3);
        }
    }

    /** Compares a turn as the program tells it with what was heard in the room; returns when it was answered. */
    private static double check(Room room, JsonNode turn, double fromS) {
        assertThat(turn.path("intent").asText()).isEqualTo("query.flight_time");
        String reply = turn.path("reply").asText();
        double wordS = room.saidS(WavReader.read(SPOKEN), fromS) + LAST_WORD_S;
        double repliedS = room.repliedS(wordS);
        assertThat((repliedS - wordS) * 1_000)
                .as("voice to voice from outside, in ms: last word at %s s, reply at %s s", wordS, repliedS)
                .isCloseTo(turn.path("v2v_ms").asDouble(), within(150.0));
        String heard = recognised(room.assistantFrom(repliedS - 0.2, 3));
        List<String> words = Arrays.asList(
                reply.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").split(" "));
        long understood = words.stream().filter(heard::contains).count();
        assertThat(understood)
                .as("'" + reply + "' was heard as '" + heard + "'")
                .isGreaterThanOrEqualTo((words.size() + 1) / 2);
        return repliedS;
    }

    private static String recognised(short[] samples) {
        Path folder = ModelStore.at(Settings.defaults().models().dir()).require("vosk-small-en-us");
        try (VoskModel model = VoskModel.load(folder);
                VoskRecogniser recogniser = model.open()) {
            recogniser.accept(samples, samples.length);
            return recogniser.finish().text();
        }
    }

    @Test
    void shouldReachPulseAudioThroughJavaSoundToo() throws Exception {
        try (PulseServer server = PulseServer.start(folder)) {
            Process listing = skylark(server, "devices", "--json");
            assertThat(listing.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            String devices = Files.readString(folder.resolve("out"));
            assertThat(devices).contains("pulse:ear");
            assumeTrue(devices.contains("alsa:default"), "libasound2-plugins is not installed");
            Process meter = skylark(server, "devices", "--json", "--meter", "alsa:default", "--seconds", "4");
            assertThat(meter.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(folder.resolve("out"))).contains("\"rms_dbfs\":");
            assertThat(meter.exitValue()).isZero();
        }
    }

    private Process skylark(PulseServer server, String... args) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = server.builder(new java.util.ArrayList<>(List.of(
                java,
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Djna.encoding=UTF-8",
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName())));
        builder.command().addAll(List.of(args));
        builder.command().addAll(List.of("--set", "data.dir=" + folder.resolve("data")));
        return builder.redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitSaid(String line) throws InterruptedException {
        PulseServer.await(PATIENCE_S, () -> said().contains(line));
        assertThat(said()).contains(line);
    }

    private void awaitSaidAfter(String earlier, String line) throws InterruptedException {
        PulseServer.await(PATIENCE_S, () -> said().lastIndexOf(line) > said().lastIndexOf(earlier));
        assertThat(said().lastIndexOf(line)).as(said()).isGreaterThan(said().lastIndexOf(earlier));
    }

    private void awaitTurns(int count) throws Exception {
        PulseServer.await(PATIENCE_S, () -> turns().size() >= count);
        assertThat(turns()).as(said()).hasSize(count);
    }

    private List<JsonNode> turns() {
        ObjectMapper json = new ObjectMapper();
        try {
            return Files.readString(folder.resolve("out"), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.endsWith("}"))
                    .map(line -> parsed(json, line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(ObjectMapper json, String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
