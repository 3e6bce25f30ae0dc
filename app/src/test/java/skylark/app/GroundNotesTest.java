package skylark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import skylark.broker.EmbeddedBroker;
import skylark.config.Settings;
import skylark.config.SettingsLoader;
import skylark.domain.VehicleState;
import skylark.telemetry.ground.Ground;
import skylark.telemetry.ground.GroundOptions;

/** A replay's way to the ground, with a real broker and a ground station. */
@Tag("slow")
@Timeout(120)
class GroundNotesTest {
    private static final int TURNS = 20;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<String> complaints = new ArrayList<>();

    @Test
    void shouldNotOpenWithoutABroker() {
        assertThat(open("")).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void shouldBringEveryTurnToTheGroundThoughTheBrokerStartsLate() throws Exception {
        int port = freePort();
        Thread ground = ground("tcp://127.0.0.1:" + port);
        GroundNotes notes = open("tcp://127.0.0.1:" + port).orElseThrow();
        say(notes, 1, TURNS / 2);
        try (EmbeddedBroker broker = EmbeddedBroker.start(port)) {
            say(notes, TURNS / 2 + 1, TURNS);
            awaitDialogs(TURNS);
            notes.close();
        }
        ground.interrupt();
        ground.join();
        assertThat(complaints).isEmpty();
        assertThat(turnsOnTheGround()).containsExactlyInAnyOrderElementsOf(numbers(1, TURNS));
    }

    @Test
    void shouldKeepWhatASilentBrokerDidNotTakeAndSayHowMuch() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 16, InetAddress.getByName("127.0.0.1"))) {
            String url = "tcp://127.0.0.1:" + silent.getLocalPort();
            GroundNotes notes = open(url).orElseThrow();
            say(notes, 1, 3);
            notes.close(); // within the time-out, though nobody will ever answer
            assertThat(complaints)
                    .containsExactly("3 messages have not reached " + url + "; kept in " + folder.resolve("data")
                            + " for the next time");
        }
        complaints.clear();
        try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
            Thread ground = ground(broker.url());
            GroundNotes next = open(broker.url()).orElseThrow();
            say(next, 4, 4);
            awaitDialogs(4);
            next.close();
            ground.interrupt();
            ground.join();
        }
        assertThat(complaints).isEmpty();
        assertThat(turnsOnTheGround()).containsExactlyInAnyOrderElementsOf(numbers(1, 4));
    }

    @Test
    void shouldKeepTurnsThatTheBrokerTookWhileNobodyListened() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
            GroundNotes alone = open(broker.url()).orElseThrow();
            say(alone, 1, 5);
            alone.close();

            Thread ground = ground(broker.url());
            GroundNotes next = open(broker.url()).orElseThrow();
            say(next, 6, 6);
            awaitDialogs(6);
            next.close();
            ground.interrupt();
            ground.join();
        }
        assertThat(turnsOnTheGround()).containsExactlyInAnyOrderElementsOf(numbers(1, 6));
    }

    private Optional<GroundNotes> open(String url) {
        return GroundNotes.open(settings(url), VehicleState.hover(), complaints::add);
    }

    private Settings settings(String url) {
        return SettingsLoader.loadWithOrigins(
                        Optional.empty(), Map.of(), List.of("mqtt.url=" + url, "data.dir=" + folder.resolve("data")))
                .settings();
    }

    private static void say(GroundNotes notes, int first, int last) {
        for (int turn = first; turn <= last; turn++) {
            notes.onTurn(SampleReports.of(turn, 10, false));
        }
    }

    private Thread ground(String url) {
        GroundOptions options = new GroundOptions(settings(url).mqtt(), "base", true, true);
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Thread thread = new Thread(() -> Ground.run(options, out, err), "ground");
        thread.start();
        return thread;
    }

    private void awaitDialogs(int count) {
        for (int i = 0; dialogs().size() < count; i++) {
            assertThat(i)
                    .as("waiting for %d turns on the ground, which has %s", count, printed)
                    .isLessThan(3_000);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private List<String> dialogs() {
        return printed.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("/dialog\""))
                .toList();
    }

    private List<String> turnsOnTheGround() {
        return dialogs().stream()
                .map(line -> line.replaceFirst(".*\"turn\":(\\d+).*", "$1"))
                .toList();
    }

    private static List<String> numbers(int first, int last) {
        List<String> numbers = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            numbers.add(String.valueOf(i));
        }
        return numbers;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
