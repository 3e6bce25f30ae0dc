package skylark.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that die and hang, and the ones that follow them. */
@Tag("slow")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KeeperTest {
    @TempDir
    Path folder;

    private final List<String> reports = new CopyOnWriteArrayList<>();

    @Test
    void shouldGoOnWithTheTalkWhenAStageHangsInNativeCode() throws Exception {
        assertThat(keeper("hang").run()).isZero();
        assertThat(reports).containsExactly("the assistant asked for it; started again");
        assertGoneOn();
        assertThat(Files.readString(folder.resolve("log"))).contains("says what was left");
    }

    @Test
    void shouldGoOnWithTheTalkWhenTheProcessIsKilled() throws Exception {
        CompletableFuture<Void> killer = CompletableFuture.runAsync(this::killTheFirstAfterItsTurn);
        assertThat(keeper("wait").run()).isZero();
        killer.get();
        assertThat(reports).containsExactly("the assistant ended with status 137; started again");
        assertGoneOn();
    }

    @Test
    void shouldGiveUpWhatDiesAgainAndAgain() throws Exception {
        Keeper keeper = new Keeper(List.of("sh", "-c", "exit 9"), folder.resolve("beats"), reports::add);
        assertThat(keeper.run()).isEqualTo(1);
        assertThat(reports).last().asString().contains("6 times");
    }

    @Test
    void shouldKillAProcessWhoseHeartStops() throws Exception {
        Path marker = folder.resolve("marker");
        String beatsOnce = "if [ -e " + marker + " ]; then exit 0; fi; touch " + marker
                + "; printf '\\000\\000\\000\\000\\000\\000\\000\\001' | dd of=$SKYLARK_HEARTBEAT conv=notrunc 2>/dev/null;"
                + " exec sleep 1000";
        Keeper keeper = new Keeper(List.of("sh", "-c", beatsOnce), folder.resolve("beats"), reports::add);
        assertThat(keeper.run()).isZero();
        assertThat(reports).singleElement().asString().contains("did not beat");
    }

    @Test
    void shouldEndWithTheStatusOfAnEndThatIsMeant() throws Exception {
        Keeper keeper = new Keeper(List.of("sh", "-c", "exit 2"), folder.resolve("beats"), reports::add);
        assertThat(keeper.run()).isEqualTo(2);
        assertThat(reports).isEmpty();
    }

    private void assertGoneOn() throws IOException {
        List<String> log = Files.readAllLines(folder.resolve("log"));
        assertThat(log).filteredOn(line -> line.startsWith("online")).hasSize(2);
        assertThat(log).filteredOn(line -> line.startsWith("warning")).isEmpty();
        assertThat(log)
                .filteredOn(line -> line.startsWith("remembers"))
                .singleElement()
                .asString()
                .as("the last reply, for say again")
                .contains("lastReply", "query.battery");
        long first = turn(log, 0);
        assertThat(turn(log, 1)).as("turn numbers go on").isGreaterThan(first);
    }

    private static long turn(List<String> log, int which) {
        List<String> turns =
                log.stream().filter(line -> line.startsWith("turn")).toList();
        return Long.parseLong(turns.get(which).substring("turn ".length()));
    }

    private Keeper keeper(String mode) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "skylark.pipeline.KeptTalk",
                mode,
                folder.toString());
        return new Keeper(command, folder.resolve("beats"), reports::add);
    }

    /** Once the talk's state is on disk. */
    private void killTheFirstAfterItsTurn() {
        await("turn");
        Path talk = folder.resolve("talk.json");
        while (!read(talk).contains("query.battery")) {
            LockSupport.parkNanos(10_000_000);
        }
        long pid = Long.parseLong(await("online").substring("online ".length()));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private String await(String word) {
        while (true) {
            for (String line : read(folder.resolve("log")).split("\n")) {
                if (line.startsWith(word)) {
                    return line;
                }
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return ""; // it is just being replaced
        }
    }
}
